import { KeyPairError, inputTable } from "./start.js";
import { maskPrivateKeyIn } from "./existing-pair.js";
// leven
const array = [];
const characterCodeCache = [];
function leven(first, second, options) {
	if (first === second) return 0;
	const maxDistance = options?.maxDistance;
	const swap = first;
	if (first.length > second.length) {
		first = second;
		second = swap;
	}
	let firstLength = first.length;
	let secondLength = second.length;
	while (firstLength > 0 && first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength)) {
		firstLength--;
		secondLength--;
	}
	let start = 0;
	while (start < firstLength && first.charCodeAt(start) === second.charCodeAt(start)) start++;
	firstLength -= start;
	secondLength -= start;
	if (maxDistance !== void 0 && secondLength - firstLength > maxDistance) return maxDistance;
	if (firstLength === 0) return maxDistance !== void 0 && secondLength > maxDistance ? maxDistance : secondLength;
	let bCharacterCode;
	let result;
	let temporary;
	let temporary2;
	let index = 0;
	let index2 = 0;
	while (index < firstLength) {
		characterCodeCache[index] = first.charCodeAt(start + index);
		array[index] = ++index;
	}
	while (index2 < secondLength) {
		bCharacterCode = second.charCodeAt(start + index2);
		temporary = index2++;
		result = index2;
		for (index = 0; index < firstLength; index++) {
			temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
			temporary = array[index];
			result = array[index] = temporary > result ? temporary2 > result ? result + 1 : temporary2 : temporary2 > temporary ? temporary + 1 : temporary2;
		}
		if (maxDistance !== void 0) {
			let rowMinimum = result;
			for (index = 0; index < firstLength; index++) if (array[index] < rowMinimum) rowMinimum = array[index];
			if (rowMinimum > maxDistance) return maxDistance;
		}
	}
	array.length = firstLength;
	characterCodeCache.length = firstLength;
	return maxDistance !== void 0 && result > maxDistance ? maxDistance : result;
}
// src/inputs/other-names.ts
const boolean = /^(?:true|false)$/i;
const otherNames = [
	{
		meant: ["operation"],
		names: [
			"action",
			"command",
			"mode",
			"state"
		],
		values: /^(?:create|ensure|import|fetch|describe|rotate|delete|sweep|present|absent)$/i
	},
	{
		meant: ["public-key"],
		names: [
			"key",
			"keys",
			"ssh-key"
		],
		values: /^(?:ssh-|ecdsa-|sk-|-{4,5} ?BEGIN )/
	},
	{
		meant: ["public-key"],
		names: [
			"key-material",
			"public-key-material",
			"pub-key",
			"ssh-pub-key",
			"ssh-public-key"
		]
	},
	{
		meant: ["key-name"],
		names: [
			"name",
			"key",
			"keys",
			"key-pair",
			"pair-name",
			"ssh-key",
			"aws-key-name",
			"ec2-key-name",
			"ssh-key-name",
			"*key-pair-name"
		],
		values: /^[\x20-\x7e]{1,255}$/
	},
	{
		meant: ["key-name-prefix"],
		names: [
			"prefix",
			"name-prefix",
			"key-prefix",
			"*key-pair-prefix",
			"*key-pair-name-prefix"
		]
	},
	{
		meant: ["key-pair-id"],
		names: [
			"id",
			"key-id",
			"pair-id"
		],
		values: /^key-/i
	},
	{
		meant: ["key-name-pattern"],
		names: [
			"name-pattern",
			"name-filter",
			"key-pattern",
			"key-name-filter"
		]
	},
	{
		meant: ["key-name-pattern"],
		names: ["pattern", "filter"],
		values: /^[^/\n]*[*?][^/\n]*$/
	},
	{
		meant: ["key-fingerprint"],
		names: [
			"fingerprint",
			"ssh-fingerprint",
			"*key-pair-fingerprint"
		]
	},
	{
		meant: ["run-id"],
		names: [
			"run",
			"github-run-id",
			"workflow-run",
			"workflow-run-id"
		],
		values: /^\d+$/
	},
	{
		meant: ["key-type"],
		names: [
			"type",
			"algorithm",
			"key-algorithm",
			"ssh-key-type",
			"*key-pair-type"
		],
		values: /^(?:ssh-)?(?:rsa|dsa|ecdsa|ed25519)/i
	},
	{
		meant: ["generate-on"],
		names: [
			"generate",
			"generator",
			"generated-by"
		],
		values: /^(?:ec2|aws|runner)$/i
	},
	{
		meant: ["generate-on"],
		names: [
			"bits",
			"key-bits",
			"rsa-bits",
			"key-size",
			"key-length"
		],
		values: /^\d+$/
	},
	{
		meant: ["key-format"],
		names: [
			"format",
			"file-format",
			"output-format",
			"private-key-format",
			"*key-pair-format"
		],
		values: /^(?:pem|ppk|putty|openssh|der|pkcs\d*)$/i
	},
	{
		meant: ["public-key-path"],
		names: [
			"public-key-file*",
			"pub-key-file",
			"pub-key-path",
			"ssh-public-key-file",
			"ssh-public-key-path"
		]
	},
	{
		meant: ["private-key-path", "public-key-path"],
		names: [
			"path",
			"file",
			"file-name",
			"file-path"
		]
	},
	{
		meant: ["private-key-path"],
		names: [
			"key-path",
			"key-file*",
			"priv-key-file",
			"priv-key-path",
			"private-key-file*",
			"ssh-key-path",
			"ssh-key-file",
			"ssh-private-key-path",
			"ssh-private-key-file",
			"identity-file",
			"pem-file",
			"pem-path",
			"output-file",
			"output-path"
		]
	},
	{
		meant: ["store"],
		names: [
			"save-to",
			"save-in",
			"save-key-to"
		],
		values: /^(?:ssm|secrets-manager)(?::|$)/i
	},
	{
		meant: ["private-key-path"],
		names: [
			"save-to",
			"save-as",
			"save-key-to",
			"write-to"
		]
	},
	{
		meant: ["tags"],
		names: [
			"aws-tags",
			"ec2-tags",
			"key-tags",
			"key-pair-tags",
			"resource-tags",
			"aws-resource-tags",
			"additional-tags",
			"custom-tags",
			"extra-tags",
			"tag-specifications"
		],
		values: /[=:]/
	},
	{
		meant: ["lifetime"],
		names: ["life*"],
		values: /^(?:job|run|persistent)$/i
	},
	{
		meant: ["lifetime"],
		names: [
			"keep",
			"keep-key",
			"keep-key-pair",
			"persist",
			"persistent",
			"temporary",
			"ephemeral",
			"cleanup",
			"auto-cleanup",
			"auto-delete"
		],
		values: boolean
	},
	{
		meant: ["expires-after"],
		names: [
			"ttl",
			"expire",
			"expires",
			"expires-in",
			"expiry",
			"expiration",
			"max-age"
		],
		values: /^\d+\s*[a-z]*$/i
	},
	{
		meant: ["passphrase"],
		names: [
			"password",
			"key-password",
			"private-key-password",
			"*key-passphrase",
			"ssh-passphrase"
		]
	},
	{
		meant: ["store"],
		names: [
			"key-store",
			"private-key-store",
			"secret-store",
			"keep-in",
			"store-in"
		]
	},
	{
		meant: ["store-kms-key-id"],
		names: [
			"kms-id",
			"kms-key-id",
			"kms-key",
			"kms-key-arn",
			"store-kms-id",
			"store-kms-key",
			"store-kms-key-arn"
		]
	},
	{
		meant: ["output-private-key"],
		names: [
			"private-key",
			"output-key",
			"export-private-key"
		],
		values: boolean
	},
	{
		meant: ["ssh-agent"],
		names: [
			"agent",
			"use-agent",
			"use-ssh-agent",
			"add-to-agent",
			"add-to-ssh-agent",
			"load-ssh-agent",
			"ssh-add"
		],
		values: boolean
	},
	{
		meant: ["update-instances"],
		names: [
			"update-instance",
			"instances",
			"running-instances",
			"rotate-instances"
		],
		values: /^(?:none|ssm|true|false)$/i
	},
	{
		meant: ["update-instances-policy"],
		names: [
			"instances-policy",
			"instance-policy",
			"if-unreachable",
			"on-unreachable"
		],
		values: /^(?:fail|warn)$/i
	},
	{
		meant: ["output-key-pair-arn"],
		names: [
			"arn",
			"key-pair-arn",
			"output-arn"
		],
		values: boolean
	},
	{
		meant: ["aws-region"],
		names: [
			"region",
			"regions",
			"default-region",
			"ec2-region",
			"aws*region*"
		],
		values: /(?:^|[\s,])[a-z]{2,5}(?:-[a-z]+)+-\d/i
	},
	{
		meant: ["role-to-assume"],
		names: [
			"role",
			"role-arn",
			"iam-role*",
			"aws-role*",
			"assume-role*",
			"oidc-role*"
		],
		values: /^arn:/
	},
	{
		meant: ["role-to-assume"],
		names: [
			"assume-role",
			"assume-role-arn",
			"aws-assume-role",
			"aws-role-arn",
			"aws-role-to-assume",
			"role-arn"
		],
		values: /^[\w+=,.:@/-]+$/
	},
	{
		meant: ["role-to-assume"],
		names: [
			"profile",
			"profile-name",
			"aws-profile",
			"aws-profile-name"
		],
		values: /^(?!(?:complete|debug|default|false|minimal|release|true)$)[\w.@/+-]+$/i,
		instead: "Set AWS_PROFILE in env: of the step instead."
	},
	{
		meant: ["repository"],
		names: [
			"repo",
			"repositories",
			"repos"
		],
		values: /^(?:\*|[\w-]+\/[\w.-]+\s*)+$/
	},
	{
		meant: ["older-than"],
		names: [
			"age",
			"min-age",
			"minimum-age"
		],
		values: /^\d+\s*[a-z]+$/i
	},
	{
		meant: ["github-token"],
		names: [
			"token",
			"gh-token",
			"github-pat",
			"pat"
		],
		values: /^(?:gh[a-z]|github_pat)_/
	},
	{
		meant: ["if-in-use"],
		names: [
			"if*use*",
			"in*use*",
			"on*use*",
			"when*use*"
		],
		values: /^(?:fail|warn)$/i
	},
	{
		meant: ["force"],
		names: [
			"force-delete",
			"force-deletion",
			"force-destroy"
		],
		values: boolean
	},
	{
		meant: ["dry-run"],
		names: [
			"dry*",
			"*dry-run*",
			"check-mode",
			"no-op",
			"plan",
			"plan-only",
			"preview",
			"simulate",
			"what-if"
		],
		values: boolean
	}
];
// src/inputs/misspelled.ts
const knownNames = Object.keys(inputTable);
const separators = /[-_.\s]/g;
const maxEdits = 2;
const minLetters = 6;
const minLettersOfAnyValue = 8;
const valuesOfShortNames = {
	"run-id": /^\d+$/,
	tags: /=/,
	force: /^(?:true|false)$/i,
	store: /^(?:ssm|secrets-manager)(?::|$)/i
};
const notChosen = /^(?:|create|false|ghs_.*)$/i;
function misspellings(unknown, raw) {
	return unknown.flatMap((name) => {
		const advice = adviceFor(name, raw);
		return advice === void 0 ? [] : [`${name.toLowerCase()} is not an input. ${advice}${adviceOnVariable(name)}`];
	});
}
function adviceOnVariable(name) {
	return /^\w+$/.test(name) ? ` If another program needs INPUT_${name}, rename that variable.` : "";
}
function adviceFor(name, raw) {
	const value = raw(name).trim();
	if (value === "") return void 0;
	const other = otherNamed(value, (one) => isLike(name, one));
	const meant = other?.meant ?? nearestTo(name, value);
	const alias = other ?? (meant.length === 0 ? otherNamed(value, (one, names) => isNear(name, one, names)) : void 0);
	const all = alias?.meant ?? meant;
	if (all.some((known) => {
		const set = raw(known).trim();
		return set === value || alias !== void 0 && !notChosen.test(set);
	}) || all.length === 0) return void 0;
	return alias?.instead ?? `Did you mean ${all.join(" or ")}?`;
}
function otherNamed(value, isName) {
	return otherNames.find((other) => other.values?.test(value) !== false && other.names.some((one) => isName(one, other)));
}
function isLike(name, pattern) {
	return new RegExp(`^${lettersOf(pattern).replaceAll("*", ".*")}$`).test(lettersOf(name));
}
function isNear(name, pattern, { values, instead }) {
	const other = pattern.replaceAll("*", "");
	const [letters, right] = [lettersOf(name), lettersOf(other)];
	if (right.length < minLetters || editsBetween(name, other) > 1) return false;
	if (sorted(letters) === sorted(right)) return true;
	const isPlural = sorted(letters) === sorted(`${right}s`);
	return (values !== void 0 && instead === void 0 || right.length >= minLettersOfAnyValue && !isPlural) && letters[0] === right[0];
}
function nearestTo(name, value) {
	return knownNames.map((known) => ({
		known,
		edits: editsBetween(name, known)
	})).filter(({ known, edits }) => edits <= allowedEdits(known, value)).toSorted((a, b) => a.edits - b.edits).slice(0, 1).map(({ known }) => known);
}
function allowedEdits(known, value) {
	if (lettersOf(known).length >= minLetters) return maxEdits;
	return valuesOfShortNames[known]?.test(value) === true ? 1 : 0;
}
function editsBetween(name, known) {
	const [a, b] = [lettersOf(name), lettersOf(known)];
	const edits = leven(a, b);
	if (edits === 2 && sorted(a) === sorted(b)) return 1;
	return edits > 1 && sortedWords(name) === sortedWords(known) ? 1 : edits;
}
function sorted(letters) {
	return [...letters].toSorted().join("");
}
function sortedWords(name) {
	return name.toLowerCase().split(separators).toSorted().join(" ");
}
function lettersOf(name) {
	return name.toLowerCase().replaceAll(separators, "");
}
// src/inputs/private-keys.ts
async function refusePrivateKeys(names, raw, registerMasks, table = inputTable) {
	const found = [];
	for (const name of names) if (await maskPrivateKeyIn(raw(name), registerMasks) !== void 0) found.push(name.toLowerCase());
	const [first] = found.filter((name) => name in table);
	if (first === void 0) return;
	throw new KeyPairError("INVALID_INPUT", `${first} contains a private key.`, { hint: `The runner prints inputs, so it may already be in this job's log: delete the log, replace the key, and set ${first} to ${meantBy(first)}` });
}
function meantBy(name) {
	if (name === "public-key") return "a public key (`ssh-keygen -y -f <private key>` prints it, or for PPK `puttygen <file> -L`).";
	return name.endsWith("-path") ? "the path of a file." : "what the README says about it.";
}
export { misspellings, refusePrivateKeys };
