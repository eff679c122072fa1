import { KeyPairError, hasCode, maxKeyFileBytes, readSmallRegularFile, shellWord } from "./start.js";
import { PrivateKey, isPpk, sha256Fingerprint } from "./aws.js";
import { assertInside, inspectPath, notWritable, resolvePath } from "./create.js";
const path = process.getBuiltinModule("node:path");
const { realpathSync } = process.getBuiltinModule("node:fs");
const { readFile, stat } = process.getBuiltinModule("node:fs/promises");
// src/destinations/source.ts
function keyOfAnotherPair({ privateKey, where, advice = "Set the path of the right key, or another key-name." }, keyPair) {
	const found = sha256Fingerprint(privateKey.publicKey);
	return new KeyPairError("PRIVATE_KEY_OF_ANOTHER_PAIR", `The private key in ${where} (${found}) does not belong to key pair ${keyPair}.`, { hint: `Nothing was changed. ${advice}` });
}
// src/destinations/file/small-file.ts
async function readSmallFile(target, folders) {
	try {
		assertInside(target, realpathSync.native(path.dirname(target)), folders);
		const read = readSmallRegularFile(target, maxKeyFileBytes);
		if ("bytes" in read) return {
			text: read.bytes.toString("utf8"),
			stats: read.stats
		};
		throw notAKeyFile(target, read.problem === "too-large" ? "is larger than 64 KB" : "is not a regular file");
	} catch (error) {
		if (hasCode(error, "ENOENT")) return void 0;
		if (error instanceof KeyPairError) throw error;
		throw notAKeyFile(target, "cannot be read, or is a symbolic link", error);
	}
}
async function readGivenFile(given, folders) {
	return (await readSmallFile(resolvePath(given, folders), folders))?.text;
}
function notAKeyFile(target, why, cause) {
	return new KeyPairError("NOT_A_KEY_FILE", `${target} ${why}.`, {
		hint: "Set the path of a regular file of at most 64 KB that this job can read. Links are not followed.",
		cause
	});
}
// src/destinations/file/existing-key-file.ts
function keyFileSource({ path: given, passphrase }, folders) {
	const target = resolvePath(given, folders);
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
	const file = await readSmallFile(target, folders);
	if (file === void 0) return void 0;
	const privateKey = await readKey(file, passphrase, target);
	if (privateKey.publicKey.equals(publicKey)) return file;
	throw keyOfAnotherPair({
		privateKey,
		where: forwardSlashes(target)
	}, `"${keyName}" (${sha256Fingerprint(publicKey)})`);
}
async function readKeyFile(target, passphrase, folders) {
	const file = await readSmallFile(target, folders);
	return file && readKey(file, passphrase, target);
}
async function readKey({ text }, passphrase, target) {
	try {
		return await PrivateKey.read(text, passphrase);
	} catch (error) {
		if (!(error instanceof KeyPairError)) throw error;
		const { code, hint, details } = error;
		const message = error.message.replace(/\b(the private key)(?: file)?\b/i, `$1 file ${forwardSlashes(target)}`);
		throw new KeyPairError(code, message, {
			hint,
			details
		});
	}
}
function forwardSlashes(target) {
	return target.replaceAll(path.sep, "/");
}
// src/destinations/file/git-work-tree.ts
async function workTreeOf(folder) {
	for (let root = folder;; root = path.dirname(root)) {
		const gitFolder = await gitFolderIn(root);
		if (gitFolder !== void 0) return {
			root,
			gitFolder
		};
		if (root === path.dirname(root)) return void 0;
	}
}
async function gitFolderIn(root) {
	const dotGit = path.join(root, ".git");
	try {
		if ((await stat(dotGit)).isDirectory()) return dotGit;
	} catch {
		return;
	}
	const named = /^gitdir: (.+)$/m.exec((await readIfExists(dotGit))?.toString("utf8") ?? "")?.[1];
	return named === void 0 ? void 0 : path.resolve(root, named.trim());
}
async function commonFolderOf(gitFolder) {
	const common = (await readIfExists(path.join(gitFolder, "commondir")))?.toString("utf8").trim() ?? ".";
	return path.resolve(gitFolder, common);
}
async function settingsOf(gitFolder) {
	const text = (await readIfExists(path.join(await commonFolderOf(gitFolder), "config")))?.toString("utf8") ?? "";
	return {
		usesSha256: /^\s*objectformat\s*=\s*sha256\s*$/im.test(text),
		ignoresCase: /^\s*ignorecase\s*=\s*true\s*$/im.test(text)
	};
}
async function readIfExists(file) {
	try {
		return (await stat(file)).isFile() ? await readFile(file) : void 0;
	} catch {
		return;
	}
}
// src/destinations/file/git-index.ts
const bytesBeforeObjectName = 40;
async function isTracked(target) {
	const workTree = await workTreeOf(path.dirname(target));
	if (workTree === void 0) return false;
	const wanted = path.relative(workTree.root, target).replaceAll(path.sep, "/");
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
	const index = await readIfExists(path.join(gitFolder, "index"));
	if (index === void 0) return [];
	const objectName = usesSha256 ? 32 : 20;
	const { paths, end } = readEntries(index, objectName);
	const shared = sharedIndexOf(index, end, objectName);
	if (shared === void 0) return paths;
	const sharedIndex = await readIfExists(path.join(gitFolder, `sharedindex.${shared}`));
	return sharedIndex === void 0 ? paths : [...paths, ...readEntries(sharedIndex, objectName).paths];
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
// src/destinations/file/untracked-path.ts
async function inspectGivenPath(given, folders) {
	const target = resolvePath(given, folders);
	const free = await inspectPath(target, folders);
	await requireUntracked(path.join(free.realParent, ...free.missing, path.basename(target)), target);
	return free;
}
async function requireUntracked(realPath, target) {
	if (await isTracked(realPath)) throw pathTracked(target);
}
function pathTracked(target) {
	return new KeyPairError("PATH_TRACKED", `${target} is tracked by git: the next commit would include the private key.`, { hint: "Set a private-key-path outside the repository, or leave it out to get a file in the runner's temp folder." });
}
// src/destinations/file/given-path.ts
async function lookAtGivenPath(given, { format, passphrase }, { keyName, publicKey }, { folders, userId }) {
	if (publicKey === void 0) return inspectGivenPath(given, folders);
	const target = resolvePath(given, folders);
	const file = await fileWithKey(target, {
		keyName,
		publicKey,
		passphrase
	}, folders);
	if (file === void 0) return inspectGivenPath(given, folders);
	const { fitnessWarnings } = await import("./fitness.js");
	const isPlain = passphrase !== void 0 && await isReadWithoutPassphrase(file.text);
	return {
		path: target,
		realPath: realpathSync.native(target),
		warnings: [...fitnessWarnings({
			...file,
			path: target,
			keyType: publicKey.type,
			format,
			userId
		}), ...isPlain ? [unencryptedWarning(target, isPpk(file.text))] : []]
	};
}
async function isReadWithoutPassphrase(text) {
	try {
		await PrivateKey.read(text);
		return true;
	} catch {
		return false;
	}
}
function unencryptedWarning(path, isOfPutty) {
	return `The private key file ${path} is not encrypted, although passphrase is set. Existing files are left untouched. To encrypt it, at a terminal, where the program asks for the passphrase: ${isOfPutty ? `puttygen ${shellWord(path)} -P` : `ssh-keygen -p -f ${shellWord(path)}`}`;
}
// src/destinations/file/in-place.ts
async function createInPlace({ identity: _, ...first }, place, create) {
	if (place.owner.userId === void 0) throw await notWritable(place.target, place.folder, Object.assign(new Error(), { code: "no hard links" }));
	const record = {
		...first,
		inPlace: true
	};
	place.claim.held(record);
	try {
		return await create(record.path, record, place);
	} catch (error) {
		if (error instanceof KeyPairError && error.code === "PATH_TAKEN") place.claim.held(first);
		throw error;
	}
}
// src/destinations/file/not-writable.ts
const unnamed = new Map([["Unknown system error -122", "EDQUOT"], ["Unknown system error -69", "EDQUOT"]]);
const reasons = new Map([
	["EACCES", "permission denied"],
	["EDQUOT", "the disk quota is exceeded"],
	["EIO", "the disk or network drive reported an error"],
	["ENOSPC", "the disk is full"],
	["EPERM", "permission denied"],
	["EROFS", "the file system is read-only"]
]);
function describeNotWritable(target, folder, cause) {
	const why = whyNotWritable(cause);
	return new KeyPairError("PATH_NOT_WRITABLE", `Cannot create ${target} in ${folder}${why}.`, {
		hint: "Set a private-key-path in a folder that this job can write to, or leave it out.",
		cause
	});
}
function whyNotWritable(cause) {
	const given = cause instanceof Error && "code" in cause ? String(cause.code) : "";
	const code = unnamed.get(given) ?? given;
	const reason = reasons.get(code);
	return code === "" ? "" : reason === void 0 ? ` (${code})` : `: ${reason} (${code})`;
}
export { commonFolderOf, createInPlace, describeNotWritable, fileWithKey, isTracked, keyFileSource, keyOfAnotherPair, lookAtGivenPath, readGivenFile, readIfExists, readSmallFile, requireUntracked, settingsOf, whyNotWritable, workTreeOf };
