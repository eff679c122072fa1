import { isPpk } from "./aws.js";
import { shellWord } from "./start.js";
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
export { fitnessWarnings };
