export const id = 9946;
export const ids = [9946];
export const modules = {

9946:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
openOutput: () => openOutput,
releaseOutput: () => releaseOutput
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _regular_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9722);
var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3024);

// src/destinations/output.ts
const notAFile = [
	"EISDIR",
	"ENXIO",
	"ELOOP"
];
async function openOutput(_request, { keyName }, { outputFile, setOutput, userId }) {
	const delivered = {
		label: "Private key output",
		where: "private-key",
		until: "masked, for this job only",
		outlivesJob: false,
		outputs: {},
		warnings: []
	};
	return {
		intent: "set the output private-key",
		tags: [],
		expected: async () => delivered,
		async reserve(claims) {
			const record = {
				kind: "output",
				path: outputFile()
			};
			const claim = claims.intend(record, "job");
			if (userId !== void 0) await restrictToOwner(record.path);
			return {
				async deliver(key) {
					const text = await key.as("pem", { comment: keyName });
					claim.held({
						...record,
						filled: true
					});
					try {
						setOutput("private-key", text);
					} catch (error) {
						if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t && (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)(error.cause, ...notAFile)) claim.held(record);
						throw error;
					}
					return delivered;
				},
				async close() {}
			};
		}
	};
}
async function restrictToOwner(file) {
	const mode = modeAfterChmod(file);
	if ((mode & 63) === 0) return;
	const { outputReadableByOthers } = await __webpack_require__.e(/* import() */ 421).then(__webpack_require__.bind(__webpack_require__, 421));
	throw outputReadableByOthers(mode);
}
function modeAfterChmod(file) {
	try {
		return (0,_regular_file_js__WEBPACK_IMPORTED_MODULE_1__.n)(file, node_fs__WEBPACK_IMPORTED_MODULE_2__.constants.O_WRONLY, (descriptor) => {
			try {
				(0,node_fs__WEBPACK_IMPORTED_MODULE_2__.fchmodSync)(descriptor, 384);
			} catch {}
			return Number((0,node_fs__WEBPACK_IMPORTED_MODULE_2__.fstatSync)(descriptor, { bigint: true }).mode);
		});
	} catch (cause) {
		const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown error";
		throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("RUNNER_FILE_NOT_WRITABLE", `Cannot write the runner's file for outputs (${code}).`, {
			hint: "An earlier step removed or replaced that file, or the runner's temp folder.",
			cause
		});
	}
}
async function releaseOutput({ path: file, filled }) {
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
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)(error, "ENOENT", "ENOTDIR")) return {
			outcome: "already-gone",
			what
		};
		if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)(error, ...notAFile)) return {
			outcome: "left",
			what,
			why: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)(error, "EACCES", "EPERM") ? "permission denied" : "the file cannot be emptied"
		};
		return filled === true ? {
			outcome: "left",
			what,
			why: `something that is not a regular file is at ${file} now`
		} : {
			outcome: "done",
			said: "Nothing to delete: this step did not write to its output file."
		};
	}
}
function emptyFile(file) {
	return (0,_regular_file_js__WEBPACK_IMPORTED_MODULE_1__.n)(file, node_fs__WEBPACK_IMPORTED_MODULE_2__.constants.O_WRONLY, (descriptor) => {
		const isFilled = (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.fstatSync)(descriptor).size > 0;
		if (isFilled) (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.ftruncateSync)(descriptor, 0);
		return isFilled;
	});
}

}),

9722:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => withOpenFile,
t: () => readSmallRegularFile
});
var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);

// src/regular-file.ts
function withOpenFile(target, flags, work, noFollow) {
	const descriptor = openNoFollow(target, flags | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK, noFollow);
	try {
		return work(descriptor);
	} finally {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
	}
}
function openNoFollow(target, flags, noFollow = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW ?? 0) {
	if (noFollow === 0 && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(target).isSymbolicLink()) throw Object.assign(new Error(`${target} is a symbolic link`), { code: "ELOOP" });
	return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(target, flags | noFollow);
}
function readSmallRegularFile(target, maxBytes) {
	const descriptor = openNoFollow(target, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
	try {
		const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor, { bigint: true });
		if (!stats.isFile()) return { problem: "not-regular" };
		if (stats.size > maxBytes) return { problem: "too-large" };
		const bytes = readAtMost(descriptor, maxBytes + 1);
		return bytes.length > maxBytes ? { problem: "too-large" } : {
			bytes,
			stats
		};
	} finally {
		closeQuietly(descriptor);
	}
}
function closeQuietly(descriptor) {
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
	} catch {}
}
function readAtMost(descriptor, most) {
	const pieces = [];
	for (let left = most; left > 0;) {
		const piece = Buffer.alloc(Math.min(left, 65536));
		const length = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(descriptor, piece);
		if (length === 0) break;
		pieces.push(piece.subarray(0, length));
		left -= length;
	}
	return Buffer.concat(pieces);
}

})

};
