export const id = 946;
export const ids = [946];
export const modules = {

4292:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => openNoFollow
});
var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);

// src/destinations/file/no-follow.ts
function openNoFollow(target, flags, noFollow = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW ?? 0) {
	if (noFollow === 0 && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(target).isSymbolicLink()) throw Object.assign(new Error(`${target} is a symbolic link`), { code: "ELOOP" });
	return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(target, flags | noFollow);
}

}),

9946:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
openOutput: () => openOutput,
releaseOutput: () => releaseOutput
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _no_follow_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4292);
var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3024);

// src/destinations/output.ts
async function openOutput(_request, { keyName }, { outputFile, setOutput }) {
	return {
		intent: "set the output private-key",
		tags: [],
		async reserve(claims) {
			const record = {
				kind: "output",
				path: outputFile()
			};
			const claim = claims.intend(record, "job");
			return {
				async deliver(key) {
					setOutput("private-key", await key.as("pem", { comment: keyName }));
					claim.held(record);
					return {
						label: "Private key output",
						where: "private-key",
						until: "masked, for this job only",
						outlivesJob: false,
						outputs: {},
						warnings: []
					};
				},
				async close() {}
			};
		}
	};
}
async function releaseOutput({ path: file }) {
	const what = "the private key in the step's output file";
	try {
		return emptyFile(file) ? {
			outcome: "done",
			said: "Removed the private key from the step's output file."
		} : {
			outcome: "already-gone",
			what
		};
	} catch (error) {
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)(error, "ENOENT", "ENOTDIR", "EISDIR", "ENXIO")) return {
			outcome: "already-gone",
			what
		};
		return {
			outcome: "left",
			what,
			why: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)(error, "EACCES", "EPERM") ? "permission denied" : "the file cannot be emptied"
		};
	}
}
function emptyFile(file) {
	const descriptor = (0,_no_follow_js__WEBPACK_IMPORTED_MODULE_1__.t)(file, node_fs__WEBPACK_IMPORTED_MODULE_2__.constants.O_WRONLY | node_fs__WEBPACK_IMPORTED_MODULE_2__.constants.O_NONBLOCK);
	try {
		const isFilled = (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.fstatSync)(descriptor).size > 0;
		if (isFilled) (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.ftruncateSync)(descriptor, 0);
		return isFilled;
	} finally {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_2__.closeSync)(descriptor);
	}
}

})

};
