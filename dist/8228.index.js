export const id = 8228;
export const ids = [8228];
export const modules = {

8228:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
releaseFile: () => releaseFile
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _shell_word2_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(370);
var _file_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5371);
var _regular_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9722);
var node_fs__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3024);

// src/destinations/file/found-file.ts
async function findFile(record) {
	const stats = statOf(record.path);
	if (stats === void 0) return { is: "nothing" };
	if (!stats.isFile()) return somethingElse("something that is not a regular file is there now");
	const isEmpty = stats.size === 0n;
	const match = matchOf(record.identity, stats);
	if (match === "number and birth" || match === "number" && isEmpty) return {
		is: "ours",
		stats
	};
	if (isEmpty) return {
		is: "something else",
		why: "an empty file is there now",
		mayBeOurs: true
	};
	return findKey(record.path, record);
}
async function findTemporary(target, record) {
	const stats = statOf(target);
	if (stats === void 0 || !stats.isFile()) return { is: "nothing" };
	return record.identity === void 0 || matchOf(record.identity, stats) !== void 0 || stats.size === 0n ? {
		is: "ours",
		stats
	} : findKey(target, record);
}
async function findKey(target, { keyHash }) {
	let read;
	try {
		read = (0,_regular_file_js__WEBPACK_IMPORTED_MODULE_3__.t)(target, _file_record_js__WEBPACK_IMPORTED_MODULE_2__.i);
	} catch (error) {
		return {
			is: "something else",
			why: `another file is there now, which cannot be read (${error instanceof Error && "code" in error ? String(error.code) : "unknown error"})`,
			mayBeOurs: true
		};
	}
	if ("bytes" in read && keyHash !== void 0) {
		const { publicHalvesIn } = await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(7416)]).then(__webpack_require__.bind(__webpack_require__, 3050));
		const blobs = publicHalvesIn(read.bytes.toString("utf8"));
		const others = blobs.filter((blob) => blob === void 0 || (0,_file_record_js__WEBPACK_IMPORTED_MODULE_2__.r)({ blob }) !== keyHash);
		if (others.length === 0) return {
			is: "ours",
			stats: read.stats
		};
		if (others.length < blobs.length) return bundle;
	}
	return somethingElse("another file is there now, in which this private key cannot be found");
}
const bundle = {
	is: "something else",
	why: "another file is there now, which contains this private key and more",
	mayBeOurs: true
};
function somethingElse(why) {
	return {
		is: "something else",
		why,
		mayBeOurs: false
	};
}
function statOf(target) {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_4__.lstatSync)(target, { bigint: true });
	} catch (error) {
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)(error, "ENOENT", "ENOTDIR")) return void 0;
		throw error;
	}
}
function matchOf(identity, stats) {
	const [dev, ino, birth] = identity?.split(":").map(BigInt) ?? [];
	if (dev === void 0 || ino === void 0 || !(0,_file_record_js__WEBPACK_IMPORTED_MODULE_2__.n)({
		dev,
		ino
	}, stats)) return void 0;
	const { birthtimeNs, ctimeNs } = stats;
	if (birth === birthtimeNs && birthtimeNs !== 0n) return "number and birth";
	return birthtimeNs === 0n || birthtimeNs === ctimeNs ? "number" : void 0;
}
// src/destinations/file/remove-file.ts
function removeFile(target, found) {
	const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_4__.lstatSync)(target, { bigint: true });
	assertSame(stats, found, target);
	const hadOtherLinks = stats.nlink > 1n;
	let failure = {};
	if (hadOtherLinks && stats.size > 0n) try {
		emptyFile(target, found);
	} catch (notEmptied) {
		failure = { notEmptied };
	}
	(0,node_fs__WEBPACK_IMPORTED_MODULE_4__.unlinkSync)(target);
	return {
		hadOtherLinks,
		...failure
	};
}
function emptyFile(target, found) {
	const assertOpened = (descriptor) => assertSame((0,node_fs__WEBPACK_IMPORTED_MODULE_4__.fstatSync)(descriptor, { bigint: true }), found, target);
	(0,_regular_file_js__WEBPACK_IMPORTED_MODULE_3__.n)(target, node_fs__WEBPACK_IMPORTED_MODULE_4__.constants.O_RDONLY, (descriptor) => {
		assertOpened(descriptor);
		(0,node_fs__WEBPACK_IMPORTED_MODULE_4__.fchmodSync)(descriptor, 384);
	});
	(0,_regular_file_js__WEBPACK_IMPORTED_MODULE_3__.n)(target, node_fs__WEBPACK_IMPORTED_MODULE_4__.constants.O_WRONLY, (descriptor) => {
		assertOpened(descriptor);
		(0,node_fs__WEBPACK_IMPORTED_MODULE_4__.ftruncateSync)(descriptor, 0);
	});
}
function assertSame(stats, found, target) {
	if ((0,_file_record_js__WEBPACK_IMPORTED_MODULE_2__.n)(stats, found)) return;
	throw Object.assign(new Error(`${target} was replaced`), { code: "replaced just now" });
}
// src/destinations/file/file-claim.ts
async function releaseFile(record) {
	const what = `the private key file ${record.path}`;
	const command = (0,_shell_word2_js__WEBPACK_IMPORTED_MODULE_1__.t)(record.path);
	try {
		const found = await findFile(record);
		const removals = [
			...found.is === "ours" ? [removeFile(record.path, found.stats)] : [],
			...await removeTemporary(record.temporary, record),
			...await removeTemporary((0,_file_record_js__WEBPACK_IMPORTED_MODULE_2__.o)(record), record)
		];
		for (const folder of record.folders.toReversed()) removeIfEmpty(folder);
		if (found.is === "something else" && mayHaveBeenThere(record)) return {
			outcome: "left",
			what,
			why: found.why,
			...found.mayBeOurs ? { command } : {}
		};
		if (removals.length === 0 && found.is === "something else") return {
			outcome: "done",
			said: `Nothing to delete: this step did not create ${record.path}.`
		};
		return outcomeOf(removals, what);
	} catch (error) {
		return {
			outcome: "left",
			what,
			why: codeOf(error),
			command
		};
	}
}
function mayHaveBeenThere({ keyHash, inPlace }) {
	return keyHash !== void 0 || inPlace !== void 0;
}
function outcomeOf(removals, what) {
	const last = removals.at(-1);
	if (last === void 0) return {
		outcome: "already-gone",
		what
	};
	if (last.notEmptied !== void 0) return {
		outcome: "left",
		what,
		why: `it has another hard link, and could not be emptied (${codeOf(last.notEmptied)})`
	};
	return {
		outcome: "done",
		said: `Deleted ${what}.${last.hadOtherLinks ? " It had another hard link, so it was emptied first." : ""}`
	};
}
async function removeTemporary(target, record) {
	const found = await findTemporary(target, record);
	return found.is === "ours" ? [removeFile(target, found.stats)] : [];
}
function removeIfEmpty(folder) {
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_4__.rmdirSync)(folder);
	} catch (error) {
		if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)(error, "ENOENT", "ENOTEMPTY", "EEXIST", "ENOTDIR", "EPERM", "EACCES", "EBUSY")) throw error;
	}
}
function codeOf(error) {
	return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
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

}),

370:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => shellWord,
t: () => removeCommand
});
var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

// src/ledger/shell-word.ts
const usual = node_path__WEBPACK_IMPORTED_MODULE_0__.sep === "\\" ? "PowerShell" : "bash";
const odd = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|#(?=#\[)/u;
function shellWord(text, shell = usual) {
	if (/^[\w./:%+-]+$/.test(text)) return text;
	if (shell === "PowerShell") return powerShellWord(text);
	return odd.test(text) ? escapedWord(text) : `'${text.replaceAll("'", "'\\''")}'`;
}
function removeCommand(file, shell = usual) {
	return `${shell === "PowerShell" ? "Remove-Item -Force -LiteralPath" : "rm -f"} ${shellWord(file, shell)}`;
}
function powerShellWord(text) {
	return `'${text.replace(/['\u2018-\u201b]/g, "$&$&")}'`;
}
function escapedWord(text) {
	const bytes = (character) => [...new TextEncoder().encode(character)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
	return `$'${text.replace(/[\\']/g, "\\$&").replace(new RegExp(odd, "gu"), bytes)}'`;
}

})

};
