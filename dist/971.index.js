export const id = 971;
export const ids = [971];
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

9205:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
i: () => searchHolder,
n: () => findHolder,
r: () => isFreeAgain,
t: () => findByNonce
});
var _ownership_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8826);

// src/ec2/holder.ts
const longestAttempt = 3e5;
async function findHolder(attempt, keyPairs, evidence = {}) {
	let last = { whose: "unknown" };
	try {
		return await keyPairs.look(async (isLast) => {
			last = await lookOnce(attempt, keyPairs, evidence);
			return last.whose === "own" || last.whose === "someone-else" && isLast ? last : void 0;
		}) ?? {
			whose: "unknown",
			pair: last.pair
		};
	} catch (lookupError) {
		return {
			whose: "unknown",
			pair: last.pair,
			lookupError
		};
	}
}
async function searchHolder(attempt, keyPairs) {
	return await keyPairs.search(async () => {
		const seen = await lookOnce(attempt, keyPairs);
		return seen.whose === "unknown" ? void 0 : seen;
	}) ?? { whose: "unknown" };
}
function isFreeAgain({ pair, lookupError }) {
	return pair === void 0 && lookupError === void 0;
}
async function lookOnce(attempt, keyPairs, evidence = {}) {
	const pair = await keyPairs.find({ keyName: attempt.keyName });
	const nonce = pair?.tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_0__.o.nonce);
	if (pair !== void 0 && (nonce !== void 0 || isForeign(pair, evidence))) return {
		whose: nonce === attempt.nonce ? "own" : "someone-else",
		pair
	};
	const own = await findByNonce(attempt, keyPairs);
	return own === void 0 ? {
		whose: "unknown",
		pair
	} : {
		whose: "own",
		pair: own
	};
}
async function findByNonce({ nonce }, keyPairs) {
	const [pair] = await keyPairs.list([{
		key: _ownership_js__WEBPACK_IMPORTED_MODULE_0__.o.nonce,
		value: nonce
	}]);
	return pair;
}
function isForeign(pair, { publicKey, takenAt }) {
	if (publicKey !== void 0 && pair.publicKey?.equals(publicKey) === false) return true;
	if (pair.createdAt === void 0 || takenAt === void 0) return false;
	return pair.createdAt.getTime() < takenAt.getTime() - longestAttempt;
}

}),

8618:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
importOperation: () => importOperation
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);
var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9432);
var _holder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9205);
var _name_taken_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4682);
var _ownership_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8826);
var _key_pair_result_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4843);
var _new_pair_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1378);

// src/ec2/import-key-pair.ts
const maxRequests = 5;
async function importKeyPair(pair, keyPairs, { record, claim }) {
	let unanswered = 0;
	for (let requests = 1;; requests += 1) {
		const { imported, error } = await attemptToImport(pair, keyPairs, () => {
			unanswered += 1;
		});
		if (imported !== void 0) {
			claim.held({
				...record,
				keyPairId: imported.keyPairId,
				unanswered
			});
			return {
				...imported,
				created: true
			};
		}
		if (!(0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.k)(error, _aws_js__WEBPACK_IMPORTED_MODULE_0__.c.duplicate)) {
			if (unanswered === 0 && (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.O)(error) !== "uncertain") claim.cancelled();
			throw error;
		}
		const { publicKey } = pair;
		const holder = await (0,_holder_js__WEBPACK_IMPORTED_MODULE_2__.n)(record, keyPairs, {
			takenAt: (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.E)(error),
			publicKey
		});
		if (holder.whose !== "unknown") return useHolder(holder, publicKey, {
			record,
			claim
		}, unanswered);
		unanswered += 1;
		if (!(0,_holder_js__WEBPACK_IMPORTED_MODULE_2__.r)(holder)) throw (0,_name_taken_js__WEBPACK_IMPORTED_MODULE_3__.n)(record, holder, error);
		if (requests === maxRequests) throw error;
	}
}
async function attemptToImport(pair, keyPairs, onResponseLost) {
	try {
		return { imported: await keyPairs.import(pair, onResponseLost) };
	} catch (error) {
		return { error };
	}
}
function useHolder({ whose, pair }, publicKey, { record, claim }, unanswered) {
	const { keyPairId, fingerprint } = pair;
	const created = whose === "own";
	if (created) claim.held({
		...record,
		keyPairId,
		unanswered
	});
	else claim.cancelled();
	refuseOtherKey(pair, publicKey);
	return {
		keyPairId,
		fingerprint,
		created
	};
}
function refuseOtherKey(pair, publicKey) {
	if (pair.publicKey?.equals(publicKey)) return;
	const { keyName, region, keyPairId, fingerprint } = pair;
	const theirs = pair.publicKey === void 0 ? fingerprint : `${fingerprint}, ${(0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.x)(pair.publicKey)}`;
	const ours = `${(0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.y)(publicKey)}, ${(0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.x)(publicKey)}`;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("KEY_DIFFERS", `Key pair "${keyName}" in ${region} (${keyPairId}) contains a different key (fingerprint ${theirs}; yours is ${ours}).`, { hint: "An import never replaces a key. Set another key-name, or delete the key pair first if no one needs it." });
}
// src/operations/import.ts
const importOperation = {
	async plan(request, step) {
		const publicKey = _aws_js__WEBPACK_IMPORTED_MODULE_0__.p.parseOpenSsh(await publicKeyText(request.publicKey, step));
		const keyName = (0,_new_pair_js__WEBPACK_IMPORTED_MODULE_5__.t)(request.name, step);
		const existing = "exact" in request.name ? await step.keyPairs.find({ keyName }) : void 0;
		if (existing !== void 0) refuseOtherKey(existing, publicKey);
		const identity = (0,_new_pair_js__WEBPACK_IMPORTED_MODULE_5__.r)(keyName, request, step);
		return {
			pair: {
				keyName,
				publicKey,
				tags: identity.tags
			},
			identity,
			existing
		};
	},
	preview({ pair, identity, existing }, { keyPairs }) {
		const which = `key pair "${pair.keyName}" in ${keyPairs.region}`;
		if (existing !== void 0) return [{ text: `leave ${which} as it is: it already contains this key` }];
		const { type } = pair.publicKey;
		return [{
			text: `import ${which} (${type}, ${(0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.x)(pair.publicKey)})`,
			checkPermission: () => keyPairs.checkPermission({
				call: "ImportKeyPair",
				pair
			})
		}, ...(0,_new_pair_js__WEBPACK_IMPORTED_MODULE_5__.i)(identity.lifetime)];
	},
	async execute(plan, step) {
		const { pair, identity, existing } = plan;
		const { record, lifetime } = identity;
		return step.claims.undoOnFailure(async (claims) => {
			if (existing === void 0) step.log.info(`Importing ${pair.publicKey.type} key pair "${pair.keyName}" in ${step.region}.`);
			const result = resultOf(existing === void 0 ? await importKeyPair(pair, step.keyPairs, {
				record,
				claim: claims.intend(record, (0,_new_pair_js__WEBPACK_IMPORTED_MODULE_5__.a)(lifetime))
			}) : {
				...existing,
				created: false
			}, plan, step);
			step.setOutputs((0,_key_pair_result_js__WEBPACK_IMPORTED_MODULE_6__.t)(result));
			return (0,_key_pair_result_js__WEBPACK_IMPORTED_MODULE_6__.n)(result);
		});
	}
};
function resultOf(imported, plan, { region, run }) {
	const { keyPairId, fingerprint, created } = imported;
	const { keyName, publicKey } = plan.pair;
	const { lifetime, expiresAt } = plan.identity;
	return {
		keyName,
		keyPairId,
		region,
		keyType: publicKey.type,
		fingerprint,
		sha256Fingerprint: (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.x)(publicKey),
		publicKey: publicKey.openSshLine(keyName),
		change: created ? "imported" : "none",
		lifetime: created ? lifetime : void 0,
		expiresAt: created ? expiresAt : void 0,
		runUrl: plan.existing && (0,_ownership_js__WEBPACK_IMPORTED_MODULE_4__.a)(plan.existing.tags, run),
		delivered: [],
		fingerprintDiffers: false
	};
}
async function publicKeyText(source, step) {
	if ("text" in source) return source.text;
	const text = await step.readWorkspaceFile(source.path);
	if (text !== void 0) return text;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("NO_PUBLIC_KEY_FILE", `public-key-path: ${source.path} does not exist.`, { hint: "The path is relative to the workspace. Check that the repository is checked out before this step." });
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
const parseKeyPairRecord = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.o)("key-pair", {
	region: _record_js__WEBPACK_IMPORTED_MODULE_0__.i,
	keyName: _record_js__WEBPACK_IMPORTED_MODULE_0__.i,
	nonce: _record_js__WEBPACK_IMPORTED_MODULE_0__.i,
	credentials: _record_js__WEBPACK_IMPORTED_MODULE_0__.i,
	account: _record_js__WEBPACK_IMPORTED_MODULE_0__.i,
	source: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.a)(_record_js__WEBPACK_IMPORTED_MODULE_0__.i),
	endpoint: _record_js__WEBPACK_IMPORTED_MODULE_0__.i,
	keyPairId: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_record_js__WEBPACK_IMPORTED_MODULE_0__.r)(keyPairIdPattern)),
	unanswered: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.a)(Number.isSafeInteger)
});

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
	if (result.fingerprintDiffers) warnings.push(fingerprintWarning(result));
	const isLost = !delivered.some(({ outlivesJob }) => outlivesJob);
	if (result.change !== "created" || lifetime === "job" || !isLost) return warnings;
	return [[`Key pair "${keyName}" will outlive this job, but its private key will not: EC2 returns it only once, at creation.`, ...delivered.flatMap(({ keepAdvice }) => keepAdvice ?? [])].join(" "), ...warnings];
}
function fingerprintWarning({ keyName, fingerprint }) {
	return `The fingerprint of key pair "${keyName}" (${fingerprint}) is not the one that AWS computes of its private key. An endpoint other than AWS may compute it differently.`;
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

4682:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => maybeOwn,
t: () => NameTakenError
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);

// src/ec2/name-taken.ts
var NameTakenError = class extends _errors_js__WEBPACK_IMPORTED_MODULE_0__.t {
	holder;
	constructor(holder, cause) {
		const { keyName, keyPairId, region, fingerprint } = holder;
		super("NAME_TAKEN", `Key pair "${keyName}" already exists in ${region} (${keyPairId}, fingerprint ${fingerprint}).`, {
			hint: "EC2 returns a private key only once, at creation. Use `operation: ensure` to reuse the key pair, `operation: delete` to remove it, or leave out key-name to get a generated name.",
			cause
		});
		this.holder = holder;
	}
};
function maybeOwn({ keyName, region }, { lookupError }, cause) {
	const what = `Key pair "${keyName}" already exists in ${region}, and this step may have created it.`;
	const hint = "If this step created it, it is unusable: its private key was lost in transit.";
	if (lookupError === void 0) {
		const message = `${what} EC2 does not show whose it is.`;
		return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("NAME_TAKEN_MAYBE_BY_THIS_STEP", message, {
			hint,
			cause
		});
	}
	const { message, hint: advice = "" } = lookupError instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t ? lookupError : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.i)(lookupError);
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("NAME_TAKEN_MAYBE_BY_THIS_STEP", `${what}\n${message}`, {
		hint: `${hint} ${advice}`.trimEnd(),
		cause: lookupError
	});
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
function identifyNewPair(keyName, { tags, lifetime, expiresAfter }, { run, region, caller, endpoint, now, randomHex }) {
	const nonce = randomHex(16);
	const expiresAt = expiryOf(expiresAfter, now());
	return {
		record: {
			kind: "key-pair",
			region,
			keyName,
			nonce,
			...caller,
			endpoint
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

8962:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => optional,
i: () => nonEmpty,
n: () => listOf,
o: () => recordParser,
r: () => matching,
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
