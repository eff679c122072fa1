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
// src/destinations/file/fitness.ts
const onlyTheBlock = String.raw`'/-----BEGIN/,/-----END/!d; s/[^ -~]//g; s/.*\(-----BEGIN \)/\1/; s/\(-----END [A-Z ]*-----\).*/\1/; s/^ *//; s/ *$//; s/\([^ ]\) *\(-----END \)/\1\n\2/; /^$/d; $a\'`;
function fitnessWarnings(file) {
	if (isPpk(file.text)) return file.format === "ppk" || file.path.endsWith(".ppk") ? [] : [ppkWarning(file)];
	if (file.format === "ppk") return [pemWarning(file)];
	const flaws = [...textFlaws(file), ...modeFlaws(file)];
	if (flaws.length === 0) return [];
	const what = flaws.map((flaw) => flaw.what).join(", and ");
	const remedies = flaws.map((flaw) => flaw.remedy).join("\n");
	return [`ssh refuses the private key file ${file.path}: ${what}. ${remedies}`];
}
function textFlaws({ text, path, keyType }) {
	if (keyType === "ed25519" && isPkcs8(text)) return [pkcs8Flaw];
	if (isReadBySsh(text)) return [];
	return [{
		what: reasonFor(text),
		remedy: remedyFor(text, path)
	}];
}
function remedyFor(text, path) {
	if (/^\s*(?:Proc-Type|DEK-Info):/m.test(text)) return "Write the key to the file as the program that made it wrote it.";
	return /-----BEGIN [A-Z ]+-----\s*\n/.test(text) ? `To fix it (GNU sed): LC_ALL=C sed -i ${onlyTheBlock} ${shellWord(path)}` : "Write the key to the file with its line breaks, in LF.";
}
function reasonFor(text) {
	if (!text.includes("\n")) return "its line breaks are missing";
	if (text.includes("\r\n")) return "its lines end in CRLF";
	if (text.startsWith("﻿")) return "it starts with a byte order mark (BOM)";
	if (!text.endsWith("\n")) return "it does not end with a newline";
	return "it has spaces, blank lines, or other text where ssh expects none";
}
function isReadBySsh(text) {
	const own = "-----BEGIN OPENSSH PRIVATE KEY-----";
	if (text.includes(own)) return text.startsWith(`${own}\n`) && text.includes(`\n${own.replace("BEGIN", "END")}\n`);
	return (text.includes("Proc-Type:") ? withHeaders : withoutHeaders).test(text);
}
const lineEnd = String.raw`[^\n!-~]*(?:\n|$)`;
const beginLine = String.raw`(?:^|\n)\uFEFF?-----BEGIN [A-Z ]+-----${lineEnd}`;
const endLine = `-----END [A-Z ]+-----${lineEnd}`;
const withoutHeaders = new RegExp(String.raw`${beginLine}(?:${lineEnd})?(?:[ \t]*[A-Za-z0-9+/=]+${lineEnd})+${endLine}`);
const withHeaders = new RegExp(String.raw`${beginLine}(?:[\w-]+: [^\n]*\n)+${lineEnd}(?:[A-Za-z0-9+/=]+${lineEnd})+${endLine}`);
const pkcs8Flaw = {
	what: "it is an ED25519 key in PKCS#8, which only OpenSSH 9.6 and newer can read",
	remedy: "Use the key in OpenSSH format."
};
function isPkcs8(text) {
	return /-----BEGIN (?:ENCRYPTED )?PRIVATE KEY-----/.test(text);
}
function modeFlaws({ path, stats: { mode, uid }, userId }) {
	if (userId === void 0 || uid !== BigInt(userId) || (mode & 63n) === 0n) return [];
	return [{
		what: `other users may access it (mode ${(mode & 511n).toString(8).padStart(4, "0")})`,
		remedy: `To fix it: chmod 600 ${shellWord(path)}`
	}];
}
const atTerminal = " (at a terminal if it has a passphrase, which PuTTYgen asks for)";
function ppkWarning({ path }) {
	return `ssh refuses the private key file ${path}: it is in PuTTY's format. To convert it${atTerminal}: puttygen ${shellWord(path)} -O private-openssh -o ${shellWord(path)}`;
}
function pemWarning({ path }) {
	return `The private key file ${path} is not in PuTTY's format, as key-format asks for. Existing files are left untouched. To get a PPK file, set another private-key-path, or convert it${atTerminal}: puttygen ${shellWord(path)} -o ${shellWord(`${path}.ppk`)}`;
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
