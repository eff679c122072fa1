export const id = 228;
export const ids = [228];
export const modules = {

8228:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
releaseFile: () => releaseFile
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _shell_word_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1762);
var _file_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5371);
var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3024);

// src/destinations/file/file-claim.ts
async function releaseFile(record) {
	const what = `the private key file ${record.path}`;
	try {
		return remove(record) ? {
			outcome: "done",
			said: `Deleted ${what}.`
		} : {
			outcome: "already-gone",
			what
		};
	} catch (error) {
		return {
			outcome: "left",
			what,
			why: error instanceof Error && "code" in error ? String(error.code) : "unknown error",
			command: `rm -f ${(0,_shell_word_js__WEBPACK_IMPORTED_MODULE_3__.t)(record.path)}`
		};
	}
}
function remove({ path: target, temporary, folders, identity }) {
	const removedTarget = identity !== void 0 && removeIf(target, (existing) => existing === identity);
	const removedTemporary = removeIf(temporary, (existing) => identity === void 0 || existing === identity);
	for (const folder of folders.toReversed()) removeIfEmpty(folder);
	return removedTarget || removedTemporary;
}
function removeIf(target, isMeant) {
	try {
		const existing = (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.lstatSync)(target, { bigint: true });
		if (!existing.isFile() || !isMeant((0,_file_record_js__WEBPACK_IMPORTED_MODULE_1__.t)(existing))) return false;
		(0,node_fs__WEBPACK_IMPORTED_MODULE_2__.unlinkSync)(target);
		return true;
	} catch (error) {
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)(error, "ENOENT", "ENOTDIR")) return false;
		throw error;
	}
}
function removeIfEmpty(folder) {
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_2__.rmdirSync)(folder);
	} catch (error) {
		if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)(error, "ENOENT", "ENOTEMPTY", "EEXIST", "ENOTDIR", "EPERM", "EACCES", "EBUSY")) throw error;
	}
}

}),

1762:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => shellWord
});
// src/ledger/shell-word.ts
function shellWord(text) {
	return /^[\w./:@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

})

};
