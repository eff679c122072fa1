export const id = 430;
export const ids = [430];
export const modules = {

5430:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
encodePpk: () => encodePpk
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);
var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7598);

// src/keys/ppk.ts
const lineWidth = 64;
const encryption = "none";
function encodePpk(key, options) {
	const { publicKey } = key;
	const comment = (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.h)(options.comment);
	const privateBlob = privateBlobOf(key);
	const publicLines = (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__._)(publicKey.blob.toString("base64"), lineWidth);
	const privateLines = (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__._)(privateBlob.toString("base64"), lineWidth);
	const signed = [
		publicKey.algorithm,
		encryption,
		comment,
		publicKey.blob,
		privateBlob
	].map(_aws_js__WEBPACK_IMPORTED_MODULE_0__.y);
	const text = {
		before: [
			`PuTTY-User-Key-File-2: ${publicKey.algorithm}`,
			`Encryption: ${encryption}`,
			`Comment: ${comment}`,
			`Public-Lines: ${publicLines.length}`,
			...publicLines,
			`Private-Lines: ${privateLines.length}`
		],
		secret: privateLines,
		after: [`Private-MAC: ${macOf(Buffer.concat(signed))}`]
	};
	return {
		text: `${[
			...text.before,
			...text.secret,
			...text.after
		].join("\n")}\n`,
		masks: (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.g)(text, (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.p)(key.key))
	};
}
function privateBlobOf({ key, publicKey }) {
	const numbers = (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.f)(key);
	const names = publicKey.type === "rsa" ? [
		"d",
		"p",
		"q",
		"qi"
	] : ["d"];
	const write = publicKey.type === "rsa" ? _aws_js__WEBPACK_IMPORTED_MODULE_0__.v : _aws_js__WEBPACK_IMPORTED_MODULE_0__.y;
	return Buffer.concat(names.map((name) => write(numbers[name] ?? Buffer.alloc(0))));
}
function macOf(signed) {
	const macKey = (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)("sha1").update("putty-private-key-file-mac-key").digest();
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHmac)("sha1", macKey).update(signed).digest("hex");
}

})

};
