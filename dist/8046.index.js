export const id = 8046;
export const ids = [8046];
export const modules = {

8046:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
createInPlace: () => createInPlace
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _path_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9638);

// src/destinations/file/in-place.ts
async function createInPlace({ identity: _, ...first }, place, create) {
	if (place.owner.userId === void 0) throw await (0,_path_errors_js__WEBPACK_IMPORTED_MODULE_1__.t)(place.target, place.folder, Object.assign(new Error(), { code: "no hard links" }));
	const record = {
		...first,
		inPlace: true
	};
	place.claim.held(record);
	try {
		return await create(record.path, record, place);
	} catch (error) {
		if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t && error.code === "PATH_TAKEN") place.claim.held(first);
		throw error;
	}
}

})

};
