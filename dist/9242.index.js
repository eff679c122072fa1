export const id = 9242;
export const ids = [9242];
export const modules = {

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

1403:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => keyFormats,
t: () => fileFormats
});
// src/keys/formats.ts
const keyFormats = {
	async pem({ passphrase }) {
		if (passphrase === void 0) return ({ pem }) => ({
			text: pem,
			masks: []
		});
		const { encodeEncryptedOpenSsh } = await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(4943), __webpack_require__.e(4342)]).then(__webpack_require__.bind(__webpack_require__, 6553));
		return (key, { comment }) => encodeEncryptedOpenSsh(key, {
			comment,
			passphrase
		});
	},
	openssh: async () => (await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(996)]).then(__webpack_require__.bind(__webpack_require__, 3473))).encodeOpenSsh,
	async ppk({ passphrase }) {
		if (passphrase === void 0) return (await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(2305)]).then(__webpack_require__.bind(__webpack_require__, 5430))).encodePpk;
		const { encodePpkWithPassphrase } = await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(4827)]).then(__webpack_require__.bind(__webpack_require__, 7796));
		return (key, { comment }) => encodePpkWithPassphrase(key, {
			comment,
			passphrase
		});
	}
};
const fileFormats = ["pem", "ppk"];

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

9242:
((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
var _ownership_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8826);
var _formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1403);
var _table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8695);
var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9432);
var _failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(481);
var _log_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9329);
var _workflow_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7386);
var _state_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(146);

// src/inputs/path.ts
const temp = "${{ runner.temp }}";
const meanings = {
	HOME: "~",
	USERPROFILE: "~",
	TEMP: temp,
	TMP: temp,
	TMPDIR: temp
};
const variable = /\$(?:env:|\{(?:env:)?)?([a-z_]\w*)\}?|%([a-z_]\w*)%/gi;
const fileUrl = /^fileb?:\/\//i;
const commandFirst = /^(?:\$\(([^)]*)\)|`([^`]*)`)[/\\]/;
const maxRepeated = 80;
function readPath(inputs, name) {
	const path = inputs.text(name);
	const rule = path && ruleAgainst(path);
	if (rule) inputs.refuse(name, rule);
	return path;
}
function ruleAgainst(path) {
	if (path.includes("\0")) return "contains a character that no path can have";
	if (/^(["'`]).*\1$/s.test(path)) return `is in quotes${use(path.slice(1, -1))}`;
	if (fileUrl.test(path)) return `is a URL${use(path.replace(fileUrl, ""))}`;
	if (/^[a-z][\w+.-]+:\/\//i.test(path)) return "is a URL. Set the path of a file on this machine";
	if (/^~(?:$|\\|[^/\\]+[/\\])/.test(path)) return "starts with ~, but not with ~/. Use ~/… or an absolute path";
	const meant = path.replaceAll(variable, (_, ...names) => meaningOf(names.find(Boolean)));
	if (meant !== path) return `contains a variable, which is not expanded here${use(meant.replace(/^~\\/, "~/"))}`;
	const [folder = "", ...commands] = commandFirst.exec(path) ?? [];
	if (folder !== "") return `starts with a command, which is not run here${commands.includes("pwd") ? use(path.slice(folder.length)) : ""}`;
	return /[${]\{/.test(path) ? "contains an expression, which is not evaluated here" : void 0;
}
function meaningOf(name) {
	const expression = /^(?:GITHUB|RUNNER)_/.test(name) ? name.replace("_", ".").toLowerCase() : `env.${name}`;
	return meanings[name.toUpperCase()] ?? `\${{ ${expression} }}`;
}
function use(path) {
	return path === "" || path.length > maxRepeated || path.includes("\n") ? "" : `. Use ${path}`;
}
// src/inputs/unevaluated.ts
const unevaluated = /^\$(?:env:)?[a-z_]\w*$|^%\w+%$|\{\{|\$\{(?:env:)?[a-z_]\w*\}|\$(?:env:)?(?:GITHUB|RUNNER)_\w|%(?:GITHUB|RUNNER)_\w+%/i;
function ruleAgainstVariables(text) {
	return unevaluated.test(text) ? "contains a variable or an expression, which is not evaluated here" : void 0;
}
function readSharedName(inputs) {
	const name = readName(inputs);
	if (name === void 0) inputs.addProblem(missing("ensure needs key-name, but it is empty"));
	return name;
}
function readOnePair(inputs) {
	const pair = readPair(inputs);
	if (pair === void 0) inputs.addProblem(missing("fetch needs key-name or key-pair-id, but both are empty"));
	return pair;
}
function readPairs(inputs) {
	const pair = readPair(inputs);
	const runId = inputs.text("run-id");
	if (runId === void 0) return pair;
	if (!/^\d{1,20}$/.test(runId)) inputs.refuse("run-id", "is not a workflow run ID (a number such as ${{ github.run_id }})");
	if (pair !== void 0) inputs.refuse("run-id", "cannot be combined with key-name or key-pair-id");
	return { runId };
}
function readRequiredPairs(inputs) {
	const pairs = readPairs(inputs);
	if (pairs === void 0) inputs.addProblem(missing("delete needs key-name, key-pair-id or run-id, but all are empty"));
	return pairs;
}
function readPairsToDescribe(inputs) {
	const pairs = readPairs(inputs);
	const filters = readFilters(inputs);
	if (pairs === void 0) return filters;
	for (const name of [
		"key-name-pattern",
		"key-fingerprint",
		"tags"
	]) if (inputs.text(name) !== void 0) inputs.refuse(name, "cannot be combined with key-name, key-pair-id or run-id", "");
	return pairs;
}
const fingerprintPattern = /^(?:[0-9a-f]{2}(?::[0-9a-f]{2}){15,31}|[A-Za-z0-9+/]{43}=)$/;
function readFilters(inputs) {
	const namePattern = inputs.text("key-name-pattern");
	if (namePattern !== void 0) checkPattern(inputs, namePattern);
	const fingerprint = inputs.text("key-fingerprint");
	if (fingerprint !== void 0 && !fingerprintPattern.test(fingerprint)) inputs.refuse("key-fingerprint", "is not a fingerprint as EC2 shows it");
	return {
		namePattern,
		fingerprint,
		tags: inputs.tags("tags", {
			reserved: () => false,
			max: 50
		})
	};
}
function checkPattern(inputs, pattern) {
	checkName(inputs, "key-name-pattern", pattern, 255);
	if (/^(?:[^\\]|\\[*?\\])*$/.test(pattern)) return;
	inputs.refuse("key-name-pattern", "has a stray backslash");
}
function readName(inputs) {
	const name = inputs.text("key-name");
	if (name === void 0) return void 0;
	checkName(inputs, "key-name", name, 255);
	return name;
}
function checkName(inputs, input, text, max) {
	if (!/^[\x20-\x7e]*$/.test(text)) inputs.refuse(input, "has characters other than printable ASCII");
	if (text.length > max) inputs.refuse(input, `is longer than ${max} characters`);
	const rule = ruleAgainstVariables(text);
	if (rule !== void 0) inputs.refuse(input, rule);
}
function readPair(inputs) {
	const keyName = readName(inputs);
	const keyPairId = inputs.text("key-pair-id");
	if (keyPairId === void 0) return keyName === void 0 ? void 0 : { keyName };
	if (!/^key-[0-9a-f]{8,32}$/.test(keyPairId)) inputs.refuse("key-pair-id", "is not a key pair ID such as key-0123456789abcdef0");
	if (keyName !== void 0) inputs.refuse("key-pair-id", "cannot be combined with key-name");
	return { keyPairId };
}
function missing(what) {
	return `${what}. Usually an expression evaluated to nothing: check the step's id for typos, and whether the runner dropped a job output because it contains a secret.`;
}
function readNewPair(operation, inputs) {
	return {
		tags: inputs.tags("tags", {
			reserved: _ownership_js__WEBPACK_IMPORTED_MODULE_0__.r,
			max: _ownership_js__WEBPACK_IMPORTED_MODULE_0__.a
		}),
		lifetime: readLifetime(operation, inputs),
		expiresAfter: inputs.duration("expires-after")
	};
}
function readNewName(inputs, run) {
	const exact = readName(inputs);
	const given = inputs.text("key-name-prefix");
	if (exact !== void 0) {
		if (given !== void 0) inputs.refuse("key-name-prefix", "cannot be combined with key-name");
		return { exact };
	}
	const prefix = given ?? `gha-${run.repository.slice(run.repository.lastIndexOf("/") + 1)}-`;
	checkName(inputs, "key-name-prefix", prefix, 245 - run.runId.length - run.attempt.length);
	return { prefix };
}
function readPublicKeySource(inputs) {
	const text = inputs.text("public-key");
	const path = readPath(inputs, "public-key-path");
	if (path !== void 0) {
		if (text !== void 0) inputs.refuse("public-key-path", "cannot be combined with public-key");
		return { path };
	}
	if (text !== void 0) return { text };
	inputs.addProblem("import needs public-key or public-key-path, but both are empty.");
}
function readLifetime(operation, inputs) {
	const chosen = inputs.choice("lifetime", [
		"job",
		"run",
		"persistent"
	]);
	const shared = sharedBy(operation, inputs);
	if (chosen === "job" && shared !== void 0) inputs.refuse("lifetime", `is not supported by ${shared}, because other jobs may rely on the key pair. Use run or persistent`);
	if (chosen !== void 0) return chosen;
	if (shared !== void 0) return "persistent";
	if (inputs.text("store") === void 0) return "job";
	return inputs.text("key-name") === void 0 ? "run" : "persistent";
}
function sharedBy(operation, inputs) {
	if (operation === "import" && inputs.text("key-name") !== void 0) return "import with key-name";
	return operation === "ensure" ? operation : void 0;
}
// src/inputs/private-key.ts
function readDestinations(inputs, { mayBeNone = false } = {}) {
	const path = readKeyPath(inputs);
	const format = inputs.choice("key-format", _formats_js__WEBPACK_IMPORTED_MODULE_1__.t);
	const store = inputs.text("store");
	const kmsKeyId = inputs.text("store-kms-key-id");
	if (kmsKeyId !== void 0 && store === void 0) inputs.refuse("store-kms-key-id", "needs store");
	const others = [
		...store === void 0 ? [] : [{
			kind: "store",
			store,
			kmsKeyId,
			required: true
		}],
		...inputs.flag("output-private-key") ? [{
			kind: "output",
			required: true
		}] : [],
		...inputs.flag("ssh-agent") ? [{
			kind: "agent",
			required: true
		}] : []
	];
	const passphrase = readPassphrase(inputs);
	if (path !== "none") {
		const required = path !== void 0;
		return [...others, {
			kind: "file",
			path,
			format: format ?? "pem",
			passphrase,
			required
		}];
	}
	for (const name of ["key-format", "passphrase"]) {
		if (inputs.text(name) === void 0) continue;
		inputs.refuse(name, "only applies to a file, and private-key-path: none disables it");
	}
	if (others.length === 0 && !mayBeNone) inputs.refuse("private-key-path", "discards the private key unless output-private-key or ssh-agent is true, or store is set. Set a path, or ssh-agent: true");
	return others;
}
function readSources(inputs) {
	const path = inputs.text("private-key-path");
	return path === void 0 || isNone(path) ? [] : [{
		kind: "file",
		path,
		passphrase: inputs.text("passphrase")
	}];
}
const minPassphrase = 8;
function readPassphrase(inputs) {
	const passphrase = inputs.text("passphrase");
	if (passphrase === void 0) return void 0;
	if (passphrase.length < minPassphrase) inputs.refuse("passphrase", `must have at least ${minPassphrase} characters`);
	if (/[\n\r\0]/.test(passphrase)) inputs.refuse("passphrase", "contains a line break, which no program can ask for. Save the secret without it");
	return passphrase;
}
function readKeyPath(inputs) {
	const path = readPath(inputs, "private-key-path");
	if (path === void 0) return void 0;
	if (/[\\/]$/.test(path)) inputs.refuse("private-key-path", "is a folder: add a file name");
	return isNone(path) ? "none" : path;
}
function isNone(path) {
	return path.toLowerCase() === "none";
}
// src/inputs/tag-forms.ts
const otherForm = /^(?:[[{<"']|--|-\s|[\w.-]+:\s|Key=.*,\s*Value=|ResourceType=.*,\s*Tags=|Name=tag:.*,\s*Values=)/i;
const namedPair = /(?:Key["']?\s*[=:]\s*|Name=tag:)["']?([^"',}\]]+)["']?\s*,\s*["']?Values?["']?\s*[=:]\s*["']?(.*?)(?:["',}\]]|\sKey=|$)/i;
const pair = /([\w.@/+-]+)["']?\s*[=:]\s*["']?([^"',}\]]*)/;
const oddValue = /[,;\s][\w.:/-]+\s*=|^(["']).*\1$/;
function isInOtherForm(line) {
	return otherForm.test(line);
}
function asKeyValue(text) {
	const [, key = "", value = ""] = namedPair.exec(text) ?? pair.exec(text) ?? [];
	return /^(?:key|value)?$/i.test(key) ? void 0 : `${key.trim()}=${value.trim()}`;
}
function isOddValue(value) {
	return oddValue.test(value);
}
// src/inputs/values.ts
const maxQuoted = 80;
const durationUnits = {
	m: 6e4,
	h: 36e5,
	d: 864e5
};
const durationPattern = /^([1-9]\d{0,4})([mhd])$/;
const regionPattern = /^[a-z]{2,5}(?:-[a-z]+)+-\d+$/;
function hasSecrets(raw, table = _table_js__WEBPACK_IMPORTED_MODULE_2__.t) {
	return Object.entries(table).some(([name, { secret }]) => secret === true && raw(name).trim() !== "");
}
function unknownInputs(names) {
	const known = Object.keys(_table_js__WEBPACK_IMPORTED_MODULE_2__.t).map((name) => name.toUpperCase());
	return names.filter((name) => !known.includes(name));
}
var InputValues = class {
	#raw;
	#table;
	#problems = [];
	#warnings = [];
	constructor(raw, table = _table_js__WEBPACK_IMPORTED_MODULE_2__.t) {
		this.#raw = raw;
		this.#table = table;
	}
	text(name) {
		const raw = this.#raw(name);
		const trimmed = raw.trim();
		if (trimmed === "") return void 0;
		return this.#table[name]?.verbatim === true ? raw : trimmed;
	}
	choice(name, values) {
		const text = this.text(name);
		if (text === void 0) return void 0;
		const known = values.find((value) => value === text.toLowerCase());
		if (known === void 0) this.refuse(name, `must be one of ${values.join(", ")}`);
		return known;
	}
	flag(name) {
		const text = this.text(name);
		if (text === void 0) return false;
		if (/^true$/i.test(text)) return true;
		if (!/^false$/i.test(text)) this.refuse(name, "must be true or false");
		return false;
	}
	duration(name) {
		const text = this.text(name);
		if (text === void 0) return void 0;
		const match = durationPattern.exec(text);
		if (match === null) {
			this.refuse(name, "is not a valid duration. Use minutes, hours or days: 30m, 12h, 7d");
			return;
		}
		return Number(match[1]) * durationUnits[match[2]];
	}
	region(name) {
		const text = this.text(name)?.toLowerCase();
		if (text === void 0 || regionPattern.test(text)) return text;
		this.refuse(name, "is not an AWS Region code such as eu-west-1");
	}
	tags(name, { reserved, max }) {
		const tags = new Map();
		const lines = this.#lines(name);
		if (lines.length > max) {
			this.refuse(name, `has more than the maximum of ${max} tags`, "");
			return [];
		}
		for (const line of lines) {
			const split = line.indexOf("=");
			const key = line.slice(0, split).trim();
			const value = line.slice(split + 1).trim();
			const rule = ruleAgainstVariables(value);
			if (isInOtherForm(line)) this.refuse(name, `is in the form of another tool. ${howToWrite(line)}`, line);
			else if (split < 1) this.refuse(name, "must have the form key=value", line);
			else if (tags.has(key)) this.refuse(name, "sets the same key twice", line);
			else if (key.length > 128) this.refuse(name, "has a key of more than 128 characters", line);
			else if (value.length > 256) this.refuse(name, "has a value of more than 256 characters", line);
			else if (/^aws:/i.test(key)) this.refuse(name, "starts with aws:, which is reserved by AWS", line);
			else if (reserved(key)) this.refuse(name, "is a tag that this action sets itself", line);
			else if (rule !== void 0) this.refuse(name, rule, line);
			else {
				tags.set(key, value);
				if (isOddValue(value)) this.#warnings.push(`${name}: the tag ${quoted(key)} has the value ${quoted(value)}. Write one key=value per line, without quotes.`);
			}
		}
		return [...tags].map(([key, value]) => ({
			key,
			value
		}));
	}
	refuseUnsupported(operation) {
		for (const [name, { takenBy, filledIn }] of Object.entries(this.#table)) {
			if (takenBy.includes(operation) || filledIn === true || this.#raw(name).trim() === "") continue;
			this.addProblem(`${name} is not supported by ${operation}, only by ${new Intl.ListFormat("en-US").format(takenBy)}.`);
		}
	}
	addProblem(sentence) {
		this.#problems.push(sentence);
	}
	refuse(name, rule, value = this.text(name) ?? "") {
		const isQuoted = value !== "" && this.#table[name]?.secret !== true;
		this.addProblem(isQuoted ? `${name}: ${quoted(value)} ${rule}.` : `${name} ${rule}.`);
	}
	complete(request, warn = () => void 0) {
		if (this.#problems.length === 0 && request !== void 0) {
			for (const warning of this.#warnings) warn(warning);
			return request;
		}
		throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.t("INVALID_INPUT", ["Invalid inputs:", ...this.#problems].join("\n"), { hint: "No request was sent to AWS. See \"Inputs\" in the README." });
	}
	#lines(name) {
		const text = this.text(name) ?? "";
		const lines = text.split(/[\r\n]/).map((line) => line.trim()).filter((line) => line !== "");
		return /^[[{]/.test(text) ? [lines.join(" ")] : lines;
	}
};
function howToWrite(line) {
	const written = line.length > maxQuoted ? void 0 : asKeyValue(line);
	return `Write one key=value per line${written === void 0 ? "" : `: ${written}`}`;
}
function quoted(value) {
	return value.length > maxQuoted ? `(${value.length} characters)` : `"${value}"`;
}
// src/inputs/read-request.ts
function readRequest(raw, run, problems = [], warn) {
	const inputs = new InputValues(raw);
	for (const problem of problems) inputs.addProblem(problem);
	const operation = inputs.choice("operation", _table_js__WEBPACK_IMPORTED_MODULE_2__.n);
	if (operation !== void 0 || inputs.text("operation") === void 0) inputs.refuseUnsupported(operation ?? "create");
	return inputs.complete(readFor(operation ?? "create", inputs, run), warn);
}
function readFor(operation, inputs, run) {
	const common = {
		region: inputs.region("aws-region"),
		dryRun: inputs.flag("dry-run"),
		needsArn: inputs.flag("output-key-pair-arn")
	};
	switch (operation) {
		case "create": return {
			operation,
			...common,
			...readNewPair(operation, inputs),
			name: readNewName(inputs, run),
			keyType: inputs.choice("key-type", ["rsa", "ed25519"]) ?? "rsa",
			generateOn: inputs.choice("generate-on", ["ec2", "runner"]) ?? "ec2",
			destinations: readDestinations(inputs)
		};
		case "ensure": {
			const keyName = readSharedName(inputs);
			const rest = {
				...common,
				...readNewPair(operation, inputs),
				keyType: inputs.choice("key-type", ["rsa", "ed25519"]),
				generateOn: inputs.choice("generate-on", ["ec2", "runner"]) ?? "ec2",
				sources: readSources(inputs),
				destinations: readDestinations(inputs)
			};
			return keyName === void 0 ? void 0 : {
				operation,
				keyName,
				...rest
			};
		}
		case "import": {
			const publicKey = readPublicKeySource(inputs);
			const rest = {
				...common,
				...readNewPair(operation, inputs),
				name: readNewName(inputs, run)
			};
			return publicKey && {
				operation,
				publicKey,
				...rest
			};
		}
		case "fetch": {
			const pair = readOnePair(inputs);
			const rest = {
				...common,
				sources: readSources(inputs),
				destinations: readDestinations(inputs, { mayBeNone: true })
			};
			return pair && {
				operation,
				pair,
				...rest
			};
		}
		case "describe": return {
			operation,
			...common,
			pairs: readPairsToDescribe(inputs)
		};
		case "delete": {
			const pairs = readRequiredPairs(inputs);
			const ifInUse = inputs.choice("if-in-use", [
				"ignore",
				"warn",
				"fail"
			]) ?? "ignore";
			const rest = {
				...common,
				ifInUse,
				force: inputs.flag("force")
			};
			return pairs && {
				operation,
				pairs,
				...rest
			};
		}
	}
}
// src/main.ts
const shortestPrivateKey = 64;
const step = (0,_failure_js__WEBPACK_IMPORTED_MODULE_4__.t)();
(0,_failure_js__WEBPACK_IMPORTED_MODULE_4__.i)();
const state = (0,_state_js__WEBPACK_IMPORTED_MODULE_7__.t)();
try {
	if (hasSecrets(_workflow_js__WEBPACK_IMPORTED_MODULE_6__.a)) await (0,_workflow_js__WEBPACK_IMPORTED_MODULE_6__.u)((await __webpack_require__.e(/* import() */ 5678).then(__webpack_require__.bind(__webpack_require__, 5678))).secretValues(_workflow_js__WEBPACK_IMPORTED_MODULE_6__.a));
	const names = (0,_workflow_js__WEBPACK_IMPORTED_MODULE_6__.n)();
	if (names.some((name) => (0,_workflow_js__WEBPACK_IMPORTED_MODULE_6__.a)(name).length >= shortestPrivateKey)) await (await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(9724)]).then(__webpack_require__.bind(__webpack_require__, 101))).refusePrivateKeys(names, _workflow_js__WEBPACK_IMPORTED_MODULE_6__.a, _workflow_js__WEBPACK_IMPORTED_MODULE_6__.u);
	await execute(readRequest(_workflow_js__WEBPACK_IMPORTED_MODULE_6__.a, (0,_workflow_js__WEBPACK_IMPORTED_MODULE_6__.l)(), await problemsOf(names), _log_js__WEBPACK_IMPORTED_MODULE_5__.t.warning));
	step.completed();
} catch (error) {
	(0,_failure_js__WEBPACK_IMPORTED_MODULE_4__.r)(error);
}
state.end();
await (0,_failure_js__WEBPACK_IMPORTED_MODULE_4__.o)();
async function problemsOf(names) {
	const unknown = unknownInputs(names);
	const problems = unknown.length === 0 ? [] : (await __webpack_require__.e(/* import() */ 2429).then(__webpack_require__.bind(__webpack_require__, 2429))).misspellings(unknown, _workflow_js__WEBPACK_IMPORTED_MODULE_6__.a);
	if ((0,_workflow_js__WEBPACK_IMPORTED_MODULE_6__.a)("store") === "") return problems;
	return [...problems, ...(await __webpack_require__.e(/* import() */ 5854).then(__webpack_require__.bind(__webpack_require__, 5854))).storeProblems(_workflow_js__WEBPACK_IMPORTED_MODULE_6__.a)];
}
async function execute(request) {
	const { run } = await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(4018)]).then(__webpack_require__.bind(__webpack_require__, 4018));
	switch (request.operation) {
		case "create": return run((await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(3574)]).then(__webpack_require__.bind(__webpack_require__, 5425))).create, request, state);
		case "ensure": return run((await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(9900), __webpack_require__.e(6189)]).then(__webpack_require__.bind(__webpack_require__, 6189))).ensure, request, state);
		case "import": return run((await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(6971)]).then(__webpack_require__.bind(__webpack_require__, 8618))).importOperation, request, state);
		case "fetch": return run((await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(9900), __webpack_require__.e(2931)]).then(__webpack_require__.bind(__webpack_require__, 2931))).fetch, request, state);
		case "describe": return run((await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(9900), __webpack_require__.e(9822)]).then(__webpack_require__.bind(__webpack_require__, 9822))).describe, request, state);
		case "delete": return run((await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(2802)]).then(__webpack_require__.bind(__webpack_require__, 7430))).deleteOperation, request, state);
		default: return request;
	}
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

}),

8826:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => maxUserTags,
c: () => tagValue,
i: () => managedBy,
l: () => tagsOfNewPair,
n: () => isManaged,
o: () => prefix,
r: () => isReservedTag,
s: () => tagKeys,
t: () => filtersOfRun
});
// src/ownership.ts
const managedBy = {
	key: "managed-by",
	value: "ec2-key-pair-action"
};
const prefix = "ec2-key-pair-action:";
const tagKeys = {
	managedBy: managedBy.key,
	repository: `${prefix}repository`,
	run: `${prefix}run`,
	job: `${prefix}job`,
	lifetime: `${prefix}lifetime`,
	nonce: `${prefix}nonce`,
	store: `${prefix}store`,
	expiresAt: `${prefix}expires-at`
};
const maxUserTags = 50 - Object.keys(tagKeys).length;
function isReservedTag(key) {
	return key === managedBy.key || key.startsWith("ec2-key-pair-action:");
}
function tagsOfNewPair({ run, lifetime, nonce, expiresAt }, own) {
	return [
		managedBy,
		{
			key: tagKeys.repository,
			value: tagValue(run.repository)
		},
		{
			key: tagKeys.run,
			value: tagValue(`${run.runId}/${run.attempt}`)
		},
		{
			key: tagKeys.job,
			value: tagValue(run.job)
		},
		{
			key: tagKeys.lifetime,
			value: lifetime
		},
		{
			key: tagKeys.nonce,
			value: nonce
		},
		...expiresAt ? [{
			key: tagKeys.expiresAt,
			value: expiresAt.toISOString()
		}] : [],
		...own
	];
}
function isManaged(tags, { repository }) {
	return tags.get(managedBy.key) === managedBy.value && tags.get(tagKeys.repository) === tagValue(repository);
}
function filtersOfRun(runId, { repository }) {
	return [
		managedBy,
		{
			key: tagKeys.repository,
			value: tagValue(repository)
		},
		{
			key: tagKeys.run,
			startsWith: `${runId}/`
		}
	];
}
function tagValue(text) {
	return text.replace(/[^\p{L}\p{N} _.:/=+\-@]/gu, "_").slice(0, 256);
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

8695:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => operations,
t: () => inputTable
});
// src/inputs/table.ts
const inputTable = {
	"operation": {
		"takenBy": [
			"create",
			"ensure",
			"import",
			"fetch",
			"describe",
			"delete"
		],
		"filledIn": true
	},
	"key-name": { "takenBy": [
		"create",
		"ensure",
		"import",
		"fetch",
		"describe",
		"delete"
	] },
	"key-name-prefix": { "takenBy": ["create", "import"] },
	"key-pair-id": { "takenBy": [
		"fetch",
		"describe",
		"delete"
	] },
	"key-name-pattern": { "takenBy": ["describe"] },
	"key-fingerprint": { "takenBy": ["describe"] },
	"run-id": { "takenBy": ["describe", "delete"] },
	"key-type": { "takenBy": ["create", "ensure"] },
	"generate-on": { "takenBy": ["create", "ensure"] },
	"key-format": { "takenBy": ["create", "ensure"] },
	"public-key": { "takenBy": ["import"] },
	"public-key-path": { "takenBy": ["import"] },
	"tags": {
		"takenBy": [
			"create",
			"ensure",
			"import",
			"describe"
		],
		"list": true
	},
	"lifetime": { "takenBy": [
		"create",
		"ensure",
		"import"
	] },
	"expires-after": { "takenBy": [
		"create",
		"ensure",
		"import"
	] },
	"private-key-path": { "takenBy": [
		"create",
		"ensure",
		"fetch"
	] },
	"passphrase": {
		"takenBy": [
			"create",
			"ensure",
			"fetch"
		],
		"secret": true,
		"verbatim": true
	},
	"output-private-key": { "takenBy": [
		"create",
		"ensure",
		"fetch"
	] },
	"ssh-agent": { "takenBy": [
		"create",
		"ensure",
		"fetch"
	] },
	"store": { "takenBy": ["create", "ensure"] },
	"store-kms-key-id": { "takenBy": ["create", "ensure"] },
	"output-key-pair-arn": { "takenBy": [
		"create",
		"ensure",
		"import",
		"fetch"
	] },
	"aws-region": { "takenBy": [
		"create",
		"ensure",
		"import",
		"fetch",
		"describe",
		"delete"
	] },
	"if-in-use": { "takenBy": ["delete"] },
	"force": { "takenBy": ["delete"] },
	"dry-run": { "takenBy": [
		"create",
		"ensure",
		"import",
		"fetch",
		"describe",
		"delete"
	] }
};
const operations = [
	"create",
	"ensure",
	"import",
	"fetch",
	"describe",
	"delete"
];

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
