export const id = 618;
export const ids = [618];
export const modules = {

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

8618:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
run: () => run
});
var _step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3441);
var _kept_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3486);
var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9432);
var _tags_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9278);
var _fingerprint_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9863);
var _patience_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8300);
var _aws_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3066);
var _private_key_material_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8610);
var _new_pair_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1378);
var _log_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9329);

// src/ec2/import-key-pair.ts
const mostRequests = 5;
async function importKeyPair(pair, keyPairs, { record, claim }) {
	const attempt = {
		action: "ec2:ImportKeyPair and ec2:CreateTags",
		doing: `import the key pair "${pair.keyName}"`,
		region: keyPairs.region
	};
	let mayExist = false;
	for (let requests = 1;; requests += 1) {
		const answer = await ask(pair, keyPairs, () => {
			mayExist = true;
		});
		if ("keyPairId" in answer) {
			claim.held({
				...record,
				keyPairId: answer.keyPairId
			});
			return {
				...answer,
				created: true
			};
		}
		const { error } = answer;
		const isTaken = (0,_aws_js__WEBPACK_IMPORTED_MODULE_6__.i)(error, _aws_js__WEBPACK_IMPORTED_MODULE_6__.n.duplicate);
		if (!isTaken && !mayExist && (0,_aws_js__WEBPACK_IMPORTED_MODULE_6__.r)(error) !== "uncertain") claim.void();
		if (!isTaken) throw (0,_patience_js__WEBPACK_IMPORTED_MODULE_5__.s)(error, attempt);
		const holder = await findHolder(pair.keyName, keyPairs);
		if (holder !== void 0) return useHolder(holder, {
			pair,
			record,
			claim
		}, keyPairs.region);
		if (requests === mostRequests) throw (0,_patience_js__WEBPACK_IMPORTED_MODULE_5__.s)(error, attempt);
	}
}
async function ask(pair, keyPairs, onAnswerLost) {
	try {
		return await keyPairs.import(pair, onAnswerLost);
	} catch (error) {
		return { error };
	}
}
function useHolder(holder, { pair, record, claim }, region) {
	const { keyPairId, fingerprint } = holder;
	const created = holder.tags.get(_tags_js__WEBPACK_IMPORTED_MODULE_3__.a.nonce) === record.nonce;
	if (created) claim.held({
		...record,
		keyPairId
	});
	else claim.void();
	refuseOtherKey(holder, pair.publicKey, region);
	return {
		keyPairId,
		fingerprint,
		created
	};
}
async function findHolder(keyName, keyPairs) {
	try {
		return await keyPairs.findPatiently({ keyName });
	} catch (error) {
		const doing = `show who has the name "${keyName}"`;
		throw (0,_patience_js__WEBPACK_IMPORTED_MODULE_5__.s)(error, {
			action: "ec2:DescribeKeyPairs",
			doing,
			region: keyPairs.region
		});
	}
}
function refuseOtherKey(pair, publicKey, region) {
	if (pair.publicKey?.equals(publicKey)) return;
	const theirs = pair.publicKey === void 0 ? pair.fingerprint : `${pair.fingerprint}, ${(0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_4__.i)(pair.publicKey)}`;
	const ours = `${(0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_4__.n)(publicKey)}, ${(0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_4__.i)(publicKey)}`;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t("KEY_DIFFERS", `The key pair "${pair.keyName}" in ${region} (${pair.keyPairId}) holds another key: its fingerprint is ${theirs}; that of the key to import is ${ours}.`, { hint: "An import never replaces a key. Give another key-name, or delete the pair first if nobody needs it." });
}
// src/operations/import.ts
async function plan(request, look) {
	const publicKey = _private_key_material_js__WEBPACK_IMPORTED_MODULE_7__.o.parseOpenSsh(await look.publicKeyText(request.publicKey));
	const keyName = (0,_new_pair_js__WEBPACK_IMPORTED_MODULE_8__.t)(request.name, look);
	const existing = "exact" in request.name ? await look.find(keyName) : void 0;
	if (existing !== void 0) refuseOtherKey(existing, publicKey, look.region);
	const marks = (0,_new_pair_js__WEBPACK_IMPORTED_MODULE_8__.i)(keyName, request, look);
	return {
		region: look.region,
		pair: {
			keyName,
			publicKey,
			tags: marks.tags
		},
		marks,
		existing
	};
}
function intentions({ pair, region, marks, existing }) {
	const named = `the key pair "${pair.keyName}" in ${region}`;
	if (existing !== void 0) return [{ text: `leave ${named} as it is: it holds this key already` }];
	return [{
		text: `import ${named} (${pair.publicKey.type}, ${(0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_4__.i)(pair.publicKey)})`,
		call: {
			call: "ImportKeyPair",
			pair
		}
	}, ...marks.lifetime === "job" ? [{ text: "delete the pair when the job ends" }] : []];
}
async function carryOut(plan, { keyPairs, claims, announce }) {
	const { pair, marks, existing } = plan;
	return claims.undoUnless(async () => {
		const imported = existing === void 0 ? await importKeyPair(pair, keyPairs, {
			record: marks.record,
			claim: claims.intend(marks.record, (0,_new_pair_js__WEBPACK_IMPORTED_MODULE_8__.r)(marks.lifetime))
		}) : {
			keyPairId: existing.keyPairId,
			fingerprint: existing.fingerprint,
			created: false
		};
		const result = {
			keyName: pair.keyName,
			keyPairId: imported.keyPairId,
			keyType: pair.publicKey.type,
			fingerprint: imported.fingerprint,
			sha256Fingerprint: (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_4__.i)(pair.publicKey),
			publicKey: pair.publicKey.openSshLine(pair.keyName),
			region: plan.region,
			created: imported.created,
			lifetime: imported.created ? marks.lifetime : void 0,
			expiresAt: imported.created ? marks.expiresAt : void 0,
			file: void 0,
			output: false
		};
		announce(result);
		return result;
	});
}
// src/wiring/import.ts
async function run(request) {
	const { look, parts, keyPairs, folders } = await (0,_step_js__WEBPACK_IMPORTED_MODULE_0__.n)(request.region);
	const planned = await plan(request, {
		...look,
		publicKeyText: (source) => publicKeyText(source, folders)
	});
	if (request.dryRun) return (0,_step_js__WEBPACK_IMPORTED_MODULE_0__.t)(intentions(planned), keyPairs);
	if (planned.existing === void 0) _log_js__WEBPACK_IMPORTED_MODULE_9__.t.info(`Importing the ${planned.pair.publicKey.type} key pair ${planned.pair.keyName} in ${planned.region}.`);
	await (0,_step_js__WEBPACK_IMPORTED_MODULE_0__.r)(await carryOut(planned, parts));
}
async function publicKeyText(source, folders) {
	if ("text" in source) return source.text;
	const path = (0,_step_js__WEBPACK_IMPORTED_MODULE_0__.s)(source.path, folders);
	const text = await (0,_kept_file_js__WEBPACK_IMPORTED_MODULE_1__.n)(path, folders);
	if (text !== void 0) return text;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t("NO_PUBLIC_KEY_FILE", `There is no file at public-key-path ${path}.`, { hint: "The path is relative to the workspace: is the repository checked out before this step?" });
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

}),

1378:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
i: () => marksOfNewPair,
n: () => expiryOf,
r: () => lastsOf,
t: () => chosenName
});
var _tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9278);

// src/operations/new-pair.ts
function chosenName(name, { run, randomHex }) {
	return "exact" in name ? name.exact : `${name.prefix}${run.runId}-${run.attempt}-${randomHex(4)}`;
}
function marksOfNewPair(keyName, { tags, lifetime, expiresAfter }, { run, region, credentials, now, randomHex }) {
	const nonce = randomHex(16);
	const expiresAt = expiryOf(expiresAfter, now());
	return {
		record: {
			kind: "key-pair",
			region,
			keyName,
			nonce,
			credentials
		},
		tags: (0,_tags_js__WEBPACK_IMPORTED_MODULE_0__.o)({
			run,
			lifetime,
			nonce,
			expiresAt
		}, tags),
		lifetime,
		expiresAt
	};
}
function expiryOf(expiresAfter, now) {
	return expiresAfter === void 0 ? void 0 : new Date(now.getTime() + expiresAfter);
}
function lastsOf(lifetime) {
	return lifetime === "job" ? "job" : "beyond";
}

})

};
