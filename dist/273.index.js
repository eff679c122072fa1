export const id = 273;
export const ids = [273];
export const modules = {

8303:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => shellWord
});
// src/contract/claim.ts
function shellWord(text) {
	return `'${text.replaceAll("'", `'\\''`)}'`;
}

}),

9432:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
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

}),

481:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => reportAsWarning,
r: () => reportFailure,
t: () => failUnlessCompleted
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9329);

// src/runner/failure.ts
function failUnlessCompleted() {
	process.exitCode = 1;
	process.stdout.on("error", () => void 0);
	return { completed() {
		process.exitCode = 0;
	} };
}
function reportAsWarning(error) {
	const { name, message } = error instanceof Error ? error : {
		name: "Error",
		message: "not an error object"
	};
	_log_js__WEBPACK_IMPORTED_MODULE_1__.t.warning(`Cleaning up failed: ${name}: ${message}`);
}
function reportFailure(error) {
	if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t) {
		_log_js__WEBPACK_IMPORTED_MODULE_1__.t.error(error.message);
		if (error.hint !== void 0) _log_js__WEBPACK_IMPORTED_MODULE_1__.t.info(error.hint);
		_log_js__WEBPACK_IMPORTED_MODULE_1__.t.debug(`Code ${error.code}.`);
	} else {
		const { name, message } = error instanceof Error ? error : {
			name: "Error",
			message: "not an error object"
		};
		_log_js__WEBPACK_IMPORTED_MODULE_1__.t.error(`Something unexpected happened: ${name}: ${message}`);
		_log_js__WEBPACK_IMPORTED_MODULE_1__.t.info("This is a mistake in the action: please report it, with this line.");
	}
}

}),

8228:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => hasCode,
r: () => identityOf,
t: () => fileClaims
});
var _claim_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8303);
var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);

// src/delivery/file-claim.ts
const fileClaims = {
	kind: "file",
	parse: parseRecord,
	async release(record) {
		try {
			return release(record);
		} catch (error) {
			const why = error instanceof Error && "code" in error ? String(error.code) : "an unknown error";
			return {
				outcome: "left",
				what: named(record),
				why,
				byHand: `rm -f ${(0,_claim_js__WEBPACK_IMPORTED_MODULE_2__.t)(record.path)}`
			};
		}
	}
};
function identityOf({ dev, ino, birthtimeNs }) {
	return `${dev}:${ino}:${birthtimeNs}`;
}
function release(record) {
	const { path: target, temporary, folders, identity } = record;
	const removedTarget = identity !== void 0 && removeIf(target, (standing) => standing === identity);
	const removedTemporary = removeIf(temporary, (standing) => identity === void 0 || standing === identity);
	for (const folder of folders.toReversed()) removeIfEmpty(folder);
	return {
		outcome: removedTarget || removedTemporary ? "removed" : "already-gone",
		what: named(record)
	};
}
function named({ path: target }) {
	return `the private key file ${target}`;
}
function removeIf(target, isMeant) {
	try {
		const standing = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(target, { bigint: true });
		if (!standing.isFile() || !isMeant(identityOf(standing))) return false;
		(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(target);
		return true;
	} catch (error) {
		if (hasCode(error, "ENOENT", "ENOTDIR")) return false;
		throw error;
	}
}
function removeIfEmpty(folder) {
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmdirSync)(folder);
	} catch (error) {
		if (!hasCode(error, "ENOENT", "ENOTEMPTY", "EEXIST", "ENOTDIR", "EPERM", "EACCES", "EBUSY")) throw error;
	}
}
function hasCode(error, ...codes) {
	return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
function parseRecord(value) {
	if (typeof value !== "object" || value === null) return void 0;
	const { kind, path: target, temporary, folders, identity } = value;
	if (kind !== "file" || !isAbsolutePath(target) || !isTemporaryOf(target, temporary)) return void 0;
	if (!Array.isArray(folders) || !folders.every(isAbsolutePath)) return void 0;
	if (identity !== void 0 && !(typeof identity === "string" && /^\d+:\d+:\d+$/.test(identity))) return void 0;
	return value;
}
function isTemporaryOf(target, temporary) {
	if (typeof temporary !== "string" || node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(temporary) !== node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(target)) return false;
	return /^\.ec2-key-pair-[0-9a-f]{16}$/.test(node_path__WEBPACK_IMPORTED_MODULE_0__.basename(temporary));
}
function isAbsolutePath(value) {
	return typeof value === "string" && node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute(value);
}

}),

1099:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => parseKeyPairRecord
});
// src/ec2/key-pair-record.ts
function parseKeyPairRecord(value) {
	if (typeof value !== "object" || value === null) return void 0;
	const { kind, region, keyName, nonce, credentials, keyPairId } = value;
	const whole = [
		region,
		keyName,
		nonce,
		credentials
	].every((part) => typeof part === "string" && part !== "");
	if (kind !== "key-pair" || !whole) return void 0;
	if (keyPairId !== void 0 && !(typeof keyPairId === "string" && /^key-[0-9a-f]+$/.test(keyPairId))) return void 0;
	return value;
}

}),

9329:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => setOutput,
i: () => saveState,
n: () => htmlCell,
r: () => getInput,
t: () => log
});
var os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(857);
var crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6982);
var fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9896);

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
	process.stdout.write(cmd.toString() + os__WEBPACK_IMPORTED_MODULE_0__.EOL);
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
	if (!fs__WEBPACK_IMPORTED_MODULE_2__.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs__WEBPACK_IMPORTED_MODULE_2__.appendFileSync(filePath, `${toCommandValue(message)}${os__WEBPACK_IMPORTED_MODULE_0__.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto__WEBPACK_IMPORTED_MODULE_1__.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os__WEBPACK_IMPORTED_MODULE_0__.EOL}${convertedValue}${os__WEBPACK_IMPORTED_MODULE_0__.EOL}${delimiter}`;
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
	process.stdout.write(os__WEBPACK_IMPORTED_MODULE_0__.EOL);
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
	process.stdout.write(message + os__WEBPACK_IMPORTED_MODULE_0__.EOL);
}
function saveState(name, value) {
	if (process.env["GITHUB_STATE"] || "") return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
	issueCommand("save-state", { name }, toCommandValue(value));
}
// src/runner/text.ts
const unprintable = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;
function harmless(text) {
	return text.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n").replace(unprintable, (character) => character === "\n" || character === "	" ? character : "�").replace(/##(?=\[)/g, "## ").replace(/^(\s*):(?=:)/gm, "$1: ");
}
function htmlCell(text) {
	return harmless(text).replace(/\s*\n\s*/g, " ").replace(/[&<>"'`|\\[\]*@]/g, (character) => `&#${character.codePointAt(0)};`);
}
// src/runner/log.ts
const log = {
	info: (text) => info(harmless(text)),
	debug: (text) => debug(harmless(text)),
	notice: (text) => notice(harmless(text)),
	warning: (text) => warning(harmless(text)),
	error: (text) => error(harmless(text))
};

}),

1273:
((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
var _file_claim_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8228);
var _state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(146);
var _key_pair_record_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1099);
var _log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9329);
var _failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(481);
var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);
var node_fs__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3024);

// src/runner/clean-up-report.ts
function tellOutcome(released) {
	switch (released.outcome) {
		case "removed":
			_log_js__WEBPACK_IMPORTED_MODULE_2__.t.info(`Removed ${released.what}.`);
			break;
		case "already-gone":
			_log_js__WEBPACK_IMPORTED_MODULE_2__.t.info(`Gone already: ${released.what}.`);
			break;
		case "left": _log_js__WEBPACK_IMPORTED_MODULE_2__.t.warning(`Left behind: ${released.what}: ${released.why}.${byHandOf(released.byHand)}`);
	}
}
function tellUnreadable(claims) {
	_log_js__WEBPACK_IMPORTED_MODULE_2__.t.warning(`What this step recorded cannot be read (${claims.length} of its claims), so nothing was removed for that. Look for key pairs of this run: aws ec2 describe-key-pairs --filters Name=tag:managed-by,Values=ec2-key-pair-action`);
}
function byHandOf(command) {
	return command === void 0 ? "" : ` Remove it by hand: ${command}`;
}
// src/runner/state-file.ts
function linesOf(file) {
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
	const folder = node_path__WEBPACK_IMPORTED_MODULE_4__.dirname(ownFile);
	const kind = node_path__WEBPACK_IMPORTED_MODULE_4__.basename(ownFile).replace(/[^_]*$/, "");
	return namesIn(folder).filter((name) => kind !== "" && name.startsWith(kind)).map((name) => node_path__WEBPACK_IMPORTED_MODULE_4__.join(folder, name)).flatMap((file) => {
		const lines = linesOf(file);
		return isOfThisStep(new Map(lines), file) ? lines : [];
	});
}
function namesIn(folder) {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_5__.readdirSync)(folder);
	} catch {
		return [];
	}
}
function textOf(file) {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_5__.readFileSync)(file, "utf8");
	} catch {
		return "";
	}
}
// src/runner/state-of-main.ts
const prefix = "STATE_";
async function stateOfMain() {
	const entries = new Map();
	for (const [name, value] of Object.entries(process.env)) if (name.startsWith(prefix) && value !== void 0) entries.set(name.slice(6), value);
	const recorded = readStepProcess(entries.get(_state_js__WEBPACK_IMPORTED_MODULE_1__.t));
	for (const main of [...recorded === void 0 ? [] : [recorded], ...(0,_state_js__WEBPACK_IMPORTED_MODULE_1__.a)()]) {
		await (0,_state_js__WEBPACK_IMPORTED_MODULE_1__.i)(main);
		for (const [name, value] of linesOf(main.stateFile)) entries.set(name, value);
	}
	if (entries.has("main-process")) return entries;
	const unread = unreadState(process.env["GITHUB_STATE"] ?? "", isOfThisStep);
	return new Map([...entries, ...unread]);
}
function isOfThisStep(entries, file) {
	const writer = readStepProcess(entries.get(_state_js__WEBPACK_IMPORTED_MODULE_1__.t));
	return writer?.stateFile === file && writer.action === process.env["GITHUB_ACTION"];
}
function readStepProcess(text) {
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
const timeForAll = 25e3;
const outOfTime = new AbortController();
const timer = setTimeout(() => outOfTime.abort(), timeForAll);
const keyPairs = {
	kind: "key-pair",
	parse: _key_pair_record_js__WEBPACK_IMPORTED_MODULE_6__.t,
	async release(record) {
		const { releaseKeyPair } = await Promise.all(/* import() */[__webpack_require__.e(300), __webpack_require__.e(422)]).then(__webpack_require__.bind(__webpack_require__, 8017));
		return releaseKeyPair(record, outOfTime.signal);
	}
};
try {
	const { open, unreadable } = (0,_state_js__WEBPACK_IMPORTED_MODULE_1__.f)(await stateOfMain(), [
		keyPairs,
		_file_claim_js__WEBPACK_IMPORTED_MODULE_0__.t,
		_state_js__WEBPACK_IMPORTED_MODULE_1__.h
	]);
	for (const outcome of await (0,_state_js__WEBPACK_IMPORTED_MODULE_1__.u)(open, _state_js__WEBPACK_IMPORTED_MODULE_1__.n)) tellOutcome(outcome);
	if (unreadable.length > 0) tellUnreadable(unreadable);
} catch (error) {
	(0,_failure_js__WEBPACK_IMPORTED_MODULE_3__.n)(error);
} finally {
	clearTimeout(timer);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

}),

146:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => mainsStillRunning,
c: () => toRunner,
d: () => undoneOf,
f: () => readLedger,
g: () => openNoLink,
h: () => outputClaims,
i: () => endStep,
l: () => leftoversOf,
m: () => writeKept,
n: () => state,
o: () => commandFile,
p: () => writeFact,
r: () => stateOfThisMain,
s: () => notWritable,
t: () => processEntry,
u: () => releaseLastFirst
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9329);
var _file_claim_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8228);
var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
var node_fs__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3024);
var node_timers_promises__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8500);

// src/delivery/no-link.ts
function openNoLink(target, flags, noFollow = node_fs__WEBPACK_IMPORTED_MODULE_4__.constants.O_NOFOLLOW ?? 0) {
	if (noFollow === 0 && (0,node_fs__WEBPACK_IMPORTED_MODULE_4__.lstatSync)(target).isSymbolicLink()) throw Object.assign(new Error(`${target} is a link`), { code: "ELOOP" });
	return (0,node_fs__WEBPACK_IMPORTED_MODULE_4__.openSync)(target, flags | noFollow);
}
// src/delivery/output-claim.ts
const outputClaims = {
	kind: "output",
	parse(value) {
		if (typeof value !== "object" || value === null) return void 0;
		const { kind, path: file } = value;
		return kind === "output" && typeof file === "string" && node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute(file) ? {
			kind,
			path: file
		} : void 0;
	},
	async release({ path: file }) {
		const what = "the private key in the output file of the step";
		try {
			(0,node_fs__WEBPACK_IMPORTED_MODULE_4__.closeSync)(openNoLink(file, node_fs__WEBPACK_IMPORTED_MODULE_4__.constants.O_WRONLY | node_fs__WEBPACK_IMPORTED_MODULE_4__.constants.O_TRUNC));
			return {
				outcome: "removed",
				what
			};
		} catch (error) {
			if ((0,_file_claim_js__WEBPACK_IMPORTED_MODULE_2__.n)(error, "ENOENT", "ENOTDIR", "EISDIR")) return {
				outcome: "already-gone",
				what
			};
			return {
				outcome: "left",
				what,
				why: (0,_file_claim_js__WEBPACK_IMPORTED_MODULE_2__.n)(error, "EACCES", "EPERM") ? "it may not be written" : "it cannot be emptied"
			};
		}
	}
};
// src/lifecycle/ledger.ts
const factPattern = /^claim-(\d{1,4}(?:-\d{1,4})*)-(intended|held|kept|released)$/;
function writeFact(ledger, claim, fact, record) {
	ledger.append(`claim-${claim}-${fact}`, JSON.stringify(record ?? true));
}
function writeKept(ledger, claims) {
	if (claims.length > 0) ledger.append(`claim-${claims.join("-")}-kept`, "true");
}
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
	for (const [number, facts] of [...claims].sort(([a], [b]) => a - b)) {
		if (facts.has("kept") || facts.has("released")) continue;
		const known = parseRecord(facts.get("held"), kinds) ?? parseRecord(facts.get("intended"), kinds);
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
// src/lifecycle/release.ts
async function releaseLastFirst(claims, ledger) {
	const outcomes = [];
	for (const claim of claims.toReversed()) {
		const outcome = await release(claim);
		if (outcome.outcome !== "left") noteReleased(claim, ledger);
		outcomes.push(outcome);
	}
	return outcomes;
}
function undoneOf(outcomes) {
	return outcomes.flatMap((outcome) => outcome.outcome === "removed" && outcome.undone !== void 0 ? [outcome.undone] : []);
}
function leftoversOf(outcomes) {
	return outcomes.filter((outcome) => outcome.outcome === "left");
}
async function release({ kind, record }) {
	try {
		return await kind.release(record);
	} catch (error) {
		const why = error instanceof Error ? error.message : "an unknown error";
		return {
			outcome: "left",
			what: `what was claimed as ${record.kind}`,
			why
		};
	}
}
function noteReleased({ number }, ledger) {
	try {
		writeFact(ledger, number, "released");
	} catch {}
}
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
		throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t ? error : notWritable(`The runner's file for ${target}`, error);
	}
}
function notWritable(what, error) {
	const why = error instanceof Error && "code" in error ? String(error.code) : "it is not there";
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("RUNNER_FILE_NOT_WRITABLE", `${what} cannot be written (${why}).`, {
		hint: "The disk of the runner's temp folder is full (ENOSPC), or a step before has taken that folder away or changed its owner (EACCES). Without it the runner would learn nothing of what this step does.",
		cause: error
	});
}
// src/runner/step-process.ts
const pause = 50;
const patience = 20;
function thisProcess(stateFile) {
	const action = process.env["GITHUB_ACTION"] ?? "";
	return {
		pid: process.pid,
		startedAt: startOf(process.pid),
		stateFile,
		action
	};
}
async function endStep(step) {
	if (!isAlive(step)) return;
	process.kill(step.pid, "SIGTERM");
	for (let looks = 0; looks < patience && isAlive(step); looks += 1) await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_5__.setTimeout)(pause);
	if (isAlive(step)) process.kill(step.pid, "SIGKILL");
	for (let looks = 0; looks < patience && isAlive(step); looks += 1) await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_5__.setTimeout)(pause);
}
const stepVariables = [
	"GITHUB_ACTION",
	"GITHUB_JOB",
	"GITHUB_RUN_ID",
	"GITHUB_RUN_ATTEMPT",
	"RUNNER_TEMP"
];
function mainsStillRunning() {
	const main = node_path__WEBPACK_IMPORTED_MODULE_3__.join(node_path__WEBPACK_IMPORTED_MODULE_3__.dirname(process.argv[1] ?? ""), "main.js");
	return processNumbers().flatMap((pid) => {
		if (pid === process.pid || !textsOf(`/proc/${pid}/cmdline`).includes(main)) return [];
		const texts = textsOf(`/proc/${pid}/environ`);
		const startedAt = startOf(pid);
		const stateFile = texts.find((text) => text.startsWith("GITHUB_STATE="))?.slice(13);
		return stepVariables.every((name) => texts.includes(`${name}=${process.env[name] ?? ""}`)) && startedAt !== "" && stateFile !== void 0 ? [{
			pid,
			startedAt,
			stateFile
		}] : [];
	});
}
function processNumbers() {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_4__.readdirSync)("/proc").map(Number).filter(Number.isInteger);
	} catch {
		return [];
	}
}
function textsOf(file) {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_4__.readFileSync)(file, "utf8").split("\0");
	} catch {
		return [];
	}
}
function isAlive({ pid, startedAt }) {
	return startedAt !== "" && startOf(pid) === startedAt;
}
function startOf(pid) {
	try {
		const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_4__.readFileSync)(`/proc/${pid}/stat`, "latin1");
		const [status, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
		return status === "Z" || status === "X" ? "" : fields[18] ?? "";
	} catch {
		return "";
	}
}
// src/runner/state.ts
const processEntry = "main-process";
const state = { append(name, value) {
	toRunner("GITHUB_STATE", () => (0,_log_js__WEBPACK_IMPORTED_MODULE_1__.i)(name, value));
} };
function stateOfThisMain() {
	let introduced = false;
	return { append(name, value) {
		if (!introduced) state.append(processEntry, JSON.stringify(thisProcess(commandFile("GITHUB_STATE"))));
		introduced = true;
		state.append(name, value);
	} };
}

})

};
