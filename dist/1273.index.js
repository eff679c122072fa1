export const id = 1273;
export const ids = [1273];
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

5113:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => debug,
c: () => getInput,
d: () => saveState,
f: () => setOutput,
i: () => toRunner,
l: () => info,
n: () => isSiblingOf,
o: () => error,
p: () => warning,
r: () => notWritable,
s: () => exportVariable,
t: () => commandFile,
u: () => notice
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(857);
var crypto__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6982);
var fs__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9896);
var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);

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
function exportVariable(name, val) {
	const convertedVal = toCommandValue(val);
	process.env[name] = convertedVal;
	if (process.env["GITHUB_ENV"] || "") return issueFileCommand("ENV", prepareKeyValueMessage(name, val));
	issueCommand("set-env", { name }, convertedVal);
}
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
// src/runner/command-file.ts
function commandFile(variable) {
	const file = process.env[variable];
	if (file) return file;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("NO_RUNNER", `${variable} is not set, so this is not a step of a workflow.`, { hint: "Run this action from a workflow, on a runner of version 2.327 or newer." });
}
function isSiblingOf(ownFile, file) {
	if (file === ownFile) return file !== "";
	const prefix = ownFile.slice(0, ownFile.lastIndexOf("_") + 1);
	return node_path__WEBPACK_IMPORTED_MODULE_4__.basename(prefix).length > 1 && node_path__WEBPACK_IMPORTED_MODULE_4__.dirname(file) === node_path__WEBPACK_IMPORTED_MODULE_4__.dirname(ownFile) && file.startsWith(prefix) && /^[\w-]+$/.test(file.slice(prefix.length));
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

}),

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
	details;
	constructor(code, message, options = {}) {
		super(message, "cause" in options ? { cause: options.cause } : void 0);
		this.code = code;
		this.hint = options.hint;
		this.details = options.details;
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
a: () => endAtOnce,
i: () => surviveClosedLog,
n: () => reportAsWarning,
o: () => endProcess,
r: () => reportFailure,
t: () => assumeFailure
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9329);

// src/runner/ending.ts
const grace = 100;
async function endProcess() {
	await new Promise((resolve) => {
		process.stdout.write("", () => resolve());
	});
	setTimeout(endAtOnce, grace).unref();
}
function endAtOnce() {
	const code = Number(process.exitCode ?? 0);
	if (process.platform !== "win32" && process.execve !== void 0) {
		const { NODE_OPTIONS: _, ...env } = process.env;
		process.execve(process.execPath, [
			process.execPath,
			"--eval",
			`process.exitCode = ${code}`
		], env);
	}
	process.exit(code);
}
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
const maxAnnotation = 3e3;
function reportAsWarning(error) {
	const message = error instanceof Error ? error.message : "unknown error";
	_log_js__WEBPACK_IMPORTED_MODULE_1__.t.warning(annotationOf(`Cleanup failed: ${message.replace(/\.$/, "")}.`, hintOf(error)));
}
function reportFailure(error) {
	const { message, hint, details, code } = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t ? error : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.i)(error);
	_log_js__WEBPACK_IMPORTED_MODULE_1__.t.error(annotationOf(message, hint));
	if (details !== void 0) _log_js__WEBPACK_IMPORTED_MODULE_1__.t.info(details);
	_log_js__WEBPACK_IMPORTED_MODULE_1__.t.debug(`Code ${code}.`);
}
function annotationOf(message, hint) {
	const lines = hint === void 0 ? "" : `\n${hint}`;
	const room = Math.max(maxAnnotation - lines.length, 0);
	if (message.length <= room) return `${message}${lines}`;
	_log_js__WEBPACK_IMPORTED_MODULE_1__.t.info(message);
	return `${message.slice(0, room)}…${lines}`;
}
function hintOf(error) {
	return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t ? error.hint : void 0;
}

}),

5371:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => parseFileRecord,
i: () => maxKeyFileBytes,
n: () => isSameNumber,
o: () => trialLinkOf,
r: () => keyHashOf,
t: () => identityOf
});
var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8962);
var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7598);
var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);

// src/destinations/file/file-record.ts
const maxKeyFileBytes = 65536;
function keyHashOf({ blob }) {
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)("sha256").update(blob).digest("hex");
}
function identityOf({ dev, ino, birthtimeNs }) {
	return `${dev}:${ino}:${birthtimeNs}`;
}
function isSameNumber(one, other) {
	const [first, second] = [one.dev, other.dev].map((dev) => BigInt.asUintN(32, dev));
	return one.ino === other.ino && (first === second || first === 0n || second === 0n);
}
function trialLinkOf({ temporary }) {
	return `${temporary}-link`;
}
const temporaryName = /^\.ec2-key-pair-[0-9a-f]{16}(?:[\\/]key)?$/;
const parseFileRecord = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.c)("file", {
	path: _record_js__WEBPACK_IMPORTED_MODULE_0__.t,
	temporary: _record_js__WEBPACK_IMPORTED_MODULE_0__.t,
	folders: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.r)(_record_js__WEBPACK_IMPORTED_MODULE_0__.t),
	identity: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.s)((0,_record_js__WEBPACK_IMPORTED_MODULE_0__.i)(/^\d+:\d+:\d+$/)),
	keyHash: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.s)((0,_record_js__WEBPACK_IMPORTED_MODULE_0__.i)(/^[0-9a-f]{64}$/)),
	inPlace: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.s)(_record_js__WEBPACK_IMPORTED_MODULE_0__.n)
}, ({ path: target, temporary }) => temporaryName.test(node_path__WEBPACK_IMPORTED_MODULE_2__.relative(node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(target), temporary)));

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

9329:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => escapeHtml,
t: () => log
});
var _command_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5113);

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
	info: (text) => (0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.l)(sanitizeForLog(text)),
	debug: (text) => (0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.a)(sanitizeForLog(text)),
	notice: (text) => (0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.u)(sanitizeForLog(text)),
	warning: (text) => (0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.p)(sanitizeForLog(text)),
	error: (text) => (0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.o)(sanitizeForLog(text))
};

}),

1273:
((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
var _saved_state_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4144);
var _release_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(170);
var _shell_word2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(370);
var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9329);
var _summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8883);
var _failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(481);
var _retry_policies_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7672);
var _state_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(146);

// src/runner/cleanup-report.ts
const listCommand = `aws ec2 describe-key-pairs --filters ${(0,_shell_word2_js__WEBPACK_IMPORTED_MODULE_0__.n)("Name=tag:managed-by,Values=ec2-key-pair-action")}`;
function reportCleanup(outcomes, unreadable) {
	const notes = outcomes.flatMap(reportOutcome);
	if (unreadable > 0) {
		const text = `The state saved by this step is unreadable (${unreadable === 1 ? "1 entry" : `${unreadable} entries`}), so what it recorded was not cleaned up. To find key pairs that this action created:`;
		_log_js__WEBPACK_IMPORTED_MODULE_1__.t.warning(`${text}\n${listCommand}`);
		notes.push({
			text,
			command: listCommand
		});
	}
	if (notes.length > 0) (0,_summary_js__WEBPACK_IMPORTED_MODULE_2__.t)({
		heading: "EC2 key pair: cleanup when the job ended",
		rows: [],
		notes
	});
}
function reportOutcome(released) {
	switch (released.outcome) {
		case "done":
			_log_js__WEBPACK_IMPORTED_MODULE_1__.t.info(released.said);
			return [released.said];
		case "already-gone":
			_log_js__WEBPACK_IMPORTED_MODULE_1__.t.info(`Already gone: ${released.what}.`);
			return [`Already gone: ${released.what}.`];
		case "not-found": {
			const { said, command } = released;
			if (said !== void 0) _log_js__WEBPACK_IMPORTED_MODULE_1__.t.info(said);
			const text = `${(0,_release_js__WEBPACK_IMPORTED_MODULE_6__.i)(released)} To delete it then:`;
			_log_js__WEBPACK_IMPORTED_MODULE_1__.t.notice(`${text}\n${command}`);
			return [{
				text: said === void 0 ? text : `${said} ${text}`,
				command
			}];
		}
		case "left": return reportLeft(released);
	}
}
function reportLeft(left) {
	const { what, command, details, hint } = left;
	const why = [`Why: ${left.why.replace(/\.$/, "")}.`, ...hint === void 0 ? [] : [hint]].join(" ");
	const text = command === void 0 ? (0,_release_js__WEBPACK_IMPORTED_MODULE_6__.i)(left) : `Not cleaned up: ${what}. To delete it yourself:`;
	_log_js__WEBPACK_IMPORTED_MODULE_1__.t.warning(command === void 0 ? text : [
		text,
		command,
		why
	].join("\n"));
	if (details !== void 0) _log_js__WEBPACK_IMPORTED_MODULE_1__.t.info(details);
	return command === void 0 ? [text] : [{
		text,
		command
	}, why];
}
// src/runner/state-of-main.ts
async function stateOfMain() {
	const text = process.env[`STATE_${_state_js__WEBPACK_IMPORTED_MODULE_5__.n}`];
	const handedOver = (0,_saved_state_js__WEBPACK_IMPORTED_MODULE_7__.t)(text);
	if (handedOver?.hasEnded && handedOver.process.inputs === (0,_state_js__WEBPACK_IMPORTED_MODULE_5__.i)() && !process.env["GITHUB_ACTION_PATH"]) return {
		ledgers: [handedOver.entries],
		isReadable: true,
		isSettled: false,
		notPassedOn: [],
		noteSettled: () => {}
	};
	const { stateHandedOver, stateNotHandedOver } = await __webpack_require__.e(/* import() */ 386).then(__webpack_require__.bind(__webpack_require__, 386));
	return handedOver === void 0 ? stateNotHandedOver(text) : stateHandedOver(handedOver);
}
// src/post.ts
const timeLimit = 25e3;
const timeToReport = 1e3;
(0,_failure_js__WEBPACK_IMPORTED_MODULE_3__.i)();
const outOfTime = new AbortController();
const requests = setTimeout(() => outOfTime.abort(), 24e3);
const cleanup = setTimeout(() => (0,_failure_js__WEBPACK_IMPORTED_MODULE_3__.n)(new Error("timed out")), timeLimit - timeToReport / 2);
const end = setTimeout(_failure_js__WEBPACK_IMPORTED_MODULE_3__.a, timeLimit);
const policy = (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_4__.n)(outOfTime.signal);
const kinds = (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_4__.r)((region) => (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_4__.i)(region, policy), _retry_policies_js__WEBPACK_IMPORTED_MODULE_4__.d);
try {
	const state = await stateOfMain();
	const readings = state.ledgers.map((entries) => (0,_saved_state_js__WEBPACK_IMPORTED_MODULE_7__.r)(entries, kinds));
	const unreadable = readings.flatMap((reading) => reading.unreadable).length + (state.isReadable ? 0 : 1);
	const outcomes = await release(readings);
	reportCleanup([...state.isSettled ? outcomes.filter(({ outcome }) => outcome !== "already-gone") : outcomes, ...await reportOnly(state.notPassedOn)], unreadable);
	state.noteSettled();
} catch (error) {
	(0,_failure_js__WEBPACK_IMPORTED_MODULE_3__.n)(error);
}
for (const timer of [requests, cleanup]) clearTimeout(timer);
await (0,_failure_js__WEBPACK_IMPORTED_MODULE_3__.o)();
clearTimeout(end);
function release(readings) {
	const open = readings.flatMap((reading) => reading.open);
	return (0,_release_js__WEBPACK_IMPORTED_MODULE_6__.r)(open, { append: () => void 0 });
}
async function reportOnly(ledgers) {
	if (ledgers.length === 0) return [];
	const { reportingKinds } = await __webpack_require__.e(/* import() */ 8711).then(__webpack_require__.bind(__webpack_require__, 8711));
	const reporting = reportingKinds(kinds, "the runner passed on the state of another step in place of it");
	return release(ledgers.map((entries) => (0,_saved_state_js__WEBPACK_IMPORTED_MODULE_7__.r)(entries, reporting)));
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

}),

2166:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => stringsIn,
t: () => processNumbers
});
var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);

// src/runner/processes.ts
function processNumbers() {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)("/proc").map(Number).filter(Number.isInteger);
	} catch {
		return [];
	}
}
function stringsIn(file) {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, "utf8").split("\0");
	} catch {
		return [];
	}
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

170:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => undoneOf,
c: () => writeKept,
i: () => sentenceOf,
n: () => releaseClaim,
o: () => unreleased,
r: () => releaseLastFirst,
s: () => writeFact,
t: () => isReleased
});
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
	if (isReleased(outcome)) recordReleased(claim, ledger);
	return outcome;
}
function isReleased({ outcome }) {
	return outcome === "done" || outcome === "already-gone";
}
function undoneOf(outcomes) {
	return outcomes.flatMap((outcome) => "undone" in outcome ? outcome.undone ?? [] : []);
}
function sentenceOf(open) {
	if (open.outcome === "left") return `Not cleaned up: ${open.what}: ${open.why.replace(/\.$/, "")}.`;
	return `Not found: ${open.what}. It may still be created, because a request got no clear answer.`;
}
function unreleased(outcomes) {
	return outcomes.filter((outcome) => outcome.outcome === "left" || outcome.outcome === "not-found");
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

}),

7672:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => maskProxyPasswords,
c: () => exportVariable,
d: () => isOutputFile,
f: () => outputFile,
i: () => openKeyPairs,
l: () => openDestination,
m: () => setOutputs,
n: () => postRetryPolicy,
o: () => agentSocket,
p: () => setOutput,
r: () => claimKinds,
s: () => childEnvironment,
t: () => mainRetryPolicy,
u: () => openSource
});
var _command_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5113);
var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9329);
var _workflow_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7386);
var _aborted_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9060);
var _record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8962);
var _file_record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5371);
var _key_pair_record_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1099);
var _processes_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2166);
var node_path__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6760);
var node_timers_promises__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8500);

// src/runner/outputs.ts
function setOutput(name, value) {
	(0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.i)("GITHUB_OUTPUT", () => (0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.f)(name, value));
}
function setOutputs(outputs) {
	for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}
function outputFile() {
	return (0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.t)("GITHUB_OUTPUT");
}
function isOutputFile(file) {
	return (0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.n)(process.env["GITHUB_OUTPUT"] ?? "", file);
}
// src/destinations/agent/agent-record.ts
const ownSocket = /[\\/]ssh-agent-[0-9a-f]{8}[\\/]socket$/;
function parseAgentRecord(value) {
	const record = parseFields(value);
	return record?.startedBy === "this-step" && !ownSocket.test(record.socket) ? void 0 : record;
}
const parseFields = (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.c)("agent", {
	socket: _record_js__WEBPACK_IMPORTED_MODULE_3__.t,
	startedBy: (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.i)(/^(this-step|others)$/),
	publicKey: (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.s)((0,_record_js__WEBPACK_IMPORTED_MODULE_3__.i)(/^ssh-(rsa|ed25519) [\w+/]+=*$/))
});
// src/destinations/kinds.ts
const destinationKinds = {
	store: {
		parse: (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.c)("store", {
			...(0,_record_js__WEBPACK_IMPORTED_MODULE_3__.o)("reference", "region", "endpoint", "keyPairId", "nonce", "credentials", "account"),
			source: (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.s)(_record_js__WEBPACK_IMPORTED_MODULE_3__.a),
			confirmed: (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.s)(_record_js__WEBPACK_IMPORTED_MODULE_3__.n)
		}),
		open: async (...args) => (await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(292)]).then(__webpack_require__.bind(__webpack_require__, 9590))).openStoreDestination(...args)
	},
	output: {
		parse: (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.c)("output", {
			path: _record_js__WEBPACK_IMPORTED_MODULE_3__.t,
			filled: (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.s)(_record_js__WEBPACK_IMPORTED_MODULE_3__.n)
		}),
		open: async (...args) => (await __webpack_require__.e(/* import() */ 9946).then(__webpack_require__.bind(__webpack_require__, 9946))).openOutput(...args),
		release: async (record) => (await __webpack_require__.e(/* import() */ 9946).then(__webpack_require__.bind(__webpack_require__, 9946))).releaseOutput(record)
	},
	agent: {
		parse: parseAgentRecord,
		open: async (...args) => (await __webpack_require__.e(/* import() */ 6502).then(__webpack_require__.bind(__webpack_require__, 6502))).openAgent(...args),
		release: async (...args) => (await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(853)]).then(__webpack_require__.bind(__webpack_require__, 2435))).releaseAgent(...args)
	},
	file: {
		parse: _file_record_js__WEBPACK_IMPORTED_MODULE_4__.a,
		open: async (...args) => (await __webpack_require__.e(/* import() */ 6093).then(__webpack_require__.bind(__webpack_require__, 6093))).openFile(...args),
		release: async (record) => (await __webpack_require__.e(/* import() */ 8228).then(__webpack_require__.bind(__webpack_require__, 8228))).releaseFile(record)
	}
};
function openDestination(request, pair, context) {
	return openKind(request.kind, request, pair, context);
}
function openKind(kind, request, pair, context) {
	return destinationKinds[kind].open(request, pair, context);
}
async function openSource(request, folders) {
	const { keyFileSource } = await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(5845)]).then(__webpack_require__.bind(__webpack_require__, 6419));
	return keyFileSource(request, folders);
}
// src/runner/child-processes.ts
const pause = 20;
const maxPolls = 50;
const names = [
	"PATH",
	"HOME",
	"RUNNER_TRACKING_ID",
	"SystemRoot",
	"TEMP"
];
function childEnvironment() {
	return Object.fromEntries(names.flatMap((name) => {
		const value = process.env[name];
		return value === void 0 ? [] : [[name, value]];
	}));
}
function agentSocket() {
	return process.env["SSH_AUTH_SOCK"] || void 0;
}
function exportVariable(name, value) {
	(0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.i)("GITHUB_ENV", () => (0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.s)(name, value));
}
async function endAgents(socket) {
	if (agentsAt(socket).length === 0) return false;
	for (const signal of ["SIGTERM", "SIGKILL"]) {
		for (const pid of agentsAt(socket)) trySignal(pid, signal);
		for (let polls = 0; polls < maxPolls; polls += 1) {
			if (agentsAt(socket).length === 0) return true;
			await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_8__.setTimeout)(pause);
		}
	}
	return agentsAt(socket).length === 0;
}
function agentsAt(socket) {
	return (0,_processes_js__WEBPACK_IMPORTED_MODULE_6__.t)().filter((pid) => isAgent(pid, socket));
}
function trySignal(pid, signal) {
	try {
		process.kill(pid, signal);
	} catch {}
}
function isAgent(pid, socket) {
	const [program = "", ...args] = (0,_processes_js__WEBPACK_IMPORTED_MODULE_6__.n)(`/proc/${pid}/cmdline`);
	const [foreground, option, listensAt] = args;
	return node_path__WEBPACK_IMPORTED_MODULE_7__.basename(program) === "ssh-agent" && foreground === "-D" && option === "-a" && listensAt === socket;
}
// src/step/proxy-passwords.ts
async function maskProxyPasswords(variables) {
	if (!Object.keys(variables).some((name) => /_proxy$/i.test(name))) return;
	const { proxySecrets } = await __webpack_require__.e(/* import() */ 7053).then(__webpack_require__.bind(__webpack_require__, 7053));
	const secrets = proxySecrets(variables);
	if (secrets.length > 0) await (0,_workflow_js__WEBPACK_IMPORTED_MODULE_2__.u)(secrets);
}
// src/step/claim-kinds.ts
function claimKinds(open, isOutputFile) {
	const { output, agent, store, ...otherDestinations } = destinationKinds;
	const context = {
		childEnvironment: childEnvironment(),
		temp: (0,_workflow_js__WEBPACK_IMPORTED_MODULE_2__.c)(),
		endAgents
	};
	return {
		"key-pair": {
			parse: _key_pair_record_js__WEBPACK_IMPORTED_MODULE_5__.n,
			release: async (record) => (await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(5182)]).then(__webpack_require__.bind(__webpack_require__, 116))).releaseKeyPair(record, open)
		},
		output: {
			...output,
			parse(value) {
				const record = output.parse(value);
				return record !== void 0 && isOutputFile(record.path) ? record : void 0;
			}
		},
		agent: {
			...agent,
			release: (record) => agent.release(record, context)
		},
		store: {
			...store,
			release: async (record) => (await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(3424)]).then(__webpack_require__.bind(__webpack_require__, 7546))).releaseCopy(record, open)
		},
		...otherDestinations
	};
}
async function openKeyPairs(region, policy) {
	const { openKeyPairSession } = await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(6829)]).then(__webpack_require__.bind(__webpack_require__, 7327));
	(0,_workflow_js__WEBPACK_IMPORTED_MODULE_2__.t)();
	await maskProxyPasswords(process.env);
	const opened = openKeyPairSession(region, policy, process.env);
	return {
		...await (0,_aborted_js__WEBPACK_IMPORTED_MODULE_9__.t)(opened, policy.signal),
		run: (0,_workflow_js__WEBPACK_IMPORTED_MODULE_2__.l)()
	};
}
// src/step/retry-policies.ts
const lookFor = 3e3;
const timeLimitOfMain = 9e4;
const timeOfMain = 6e4;
const timeOfPost = 22e3;
function mainRetryPolicy() {
	const outOfTime = new AbortController();
	setTimeout(() => outOfTime.abort(), timeLimitOfMain).unref();
	return {
		total: timeOfMain,
		base: 200,
		cap: 5e3,
		insistFor: 1e4,
		lookFor,
		searchFor: 0,
		signal: outOfTime.signal,
		onRetry: printReasons()
	};
}
function postRetryPolicy(signal) {
	return {
		total: timeOfPost,
		base: 200,
		cap: 1e3,
		insistFor: timeOfPost,
		lookFor,
		searchFor: timeOfPost,
		signal,
		onRetry: printReasons()
	};
}
function printReasons() {
	const printed = new Set();
	return async (error, within, service) => {
		const { retryNotice } = await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(3784)]).then(__webpack_require__.bind(__webpack_require__, 254));
		const notice = `${retryNotice(error, service)} Retrying for up to ${within / 1e3} s.`;
		if (!printed.has(notice)) _log_js__WEBPACK_IMPORTED_MODULE_1__.t.info(notice);
		printed.add(notice);
	};
}

}),

4144:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => continuedLedger,
r: () => readLedger,
t: () => parseState
});
// src/ledger/read-ledger.ts
const factPattern = /^claim-([1-9]\d{0,3}(?:-[1-9]\d{0,3})*)-(intended|held|kept|released)$/;
const addingPattern = /^claim-[1-9]\d{0,3}-(?:intended|held)$/;
function readLedger(entries, kinds) {
	const open = [];
	const unreadable = [];
	const all = Object.values(kinds);
	for (const [number, facts] of [...factsByClaim(entries)].sort(([a], [b]) => a - b)) {
		if (facts.isSettled) continue;
		const known = lastRecord(facts, all);
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
function continuedLedger(known, copies) {
	const names = new Set(known.map(([name]) => name));
	const added = copies.flat().filter(([name]) => addingPattern.test(name) && !names.has(name));
	return [...known, ...added];
}
function factsByClaim(entries) {
	const claims = new Map();
	for (const [name, value] of entries) {
		const [, numbers = "", fact] = factPattern.exec(name) ?? [];
		if (fact === void 0) continue;
		for (const number of numbers.split("-").map(Number)) {
			const facts = claims.get(number) ?? {
				held: [],
				isSettled: false
			};
			claims.set(number, facts);
			if (fact === "intended") facts.intended ??= value;
			else if (fact === "held") facts.held.push(value);
			else facts.isSettled = true;
		}
	}
	return claims;
}
function lastRecord({ intended: intention, held }, kinds) {
	const intended = parseRecord(intention, kinds);
	const readable = held.flatMap((text) => parseRecord(text, kinds) ?? []);
	if (intended === void 0) return readable.at(-1);
	return readable.findLast(({ record }) => completes(record, intended.record)) ?? intended;
}
function completes(record, earlier) {
	const fields = new Map(Object.entries(record));
	return Object.entries(earlier).every(([name, value]) => JSON.stringify(fields.get(name)) === JSON.stringify(value));
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
// src/runner/saved-state.ts
function parseState(text) {
	try {
		const { process, entries, hasEnded } = JSON.parse(text ?? "") ?? {};
		if (process === void 0 || !isProcess(process) || !Array.isArray(entries)) return void 0;
		return entries.every(isEntry) ? {
			process,
			entries,
			hasEnded: hasEnded === true
		} : void 0;
	} catch {
		return;
	}
}
function isProcess({ pid, ...texts }) {
	const { startedAt, stateFile, action, inputs } = texts;
	return Number.isInteger(pid) && [
		startedAt,
		stateFile,
		action,
		inputs
	].every((field) => typeof field === "string");
}
function isEntry(entry) {
	return Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === "string");
}

}),

370:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => shellWord,
t: () => removeCommand
});
var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

// src/ledger/shell-word.ts
const usual = node_path__WEBPACK_IMPORTED_MODULE_0__.sep === "\\" ? "PowerShell" : "bash";
const odd = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|#(?=#\[)/u;
function shellWord(text, shell = usual) {
	if (/^[\w./:%+-]+$/.test(text)) return text;
	if (shell === "PowerShell") return powerShellWord(text);
	return odd.test(text) ? escapedWord(text) : `'${text.replaceAll("'", "'\\''")}'`;
}
function removeCommand(file, shell = usual) {
	return `${shell === "PowerShell" ? "Remove-Item -Force -LiteralPath" : "rm -f"} ${shellWord(file, shell)}`;
}
function powerShellWord(text) {
	return `'${text.replace(/['\u2018-\u201b]/g, "$&$&")}'`;
}
function escapedWord(text) {
	const bytes = (character) => [...new TextEncoder().encode(character)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
	return `$'${text.replace(/[\\']/g, "\\$&").replace(new RegExp(odd, "gu"), bytes)}'`;
}

}),

146:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => startOf,
i: () => ownInputs,
n: () => stateName,
r: () => inputsMark,
t: () => beginState
});
var _command_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5113);
var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7598);
var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3024);

// src/runner/step-process.ts
function thisProcess(stateFile) {
	const action = process.env["GITHUB_ACTION"] ?? "";
	return {
		pid: process.pid,
		startedAt: startOf(process.pid),
		stateFile,
		action,
		inputs: ownInputs()
	};
}
function ownInputs() {
	return inputsMark(Object.entries(process.env));
}
function inputsMark(variables) {
	const inputs = variables.filter(([name]) => name.startsWith("INPUT_")).sort();
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)("sha256").update(JSON.stringify(inputs)).digest("hex").slice(0, 8);
}
function startOf(pid) {
	try {
		const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.readFileSync)(`/proc/${pid}/stat`, "latin1");
		const [status, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
		return status === "Z" || status === "X" ? "" : fields[18] ?? "";
	} catch {
		return "";
	}
}
// src/runner/state.ts
const stateName = "ledger";
function beginState() {
	let entries = [];
	let failure;
	const save = (next, hasEnded = false) => {
		if (failure !== void 0) throw failure;
		try {
			const process = thisProcess((0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.t)("GITHUB_STATE"));
			(0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.i)("GITHUB_STATE", () => (0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.d)(stateName, {
				process,
				entries: next,
				hasEnded
			}));
		} catch (error) {
			failure = error;
			throw error;
		}
		entries = next;
	};
	ignoringErrors(() => save(entries));
	return {
		append: (name, value) => save([...entries, [name, value]]),
		end: () => ignoringErrors(() => save(entries, true))
	};
}
function ignoringErrors(save) {
	try {
		save();
	} catch {}
}

}),

8883:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => writeSummary
});
var _command_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5113);
var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9329);
var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
var node_fs__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3024);

// src/runner/summary.ts
const maxUnwrapped = 24;
function writeSummary(summary) {
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_3__.appendFileSync)((0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.t)("GITHUB_STEP_SUMMARY"), `${htmlOf(summary).join(node_os__WEBPACK_IMPORTED_MODULE_2__.EOL)}${node_os__WEBPACK_IMPORTED_MODULE_2__.EOL}`);
	} catch (error) {
		_log_js__WEBPACK_IMPORTED_MODULE_1__.t.debug(`The job summary could not be written: ${error instanceof Error ? error.message : "unknown"}`);
	}
}
function htmlOf({ heading, subject, columns, rows, notes = [] }) {
	const about = subject === void 0 ? "" : `: ${code(subject)}`;
	const html = [`<h3>${(0,_log_js__WEBPACK_IMPORTED_MODULE_1__.n)(heading)}${about}</h3>`, ""];
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
	return `<th align="left" nowrap>${(0,_log_js__WEBPACK_IMPORTED_MODULE_1__.n)(text)}</th>`;
}
function cell(content) {
	if (typeof content === "string") return proseCell(content);
	const { value, note = "", url } = content;
	if (value === "") return "<td></td>";
	return `<td>${url === void 0 ? code(value) : `<a href="${(0,_log_js__WEBPACK_IMPORTED_MODULE_1__.n)(url)}">${code(value)}</a>`}${note === "" ? "" : ` (${(0,_log_js__WEBPACK_IMPORTED_MODULE_1__.n)(note)})`}</td>`;
}
function proseCell(text) {
	return `${text !== "" && text.length <= maxUnwrapped ? "<td nowrap>" : "<td>"}${(0,_log_js__WEBPACK_IMPORTED_MODULE_1__.n)(text)}</td>`;
}
function code(value) {
	return `<code>${(0,_log_js__WEBPACK_IMPORTED_MODULE_1__.n)(value)}</code>`;
}
function noteLines(note) {
	if (typeof note === "string") return [`<p>${(0,_log_js__WEBPACK_IMPORTED_MODULE_1__.n)(note)}</p>`];
	return [`<p>${(0,_log_js__WEBPACK_IMPORTED_MODULE_1__.n)(note.text)}</p>`, `<pre>${code(note.command)}</pre>`];
}

}),

7386:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => rawInput,
c: () => tempFolder,
i: () => keepsFiles,
l: () => workflowRun,
n: () => inputNames,
o: () => stepId,
r: () => jobFolders,
s: () => systemTemp,
t: () => allowNoHome,
u: () => registerMasks
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _command_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5113);
var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);

// src/runner/masks.ts
function registerMasks(values) {
	const text = `${["", ...values.map((value) => `::add-mask::${escaped(value)}`)].join(node_os__WEBPACK_IMPORTED_MODULE_2__.EOL)}${node_os__WEBPACK_IMPORTED_MODULE_2__.EOL}`;
	return new Promise((resolve, reject) => {
		process.stdout.write(text, (error) => error ? reject((0,_command_file_js__WEBPACK_IMPORTED_MODULE_1__.r)("standard output, which the runner reads", error)) : resolve());
	});
}
function escaped(value) {
	return value.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
// src/runner/workflow.ts
const rawInput = (name) => (0,_command_file_js__WEBPACK_IMPORTED_MODULE_1__.c)(name, { trimWhitespace: false });
function inputNames() {
	return Object.keys(process.env).flatMap((name) => /^INPUT_(.+)/.exec(name)?.[1] ?? []);
}
function workflowRun() {
	return {
		repository: `${serverHost()}/${required("GITHUB_REPOSITORY")}`,
		get runId() {
			return required("GITHUB_RUN_ID");
		},
		attempt: process.env["GITHUB_RUN_ATTEMPT"] || "1",
		job: process.env["GITHUB_JOB"] ?? ""
	};
}
function serverHost() {
	const url = process.env["GITHUB_SERVER_URL"] || "https://github.com";
	const host = URL.parse(url)?.host;
	if (host) return host;
	throw noRunner("GITHUB_SERVER_URL is not a URL");
}
function stepId() {
	const id = process.env["GITHUB_ACTION"] ?? "";
	return /^(?!__)[A-Za-z_][\w-]*$/.test(id) ? id : void 0;
}
function jobFolders() {
	return {
		get workspace() {
			return required("GITHUB_WORKSPACE");
		},
		get temp() {
			return required("RUNNER_TEMP");
		},
		get home() {
			return homeFolder();
		}
	};
}
function systemTemp() {
	return (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)();
}
function tempFolder() {
	return process.env["RUNNER_TEMP"] || systemTemp();
}
const nowhere = "/nonexistent";
function allowNoHome() {
	try {
		(0,node_os__WEBPACK_IMPORTED_MODULE_2__.homedir)();
	} catch {
		process.env["HOME"] = nowhere;
	}
}
function homeFolder() {
	allowNoHome();
	const home = (0,node_os__WEBPACK_IMPORTED_MODULE_2__.homedir)();
	if (home !== nowhere) return home;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("NO_HOME", "HOME is not set, and this user has no home folder.", { hint: "Set HOME for the job, or use an absolute path instead of ~/." });
}
function required(variable) {
	const value = process.env[variable];
	if (value) return value;
	throw noRunner(`${variable} is not set`);
}
function noRunner(why) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("NO_RUNNER", `${why}, so this is not a step of a workflow.`, { hint: "Run this action from a workflow." });
}
function keepsFiles() {
	return process.env["RUNNER_ENVIRONMENT"] !== "github-hosted";
}

})

};
