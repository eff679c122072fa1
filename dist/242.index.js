export const id = 242;
export const ids = [242];
export const modules = {

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

9242:
((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9278);
var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(481);
var _log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9329);
var _workflow_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7386);

// src/contract/input-table.ts
const operations = [
	"create",
	"ensure",
	"import",
	"fetch",
	"describe",
	"delete"
];
const inputTable = {
	operation: {
		takenBy: operations,
		fallback: "create"
	},
	"key-name": { takenBy: operations },
	"key-name-prefix": {
		takenBy: ["create", "import"],
		fallback: "gha-<repository>-"
	},
	"key-pair-id": { takenBy: [
		"fetch",
		"describe",
		"delete"
	] },
	"run-id": { takenBy: ["describe", "delete"] },
	"key-type": {
		takenBy: ["create", "ensure"],
		fallback: "rsa when a pair is made"
	},
	"key-format": {
		takenBy: ["create", "ensure"],
		fallback: "pem"
	},
	"public-key": { takenBy: ["import"] },
	"public-key-path": { takenBy: ["import"] },
	tags: { takenBy: [
		"create",
		"ensure",
		"import",
		"describe"
	] },
	lifetime: {
		takenBy: [
			"create",
			"ensure",
			"import"
		],
		fallback: "persistent with key-name, else job"
	},
	"expires-after": { takenBy: [
		"create",
		"ensure",
		"import"
	] },
	"private-key-path": {
		takenBy: [
			"create",
			"ensure",
			"fetch"
		],
		fallback: "a file in the runner's temp folder"
	},
	"output-private-key": {
		takenBy: [
			"create",
			"ensure",
			"fetch"
		],
		fallback: "false"
	},
	"aws-region": {
		takenBy: operations,
		fallback: "the usual AWS environment"
	},
	"if-in-use": {
		takenBy: ["delete"],
		fallback: "ignore"
	},
	force: {
		takenBy: ["delete"],
		fallback: "false"
	},
	"dry-run": {
		takenBy: operations,
		fallback: "false"
	}
};
Object.keys(inputTable);
// src/contract/input-values.ts
const durationUnits = {
	m: 6e4,
	h: 36e5,
	d: 864e5
};
const durationPattern = /^([1-9]\d{0,4})([mhd])$/;
const regionPattern = /^[a-z]{2,5}(?:-[a-z]+)+-\d+$/;
var InputValues = class {
	#raw;
	#problems = [];
	constructor(raw) {
		this.#raw = raw;
	}
	text(name) {
		const value = this.#raw(name).trim();
		return value === "" ? void 0 : value;
	}
	choice(name, values) {
		const text = this.text(name);
		if (text === void 0) return void 0;
		const known = values.find((value) => value === text);
		if (known === void 0) this.refuse(name, `is not one of ${values.join(", ")}`);
		return known;
	}
	flag(name) {
		const text = this.text(name);
		if (text === void 0) return false;
		if (/^(?:true|True|TRUE)$/.test(text)) return true;
		if (!/^(?:false|False|FALSE)$/.test(text)) this.refuse(name, "is neither true nor false");
		return false;
	}
	duration(name) {
		const text = this.text(name);
		if (text === void 0) return void 0;
		const [, count, unit] = durationPattern.exec(text) ?? [];
		if (count === void 0 || unit === void 0) {
			this.refuse(name, "is not a duration: write a whole number and m, h or d, as in 30m, 12h or 7d");
			return;
		}
		return Number(count) * durationUnits[unit];
	}
	region(name) {
		const text = this.text(name);
		if (text === void 0 || regionPattern.test(text)) return text;
		this.refuse(name, "is not the code of one AWS region, as in eu-west-1");
	}
	tags(name, { reserved, most }) {
		const tags = new Map();
		for (const line of this.#lines(name)) {
			const split = line.indexOf("=");
			const key = line.slice(0, split).trim();
			const value = line.slice(split + 1).trim();
			if (split < 1) this.refuse(name, "is not key=value", line);
			else if (tags.has(key)) this.refuse(name, "gives the same key a second time", line);
			else if (key.length > 128) this.refuse(name, "has a key of more than 128 characters", line);
			else if (value.length > 256) this.refuse(name, "has a value of more than 256 characters", line);
			else if (/^aws:/i.test(key)) this.refuse(name, "starts with aws:, which AWS keeps to itself", line);
			else if (reserved(key)) this.refuse(name, "is a tag that this action sets itself", line);
			else tags.set(key, value);
		}
		if (tags.size > most) this.refuse(name, `has more than ${most} tags, the most EC2 has room for here`, "");
		return [...tags].map(([key, value]) => ({
			key,
			value
		}));
	}
	onlyThoseOf(operation) {
		for (const [name, rule] of Object.entries(inputTable)) {
			if (rule.takenBy.includes(operation) || this.text(name) === void 0) continue;
			this.refuse(name, `is not taken by ${operation} (only by ${rule.takenBy.join(", ")})`);
		}
	}
	refuse(name, rule, value = this.text(name) ?? "") {
		this.#problems.push(value === "" ? `${name} ${rule}.` : `${name}: ${quoted(value)} ${rule}.`);
	}
	complete() {
		if (this.#problems.length === 0) return;
		throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("INVALID_INPUT", ["The inputs cannot be used as they are.", ...this.#problems].join("\n"), { hint: "Nothing was sent to AWS. Every input is described in the README." });
	}
	#lines(name) {
		return (this.text(name) ?? "").split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
	}
};
function quoted(value) {
	return value.length > 80 ? `(${value.length} characters)` : `"${value}"`;
}
// src/contract/making-inputs.ts
function readMaking(inputs) {
	return {
		tags: inputs.tags("tags", {
			reserved: _tags_js__WEBPACK_IMPORTED_MODULE_1__.r,
			most: _tags_js__WEBPACK_IMPORTED_MODULE_1__.i
		}),
		lifetime: readLifetime(inputs),
		expiresAfter: inputs.duration("expires-after")
	};
}
function refuseJobLifetime(inputs) {
	if (inputs.text("lifetime") !== "job") return;
	inputs.refuse("lifetime", "is not for a pair that others rely on: give run (gone with this workflow run) or persistent");
}
function readDestinations(inputs) {
	const path = readPrivateKeyPath(inputs);
	const format = inputs.choice("key-format", ["pem", "ppk"]);
	const output = inputs.flag("output-private-key");
	if (path !== "none") return {
		file: {
			path,
			format: format ?? "pem"
		},
		output
	};
	if (format !== void 0) inputs.refuse("key-format", "shapes the file, and private-key-path: none asks for no file");
	if (!output) inputs.refuse("private-key-path", "would leave the private key nowhere: give a path, or output-private-key: true");
	return {
		file: void 0,
		output
	};
}
function readPrivateKeyPath(inputs) {
	const path = inputs.text("private-key-path");
	if (path !== void 0 && /[\\/]$/.test(path)) inputs.refuse("private-key-path", "names a folder: add the name of the file");
	if (path?.includes("\0")) inputs.refuse("private-key-path", "has a character that no path can have");
	return path;
}
function readPublicKeySource(inputs) {
	const text = inputs.text("public-key");
	const path = inputs.text("public-key-path");
	if (text !== void 0 && path !== void 0) inputs.refuse("public-key-path", "cannot be used together with public-key");
	if (text === void 0 && path === void 0) inputs.refuse("public-key", "is empty, and so is public-key-path: import needs one of them");
	return path === void 0 ? { text: text ?? "" } : { path };
}
function readLifetime(inputs) {
	return inputs.choice("lifetime", [
		"job",
		"run",
		"persistent"
	]) ?? (inputs.text("key-name") === void 0 ? "job" : "persistent");
}
// src/contract/pair-inputs.ts
function readNewName(inputs, run) {
	const exact = readName(inputs);
	const given = inputs.text("key-name-prefix");
	if (exact !== void 0) {
		if (given !== void 0) inputs.refuse("key-name-prefix", "cannot be used together with key-name");
		return { exact };
	}
	const prefix = given ?? `gha-${run.repository.slice(run.repository.lastIndexOf("/") + 1)}-`;
	checkName(inputs, "key-name-prefix", prefix, 245 - run.runId.length - run.attempt.length);
	return { prefix };
}
function readSharedName(inputs) {
	const name = readName(inputs);
	if (name === void 0) missing(inputs, ["key-name"]);
	return name ?? "";
}
function readOnePair(inputs) {
	return readPair(inputs) ?? missing(inputs, ["key-name", "key-pair-id"]);
}
function readPairs(inputs) {
	const pair = readPair(inputs);
	const runId = inputs.text("run-id");
	if (runId === void 0) return pair;
	if (!/^\d{1,20}$/.test(runId)) inputs.refuse("run-id", "is not the number of a workflow run");
	if (pair !== void 0) inputs.refuse("run-id", "cannot be used together with key-name or key-pair-id");
	return { runId };
}
function readGivenPairs(inputs) {
	return readPairs(inputs) ?? missing(inputs, [
		"key-name",
		"key-pair-id",
		"run-id"
	]);
}
function readPair(inputs) {
	const keyName = readName(inputs);
	const keyPairId = inputs.text("key-pair-id");
	if (keyPairId === void 0) return keyName === void 0 ? void 0 : { keyName };
	if (!/^key-[0-9a-f]{8,32}$/.test(keyPairId)) inputs.refuse("key-pair-id", "is not the id of a key pair, as in key-0123456789abcdef0");
	if (keyName !== void 0) inputs.refuse("key-pair-id", "cannot be used together with key-name");
	return { keyPairId };
}
function readName(inputs) {
	const name = inputs.text("key-name");
	if (name !== void 0) checkName(inputs, "key-name", name, 255);
	return name;
}
function checkName(inputs, input, text, most) {
	if (!/^[\x20-\x7e]*$/.test(text)) inputs.refuse(input, "has characters other than printable ASCII");
	if (text.length > most) inputs.refuse(input, `is longer than ${most} characters`);
}
function missing(inputs, names) {
	const [first = "key-name", ...others] = names;
	const either = others.length === 0 ? "" : ` (or ${others.join(" or ")})`;
	inputs.refuse(first, `is empty${either}, and this operation needs to be told which pair. The usual cause is an expression that comes out empty: a step output whose id is misspelt, or a job output that the runner dropped because it holds a secret`);
	return { keyName: "" };
}
// src/contract/inputs.ts
function readRequest(raw, run) {
	const inputs = new InputValues(raw);
	const operation = inputs.choice("operation", operations);
	if (operation !== void 0 || inputs.text("operation") === void 0) inputs.onlyThoseOf(operation ?? "create");
	const request = readFor(operation ?? "create", inputs, run);
	inputs.complete();
	return request;
}
function readFor(operation, inputs, run) {
	const common = {
		region: inputs.region("aws-region"),
		dryRun: inputs.flag("dry-run")
	};
	switch (operation) {
		case "create": return {
			operation,
			...common,
			...readMaking(inputs),
			name: readNewName(inputs, run),
			keyType: inputs.choice("key-type", ["rsa", "ed25519"]) ?? "rsa",
			destinations: readDestinations(inputs)
		};
		case "ensure":
			refuseJobLifetime(inputs);
			return {
				operation,
				...common,
				...readMaking(inputs),
				keyName: readSharedName(inputs),
				keyType: inputs.choice("key-type", ["rsa", "ed25519"]),
				destinations: readDestinations(inputs)
			};
		case "import": return {
			operation,
			...common,
			...readMaking(inputs),
			name: readNewName(inputs, run),
			publicKey: readPublicKeySource(inputs)
		};
		case "fetch": return {
			operation,
			...common,
			pair: readOnePair(inputs),
			...readKeptPrivateKey(inputs)
		};
		case "describe": return {
			operation,
			...common,
			pairs: readPairsToDescribe(inputs)
		};
		case "delete": return {
			operation,
			...common,
			pairs: readGivenPairs(inputs),
			ifInUse: inputs.choice("if-in-use", [
				"ignore",
				"warn",
				"fail"
			]) ?? "ignore",
			force: inputs.flag("force")
		};
	}
}
function readKeptPrivateKey(inputs) {
	const path = readPrivateKeyPath(inputs);
	return {
		privateKeyPath: path === "none" ? void 0 : path,
		output: inputs.flag("output-private-key")
	};
}
function readPairsToDescribe(inputs) {
	const pairs = readPairs(inputs);
	const tags = inputs.tags("tags", {
		reserved: () => false,
		most: 50
	});
	if (pairs === void 0) return { tags };
	if (tags.length > 0) inputs.refuse("tags", "choose among all pairs, and key-name, key-pair-id or run-id choose already");
	return pairs;
}
// src/runner/inputs.ts
const rawInput = (name) => (0,_log_js__WEBPACK_IMPORTED_MODULE_3__.r)(name, { trimWhitespace: false });
// src/main.ts
const step = (0,_failure_js__WEBPACK_IMPORTED_MODULE_2__.t)();
try {
	await carryOut(readRequest(rawInput, (0,_workflow_js__WEBPACK_IMPORTED_MODULE_4__.r)()));
	step.completed();
} catch (error) {
	(0,_failure_js__WEBPACK_IMPORTED_MODULE_2__.r)(error);
}
async function carryOut(request) {
	switch (request.operation) {
		case "create": return (await Promise.all(/* import() */[__webpack_require__.e(300), __webpack_require__.e(987), __webpack_require__.e(425)]).then(__webpack_require__.bind(__webpack_require__, 5425))).run(request);
		case "ensure": return (await Promise.all(/* import() */[__webpack_require__.e(300), __webpack_require__.e(987), __webpack_require__.e(189)]).then(__webpack_require__.bind(__webpack_require__, 6189))).run(request);
		case "import": return (await Promise.all(/* import() */[__webpack_require__.e(300), __webpack_require__.e(987), __webpack_require__.e(618)]).then(__webpack_require__.bind(__webpack_require__, 8618))).run(request);
		case "fetch": return (await Promise.all(/* import() */[__webpack_require__.e(300), __webpack_require__.e(987), __webpack_require__.e(931)]).then(__webpack_require__.bind(__webpack_require__, 2931))).run(request);
		case "describe": return (await Promise.all(/* import() */[__webpack_require__.e(300), __webpack_require__.e(987), __webpack_require__.e(822)]).then(__webpack_require__.bind(__webpack_require__, 9822))).run(request);
		case "delete": return (await Promise.all(/* import() */[__webpack_require__.e(300), __webpack_require__.e(987), __webpack_require__.e(468)]).then(__webpack_require__.bind(__webpack_require__, 7468))).run(request);
	}
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

}),

9278:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => tagKeys,
i: () => mostUserTags,
n: () => isOurs,
o: () => tagsOfNewPair,
r: () => isOwnTag,
s: () => tagsOfRun,
t: () => exactly
});
// src/contract/tags.ts
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
const mostUserTags = 50 - Object.keys(tagKeys).length;
function isOwnTag(key) {
	return key === managedBy.key || key.startsWith(prefix);
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
function isOurs(tags, { repository }) {
	return tags.get(managedBy.key) === managedBy.value && tags.get(tagKeys.repository) === tagValue(repository);
}
function tagsOfRun(runId, { repository }) {
	return [
		managedBy,
		{
			key: tagKeys.repository,
			value: exactly(tagValue(repository))
		},
		{
			key: tagKeys.run,
			value: `${runId}/*`
		}
	];
}
function exactly(text) {
	return text.replace(/[*?\\]/g, "\\$&");
}
function tagValue(text) {
	return text.replace(/[^\p{L}\p{N} _.:/=+\-@]/gu, "_").slice(0, 256);
}

}),

7386:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => windowsPrograms,
r: () => workflowRun,
t: () => jobFolders
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(857);
var fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9896);
var node_os__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8161);
var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);

// @actions/github
var Context = class {
	constructor() {
		var _a, _b, _c;
		this.payload = {};
		if (process.env.GITHUB_EVENT_PATH) {
			if ((0,fs__WEBPACK_IMPORTED_MODULE_2__.existsSync)(process.env.GITHUB_EVENT_PATH)) this.payload = JSON.parse((0,fs__WEBPACK_IMPORTED_MODULE_2__.readFileSync)(process.env.GITHUB_EVENT_PATH, { encoding: "utf8" }));
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
function workflowRun() {
	const { owner, repo } = context.repo;
	return {
		repository: `${new URL(context.serverUrl).host}/${owner}/${repo}`,
		runId: String(context.runId),
		attempt: String(context.runAttempt || 1),
		job: context.job
	};
}
function jobFolders() {
	return {
		workspace: folder("GITHUB_WORKSPACE"),
		temp: folder("RUNNER_TEMP"),
		home: (0,node_os__WEBPACK_IMPORTED_MODULE_3__.homedir)()
	};
}
function folder(variable) {
	const value = process.env[variable];
	if (value) return value;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("NO_RUNNER", `${variable} is not set, so this is not a step of a workflow.`, { hint: "Run this action from a workflow." });
}
function windowsPrograms() {
	return node_path__WEBPACK_IMPORTED_MODULE_4__.join(process.env["SystemRoot"] ?? "C:\\Windows", "System32");
}

})

};
