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
		const key = await _aws_js__WEBPACK_IMPORTED_MODULE_0__.l.mask(obtained.privateKey, registerMasks);
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
		"key-pairs": jsonThatFits(pairs),
		"key-pairs-path": file,
		"aws-region": region
	};
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
function jsonThatFits(pairs) {
	const entries = [];
	let length = 2;
	for (const pair of pairs) {
		const entry = JSON.stringify(pair);
		length += entry.length + 1;
		if (length > maxOutput) break;
		entries.push(entry);
	}
	return `[${entries.join(",")}]`;
}
// src/operations/describe.ts
const describe = {
	async plan({ pairs }, step) {
		return (await findAll(pairs, step)).map((pair) => listed(pair, step.run)).sort(byName);
	},
	preview(pairs, { keyPairs }) {
		return [{ text: `list ${pairs.length} key ${pairs.length === 1 ? "pair" : "pairs"} in ${keyPairs.region}` }];
	},
	async execute(pairs, step) {
		const { region } = step.keyPairs;
		const file = step.writeListFile(listJson(pairs));
		step.setOutputs(listOutputs(pairs, region, file));
		return {
			lines: listLines(pairs, region, file),
			warnings: [],
			summary: listSummary(pairs, region, file)
		};
	}
};
async function findAll(choice, { keyPairs, run }) {
	if ("runId" in choice) return keyPairs.list((0,_ownership_js__WEBPACK_IMPORTED_MODULE_0__.t)(choice.runId, run));
	if ("tags" in choice) return keyPairs.list(choice.tags);
	const pair = await keyPairs.findEventually(choice);
	if (pair === void 0) throw (0,_existing_pair_js__WEBPACK_IMPORTED_MODULE_1__.n)(choice, keyPairs.region);
	return [pair];
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
		tags: Object.fromEntries(tags)
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
		const expected = pair.publicKey === void 0 ? pair.fingerprint : (0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.x)(pair.publicKey);
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
	return publicKey?.equals(privateKey.publicKey) ?? (0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.b)(privateKey, fingerprint);
}
function resultOf(pair, delivered, run) {
	const { keyName, keyPairId, region, keyType, fingerprint, publicKey, tags } = pair;
	return {
		keyName,
		keyPairId,
		region,
		keyType,
		fingerprint,
		sha256Fingerprint: publicKey === void 0 ? "" : (0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.x)(publicKey),
		publicKey: publicKey?.openSshLine(keyName) ?? "",
		change: "none",
		lifetime: void 0,
		expiresAt: void 0,
		runUrl: (0,_ownership_js__WEBPACK_IMPORTED_MODULE_3__.a)(tags, run),
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
	const found = (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.x)(privateKey.publicKey);
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("PRIVATE_KEY_OF_ANOTHER_PAIR", `The private key in ${where} (${found}) does not belong to key pair ${keyPair}.`, { hint: "Nothing was changed. Set the path of the right key, or another key-name." });
}

})

};
