export const id = 6093;
export const ids = [6093];
export const modules = {

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

6093:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
openFile: () => openFile
});
var _file_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5401);
var _file_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5371);
var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9432);
var _path_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9638);
var node_crypto__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7598);
var node_path__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6760);
var node_fs__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3024);

// src/destinations/file/open-file.ts
const fileMode = 256;
const closed = -1;
var OpenFile = class OpenFile {
	path;
	#descriptor;
	constructor(path, descriptor) {
		this.path = path;
		this.#descriptor = descriptor;
	}
	static create(path) {
		const flags = node_fs__WEBPACK_IMPORTED_MODULE_6__.constants.O_CREAT | node_fs__WEBPACK_IMPORTED_MODULE_6__.constants.O_EXCL | node_fs__WEBPACK_IMPORTED_MODULE_6__.constants.O_WRONLY;
		return new OpenFile(path, (0,node_fs__WEBPACK_IMPORTED_MODULE_6__.openSync)(path, flags, fileMode));
	}
	chmod() {
		try {
			(0,node_fs__WEBPACK_IMPORTED_MODULE_6__.fchmodSync)(this.#descriptor, fileMode);
		} catch {}
	}
	stat() {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_6__.fstatSync)(this.#descriptor, { bigint: true });
	}
	write(text) {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_6__.writeFileSync)(this.#descriptor, text);
	}
	empty() {
		try {
			(0,node_fs__WEBPACK_IMPORTED_MODULE_6__.ftruncateSync)(this.#descriptor, 0);
		} catch {}
	}
	close() {
		if (this.#descriptor === closed) return;
		const descriptor = this.#descriptor;
		this.#descriptor = closed;
		(0,node_fs__WEBPACK_IMPORTED_MODULE_6__.closeSync)(descriptor);
	}
	abandon() {
		try {
			this.close();
		} catch {}
	}
};
// src/destinations/file/empty-file.ts
async function createEmpty(at, record, place) {
	const { claim, owner } = place;
	const file = await asPathError(place, () => OpenFile.create(at));
	let held;
	try {
		held = {
			...record,
			identity: (0,_file_record_js__WEBPACK_IMPORTED_MODULE_1__.t)(await asPathError(place, () => file.stat()))
		};
		claim.held(held);
		await asPathError(place, async () => {
			file.chmod();
			await assertPrivate(file, owner);
			await owner.restrictToOwner?.(at);
			assertNotMoved(file);
		});
		return {
			file,
			record: held
		};
	} catch (error) {
		file.abandon();
		if (held === void 0) await asPathError(place, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_6__.unlinkSync)(at));
		throw error;
	}
}
async function assertPrivate(file, { userId }) {
	if (userId === void 0) return;
	const { mode, uid } = file.stat();
	const isOwn = uid === BigInt(userId);
	if ((mode & 63n) === 0n && isOwn) return;
	const { filesReadableByOthers } = await __webpack_require__.e(/* import() */ 421).then(__webpack_require__.bind(__webpack_require__, 421));
	throw filesReadableByOthers(node_path__WEBPACK_IMPORTED_MODULE_5__.dirname(file.path), Number(mode), isOwn);
}
function assertNotMoved(file, target = file.path) {
	const folder = node_path__WEBPACK_IMPORTED_MODULE_5__.dirname(target);
	const real = node_fs__WEBPACK_IMPORTED_MODULE_6__.realpathSync.native(folder);
	if (real !== folder || !isSameFile(file, target)) throw (0,_path_errors_js__WEBPACK_IMPORTED_MODULE_3__.n)(target, real);
}
function isSameFile(file, target) {
	return (0,_file_record_js__WEBPACK_IMPORTED_MODULE_1__.n)(file.stat(), (0,node_fs__WEBPACK_IMPORTED_MODULE_6__.lstatSync)(target, { bigint: true }));
}
async function asPathError({ target, folder }, work) {
	try {
		return await work();
	} catch (error) {
		if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__.t) throw error;
		throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.n)(error, "EEXIST") ? (0,_path_errors_js__WEBPACK_IMPORTED_MODULE_3__.r)(target, "it was created just now") : await (0,_path_errors_js__WEBPACK_IMPORTED_MODULE_3__.t)(target, folder, error);
	}
}
// src/destinations/file/new-file.ts
const folderMode = 448;
async function reserveFile(request) {
	const { free, retention, claims, owner } = request;
	const record = recordOf(free, owner.restrictToOwner !== void 0);
	const claim = claims.intend(record, retention);
	const place = {
		target: free.path,
		folder: free.realParent,
		claim,
		owner
	};
	await asPathError(place, async () => {
		for (const folder of record.folders) (0,node_fs__WEBPACK_IMPORTED_MODULE_6__.mkdirSync)(folder, folderMode);
		await owner.restrictToOwner?.(node_path__WEBPACK_IMPORTED_MODULE_5__.dirname(record.temporary));
	});
	const reserved = await usable(await createEmpty(record.temporary, record, place), place);
	return {
		write: (text, keyHash) => write(text, {
			...reserved,
			claim,
			keyHash
		}),
		close: async () => reserved.file.close()
	};
}
function recordOf({ path: target, realParent, missing }, isPrivateFolder) {
	const folder = node_path__WEBPACK_IMPORTED_MODULE_5__.join(realParent, ...missing);
	const random = node_path__WEBPACK_IMPORTED_MODULE_5__.join(folder, `.ec2-key-pair-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_4__.randomBytes)(8).toString("hex")}`);
	const created = missing.map((_, depth) => node_path__WEBPACK_IMPORTED_MODULE_5__.join(realParent, ...missing.slice(0, depth + 1)));
	return {
		kind: "file",
		path: node_path__WEBPACK_IMPORTED_MODULE_5__.join(folder, node_path__WEBPACK_IMPORTED_MODULE_5__.basename(target)),
		temporary: isPrivateFolder ? node_path__WEBPACK_IMPORTED_MODULE_5__.join(random, "key") : random,
		folders: isPrivateFolder ? [...created, random] : created
	};
}
async function usable(first, place) {
	const { file, record } = first;
	let isKept = false;
	try {
		isKept = await asPathError(place, () => canBeLinked(first));
	} finally {
		if (!isKept) file.abandon();
	}
	if (isKept) return first;
	await asPathError(place, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_6__.unlinkSync)(record.temporary));
	const { createInPlace } = await __webpack_require__.e(/* import() */ 8046).then(__webpack_require__.bind(__webpack_require__, 8046));
	return createInPlace(record, place, createEmpty);
}
function canBeLinked({ file, record }) {
	const trial = (0,_file_record_js__WEBPACK_IMPORTED_MODULE_1__.o)(record);
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_6__.linkSync)(record.temporary, trial);
	} catch {
		return false;
	}
	const isSame = isSameFile(file, trial);
	(0,node_fs__WEBPACK_IMPORTED_MODULE_6__.unlinkSync)(trial);
	return isSame;
}
async function write(text, { file, record, claim, keyHash }) {
	try {
		assertNotMoved(file);
		claim.held({
			...record,
			keyHash
		});
		file.write(text);
		if (file.path !== record.path) moveIntoPlace(file, record, claim);
		file.close();
		removePrivateFolder(record);
		return record.path;
	} catch (error) {
		file.empty();
		throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__.t ? error : await (0,_path_errors_js__WEBPACK_IMPORTED_MODULE_3__.t)(record.path, node_path__WEBPACK_IMPORTED_MODULE_5__.dirname(record.path), error);
	}
}
function moveIntoPlace(file, record, claim) {
	const { path: target, temporary } = record;
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_6__.linkSync)(temporary, target);
	} catch (error) {
		if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.n)(error, "EEXIST")) throw error;
		claim.held(record);
		throw (0,_path_errors_js__WEBPACK_IMPORTED_MODULE_3__.r)(target, "it was created just now");
	}
	(0,node_fs__WEBPACK_IMPORTED_MODULE_6__.unlinkSync)(temporary);
	assertNotMoved(file, target);
}
function removePrivateFolder({ path: target, temporary }) {
	const folder = node_path__WEBPACK_IMPORTED_MODULE_5__.dirname(temporary);
	if (folder === node_path__WEBPACK_IMPORTED_MODULE_5__.dirname(target)) return;
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_6__.rmdirSync)(folder);
	} catch {}
}
// src/destinations/file/file.ts
const untilRunnerIsDeleted = "until this job ends: GitHub then deletes this runner";
const keepAdvice = "To keep the file on this machine, set private-key-path to a path outside of the runner's temp folder.";
async function openFile(request, pair, context) {
	const { folders } = context;
	const { path: given } = request;
	if (given === void 0) {
		const target = node_path__WEBPACK_IMPORTED_MODULE_5__.join(folders.temp, suggestedName(pair.keyName, request, context));
		return newFile(await (0,_file_path_js__WEBPACK_IMPORTED_MODULE_0__.n)(target, folders), request, pair, context);
	}
	const { lookAtGivenPath } = await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(6058)]).then(__webpack_require__.bind(__webpack_require__, 6440));
	const found = await lookAtGivenPath(given, request, pair, context);
	return "missing" in found ? newFile(found, request, pair, context) : existingFile(found.path, [...found.warnings, ...await workspaceWarnings(found.realPath, folders)], context);
}
async function newFile(free, { format, passphrase, path: given }, { keyName, lifetime }, { folders, keepsFiles, stepId, userId, restrictToOwner }) {
	const isKept = lifetime === "persistent" && given !== void 0 && !(0,_file_path_js__WEBPACK_IMPORTED_MODULE_0__.r)(free.path, folders);
	const retention = isKept ? "beyond" : "job";
	const stays = isKept && keepsFiles;
	const realPath = node_path__WEBPACK_IMPORTED_MODULE_5__.join(free.realParent, ...free.missing, node_path__WEBPACK_IMPORTED_MODULE_5__.basename(free.path));
	const warnings = await workspaceWarnings(realPath, folders);
	const delivered = async (file) => ({
		...deliveredTo(file, stays),
		...isKept && !stays ? { until: untilRunnerIsDeleted } : {},
		warnings,
		...!stays && keepsFiles ? { keepAdvice } : {},
		...format === "pem" ? { usage: await loginCommand(file, stays ? void 0 : stepId) } : {}
	});
	return {
		intent: `write the private key to ${free.path} (${format})`,
		tags: [],
		expected: async () => ({
			...await delivered(realPath),
			...given === void 0 ? { outputs: {} } : {}
		}),
		async reserve(claims) {
			const { write, close } = await reserveFile({
				free,
				retention,
				claims,
				owner: {
					userId,
					restrictToOwner
				}
			});
			return {
				async deliver(key) {
					return delivered(await write(await key.as(format, {
						comment: keyName,
						passphrase
					}), (0,_file_record_js__WEBPACK_IMPORTED_MODULE_1__.r)(key.publicKey)));
				},
				close
			};
		}
	};
}
function existingFile(target, warnings, { folders, keepsFiles }) {
	const until = keepsFiles ? "until this job ends" : untilRunnerIsDeleted;
	const stays = keepsFiles && !(0,_file_path_js__WEBPACK_IMPORTED_MODULE_0__.r)(target, folders);
	const delivered = async () => ({
		...deliveredTo(target, stays),
		...stays ? {} : { until },
		warnings
	});
	return {
		intent: `use the private key file ${target}`,
		tags: [],
		expected: delivered,
		reserve: async () => ({
			deliver: delivered,
			close: async () => {}
		})
	};
}
function deliveredTo(file, stays) {
	const where = file.replaceAll(node_path__WEBPACK_IMPORTED_MODULE_5__.sep, "/");
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
async function workspaceWarnings(file, folders) {
	const workspace = (0,_file_path_js__WEBPACK_IMPORTED_MODULE_0__.a)(file, folders);
	if (workspace === void 0) return [];
	const { workspaceWarning } = await __webpack_require__.e(/* import() */ 5231).then(__webpack_require__.bind(__webpack_require__, 5231));
	const warning = await workspaceWarning(file, workspace);
	return warning === void 0 ? [] : [warning];
}
async function loginCommand(file, stepId) {
	if (stepId !== void 0) return `ssh -i "\${{ steps.${stepId}.outputs.private-key-path }}" ec2-user@<host>`;
	if (/^[\w./-]+$/.test(file)) return `ssh -i ${file} ec2-user@<host>`;
	const { shellWord } = await __webpack_require__.e(/* import() */ 1762).then(__webpack_require__.bind(__webpack_require__, 1762));
	return `ssh -i ${shellWord(file)} ec2-user@<host>`;
}

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

})

};
