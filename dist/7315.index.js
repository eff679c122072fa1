export const id = 7315;
export const ids = [7315];
export const modules = {

7758:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => macKeyOfVersion2,
t: () => encodePpk
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);
var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7598);

// src/keys/ppk.ts
const lineWidth = 64;
const encryption = "none";
function encodePpk(key, options) {
	const { publicKey } = key;
	const comment = (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.T)(options.comment);
	const privateBlob = privateBlobOf(key);
	const publicLines = (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.k)(publicKey.blob.toString("base64"), lineWidth);
	const privateLines = (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.k)(privateBlob.toString("base64"), lineWidth);
	const signed = [
		publicKey.algorithm,
		encryption,
		comment,
		publicKey.blob,
		privateBlob
	].map(_aws_js__WEBPACK_IMPORTED_MODULE_0__.P);
	const text = {
		before: [
			`PuTTY-User-Key-File-2: ${publicKey.algorithm}`,
			`Encryption: ${encryption}`,
			`Comment: ${comment}`,
			`Public-Lines: ${publicLines.length}`,
			...publicLines,
			`Private-Lines: ${privateLines.length}`
		],
		secret: privateLines,
		after: [`Private-MAC: ${macOf(Buffer.concat(signed))}`]
	};
	return {
		text: [
			...text.before,
			...text.secret,
			...text.after
		].map((line) => `${line}\r\n`).join(""),
		masks: (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.E)(text, (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.x)(key.key))
	};
}
function privateBlobOf({ key, publicKey }) {
	const numbers = (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.y)(key);
	const names = publicKey.type === "rsa" ? [
		"d",
		"p",
		"q",
		"qi"
	] : ["d"];
	const write = publicKey.type === "rsa" ? _aws_js__WEBPACK_IMPORTED_MODULE_0__.N : _aws_js__WEBPACK_IMPORTED_MODULE_0__.P;
	return Buffer.concat(names.map((name) => write(numbers[name] ?? Buffer.alloc(0))));
}
function macOf(signed) {
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHmac)("sha1", macKeyOfVersion2()).update(signed).digest("hex");
}
function macKeyOfVersion2() {
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)("sha1").update("putty-private-key-file-mac-key").digest();
}

}),

7315:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
readPpk: () => readPpk
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _aws_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3066);
var _ppk2_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7758);
var node_crypto__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7598);

// src/keys/read-ppk.ts
function readPpk(text) {
	if (/^Encryption: (?!none\s*$)/m.test(text)) throw encrypted();
	try {
		const ppk = partsOf(text);
		if (!hasRightMac(ppk)) throw new _aws_js__WEBPACK_IMPORTED_MODULE_1__.j("checksum");
		const key = (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.v)(jwkOf(ppk));
		const material = (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.b)(key.export({
			type: "pkcs8",
			format: "pem"
		}).toString());
		return {
			...material,
			original: material.pem,
			ppk: ppk.text
		};
	} catch {
		throw unreadable();
	}
}
function partsOf(text) {
	const lines = text.trim().split(/\r\n|\r|\n/);
	let at = 0;
	const next = (name) => {
		const value = name.exec(lines[at] ?? "")?.[1];
		if (value === void 0) throw new _aws_js__WEBPACK_IMPORTED_MODULE_1__.j("a line is missing");
		at += 1;
		return value;
	};
	const body = (count) => {
		at += Number(count);
		return lines.slice(at - Number(count), at);
	};
	const version = next(/^\uFEFF?PuTTY-User-Key-File-([23]): /);
	const algorithm = (lines[0] ?? "").split(": ")[1] ?? "";
	next(/^Encryption: (none)$/);
	const comment = next(/^Comment: (.*)$/);
	const publicLines = body(next(/^Public-Lines: (\d{1,3})$/));
	const privateLines = body(next(/^Private-Lines: (\d{1,3})$/));
	const end = at;
	const mac = next(/^Private-MAC: ([0-9a-f]+)$/);
	const before = lines.slice(0, end - privateLines.length);
	return {
		version,
		algorithm,
		comment,
		publicBlob: Buffer.from(publicLines.join(""), "base64"),
		privateBlob: Buffer.from(privateLines.join(""), "base64"),
		mac,
		text: {
			before,
			secret: privateLines,
			after: lines.slice(end)
		}
	};
}
function hasRightMac({ version, algorithm, comment, publicBlob, privateBlob, mac }) {
	if (comment.includes("�")) return true;
	const signed = Buffer.concat([
		algorithm,
		"none",
		comment,
		publicBlob,
		privateBlob
	].map(_aws_js__WEBPACK_IMPORTED_MODULE_1__.P));
	return (version === "2" ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_3__.createHmac)("sha1", (0,_ppk2_js__WEBPACK_IMPORTED_MODULE_2__.n)()) : (0,node_crypto__WEBPACK_IMPORTED_MODULE_3__.createHmac)("sha256", "")).update(signed).digest("hex") === mac;
}
function jwkOf({ algorithm, publicBlob, privateBlob }) {
	const [shown, hidden] = [new _aws_js__WEBPACK_IMPORTED_MODULE_1__.M(publicBlob), new _aws_js__WEBPACK_IMPORTED_MODULE_1__.M(privateBlob)];
	if (shown.string().toString("latin1") !== algorithm) throw new _aws_js__WEBPACK_IMPORTED_MODULE_1__.j("the algorithm");
	if (algorithm === "ssh-ed25519") return (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.S)(shown.string(), hidden.string());
	if (algorithm !== "ssh-rsa") throw new _aws_js__WEBPACK_IMPORTED_MODULE_1__.j("another key type");
	const [e, n] = [shown.positiveInteger(), shown.positiveInteger()];
	const [d, p, q, qi] = [
		hidden.positiveInteger(),
		hidden.positiveInteger(),
		hidden.positiveInteger(),
		hidden.positiveInteger()
	];
	return (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.C)({
		n,
		e,
		d,
		p,
		q,
		qi
	});
}
function encrypted() {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("PRIVATE_KEY_ENCRYPTED", "The private key is protected by a passphrase.", { hint: "Remove the passphrase from the copy that this action reads, with PuTTYgen." });
}
function unreadable() {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("PRIVATE_KEY_UNREADABLE", "The private key cannot be read: it is not a complete PuTTY key with RSA or ED25519, of version 2 or 3.", { hint: "Save it again with PuTTYgen, as an RSA or ED25519 key." });
}

})

};
