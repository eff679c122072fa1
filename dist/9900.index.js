export const id = 9900;
export const ids = [9900];
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

7279:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
i: () => previewExisting,
n: () => pairNotFound,
r: () => planExisting,
t: () => executeExisting
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _store_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5358);
var _aws_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3066);
var _ownership_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8826);
var _key_pair_result_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4843);
var _deliver_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9974);
var _private_key_of_pair_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2855);
var _origin_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2593);

// src/operations/existing-pair.ts
async function planExisting(pair, places, step) {
	const managed = (0,_ownership_js__WEBPACK_IMPORTED_MODULE_3__.n)(pair.tags, step.run);
	if (places.destinations.length === 0) return {
		pair,
		managed,
		found: void 0,
		destinations: []
	};
	const isRequired = places.destinations.some(({ required }) => required);
	const { found, isFromStore, missing } = await (0,_private_key_of_pair_js__WEBPACK_IMPORTED_MODULE_5__.t)(pair, {
		sources: places.sources,
		isRequired
	}, step);
	if (found === void 0) {
		if (isRequired) throw (0,_private_key_of_pair_js__WEBPACK_IMPORTED_MODULE_5__.n)(pair, missing);
		return {
			pair,
			managed,
			found,
			destinations: [],
			remarks: (0,_private_key_of_pair_js__WEBPACK_IMPORTED_MODULE_5__.r)(pair) === void 0 ? [] : [`Private key not available: ${missing.join("; ")}.`]
		};
	}
	const { keyName, tags } = pair;
	const { publicKey } = found.privateKey;
	const nonce = tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_3__.s.nonce);
	const canKeep = managed && nonce !== void 0 && !isFromStore;
	const requests = places.destinations.filter(({ kind }) => kind !== "store" || canKeep).map((request) => whereItsTagSays(request, pair));
	return {
		pair,
		managed,
		found,
		destinations: await (0,_deliver_js__WEBPACK_IMPORTED_MODULE_4__.n)(requests, {
			keyName,
			lifetime: void 0,
			publicKey,
			nonce
		}, step),
		remarks: [...isFromStore ? [`The private key was read from ${found.where}.`] : [], ...otherStore(pair, places.destinations)]
	};
}
function whereItsTagSays(request, pair) {
	const reference = (0,_private_key_of_pair_js__WEBPACK_IMPORTED_MODULE_5__.r)(pair);
	return request.kind === "store" && reference !== void 0 ? {
		...request,
		store: (0,_store_reference_js__WEBPACK_IMPORTED_MODULE_1__.r)(reference)
	} : request;
}
function otherStore(pair, requests) {
	const reference = (0,_private_key_of_pair_js__WEBPACK_IMPORTED_MODULE_5__.r)(pair);
	const asked = requests.find((request) => request.kind === "store");
	if (reference === void 0 || asked === void 0) return [];
	const wanted = (0,_store_reference_js__WEBPACK_IMPORTED_MODULE_1__.n)(asked.store, pair.keyName);
	if (wanted === void 0 || (0,_store_reference_js__WEBPACK_IMPORTED_MODULE_1__.r)(wanted) === (0,_store_reference_js__WEBPACK_IMPORTED_MODULE_1__.r)(reference)) return [];
	return [`Not applied: store. The private key of this key pair is kept in ${(0,_store_reference_js__WEBPACK_IMPORTED_MODULE_1__.r)(reference)}.`];
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
		warnings: (0,_key_pair_result_js__WEBPACK_IMPORTED_MODULE_7__.n)(result).warnings,
		outputs: outputsWithStore(result, pair)
	};
}
async function executeExisting(existing, step, change = "none") {
	const { pair, found, destinations, remarks = [], warnings = [] } = existing;
	const { registerMasks } = step;
	return step.claims.undoOnFailure(async (claims) => {
		const { delivered } = found === void 0 ? { delivered: [] } : await (0,_deliver_js__WEBPACK_IMPORTED_MODULE_4__.t)(destinations, {
			claims,
			registerMasks
		}, async () => ({
			privateKey: found.privateKey,
			keyPairId: pair.keyPairId
		}));
		const result = {
			...resultOf(pair, {
				delivered,
				change
			}, step.run),
			remarks,
			warnings
		};
		step.setOutputs(outputsWithStore(result, pair));
		return (0,_key_pair_result_js__WEBPACK_IMPORTED_MODULE_7__.n)(result);
	});
}
function outputsWithStore(result, pair) {
	const reference = (0,_private_key_of_pair_js__WEBPACK_IMPORTED_MODULE_5__.r)(pair);
	return {
		...reference === void 0 ? {} : { "private-key-store": (0,_store_reference_js__WEBPACK_IMPORTED_MODULE_1__.r)(reference) },
		...(0,_key_pair_result_js__WEBPACK_IMPORTED_MODULE_7__.t)(result)
	};
}
function pairNotFound(choice, region, { attempt }) {
	const which = "keyName" in choice ? `"${choice.keyName}"` : choice.keyPairId;
	const rerun = attempt === "1" ? "" : `This is attempt ${attempt} of the run: an earlier attempt may have deleted the key pair. Choose "Re-run all jobs" to create it again. `;
	const literal = "keyName" in choice && /[*?]/.test(choice.keyName) ? "key-name is taken literally: to list key pairs by a pattern, use `operation: describe` with key-name-pattern. " : "";
	const asId = "keyName" in choice && (0,_private_key_of_pair_js__WEBPACK_IMPORTED_MODULE_5__.i)(choice.keyName) ? "To look up the key pair with this ID, set key-pair-id. " : "";
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("PAIR_NOT_FOUND", `Key pair ${which} does not exist in ${region}.`, { hint: `${rerun}${literal}${asId}A key pair belongs to one Region of one account. Check aws-region and the account of the credentials. To create missing key pairs, use \`operation: ensure\`.` });
}
function resultOf(pair, { delivered, change }, run) {
	const { keyName, keyPairId, region, keyType, fingerprint, publicKey } = pair;
	return {
		keyName,
		keyPairId,
		region,
		keyType,
		fingerprint,
		sha256Fingerprint: publicKey === void 0 ? "" : (0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.v)(publicKey),
		publicKey: publicKey?.openSshLine(keyName) ?? "",
		change,
		...(0,_origin_js__WEBPACK_IMPORTED_MODULE_6__.n)(pair, run),
		delivered,
		fingerprintDiffers: false
	};
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
	return lifetimes.find((lifetime) => lifetime === tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_0__.s.lifetime));
}
function expiryIn(tags) {
	const time = new Date(tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_0__.s.expiresAt) ?? "");
	return Number.isNaN(time.getTime()) ? void 0 : time;
}
function creatingRunOf(tags, run) {
	const repository = tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_0__.s.repository) ?? "";
	if (hostOf(repository) !== hostOf(run.repository)) return void 0;
	const [, runId] = /^(\d+)\/\d+$/.exec(tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_0__.s.run) ?? "") ?? [];
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

2855:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
i: () => looksLikeId,
n: () => notHere,
r: () => storeOf,
t: () => findPrivateKey
});
var _ownership_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8826);
var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9432);
var _aws_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3066);
var _source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2786);
var _store_reference_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5358);
var _private_key_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9116);
var _young_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1539);

// src/operations/looks-like-id.ts
function looksLikeId(keyName) {
	return /^key-[0-9a-f]{17}$/.test(keyName);
}
// src/destinations/store/stored-key.ts
const waitForCopy = 3e4;
const advice = "Someone replaced the private key there, or the tag of the key pair. Correct the tag, or delete the key pair and create it again.";
function storedKeySource(store, isPairNew, registerMasks) {
	const { reference: where } = store;
	return {
		notFound: `${where} does not exist`,
		async find() {
			const text = await store.poll(() => store.read(), isPairNew ? waitForCopy : void 0);
			if (text === void 0) return void 0;
			await (0,_private_key_text_js__WEBPACK_IMPORTED_MODULE_5__.t)(text, registerMasks);
			try {
				return {
					where,
					privateKey: _aws_js__WEBPACK_IMPORTED_MODULE_2__.b.parse(text),
					advice
				};
			} catch (error) {
				if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__.t)) throw error;
				const { code, message, hint } = error;
				throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t(code, `${where}: ${message}`, {
					hint,
					cause: error
				});
			}
		}
	};
}
// src/operations/private-key-of-pair.ts
function storeOf({ tags }) {
	return (0,_store_reference_js__WEBPACK_IMPORTED_MODULE_4__.t)(tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_0__.s.store) ?? "");
}
async function findPrivateKey(pair, { sources, isRequired }, step) {
	const missing = [];
	for (const request of sources) {
		const source = await step.openSource(request);
		const found = await source.find();
		if (found !== void 0) return {
			found: checked(found, pair),
			isFromStore: false,
			missing
		};
		missing.push(source.notFound);
	}
	const reference = storeOf(pair);
	if (reference === void 0) return {
		found: void 0,
		isFromStore: false,
		missing
	};
	const source = storedKeySource(await step.openStore(reference), (0,_young_js__WEBPACK_IMPORTED_MODULE_6__.t)(pair, step.now()), step.registerMasks);
	try {
		const found = await source.find();
		if (found !== void 0) return {
			found: checked(found, pair),
			isFromStore: true,
			missing
		};
		missing.push(source.notFound);
	} catch (error) {
		if (isRequired || !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__.t) || error.code !== "NOT_ALLOWED") throw error;
		missing.push(error.message.replace(/\.$/, ""));
	}
	return {
		found: void 0,
		isFromStore: false,
		missing
	};
}
function checked(found, pair) {
	if (belongsTo(found, pair)) return found;
	const expected = pair.publicKey === void 0 ? pair.fingerprint : (0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.v)(pair.publicKey);
	throw (0,_source_js__WEBPACK_IMPORTED_MODULE_3__.t)(found, `"${pair.keyName}" in ${pair.region} (${expected})`);
}
function belongsTo({ privateKey }, { publicKey, fingerprint }) {
	return publicKey?.equals(privateKey.publicKey) ?? (0,_aws_js__WEBPACK_IMPORTED_MODULE_2__._)(privateKey, fingerprint);
}
function notHere({ keyName, region }, missing) {
	const looked = missing.length === 0 ? "private-key-path is not set" : missing.join("; ");
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("PRIVATE_KEY_NOT_HERE", `Key pair "${keyName}" exists in ${region}, but this job does not have its private key (${looked}).`, { hint: "EC2 returns a private key only once, at creation. Set private-key-path to a file with the key, or remove private-key-path and output-private-key if you only need the key pair, or delete the key pair and create it again. With store, AWS keeps the private key for other jobs." });
}

}),

9116:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => plainText,
t: () => maskPrivateKeyIn
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);

// src/keys/plain-text.ts
const encodedKey = /^(?:c3NoL|LS0tL|UHVUVFk)[A-Za-z0-9+/\s]+={0,2}\s*$/;
function plainText(given) {
	const text = unquoted(fromUtf16(given).replace(/[\u200b-\u200d\u2060\ufeff]/g, "").trim());
	return withNewlines(encodedKey.test(text) ? Buffer.from(text, "base64").toString("utf8") : text).replace(/\r\n?/g, "\n").trim();
}
function fromUtf16(text) {
	return /^\ufffd{0,2}(?:(?:[^\0]\0)+|(?:\0[^\0])+)$/.test(text) ? text.replace(/[\0\ufffd]/g, "") : text;
}
function unquoted(text) {
	const [, document] = /^<<[-~]?EO[FT]\r?\n(.*)(?<=\n)[ \t]*EO[FT]$/s.exec(text) ?? [];
	if (document !== void 0) return document.trim();
	const [, , inside] = /^(["'`])(.*)\1$/s.exec(text) ?? [];
	return inside?.trim() ?? text;
}
function withNewlines(text) {
	if (/^(?:-----BEGIN|---- BEGIN|PuTTY-User-Key-File)/.test(text)) return text.replace(/(?:\\r)?\\n/g, "\n");
	let line = text;
	while (line.endsWith("\\n") || line.endsWith("\\r")) line = line.slice(0, -2);
	return line;
}
// src/keys/private-key-text.ts
const privateKeyMark = /BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY|PuTTY-User-Key-File|b3BlbnNzaC1rZXk/;
const unmarkedLabels = ["RSA PRIVATE KEY", "PRIVATE KEY"];
const base64Line = /^[A-Za-z0-9+/]{4,}={0,2}$/;
const maxSecretLength = 65536;
async function maskPrivateKeyIn(given, registerMasks) {
	const text = plainText(given);
	const key = readableKeyIn(text);
	if (key !== void 0) await _aws_js__WEBPACK_IMPORTED_MODULE_0__.y.mask(key, registerMasks);
	else if (privateKeyMark.test(text)) await registerMasks(masksOfUnreadable(text));
	else return false;
	return true;
}
function readableKeyIn(text) {
	const base64 = text.replace(/\s/g, "");
	return [text, ...base64Line.test(base64) ? unmarkedLabels.map((label) => (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.H)(label, (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.V)(base64, 64))) : []].map(parsed).find((key) => key !== void 0);
}
function parsed(text) {
	try {
		return _aws_js__WEBPACK_IMPORTED_MODULE_0__.b.parse(text);
	} catch {
		return;
	}
}
function masksOfUnreadable(text) {
	return text.slice(0, maxSecretLength).split(/(?=-----BEGIN )/).flatMap(masksOfBlock);
}
function masksOfBlock(text) {
	const lines = linesOf(text);
	const start = lines.findIndex((line) => /^-+ ?BEGIN|^Private-Lines:/.test(line)) + 1;
	const first = lines.findIndex((line, at) => at >= start && !isHeader(line));
	const last = lines.findLastIndex((line) => !isHeader(line));
	if (first < 0) return [];
	const secret = lines.slice(first, last + 1).map((line) => line.replace(/[^A-Za-z0-9+/=]/g, ""));
	const bytes = Buffer.from(secret.join(""), "base64");
	return (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.R)({
		before: lines.slice(0, first),
		secret,
		after: lines.slice(last + 1)
	}, [secretPart(bytes, (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.z)(text)[0] ?? "")]);
}
function linesOf(text) {
	return text.replace(/-----[A-Z0-9 ]{1,60}-----/g, "\n$&\n").split("\n").flatMap((line) => isHeader(line) ? [line] : line.trim().split(/\s+/)).filter((line) => line !== "");
}
function isHeader(line) {
	return /^-|:\s/.test(line);
}
function secretPart(bytes, label) {
	if (label === "OPENSSH PRIVATE KEY") return lastStringOf(bytes) ?? bytes;
	return /^(?:ENCRYPTED )?PRIVATE KEY$/.test(label) ? lastOctetStringOf(bytes) ?? bytes : bytes;
}
function lastStringOf(container) {
	try {
		const reader = new _aws_js__WEBPACK_IMPORTED_MODULE_0__.W(container);
		reader.bytes(15);
		for (const _ of [
			"cipher",
			"kdf",
			"kdf options"
		]) reader.string();
		reader.uint32();
		reader.string();
		return reader.string();
	} catch {
		return;
	}
}
function lastOctetStringOf(der) {
	for (let at = 0; at < Math.min(der.length, 256); at += 1) for (const lengthBytes of [
		0,
		1,
		2
	]) {
		const header = Buffer.from([4, ...lengthOf(der.length - at - 2 - lengthBytes, lengthBytes)]);
		if (der.subarray(at, at + header.length).equals(header)) return der.subarray(at + header.length);
	}
}
function lengthOf(length, bytes) {
	const low = length & 255;
	if (bytes === 0) return [low];
	return bytes === 1 ? [129, low] : [
		130,
		length >> 8 & 255,
		low
	];
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

}),

2786:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => keyOfAnotherPair
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _aws_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3066);

// src/destinations/source.ts
function keyOfAnotherPair({ privateKey, where, advice = "Set the path of the right key, or another key-name." }, keyPair) {
	const found = (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.v)(privateKey.publicKey);
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("PRIVATE_KEY_OF_ANOTHER_PAIR", `The private key in ${where} (${found}) does not belong to key pair ${keyPair}.`, { hint: `Nothing was changed. ${advice}` });
}

}),

5358:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
i: () => ruleAgainst,
n: () => referenceFor,
r: () => referenceText,
t: () => parseReference
});
// src/inputs/store-reference.ts
const defaultNames = {
	ssm: "/ec2/keypair/{key-name}",
	"secrets-manager": "ec2-ssh-key/{key-name}/private"
};
const maxLength = 256;
const maxLevels = 15;
function parseReference(text) {
	const reference = readReference(text);
	return reference === void 0 || ruleAgainst(reference) !== void 0 ? void 0 : reference;
}
function referenceFor(store, keyName) {
	const reference = readReference(store) ?? withDefaultName(store);
	return reference && {
		...reference,
		name: reference.name.replaceAll("{key-name}", keyName)
	};
}
function referenceText({ service, name }) {
	return `${service}:${name}`;
}
function ruleAgainst(reference) {
	const { service, name } = reference;
	if (referenceText(reference).length > maxLength) return `is longer than ${maxLength} characters`;
	return service === "ssm" ? ruleOfParameters(name) : ruleOfSecrets(name);
}
function readReference(text) {
	const [, given = "", name = ""] = /^([\w-]+):(.+)$/s.exec(text) ?? [];
	const service = serviceNamed(given);
	return service && {
		service,
		name
	};
}
function withDefaultName(text) {
	const service = serviceNamed(text);
	return service && {
		service,
		name: defaultNames[service]
	};
}
function serviceNamed(text) {
	return Object.keys(defaultNames).find((name) => name === text.toLowerCase());
}
function ruleOfParameters(name) {
	if (!/^[\w.\-/]+$/.test(name)) return "has characters that a parameter name cannot have. Use letters, digits, and _ . - /";
	if (name.includes("/") && !name.startsWith("/")) return "has a slash, but does not start with one";
	if (/\/(?:\/|$)/.test(name)) return "has an empty part between two slashes, or at its end";
	if (/^\/?(?:aws|ssm)/i.test(name)) return "starts with aws or ssm, which is reserved by AWS";
	return name.split("/").length > 16 ? `has more than ${maxLevels} levels` : void 0;
}
function ruleOfSecrets(name) {
	if (/^[\w/+=.@-]+$/.test(name)) return void 0;
	return "has characters that the name of a secret cannot have. Use letters, digits, and / _ + = . @ -";
}

}),

1539:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => isYoung
});
// src/operations/young.ts
const maxAge = 3e5;
function isYoung({ createdAt }, now) {
	return createdAt !== void 0 && now.getTime() - createdAt.getTime() < maxAge;
}

})

};
