export const id = 226;
export const ids = [226];
export const modules = {

6419:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
holdsKey: () => holdsKey,
keyFileSource: () => keyFileSource
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);
var _source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2786);
var _file_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5401);
var _small_file2_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7461);
var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);

// src/destinations/file/existing-key-file.ts
function keyFileSource(given, folders) {
	const target = (0,_file_path_js__WEBPACK_IMPORTED_MODULE_2__.a)(given, folders);
	return {
		notFound: `private-key-path: ${given} does not exist`,
		async find() {
			const privateKey = await readKeyFile(target, folders);
			return privateKey && {
				privateKey,
				where: forwardSlashes(target)
			};
		}
	};
}
async function holdsKey(target, { keyName, publicKey }, folders) {
	const privateKey = await readKeyFile(target, folders);
	if (privateKey === void 0 || privateKey.publicKey.equals(publicKey)) return privateKey !== void 0;
	throw (0,_source_js__WEBPACK_IMPORTED_MODULE_1__.t)({
		privateKey,
		where: forwardSlashes(target)
	}, `"${keyName}" (${(0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.x)(publicKey)})`);
}
async function readKeyFile(target, folders) {
	const text = await (0,_small_file2_js__WEBPACK_IMPORTED_MODULE_3__.n)(target, folders);
	return text === void 0 ? void 0 : _aws_js__WEBPACK_IMPORTED_MODULE_0__.u.parse(text);
}
function forwardSlashes(target) {
	return target.replaceAll(node_path__WEBPACK_IMPORTED_MODULE_4__.sep, "/");
}

}),

1403:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => keyFormats
});
// src/keys/formats.ts
const keyFormats = {
	pem: async () => ({ pem }) => ({
		text: pem,
		masks: []
	}),
	ppk: async () => (await Promise.all(/* import() */[__webpack_require__.e(685), __webpack_require__.e(305)]).then(__webpack_require__.bind(__webpack_require__, 5430))).encodePpk
};

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

7461:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => readSmallFile,
t: () => readGivenFile
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _regular_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9722);
var _file_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5401);
var _file_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5371);
var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);
var node_fs__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3024);

// src/destinations/file/small-file.ts
async function readSmallFile(target, folders) {
	try {
		(0,_file_path_js__WEBPACK_IMPORTED_MODULE_2__.t)(target, node_fs__WEBPACK_IMPORTED_MODULE_5__.realpathSync.native(node_path__WEBPACK_IMPORTED_MODULE_4__.dirname(target)), folders);
		const read = (0,_regular_file_js__WEBPACK_IMPORTED_MODULE_1__.t)(target, _file_record_js__WEBPACK_IMPORTED_MODULE_3__.r);
		if ("bytes" in read) return read.bytes.toString("utf8");
		throw notAKeyFile(target, read.problem === "too-large" ? "is larger than 64 KB" : "is not a regular file");
	} catch (error) {
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)(error, "ENOENT")) return void 0;
		if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t) throw error;
		throw notAKeyFile(target, "cannot be read, or is a symbolic link", error);
	}
}
function readGivenFile(given, folders) {
	return readSmallFile((0,_file_path_js__WEBPACK_IMPORTED_MODULE_2__.a)(given, folders), folders);
}
function notAKeyFile(target, why, cause) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("NOT_A_KEY_FILE", `${target} ${why}.`, {
		hint: "Set the path of a regular file of at most 64 KB that this job can read. Links are not followed.",
		cause
	});
}

}),

2786:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => keyOfAnotherPair
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _aws_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3066);

// src/destinations/source.ts
function keyOfAnotherPair({ privateKey, where }, keyPair) {
	const found = (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.x)(privateKey.publicKey);
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("PRIVATE_KEY_OF_ANOTHER_PAIR", `The private key in ${where} (${found}) does not belong to key pair ${keyPair}.`, { hint: "Nothing was changed. Set the path of the right key, or another key-name." });
}

})

};
