import { findJournal, outlivesRun, readJournal, storeOf } from "./existing-pair.js";
import { isManaged } from "./start.js";
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
async function deleteJournal(journal, step) {
	const { keyName, keyPairId, region } = journal;
	const reference = storeOf(journal);
	const { keyName: rotated = "", nonce = "", instances } = readJournal(journal) ?? {};
	if (await step.keyPairs.find({ keyName: rotated }) === void 0) {
		await deleteNewCopy(journal, step);
		if (reference !== void 0) await deleteCopy(await step.openStore(reference), {
			keyPairId: "",
			nonce
		}, false);
	}
	if (await step.keyPairs.delete(journal) === "not-found") return false;
	step.log.info(`Deleted key pair "${keyName}" (${keyPairId}) in ${region}, the journal of an earlier rotation.`);
	if (instances?.newKeyDigest !== void 0) step.log.warning(`That rotation was updating instances. Those that were launched with key pair "${rotated}" may accept its old key, its new key, or both.`);
	return true;
}
export { deleteJournal, findDeletableJournals };
