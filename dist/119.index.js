export const id = 119;
export const ids = [119];
export const modules = {

4119:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
takeFromOthers: () => takeFromOthers
});
var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
var node_child_process__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1421);

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

})

};
