export const id = 189;
export const ids = [189];
export const modules = {

3895:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => create
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);
var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9432);
var _ownership_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8826);
var _fingerprint_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9863);
var _key_pair_result_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4843);
var _deliver_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9974);
var _new_pair_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1378);

// src/ec2/create-key-pair.ts
const maxRequests = 3;
async function createKeyPair(pair, keyPairs, { record, claim }) {
	let sent = 0;
	for (let requests = 1;; requests += 1) {
		const attempt = await attemptToCreate(pair, keyPairs, () => {
			sent += 1;
		});
		if ("created" in attempt) {
			claim.held({
				...record,
				keyPairId: attempt.created.keyPairId
			});
			return attempt.created;
		}
		const { error } = attempt;
		const isTaken = (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.C)(error, _aws_js__WEBPACK_IMPORTED_MODULE_0__.n.duplicate);
		if (!isTaken && (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.S)(error) !== "uncertain") {
			if (requests === 1) claim.cancelled();
			throw error;
		}
		const { holder, lookupError } = await findHolder(pair.keyName, keyPairs, isTaken);
		if (holder?.tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_2__.o.nonce) === record.nonce) await deleteUnusable(holder, keyPairs);
		else if (isTaken && sent > 1 && lookupError !== void 0) throw maybeOwn(pair.keyName, lookupError);
		else if (isTaken || holder) {
			if (sent === 1 || holder) claim.cancelled();
			throw nameTaken(pair.keyName, keyPairs.region, holder, error);
		}
		if (requests === maxRequests) throw error;
	}
}
async function attemptToCreate(pair, keyPairs, onSent) {
	try {
		return { created: await keyPairs.create(pair, onSent) };
	} catch (error) {
		return { error };
	}
}
async function findHolder(keyName, keyPairs, isTaken) {
	try {
		return { holder: await (isTaken ? keyPairs.findEventually({ keyName }) : keyPairs.find({ keyName })) };
	} catch (lookupError) {
		return { lookupError };
	}
}
async function deleteUnusable(pair, keyPairs) {
	try {
		await keyPairs.delete(pair);
	} catch (error) {
		const { code, message, hint = "" } = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__.t ? error : (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__.i)(error);
		throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t(code, `The response with the private key of key pair "${pair.keyName}" was lost, and the key pair was not deleted.\n${message}`, {
			hint,
			cause: error
		});
	}
}
function nameTaken(keyName, region, holder, cause) {
	const which = holder === void 0 ? "" : ` (${holder.keyPairId}, fingerprint ${holder.fingerprint})`;
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("NAME_TAKEN", `Key pair "${keyName}" already exists in ${region}${which}.`, {
		hint: "EC2 returns a private key only once, at creation. Use `operation: ensure` to reuse the key pair, `operation: delete` to remove it, or leave out key-name to get a generated name.",
		cause
	});
}
function maybeOwn(keyName, lookupError) {
	const { message, hint = "" } = lookupError instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__.t ? lookupError : (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__.i)(lookupError);
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("NAME_TAKEN_MAYBE_BY_THIS_STEP", `CreateKeyPair for "${keyName}" got no response, and a key pair with that name now exists. This step may have created it.\n${message}`, {
		hint: `If this step created it, it is unusable: its private key was lost in transit. ${hint}`.trimEnd(),
		cause: lookupError
	});
}
// src/operations/create.ts
const create = {
	async plan(request, step) {
		const keyName = (0,_new_pair_js__WEBPACK_IMPORTED_MODULE_5__.t)(request.name, step);
		const { keyType, lifetime } = request;
		const identity = (0,_new_pair_js__WEBPACK_IMPORTED_MODULE_5__.r)(keyName, request, step);
		const destinations = await (0,_deliver_js__WEBPACK_IMPORTED_MODULE_4__.n)(request.destinations, {
			keyName,
			lifetime,
			publicKey: void 0
		}, step);
		return {
			pair: {
				keyName,
				keyType,
				tags: [...identity.tags, ...destinations.flatMap((destination) => destination.tags)]
			},
			identity,
			destinations
		};
	},
	preview({ pair, identity, destinations }, { keyPairs }) {
		const { keyType, keyName } = pair;
		return [
			{
				text: `create ${keyType} key pair "${keyName}" in ${keyPairs.region}`,
				checkPermission: () => keyPairs.checkPermission({
					call: "CreateKeyPair",
					pair
				})
			},
			...destinations.map(({ intent }) => ({ text: intent })),
			...(0,_new_pair_js__WEBPACK_IMPORTED_MODULE_5__.i)(identity.lifetime)
		];
	},
	async execute(plan, step) {
		const { pair, identity, destinations } = plan;
		const { keyPairs, registerMasks, log } = step;
		log.info(`Creating ${pair.keyType} key pair "${pair.keyName}" in ${keyPairs.region}.`);
		return step.claims.undoOnFailure(async (claims) => {
			const { obtained, delivered } = await (0,_deliver_js__WEBPACK_IMPORTED_MODULE_4__.t)(destinations, {
				claims,
				registerMasks
			}, () => {
				const claim = claims.intend(identity.record, (0,_new_pair_js__WEBPACK_IMPORTED_MODULE_5__.a)(identity.lifetime));
				return createKeyPair(pair, keyPairs, {
					record: identity.record,
					claim
				});
			});
			const result = resultOf(obtained, plan, delivered);
			step.setOutputs((0,_key_pair_result_js__WEBPACK_IMPORTED_MODULE_6__.t)(result));
			return (0,_key_pair_result_js__WEBPACK_IMPORTED_MODULE_6__.n)(result);
		});
	}
};
function resultOf(created, { identity }, delivered) {
	const { keyName, keyPairId, region, fingerprint, privateKey } = created;
	const { publicKey, type } = privateKey;
	const { lifetime, expiresAt } = identity;
	return {
		keyName,
		keyPairId,
		region,
		keyType: type,
		fingerprint,
		sha256Fingerprint: (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_3__.i)(publicKey),
		publicKey: publicKey.openSshLine(keyName),
		change: "created",
		lifetime,
		expiresAt,
		runUrl: void 0,
		delivered
	};
}

}),

9974:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => openAll,
t: () => deliver
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);

// src/operations/deliver.ts
async function openAll(requests, pair, { openDestination }) {
	const destinations = [];
	for (const request of requests) destinations.push(await openDestination(request, pair));
	return destinations;
}
async function deliver(destinations, { claims, registerMasks }, obtain) {
	const reservations = [];
	try {
		for (const destination of destinations) reservations.push(await destination.reserve(claims));
		const obtained = await obtain();
		const key = await _aws_js__WEBPACK_IMPORTED_MODULE_0__.u.mask(obtained.privateKey, registerMasks);
		const delivered = [];
		for (const reservation of reservations) delivered.push(await reservation.deliver(key));
		return {
			obtained,
			delivered
		};
	} finally {
		await Promise.allSettled(reservations.map((reservation) => reservation.close()));
	}
}

}),

6189:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
ensure: () => ensure
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _ownership_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8826);
var _create_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3895);
var _existing_pair_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7279);
var _new_pair_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1378);

// src/operations/ensure.ts
const maxPlans = 5;
const ensure = {
	async plan(request, step) {
		return {
			request,
			decision: await decide(request, await step.keyPairs.find({ keyName: request.keyName }), step)
		};
	},
	preview({ decision }, step) {
		if ("absent" in decision) return _create_js__WEBPACK_IMPORTED_MODULE_2__.t.preview(decision.absent, step);
		const actions = (0,_existing_pair_js__WEBPACK_IMPORTED_MODULE_3__.i)(decision.existing);
		const { pair, lackingTags: tags } = decision.existing;
		if (tags.length === 0) return actions;
		return [...actions, {
			text: `set ${tags.length === 1 ? "tag" : "tags"} ${tags.map(({ key }) => key).join(", ")} on key pair "${pair.keyName}" in ${pair.region}`,
			checkPermission: () => step.keyPairs.checkPermission({
				call: "CreateTags",
				pair,
				tags
			})
		}];
	},
	async execute({ request, decision: first }, step) {
		const { keyName } = request;
		let decision = first;
		for (let plans = 1;; plans += 1) {
			if ("existing" in decision) return useExisting(decision.existing, step);
			try {
				if (plans === 1) step.log.info(`Key pair "${keyName}" does not exist in ${step.region} yet.`);
				return await _create_js__WEBPACK_IMPORTED_MODULE_2__.t.execute(decision.absent, step);
			} catch (error) {
				if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t && error.code === "NAME_TAKEN") || plans === maxPlans) throw error;
				step.log.info(`Another process created key pair "${keyName}" first. Checking again.`);
				decision = await decide(request, await step.keyPairs.findEventually({ keyName }), step);
			}
		}
	}
};
async function decide(request, pair, step) {
	if (pair === void 0) {
		const { keyName, keyType = "rsa", ...rest } = request;
		return { absent: await _create_js__WEBPACK_IMPORTED_MODULE_2__.t.plan({
			...rest,
			keyType,
			name: { exact: keyName }
		}, step) };
	}
	if (request.keyType !== void 0 && pair.keyType !== request.keyType) throw typeDiffers(pair, request);
	const existing = await (0,_existing_pair_js__WEBPACK_IMPORTED_MODULE_3__.r)(pair, request, step);
	return { existing: {
		...existing,
		lackingTags: existing.managed ? lackingTags(pair, request, step.now()) : []
	} };
}
async function useExisting(existing, step) {
	const { pair, managed, found, lackingTags: tags } = existing;
	if (!managed && found === void 0) step.log.info(`Key pair "${pair.keyName}" was not created by this action in this repository, so its private key is with whoever created it.`);
	if (tags.length > 0) await step.keyPairs.tag(pair, tags);
	return (0,_existing_pair_js__WEBPACK_IMPORTED_MODULE_3__.t)(existing, step);
}
function lackingTags({ tags }, request, now) {
	const wanted = [...request.tags];
	const expiresAt = (0,_new_pair_js__WEBPACK_IMPORTED_MODULE_4__.n)(request.expiresAfter, now);
	if (expiresAt !== void 0) wanted.push({
		key: _ownership_js__WEBPACK_IMPORTED_MODULE_1__.o.expiresAt,
		value: expiresAt.toISOString()
	});
	return wanted.filter(({ key, value }) => tags.get(key) !== value);
}
function typeDiffers(pair, { keyType }) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("KEY_TYPE_DIFFERS", `Key pair "${pair.keyName}" in ${pair.region} has type ${pair.keyType ?? "unknown"}, not ${keyType}.`, { hint: "The type of a key pair never changes. Leave out key-type to use the key pair as it is, or set another key-name." });
}

}),

7279:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
i: () => previewExisting,
n: () => pairNotFound,
r: () => planExisting,
t: () => executeExisting
});
var _source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2786);
var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9432);
var _fingerprint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9863);
var _ownership_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8826);
var _key_pair_result_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4843);
var _deliver_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9974);

// src/operations/existing-pair.ts
async function planExisting(pair, places, step) {
	const sources = [];
	for (const request of places.sources) sources.push(await step.openSource(request));
	const found = await findIn(sources);
	const managed = (0,_ownership_js__WEBPACK_IMPORTED_MODULE_3__.n)(pair.tags, step.run);
	if (found === void 0) {
		if (places.destinations.some(({ required }) => required)) throw notHere(pair, sources);
		return {
			pair,
			managed,
			found,
			destinations: []
		};
	}
	if (!belongsTo(found, pair)) {
		const expected = pair.publicKey === void 0 ? pair.fingerprint : (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__.i)(pair.publicKey);
		throw (0,_source_js__WEBPACK_IMPORTED_MODULE_0__.t)(found, `"${pair.keyName}" in ${pair.region} (${expected})`);
	}
	const { keyName } = pair;
	const { publicKey } = found.privateKey;
	return {
		pair,
		managed,
		found,
		destinations: await (0,_deliver_js__WEBPACK_IMPORTED_MODULE_4__.n)(places.destinations, {
			keyName,
			lifetime: void 0,
			publicKey
		}, step)
	};
}
function previewExisting({ pair, destinations }) {
	return [{ text: `use key pair "${pair.keyName}" (${pair.keyPairId}) in ${pair.region}` }, ...destinations.map(({ intent }) => ({ text: intent }))];
}
async function executeExisting(existing, step) {
	const { pair, found, destinations } = existing;
	const { registerMasks } = step;
	return step.claims.undoOnFailure(async (claims) => {
		const { delivered } = found === void 0 ? { delivered: [] } : await (0,_deliver_js__WEBPACK_IMPORTED_MODULE_4__.t)(destinations, {
			claims,
			registerMasks
		}, async () => found);
		const result = resultOf(pair, delivered, step.run);
		step.setOutputs((0,_key_pair_result_js__WEBPACK_IMPORTED_MODULE_5__.t)(result));
		return (0,_key_pair_result_js__WEBPACK_IMPORTED_MODULE_5__.n)(result);
	});
}
function pairNotFound(choice, region) {
	const which = "keyName" in choice ? `"${choice.keyName}"` : choice.keyPairId;
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("PAIR_NOT_FOUND", `Key pair ${which} does not exist in ${region}.`, { hint: "Key pairs are per Region and account. Check aws-region and which account the credentials belong to. To create missing key pairs, use `operation: ensure`." });
}
async function findIn(sources) {
	for (const source of sources) {
		const found = await source.find();
		if (found !== void 0) return found;
	}
}
function belongsTo({ privateKey }, { publicKey, fingerprint }) {
	return publicKey?.equals(privateKey.publicKey) ?? (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__.r)((0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__.t)(privateKey), fingerprint);
}
function resultOf(pair, delivered, run) {
	const { keyName, keyPairId, region, keyType, fingerprint, publicKey, tags } = pair;
	return {
		keyName,
		keyPairId,
		region,
		keyType,
		fingerprint,
		sha256Fingerprint: publicKey === void 0 ? "" : (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__.i)(publicKey),
		publicKey: publicKey?.openSshLine(keyName) ?? "",
		change: "none",
		lifetime: void 0,
		expiresAt: void 0,
		runUrl: (0,_ownership_js__WEBPACK_IMPORTED_MODULE_3__.a)(tags, run),
		delivered
	};
}
function notHere({ keyName, region }, sources) {
	const looked = sources.length === 0 ? "private-key-path is not set" : sources.map(({ notFound }) => notFound).join("; ");
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("PRIVATE_KEY_NOT_HERE", `Key pair "${keyName}" exists in ${region}, but this job does not have its private key (${looked}).`, { hint: "EC2 returns a private key only once, at creation. Set private-key-path to a file with the key, or remove private-key-path and output-private-key if you only need the key pair, or delete the key pair and create it again." });
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

4843:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => reportOf,
t: () => outputsOf
});
// src/results/key-pair-result.ts
function outputsOf(result) {
	const outputs = {
		"key-name": result.keyName,
		"key-pair-id": result.keyPairId,
		"key-fingerprint": result.fingerprint,
		"key-type": result.keyType ?? "",
		"public-key": result.publicKey,
		"private-key-path": "",
		"aws-region": result.region,
		created: String(result.change !== "none")
	};
	return Object.assign({}, outputs, ...result.delivered.map((delivered) => delivered.outputs));
}
function reportOf(result) {
	return {
		lines: linesOf(result),
		warnings: warningsOf(result),
		summary: summaryOf(result)
	};
}
function linesOf(result) {
	const { keyName, keyPairId, region, fingerprint } = result;
	return [
		`${{
			created: "Created",
			imported: "Imported",
			none: "Found"
		}[result.change]} key pair "${keyName}" (${keyPairId}) in ${region}, fingerprint ${fingerprint}.`,
		...keptUntil(result).map((sentence) => `It is ${sentence}.`),
		...result.delivered.map(({ label, where, until }) => `${label}: ${where} (${until})`),
		...usagesOf(result).map((usage) => `To log in: ${usage}`)
	];
}
function warningsOf(result) {
	const { keyName, lifetime, delivered } = result;
	const warnings = delivered.flatMap((one) => one.warnings);
	const isLost = !delivered.some(({ outlivesJob }) => outlivesJob);
	if (result.change !== "created" || lifetime === "job" || !isLost) return warnings;
	return [[`Key pair "${keyName}" will outlive this job, but its private key will not: EC2 returns it only once, at creation.`, ...delivered.flatMap(({ keepAdvice }) => keepAdvice ?? [])].join(" "), ...warnings];
}
function summaryOf(result) {
	const { keyName, keyPairId, region, change, delivered, runUrl } = result;
	const heading = {
		created: "created",
		imported: "imported",
		none: "found"
	}[change];
	const rows = [
		["Name", {
			value: keyName,
			...linkTo(consoleUrl(result))
		}],
		["ID", { value: keyPairId }],
		["Type", result.keyType === void 0 ? "Unknown" : { value: result.keyType }],
		["Region", { value: region }],
		["Fingerprint", { value: result.fingerprint }],
		...result.sha256Fingerprint === "" ? [] : [["SSH fingerprint", { value: result.sha256Fingerprint }]],
		...keptUntil(result).map((sentence) => ["Lifetime", capitalized(sentence)]),
		...runUrl === void 0 ? [] : [["Created by", {
			value: runUrl,
			url: runUrl
		}]],
		...delivered.length === 0 && change !== "imported" ? [["Private key", "Not available in this job"]] : [],
		...delivered.map(({ label, where, until }) => [label, {
			value: where,
			note: until
		}])
	];
	const notes = usagesOf(result).map((command) => ({
		text: "To log in:",
		command
	}));
	return {
		heading: `EC2 key pair ${heading}`,
		subject: keyName,
		rows,
		notes
	};
}
function keptUntil({ lifetime, expiresAt }) {
	if (lifetime === void 0) return [];
	return [`${{
		job: "deleted when this job ends",
		run: "kept until a delete step with its run-id",
		persistent: "kept until you delete it"
	}[lifetime]}${expiresAt === void 0 ? "" : `, and tagged to expire at ${toSeconds(expiresAt)}`}`];
}
function usagesOf({ delivered }) {
	return delivered.flatMap(({ usage }) => usage ?? []);
}
const consoleHosts = [
	[/^cn-/, "console.amazonaws.cn"],
	[/^us-gov-/, "console.amazonaws-us-gov.com"],
	[/^(?!us-iso|eu-iso)(?:af|ap|ca|eu|il|me|mx|sa|us)-/, "console.aws.amazon.com"]
];
function consoleUrl({ keyName, region }) {
	const [, host] = consoleHosts.find(([partition]) => partition.test(region)) ?? [];
	if (host === void 0) return void 0;
	const inUrl = encodeURIComponent(region);
	return `https://${inUrl}.${host}/ec2/home?region=${inUrl}#KeyPairs:keyName=${encodeURIComponent(keyName.toWellFormed())}`;
}
function linkTo(url) {
	return url === void 0 ? {} : { url };
}
function toSeconds(time) {
	return time.toISOString().replace(/\.\d+Z$/, "Z");
}
function capitalized(sentence) {
	return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

}),

1378:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => retentionOf,
i: () => previewOfCleanup,
n: () => expiryOf,
r: () => identifyNewPair,
t: () => chosenName
});
var _ownership_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8826);

// src/operations/new-pair.ts
function chosenName(name, { run, randomHex }) {
	return "exact" in name ? name.exact : `${name.prefix}${run.runId}-${run.attempt}-${randomHex(4)}`;
}
function identifyNewPair(keyName, { tags, lifetime, expiresAfter }, { run, region, credentialsId, now, randomHex }) {
	const nonce = randomHex(16);
	const expiresAt = expiryOf(expiresAfter, now());
	return {
		record: {
			kind: "key-pair",
			region,
			keyName,
			nonce,
			credentials: credentialsId
		},
		tags: (0,_ownership_js__WEBPACK_IMPORTED_MODULE_0__.s)({
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
function retentionOf(lifetime) {
	return lifetime === "job" ? "job" : "beyond";
}
function previewOfCleanup(lifetime) {
	return lifetime === "job" ? [{ text: "delete the key pair when the job ends" }] : [];
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
