export const id = 9498;
export const ids = [9498];
export const modules = {

9498:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
windowsPrograms: () => windowsPrograms
});
var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

// src/runner/windows-programs.ts
function windowsPrograms(libraries = loadedLibraries()) {
	const core = libraries.find((library) => /^[a-z]:\\.*\\ntdll\.dll$/i.test(library));
	if (core === void 0) throw new Error("ntdll.dll is not among the libraries of this process");
	return node_path__WEBPACK_IMPORTED_MODULE_0__.win32.dirname(core);
}
function loadedLibraries() {
	const { sharedObjects } = Object.assign(process.report, { excludeNetwork: true }).getReport();
	return sharedObjects;
}

})

};
