export const id = 6787;
export const ids = [6787];
export const modules = {

6542:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => keptPairIn,
r: () => tagsOfCopy,
t: () => isCopyOf
});
var _ownership_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8826);

// src/stores/copy-tags.ts
const keyPairIdKey = `${_ownership_js__WEBPACK_IMPORTED_MODULE_0__.o}key-pair-id`;
function tagsOfCopy({ keyPairId, nonce }, { repository }) {
	return [
		_ownership_js__WEBPACK_IMPORTED_MODULE_0__.i,
		{
			key: _ownership_js__WEBPACK_IMPORTED_MODULE_0__.s.repository,
			value: (0,_ownership_js__WEBPACK_IMPORTED_MODULE_0__.c)(repository)
		},
		{
			key: keyPairIdKey,
			value: keyPairId
		},
		{
			key: _ownership_js__WEBPACK_IMPORTED_MODULE_0__.s.nonce,
			value: nonce
		}
	];
}
function isCopyOf({ keyPairId, nonce }, tags) {
	return tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_0__.i.key) === _ownership_js__WEBPACK_IMPORTED_MODULE_0__.i.value && tags.get(keyPairIdKey) === keyPairId && tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_0__.s.nonce) === nonce;
}
function keptPairIn(tags) {
	return tags.get(keyPairIdKey);
}

}),

2584:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => deleteCopy
});
var _copy_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6542);

// src/stores/delete-copy.ts
async function deleteCopy(store, pair, isNew) {
	const entry = isNew ? await store.poll(async (isLast) => {
		const seen = await store.look();
		return seen !== void 0 && ((0,_copy_tags_js__WEBPACK_IMPORTED_MODULE_0__.t)(pair, seen.tags) || isLast) ? seen : void 0;
	}) : await store.look();
	if (entry === void 0) return "absent";
	if (!(0,_copy_tags_js__WEBPACK_IMPORTED_MODULE_0__.t)(pair, entry.tags)) return "not-own";
	await store.delete();
	return "deleted";
}

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

6787:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
releaseCopy: () => (/* reexport safe */ _store_claim2_js__WEBPACK_IMPORTED_MODULE_0__.n)
});
var _store_claim2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3845);

}),

3845:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => releaseCopy
});
/* unused harmony export t */
var _store_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5358);
var _delete_copy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2584);

// src/destinations/store/store-claim.ts
async function releaseCopy(record, { openStore }) {
	const reference = (0,_store_reference_js__WEBPACK_IMPORTED_MODULE_0__.t)(record.reference);
	const what = describe(record);
	if (reference === void 0) return {
		outcome: "left",
		what,
		why: "its name is not valid"
	};
	const access = await openStore(reference, record.region);
	try {
		return await releaseFrom(access, record);
	} catch (error) {
		return {
			outcome: "left",
			what,
			why: error instanceof Error ? error.message.replace(/\.$/, "") : "unknown error",
			hint: `The role needs ${access.store.deleteActions} for the cleanup.`,
			command: access.store.deleteCommand()
		};
	}
}
async function releaseFrom(access, record) {
	const { store } = access;
	const what = describe(record);
	let deletion = await (0,_delete_copy_js__WEBPACK_IMPORTED_MODULE_1__.t)(store, record, true);
	if (deletion === "absent") {
		const why = await whyNotFound(access, record);
		if (why !== void 0) return {
			outcome: "left",
			what,
			why,
			command: store.deleteCommand()
		};
		if (record.confirmed) return {
			outcome: "already-gone",
			what
		};
		deletion = await searchCopy(store, record) ?? "absent";
		if (deletion === "absent") return {
			outcome: "not-found",
			what,
			command: store.deleteCommand()
		};
	}
	if (deletion === "not-own") return {
		outcome: "already-gone",
		what
	};
	return {
		outcome: "done",
		said: `Deleted ${what}.`
	};
}
function searchCopy(store, record) {
	return store.search(async () => {
		const deletion = await (0,_delete_copy_js__WEBPACK_IMPORTED_MODULE_1__.t)(store, record, false);
		return deletion === "absent" ? void 0 : deletion;
	});
}
async function whyNotFound({ store, isSameAccount }, record) {
	if (await store.endpoint() !== record.endpoint) return "it was not found, but the current AWS endpoint is not the one that has it";
	if (await isSameAccount(record)) return void 0;
	return "it was not found, but the current AWS credentials may belong to another account";
}
function describe({ reference, region }) {
	return `the private key in ${reference} in ${region}`;
}

}),

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

})

};
