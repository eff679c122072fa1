export const id = 273;
export const ids = [273];
export const modules = {

9432:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
i: () => unexpectedError,
n: () => hasCode,
r: () => nameAndMessage,
t: () => KeyPairError
});
// src/errors.ts
var KeyPairError = class extends Error {
	name = "KeyPairError";
	code;
	hint;
	constructor(code, message, options = {}) {
		super(message, "cause" in options ? { cause: options.cause } : void 0);
		this.code = code;
		this.hint = options.hint;
	}
};
function unexpectedError(error) {
	return new KeyPairError("UNEXPECTED", `Unexpected error: ${nameAndMessage(error)}`, {
		hint: "This is a bug in the action. Please report it and include this line.",
		cause: error
	});
}
function nameAndMessage(error) {
	return error instanceof Error ? `${error.name}: ${error.message}` : "not an error object";
}
function hasCode(error, ...codes) {
	return error instanceof Error && "code" in error && codes.includes(String(error.code));
}

}),

481:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
i: () => surviveClosedLog,
n: () => reportAsWarning,
r: () => reportFailure,
t: () => assumeFailure
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _workflow_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7386);

// src/runner/failure.ts
function surviveClosedLog() {
	process.stdout.on("error", () => void 0);
}
function assumeFailure() {
	process.exitCode = 1;
	return { completed() {
		process.exitCode = 0;
	} };
}
function reportAsWarning(error) {
	const why = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t ? inOneLine(error) : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.r)(error);
	_workflow_js__WEBPACK_IMPORTED_MODULE_1__.u.warning(`Cleanup failed: ${why}`);
}
function reportFailure(error) {
	const { message, hint, code } = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t ? error : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.i)(error);
	_workflow_js__WEBPACK_IMPORTED_MODULE_1__.u.error(hint === void 0 ? message : `${message}\n${hint}`);
	_workflow_js__WEBPACK_IMPORTED_MODULE_1__.u.debug(`Code ${code}.`);
}
function inOneLine({ message, hint }) {
	return hint === void 0 ? message : `${message} ${hint}`;
}

}),

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

1273:
((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
var _retry_policies_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7672);
var _workflow_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7386);
var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(481);
var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
var node_fs__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3024);
var node_timers_promises__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8500);

// src/ledger/read-ledger.ts
const factPattern = /^claim-(\d{1,4}(?:-\d{1,4})*)-(intended|held|kept|released)$/;
function readLedger(state, kinds) {
	const claims = new Map();
	for (const [name, value] of state) {
		const [, numbers = "", fact] = factPattern.exec(name) ?? [];
		if (fact === void 0) continue;
		for (const number of numbers.split("-").map(Number)) {
			const facts = claims.get(number) ?? new Map();
			claims.set(number, facts.set(fact, value));
		}
	}
	const open = [];
	const unreadable = [];
	const all = Object.values(kinds);
	for (const [number, facts] of [...claims].sort(([a], [b]) => a - b)) {
		if (facts.has("kept") || facts.has("released")) continue;
		const known = parseRecord(facts.get("held"), all) ?? parseRecord(facts.get("intended"), all);
		if (known) open.push({
			number,
			...known
		});
		else unreadable.push(number);
	}
	return {
		open,
		unreadable
	};
}
function parseRecord(text, kinds) {
	if (text === void 0) return void 0;
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		return;
	}
	for (const kind of kinds) {
		const record = kind.parse(value);
		if (record) return {
			kind,
			record
		};
	}
}
// src/runner/cleanup-report.ts
const listCommand = "aws ec2 describe-key-pairs --filters Name=tag:managed-by,Values=ec2-key-pair-action";
function reportCleanup(outcomes, unreadable) {
	const notes = outcomes.map(reportOutcome);
	if (unreadable.length > 0) {
		const text = `The state saved by this step is unreadable (${unreadable.length === 1 ? "1 entry" : `${unreadable.length} entries`}), so what it recorded was not cleaned up. To find key pairs that this action created:`;
		_workflow_js__WEBPACK_IMPORTED_MODULE_1__.u.warning(`${text} ${listCommand}`);
		notes.push({
			text,
			command: listCommand
		});
	}
	if (notes.length > 0) (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_0__.d)({
		heading: "EC2 key pair: cleanup when the job ended",
		rows: [],
		notes
	});
}
function reportOutcome(released) {
	switch (released.outcome) {
		case "done":
			_workflow_js__WEBPACK_IMPORTED_MODULE_1__.u.info(released.said);
			return released.said;
		case "already-gone":
			_workflow_js__WEBPACK_IMPORTED_MODULE_1__.u.info(`Already gone: ${released.what}.`);
			return `Already gone: ${released.what}.`;
		case "left": {
			const { command } = released;
			const text = (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_0__.h)(released);
			const advice = command === void 0 ? text : `${text} To delete it yourself:`;
			_workflow_js__WEBPACK_IMPORTED_MODULE_1__.u.warning(command === void 0 ? advice : `${advice} ${command}`);
			return command === void 0 ? advice : {
				text: advice,
				command
			};
		}
	}
}
// src/runner/running-main.ts
const pause = 50;
const maxPolls = 20;
const stepVariables = [
	"GITHUB_ACTION",
	"GITHUB_JOB",
	"GITHUB_RUN_ID",
	"GITHUB_RUN_ATTEMPT",
	"RUNNER_TEMP"
];
async function endStep(step) {
	for (const signal of ["SIGTERM", "SIGKILL"]) {
		if (!isAlive(step) || !wasSignaled(step, signal)) return;
		for (let polls = 0; polls < maxPolls && isAlive(step); polls += 1) await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_5__.setTimeout)(pause);
	}
}
function wasSignaled({ pid }, signal) {
	try {
		return process.kill(pid, signal);
	} catch {
		return false;
	}
}
function mainsStillRunning() {
	const main = node_path__WEBPACK_IMPORTED_MODULE_3__.join(node_path__WEBPACK_IMPORTED_MODULE_3__.dirname(process.argv[1] ?? ""), "main.js");
	return processNumbers().flatMap((pid) => {
		if (pid === process.pid || !stringsIn(`/proc/${pid}/cmdline`).includes(main)) return [];
		const variables = stringsIn(`/proc/${pid}/environ`);
		const startedAt = (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_0__.u)(pid);
		const stateFile = variables.find((variable) => variable.startsWith("GITHUB_STATE="))?.slice(13);
		return stepVariables.every((name) => variables.includes(`${name}=${process.env[name] ?? ""}`)) && startedAt !== "" && stateFile !== void 0 ? [{
			pid,
			startedAt,
			stateFile
		}] : [];
	});
}
function isAlive({ pid, startedAt }) {
	return startedAt !== "" && (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_0__.u)(pid) === startedAt;
}
function processNumbers() {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_4__.readdirSync)("/proc").map(Number).filter(Number.isInteger);
	} catch {
		return [];
	}
}
function stringsIn(file) {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_4__.readFileSync)(file, "utf8").split("\0");
	} catch {
		return [];
	}
}
// src/runner/state-file.ts
function entriesIn(file) {
	const lines = textOf(file).split(/\r?\n/);
	const found = [];
	for (let at = 0; at + 2 < lines.length; at += 3) {
		const [name, delimiter] = (lines[at] ?? "").split("<<");
		const value = lines[at + 1];
		if (name === void 0 || value === void 0 || lines[at + 2] !== delimiter) break;
		found.push([name, value]);
	}
	return found;
}
function unreadState(ownFile, isOfThisStep) {
	const folder = node_path__WEBPACK_IMPORTED_MODULE_3__.dirname(ownFile);
	const kind = node_path__WEBPACK_IMPORTED_MODULE_3__.basename(ownFile).replace(/[^_]*$/, "");
	return namesIn(folder).filter((name) => kind !== "" && name.startsWith(kind)).map((name) => node_path__WEBPACK_IMPORTED_MODULE_3__.join(folder, name)).flatMap((file) => {
		const entries = entriesIn(file);
		return isOfThisStep(new Map(entries), file) ? entries : [];
	});
}
function namesIn(folder) {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_4__.readdirSync)(folder);
	} catch {
		return [];
	}
}
function textOf(file) {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_4__.readFileSync)(file, "utf8");
	} catch {
		return "";
	}
}
// src/runner/state-of-main.ts
const prefix = "STATE_";
async function stateOfMain() {
	const entries = new Map();
	for (const [name, value] of Object.entries(process.env)) if (name.startsWith(prefix) && value !== void 0) entries.set(name.slice(6), value);
	const recorded = parseRecordedProcess(entries.get(_retry_policies_js__WEBPACK_IMPORTED_MODULE_0__.s));
	for (const main of [...recorded === void 0 ? [] : [recorded], ...mainsStillRunning()]) {
		await endStep(main);
		for (const [name, value] of entriesIn(main.stateFile)) entries.set(name, value);
	}
	if (entries.has("main-process")) return entries;
	const unread = unreadState(process.env["GITHUB_STATE"] ?? "", isOfThisStep);
	return new Map([...entries, ...unread]);
}
function isOfThisStep(entries, file) {
	const writer = parseRecordedProcess(entries.get(_retry_policies_js__WEBPACK_IMPORTED_MODULE_0__.s));
	return writer?.stateFile === file && writer.action === process.env["GITHUB_ACTION"];
}
function parseRecordedProcess(text) {
	try {
		const { pid, startedAt, stateFile, action } = JSON.parse(text ?? "");
		if (typeof pid !== "number" || typeof stateFile !== "string") return void 0;
		return {
			pid,
			startedAt: String(startedAt),
			stateFile,
			action: String(action)
		};
	} catch {
		return;
	}
}
// src/post.ts
const timeLimit = 25e3;
(0,_failure_js__WEBPACK_IMPORTED_MODULE_2__.i)();
const outOfTime = new AbortController();
const timer = setTimeout(() => outOfTime.abort(), timeLimit);
const kinds = (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_0__.r)((region) => (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_0__.i)(region, (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_0__.n)(outOfTime.signal)));
try {
	const { open, unreadable } = readLedger(await stateOfMain(), kinds);
	reportCleanup(await (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_0__.m)(open, _retry_policies_js__WEBPACK_IMPORTED_MODULE_0__.c), unreadable);
} catch (error) {
	(0,_failure_js__WEBPACK_IMPORTED_MODULE_2__.n)(error);
} finally {
	clearTimeout(timer);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

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

7386:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => windowsPrograms,
c: () => notWritable,
d: () => escapeHtml,
f: () => saveState,
i: () => transportPolicy,
l: () => toRunner,
n: () => rawInput,
o: () => workflowRun,
p: () => setOutput,
r: () => stepId,
s: () => commandFile,
t: () => jobFolders,
u: () => log
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(857);
var crypto__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6982);
var fs__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9896);
var node_os__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8161);
var node_path__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6760);

// @actions/core
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os__WEBPACK_IMPORTED_MODULE_1__.EOL);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs__WEBPACK_IMPORTED_MODULE_3__.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs__WEBPACK_IMPORTED_MODULE_3__.appendFileSync(filePath, `${toCommandValue(message)}${os__WEBPACK_IMPORTED_MODULE_1__.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto__WEBPACK_IMPORTED_MODULE_2__.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os__WEBPACK_IMPORTED_MODULE_1__.EOL}${convertedValue}${os__WEBPACK_IMPORTED_MODULE_1__.EOL}${delimiter}`;
}
var ExitCode;
(function(ExitCode) {
	ExitCode[ExitCode["Success"] = 0] = "Success";
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os__WEBPACK_IMPORTED_MODULE_1__.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
function debug(message) {
	issueCommand("debug", {}, message);
}
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
	process.stdout.write(message + os__WEBPACK_IMPORTED_MODULE_1__.EOL);
}
function saveState(name, value) {
	if (process.env["GITHUB_STATE"] || "") return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
	issueCommand("save-state", { name }, toCommandValue(value));
}
// src/runner/sanitize.ts
const unprintable = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;
function sanitizeForLog(text) {
	return text.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n").replace(unprintable, (character) => character === "\n" || character === "	" ? character : "�").replace(/##(?=\[)/g, "## ").replace(/^(\s*):(?=:)/gm, "$1: ");
}
function escapeHtml(text) {
	return sanitizeForLog(text).replace(/\s*\n\s*/g, " ").replace(/[&<>"'`|\\[\]*@]/g, (character) => `&#${character.codePointAt(0)};`);
}
// src/runner/log.ts
const log = {
	info: (text) => info(sanitizeForLog(text)),
	debug: (text) => debug(sanitizeForLog(text)),
	notice: (text) => notice(sanitizeForLog(text)),
	warning: (text) => warning(sanitizeForLog(text)),
	error: (text) => error(sanitizeForLog(text))
};
// src/runner/command-file.ts
function commandFile(variable) {
	const file = process.env[variable];
	if (file) return file;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("NO_RUNNER", `${variable} is not set, so this is not a step of a workflow.`, { hint: "Run this action from a workflow, on a runner of version 2.327 or newer." });
}
function toRunner(target, write) {
	commandFile(target);
	try {
		write();
	} catch (error) {
		throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t ? error : notWritable(`the runner's file for ${target}`, error);
	}
}
function notWritable(what, error) {
	const why = error instanceof Error && "code" in error ? String(error.code) : "it does not exist";
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("RUNNER_FILE_NOT_WRITABLE", `Cannot write ${what} (${why}).`, {
		hint: "Either the disk with the runner's temp folder is full (ENOSPC), or an earlier step removed that folder or changed its owner (EACCES). The runner reads the results of this step from there.",
		cause: error
	});
}
// @actions/github
var Context = class {
	constructor() {
		var _a, _b, _c;
		this.payload = {};
		if (process.env.GITHUB_EVENT_PATH) {
			if ((0,fs__WEBPACK_IMPORTED_MODULE_3__.existsSync)(process.env.GITHUB_EVENT_PATH)) this.payload = JSON.parse((0,fs__WEBPACK_IMPORTED_MODULE_3__.readFileSync)(process.env.GITHUB_EVENT_PATH, { encoding: "utf8" }));
			else {
				const path = process.env.GITHUB_EVENT_PATH;
				process.stdout.write(`GITHUB_EVENT_PATH ${path} does not exist${os__WEBPACK_IMPORTED_MODULE_1__.EOL}`);
			}
		}
		this.eventName = process.env.GITHUB_EVENT_NAME;
		this.sha = process.env.GITHUB_SHA;
		this.ref = process.env.GITHUB_REF;
		this.workflow = process.env.GITHUB_WORKFLOW;
		this.action = process.env.GITHUB_ACTION;
		this.actor = process.env.GITHUB_ACTOR;
		this.job = process.env.GITHUB_JOB;
		this.runAttempt = parseInt(process.env.GITHUB_RUN_ATTEMPT, 10);
		this.runNumber = parseInt(process.env.GITHUB_RUN_NUMBER, 10);
		this.runId = parseInt(process.env.GITHUB_RUN_ID, 10);
		this.apiUrl = (_a = process.env.GITHUB_API_URL) !== null && _a !== void 0 ? _a : `https://api.github.com`;
		this.serverUrl = (_b = process.env.GITHUB_SERVER_URL) !== null && _b !== void 0 ? _b : `https://github.com`;
		this.graphqlUrl = (_c = process.env.GITHUB_GRAPHQL_URL) !== null && _c !== void 0 ? _c : `https://api.github.com/graphql`;
	}
	get issue() {
		const payload = this.payload;
		return Object.assign(Object.assign({}, this.repo), { number: (payload.issue || payload.pull_request || payload).number });
	}
	get repo() {
		if (process.env.GITHUB_REPOSITORY) {
			const [owner, repo] = process.env.GITHUB_REPOSITORY.split("/");
			return {
				owner,
				repo
			};
		}
		if (this.payload.repository) return {
			owner: this.payload.repository.owner.login,
			repo: this.payload.repository.name
		};
		throw new Error("context.repo requires a GITHUB_REPOSITORY environment variable like 'owner/repo'");
	}
};
const context = new Context();
// src/runner/workflow.ts
const rawInput = (name) => getInput(name, { trimWhitespace: false });
function workflowRun() {
	const { owner, repo } = context.repo;
	return {
		repository: `${new URL(context.serverUrl).host}/${owner}/${repo}`,
		runId: String(context.runId),
		attempt: String(context.runAttempt || 1),
		job: context.job
	};
}
function stepId() {
	const id = process.env["GITHUB_ACTION"] ?? "";
	return /^(?!__)[A-Za-z_][\w-]*$/.test(id) ? id : void 0;
}
function jobFolders() {
	return {
		workspace: folder("GITHUB_WORKSPACE"),
		temp: folder("RUNNER_TEMP"),
		home: (0,node_os__WEBPACK_IMPORTED_MODULE_4__.homedir)()
	};
}
function folder(variable) {
	const value = process.env[variable];
	if (value) return value;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("NO_RUNNER", `${variable} is not set, so this is not a step of a workflow.`, { hint: "Run this action from a workflow." });
}
function windowsPrograms() {
	return node_path__WEBPACK_IMPORTED_MODULE_5__.join(process.env["SystemRoot"] ?? "C:\\Windows", "System32");
}
function transportPolicy() {
	return { checksCertificates: process.env["NODE_TLS_REJECT_UNAUTHORIZED"] !== "0" };
}

})

};
