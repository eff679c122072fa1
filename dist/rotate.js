import { KeyPairError, hasCode, hintOf, isManaged, isReservedTag, isSameNumber, journalIn, prefix, registerMasks, removeCommand, sentenceOf, shellWord, tagKeys, unexpectedError, unreleased } from "./start.js";
import { EC2Client, ec2ErrorNames, failureOf, isNamed, sha256Fingerprint } from "./aws.js";
import { adviceOnCleanup, findByNonce, releaseKeyPair, removeFile, whyNotFound } from "./release.js";
import { executeExisting, expiryIn, findJournal, generatePrivateKey, isYoungRotation, journalNameOf, lastingReference, lifetimeIn, maskPrivateKeyIn, notApplied, pairNotFound, parseReference, previewExisting, previewOfCleanup, readJournal, referenceFor, referenceText, ruleAgainst, storeOf, tagsOfJournal, temporaryReference, withNewKeyDigest } from "./existing-pair.js";
import { fileWithKey, requireUntracked } from "./given-file.js";
import { deliver, identifyNewPair, keptAt, notWritable, openAll, outputsOf, pathTaken, reportOf, resolvePath } from "./create.js";
import { deleteCopy, isCopyOf, openStore, tagsOfCopy } from "./stores.js";
import { importKeyPair, readPublicKey } from "./import.js";
import { JournalExists, goneAlready, instancesStay, journalNameTaken, journalStays, rotatedMeanwhile, rotationInProgress, takenMeanwhile, tookTooLong } from "./regions.js";
const { randomBytes } = process.getBuiltinModule("node:crypto");
const path = process.getBuiltinModule("node:path");
const { linkSync, lstatSync, realpathSync, renameSync, unlinkSync } = process.getBuiltinModule("node:fs");
// src/destinations/file/replaced-file-claim.ts
function releaseReplacedFile({ path: target, kept, over }) {
	const what = `the old private key file of ${target}, which is at ${kept}`;
	try {
		if (!exists(kept)) return {
			outcome: "already-gone",
			what: `the old private key file of ${target}`
		};
		if (over) {
			removeFile(kept, lstatSync(kept, { bigint: true }));
			return {
				outcome: "done",
				said: `Deleted the old private key file of ${target}.`
			};
		}
		moveBack(kept, target);
		const said = `the old private key file ${target} was put back`;
		return {
			outcome: "done",
			said: `${said.charAt(0).toUpperCase()}${said.slice(1)}.`,
			undone: `Because the step failed, ${said}.`
		};
	} catch (error) {
		const why = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
		if (over) return {
			outcome: "left",
			what,
			why,
			command: removeCommand(kept)
		};
		const putBack = `mv -n ${shellWord(kept)} ${shellWord(target)}`;
		return hasCode(error, "EEXIST") ? {
			outcome: "left",
			what,
			why: takenPath,
			hint: `If it is still needed, free the path, and put it back: ${putBack}`
		} : {
			outcome: "left",
			what,
			why,
			hint: `To put it back: ${putBack}`
		};
	}
}
const takenPath = "another file is at its path";
function moveBack(kept, target) {
	try {
		linkSync(kept, target);
	} catch (error) {
		if (hasCode(error, "EEXIST", "ENOENT")) throw error;
		if (exists(target)) throw Object.assign(new Error(takenPath), { code: "EEXIST" });
		renameSync(kept, target);
		return;
	}
	unlinkSync(kept);
}
function exists(target) {
	try {
		lstatSync(target);
		return true;
	} catch (error) {
		if (hasCode(error, "ENOENT", "ENOTDIR")) return false;
		throw error;
	}
}
// src/destinations/file/replaced-file.ts
async function findOldFile(given, old, folders) {
	const target = resolvePath(given, folders);
	const file = await fileWithKey(target, old, folders);
	if (file === void 0) return void 0;
	const realParent = realpathSync.native(path.dirname(target));
	await requireUntracked(path.join(realParent, path.basename(target)), target);
	return {
		path: target,
		stats: file.stats,
		free: {
			path: target,
			realParent,
			missing: []
		}
	};
}
function replacingFile({ path: target, stats, free }, created) {
	return {
		...created,
		intent: `replace the private key file ${target}`,
		async reserve(claims) {
			const at = path.join(free.realParent, path.basename(target));
			const kept = path.join(free.realParent, `.ec2-key-pair-old-${randomBytes(8).toString("hex")}`);
			claims.intend({
				kind: "replaced-file",
				path: at,
				kept
			}, "job");
			const reservation = await created.reserve(claims);
			return {
				...reservation,
				async deliver(key, keyPairId) {
					await moveAside(at, kept, stats);
					return reservation.deliver(key, keyPairId);
				}
			};
		}
	};
}
async function moveAside(target, kept, old) {
	try {
		renameSync(target, kept);
		if (isSameNumber(lstatSync(kept, { bigint: true }), old)) return;
	} catch (error) {
		throw await notWritable(target, path.dirname(target), error);
	}
	moveBack(kept, target);
	throw pathTaken(target, "it was replaced just now");
}
// src/aws/service-clock.ts
function serviceClock({ config: { requestHandler } }) {
	const handle = requestHandler.handle.bind(requestHandler);
	let latest;
	requestHandler.handle = async (...call) => {
		const handled = await handle(...call);
		const time = dateIn(handled);
		if (!Number.isNaN(time)) latest = {
			time,
			at: performance.now()
		};
		return handled;
	};
	return { now() {
		if (latest === void 0) throw unknownTime();
		return new Date(latest.time + performance.now() - latest.at);
	} };
}
const idHeaders = [
	"x-amzn-requestid",
	"x-amzn-request-id",
	"x-amz-request-id"
];
function dateIn(handled) {
	const { headers = {} } = handled.response;
	return idHeaders.some((name) => headers[name] !== void 0) ? new Date(headers["date"] ?? "").getTime() : NaN;
}
function unknownTime() {
	return new KeyPairError("NO_ANSWER", "EC2 did not say what time it is: its responses have no Date header.", { hint: "Check what is between this runner and EC2, such as a proxy, and AWS_ENDPOINT_URL." });
}
// src/ec2/ec2-clock.ts
function ec2Clock(session) {
	return serviceClock(session.client(EC2Client));
}
// src/ec2/put-back.ts
function keyPairIn(journal) {
	const before = readJournal(journal);
	const { publicKey } = journal;
	if (before === void 0 || publicKey === void 0) throw unreadable(journal);
	const { keyName, tags } = before;
	return {
		keyName,
		publicKey,
		tags
	};
}
async function putBack(journal, keyPairs) {
	try {
		return (await keyPairs.import(keyPairIn(journal))).keyPairId;
	} catch (error) {
		if (!isNamed(error, ec2ErrorNames.duplicate)) throw error;
		return;
	}
}
function unreadable({ keyName, keyPairId }) {
	return new KeyPairError("PUBLIC_KEY_UNREADABLE", `EC2 does not show the public key and the tags of key pair "${keyName}" (${keyPairId}).`, { hint: "They are needed to put back the key pair that was being rotated." });
}
// src/ec2/name-holder.ts
async function findNameHolder(journal, { oldKeyPairId, newNonce }, keyPairs) {
	const { keyName, publicKey } = keyPairIn(journal);
	const whoseIs = (pair) => {
		const nonce = pair.tags.get(tagKeys.nonce);
		if (nonce !== void 0 && nonce === newNonce) return "new";
		if (pair.publicKey?.equals(publicKey) !== true) return "other";
		return pair.keyPairId === oldKeyPairId ? "original" : "put-back";
	};
	return keyPairs.look(async (isLast) => {
		const pair = await keyPairs.find({ keyName });
		if (pair === void 0) return void 0;
		const whose = whoseIs(pair);
		return whose === "new" || whose === "put-back" && oldKeyPairId !== void 0 || isLast ? {
			whose,
			pair
		} : void 0;
	});
}
// src/ec2/permissions.ts
function mayDelete(pair, keyPairs) {
	return isAllowedUnless(ec2ErrorNames.notFound, () => keyPairs.checkPermission({
		call: "DeleteKeyPair",
		pair
	}));
}
async function requireMayImport(pair, keyPairs) {
	await isAllowedUnless(ec2ErrorNames.duplicate, () => keyPairs.checkPermission({
		call: "ImportKeyPair",
		pair
	}));
}
async function requireMayTag(pair, tags, keyPairs) {
	await isAllowedUnless(ec2ErrorNames.notFound, () => keyPairs.checkPermission({
		call: "CreateTags",
		pair,
		tags
	}));
}
async function isAllowedUnless(error, check) {
	try {
		await check();
		return true;
	} catch (thrown) {
		if (isNamed(thrown, error)) return false;
		throw thrown;
	}
}
// src/ec2/unrevoked-keys.ts
const unrevokedKey = `${prefix}unrevoked`;
const most = 3;
function unrevokedKeys({ tags }) {
	const value = tags.get(unrevokedKey) ?? "";
	return /^[0-9a-f]{64}( [0-9a-f]{64})*$/.test(value) ? value.split(" ") : [];
}
function tagOfUnrevoked(digests) {
	const named = digests.length > most ? [...digests.slice(0, 2), ...digests.slice(-1)] : digests;
	return {
		key: unrevokedKey,
		value: named.join(" ")
	};
}
// src/results/instances.ts
const maxListed = 30;
function listMissed(missed) {
	return listed(missed.map(({ instanceId, why }) => `${instanceId} ${why}`), "; ");
}
function listIds(instanceIds) {
	return listed(instanceIds, ", ");
}
function listed(items, separator) {
	const more = items.length - maxListed;
	const shown = items.slice(0, maxListed).join(separator);
	return more > 0 ? `${shown}${separator}and ${more} more` : shown;
}
function countInstances(count) {
	return `${count} ${count === 1 ? "instance" : "instances"}`;
}
function linesOfInstances({ updated, withoutKey }) {
	const lines = updated.length === 0 ? [] : [`Updated ${countInstances(updated.length)}, which now ${updated.length === 1 ? "accepts" : "accept"} only the new key: ${listIds(updated)}.`];
	if (withoutKey.length > 0) lines.push(`No authorized_keys file on ${countInstances(withoutKey.length)} has the old key, so nothing was changed there: ${listIds(withoutKey)}.`);
	return lines;
}
function rowsOfInstances({ updated, withoutKey, missed }) {
	return [
		["Instances updated", listIds(updated) || "None"],
		["Instances without the old key", listIds(withoutKey)],
		["Instances not updated", listMissed(missed)]
	].filter(([, text]) => text !== "");
}
function outputsOfInstances({ updated, withoutKey, missed }) {
	const all = [
		...updated.map((instanceId) => ({
			instanceId,
			result: "updated"
		})),
		...withoutKey.map((instanceId) => ({
			instanceId,
			result: "without-key"
		})),
		...missed.map(({ instanceId, why }) => ({
			instanceId,
			result: "not-updated",
			reason: why
		}))
	];
	return { instances: JSON.stringify(all) };
}
// src/operations/instances/each-key.ts
async function addBesideEach(newKey, oldDigests, instanceIds, run, fleet) {
	return withEach(oldDigests.filter((digest) => digest !== fleet.digestOf(newKey)), (oldDigest) => fleet.add({
		oldDigest,
		newKey
	}, instanceIds, run), worst);
}
async function removeEach(digests, remainingDigest, instanceIds, run, fleet) {
	return withEach(digests.filter((digest) => digest !== remainingDigest), (digest) => fleet.remove({
		digest,
		remainingDigest
	}, instanceIds, run), worst);
}
async function removeBesideEach(digest, remainingDigests, instanceIds, run, fleet) {
	return withEach(remainingDigests, (remainingDigest) => fleet.remove({
		digest,
		remainingDigest
	}, instanceIds, run), latest);
}
async function withEach(digests, send, join) {
	const outcomes = new Map();
	for (const digest of new Set(digests)) for (const [id, outcome] of await send(digest)) outcomes.set(id, join(outcomes.get(id), outcome));
	return outcomes;
}
function worst(before, now) {
	if (before === void 0 || now.is === "failed") return now;
	if (before.is !== "done") return before;
	return now.is === "done" ? sum(before, now) : now;
}
function latest(before, now) {
	return before?.is === "done" && now.is === "done" ? sum(before, now) : now;
}
function sum(before, now) {
	return {
		is: "done",
		found: before.found + now.found,
		changed: before.changed + now.changed
	};
}
// src/operations/instances/outcomes.ts
function sortOutcomes(outcomes) {
	const done = [];
	const withoutKey = [];
	const failed = [];
	const notRun = [];
	for (const [instanceId, outcome] of outcomes) if (outcome.is === "done") (outcome.found === 0 ? withoutKey : done).push(instanceId);
	else if (outcome.is === "not-run") notRun.push({
		instanceId,
		why: outcome.why
	});
	else failed.push({
		instanceId,
		why: outcome.why,
		onlyUnreadable: outcome.onlyUnreadable === true
	});
	return {
		done,
		withoutKey,
		failed,
		notRun
	};
}
// src/operations/instances/settle-instances.ts
const oldKeyStays = "instances still accept the old key, which was not removed, because possibly no one has the new private key: run `operation: rotate` with `update-instances: ssm`";
const nothing = {
	said: void 0,
	missed: void 0,
	isOver: true
};
async function settleInstances(journal, { remaining, only, policy, ofJob, isNewKeyLost }, { openInstances }) {
	const { keyName, instances } = readJournal(journal) ?? {};
	const { newKeyDigest } = instances ?? {};
	if (keyName === void 0 || instances === void 0 || newKeyDigest === void 0) return nothing;
	const fleet = await openInstances();
	const all = await fleet.find(keyName);
	const found = only === void 0 ? all : all.filter(({ instanceId }) => only.includes(instanceId));
	if (found.length === 0) return nothing;
	const isNewKeyKept = instances.isNewKeyKept && isNewKeyLost !== true;
	const isOldKeyNeeded = remaining === "new" && !isNewKeyKept && ofJob !== true;
	if (isOldKeyNeeded && policy === void 0) return {
		said: void 0,
		missed: oldKeyStays,
		isOver: false
	};
	const earlier = unrevokedKeys(journal);
	if (remaining === "old" && earlier.includes(newKeyDigest)) return nothing;
	const mark = journal.tags.get(tagKeys.nonce) ?? "";
	const busy = await fleet.stop(mark, journal.createdAt);
	const oldDigests = [fleet.digestOf(keyPairIn(journal).publicKey), ...earlier];
	if (isOldKeyNeeded) return leaveOldKey(found, busy, policy, tagOfUnrevoked(oldDigests));
	const { reachable, missed } = sortByReach(found, busy);
	const { done, failed, notRun } = sortOutcomes(remaining === "new" ? await removeEach(oldDigests, newKeyDigest, reachable, { mark }, fleet) : await removeBesideEach(newKeyDigest, oldDigests, reachable, { mark }, fleet));
	missed.push(...failed.filter(({ onlyUnreadable }) => remaining === "new" || !onlyUnreadable), ...notRun);
	const key = remaining === "new" ? "old" : "new";
	return {
		said: removedFrom(done, key),
		missed: stillAccepting(missed, key),
		isOver: missed.length === 0 || policy === "warn" || instances.policy === "warn"
	};
}
function leaveOldKey(found, busy, policy, unrevoked) {
	const ids = found.map(({ instanceId }) => instanceId);
	const stillBusy = ids.filter((id) => busy.includes(id)).map((instanceId) => ({
		instanceId,
		why: isBusy
	}));
	if (stillBusy.length > 0 && policy === "fail") return {
		said: void 0,
		missed: stillAccepting(stillBusy, "old"),
		isOver: false
	};
	return {
		said: `${countInstances(ids.length)} may accept its old key until another rotation has added a new one: ${listIds(ids)}.`,
		missed: void 0,
		isOver: true,
		unrevoked
	};
}
const isBusy = "is still running an earlier command";
function sortByReach(found, busy) {
	const missed = [];
	const reachable = [];
	for (const { instanceId, unreachable } of found) {
		const why = unreachable ?? (busy.includes(instanceId) ? isBusy : void 0);
		if (why === void 0) reachable.push(instanceId);
		else missed.push({
			instanceId,
			why
		});
	}
	return {
		reachable,
		missed
	};
}
function removedFrom(done, key) {
	if (done.length === 0) return void 0;
	return `Removed the ${key} public key from ${countInstances(done.length)}: ${listIds(done)}.`;
}
function stillAccepting(missed, key) {
	if (missed.length === 0) return void 0;
	return `${countInstances(missed.length)} may still accept the ${key} key: ${listMissed(missed)}`;
}
// src/stores/move-copy.ts
async function moveCopy(from, to, { kept, oldNonce = "", run, mask }) {
	const there = await to.poll(() => to.look());
	if (!(there !== void 0 && (isCopyOf({ nonce: oldNonce }, there.tags) || isCopyOf(kept, there.tags)))) return false;
	const source = await from.poll(async (isLast) => {
		const seen = await from.look();
		return seen !== void 0 && (isCopyOf(kept, seen.tags) || isLast) ? seen : void 0;
	});
	if (source === void 0 || !isCopyOf(kept, source.tags)) return false;
	const text = await from.poll(() => from.read());
	if (text === void 0) return false;
	await mask(text);
	const version = await replaceUnlessEqual(text, from, to, mask);
	await to.tag(tagsOfCopy(kept, run));
	if (await to.poll(() => to.read(version)) === text) return true;
	throw new KeyPairError("STORE_UNCONFIRMED", `${to.title} does not show the private key that was written to ${to.reference}.`, { hint: "Run the job again. If that does not help, check whether something else writes to this name." });
}
async function replaceUnlessEqual(text, from, to, mask) {
	const before = await to.read();
	if (before === text) return void 0;
	if (before !== void 0) await mask(before);
	return to.replace(text, await from.kmsKeyId());
}
// src/operations/settle-copy.ts
async function settleCopy(pair, oldNonce, { keyPairs, run, registerMasks, openStore }) {
	const from = storeOf(pair);
	const nonce = pair.tags.get(tagKeys.nonce);
	if (from === void 0 || nonce === void 0) return void 0;
	const store = await openStore(from);
	const kept = {
		keyPairId: pair.keyPairId,
		nonce
	};
	const to = lifetimeIn(pair.tags) === "job" ? void 0 : lastingReference(from);
	if (to !== void 0) {
		const mask = (text) => maskPrivateKeyIn(text, registerMasks);
		if (await moveCopy(store, await openStore(to), {
			kept,
			oldNonce,
			run,
			mask
		})) {
			const tag = {
				key: tagKeys.store,
				value: referenceText(to)
			};
			if (await keyPairs.tag(pair, [tag]) === "not-found") throw notShown(pair);
			await deleteCopy(store, kept, false);
			return referenceText(to);
		}
	}
	await deleteCopy(await openStore(temporaryReference(from, nonce)), kept, false);
	const entry = await store.poll(() => store.look());
	if (entry === void 0 || !isCopyOf(kept, entry.tags)) throw new CopyMissing(pair, store);
	await store.tag(tagsOfCopy(kept, run));
	return referenceText(from);
}
var CopyMissing = class extends KeyPairError {
	constructor({ keyName, keyPairId }, { title, reference, region }) {
		super("STORE_UNCONFIRMED", `${title} does not have the new private key of key pair "${keyName}" (${keyPairId}) in ${reference} in ${region}.`, { hint: "Something else deleted or replaced it. Rotate the key pair again. If something is in its place then, delete that, or set another name in `store`." });
	}
};
function notShown({ keyName, keyPairId }) {
	return new KeyPairError("PAIR_NOT_FOUND", `EC2 does not know key pair "${keyName}" (${keyPairId}), whose tag was to name the place of its private key.`);
}
// src/operations/journal-age.ts
const timeToSwap = 6e4;
async function mayBeRunning(journal, { keyPairs, openEc2Clock }) {
	if (journal.createdAt === void 0) return true;
	const clock = await openEc2Clock();
	await keyPairs.find({ keyPairId: journal.keyPairId });
	return isYoungRotation(journal, clock.now());
}
async function mayBeEndedByOthers(journal, { keyPairs, openEc2Clock }) {
	const clock = await openEc2Clock();
	const seen = await keyPairs.findEventually({ keyPairId: journal.keyPairId });
	if (seen === void 0) return true;
	const { keyName, tags } = journal;
	const { createdAt } = seen;
	const soon = new Date(clock.now().getTime() + timeToSwap);
	return createdAt !== void 0 && !isYoungRotation({
		keyName,
		tags,
		createdAt
	}, soon);
}
// src/operations/unfinished.ts
function leftUnfinished(record, why) {
	return {
		outcome: "left",
		what: `the rotation of key pair "${readName(record)}" in ${record.region}, whose old public key is in key pair "${record.keyName}"`,
		why,
		hint: `To end it, run \`operation: rotate\` for this key pair in ${timeOf(record)}.`
	};
}
function leftByFailure(record, error) {
	const { hint, details } = adviceOnCleanup(error);
	const left = leftUnfinished(record, reasonOf(error));
	return {
		...left,
		hint: [hint, left.hint].filter(Boolean).join(" "),
		details
	};
}
function leftTaken(record, other) {
	return {
		...leftUnfinished(record, `another process created a key pair with this name (${other.keyPairId})`),
		hint: `If no one needs the old key, delete "${record.keyName}". To put the old key back, delete the key pair that has the name, and run \`operation: ensure\` in ${timeOf(record)}.`
	};
}
function timeOf(record) {
	return "instances" in record && record.instances !== void 0 ? "fifteen minutes" : "five minutes, or fifteen with `update-instances`";
}
function readName({ keyName }) {
	return keyName.replace(/\.rotating$/, "");
}
function reasonOf(error) {
	return (error instanceof KeyPairError ? error : unexpectedError(error)).message.replace(/\.$/, "");
}
// src/operations/undo-swap.ts
async function releaseSwap$1(record, open) {
	try {
		return await undoSwap(record, await open(record.region, record));
	} catch (error) {
		return {
			...leftByFailure(record, error),
			keepsEarlier: true
		};
	}
}
async function undoSwap(record, access) {
	const { keyPairs } = access;
	const journal = await findJournalOf(record, keyPairs);
	if (journal === void 0) return withoutJournal(record, access);
	if (journal.tags.get(tagKeys.nonce) !== record.nonce) return leftUndone(record, "EC2 shows it with other tags than those that this step set");
	const next = keyPairs.tries();
	do {
		const attempt = await restore(journal, record, access);
		if (attempt !== void 0) return attempt;
	} while (await next("all"));
	return leftUndone(record, "EC2 does not show which key pair has the name");
}
async function findJournalOf({ keyPairId, nonce }, keyPairs) {
	return keyPairs.look(async (isLast) => {
		const seen = await keyPairs.find({ keyPairId });
		return seen?.tags.get(tagKeys.nonce) === nonce && seen.publicKey !== void 0 || isLast ? seen : void 0;
	});
}
async function restore(journal, record, access) {
	const { keyPairs, run } = access;
	const restored = await putBack(journal, keyPairs);
	if (restored !== void 0) return undone(record, restored);
	const holder = await findNameHolder(journal, record, keyPairs);
	if (holder === void 0) return void 0;
	const { whose, pair } = holder;
	switch (whose) {
		case "put-back": return undone(record, pair.keyPairId);
		case "original":
			if (await mayBeEndedByOthers(journal, access)) return leftUndone(record, tooLate);
			await requireMayImport(keyPairIn(journal), keyPairs);
			await keyPairs.delete(pair);
			return;
		case "new":
			if (!isManaged(pair.tags, run)) return leftUndone(record, "the new key pair has other tags by now");
			if (await mayBeEndedByOthers(journal, access)) return leftUndone(record, tooLate);
			await keyPairs.delete(pair);
			return;
		case "other": return {
			...leftTaken(record, pair),
			keepsEarlier: true
		};
	}
}
const tooLate = "it began so long ago that another step may be ending it";
async function withoutJournal(record, access) {
	const { keyPairs } = access;
	const why = await whyNotFound(record, access);
	if (why !== void 0) return leftUndone(record, why);
	if (!await isUnknownTo(keyPairs, record)) return leftUndone(record, "EC2 does not show its journal");
	const successor = {
		keyName: readName(record),
		nonce: record.newNonce
	};
	const isNewKept = await keyPairs.look(() => findByNonce(successor, keyPairs)) !== void 0;
	return {
		outcome: "already-gone",
		what: `the rotation of key pair "${readName(record)}" in ${record.region}, which another step has ended`,
		...isNewKept ? { keepsEarlier: true } : {}
	};
}
async function isUnknownTo(keyPairs, { keyName, keyPairId }) {
	return !await mayDelete({
		keyName,
		keyPairId
	}, keyPairs);
}
function undone(record, keyPairId) {
	const said = `the old public key of key pair "${readName(record)}" in ${record.region} was put back (${keyPairId})`;
	return {
		outcome: "done",
		said: `${said.charAt(0).toUpperCase()}${said.slice(1)}.`,
		undone: `Because the step failed, ${said}.`
	};
}
function leftUndone(record, why) {
	return {
		...leftUnfinished(record, why),
		keepsEarlier: true
	};
}
// src/operations/end-rotation.ts
async function releaseRotation$1(record, open, registerMasks) {
	let settled;
	try {
		settled = await settleClaimed(record, await open(record.region, record), registerMasks);
	} catch (error) {
		return leftByFailure(record, error);
	}
	if (settled.left !== void 0) return settled.left;
	return alsoSaying(settled.said, await releaseKeyPair(journalIn(record), open));
}
async function settleClaimed(record, access, registerMasks) {
	const { keyPairId, nonce, swapping, over, instances } = record;
	if (over === true || swapping === void 0 && instances === void 0 || keyPairId === void 0) return {};
	const journal = await findJournalOf({
		keyPairId,
		nonce
	}, access.keyPairs);
	if (journal?.tags.get(tagKeys.nonce) !== nonce) return journal === void 0 && !await mayDelete({
		...record,
		keyPairId
	}, access.keyPairs) ? {} : { left: leftUnfinished(record, "EC2 does not show its journal") };
	if (swapping === void 0) return settleClaimedInstances(record, journal, "old", access);
	const holder = await findNameHolder(journal, record, access.keyPairs);
	if (holder === void 0) {
		if (record.ofJob === true) return settleClaimedInstances(record, journal, "new", access);
		return { left: leftUnfinished(record, `no key pair is named "${readName(record)}"`) };
	}
	if (holder.whose === "other") return { left: leftTaken(record, holder.pair) };
	await settleNew(holder, journal, {
		...access,
		registerMasks
	});
	return settleClaimedInstances(record, journal, holder.whose === "new" ? "new" : "old", access);
}
async function settleClaimedInstances(record, journal, remaining, access) {
	const { instances, ofJob } = record;
	if (instances === void 0) return {};
	const { said, missed, isOver } = await settleInstances(journal, {
		remaining,
		only: instances === "all" ? void 0 : instances,
		ofJob
	}, access);
	if (!isOver) return { left: leftUnfinished(record, missed ?? "") };
	const sentences = [said ?? [], missed === void 0 ? [] : `${missed}.`].flat();
	return sentences.length === 0 ? {} : { said: sentences.join(" ") };
}
function alsoSaying(said, outcome) {
	if (said === void 0 || outcome.outcome !== "done") return outcome;
	return {
		...outcome,
		said: `${said} ${outcome.said}`,
		undone: [said, outcome.undone ?? []].flat().join(" ")
	};
}
async function settleNew({ whose, pair }, journal, step) {
	if (whose !== "new" || !isManaged(pair.tags, step.run)) return;
	await settleCopy(pair, readJournal(journal)?.nonce, step);
}
// src/operations/end-abandoned.ts
async function endAbandonedRotation(journal, step, policy) {
	const { keyPairs } = step;
	const { keyName = "" } = readJournal(journal) ?? {};
	const ended = `an earlier rotation of key pair "${keyName}" in ${journal.region}`;
	const nonce = journal.tags.get(tagKeys.nonce) ?? "";
	const current = await findJournalOf({
		keyPairId: journal.keyPairId,
		nonce
	}, keyPairs);
	if (current?.tags.get(tagKeys.nonce) !== nonce || !await mayDelete(current, keyPairs)) return { said: `Another step ended ${ended}.` };
	const settled = await settle(current, step);
	const { said, noted } = await settleAll(current, settled, policy, step);
	await keyPairs.delete(current);
	return {
		said: [`Ended ${ended}, which a step had ${settled.how}.`, ...said].join(" "),
		noted
	};
}
async function settleAll(journal, { newPair, isNewKeyLost }, policy, step) {
	const { said, missed, isOver, unrevoked } = await settleInstances(journal, {
		remaining: newPair === void 0 ? "old" : "new",
		policy,
		isNewKeyLost
	}, step);
	if (!isOver) throw instancesStay(journal, missed ?? "");
	const sentences = [said ?? [], missed === void 0 ? [] : `${missed}.`].flat();
	if (unrevoked === void 0 || newPair === void 0) return { said: sentences };
	if (await step.keyPairs.tag(newPair, [unrevoked]) === "not-found") throw rotationInProgress(journal);
	return {
		said: sentences,
		noted: {
			keyPairId: newPair.keyPairId,
			tag: unrevoked
		}
	};
}
async function settle(journal, step) {
	const { keyPairs } = step;
	const newNonce = readJournal(journal)?.successor?.nonce;
	const unfinished = (id) => `left unfinished: the old public key was put back (${id})`;
	const next = keyPairs.tries();
	do {
		const restored = await putBack(journal, keyPairs);
		if (restored !== void 0) {
			await deleteNewCopy(journal, step);
			return { how: unfinished(restored) };
		}
		const holder = await findNameHolder(journal, {
			oldKeyPairId: void 0,
			newNonce
		}, keyPairs);
		switch (holder?.whose) {
			case "new": return completed(holder, journal, step);
			case "original":
			case "put-back":
				await deleteNewCopy(journal, step);
				return { how: "left before it changed the key pair, or after it had put the old public key back" };
			case "other": throw journalStays(journal, holder.pair);
		}
	} while (await next("all"));
	throw rotationInProgress(journal);
}
async function completed(holder, journal, step) {
	const how = "completed except for its journal";
	const newPair = holder.pair;
	try {
		await settleNew(holder, journal, step);
		return {
			how,
			newPair
		};
	} catch (error) {
		if (!(error instanceof CopyMissing)) throw error;
		return {
			how: `${how}. ${error.message.replace(/\.$/, "")}`,
			newPair,
			isNewKeyLost: true
		};
	}
}
async function deleteNewCopy(journal, { openStore }) {
	const { successor } = readJournal(journal) ?? {};
	const reference = successor?.store === void 0 ? void 0 : parseReference(successor.store);
	if (successor === void 0 || reference === void 0) return;
	await deleteCopy(await openStore(reference), {
		keyPairId: "",
		nonce: successor.nonce
	}, false);
}
// src/operations/abandoned-rotation.ts
async function awaitRotation(journal, next, step) {
	if (!await mayBeRunning(journal, step)) step.log.info((await endAbandonedRotation(journal, step)).said);
	if (!await next("all")) throw rotationInProgress(journal);
}
async function previewOfAbandoned(journal, then, step) {
	const { keyName = "" } = readJournal(journal) ?? {};
	return {
		actions: [{ text: await mayBeRunning(journal, step) ? `wait until another step has rotated key pair "${keyName}" in ${journal.region}, and ${then}` : `end an earlier rotation of key pair "${keyName}" in ${journal.region}, which a step left unfinished, and ${then}` }],
		warnings: [],
		outputs: {}
	};
}
// src/operations/instances/plan-instances.ts
async function planInstances({ keyName, region }, request, { openInstances }) {
	if (request === void 0) return void 0;
	const fleet = await openInstances();
	const found = await fleet.find(keyName);
	const { policy } = request;
	const reachable = found.flatMap((one) => one.unreachable === void 0 ? [one.instanceId] : []);
	const unreachable = found.flatMap(({ instanceId, unreachable: why }) => why === void 0 ? [] : [{
		instanceId,
		why
	}]);
	if (policy === "fail" && unreachable.length > 0) throw new KeyPairError("INSTANCES_NOT_REACHABLE", `Key pair "${keyName}" in ${region}: ${unreachable.length} of ${countInstances(found.length)} cannot be updated: ${listMissed(unreachable)}.`, { hint: "Nothing was changed. Start the instances, and let Systems Manager manage them (docs/rotation.md, \"Running instances\"). To rotate anyway, and leave them with the old key, set update-instances-policy: warn." });
	if (reachable.length > 0) await fleet.requireReadable();
	return {
		policy,
		reachable,
		unreachable
	};
}
function takesPart(plan) {
	return plan !== void 0 && plan.reachable.length > 0;
}
function warningsOfPlan(plan, { keyName }) {
	const { unreachable = [] } = plan ?? {};
	if (unreachable.length === 0) return [];
	return [`${countInstances(unreachable.length)} with key pair "${keyName}" cannot be updated, and will accept the old key only: ${listMissed(unreachable)}.`];
}
// src/operations/requests-of-rotation.ts
async function requestsOfRotation(pair, { publicKey, destinations }, known) {
	const old = storeOf(pair);
	const oldText = old && referenceText(old);
	if (publicKey !== void 0) return {
		requests: [],
		oldCopy: oldText
	};
	const asked = destinations.find((request) => request.kind === "store");
	const others = destinations.filter(({ kind }) => kind !== "store");
	const store = asked ?? (oldText === void 0 ? void 0 : inStore(oldText));
	if (store === void 0) {
		if (known.lifetime === "persistent") requireKept(pair, others);
		return {
			requests: others,
			oldCopy: void 0
		};
	}
	const reference = referenceFor(store.store, pair.keyName);
	const text = reference && referenceText(reference);
	const copy = reference !== void 0 && text === oldText ? await known.isOldCopy(reference) : void 0;
	if (reference === void 0 || copy === void 0) return {
		requests: [store, ...others],
		oldCopy: text === oldText ? void 0 : oldText
	};
	const temporary = temporaryReference(reference, known.nonce);
	const rule = ruleAgainst(temporary);
	if (rule !== void 0) throw new KeyPairError("INVALID_INPUT", `store: the temporary name of the new copy, "${referenceText(temporary)}", ${rule}.`, { hint: "Nothing was changed. Set another, shorter name in store." });
	if (reference.service === "secrets-manager" && (store.kmsKeyId ?? copy.kmsKeyId) !== copy.kmsKeyId) throw new KeyPairError("INVALID_INPUT", `store-kms-key-id: a new version of ${text} is encrypted with the KMS key that the secret has${copy.kmsKeyId === void 0 ? "" : `, ${copy.kmsKeyId}`}.`, { hint: "Nothing was changed. Leave out store-kms-key-id, or first change the key: aws secretsmanager update-secret --kms-key-id" });
	const kmsKeyId = store.kmsKeyId ?? copy.kmsKeyId;
	return {
		requests: [{
			...store,
			store: referenceText(temporary),
			kmsKeyId
		}, ...others],
		oldCopy: void 0
	};
}
function inStore(store) {
	return {
		kind: "store",
		store,
		kmsKeyId: void 0,
		required: true
	};
}
function requireKept({ keyName }, requests) {
	if (requests.some((request) => request.kind === "output" || request.kind === "file" && request.path)) return;
	throw new KeyPairError("INVALID_INPUT", `Key pair "${keyName}" is persistent, but its new private key would be lost when the job ends.`, { hint: "Nothing was changed. Set store, or set public-key to a key of your own. Or set private-key-path or output-private-key, and save the private key in a later step." });
}
// src/operations/plan-rotation.ts
async function planRotation(pair, request, step) {
	const old = rotatable(pair, request, step);
	const given = request.publicKey && await readPublicKey(request.publicKey, step);
	if (given?.equals(old.publicKey)) return { unchanged: pair };
	const { keyName } = pair;
	const lifetime = lifetimeIn(pair.tags) ?? "persistent";
	const { expiresAfter } = request;
	const expiresAt = expiresAfter === void 0 ? expiryIn(pair.tags) : void 0;
	const identity = identifyNewPair(keyName, {
		tags: userTags(pair, request.tags),
		lifetime,
		expiresAfter,
		expiresAt
	}, step);
	const { requests, oldCopy } = await requestsOfRotation(pair, request, {
		lifetime,
		nonce: identity.record.nonce,
		isOldCopy: (reference) => isOldCopy(reference, pair, step)
	});
	const destinations = await openAll(requests, {
		keyName,
		lifetime,
		publicKey: void 0,
		nonce: identity.record.nonce,
		replaced: old.publicKey
	}, step);
	const instances = await planInstances(pair, request.instances, step);
	const nonce = step.randomHex(16);
	const tags = [
		...identity.tags,
		...destinations.flatMap((destination) => destination.tags),
		...await tagsForNextRotation(old, request, step)
	];
	const successor = {
		nonce: identity.record.nonce,
		store: tags.find(({ key }) => key === tagKeys.store)?.value
	};
	const ofInstances = instances && {
		newKeyDigest: void 0,
		policy: instances.policy,
		isNewKeyKept: given !== void 0 || await outliveJob(destinations)
	};
	const ofJournal = tagsOfJournal(pair, nonce, step.run, successor, ofInstances);
	const journal = {
		keyName: journalNameOf(keyName),
		nonce,
		tags: ofJournal
	};
	const reserved = instances === void 0 ? 0 : 1;
	for (const each of [tags, journal.tags]) requireRoom(each, reserved, pair);
	return { rotation: {
		old,
		newKey: given ? { publicKey: given } : { keyType: request.keyType ?? pair.keyType ?? "rsa" },
		identity,
		tags,
		journal,
		destinations,
		oldCopy,
		instances
	} };
}
async function tagsForNextRotation(old, { instances }, { openInstances }) {
	const earlier = unrevokedKeys(old);
	if (instances !== void 0 || earlier.length === 0) return [];
	return [tagOfUnrevoked([(await openInstances()).digestOf(old.publicKey), ...earlier])];
}
async function outliveJob(destinations) {
	return (await Promise.all(destinations.map((destination) => destination.expected()))).some(({ outlivesJob }) => outlivesJob);
}
function rotatable(pair, { force }, { run }) {
	const { keyName, keyPairId, region, publicKey, tags } = pair;
	const journal = readJournal(pair);
	if (journal !== void 0) throw invalid(`key-name: "${keyName}" is the journal of a rotation. Set key-name: ${journal.keyName}.`);
	const ofAws = [...tags.keys()].find((key) => /^aws:/i.test(key));
	if (ofAws !== void 0) throw new KeyPairError("NOT_OURS", `Key pair "${keyName}" (${keyPairId}) in ${region} has the tag ${ofAws}, so an AWS service such as CloudFormation created it. It was not rotated.`, { hint: "No one else can set such a tag on the new key pair. Replace the key pair where it is defined." });
	if (!isManaged(tags, run) && !force) throw new KeyPairError("NOT_OURS", `Key pair "${keyName}" (${keyPairId}) in ${region} was not created by this action in ${run.repository}, so it was not rotated.`, { hint: "To rotate it anyway, set `force: true`. The new key pair then belongs to this repository." });
	if (keyName.length > 246) throw invalid(`key-name: "${keyName}" is longer than 246 characters: the journal of the rotation has a longer name, and EC2 takes up to 255.`);
	if (publicKey === void 0) throw new KeyPairError("PUBLIC_KEY_UNREADABLE", `EC2 does not show the public key of key pair "${keyName}" (${keyPairId}) in ${region}.`, { hint: "Without it, the key pair could not be put back if the rotation fails. Nothing was changed." });
	return {
		...pair,
		publicKey
	};
}
function userTags({ tags }, wanted) {
	const kept = [...tags].filter(([key]) => !isReservedTag(key));
	return [...new Map([...kept, ...wanted.map(({ key, value }) => [key, value])])].map(([key, value]) => ({
		key,
		value
	}));
}
async function isOldCopy(reference, { tags }, { openStore }) {
	const store = await openStore(reference);
	const entry = await store.look();
	if (entry?.isPendingDeletion) throw store.pendingDeletion();
	return entry !== void 0 && isCopyOf({ nonce: tags.get(tagKeys.nonce) ?? "" }, entry.tags) ? { kmsKeyId: await store.kmsKeyId() } : void 0;
}
function requireRoom(tags, reserved, { keyName }) {
	const tooLong = tags.find(({ value }) => value.length > 256);
	const count = tags.length + reserved;
	if (count > 50 || tooLong !== void 0) throw invalid(`Key pair "${keyName}" cannot be rotated with its tags: with those that a rotation needs, ${tooLong === void 0 ? `there are ${count}, and EC2 takes up to 50` : "one is longer than 256 characters"}.`);
}
function invalid(message) {
	return new KeyPairError("INVALID_INPUT", message, { hint: "Nothing was changed." });
}
// src/operations/result-of-rotation.ts
function resultOfRotation({ old, newKey, identity, oldCopy, instances: plan }, { imported, publicKey, delivered, instances }, { runId }) {
	const { keyName, region, fingerprint: previousFingerprint } = old;
	const { keyPairId, fingerprint } = imported;
	const { lifetime, expiresAt } = identity;
	return {
		keyName,
		keyPairId,
		region,
		fingerprint,
		delivered,
		lifetime,
		expiresAt,
		previousFingerprint,
		keyType: publicKey?.type ?? ("keyType" in newKey ? newKey.keyType : newKey.publicKey.type),
		sha256Fingerprint: publicKey === void 0 ? "" : sha256Fingerprint(publicKey),
		publicKey: publicKey?.openSshLine(keyName) ?? "",
		change: "rotated",
		creatingRunId: runId,
		runUrl: void 0,
		remarks: [
			`Its old key had the fingerprint ${previousFingerprint}.`,
			...plan === void 0 ? ["Instances that were launched with it still accept the old key, and not the new one."] : [],
			...instances === void 0 ? [] : linesOfInstances(instances)
		],
		rows: instances === void 0 ? [] : rowsOfInstances(instances),
		warnings: [...oldCopy === void 0 ? [] : [`The old private key is still in ${oldCopy}: key pair "${keyName}" no longer references it. Delete it when no instance needs it.`], ...warningsOfPlan(plan, old)],
		fingerprintDiffers: false
	};
}
// src/operations/rotation-permissions.ts
async function requireMayReplace({ old, newKey, tags }, keyPairs) {
	const { keyName, publicKey } = old;
	const oldTags = [...old.tags].map(([key, value]) => ({
		key,
		value
	}));
	await requireMayImport({
		keyName,
		publicKey: "publicKey" in newKey ? newKey.publicKey : publicKey,
		tags
	}, keyPairs);
	await requireMayImport({
		keyName,
		publicKey,
		tags: oldTags
	}, keyPairs);
}
function moveIn({ tags, identity }) {
	const from = storeOf({ tags: new Map(tags.map(({ key, value }) => [key, value])) });
	const to = from === void 0 || identity.lifetime === "job" ? void 0 : lastingReference(from);
	return from === void 0 || to === void 0 ? void 0 : {
		from,
		to
	};
}
async function requireMayName(plan, { keyName, keyPairId }, keyPairs) {
	const move = moveIn(plan);
	if (move === void 0) return;
	const tag = {
		key: tagKeys.store,
		value: referenceText(move.to)
	};
	await requireMayTag({
		keyName,
		keyPairId
	}, [tag], keyPairs);
}
// src/operations/preview-rotation.ts
async function previewRotation(plan, { keyPairs, run }) {
	const { old, newKey, journal, destinations, identity } = plan;
	const { keyName, publicKey: oldKey } = old;
	const publicKey = "publicKey" in newKey ? newKey.publicKey : void 0;
	const move = moveIn(plan);
	const expected = async (destination) => {
		const one = await destination.expected();
		return move === void 0 ? one : keptAt(one, referenceText(move.to));
	};
	const result = resultOfRotation(plan, {
		imported: {
			keyPairId: "",
			fingerprint: ""
		},
		publicKey,
		delivered: publicKey === void 0 ? await Promise.all(destinations.map(expected)) : void 0
	}, run);
	const source = "keyType" in newKey ? `a new ${newKey.keyType} key, generated on this runner` : `the ${newKey.publicKey.type} key ${sha256Fingerprint(newKey.publicKey)}`;
	const inRegion = `in ${old.region}`;
	return {
		actions: [
			{
				text: `keep the old public key in key pair "${journal.keyName}" ${inRegion}, until the rotation is complete`,
				checkPermission: () => keyPairs.checkPermission({
					call: "ImportKeyPair",
					pair: {
						keyName: journal.keyName,
						publicKey: oldKey,
						tags: journal.tags
					}
				})
			},
			...destinations.map(({ intent }) => ({ text: intent })),
			...previewOfInstances(plan, "put the new public key beside the old one on"),
			{
				text: `delete key pair "${keyName}" (${old.keyPairId}) ${inRegion}`,
				checkPermission: () => keyPairs.checkPermission({
					call: "DeleteKeyPair",
					pair: old
				})
			},
			{
				text: `import key pair "${keyName}" ${inRegion} with ${source}`,
				checkPermission: () => requireMayReplace(plan, keyPairs)
			},
			...move === void 0 ? [] : [{
				text: `move the private key from ${referenceText(move.from)} to ${referenceText(move.to)}, as a new version`,
				...isManaged(old.tags, run) ? { checkPermission: () => requireMayName(plan, old, keyPairs) } : {}
			}],
			...previewOfInstances(plan, "remove the old public key from"),
			{ text: `delete key pair "${journal.keyName}" ${inRegion}` },
			...previewOfCleanup(identity.lifetime)
		],
		remarks: [...result.remarks ?? [], ...takesPart(plan.instances) ? [unchecked] : []],
		warnings: reportOf(result).warnings,
		outputs: outputsOf(result)
	};
}
const unchecked = "Systems Manager has no dry runs, so it is not known whether the role may send commands to these instances.";
function previewOfInstances({ instances, old }, doing) {
	if (!takesPart(instances)) return [];
	const { reachable } = instances;
	return [{ text: `${doing} ${countInstances(reachable.length)} in ${old.region}: ${listIds(reachable)}` }];
}
// src/ec2/delete-old.ts
async function deleteOld(old, keyPairs, claim) {
	let isUncertain = false;
	try {
		await keyPairs.delete(old, () => {
			isUncertain = true;
		});
	} catch (error) {
		if (!isUncertain && failureOf(error) !== "uncertain") claim.cancelled();
		throw error;
	}
}
// src/operations/instances/recorded-instances.ts
const mostNamed = 100;
function recordedInstances(instanceIds) {
	return instanceIds.length > mostNamed ? "all" : instanceIds;
}
// src/operations/instances/add-new-key.ts
async function addNewKey({ reachable, policy }, { journal: { claim, record }, newKey, oldDigests }, { openInstances, log, region }) {
	const fleet = await openInstances();
	const hold = (instances) => {
		const now = instances.length === 0 ? record : {
			...record,
			instances: recordedInstances(instances)
		};
		claim.held(now);
		return now;
	};
	hold(reachable);
	const mayRun = [];
	let outcomes;
	try {
		outcomes = await addBesideEach(newKey, oldDigests, reachable, {
			mark: record.nonce,
			onMayRun: (ids) => void mayRun.push(...ids),
			onSent: (ids, commandId) => log.info(`Adding the new public key on ${countInstances(ids.length)} in ${region} (command ${commandId}).`)
		}, fleet);
	} catch (error) {
		hold([...new Set(mayRun)]);
		throw error;
	}
	const { done, withoutKey, failed, notRun } = sortOutcomes(outcomes);
	const held = hold([...done, ...failed.map(({ instanceId }) => instanceId)]);
	log.info(`The new public key is on ${done.length} of ${countInstances(reachable.length)} in ${region}.`);
	const missed = [...failed, ...notRun];
	if (policy === "fail" && missed.length > 0) throw notUpdated(missed, reachable.length, region);
	return {
		journal: {
			claim,
			record: held
		},
		added: done,
		withoutKey,
		missed
	};
}
function notUpdated(missed, all, region) {
	return new KeyPairError("INSTANCES_NOT_UPDATED", `The new public key could not be added on ${missed.length} of ${countInstances(all)} in ${region}: ${listMissed(missed)}.`, { hint: "The key pair keeps its old key. See the output of the command in the AWS console, under Systems Manager, Run Command. To rotate without these instances, set update-instances-policy: warn." });
}
// src/operations/instances/revoke-old-key.ts
async function revokeOldKey({ added, journal }, { newKey, oldDigests }, { openInstances, log, region }) {
	if (added.length === 0) return {
		updated: [],
		missed: []
	};
	try {
		const fleet = await openInstances();
		const { done, withoutKey, failed, notRun } = sortOutcomes(await removeEach(oldDigests, fleet.digestOf(newKey), added, {
			mark: journal.record.nonce,
			onSent: (ids, commandId) => log.info(`Removing the old public key on ${countInstances(ids.length)} in ${region} (command ${commandId}).`)
		}, fleet));
		return {
			updated: [...done, ...withoutKey],
			missed: [...failed, ...notRun]
		};
	} catch (error) {
		const why = reasonOf(error);
		return {
			updated: [],
			missed: added.map((instanceId) => ({
				instanceId,
				why
			}))
		};
	}
}
function notRevoked(missed, pair, region) {
	const reasons = new Set(missed.map(({ why }) => why));
	const [same = ""] = reasons;
	const which = reasons.size === 1 ? `${listIds(missed.map(({ instanceId }) => instanceId))}: ${same}` : listMissed(missed);
	return new KeyPairError("OLD_KEY_NOT_REVOKED", `${pair} in ${region} has its new key, but ${countInstances(missed.length)} may still accept the old one: ${which.replace(/\.$/, "")}.`, { hint: "The post step will try again. If a warning says that it failed, too, run `operation: rotate` with `update-instances: ssm` for this key pair in fifteen minutes: it also removes the old key." });
}
// src/operations/instances/in-swap.ts
async function digestFor({ instances }, newKey, { openInstances }) {
	if (!takesPart(instances)) return void 0;
	return (await openInstances()).digestOf(newKey);
}
async function addToInstances({ instances, old }, newKey, journal, step) {
	if (!takesPart(instances)) return void 0;
	const added = await addNewKey(instances, {
		journal,
		newKey,
		oldDigests: await digestsOf(old, step)
	}, step);
	if (!await mayDelete(old, step.keyPairs)) throw goneAlready(old);
	return added;
}
async function digestsOf(old, { openInstances }) {
	return [(await openInstances()).digestOf(old.publicKey), ...unrevokedKeys(old)];
}
async function revokeOnInstances({ instances, old }, { added, publicKey, keyPairId }, step) {
	if (instances === void 0) return {
		result: void 0,
		unrevoked: [],
		problems: []
	};
	const { updated, missed } = added === void 0 ? {
		updated: [],
		missed: []
	} : await revokeOldKey(added, {
		newKey: publicKey,
		oldDigests: await digestsOf(old, step)
	}, step);
	const { late, problems } = await launchedMeanwhile(instances, old, step);
	const notAdded = [...added?.missed ?? [], ...late];
	if (notAdded.length > 0) problems.push(`Not updated, and may accept the old key only: ${listMissed(notAdded)}.`);
	const result = {
		updated,
		withoutKey: added?.withoutKey ?? [],
		missed: [
			...instances.unreachable,
			...notAdded,
			...missed
		]
	};
	if (missed.length === 0) return {
		result,
		unrevoked: [],
		problems
	};
	const error = notRevoked(missed, `Key pair "${old.keyName}" (${keyPairId})`, step.region);
	if (instances.policy === "warn") return {
		result,
		unrevoked: [],
		problems: [...problems, error.message]
	};
	return {
		result,
		unrevoked: missed.map(({ instanceId }) => instanceId),
		problems,
		failure: error
	};
}
function leaveBothKeys({ instances }, added) {
	if (instances === void 0) return {
		result: void 0,
		unrevoked: [],
		problems: []
	};
	const unrevoked = added?.added ?? [];
	const why = "also accepts the old key";
	const both = unrevoked.map((instanceId) => ({
		instanceId,
		why
	}));
	const missed = [
		...instances.unreachable,
		...added?.missed ?? [],
		...both
	];
	return {
		result: {
			updated: [],
			withoutKey: added?.withoutKey ?? [],
			missed
		},
		unrevoked,
		problems: []
	};
}
async function launchedMeanwhile({ reachable, unreachable }, { keyName }, { openInstances }) {
	const known = new Set([...reachable, ...unreachable.map(({ instanceId }) => instanceId)]);
	try {
		const late = (await (await openInstances()).find(keyName)).filter(({ instanceId }) => !known.has(instanceId));
		const why = "was launched during the rotation";
		return {
			late: late.map(({ instanceId }) => ({
				instanceId,
				why
			})),
			problems: []
		};
	} catch (error) {
		return {
			late: [],
			problems: [`Instances that were launched during the rotation may accept the old key only: ${reasonOf(error)}.`]
		};
	}
}
// src/operations/open-journal.ts
async function openJournal({ old, identity, journal }, newKeyDigest, claims, keyPairs) {
	const { keyName, nonce } = journal;
	const tags = newKeyDigest === void 0 ? journal.tags : withNewKeyDigest(journal.tags, newKeyDigest);
	const asKeyPair = {
		...identity.record,
		keyName,
		nonce
	};
	const pairs = {
		oldKeyPairId: old.keyPairId,
		newNonce: identity.record.nonce
	};
	const intended = {
		...asKeyPair,
		...pairs,
		kind: "rotation",
		...identity.lifetime === "job" ? { ofJob: true } : {}
	};
	const claim = claims.intend(intended, "job");
	let record;
	await importKeyPair({
		keyName,
		publicKey: old.publicKey,
		tags
	}, keyPairs, {
		record: asKeyPair,
		claim: {
			...claim,
			held({ keyPairId, unanswered }) {
				if (keyPairId === void 0) throw new TypeError("no ID");
				record = {
					...intended,
					keyPairId,
					...unanswered === void 0 ? {} : { unanswered }
				};
				claim.held(record);
			}
		}
	}, unlessOwn(asKeyPair, (holder) => readJournal(holder) === void 0 ? journalNameTaken(holder, old) : new JournalExists(holder)));
	if (record === void 0) throw new TypeError("no journal");
	return {
		claim,
		record
	};
}
function intendSwap({ claim, record }, claims) {
	claim.held({
		...record,
		swapping: true
	});
	const { unanswered: _, ofJob: __, instances: ___, ...asJournal } = record;
	const swapping = claims.intend({
		...asJournal,
		kind: "swap"
	}, "beyond");
	return { cancelled() {
		swapping.cancelled();
		claim.held(record);
	} };
}
function unlessOwn({ nonce }, errorAbout) {
	return (holder) => {
		if (holder.tags.get(tagKeys.nonce) !== nonce) throw errorAbout(holder);
	};
}
// src/operations/swap.ts
async function swap(plan, step) {
	const { old } = plan;
	step.log.info(`Rotating key pair "${old.keyName}" (${old.keyPairId}) in ${step.region}.`);
	if (!await mayDelete(old, step.keyPairs)) throw goneAlready(old);
	await requireMayReplace(plan, step.keyPairs);
	let swapped;
	try {
		swapped = await step.claims.undoOnFailure((claims) => replace(plan, claims, step));
	} catch (error) {
		if (error instanceof JournalExists) return { abandoned: error.journal };
		throw error;
	}
	return { report: await complete(plan, swapped, step) };
}
async function replace(plan, claims, step) {
	const { old, identity, destinations } = plan;
	const { keyPairs, registerMasks } = step;
	const newKey = await keyFor(plan);
	const { publicKey } = newKey;
	const opened = await openJournal(plan, await digestFor(plan, publicKey, step), claims, keyPairs);
	await requireUnchanged(old, keyPairs);
	await requireMayName(plan, opened.record, keyPairs);
	const { delivered, oldFiles } = newKey.privateKey === void 0 ? {
		delivered: void 0,
		oldFiles: []
	} : await deliverNew(newKey.privateKey, {
		old,
		destinations
	}, {
		claims,
		registerMasks
	});
	const added = await addToInstances(plan, publicKey, opened, step);
	const journal = added?.journal ?? opened;
	await requireInTime(plan, journal, step);
	const ofJob = identity.lifetime === "job" ? claims.intend(identity.record, "job") : void 0;
	await deleteOld(old, keyPairs, intendSwap(journal, claims));
	const { keyName } = old;
	const imported = await importKeyPair({
		keyName,
		publicKey,
		tags: plan.tags
	}, keyPairs, {
		record: identity.record,
		claim: ofJob ?? {
			held: () => void 0,
			cancelled: () => void 0
		}
	}, unlessOwn(identity.record, takenMeanwhile));
	step.setOutputs(outputsOf(resultOfRotation(plan, {
		imported,
		publicKey,
		delivered
	}, step.run)));
	return {
		imported,
		publicKey,
		delivered,
		oldFiles,
		journal,
		added
	};
}
async function requireUnchanged(old, keyPairs) {
	const current = await keyPairs.findEventually({ keyPairId: old.keyPairId });
	if (current === void 0 || !await mayDelete(old, keyPairs)) throw goneAlready(old);
	const known = unrevokedKeys(old);
	if (unrevokedKeys(current).some((digest) => !known.includes(digest)) || current.tags.get(tagKeys.store) !== old.tags.get(tagKeys.store)) throw rotatedMeanwhile(old);
}
async function requireInTime({ old, journal }, { record: { keyPairId } }, step) {
	const tags = new Map(journal.tags.map(({ key, value }) => [key, value]));
	if (await mayBeEndedByOthers({
		keyPairId,
		keyName: journal.keyName,
		tags
	}, step)) throw tookTooLong(old);
}
async function keyFor({ newKey }) {
	if ("publicKey" in newKey) return newKey;
	const privateKey = await generatePrivateKey(newKey.keyType);
	return {
		publicKey: privateKey.publicKey,
		privateKey
	};
}
async function deliverNew(privateKey, { old, destinations }, { claims, registerMasks }) {
	const oldFiles = [];
	const { delivered } = await deliver(destinations, {
		claims: { intend(record, retention) {
			const claim = claims.intend(record, retention);
			if (record.kind === "replaced-file") oldFiles.push({
				claim,
				record
			});
			return claim;
		} },
		registerMasks
	}, async () => ({
		privateKey,
		keyPairId: old.keyPairId
	}));
	return {
		delivered,
		oldFiles
	};
}
async function complete(plan, swapped, step) {
	const { imported, publicKey, added } = swapped;
	const problems = [];
	for (const oldFile of swapped.oldFiles) {
		oldFile.claim.held({
			...oldFile.record,
			over: true
		});
		problems.push(...unreleased([await oldFile.claim.release()]).map(sentenceWithHint));
	}
	const copy = await settleNewCopy(plan, swapped, step);
	const instances = copy.missing !== void 0 ? leaveBothKeys(plan, added) : await revokeOnInstances(plan, {
		added,
		publicKey,
		keyPairId: imported.keyPairId
	}, step);
	problems.push(...copy.problems, ...instances.problems);
	if (copy.isSettled) problems.push(...await endJournal(swapped.journal, instances.unrevoked));
	const result = resultOfRotation(plan, {
		imported,
		publicKey,
		delivered: copy.delivered,
		instances: instances.result
	}, step.run);
	if (instances.result !== void 0) step.setOutputs(outputsOfInstances(instances.result));
	return {
		...reportOf({
			...result,
			warnings: [...result.warnings ?? [], ...problems]
		}),
		failure: copy.missing ?? instances.failure
	};
}
async function settleNewCopy({ old, tags: newTags }, { imported: { keyPairId }, delivered, journal }, step) {
	const tags = new Map(newTags.map(({ key, value }) => [key, value]));
	try {
		const where = await settleCopy({
			keyName: old.keyName,
			keyPairId,
			tags
		}, old.tags.get(tagKeys.nonce), step);
		if (where === void 0) return {
			delivered,
			problems: [],
			isSettled: true
		};
		step.setOutputs({ "private-key-store": where });
		return {
			delivered: delivered?.map((one) => keptAt(one, where)),
			problems: [],
			isSettled: true
		};
	} catch (error) {
		const problem = sentenceWithHint(leftUnfinished(journal.record, reasonOf(error)));
		const missing = error instanceof CopyMissing ? error : void 0;
		return {
			delivered,
			problems: [problem],
			isSettled: false,
			missing
		};
	}
}
async function endJournal({ claim, record }, unrevoked) {
	try {
		if (unrevoked.length > 0) {
			claim.held({
				...record,
				swapping: true,
				instances: recordedInstances(unrevoked)
			});
			return [];
		}
		claim.held({
			...record,
			swapping: true,
			over: true
		});
		return unreleased([await claim.release()]).map(sentenceWithHint);
	} catch (error) {
		return [sentenceWithHint(leftUnfinished(record, reasonOf(error)))];
	}
}
function sentenceWithHint(open) {
	return [sentenceOf(open), hintOf(open) ?? []].flat().join(" ");
}
// src/operations/rotate.ts
const rotate = {
	async plan(request, step) {
		return {
			request,
			decision: await decide(request, step)
		};
	},
	async preview({ request, decision }, step) {
		if ("rotation" in decision) return previewRotation(decision.rotation, step);
		if ("unchanged" in decision) return previewExisting(unchanged(decision.unchanged, request), step);
		return previewOfAbandoned(decision.abandoned, "rotate it", step);
	},
	async execute({ request, decision: first }, step) {
		const next = step.keyPairs.tries();
		let decision = first;
		let noted;
		for (;;) {
			if ("unchanged" in decision) {
				step.log.info(`Key pair "${decision.unchanged.keyName}" already has this public key.`);
				return executeExisting(unchanged(decision.unchanged, request), step);
			}
			const done = "rotation" in decision ? await swap(decision.rotation, step) : decision;
			if ("report" in done) return done.report;
			const { abandoned } = done;
			if (await mayBeRunning(abandoned, step) || !await next("all")) throw rotationInProgress(abandoned);
			const ended = await endAbandonedRotation(abandoned, step, request.instances?.policy);
			step.log.info(ended.said);
			noted = ended.noted ?? noted;
			decision = await decide(request, step, noted);
		}
	}
};
async function decide(request, step, noted) {
	const pair = await step.keyPairs.findEventually(request.pair);
	const keyName = pair?.keyName ?? ("keyName" in request.pair ? request.pair.keyName : void 0);
	const journal = keyName === void 0 ? void 0 : await findJournal(keyName, step.keyPairs);
	if (journal !== void 0) {
		if (await mayBeRunning(journal, step)) throw rotationInProgress(journal);
		return { abandoned: journal };
	}
	if (pair === void 0) throw pairNotFound(request.pair, step.keyPairs.region, step.run);
	return planRotation(withTag(pair, noted), request, step);
}
function withTag(pair, noted) {
	if (noted?.keyPairId !== pair.keyPairId) return pair;
	const { key, value } = noted.tag;
	return {
		...pair,
		tags: new Map([...pair.tags, [key, value]])
	};
}
function unchanged(pair, { tags, expiresAfter }) {
	return {
		pair,
		managed: true,
		found: void 0,
		destinations: [],
		...notApplied(pair, {
			lifetime: lifetimeIn(pair.tags) ?? "persistent",
			tags,
			expiresAfter
		}, hasKey)
	};
}
const hasKey = "The key pair has this public key already, so it was not rotated. To set them, use `operation: ensure`.";
// src/step/release-rotation.ts
function releaseRotation(record, open) {
	return releaseRotation$1(record, async (region, recorded) => {
		const access = await open(region, recorded);
		return {
			...access,
			openStore: (reference) => openStore(reference, access.session),
			openInstances: async () => (await import("./fleet.js")).openFleet(access.session)
		};
	}, registerMasks);
}
function releaseSwap(record, open) {
	return releaseSwap$1(record, async (region, recorded) => {
		const access = await open(region, recorded);
		return {
			...access,
			openEc2Clock: async () => ec2Clock(access.session)
		};
	});
}
export { awaitRotation, deleteNewCopy, ec2Clock, endAbandonedRotation, findOldFile, leftByFailure, leftTaken, leftUnfinished, mayBeRunning, moveBack, previewOfAbandoned, readName, reasonOf, releaseReplacedFile, releaseRotation, releaseSwap, replacingFile, rotate };
