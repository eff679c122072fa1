export const id = 6829;
export const ids = [6829];
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
	ppk: async () => (await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(2305)]).then(__webpack_require__.bind(__webpack_require__, 5430))).encodePpk
};

}),

7327:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
openKeyPairSession: () => (/* reexport safe */ _aws_js__WEBPACK_IMPORTED_MODULE_0__.t)
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);

})

};
