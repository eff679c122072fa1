const os = process.getBuiltinModule("node:os");
const crypto = process.getBuiltinModule("node:crypto");
const fs = process.getBuiltinModule("node:fs");
const { createHash } = process.getBuiltinModule("node:crypto");
const { EOL, homedir, tmpdir, userInfo } = process.getBuiltinModule("node:os");
const path = process.getBuiltinModule("node:path");
const { sep } = path;
const { appendFileSync, closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, readSync, readdirSync } = process.getBuiltinModule("node:fs");
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
	expiresAt: `${prefix}expires-at`,
	rotation: `${prefix}rotation`
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
			value: runTagOf(run)
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
function runTagOf({ runId, attempt }) {
	return tagValue(`${runId}/${attempt}`);
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
	return (/^[\w .:/=+\-@]*$/.test(text) ? text : replaceRejected(text)).slice(0, 256);
}
function replaceRejected(text) {
	return text.replace(/[^\p{L}\p{N} _.:/=+\-@]/gu, "_");
}
// src/keys/formats.ts
const keyFormats = {
	async pem({ passphrase }) {
		if (passphrase === void 0) return ({ pem }) => ({
			text: pem,
			masks: []
		});
		const { encodeEncryptedOpenSsh } = await import("./encrypted-keys.js");
		return (key, { comment }) => encodeEncryptedOpenSsh(key, {
			comment,
			passphrase
		});
	},
	openssh: async () => (await import("./formats.js")).encodeOpenSsh,
	async ppk({ passphrase }) {
		if (passphrase === void 0) return (await import("./formats.js")).encodePpk;
		const { encodePpkWithPassphrase } = await import("./formats.js");
		return (key, { comment }) => encodePpkWithPassphrase(key, {
			comment,
			passphrase
		});
	}
};
const fileFormats = ["pem", "ppk"];
// src/inputs/table.ts
const inputTable = {
	"operation": {
		"takenBy": [
			"create",
			"ensure",
			"import",
			"fetch",
			"describe",
			"rotate",
			"delete",
			"sweep"
		],
		"filledIn": true
	},
	"key-name": { "takenBy": [
		"create",
		"ensure",
		"import",
		"fetch",
		"describe",
		"rotate",
		"delete"
	] },
	"key-name-prefix": { "takenBy": ["create", "import"] },
	"key-pair-id": { "takenBy": [
		"fetch",
		"describe",
		"rotate",
		"delete"
	] },
	"key-name-pattern": { "takenBy": ["describe"] },
	"key-fingerprint": { "takenBy": ["describe"] },
	"run-id": { "takenBy": ["describe", "delete"] },
	"key-type": { "takenBy": [
		"create",
		"ensure",
		"rotate"
	] },
	"generate-on": { "takenBy": ["create", "ensure"] },
	"key-format": { "takenBy": [
		"create",
		"ensure",
		"rotate"
	] },
	"public-key": { "takenBy": ["import", "rotate"] },
	"public-key-path": { "takenBy": ["import", "rotate"] },
	"tags": {
		"takenBy": [
			"create",
			"ensure",
			"import",
			"describe",
			"rotate",
			"sweep"
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
		"import",
		"rotate"
	] },
	"private-key-path": { "takenBy": [
		"create",
		"ensure",
		"fetch",
		"rotate"
	] },
	"passphrase": {
		"takenBy": [
			"create",
			"ensure",
			"fetch",
			"rotate"
		],
		"secret": true,
		"verbatim": true
	},
	"output-private-key": { "takenBy": [
		"create",
		"ensure",
		"fetch",
		"rotate"
	] },
	"ssh-agent": { "takenBy": [
		"create",
		"ensure",
		"fetch",
		"rotate"
	] },
	"store": { "takenBy": [
		"create",
		"ensure",
		"rotate"
	] },
	"store-kms-key-id": { "takenBy": [
		"create",
		"ensure",
		"rotate"
	] },
	"update-instances": { "takenBy": ["rotate"] },
	"update-instances-policy": { "takenBy": ["rotate"] },
	"output-key-pair-arn": { "takenBy": [
		"create",
		"ensure",
		"import",
		"fetch",
		"rotate"
	] },
	"aws-region": {
		"takenBy": [
			"create",
			"ensure",
			"import",
			"fetch",
			"describe",
			"rotate",
			"delete",
			"sweep"
		],
		"list": true
	},
	"role-to-assume": { "takenBy": [
		"create",
		"ensure",
		"import",
		"fetch",
		"describe",
		"rotate",
		"delete",
		"sweep"
	] },
	"repository": {
		"takenBy": ["sweep"],
		"list": true
	},
	"older-than": { "takenBy": ["sweep"] },
	"github-token": {
		"takenBy": ["sweep"],
		"filledIn": "${{ github.token }}",
		"secret": true
	},
	"if-in-use": { "takenBy": ["delete", "sweep"] },
	"force": { "takenBy": ["rotate", "delete"] },
	"dry-run": { "takenBy": [
		"create",
		"ensure",
		"import",
		"fetch",
		"describe",
		"rotate",
		"delete",
		"sweep"
	] }
};
const operations = [
	"create",
	"ensure",
	"import",
	"fetch",
	"describe",
	"rotate",
	"delete",
	"sweep"
];
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
	process.stdout.write(cmd.toString() + os.EOL);
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
	if (!fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs.appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os.EOL}${convertedValue}${os.EOL}${delimiter}`;
}
var ExitCode;
(function(ExitCode) {
	ExitCode[ExitCode["Success"] = 0] = "Success";
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function exportVariable$1(name, val) {
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
function setOutput$1(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os.EOL);
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
	process.stdout.write(message + os.EOL);
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
	log.warning(annotationOf(`Cleanup failed: ${message.replace(/\.$/, "")}.`, hintOf$1(error)));
}
function reportFailure(error) {
	const { message, hint, details, code } = error instanceof KeyPairError ? error : unexpectedError(error);
	log.error(annotationOf(message, hint));
	if (details !== void 0) log.info(details);
	log.debug(`Code ${code}.`);
}
function annotationOf(message, hint) {
	const lines = hint === void 0 ? "" : `\n${hint}`;
	const room = Math.max(maxAnnotation - lines.length, 0);
	if (message.length <= room) return `${message}${lines}`;
	log.info(message);
	return `${message.slice(0, room)}…${lines}`;
}
function hintOf$1(error) {
	return error instanceof KeyPairError ? error.hint : void 0;
}
// src/runner/command-file.ts
function commandFile(variable) {
	const file = process.env[variable];
	if (file) return file;
	throw new KeyPairError("NO_RUNNER", `${variable} is not set, so this is not a step of a workflow.`, { hint: "Run this action from a workflow, on a runner of version 2.327 or newer." });
}
function isSiblingOf(ownFile, file) {
	if (file === ownFile) return file !== "";
	const prefix = ownFile.slice(0, ownFile.lastIndexOf("_") + 1);
	return path.basename(prefix).length > 1 && path.dirname(file) === path.dirname(ownFile) && file.startsWith(prefix) && /^[\w-]+$/.test(file.slice(prefix.length));
}
function toRunner(target, write) {
	commandFile(target);
	try {
		write();
	} catch (error) {
		throw error instanceof KeyPairError ? error : notWritable(`the runner's file for ${target}`, error);
	}
}
function notWritable(what, error) {
	return new KeyPairError("RUNNER_FILE_NOT_WRITABLE", `Cannot write ${what} (${error instanceof Error && "code" in error ? String(error.code) : "it does not exist"}).`, {
		hint: "Either the disk with the runner's temp folder is full (ENOSPC), or this step's user cannot write to it (EACCES): an earlier step removed it or changed its owner, or the image of the job's container sets another user than the runner's (then set `options: --user 0` for the container). The runner reads the results of this step from there.",
		cause: error
	});
}
// src/runner/masks.ts
function registerMasks(values) {
	const text = `${["", ...values.map((value) => `::add-mask::${escaped(value)}`)].join(EOL)}${EOL}`;
	return new Promise((resolve, reject) => {
		process.stdout.write(text, (error) => error ? reject(notWritable("standard output, which the runner reads", error)) : resolve());
	});
}
function escaped(value) {
	return value.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
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
	return createHash("sha256").update(JSON.stringify(inputs)).digest("hex").slice(0, 8);
}
function startOf(pid) {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
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
	let process;
	const save = (next, hasEnded = false) => {
		if (failure !== void 0) throw failure;
		try {
			process ??= thisProcess(commandFile("GITHUB_STATE"));
			toRunner("GITHUB_STATE", () => saveState(stateName, {
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
// src/runner/workflow.ts
const rawInput = (name) => getInput(name, { trimWhitespace: false });
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
function apiUrl() {
	return process.env["GITHUB_API_URL"] || "https://api.github.com";
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
	return tmpdir();
}
function tempFolder() {
	return process.env["RUNNER_TEMP"] || systemTemp();
}
const nowhere = "/nonexistent";
function allowNoHome() {
	try {
		if (!path.isAbsolute(homedir())) process.env["HOME"] = userInfo().homedir;
	} catch {
		process.env["HOME"] = nowhere;
	}
}
function homeFolder() {
	allowNoHome();
	const home = homedir();
	if (home !== nowhere) return home;
	throw new KeyPairError("NO_HOME", "HOME is not set, and this user has no home folder.", { hint: "Set HOME for the job, or use an absolute path instead of ~/." });
}
function required(variable) {
	const value = process.env[variable];
	if (value) return value;
	throw noRunner(`${variable} is not set`);
}
function noRunner(why) {
	return new KeyPairError("NO_RUNNER", `${why}, so this is not a step of a workflow.`, { hint: "Run this action from a workflow." });
}
function keepsFiles() {
	return process.env["RUNNER_ENVIRONMENT"] !== "github-hosted";
}
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
// src/ledger/ledger.ts
function writeFact(ledger, claim, fact, record) {
	ledger.append(`claim-${claim}-${fact}`, JSON.stringify(record ?? true));
}
function writeKept(ledger, claims) {
	if (claims.length > 0) ledger.append(`claim-${claims.join("-")}-kept`, "true");
}
// src/ledger/release.ts
async function releaseLastFirst(claims, ledger) {
	const byRegion = new Map();
	for (const claim of claims.toReversed()) {
		const region = "region" in claim.record ? claim.record.region : void 0;
		byRegion.set(region, [...byRegion.get(region) ?? [], claim]);
	}
	const groups = [...byRegion.keys()].filter((region) => region !== void 0).length > 1 ? [...byRegion.values()] : [claims.toReversed()];
	return (await Promise.all(groups.map((group) => releaseInOrder(group, ledger)))).flat();
}
async function releaseInOrder(claims, ledger) {
	const outcomes = [];
	let isKept = false;
	for (const claim of claims) {
		if (isKept && claim.kind.isOfJob !== true) continue;
		const outcome = await releaseClaim(claim, ledger);
		outcomes.push(outcome);
		isKept ||= outcome.keepsEarlier === true;
	}
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
function hintOf(open) {
	return open.outcome === "left" ? open.hint : void 0;
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
// src/ledger/shell-word.ts
const usual = sep === "\\" ? "PowerShell" : "bash";
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
// src/runner/summary.ts
const maxUnwrapped = 24;
function writeSummary(summary) {
	try {
		appendFileSync(commandFile("GITHUB_STEP_SUMMARY"), `${htmlOf(summary).join(EOL)}${EOL}`);
	} catch (error) {
		log.debug(`The job summary could not be written: ${error instanceof Error ? error.message : "unknown"}`);
	}
}
function htmlOf({ heading, subject, columns, rows, notes = [] }) {
	const about = subject === void 0 ? "" : `: ${code(subject)}`;
	const html = [`<h3>${escapeHtml(heading)}${about}</h3>`, ""];
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
	return `<th align="left" nowrap>${escapeHtml(text)}</th>`;
}
function cell(content) {
	if (typeof content === "string") return proseCell(content);
	const { value, note = "", url } = content;
	if (value === "") return "<td></td>";
	return `<td>${url === void 0 ? code(value) : `<a href="${escapeHtml(url)}">${code(value)}</a>`}${note === "" ? "" : ` (${escapeHtml(note)})`}</td>`;
}
function proseCell(text) {
	return `${text !== "" && text.length <= maxUnwrapped ? "<td nowrap>" : "<td>"}${escapeHtml(text)}</td>`;
}
function code(value) {
	return `<code>${escapeHtml(value)}</code>`;
}
function noteLines(note) {
	if (typeof note === "string") return [`<p>${escapeHtml(note)}</p>`];
	return [`<p>${escapeHtml(note.text)}</p>`, `<pre>${code(note.command)}</pre>`];
}
// src/runner/outputs.ts
function setOutput(name, value) {
	toRunner("GITHUB_OUTPUT", () => setOutput$1(name, value));
}
function setOutputs(outputs) {
	for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}
function outputFile() {
	return commandFile("GITHUB_OUTPUT");
}
function isOutputFile(file) {
	return isSiblingOf(process.env["GITHUB_OUTPUT"] ?? "", file);
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
const absolutePath = (value) => typeof value === "string" && path.isAbsolute(value);
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
// src/destinations/agent/agent-record.ts
const ownSocket = /[\\/]ssh-agent-[0-9a-f]{8}[\\/]socket$/;
function parseAgentRecord(value) {
	const record = parseFields(value);
	return record?.startedBy === "this-step" && !ownSocket.test(record.socket) ? void 0 : record;
}
const parseFields = recordParser("agent", {
	socket: absolutePath,
	startedBy: matching(/^(this-step|others)$/),
	publicKey: optional(matching(/^ssh-(rsa|ed25519) [\w+/]+=*$/))
});
// src/destinations/file/file-record.ts
const maxKeyFileBytes = 65536;
function keyHashOf({ blob }) {
	return createHash("sha256").update(blob).digest("hex");
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
const parseFileRecord = recordParser("file", {
	path: absolutePath,
	temporary: absolutePath,
	folders: listOf(absolutePath),
	identity: optional(matching(/^\d+:\d+:\d+$/)),
	keyHash: optional(matching(/^[0-9a-f]{64}$/)),
	inPlace: optional(isTrue)
}, ({ path: target, temporary }) => temporaryName.test(path.relative(path.dirname(target), temporary)));
// src/destinations/file/replaced-file-record.ts
const keptName = /^\.ec2-key-pair-old-[0-9a-f]{16}$/;
const parseReplacedFileRecord = recordParser("replaced-file", {
	path: absolutePath,
	kept: absolutePath,
	over: optional(isTrue)
}, ({ path: target, kept }) => keptName.test(path.relative(path.dirname(target), kept)));
// src/inputs/role-arn.ts
const roleArn = /^arn:aws(?:-[a-z]{1,8}){0,3}:iam::\d{12}:role(?:\/[!-.0-~]{1,512}){0,8}\/[\w+=,.@-]{1,64}$/;
// src/destinations/kinds.ts
const destinationKinds = {
	store: {
		parse: recordParser("store", {
			...nonEmptyFields("reference", "region", "endpoint", "keyPairId", "nonce", "credentials", "account"),
			source: optional(nonEmpty),
			role: optional(matching(roleArn)),
			confirmed: optional(isTrue)
		}),
		open: async (...args) => (await import("./stores.js")).openStoreDestination(...args)
	},
	output: {
		parse: recordParser("output", {
			path: absolutePath,
			filled: optional(isTrue)
		}),
		open: async (...args) => (await import("./output.js")).openOutput(...args),
		release: async (record) => (await import("./output.js")).releaseOutput(record)
	},
	agent: {
		parse: parseAgentRecord,
		open: async (...args) => (await import("./agent.js")).openAgent(...args),
		release: async (...args) => (await import("./agent.js")).releaseAgent(...args)
	},
	file: {
		parse: parseFileRecord,
		open: async (...args) => (await import("./create.js")).openFile(...args),
		release: async (record) => (await import("./release.js")).releaseFile(record)
	}
};
const otherKinds = { "replaced-file": {
	parse: parseReplacedFileRecord,
	release: async (record) => (await import("./rotate.js")).releaseReplacedFile(record)
} };
function openDestination(request, pair, context) {
	return openKind(request.kind, request, pair, context);
}
function openKind(kind, request, pair, context) {
	return destinationKinds[kind].open(request, pair, context);
}
async function openSource(request, folders) {
	const { keyFileSource } = await import("./given-file.js");
	return keyFileSource(request, folders);
}
// src/ec2/key-pair-record.ts
const keyPairIdPattern = /^key-[0-9a-f]+$/;
const parseKeyPairRecord = recordParser("key-pair", {
	...nonEmptyFields("region", "keyName", "nonce", "credentials", "account", "endpoint"),
	source: optional(nonEmpty),
	role: optional(matching(roleArn)),
	keyPairId: optional(matching(keyPairIdPattern)),
	unanswered: optional(Number.isSafeInteger)
});
// src/ec2/rotation-record.ts
const instanceIdPattern = /^i-[\w-]{1,64}$/;
const areInstanceIds = listOf(matching(instanceIdPattern));
const fields = {
	...nonEmptyFields("region", "keyName", "nonce", "credentials", "account", "endpoint", "newNonce"),
	source: optional(nonEmpty),
	role: optional(matching(roleArn)),
	unanswered: optional(Number.isSafeInteger),
	oldKeyPairId: matching(keyPairIdPattern)
};
const parseRotationRecord = recordParser("rotation", {
	...fields,
	keyPairId: optional(matching(keyPairIdPattern)),
	swapping: optional(isTrue),
	over: optional(isTrue),
	ofJob: optional(isTrue),
	instances: optional((value) => value === "all" || areInstanceIds(value))
});
const parseSwapRecord = recordParser("swap", {
	...fields,
	keyPairId: matching(keyPairIdPattern)
});
function journalIn(record) {
	const { swapping: _, over: __, ofJob: ___, instances: ____, ...rest } = record;
	const { oldKeyPairId: _____, newNonce: ______, ...journal } = rest;
	return {
		...journal,
		kind: "key-pair"
	};
}
// src/runner/child-processes.ts
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
	const socket = process.env["SSH_AUTH_SOCK"] ?? "";
	return path.isAbsolute(socket) ? socket : void 0;
}
function exportVariable(name, value) {
	toRunner("GITHUB_ENV", () => exportVariable$1(name, value));
}
// src/step/proxy-passwords.ts
async function maskProxyPasswords(variables) {
	if (!Object.keys(variables).some((name) => /_proxy$/i.test(name))) return;
	const { proxySecrets } = await import("./network.js");
	const secrets = proxySecrets(variables);
	if (secrets.length > 0) await registerMasks(secrets);
}
// src/step/claim-kinds.ts
function claimKinds(open, isOutputFile) {
	const { output, agent, store, ...otherDestinations } = destinationKinds;
	const context = {
		childEnvironment: childEnvironment(),
		temp: tempFolder(),
		endAgents: endAgentsAt
	};
	return {
		"key-pair": {
			parse: parseKeyPairRecord,
			release: async (record) => (await import("./release.js")).releaseKeyPair(record, open)
		},
		rotation: {
			parse: parseRotationRecord,
			release: async (record) => (await import("./rotate.js")).releaseRotation(record, open)
		},
		swap: {
			parse: parseSwapRecord,
			release: async (record) => (await import("./rotate.js")).releaseSwap(record, open)
		},
		output: {
			...output,
			isOfJob: true,
			parse(value) {
				const record = output.parse(value);
				return record !== void 0 && isOutputFile(record.path) ? record : void 0;
			}
		},
		agent: {
			...agent,
			isOfJob: true,
			release: (record) => agent.release(record, context)
		},
		store: {
			...store,
			release: async (record) => (await import("./stores.js")).releaseCopy(record, open)
		},
		...otherDestinations,
		...otherKinds
	};
}
async function endAgentsAt(socket) {
	const { endAgents } = await import("./agent.js");
	return endAgents(socket);
}
async function openKeyPairs(region, policy, role) {
	const { openKeyPairSession } = await import("./aws.js");
	allowNoHome();
	await maskProxyPasswords(process.env);
	return {
		...await unlessAborted(openKeyPairSession(region, policy, process.env, void 0, role), policy.signal),
		run: workflowRun()
	};
}
function openForCleanup(policy) {
	return async (region, recorded) => {
		const { role } = recorded;
		if (role === void 0) return openKeyPairs(region, policy);
		const { openWithRole } = await import("./github-role.js");
		return openWithRole({
			...recorded,
			role
		}, policy, (assumed) => openKeyPairs(region, policy, assumed));
	};
}
// src/step/retry-policies.ts
const lookFor = 3e3;
const timesOfMain = {
	usual: {
		limit: 9e4,
		total: 6e4
	},
	withInstances: {
		limit: 6e5,
		total: 57e4
	}
};
const timeOfPost = 22e3;
const timeForRole = {
	main: 4e4,
	post: 1e4
};
function mainRetryPolicy(onRetry = printReasons(), time = "usual") {
	const { limit, total } = timesOfMain[time];
	const outOfTime = new AbortController();
	setTimeout(() => outOfTime.abort(), limit).unref();
	return {
		total,
		base: 200,
		cap: 5e3,
		insistFor: 1e4,
		lookFor,
		searchFor: 0,
		signal: outOfTime.signal,
		onRetry
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
		const { retryNotice } = await import("./explanations.js");
		const notice = `${retryNotice(error, service)} Retrying for up to ${within / 1e3} s.`;
		if (!printed.has(notice)) log.info(notice);
		printed.add(notice);
	};
}
// src/regular-file.ts
function withOpenFile(target, flags, work, noFollow) {
	const descriptor = openNoFollow(target, flags | constants.O_NONBLOCK, noFollow);
	try {
		return work(descriptor);
	} finally {
		closeSync(descriptor);
	}
}
function openNoFollow(target, flags, noFollow = constants.O_NOFOLLOW ?? 0) {
	if (noFollow === 0 && lstatSync(target).isSymbolicLink()) throw Object.assign(new Error(`${target} is a symbolic link`), { code: "ELOOP" });
	return openSync(target, flags | noFollow);
}
function readSmallRegularFile(target, maxBytes) {
	const descriptor = openNoFollow(target, constants.O_RDONLY | constants.O_NONBLOCK);
	try {
		const stats = fstatSync(descriptor, { bigint: true });
		if (!stats.isFile()) return { problem: "not-regular" };
		if (stats.size > maxBytes) return { problem: "too-large" };
		const bytes = readAtMost(descriptor, maxBytes + 1);
		return bytes.length > maxBytes ? { problem: "too-large" } : {
			bytes,
			stats
		};
	} finally {
		closeQuietly(descriptor);
	}
}
function closeQuietly(descriptor) {
	try {
		closeSync(descriptor);
	} catch {}
}
function readAtMost(descriptor, most) {
	const pieces = [];
	for (let left = most; left > 0;) {
		const piece = Buffer.alloc(Math.min(left, 65536));
		const length = readSync(descriptor, piece);
		if (length === 0) break;
		pieces.push(piece.subarray(0, length));
		left -= length;
	}
	return Buffer.concat(pieces);
}
// src/runner/processes.ts
function processNumbers() {
	try {
		return readdirSync("/proc").map(Number).filter(Number.isInteger);
	} catch {
		return [];
	}
}
function stringsIn(file) {
	try {
		return readFileSync(file, "utf8").split("\0");
	} catch {
		return [];
	}
}
function trySignal(pid, signal) {
	try {
		return process.kill(pid, signal);
	} catch {
		return false;
	}
}
export { KeyPairError, agentSocket, allowNoHome, apiUrl, assumeFailure, beginState, childEnvironment, claimKinds, continuedLedger, endAtOnce, endProcess, exportVariable, fileFormats, filtersOfRun, hasCode, hintOf, identityOf, inputNames, inputTable, inputsMark, instanceIdPattern, isManaged, isOutputFile, isReleased, isReservedTag, isSameNumber, isSiblingOf, jobFolders, journalIn, keepsFiles, keyFormats, keyHashOf, keyPairIdPattern, log, mainRetryPolicy, managedBy, maskProxyPasswords, maxKeyFileBytes, maxUserTags, nameAndMessage, notWritable, openDestination, openForCleanup, openKeyPairs, openSource, operations, outputFile, ownInputs, parseState, postRetryPolicy, prefix, printReasons, processNumbers, rawInput, readLedger, readSmallRegularFile, registerMasks, releaseClaim, releaseLastFirst, removeCommand, reportAsWarning, reportFailure, roleArn, runTagOf, saveState, sentenceOf, setOutput, setOutputs, shellWord, startOf, stateName, stepId, stringsIn, surviveClosedLog, systemTemp, tagKeys, tagValue, tagsOfNewPair, timeForRole, toRunner, trialLinkOf, trySignal, undoneOf, unexpectedError, unlessAborted, unreleased, withOpenFile, workflowRun, writeFact, writeKept, writeSummary };
