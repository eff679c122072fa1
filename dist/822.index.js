export const id = 822;
export const ids = [822];
export const modules = {

9822:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
run: () => run
});
var _tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9278);
var _existing_pair_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7279);
var _log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9329);
var _step_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3441);
var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);
var node_fs_promises__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1455);

// src/contract/key-pair-list.ts
const mostOutput = 262144;
const mostRows = 500;
function listJson(pairs) {
	return JSON.stringify(pairs);
}
function listOutputs(pairs, region, file) {
	return {
		"key-pairs": cappedJson(pairs),
		"key-pairs-path": file,
		"aws-region": region
	};
}
function listSummary(pairs, region, file) {
	const shown = pairs.slice(0, mostRows);
	const more = pairs.length - shown.length;
	return {
		heading: `EC2 key pairs in ${region}: ${pairs.length}`,
		columns: [
			"Name",
			"ID",
			"Type",
			"Fingerprint",
			"Created",
			"Ours"
		],
		rows: shown.map((pair) => [
			pair.keyName,
			pair.keyPairId,
			pair.keyType,
			pair.fingerprint,
			pair.createdAt ?? "",
			pair.ours ? "yes" : "no"
		]),
		...more > 0 ? { note: `${more} more are in ${file}.` } : {}
	};
}
function cappedJson(pairs) {
	const entries = [];
	let length = 2;
	for (const pair of pairs) {
		const entry = JSON.stringify(pair);
		length += entry.length + 1;
		if (length > mostOutput) break;
		entries.push(entry);
	}
	return `[${entries.join(",")}]`;
}
// src/delivery/list-file.ts
async function writeListFile(json, temp, random) {
	const file = node_path__WEBPACK_IMPORTED_MODULE_4__.join(temp, `key-pairs-${random}.json`);
	await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_5__.writeFile)(file, `${json}\n`, {
		flag: "wx",
		mode: 384
	});
	return file.replaceAll(node_path__WEBPACK_IMPORTED_MODULE_4__.sep, "/");
}
// src/operations/describe.ts
async function look({ pairs }, look) {
	return (await findAll(pairs, look)).map((pair) => listed(pair, look)).sort((a, b) => a.keyName < b.keyName ? -1 : a.keyName > b.keyName ? 1 : 0);
}
async function findAll(pairs, look) {
	if ("runId" in pairs) return look.list((0,_tags_js__WEBPACK_IMPORTED_MODULE_0__.s)(pairs.runId, look.run));
	if ("tags" in pairs) return look.list(pairs.tags.map(({ key, value }) => ({
		key,
		value: (0,_tags_js__WEBPACK_IMPORTED_MODULE_0__.t)(value)
	})));
	const pair = await look.findPatiently(pairs);
	if (pair === void 0) throw (0,_existing_pair_js__WEBPACK_IMPORTED_MODULE_1__.t)(pairs, look.region);
	return [pair];
}
function listed(pair, { run, region }) {
	return {
		keyName: pair.keyName,
		keyPairId: pair.keyPairId,
		keyType: pair.keyType ?? "",
		fingerprint: pair.fingerprint,
		region,
		createdAt: pair.createdAt?.toISOString() ?? null,
		ours: (0,_tags_js__WEBPACK_IMPORTED_MODULE_0__.n)(pair.tags, run),
		tags: Object.fromEntries(pair.tags)
	};
}
// src/wiring/describe.ts
async function run(request) {
	const { look: look$1, keyPairs, folders } = await (0,_step_js__WEBPACK_IMPORTED_MODULE_3__.n)(request.region);
	const pairs = await look(request, look$1);
	const { region } = look$1;
	if (request.dryRun) return (0,_step_js__WEBPACK_IMPORTED_MODULE_3__.t)([{ text: `describe ${pairs.length} key pairs in ${region}` }], keyPairs);
	const file = await writeListFile(listJson(pairs), folders.temp, look$1.randomHex(4));
	(0,_step_js__WEBPACK_IMPORTED_MODULE_3__.a)(listOutputs(pairs, region, file));
	_log_js__WEBPACK_IMPORTED_MODULE_2__.t.info(`Key pairs in ${region}: ${pairs.length}.`);
	for (const { keyName, keyPairId, keyType } of pairs.slice(0, 20)) _log_js__WEBPACK_IMPORTED_MODULE_2__.t.info(`  ${keyName} ${keyPairId} ${keyType}`);
	if (pairs.length > 20) _log_js__WEBPACK_IMPORTED_MODULE_2__.t.info(`  … the others are in the summary and in ${file}.`);
	(0,_step_js__WEBPACK_IMPORTED_MODULE_3__.i)(listSummary(pairs, region, file));
}

}),

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

})

};
