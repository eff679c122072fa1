import { referenceFor, referenceText, ruleAgainst } from "./existing-pair.js";
// src/inputs/store.ts
const kmsKey = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32}|alias\/[\w/-]+|arn:aws[\w-]*:kms:[\w-]+:\d{12}:(?:key|alias)\/[\w/-]+)$/;
const generated = "0".repeat(30);
function storeProblems(raw) {
	const [store = "", kmsKeyId = "", keyName = "", prefix = ""] = [
		"store",
		"store-kms-key-id",
		"key-name",
		"key-name-prefix"
	].map((name) => raw(name).trim());
	const problems = [];
	if (kmsKeyId !== "" && !kmsKey.test(kmsKeyId)) problems.push(`store-kms-key-id: "${kmsKeyId}" is not the ID, the ARN, or the alias (alias/…) of a KMS key.`);
	const problem = store === "" ? void 0 : problemOf(store, keyName || `${prefix || "gha-"}${generated}`);
	return problem === void 0 ? problems : [...problems, problem];
}
function problemOf(store, keyName) {
	const reference = referenceFor(store, keyName);
	if (reference === void 0) return `store: "${store}" must be ssm, secrets-manager, ssm:/path, or secrets-manager:name.`;
	const rule = ruleAgainst(reference);
	return rule === void 0 ? void 0 : `store: "${referenceText(reference)}" ${rule}.`;
}
export { storeProblems };
