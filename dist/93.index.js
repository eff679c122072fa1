export const id = 93;
export const ids = [93];
export const modules = {

5401:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => resolvePath,
c: () => pathTaken,
i: () => isInUploads,
n: () => inspectGivenPath,
o: () => notWritable,
r: () => inspectPath,
s: () => pathEscapes,
t: () => assertInside
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3024);

// src/destinations/file/path-errors.ts
function pathTaken(existing, what, target) {
	if (target !== void 0) return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("PATH_TAKEN", `${existing} is ${what}, so ${target} cannot be created.`, { hint: "Set another private-key-path." });
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("PATH_TAKEN", `${existing} already exists (${what}). It was left untouched.`, { hint: "Set another private-key-path, or delete the existing file in an earlier step." });
}
function pathTracked(target) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("PATH_TRACKED", `${target} is tracked by git: the next commit would include the private key.`, { hint: "Set a private-key-path outside the repository, or leave it out to get a file in the runner's temp folder." });
}
function notWritable(target, folder, cause) {
	const code = cause instanceof Error && "code" in cause ? ` (${String(cause.code)})` : "";
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("PATH_NOT_WRITABLE", `Cannot create ${target} in ${folder}${code}.`, {
		hint: "Set a private-key-path in a folder that this job can write to, or leave it out.",
		cause
	});
}
function pathEscapes(target, real) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("PATH_LEADS_OUT", `${target} passes through a symbolic link to ${real}. Links are not followed.`, { hint: "Set a private-key-path without links to other places. A checked-out repository can contain such links." });
}
// src/destinations/file/file-path.ts
function resolvePath(given, { workspace, home }) {
	return given.startsWith("~/") ? node_path__WEBPACK_IMPORTED_MODULE_1__.join(home, given.slice(2)) : node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(workspace, given);
}
async function inspectPath(target, folders) {
	const existing = lstatOrUndefined(target);
	if (existing) throw pathTaken(target, existing.isDirectory() ? "a folder" : existing.isFile() ? "a file" : "a link or device");
	const { parent, missing } = nearestFolder(node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(target), target);
	const realParent = realFolder(parent, target);
	assertInside(target, realParent, folders);
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_2__.accessSync)(realParent, node_fs__WEBPACK_IMPORTED_MODULE_2__.constants.W_OK | node_fs__WEBPACK_IMPORTED_MODULE_2__.constants.X_OK);
	} catch (cause) {
		throw notWritable(target, realParent, cause);
	}
	return {
		path: target,
		realParent,
		missing
	};
}
async function inspectGivenPath(given, folders) {
	const target = resolvePath(given, folders);
	const free = await inspectPath(target, folders);
	const { isTracked } = await __webpack_require__.e(/* import() */ 922).then(__webpack_require__.bind(__webpack_require__, 6922));
	if (await isTracked(node_path__WEBPACK_IMPORTED_MODULE_1__.join(free.realParent, ...free.missing, node_path__WEBPACK_IMPORTED_MODULE_1__.basename(target)))) throw pathTracked(target);
	return free;
}
function isInUploads(file, { workspace }) {
	const root = realOrGiven(workspace);
	const names = node_path__WEBPACK_IMPORTED_MODULE_1__.relative(root, file).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
	return isWithin(root, file) && !names.some((name) => name.startsWith("."));
}
function assertInside(target, realParent, { workspace, temp, home }) {
	for (const root of [
		workspace,
		temp,
		home
	]) {
		if (!isWithin(root, node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(target))) continue;
		if (isWithin(node_fs__WEBPACK_IMPORTED_MODULE_2__.realpathSync.native(root), realParent)) return;
		throw pathEscapes(target, realParent);
	}
}
function nearestFolder(folder, target) {
	const missing = [];
	for (let parent = folder;; parent = node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(parent)) {
		const existing = lstatOrUndefined(parent);
		if (existing?.isDirectory() || existing?.isSymbolicLink()) return {
			parent,
			missing
		};
		if (existing || parent === node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(parent)) throw pathTaken(parent, "not a folder", target);
		missing.unshift(node_path__WEBPACK_IMPORTED_MODULE_1__.basename(parent));
	}
}
function realOrGiven(folder) {
	try {
		return node_fs__WEBPACK_IMPORTED_MODULE_2__.realpathSync.native(folder);
	} catch {
		return folder;
	}
}
function isWithin(root, folder) {
	const relative = node_path__WEBPACK_IMPORTED_MODULE_1__.relative(root, folder);
	return relative === "" || !(relative === ".." || relative.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) || node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute(relative));
}
function realFolder(folder, target) {
	try {
		return node_fs__WEBPACK_IMPORTED_MODULE_2__.realpathSync.native(folder);
	} catch (error) {
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)(error, "ENOENT", "ELOOP")) throw pathEscapes(target, "a missing target");
		throw notWritable(target, folder, error);
	}
}
function lstatOrUndefined(target) {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.lstatSync)(target);
	} catch (error) {
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)(error, "ENOENT", "ENOTDIR")) return void 0;
		throw notWritable(target, node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(target), error);
	}
}

}),

6093:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
openFile: () => openFile
});
var _shell_word_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1762);
var _file_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5401);
var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9432);
var _file_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5371);
var node_crypto__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7598);
var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);
var node_fs__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3024);

// src/destinations/file/new-file.ts
const fileMode = 256;
const folderMode = 448;
async function reserveFile(file) {
	const { free, retention, claims, restrictToOwner } = file;
	const record = recordOf(free);
	const claim = claims.intend(record, retention);
	const descriptor = createEmpty(record, free);
	try {
		const held = await asPathError(free, async () => {
			(0,node_fs__WEBPACK_IMPORTED_MODULE_5__.fchmodSync)(descriptor, fileMode);
			await restrictToOwner?.(record.temporary);
			return {
				...record,
				identity: (0,_file_record_js__WEBPACK_IMPORTED_MODULE_2__.t)((0,node_fs__WEBPACK_IMPORTED_MODULE_5__.fstatSync)(descriptor, { bigint: true }))
			};
		});
		claim.held(held);
		await asPathError(free, () => assertNotMoved(held.temporary, held));
		return {
			write: async (text) => write(text, held, descriptor),
			close: async () => (0,node_fs__WEBPACK_IMPORTED_MODULE_5__.closeSync)(descriptor)
		};
	} catch (error) {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_5__.closeSync)(descriptor);
		throw error;
	}
}
function recordOf({ path: target, realParent, missing }) {
	const folder = node_path__WEBPACK_IMPORTED_MODULE_4__.join(realParent, ...missing);
	return {
		kind: "file",
		path: node_path__WEBPACK_IMPORTED_MODULE_4__.join(folder, node_path__WEBPACK_IMPORTED_MODULE_4__.basename(target)),
		temporary: node_path__WEBPACK_IMPORTED_MODULE_4__.join(folder, `.ec2-key-pair-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_3__.randomBytes)(8).toString("hex")}`),
		folders: missing.map((_, depth) => node_path__WEBPACK_IMPORTED_MODULE_4__.join(realParent, ...missing.slice(0, depth + 1)))
	};
}
function createEmpty(record, free) {
	try {
		for (const folder of record.folders) (0,node_fs__WEBPACK_IMPORTED_MODULE_5__.mkdirSync)(folder, folderMode);
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_5__.openSync)(record.temporary, node_fs__WEBPACK_IMPORTED_MODULE_5__.constants.O_CREAT | node_fs__WEBPACK_IMPORTED_MODULE_5__.constants.O_EXCL | node_fs__WEBPACK_IMPORTED_MODULE_5__.constants.O_WRONLY, fileMode);
	} catch (error) {
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__.n)(error, "EEXIST")) throw (0,_file_path_js__WEBPACK_IMPORTED_MODULE_0__.c)(free.path, "it was created just now");
		throw (0,_file_path_js__WEBPACK_IMPORTED_MODULE_0__.o)(free.path, free.realParent, error);
	}
}
function write(text, record, descriptor) {
	try {
		assertNotMoved(record.temporary, record);
		(0,node_fs__WEBPACK_IMPORTED_MODULE_5__.writeFileSync)(descriptor, text);
		linkIntoPlace(record);
		(0,node_fs__WEBPACK_IMPORTED_MODULE_5__.unlinkSync)(record.temporary);
		assertNotMoved(record.path, record);
		return record.path;
	} catch (error) {
		truncate(descriptor);
		throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__.t ? error : (0,_file_path_js__WEBPACK_IMPORTED_MODULE_0__.o)(record.path, node_path__WEBPACK_IMPORTED_MODULE_4__.dirname(record.path), error);
	}
}
function truncate(descriptor) {
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_5__.ftruncateSync)(descriptor, 0);
	} catch {}
}
function assertNotMoved(target, { identity }) {
	const folder = node_path__WEBPACK_IMPORTED_MODULE_4__.dirname(target);
	const real = node_fs__WEBPACK_IMPORTED_MODULE_5__.realpathSync.native(folder);
	const existing = (0,node_fs__WEBPACK_IMPORTED_MODULE_5__.lstatSync)(target, { bigint: true });
	if (real !== folder || (0,_file_record_js__WEBPACK_IMPORTED_MODULE_2__.t)(existing) !== identity) throw (0,_file_path_js__WEBPACK_IMPORTED_MODULE_0__.s)(target, real);
}
function linkIntoPlace({ path: target, temporary }) {
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_5__.linkSync)(temporary, target);
	} catch (error) {
		throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__.n)(error, "EEXIST") ? (0,_file_path_js__WEBPACK_IMPORTED_MODULE_0__.c)(target, "it was created just now") : error;
	}
}
async function asPathError({ path: target, realParent }, work) {
	try {
		return await work();
	} catch (error) {
		throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__.t ? error : (0,_file_path_js__WEBPACK_IMPORTED_MODULE_0__.o)(target, realParent, error);
	}
}
// src/destinations/file/file.ts
async function openFile(request, pair, context) {
	const { folders } = context;
	const { keyName, publicKey } = pair;
	if (request.path !== void 0 && publicKey !== void 0) {
		const target = (0,_file_path_js__WEBPACK_IMPORTED_MODULE_0__.a)(request.path, folders);
		const { holdsKey } = await Promise.all(/* import() */[__webpack_require__.e(685), __webpack_require__.e(226)]).then(__webpack_require__.bind(__webpack_require__, 6419));
		if (await holdsKey(target, {
			keyName,
			publicKey
		}, folders)) return existingFile(target);
	}
	return newFile(request.path === void 0 ? await (0,_file_path_js__WEBPACK_IMPORTED_MODULE_0__.r)(node_path__WEBPACK_IMPORTED_MODULE_4__.join(folders.temp, suggestedName(keyName, request, context)), folders) : await (0,_file_path_js__WEBPACK_IMPORTED_MODULE_0__.n)(request.path, folders), request, pair, context);
}
function newFile(free, { format, path: given }, { keyName, lifetime }, { folders, stepId, restrictToOwner }) {
	const retention = lifetime === "persistent" && given !== void 0 ? "beyond" : "job";
	return {
		intent: `write the private key to ${free.path} (${format})`,
		tags: [],
		async reserve(claims) {
			const { write, close } = await reserveFile({
				free,
				retention,
				claims,
				restrictToOwner
			});
			return {
				async deliver(key) {
					const file = await write(await key.as(format, { comment: keyName }));
					const stays = retention === "beyond";
					return {
						...deliveredTo(file, stays),
						warnings: (0,_file_path_js__WEBPACK_IMPORTED_MODULE_0__.i)(file, folders) ? [uploadWarning(file)] : [],
						...stays ? {} : { keepAdvice: keepAdvice(lifetime) },
						...format === "pem" ? { usage: loginCommand(file, stays ? void 0 : stepId) } : {}
					};
				},
				close
			};
		}
	};
}
function existingFile(target) {
	return {
		intent: `use the private key file ${target}`,
		tags: [],
		reserve: async () => ({
			deliver: async () => deliveredTo(target, true),
			close: async () => {}
		})
	};
}
function deliveredTo(file, stays) {
	const where = file.replaceAll(node_path__WEBPACK_IMPORTED_MODULE_4__.sep, "/");
	return {
		label: "Private key file",
		where,
		until: stays ? "kept" : "deleted when this job ends",
		outlivesJob: stays,
		outputs: { "private-key-path": where },
		warnings: []
	};
}
function suggestedName(keyName, { format }, { randomHex }) {
	return `${keyName.replace(/[^\w.-]/g, "_").slice(0, 100)}-${randomHex(4)}.${format}`;
}
function uploadWarning(file) {
	return `The private key file is in the workspace (${file}): uploading the workspace or committing all files would include it. Leave out private-key-path to get a file in the runner's temp folder.`;
}
function keepAdvice(lifetime) {
	return lifetime === "persistent" ? "To keep the file on this machine, set private-key-path." : "To keep the file on this machine, set lifetime: persistent and private-key-path.";
}
function loginCommand(file, stepId) {
	return `ssh -i ${stepId === void 0 ? (0,_shell_word_js__WEBPACK_IMPORTED_MODULE_6__.t)(file) : `"\${{ steps.${stepId}.outputs.private-key-path }}"`} ec2-user@<host>`;
}

}),

1762:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => shellWord
});
// src/ledger/shell-word.ts
function shellWord(text) {
	return `'${text.replaceAll("'", "'\\''")}'`;
}

})

};
