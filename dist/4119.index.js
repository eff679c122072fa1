export const id = 4119;
export const ids = [4119];
export const modules = {

4119:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
restrictToOwner: () => restrictToOwner
});
var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3024);
var node_child_process__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1421);

// src/destinations/file/windows-acl.ts
async function restrictToOwner(target, system) {
	const run = async (program, ...args) => {
		const { stdout } = await (0,node_util__WEBPACK_IMPORTED_MODULE_0__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_3__.execFile)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(system, program), args, { windowsHide: true });
		return stdout;
	};
	const user = await run("whoami.exe", "/user", "/fo", "csv", "/nh");
	const sid = /"(S-1-[\d-]+)"\s*$/.exec(user)?.[1];
	if (sid === void 0) throw new Error("whoami did not return the SID of this user");
	await run("icacls.exe", target, "/inheritance:r", "/grant:r", `*${sid}:${(0,node_fs__WEBPACK_IMPORTED_MODULE_2__.statSync)(target, { throwIfNoEntry: false })?.isDirectory() === true ? "(OI)(CI)" : ""}F`);
}

})

};
