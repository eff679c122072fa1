export const id = 6922;
export const ids = [6922];
export const modules = {

6922:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
isTracked: () => isTracked
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);

// src/destinations/file/git-index.ts
const bytesBeforeObjectName = 40;
async function isTracked(target) {
	const workTree = await workTreeOf(node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(target));
	if (workTree === void 0) return false;
	const wanted = node_path__WEBPACK_IMPORTED_MODULE_1__.relative(workTree.root, target).replaceAll(node_path__WEBPACK_IMPORTED_MODULE_1__.sep, "/");
	const settings = await settingsOf(workTree.gitFolder);
	const tracked = await trackedPaths(workTree.gitFolder, settings);
	const known = settings.ignoresCase ? caseFolded : (name) => name;
	return tracked.some((entry) => covers(known(entry), known(wanted)));
}
function covers(entry, wanted) {
	return entry === wanted || entry.endsWith("/") && wanted.startsWith(entry);
}
function caseFolded(name) {
	return name.normalize("NFC").toLowerCase();
}
async function trackedPaths(gitFolder, { usesSha256 }) {
	const index = await readIfExists(node_path__WEBPACK_IMPORTED_MODULE_1__.join(gitFolder, "index"));
	if (index === void 0) return [];
	const objectName = usesSha256 ? 32 : 20;
	const { paths, end } = readEntries(index, objectName);
	const shared = sharedIndexOf(index, end, objectName);
	if (shared === void 0) return paths;
	const sharedIndex = await readIfExists(node_path__WEBPACK_IMPORTED_MODULE_1__.join(gitFolder, `sharedindex.${shared}`));
	return sharedIndex === void 0 ? paths : [...paths, ...readEntries(sharedIndex, objectName).paths];
}
async function workTreeOf(folder) {
	for (let root = folder;; root = node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(root)) {
		const gitFolder = await gitFolderIn(root);
		if (gitFolder !== void 0) return {
			root,
			gitFolder
		};
		if (root === node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(root)) return void 0;
	}
}
async function gitFolderIn(root) {
	const dotGit = node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, ".git");
	try {
		if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(dotGit)).isDirectory()) return dotGit;
	} catch (error) {
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)(error, "ENOENT", "ENOTDIR", "EACCES")) return void 0;
		throw error;
	}
	const named = /^gitdir: (.+)$/m.exec((await readIfExists(dotGit))?.toString("utf8") ?? "")?.[1];
	return named === void 0 ? void 0 : node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(root, named.trim());
}
async function settingsOf(gitFolder) {
	const common = (await readIfExists(node_path__WEBPACK_IMPORTED_MODULE_1__.join(gitFolder, "commondir")))?.toString("utf8").trim() ?? ".";
	const text = (await readIfExists(node_path__WEBPACK_IMPORTED_MODULE_1__.join(node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(gitFolder, common), "config")))?.toString("utf8") ?? "";
	return {
		usesSha256: /^\s*objectformat\s*=\s*sha256\s*$/im.test(text),
		ignoresCase: /^\s*ignorecase\s*=\s*true\s*$/im.test(text)
	};
}
function readEntries(index, objectName) {
	const paths = [];
	if (index.length < 12 || index.toString("latin1", 0, 4) !== "DIRC") return {
		paths,
		end: index.length
	};
	const version = index.readUInt32BE(4);
	let previous = Buffer.alloc(0);
	let at = 12;
	for (let left = index.readUInt32BE(8); left > 0; left -= 1) {
		const start = at;
		const flagsAt = at + bytesBeforeObjectName + objectName;
		if (flagsAt + 4 > index.length) return {
			paths,
			end: index.length
		};
		at = flagsAt + (version >= 3 && (index.readUInt16BE(flagsAt) & 16384) !== 0 ? 4 : 2);
		let kept = Buffer.alloc(0);
		if (version === 4) {
			const dropped = readOffset(index, at);
			kept = previous.subarray(0, previous.length - dropped.value);
			at = dropped.end;
		}
		const end = index.indexOf(0, at);
		if (end < 0) return {
			paths,
			end: index.length
		};
		previous = Buffer.concat([kept, index.subarray(at, end)]);
		paths.push(previous.toString("utf8"));
		at = version === 4 ? end + 1 : start + Math.ceil((end + 1 - start) / 8) * 8;
	}
	return {
		paths,
		end: at
	};
}
function sharedIndexOf(index, afterEntries, objectName) {
	for (let at = afterEntries; at + 8 <= index.length - objectName;) {
		const length = index.readUInt32BE(at + 4);
		if (index.toString("latin1", at, at + 4) === "link") return index.toString("hex", at + 8, at + 8 + objectName);
		at += 8 + length;
	}
}
function readOffset(index, start) {
	let at = start;
	let byte = index[at] ?? 0;
	let value = byte & 127;
	while (byte & 128) {
		at += 1;
		byte = index[at] ?? 0;
		value = (value + 1) * 128 + (byte & 127);
	}
	return {
		value,
		end: at + 1
	};
}
async function readIfExists(file) {
	try {
		return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(file);
	} catch (error) {
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)(error, "ENOENT", "ENOTDIR", "EACCES", "EISDIR")) return void 0;
		throw error;
	}
}

})

};
