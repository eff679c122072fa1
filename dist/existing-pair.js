import { KeyPairError, filtersOfRun, isManaged, isReservedTag, managedBy, prefix, runTagOf, tagKeys, tagValue, unexpectedError } from "./start.js";
import { MaskedPrivateKey, PrivateKey, WireReader, isFingerprintOf, masksOfText, pemLabels, sha256Fingerprint, writePem } from "./aws.js";
import { keyOfAnotherPair } from "./given-file.js";
import { create, deliver, expiryOf, openAll, outputsOf, planNewPair, reportOf } from "./create.js";
const { promisify } = process.getBuiltinModule("node:util");
const { generateKeyPair } = process.getBuiltinModule("node:crypto");
// src/keys/generate.ts
const rsaBits = 4096;
async function generatePrivateKey(type) {
	const { privateKey } = await generate(type);
	return PrivateKey.parse(privateKey.export({
		type: "pkcs8",
		format: "pem"
	}).toString());
}
function generate(type) {
	const generateKeys = promisify(generateKeyPair);
	return type === "rsa" ? generateKeys("rsa", { modulusLength: rsaBits }) : generateKeys("ed25519");
}
// src/inputs/store-reference.ts
const defaultNames = {
	ssm: "/ec2/keypair/{key-name}",
	"secrets-manager": "ec2-ssh-key/{key-name}/private"
};
const maxLength = 256;
const maxLevels = 15;
function parseReference(text) {
	const reference = readReference(text);
	return reference === void 0 || ruleAgainst(reference) !== void 0 ? void 0 : reference;
}
function referenceFor(store, keyName) {
	const reference = readReference(store) ?? withDefaultName(store);
	return reference && {
		...reference,
		name: reference.name.replaceAll("{key-name}", keyName)
	};
}
function referenceText({ service, name }) {
	return `${service}:${name}`;
}
function temporaryReference({ service, name }, nonce) {
	return {
		service,
		name: `${name}.rotating-${nonce.slice(0, 8)}`
	};
}
function lastingReference({ service, name }) {
	const [, lasting] = /^(.+)\.rotating-[0-9a-f]{8}$/s.exec(name) ?? [];
	return lasting === void 0 ? void 0 : {
		service,
		name: lasting
	};
}
function ruleAgainst(reference) {
	const { service, name } = reference;
	if (referenceText(reference).length > maxLength) return `is longer than ${maxLength} characters`;
	return service === "ssm" ? ruleOfParameters(name) : ruleOfSecrets(name);
}
function readReference(text) {
	const [, given = "", name = ""] = /^([\w-]+):(.+)$/s.exec(text) ?? [];
	const service = serviceNamed(given);
	return service && {
		service,
		name
	};
}
function withDefaultName(text) {
	const service = serviceNamed(text);
	return service && {
		service,
		name: defaultNames[service]
	};
}
function serviceNamed(text) {
	return Object.keys(defaultNames).find((name) => name === text.toLowerCase());
}
function ruleOfParameters(name) {
	if (!/^[\w.\-/]+$/.test(name)) return "has characters that a parameter name cannot have. Use letters, digits, and _ . - /";
	if (name.includes("/") && !name.startsWith("/")) return "has a slash, but does not start with one";
	if (/\/(?:\/|$)/.test(name)) return "has an empty part between two slashes, or at its end";
	if (/^\/?(?:aws|ssm)/i.test(name)) return "starts with aws or ssm, which is reserved by AWS";
	return name.split("/").length > 16 ? `has more than ${maxLevels} levels` : void 0;
}
function ruleOfSecrets(name) {
	if (/^[\w/+=.@-]+$/.test(name)) return void 0;
	return "has characters that the name of a secret cannot have. Use letters, digits, and / _ + = . @ -";
}
// src/ec2/store-of.ts
function storeOf({ tags }) {
	return parseReference(tags.get(tagKeys.store) ?? "");
}
// src/ec2/name-taken.ts
var NameTakenError = class extends KeyPairError {
	holder;
	constructor(holder, asked, cause) {
		const { keyName, keyPairId, region, fingerprint } = holder;
		super("NAME_TAKEN", `Key pair "${keyName}" already exists in ${region} (${keyPairId}, fingerprint ${fingerprint}).${ofSameRun(holder, asked)}`, {
			hint: `${howToUse(holder)} To get a new key in every run, leave out key-name.`,
			cause
		});
		this.holder = holder;
	}
};
function howToUse(holder) {
	const store = storeOf(holder);
	return store === void 0 ? "EC2 returns a private key only once, at creation. To use the key pair without its private key, set operation: ensure. To replace it, delete it with operation: delete before this step." : `Its private key is in ${referenceText(store)}: to use both, set operation: ensure. To replace the key, set operation: rotate.`;
}
function ofSameRun(holder, asked) {
	const { tags } = holder;
	const own = new Map(asked.tags.map(({ key, value }) => [key, value]));
	const [ownRunId, ownAttempt] = (own.get(tagKeys.run) ?? "").split("/");
	const [, runId, attempt] = /^(\d+)\/(\d+)$/.exec(tags.get(tagKeys.run) ?? "") ?? [];
	if (runId !== ownRunId || tags.get(tagKeys.repository) !== own.get(tagKeys.repository)) return "";
	if (attempt === ownAttempt) return " Another step of this run created it.";
	return ` Attempt ${attempt} of this run created it.${storeOf(holder) === void 0 ? " Unless it imported a key or saved the private key, no one has that." : ""}`;
}
function maybeOwn({ keyName, region }, { lookupError }, cause) {
	const what = `Key pair "${keyName}" already exists in ${region}, and this step may have created it.`;
	const hint = "If this step created it, it is unusable: its private key was lost in transit.";
	if (lookupError === void 0) {
		const message = `${what} EC2 does not show whose it is.`;
		return new KeyPairError("NAME_TAKEN_MAYBE_BY_THIS_STEP", message, {
			hint,
			cause
		});
	}
	const { message, hint: advice = "" } = lookupError instanceof KeyPairError ? lookupError : unexpectedError(lookupError);
	return new KeyPairError("NAME_TAKEN_MAYBE_BY_THIS_STEP", `${what}\n${message}`, {
		hint: `${hint} ${advice}`.trimEnd(),
		cause: lookupError
	});
}
// src/keys/der-private-key.ts
const sequence = /^30(?:[0-7]|8([12]))/;
const beginnings = [
	[/^02010[01]30/, "PRIVATE KEY"],
	[/^02010104/, "EC PRIVATE KEY"],
	[/^02010[01]02/, "RSA PRIVATE KEY"],
	[/^02010330/, "PKCS12 PRIVATE KEY"]
];
const maxStart = 160;
function derPrivateKey(der) {
	const hex = der.toString("hex", 0, maxStart);
	const header = sequence.exec(hex);
	if (header === null) return void 0;
	const [, lengthBytes] = header;
	const contentsAt = lengthBytes === void 0 ? 2 : 2 + Number(lengthBytes);
	const contents = hex.slice(2 * contentsAt);
	const label = isEncrypted(contents) ? "ENCRYPTED PRIVATE KEY" : beginnings.find(([beginning]) => beginning.test(contents))?.[1];
	if (label === void 0) return void 0;
	const lengthAt = lengthBytes === void 0 ? 1 : 2;
	return {
		label,
		length: contentsAt + der.readUIntBE(lengthAt, contentsAt - lengthAt)
	};
}
function isEncrypted(contents) {
	const [, length = "", rest = ""] = /^30([0-7]\w)(06\w*)$/.exec(contents) ?? [];
	return rest.startsWith("04", Number.parseInt(length, 16) * 2);
}
// src/keys/unescaped.ts
const whitespace = /\\{1,4}([rnt])/g;
const hexadecimal = /\\{1,4}(?:u00|x)([0-9A-Fa-f]{2})/g;
const punctuation = /\\{1,4}([^\w\s\\])/g;
const percentEncoded = /%(?:25){0,3}([0-9A-Fa-f]{2})/g;
function unescaped(text) {
	return fromUrl(text.replace(whitespace, (_, letter) => letter === "t" ? "	" : letter === "r" ? "\r" : "\n").replace(hexadecimal, (_, hex) => characterOf(hex)).replace(punctuation, "$1")).replace(/\r\n?/g, "\n");
}
function fromUrl(text) {
	if (text.search(percentEncoded) < 0) return text;
	return (/%(?:25){0,3}20|\s/.test(text) ? text : text.replaceAll("+", " ")).replace(percentEncoded, (_, hex) => characterOf(hex));
}
function characterOf(hex) {
	return String.fromCharCode(Number.parseInt(hex, 16));
}
// src/keys/find-private-keys.ts
const privateKeyMark = /(?:BEGIN|END) [A-Z0-9 ]{0,40}PRIVATE KEY|PuTTY-User-Key-File|b3BlbnNzaC1rZXk/;
const jwkMember = /"(?:d|p|q|dp|dq|qi)"\s{0,8}:\s{0,8}"([\w-]{16,})"/g;
const base64Run = /[\w+/-]{20,}(?:\s{1,8}[\w+/-]+)*={0,2}/g;
const maxEncodings = 3;
const maxEncodedLength = 65536;
function privateKeysIn(text, outer = []) {
	const plain = unescaped(text);
	const found = (key) => ({
		text: key,
		encodedTwice: outer.at(-2)
	});
	if (privateKeyMark.test(plain)) return [found(withBegin(plain))];
	const jwk = jwkIn(plain);
	if (jwk !== void 0) return [found(jwk)];
	if (outer.length === maxEncodings) return [];
	return [...plain.slice(0, maxEncodedLength).matchAll(base64Run)].flatMap(([run]) => {
		const together = encodedIn(run, outer);
		return together.length > 0 ? together : run.split(/\s+/).flatMap((word) => encodedIn(word, outer));
	});
}
function encodedIn(base64, outer) {
	const lines = base64.replaceAll("-", "+").replaceAll("_", "/").split(/\s+/);
	const bytes = Buffer.from(lines.join(""), "base64");
	const key = derPrivateKey(bytes);
	if (key === void 0) return privateKeysIn(bytes.toString("latin1"), [...outer, base64]);
	return [{
		text: writePem(key.label, firstOf(lines, key.length)),
		encodedTwice: outer.at(-2)
	}];
}
function firstOf(lines, bytes) {
	let left = Math.ceil(bytes / 3) * 4;
	return lines.flatMap((line) => {
		const part = line.slice(0, left);
		left -= part.length;
		return part === "" ? [] : [part];
	});
}
function withBegin(text) {
	const [, label] = /-----END ([A-Z0-9 ]{0,40}PRIVATE KEY)-----/.exec(text) ?? [];
	return label === void 0 || text.includes("BEGIN ") ? text : `-----BEGIN ${label}-----\n${text}`;
}
function jwkIn(text) {
	if (!/"kty"\s{0,8}:/.test(text) || !/"d"\s{0,8}:/.test(text)) return void 0;
	const members = [...text.matchAll(jwkMember)].map(([, member = ""]) => member.replaceAll("-", "+").replaceAll("_", "/"));
	return members.length === 0 ? void 0 : writePem("JWK PRIVATE KEY", members);
}
// src/keys/plain-text.ts
const encodedKey = /^(?:c3NoL|ZWNkc2Et|c2st|LS0tL|UHVUVFk)[A-Za-z0-9+/\s]+={0,2}\s*$/;
function plainText(given) {
	const text = unquoted(fromUtf16(given).replace(/[\u200b-\u200d\u2060\ufeff]/g, "").trim());
	return withNewlines(encodedKey.test(text) ? Buffer.from(text, "base64").toString("utf8") : text).replace(/\r\n?/g, "\n").trim();
}
function fromUtf16(text) {
	if (/^\ufffd\ufffd[^\0]\0/.test(text)) return pairsOf(text).toString("utf16le");
	if (/^\ufffd\ufffd\0[^\0]/.test(text)) return pairsOf(text).swap16().toString("utf16le");
	return /^(?:(?:[^\0]\0)+|(?:\0[^\0])+)$/.test(text) ? text.replaceAll("\0", "") : text;
}
function pairsOf(text) {
	const bytes = Buffer.from(text.slice(2).replaceAll("�", "?"));
	return bytes.subarray(0, bytes.length - bytes.length % 2);
}
function unquoted(text) {
	const [, document] = /^<<[-~]?EO[FT]\r?\n(.*)(?<=\n)[ \t]*EO[FT]$/s.exec(text) ?? [];
	if (document !== void 0) return document.trim();
	const [, , inside] = /^(["'`])(.*)\1$/s.exec(text) ?? [];
	return inside?.trim() ?? text;
}
function withNewlines(text) {
	if (/^(?:-----BEGIN|---- BEGIN|PuTTY-User-Key-File)/.test(text)) return text.replace(/(?:\\r)?\\n/g, "\n");
	let line = text;
	while (line.endsWith("\\n") || line.endsWith("\\r")) line = line.slice(0, -2);
	return line;
}
// src/keys/unreadable-key-masks.ts
const maxSecretLength = 65536;
const label = /-{0,8} ?(?:BEGIN|END) [A-Z0-9 ]{0,40}PRIVATE KEY(?:[A-Z0-9 ]{0,40}-{4,8})?/g;
const endOfKey = /^-{0,8} ?END |^Private-(?:MAC|Hash):/;
const headerOrWord = /[\w-]{1,64}:(?:\s+(?![\w-]{1,64}:\s)\S+)?(?:\s+(?![\w-]{1,64}:\s|[A-Za-z0-9+/=]{16,}(?:\s|$))\S+)*|\S+/g;
const maxHeaderLength = 100;
const minDataLength = 16;
function blocksIn(text) {
	return text.slice(0, maxSecretLength).split(/(?=-----BEGIN |PuTTY-User-Key-File-)|(?<=---- END SSH2 ENCRYPTED PRIVATE KEY ----)/).filter((block) => privateKeyMark.test(block));
}
function masksOfBlock(text) {
	const lines = linesOf(text);
	const start = lines.findIndex((line) => /^-{0,8} ?BEGIN |^Private-Lines:/.test(line)) + 1;
	const first = lines.findIndex((line, at) => at >= start && !isHeader(line));
	const end = lines.findIndex((line, at) => at > first && endOfKey.test(line));
	const last = end < 0 ? lines.length : end;
	const secret = lines.slice(first, last).filter((line) => !isHeader(line)).map((line) => line.replace(/[^A-Za-z0-9+/=]/g, ""));
	if (first < 0 || secret.join("").length < minDataLength) return masksOfRuns(text);
	const bytes = Buffer.from(secret.join(""), "base64");
	return masksOfText({
		before: lines.slice(0, first),
		secret,
		after: lines.slice(last)
	}, [secretPart(bytes, pemLabels(text)[0] ?? "")]);
}
function masksOfRuns(text) {
	const secret = text.slice(0, maxSecretLength).replace(label, " ").match(/[A-Za-z0-9+/]{16,}/g) ?? [];
	return secret.length === 0 ? [] : masksOfText({
		before: [],
		secret,
		after: []
	}, [Buffer.from(secret.join(""), "base64")]);
}
function linesOf(text) {
	return text.replace(label, "\n$&\n").split("\n").map((line) => line.trim()).flatMap((line) => isHeader(line) ? [line] : line.match(headerOrWord) ?? []);
}
function isHeader(line) {
	return /^-{0,8} ?(?:BEGIN|END) /.test(line) || /^[\w-]{1,64}:(?:\s|$)/.test(line) && line.length <= maxHeaderLength;
}
function secretPart(bytes, label) {
	if (label === "OPENSSH PRIVATE KEY") return lastStringOf(bytes) ?? bytes;
	return /^(?:ENCRYPTED )?PRIVATE KEY$/.test(label) ? lastOctetStringOf(bytes) ?? bytes : bytes;
}
function lastStringOf(container) {
	try {
		const reader = new WireReader(container);
		reader.bytes(15);
		for (const _ of [
			"cipher",
			"kdf",
			"kdf options"
		]) reader.string();
		reader.uint32();
		reader.string();
		return reader.string();
	} catch {
		return;
	}
}
function lastOctetStringOf(der) {
	for (let at = 0; at < Math.min(der.length, 256); at += 1) for (const headerLength of [
		2,
		3,
		4
	]) {
		const header = Buffer.from([4, ...lengthOf(der.length - at - headerLength)]);
		if (der.subarray(at, at + headerLength).equals(header)) return der.subarray(at + headerLength);
	}
}
function lengthOf(length) {
	if (length < 128) return [length];
	return length < 256 ? [129, length] : [
		130,
		length >> 8,
		length & 255
	];
}
// src/keys/private-key-text.ts
async function maskPrivateKeyIn(given, registerMasks) {
	const found = privateKeysIn(plainText(given));
	if (found.length === 0) return void 0;
	const areMasked = [];
	for (const { text, encodedTwice } of found) {
		for (const block of blocksIn(text)) areMasked.push(await maskBlock(block, registerMasks));
		if (encodedTwice !== void 0) await registerMasks(masksOfRuns(encodedTwice));
	}
	return areMasked.includes(true) ? "masked" : "unmasked";
}
async function maskBlock(block, registerMasks) {
	const key = parsed(block);
	if (key !== void 0) {
		await MaskedPrivateKey.mask(key, registerMasks);
		return true;
	}
	const masks = masksOfBlock(block);
	if (masks.length > 0) await registerMasks(masks);
	return masks.length > 0;
}
function parsed(text) {
	try {
		return PrivateKey.parse(text);
	} catch {
		return;
	}
}
// src/ec2/journal.ts
const ending = ".rotating";
function journalNameOf(keyName) {
	return `${keyName}${ending}`;
}
const none = "-";
const successorKey = `${prefix}rotation-to`;
const instancesKey = `${prefix}rotation-instances`;
const replacedKeys = [
	tagKeys.nonce,
	tagKeys.repository,
	tagKeys.run,
	tagKeys.managedBy
];
function tagsOfJournal({ tags }, nonce, run, successor, instances) {
	const before = replacedKeys.map((key) => tags.get(key) ?? none).join(" ");
	const own = [
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
			key: tagKeys.nonce,
			value: nonce
		},
		{
			key: tagKeys.rotation,
			value: before
		},
		{
			key: successorKey,
			value: `${successor.nonce} ${successor.store ?? none}`
		},
		...instances === void 0 ? [] : [tagOfInstances(instances)]
	];
	const ownKeys = own.map(({ key }) => key);
	const kept = [...tags].filter(([key]) => !ownKeys.includes(key));
	return [...own, ...kept.map(([key, value]) => ({
		key,
		value
	}))];
}
const unknownDigest = "0".repeat(64);
function withNewKeyDigest(tags, newKeyDigest) {
	return tags.map((tag) => {
		const instances = instancesIn(new Map([[tag.key, tag.value]]));
		return instances === void 0 ? tag : tagOfInstances({
			...instances,
			newKeyDigest
		});
	});
}
async function findJournal(keyName, keyPairs) {
	if (keyName.length > 246) return void 0;
	const journal = await keyPairs.find({ keyName: journalNameOf(keyName) });
	return journal === void 0 || readJournal(journal) === void 0 ? void 0 : journal;
}
function readJournal({ keyName, tags }) {
	const before = tags.get(tagKeys.rotation);
	if (before === void 0 || !keyName.endsWith(ending)) return void 0;
	const [, ...values] = /^(\S+) (\S+) (\S+) (.+)$/s.exec(before) ?? [];
	const old = new Map(replacedKeys.map((key, index) => [key, values[index] ?? none]));
	const restored = [...old].flatMap(([key, value]) => value === none ? [] : [{
		key,
		value
	}]);
	const kept = [...tags].filter(([key]) => !isOfJournal(key)).map(([key, value]) => ({
		key,
		value
	}));
	const nonce = old.get(tagKeys.nonce);
	return {
		keyName: keyName.slice(0, -9),
		tags: [...restored, ...kept],
		nonce: nonce === none ? void 0 : nonce,
		successor: successorIn(tags),
		instances: instancesIn(tags)
	};
}
function successorIn(tags) {
	const [, nonce, store] = /^([0-9a-f]{32}) (\S+)$/.exec(tags.get(successorKey) ?? "") ?? [];
	return nonce === void 0 ? void 0 : {
		nonce,
		store: store === none ? void 0 : store
	};
}
function tagOfInstances({ newKeyDigest = unknownDigest, policy, isNewKeyKept }) {
	return {
		key: instancesKey,
		value: `${newKeyDigest} ${policy}${isNewKeyKept ? " kept" : ""}`
	};
}
function instancesIn(tags) {
	const value = tags.get(instancesKey) ?? "";
	const [, digest, policy, kept] = /^([0-9a-f]{64}) (fail|warn)( kept)?$/.exec(value) ?? [];
	if (digest === void 0) return void 0;
	return {
		newKeyDigest: digest === unknownDigest ? void 0 : digest,
		policy: policy === "warn" ? "warn" : "fail",
		isNewKeyKept: kept !== void 0
	};
}
function isOfJournal(key) {
	return [
		tagKeys.rotation,
		successorKey,
		instancesKey,
		...replacedKeys
	].includes(key);
}
// src/operations/origin.ts
const lifetimes = [
	"job",
	"run",
	"persistent"
];
function originOf({ tags }, run) {
	const creating = creatingRunOf(tags, run);
	if (creating === void 0) return {
		lifetime: void 0,
		expiresAt: void 0,
		runUrl: void 0
	};
	const { repository, runId } = creating;
	return {
		creator: `run ${runId} of ${isManaged(tags, run) ? "this repository" : repository}`,
		creatingRunId: runId,
		lifetime: lifetimeIn(tags),
		expiresAt: expiryIn(tags),
		runUrl: `https://${repository}/actions/runs/${runId}`
	};
}
function lifetimeIn(tags) {
	return lifetimes.find((lifetime) => lifetime === tags.get(tagKeys.lifetime));
}
function expiryIn(tags) {
	const time = new Date(tags.get(tagKeys.expiresAt) ?? "");
	return Number.isNaN(time.getTime()) ? void 0 : time;
}
function creatingRunOf(tags, run) {
	const repository = tags.get(tagKeys.repository) ?? "";
	if (hostOf(repository) !== hostOf(run.repository)) return void 0;
	const [, runId] = /^(\d+)\/\d+$/.exec(tags.get(tagKeys.run) ?? "") ?? [];
	if (runId === void 0 || !/^[\w.-]+(?::\d+)?\/[\w.-]+\/[\w.-]+$/.test(repository)) return void 0;
	return {
		repository,
		runId
	};
}
function hostOf(repository) {
	return repository.slice(0, repository.indexOf("/"));
}
// src/operations/young.ts
const maxAge = 3e5;
const maxAgeWithInstances = 9e5;
function isYoung({ createdAt }, now, age = maxAge) {
	return createdAt !== void 0 && now.getTime() - createdAt.getTime() < age;
}
function isYoungRotation(journal, now) {
	const { instances } = readJournal(journal) ?? {};
	return isYoung(journal, now, instances === void 0 ? maxAge : maxAgeWithInstances);
}
// src/operations/check-deletion.ts
function outlivesRun({ tags }) {
	const lifetime = tags.get(tagKeys.lifetime);
	return lifetime !== "job" && lifetime !== "run";
}
async function checkDeletion(pairs, { force, ifInUse }, step) {
	const foreign = pairs.filter(({ tags }) => !isManaged(tags, step.run));
	if (foreign.length > 0 && !force) throw notManaged$1(foreign, step.run);
	return checkReferences(pairs, ifInUse, step);
}
async function checkReferences(pairs, policy, { findReferences }) {
	if (policy === "ignore" || pairs.length === 0) return [];
	const found = await findReferences(pairs.map(({ keyName }) => keyName));
	const findings = pairs.flatMap(({ keyName }) => findingOf(keyName, found.get(keyName)) ?? []);
	if (policy === "warn") return findings.map(({ sentence, missing }) => `${sentence}${missing}`);
	if (findings.length === 0) return [];
	throw new KeyPairError("IN_USE", [...findings.map(({ sentence }) => sentence), "Nothing was deleted."].join("\n"), { hint: [...new Set(findings.map(({ advice }) => advice))].join("\n") });
}
function findingOf(keyName, found) {
	if (found === void 0) return void 0;
	if ("references" in found) {
		if (found.references.length === 0) return void 0;
		return {
			sentence: `Key pair "${keyName}" is in use by ${found.references.join(", ")}.`,
			missing: "",
			advice: "Running instances keep the public key. Launch templates and Auto Scaling groups that reference the key pair can no longer launch instances without it. Update them first, or set if-in-use: warn."
		};
	}
	const sentence = `Could not check whether key pair "${keyName}" is in use: ${found.unknown}`;
	const { missingPermission } = found;
	if (missingPermission === void 0) return {
		sentence,
		missing: "",
		advice: "To delete it without this check, set if-in-use: warn."
	};
	const missing = ` The role needs ${missingPermission}.`;
	return {
		sentence,
		missing,
		advice: `${missing.trimStart()} docs/permissions.md lists all permissions for if-in-use.`
	};
}
function notManaged$1(foreign, run) {
	const sentences = foreign.map(({ keyName, keyPairId, region, tags }) => `Key pair "${keyName}" (${keyPairId}) in ${region} was not created by this action in this repository: ${ownerOf(tags, run)}.`);
	return new KeyPairError("NOT_OURS", [...sentences, "Nothing was deleted."].join("\n"), { hint: "To delete it anyway, set `force: true`." });
}
function ownerOf(tags, run) {
	const repository = tags.get(tagKeys.repository);
	if (repository !== void 0 && isManaged(tags, {
		...run,
		repository
	})) return `its tags name ${repository}`;
	return [...tags.keys()].some(isReservedTag) ? "it lacks some of the tags of this action" : "it has no tags of this action";
}
function deletionOutputs({ region, deleted }) {
	return {
		"aws-region": region,
		changed: String(deleted.length > 0),
		deleted: String(deleted.length)
	};
}
function deletionSummary({ region, deleted }, kept = []) {
	const more = deleted.length - 500;
	const notes = [...more > 0 ? [`Not shown: ${more}. The log lists all of them.`] : [], ...kept.length > 0 ? [`Kept, because they outlive the run: ${kept.length}. The log lists all of them.`] : []];
	const ofNotes = notes.length > 0 ? { notes } : {};
	if (deleted.length === 0) return {
		heading: `No EC2 key pair to delete in ${region}`,
		rows: [],
		...ofNotes
	};
	return {
		heading: `EC2 key pairs deleted in ${region}: ${deleted.length}`,
		columns: ["Name", "ID"],
		rows: deleted.slice(0, 500).map(({ keyName, keyPairId }) => [{ value: keyName }, { value: keyPairId }]),
		...ofNotes
	};
}
// src/operations/is-gone.ts
async function isGone({ keyPairId }, error, { keyPairs }) {
	if (error.code !== "NOT_ALLOWED") return false;
	try {
		return await keyPairs.findEventually({ keyPairId }) === void 0;
	} catch {
		return false;
	}
}
// src/operations/looks-like-id.ts
function looksLikeId(keyName) {
	return /^key-[0-9a-f]{17}$/.test(keyName);
}
// src/operations/delete.ts
const deleteOperation = {
	async plan(request, step) {
		const { journals, others } = await journalsAmong(await findAll$1(request.pairs, step), request, step);
		const kept = "runId" in request.pairs && !request.force ? others.filter(outlivesRun) : [];
		const pairs = others.filter((pair) => !kept.includes(pair));
		return {
			request,
			pairs,
			journals,
			kept,
			warnings: await checkDeletion(pairs, request, step)
		};
	},
	async preview({ request, pairs, journals, kept, warnings }, step) {
		const { keyPairs } = step;
		const { region } = keyPairs;
		const actions = [
			...pairs.map((pair) => ({
				text: `delete key pair "${pair.keyName}" (${pair.keyPairId}) in ${pair.region}${andStoredKey(pair)}`,
				checkPermission: () => keyPairs.checkPermission({
					call: "DeleteKeyPair",
					pair
				})
			})),
			...journals.map((pair) => ({
				text: `delete key pair "${pair.keyName}" (${pair.keyPairId}) in ${pair.region}, the journal of an earlier rotation`,
				checkPermission: () => keyPairs.checkPermission({
					call: "DeleteKeyPair",
					pair
				})
			})),
			...kept.map((pair) => ({ text: `keep ${keptText(pair)}` }))
		];
		return {
			actions: actions.length > 0 ? actions : [{ text: ["delete nothing", ...nothingFound(request.pairs, step)].join(". ") }],
			warnings,
			outputs: deletionOutputs({
				region,
				deleted: [...pairs, ...journals]
			})
		};
	},
	async execute(plan, step) {
		const { region } = step.keyPairs;
		const { deleted, failures } = await deletePlanned(plan, step);
		step.setOutputs(deletionOutputs({
			region,
			deleted
		}));
		if (failures.length > 0) throw joinedErrors(failures);
		return {
			lines: [],
			warnings: [],
			summary: deletionSummary({
				region,
				deleted
			}, plan.kept)
		};
	}
};
async function deletePlanned(first, step) {
	const { keyPairs, log } = step;
	const { kept } = first;
	if (first.pairs.length + first.journals.length + kept.length === 0) {
		const [what, ...advice] = nothingFound(first.request.pairs, step);
		log.notice(`${[`${what}: nothing to delete`, ...advice].join(". ")}.`);
	}
	for (const pair of kept) log.info(`Kept: ${keptText(pair)}. Delete it by name, or with force: true.`);
	for (const warning of first.warnings) log.warning(warning);
	const result = {
		deleted: [],
		failures: []
	};
	const next = keyPairs.tries();
	const triedIds = [];
	let { pairs } = first;
	while (pairs.length > 0) {
		triedIds.push(...pairs.map(({ keyPairId }) => keyPairId));
		if (await deleteAll(pairs, step, result)) break;
		pairs = await findOther(first.request.pairs, pairs, keyPairs);
		for (const warning of await checkDeletion(pairs, first.request, step)) log.warning(warning);
		if (pairs.length > 0 && !await next("all")) {
			for (const pair of pairs) log.warning(createdByOthers(pair));
			break;
		}
	}
	if (result.failures.length === 0) await deleteJournals(first.journals, triedIds, step, result);
	return result;
}
async function journalsAmong(found, request, step) {
	const { findDeletableJournals } = await import("./delete-journal.js");
	return findDeletableJournals(found, request, step);
}
async function deleteJournals(journals, deletedIds, step, { deleted, failures }) {
	for (const journal of journals) {
		const { deleteJournal } = await import("./delete-journal.js");
		try {
			if (await deleteJournal(journal, deletedIds, step)) deleted.push(journal);
		} catch (error) {
			if (!(error instanceof KeyPairError)) throw error;
			failures.push(error);
		}
	}
}
async function deleteAll(pairs, step, { deleted, failures }) {
	const { keyPairs, log } = step;
	let areConfirmed = true;
	for (const pair of pairs) try {
		const reference = storeOf(pair);
		if (reference !== void 0) {
			const { deleteStoredKey } = await import("./stores.js");
			await deleteStoredKey(pair, reference, step);
		}
		const outcome = await keyPairs.delete(pair);
		areConfirmed &&= outcome === "deleted";
		if (outcome === "not-found") continue;
		deleted.push(pair);
		log.info(`Deleted key pair "${pair.keyName}" (${pair.keyPairId}) in ${pair.region}.`);
	} catch (error) {
		if (!(error instanceof KeyPairError)) throw error;
		if (await isGone(pair, error, step)) areConfirmed = false;
		else failures.push(error);
	}
	return areConfirmed;
}
async function findAll$1(choice, { keyPairs, run }) {
	if ("runId" in choice) return listEventually(filtersOfRun(choice.runId, run), keyPairs);
	const pair = await keyPairs.findEventually(choice);
	return pair === void 0 ? [] : [pair];
}
async function listEventually(filters, keyPairs) {
	return await keyPairs.look(async () => {
		const pairs = await keyPairs.list(filters);
		return pairs.length === 0 ? void 0 : pairs;
	}) ?? [];
}
async function findOther(choice, pairs, keyPairs) {
	if (!("keyName" in choice)) return [];
	const other = await keyPairs.look(async () => {
		const pair = await keyPairs.find(choice);
		return pairs.some(({ keyPairId }) => keyPairId === pair?.keyPairId) ? void 0 : pair;
	});
	return other === void 0 ? [] : [other];
}
function joinedErrors(failures) {
	const [first] = failures;
	const hints = [...new Set(failures.flatMap(({ hint }) => hint ?? []))];
	return new KeyPairError(first?.code ?? "REFUSED", failures.map(({ message }) => message).join("\n"), {
		hint: hints.join("\n"),
		cause: failures
	});
}
function nothingFound(choice, { keyPairs: { region }, run }) {
	if ("runId" in choice) return [`Workflow run ${choice.runId} of ${run.repository} has no key pair in ${region}`];
	if ("keyPairId" in choice) return [`Key pair ${choice.keyPairId} does not exist in ${region}`];
	const { keyName } = choice;
	return [
		`Key pair "${keyName}" does not exist in ${region}`,
		.../[*?]/.test(keyName) ? ["key-name is taken literally: to delete what a workflow run created, set run-id"] : [],
		...looksLikeId(keyName) ? ["To delete the key pair with this ID, set key-pair-id"] : []
	];
}
function andStoredKey(pair) {
	const reference = storeOf(pair);
	return reference === void 0 ? "" : `, and its private key in ${referenceText(reference)}`;
}
function createdByOthers({ keyName, keyPairId, region }) {
	return `Key pair "${keyName}" (${keyPairId}) exists in ${region} and was not deleted: other processes keep deleting and creating it.`;
}
function keptText({ keyName, tags }) {
	return `key pair "${keyName}" (${tags.get(tagKeys.lifetime) ?? "its tags name no lifetime"})`;
}
// src/results/key-pair-list.ts
const maxOutput = 262144;
const maxLines = 20;
function listJson(pairs) {
	return JSON.stringify(pairs);
}
function listOutputs(pairs, region, file) {
	return outputsOfEntries(entriesOf(pairs), region, file);
}
function outputsOfEntries(entries, region, file) {
	return {
		"key-pairs": arrayThatFits(entries),
		"key-pairs-path": file,
		"aws-region": region,
		changed: "false"
	};
}
function jsonThatFits(pairs) {
	return arrayThatFits(entriesOf(pairs));
}
function listWarnings(pairs) {
	return warningsOfEntries(entriesOf(pairs), pairs.length);
}
function warningsOfEntries(entries, total) {
	const { length } = entriesThatFit(entries);
	if (length === total) return [];
	return [`The output key-pairs holds the first ${counted(length)} of ${counted(total)}; key-pairs-path holds all.`];
}
function listLines(pairs, regions, file) {
	const shown = pairs.slice(0, maxLines);
	const more = pairs.length - shown.length;
	return [
		`Key pairs in ${namesOf(regions)}: ${pairs.length}.`,
		...shown.map(({ keyName, keyPairId, keyType, region }) => [
			` `,
			keyName,
			keyPairId,
			keyType,
			...regions.length > 1 ? [region] : []
		].join(" ")),
		...more > 0 ? [`  … and ${more} more, in ${file}.`] : []
	];
}
function listSummary(pairs, regions, file) {
	const where = namesOf(regions);
	if (pairs.length === 0) return {
		heading: `No EC2 key pairs found in ${where}`,
		rows: []
	};
	const shown = pairs.slice(0, 500);
	const more = pairs.length - shown.length;
	return {
		heading: `EC2 key pairs found in ${where}: ${pairs.length}`,
		columns: [
			"Name",
			...regions.length > 1 ? ["Region"] : [],
			...[
				"ID",
				"Type",
				"Created",
				"Managed",
				"Tags"
			]
		],
		rows: shown.map((pair) => [
			{ value: pair.keyName },
			...regions.length > 1 ? [pair.region] : [],
			pair.keyPairId,
			pair.keyType,
			(pair.createdAt ?? "").slice(0, 10),
			pair.managed ? "yes" : "no",
			userTagsOf(pair)
		]),
		...more > 0 ? { notes: [`Not shown: ${more}. The complete list is in ${file}.`] } : {}
	};
}
function userTagsOf({ tags }) {
	const own = Object.entries(tags).filter(([key]) => !isReservedTag(key));
	return own.length === 0 ? "" : { value: own.map(([key, value]) => `${key}=${value}`).join(", ") };
}
function namesOf(regions) {
	return new Intl.ListFormat("en-US").format(regions);
}
function counted(count) {
	return count.toLocaleString("en-US");
}
function arrayThatFits(entries) {
	return `[${entriesThatFit(entries).join(",")}]`;
}
function* entriesOf(pairs) {
	for (const pair of pairs) yield JSON.stringify(pair);
}
function entriesThatFit(entries) {
	const fitting = [];
	let length = 1;
	for (const entry of entries) {
		length += entry.length + 1;
		if (length > maxOutput) break;
		fitting.push(entry);
	}
	return fitting;
}
// src/destinations/store/stored-key.ts
const waitForCopy = 3e4;
const advice = "Someone replaced the private key there, or the tag of the key pair. Correct the tag, or delete the key pair and create it again.";
function storedKeySource(store, isPairNew, registerMasks) {
	const { reference: where } = store;
	return {
		notFound: `${where} does not exist`,
		async find() {
			const text = await store.poll(() => store.read(), isPairNew ? waitForCopy : void 0);
			if (text === void 0) return void 0;
			await maskPrivateKeyIn(text, registerMasks);
			try {
				return {
					where,
					privateKey: PrivateKey.parse(text),
					advice
				};
			} catch (error) {
				if (!(error instanceof KeyPairError)) throw error;
				const { code, message, hint } = error;
				throw new KeyPairError(code, `${where}: ${message}`, {
					hint,
					cause: error
				});
			}
		}
	};
}
// src/operations/private-key-of-pair.ts
async function findPrivateKey(pair, { sources, isRequired }, step) {
	const missing = [];
	for (const request of sources) {
		const source = await step.openSource(request);
		const found = await source.find();
		if (found !== void 0) return {
			found: checked(found, pair),
			isFromStore: false,
			missing
		};
		missing.push(source.notFound);
	}
	const reference = storeOf(pair);
	if (reference === void 0) return {
		found: void 0,
		isFromStore: false,
		missing
	};
	const source = storedKeySource(await step.openStore(reference), isYoung(pair, step.now()), step.registerMasks);
	try {
		const found = await source.find();
		if (found !== void 0) return {
			found: checked(found, pair),
			isFromStore: true,
			missing
		};
		missing.push(source.notFound);
	} catch (error) {
		if (isRequired || !(error instanceof KeyPairError) || error.code !== "NOT_ALLOWED") throw error;
		missing.push(error.message.replace(/\.$/, ""));
	}
	return {
		found: void 0,
		isFromStore: false,
		missing
	};
}
function checked(found, pair) {
	if (belongsTo(found, pair)) return found;
	const expected = pair.publicKey === void 0 ? pair.fingerprint : sha256Fingerprint(pair.publicKey);
	throw keyOfAnotherPair(found, `"${pair.keyName}" in ${pair.region} (${expected})`);
}
function belongsTo({ privateKey }, { publicKey, fingerprint }) {
	return publicKey?.equals(privateKey.publicKey) ?? isFingerprintOf(privateKey, fingerprint);
}
const askingInputs = {
	store: "store",
	output: "output-private-key",
	agent: "ssh-agent",
	file: "private-key-path"
};
function notHere({ keyName, region }, missing, asked) {
	const looked = missing.length === 0 ? "private-key-path names no file" : missing.join("; ");
	const inputs = asked.filter(({ required }) => required).map(({ kind }) => askingInputs[kind]);
	return new KeyPairError("PRIVATE_KEY_NOT_HERE", `Key pair "${keyName}" exists in ${region}, but this job does not have its private key (${looked}).`, { hint: `EC2 returns a private key only once, at creation. Set private-key-path to a file with the key, or remove ${inputs.join(" and ")} if you only need the key pair, or delete the key pair and create it again. With store, AWS keeps the private key for other jobs.` });
}
// src/operations/existing-pair.ts
async function planExisting(pair, places, step) {
	const managed = isManaged(pair.tags, step.run);
	if (places.destinations.length === 0) return {
		pair,
		managed,
		found: void 0,
		destinations: []
	};
	const isRequired = places.destinations.some(({ required }) => required);
	const { found, isFromStore, missing } = await findPrivateKey(pair, {
		sources: places.sources,
		isRequired
	}, step);
	if (found === void 0) {
		if (isRequired) throw notHere(pair, missing, places.destinations);
		return {
			pair,
			managed,
			found,
			destinations: [],
			remarks: storeOf(pair) === void 0 ? [] : [`Private key not available: ${missing.join("; ")}.`]
		};
	}
	const { keyName, tags } = pair;
	const { publicKey } = found.privateKey;
	const nonce = tags.get(tagKeys.nonce);
	const canKeep = managed && nonce !== void 0 && !isFromStore;
	const requests = places.destinations.filter(({ kind }) => kind !== "store" || canKeep).map((request) => whereItsTagSays(request, pair));
	return {
		pair,
		managed,
		found,
		destinations: await openAll(requests, {
			keyName,
			lifetime: void 0,
			publicKey,
			nonce
		}, step),
		remarks: [...isFromStore ? [`The private key was read from ${found.where}.`] : [], ...otherStore(pair, places.destinations)]
	};
}
function whereItsTagSays(request, pair) {
	const reference = storeOf(pair);
	return request.kind === "store" && reference !== void 0 ? {
		...request,
		store: referenceText(reference)
	} : request;
}
function otherStore(pair, requests) {
	const reference = storeOf(pair);
	const asked = requests.find((request) => request.kind === "store");
	if (reference === void 0 || asked === void 0) return [];
	const wanted = referenceFor(asked.store, pair.keyName);
	if (wanted === void 0 || referenceText(wanted) === referenceText(reference)) return asked.kmsKeyId === void 0 ? [] : [keptKmsKey(reference)];
	return [`Not applied: store. The private key of this key pair is kept in ${referenceText(reference)}.`];
}
function keptKmsKey(reference) {
	return `Not applied: store-kms-key-id. It applies only when the private key is written: ${referenceText(reference)} stays encrypted as it is.`;
}
async function previewExisting({ pair, found, destinations, remarks = [], warnings = [] }, { run }, change = "none") {
	const result = {
		...resultOf(pair, {
			found,
			delivered: await Promise.all(destinations.map((destination) => destination.expected())),
			change
		}, run),
		warnings
	};
	return {
		actions: [{ text: `use key pair "${pair.keyName}" (${pair.keyPairId}) in ${pair.region}` }, ...destinations.map(({ intent }) => ({ text: intent }))],
		remarks,
		warnings: reportOf(result).warnings,
		outputs: outputsWithStore(result, pair)
	};
}
async function executeExisting(existing, step, change = "none") {
	return step.claims.undoOnFailure(async (claims) => {
		const result = await deliverExisting(existing, step, {
			change,
			claims
		});
		step.setOutputs(outputsWithStore(result, existing.pair));
		return reportOf(result);
	});
}
async function deliverExisting(existing, { registerMasks, run }, { change, claims }) {
	const { pair, found, destinations, remarks = [], warnings = [] } = existing;
	const { delivered } = found === void 0 ? { delivered: [] } : await deliver(destinations, {
		claims,
		registerMasks
	}, async () => ({
		privateKey: found.privateKey,
		keyPairId: pair.keyPairId
	}));
	return {
		...resultOf(pair, {
			found,
			delivered,
			change
		}, run),
		remarks,
		warnings
	};
}
function outputsWithStore(result, pair) {
	const reference = storeOf(pair);
	return {
		...reference === void 0 ? {} : { "private-key-store": referenceText(reference) },
		...outputsOf(result)
	};
}
function pairNotFound(choice, region, { attempt }) {
	const which = "keyName" in choice ? `"${choice.keyName}"` : choice.keyPairId;
	const rerun = attempt === "1" ? "" : `This is attempt ${attempt} of the run: an earlier attempt may have deleted the key pair. Choose "Re-run all jobs" to create it again. `;
	const literal = "keyName" in choice && /[*?]/.test(choice.keyName) ? "key-name is taken literally: to list key pairs by a pattern, use `operation: describe` with key-name-pattern. " : "";
	const asId = "keyName" in choice && looksLikeId(choice.keyName) ? "To look up the key pair with this ID, set key-pair-id. " : "";
	return new KeyPairError("PAIR_NOT_FOUND", `Key pair ${which} does not exist in ${region}.`, { hint: `${rerun}${literal}${asId}A key pair belongs to one Region of one account. Check aws-region and the account of the credentials. To create missing key pairs, use \`operation: ensure\`.` });
}
function resultOf(pair, { found, delivered, change }, run) {
	const { keyName, keyPairId, region, keyType, fingerprint, publicKey } = pair;
	return {
		keyName,
		keyPairId,
		region,
		keyType,
		fingerprint,
		sha256Fingerprint: publicKey === void 0 ? "" : sha256Fingerprint(publicKey),
		publicKey: publicKey?.openSshLine(keyName) ?? "",
		change,
		...originOf(pair, run),
		delivered,
		fingerprintDiffers: found !== void 0 && !isFingerprintOf(found.privateKey, fingerprint)
	};
}
// src/operations/describe.ts
const describe = {
	async plan({ pairs }, step) {
		return (await findAll(pairs, step)).map((pair) => listed(pair, step.run)).sort(byName);
	},
	async preview(pairs, { keyPairs }) {
		const { region } = keyPairs;
		return {
			actions: [{ text: `list ${pairs.length} key ${pairs.length === 1 ? "pair" : "pairs"} in ${region}` }],
			warnings: listWarnings(pairs),
			outputs: listOutputs(pairs, region, "")
		};
	},
	async execute(pairs, step) {
		const { region } = step.keyPairs;
		const file = step.writeListFile(listJson(pairs));
		step.setOutputs(listOutputs(pairs, region, file));
		return {
			lines: listLines(pairs, [region], file),
			warnings: listWarnings(pairs),
			summary: listSummary(pairs, [region], file)
		};
	}
};
async function findAll(choice, { keyPairs, run }) {
	if ("runId" in choice) return keyPairs.list(filtersOfRun(choice.runId, run));
	if ("tags" in choice) return keyPairs.list(filtersOf(choice));
	const pair = await keyPairs.findEventually(choice);
	if (pair === void 0) throw pairNotFound(choice, keyPairs.region, run);
	return [pair];
}
function filtersOf({ namePattern, fingerprint, tags }) {
	return [
		...namePattern === void 0 ? [] : [{
			name: "key-name",
			pattern: namePattern
		}],
		...fingerprint === void 0 ? [] : [{
			name: "fingerprint",
			pattern: fingerprint
		}],
		...tags
	];
}
function listed(pair, run) {
	const { keyName, keyPairId, keyType, fingerprint, region, createdAt, tags } = pair;
	return {
		keyName,
		keyPairId,
		keyType: keyType ?? "",
		fingerprint,
		region,
		createdAt: createdAt?.toISOString() ?? null,
		managed: isManaged(tags, run),
		tags: Object.fromEntries([...tags].filter(([key]) => key !== tagKeys.nonce))
	};
}
function byName(a, b) {
	if (a.keyName === b.keyName) return 0;
	return a.keyName < b.keyName ? -1 : 1;
}
// src/operations/not-applied.ts
function notApplied({ keyName, tags }, request, why) {
	const lifetime = lifetimeIn(tags) ?? "persistent";
	const missing = lackingIn(tags, request.tags ?? []).map(({ key }) => key);
	const options = [
		...missing.length === 0 ? [] : [`tags (${missing.join(", ")})`],
		...request.expiresAfter === void 0 ? [] : ["expires-after"],
		...request.lifetime === lifetime ? [] : [`lifetime: ${request.lifetime}`]
	];
	return {
		remarks: options.length === 0 ? [] : [`Not applied: ${options.join(", ")}. ${why}`],
		warnings: lifetime === "job" ? [`Key pair "${keyName}" is not kept: it is deleted when the job that created it ends.`] : []
	};
}
function lackingIn(tags, wanted) {
	return wanted.filter(({ key, value }) => tags.get(key) !== value);
}
// src/operations/ensure.ts
const notManaged = "This action did not create the key pair in this repository.";
const fixedLifetime = "The lifetime of a key pair is set when it is created.";
const ensure = {
	async plan(request, step) {
		return {
			request,
			decision: await decide(request, await step.keyPairs.find({ keyName: request.keyName }), step)
		};
	},
	async preview({ decision }, step) {
		if ("absent" in decision) return (await import("./existing-pair.js")).previewFreeName(decision.absent, step);
		if ("rotating" in decision) {
			const { previewOfAbandoned } = await import("./rotate.js");
			return previewOfAbandoned(decision.rotating, "use it", step);
		}
		const { pair, lackingTags: tags } = decision.existing;
		const preview = await previewExisting(decision.existing, step, changeOf(decision.existing));
		if (tags.length === 0) return preview;
		const setTags = {
			text: `set ${tags.length === 1 ? "tag" : "tags"} ${tags.map(({ key }) => key).join(", ")} on key pair "${pair.keyName}" in ${pair.region}`,
			checkPermission: () => step.keyPairs.checkPermission({
				call: "CreateTags",
				pair,
				tags
			})
		};
		return {
			...preview,
			actions: [...preview.actions, setTags]
		};
	},
	async execute({ request, decision: first }, step) {
		const next = step.keyPairs.tries();
		let decision = first;
		for (;;) {
			if ("rotating" in decision) {
				const { awaitRotation } = await import("./rotate.js");
				await awaitRotation(decision.rotating, next, step);
				decision = await decide(request, await step.keyPairs.find(request), step);
				continue;
			}
			const done = "existing" in decision ? await useExisting(decision.existing, step) : await createAbsent(decision.absent, request, step);
			if ("report" in done) return done.report;
			if ("deleted" in done && !await next("all")) throw deletedByOthers(done.deleted);
			decision = await decide(request, "deleted" in done ? await step.keyPairs.findNext(done.deleted) : done.holder, step);
		}
	}
};
async function decide(request, pair, step) {
	if (pair === void 0) {
		const { keyName, keyType = "rsa", ...rest } = request;
		const rotating = await findJournal(keyName, step.keyPairs);
		if (rotating !== void 0) return { rotating };
		const plan = () => planNewPair({
			...rest,
			keyType,
			name: { exact: keyName }
		}, step);
		return planUnlessTaken(plan, request, step);
	}
	return { existing: await planFitting(pair, request, step) };
}
async function planFitting(pair, request, step) {
	if (request.keyType !== void 0 && pair.keyType !== request.keyType) throw typeDiffers(pair, request);
	const existing = await planExisting(pair, request, step);
	if (!existing.managed) return withNotes(existing, notApplied(pair, request, notManaged), []);
	const ofStore = existing.destinations.flatMap((destination) => destination.tags);
	const tags = [...lackingTags(pair, request, step.now()), ...lackingIn(pair.tags, ofStore)];
	return withNotes(existing, notApplied(pair, { lifetime: request.lifetime }, fixedLifetime), tags);
}
function withNotes(existing, notes, lackingTags) {
	const remarks = [...existing.remarks ?? [], ...notes.remarks];
	return {
		...existing,
		...notes,
		remarks,
		lackingTags
	};
}
async function planUnlessTaken(plan, request, step) {
	try {
		return { absent: await plan() };
	} catch (error) {
		if (!(error instanceof KeyPairError) || error.code !== "STORE_TAKEN") throw error;
		const pair = await step.keyPairs.findEventually({ keyName: request.keyName });
		if (pair === void 0) throw error;
		return decide(request, pair, step);
	}
}
async function createAbsent(plan, { keyName }, step) {
	try {
		step.log.info(`Key pair "${keyName}" does not exist in ${step.region} yet.`);
		return { report: await create.execute(plan, step) };
	} catch (error) {
		if (!(error instanceof NameTakenError)) throw error;
		step.log.info(`Another process created key pair "${keyName}" first. Checking again.`);
		return { holder: error.holder };
	}
}
async function useExisting(existing, step) {
	const tagged = await setLackingTags(existing, step);
	if (tagged === void 0) return { deleted: existing.pair };
	return { report: await executeExisting(tagged, step, changeOf(existing)) };
}
async function setLackingTags(existing, step) {
	const { pair, managed, found, lackingTags: tags, remarks = [] } = existing;
	const { keyName } = pair;
	if (!managed && found === void 0) step.log.info(`Key pair "${keyName}" was not created by this action in this repository, so its private key is with whoever created it.`);
	if (tags.length > 0 && await step.keyPairs.tag(pair, tags) === "not-found") {
		step.log.info(`Another process deleted key pair "${keyName}". Checking again.`);
		return;
	}
	const set = tags.map(({ key, value }) => `${key}=${value}`).join(", ");
	return {
		...existing,
		remarks: tags.length === 0 ? remarks : [`Set tags: ${set}.`, ...remarks]
	};
}
function changeOf({ lackingTags }) {
	return lackingTags.length > 0 ? "tagged" : "none";
}
function lackingTags({ tags }, request, now) {
	const wanted = [...request.tags];
	const expiresAt = expiryOf(request.expiresAfter, now);
	if (expiresAt !== void 0) wanted.push({
		key: tagKeys.expiresAt,
		value: expiresAt.toISOString()
	});
	return lackingIn(tags, wanted);
}
function deletedByOthers({ keyName, keyPairId, region }) {
	return new KeyPairError("PAIR_NOT_FOUND", `Key pair "${keyName}" (${keyPairId}) no longer exists in ${region}: other processes keep deleting it.`, { hint: "Let only one job delete the key pair, after all jobs that use it." });
}
function typeDiffers(pair, { keyType }) {
	return new KeyPairError("KEY_TYPE_DIFFERS", `Key pair "${pair.keyName}" in ${pair.region} has type ${pair.keyType ?? "unknown"}, not ${keyType}.`, { hint: "The type of a key pair never changes. Leave out key-type to use the key pair as it is, or set another key-name." });
}
// src/operations/fetch.ts
const fetch = {
	async plan(request, step) {
		const pair = await step.keyPairs.findEventually(request.pair);
		if (pair === void 0) throw pairNotFound(request.pair, step.keyPairs.region, step.run);
		return planExisting(pair, request, step);
	},
	preview: (existing, step) => previewExisting(existing, step),
	execute: (existing, step) => executeExisting(existing, step)
};
// src/operations/preview-new-pair.ts
function expectedReport(result, name) {
	const outputs = outputsOf(result);
	const publicKey = result.publicKey.split(" ", 2).join(" ");
	return {
		remarks: result.remarks ?? [],
		warnings: reportOf(result).warnings,
		outputs: "exact" in name ? outputs : {
			...outputs,
			"key-name": "",
			"public-key": publicKey
		}
	};
}
function previewOfCleanup(lifetime) {
	return lifetime === "job" ? [{ text: "delete the key pair when the job ends" }] : [];
}
// src/operations/preview-create.ts
async function previewCreate(plan, step) {
	const holder = "exact" in plan.name ? await step.keyPairs.find({ keyName: plan.name.exact }) : void 0;
	if (holder !== void 0) throw new NameTakenError(holder, plan.pair, void 0);
	return previewFreeName(plan, step);
}
async function previewFreeName({ pair, name, generateOn, identity, destinations }, { keyPairs, run }) {
	const { keyType, keyName } = pair;
	const { lifetime, expiresAt } = identity;
	const result = {
		keyName,
		keyPairId: "",
		region: keyPairs.region,
		keyType,
		fingerprint: "",
		sha256Fingerprint: "",
		publicKey: "",
		change: "created",
		lifetime,
		expiresAt,
		creatingRunId: run.runId,
		runUrl: void 0,
		delivered: await Promise.all(destinations.map((destination) => destination.expected())),
		fingerprintDiffers: false
	};
	const which = `${keyType} key pair "${keyName}" in ${keyPairs.region}`;
	return {
		actions: [
			...generateOn === "ec2" ? [{
				text: `create ${which}`,
				checkPermission: () => keyPairs.checkPermission({
					call: "CreateKeyPair",
					pair
				})
			}] : [{ text: "generate a private key on this runner" }, {
				text: `import its public key as ${which}`,
				checkPermission: () => checkImport(pair, keyPairs)
			}],
			...destinations.map(({ intent }) => ({ text: intent })),
			...previewOfCleanup(lifetime)
		],
		...expectedReport(result, name)
	};
}
async function checkImport({ keyName, tags }, keyPairs) {
	const { publicKey } = await generatePrivateKey("ed25519");
	await keyPairs.checkPermission({
		call: "ImportKeyPair",
		pair: {
			keyName,
			publicKey,
			tags
		}
	});
}
export { NameTakenError, byName, changeOf, deleteOperation, deletePlanned, deletedByOthers, deletionOutputs, deletionSummary, deliverExisting, derPrivateKey, describe, ensure, executeExisting, expectedReport, expiryIn, fetch, findJournal, findingOf, generatePrivateKey, isGone, isYoung, isYoungRotation, joinedErrors, journalNameOf, jsonThatFits, lastingReference, lifetimeIn, listJson, listLines, listOutputs, listSummary, listWarnings, listed, maskPrivateKeyIn, maybeOwn, namesOf, notApplied, originOf, outlivesRun, outputsOfEntries, outputsWithStore, pairNotFound, parseReference, plainText, planFitting, previewCreate, previewExisting, previewFreeName, previewOfCleanup, readJournal, referenceFor, referenceText, ruleAgainst, setLackingTags, storeOf, tagsOfJournal, temporaryReference, warningsOfEntries, withNewKeyDigest };
