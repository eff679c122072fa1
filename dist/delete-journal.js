import { findJournal, outlivesRun, readJournal, referenceText, storeOf } from "./existing-pair.js";
import { isManaged, tagKeys } from "./start.js";
import { deleteCopy } from "./stores.js";
import { deleteNewCopy, mayBeRunning } from "./rotate.js";
import { rotationInProgress } from "./regions.js";
// src/operations/delete-journal.ts
async function findDeletableJournals(found, { pairs: choice, force }, step) {
	if ("runId" in choice) return amongRun(found, force, step);
	const keyName = "keyName" in choice ? choice.keyName : found[0]?.keyName;
	const journal = keyName === void 0 ? void 0 : await findJournal(keyName, step.keyPairs);
	if (journal === void 0 || !isManaged(journal.tags, step.run)) return {
		journals: [],
		others: found
	};
	if (await mayBeRunning(journal, step)) throw rotationInProgress(journal);
	return {
		journals: [journal],
		others: found
	};
}
async function amongRun(found, force, step) {
	const isJournal = (pair) => readJournal(pair) !== void 0;
	const others = found.filter((pair) => !isJournal(pair));
	const journals = [];
	for (const journal of found.filter(isJournal)) {
		const why = await whyKept(journal, others, force, step);
		if (why === void 0) journals.push(journal);
		else step.log.info(`Kept: key pair "${journal.keyName}". It is the journal of a rotation ${why}.`);
	}
	return {
		journals,
		others
	};
}
async function whyKept(journal, ofRun, force, step) {
	if (await mayBeRunning(journal, step)) return "that may still be running";
	if (!force && outlivesRun(journal)) return "of a key pair that is not deleted with its run";
	const { keyName = "" } = readJournal(journal) ?? {};
	const holder = await step.keyPairs.find({ keyName });
	return holder === void 0 || ofRun.some(({ keyPairId }) => keyPairId === holder.keyPairId) ? void 0 : "of a key pair that is not of this run";
}
async function deleteJournal(journal, deletedIds, step) {
	const { keyName, keyPairId, region } = journal;
	const { keyName: rotated = "", instances } = readJournal(journal) ?? {};
	await deleteCopies(journal, await findRemaining(rotated, deletedIds, step), step);
	if (await step.keyPairs.delete(journal) === "not-found") return false;
	step.log.info(`Deleted key pair "${keyName}" (${keyPairId}) in ${region}, the journal of an earlier rotation.`);
	if (instances?.newKeyDigest !== void 0) step.log.warning(`That rotation was updating instances. Those that were launched with key pair "${rotated}" may accept its old key, its new key, or both.`);
	return true;
}
async function deleteCopies(journal, remaining, step) {
	const { nonce = "", successor } = readJournal(journal) ?? {};
	const lasting = storeOf(journal);
	const nonceNow = remaining?.tags.get(tagKeys.nonce);
	if (remaining !== void 0 && nonceNow === void 0) {
		const places = [lasting && referenceText(lasting), successor?.store].filter((one) => one !== void 0);
		if (places.length > 0) step.log.warning(copiesStay(places, remaining));
		return;
	}
	if (nonceNow !== successor?.nonce) await deleteNewCopy(journal, step);
	if (lasting !== void 0 && nonceNow !== nonce) await deleteCopy(await step.openStore(lasting), {
		keyPairId: "",
		nonce
	}, false);
}
function copiesStay(places, { keyName, keyPairId, region }) {
	return `What is in ${places.join(" and ")} was not deleted: EC2 does not show whether it belongs to key pair "${keyName}" (${keyPairId}) in ${region}. If it does not, delete it.`;
}
async function findRemaining(keyName, deletedIds, { keyPairs }) {
	return keyPairs.look(async () => {
		const pair = await keyPairs.find({ keyName });
		return pair === void 0 || deletedIds.includes(pair.keyPairId) ? void 0 : pair;
	});
}
export { deleteJournal, findDeletableJournals };
