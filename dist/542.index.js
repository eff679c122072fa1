export const id = 542;
export const ids = [542];
export const modules = {

1403:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => keyFormats
});
// src/keys/formats.ts
const keyFormats = {
	pem: async () => ({ pem }) => ({
		text: pem,
		masks: []
	}),
	ppk: async () => (await Promise.all(/* import() */[__webpack_require__.e(685), __webpack_require__.e(305)]).then(__webpack_require__.bind(__webpack_require__, 5430))).encodePpk
};

}),

5020:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
keyHashIn: () => keyHashIn
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);
var _file_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5371);

// src/destinations/file/key-in-text.ts
function keyHashIn(text) {
	const [, publicLines] = /^Public-Lines: \d+\s+([A-Za-z0-9+/=\s]+)^Private-Lines: /m.exec(text) ?? [];
	if (publicLines !== void 0) return (0,_file_record_js__WEBPACK_IMPORTED_MODULE_1__.n)({ blob: Buffer.from(publicLines, "base64") });
	try {
		return (0,_file_record_js__WEBPACK_IMPORTED_MODULE_1__.n)(_aws_js__WEBPACK_IMPORTED_MODULE_0__.u.parse(text).publicKey);
	} catch {
		return;
	}
}

})

};
