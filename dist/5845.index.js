export const id = 5845;
export const ids = [5845];
export const modules = {

6419:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
keyFileSource: () => (/* reexport safe */ _existing_key_file2_js__WEBPACK_IMPORTED_MODULE_0__.n)
});
var _existing_key_file2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2117);

}),

2117:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => keyFileSource,
t: () => fileWithKey
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);
var _source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2786);
var _file_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5401);
var _small_file2_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7461);
var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);

// src/destinations/file/existing-key-file.ts
function keyFileSource({ path: given, passphrase }, folders) {
	const target = (0,_file_path_js__WEBPACK_IMPORTED_MODULE_2__.i)(given, folders);
	return {
		notFound: `private-key-path: ${given} does not exist`,
		async find() {
			const privateKey = await readKeyFile(target, passphrase, folders);
			return privateKey && {
				privateKey,
				where: forwardSlashes(target)
			};
		}
	};
}
async function fileWithKey(target, { keyName, publicKey, passphrase }, folders) {
	const file = await (0,_small_file2_js__WEBPACK_IMPORTED_MODULE_3__.n)(target, folders);
	if (file === void 0) return void 0;
	const privateKey = await _aws_js__WEBPACK_IMPORTED_MODULE_0__.b.read(file.text, passphrase);
	if (privateKey.publicKey.equals(publicKey)) return file;
	throw (0,_source_js__WEBPACK_IMPORTED_MODULE_1__.t)({
		privateKey,
		where: forwardSlashes(target)
	}, `"${keyName}" (${(0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.v)(publicKey)})`);
}
async function readKeyFile(target, passphrase, folders) {
	const file = await (0,_small_file2_js__WEBPACK_IMPORTED_MODULE_3__.n)(target, folders);
	return file && _aws_js__WEBPACK_IMPORTED_MODULE_0__.b.read(file.text, passphrase);
}
function forwardSlashes(target) {
	return target.replaceAll(node_path__WEBPACK_IMPORTED_MODULE_4__.sep, "/");
}

}),

5401:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => workspaceAround,
i: () => resolvePath,
n: () => inspectPath,
r: () => isInTemp,
t: () => assertInside
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _path_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9638);
var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
var node_fs__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3024);

// src/destinations/file/file-path.ts
function resolvePath(given, folders) {
	if (given.startsWith("~/")) return node_path__WEBPACK_IMPORTED_MODULE_2__.join(folders.home, given.slice(2));
	return node_path__WEBPACK_IMPORTED_MODULE_2__.resolve(node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute(given) ? known("workspace", folders) ?? "" : folders.workspace, given);
}
async function inspectPath(target, folders) {
	const existing = await lstatOrUndefined(target);
	if (existing) throw (0,_path_errors_js__WEBPACK_IMPORTED_MODULE_1__.r)(target, existing.isDirectory() ? "a folder" : existing.isFile() ? "a file" : "a link or device");
	const { parent, missing } = await nearestFolder(node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(target), target);
	const realParent = await realParentOf(parent, target);
	assertInside(target, realParent, folders);
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_3__.accessSync)(realParent, node_fs__WEBPACK_IMPORTED_MODULE_3__.constants.W_OK | node_fs__WEBPACK_IMPORTED_MODULE_3__.constants.X_OK);
	} catch (cause) {
		throw await (0,_path_errors_js__WEBPACK_IMPORTED_MODULE_1__.t)(target, realParent, cause);
	}
	return {
		path: target,
		realParent,
		missing
	};
}
function workspaceAround(file, folders) {
	const given = known("workspace", folders);
	const workspace = given && (realFolder(given) ?? given);
	return workspace !== void 0 && isWithin(workspace, file) ? workspace : void 0;
}
function isInTemp(target, folders) {
	const temp = known("temp", folders);
	return temp !== void 0 && isWithin(temp, target);
}
function assertInside(target, realParent, folders) {
	for (const name of [
		"workspace",
		"temp",
		"home"
	]) {
		const root = known(name, folders);
		if (root === void 0 || !isWithin(root, node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(target))) continue;
		if (isWithin(realFolder(root) ?? realParent, realParent)) return;
		throw (0,_path_errors_js__WEBPACK_IMPORTED_MODULE_1__.n)(target, realParent);
	}
}
function realFolder(folder) {
	try {
		return node_fs__WEBPACK_IMPORTED_MODULE_3__.realpathSync.native(folder);
	} catch (error) {
		return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)(error, "ENOENT", "ENOTDIR") ? void 0 : folder;
	}
}
function known(name, folders) {
	try {
		return folders[name];
	} catch {
		return;
	}
}
async function nearestFolder(folder, target) {
	const missing = [];
	for (let parent = folder;; parent = node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(parent)) {
		const existing = await lstatOrUndefined(parent);
		if (existing?.isDirectory() || existing?.isSymbolicLink()) return {
			parent,
			missing
		};
		if (existing || parent === node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(parent)) throw (0,_path_errors_js__WEBPACK_IMPORTED_MODULE_1__.r)(parent, "not a folder", target);
		missing.unshift(node_path__WEBPACK_IMPORTED_MODULE_2__.basename(parent));
	}
}
function isWithin(root, folder) {
	const relative = node_path__WEBPACK_IMPORTED_MODULE_2__.relative(root, folder);
	return relative === "" || !(relative === ".." || relative.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`) || node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute(relative));
}
async function realParentOf(folder, target) {
	try {
		return node_fs__WEBPACK_IMPORTED_MODULE_3__.realpathSync.native(folder);
	} catch (error) {
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)(error, "ENOENT", "ELOOP")) throw (0,_path_errors_js__WEBPACK_IMPORTED_MODULE_1__.n)(target, "a missing target");
		throw await (0,_path_errors_js__WEBPACK_IMPORTED_MODULE_1__.t)(target, folder, error);
	}
}
async function lstatOrUndefined(target) {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_3__.lstatSync)(target);
	} catch (error) {
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)(error, "ENOENT", "ENOTDIR")) return void 0;
		throw await (0,_path_errors_js__WEBPACK_IMPORTED_MODULE_1__.t)(target, node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(target), error);
	}
}

}),

1403:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => keyFormats,
t: () => fileFormats
});
// src/keys/formats.ts
const keyFormats = {
	async pem({ passphrase }) {
		if (passphrase === void 0) return ({ pem }) => ({
			text: pem,
			masks: []
		});
		const { encodeEncryptedOpenSsh } = await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(4943), __webpack_require__.e(4342)]).then(__webpack_require__.bind(__webpack_require__, 6553));
		return (key, { comment }) => encodeEncryptedOpenSsh(key, {
			comment,
			passphrase
		});
	},
	openssh: async () => (await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(996)]).then(__webpack_require__.bind(__webpack_require__, 3473))).encodeOpenSsh,
	async ppk({ passphrase }) {
		if (passphrase === void 0) return (await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(2305)]).then(__webpack_require__.bind(__webpack_require__, 5430))).encodePpk;
		const { encodePpkWithPassphrase } = await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(4827)]).then(__webpack_require__.bind(__webpack_require__, 7796));
		return (key, { comment }) => encodePpkWithPassphrase(key, {
			comment,
			passphrase
		});
	}
};
const fileFormats = ["pem", "ppk"];

}),

9638:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => pathEscapes,
r: () => pathTaken,
t: () => notWritable
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);

// src/destinations/file/path-errors.ts
function pathTaken(existing, what, target) {
	if (target !== void 0) return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("PATH_TAKEN", `${existing} is ${what}, so ${target} cannot be created.`, { hint: "Set another private-key-path." });
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("PATH_TAKEN", `${existing} already exists (${what}). It was left untouched.`, { hint: "Set another private-key-path, or delete the existing file in an earlier step." });
}
async function notWritable(target, folder, cause) {
	const { describeNotWritable } = await __webpack_require__.e(/* import() */ 9615).then(__webpack_require__.bind(__webpack_require__, 9615));
	return describeNotWritable(target, folder, cause);
}
function pathEscapes(target, real) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("PATH_LEADS_OUT", `${target} passes through a symbolic link to ${real}. Links are not followed.`, { hint: "Set a private-key-path without links to other places. A checked-out repository can contain such links." });
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
		const read = (0,_regular_file_js__WEBPACK_IMPORTED_MODULE_1__.t)(target, _file_record_js__WEBPACK_IMPORTED_MODULE_3__.i);
		if ("bytes" in read) return {
			text: read.bytes.toString("utf8"),
			stats: read.stats
		};
		throw notAKeyFile(target, read.problem === "too-large" ? "is larger than 64 KB" : "is not a regular file");
	} catch (error) {
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)(error, "ENOENT")) return void 0;
		if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t) throw error;
		throw notAKeyFile(target, "cannot be read, or is a symbolic link", error);
	}
}
async function readGivenFile(given, folders) {
	return (await readSmallFile((0,_file_path_js__WEBPACK_IMPORTED_MODULE_2__.i)(given, folders), folders))?.text;
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
function keyOfAnotherPair({ privateKey, where, advice = "Set the path of the right key, or another key-name." }, keyPair) {
	const found = (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.v)(privateKey.publicKey);
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("PRIVATE_KEY_OF_ANOTHER_PAIR", `The private key in ${where} (${found}) does not belong to key pair ${keyPair}.`, { hint: `Nothing was changed. ${advice}` });
}

})

};
