export const id = 0;
export const ids = [0];
export const modules = {

/***/ 1000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   takeFromOthers: () => (/* binding */ takeFromOthers)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1421);


// src/delivery/windows-acl.ts
async function takeFromOthers(file) {
	const run = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_1__.execFile);
	const { stdout } = await run("whoami", [
		"/user",
		"/fo",
		"csv",
		"/nh"
	], { windowsHide: true });
	const sid = /S-1-[\d-]+/.exec(stdout)?.[0];
	if (sid === void 0) throw new Error("whoami does not say the SID of this user");
	await run("icacls", [
		file,
		"/inheritance:r",
		"/grant:r",
		`*${sid}:F`
	], { windowsHide: true });
}



/***/ })

};
