export const id = 2024;
export const ids = [2024];
export const modules = {

2024:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
isSameAccount: () => (/* reexport safe */ _caller_js__WEBPACK_IMPORTED_MODULE_0__.r)
});
var _caller_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8128);

})

};
