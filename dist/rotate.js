import { executeExisting, findJournal, generatePrivateKey, isYoung, journalNameOf, lifetimeIn, pairNotFound, previewExisting, previewOfCleanup, readJournal, referenceFor, referenceText, ruleAgainst, storeOf, tagsOfJournal, temporaryReference } from "./existing-pair.js";
import { JournalExists, goneAlready, journalNameTaken, previewOfAbandoned, rotatedMeanwhile, rotationInProgress, takenMeanwhile } from "./abandoned-rotation.js";
import { endAbandonedRotation, leftUnfinished, reasonOf, settleCopy } from "./end-rotation.js";
import { KeyPairError, isManaged, isReservedTag, sentenceOf, tagKeys, unreleased } from "./start.js";
import { isCopyOf } from "./stores.js";
import { deliver, identifyNewPair, openAll, outputsOf, reportOf, retentionOf } from "./create.js";
import { importKeyPair, readPublicKey } from "./import.js";
import { ec2ErrorNames, isNamed, sha256Fingerprint } from "./aws.js";
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
	throw new KeyPairError("INVALID_INPUT", `Key pair "${keyName}" is persistent, but its new private key would be lost when the job ends.`, { hint: "Nothing was changed. Set store, private-key-path, or output-private-key; or set public-key to a key of your own." });
}
// src/operations/plan-rotation.ts
async function planRotation(pair, request, step) {
	const old = rotatable(pair, request, step);
	const given = request.publicKey && await readPublicKey(request.publicKey, step);
	if (given?.equals(old.publicKey)) return { unchanged: pair };
	const { keyName } = pair;
	const lifetime = lifetimeIn(pair.tags) ?? "persistent";
	const expiresAfter = request.expiresAfter ?? lifeOf(pair);
	const identity = identifyNewPair(keyName, {
		tags: userTags(pair, request.tags),
		lifetime,
		expiresAfter
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
	const nonce = step.randomHex(16);
	const journal = {
		keyName: journalNameOf(keyName),
		nonce,
		tags: tagsOfJournal(pair, nonce, step.run)
	};
	const tags = [...identity.tags, ...destinations.flatMap((destination) => destination.tags)];
	for (const each of [tags, journal.tags]) requireRoom(each, pair);
	return { rotation: {
		old,
		newKey: given ? { publicKey: given } : { keyType: request.keyType ?? pair.keyType ?? "rsa" },
		identity,
		tags,
		journal,
		destinations,
		oldCopy
	} };
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
function lifeOf({ tags, createdAt }) {
	const life = Date.parse(tags.get(tagKeys.expiresAt) ?? "") - (createdAt?.getTime() ?? NaN);
	return life > 0 ? life : void 0;
}
async function isOldCopy(reference, { tags }, { openStore }) {
	const store = await openStore(reference);
	const entry = await store.look();
	return entry !== void 0 && isCopyOf({ nonce: tags.get(tagKeys.nonce) ?? "" }, entry.tags) ? { kmsKeyId: await store.kmsKeyId() } : void 0;
}
function requireRoom(tags, { keyName }) {
	const tooLong = tags.find(({ value }) => value.length > 256);
	if (tags.length > 50 || tooLong !== void 0) throw invalid(`Key pair "${keyName}" cannot be rotated with its tags: with those that a rotation needs, ${tooLong === void 0 ? `there are ${tags.length}, and EC2 takes up to 50` : "one is longer than 256 characters"}.`);
}
function invalid(message) {
	return new KeyPairError("INVALID_INPUT", message, { hint: "Nothing was changed." });
}
// src/operations/result-of-rotation.ts
function resultOfRotation({ old, newKey, identity, oldCopy }, { imported, publicKey, delivered }, { runId }) {
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
		remarks: [`Its old key had the fingerprint ${previousFingerprint}. Instances that were launched with it still accept the old key, and not the new one.`],
		warnings: oldCopy === void 0 ? [] : [`The old private key is still in ${oldCopy}: key pair "${keyName}" no longer names it. Delete it when no instance needs it.`],
		fingerprintDiffers: false
	};
}
// src/operations/preview-rotation.ts
async function previewRotation(plan, { keyPairs, run }) {
	const { old, newKey, journal, destinations, identity } = plan;
	const { keyName, publicKey: oldKey } = old;
	const publicKey = "publicKey" in newKey ? newKey.publicKey : void 0;
	const result = resultOfRotation(plan, {
		imported: {
			keyPairId: "",
			fingerprint: ""
		},
		publicKey,
		delivered: publicKey === void 0 ? await Promise.all(destinations.map((destination) => destination.expected())) : void 0
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
			{
				text: `delete key pair "${keyName}" (${old.keyPairId}) ${inRegion}`,
				checkPermission: () => keyPairs.checkPermission({
					call: "DeleteKeyPair",
					pair: old
				})
			},
			{
				text: `import key pair "${keyName}" ${inRegion} with ${source}`,
				checkPermission: () => keyPairs.checkPermission({
					call: "ImportKeyPair",
					pair: {
						keyName,
						publicKey: publicKey ?? oldKey,
						tags: plan.tags
					}
				})
			},
			...previewOfCleanup(identity.lifetime)
		],
		remarks: result.remarks ?? [],
		warnings: reportOf(result).warnings,
		outputs: outputsOf(result)
	};
}
// src/ec2/may-delete.ts
async function mayDelete(pair, keyPairs) {
	try {
		await keyPairs.checkPermission({
			call: "DeleteKeyPair",
			pair
		});
		return true;
	} catch (error) {
		if (isNamed(error, ec2ErrorNames.notFound)) return false;
		throw error;
	}
}
// src/operations/swap.ts
async function swap(plan, step) {
	const { old } = plan;
	step.log.info(`Rotating key pair "${old.keyName}" (${old.keyPairId}) in ${step.region}.`);
	if (!await mayDelete(old, step.keyPairs)) throw goneAlready(old);
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
	const first = await openJournal(plan, claims, keyPairs);
	const current = await keyPairs.findEventually({ keyPairId: old.keyPairId });
	if (current === void 0) throw goneAlready(old);
	if (current.tags.get(tagKeys.store) !== old.tags.get(tagKeys.store)) throw rotatedMeanwhile(old);
	const { publicKey, delivered, oldFiles } = "publicKey" in plan.newKey ? {
		publicKey: plan.newKey.publicKey,
		delivered: void 0,
		oldFiles: []
	} : await deliverNew(plan.newKey.keyType, {
		old,
		destinations
	}, {
		claims,
		registerMasks
	});
	const record = {
		...first.record,
		swapping: true
	};
	const claim = claims.intend(record, "job");
	first.claim.cancelled();
	await keyPairs.delete(old);
	const { keyName } = old;
	const imported = await importKeyPair({
		keyName,
		publicKey,
		tags: plan.tags
	}, keyPairs, {
		record: identity.record,
		claim: claims.intend(identity.record, retentionOf(identity.lifetime))
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
		rotation: {
			claim,
			record
		}
	};
}
async function openJournal({ old, identity, journal }, claims, keyPairs) {
	const { keyName, nonce, tags } = journal;
	const asKeyPair = {
		...identity.record,
		keyName,
		nonce
	};
	let record = {
		...asKeyPair,
		kind: "rotation"
	};
	const claim = claims.intend(record, "job");
	await importKeyPair({
		keyName,
		publicKey: old.publicKey,
		tags
	}, keyPairs, {
		record: asKeyPair,
		claim: {
			...claim,
			held(now) {
				record = {
					...now,
					kind: "rotation"
				};
				claim.held(record);
			}
		}
	}, unlessOwn(asKeyPair, (holder) => readJournal(holder) === void 0 ? journalNameTaken(holder, old) : new JournalExists(holder)));
	return {
		claim,
		record
	};
}
function unlessOwn({ nonce }, errorAbout) {
	return (holder) => {
		if (holder.tags.get(tagKeys.nonce) !== nonce) throw errorAbout(holder);
	};
}
async function deliverNew(keyType, { old, destinations }, { claims, registerMasks }) {
	const oldFiles = [];
	const { obtained, delivered } = await deliver(destinations, {
		claims: { intend(record, retention) {
			const claim = claims.intend(record, retention);
			if (record.kind === "replaced-file") oldFiles.push(claim);
			return claim;
		} },
		registerMasks
	}, async () => ({
		privateKey: await generatePrivateKey(keyType),
		keyPairId: old.keyPairId
	}));
	return {
		publicKey: obtained.privateKey.publicKey,
		delivered,
		oldFiles
	};
}
async function complete(plan, swapped, step) {
	const { keyName, tags: oldTags } = plan.old;
	const { imported, publicKey } = swapped;
	const { claim, record } = swapped.rotation;
	const { keyPairId } = imported;
	let { delivered } = swapped;
	const problems = [];
	for (const oldFile of swapped.oldFiles) problems.push(...unreleased([await oldFile.release()]).map(sentenceOf));
	try {
		const tags = new Map(plan.tags.map(({ key, value }) => [key, value]));
		const where = await settleCopy({
			keyName,
			keyPairId,
			tags
		}, oldTags.get(tagKeys.nonce), step);
		if (where !== void 0) {
			delivered = delivered?.map((one) => keptAt(one, where));
			step.setOutputs({ "private-key-store": where });
		}
		claim.held({
			...record,
			over: true
		});
		problems.push(...unreleased([await claim.release()]).map(sentenceOf));
	} catch (error) {
		problems.push(...unreleased([leftUnfinished(record, reasonOf(error))]).map(sentenceOf));
	}
	const result = resultOfRotation(plan, {
		imported,
		publicKey,
		delivered
	}, step.run);
	return reportOf({
		...result,
		warnings: [...result.warnings ?? [], ...problems]
	});
}
function keptAt(delivered, where) {
	if (delivered.outputs["private-key-store"] === void 0) return delivered;
	return {
		...delivered,
		where,
		outputs: { "private-key-store": where }
	};
}
// src/operations/rotate.ts
const rotate = {
	async plan(request, step) {
		return {
			request,
			decision: await decide(request, step)
		};
	},
	async preview({ decision }, step) {
		if ("rotation" in decision) return previewRotation(decision.rotation, step);
		if ("unchanged" in decision) return previewExisting(withoutKey(decision.unchanged), step);
		return previewOfAbandoned(decision.abandoned, "rotate it");
	},
	async execute({ request, decision: first }, step) {
		const next = step.keyPairs.tries();
		let decision = first;
		for (;;) {
			if ("unchanged" in decision) {
				step.log.info(`Key pair "${decision.unchanged.keyName}" already has this public key.`);
				return executeExisting(withoutKey(decision.unchanged), step);
			}
			const done = "rotation" in decision ? await swap(decision.rotation, step) : decision;
			if ("report" in done) return done.report;
			const { abandoned } = done;
			if (isYoung(abandoned, step.now()) || !await next("all")) throw rotationInProgress(abandoned);
			step.log.info(await endAbandonedRotation(abandoned, step));
			decision = await decide(request, step);
		}
	}
};
async function decide(request, step) {
	const pair = await step.keyPairs.findEventually(request.pair);
	if (pair !== void 0) return planRotation(pair, request, step);
	const journal = "keyName" in request.pair ? await findJournal(request.pair.keyName, step.keyPairs) : void 0;
	if (journal === void 0) throw pairNotFound(request.pair, step.keyPairs.region, step.run);
	if (isYoung(journal, step.now())) throw rotationInProgress(journal);
	return { abandoned: journal };
}
function withoutKey(pair) {
	return {
		pair,
		managed: true,
		found: void 0,
		destinations: []
	};
}
export { rotate };
