import { lastingReference, lifetimeIn, maskPrivateKeyIn, readJournal, referenceText, storeOf, temporaryReference } from "./existing-pair.js";
import { releaseKeyPair } from "./release.js";
import { ec2ErrorNames, isNamed } from "./aws.js";
import { KeyPairError, isManaged, isReleased, journalIn, tagKeys, unexpectedError } from "./start.js";
import { deleteCopy, isCopyOf, tagsOfCopy } from "./stores.js";
// src/ec2/put-back.ts
async function putBack(journal, keyPairs) {
	const before = readJournal(journal);
	const { publicKey } = journal;
	if (before === void 0 || publicKey === void 0) throw unreadable(journal);
	const { keyName, tags } = before;
	try {
		return (await keyPairs.import({
			keyName,
			publicKey,
			tags
		})).keyPairId;
	} catch (error) {
		if (!isNamed(error, ec2ErrorNames.duplicate)) throw error;
		return;
	}
}
function unreadable({ keyName, keyPairId }) {
	return new KeyPairError("PUBLIC_KEY_UNREADABLE", `EC2 does not show the public key and the tags of key pair "${keyName}" (${keyPairId}).`, { hint: "They are needed to put the key pair back that was being rotated." });
}
// src/stores/move-copy.ts
async function moveCopy(from, to, { kept, oldNonce = "", run, mask }) {
	const there = await to.poll(() => to.look());
	if (!(there !== void 0 && (isCopyOf({ nonce: oldNonce }, there.tags) || isCopyOf(kept, there.tags)))) return false;
	const text = await from.poll(() => from.read());
	if (text === void 0) return false;
	await mask(text);
	const version = await to.replace(text, await from.kmsKeyId());
	await to.tag(tagsOfCopy(kept, run));
	if (await to.poll(() => to.read(version)) === text) return true;
	throw new KeyPairError("STORE_UNCONFIRMED", `${to.title} does not show the private key that was written to ${to.reference}.`, { hint: "Run the job again. If that does not help, check whether something else writes to this name." });
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
			await keyPairs.tag(pair, [{
				key: tagKeys.store,
				value: referenceText(to)
			}]);
			await store.delete();
			return referenceText(to);
		}
	}
	await deleteCopy(await openStore(temporaryReference(from, nonce)), kept, false);
	const entry = await store.poll(() => store.look());
	if (entry !== void 0 && isCopyOf(kept, entry.tags)) await store.tag(tagsOfCopy(kept, run));
	return referenceText(from);
}
// src/operations/end-rotation.ts
async function settle(journal, step) {
	const keyPairId = await putBack(journal, step.keyPairs);
	const { keyName = "", nonce } = readJournal(journal) ?? {};
	if (keyPairId !== void 0) return keyPairId;
	const pair = await step.keyPairs.find({ keyName });
	if (pair !== void 0 && isManaged(pair.tags, step.run)) await settleCopy(pair, nonce, step);
}
async function endAbandonedRotation(journal, step) {
	const { keyName = "" } = readJournal(journal) ?? {};
	const restored = await settle(journal, step);
	await step.keyPairs.delete(journal);
	const { region } = journal;
	return restored === void 0 ? `Ended an earlier rotation of key pair "${keyName}" in ${region}, which a step had completed except for its journal.` : `Ended an earlier rotation of key pair "${keyName}" in ${region}, which a step had left unfinished: the old public key was put back (${restored}).`;
}
async function releaseRotation(record, open, registerMasks) {
	const journal = journalIn(record);
	let restored;
	try {
		restored = await settleClaimed(record, await open(record.region, record), registerMasks);
	} catch (error) {
		return leftUnfinished(record, reasonOf(error));
	}
	const outcome = await releaseKeyPair(journal, open);
	if (restored === void 0 || !isReleased(outcome)) return outcome;
	const said = `the old public key of key pair "${readName(record)}" in ${record.region} was put back (${restored})`;
	return {
		outcome: "done",
		said: `${said.charAt(0).toUpperCase()}${said.slice(1)}.`,
		undone: `Because the step failed, ${said}.`
	};
}
async function settleClaimed({ keyPairId, nonce, swapping, over }, access, registerMasks) {
	if (swapping === void 0 || over === true || keyPairId === void 0) return void 0;
	const journal = await access.keyPairs.findEventually({ keyPairId });
	if (journal?.tags.get(tagKeys.nonce) !== nonce) return void 0;
	return settle(journal, {
		...access,
		registerMasks
	});
}
function leftUnfinished(record, why) {
	return {
		outcome: "left",
		what: `the rotation of key pair "${readName(record)}" in ${record.region}, whose old public key is in key pair "${record.keyName}"`,
		why,
		hint: "To end it, run `operation: rotate` or `operation: ensure` for this key pair in five minutes."
	};
}
function readName({ keyName }) {
	return keyName.replace(/\.rotating$/, "");
}
function reasonOf(error) {
	return (error instanceof KeyPairError ? error : unexpectedError(error)).message.replace(/\.$/, "");
}
export { endAbandonedRotation, leftUnfinished, reasonOf, releaseRotation, settleCopy };
