export const id = 618;
export const ids = [618];
export const modules = {

4837:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => ec2ErrorNames
});
// src/ec2/ec2-errors.ts
const ec2ErrorNames = {
	duplicate: "InvalidKeyPair.Duplicate",
	notFound: "InvalidKeyPair.NotFound",
	wouldBeAllowed: "DryRunOperation"
};

}),

9863:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
i: () => sha256Fingerprint,
n: () => ec2FingerprintOfImported,
r: () => sameFingerprint,
t: () => ec2FingerprintOfCreated
});
var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

// src/keys/fingerprint.ts
function sha256Fingerprint(publicKey) {
	return `SHA256:${sha256(publicKey)}`;
}
function ec2FingerprintOfCreated(privateKey) {
	return privateKey.type === "rsa" ? colonHex(privateKey.pkcs8Sha1()) : sha256(privateKey.publicKey);
}
function ec2FingerprintOfImported(publicKey) {
	return publicKey.type === "rsa" ? colonHex((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("md5").update(publicKey.spki()).digest()) : sha256(publicKey);
}
function sameFingerprint(a, b) {
	return withoutPrefixAndPadding(a) !== "" && withoutPrefixAndPadding(a) === withoutPrefixAndPadding(b);
}
function sha256(publicKey) {
	return withoutPadding((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(publicKey.blob).digest("base64"));
}
function withoutPrefixAndPadding(fingerprint) {
	return withoutPadding(fingerprint.replace(/^SHA256:/, ""));
}
function withoutPadding(base64) {
	return base64.replace(/=+$/, "");
}
function colonHex(digest) {
	return digest.toString("hex").replace(/..(?!$)/g, "$&:");
}

}),

8618:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
importOperation: () => importOperation
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);
var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9432);
var _fingerprint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9863);
var _ownership_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8826);
var _ec2_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4837);
var _public_key_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6356);
var _result_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4942);
var _new_pair_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1378);

// src/ec2/import-key-pair.ts
const maxRequests = 5;
async function importKeyPair(pair, keyPairs, { record, claim }) {
	let mayExist = false;
	for (let requests = 1;; requests += 1) {
		const attempt = await attemptToImport(pair, keyPairs, () => {
			mayExist = true;
		});
		if ("keyPairId" in attempt) {
			claim.held({
				...record,
				keyPairId: attempt.keyPairId
			});
			return {
				...attempt,
				created: true
			};
		}
		const { error } = attempt;
		const isTaken = (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.v)(error, _ec2_errors_js__WEBPACK_IMPORTED_MODULE_4__.t.duplicate);
		if (!isTaken && !mayExist && (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__._)(error) !== "uncertain") claim.cancelled();
		if (!isTaken) throw error;
		const holder = await keyPairs.findEventually({ keyName: pair.keyName });
		if (holder !== void 0) return useHolder(holder, pair.publicKey, {
			record,
			claim
		});
		if (requests === maxRequests) throw error;
	}
}
async function attemptToImport(pair, keyPairs, onResponseLost) {
	try {
		return await keyPairs.import(pair, onResponseLost);
	} catch (error) {
		return { error };
	}
}
function useHolder(holder, publicKey, { record, claim }) {
	const { keyPairId, fingerprint } = holder;
	const created = holder.tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_3__.o.nonce) === record.nonce;
	if (created) claim.held({
		...record,
		keyPairId
	});
	else claim.cancelled();
	refuseOtherKey(holder, publicKey);
	return {
		keyPairId,
		fingerprint,
		created
	};
}
function refuseOtherKey(pair, publicKey) {
	if (pair.publicKey?.equals(publicKey)) return;
	const { keyName, region, keyPairId, fingerprint } = pair;
	const theirs = pair.publicKey === void 0 ? fingerprint : `${fingerprint}, ${(0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__.i)(pair.publicKey)}`;
	const ours = `${(0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__.n)(publicKey)}, ${(0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__.i)(publicKey)}`;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("KEY_DIFFERS", `Key pair "${keyName}" in ${region} (${keyPairId}) contains a different key (fingerprint ${theirs}; yours is ${ours}).`, { hint: "An import never replaces a key. Set another key-name, or delete the key pair first if no one needs it." });
}
// src/operations/import.ts
const importOperation = {
	async plan(request, step) {
		const publicKey = _public_key_js__WEBPACK_IMPORTED_MODULE_5__.t.parseOpenSsh(await publicKeyText(request.publicKey, step));
		const keyName = (0,_new_pair_js__WEBPACK_IMPORTED_MODULE_6__.t)(request.name, step);
		const existing = "exact" in request.name ? await step.keyPairs.find({ keyName }) : void 0;
		if (existing !== void 0) refuseOtherKey(existing, publicKey);
		const identity = (0,_new_pair_js__WEBPACK_IMPORTED_MODULE_6__.r)(keyName, request, step);
		return {
			pair: {
				keyName,
				publicKey,
				tags: identity.tags
			},
			identity,
			existing
		};
	},
	preview({ pair, identity, existing }, { keyPairs }) {
		const which = `key pair "${pair.keyName}" in ${keyPairs.region}`;
		if (existing !== void 0) return [{ text: `leave ${which} as it is: it already contains this key` }];
		const { type } = pair.publicKey;
		return [{
			text: `import ${which} (${type}, ${(0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__.i)(pair.publicKey)})`,
			ask: () => keyPairs.checkPermission({
				call: "ImportKeyPair",
				pair
			})
		}, ...(0,_new_pair_js__WEBPACK_IMPORTED_MODULE_6__.i)(identity.lifetime)];
	},
	async execute(plan, step) {
		const { pair, identity, existing } = plan;
		const { record, lifetime } = identity;
		return step.claims.undoUnless(async (claims) => {
			if (existing === void 0) step.log.info(`Importing ${pair.publicKey.type} key pair "${pair.keyName}" in ${step.region}.`);
			const result = resultOf(existing === void 0 ? await importKeyPair(pair, step.keyPairs, {
				record,
				claim: claims.intend(record, (0,_new_pair_js__WEBPACK_IMPORTED_MODULE_6__.a)(lifetime))
			}) : {
				...existing,
				created: false
			}, plan, step.region);
			step.setOutputs((0,_result_js__WEBPACK_IMPORTED_MODULE_7__.t)(result));
			return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__.n)(result);
		});
	}
};
function resultOf(imported, plan, region) {
	const { keyPairId, fingerprint, created } = imported;
	const { keyName, publicKey } = plan.pair;
	const { lifetime, expiresAt } = plan.identity;
	return {
		keyName,
		keyPairId,
		region,
		keyType: publicKey.type,
		fingerprint,
		sha256Fingerprint: (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__.i)(publicKey),
		publicKey: publicKey.openSshLine(keyName),
		change: created ? "imported" : "none",
		lifetime: created ? lifetime : void 0,
		expiresAt: created ? expiresAt : void 0,
		runUrl: plan.existing && (0,_ownership_js__WEBPACK_IMPORTED_MODULE_3__.a)(plan.existing.tags),
		delivered: []
	};
}
async function publicKeyText(source, step) {
	if ("text" in source) return source.text;
	const text = await step.readWorkspaceFile(source.path);
	if (text !== void 0) return text;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("NO_PUBLIC_KEY_FILE", `public-key-path: ${source.path} does not exist.`, { hint: "The path is relative to the workspace. Check that the repository is checked out before this step." });
}

}),

1378:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => retentionOf,
i: () => previewOfCleanup,
n: () => expiryOf,
r: () => identifyNewPair,
t: () => chosenName
});
var _ownership_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8826);

// src/operations/new-pair.ts
function chosenName(name, { run, randomHex }) {
	return "exact" in name ? name.exact : `${name.prefix}${run.runId}-${run.attempt}-${randomHex(4)}`;
}
function identifyNewPair(keyName, { tags, lifetime, expiresAfter }, { run, region, credentialsId, now, randomHex }) {
	const nonce = randomHex(16);
	const expiresAt = expiryOf(expiresAfter, now());
	return {
		record: {
			kind: "key-pair",
			region,
			keyName,
			nonce,
			credentials: credentialsId
		},
		tags: (0,_ownership_js__WEBPACK_IMPORTED_MODULE_0__.s)({
			run,
			lifetime,
			nonce,
			expiresAt
		}, tags),
		lifetime,
		expiresAt
	};
}
function expiryOf(expiresAfter, now) {
	return expiresAfter === void 0 ? void 0 : new Date(now.getTime() + expiresAfter);
}
function retentionOf(lifetime) {
	return lifetime === "job" ? "job" : "beyond";
}
function previewOfCleanup(lifetime) {
	return lifetime === "job" ? [{ text: "delete the key pair when the job ends" }] : [];
}

}),

6356:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => uint32,
i: () => WireReader,
n: () => printableComment,
o: () => wireInteger,
r: () => MalformedError,
s: () => wireString,
t: () => PublicKey
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
	if (line === void 0) throw unreadable("The public key is empty.", setWholeLine);
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
function unreadable(message, hint) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("PUBLIC_KEY_UNREADABLE", message, { hint });
}
function incomplete(reason) {
	return unreadable(`The public key is incomplete or damaged: ${reason}.`, setWholeLine);
}
function notSupported(what) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("PUBLIC_KEY_TYPE_NOT_SUPPORTED", `EC2 does not support ${what}. It supports RSA keys (1024, 2048 or 4096 bits) and ED25519 keys.`, { hint: "Create a supported key: `ssh-keygen -t ed25519` (not for Windows instances) or `ssh-keygen -t rsa -b 4096`." });
}
function privateKeyInstead() {
	return unreadable("public-key contains a private key.", "It may already be in this job's log: revoke that key, and set public-key to its public half (`ssh-keygen -y -f <private key>`).");
}
function severalLines(lines) {
	const keys = lines.filter(hasTypeWord);
	return keys.length > 1 ? unreadable(`EC2 accepts one public key, but ${keys.length} were set.`, "Set one key, on one line.") : unreadable("The public key contains line breaks.", "Put the key on one line.");
}
function otherStart(line) {
	return hasTypeWord(line) ? unreadable("The public key has text before its type, such as the options in an authorized_keys file.", "Remove that text: the line must start with ssh-rsa or ssh-ed25519.") : unreadable("The public key does not start with ssh-rsa or ssh-ed25519.", setWholeLine);
}

}),

4942:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => reportOf,
t: () => outputsOf
});
// src/results/result.ts
function outputsOf(result) {
	const outputs = {
		"key-name": result.keyName,
		"key-pair-id": result.keyPairId,
		"key-fingerprint": result.fingerprint,
		"key-type": result.keyType ?? "",
		"public-key": result.publicKey,
		"private-key-path": "",
		"aws-region": result.region,
		created: String(result.change !== "none")
	};
	return Object.assign({}, outputs, ...result.delivered.map((delivered) => delivered.outputs));
}
function reportOf(result) {
	return {
		lines: linesOf(result),
		warnings: warningsOf(result),
		summary: summaryOf(result)
	};
}
function linesOf(result) {
	const { keyName, keyPairId, region, fingerprint } = result;
	return [
		`${{
			created: "Created",
			imported: "Imported",
			none: "Found"
		}[result.change]} key pair "${keyName}" (${keyPairId}) in ${region}, fingerprint ${fingerprint}.`,
		...keptUntil(result).map((sentence) => `It is ${sentence}.`),
		...result.delivered.map(({ label, where, until }) => `${label}: ${where} (${until})`),
		...usagesOf(result).map((usage) => `To log in: ${usage}`)
	];
}
function warningsOf(result) {
	const { keyName, lifetime, delivered } = result;
	const warnings = delivered.flatMap((one) => one.warnings);
	const isLost = !delivered.some(({ outlivesJob }) => outlivesJob);
	if (result.change !== "created" || lifetime === "job" || !isLost) return warnings;
	return [[
		`Key pair "${keyName}" will outlive this job, but its private key will not: EC2 returns it only once, at creation.`,
		...delivered.flatMap(({ keepAdvice }) => keepAdvice ?? []),
		"If no other job needs it, set lifetime: job."
	].join(" "), ...warnings];
}
function summaryOf(result) {
	const { keyName, keyPairId, region, change, delivered, runUrl } = result;
	const heading = {
		created: "created",
		imported: "imported",
		none: "in use"
	}[change];
	const rows = [
		["Name", {
			value: keyName,
			...linkTo(consoleUrl(result))
		}],
		["ID", { value: keyPairId }],
		["Type", result.keyType === void 0 ? "Unknown" : { value: result.keyType }],
		["Region", { value: region }],
		["Fingerprint", { value: result.fingerprint }],
		...result.sha256Fingerprint === "" ? [] : [["SSH fingerprint", { value: result.sha256Fingerprint }]],
		...keptUntil(result).map((sentence) => ["Lifetime", capitalized(sentence)]),
		...runUrl === void 0 ? [] : [["Created by", {
			value: runUrl,
			url: runUrl
		}]],
		...delivered.length === 0 ? [["Private key", "Not available in this job"]] : [],
		...delivered.map(({ label, where, until }) => [label, {
			value: where,
			note: until
		}])
	];
	const notes = usagesOf(result).map((command) => ({
		text: "To log in:",
		command
	}));
	return {
		heading: `EC2 key pair ${heading}`,
		subject: keyName,
		rows,
		notes
	};
}
function keptUntil({ lifetime, expiresAt }) {
	if (lifetime === void 0) return [];
	return [`${{
		job: "deleted when this job ends",
		run: "kept until a step deletes it with its run-id",
		persistent: "kept until you delete it"
	}[lifetime]}${expiresAt === void 0 ? "" : `, and tagged to expire at ${toSeconds(expiresAt)}`}`];
}
function usagesOf({ delivered }) {
	return delivered.flatMap(({ usage }) => usage ?? []);
}
const consoleHosts = [
	[/^cn-/, "console.amazonaws.cn"],
	[/^us-gov-/, "console.amazonaws-us-gov.com"],
	[/^(?!us-iso|eu-iso)(?:af|ap|ca|eu|il|me|mx|sa|us)-/, "console.aws.amazon.com"]
];
function consoleUrl({ keyName, region }) {
	const [, host] = consoleHosts.find(([partition]) => partition.test(region)) ?? [];
	if (host === void 0) return void 0;
	const inUrl = encodeURIComponent(region);
	return `https://${inUrl}.${host}/ec2/home?region=${inUrl}#KeyPairs:keyName=${encodeURIComponent(keyName.toWellFormed())}`;
}
function linkTo(url) {
	return url === void 0 ? {} : { url };
}
function toSeconds(time) {
	return time.toISOString().replace(/\.\d+Z$/, "Z");
}
function capitalized(sentence) {
	return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

})

};
