import { isYoung, readJournal } from "./existing-pair.js";
import { endAbandonedRotation } from "./end-rotation.js";
import { KeyPairError } from "./start.js";
// src/operations/rotation-errors.ts
function rotationInProgress(journal) {
	const { keyName, keyPairId, region, createdAt } = journal;
	const since = createdAt === void 0 ? "" : ` since ${createdAt.toISOString().replace(/\.\d+/, "")}`;
	const { keyName: rotated = keyName } = readJournal(journal) ?? {};
	return new KeyPairError("ROTATION_IN_PROGRESS", `Another step has been rotating key pair "${rotated}" in ${region}${since}. Its journal is key pair "${keyName}" (${keyPairId}).`, { hint: "Nothing was changed. Wait until that step has ended. If it was killed, run this step again five minutes later: it then ends the other rotation first. To let only one job rotate at a time, set `concurrency`." });
}
var JournalExists = class extends KeyPairError {
	journal;
	constructor(journal) {
		super("ROTATION_IN_PROGRESS", `Key pair "${journal.keyName}" exists.`);
		this.journal = journal;
	}
};
function journalNameTaken({ keyName, keyPairId, region }, old) {
	return new KeyPairError("NAME_TAKEN", `Key pair "${keyName}" (${keyPairId}) already exists in ${region}. A rotation of "${old.keyName}" needs this name for its journal.`, { hint: "Nothing was changed. Rename that key pair: delete it, and create it with another name." });
}
function takenMeanwhile({ keyName, keyPairId, region }) {
	return new KeyPairError("NAME_TAKEN", `Another process created key pair "${keyName}" (${keyPairId}) in ${region} while this step was rotating it.`, { hint: "That key pair was left as it is. Let only one job create or rotate a key pair at a time." });
}
function goneAlready({ keyName, keyPairId, region }) {
	return new KeyPairError("PAIR_NOT_FOUND", `Key pair "${keyName}" (${keyPairId}) no longer exists in ${region}: another process deleted or rotated it.`, { hint: "Nothing was changed. Let only one job delete or rotate a key pair at a time." });
}
function rotatedMeanwhile({ keyName, keyPairId, region }) {
	return new KeyPairError("ROTATION_IN_PROGRESS", `Another step completed a rotation of key pair "${keyName}" (${keyPairId}) in ${region} while this one began.`, { hint: "This step changed nothing. To let only one job rotate at a time, set `concurrency`." });
}
// src/operations/abandoned-rotation.ts
async function awaitRotation(journal, next, step) {
	if (!isYoung(journal, step.now())) step.log.info(await endAbandonedRotation(journal, step));
	else if (!await next("all")) throw rotationInProgress(journal);
}
function previewOfAbandoned(journal, then) {
	const { keyName = "" } = readJournal(journal) ?? {};
	return {
		actions: [{ text: `put back key pair "${keyName}" in ${journal.region}, of which a step left a rotation unfinished, and ${then}` }],
		warnings: [],
		outputs: {}
	};
}
export { JournalExists, awaitRotation, goneAlready, journalNameTaken, previewOfAbandoned, rotatedMeanwhile, rotationInProgress, takenMeanwhile };
