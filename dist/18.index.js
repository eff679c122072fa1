export const id = 18;
export const ids = [18];
export const modules = {

5371:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => nonEmpty,
i: () => matching,
n: () => parseFileRecord,
o: () => optional,
r: () => absolutePath,
s: () => recordParser,
t: () => identityOf
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
// src/destinations/file/file-record.ts
function identityOf({ dev, ino, birthtimeNs }) {
	return `${dev}:${ino}:${birthtimeNs}`;
}
const temporaryName = /^\.ec2-key-pair-[0-9a-f]{16}$/;
const parseFileRecord = recordParser("file", {
	path: absolutePath,
	temporary: absolutePath,
	folders: listOf(absolutePath),
	identity: optional(matching(/^\d+:\d+:\d+$/))
}, ({ path: target, temporary }) => node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(temporary) === node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(target) && temporaryName.test(node_path__WEBPACK_IMPORTED_MODULE_0__.basename(temporary)));

}),

6615:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => rethrowRedacted,
i: () => required,
n: () => toCreatedKeyPair,
o: () => throwUnexpectedResponse,
r: () => toKeyPair,
t: () => ec2ErrorNames
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);
var _private_key_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9486);
var _private_key_material_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8610);

// src/aws/responses.ts
var DamagedResponseError = class extends Error {
	name = "DamagedResponse";
};
function required(value) {
	if (value === void 0 || value === "") throw new DamagedResponseError("the response lacks a required field");
	return value;
}
function throwUnexpectedResponse() {
	throw new DamagedResponseError("this is not a valid response of the service");
}
function rethrowRedacted(error) {
	throw (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.b)(error) ? error : new DamagedResponseError("the response is unreadable");
}
// src/ec2/responses.ts
const ec2ErrorNames = {
	duplicate: "InvalidKeyPair.Duplicate",
	notFound: "InvalidKeyPair.NotFound",
	wouldBeAllowed: "DryRunOperation"
};
function toKeyPair(info, region) {
	const publicKey = info.PublicKey === void 0 ? void 0 : parsePublicKey(info.PublicKey);
	return {
		keyPairId: required(info.KeyPairId),
		keyName: required(info.KeyName),
		region,
		keyType: info.KeyType ?? publicKey?.type,
		fingerprint: info.KeyFingerprint ?? "",
		publicKey,
		createdAt: info.CreateTime,
		tags: new Map((info.Tags ?? []).map(({ Key, Value }) => [Key ?? "", Value ?? ""]))
	};
}
function toCreatedKeyPair(created, { keyName, region }) {
	return {
		keyPairId: required(created.KeyPairId),
		keyName,
		region,
		fingerprint: required(created.KeyFingerprint),
		privateKey: parsePrivateKey(required(created.KeyMaterial))
	};
}
function parsePrivateKey(keyMaterial) {
	try {
		return _private_key_js__WEBPACK_IMPORTED_MODULE_1__.n.parse(keyMaterial);
	} catch {
		throw new DamagedResponseError("the private key in the response is unreadable");
	}
}
function parsePublicKey(text) {
	try {
		return _private_key_material_js__WEBPACK_IMPORTED_MODULE_2__.o.parseOpenSsh(text);
	} catch {
		return;
	}
}

}),

7672:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
_: () => writeFact,
a: () => openDestination,
c: () => state,
d: () => writeSummary,
f: () => leftoversOf,
g: () => undoneOf,
h: () => sentenceOf,
i: () => openKeyPairs,
l: () => stateOfThisMain,
m: () => releaseLastFirst,
n: () => postRetryPolicy,
o: () => openSource,
p: () => releaseClaim,
r: () => claimKinds,
s: () => processEntry,
t: () => mainRetryPolicy,
u: () => startOf,
v: () => writeKept
});
var _command_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5113);
var _file_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5371);
var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
var node_fs__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3024);

// src/ledger/ledger.ts
function writeFact(ledger, claim, fact, record) {
	ledger.append(`claim-${claim}-${fact}`, JSON.stringify(record ?? true));
}
function writeKept(ledger, claims) {
	if (claims.length > 0) ledger.append(`claim-${claims.join("-")}-kept`, "true");
}
// src/ledger/release.ts
async function releaseLastFirst(claims, ledger) {
	const outcomes = [];
	for (const claim of claims.toReversed()) outcomes.push(await releaseClaim(claim, ledger));
	return outcomes;
}
async function releaseClaim(claim, ledger) {
	const outcome = await attemptRelease(claim);
	if (outcome.outcome !== "left") recordReleased(claim, ledger);
	return outcome;
}
function undoneOf(outcomes) {
	return outcomes.flatMap((outcome) => outcome.outcome === "done" ? outcome.undone ?? [] : []);
}
function sentenceOf({ what, why }) {
	return `Not cleaned up: ${what}: ${why.replace(/\.$/, "")}.`;
}
function leftoversOf(outcomes) {
	return outcomes.filter((outcome) => outcome.outcome === "left");
}
async function attemptRelease({ kind, record }) {
	try {
		return await kind.release(record);
	} catch (error) {
		const why = error instanceof Error ? error.message : "unknown error";
		return {
			outcome: "left",
			what: `a ${record.kind} recorded by this step`,
			why
		};
	}
}
function recordReleased({ number }, ledger) {
	try {
		writeFact(ledger, number, "released");
	} catch {}
}
// src/runner/summary.ts
const maxUnwrapped = 24;
function writeSummary(summary) {
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_3__.appendFileSync)((0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.t)("GITHUB_STEP_SUMMARY"), `${htmlOf(summary).join(node_os__WEBPACK_IMPORTED_MODULE_2__.EOL)}${node_os__WEBPACK_IMPORTED_MODULE_2__.EOL}`);
	} catch (error) {
		_command_file_js__WEBPACK_IMPORTED_MODULE_0__.i.debug(`The job summary could not be written: ${error instanceof Error ? error.message : "unknown"}`);
	}
}
function htmlOf({ heading, subject, columns, rows, notes = [] }) {
	const about = subject === void 0 ? "" : `: ${code(subject)}`;
	const html = [`<h3>${(0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.a)(heading)}${about}</h3>`, ""];
	if (rows.length > 0) {
		html.push("<table>");
		if (columns !== void 0) html.push(`<tr>${columns.map(headingCell).join("")}</tr>`);
		for (const row of rows) html.push(`<tr>${row.map(columns === void 0 ? labeledCell : cell).join("")}</tr>`);
		html.push("</table>", "");
	}
	for (const note of notes) html.push(...noteLines(note), "");
	return html;
}
function labeledCell(content, column) {
	return column === 0 && typeof content === "string" ? headingCell(content) : cell(content);
}
function headingCell(text) {
	return `<th align="left" nowrap>${(0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.a)(text)}</th>`;
}
function cell(content) {
	if (typeof content === "string") return proseCell(content);
	const { value, note = "", url } = content;
	if (value === "") return "<td></td>";
	return `<td>${url === void 0 ? code(value) : `<a href="${(0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.a)(url)}">${code(value)}</a>`}${note === "" ? "" : ` (${(0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.a)(note)})`}</td>`;
}
function proseCell(text) {
	return `${text !== "" && text.length <= maxUnwrapped ? "<td nowrap>" : "<td>"}${(0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.a)(text)}</td>`;
}
function code(value) {
	return `<code>${(0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.a)(value)}</code>`;
}
function noteLines(note) {
	if (typeof note === "string") return [`<p>${(0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.a)(note)}</p>`];
	return [`<p>${(0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.a)(note.text)}</p>`, `<pre>${code(note.command)}</pre>`];
}
// src/runner/step-process.ts
function thisProcess(stateFile) {
	const action = process.env["GITHUB_ACTION"] ?? "";
	return {
		pid: process.pid,
		startedAt: startOf(process.pid),
		stateFile,
		action
	};
}
function startOf(pid) {
	try {
		const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_3__.readFileSync)(`/proc/${pid}/stat`, "latin1");
		const [status, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
		return status === "Z" || status === "X" ? "" : fields[18] ?? "";
	} catch {
		return "";
	}
}
// src/runner/state.ts
const processEntry = "main-process";
const state = { append(name, value) {
	(0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.r)("GITHUB_STATE", () => (0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.s)(name, value));
} };
function stateOfThisMain() {
	let introduced = false;
	return { append(name, value) {
		if (!introduced) state.append(processEntry, JSON.stringify(thisProcess((0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.t)("GITHUB_STATE"))));
		introduced = true;
		state.append(name, value);
	} };
}
// src/destinations/kinds.ts
const destinationKinds = {
	output: {
		parse: (0,_file_record_js__WEBPACK_IMPORTED_MODULE_1__.s)("output", { path: _file_record_js__WEBPACK_IMPORTED_MODULE_1__.r }),
		open: async (...args) => (await __webpack_require__.e(/* import() */ 946).then(__webpack_require__.bind(__webpack_require__, 9946))).openOutput(...args),
		release: async (record) => (await __webpack_require__.e(/* import() */ 946).then(__webpack_require__.bind(__webpack_require__, 9946))).releaseOutput(record)
	},
	file: {
		parse: _file_record_js__WEBPACK_IMPORTED_MODULE_1__.n,
		open: async (...args) => (await __webpack_require__.e(/* import() */ 93).then(__webpack_require__.bind(__webpack_require__, 6093))).openFile(...args),
		release: async (record) => (await __webpack_require__.e(/* import() */ 228).then(__webpack_require__.bind(__webpack_require__, 8228))).releaseFile(record)
	}
};
function openDestination(request, pair, context) {
	return openKind(request.kind, request, pair, context);
}
function openKind(kind, request, pair, context) {
	return destinationKinds[kind].open(request, pair, context);
}
async function openSource({ path }, folders) {
	const { keyFileSource } = await Promise.all(/* import() */[__webpack_require__.e(486), __webpack_require__.e(845)]).then(__webpack_require__.bind(__webpack_require__, 6419));
	return keyFileSource(path, folders);
}
// src/ec2/key-pair-record.ts
const parseKeyPairRecord = (0,_file_record_js__WEBPACK_IMPORTED_MODULE_1__.s)("key-pair", {
	region: _file_record_js__WEBPACK_IMPORTED_MODULE_1__.a,
	keyName: _file_record_js__WEBPACK_IMPORTED_MODULE_1__.a,
	nonce: _file_record_js__WEBPACK_IMPORTED_MODULE_1__.a,
	credentials: _file_record_js__WEBPACK_IMPORTED_MODULE_1__.a,
	keyPairId: (0,_file_record_js__WEBPACK_IMPORTED_MODULE_1__.o)((0,_file_record_js__WEBPACK_IMPORTED_MODULE_1__.i)(/^key-[0-9a-f]+$/))
});
// src/step/claim-kinds.ts
function claimKinds(open) {
	return {
		"key-pair": {
			parse: parseKeyPairRecord,
			release: async (record) => (await Promise.all(/* import() */[__webpack_require__.e(685), __webpack_require__.e(116)]).then(__webpack_require__.bind(__webpack_require__, 116))).releaseKeyPair(record, open)
		},
		...destinationKinds
	};
}
async function openKeyPairs(region, policy) {
	const { openKeyPairSession } = await Promise.all(/* import() */[__webpack_require__.e(486), __webpack_require__.e(685), __webpack_require__.e(751)]).then(__webpack_require__.bind(__webpack_require__, 6809));
	return openKeyPairSession(region, policy);
}
// src/step/retry-policies.ts
function mainRetryPolicy() {
	return {
		total: 6e4,
		base: 200,
		cap: 5e3,
		signal: new AbortController().signal,
		onThrottled: () => _command_file_js__WEBPACK_IMPORTED_MODULE_0__.i.info("EC2 is throttling requests. Retrying for up to 60 s.")
	};
}
function postRetryPolicy(signal) {
	return {
		total: 22e3,
		base: 200,
		cap: 1e3,
		signal,
		onThrottled: () => _command_file_js__WEBPACK_IMPORTED_MODULE_0__.i.info("EC2 is throttling requests. Retrying for up to 22 s.")
	};
}

}),

4018:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
run: () => run
});
var _command_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5113);
var _retry_policies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7672);
var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7327);
var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9432);
var _workflow_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7386);
var node_crypto__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7598);
var node_path__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6760);
var node_fs__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3024);

// src/runner/outputs.ts
function setOutput(name, value) {
	(0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.r)("GITHUB_OUTPUT", () => (0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.c)(name, value));
}
function setOutputs(outputs) {
	for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}
function outputFile() {
	return (0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.t)("GITHUB_OUTPUT");
}
// src/ledger/claims.ts
var LedgerClaims = class {
	#ledger;
	#kinds;
	#count = 0;
	constructor(ledger, kinds) {
		this.#ledger = ledger;
		this.#kinds = kinds;
	}
	async undoUnless(work) {
		const open = new Set();
		try {
			const result = await work({ intend: (record, retention) => this.#intend(open, record, retention) });
			const kept = [...open].filter(({ retention }) => retention === "beyond");
			(0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.v)(this.#ledger, kept.map(({ number }) => number));
			return result;
		} catch (error) {
			throw withUndoing(error, await (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.m)([...open], this.#ledger));
		}
	}
	#intend(open, record, retention) {
		const kind = this.#kinds[record.kind];
		this.#count += 1;
		const claim = {
			number: this.#count,
			kind,
			record,
			retention
		};
		(0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__._)(this.#ledger, claim.number, "intended", record);
		open.add(claim);
		return {
			held: (now) => {
				claim.record = now;
				(0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__._)(this.#ledger, claim.number, "held", now);
			},
			cancelled: () => {
				(0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__._)(this.#ledger, claim.number, "released");
				open.delete(claim);
			},
			release: async () => {
				const outcome = await (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.p)(claim, this.#ledger);
				if (outcome.outcome === "left") claim.retention = "job";
				else open.delete(claim);
				return outcome;
			}
		};
	}
};
function withUndoing(error, outcomes) {
	const undone = (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.g)(outcomes);
	const left = (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.f)(outcomes);
	if (undone.length + left.length === 0) return error;
	const { code, message, hint } = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__.t ? error : (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.i)(error);
	const hints = hint === void 0 ? [] : [hint];
	if (left.length > 0) hints.push("The post step will try again.");
	const commands = left.flatMap(({ command }) => command ?? []);
	if (commands.length > 0) hints.push(`To delete it yourself: ${commands.join(" ; ")}`);
	return new _errors_js__WEBPACK_IMPORTED_MODULE_3__.t(code, [
		message,
		...undone,
		...left.map(_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.h)
	].join("\n"), {
		...hints.length === 0 ? {} : { hint: hints.join("\n") },
		cause: error
	});
}
// src/runner/list-file.ts
function writeListFile(json, temp, random) {
	const file = node_path__WEBPACK_IMPORTED_MODULE_6__.join(temp, `key-pairs-${random}.json`);
	(0,node_fs__WEBPACK_IMPORTED_MODULE_7__.writeFileSync)(file, `${json}\n`, {
		flag: "wx",
		mode: 384
	});
	return file.replaceAll(node_path__WEBPACK_IMPORTED_MODULE_6__.sep, "/");
}
// src/step/real-step.ts
async function openStep(regionName) {
	const { session, keyPairs, credentialsId } = await (0,_session_js__WEBPACK_IMPORTED_MODULE_2__.t)(regionName, (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.t)());
	const { region } = session;
	const context = deliveryContext();
	const { folders, randomHex } = context;
	const open = async (other) => other === region ? {
		keyPairs,
		credentialsId
	} : (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.i)(other, (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.t)());
	return {
		run: (0,_workflow_js__WEBPACK_IMPORTED_MODULE_4__.a)(),
		region,
		credentialsId,
		keyPairs,
		claims: new LedgerClaims((0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.l)(), (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.r)(open)),
		log: _command_file_js__WEBPACK_IMPORTED_MODULE_0__.i,
		registerMasks: _workflow_js__WEBPACK_IMPORTED_MODULE_4__.o,
		now: () => new Date(),
		randomHex,
		openDestination: (request, pair) => (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.a)(request, pair, context),
		openSource: (request) => (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.o)(request, folders),
		async readWorkspaceFile(path) {
			const { readGivenFile } = await __webpack_require__.e(/* import() */ 523).then(__webpack_require__.bind(__webpack_require__, 5523));
			return readGivenFile(path, folders);
		},
		async findUsers(keyNames) {
			const { findUsers } = await __webpack_require__.e(/* import() */ 926).then(__webpack_require__.bind(__webpack_require__, 3926));
			return findUsers(keyNames, session);
		},
		writeListFile: (json) => writeListFile(json, folders.temp, randomHex(4)),
		setOutputs: (outputs) => setOutputs(outputs)
	};
}
function deliveryContext() {
	return {
		folders: (0,_workflow_js__WEBPACK_IMPORTED_MODULE_4__.t)(),
		stepId: (0,_workflow_js__WEBPACK_IMPORTED_MODULE_4__.r)(),
		randomHex: (bytes) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_5__.randomBytes)(bytes).toString("hex"),
		restrictToOwner: process.platform === "win32" ? restrictToOwnerOnWindows : void 0,
		outputFile,
		setOutput
	};
}
async function restrictToOwnerOnWindows(file) {
	const { restrictToOwner } = await __webpack_require__.e(/* import() */ 119).then(__webpack_require__.bind(__webpack_require__, 4119));
	await restrictToOwner(file, (0,_workflow_js__WEBPACK_IMPORTED_MODULE_4__.i)());
}
// src/step/run.ts
async function run(operation, request) {
	const step = await openStep(request.region);
	const plan = await operation.plan(request, step);
	if (request.dryRun) return preview(operation.preview(plan, step), step.region);
	const { lines, warnings, summary } = await operation.execute(plan, step);
	for (const line of lines) _command_file_js__WEBPACK_IMPORTED_MODULE_0__.i.info(line);
	for (const warning of warnings) _command_file_js__WEBPACK_IMPORTED_MODULE_0__.i.warning(warning);
	(0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.d)(summary);
}
async function preview(actions, region) {
	for (const { text } of actions) _command_file_js__WEBPACK_IMPORTED_MODULE_0__.i.info(`Dry run: would ${text}.`);
	const questions = actions.flatMap(({ ask }) => ask ?? []);
	for (const ask of questions) await ask();
	_command_file_js__WEBPACK_IMPORTED_MODULE_0__.i.info(questions.length > 0 ? "Dry run: EC2 would allow this. Nothing was changed." : "Dry run: nothing was changed.");
	setOutputs({
		"aws-region": region,
		created: "false",
		deleted: "0"
	});
	(0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.d)({
		heading: "EC2 key pair: dry run, nothing was changed",
		rows: actions.map(({ text }, index) => [String(index + 1), `Would ${text}`])
	});
}

}),

7327:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => openKeyPairSession
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);
var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9432);
var _responses_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6615);
var node_crypto__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7598);
var node_timers_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8500);

// src/aws/client.ts
const connectionTimeout = 5e3;
const requestTimeout = 15e3;
const clientSettings = {
	maxAttempts: 1,
	customUserAgent: "ec2-key-pair-action/1",
	requestHandler: {
		connectionTimeout,
		requestTimeout,
		throwOnRequestTimeout: true
	},
	streamCollector: collectBody
};
function guardedClient(Client, settings) {
	const client = new Client(settings);
	client.middlewareStack.add((next) => (args) => {
		refuseUnencrypted(args.request);
		return next(args);
	}, {
		name: "refuseUnencrypted",
		step: "build"
	});
	return client;
}
function collectBody(body) {
	return new Promise((resolve, reject) => {
		const chunks = [];
		const tooLate = setTimeout(() => body.destroy(new BodyTimeoutError()), requestTimeout);
		body.on("data", (chunk) => chunks.push(chunk));
		body.on("end", () => resolve(Buffer.concat(chunks)));
		body.on("error", reject);
		body.on("close", () => clearTimeout(tooLate));
	});
}
var BodyTimeoutError = class extends Error {
	name = "TimeoutError";
	message = `the response was not complete after ${requestTimeout / 1e3} s`;
};
function refuseUnencrypted(request) {
	const { protocol, hostname } = request;
	if (protocol === "https:" || isLoopback(hostname)) return;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("ENDPOINT_NOT_SAFE", `The endpoint ${protocol}//${hostname} does not use https.`, { hint: "A private key would be sent unencrypted. Use https in AWS_ENDPOINT_URL: plain http is allowed only for localhost." });
}
function isLoopback(hostname) {
	return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
// src/aws/retry.ts
const maxUncertain = 4;
const pollCap = 400;
var Retry = class {
	#policy;
	#deadline;
	#throttled = false;
	constructor(policy) {
		this.#policy = policy;
	}
	idempotent(call) {
		return this.#send(call, (failure, tries) => failure === "turned-away" || failure === "uncertain" && tries < maxUncertain);
	}
	once(call) {
		return this.#send(call, (failure) => failure === "turned-away");
	}
	async poll(read, maxPolls) {
		for (let polls = 1;; polls += 1) {
			const seen = await read();
			if (seen !== void 0 || polls >= maxPolls || !await this.#pause(polls, pollCap)) return seen;
		}
	}
	async #send(call, again) {
		for (let tries = 1;; tries += 1) try {
			return await call(this.#policy.signal);
		} catch (error) {
			const failure = (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.v)(error);
			if (!again(failure, tries)) throw error;
			if (failure === "turned-away") this.#reportThrottling();
			if (!await this.#pause(tries)) throw error;
		}
	}
	#reportThrottling() {
		if (!this.#throttled) this.#policy.onThrottled();
		this.#throttled = true;
	}
	async #pause(tries, cap = this.#policy.cap) {
		const { base, signal } = this.#policy;
		const longest = Math.min(cap, base * 2 ** (tries - 1));
		const pause = Math.random() * longest;
		this.#deadline ??= performance.now() + this.#policy.total;
		if (signal.aborted || performance.now() + pause > this.#deadline) return false;
		await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_4__.setTimeout)(pause, void 0, { signal });
		return true;
	}
};
// src/aws/session.ts
async function openSession(First, name, policy) {
	const first = guardedClient(First, {
		...clientSettings,
		...name === void 0 ? {} : { region: name }
	});
	const region = await first.config.region().catch(async (cause) => {
		throw (await __webpack_require__.e(/* import() */ 216).then(__webpack_require__.bind(__webpack_require__, 1216))).noRegion(cause);
	});
	const { credentials } = first.config;
	return {
		region,
		credentialsId: await hashOfCredentials(first),
		retry: new Retry(policy),
		client: (Client, overrides) => overrides === void 0 && first instanceof Client ? first : guardedClient(Client, {
			...clientSettings,
			...overrides,
			region,
			credentials
		})
	};
}
async function hashOfCredentials({ config }) {
	const credentials = await config.credentials().catch(async (cause) => {
		throw (await __webpack_require__.e(/* import() */ 216).then(__webpack_require__.bind(__webpack_require__, 1216))).noCredentials(cause);
	});
	await refuseMalformed(credentials);
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_3__.createHash)("sha256").update(credentials.accessKeyId).digest("hex").slice(0, 16);
}
async function refuseMalformed(credentials) {
	const { accessKeyId, secretAccessKey, sessionToken = "" } = credentials;
	const malformed = Object.entries({
		"access key ID": accessKeyId,
		"secret access key": secretAccessKey,
		"session token": sessionToken
	}).filter(([, text]) => !/^[!-~]*$/.test(text));
	if (malformed.length === 0) return;
	const { malformedCredentials } = await __webpack_require__.e(/* import() */ 216).then(__webpack_require__.bind(__webpack_require__, 1216));
	throw malformedCredentials(malformed.map(([name]) => name));
}
// src/ec2/key-pairs.ts
const maxPolls = 25;
var KeyPairs = class {
	region;
	#client;
	#retry;
	constructor(session) {
		this.region = session.region;
		this.#client = session.client(_aws_js__WEBPACK_IMPORTED_MODULE_0__.p);
		this.#retry = session.retry;
	}
	create(pair, onSent = () => void 0) {
		const { region } = this;
		return this.#explained("ec2:CreateKeyPair and ec2:CreateTags", (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.o)({
			call: "CreateKeyPair",
			pair
		}), async () => {
			const response = await this.#retry.once((abortSignal) => {
				onSent();
				return this.#client.send((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.n)(pair), { abortSignal }).catch(_responses_js__WEBPACK_IMPORTED_MODULE_2__.a);
			});
			return (0,_responses_js__WEBPACK_IMPORTED_MODULE_2__.n)(response, {
				keyName: pair.keyName,
				region
			});
		});
	}
	import(pair, onResponseLost = () => void 0) {
		return this.#explained("ec2:ImportKeyPair and ec2:CreateTags", (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.o)({
			call: "ImportKeyPair",
			pair
		}), () => this.#retry.idempotent(async (abortSignal) => {
			try {
				const response = await this.#client.send((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.c)(pair), { abortSignal });
				return {
					keyPairId: (0,_responses_js__WEBPACK_IMPORTED_MODULE_2__.i)(response.KeyPairId),
					fingerprint: (0,_responses_js__WEBPACK_IMPORTED_MODULE_2__.i)(response.KeyFingerprint)
				};
			} catch (error) {
				if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.v)(error) === "uncertain") onResponseLost();
				throw error;
			}
		}));
	}
	async find(choice) {
		return this.#explained("ec2:DescribeKeyPairs", (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.l)(choice), async () => {
			return (await this.#describe(choice).catch((error) => {
				if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.y)(error, _responses_js__WEBPACK_IMPORTED_MODULE_2__.t.notFound)) return [];
				throw error;
			})).find(({ keyName, keyPairId }) => "keyName" in choice ? keyName === choice.keyName : keyPairId === choice.keyPairId);
		});
	}
	findEventually(choice) {
		return this.#retry.poll(() => this.find(choice), maxPolls);
	}
	list(filters) {
		return this.#explained("ec2:DescribeKeyPairs", (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.l)(filters), () => this.#describe(filters));
	}
	async listEventually(filters) {
		return await this.#retry.poll(async () => {
			const pairs = await this.list(filters);
			return pairs.length === 0 ? void 0 : pairs;
		}, maxPolls) ?? [];
	}
	tag(pair, tags) {
		return this.#explained("ec2:CreateTags", (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.o)({
			call: "CreateTags",
			pair,
			tags
		}), () => this.#retry.idempotent(async (abortSignal) => {
			const { $metadata } = await this.#client.send((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.r)(pair, tags), { abortSignal });
			if ($metadata.requestId === void 0) await this.#requireTags(pair.keyPairId, tags);
		}));
	}
	async delete(pair) {
		let responseLost = false;
		try {
			await this.#explained("ec2:DeleteKeyPair", (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.o)({
				call: "DeleteKeyPair",
				pair
			}), () => this.#retry.idempotent(async (abortSignal) => {
				try {
					(0,_responses_js__WEBPACK_IMPORTED_MODULE_2__.i)((await this.#client.send((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.i)(pair), { abortSignal })).Return);
				} catch (error) {
					responseLost ||= (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.v)(error) === "uncertain";
					throw error;
				}
			}));
			return "deleted";
		} catch (error) {
			if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.y)(error, _responses_js__WEBPACK_IMPORTED_MODULE_2__.t.notFound)) return responseLost ? "deleted" : "not-found";
			throw error;
		}
	}
	async checkPermission(call) {
		try {
			await this.#explained((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.t)(call), (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.o)(call), () => this.#retry.idempotent(async (abortSignal) => {
				await this.#sendDryRun(call, { abortSignal });
				(0,_responses_js__WEBPACK_IMPORTED_MODULE_2__.o)();
			}));
		} catch (error) {
			if (!(0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.y)(error, _responses_js__WEBPACK_IMPORTED_MODULE_2__.t.wouldBeAllowed)) throw error;
		}
	}
	#sendDryRun(call, options) {
		switch (call.call) {
			case "CreateKeyPair": return this.#client.send((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.n)(call.pair, true), options);
			case "ImportKeyPair": return this.#client.send((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.c)(call.pair, true), options);
			case "CreateTags": return this.#client.send((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.r)(call.pair, call.tags, true), options);
			case "DeleteKeyPair": return this.#client.send((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.i)(call.pair, true), options);
		}
	}
	async #requireTags(keyPairId, wanted) {
		if (await this.#retry.poll(async () => {
			const pair = await this.find({ keyPairId });
			return wanted.every(({ key, value }) => pair?.tags.get(key) === value) ? pair : void 0;
		}, maxPolls) === void 0) (0,_responses_js__WEBPACK_IMPORTED_MODULE_2__.o)();
	}
	#describe(which) {
		return this.#retry.idempotent(async (abortSignal) => {
			const response = await this.#client.send((0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.a)(which), { abortSignal });
			return (0,_responses_js__WEBPACK_IMPORTED_MODULE_2__.i)(response.KeyPairs).map((info) => (0,_responses_js__WEBPACK_IMPORTED_MODULE_2__.r)(info, this.region));
		});
	}
	async #explained(action, doing, work) {
		try {
			return await work();
		} catch (error) {
			const { explainEc2 } = await __webpack_require__.e(/* import() */ 839).then(__webpack_require__.bind(__webpack_require__, 3839));
			throw explainEc2(error, {
				action,
				doing,
				region: this.region
			});
		}
	}
};
// src/ec2/session.ts
async function openKeyPairSession(region, policy) {
	const session = await openSession(_aws_js__WEBPACK_IMPORTED_MODULE_0__.p, region, policy);
	return {
		session,
		keyPairs: new KeyPairs(session),
		credentialsId: session.credentialsId
	};
}

})

};
