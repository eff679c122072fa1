import { roleArn } from "./start.js";
import { referenceFor, ruleAgainst } from "./existing-pair.js";
// src/inputs/role.ts
function roleProblems(raw) {
	const arn = raw("role-to-assume").trim();
	if (arn === "" || roleArn.test(arn)) return [];
	return [`role-to-assume: ${arn.length > 80 ? `(${arn.length} characters)` : `"${arn}"`} is not the ARN of an IAM role, such as arn:aws:iam::123456789012:role/ci.`];
}
// src/inputs/several-regions.ts
const possible = [
	"import",
	"describe",
	"delete",
	"sweep"
];
const creating = ["create", "ensure"];
function regionProblems(raw) {
	const input = (name) => raw(name).trim();
	const regions = input("aws-region").toLowerCase().split(/[,\n]/).map((code) => code.trim()).filter((code) => code !== "");
	if (regions.length < 2) return [];
	const seen = new Set();
	const twice = regions.find((code) => seen.size === seen.add(code).size);
	const problems = twice !== void 0 && /^[a-z\d-]{1,30}$/.test(twice) ? [`aws-region names "${twice}" twice.`] : [];
	const reason = whyNot(input("operation").toLowerCase() || "create", input("generate-on").toLowerCase());
	if (reason !== void 0) problems.push(`aws-region names several Regions, but ${reason}.`);
	if (input("key-pair-id") !== "") problems.push("key-pair-id cannot be combined with several Regions: a key pair has another ID in each. Set key-name, or one Region.");
	return problems;
}
function whyNot(operation, generateOn) {
	if (creating.includes(operation)) return generateOn === "runner" ? void 0 : "EC2 would generate another key in each. To use one key in all of them, set generate-on: runner";
	if (possible.includes(operation) || !/^[a-z-]{1,20}$/.test(operation)) return void 0;
	return `${operation} works in one. Set the Region that it is for; a private key in a store is in the first Region`;
}
// src/inputs/store.ts
const kmsKey = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32}|alias\/[\w/-]+|arn:aws[\w-]*:kms:[\w-]+:\d{12}:(?:key|alias)\/[\w/-]+)$/;
const variable = /\$[\w{(]|%\w+%|!\w+!|\{\{|`/;
const generated = "0".repeat(30);
function storeProblems(raw) {
	const store = raw("store").trim();
	const kmsKeyId = raw("store-kms-key-id").trim();
	const problems = [];
	if (kmsKeyId !== "" && !kmsKey.test(kmsKeyId)) problems.push(`store-kms-key-id: "${kmsKeyId}" is not the ID, the ARN, or the alias (alias/…) of a KMS key.`);
	const rule = store === "" ? void 0 : ruleFor(store, raw);
	return rule === void 0 ? problems : [...problems, `store: "${store}" ${rule}.`];
}
function ruleFor(store, raw) {
	if (variable.test(store)) return "contains a variable or an expression, which is not evaluated here";
	const forAnyKey = referenceFor(store, "x");
	if (forAnyKey === void 0) return "must be ssm, secrets-manager, ssm:/path, or secrets-manager:name";
	return ruleAgainst(forAnyKey) ?? ruleForKey(store, raw);
}
function ruleForKey(store, raw) {
	const keyName = raw("key-name").trim();
	const prefix = raw("key-name-prefix").trim();
	const reference = referenceFor(store, keyName || `${prefix || "gha-"}${generated}`);
	const rule = reference && ruleAgainst(reference);
	if (rule === void 0) return void 0;
	if (keyName !== "") return `with key-name "${keyName}" ${rule}`;
	return `with ${prefix === "" ? "a generated key name" : `key-name-prefix "${prefix}"`} ${rule}`;
}
// src/inputs/windows-path.ts
const windowsPath = /^(?:[a-z]:[\\/]|\.{0,2}\\)/i;
const relativePath = /^\.{1,2}\\[^:]+$/;
const maxQuoted = 80;
function windowsPathProblems(raw) {
	return ["public-key-path", "private-key-path"].flatMap((name) => {
		const path = raw(name).trim();
		return windowsPath.test(path) ? [`${name}: ${problemWith(path)}.`] : [];
	});
}
function problemWith(path) {
	const rule = "is a path of Windows, but this runner has another system";
	if (path.length > maxQuoted) return `(${path.length} characters) ${rule}`;
	return `"${path}" ${rule}. Use ${relativePath.test(path) ? path.replaceAll("\\", "/") : "a path in the workspace, such as keys/id.pem, or ~/…"}`;
}
export { regionProblems, roleProblems, storeProblems, windowsPathProblems };
