import { KeyPairError, assumeFailure, beginState, endProcess, fileFormats, inputNames, inputTable, isReservedTag, log, maxUserTags, operations, rawInput, registerMasks, reportFailure, surviveClosedLog, workflowRun } from "./start.js";
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
function readOnePair(operation, inputs) {
	const pair = readPair(inputs);
	if (pair === void 0) inputs.addProblem(missing(`${operation} needs key-name or key-pair-id, but both are empty`));
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
			reserved: isReservedTag,
			max: maxUserTags
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
	const given = readGivenPublicKey(inputs);
	if (given === void 0) inputs.addProblem("import needs public-key or public-key-path, but both are empty.");
	return given;
}
function readGivenPublicKey(inputs) {
	const text = inputs.text("public-key");
	const path = readPath(inputs, "public-key-path");
	if (path !== void 0) {
		if (text !== void 0) inputs.refuse("public-key-path", "cannot be combined with public-key");
		return { path };
	}
	return text === void 0 ? void 0 : { text };
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
	const format = inputs.choice("key-format", fileFormats);
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
	if (others.length === 0 && !mayBeNone) inputs.refuse("private-key-path", "discards the private key unless output-private-key or ssh-agent is true, or store is set. Set a path, ssh-agent: true, or store: ssm");
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
const maxPassphrase = 1023;
function readPassphrase(inputs) {
	if (inputs.isBlank("passphrase")) inputs.refuse("passphrase", "is only whitespace. Check the secret that it comes from");
	const passphrase = inputs.text("passphrase");
	if (passphrase === void 0) return void 0;
	if (passphrase.length < minPassphrase) inputs.refuse("passphrase", `must have at least ${minPassphrase} characters`);
	if (Buffer.byteLength(passphrase) > maxPassphrase) inputs.refuse("passphrase", `must have at most ${maxPassphrase} bytes: OpenSSH takes no more`);
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
// src/inputs/rotation.ts
const ofPrivateKey = [
	"key-type",
	"key-format",
	"private-key-path",
	"passphrase",
	"output-private-key",
	"ssh-agent",
	"store",
	"store-kms-key-id"
];
function readRotation(inputs) {
	const publicKey = readGivenPublicKey(inputs);
	const rest = {
		publicKey,
		keyType: inputs.choice("key-type", ["rsa", "ed25519"]),
		tags: inputs.tags("tags", {
			reserved: isReservedTag,
			max: maxUserTags
		}),
		expiresAfter: inputs.duration("expires-after"),
		force: inputs.flag("force"),
		instances: readInstances(inputs)
	};
	if (publicKey === void 0) return {
		...rest,
		destinations: readDestinations(inputs)
	};
	for (const name of ofPrivateKey) {
		if (inputs.text(name) === void 0 || inputs.text(name)?.toLowerCase() === "false") continue;
		inputs.refuse(name, "cannot be combined with public-key or public-key-path", "");
	}
	return {
		...rest,
		destinations: []
	};
}
function readInstances(inputs) {
	const by = inputs.choice("update-instances", ["none", "ssm"]);
	const policy = inputs.choice("update-instances-policy", ["fail", "warn"]);
	if (policy !== void 0 && inputs.text("update-instances") === void 0) inputs.refuse("update-instances-policy", "needs update-instances: ssm", "");
	return by === "ssm" ? {
		by,
		policy: policy ?? "fail"
	} : void 0;
}
// src/inputs/sweep.ts
function readSweep(inputs, run) {
	return {
		repositories: readRepositories(inputs, run),
		tags: inputs.tags("tags", {
			reserved: () => false,
			max: 50
		}),
		olderThan: inputs.duration("older-than"),
		ifInUse: inputs.choice("if-in-use", [
			"ignore",
			"warn",
			"fail"
		]) ?? "ignore",
		githubToken: inputs.text("github-token")
	};
}
const maxRepositories = 100;
const repositoryPattern = /^[\w-]+\/[\w.-]+$/;
function readRepositories(inputs, { repository }) {
	const lines = inputs.lines("repository");
	if (lines.length === 0) return [repository];
	if (lines.length === 1 && lines[0] === "*") return "any";
	const [server = ""] = repository.split("/");
	const wrong = lines.find((line) => !repositoryPattern.test(line));
	if (lines.length > maxRepositories) inputs.refuse("repository", `has more than the maximum of ${maxRepositories} repositories`, "");
	else if (lines.includes("*")) inputs.refuse("repository", "cannot be combined with other repositories", "*");
	else if (wrong !== void 0) inputs.refuse("repository", "must have the form owner/name", wrong);
	return lines.map((line) => `${server}/${line}`);
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
function hasSecrets(raw, table = inputTable) {
	return Object.entries(table).some(([name, { secret, filledIn }]) => secret === true && filledIn === void 0 && raw(name).trim() !== "");
}
function unknownInputs(names) {
	const known = Object.keys(inputTable).map((name) => name.toUpperCase());
	return names.filter((name) => !known.includes(name));
}
var InputValues = class {
	#raw;
	#table;
	#problems = [];
	#warnings = [];
	constructor(raw, table = inputTable) {
		this.#raw = raw;
		this.#table = table;
	}
	text(name) {
		const raw = this.#raw(name);
		const trimmed = raw.trim();
		if (trimmed === "") return void 0;
		return this.#table[name]?.verbatim === true ? raw : trimmed;
	}
	isBlank(name) {
		const raw = this.#raw(name);
		return raw !== "" && raw.trim() === "";
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
	regions(name) {
		const lines = this.lines(name).map((line) => line.split(",").map((code) => code.trim().toLowerCase()));
		const isOdd = (code) => code !== "" && !regionPattern.test(code);
		const odd = lines.findIndex((codes) => codes.some(isOdd));
		if (odd >= 0) this.refuse(name, "is not an AWS Region code such as eu-west-1", this.lines(name)[odd]);
		return lines.flat().filter((code) => code !== "");
	}
	tags(name, { reserved, max }) {
		const tags = new Map();
		const lines = this.lines(name);
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
	lines(name) {
		const text = this.text(name) ?? "";
		const lines = text.split(/[\r\n]/).map((line) => line.trim()).filter((line) => line !== "");
		return /^[[{]/.test(text) ? [lines.join(" ")] : lines;
	}
	refuseUnsupported(operation) {
		for (const [name, { takenBy, filledIn }] of Object.entries(this.#table)) {
			if (takenBy.includes(operation) || filledIn !== void 0 || this.#raw(name).trim() === "") continue;
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
		throw new KeyPairError("INVALID_INPUT", ["Invalid inputs:", ...this.#problems].join("\n"), { hint: "No request was sent to AWS. See \"Inputs\" in the README." });
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
	const operation = inputs.choice("operation", operations);
	if (operation !== void 0 || inputs.text("operation") === void 0) inputs.refuseUnsupported(operation ?? "create");
	return inputs.complete(readFor(operation ?? "create", inputs, run), warn);
}
function readFor(operation, inputs, run) {
	const [region, ...otherRegions] = inputs.regions("aws-region");
	const common = {
		region,
		...otherRegions.length > 0 && { otherRegions },
		dryRun: inputs.flag("dry-run"),
		needsArn: inputs.flag("output-key-pair-arn"),
		role: inputs.text("role-to-assume")
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
			const pair = readOnePair(operation, inputs);
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
		case "rotate": {
			const pair = readOnePair(operation, inputs);
			const rest = {
				...common,
				...readRotation(inputs)
			};
			return pair && {
				operation,
				pair,
				...rest
			};
		}
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
		case "sweep": return {
			operation,
			...common,
			...readSweep(inputs, run)
		};
	}
}
// src/main.ts
const shortestPrivateKey = 64;
const step = assumeFailure();
surviveClosedLog();
const state = beginState();
try {
	if (hasSecrets(rawInput)) await registerMasks((await import("./secret-values.js")).secretValues(rawInput));
	const names = inputNames();
	if (names.some((name) => name !== "GITHUB-TOKEN" && rawInput(name).length >= shortestPrivateKey)) await (await import("./invalid-inputs.js")).refusePrivateKeys(names, rawInput, registerMasks);
	await execute(readRequest(rawInput, workflowRun(), await problemsOf(names), log.warning));
	step.completed();
} catch (error) {
	reportFailure(error);
}
state.end();
await endProcess();
async function problemsOf(names) {
	const unknown = unknownInputs(names);
	const problems = unknown.length === 0 ? [] : (await import("./invalid-inputs.js")).misspellings(unknown, rawInput);
	if (rawInput("role-to-assume") !== "") problems.push(...(await import("./input-rules.js")).roleProblems(rawInput));
	if (rawInput("store") !== "") problems.push(...(await import("./input-rules.js")).storeProblems(rawInput));
	if (/[,\n]/.test(rawInput("aws-region"))) problems.push(...(await import("./input-rules.js")).regionProblems(rawInput));
	return problems;
}
async function execute(request) {
	if (request.otherRegions !== void 0) return (await import("./regions.js")).runInRegions(request, request.otherRegions, state);
	const { run } = await import("./create.js");
	switch (request.operation) {
		case "create": return run((await import("./create.js")).create, request, state);
		case "ensure": return run((await import("./existing-pair.js")).ensure, request, state);
		case "import": return run((await import("./import.js")).importOperation, request, state);
		case "fetch": return run((await import("./existing-pair.js")).fetch, request, state);
		case "describe": return run((await import("./existing-pair.js")).describe, request, state);
		case "rotate": return run((await import("./rotate.js")).rotate, request, state);
		case "delete": return run((await import("./existing-pair.js")).deleteOperation, request, state);
		case "sweep": return run((await import("./sweep.js")).sweep, request, state);
		default: return request;
	}
}
export {};
