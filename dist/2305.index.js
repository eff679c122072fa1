export const id = 2305;
export const ids = [2305];
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

5430:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
encodePpk: () => (/* reexport safe */ _ppk2_js__WEBPACK_IMPORTED_MODULE_0__.t)
});
var _ppk2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7758);

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
