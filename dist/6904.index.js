export const id = 6904;
export const ids = [6904];
export const modules = {

6904:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
fromEnv: () => (/* reexport safe */ _aws_js__WEBPACK_IMPORTED_MODULE_0__.ft)
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);

})

};
