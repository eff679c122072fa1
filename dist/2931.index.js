export const id = 2931;
export const ids = [2931];
export const modules = {

2931:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
fetch: () => fetch
});
var _existing_pair_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);

// src/operations/fetch.ts
const fetch = {
	async plan(request, step) {
		const pair = await step.keyPairs.findEventually(request.pair);
		if (pair === void 0) throw (0,_existing_pair_js__WEBPACK_IMPORTED_MODULE_0__.n)(request.pair, step.keyPairs.region, step.run);
		return (0,_existing_pair_js__WEBPACK_IMPORTED_MODULE_0__.r)(pair, request, step);
	},
	preview: (existing, step) => (0,_existing_pair_js__WEBPACK_IMPORTED_MODULE_0__.i)(existing, step),
	execute: (existing, step) => (0,_existing_pair_js__WEBPACK_IMPORTED_MODULE_0__.t)(existing, step)
};

})

};
