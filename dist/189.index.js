export const id = 189;
export const ids = [189];
export const modules = {

3895:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => intentions,
r: () => plan,
t: () => carryOut
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _file_claim_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8228);
var _step_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3441);
var _tags_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9278);
var _patience_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8300);
var _aws_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3066);
var _fingerprint_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9863);
var _new_pair_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1378);
var node_crypto__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7598);
var node_path__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6760);
var node_fs__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3024);

// src/delivery/file.ts
const fileMode = 256;
const folderMode = 448;
function fileDestination(parts) {
	return { reserve: () => reserve(parts) };
}
async function reserve(parts) {
	const { free, lasts, claims } = parts;
	const folder = node_path__WEBPACK_IMPORTED_MODULE_9__.join(free.realParent, ...free.missing);
	const record = {
		kind: "file",
		path: node_path__WEBPACK_IMPORTED_MODULE_9__.join(folder, node_path__WEBPACK_IMPORTED_MODULE_9__.basename(free.path)),
		temporary: node_path__WEBPACK_IMPORTED_MODULE_9__.join(folder, `.ec2-key-pair-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_8__.randomBytes)(8).toString("hex")}`),
		folders: free.missing.map((_, depth) => node_path__WEBPACK_IMPORTED_MODULE_9__.join(free.realParent, ...free.missing.slice(0, depth + 1)))
	};
	const claim = claims.intend(record, lasts);
	const file = makeEmpty(record, free);
	try {
		const held = await inWords(free, () => secure(record, file, parts));
		claim.held(held);
		await inWords(free, () => liesInPlace(held.temporary, held));
		return {
			deliver: (key) => deliver(key, held, file, parts),
			close: async () => (0,node_fs__WEBPACK_IMPORTED_MODULE_10__.closeSync)(file)
		};
	} catch (error) {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_10__.closeSync)(file);
		throw error;
	}
}
function makeEmpty(record, free) {
	try {
		for (const folder of record.folders) (0,node_fs__WEBPACK_IMPORTED_MODULE_10__.mkdirSync)(folder, folderMode);
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_10__.openSync)(record.temporary, node_fs__WEBPACK_IMPORTED_MODULE_10__.constants.O_CREAT | node_fs__WEBPACK_IMPORTED_MODULE_10__.constants.O_EXCL | node_fs__WEBPACK_IMPORTED_MODULE_10__.constants.O_WRONLY, fileMode);
	} catch (error) {
		if ((0,_file_claim_js__WEBPACK_IMPORTED_MODULE_1__.n)(error, "EEXIST")) throw (0,_step_js__WEBPACK_IMPORTED_MODULE_2__.u)(free.path, "Something new");
		throw (0,_step_js__WEBPACK_IMPORTED_MODULE_2__.c)(free.path, free.realParent, error);
	}
}
async function secure(record, file, { takeFromOthers }) {
	(0,node_fs__WEBPACK_IMPORTED_MODULE_10__.fchmodSync)(file, fileMode);
	await takeFromOthers?.(record.temporary);
	return {
		...record,
		identity: (0,_file_claim_js__WEBPACK_IMPORTED_MODULE_1__.r)((0,node_fs__WEBPACK_IMPORTED_MODULE_10__.fstatSync)(file, { bigint: true }))
	};
}
async function inWords({ path: target, realParent }, work) {
	try {
		return await work();
	} catch (error) {
		throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t ? error : (0,_step_js__WEBPACK_IMPORTED_MODULE_2__.c)(target, realParent, error);
	}
}
async function deliver(key, record, file, { format, keyName, registerMasks }) {
	try {
		const text = await textOf(key, format, keyName, registerMasks);
		liesInPlace(record.temporary, record);
		(0,node_fs__WEBPACK_IMPORTED_MODULE_10__.writeFileSync)(file, text);
		linkInto(record);
		(0,node_fs__WEBPACK_IMPORTED_MODULE_10__.unlinkSync)(record.temporary);
		liesInPlace(record.path, record);
	} catch (error) {
		empty(file);
		throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t ? error : (0,_step_js__WEBPACK_IMPORTED_MODULE_2__.c)(record.path, node_path__WEBPACK_IMPORTED_MODULE_9__.dirname(record.path), error);
	}
	return { path: record.path.replaceAll(node_path__WEBPACK_IMPORTED_MODULE_9__.sep, "/") };
}
function empty(file) {
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_10__.ftruncateSync)(file, 0);
	} catch {}
}
function liesInPlace(target, { identity }) {
	const folder = node_path__WEBPACK_IMPORTED_MODULE_9__.dirname(target);
	const real = node_fs__WEBPACK_IMPORTED_MODULE_10__.realpathSync.native(folder);
	const standing = (0,node_fs__WEBPACK_IMPORTED_MODULE_10__.lstatSync)(target, { bigint: true });
	if (real !== folder || (0,_file_claim_js__WEBPACK_IMPORTED_MODULE_1__.r)(standing) !== identity) throw (0,_step_js__WEBPACK_IMPORTED_MODULE_2__.o)(target, real);
}
function linkInto({ path: target, temporary }) {
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_10__.linkSync)(temporary, target);
	} catch (error) {
		throw (0,_file_claim_js__WEBPACK_IMPORTED_MODULE_1__.n)(error, "EEXIST") ? (0,_step_js__WEBPACK_IMPORTED_MODULE_2__.u)(target, "Something") : error;
	}
}
async function textOf(key, format, comment, registerMasks) {
	if (format === "pem") return key.pem();
	const { toPpk } = await __webpack_require__.e(/* import() */ 430).then(__webpack_require__.bind(__webpack_require__, 5430));
	return toPpk(key, comment, registerMasks);
}
// src/ec2/make-key-pair.ts
const mostRequests = 3;
async function makeKeyPair(pair, keyPairs, { record, claim }) {
	const attempt = {
		action: "ec2:CreateKeyPair and ec2:CreateTags",
		doing: `create the key pair "${pair.keyName}"`,
		region: keyPairs.region
	};
	let sent = 0;
	for (let requests = 1;; requests += 1) {
		const answer = await ask(pair, keyPairs, () => {
			sent += 1;
		});
		if ("made" in answer) {
			claim.held({
				...record,
				keyPairId: answer.made.keyPairId
			});
			return answer.made;
		}
		const { error } = answer;
		const isTaken = (0,_aws_js__WEBPACK_IMPORTED_MODULE_5__.i)(error, _aws_js__WEBPACK_IMPORTED_MODULE_5__.n.duplicate);
		if (!isTaken && (0,_aws_js__WEBPACK_IMPORTED_MODULE_5__.r)(error) !== "uncertain") {
			if (requests === 1) claim.void();
			throw (0,_patience_js__WEBPACK_IMPORTED_MODULE_4__.s)(error, attempt);
		}
		const { holder, unseen } = await findHolder(pair.keyName, keyPairs, isTaken);
		if (holder?.tags.get(_tags_js__WEBPACK_IMPORTED_MODULE_3__.a.nonce) === record.nonce) await removeOrphan(holder, keyPairs);
		else if (isTaken && sent > 1 && unseen !== void 0) throw maybeOurs(pair.keyName, unseen);
		else if (isTaken || holder) {
			if (sent === 1 || holder) claim.void();
			throw nameTaken(pair.keyName, keyPairs.region, holder, error);
		}
		if (requests === mostRequests) throw (0,_patience_js__WEBPACK_IMPORTED_MODULE_4__.s)(error, attempt);
	}
}
async function ask(pair, keyPairs, onSent) {
	try {
		return { made: await keyPairs.create(pair, onSent) };
	} catch (error) {
		return { error };
	}
}
async function findHolder(keyName, keyPairs, isTaken) {
	try {
		return { holder: await (isTaken ? keyPairs.findPatiently({ keyName }) : keyPairs.find({ keyName })) };
	} catch (error) {
		const doing = `show who has the name "${keyName}"`;
		return { unseen: (0,_patience_js__WEBPACK_IMPORTED_MODULE_4__.s)(error, {
			action: "ec2:DescribeKeyPairs",
			doing,
			region: keyPairs.region
		}) };
	}
}
async function removeOrphan({ keyPairId }, keyPairs) {
	try {
		await keyPairs.delete(keyPairId);
	} catch (error) {
		const doing = `delete the key pair ${keyPairId}, whose private key was lost on its way`;
		throw (0,_patience_js__WEBPACK_IMPORTED_MODULE_4__.s)(error, {
			action: "ec2:DeleteKeyPair",
			doing,
			region: keyPairs.region
		});
	}
}
function nameTaken(keyName, region, holder, cause) {
	const which = holder === void 0 ? "" : ` (${holder.keyPairId}, fingerprint ${holder.fingerprint})`;
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("NAME_TAKEN", `The key pair "${keyName}" exists already in ${region}${which}.`, {
		hint: "EC2 shows a private key only once, when it is made. Use `operation: ensure` to use the pair as it is, `operation: delete` if nobody needs it, or another key-name (without one, the action makes a name up).",
		cause
	});
}
function maybeOurs(keyName, unseen) {
	const { message, hint } = unseen;
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("NAME_TAKEN_MAYBE_BY_THIS_STEP", `EC2 did not answer whether it made the key pair "${keyName}", and now there is one of that name: it may be this step's own.\n${message}`, {
		hint: `A pair of this step's is of no use: its private key was lost on its way. ${hint ?? ""}`.trimEnd(),
		cause: unseen
	});
}
// src/operations/create.ts
async function plan(request, look) {
	const keyName = (0,_new_pair_js__WEBPACK_IMPORTED_MODULE_7__.t)(request.name, look);
	const marks = (0,_new_pair_js__WEBPACK_IMPORTED_MODULE_7__.i)(keyName, request, look);
	const { file, output } = request.destinations;
	return {
		region: look.region,
		pair: {
			keyName,
			keyType: request.keyType,
			tags: marks.tags
		},
		marks,
		file: file && await planFile(file, marks, look),
		output
	};
}
function intentions({ pair, region, marks, file, output }) {
	return [
		{
			text: `create the ${pair.keyType} key pair "${pair.keyName}" in ${region}`,
			call: {
				call: "CreateKeyPair",
				pair
			}
		},
		...output ? [{ text: "set the output private-key" }] : [],
		...file ? [{ text: `write the private key to ${file.free.path} (${file.format})` }] : [],
		...marks.lifetime === "job" ? [{ text: "delete the pair when the job ends" }] : []
	];
}
async function carryOut(plan, parts) {
	const { keyPairs, claims, registerMasks, announce } = parts;
	return claims.undoUnless(async () => {
		const places = [];
		try {
			for (const destination of destinationsOf(plan, parts)) places.push(await destination.reserve());
			const { record, lifetime } = plan.marks;
			const claim = claims.intend(record, (0,_new_pair_js__WEBPACK_IMPORTED_MODULE_7__.r)(lifetime));
			const made = await makeKeyPair(plan.pair, keyPairs, {
				record,
				claim
			});
			const privateKey = await _patience_js__WEBPACK_IMPORTED_MODULE_4__.a.cover(made.privateKey, registerMasks);
			const delivered = [];
			for (const place of places) delivered.push(await place.deliver(privateKey));
			const result = resultOf(plan, made, delivered);
			announce(result);
			return result;
		} finally {
			for (const place of places) await place.close();
		}
	});
}
async function planFile({ path, format }, { lifetime, record }, { freePath, randomHex }) {
	return {
		free: await freePath(path, `${record.keyName.replace(/[^\w.-]/g, "_").slice(0, 100)}-${randomHex(4)}.${format}`),
		format,
		lasts: lifetime === "persistent" && path !== void 0 ? "beyond" : "job"
	};
}
function destinationsOf({ file, output, pair }, parts) {
	const { claims, registerMasks, takeFromOthers, outputDestination } = parts;
	const fileParts = file && {
		...file,
		keyName: pair.keyName,
		claims,
		registerMasks,
		takeFromOthers
	};
	return [...output ? [outputDestination(claims)] : [], ...fileParts ? [fileDestination(fileParts)] : []];
}
function resultOf(plan, made, delivered) {
	const { publicKey, type } = made.privateKey;
	const path = delivered.find((place) => place.path !== void 0)?.path;
	return {
		keyName: made.keyName,
		keyPairId: made.keyPairId,
		keyType: type,
		fingerprint: made.fingerprint,
		sha256Fingerprint: (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_6__.i)(publicKey),
		publicKey: publicKey.openSshLine(made.keyName),
		region: plan.region,
		created: true,
		lifetime: plan.marks.lifetime,
		expiresAt: plan.marks.expiresAt,
		file: path === void 0 ? void 0 : {
			path,
			stays: plan.file?.lasts === "beyond"
		},
		output: plan.output
	};
}

}),

6189:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
run: () => run
});
var _step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3441);
var _kept_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3486);
var _tags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9278);
var _patience_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8300);
var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9432);
var _create_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3895);
var _existing_pair_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7279);
var _new_pair_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1378);
var _log_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9329);

// src/operations/ensure.ts
const mostPlans = 5;
async function plan(request, look) {
	const pair = await look.find(request.keyName);
	if (pair === void 0) {
		const { keyName, keyType = "rsa", ...rest } = request;
		return { absent: await (0,_create_js__WEBPACK_IMPORTED_MODULE_5__.r)({
			...rest,
			keyType,
			name: { exact: keyName }
		}, look) };
	}
	if (request.keyType !== void 0 && pair.keyType !== request.keyType) throw typeDiffers(pair, request, look.region);
	const { file, output } = request.destinations;
	const existing = await (0,_existing_pair_js__WEBPACK_IMPORTED_MODULE_6__.r)(pair, {
		path: file?.path,
		output
	}, look);
	return { existing: {
		...existing,
		lackingTags: existing.ours ? lackingTags(pair, request, look.now()) : []
	} };
}
function intentions(plan) {
	if ("absent" in plan) return (0,_create_js__WEBPACK_IMPORTED_MODULE_5__.n)(plan.absent);
	const { pair, region, lackingTags, output } = plan.existing;
	const named = `the key pair "${pair.keyName}" (${pair.keyPairId}) in ${region}`;
	return [
		{ text: `use ${named}` },
		...output ? [{ text: "set the output private-key" }] : [],
		...lackingTags.length === 0 ? [] : [{
			text: `set the tags ${lackingTags.map(({ key }) => key).join(", ")} of ${named}`,
			call: {
				call: "CreateTags",
				keyPairId: pair.keyPairId,
				tags: lackingTags
			}
		}]
	];
}
async function carryOut(first, parts) {
	let plan = first;
	for (let plans = 1;; plans += 1) {
		if ("existing" in plan) {
			await completeTags(plan.existing, parts);
			return (0,_existing_pair_js__WEBPACK_IMPORTED_MODULE_6__.n)(plan.existing, parts);
		}
		try {
			return await (0,_create_js__WEBPACK_IMPORTED_MODULE_5__.t)(plan.absent, parts);
		} catch (error) {
			if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_4__.t && error.code === "NAME_TAKEN") || plans === mostPlans) throw error;
			parts.onOvertaken();
			plan = await parts.planAgain();
		}
	}
}
async function completeTags({ pair, lackingTags, region }, { keyPairs }) {
	if (lackingTags.length === 0) return;
	try {
		await keyPairs.tag(pair.keyPairId, lackingTags);
	} catch (error) {
		throw (0,_patience_js__WEBPACK_IMPORTED_MODULE_3__.s)(error, {
			action: "ec2:CreateTags",
			doing: `tag the key pair "${pair.keyName}"`,
			region
		});
	}
}
function lackingTags({ tags }, request, now) {
	const expiresAt = (0,_new_pair_js__WEBPACK_IMPORTED_MODULE_7__.n)(request.expiresAfter, now);
	return [...request.tags, ...expiresAt === void 0 ? [] : [{
		key: _tags_js__WEBPACK_IMPORTED_MODULE_2__.a.expiresAt,
		value: expiresAt.toISOString()
	}]].filter(({ key, value }) => tags.get(key) !== value);
}
function typeDiffers(pair, { keyType }, region) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_4__.t("KEY_TYPE_DIFFERS", `The key pair "${pair.keyName}" in ${region} is of type ${pair.keyType ?? "unknown"}, not ${keyType}.`, { hint: "The type of a pair never changes. Leave key-type out to take the pair as it is, or give another key-name." });
}
// src/wiring/ensure.ts
async function run(request) {
	const { look, parts, keyPairs, folders } = await (0,_step_js__WEBPACK_IMPORTED_MODULE_0__.n)(request.region);
	const withFiles = {
		...look,
		keptPrivateKey: (path) => (0,_kept_file_js__WEBPACK_IMPORTED_MODULE_1__.t)((0,_step_js__WEBPACK_IMPORTED_MODULE_0__.s)(path, folders), folders)
	};
	const planned = await plan(request, withFiles);
	if (request.dryRun) return (0,_step_js__WEBPACK_IMPORTED_MODULE_0__.t)(intentions(planned), keyPairs);
	if ("existing" in planned) sayWhose(planned.existing.ours, request.keyName);
	else _log_js__WEBPACK_IMPORTED_MODULE_8__.t.info(`There is no key pair ${request.keyName} in ${look.region} yet: creating it.`);
	const result = await carryOut(planned, {
		...parts,
		planAgain: () => plan(request, {
			...withFiles,
			find: (keyName) => look.findPatiently({ keyName })
		}),
		onOvertaken: () => _log_js__WEBPACK_IMPORTED_MODULE_8__.t.info(`Somebody else created the key pair ${request.keyName} first: looking again.`)
	});
	await (0,_step_js__WEBPACK_IMPORTED_MODULE_0__.r)(result);
}
function sayWhose(ours, keyName) {
	if (ours) return;
	_log_js__WEBPACK_IMPORTED_MODULE_8__.t.info(`The key pair ${keyName} was not made by this action in this repository: whoever made it holds its private key.`);
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
