export const id = 4827;
export const ids = [4827];
export const modules = {

9060:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => unlessAborted
});
// src/aws/aborted.ts
async function unlessAborted(promise, signal) {
	if (signal === void 0) return promise;
	const { promise: aborted, reject } = Promise.withResolvers();
	const abort = () => reject(signal.reason);
	signal.addEventListener("abort", abort);
	if (signal.aborted) abort();
	try {
		return await Promise.race([promise, aborted]);
	} finally {
		signal.removeEventListener("abort", abort);
	}
}

}),

1099:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => parseKeyPairRecord,
t: () => keyPairIdPattern
});
var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8962);

// src/ec2/key-pair-record.ts
const keyPairIdPattern = /^key-[0-9a-f]+$/;
const parseKeyPairRecord = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.s)("key-pair", {
	region: _record_js__WEBPACK_IMPORTED_MODULE_0__.a,
	keyName: _record_js__WEBPACK_IMPORTED_MODULE_0__.a,
	nonce: _record_js__WEBPACK_IMPORTED_MODULE_0__.a,
	credentials: _record_js__WEBPACK_IMPORTED_MODULE_0__.a,
	account: _record_js__WEBPACK_IMPORTED_MODULE_0__.a,
	source: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.o)(_record_js__WEBPACK_IMPORTED_MODULE_0__.a),
	endpoint: _record_js__WEBPACK_IMPORTED_MODULE_0__.a,
	keyPairId: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.o)((0,_record_js__WEBPACK_IMPORTED_MODULE_0__.i)(keyPairIdPattern)),
	unanswered: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.o)(Number.isSafeInteger)
});

}),

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

7796:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
encodePpkWithPassphrase: () => encodePpkWithPassphrase
});
var _ppk2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7758);
var _ppk_encryption_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7426);
var _aws_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3066);
var node_crypto__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7598);

// src/keys/ppk-with-passphrase.ts
function encodePpkWithPassphrase(key, options) {
	const derivation = (0,_ppk_encryption_js__WEBPACK_IMPORTED_MODULE_1__.o)();
	const keys = (0,_ppk_encryption_js__WEBPACK_IMPORTED_MODULE_1__.a)(options.passphrase, derivation);
	const privateBlob = (0,_ppk_encryption_js__WEBPACK_IMPORTED_MODULE_1__.s)((0,_ppk2_js__WEBPACK_IMPORTED_MODULE_0__.a)(key));
	const comment = (0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.z)(options.comment);
	const parts = (0,_ppk2_js__WEBPACK_IMPORTED_MODULE_0__.r)(key.publicKey, {
		encryption: _ppk_encryption_js__WEBPACK_IMPORTED_MODULE_1__.r,
		comment,
		privateBlob
	});
	const { flavor, memory, passes, parallelism, salt } = derivation;
	const text = (0,_ppk2_js__WEBPACK_IMPORTED_MODULE_0__.s)({
		parts,
		derivation: [
			`Key-Derivation: ${flavor}`,
			`Argon2-Memory: ${memory}`,
			`Argon2-Passes: ${passes}`,
			`Argon2-Parallelism: ${parallelism}`,
			`Argon2-Salt: ${salt.toString("hex")}`
		],
		writtenBlob: (0,_ppk_encryption_js__WEBPACK_IMPORTED_MODULE_1__.n)(privateBlob, keys),
		mac: (0,node_crypto__WEBPACK_IMPORTED_MODULE_3__.createHmac)("sha256", keys.macKey).update((0,_ppk2_js__WEBPACK_IMPORTED_MODULE_0__.o)(parts)).digest("hex")
	});
	return {
		text: (0,_ppk2_js__WEBPACK_IMPORTED_MODULE_0__.n)(text),
		masks: (0,_ppk2_js__WEBPACK_IMPORTED_MODULE_0__.t)(key, options).masks
	};
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

8962:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => nonEmpty,
i: () => matching,
n: () => isTrue,
o: () => optional,
r: () => listOf,
s: () => recordParser,
t: () => absolutePath
});
var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

// src/ledger/record.ts
function recordParser(kind, fields, fits = () => true) {
	const checks = Object.entries(fields);
	return (value) => {
		if (typeof value !== "object" || value === null || !("kind" in value) || value.kind !== kind) return void 0;
		const given = new Map(Object.entries(value));
		if (!checks.every(([name, check]) => check(given.get(name)))) return void 0;
		const record = value;
		return fits(record) ? record : void 0;
	};
}
const nonEmpty = (value) => typeof value === "string" && value !== "";
const absolutePath = (value) => typeof value === "string" && node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute(value);
const isTrue = (value) => value === true;
function matching(pattern) {
	return (value) => typeof value === "string" && pattern.test(value);
}
function listOf(check) {
	return (value) => Array.isArray(value) && value.every(check);
}
function optional(check) {
	return (value) => value === void 0 || check(value);
}

})

};
