import { KeyPairError, assumeFailure, beginState, endProcess, fileFormats, inputNames, inputTable, isReservedTag, log, maxUserTags, operations, rawInput, registerMasks, reportFailure, surviveClosedLog, workflowRun } from "./start.js";
// src/inputs/path-variables.ts
const folders = {
	HOME: "~/",
	USERPROFILE: "~/",
	PWD: "",
	CD: "",
	GITHUB_WORKSPACE: "",
	TEMP: "${{ runner.temp }}/",
	TMP: "${{ runner.temp }}/",
	TMPDIR: "${{ runner.temp }}/",
	RUNNER_TEMP: "${{ runner.temp }}/",
	RUNNER_TOOL_CACHE: "${{ runner.tool_cache }}/"
};
const inContext = /^(?:GITHUB_(?:ACTION|ACTOR|ACTOR_ID|BASE_REF|EVENT_NAME|HEAD_REF|JOB|REF|REF_NAME|REF_TYPE|REPOSITORY|REPOSITORY_ID|REPOSITORY_OWNER|REPOSITORY_OWNER_ID|RUN_ATTEMPT|RUN_ID|RUN_NUMBER|SHA|TRIGGERING_ACTOR|WORKFLOW)|RUNNER_(?:ARCH|ENVIRONMENT|NAME|OS))$/;
const variable = /(?:\$(?:env:)?([a-z_]\w*)|\$\{(?:env:)?([a-z_]\w*)([^}]*)\}?|%([a-z_]\w*)(?:\(x86\))?%|!([a-z_]\w*)!)([\\/]*)/gi;
function variablesOf(path) {
	const found = [...path.matchAll(variable)];
	if (found.length === 0) return void 0;
	const meanings = found.map(meaningOf);
	const undefinedName = found.map(nameOf).find((name) => folders[name.toUpperCase()] === void 0 && !/^(?:GITHUB|RUNNER)_/.test(name));
	if (meanings.includes(void 0)) return {
		rewritten: void 0,
		undefinedName
	};
	const isInWorkspace = meanings[0] === "";
	const rewritten = path.replace(variable, () => String(meanings.shift()));
	return {
		rewritten: isInWorkspace ? relative(rewritten) : rewritten,
		undefinedName
	};
}
function relative(path) {
	return /^(?:~|[a-z]:|none$)/i.test(path) ? void 0 : path;
}
function nameOf([, plain, braced, , percent, delayed]) {
	return plain ?? braced ?? percent ?? String(delayed);
}
function meaningOf(found) {
	const [, , , modifier = "", , , slashes = ""] = found;
	const name = nameOf(found);
	if (modifier !== "") return void 0;
	if (inContext.test(name)) return `\${{ ${name.replace("_", ".").toLowerCase()} }}${slashes}`;
	return found.index === 0 && slashes !== "" ? folders[name.toUpperCase()] : void 0;
}
// src/inputs/path.ts
const fileUrl = /^fileb?:(?:\/\/(?:localhost(?=\/))?(?:\/(?=[a-z]:[\\/]))?|(?=[\\/~]))/i;
const commandFirst = /^(?:\$\(([^)]*)\)|`([^`]*)`)[/\\]+/;
const maxRepeated = 80;
function readPath(inputs, name) {
	const path = inputs.text(name);
	const mistake = path && mistakeIn(path);
	if (mistake) inputs.refuse(name, mistake.rule + adviceOn$1(mistake));
	return path;
}
function mistakeIn(path) {
	if (path.includes("\0")) return { rule: "contains a character that no path can have" };
	if (/^(["'`]).*\1$/s.test(path)) return {
		rule: "is in quotes",
		meant: path.slice(1, -1)
	};
	if (fileUrl.test(path)) return {
		rule: "is a URL",
		meant: path.replace(fileUrl, "")
	};
	if (/^[a-z][\w+.-]+:\/\//i.test(path)) return {
		rule: "is a URL",
		otherwise: "Set the path of a file on this machine"
	};
	if (/^~(?:$|\\|[^/\\]+[/\\])/.test(path)) return {
		rule: "starts with ~, but not with ~/",
		otherwise: "Use ~/… or an absolute path"
	};
	return variableIn(path) ?? commandIn(path);
}
function variableIn(path) {
	const variables = variablesOf(path);
	if (variables === void 0) return void 0;
	const { rewritten, undefinedName } = variables;
	const write = "Write the path itself";
	const isShown = undefinedName !== void 0 && path.length <= maxRepeated;
	return {
		rule: "contains a variable, which is not expanded here",
		meant: rewritten?.replaceAll("\\", "/"),
		otherwise: isShown ? `${write}, or set ${undefinedName} in env: of the workflow and use \${{ env.${undefinedName} }}` : write
	};
}
function commandIn(path) {
	const [folder = "", ...commands] = commandFirst.exec(path) ?? [];
	if (folder !== "") return {
		rule: "starts with a command, which is not run here",
		meant: commands.includes("pwd") ? relative(path.slice(folder.length)) : void 0
	};
	return /[${]\{/.test(path) ? { rule: "contains an expression, which is not evaluated here" } : void 0;
}
function adviceOn$1({ meant, otherwise }) {
	const path = settled(meant);
	if (path !== void 0 && path.length <= maxRepeated && !path.includes("\n")) return `. Use ${path}`;
	return otherwise === void 0 ? "" : `. ${otherwise}`;
}
function settled(path = "") {
	if (path === "" || /[\\/]$/.test(path)) return void 0;
	return mistakeIn(path.replaceAll(/\$\{\{ (?:github|runner)\.\w+ \}\}/g, "x")) === void 0 ? path : settled(mistakeIn(path)?.meant);
}
// src/inputs/unevaluated.ts
const unmistakable = /\{\{|\$\{(?:\w|[^{}]*\})|\$\(|\$env:\w|`[^`]+`|[$%](?:GITHUB|RUNNER)_\w/i;
const onlyVariable = /^\$[a-z_]\w*$|^%\w+%$/i;
const percentVariable = /%[a-z_][\w()]*%/i;
const plainPercent = /%(?![0-9a-f]{2})/i;
const perhapsVariable = /\$[a-z_]\w*|![a-z_]\w*!/i;
function ruleAgainstVariables(text) {
	return unmistakable.test(text) || onlyVariable.test(text) || percentVariable.test(text) && plainPercent.test(text) ? "contains a variable or an expression, which is not evaluated here" : void 0;
}
function mayContainVariable(text) {
	return perhapsVariable.test(text);
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
const sshFingerprint = /^(?:SHA256:)?([A-Za-z0-9+/]{43})=?$/i;
function adviceOn(fingerprint) {
	const [, base64] = sshFingerprint.exec(fingerprint) ?? [];
	return base64 === void 0 ? "" : `. For an ED25519 key, use ${base64}=. For an RSA key, use the output key-fingerprint`;
}
function readFilters(inputs) {
	const namePattern = inputs.text("key-name-pattern");
	if (namePattern !== void 0) checkPattern(inputs, namePattern);
	const fingerprint = inputs.text("key-fingerprint");
	if (fingerprint !== void 0 && !fingerprintPattern.test(fingerprint)) inputs.refuse("key-fingerprint", `is not a fingerprint as EC2 shows it${adviceOn(fingerprint)}`);
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
	const rule = isInQuotes(text) ? "is in quotes. Write it without them" : ruleAgainstVariables(text);
	if (rule === void 0) inputs.warnOfVariables(input, text);
	else inputs.refuse(input, rule);
}
function isInQuotes(text) {
	return /^(["'`]).*\1$/s.test(text);
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
	if (/^(?:false|true|null|undefined)$/i.test(path)) inputs.refuse("private-key-path", "is not a path. To write no file, set none");
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
const otherForms = [
	/^(?:[[{<"']|--|-\s|[\w.-]+:\s)/,
	/^(?:Key\s*=.*,\s*Value\s*=|ResourceType\s*=.*,\s*Tags\s*=|Name\s*=\s*tag:.*,\s*Values\s*=)/i,
	/^(?:export|set|setx|declare|-\w)\s+[\w.-]+\s*=/i,
	/^tags(?:_all)?\s*=>?\s*(?:[[{]|\w+\()/i,
	/^[^\s=]+\s*=>[\s"']/,
	/^[^=]+=.*,$/
];
const block = /^(?:tags(?:_all)?\s*[=:]>?\s*)?[[{]/i;
const namedPair = /(?:Key["']?\s*[=:]\s*|Name\s*=\s*tag:)["']?([^"',}\]]+)["']?\s*,\s*["']?Values?["']?\s*[=:]\s*["']?(.*?)(?:["',}\]]|\sKey=|$)/i;
const pairBeforeComma = /^([\w.@/+-]+)\s*=\s*([^"'=>]*[^"'=>\s])\s*,$/;
const pair = /([\w.@/+-]+)["']?\s*[=:]>?\s*["']?([^"',}\]]*)/;
const lineOfKey = /^(?:Key\s*=|Name\s*=\s*"?tag:)/i;
const lineOfValue = /^Values?\s*=/i;
const oddValue = /(?:[,;|\s]|\\n)[\w.:/-]+\s*=|^[^?]*&[\w.:/-]+\s*=|;$|^(["']).*\1$/;
function isInOtherForm(line) {
	return otherForms.some((form) => form.test(line));
}
function joinedLines(lines) {
	if (block.test(lines[0] ?? "")) return [lines.join(" ")];
	const isValue = (index) => lineOfValue.test(lines[index] ?? "") && lineOfKey.test(lines[index - 1] ?? "");
	return lines.flatMap((line, index) => {
		if (isValue(index)) return [];
		return isValue(index + 1) ? [`${line.replace(/,$/, "")}, ${lines[index + 1]}`] : [line];
	});
}
function asKeyValue(text) {
	const tags = text.replace(/^tags(?:_all)?\s*[=:]>?\s*(?=[[{]|\w+\()/i, "");
	const [, key = "", value = ""] = namedPair.exec(tags) ?? pairBeforeComma.exec(tags) ?? pair.exec(tags) ?? [];
	return /^(?:key|value)?$/i.test(key) || /^[[{(]/.test(value) ? void 0 : `${key.trim()}=${value.trim()}`;
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
			this.refuse(name, "is not a valid duration. Use minutes, hours or days, with at most five digits: 30m, 12h, 7d");
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
		const lines = joinedLines(this.lines(name));
		if (lines.length > max) {
			this.refuse(name, `has more than the maximum of ${max} tags`, "");
			return [];
		}
		for (const line of lines) {
			const split = line.indexOf("=");
			const key = line.slice(0, split).trim();
			const value = line.slice(split + 1).trim();
			const rule = ruleAgainstVariables(key) ?? ruleAgainstVariables(value);
			if (isInOtherForm(line)) this.refuse(name, `is in the form of another tool. ${howToWrite(line)}`, line);
			else if (line.startsWith("#")) this.refuse(name, "is a comment, which a list cannot contain", line);
			else if (split < 1) this.refuse(name, "must have the form key=value", line);
			else if (tags.has(key)) this.refuse(name, "sets the same key twice", line);
			else if (key.length > 128) this.refuse(name, "has a key of more than 128 characters", line);
			else if (value.length > 256) this.refuse(name, "has a value of more than 256 characters", line);
			else if (/^aws:/i.test(key)) this.refuse(name, "starts with aws:, which is reserved by AWS", line);
			else if (reserved(key)) this.refuse(name, "is a tag that this action sets itself", line);
			else if (rule !== void 0) this.refuse(name, rule, line);
			else {
				tags.set(key, value);
				this.warnOfVariables(name, line);
				if (isOddValue(value)) this.#warnings.push(`${name}: the tag ${quoted(key)} has the value ${quoted(value)}. Write one key=value per line, without quotes.`);
			}
		}
		return [...tags].map(([key, value]) => ({
			key,
			value
		}));
	}
	lines(name) {
		return (this.text(name) ?? "").split(/[\r\n]/).map((line) => line.trim()).filter((line) => line !== "");
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
	warnOfVariables(name, text) {
		if (!mayContainVariable(text)) return;
		this.#warnings.push(`${name}: ${quoted(text)} is used as it is: variables are not expanded here. To insert one, write an expression such as \${{ env.NAME }}.`);
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
	const paths = [rawInput("private-key-path"), rawInput("public-key-path")].join();
	if (process.platform !== "win32" && /[\\:]/.test(paths)) problems.push(...(await import("./input-rules.js")).windowsPathProblems(rawInput));
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
