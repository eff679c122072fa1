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
var _workflow_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7386);
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
		(0,node_fs__WEBPACK_IMPORTED_MODULE_3__.appendFileSync)((0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.s)("GITHUB_STEP_SUMMARY"), `${htmlOf(summary).join(node_os__WEBPACK_IMPORTED_MODULE_2__.EOL)}${node_os__WEBPACK_IMPORTED_MODULE_2__.EOL}`);
	} catch (error) {
		_workflow_js__WEBPACK_IMPORTED_MODULE_0__.u.debug(`The job summary could not be written: ${error instanceof Error ? error.message : "unknown"}`);
	}
}
function htmlOf({ heading, subject, columns, rows, notes = [] }) {
	const about = subject === void 0 ? "" : `: ${code(subject)}`;
	const html = [`<h3>${(0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.d)(heading)}${about}</h3>`, ""];
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
	return `<th align="left" nowrap>${(0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.d)(text)}</th>`;
}
function cell(content) {
	if (typeof content === "string") return proseCell(content);
	const { value, note = "", url } = content;
	if (value === "") return "<td></td>";
	return `<td>${url === void 0 ? code(value) : `<a href="${(0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.d)(url)}">${code(value)}</a>`}${note === "" ? "" : ` (${(0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.d)(note)})`}</td>`;
}
function proseCell(text) {
	return `${text !== "" && text.length <= maxUnwrapped ? "<td nowrap>" : "<td>"}${(0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.d)(text)}</td>`;
}
function code(value) {
	return `<code>${(0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.d)(value)}</code>`;
}
function noteLines(note) {
	if (typeof note === "string") return [`<p>${(0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.d)(note)}</p>`];
	return [`<p>${(0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.d)(note.text)}</p>`, `<pre>${code(note.command)}</pre>`];
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
	(0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.l)("GITHUB_STATE", () => (0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.f)(name, value));
} };
function stateOfThisMain() {
	let introduced = false;
	return { append(name, value) {
		if (!introduced) state.append(processEntry, JSON.stringify(thisProcess((0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.s)("GITHUB_STATE"))));
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
	const { keyFileSource } = await Promise.all(/* import() */[__webpack_require__.e(685), __webpack_require__.e(845)]).then(__webpack_require__.bind(__webpack_require__, 6419));
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
			release: async (record) => (await Promise.all(/* import() */[__webpack_require__.e(685), __webpack_require__.e(182)]).then(__webpack_require__.bind(__webpack_require__, 116))).releaseKeyPair(record, open)
		},
		...destinationKinds
	};
}
async function openKeyPairs(region, policy) {
	const { openKeyPairSession } = await Promise.all(/* import() */[__webpack_require__.e(685), __webpack_require__.e(829)]).then(__webpack_require__.bind(__webpack_require__, 7327));
	return openKeyPairSession(region, policy, (0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.i)());
}
// src/step/retry-policies.ts
function mainRetryPolicy() {
	return {
		total: 6e4,
		base: 200,
		cap: 5e3,
		signal: new AbortController().signal,
		onThrottled: () => _workflow_js__WEBPACK_IMPORTED_MODULE_0__.u.info("EC2 is throttling requests. Retrying for up to 60 s.")
	};
}
function postRetryPolicy(signal) {
	return {
		total: 22e3,
		base: 200,
		cap: 1e3,
		signal,
		onThrottled: () => _workflow_js__WEBPACK_IMPORTED_MODULE_0__.u.info("EC2 is throttling requests. Retrying for up to 22 s.")
	};
}

}),

4018:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
run: () => run
});
var _workflow_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7386);
var _retry_policies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7672);
var _aws_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3066);
var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9432);
var _masks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2646);
var node_crypto__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7598);
var node_path__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6760);
var node_fs__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3024);

// src/runner/outputs.ts
function setOutput(name, value) {
	(0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.l)("GITHUB_OUTPUT", () => (0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.p)(name, value));
}
function setOutputs(outputs) {
	for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}
function outputFile() {
	return (0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.s)("GITHUB_OUTPUT");
}
// src/ledger/ledger-claims.ts
var LedgerClaims = class {
	#ledger;
	#kinds;
	#count = 0;
	constructor(ledger, kinds) {
		this.#ledger = ledger;
		this.#kinds = kinds;
	}
	async undoOnFailure(work) {
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
// src/step/open-step.ts
async function openStep(regionName) {
	const { session, keyPairs, credentialsId } = await (0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.t)(regionName, (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.t)(), (0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.i)());
	const { region } = session;
	const context = deliveryContext();
	const { folders, randomHex } = context;
	const openRegion = async (other) => other === region ? {
		keyPairs,
		credentialsId
	} : (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.i)(other, (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.t)());
	return {
		run: (0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.o)(),
		region,
		credentialsId,
		keyPairs,
		claims: new LedgerClaims((0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.l)(), (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.r)(openRegion)),
		log: _workflow_js__WEBPACK_IMPORTED_MODULE_0__.u,
		registerMasks: _masks_js__WEBPACK_IMPORTED_MODULE_4__.t,
		now: () => new Date(),
		randomHex,
		openDestination: (request, pair) => (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.a)(request, pair, context),
		openSource: (request) => (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.o)(request, folders),
		async readWorkspaceFile(path) {
			const { readGivenFile } = await __webpack_require__.e(/* import() */ 523).then(__webpack_require__.bind(__webpack_require__, 5523));
			return readGivenFile(path, folders);
		},
		async findReferences(keyNames) {
			const { findReferences } = await __webpack_require__.e(/* import() */ 649).then(__webpack_require__.bind(__webpack_require__, 4649));
			return findReferences(keyNames, session);
		},
		writeListFile: (json) => writeListFile(json, folders.temp, randomHex(4)),
		setOutputs: (outputs) => setOutputs(outputs)
	};
}
function deliveryContext() {
	return {
		folders: (0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.t)(),
		stepId: (0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.r)(),
		randomHex: (bytes) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_5__.randomBytes)(bytes).toString("hex"),
		restrictToOwner: process.platform === "win32" ? restrictToOwnerOnWindows : void 0,
		outputFile,
		setOutput
	};
}
async function restrictToOwnerOnWindows(file) {
	const { restrictToOwner } = await __webpack_require__.e(/* import() */ 119).then(__webpack_require__.bind(__webpack_require__, 4119));
	await restrictToOwner(file, (0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.a)());
}
// src/step/run.ts
async function run(operation, request) {
	const step = await openStep(request.region);
	const plan = await operation.plan(request, step);
	if (request.dryRun) return preview(operation.preview(plan, step), step.region);
	const { lines, warnings, summary } = await operation.execute(plan, step);
	for (const line of lines) _workflow_js__WEBPACK_IMPORTED_MODULE_0__.u.info(line);
	for (const warning of warnings) _workflow_js__WEBPACK_IMPORTED_MODULE_0__.u.warning(warning);
	(0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.d)(summary);
}
async function preview(actions, region) {
	for (const { text } of actions) _workflow_js__WEBPACK_IMPORTED_MODULE_0__.u.info(`Dry run: would ${text}.`);
	const checks = actions.flatMap(({ checkPermission }) => checkPermission ?? []);
	for (const check of checks) await check();
	_workflow_js__WEBPACK_IMPORTED_MODULE_0__.u.info(checks.length > 0 ? "Dry run: EC2 would allow this. Nothing was changed." : "Dry run: nothing was changed.");
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

})

};
