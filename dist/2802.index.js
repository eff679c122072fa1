export const id = 2802;
export const ids = [2802];
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

7430:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deleteOperation: () => deleteOperation
});

// EXTERNAL MODULE: ./errors.js
var errors = __webpack_require__(9432);
// EXTERNAL MODULE: ./store-reference.js
var store_reference = __webpack_require__(5358);
// EXTERNAL MODULE: ./ownership.js
var ownership = __webpack_require__(8826);
;// CONCATENATED MODULE: ./deletion.js
function deletionOutputs({ region, deleted }) {
	return {
		"aws-region": region,
		changed: String(deleted.length > 0),
		deleted: String(deleted.length)
	};
}
function deletionSummary({ region, deleted }, kept = []) {
	const more = deleted.length - 500;
	const notes = [...more > 0 ? [`Not shown: ${more}. The log lists all of them.`] : [], ...kept.length > 0 ? [`Kept, because they outlive the run: ${kept.length}. The log lists all of them.`] : []];
	const ofNotes = notes.length > 0 ? { notes } : {};
	if (deleted.length === 0) return {
		heading: `No EC2 key pair to delete in ${region}`,
		rows: [],
		...ofNotes
	};
	return {
		heading: `EC2 key pairs deleted in ${region}: ${deleted.length}`,
		columns: ["Name", "ID"],
		rows: deleted.slice(0, 500).map(({ keyName, keyPairId }) => [{ value: keyName }, { value: keyPairId }]),
		...ofNotes
	};
}

// EXTERNAL MODULE: ./private-key-of-pair.js
var private_key_of_pair = __webpack_require__(2855);
;// CONCATENATED MODULE: ./delete.js

// src/operations/check-deletion.ts
function outlivesRun({ tags }) {
	const lifetime = tags.get(ownership.s.lifetime);
	return lifetime !== "job" && lifetime !== "run";
}
async function checkDeletion(pairs, { force, ifInUse }, step) {
	const foreign = pairs.filter(({ tags }) => !(0,ownership.n)(tags, step.run));
	if (foreign.length > 0 && !force) throw notManaged(foreign, step.run);
	return checkReferences(pairs, ifInUse, step);
}
async function checkReferences(pairs, policy, { findReferences }) {
	if (policy === "ignore" || pairs.length === 0) return [];
	const found = await findReferences(pairs.map(({ keyName }) => keyName));
	const findings = pairs.flatMap(({ keyName }) => findingOf(keyName, found.get(keyName)) ?? []);
	if (policy === "warn") return findings.map(({ sentence, missing }) => `${sentence}${missing}`);
	if (findings.length === 0) return [];
	throw new errors.t("IN_USE", [...findings.map(({ sentence }) => sentence), "Nothing was deleted."].join("\n"), { hint: [...new Set(findings.map(({ advice }) => advice))].join("\n") });
}
function findingOf(keyName, found) {
	if (found === void 0) return void 0;
	if ("references" in found) {
		if (found.references.length === 0) return void 0;
		return {
			sentence: `Key pair "${keyName}" is in use by ${found.references.join(", ")}.`,
			missing: "",
			advice: "Running instances keep the public key. Launch templates and Auto Scaling groups that reference the key pair can no longer launch instances without it. Update them first, or set if-in-use: warn."
		};
	}
	const sentence = `Could not check whether key pair "${keyName}" is in use: ${found.unknown}`;
	const { missingPermission } = found;
	if (missingPermission === void 0) return {
		sentence,
		missing: "",
		advice: "To delete it without this check, set if-in-use: warn."
	};
	const missing = ` The role needs ${missingPermission}.`;
	return {
		sentence,
		missing,
		advice: `${missing.trimStart()} docs/permissions.md lists all permissions for if-in-use.`
	};
}
function notManaged(foreign, run) {
	const sentences = foreign.map(({ keyName, keyPairId, region, tags }) => `Key pair "${keyName}" (${keyPairId}) in ${region} was not created by this action in this repository: ${ownerOf(tags, run)}.`);
	return new errors.t("NOT_OURS", [...sentences, "Nothing was deleted."].join("\n"), { hint: "To delete it anyway, set `force: true`." });
}
function ownerOf(tags, run) {
	const repository = tags.get(ownership.s.repository);
	if (repository !== void 0 && (0,ownership.n)(tags, {
		...run,
		repository
	})) return `its tags name ${repository}`;
	return [...tags.keys()].some(ownership.r) ? "it lacks some of the tags of this action" : "it has no tags of this action";
}
// src/operations/delete.ts
const deleteOperation = {
	async plan(request, step) {
		const found = await findAll(request.pairs, step);
		const kept = "runId" in request.pairs && !request.force ? found.filter(outlivesRun) : [];
		const pairs = found.filter((pair) => !kept.includes(pair));
		return {
			request,
			pairs,
			kept,
			warnings: await checkDeletion(pairs, request, step)
		};
	},
	async preview({ request, pairs, kept, warnings }, step) {
		const { keyPairs } = step;
		const { region } = keyPairs;
		const actions = [...pairs.map((pair) => ({
			text: `delete key pair "${pair.keyName}" (${pair.keyPairId}) in ${pair.region}${andStoredKey(pair)}`,
			checkPermission: () => keyPairs.checkPermission({
				call: "DeleteKeyPair",
				pair
			})
		})), ...kept.map((pair) => ({ text: `keep ${keptText(pair)}` }))];
		return {
			actions: actions.length > 0 ? actions : [{ text: ["delete nothing", ...nothingFound(request.pairs, step)].join(". ") }],
			warnings,
			outputs: deletionOutputs({
				region,
				deleted: pairs
			})
		};
	},
	async execute(first, step) {
		const { keyPairs, log, setOutputs } = step;
		const { region } = keyPairs;
		const { kept } = first;
		if (first.pairs.length + kept.length === 0) {
			const [what, ...advice] = nothingFound(first.request.pairs, step);
			log.notice(`${[`${what}: nothing to delete`, ...advice].join(". ")}.`);
		}
		for (const pair of kept) log.info(`Kept: ${keptText(pair)}. Delete it by name, or with force: true.`);
		for (const warning of first.warnings) log.warning(warning);
		const result = {
			deleted: [],
			failures: []
		};
		const next = keyPairs.tries();
		let { pairs } = first;
		while (pairs.length > 0) {
			if (await deleteAll(pairs, step, result)) break;
			pairs = await findOther(first.request.pairs, pairs, keyPairs);
			for (const warning of await checkDeletion(pairs, first.request, step)) log.warning(warning);
			if (pairs.length > 0 && !await next("all")) {
				for (const pair of pairs) log.warning(createdByOthers(pair));
				break;
			}
		}
		const { deleted, failures } = result;
		setOutputs(deletionOutputs({
			region,
			deleted
		}));
		if (failures.length > 0) throw joined(failures);
		return {
			lines: [],
			warnings: [],
			summary: deletionSummary({
				region,
				deleted
			}, kept)
		};
	}
};
async function deleteAll(pairs, step, { deleted, failures }) {
	const { keyPairs, log } = step;
	let areConfirmed = true;
	for (const pair of pairs) try {
		const reference = (0,private_key_of_pair.r)(pair);
		if (reference !== void 0) {
			const { deleteStoredKey } = await __webpack_require__.e(/* import() */ 7424).then(__webpack_require__.bind(__webpack_require__, 7424));
			await deleteStoredKey(pair, reference, step);
		}
		const outcome = await keyPairs.delete(pair);
		areConfirmed &&= outcome === "deleted";
		if (outcome === "not-found") continue;
		deleted.push(pair);
		log.info(`Deleted key pair "${pair.keyName}" (${pair.keyPairId}) in ${pair.region}.`);
	} catch (error) {
		if (!(error instanceof errors.t)) throw error;
		failures.push(error);
	}
	return areConfirmed;
}
async function findAll(choice, { keyPairs, run }) {
	if ("runId" in choice) return listEventually((0,ownership.t)(choice.runId, run), keyPairs);
	const pair = await keyPairs.findEventually(choice);
	return pair === void 0 ? [] : [pair];
}
async function listEventually(filters, keyPairs) {
	return await keyPairs.look(async () => {
		const pairs = await keyPairs.list(filters);
		return pairs.length === 0 ? void 0 : pairs;
	}) ?? [];
}
async function findOther(choice, pairs, keyPairs) {
	if (!("keyName" in choice)) return [];
	const other = await keyPairs.look(async () => {
		const pair = await keyPairs.find(choice);
		return pairs.some(({ keyPairId }) => keyPairId === pair?.keyPairId) ? void 0 : pair;
	});
	return other === void 0 ? [] : [other];
}
function joined(failures) {
	const [first] = failures;
	const hints = [...new Set(failures.flatMap(({ hint }) => hint ?? []))];
	return new errors.t(first?.code ?? "REFUSED", failures.map(({ message }) => message).join("\n"), {
		hint: hints.join("\n"),
		cause: failures
	});
}
function nothingFound(choice, { keyPairs: { region }, run }) {
	if ("runId" in choice) return [`Workflow run ${choice.runId} of ${run.repository} has no key pair in ${region}`];
	if ("keyPairId" in choice) return [`Key pair ${choice.keyPairId} does not exist in ${region}`];
	const { keyName } = choice;
	return [
		`Key pair "${keyName}" does not exist in ${region}`,
		.../[*?]/.test(keyName) ? ["key-name is taken literally: to delete what a workflow run created, set run-id"] : [],
		...(0,private_key_of_pair.i)(keyName) ? ["To delete the key pair with this ID, set key-pair-id"] : []
	];
}
function andStoredKey(pair) {
	const reference = (0,private_key_of_pair.r)(pair);
	return reference === void 0 ? "" : `, and its private key in ${(0,store_reference.r)(reference)}`;
}
function createdByOthers({ keyName, keyPairId, region }) {
	return `Key pair "${keyName}" (${keyPairId}) exists in ${region} and was not deleted: other processes keep deleting and creating it.`;
}
function keptText({ keyName, tags }) {
	return `key pair "${keyName}" (${tags.get(ownership.s.lifetime) ?? "its tags name no lifetime"})`;
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
