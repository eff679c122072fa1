export const id = 1052;
export const ids = [1052];
export const modules = {

1052:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
requireFree: () => (/* reexport safe */ _store_taken2_js__WEBPACK_IMPORTED_MODULE_0__.t)
});
var _store_taken2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2620);

})

};
