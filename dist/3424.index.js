export const id = 3424;
export const ids = [3424];
export const modules = {

6909:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => clockError,
t: () => answeredAt
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);

// src/aws/clock.ts
function answeredAt(error) {
	if (error instanceof _aws_js__WEBPACK_IMPORTED_MODULE_0__.Y) return answeredAt(error.cause);
	if (!(error instanceof Error && "$response" in error)) return void 0;
	const { headers } = error.$response;
	const time = new Date(headers?.["date"] ?? "");
	return Number.isNaN(time.getTime()) ? void 0 : time;
}
const tolerance = 24e4;
function clockError(error, service) {
	const time = answeredAt(error);
	const ahead = time === void 0 ? 0 : Date.now() - time.getTime();
	if (Math.abs(ahead) < tolerance) return void 0;
	return `The clock of this runner is ${duration(Math.abs(ahead))} ${ahead > 0 ? "ahead of" : "behind"} ${service}'s.`;
}
function duration(milliseconds) {
	const minutes = Math.round(milliseconds / 6e4);
	const units = [
		["d", Math.floor(minutes / 1440)],
		["h", Math.floor(minutes / 60) % 24],
		["min", minutes % 60]
	];
	const first = units.findIndex(([, count]) => count > 0);
	return units.slice(first, first + 2).filter(([, count]) => count > 0).map(([unit, count]) => `${count} ${unit}`).join(" ");
}

}),

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

1216:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => explain,
t: () => decodingOf
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6909);
var _aws_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3066);
var _response_text2_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5890);

// src/aws/not-sent.ts
function hintOfNotSent(error, { region }) {
	const codes = codesOf(error);
	if (codes.includes("ENOTFOUND")) return `Is ${region} a Region? Its host was not found. Check aws-region, the DNS servers of the runner, and AWS_ENDPOINT_URL.`;
	if (codes.includes("EAI_AGAIN")) return "The DNS servers of the runner do not answer. Check its network.";
	if (codes.length === 0) return "Check the AWS variables in the environment, and the AWS configuration file.";
	return "Check the network, any proxy, and AWS_ENDPOINT_URL, then run the job again.";
}
function codesOf(error) {
	const { name, code, errors = [] } = error;
	const own = code ?? (name === "TimeoutError" ? name : void 0);
	return [...own === void 0 ? [] : [own], ...errors.flatMap(codesOf)];
}
// src/aws/explain.ts
function explain(error, attempt, known = {}) {
	if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t) return error;
	const { doing, region, service } = attempt;
	const text = (0,_response_text2_js__WEBPACK_IMPORTED_MODULE_3__.r)(error);
	const what = (0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.at)(error) ? `${text.replace(/\.$/, "")}. Nothing was sent to ${service}.` : text;
	const { code, hint } = adviceFor(error, attempt, known);
	const message = `Could not ${doing} in ${region}: ${what}`;
	return new _aws_js__WEBPACK_IMPORTED_MODULE_2__.Y(code, message, {
		hint,
		details: decodingOf(error),
		cause: error
	});
}
function decodingOf(error) {
	if (!(0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.Q)(error, ..._aws_js__WEBPACK_IMPORTED_MODULE_2__.X.notAuthorized)) return void 0;
	const { message } = error instanceof _aws_js__WEBPACK_IMPORTED_MODULE_2__.Y && error.cause instanceof Error ? error.cause : error;
	const [, encoded] = /Encoded authorization failure message: ([\w-]+)/.exec(message) ?? [];
	return encoded && `To see why it was denied:\naws sts decode-authorization-message --encoded-message ${encoded}`;
}
function adviceFor(error, attempt, known) {
	if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.at)(error)) return {
		code: "NOT_SENT",
		hint: hintOfNotSent(error, attempt)
	};
	const { action, service } = attempt;
	const ofService = Object.entries(known).find(([name]) => (0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.Q)(error, name));
	if (ofService !== void 0) return ofService[1];
	if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.Q)(error, ..._aws_js__WEBPACK_IMPORTED_MODULE_2__.X.notAuthorized)) return {
		code: "NOT_ALLOWED",
		hint: `The role needs ${action}. The README lists all permissions.`
	};
	if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.Q)(error, ...accountErrors)) return accountNotReady;
	if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.Q)(error, ..._aws_js__WEBPACK_IMPORTED_MODULE_2__.X.busy)) return {
		code: "BUSY",
		hint: "Other processes keep changing the same tags. Run the job again later."
	};
	const wrongClock = (0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.Q)(error, ...credentialErrors, ...clockErrors) ? (0,_clock_js__WEBPACK_IMPORTED_MODULE_1__.n)(error, service) : void 0;
	if (wrongClock !== void 0) return {
		code: "CLOCK_WRONG",
		hint: `${wrongClock} ${setClock}`
	};
	if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.Q)(error, ...clockErrors)) return {
		code: "CLOCK_WRONG",
		hint: setClock
	};
	if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.Q)(error, ...credentialErrors)) return credentialsRefused;
	if ((0,_response_text2_js__WEBPACK_IMPORTED_MODULE_3__.t)(error)) return failureOfService(service);
	return adviceByFailure(error, service);
}
const credentialErrors = [
	"AuthFailure",
	"ExpiredToken",
	"ExpiredTokenException",
	"IncompleteSignature",
	"InvalidAccessKeyId",
	"InvalidClientTokenId",
	"InvalidSignatureException",
	"InvalidToken",
	"MissingAuthenticationToken",
	"RequestExpired",
	"SignatureDoesNotMatch",
	"UnrecognizedClientException"
];
const credentialsRefused = {
	code: "CREDENTIALS_REFUSED",
	hint: "The AWS credentials are invalid, expired, or for another partition, or the Region is not enabled in this account. Check the step that sets them, and the session duration."
};
const accountErrors = [
	"Blocked",
	"OptInRequired",
	"PendingVerification",
	"SubscriptionRequiredException"
];
const accountNotReady = {
	code: "ACCOUNT_NOT_READY",
	hint: "AWS does not let this account use the service, for the reason above. Sign in to the AWS console to finish what it asks for, or ask AWS Support."
};
const clockErrors = ["RequestInTheFuture", "RequestTimeTooSkewed"];
const setClock = "Set the clock of the runner, for example with NTP: AWS rejects signatures with a wrong time.";
function failureOfService(service) {
	return {
		code: "SERVICE_FAILED",
		hint: `${service} itself has a problem. See https://health.aws.amazon.com/health/status, and run the job again later.`
	};
}
function adviceByFailure(error, service) {
	switch ((0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.Z)(error)) {
		case "turned-away": return {
			code: "THROTTLED",
			hint: `${service} throttled every attempt. Run the job again later.`
		};
		case "refused": return {
			code: "REFUSED",
			hint: `${service} rejected the request for the reason above. Fix it, then run the job again.`
		};
		default: return {
			code: "NO_ANSWER",
			hint: "Check the network, any proxy, and AWS_ENDPOINT_URL, then run the job again."
		};
	}
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

7603:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => openStore
});
var _store_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5358);
var _aws_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3066);
var _explain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1216);
var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9432);
var node_crypto__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7598);

// src/stores/store.ts
var Store = class {
	reference;
	title;
	maxValue;
	hasOpenKey;
	region;
	#name;
	#service;
	#retry;
	constructor(reference, service, { region, retry }) {
		this.reference = reference;
		this.title = service.title;
		this.maxValue = service.maxValue;
		this.hasOpenKey = service.hasOpenKey;
		this.region = region;
		this.#name = reference.slice(reference.indexOf(":") + 1);
		this.#service = service;
		this.#retry = retry;
	}
	get readActions() {
		return this.#service.actions.read;
	}
	get deleteActions() {
		return `${this.#service.actions.look} and ${this.#service.actions.delete}`;
	}
	endpoint() {
		return this.#service.endpoint();
	}
	async look() {
		return this.#unlessNotFound("look", "look up", (options) => this.#service.look(this.#name, options));
	}
	poll(read, within) {
		return this.#retry.look(read, within);
	}
	search(read) {
		return this.#retry.search(read);
	}
	async put(value, onResponseLost) {
		const token = (0,node_crypto__WEBPACK_IMPORTED_MODULE_4__.randomUUID)();
		try {
			return await this.#call("put", "keep a private key in", async (options) => {
				try {
					return (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.ot)(await this.#service.put(this.#name, value, token, options));
				} catch (error) {
					if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.Z)(error) === "uncertain") onResponseLost();
					throw error;
				}
			});
		} catch (error) {
			if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.Q)(error, ...this.#service.taken)) return void 0;
			throw error;
		}
	}
	read(version) {
		return this.#unlessNotFound("read", "read the private key in", async (options) => (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.ot)(await this.#service.read(this.#name, version, options)));
	}
	async delete() {
		await this.#unlessNotFound("delete", "delete", async (options) => {
			await this.#service.delete(this.#name, options);
		});
	}
	pendingDeletion() {
		const { InvalidRequestException: known } = this.#service.knownErrors(this.#name, this.region);
		return new _errors_js__WEBPACK_IMPORTED_MODULE_3__.t("STORE_PENDING_DELETION", `${this.reference} in ${this.region} is scheduled for deletion, so its name is taken.`, { hint: known?.hint });
	}
	deleteCommand() {
		return this.#service.deleteCommand(this.#name, this.region);
	}
	async #unlessNotFound(call, doing, send) {
		try {
			return await this.#call(call, doing, send);
		} catch (error) {
			if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.Q)(error, ...this.#service.notFound)) return void 0;
			throw error;
		}
	}
	async #call(call, doing, send) {
		const { title, actions } = this.#service;
		try {
			return await this.#retry.idempotent((abortSignal) => send({ abortSignal }), title);
		} catch (error) {
			const attempt = {
				service: title,
				action: actions[call],
				region: this.region
			};
			const known = this.#service.knownErrors(this.#name, this.region);
			throw (0,_explain_js__WEBPACK_IMPORTED_MODULE_2__.n)(error, {
				...attempt,
				doing: `${doing} ${this.reference}`
			}, known);
		}
	}
};
// src/stores/open-store.ts
const services = {
	ssm: async (session) => (await Promise.all(/* import() */[__webpack_require__.e(3569), __webpack_require__.e(350)]).then(__webpack_require__.bind(__webpack_require__, 350))).parameterStore(session),
	"secrets-manager": async (session) => (await Promise.all(/* import() */[__webpack_require__.e(3569), __webpack_require__.e(8552)]).then(__webpack_require__.bind(__webpack_require__, 8552))).secretsManager(session)
};
async function openStore(reference, session) {
	return new Store((0,_store_reference_js__WEBPACK_IMPORTED_MODULE_0__.r)(reference), await services[reference.service](session), session);
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

7546:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
releaseCopy: () => releaseCopy
});
var _store_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5358);
var _delete_copy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2584);
var _open_store_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7603);

// src/destinations/store/store-claim.ts
async function releaseCopy$1(record, { openStore }) {
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
// src/step/release-copy.ts
function releaseCopy(record, open) {
	return releaseCopy$1(record, { async openStore(reference, region) {
		const { session, isSameAccount } = await open(region);
		return {
			store: await (0,_open_store_js__WEBPACK_IMPORTED_MODULE_2__.t)(reference, session),
			isSameAccount
		};
	} });
}

}),

5890:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => isSafeToPrint,
r: () => responseTextOf,
t: () => isFailureOfService
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _aws_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3066);

// src/aws/response-text.ts
const encodedMessage = /\s*Encoded authorization failure message: \S+/;
const safeNames = [
	"AbortError",
	"CredentialsProviderError",
	"DamagedResponse",
	"TimeoutError"
];
function isFailureOfService(error) {
	if (error instanceof _aws_js__WEBPACK_IMPORTED_MODULE_1__.Y) return isFailureOfService(error.cause);
	return error instanceof Error && (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.$)(error) && (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.Z)(error) === "uncertain";
}
function responseTextOf(error) {
	if (error instanceof _aws_js__WEBPACK_IMPORTED_MODULE_1__.Y) return responseTextOf(error.cause);
	if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t) return error.message;
	if (!(error instanceof Error)) return "unknown error";
	if (error.name === "AbortError") return "the step timed out waiting for a response";
	if (!isSafeToPrint(error)) return `an unreadable response (${error.name})`;
	const { requestId, httpStatusCode } = (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.tt)(error);
	const id = requestId === void 0 || httpStatusCode === void 0 ? "" : ` (request ${requestId})`;
	if (httpStatusCode !== void 0 && !(0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.$)(error)) return `an HTTP ${httpStatusCode} response that is not from the service`;
	if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.at)(error) && !("$fault" in error)) return messageOf(error);
	const message = messageOf(error).replace(encodedMessage, "");
	return `${error.name}: ${id === "" ? message : message.replace(/\.$/, "")}${id}`;
}
function messageOf(error) {
	if (error.message !== "") return error.message;
	return (error.errors ?? []).map((part) => part instanceof Error ? messageOf(part) : "").filter((part) => part !== "").join("; ") || String(error.code ?? "no details");
}
function isSafeToPrint(error) {
	if (!(error instanceof Error)) return false;
	const isOfSystem = "code" in error && typeof error.code === "string" && /^E[A-Z_]+$/.test(error.code);
	return "$fault" in error || isOfSystem || safeNames.includes(error.name) || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t || (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.it)(error);
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
