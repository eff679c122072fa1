export const id = 9724;
export const ids = [9724];
export const modules = {

9060:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => unlessAborted
});
// src/aws/aborted.ts
async function unlessAborted(promise, signal) {
	if (signal === void 0) return promise;
	const { promise: aborted, reject } = Promise.withResolvers();
	const abort = () => reject(signal.reason);
	signal.addEventListener("abort", abort);
	if (signal.aborted) abort();
	try {
		return await Promise.race([promise, aborted]);
	} finally {
		signal.removeEventListener("abort", abort);
	}
}

}),

1099:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => parseKeyPairRecord,
t: () => keyPairIdPattern
});
var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8962);

// src/ec2/key-pair-record.ts
const keyPairIdPattern = /^key-[0-9a-f]+$/;
const parseKeyPairRecord = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.s)("key-pair", {
	region: _record_js__WEBPACK_IMPORTED_MODULE_0__.a,
	keyName: _record_js__WEBPACK_IMPORTED_MODULE_0__.a,
	nonce: _record_js__WEBPACK_IMPORTED_MODULE_0__.a,
	credentials: _record_js__WEBPACK_IMPORTED_MODULE_0__.a,
	account: _record_js__WEBPACK_IMPORTED_MODULE_0__.a,
	source: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.o)(_record_js__WEBPACK_IMPORTED_MODULE_0__.a),
	endpoint: _record_js__WEBPACK_IMPORTED_MODULE_0__.a,
	keyPairId: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.o)((0,_record_js__WEBPACK_IMPORTED_MODULE_0__.i)(keyPairIdPattern)),
	unanswered: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.o)(Number.isSafeInteger)
});

}),

9116:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => plainText,
t: () => maskPrivateKeyIn
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);

// src/keys/plain-text.ts
const encodedKey = /^(?:c3NoL|LS0tL|UHVUVFk)[A-Za-z0-9+/\s]+={0,2}\s*$/;
function plainText(given) {
	const text = unquoted(fromUtf16(given).replace(/[\u200b-\u200d\u2060\ufeff]/g, "").trim());
	return withNewlines(encodedKey.test(text) ? Buffer.from(text, "base64").toString("utf8") : text).replace(/\r\n?/g, "\n").trim();
}
function fromUtf16(text) {
	return /^\ufffd{0,2}(?:(?:[^\0]\0)+|(?:\0[^\0])+)$/.test(text) ? text.replace(/[\0\ufffd]/g, "") : text;
}
function unquoted(text) {
	const [, document] = /^<<[-~]?EO[FT]\r?\n(.*)(?<=\n)[ \t]*EO[FT]$/s.exec(text) ?? [];
	if (document !== void 0) return document.trim();
	const [, , inside] = /^(["'`])(.*)\1$/s.exec(text) ?? [];
	return inside?.trim() ?? text;
}
function withNewlines(text) {
	if (/^(?:-----BEGIN|---- BEGIN|PuTTY-User-Key-File)/.test(text)) return text.replace(/(?:\\r)?\\n/g, "\n");
	let line = text;
	while (line.endsWith("\\n") || line.endsWith("\\r")) line = line.slice(0, -2);
	return line;
}
// src/keys/private-key-text.ts
const privateKeyMark = /BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY|PuTTY-User-Key-File|b3BlbnNzaC1rZXk/;
const unmarkedLabels = ["RSA PRIVATE KEY", "PRIVATE KEY"];
const base64Line = /^[A-Za-z0-9+/]{4,}={0,2}$/;
const maxSecretLength = 65536;
async function maskPrivateKeyIn(given, registerMasks) {
	const text = plainText(given);
	const key = readableKeyIn(text);
	if (key !== void 0) await _aws_js__WEBPACK_IMPORTED_MODULE_0__.v.mask(key, registerMasks);
	else if (privateKeyMark.test(text)) await registerMasks(masksOfUnreadable(text));
	else return false;
	return true;
}
function readableKeyIn(text) {
	const base64 = text.replace(/\s/g, "");
	return [text, ...base64Line.test(base64) ? unmarkedLabels.map((label) => (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.k)(label, (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.O)(base64, 64))) : []].map(parsed).find((key) => key !== void 0);
}
function parsed(text) {
	try {
		return _aws_js__WEBPACK_IMPORTED_MODULE_0__.y.parse(text);
	} catch {
		return;
	}
}
function masksOfUnreadable(text) {
	return text.slice(0, maxSecretLength).split(/(?=-----BEGIN )/).flatMap(masksOfBlock);
}
function masksOfBlock(text) {
	const lines = linesOf(text);
	const start = lines.findIndex((line) => /^-+ ?BEGIN|^Private-Lines:/.test(line)) + 1;
	const first = lines.findIndex((line, at) => at >= start && !isHeader(line));
	const last = lines.findLastIndex((line) => !isHeader(line));
	if (first < 0) return [];
	const secret = lines.slice(first, last + 1).map((line) => line.replace(/[^A-Za-z0-9+/=]/g, ""));
	const bytes = Buffer.from(secret.join(""), "base64");
	return (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.K)({
		before: lines.slice(0, first),
		secret,
		after: lines.slice(last + 1)
	}, [secretPart(bytes, (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.E)(text)[0] ?? "")]);
}
function linesOf(text) {
	return text.replace(/-----[A-Z0-9 ]{1,60}-----/g, "\n$&\n").split("\n").flatMap((line) => isHeader(line) ? [line] : line.trim().split(/\s+/)).filter((line) => line !== "");
}
function isHeader(line) {
	return /^-|:\s/.test(line);
}
function secretPart(bytes, label) {
	if (label === "OPENSSH PRIVATE KEY") return lastStringOf(bytes) ?? bytes;
	return /^(?:ENCRYPTED )?PRIVATE KEY$/.test(label) ? lastOctetStringOf(bytes) ?? bytes : bytes;
}
function lastStringOf(container) {
	try {
		const reader = new _aws_js__WEBPACK_IMPORTED_MODULE_0__.V(container);
		reader.bytes(15);
		for (const _ of [
			"cipher",
			"kdf",
			"kdf options"
		]) reader.string();
		reader.uint32();
		reader.string();
		return reader.string();
	} catch {
		return;
	}
}
function lastOctetStringOf(der) {
	for (let at = 0; at < Math.min(der.length, 256); at += 1) for (const lengthBytes of [
		0,
		1,
		2
	]) {
		const header = Buffer.from([4, ...lengthOf(der.length - at - 2 - lengthBytes, lengthBytes)]);
		if (der.subarray(at, at + header.length).equals(header)) return der.subarray(at + header.length);
	}
}
function lengthOf(length, bytes) {
	const low = length & 255;
	if (bytes === 0) return [low];
	return bytes === 1 ? [129, low] : [
		130,
		length >> 8 & 255,
		low
	];
}

}),

101:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
refusePrivateKeys: () => refusePrivateKeys
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _private_key_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9116);
var _table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8695);

// src/inputs/private-keys.ts
async function refusePrivateKeys(names, raw, registerMasks, table = _table_js__WEBPACK_IMPORTED_MODULE_2__.t) {
	const found = [];
	for (const name of names) if (await (0,_private_key_text_js__WEBPACK_IMPORTED_MODULE_1__.t)(raw(name), registerMasks)) found.push(name.toLowerCase());
	const [first] = found.filter((name) => name in table);
	if (first === void 0) return;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("INVALID_INPUT", `${first} contains a private key.`, { hint: `The runner prints inputs, so it may already be in this job's log: delete the log, replace the key, and set ${first} to ${meantBy(first)}` });
}
function meantBy(name) {
	if (name === "public-key") return "a public key (`ssh-keygen -y -f <private key>` prints it).";
	return name.endsWith("-path") ? "the path of a file." : "what the README says about it.";
}

}),

8962:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => nonEmpty,
i: () => matching,
n: () => isTrue,
o: () => optional,
r: () => listOf,
s: () => recordParser,
t: () => absolutePath
});
var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

// src/ledger/record.ts
function recordParser(kind, fields, fits = () => true) {
	const checks = Object.entries(fields);
	return (value) => {
		if (typeof value !== "object" || value === null || !("kind" in value) || value.kind !== kind) return void 0;
		const given = new Map(Object.entries(value));
		if (!checks.every(([name, check]) => check(given.get(name)))) return void 0;
		const record = value;
		return fits(record) ? record : void 0;
	};
}
const nonEmpty = (value) => typeof value === "string" && value !== "";
const absolutePath = (value) => typeof value === "string" && node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute(value);
const isTrue = (value) => value === true;
function matching(pattern) {
	return (value) => typeof value === "string" && pattern.test(value);
}
function listOf(check) {
	return (value) => Array.isArray(value) && value.every(check);
}
function optional(check) {
	return (value) => value === void 0 || check(value);
}

})

};
