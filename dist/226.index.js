export const id = 226;
export const ids = [226];
export const modules = {

6419:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
holdsKey: () => holdsKey,
keyFileSource: () => keyFileSource
});
var _fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9863);
var _aws_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3066);
var _source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2786);
var _file_path_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5401);
var _small_file2_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7461);
var node_path__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6760);

// src/destinations/file/existing-key-file.ts
function keyFileSource(given, folders) {
	const target = (0,_file_path_js__WEBPACK_IMPORTED_MODULE_3__.a)(given, folders);
	return {
		notFound: `private-key-path: ${given} does not exist`,
		async find() {
			const privateKey = await readKeyFile(target, folders);
			return privateKey && {
				privateKey,
				where: forwardSlashes(target)
			};
		}
	};
}
async function holdsKey(target, { keyName, publicKey }, folders) {
	const privateKey = await readKeyFile(target, folders);
	if (privateKey === void 0 || privateKey.publicKey.equals(publicKey)) return privateKey !== void 0;
	throw (0,_source_js__WEBPACK_IMPORTED_MODULE_2__.t)({
		privateKey,
		where: forwardSlashes(target)
	}, `"${keyName}" (${(0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__.i)(publicKey)})`);
}
async function readKeyFile(target, folders) {
	const text = await (0,_small_file2_js__WEBPACK_IMPORTED_MODULE_4__.n)(target, folders);
	return text === void 0 ? void 0 : _aws_js__WEBPACK_IMPORTED_MODULE_1__.d.parse(text);
}
function forwardSlashes(target) {
	return target.replaceAll(node_path__WEBPACK_IMPORTED_MODULE_5__.sep, "/");
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
	ppk: async () => (await Promise.all(/* import() */[__webpack_require__.e(685), __webpack_require__.e(430)]).then(__webpack_require__.bind(__webpack_require__, 5430))).encodePpk
};

}),

4292:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => openNoFollow
});
var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);

// src/destinations/file/no-follow.ts
function openNoFollow(target, flags, noFollow = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW ?? 0) {
	if (noFollow === 0 && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(target).isSymbolicLink()) throw Object.assign(new Error(`${target} is a symbolic link`), { code: "ELOOP" });
	return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(target, flags | noFollow);
}

}),

7461:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => readSmallFile,
t: () => readGivenFile
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _file_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5401);
var _no_follow_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4292);
var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
var node_fs__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3024);

// src/destinations/file/small-file.ts
const maxBytes = 65536;
async function readSmallFile(target, folders) {
	try {
		(0,_file_path_js__WEBPACK_IMPORTED_MODULE_1__.t)(target, node_fs__WEBPACK_IMPORTED_MODULE_4__.realpathSync.native(node_path__WEBPACK_IMPORTED_MODULE_3__.dirname(target)), folders);
		const file = (0,_no_follow_js__WEBPACK_IMPORTED_MODULE_2__.t)(target, node_fs__WEBPACK_IMPORTED_MODULE_4__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_4__.constants.O_NONBLOCK);
		try {
			const existing = (0,node_fs__WEBPACK_IMPORTED_MODULE_4__.fstatSync)(file);
			if (!existing.isFile()) throw notAKeyFile(target, "is not a regular file");
			if (existing.size > maxBytes) throw notAKeyFile(target, "is larger than 64 KB");
			return (0,node_fs__WEBPACK_IMPORTED_MODULE_4__.readFileSync)(file, "utf8");
		} finally {
			(0,node_fs__WEBPACK_IMPORTED_MODULE_4__.closeSync)(file);
		}
	} catch (error) {
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)(error, "ENOENT")) return void 0;
		if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t) throw error;
		throw notAKeyFile(target, "cannot be read, or is a symbolic link", error);
	}
}
function readGivenFile(given, folders) {
	return readSmallFile((0,_file_path_js__WEBPACK_IMPORTED_MODULE_1__.a)(given, folders), folders);
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
function keyOfAnotherPair({ privateKey, where }, keyPair) {
	const found = (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__.i)(privateKey.publicKey);
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("PRIVATE_KEY_OF_ANOTHER_PAIR", `The private key in ${where} (${found}) does not belong to key pair ${keyPair}.`, { hint: "Nothing was changed. Set the path of the right key, or another key-name." });
}

})

};
