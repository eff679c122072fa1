export const id = 639;
export const ids = [639];
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
		const key = await _aws_js__WEBPACK_IMPORTED_MODULE_0__.v.mask(obtained.privateKey, registerMasks);
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

9822:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
describe: () => describe
});
var _ownership_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8826);
var _existing_pair_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7279);

// src/results/key-pair-list.ts
const maxOutput = 262144;
const maxLines = 20;
function listJson(pairs) {
	return JSON.stringify(pairs);
}
function listOutputs(pairs, region, file) {
	return {
		"key-pairs": `[${entriesThatFit(pairs).join(",")}]`,
		"key-pairs-path": file,
		"aws-region": region,
		changed: "false"
	};
}
function listWarnings(pairs) {
	const { length } = entriesThatFit(pairs);
	if (length === pairs.length) return [];
	return [`The output key-pairs holds the first ${counted(length)} of ${counted(pairs.length)}; key-pairs-path holds all.`];
}
function listLines(pairs, region, file) {
	const shown = pairs.slice(0, maxLines);
	const more = pairs.length - shown.length;
	return [
		`Key pairs in ${region}: ${pairs.length}.`,
		...shown.map(({ keyName, keyPairId, keyType }) => `  ${keyName} ${keyPairId} ${keyType}`),
		...more > 0 ? [`  … and ${more} more, in ${file}.`] : []
	];
}
function listSummary(pairs, region, file) {
	if (pairs.length === 0) return {
		heading: `No EC2 key pairs found in ${region}`,
		rows: []
	};
	const shown = pairs.slice(0, 500);
	const more = pairs.length - shown.length;
	return {
		heading: `EC2 key pairs found in ${region}: ${pairs.length}`,
		columns: [
			"Name",
			"ID",
			"Type",
			"Created",
			"Managed",
			"Tags"
		],
		rows: shown.map((pair) => [
			{ value: pair.keyName },
			pair.keyPairId,
			pair.keyType,
			(pair.createdAt ?? "").slice(0, 10),
			pair.managed ? "yes" : "no",
			userTagsOf(pair)
		]),
		...more > 0 ? { notes: [`Not shown: ${more}. The complete list is in ${file}.`] } : {}
	};
}
function userTagsOf({ tags }) {
	const own = Object.entries(tags).filter(([key]) => !(0,_ownership_js__WEBPACK_IMPORTED_MODULE_0__.r)(key));
	return own.length === 0 ? "" : { value: own.map(([key, value]) => `${key}=${value}`).join(", ") };
}
function counted(count) {
	return count.toLocaleString("en-US");
}
function entriesThatFit(pairs) {
	const entries = [];
	let length = 1;
	for (const pair of pairs) {
		const entry = JSON.stringify(pair);
		length += entry.length + 1;
		if (length > maxOutput) break;
		entries.push(entry);
	}
	return entries;
}
// src/operations/describe.ts
const describe = {
	async plan({ pairs }, step) {
		return (await findAll(pairs, step)).map((pair) => listed(pair, step.run)).sort(byName);
	},
	async preview(pairs, { keyPairs }) {
		const { region } = keyPairs;
		return {
			actions: [{ text: `list ${pairs.length} key ${pairs.length === 1 ? "pair" : "pairs"} in ${region}` }],
			warnings: listWarnings(pairs),
			outputs: listOutputs(pairs, region, "")
		};
	},
	async execute(pairs, step) {
		const { region } = step.keyPairs;
		const file = step.writeListFile(listJson(pairs));
		step.setOutputs(listOutputs(pairs, region, file));
		return {
			lines: listLines(pairs, region, file),
			warnings: listWarnings(pairs),
			summary: listSummary(pairs, region, file)
		};
	}
};
async function findAll(choice, { keyPairs, run }) {
	if ("runId" in choice) return keyPairs.list((0,_ownership_js__WEBPACK_IMPORTED_MODULE_0__.t)(choice.runId, run));
	if ("tags" in choice) return keyPairs.list(filtersOf(choice));
	const pair = await keyPairs.findEventually(choice);
	if (pair === void 0) throw (0,_existing_pair_js__WEBPACK_IMPORTED_MODULE_1__.n)(choice, keyPairs.region, run);
	return [pair];
}
function filtersOf({ namePattern, fingerprint, tags }) {
	return [
		...namePattern === void 0 ? [] : [{
			name: "key-name",
			pattern: namePattern
		}],
		...fingerprint === void 0 ? [] : [{
			name: "fingerprint",
			pattern: fingerprint
		}],
		...tags
	];
}
function listed(pair, run) {
	const { keyName, keyPairId, keyType, fingerprint, region, createdAt, tags } = pair;
	return {
		keyName,
		keyPairId,
		keyType: keyType ?? "",
		fingerprint,
		region,
		createdAt: createdAt?.toISOString() ?? null,
		managed: (0,_ownership_js__WEBPACK_IMPORTED_MODULE_0__.n)(tags, run),
		tags: Object.fromEntries([...tags].filter(([key]) => key !== _ownership_js__WEBPACK_IMPORTED_MODULE_0__.a.nonce))
	};
}
function byName(a, b) {
	if (a.keyName === b.keyName) return 0;
	return a.keyName < b.keyName ? -1 : 1;
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
var _aws_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3066);
var _ownership_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8826);
var _key_pair_result_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4843);
var _deliver_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9974);
var _looks_like_id_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7981);
var _origin_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2593);

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
		const expected = pair.publicKey === void 0 ? pair.fingerprint : (0,_aws_js__WEBPACK_IMPORTED_MODULE_2__._)(pair.publicKey);
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
async function previewExisting({ pair, destinations, remarks = [], warnings = [] }, { run }, change = "none") {
	const result = {
		...resultOf(pair, {
			delivered: await Promise.all(destinations.map((destination) => destination.expected())),
			change
		}, run),
		warnings
	};
	return {
		actions: [{ text: `use key pair "${pair.keyName}" (${pair.keyPairId}) in ${pair.region}` }, ...destinations.map(({ intent }) => ({ text: intent }))],
		remarks,
		warnings: (0,_key_pair_result_js__WEBPACK_IMPORTED_MODULE_6__.n)(result).warnings,
		outputs: (0,_key_pair_result_js__WEBPACK_IMPORTED_MODULE_6__.t)(result)
	};
}
async function executeExisting(existing, step, change = "none") {
	const { pair, found, destinations, remarks = [], warnings = [] } = existing;
	const { registerMasks } = step;
	return step.claims.undoOnFailure(async (claims) => {
		const { delivered } = found === void 0 ? { delivered: [] } : await (0,_deliver_js__WEBPACK_IMPORTED_MODULE_4__.t)(destinations, {
			claims,
			registerMasks
		}, async () => found);
		const result = {
			...resultOf(pair, {
				delivered,
				change
			}, step.run),
			remarks,
			warnings
		};
		step.setOutputs((0,_key_pair_result_js__WEBPACK_IMPORTED_MODULE_6__.t)(result));
		return (0,_key_pair_result_js__WEBPACK_IMPORTED_MODULE_6__.n)(result);
	});
}
function pairNotFound(choice, region, { attempt }) {
	const which = "keyName" in choice ? `"${choice.keyName}"` : choice.keyPairId;
	const rerun = attempt === "1" ? "" : `This is attempt ${attempt} of the run: an earlier attempt may have deleted the key pair. Choose "Re-run all jobs" to create it again. `;
	const literal = "keyName" in choice && /[*?]/.test(choice.keyName) ? "key-name is taken literally: to list key pairs by a pattern, use `operation: describe` with key-name-pattern. " : "";
	const asId = "keyName" in choice && (0,_looks_like_id_js__WEBPACK_IMPORTED_MODULE_7__.t)(choice.keyName) ? "To look up the key pair with this ID, set key-pair-id. " : "";
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("PAIR_NOT_FOUND", `Key pair ${which} does not exist in ${region}.`, { hint: `${rerun}${literal}${asId}A key pair belongs to one Region of one account. Check aws-region and the account of the credentials. To create missing key pairs, use \`operation: ensure\`.` });
}
async function findIn(sources) {
	for (const source of sources) {
		const found = await source.find();
		if (found !== void 0) return found;
	}
}
function belongsTo({ privateKey }, { publicKey, fingerprint }) {
	return publicKey?.equals(privateKey.publicKey) ?? (0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.g)(privateKey, fingerprint);
}
function resultOf(pair, { delivered, change }, run) {
	const { keyName, keyPairId, region, keyType, fingerprint, publicKey } = pair;
	return {
		keyName,
		keyPairId,
		region,
		keyType,
		fingerprint,
		sha256Fingerprint: publicKey === void 0 ? "" : (0,_aws_js__WEBPACK_IMPORTED_MODULE_2__._)(publicKey),
		publicKey: publicKey?.openSshLine(keyName) ?? "",
		change,
		...(0,_origin_js__WEBPACK_IMPORTED_MODULE_5__.n)(pair, run),
		delivered,
		fingerprintDiffers: false
	};
}
function notHere({ keyName, region }, sources) {
	const looked = sources.length === 0 ? "private-key-path is not set" : sources.map(({ notFound }) => notFound).join("; ");
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("PRIVATE_KEY_NOT_HERE", `Key pair "${keyName}" exists in ${region}, but this job does not have its private key (${looked}).`, { hint: "EC2 returns a private key only once, at creation. Set private-key-path to a file with the key, or remove private-key-path and output-private-key if you only need the key pair, or delete the key pair and create it again." });
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
	return [[`Key pair "${keyName}" will outlive this job, but its private key will not: EC2 returns it only once, at creation. Save it in a later step of this job (docs/recipes/keep-the-private-key.md), or import a public key of your own.`, ...delivered.flatMap(({ keepAdvice }) => keepAdvice ?? [])].join(" "), ...warnings];
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

7981:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => looksLikeId
});
// src/operations/looks-like-id.ts
function looksLikeId(keyName) {
	return /^key-[0-9a-f]{17}$/.test(keyName);
}

}),

2593:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => originOf,
t: () => lifetimeIn
});
var _ownership_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8826);

// src/operations/origin.ts
const lifetimes = [
	"job",
	"run",
	"persistent"
];
function originOf({ tags }, run) {
	const creating = creatingRunOf(tags, run);
	if (creating === void 0) return {
		lifetime: void 0,
		expiresAt: void 0,
		runUrl: void 0
	};
	const { repository, runId } = creating;
	return {
		creator: `run ${runId} of ${(0,_ownership_js__WEBPACK_IMPORTED_MODULE_0__.n)(tags, run) ? "this repository" : repository}`,
		creatingRunId: runId,
		lifetime: lifetimeIn(tags),
		expiresAt: expiryIn(tags),
		runUrl: `https://${repository}/actions/runs/${runId}`
	};
}
function lifetimeIn(tags) {
	return lifetimes.find((lifetime) => lifetime === tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_0__.a.lifetime));
}
function expiryIn(tags) {
	const time = new Date(tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_0__.a.expiresAt) ?? "");
	return Number.isNaN(time.getTime()) ? void 0 : time;
}
function creatingRunOf(tags, run) {
	const repository = tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_0__.a.repository) ?? "";
	if (hostOf(repository) !== hostOf(run.repository)) return void 0;
	const [, runId] = /^(\d+)\/\d+$/.exec(tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_0__.a.run) ?? "") ?? [];
	if (runId === void 0 || !/^[\w.-]+(?::\d+)?\/[\w.-]+\/[\w.-]+$/.test(repository)) return void 0;
	return {
		repository,
		runId
	};
}
function hostOf(repository) {
	return repository.slice(0, repository.indexOf("/"));
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

}),

2786:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => keyOfAnotherPair
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _aws_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3066);

// src/destinations/source.ts
function keyOfAnotherPair({ privateKey, where }, keyPair) {
	const found = (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__._)(privateKey.publicKey);
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("PRIVATE_KEY_OF_ANOTHER_PAIR", `The private key in ${where} (${found}) does not belong to key pair ${keyPair}.`, { hint: "Nothing was changed. Set the path of the right key, or another key-name." });
}

})

};
