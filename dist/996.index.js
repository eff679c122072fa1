export const id = 996;
export const ids = [996];
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

3473:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
encodeOpenSsh: () => (/* reexport safe */ _openssh_format2_js__WEBPACK_IMPORTED_MODULE_0__.t)
});
var _openssh_format2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3771);

}),

3771:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => numbersOf,
r: () => textOfContainer,
t: () => encodeOpenSsh
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);

// src/keys/openssh-format.ts
const lineWidth = 70;
function encodeOpenSsh(material, { comment }) {
	const text = textOfContainer((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.N)(material.publicKey, numbersOf(material), (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.z)(comment)));
	return {
		text,
		masks: (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.G)(text, (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.w)(material.key))
	};
}
function textOfContainer(bytes) {
	return (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.k)("OPENSSH PRIVATE KEY", (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.O)(bytes.toString("base64"), lineWidth));
}
function numbersOf({ key, publicKey }) {
	if (publicKey.type === "ed25519") return (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.j)((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.S)(key, "d"), publicKey);
	return Buffer.concat([
		"n",
		"e",
		"d",
		"qi",
		"p",
		"q"
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
