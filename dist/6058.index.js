export const id = 6058;
export const ids = [6058];
export const modules = {

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

6922:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => workTreeOf,
i: () => settingsOf,
n: () => commonFolderOf,
r: () => readIfExists,
t: () => isTracked
});
var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);

// src/destinations/file/git-work-tree.ts
async function workTreeOf(folder) {
	for (let root = folder;; root = node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(root)) {
		const gitFolder = await gitFolderIn(root);
		if (gitFolder !== void 0) return {
			root,
			gitFolder
		};
		if (root === node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(root)) return void 0;
	}
}
async function gitFolderIn(root) {
	const dotGit = node_path__WEBPACK_IMPORTED_MODULE_0__.join(root, ".git");
	try {
		if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(dotGit)).isDirectory()) return dotGit;
	} catch {
		return;
	}
	const named = /^gitdir: (.+)$/m.exec((await readIfExists(dotGit))?.toString("utf8") ?? "")?.[1];
	return named === void 0 ? void 0 : node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(root, named.trim());
}
async function commonFolderOf(gitFolder) {
	const common = (await readIfExists(node_path__WEBPACK_IMPORTED_MODULE_0__.join(gitFolder, "commondir")))?.toString("utf8").trim() ?? ".";
	return node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(gitFolder, common);
}
async function settingsOf(gitFolder) {
	const text = (await readIfExists(node_path__WEBPACK_IMPORTED_MODULE_0__.join(await commonFolderOf(gitFolder), "config")))?.toString("utf8") ?? "";
	return {
		usesSha256: /^\s*objectformat\s*=\s*sha256\s*$/im.test(text),
		ignoresCase: /^\s*ignorecase\s*=\s*true\s*$/im.test(text)
	};
}
async function readIfExists(file) {
	try {
		return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(file)).isFile() ? await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(file) : void 0;
	} catch {
		return;
	}
}
// src/destinations/file/git-index.ts
const bytesBeforeObjectName = 40;
async function isTracked(target) {
	const workTree = await workTreeOf(node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(target));
	if (workTree === void 0) return false;
	const wanted = node_path__WEBPACK_IMPORTED_MODULE_0__.relative(workTree.root, target).replaceAll(node_path__WEBPACK_IMPORTED_MODULE_0__.sep, "/");
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
	const index = await readIfExists(node_path__WEBPACK_IMPORTED_MODULE_0__.join(gitFolder, "index"));
	if (index === void 0) return [];
	const objectName = usesSha256 ? 32 : 20;
	const { paths, end } = readEntries(index, objectName);
	const shared = sharedIndexOf(index, end, objectName);
	if (shared === void 0) return paths;
	const sharedIndex = await readIfExists(node_path__WEBPACK_IMPORTED_MODULE_0__.join(gitFolder, `sharedindex.${shared}`));
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

}),

6440:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
lookAtGivenPath: () => lookAtGivenPath
});
var _existing_key_file2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2117);
var _file_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5401);
var _aws_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3066);
var _shell_word2_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(370);
var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9432);
var _git_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6922);
var node_path__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6760);
var node_fs__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3024);

// src/destinations/file/fitness.ts
const bomAndSpaces = String.raw`'/-----BEGIN/,/-----END/!d; s/^\xEF\xBB\xBF//; s/^[[:space:]]*//; s/[[:space:]]*$//; /^$/d; $a\'`;
function fitnessWarnings(file) {
	if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.x)(file.text)) return file.format === "ppk" || file.path.endsWith(".ppk") ? [] : [ppkWarning(file)];
	if (file.format === "ppk") return [pemWarning(file)];
	const flaws = [...textFlaws(file), ...modeFlaws(file)];
	if (flaws.length === 0) return [];
	const what = flaws.map((flaw) => flaw.what).join(", and ");
	const remedies = flaws.map((flaw) => flaw.remedy).join(" ");
	return [`ssh refuses the private key file ${file.path}: ${what}. ${remedies}`];
}
function textFlaws({ text, path }) {
	if (isReadBySsh(text)) return isEd25519InPkcs8(text) ? [pkcs8Flaw] : [];
	const sed = `sed -i ${bomAndSpaces} ${(0,_shell_word2_js__WEBPACK_IMPORTED_MODULE_3__.n)(path)}`;
	const hasLines = /-----BEGIN [A-Z ]+-----\s*\n/.test(text);
	return [{
		what: reasonFor(text),
		remedy: hasLines ? `To fix it (GNU sed): ${sed}` : "Write the key to the file with its line breaks, in LF."
	}];
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
	return /(?:^|\n)\uFEFF?-----BEGIN [A-Z ]+-----[ \t\r]*\n(?:[ \t\r]*\n)?(?:[ \t]*[A-Za-z0-9+/=]+[ \t\r]*\n)+-----END /.test(text);
}
const pkcs8Flaw = {
	what: "it is an ED25519 key in PKCS#8, which only OpenSSH 9.6 and newer can read",
	remedy: "Use the key in OpenSSH format."
};
function isEd25519InPkcs8(text) {
	return /-----BEGIN PRIVATE KEY-----\s+M[A-Za-z0-9+/]{2}CAQ[AE]wBQYDK2Vw/.test(text);
}
function modeFlaws({ path, stats: { mode, uid }, userId }) {
	if (userId === void 0 || uid !== BigInt(userId) || (mode & 63n) === 0n) return [];
	return [{
		what: `other users may access it (mode ${(mode & 511n).toString(8).padStart(4, "0")})`,
		remedy: `To fix it: chmod 600 ${(0,_shell_word2_js__WEBPACK_IMPORTED_MODULE_3__.n)(path)}`
	}];
}
function ppkWarning({ path }) {
	return `ssh refuses the private key file ${path}: it is in PuTTY's format. To convert it: puttygen ${(0,_shell_word2_js__WEBPACK_IMPORTED_MODULE_3__.n)(path)} -O private-openssh -o key.pem`;
}
function pemWarning({ path }) {
	return `The private key file ${path} is not in PuTTY's format, as key-format asks for. Existing files are left untouched. To get a PPK file, set another private-key-path, or convert it: puttygen ${(0,_shell_word2_js__WEBPACK_IMPORTED_MODULE_3__.n)(path)} -o key.ppk`;
}
// src/destinations/file/untracked-path.ts
async function inspectGivenPath(given, folders) {
	const target = (0,_file_path_js__WEBPACK_IMPORTED_MODULE_1__.i)(given, folders);
	const free = await (0,_file_path_js__WEBPACK_IMPORTED_MODULE_1__.n)(target, folders);
	if (await (0,_git_index_js__WEBPACK_IMPORTED_MODULE_5__.t)(node_path__WEBPACK_IMPORTED_MODULE_6__.join(free.realParent, ...free.missing, node_path__WEBPACK_IMPORTED_MODULE_6__.basename(target)))) throw pathTracked(target);
	return free;
}
function pathTracked(target) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_4__.t("PATH_TRACKED", `${target} is tracked by git: the next commit would include the private key.`, { hint: "Set a private-key-path outside the repository, or leave it out to get a file in the runner's temp folder." });
}
// src/destinations/file/given-path.ts
async function lookAtGivenPath(given, { format, passphrase }, { keyName, publicKey }, { folders, userId }) {
	if (publicKey === void 0) return inspectGivenPath(given, folders);
	const target = (0,_file_path_js__WEBPACK_IMPORTED_MODULE_1__.i)(given, folders);
	const file = await (0,_existing_key_file2_js__WEBPACK_IMPORTED_MODULE_0__.t)(target, {
		keyName,
		publicKey,
		passphrase
	}, folders);
	if (file === void 0) return inspectGivenPath(given, folders);
	return {
		path: target,
		realPath: node_fs__WEBPACK_IMPORTED_MODULE_7__.realpathSync.native(target),
		warnings: fitnessWarnings({
			...file,
			path: target,
			format,
			userId
		})
	};
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
