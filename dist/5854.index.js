export const id = 5854;
export const ids = [5854];
export const modules = {

5358:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
i: () => ruleAgainst,
n: () => referenceFor,
r: () => referenceText,
t: () => parseReference
});
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

}),

5854:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
storeProblems: () => storeProblems
});
var _store_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5358);

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
	const reference = (0,_store_reference_js__WEBPACK_IMPORTED_MODULE_0__.n)(store, keyName);
	if (reference === void 0) return `store: "${store}" must be ssm, secrets-manager, ssm:/path, or secrets-manager:name.`;
	const rule = (0,_store_reference_js__WEBPACK_IMPORTED_MODULE_0__.i)(reference);
	return rule === void 0 ? void 0 : `store: "${(0,_store_reference_js__WEBPACK_IMPORTED_MODULE_0__.r)(reference)}" ${rule}.`;
}

})

};
