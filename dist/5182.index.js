export const id = 5182;
export const ids = [5182,2801];
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

9205:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
i: () => searchHolder,
n: () => findHolder,
r: () => isFreeAgain,
t: () => findByNonce
});
var _ownership_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8826);

// src/ec2/holder.ts
const longestAttempt = 3e5;
async function findHolder(attempt, keyPairs, evidence = {}) {
	let last = { whose: "unknown" };
	try {
		return await keyPairs.look(async (isLast) => {
			last = await lookOnce(attempt, keyPairs, evidence);
			return last.whose === "own" || last.whose === "someone-else" && isLast ? last : void 0;
		}) ?? {
			whose: "unknown",
			pair: last.pair
		};
	} catch (lookupError) {
		return {
			whose: "unknown",
			pair: last.pair,
			lookupError
		};
	}
}
async function searchHolder(attempt, keyPairs) {
	return await keyPairs.search(async () => {
		const seen = await lookOnce(attempt, keyPairs);
		return seen.whose === "unknown" ? void 0 : seen;
	}) ?? { whose: "unknown" };
}
function isFreeAgain({ pair, lookupError }) {
	return pair === void 0 && lookupError === void 0;
}
async function lookOnce(attempt, keyPairs, evidence = {}) {
	const pair = await keyPairs.find({ keyName: attempt.keyName });
	const nonce = pair?.tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_0__.s.nonce);
	if (pair !== void 0 && (nonce !== void 0 || isForeign(pair, evidence))) return {
		whose: nonce === attempt.nonce ? "own" : "someone-else",
		pair
	};
	const own = await findByNonce(attempt, keyPairs);
	return own === void 0 ? {
		whose: "unknown",
		pair
	} : {
		whose: "own",
		pair: own
	};
}
async function findByNonce({ nonce }, keyPairs) {
	const [pair] = await keyPairs.list([{
		key: _ownership_js__WEBPACK_IMPORTED_MODULE_0__.s.nonce,
		value: nonce
	}]);
	return pair;
}
function isForeign(pair, { publicKey, takenAt }) {
	if (publicKey !== void 0 && pair.publicKey?.equals(publicKey) === false) return true;
	if (pair.createdAt === void 0 || takenAt === void 0) return false;
	return pair.createdAt.getTime() < takenAt.getTime() - longestAttempt;
}

}),

116:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
left: () => left,
releaseKeyPair: () => releaseKeyPair
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);
var _explain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1216);
var _response_text2_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5890);
var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9432);
var _release_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(170);
var _shell_word2_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(370);
var _ownership_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8826);
var _holder_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9205);

// src/ec2/key-pair-claim.ts
async function releaseKeyPair(record, open) {
	try {
		const access = await open(record.region);
		const { keyPairId } = record;
		return keyPairId === void 0 ? await releaseIntended(record, access) : await releaseHeld({
			...record,
			keyPairId
		}, access);
	} catch (error) {
		return {
			...left(record, (0,_response_text2_js__WEBPACK_IMPORTED_MODULE_2__.r)(error)),
			...adviceOn(error)
		};
	}
}
async function releaseHeld(record, access) {
	const pair = await findWithTags(record, access.keyPairs);
	const outcome = pair === void 0 ? await deleteUnseen(record, access) : await deleteSeen(pair, record, access);
	const { unanswered = 0 } = record;
	return unanswered > 0 && (0,_release_js__WEBPACK_IMPORTED_MODULE_7__.t)(outcome) ? deleteLate(record, access, outcome, unanswered) : outcome;
}
async function releaseIntended(record, access) {
	const { keyPairs } = access;
	let holder = await (0,_holder_js__WEBPACK_IMPORTED_MODULE_6__.n)(record, keyPairs);
	if (holder.whose === "unknown") {
		if (holder.lookupError !== void 0) throw holder.lookupError;
		const why = await whyNotFound(record, access);
		if (why !== void 0) return left(record, why);
		holder = await (0,_holder_js__WEBPACK_IMPORTED_MODULE_6__.i)(record, keyPairs);
	}
	if (holder.whose === "unknown") return notFound(record);
	if (holder.whose === "someone-else") return gone(record, access);
	const outcome = await deleteSeen(holder.pair, record, access);
	const another = await keyPairs.look(() => (0,_holder_js__WEBPACK_IMPORTED_MODULE_6__.t)(record, keyPairs));
	return another === void 0 ? outcome : deleteSeen(another, record, access);
}
async function findWithTags({ keyPairId }, keyPairs) {
	return (await keyPairs.look(async (isLast) => {
		const pair = await keyPairs.find({ keyPairId });
		return pair?.tags.has(_ownership_js__WEBPACK_IMPORTED_MODULE_5__.s.nonce) === false && !isLast ? void 0 : { pair };
	}))?.pair;
}
async function deleteSeen(pair, record, { keyPairs, run }) {
	const seen = {
		...record,
		keyPairId: pair.keyPairId
	};
	if (pair.tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_5__.s.nonce) !== record.nonce) return left(seen, "its ownership tag has changed, so it may belong to someone else");
	if (!(0,_ownership_js__WEBPACK_IMPORTED_MODULE_5__.n)(pair.tags, run)) return left(seen, "its tags name another repository");
	await keyPairs.delete(pair);
	return done(seen);
}
async function deleteUnseen(record, access) {
	const { keyPairs } = access;
	if (access.endpoint !== record.endpoint) return left(record, otherEndpoint);
	if (await wasDeleted(record, keyPairs)) return done(record);
	const other = await (0,_holder_js__WEBPACK_IMPORTED_MODULE_6__.t)(record, keyPairs);
	return other === void 0 ? gone(record, access) : deleteSeen(other, record, access);
}
async function wasDeleted(record, keyPairs) {
	try {
		return await keyPairs.delete(record) !== "not-found";
	} catch (error) {
		if (!(0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.Q)(error, ..._aws_js__WEBPACK_IMPORTED_MODULE_0__.X.notAuthorized)) throw error;
		if (await keyPairs.findEventually({ keyPairId: record.keyPairId }) !== void 0) throw error;
		return false;
	}
}
async function deleteLate(record, { keyPairs, run }, first, unanswered) {
	let found = 0;
	return await keyPairs.search(async () => {
		const late = await (0,_holder_js__WEBPACK_IMPORTED_MODULE_6__.t)(record, keyPairs);
		if (late !== void 0 && (0,_ownership_js__WEBPACK_IMPORTED_MODULE_5__.n)(late.tags, run) && await keyPairs.delete(late) === "deleted") found += 1;
		return found === unanswered ? true : void 0;
	}).catch(() => false) === true ? first : notFound(record, "said" in first ? first.said : void 0);
}
const otherEndpoint = "it was not found, but the current AWS endpoint is not the one that created it";
const otherCredentials = "it was not found, but the current AWS credentials may belong to another account";
async function whyNotFound(record, { endpoint, isSameAccount }) {
	if (endpoint !== record.endpoint) return otherEndpoint;
	return await isSameAccount(record) ? void 0 : otherCredentials;
}
function done(record) {
	const which = describe(record);
	return {
		outcome: "done",
		said: `Deleted ${which}.`,
		undone: `Because the step failed, ${which} was deleted.`
	};
}
async function gone(record, access) {
	const why = await whyNotFound(record, access);
	return why === void 0 ? {
		outcome: "already-gone",
		what: describe(record)
	} : left(record, why);
}
function notFound({ keyPairId: _, ...record }, said) {
	const outcome = {
		outcome: "not-found",
		what: `key pair "${record.keyName}" of this step in ${record.region}`,
		command: deleteCommand(record)
	};
	return said === void 0 ? outcome : {
		...outcome,
		said
	};
}
function left(record, why) {
	return {
		outcome: "left",
		what: describe(record),
		why,
		command: deleteCommand(record)
	};
}
function adviceOn(error) {
	if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__.t && error.code === "NO_CREDENTIALS") return { hint: "A later step removed them: keep them until the job ends." };
	if (!(0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.Q)(error, ..._aws_js__WEBPACK_IMPORTED_MODULE_0__.X.notAuthorized)) return {};
	return {
		hint: "The role needs ec2:DescribeKeyPairs and ec2:DeleteKeyPair for the cleanup.",
		details: (0,_explain_js__WEBPACK_IMPORTED_MODULE_1__.t)(error)
	};
}
function deleteCommand({ keyPairId, nonce, region }) {
	const inRegion = `--region ${(0,_shell_word2_js__WEBPACK_IMPORTED_MODULE_4__.n)(region)}`;
	if (keyPairId !== void 0) return `aws ec2 delete-key-pair --key-pair-id ${keyPairId} ${inRegion}`;
	return `aws ec2 delete-key-pair --key-pair-id "$(${`aws ec2 describe-key-pairs ${inRegion} --filters ${(0,_shell_word2_js__WEBPACK_IMPORTED_MODULE_4__.n)(`Name=tag:${_ownership_js__WEBPACK_IMPORTED_MODULE_5__.s.nonce},Values=${nonce}`)} --query 'KeyPairs[0].KeyPairId' --output text`})" ${inRegion}`;
}
function describe({ keyName, keyPairId, region }) {
	return `key pair "${keyName}"${keyPairId === void 0 ? "" : ` (${keyPairId})`} in ${region}`;
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

370:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => shellWord,
t: () => removeCommand
});
var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

// src/ledger/shell-word.ts
const usual = node_path__WEBPACK_IMPORTED_MODULE_0__.sep === "\\" ? "PowerShell" : "bash";
const odd = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|#(?=#\[)/u;
function shellWord(text, shell = usual) {
	if (/^[\w./:%+-]+$/.test(text)) return text;
	if (shell === "PowerShell") return powerShellWord(text);
	return odd.test(text) ? escapedWord(text) : `'${text.replaceAll("'", "'\\''")}'`;
}
function removeCommand(file, shell = usual) {
	return `${shell === "PowerShell" ? "Remove-Item -Force -LiteralPath" : "rm -f"} ${shellWord(file, shell)}`;
}
function powerShellWord(text) {
	return `'${text.replace(/['\u2018-\u201b]/g, "$&$&")}'`;
}
function escapedWord(text) {
	const bytes = (character) => [...new TextEncoder().encode(character)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
	return `$'${text.replace(/[\\']/g, "\\$&").replace(new RegExp(odd, "gu"), bytes)}'`;
}

})

};
