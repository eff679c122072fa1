export const id = 931;
export const ids = [931];
export const modules = {

7279:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => useExisting,
r: () => verifyExisting,
t: () => pairNotFound
});
var _tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9278);
var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9432);
var _fingerprint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9863);
var _patience_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8300);

// src/operations/existing-pair.ts
async function verifyExisting(pair, asked, look) {
	const { path, output } = asked;
	const kept = path === void 0 ? void 0 : await look.keptPrivateKey(path);
	if (kept === void 0 && (path !== void 0 || output)) throw notHere(pair, asked, look.region);
	if (kept !== void 0 && !belongTogether(kept, pair)) throw ofAnotherPair(kept, pair, look.region);
	return {
		pair,
		region: look.region,
		ours: (0,_tags_js__WEBPACK_IMPORTED_MODULE_0__.n)(pair.tags, look.run),
		kept,
		output
	};
}
async function useExisting(existing, { registerMasks, claims, outputDestination, announce }) {
	const { pair, region, kept, output } = existing;
	if (kept !== void 0) {
		const key = await _patience_js__WEBPACK_IMPORTED_MODULE_3__.a.cover(kept.key, registerMasks);
		if (output) await (await outputDestination(claims).reserve()).deliver(key);
	}
	const result = {
		keyName: pair.keyName,
		keyPairId: pair.keyPairId,
		keyType: pair.keyType,
		fingerprint: pair.fingerprint,
		sha256Fingerprint: pair.publicKey === void 0 ? "" : (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__.i)(pair.publicKey),
		publicKey: pair.publicKey?.openSshLine(pair.keyName) ?? "",
		region,
		created: false,
		lifetime: void 0,
		expiresAt: void 0,
		file: kept === void 0 ? void 0 : {
			path: kept.path,
			stays: true
		},
		output: output && kept !== void 0
	};
	announce(result);
	return result;
}
function pairNotFound(choice, region) {
	const which = "keyName" in choice ? `named "${choice.keyName}"` : `with the id ${choice.keyPairId}`;
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("PAIR_NOT_FOUND", `There is no key pair ${which} in ${region}.`, { hint: "Key pairs belong to one region of one account: look at aws-region, and at the account of the AWS credentials. To make the pair where it is missing, use `operation: ensure`." });
}
function belongTogether({ key }, { publicKey, fingerprint }) {
	return publicKey?.equals(key.publicKey) ?? (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__.r)((0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__.t)(key), fingerprint);
}
function notHere({ keyName }, { path }, region) {
	const looked = path === void 0 ? "no private-key-path was given" : `private-key-path ${path}: no such file`;
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("PRIVATE_KEY_NOT_HERE", `The key pair "${keyName}" exists in ${region}, but its private key is in none of the places you asked for (${looked}).`, { hint: "EC2 shows a private key only once, when it is made. Give a private-key-path where this job has the key, leave out what asks for it if the pair alone will do, or delete the pair and make it again." });
}
function ofAnotherPair({ key, path }, pair, region) {
	const expected = pair.publicKey === void 0 ? pair.fingerprint : (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__.i)(pair.publicKey);
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("PRIVATE_KEY_OF_ANOTHER_PAIR", `The private key in ${path} (${(0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__.i)(key.publicKey)}) is not that of the key pair "${pair.keyName}" in ${region} (${expected}).`, { hint: "The file was not touched. Give the path of the right key, or another key-name." });
}

}),

2931:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
run: () => run
});
var _step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3441);
var _kept_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3486);
var _existing_pair_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7279);

// src/operations/fetch.ts
async function plan(request, look) {
	const pair = await look.findPatiently(request.pair);
	if (pair === void 0) throw (0,_existing_pair_js__WEBPACK_IMPORTED_MODULE_2__.t)(request.pair, look.region);
	return (0,_existing_pair_js__WEBPACK_IMPORTED_MODULE_2__.r)(pair, {
		path: request.privateKeyPath,
		output: request.output
	}, look);
}
function intentions({ pair, region, output }) {
	return [{ text: `use the key pair "${pair.keyName}" (${pair.keyPairId}) in ${region}` }, ...output ? [{ text: "set the output private-key" }] : []];
}
const carryOut = _existing_pair_js__WEBPACK_IMPORTED_MODULE_2__.n;
// src/wiring/fetch.ts
async function run(request) {
	const { look, parts, keyPairs, folders } = await (0,_step_js__WEBPACK_IMPORTED_MODULE_0__.n)(request.region);
	const planned = await plan(request, {
		...look,
		keptPrivateKey: (path) => (0,_kept_file_js__WEBPACK_IMPORTED_MODULE_1__.t)((0,_step_js__WEBPACK_IMPORTED_MODULE_0__.s)(path, folders), folders)
	});
	if (request.dryRun) return (0,_step_js__WEBPACK_IMPORTED_MODULE_0__.t)(intentions(planned), keyPairs);
	await (0,_step_js__WEBPACK_IMPORTED_MODULE_0__.r)(await carryOut(planned, parts));
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
	return bare(a) !== "" && bare(a) === bare(b);
}
function sha256(publicKey) {
	return bare((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(publicKey.blob).digest("base64"));
}
function bare(fingerprint) {
	return fingerprint.replace(/^SHA256:/, "").replace(/=+$/, "");
}
function colonHex(digest) {
	return digest.toString("hex").replace(/..(?!$)/g, "$&:");
}

}),

3486:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => readSmallFile,
t: () => readKeptFile
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _patience_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8300);
var _file_claim_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8228);
var _step_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3441);
var _state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(146);
var node_path__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6760);
var node_fs__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3024);

// src/delivery/kept-file.ts
const mostBytes = 65536;
async function readKeptFile(target, folders) {
	const text = await readSmallFile(target, folders);
	if (text === void 0) return void 0;
	return {
		key: _patience_js__WEBPACK_IMPORTED_MODULE_1__.o.parse(text),
		path: target.replaceAll(node_path__WEBPACK_IMPORTED_MODULE_5__.sep, "/")
	};
}
async function readSmallFile(target, folders) {
	try {
		(0,_step_js__WEBPACK_IMPORTED_MODULE_3__.l)(target, node_fs__WEBPACK_IMPORTED_MODULE_6__.realpathSync.native(node_path__WEBPACK_IMPORTED_MODULE_5__.dirname(target)), folders);
		const file = (0,_state_js__WEBPACK_IMPORTED_MODULE_4__.g)(target, node_fs__WEBPACK_IMPORTED_MODULE_6__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_6__.constants.O_NONBLOCK);
		try {
			const standing = (0,node_fs__WEBPACK_IMPORTED_MODULE_6__.fstatSync)(file);
			if (!standing.isFile()) throw notAKeyFile(target, "is not a regular file");
			if (standing.size > mostBytes) throw notAKeyFile(target, "is larger than 64 KB");
			return (0,node_fs__WEBPACK_IMPORTED_MODULE_6__.readFileSync)(file, "utf8");
		} finally {
			(0,node_fs__WEBPACK_IMPORTED_MODULE_6__.closeSync)(file);
		}
	} catch (error) {
		if ((0,_file_claim_js__WEBPACK_IMPORTED_MODULE_2__.n)(error, "ENOENT")) return void 0;
		if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t) throw error;
		throw notAKeyFile(target, "cannot be read, or is a link", error);
	}
}
function notAKeyFile(target, why, cause) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("NOT_A_KEY_FILE", `${target} ${why}.`, {
		hint: "Give the path of a regular file of at most 64 KB that this job may read. Links are not followed.",
		cause
	});
}

})

};
