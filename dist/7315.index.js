export const id = 7315;
export const ids = [7315];
export const modules = {

7426:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => keysOfVersion3,
i: () => keysOfVersion2,
n: () => encrypt,
o: () => newDerivation,
r: () => encryption,
s: () => padded,
t: () => decrypt
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _aws_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3066);
var node_crypto__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7598);

// src/keys/ppk-encryption.ts
const encryption = "aes256-cbc";
const blockSize = 16;
const written = {
	flavor: "Argon2id",
	memory: 8192,
	passes: 13,
	parallelism: 1
};
const maxMemory = 1048576;
const maxWork = 67108864;
function newDerivation() {
	return {
		...written,
		salt: node_crypto__WEBPACK_IMPORTED_MODULE_2__.randomBytes(16)
	};
}
function keysOfVersion3(passphrase, derivation) {
	const { flavor, memory, passes, parallelism, salt } = derivation;
	if (memory > maxMemory || memory * passes > maxWork) throw new _aws_js__WEBPACK_IMPORTED_MODULE_1__.B("too much work");
	if (typeof node_crypto__WEBPACK_IMPORTED_MODULE_2__.argon2Sync !== "function") throw notSupported();
	const derived = node_crypto__WEBPACK_IMPORTED_MODULE_2__.argon2Sync({
		Argon2d: "argon2d",
		Argon2i: "argon2i",
		Argon2id: "argon2id"
	}[flavor], {
		message: Buffer.from(passphrase),
		nonce: salt,
		parallelism,
		tagLength: 80,
		memory,
		passes
	});
	return {
		cipherKey: derived.subarray(0, 32),
		iv: derived.subarray(32, 48),
		macKey: derived.subarray(48)
	};
}
function keysOfVersion2(passphrase) {
	const half = (number) => sha1(Buffer.concat([Buffer.from([
		0,
		0,
		0,
		number
	]), Buffer.from(passphrase)]));
	return {
		cipherKey: Buffer.concat([half(0), half(1)]).subarray(0, 32),
		iv: Buffer.alloc(16),
		macKey: sha1(Buffer.from(`putty-private-key-file-mac-key${passphrase}`))
	};
}
function padded(plain) {
	const missing = (blockSize - plain.length % blockSize) % blockSize;
	return Buffer.concat([plain, sha1(plain).subarray(0, missing)]);
}
function encrypt(plain, { cipherKey, iv }) {
	const cipher = node_crypto__WEBPACK_IMPORTED_MODULE_2__.createCipheriv("aes-256-cbc", cipherKey, iv).setAutoPadding(false);
	return Buffer.concat([cipher.update(plain), cipher.final()]);
}
function decrypt(encrypted, { cipherKey, iv }) {
	if (encrypted.length % blockSize !== 0) throw new _aws_js__WEBPACK_IMPORTED_MODULE_1__.B("not whole blocks");
	const decipher = node_crypto__WEBPACK_IMPORTED_MODULE_2__.createDecipheriv("aes-256-cbc", cipherKey, iv).setAutoPadding(false);
	return Buffer.concat([decipher.update(encrypted), decipher.final()]);
}
function sha1(bytes) {
	return node_crypto__WEBPACK_IMPORTED_MODULE_2__.createHash("sha1").update(bytes).digest();
}
function notSupported() {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("PASSPHRASE_NOT_SUPPORTED", "The version of Node that runs this action cannot encrypt or read PPK files of version 3.", { hint: "It needs Node 24.7 or newer: update the runner. Or leave out key-format: ppk, or passphrase." });
}

}),

7758:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => privateBlobOf,
i: () => plainPpk,
n: () => joined,
o: () => signedBytes,
r: () => partsOf,
s: () => textOfPpk,
t: () => encodePpk
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);
var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7598);

// src/keys/ppk.ts
const lineWidth = 64;
function encodePpk(key, options) {
	if (key.ppk !== void 0) return {
		text: key.ppk.text,
		masks: []
	};
	const { text, lines } = plainPpk(key, options);
	return {
		text,
		masks: (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.K)(lines, (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.w)(key.key))
	};
}
function plainPpk(key, options) {
	const comment = (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.z)(options.comment);
	const privateBlob = privateBlobOf(key);
	const parts = partsOf(key.publicKey, {
		encryption: "none",
		comment,
		privateBlob
	});
	const lines = textOfPpk({
		parts,
		derivation: [],
		writtenBlob: privateBlob,
		mac: (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHmac)("sha256", "").update(signedBytes(parts)).digest("hex")
	});
	return {
		text: joined(lines),
		lines
	};
}
function partsOf({ algorithm, blob }, others) {
	return {
		algorithm,
		publicBlob: blob,
		...others
	};
}
function signedBytes(parts) {
	const { algorithm, encryption, comment, publicBlob, privateBlob } = parts;
	return Buffer.concat([
		algorithm,
		encryption,
		comment,
		publicBlob,
		privateBlob
	].map(_aws_js__WEBPACK_IMPORTED_MODULE_0__.W));
}
function textOfPpk(ppk) {
	const { algorithm, encryption, comment, publicBlob } = ppk.parts;
	const publicLines = (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.O)(publicBlob.toString("base64"), lineWidth);
	const privateLines = (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.O)(ppk.writtenBlob.toString("base64"), lineWidth);
	return {
		before: [
			`PuTTY-User-Key-File-3: ${algorithm}`,
			`Encryption: ${encryption}`,
			`Comment: ${comment}`,
			`Public-Lines: ${publicLines.length}`,
			...publicLines,
			...ppk.derivation,
			`Private-Lines: ${privateLines.length}`
		],
		secret: privateLines,
		after: [`Private-MAC: ${ppk.mac}`]
	};
}
function joined({ before, secret, after }) {
	return [
		...before,
		...secret,
		...after
	].map((line) => `${line}\r\n`).join("");
}
function privateBlobOf({ key, publicKey }) {
	if (publicKey.type === "ed25519") return (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.W)((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.S)(key, "d"));
	return Buffer.concat([
		"d",
		"p",
		"q",
		"qi"
	].map((name) => (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.U)((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.S)(key, name))));
}

}),

7315:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
readPpk: () => readPpk
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _aws_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3066);
var _openssh_encryption_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4943);
var _ppk2_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7758);
var _ppk_encryption_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7426);
var node_crypto__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7598);

// src/keys/read-ppk.ts
function readPpk(text, passphrase) {
	const isEncrypted = /^Encryption: (?!none\s*$)/m.test(text);
	const secret = isEncrypted ? passphrase : void 0;
	if (isEncrypted && secret === void 0) throw encrypted();
	try {
		const ppk = partsIn(text);
		const keys = secret === void 0 ? void 0 : keysOf(ppk, secret);
		const privateBlob = keys === void 0 ? ppk.writtenBlob : (0,_ppk_encryption_js__WEBPACK_IMPORTED_MODULE_4__.t)(ppk.writtenBlob, keys);
		if (!hasRightMac(ppk, privateBlob, keys?.macKey)) throw isEncrypted ? (0,_openssh_encryption_js__WEBPACK_IMPORTED_MODULE_2__.r)() : new _aws_js__WEBPACK_IMPORTED_MODULE_1__.B("checksum");
		const key = (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.x)(jwkOf(ppk, privateBlob));
		const material = (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.C)(key.export({
			type: "pkcs8",
			format: "pem"
		}).toString());
		return {
			...material,
			original: material.pem,
			ppk: isEncrypted ? (0,_ppk2_js__WEBPACK_IMPORTED_MODULE_3__.i)(material, ppk) : {
				text,
				lines: ppk.lines
			}
		};
	} catch (error) {
		throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t ? error : unreadable();
	}
}
function partsIn(text) {
	const lines = text.trim().split(/\r\n|\r|\n/);
	let at = 0;
	const here = (name) => {
		const value = name.exec(lines[at] ?? "")?.[1];
		if (value === void 0) throw new _aws_js__WEBPACK_IMPORTED_MODULE_1__.B("a line is missing");
		return value;
	};
	const next = (name) => {
		const value = here(name);
		at += 1;
		return value;
	};
	const body = (count) => {
		at += Number(count);
		return lines.slice(at - Number(count), at);
	};
	const version = here(/^\uFEFF?PuTTY-User-Key-File-([23]): /);
	const algorithm = next(/File-[23]: (.*)$/);
	const encryption = next(/^Encryption: (none|aes256-cbc)$/);
	const comment = next(/^Comment: (.*)$/);
	const publicLines = body(next(/^Public-Lines: (\d{1,3})$/));
	const derivation = lines[at]?.startsWith("Key-Derivation: ") ? derivationIn(next) : void 0;
	const privateLines = body(next(/^Private-Lines: (\d{1,3})$/));
	const end = at;
	const mac = next(/^Private-MAC: ([0-9a-f]+)$/);
	const before = lines.slice(0, end - privateLines.length);
	return {
		version,
		algorithm,
		encryption,
		comment,
		publicBlob: Buffer.from(publicLines.join(""), "base64"),
		writtenBlob: Buffer.from(privateLines.join(""), "base64"),
		derivation,
		mac,
		lines: {
			before,
			secret: privateLines,
			after: lines.slice(end)
		}
	};
}
function derivationIn(next) {
	return {
		flavor: next(/^Key-Derivation: (Argon2(?:d|i|id))$/),
		memory: Number(next(/^Argon2-Memory: (\d{1,7})$/)),
		passes: Number(next(/^Argon2-Passes: (\d{1,7})$/)),
		parallelism: Number(next(/^Argon2-Parallelism: (\d{1,2})$/)),
		salt: Buffer.from(next(/^Argon2-Salt: ((?:[0-9a-f]{2}){8,64})$/), "hex")
	};
}
function keysOf({ version, derivation }, passphrase) {
	if (version === "2") return (0,_ppk_encryption_js__WEBPACK_IMPORTED_MODULE_4__.i)(passphrase);
	if (derivation === void 0) throw new _aws_js__WEBPACK_IMPORTED_MODULE_1__.B("no key derivation");
	return (0,_ppk_encryption_js__WEBPACK_IMPORTED_MODULE_4__.a)(passphrase, derivation);
}
function hasRightMac(ppk, privateBlob, macKey) {
	if (ppk.comment.includes("�") && macKey === void 0) return true;
	return (ppk.version === "2" ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_5__.createHmac)("sha1", macKey ?? (0,_ppk_encryption_js__WEBPACK_IMPORTED_MODULE_4__.i)("").macKey) : (0,node_crypto__WEBPACK_IMPORTED_MODULE_5__.createHmac)("sha256", macKey ?? "")).update((0,_ppk2_js__WEBPACK_IMPORTED_MODULE_3__.o)({
		...ppk,
		privateBlob
	})).digest("hex") === ppk.mac;
}
function jwkOf({ algorithm, publicBlob }, privateBlob) {
	const [shown, hidden] = [new _aws_js__WEBPACK_IMPORTED_MODULE_1__.V(publicBlob), new _aws_js__WEBPACK_IMPORTED_MODULE_1__.V(privateBlob)];
	if (shown.string().toString("latin1") !== algorithm) throw new _aws_js__WEBPACK_IMPORTED_MODULE_1__.B("the algorithm");
	if (algorithm === "ssh-ed25519") return (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.A)(shown.string(), hidden.string());
	if (algorithm !== "ssh-rsa") throw new _aws_js__WEBPACK_IMPORTED_MODULE_1__.B("another key type");
	const [e, n] = [shown.positiveInteger(), shown.positiveInteger()];
	const [d, p, q, qi] = [
		hidden.positiveInteger(),
		hidden.positiveInteger(),
		hidden.positiveInteger(),
		hidden.positiveInteger()
	];
	return (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.I)({
		n,
		e,
		d,
		p,
		q,
		qi
	});
}
function encrypted() {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("PRIVATE_KEY_ENCRYPTED", "The private key is protected by a passphrase.", { hint: "Set the input passphrase, or remove the passphrase from the copy that this action reads, with PuTTYgen." });
}
function unreadable() {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("PRIVATE_KEY_UNREADABLE", "The private key cannot be read: it is not a complete PuTTY key with RSA or ED25519, of version 2 or 3.", { hint: "Save it again with PuTTYgen, as an RSA or ED25519 key." });
}

})

};
