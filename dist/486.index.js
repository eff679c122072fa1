export const id = 486;
export const ids = [486];
export const modules = {

8610:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => wrap,
c: () => wireInteger,
i: () => masksOfText,
l: () => wireString,
n: () => readPrivateKey,
o: () => PublicKey,
r: () => masksOf,
s: () => printableComment,
t: () => privateNumbers
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7598);

// src/keys/wire.ts
var MalformedError = class extends Error {
	name = "MalformedError";
};
var WireReader = class {
	#bytes;
	#offset = 0;
	constructor(bytes) {
		this.#bytes = bytes;
	}
	bytes(length) {
		if (length > this.#bytes.length - this.#offset) throw new MalformedError("a length exceeds the data");
		this.#offset += length;
		return this.#bytes.subarray(this.#offset - length, this.#offset);
	}
	uint32() {
		return this.bytes(4).readUInt32BE();
	}
	string() {
		return this.bytes(this.uint32());
	}
	positiveInteger() {
		const encoded = this.string();
		const magnitude = encoded[0] === 0 ? encoded.subarray(1) : encoded;
		if (!magnitude[0] || !wireInteger(magnitude).subarray(4).equals(encoded)) throw new MalformedError("not a positive mpint in its shortest form");
		return magnitude;
	}
	rest() {
		return this.bytes(this.#bytes.length - this.#offset);
	}
	end() {
		if (this.#offset !== this.#bytes.length) throw new MalformedError("bytes remain");
	}
};
function uint32(value) {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32BE(value);
	return bytes;
}
function wireString(value) {
	const bytes = Buffer.from(value);
	return Buffer.concat([uint32(bytes.length), bytes]);
}
function wireInteger(magnitude) {
	const signByte = ((magnitude[0] ?? 0) & 128) !== 0 ? [0] : [];
	return wireString(Buffer.concat([Buffer.from(signByte), magnitude]));
}
// src/keys/public-key.ts
const algorithms = {
	rsa: "ssh-rsa",
	ed25519: "ssh-ed25519"
};
const minRsaBits = 1024;
const maxRsaBits = 4096;
const typeWord = /^(ssh-(rsa|ed25519|ed448|dss)|ecdsa-sha2-[a-z0-9]+|sk-[a-z0-9-]+@openssh\.com|[a-z0-9-]+-cert-v0[01]@openssh\.com)$/;
const privateKeyMark = /BEGIN [A-Z0-9 ]*PRIVATE KEY|PuTTY-User-Key-File|b3BlbnNzaC1rZXk/;
const setWholeLine = "Set the whole line, as `cat ~/.ssh/id_ed25519.pub` or `ssh-keygen -y -f <private key>` prints it.";
var PublicKey = class PublicKey {
	type;
	blob;
	number;
	exponent;
	constructor(type, number, exponent) {
		this.type = type;
		this.number = number;
		this.exponent = exponent;
		const algorithm = wireString(algorithms[type]);
		this.blob = type === "rsa" ? Buffer.concat([
			algorithm,
			wireInteger(exponent),
			wireInteger(number)
		]) : Buffer.concat([algorithm, wireString(number)]);
	}
	static rsa(exponent, modulus) {
		return new PublicKey("rsa", modulus, exponent);
	}
	static ed25519(point) {
		return new PublicKey("ed25519", point, Buffer.alloc(0));
	}
	static parseOpenSsh(text) {
		const { algorithm, base64 } = partsOfOnlyKey(text);
		const blob = Buffer.from(base64, "base64");
		if (withoutPadding(blob.toString("base64")) !== withoutPadding(base64)) throw incomplete("its data is not base64");
		try {
			return fromWire(blob, algorithm);
		} catch (error) {
			if (!(error instanceof MalformedError)) throw error;
			throw incomplete(`its data is not a valid ${algorithm} key`);
		}
	}
	get algorithm() {
		return algorithms[this.type];
	}
	get bits() {
		const [first = 0] = this.number;
		return this.type === "rsa" ? this.number.length * 8 - Math.clz32(first) + 24 : 256;
	}
	openSshLine(comment = "") {
		return `${this.algorithm} ${this.blob.toString("base64")} ${printableComment(comment)}`.trimEnd();
	}
	spki() {
		const number = this.number.toString("base64url");
		const exponent = this.exponent.toString("base64url");
		const jwk = this.type === "rsa" ? {
			kty: "RSA",
			n: number,
			e: exponent
		} : {
			kty: "OKP",
			crv: "Ed25519",
			x: number
		};
		return (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createPublicKey)({
			key: jwk,
			format: "jwk"
		}).export({
			type: "spki",
			format: "der"
		});
	}
	equals(other) {
		return this.blob.equals(other.blob);
	}
	toString() {
		return this.openSshLine();
	}
	toJSON() {
		return this.openSshLine();
	}
};
function printableComment(comment) {
	return comment.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ").trim();
}
function fromWire(blob, algorithm) {
	const reader = new WireReader(blob);
	if (reader.string().toString("latin1") !== algorithm) throw new MalformedError("another algorithm inside");
	if (algorithm === algorithms.ed25519) {
		const point = reader.string();
		reader.end();
		if (point.length !== 32) throw new MalformedError("an ED25519 point has 32 bytes");
		return PublicKey.ed25519(point);
	}
	const exponent = reader.positiveInteger();
	const modulus = reader.positiveInteger();
	reader.end();
	const key = PublicKey.rsa(exponent, modulus);
	if (key.bits < minRsaBits || key.bits > maxRsaBits) throw notSupported(`${key.bits}-bit RSA keys`);
	return key;
}
function withoutPadding(base64) {
	return base64.replace(/=+$/, "");
}
function partsOfOnlyKey(text) {
	if (privateKeyMark.test(text)) throw privateKeyInstead();
	const lines = text.replace(/^\uFEFF/, "").split(/[\r\n]+/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
	const [line, ...others] = lines;
	if (line === void 0) throw unreadable$1("The public key is empty.", setWholeLine);
	if (others.length > 0) throw severalLines(lines);
	const [algorithm = "", base64 = ""] = wordsOf(line);
	if (!typeWord.test(algorithm)) throw otherStart(line);
	if (algorithm !== algorithms.rsa && algorithm !== algorithms.ed25519) throw notSupported(`${algorithm} keys`);
	if (base64 === "") throw incomplete("there is no data after its type");
	return {
		algorithm,
		base64
	};
}
function wordsOf(line) {
	return line.split(/[ \t]+/);
}
function hasTypeWord(line) {
	return wordsOf(line).some((word) => typeWord.test(word));
}
function unreadable$1(message, hint) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("PUBLIC_KEY_UNREADABLE", message, { hint });
}
function incomplete(reason) {
	return unreadable$1(`The public key is incomplete or damaged: ${reason}.`, setWholeLine);
}
function notSupported(what) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("PUBLIC_KEY_TYPE_NOT_SUPPORTED", `EC2 does not support ${what}. It supports RSA keys (1024, 2048 or 4096 bits) and ED25519 keys.`, { hint: "Create a supported key: `ssh-keygen -t ed25519` (not for Windows instances) or `ssh-keygen -t rsa -b 4096`." });
}
function privateKeyInstead() {
	return unreadable$1("public-key contains a private key.", "It may already be in this job's log: revoke that key, and set public-key to its public half (`ssh-keygen -y -f <private key>`).");
}
function severalLines(lines) {
	const keys = lines.filter(hasTypeWord);
	return keys.length > 1 ? unreadable$1(`EC2 accepts one public key, but ${keys.length} were set.`, "Set one key, on one line.") : unreadable$1("The public key contains line breaks.", "Put the key on one line.");
}
function otherStart(line) {
	return hasTypeWord(line) ? unreadable$1("The public key has text before its type, such as the options in an authorized_keys file.", "Remove that text: the line must start with ssh-rsa or ssh-ed25519.") : unreadable$1("The public key does not start with ssh-rsa or ssh-ed25519.", setWholeLine);
}
// src/keys/openssh-container.ts
const magic = "openssh-key-v1\0";
const blockSize = 8;
function isContainer(bytes) {
	return bytes.toString("latin1", 0, 15) === magic;
}
function isEncryptedContainer(bytes) {
	const reader = new WireReader(bytes);
	expectText(reader.bytes(15), magic);
	return reader.string().toString("latin1") !== "none";
}
function readContainer(bytes) {
	const { jwk, rest } = open(bytes);
	rest.string();
	rest.rest().forEach((byte, index) => {
		if (byte !== (index + 1 & 255)) throw new MalformedError("padding");
	});
	return jwk;
}
function commentAndPaddingOf(bytes) {
	return open(bytes).rest.rest().length;
}
function open(bytes) {
	const reader = new WireReader(bytes);
	expectText(reader.bytes(15), magic);
	expectText(reader.string(), "none");
	expectText(reader.string(), "none");
	expectText(reader.string(), "");
	if (reader.uint32() !== 1) throw new MalformedError("not one key");
	const outside = reader.string();
	const secrets = reader.string();
	reader.end();
	const rest = new WireReader(secrets);
	const check = rest.uint32();
	if (secrets.length % blockSize !== 0 || rest.uint32() !== check) throw new MalformedError("check integers");
	const { publicKey, jwk } = readSecrets(rest);
	if (!publicKey.blob.equals(outside)) throw new MalformedError("the public key outside belongs to another key");
	return {
		jwk,
		rest
	};
}
function writeContainer(seed, publicKey) {
	const check = (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)("sha256").update(publicKey.blob).digest().subarray(0, 4);
	const key = wireString(Buffer.concat([seed, publicKey.number]));
	const secrets = Buffer.concat([
		check,
		check,
		publicKey.blob,
		key,
		wireString("")
	]);
	const padding = Buffer.from([
		1,
		2,
		3,
		4,
		5,
		6,
		7
	]).subarray(0, (blockSize - secrets.length % blockSize) % blockSize);
	return Buffer.concat([
		Buffer.from(magic),
		...[
			"none",
			"none",
			""
		].map(wireString),
		uint32(1),
		wireString(publicKey.blob),
		wireString(Buffer.concat([secrets, padding]))
	]);
}
function readSecrets(reader) {
	const algorithm = reader.string().toString("latin1");
	if (algorithm === "ssh-ed25519") return readEd25519(reader);
	if (algorithm === "ssh-rsa") return readRsa(reader);
	throw new MalformedError("another key type");
}
function readEd25519(reader) {
	const point = reader.string();
	const seedAndPoint = reader.string();
	if (point.length !== 32 || !seedAndPoint.subarray(32).equals(point)) throw new MalformedError("ED25519");
	const jwk = {
		kty: "OKP",
		crv: "Ed25519",
		x: base64url(point),
		d: base64url(seedAndPoint.subarray(0, 32))
	};
	return {
		publicKey: PublicKey.ed25519(point),
		jwk
	};
}
function readRsa(reader) {
	const n = reader.positiveInteger();
	const e = reader.positiveInteger();
	const d = reader.positiveInteger();
	const qi = reader.positiveInteger();
	const p = reader.positiveInteger();
	const q = reader.positiveInteger();
	const jwk = {
		kty: "RSA",
		n: base64url(n),
		e: base64url(e),
		d: base64url(d),
		p: base64url(p),
		q: base64url(q),
		dp: base64url(reducedExponent(d, p)),
		dq: base64url(reducedExponent(d, q)),
		qi: base64url(qi)
	};
	return {
		publicKey: PublicKey.rsa(e, n),
		jwk
	};
}
function reducedExponent(d, prime) {
	const modulus = integer(prime) - 1n;
	if (modulus < 1n) throw new MalformedError("not a prime");
	const hex = (integer(d) % modulus).toString(16);
	return Buffer.from(hex.padStart(hex.length + hex.length % 2, "0"), "hex");
}
function integer(bytes) {
	return BigInt(`0x${bytes.toString("hex")}`);
}
function base64url(bytes) {
	return bytes.toString("base64url");
}
function expectText(bytes, expected) {
	if (bytes.toString("latin1") !== expected) throw new MalformedError("not an unencrypted container");
}
// src/keys/pem.ts
const maxTextLength = 65536;
function pemLabels(text) {
	return [...text.slice(0, maxTextLength).matchAll(/-----BEGIN ([A-Z0-9 ]+)-----/g)].map(([, label = ""]) => label);
}
function readPem(text) {
	const [label, ...others] = pemLabels(text);
	if (label === void 0 || others.length > 0 || text.length > maxTextLength) throw new MalformedError("not one PEM block");
	const begin = text.indexOf(beginLine(label)) + beginLine(label).length;
	const end = text.indexOf(endLine(label), begin);
	if (end < 0) throw new MalformedError("no END line");
	const lines = text.slice(begin, end).split(/\s+/).filter(Boolean);
	const bytes = Buffer.from(lines.join(""), "base64");
	if (bytes.length === 0 || bytes.toString("base64") !== lines.join("")) throw new MalformedError("not base64");
	return {
		label,
		lines,
		bytes
	};
}
function writePem(label, lines) {
	return `${[
		beginLine(label),
		...lines,
		endLine(label)
	].join("\n")}\n`;
}
function wrap(text, width) {
	return text.match(new RegExp(`.{1,${width}}`, "g")) ?? [];
}
function beginLine(label) {
	return `-----BEGIN ${label}-----`;
}
function endLine(label) {
	return `-----END ${label}-----`;
}
// src/keys/masks.ts
const minMaskLength = 16;
const keyWidths = [
	64,
	70,
	76
];
const base64Widths = [64, 76];
const pkcs8HeaderLength = 16;
const minOwnCharacters = 8;
function masksOf(pem, publicKey) {
	const lines = pem.trimEnd().split("\n");
	const secret = lines.slice(1, -1);
	const common = commonParts(Buffer.from(secret.join(""), "base64"), publicKey);
	return masksOfText({
		before: lines.slice(0, 1),
		secret,
		after: lines.slice(-1),
		common
	}, publicKey);
}
function masksOfText(text, publicKey) {
	const secret = text.secret.join("");
	const publicBase64 = publicKey.blob.toString("base64");
	const own = ownLines(text.secret, text.common);
	const onlyEndIsCommon = {
		start: 0,
		end: text.common.end
	};
	const values = [
		...ownLines(text.secret, onlyEndIsCommon),
		secret,
		...keyWidths.flatMap((width) => ownLines(wrap(secret, width), onlyEndIsCommon)),
		...[...own, secret].map(encodeURIComponent),
		...["\n", "\r\n"].flatMap((newline) => base64OfFile(text, newline)),
		...own.flatMap(base64InsideAnything)
	];
	return [...new Set(values)].filter((value) => value.length >= minMaskLength && !publicBase64.includes(value));
}
function base64OfFile({ before, secret, after, common }, newline) {
	const head = [...before, ""].join(newline);
	const file = [
		head,
		secret.join(newline),
		newline,
		after.join(newline)
	].join("");
	const length = secret.join("").length;
	const own = {
		from: head.length + offsetInText(secret, common.start, newline),
		to: head.length + offsetInText(secret, length - common.end, newline)
	};
	return [file, file + newline].map(base64).flatMap((encoded) => [
		encoded,
		encoded.replace(/=+$/, ""),
		...base64Widths.flatMap((width) => wrap(encoded, width).filter((_, index) => {
			const from = index * width * 3 / 4;
			const to = (index + 1) * width * 3 / 4;
			return Math.min(to, own.to) - Math.max(from, own.from) >= minOwnCharacters;
		}))
	]);
}
function offsetInText(lines, offset, newline) {
	let newlines = 0;
	let end = 0;
	for (const line of lines) {
		end += line.length;
		if (end <= offset) newlines += 1;
	}
	return offset + newlines * newline.length;
}
function base64InsideAnything(line) {
	return [
		0,
		1,
		2
	].map((start) => base64(line.slice(start, line.length - (line.length - start) % 3)));
}
function ownLines(lines, common) {
	const end = lines.join("").length - common.end;
	let offset = 0;
	return lines.filter((line) => {
		const from = Math.max(offset, common.start);
		offset += line.length;
		return Math.min(offset, end) - from >= minOwnCharacters;
	});
}
function commonParts(bytes, publicKey) {
	const headerLength = bytes.includes(publicKey.number) ? bytes.indexOf(publicKey.number) : pkcs8HeaderLength;
	const tailLength = isContainer(bytes) ? commentAndPaddingOf(bytes) : 0;
	return {
		start: Math.floor(headerLength * 4 / 3),
		end: Math.ceil(tailLength * 4 / 3)
	};
}
function base64(text) {
	return Buffer.from(text).toString("base64");
}
// src/keys/private-key-material.ts
const minSafeWidth = 64;
const maxSafeWidth = 76;
const useSupportedKey = "Use an RSA key in PEM (PKCS#1 or PKCS#8), or an RSA or ED25519 key in OpenSSH format.";
function readPrivateKey(text) {
	try {
		if (text.includes("Proc-Type: 4,ENCRYPTED")) throw encrypted();
		const block = readPem(text);
		const key = keyOf(block);
		const publicKey = publicHalf(key);
		const { label, bytes } = writtenAs(block, key, publicKey);
		return {
			publicKey,
			key,
			pem: writePem(label, wrap(bytes.toString("base64"), widthOf(block))),
			original: writePem(block.label, block.lines)
		};
	} catch (error) {
		throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t ? error : unreadable(text);
	}
}
function privateNumbers(key) {
	const numbers = Object.entries(key.export({ format: "jwk" })).filter(([name]) => !["kty", "crv"].includes(name));
	return Object.fromEntries(numbers.map(([name, value]) => [name, Buffer.from(String(value), "base64url")]));
}
function keyOf({ label, bytes }) {
	switch (label) {
		case "RSA PRIVATE KEY": return (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createPrivateKey)({
			key: bytes,
			format: "der",
			type: "pkcs1"
		});
		case "PRIVATE KEY": return (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createPrivateKey)({
			key: bytes,
			format: "der",
			type: "pkcs8"
		});
		case "OPENSSH PRIVATE KEY":
			if (isEncryptedContainer(bytes)) throw encrypted();
			return keyOfJwk(readContainer(bytes));
		case "ENCRYPTED PRIVATE KEY": throw encrypted();
		default: throw new MalformedError("another type of block");
	}
}
function keyOfJwk(jwk) {
	const key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createPrivateKey)({
		key: jwk,
		format: "jwk"
	});
	if (jwk.kty === "OKP" && (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createPublicKey)(key).export({ format: "jwk" }).x !== jwk.x) throw new MalformedError("the public half belongs to another key");
	return key;
}
function publicHalf(key) {
	const { n, e, x, ...secret } = privateNumbers(key);
	if (key.asymmetricKeyType === "ed25519" && x) return PublicKey.ed25519(x);
	if (key.asymmetricKeyType !== "rsa" || !n || !e) throw new MalformedError("neither RSA nor ED25519");
	checkRsa({
		n,
		e,
		...secret
	});
	return PublicKey.rsa(e, n);
}
function checkRsa(numbers) {
	const integer = (name) => BigInt(`0x${numbers[name]?.toString("hex")}`);
	const n = integer("n");
	const e = integer("e");
	const d = integer("d");
	const p = integer("p");
	const q = integer("q");
	if (!(p * q === n && [p, q].every((prime) => e * d % (prime - 1n) === 1n) && integer("dp") === d % (p - 1n) && integer("dq") === d % (q - 1n) && integer("qi") * q % p === 1n)) throw new MalformedError("the numbers do not belong together");
}
function writtenAs(block, key, publicKey) {
	if (block.label === "OPENSSH PRIVATE KEY") return block;
	if (publicKey.type === "rsa") return {
		label: "RSA PRIVATE KEY",
		bytes: key.export({
			type: "pkcs1",
			format: "der"
		})
	};
	const { d = Buffer.alloc(0) } = privateNumbers(key);
	return {
		label: "OPENSSH PRIVATE KEY",
		bytes: writeContainer(d, publicKey)
	};
}
function widthOf({ label, lines }) {
	const [width = 0] = lines.map((line) => line.length);
	if (lines.length > 1 && lines.every((line, index) => line.length === width || index === lines.length - 1) && width >= minSafeWidth && width <= maxSafeWidth) return width;
	return label === "RSA PRIVATE KEY" ? 64 : 70;
}
function encrypted() {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("PRIVATE_KEY_ENCRYPTED", "The private key is protected by a passphrase.", { hint: "Remove the passphrase from the copy that this action reads: `ssh-keygen -p -N \"\" -f <file>`." });
}
function unreadable(text) {
	const { what, hint } = looksLike(text);
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("PRIVATE_KEY_UNREADABLE", `The private key cannot be read: it is ${what}.`, { hint });
}
function looksLike(text) {
	const labels = pemLabels(text);
	const [label = ""] = labels;
	if (text.trim() === "") return {
		what: "empty",
		hint: useSupportedKey
	};
	if (text.includes("PuTTY-User-Key-File")) return {
		what: "a PuTTY key",
		hint: "Convert it to OpenSSH format first: `puttygen key.ppk -O private-openssh -o key.pem`."
	};
	if (labels.length > 1) return {
		what: "more than one key or certificate",
		hint: "Use a file that contains only the private key."
	};
	if (label.endsWith("PUBLIC KEY") || /^(ssh|ecdsa)-/.test(text)) return {
		what: "a public key",
		hint: useSupportedKey
	};
	if (/^(EC|DSA) PRIVATE KEY$/.test(label)) return {
		what: "an EC or DSA key, which EC2 does not support",
		hint: useSupportedKey
	};
	return {
		what: "not a complete RSA or ED25519 key",
		hint: useSupportedKey
	};
}

}),

9486:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => PrivateKey,
t: () => MaskedPrivateKey
});
var _formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1403);
var _private_key_material_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8610);
var node_crypto__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7598);

// src/keys/private-key.ts
const printed = "[private key]";
let materialOf;
var HiddenKey = class {
	#material;
	static {
		materialOf = (key) => key.#material;
	}
	constructor(material) {
		this.#material = material;
	}
	get type() {
		return this.#material.publicKey.type;
	}
	get publicKey() {
		return this.#material.publicKey;
	}
	toString() {
		return printed;
	}
	toJSON() {
		return printed;
	}
	[Symbol.for("nodejs.util.inspect.custom")]() {
		return printed;
	}
};
var PrivateKey = class PrivateKey extends HiddenKey {
	constructor(material) {
		super(material);
	}
	static parse(text) {
		return new PrivateKey((0,_private_key_material_js__WEBPACK_IMPORTED_MODULE_1__.n)(text));
	}
	pkcs8Sha1() {
		const der = materialOf(this).key.export({
			type: "pkcs8",
			format: "der"
		});
		return (0,node_crypto__WEBPACK_IMPORTED_MODULE_2__.createHash)("sha1").update(der).digest();
	}
};
var MaskedPrivateKey = class MaskedPrivateKey extends HiddenKey {
	#registerMasks;
	constructor(material, registerMasks) {
		super(material);
		this.#registerMasks = registerMasks;
	}
	static async mask(key, registerMasks) {
		const material = materialOf(key);
		const texts = new Set([material.pem, material.original]);
		await registerMasks([...new Set([...texts].flatMap((text) => (0,_private_key_material_js__WEBPACK_IMPORTED_MODULE_1__.r)(text, material.publicKey)))]);
		return new MaskedPrivateKey(material, registerMasks);
	}
	async as(format, options) {
		const { text, masks } = (await _formats_js__WEBPACK_IMPORTED_MODULE_0__.t[format]())(materialOf(this), options);
		if (masks.length > 0) await this.#registerMasks(masks);
		return text;
	}
};

})

};
