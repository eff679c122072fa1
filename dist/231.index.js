export const id = 231;
export const ids = [231];
export const modules = {

2117:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => keyFileSource,
t: () => holdsKey
});
var _private_key_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9486);
var _source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2786);
var _small_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5523);
var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);

// src/destinations/file/existing-key-file.ts
function keyFileSource(given, folders) {
	const target = (0,_small_file_js__WEBPACK_IMPORTED_MODULE_2__.o)(given, folders);
	return {
		notFound: `private-key-path: ${given} does not exist`,
		async find() {
			const privateKey = await readKeyFile(target, folders);
			return privateKey && {
				privateKey,
				where: target.replaceAll(node_path__WEBPACK_IMPORTED_MODULE_3__.sep, "/")
			};
		}
	};
}
async function holdsKey(target, { keyName, publicKey }, folders) {
	const privateKey = await readKeyFile(target, folders);
	if (privateKey === void 0 || privateKey.publicKey.equals(publicKey)) return privateKey !== void 0;
	throw (0,_source_js__WEBPACK_IMPORTED_MODULE_1__.t)({
		privateKey,
		where: target
	}, keyName);
}
async function readKeyFile(target, folders) {
	const text = await (0,_small_file_js__WEBPACK_IMPORTED_MODULE_2__.n)(target, folders);
	return text === void 0 ? void 0 : _private_key_js__WEBPACK_IMPORTED_MODULE_0__.n.parse(text);
}

}),

6884:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => releaseFile,
t: () => identityOf
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _shell_word_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1762);
var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);

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
			command: `rm -f ${(0,_shell_word_js__WEBPACK_IMPORTED_MODULE_2__.t)(record.path)}`
		};
	}
}
function identityOf({ dev, ino, birthtimeNs }) {
	return `${dev}:${ino}:${birthtimeNs}`;
}
function remove({ path: target, temporary, folders, identity }) {
	const removedTarget = identity !== void 0 && removeIf(target, (existing) => existing === identity);
	const removedTemporary = removeIf(temporary, (existing) => identity === void 0 || existing === identity);
	for (const folder of folders.toReversed()) removeIfEmpty(folder);
	return removedTarget || removedTemporary;
}
function removeIf(target, isMeant) {
	try {
		const existing = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(target, { bigint: true });
		if (!existing.isFile() || !isMeant(identityOf(existing))) return false;
		(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(target);
		return true;
	} catch (error) {
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)(error, "ENOENT", "ENOTDIR")) return false;
		throw error;
	}
}
function removeIfEmpty(folder) {
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmdirSync)(folder);
	} catch (error) {
		if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)(error, "ENOENT", "ENOTEMPTY", "EEXIST", "ENOTDIR", "EPERM", "EACCES", "EBUSY")) throw error;
	}
}

}),

6093:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
openFile: () => openFile
});
var _shell_word_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1762);
var _existing_key_file2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2117);
var _small_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5523);
var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9432);
var _file_claim2_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6884);
var node_crypto__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7598);
var node_path__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6760);
var node_fs__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3024);

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
			(0,node_fs__WEBPACK_IMPORTED_MODULE_6__.fchmodSync)(descriptor, fileMode);
			await restrictToOwner?.(record.temporary);
			return {
				...record,
				identity: (0,_file_claim2_js__WEBPACK_IMPORTED_MODULE_3__.t)((0,node_fs__WEBPACK_IMPORTED_MODULE_6__.fstatSync)(descriptor, { bigint: true }))
			};
		});
		claim.held(held);
		await asPathError(free, () => assertNotMoved(held.temporary, held));
		return {
			write: async (text) => write(text, held, descriptor),
			close: async () => (0,node_fs__WEBPACK_IMPORTED_MODULE_6__.closeSync)(descriptor)
		};
	} catch (error) {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_6__.closeSync)(descriptor);
		throw error;
	}
}
function recordOf({ path: target, realParent, missing }) {
	const folder = node_path__WEBPACK_IMPORTED_MODULE_5__.join(realParent, ...missing);
	return {
		kind: "file",
		path: node_path__WEBPACK_IMPORTED_MODULE_5__.join(folder, node_path__WEBPACK_IMPORTED_MODULE_5__.basename(target)),
		temporary: node_path__WEBPACK_IMPORTED_MODULE_5__.join(folder, `.ec2-key-pair-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_4__.randomBytes)(8).toString("hex")}`),
		folders: missing.map((_, depth) => node_path__WEBPACK_IMPORTED_MODULE_5__.join(realParent, ...missing.slice(0, depth + 1)))
	};
}
function createEmpty(record, free) {
	try {
		for (const folder of record.folders) (0,node_fs__WEBPACK_IMPORTED_MODULE_6__.mkdirSync)(folder, folderMode);
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_6__.openSync)(record.temporary, node_fs__WEBPACK_IMPORTED_MODULE_6__.constants.O_CREAT | node_fs__WEBPACK_IMPORTED_MODULE_6__.constants.O_EXCL | node_fs__WEBPACK_IMPORTED_MODULE_6__.constants.O_WRONLY, fileMode);
	} catch (error) {
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.n)(error, "EEXIST")) throw (0,_small_file_js__WEBPACK_IMPORTED_MODULE_1__.l)(free.path, "it was created just now");
		throw (0,_small_file_js__WEBPACK_IMPORTED_MODULE_1__.s)(free.path, free.realParent, error);
	}
}
function write(text, record, descriptor) {
	try {
		assertNotMoved(record.temporary, record);
		(0,node_fs__WEBPACK_IMPORTED_MODULE_6__.writeFileSync)(descriptor, text);
		linkIntoPlace(record);
		(0,node_fs__WEBPACK_IMPORTED_MODULE_6__.unlinkSync)(record.temporary);
		assertNotMoved(record.path, record);
		return record.path;
	} catch (error) {
		truncate(descriptor);
		throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__.t ? error : (0,_small_file_js__WEBPACK_IMPORTED_MODULE_1__.s)(record.path, node_path__WEBPACK_IMPORTED_MODULE_5__.dirname(record.path), error);
	}
}
function truncate(descriptor) {
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_6__.ftruncateSync)(descriptor, 0);
	} catch {}
}
function assertNotMoved(target, { identity }) {
	const folder = node_path__WEBPACK_IMPORTED_MODULE_5__.dirname(target);
	const real = node_fs__WEBPACK_IMPORTED_MODULE_6__.realpathSync.native(folder);
	const existing = (0,node_fs__WEBPACK_IMPORTED_MODULE_6__.lstatSync)(target, { bigint: true });
	if (real !== folder || (0,_file_claim2_js__WEBPACK_IMPORTED_MODULE_3__.t)(existing) !== identity) throw (0,_small_file_js__WEBPACK_IMPORTED_MODULE_1__.c)(target, real);
}
function linkIntoPlace({ path: target, temporary }) {
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_6__.linkSync)(temporary, target);
	} catch (error) {
		throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.n)(error, "EEXIST") ? (0,_small_file_js__WEBPACK_IMPORTED_MODULE_1__.l)(target, "it was created just now") : error;
	}
}
async function asPathError({ path: target, realParent }, work) {
	try {
		return await work();
	} catch (error) {
		throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__.t ? error : (0,_small_file_js__WEBPACK_IMPORTED_MODULE_1__.s)(target, realParent, error);
	}
}
// src/destinations/file/file.ts
async function openFile(request, pair, context) {
	const { folders } = context;
	const { keyName, publicKey } = pair;
	if (request.path !== void 0 && publicKey !== void 0) {
		const target = (0,_small_file_js__WEBPACK_IMPORTED_MODULE_1__.o)(request.path, folders);
		if (await (0,_existing_key_file2_js__WEBPACK_IMPORTED_MODULE_0__.t)(target, {
			keyName,
			publicKey
		}, folders)) return existingFile(target);
	}
	return newFile(request.path === void 0 ? await (0,_small_file_js__WEBPACK_IMPORTED_MODULE_1__.i)(node_path__WEBPACK_IMPORTED_MODULE_5__.join(folders.temp, suggestedName(keyName, request, context)), folders) : await (0,_small_file_js__WEBPACK_IMPORTED_MODULE_1__.r)(request.path, folders), request, pair, context);
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
						warnings: (0,_small_file_js__WEBPACK_IMPORTED_MODULE_1__.a)(file, folders) ? [uploadWarning(file)] : [],
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
function uploadWarning(file) {
	return `The private key file is in the workspace (${file}): uploading the workspace or committing all files would include it. Leave out private-key-path to get a file in the runner's temp folder.`;
}
function keepAdvice(lifetime) {
	return lifetime === "persistent" ? "To keep the file on this machine, set private-key-path." : "To keep the file on this machine, set lifetime: persistent and private-key-path.";
}
function loginCommand(file, stepId) {
	return `ssh -i ${stepId === void 0 ? (0,_shell_word_js__WEBPACK_IMPORTED_MODULE_7__.t)(file) : `"\${{ steps.${stepId}.outputs.private-key-path }}"`} ec2-user@<host>`;
}

}),

9863:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
i: () => sha256Fingerprint,
n: () => ec2FingerprintOfImported,
r: () => sameFingerprint,
t: () => ec2FingerprintOfCreated
});
var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

// src/keys/fingerprint.ts
function sha256Fingerprint(publicKey) {
	return `SHA256:${sha256(publicKey)}`;
}
function ec2FingerprintOfCreated(privateKey) {
	return privateKey.type === "rsa" ? colonHex(privateKey.pkcs8Sha1()) : sha256(privateKey.publicKey);
}
function ec2FingerprintOfImported(publicKey) {
	return publicKey.type === "rsa" ? colonHex((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("md5").update(publicKey.spki()).digest()) : sha256(publicKey);
}
function sameFingerprint(a, b) {
	return withoutPrefixAndPadding(a) !== "" && withoutPrefixAndPadding(a) === withoutPrefixAndPadding(b);
}
function sha256(publicKey) {
	return withoutPadding((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(publicKey.blob).digest("base64"));
}
function withoutPrefixAndPadding(fingerprint) {
	return withoutPadding(fingerprint.replace(/^SHA256:/, ""));
}
function withoutPadding(base64) {
	return base64.replace(/=+$/, "");
}
function colonHex(digest) {
	return digest.toString("hex").replace(/..(?!$)/g, "$&:");
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
	ppk: async () => (await __webpack_require__.e(/* import() */ 430).then(__webpack_require__.bind(__webpack_require__, 5430))).encodePpk
};

}),

9621:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => openNoLink
});
var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);

// src/destinations/file/no-link.ts
function openNoLink(target, flags, noFollow = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW ?? 0) {
	if (noFollow === 0 && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(target).isSymbolicLink()) throw Object.assign(new Error(`${target} is a symbolic link`), { code: "ELOOP" });
	return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(target, flags | noFollow);
}

}),

1762:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => shellWord
});
// src/ledger/shell-word.ts
function shellWord(text) {
	return `'${text.replaceAll("'", `'\\''`)}'`;
}

}),

5523:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => isInUploads,
c: () => pathEscapes,
i: () => inspectPath,
l: () => pathTaken,
n: () => readSmallFile,
o: () => resolvePath,
r: () => inspectGivenPath,
s: () => notWritable,
t: () => readGivenFile
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _no_link_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9621);
var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
var node_fs__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3024);

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
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("PATH_NOT_WRITABLE", `Cannot write ${target}: ${folder} does not allow it${code}.`, {
		hint: "Set a private-key-path in a folder that this job can write to, or leave it out.",
		cause
	});
}
function pathEscapes(target, real) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("PATH_LEADS_OUT", `${target} passes through a symbolic link to ${real}. Links are not followed.`, { hint: "Set a private-key-path without links to other places. A checked-out repository can contain such links." });
}
// src/destinations/file/file-path.ts
function resolvePath(given, { workspace, home }) {
	return given.startsWith("~/") ? node_path__WEBPACK_IMPORTED_MODULE_2__.join(home, given.slice(2)) : node_path__WEBPACK_IMPORTED_MODULE_2__.resolve(workspace, given);
}
async function inspectPath(target, folders) {
	const existing = lstatOrUndefined(target);
	if (existing) throw pathTaken(target, existing.isDirectory() ? "a folder" : existing.isFile() ? "a file" : "a link or device");
	const { parent, missing } = nearestFolder(node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(target), target);
	const realParent = realFolder(parent, target);
	stayInside(target, realParent, folders);
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_3__.accessSync)(realParent, node_fs__WEBPACK_IMPORTED_MODULE_3__.constants.W_OK | node_fs__WEBPACK_IMPORTED_MODULE_3__.constants.X_OK);
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
	if (await isTracked(node_path__WEBPACK_IMPORTED_MODULE_2__.join(free.realParent, ...free.missing, node_path__WEBPACK_IMPORTED_MODULE_2__.basename(target)))) throw pathTracked(target);
	return free;
}
function isInUploads(file, { workspace }) {
	const root = realOrGiven(workspace);
	const names = node_path__WEBPACK_IMPORTED_MODULE_2__.relative(root, file).split(node_path__WEBPACK_IMPORTED_MODULE_2__.sep);
	return isWithin(root, file) && !names.some((name) => name.startsWith("."));
}
function stayInside(target, realParent, { workspace, temp, home }) {
	for (const root of [
		workspace,
		temp,
		home
	]) {
		if (!isWithin(root, node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(target))) continue;
		if (isWithin(node_fs__WEBPACK_IMPORTED_MODULE_3__.realpathSync.native(root), realParent)) return;
		throw pathEscapes(target, realParent);
	}
}
function nearestFolder(folder, target) {
	const missing = [];
	for (let parent = folder;; parent = node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(parent)) {
		const existing = lstatOrUndefined(parent);
		if (existing?.isDirectory() || existing?.isSymbolicLink()) return {
			parent,
			missing
		};
		if (existing || parent === node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(parent)) throw pathTaken(parent, "not a folder", target);
		missing.unshift(node_path__WEBPACK_IMPORTED_MODULE_2__.basename(parent));
	}
}
function realOrGiven(folder) {
	try {
		return node_fs__WEBPACK_IMPORTED_MODULE_3__.realpathSync.native(folder);
	} catch {
		return folder;
	}
}
function isWithin(root, folder) {
	const relative = node_path__WEBPACK_IMPORTED_MODULE_2__.relative(root, folder);
	return relative === "" || !(relative === ".." || relative.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`) || node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute(relative));
}
function realFolder(folder, target) {
	try {
		return node_fs__WEBPACK_IMPORTED_MODULE_3__.realpathSync.native(folder);
	} catch (error) {
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)(error, "ENOENT", "ELOOP")) throw pathEscapes(target, "a missing target");
		throw notWritable(target, folder, error);
	}
}
function lstatOrUndefined(target) {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_3__.lstatSync)(target);
	} catch (error) {
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)(error, "ENOENT")) return void 0;
		throw notWritable(target, node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(target), error);
	}
}
// src/destinations/file/small-file.ts
const maxBytes = 65536;
async function readSmallFile(target, folders) {
	try {
		stayInside(target, node_fs__WEBPACK_IMPORTED_MODULE_3__.realpathSync.native(node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(target)), folders);
		const file = (0,_no_link_js__WEBPACK_IMPORTED_MODULE_1__.t)(target, node_fs__WEBPACK_IMPORTED_MODULE_3__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_3__.constants.O_NONBLOCK);
		try {
			const existing = (0,node_fs__WEBPACK_IMPORTED_MODULE_3__.fstatSync)(file);
			if (!existing.isFile()) throw notAKeyFile(target, "is not a regular file");
			if (existing.size > maxBytes) throw notAKeyFile(target, "is larger than 64 KB");
			return (0,node_fs__WEBPACK_IMPORTED_MODULE_3__.readFileSync)(file, "utf8");
		} finally {
			(0,node_fs__WEBPACK_IMPORTED_MODULE_3__.closeSync)(file);
		}
	} catch (error) {
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)(error, "ENOENT")) return void 0;
		if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t) throw error;
		throw notAKeyFile(target, "cannot be read, or is a symbolic link", error);
	}
}
function readGivenFile(given, folders) {
	return readSmallFile(resolvePath(given, folders), folders);
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
var _fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9863);

// src/destinations/source.ts
function keyOfAnotherPair({ privateKey, where }, keyPair, expected) {
	const found = (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__.i)(privateKey.publicKey);
	const suffix = expected === void 0 ? "" : ` (${expected})`;
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("PRIVATE_KEY_OF_ANOTHER_PAIR", `The private key in ${where} (${found}) does not belong to key pair "${keyPair}"${suffix}.`, { hint: "The file was left untouched. Set the path of the right key, or another key-name." });
}

})

};
