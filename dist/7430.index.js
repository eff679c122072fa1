export const id = 7430;
export const ids = [7430];
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
		changed: String(deleted.length > 0),
		deleted: String(deleted.length)
	};
}
function deletionSummary({ region, deleted }, kept = []) {
	const more = deleted.length - 500;
	const notes = [...more > 0 ? [`Not shown: ${more}. The log lists all of them.`] : [], ...kept.length > 0 ? [`Kept, because they outlive the run: ${kept.length}. The log lists all of them.`] : []];
	const ofNotes = notes.length > 0 ? { notes } : {};
	if (deleted.length === 0) return {
		heading: `No EC2 key pair to delete in ${region}`,
		rows: [],
		...ofNotes
	};
	return {
		heading: `EC2 key pairs deleted in ${region}: ${deleted.length}`,
		columns: ["Name", "ID"],
		rows: deleted.slice(0, 500).map(({ keyName, keyPairId }) => [{ value: keyName }, { value: keyPairId }]),
		...ofNotes
	};
}

// EXTERNAL MODULE: ./looks-like-id.js
var looks_like_id = __webpack_require__(7981);
;// CONCATENATED MODULE: ./delete.js

// src/operations/check-deletion.ts
function outlivesRun({ tags }) {
	const lifetime = tags.get(ownership.a.lifetime);
	return lifetime !== "job" && lifetime !== "run";
}
async function checkDeletion(pairs, { force, ifInUse }, step) {
	const foreign = pairs.filter(({ tags }) => !(0,ownership.n)(tags, step.run));
	if (foreign.length > 0 && !force) throw notManaged(foreign, step.run);
	return checkReferences(pairs, ifInUse, step);
}
async function checkReferences(pairs, policy, { findReferences }) {
	if (policy === "ignore" || pairs.length === 0) return [];
	const found = await findReferences(pairs.map(({ keyName }) => keyName));
	const findings = pairs.flatMap(({ keyName }) => findingOf(keyName, found.get(keyName)) ?? []);
	if (policy === "warn") return findings.map(({ sentence, missing }) => `${sentence}${missing}`);
	if (findings.length === 0) return [];
	throw new errors.t("IN_USE", [...findings.map(({ sentence }) => sentence), "Nothing was deleted."].join("\n"), { hint: [...new Set(findings.map(({ advice }) => advice))].join("\n") });
}
function findingOf(keyName, found) {
	if (found === void 0) return void 0;
	if ("references" in found) {
		if (found.references.length === 0) return void 0;
		return {
			sentence: `Key pair "${keyName}" is in use by ${found.references.join(", ")}.`,
			missing: "",
			advice: "Running instances keep the public key. Launch templates and Auto Scaling groups that reference the key pair can no longer launch instances without it. Update them first, or set if-in-use: warn."
		};
	}
	const sentence = `Could not check whether key pair "${keyName}" is in use: ${found.unknown}`;
	const { missingPermission } = found;
	if (missingPermission === void 0) return {
		sentence,
		missing: "",
		advice: "To delete it without this check, set if-in-use: warn."
	};
	const missing = ` The role needs ${missingPermission}.`;
	return {
		sentence,
		missing,
		advice: `${missing.trimStart()} docs/permissions.md lists all permissions for if-in-use.`
	};
}
function notManaged(foreign, run) {
	const sentences = foreign.map(({ keyName, keyPairId, region, tags }) => `Key pair "${keyName}" (${keyPairId}) in ${region} was not created by this action in this repository: ${ownerOf(tags, run)}.`);
	return new errors.t("NOT_OURS", [...sentences, "Nothing was deleted."].join("\n"), { hint: "To delete it anyway, set `force: true`." });
}
function ownerOf(tags, run) {
	const repository = tags.get(ownership.a.repository);
	if (repository !== void 0 && (0,ownership.n)(tags, {
		...run,
		repository
	})) return `its tags name ${repository}`;
	return [...tags.keys()].some(ownership.r) ? "it lacks some of the tags of this action" : "it has no tags of this action";
}
// src/operations/delete.ts
const deleteOperation = {
	async plan(request, step) {
		const found = await findAll(request.pairs, step);
		const kept = "runId" in request.pairs && !request.force ? found.filter(outlivesRun) : [];
		const pairs = found.filter((pair) => !kept.includes(pair));
		return {
			request,
			pairs,
			kept,
			warnings: await checkDeletion(pairs, request, step)
		};
	},
	async preview({ request, pairs, kept, warnings }, step) {
		const { keyPairs } = step;
		const { region } = keyPairs;
		const actions = [...pairs.map((pair) => ({
			text: `delete key pair "${pair.keyName}" (${pair.keyPairId}) in ${pair.region}`,
			checkPermission: () => keyPairs.checkPermission({
				call: "DeleteKeyPair",
				pair
			})
		})), ...kept.map((pair) => ({ text: `keep ${keptText(pair)}` }))];
		return {
			actions: actions.length > 0 ? actions : [{ text: ["delete nothing", ...nothingFound(request.pairs, step)].join(". ") }],
			warnings,
			outputs: deletionOutputs({
				region,
				deleted: pairs
			})
		};
	},
	async execute(first, step) {
		const { keyPairs, log, setOutputs } = step;
		const { region } = keyPairs;
		const { kept } = first;
		if (first.pairs.length + kept.length === 0) {
			const [what, ...advice] = nothingFound(first.request.pairs, step);
			log.notice(`${[`${what}: nothing to delete`, ...advice].join(". ")}.`);
		}
		for (const pair of kept) log.info(`Kept: ${keptText(pair)}. Delete it by name, or with force: true.`);
		for (const warning of first.warnings) log.warning(warning);
		const result = {
			deleted: [],
			failures: []
		};
		const next = keyPairs.tries();
		let { pairs } = first;
		while (pairs.length > 0) {
			if (await deleteAll(pairs, step, result)) break;
			pairs = await findOther(first.request.pairs, pairs, keyPairs);
			for (const warning of await checkDeletion(pairs, first.request, step)) log.warning(warning);
			if (pairs.length > 0 && !await next("all")) {
				for (const pair of pairs) log.warning(createdByOthers(pair));
				break;
			}
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
			}, kept)
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
	if ("runId" in choice) return listEventually((0,ownership.t)(choice.runId, run), keyPairs);
	const pair = await keyPairs.findEventually(choice);
	return pair === void 0 ? [] : [pair];
}
async function listEventually(filters, keyPairs) {
	return await keyPairs.look(async () => {
		const pairs = await keyPairs.list(filters);
		return pairs.length === 0 ? void 0 : pairs;
	}) ?? [];
}
async function findOther(choice, pairs, keyPairs) {
	if (!("keyName" in choice)) return [];
	const other = await keyPairs.look(async () => {
		const pair = await keyPairs.find(choice);
		return pairs.some(({ keyPairId }) => keyPairId === pair?.keyPairId) ? void 0 : pair;
	});
	return other === void 0 ? [] : [other];
}
function joined(failures) {
	const [first] = failures;
	const hints = [...new Set(failures.flatMap(({ hint }) => hint ?? []))];
	return new errors.t(first?.code ?? "REFUSED", failures.map(({ message }) => message).join("\n"), {
		hint: hints.join("\n"),
		cause: failures
	});
}
function nothingFound(choice, { keyPairs: { region }, run }) {
	if ("runId" in choice) return [`Workflow run ${choice.runId} of ${run.repository} has no key pair in ${region}`];
	if ("keyPairId" in choice) return [`Key pair ${choice.keyPairId} does not exist in ${region}`];
	const { keyName } = choice;
	return [
		`Key pair "${keyName}" does not exist in ${region}`,
		.../[*?]/.test(keyName) ? ["key-name is taken literally: to delete what a workflow run created, set run-id"] : [],
		...(0,looks_like_id.t)(keyName) ? ["To delete the key pair with this ID, set key-pair-id"] : []
	];
}
function createdByOthers({ keyName, keyPairId, region }) {
	return `Key pair "${keyName}" (${keyPairId}) exists in ${region} and was not deleted: other processes keep deleting and creating it.`;
}
function keptText({ keyName, tags }) {
	return `key pair "${keyName}" (${tags.get(ownership.a.lifetime) ?? "its tags name no lifetime"})`;
}

}),

7981:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => looksLikeId
});
// src/operations/looks-like-id.ts
function looksLikeId(keyName) {
	return /^key-[0-9a-f]{17}$/.test(keyName);
}

})

};
