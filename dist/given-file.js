import { KeyPairError, shellWord } from "./start.js";
import { isPpk } from "./aws.js";
import { notWritable, resolvePath } from "./create.js";
import { fileWithKey, inspectGivenPath } from "./rotate.js";
const { realpathSync } = process.getBuiltinModule("node:fs");
// src/destinations/file/fitness.ts
const bomAndSpaces = String.raw`'/-----BEGIN/,/-----END/!d; s/^\xEF\xBB\xBF//; s/^[[:space:]]*//; s/[[:space:]]*$//; /^$/d; $a\'`;
function fitnessWarnings(file) {
	if (isPpk(file.text)) return file.format === "ppk" || file.path.endsWith(".ppk") ? [] : [ppkWarning(file)];
	if (file.format === "ppk") return [pemWarning(file)];
	const flaws = [...textFlaws(file), ...modeFlaws(file)];
	if (flaws.length === 0) return [];
	const what = flaws.map((flaw) => flaw.what).join(", and ");
	const remedies = flaws.map((flaw) => flaw.remedy).join(" ");
	return [`ssh refuses the private key file ${file.path}: ${what}. ${remedies}`];
}
function textFlaws({ text, path }) {
	if (isReadBySsh(text)) return isEd25519InPkcs8(text) ? [pkcs8Flaw] : [];
	const sed = `sed -i ${bomAndSpaces} ${shellWord(path)}`;
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
		remedy: `To fix it: chmod 600 ${shellWord(path)}`
	}];
}
function ppkWarning({ path }) {
	return `ssh refuses the private key file ${path}: it is in PuTTY's format. To convert it: puttygen ${shellWord(path)} -O private-openssh -o key.pem`;
}
function pemWarning({ path }) {
	return `The private key file ${path} is not in PuTTY's format, as key-format asks for. Existing files are left untouched. To get a PPK file, set another private-key-path, or convert it: puttygen ${shellWord(path)} -o key.ppk`;
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
	return {
		path: target,
		realPath: realpathSync.native(target),
		warnings: fitnessWarnings({
			...file,
			path: target,
			format,
			userId
		})
	};
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
	const given = cause instanceof Error && "code" in cause ? String(cause.code) : "";
	const code = unnamed.get(given) ?? given;
	const reason = reasons.get(code);
	const why = code === "" ? "" : reason === void 0 ? ` (${code})` : `: ${reason} (${code})`;
	return new KeyPairError("PATH_NOT_WRITABLE", `Cannot create ${target} in ${folder}${why}.`, {
		hint: "Set a private-key-path in a folder that this job can write to, or leave it out.",
		cause
	});
}
export { createInPlace, describeNotWritable, lookAtGivenPath };
