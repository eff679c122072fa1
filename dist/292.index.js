export const id = 292;
export const ids = [292];
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

1403:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => keyFormats,
t: () => fileFormats
});
// src/keys/formats.ts
const keyFormats = {
	async pem({ passphrase }) {
		if (passphrase === void 0) return ({ pem }) => ({
			text: pem,
			masks: []
		});
		const { encodeEncryptedOpenSsh } = await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(4943), __webpack_require__.e(4342)]).then(__webpack_require__.bind(__webpack_require__, 6553));
		return (key, { comment }) => encodeEncryptedOpenSsh(key, {
			comment,
			passphrase
		});
	},
	openssh: async () => (await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(996)]).then(__webpack_require__.bind(__webpack_require__, 3473))).encodeOpenSsh,
	async ppk({ passphrase }) {
		if (passphrase === void 0) return (await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(2305)]).then(__webpack_require__.bind(__webpack_require__, 5430))).encodePpk;
		const { encodePpkWithPassphrase } = await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(4827)]).then(__webpack_require__.bind(__webpack_require__, 7796));
		return (key, { comment }) => encodePpkWithPassphrase(key, {
			comment,
			passphrase
		});
	}
};
const fileFormats = ["pem", "ppk"];

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

2620:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => storeTaken,
t: () => requireFree
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _copy_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6542);

// src/stores/store-taken.ts
async function requireFree(store) {
	const entry = await store.look();
	if (entry !== void 0) throw storeTaken(store, entry);
}
function storeTaken(store, entry) {
	if (entry?.isPendingDeletion === true) return store.pendingDeletion();
	const keyPairId = entry && (0,_copy_tags_js__WEBPACK_IMPORTED_MODULE_1__.n)(entry.tags);
	const what = keyPairId === void 0 ? "a value that this action did not create" : `the private key of another key pair (${keyPairId})`;
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("STORE_TAKEN", `${store.reference} already exists in ${store.region}, with ${what}. It was left untouched.`, { hint: `Set another name in store, such as ${store.reference.replace(/:.*/, "")}:…/{key-name}. If no one needs the value, delete it:\n${store.deleteCommand()}` });
}

}),

9590:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
openStoreDestination: () => openStoreDestination
});
var _store_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5358);
var _ownership_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8826);
var _aws_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3066);
var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9432);
var _copy_tags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6542);
var _store_taken2_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2620);

// src/stores/keep-copy.ts
async function keepCopy(store, copy, notes) {
	const { text, pair, kmsKeyId, run } = copy;
	if (text.length > store.maxValue) throw tooLong(copy, store, notes);
	let isUncertain = false;
	const value = {
		text,
		kmsKeyId,
		tags: (0,_copy_tags_js__WEBPACK_IMPORTED_MODULE_4__.r)(pair, run)
	};
	let version;
	try {
		version = await store.put(value, () => {
			isUncertain = true;
		});
	} catch (error) {
		if (!isUncertain) notes.cancelled();
		throw error;
	}
	if (version === void 0) await requireOwn(store, copy, {
		isUncertain,
		notes
	});
	else notes.confirmed();
	return readBack(store, text, version);
}
async function requireOwn(store, { pair, isPairNew }, { isUncertain, notes }) {
	const entry = await store.poll(async (isLast) => {
		const seen = await store.look();
		return seen !== void 0 && ((0,_copy_tags_js__WEBPACK_IMPORTED_MODULE_4__.t)(pair, seen.tags) || isLast) ? seen : void 0;
	});
	const isOwn = entry !== void 0 && (0,_copy_tags_js__WEBPACK_IMPORTED_MODULE_4__.t)(pair, entry.tags);
	if (isOwn && isPairNew) return notes.confirmed();
	if (entry !== void 0 || !isUncertain) notes.cancelled();
	if (!isOwn) throw (0,_store_taken2_js__WEBPACK_IMPORTED_MODULE_5__.n)(store, entry);
}
async function readBack(store, text, version) {
	let stored;
	try {
		stored = await store.poll(() => store.read(version));
	} catch (error) {
		if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.Q)(error, ..._aws_js__WEBPACK_IMPORTED_MODULE_2__.X.notAuthorized)) return "not allowed";
		throw error;
	}
	if (stored === text) return "equal";
	const { title, reference } = store;
	const message = stored === void 0 ? `${title} does not show the private key that was written to ${reference}.` : `${title} has another value than the private key that was written to ${reference}.`;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.t("STORE_UNCONFIRMED", message, { hint: "Run the job again. If that does not help, check whether something else writes to this name." });
}
function tooLong({ text }, { reference, maxValue }, notes) {
	notes.cancelled();
	return new _errors_js__WEBPACK_IMPORTED_MODULE_3__.t("INVALID_INPUT", `The private key has ${text.length} characters, but ${reference} takes at most ${maxValue}.`, { hint: "Set store: secrets-manager, which takes larger values." });
}
// src/destinations/store/store.ts
async function openStoreDestination({ store: given, kmsKeyId }, pair, context) {
	const reference = (0,_store_reference_js__WEBPACK_IMPORTED_MODULE_0__.n)(given, pair.keyName);
	const { nonce } = pair;
	if (reference === void 0 || nonce === void 0) throw new TypeError(`no store: ${given}`);
	const store = await context.openStore(reference);
	if (pair.lifetime !== void 0) {
		const { requireFree } = await __webpack_require__.e(/* import() */ 1052).then(__webpack_require__.bind(__webpack_require__, 1052));
		await requireFree(store);
	}
	return {
		intent: `keep the private key in ${(0,_store_reference_js__WEBPACK_IMPORTED_MODULE_0__.r)(reference)} (${store.title})`,
		tags: [{
			key: _ownership_js__WEBPACK_IMPORTED_MODULE_1__.s.store,
			value: (0,_store_reference_js__WEBPACK_IMPORTED_MODULE_0__.r)(reference)
		}],
		expected: async () => deliveredTo(store, pair, "equal"),
		reserve: async (claims) => ({
			deliver: (key, keyPairId) => keep(key, {
				store,
				pair: {
					...pair,
					nonce,
					keyPairId
				},
				kmsKeyId,
				claims,
				context
			}),
			async close() {}
		})
	};
}
async function keep(key, { store, pair, kmsKeyId, claims, context }) {
	const { keyName, keyPairId, nonce, lifetime } = pair;
	const { reference, region } = store;
	const text = await key.as("pem", { comment: keyName });
	const record = {
		kind: "store",
		reference,
		region,
		endpoint: await store.endpoint(),
		keyPairId,
		nonce,
		...context.caller
	};
	const claim = claims.intend(record, retentionOf(pair));
	const readBack = await keepCopy(store, {
		text,
		pair: {
			keyPairId,
			nonce
		},
		isPairNew: lifetime !== void 0,
		kmsKeyId,
		run: context.run
	}, {
		confirmed: () => claim.held({
			...record,
			confirmed: true
		}),
		cancelled: () => claim.cancelled()
	});
	if (kmsKeyId === void 0 && store.hasOpenKey) context.notice(openKeyNotice(store));
	return deliveredTo(store, pair, readBack);
}
function retentionOf({ lifetime }) {
	return lifetime === "job" ? "job" : "beyond";
}
function deliveredTo(store, pair, readBack) {
	const isKept = retentionOf(pair) === "beyond";
	const until = isKept ? "kept until the key pair is deleted" : "deleted when this job ends";
	const unread = readBack === "equal" ? "" : `, not checked: the role lacks ${store.readActions}`;
	return {
		label: `Private key in ${store.title}`,
		where: store.reference,
		until: `${until}${unread}`,
		outlivesJob: isKept,
		outputs: { "private-key-store": store.reference },
		warnings: []
	};
}
function openKeyNotice({ reference }) {
	return `${reference} is encrypted with the key alias/aws/ssm: every role of this account that may call ssm:GetParameter for it can read the private key. To control that with a key of your own, set store-kms-key-id.`;
}

})

};
