export const id = 5366;
export const ids = [5366];
export const modules = {

5366:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
readWithPassphrase: () => readWithPassphrase
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _aws_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3066);
var _openssh_encryption_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4943);
var _openssh_format2_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3771);
var node_crypto__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7598);

// src/keys/decrypt.ts
function readWithPassphrase(text, passphrase) {
	const key = decrypt(text, passphrase);
	if (key === void 0) return (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.C)(text);
	const material = (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.C)(key.export({
		type: "pkcs8",
		format: "pem"
	}).toString());
	return text.includes("BEGIN OPENSSH PRIVATE KEY") ? {
		...material,
		original: (0,_openssh_format2_js__WEBPACK_IMPORTED_MODULE_3__.t)(material, { comment: "" }).text
	} : material;
}
function decrypt(text, passphrase) {
	const [label, ...others] = (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.E)(text);
	if (others.length > 0) return void 0;
	if (label === "ENCRYPTED PRIVATE KEY" || text.includes("Proc-Type: 4,ENCRYPTED")) return decryptPem(text, passphrase);
	return label === "OPENSSH PRIVATE KEY" ? decryptContainer(text, passphrase) : void 0;
}
function decryptPem(text, passphrase) {
	try {
		return (0,node_crypto__WEBPACK_IMPORTED_MODULE_4__.createPrivateKey)({
			key: text,
			passphrase
		});
	} catch {
		throw (0,_openssh_encryption_js__WEBPACK_IMPORTED_MODULE_2__.r)();
	}
}
function decryptContainer(text, passphrase) {
	try {
		const { bytes } = (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.D)(text);
		if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.M)(bytes).cipher === "none") return void 0;
		return (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.x)((0,_openssh_encryption_js__WEBPACK_IMPORTED_MODULE_2__.n)(bytes, passphrase));
	} catch (error) {
		throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t ? error : (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.T)(text);
	}
}

})

};
