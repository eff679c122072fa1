import { KeyPairError, hasCode, isManaged, isReleased, isSameNumber, keyHashOf, maxKeyFileBytes, readSmallRegularFile, removeCommand, shellWord, tagKeys, trialLinkOf, withOpenFile } from "./start.js";
import { AwsError, errorNames, failureOf, hadNoResponse, isNamed, isOfService, metadataOf, wasNotSent } from "./aws.js";
const { constants, fchmodSync, fstatSync, ftruncateSync, lstatSync, rmdirSync, unlinkSync } = process.getBuiltinModule("node:fs");
// src/aws/response-text.ts
const encodedMessage = /\s*Encoded authorization failure message: \S+/;
const safeNames = [
	"AbortError",
	"CredentialsProviderError",
	"DamagedResponse",
	"TimeoutError"
];
function isFailureOfService(error) {
	if (error instanceof AwsError) return isFailureOfService(error.cause);
	return error instanceof Error && isOfService(error) && failureOf(error) === "uncertain";
}
function responseTextOf(error) {
	if (error instanceof AwsError) return responseTextOf(error.cause);
	if (error instanceof KeyPairError) return error.message;
	if (!(error instanceof Error)) return "unknown error";
	if (error.name === "AbortError") return "the step timed out waiting for a response";
	if (!isSafeToPrint(error)) return `an unreadable response (${error.name})`;
	const { requestId, httpStatusCode } = metadataOf(error);
	const id = requestId === void 0 || httpStatusCode === void 0 ? "" : ` (request ${requestId})`;
	if (httpStatusCode !== void 0 && !isOfService(error)) return `an HTTP ${httpStatusCode} response that is not from the service`;
	if (wasNotSent(error) && !("$fault" in error)) return messageOf(error);
	const message = messageOf(error).replace(encodedMessage, "");
	return `${error.name}: ${id === "" ? message : message.replace(/\.$/, "")}${id}`;
}
function messageOf(error) {
	const text = error.message.trim();
	if (text !== "") return text;
	return (error.errors ?? []).map((part) => part instanceof Error ? messageOf(part) : "").filter((part) => part !== "").join("; ") || String(error.code ?? "no details");
}
function isSafeToPrint(error) {
	if (!(error instanceof Error)) return false;
	const isOfSystem = "code" in error && typeof error.code === "string" && /^E[A-Z_]+$/.test(error.code);
	return "$fault" in error || isOfSystem || safeNames.includes(error.name) || error instanceof KeyPairError || hadNoResponse(error);
}
// src/aws/configured-endpoint.ts
const ofServices = /^AWS_ENDPOINT_URL(?:_(?:AUTO_SCALING|EC2|SECRETS_MANAGER|SIGNIN|SSM|SSO|SSO_OIDC|STS))?$/;
const endpoints = new WeakMap();
function configuredEndpointOf(error) {
	return error instanceof Error ? endpoints.get(error) : void 0;
}
function rememberEndpoint(error, target, transport) {
	const setBy = settingOf(target, transport);
	if (setBy !== void 0) endpoints.set(error, {
		hostname: target.hostname,
		setBy
	});
	return setBy;
}
function settingOf({ protocol, hostname, port }, { variables, endpoints: known }) {
	const ofVariables = Object.entries(variables).filter(([name]) => ofServices.test(name)).map(([name, value = ""]) => ({
		name,
		value
	}));
	return (known ?? ofVariables).find(({ value }) => {
		const url = URL.parse(value);
		return url?.protocol === protocol && url.hostname === hostname.toLowerCase() && Number(url.port) === (port ?? 0);
	})?.name;
}
// src/aws/clock.ts
function answeredAt(error) {
	if (error instanceof AwsError) return answeredAt(error.cause);
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
// src/destinations/file/found-file.ts
async function findFile(record) {
	const stats = statOf(record.path);
	if (stats === void 0) return { is: "nothing" };
	if (!stats.isFile()) return somethingElse("something that is not a regular file is there now");
	const isEmpty = stats.size === 0n;
	const match = matchOf(record.identity, stats);
	if (match === "number and birth" || match === "number" && isEmpty) return {
		is: "ours",
		stats
	};
	if (isEmpty) return {
		is: "something else",
		why: "an empty file is there now",
		mayBeOurs: true
	};
	return findKey(record.path, record);
}
async function findTemporary(target, record) {
	const stats = statOf(target);
	if (stats === void 0 || !stats.isFile()) return { is: "nothing" };
	return record.identity === void 0 || matchOf(record.identity, stats) !== void 0 || stats.size === 0n ? {
		is: "ours",
		stats
	} : findKey(target, record);
}
async function findKey(target, { keyHash }) {
	let read;
	try {
		read = readSmallRegularFile(target, maxKeyFileBytes);
	} catch (error) {
		return {
			is: "something else",
			why: `another file is there now, which cannot be read (${error instanceof Error && "code" in error ? String(error.code) : "unknown error"})`,
			mayBeOurs: true
		};
	}
	if ("bytes" in read && keyHash !== void 0) {
		const { publicHalvesIn } = await import("./formats.js");
		const blobs = publicHalvesIn(read.bytes.toString("utf8"));
		const others = blobs.filter((blob) => blob === void 0 || keyHashOf({ blob }) !== keyHash);
		if (others.length === 0) return {
			is: "ours",
			stats: read.stats
		};
		if (others.length < blobs.length) return bundle;
	}
	return somethingElse("another file is there now, in which this private key cannot be found");
}
const bundle = {
	is: "something else",
	why: "another file is there now, which contains this private key and more",
	mayBeOurs: true
};
function somethingElse(why) {
	return {
		is: "something else",
		why,
		mayBeOurs: false
	};
}
function statOf(target) {
	try {
		return lstatSync(target, { bigint: true });
	} catch (error) {
		if (hasCode(error, "ENOENT", "ENOTDIR")) return void 0;
		throw error;
	}
}
function matchOf(identity, stats) {
	const [dev, ino, birth] = identity?.split(":").map(BigInt) ?? [];
	if (dev === void 0 || ino === void 0 || !isSameNumber({
		dev,
		ino
	}, stats)) return void 0;
	const { birthtimeNs, ctimeNs } = stats;
	if (birth === birthtimeNs && birthtimeNs !== 0n) return "number and birth";
	return birthtimeNs === 0n || birthtimeNs === ctimeNs ? "number" : void 0;
}
// src/destinations/file/remove-file.ts
function removeFile(target, found) {
	const stats = lstatSync(target, { bigint: true });
	assertSame(stats, found, target);
	const hadOtherLinks = stats.nlink > 1n;
	let failure = {};
	if (hadOtherLinks && stats.size > 0n) try {
		emptyFile(target, found);
	} catch (notEmptied) {
		failure = { notEmptied };
	}
	unlinkSync(target);
	return {
		hadOtherLinks,
		...failure
	};
}
function emptyFile(target, found) {
	const assertOpened = (descriptor) => assertSame(fstatSync(descriptor, { bigint: true }), found, target);
	withOpenFile(target, constants.O_RDONLY, (descriptor) => {
		assertOpened(descriptor);
		fchmodSync(descriptor, 384);
	});
	withOpenFile(target, constants.O_WRONLY, (descriptor) => {
		assertOpened(descriptor);
		ftruncateSync(descriptor, 0);
	});
}
function assertSame(stats, found, target) {
	if (isSameNumber(stats, found)) return;
	throw Object.assign(new Error(`${target} was replaced`), { code: "replaced just now" });
}
// src/destinations/file/file-claim.ts
async function releaseFile(record) {
	const what = `the private key file ${record.path}`;
	const command = removeCommand(record.path);
	try {
		const found = await findFile(record);
		const removals = [
			...found.is === "ours" ? [removeFile(record.path, found.stats)] : [],
			...await removeTemporary(record.temporary, record),
			...await removeTemporary(trialLinkOf(record), record)
		];
		for (const folder of record.folders.toReversed()) removeIfEmpty(folder);
		if (found.is === "something else" && mayHaveBeenThere(record)) return {
			outcome: "left",
			what,
			why: found.why,
			...found.mayBeOurs ? { command } : {}
		};
		if (removals.length === 0 && found.is === "something else") return {
			outcome: "done",
			said: `Nothing to delete: this step did not create ${record.path}.`
		};
		return outcomeOf(removals, what);
	} catch (error) {
		return {
			outcome: "left",
			what,
			why: codeOf(error),
			command
		};
	}
}
function mayHaveBeenThere({ keyHash, inPlace }) {
	return keyHash !== void 0 || inPlace !== void 0;
}
function outcomeOf(removals, what) {
	const last = removals.at(-1);
	if (last === void 0) return {
		outcome: "already-gone",
		what
	};
	if (last.notEmptied !== void 0) return {
		outcome: "left",
		what,
		why: `it has another hard link, and could not be emptied (${codeOf(last.notEmptied)})`
	};
	return {
		outcome: "done",
		said: `Deleted ${what}.${last.hadOtherLinks ? " It had another hard link, so it was emptied first." : ""}`
	};
}
async function removeTemporary(target, record) {
	const found = await findTemporary(target, record);
	return found.is === "ours" ? [removeFile(target, found.stats)] : [];
}
function removeIfEmpty(folder) {
	try {
		rmdirSync(folder);
	} catch (error) {
		if (!hasCode(error, "ENOENT", "ENOTEMPTY", "EEXIST", "ENOTDIR", "EPERM", "EACCES", "EBUSY")) throw error;
	}
}
function codeOf(error) {
	return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}
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
	const nonce = pair?.tags.get(tagKeys.nonce);
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
	return (await keyPairs.list([{
		key: tagKeys.nonce,
		value: nonce
	}])).find(({ tags }) => tags.get(tagKeys.nonce) === nonce);
}
function isForeign(pair, { publicKey, takenAt }) {
	if (publicKey !== void 0 && pair.publicKey?.equals(publicKey) === false) return true;
	if (pair.createdAt === void 0 || takenAt === void 0) return false;
	return pair.createdAt.getTime() < takenAt.getTime() - longestAttempt;
}
// src/aws/not-sent.ts
function hintOfNotSent(error, { region }) {
	const codes = codesOf(error);
	const endpoint = configuredEndpointOf(error);
	if (endpoint !== void 0 && codes.some((code) => /^ENOTFOUND$|^EAI_AGAIN$/.test(code))) return hintOfUnknownHost(endpoint);
	if (codes.includes("ENOTFOUND")) return `Is ${region} a Region? Its host was not found. Check aws-region, and the DNS servers of the runner.`;
	if (codes.includes("EAI_AGAIN")) return "The DNS servers of the runner do not answer. Check its network.";
	if (codes.length === 0) return "Check the AWS variables in the environment, and the AWS configuration file.";
	return `Check the network, any proxy, and ${endpoint?.setBy ?? "AWS_ENDPOINT_URL"}, then run the job again.`;
}
function hintOfUnknownHost({ hostname, setBy }) {
	const check = `The host ${hostname} of ${setBy} was not found. Check the name, and the DNS servers of the runner.`;
	return hostname.includes(".") ? check : `${check} A service container has its name only in jobs that run in a container: in other jobs, map a port of it and use localhost.`;
}
function codesOf(error) {
	const { name, code, errors = [] } = error;
	const own = code ?? (name === "TimeoutError" ? name : void 0);
	return [...own === void 0 ? [] : [own], ...errors.flatMap(codesOf)];
}
// src/aws/explain.ts
function explain(error, attempt, known = {}) {
	if (error instanceof KeyPairError) return error;
	const { doing, region, service } = attempt;
	const text = responseTextOf(error);
	const what = wasNotSent(error) ? `${text.replace(/[\s.]+$/, "")}. Nothing was sent to ${service}.` : text;
	const { code, hint } = adviceFor(error, attempt, known);
	const message = `Could not ${doing} in ${region}: ${what}`;
	return new AwsError(code, message, {
		hint,
		details: decodingOf(error),
		cause: error
	});
}
function decodingOf(error) {
	if (!isNamed(error, ...errorNames.notAuthorized)) return void 0;
	const { message } = error instanceof AwsError && error.cause instanceof Error ? error.cause : error;
	const [, encoded] = /Encoded authorization failure message: ([\w-]+)/.exec(message) ?? [];
	return encoded && `To see why it was denied:\naws sts decode-authorization-message --encoded-message ${encoded}`;
}
function adviceFor(error, attempt, known) {
	if (wasNotSent(error)) return {
		code: "NOT_SENT",
		hint: hintOfNotSent(error, attempt)
	};
	const { action, service } = attempt;
	const [, ofService] = Object.entries(known).find(([name, one]) => isAbout(error, name, one)) ?? [];
	if (ofService !== void 0) return ofService;
	if (isNamed(error, ...errorNames.notAuthorized)) return {
		code: "NOT_ALLOWED",
		hint: `The role needs ${action}. The README lists all permissions.`
	};
	if (isNamed(error, ...accountErrors)) return accountNotReady;
	if (isNamed(error, ...errorNames.busy)) return {
		code: "BUSY",
		hint: "Other processes keep changing the same resource, or its tags. Run the job again later."
	};
	const wrongClock = isNamed(error, ...credentialErrors, ...clockErrors) ? clockError(error, service) : void 0;
	if (wrongClock !== void 0) return {
		code: "CLOCK_WRONG",
		hint: `${wrongClock} ${setClock}`
	};
	if (isNamed(error, ...clockErrors)) return {
		code: "CLOCK_WRONG",
		hint: setClock
	};
	if (isNamed(error, ...credentialErrors)) return credentialsRefused;
	if (isFailureOfService(error)) return failureOfService(service);
	return adviceByFailure(error, service);
}
function isAbout(error, name, { ifSaid }) {
	if (!isNamed(error, name)) return false;
	return ifSaid === void 0 || error instanceof Error && ifSaid.test(error.message);
}
const credentialErrors = [
	"AuthFailure",
	...errorNames.expired,
	"IncompleteSignature",
	"InvalidAccessKeyId",
	"InvalidClientTokenId",
	"InvalidSignatureException",
	"InvalidToken",
	"MissingAuthenticationToken",
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
	switch (failureOf(error)) {
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
// src/aws/cleanup-advice.ts
const sessionEnded = "The AWS session ended before the job. Set role-to-assume: cleanup then starts a session of its own. Or set a longer session duration where the job authenticates to AWS.";
function adviceOnCleanup(error, actions) {
	if (error instanceof KeyPairError && error.code === "NO_CREDENTIALS") return { hint: "A later step removed them: keep them until the job ends." };
	if (error instanceof KeyPairError && error.code === "CLOCK_WRONG") return { hint: error.hint };
	if (isOfExpiredSession(error)) return { hint: sessionEnded };
	if (isNamed(error, ...errorNames.notAuthorized)) {
		const known = error instanceof KeyPairError ? error.hint : void 0;
		return {
			hint: actions === void 0 ? known : `The role needs ${actions} for the cleanup.`,
			details: decodingOf(error)
		};
	}
	return error instanceof KeyPairError && !(error instanceof AwsError) ? { hint: error.hint } : {};
}
function isOfExpiredSession(error) {
	if (isNamed(error, ...errorNames.expired)) return true;
	return error instanceof KeyPairError && error.code === "CREDENTIALS_NOT_LOADED" && isNamed(error.cause, ...errorNames.expired);
}
function whyCleanupFailed(error) {
	return (error instanceof KeyPairError ? error.message : responseTextOf(error)).replace(/[\s.]+$/, "");
}
// src/ec2/key-pair-claim.ts
const cleanupActions = "ec2:DescribeKeyPairs and ec2:DeleteKeyPair";
async function releaseKeyPair(record, open) {
	try {
		const access = await open(record.region, record);
		const { keyPairId } = record;
		return keyPairId === void 0 ? await releaseIntended(record, access) : await releaseHeld({
			...record,
			keyPairId
		}, access);
	} catch (error) {
		return {
			...left(record, responseTextOf(error)),
			...adviceOnCleanup(error, cleanupActions)
		};
	}
}
async function releaseHeld(record, access) {
	const pair = await findWithTags(record, access.keyPairs);
	const outcome = pair === void 0 ? await deleteUnseen(record, access) : await deleteSeen(pair, record, access);
	const { unanswered = 0 } = record;
	return unanswered > 0 && isReleased(outcome) ? deleteLate(record, access, outcome, unanswered) : outcome;
}
async function releaseIntended(record, access) {
	const { keyPairs } = access;
	let holder = await findHolder(record, keyPairs);
	if (holder.whose === "unknown") {
		if (holder.lookupError !== void 0) throw holder.lookupError;
		const why = await whyNotFound(record, access);
		if (why !== void 0) return left(record, why);
		holder = await searchHolder(record, keyPairs);
	}
	if (holder.whose === "unknown") return notFound(record);
	if (holder.whose === "someone-else") return gone(record, access);
	const outcome = await deleteSeen(holder.pair, record, access);
	const another = await keyPairs.look(() => findByNonce(record, keyPairs));
	return another === void 0 ? outcome : deleteSeen(another, record, access);
}
async function findWithTags({ keyPairId }, keyPairs) {
	return (await keyPairs.look(async (isLast) => {
		const pair = await keyPairs.find({ keyPairId });
		return pair?.tags.has(tagKeys.nonce) === false && !isLast ? void 0 : { pair };
	}))?.pair;
}
async function deleteSeen(pair, record, { keyPairs, run }) {
	const seen = {
		...record,
		keyPairId: pair.keyPairId
	};
	if (pair.tags.get(tagKeys.nonce) !== record.nonce) return left(seen, "its ownership tag has changed, so it may belong to someone else");
	if (!isManaged(pair.tags, run)) return left(seen, "its tags name another repository");
	await keyPairs.delete(pair);
	return done(seen);
}
async function deleteUnseen(record, access) {
	const { keyPairs } = access;
	if (access.endpoint !== record.endpoint) return left(record, otherEndpoint);
	if (await keyPairs.delete(record) !== "not-found") return done(record);
	const other = await findByNonce(record, keyPairs);
	return other === void 0 ? gone(record, access) : deleteSeen(other, record, access);
}
async function deleteLate(record, { keyPairs, run }, first, unanswered) {
	let found = 0;
	return await keyPairs.search(async () => {
		const late = await findByNonce(record, keyPairs);
		if (late !== void 0 && isManaged(late.tags, run) && await keyPairs.delete(late) === "deleted") found += 1;
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
function deleteCommand({ keyPairId, nonce, region }) {
	const inRegion = `--region ${shellWord(region)}`;
	if (keyPairId !== void 0) return `aws ec2 delete-key-pair --key-pair-id ${keyPairId} ${inRegion}`;
	return `aws ec2 delete-key-pair --key-pair-id "$(${`aws ec2 describe-key-pairs ${inRegion} --filters ${shellWord(`Name=tag:${tagKeys.nonce},Values=${nonce}`)} --query 'KeyPairs[0].KeyPairId' --output text`})" ${inRegion}`;
}
function describe({ keyName, keyPairId, region }) {
	return `key pair "${keyName}"${keyPairId === void 0 ? "" : ` (${keyPairId})`} in ${region}`;
}
export { adviceOnCleanup, answeredAt, clockError, explain, findByNonce, findHolder, isFailureOfService, isFreeAgain, isSafeToPrint, left, releaseFile, releaseKeyPair, rememberEndpoint, removeFile, responseTextOf, whyCleanupFailed, whyNotFound };
