export const id = 9615;
export const ids = [9615];
export const modules = {

9615:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
describeNotWritable: () => describeNotWritable
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);

// src/destinations/file/not-writable.ts
const unnamed = new Map([["Unknown system error -122", "EDQUOT"], ["Unknown system error -69", "EDQUOT"]]);
const reasons = new Map([
	["EACCES", "permission denied"],
	["EDQUOT", "the disk quota is exceeded"],
	["EIO", "the disk or network drive reported an error"],
	["ENOSPC", "the disk is full"],
	["EPERM", "permission denied"],
	["EROFS", "the file system is read-only"]
]);
function describeNotWritable(target, folder, cause) {
	const given = cause instanceof Error && "code" in cause ? String(cause.code) : "";
	const code = unnamed.get(given) ?? given;
	const reason = reasons.get(code);
	const why = code === "" ? "" : reason === void 0 ? ` (${code})` : `: ${reason} (${code})`;
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("PATH_NOT_WRITABLE", `Cannot create ${target} in ${folder}${why}.`, {
		hint: "Set a private-key-path in a folder that this job can write to, or leave it out.",
		cause
	});
}

})

};
