export const id = 3574;
export const ids = [3574];
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

3895:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => create
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);
var _key_pair_result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4843);
var _deliver_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9974);
var _new_pair_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1378);

// src/ec2/create-key-pair.ts
async function createKeyPair(pair, keyPairs, intended) {
	let created;
	try {
		created = await keyPairs.create(pair);
	} catch (error) {
		const { createAgain } = await __webpack_require__.e(/* import() */ 454).then(__webpack_require__.bind(__webpack_require__, 454));
		return createAgain(error, pair, keyPairs, intended);
	}
	intended.claim.held({
		...intended.record,
		keyPairId: created.keyPairId
	});
	return created;
}
// src/operations/create.ts
const create = {
	async plan(request, step) {
		const keyName = (0,_new_pair_js__WEBPACK_IMPORTED_MODULE_2__.t)(request.name, step);
		const { keyType, lifetime, generateOn } = request;
		const identity = (0,_new_pair_js__WEBPACK_IMPORTED_MODULE_2__.r)(keyName, request, step);
		const destinations = await (0,_deliver_js__WEBPACK_IMPORTED_MODULE_1__.n)(request.destinations, {
			keyName,
			lifetime,
			publicKey: void 0,
			nonce: identity.record.nonce
		}, step);
		const tags = [...identity.tags, ...destinations.flatMap((destination) => destination.tags)];
		return {
			pair: {
				keyName,
				keyType,
				keyFormat: formatOfEc2(request.destinations),
				tags
			},
			name: request.name,
			generateOn,
			identity,
			destinations
		};
	},
	async preview(plan, step) {
		return (await __webpack_require__.e(/* import() */ 7727).then(__webpack_require__.bind(__webpack_require__, 108))).previewCreate(plan, step);
	},
	async execute(plan, step) {
		const { pair, identity, destinations } = plan;
		const { keyPairs, registerMasks, log } = step;
		log.info(`${plan.generateOn === "ec2" ? "Creating" : "Generating"} ${pair.keyType} key pair "${pair.keyName}" in ${keyPairs.region}.`);
		return step.claims.undoOnFailure(async (claims) => {
			const { record, lifetime } = identity;
			const intend = () => ({
				record,
				claim: claims.intend(record, (0,_new_pair_js__WEBPACK_IMPORTED_MODULE_2__.i)(lifetime))
			});
			const { obtained, delivered } = await (0,_deliver_js__WEBPACK_IMPORTED_MODULE_1__.t)(destinations, {
				claims,
				registerMasks
			}, async () => {
				if (plan.generateOn === "ec2") return createKeyPair(pair, keyPairs, intend());
				const { importGenerated } = await __webpack_require__.e(/* import() */ 9718).then(__webpack_require__.bind(__webpack_require__, 9718));
				return importGenerated(pair, keyPairs, intend);
			});
			const result = resultOf(obtained, plan, {
				delivered,
				creatingRunId: step.run.runId
			});
			step.setOutputs((0,_key_pair_result_js__WEBPACK_IMPORTED_MODULE_3__.t)(result));
			return (0,_key_pair_result_js__WEBPACK_IMPORTED_MODULE_3__.n)(result);
		});
	}
};
function formatOfEc2(destinations) {
	const file = destinations.find((request) => request.kind === "file");
	return file?.format === "ppk" && file.passphrase === void 0 ? "ppk" : "pem";
}
function resultOf(created, { identity }, known) {
	const { keyName, keyPairId, region, fingerprint, privateKey } = created;
	const { publicKey, type } = privateKey;
	const { lifetime, expiresAt } = identity;
	return {
		keyName,
		keyPairId,
		region,
		keyType: type,
		fingerprint,
		sha256Fingerprint: (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.v)(publicKey),
		publicKey: publicKey.openSshLine(keyName),
		change: "created",
		lifetime,
		expiresAt,
		runUrl: void 0,
		...known,
		fingerprintDiffers: !created.fingerprintFits
	};
}

}),

5425:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
create: () => (/* reexport safe */ _create_js__WEBPACK_IMPORTED_MODULE_0__.t)
});
var _create_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3895);

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
		const key = await _aws_js__WEBPACK_IMPORTED_MODULE_0__.y.mask(obtained.privateKey, registerMasks);
		const delivered = [];
		for (const reservation of reservations) delivered.push(await reservation.deliver(key, obtained.keyPairId));
		return {
			obtained,
			delivered
		};
	} finally {
		await Promise.allSettled(reservations.map((reservation) => reservation.close()));
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
const parseKeyPairRecord = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.c)("key-pair", {
	...(0,_record_js__WEBPACK_IMPORTED_MODULE_0__.o)("region", "keyName", "nonce", "credentials", "account", "endpoint"),
	source: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.s)(_record_js__WEBPACK_IMPORTED_MODULE_0__.a),
	keyPairId: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.s)((0,_record_js__WEBPACK_IMPORTED_MODULE_0__.i)(keyPairIdPattern)),
	unanswered: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.s)(Number.isSafeInteger)
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
		created: String(doneTo(result) !== "found"),
		changed: String(result.change !== "none")
	};
	return Object.assign({}, outputs, ...(result.delivered ?? []).map((delivered) => delivered.outputs));
}
function reportOf(result) {
	return {
		lines: linesOf(result),
		warnings: warningsOf(result),
		summary: summaryOf(result)
	};
}
function linesOf(result) {
	const { keyName, keyPairId, region, fingerprint, creator, delivered = [], remarks = [] } = result;
	const kept = keptUntil(result);
	return [
		`${capitalized(doneTo(result))} key pair "${keyName}" (${keyPairId}) in ${region}, fingerprint ${fingerprint}.`,
		...creator === void 0 ? kept.map((sentence) => `It is ${sentence}.`) : [`Created by ${[creator, ...kept].join(", ")}.`],
		...isKeyLost(result) && result.lifetime === "run" ? ["Other jobs of this run can use the key pair, but not its private key."] : [],
		...remarks,
		...delivered.map(({ label, where, until }) => `${label}: ${where} (${until})`),
		...usagesOf(result).map((usage) => `To log in: ${usage}`)
	];
}
function doneTo({ change }) {
	return change === "created" || change === "imported" ? change : "found";
}
function warningsOf(result) {
	const { keyName, lifetime, delivered = [], warnings: others = [] } = result;
	const warnings = [...others, ...delivered.flatMap((one) => one.warnings)];
	if (result.fingerprintDiffers) warnings.push(fingerprintWarning(result));
	if (lifetime !== "persistent" || !isKeyLost(result)) return warnings;
	return [[`Key pair "${keyName}" will outlive this job, but its private key will not: EC2 returns it only once, at creation. To keep it, set store (docs/recipes/keep-the-private-key.md), or import a public key of your own.`, ...delivered.flatMap(({ keepAdvice }) => keepAdvice ?? [])].join(" "), ...warnings];
}
function isKeyLost({ change, delivered = [] }) {
	return change === "created" && !delivered.some(({ outlivesJob }) => outlivesJob);
}
function fingerprintWarning({ keyName, fingerprint }) {
	return `The fingerprint of key pair "${keyName}" (${fingerprint}) is not the one that AWS computes from its private key. An endpoint other than AWS may compute it differently.`;
}
function summaryOf(result) {
	const { keyName, keyPairId, region, delivered, runUrl } = result;
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
		...delivered?.length === 0 ? [["Private key", "Not available in this job"]] : [],
		...(delivered ?? []).map(({ label, where, until }) => [label, {
			value: where,
			note: until
		}])
	];
	const notes = usagesOf(result).map((command) => ({
		text: "To log in:",
		command
	}));
	return {
		heading: `EC2 key pair ${doneTo(result)}`,
		subject: keyName,
		rows,
		notes
	};
}
function keptUntil({ creator, creatingRunId, lifetime, expiresAt }) {
	if (lifetime === void 0) return [];
	return [`${{
		job: `deleted when ${creator === void 0 ? "this job" : "the job that created it"} ends`,
		run: `kept until a step deletes it with run-id: ${creatingRunId}`,
		persistent: "kept until it is deleted"
	}[lifetime]}${expiresAt === void 0 ? "" : `, and tagged to expire at ${toSeconds(expiresAt)}`}`];
}
function usagesOf({ delivered = [] }) {
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
	return time.toISOString().replace(/\.\d+/, "");
}
function capitalized(sentence) {
	return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

}),

1378:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
i: () => retentionOf,
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
		tags: (0,_ownership_js__WEBPACK_IMPORTED_MODULE_0__.l)({
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

}),

8962:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => nonEmpty,
c: () => recordParser,
i: () => matching,
n: () => isTrue,
o: () => nonEmptyFields,
r: () => listOf,
s: () => optional,
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
function nonEmptyFields(...names) {
	return Object.fromEntries(names.map((name) => [name, nonEmpty]));
}
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
