export const id = 430;
export const ids = [430];
export const modules = {

7430:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deleteOperation: () => deleteOperation
});

// EXTERNAL MODULE: ./errors.js
var errors = __webpack_require__(9432);
// EXTERNAL MODULE: ./ownership.js
var ownership = __webpack_require__(8826);
;// CONCATENATED MODULE: ./deletion.js
function deletionOutputs({ region, deleted }) {
	return {
		"aws-region": region,
		deleted: String(deleted.length)
	};
}
function deletionSummary({ region, deleted }) {
	if (deleted.length === 0) return {
		heading: `No EC2 key pair to delete in ${region}`,
		rows: []
	};
	const more = deleted.length - 500;
	return {
		heading: `EC2 key pairs deleted in ${region}: ${deleted.length}`,
		columns: ["Name", "ID"],
		rows: deleted.slice(0, 500).map(({ keyName, keyPairId }) => [{ value: keyName }, { value: keyPairId }]),
		...more > 0 ? { notes: [`Not shown: ${more}. The log lists all of them.`] } : {}
	};
}

;// CONCATENATED MODULE: ./delete.js

// src/operations/delete.ts
const maxPlans = 5;
const deleteOperation = {
	async plan(request, step) {
		const pairs = await findAll(request.pairs, step);
		await check(pairs, request, step);
		return {
			request,
			pairs
		};
	},
	preview({ pairs }, { keyPairs }) {
		if (pairs.length === 0) return [{ text: `delete nothing: no such key pair exists in ${keyPairs.region}` }];
		return pairs.map((pair) => ({
			text: `delete key pair "${pair.keyName}" (${pair.keyPairId}) in ${pair.region}`,
			checkPermission: () => keyPairs.checkPermission({
				call: "DeleteKeyPair",
				pair
			})
		}));
	},
	async execute(first, step) {
		const { keyPairs, log, setOutputs } = step;
		const { region } = keyPairs;
		if (first.pairs.length === 0) log.notice(`No such key pair exists in ${region}: nothing to delete.`);
		const result = {
			deleted: [],
			failures: []
		};
		let { pairs } = first;
		for (let plans = 1; plans <= maxPlans && pairs.length > 0; plans += 1) {
			if (await deleteAll(pairs, step, result)) break;
			pairs = await findOther(first.request.pairs, pairs, keyPairs);
			await check(pairs, first.request, step);
		}
		const { deleted, failures } = result;
		setOutputs(deletionOutputs({
			region,
			deleted
		}));
		if (failures.length > 0) throw joined(failures);
		return {
			lines: [],
			warnings: [],
			summary: deletionSummary({
				region,
				deleted
			})
		};
	}
};
async function deleteAll(pairs, { keyPairs, log }, { deleted, failures }) {
	let areConfirmed = true;
	for (const pair of pairs) try {
		const outcome = await keyPairs.delete(pair);
		areConfirmed &&= outcome === "deleted";
		if (outcome === "not-found") continue;
		deleted.push(pair);
		log.info(`Deleted key pair "${pair.keyName}" (${pair.keyPairId}) in ${pair.region}.`);
	} catch (error) {
		if (!(error instanceof errors.t)) throw error;
		failures.push(error);
	}
	return areConfirmed;
}
async function findAll(choice, { keyPairs, run }) {
	if ("runId" in choice) return keyPairs.listEventually((0,ownership.t)(choice.runId, run));
	const pair = await keyPairs.findEventually(choice);
	return pair === void 0 ? [] : [pair];
}
async function findOther(choice, pairs, keyPairs) {
	if (!("keyName" in choice)) return [];
	const other = await keyPairs.look(async () => {
		const pair = await keyPairs.find(choice);
		return pairs.some(({ keyPairId }) => keyPairId === pair?.keyPairId) ? void 0 : pair;
	});
	return other === void 0 ? [] : [other];
}
async function check(pairs, request, step) {
	const foreign = pairs.filter(({ tags }) => !(0,ownership.n)(tags, step.run));
	if (foreign.length > 0 && !request.force) throw notManaged(foreign);
	await checkReferences(pairs, request.ifInUse, step);
}
async function checkReferences(pairs, policy, { findReferences, log }) {
	if (policy === "ignore" || pairs.length === 0) return;
	const found = await findReferences(pairs.map(({ keyName }) => keyName));
	const sentences = pairs.flatMap(({ keyName }) => sentenceOf(keyName, found.get(keyName)) ?? []);
	if (policy === "fail" && sentences.length > 0) throw new errors.t("IN_USE", [...sentences, "Nothing was deleted."].join("\n"), { hint: "Running instances keep the public key. Launch templates and Auto Scaling groups that reference the key pair can no longer launch instances without it. Update them first, or set if-in-use: warn." });
	for (const sentence of sentences) log.warning(sentence);
}
function sentenceOf(keyName, found) {
	if (found === void 0) return void 0;
	if ("unknown" in found) return `Could not check whether key pair "${keyName}" is in use: ${found.unknown}`;
	if (found.references.length === 0) return void 0;
	return `Key pair "${keyName}" is in use by ${found.references.join(", ")}.`;
}
function notManaged(foreign) {
	const sentences = foreign.map(({ keyName, keyPairId, region }) => `Key pair "${keyName}" (${keyPairId}) in ${region} was not created by this action in this repository.`);
	return new errors.t("NOT_OURS", [...sentences, "Nothing was deleted."].join("\n"), { hint: "To delete it anyway, set `force: true`." });
}
function joined(failures) {
	const [first] = failures;
	const hints = [...new Set(failures.flatMap(({ hint }) => hint ?? []))];
	return new errors.t(first?.code ?? "REFUSED", failures.map(({ message }) => message).join("\n"), {
		hint: hints.join("\n"),
		cause: failures
	});
}

})

};
