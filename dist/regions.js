import { importOperation, importPlanned, importPublicHalf, readPublicKey } from "./import.js";
import { NameTakenError, byName, changeOf, deleteOperation, deletePlanned, deletedByOthers, deletionOutputs, deletionSummary, deliverExisting, describe, ensure, findJournal, generatePrivateKey, joinedErrors, jsonThatFits, listJson, listLines, listOutputs, listSummary, listWarnings, namesOf, outputsWithStore, planFitting, readJournal, setLackingTags } from "./existing-pair.js";
import { carryOut, chosenName, consoleUrl, create, deliver, doneTo, identifyNewPair, nameTaken, openStep, outputsOf, planNewPair, reportOf, resultOfCreated, retentionOf } from "./create.js";
import { KeyPairError, isManaged, unexpectedError } from "./start.js";
// src/operations/rotation-errors.ts
function rotationInProgress(journal) {
	const { keyName, keyPairId, region, createdAt } = journal;
	const since = createdAt === void 0 ? "" : ` since ${createdAt.toISOString().replace(/\.\d+/, "")}`;
	const { keyName: rotated = keyName } = readJournal(journal) ?? {};
	return new KeyPairError("ROTATION_IN_PROGRESS", `Another step has been rotating key pair "${rotated}" in ${region}${since}. Its journal is key pair "${keyName}" (${keyPairId}).`, { hint: "Nothing was changed. Wait until that step has ended. If it was killed, run this step again five minutes later, or fifteen if it was updating instances: it then ends the other rotation first. To let only one job rotate at a time, set `concurrency`." });
}
function rotatedElsewhere(journal) {
	const { message } = rotationInProgress(journal);
	return new KeyPairError("ROTATION_IN_PROGRESS", message, { hint: `Nothing was changed. Wait until that step has ended. If it was killed, run \`ensure\` or \`rotate\` with aws-region: ${journal.region} alone five minutes later, or fifteen if it was updating instances: that ends the rotation.` });
}
var JournalExists = class extends KeyPairError {
	journal;
	constructor(journal) {
		super("ROTATION_IN_PROGRESS", `Key pair "${journal.keyName}" exists.`);
		this.journal = journal;
	}
};
function journalNameTaken({ keyName, keyPairId, region }, old) {
	return new KeyPairError("NAME_TAKEN", `Key pair "${keyName}" (${keyPairId}) already exists in ${region}. A rotation of "${old.keyName}" needs this name for its journal.`, { hint: "Nothing was changed. Rotate under another name, or delete that key pair if no one needs it." });
}
function journalStays(journal, other) {
	const { keyName, keyPairId, region } = journal;
	return new KeyPairError("NAME_TAKEN", `Key pair "${keyName}" (${keyPairId}) in ${region} holds the old public key of an earlier rotation, which could not be put back: another process created key pair "${other.keyName}" (${other.keyPairId}).`, { hint: `Nothing was changed. If no one needs the old key, delete it, and run this step again: aws ec2 delete-key-pair --key-pair-id ${keyPairId} --region ${region}` });
}
function instancesStay({ keyName, keyPairId, region }, missed) {
	return new KeyPairError("INSTANCES_NOT_UPDATED", `An earlier rotation in ${region} cannot be ended, because ${missed}. Its journal is key pair "${keyName}" (${keyPairId}).`, { hint: "Start these instances, and let Systems Manager manage them, then run this step again. If they may stay as they are, run `operation: rotate` with `update-instances: ssm` and `update-instances-policy: warn`." });
}
function takenMeanwhile({ keyName, keyPairId, region }) {
	return new KeyPairError("NAME_TAKEN", `Another process created key pair "${keyName}" (${keyPairId}) in ${region} while this step was rotating it.`, { hint: "That key pair was left as it is. Let only one job create or rotate a key pair at a time." });
}
function goneAlready({ keyName, keyPairId, region }) {
	return new KeyPairError("PAIR_NOT_FOUND", `Key pair "${keyName}" (${keyPairId}) no longer exists in ${region}: another process deleted or rotated it.`, { hint: "What this step had changed was undone. Let only one job delete or rotate a key pair at a time." });
}
function rotatedMeanwhile({ keyName, keyPairId, region }) {
	return new KeyPairError("ROTATION_IN_PROGRESS", `Another step completed a rotation of key pair "${keyName}" (${keyPairId}) in ${region} while this one began.`, { hint: "This step changed nothing. To let only one job rotate at a time, set `concurrency`." });
}
function tookTooLong({ keyName, keyPairId, region }) {
	return new KeyPairError("ROTATION_IN_PROGRESS", `The rotation of key pair "${keyName}" (${keyPairId}) in ${region} has taken so long that another step may have ended it.`, { hint: "What this step had changed was undone. Run the job again. If the runner was suspended, or is very slow, use another one." });
}
// src/results/in-regions.ts
function withRegion(region, sentence) {
	return sentence.includes(region) ? sentence : `${region}: ${sentence}`;
}
function unlessShared(all) {
	const named = all.flatMap(({ region, sentences }) => sentences.map((sentence) => all.every((other) => other.sentences.includes(sentence)) ? sentence : withRegion(region, sentence)));
	return [...new Set(named)];
}
function entriesOf(all) {
	return all.map((outputs) => ({
		keyName: outputs["key-name"],
		keyPairId: outputs["key-pair-id"],
		keyType: outputs["key-type"],
		fingerprint: outputs["key-fingerprint"],
		region: outputs["aws-region"],
		created: outputs.created === "true"
	}));
}
function outputsOfAll$1(all, file) {
	return {
		...all[0],
		changed: String(all.some(({ changed }) => changed === "true")),
		"key-pairs": jsonThatFits(entriesOf(all)),
		"key-pairs-path": file
	};
}
const rowsOfOne = ["ID", "Region"];
function reportOfAll(results) {
	const reports = results.map((result) => ({
		region: result.region,
		...reportOf(result)
	}));
	const { summary } = reportOf(results[0]);
	const [name = [], ...rows] = summary.rows.filter(([label]) => !rowsOfOne.includes(String(label)));
	return {
		lines: [...reports.flatMap(({ lines }) => lines.slice(0, 1)), ...unlessShared(reports.map(({ region, lines }) => ({
			region,
			sentences: lines.slice(1)
		})))],
		warnings: unlessShared(reports.map(({ region, warnings }) => ({
			region,
			sentences: warnings
		}))),
		summary: {
			...summary,
			heading: `EC2 key pair in ${results.length} Regions`,
			rows: [
				name,
				...results.map(rowOf),
				...rows
			]
		}
	};
}
function rowOf(result) {
	const { region, keyPairId } = result;
	const url = consoleUrl(result);
	return [region, {
		value: keyPairId,
		note: doneTo(result),
		...url !== void 0 && { url }
	}];
}
// src/operations/in-regions/each.ts
function planEach(steps, plan) {
	return inEach(steps, async (step) => ({
		region: step.region,
		step,
		plan: await plan(step)
	}));
}
async function inEach(regions, work) {
	const [first, ...others] = regions;
	const start = async (one) => work(one);
	const ofFirst = start(first);
	const ofOthers = others.map(start);
	const failures = (await Promise.allSettled([ofFirst, ...ofOthers])).flatMap((outcome, index) => outcome.status === "rejected" ? [failureIn(regions[index]?.region ?? "", outcome.reason)] : []);
	const [failure, ...more] = failures;
	if (failure !== void 0) throw more.length === 0 ? failure : joinedErrors(failures);
	return [await ofFirst, ...await Promise.all(ofOthers)];
}
function failureIn(region, error) {
	const failure = error instanceof KeyPairError ? error : unexpectedError(error);
	const { code, message, hint, details } = failure;
	if (message.includes(region)) return failure;
	return new KeyPairError(code, withRegion(region, message), {
		hint,
		details,
		cause: failure
	});
}
function withNamedLog(step) {
	const { region, log } = step;
	const named = {
		info: (text) => log.info(withRegion(region, text)),
		notice: (text) => log.notice(withRegion(region, text)),
		warning: (text) => log.warning(withRegion(region, text))
	};
	return {
		...step,
		log: named
	};
}
// src/operations/in-regions/preview.ts
async function previewEach(plans, preview) {
	const previews = await inEach(plans, async ({ region, plan, step }) => ({
		region,
		...await preview(plan, step)
	}));
	const actions = previews.flatMap((one) => one.actions);
	return {
		actions: [...new Map(actions.map((action) => [action.text, action])).values()],
		remarks: unlessShared(previews.map(({ region, remarks = [] }) => ({
			region,
			sentences: remarks
		}))),
		warnings: unlessShared(previews.map(({ region, warnings }) => ({
			region,
			sentences: warnings
		}))),
		outputs: outputsOfAll$1(previews.map(({ outputs }) => outputs), "")
	};
}
// src/operations/in-regions/report.ts
function reportEach(results, step, outputs = results.map(outputsOf)) {
	const file = step.writeListFile(JSON.stringify(entriesOf(outputs)));
	step.setOutputs(outputsOfAll$1(outputs, file));
	return reportOfAll(results);
}
// src/operations/in-regions/same-name.ts
function sameName(name, step) {
	return "exact" in name ? name : {
		...name,
		generated: chosenName(name, step)
	};
}
// src/operations/in-regions/create.ts
const createInRegions = {
	async plan(request, step) {
		try {
			return await planEverywhere(request, step);
		} catch (error) {
			throw await nameTaken(error, request, step.regions[0]) ?? error;
		}
	},
	preview(plans) {
		return previewEach(plans, create.preview);
	},
	async execute(plans, step) {
		const { registerMasks, log, run } = step;
		const [{ plan }] = plans;
		const { keyName, keyType } = plan.pair;
		const where = namesOf(plans.map(({ region }) => region));
		log.info(`Generating ${keyType} key pair "${keyName}" for ${where}.`);
		return step.claims.undoOnFailure(async (claims) => {
			const { obtained, delivered } = await deliver(plan.destinations, {
				claims,
				registerMasks
			}, async () => {
				const created = await importEverywhere(await generatePrivateKey(keyType), plans, claims);
				return {
					...created[0].pair,
					created
				};
			});
			return reportEach(await inEach(obtained.created, async (one) => resultOfCreated(one.pair, one.plan, {
				delivered,
				creatingRunId: run.runId
			})), step);
		});
	}
};
async function planEverywhere(request, { regions: [first, ...others] }) {
	const name = sameName(request.name, first);
	const plan = await planNewPair({
		...request,
		name
	}, first);
	const planOther = async (step) => {
		const { identity, pair } = await planNewPair({
			...request,
			name,
			destinations: []
		}, step);
		return {
			region: step.region,
			step,
			plan: {
				...plan,
				identity,
				pair
			}
		};
	};
	return [{
		region: first.region,
		step: first,
		plan
	}, ...await Promise.all(others.map(planOther))];
}
async function importEverywhere(privateKey, [first, ...others], claims) {
	const importTo = async (one) => {
		const { record, lifetime } = one.plan.identity;
		const claim = claims.intend(record, retentionOf(lifetime));
		const pair = await importPublicHalf(privateKey, one.plan.pair, one.step.keyPairs, {
			record,
			claim
		});
		return {
			...one,
			pair
		};
	};
	const [created] = await inEach([first], importTo);
	const [other, ...more] = others;
	return [created, ...other === void 0 ? [] : await inEach([other, ...more], importTo)];
}
// src/operations/in-regions/delete.ts
const deleteInRegions = {
	async plan(request, step) {
		return planEach(step.regions, (one) => deleteOperation.plan(request, withNamedLog(one)));
	},
	async preview(plans) {
		const previews = await inEach(plans, async ({ region, plan, step }) => ({
			region,
			...await deleteOperation.preview(plan, step)
		}));
		return {
			actions: previews.flatMap(({ region, actions }) => actions.map((action) => action.text.includes(region) ? action : {
				...action,
				text: `${action.text} in ${region}`
			})),
			warnings: unlessShared(previews.map(({ region, warnings }) => ({
				region,
				sentences: warnings
			}))),
			outputs: outputsOfAll(plans, plans.flatMap(({ plan }) => plan.pairs), "")
		};
	},
	async execute(plans, step) {
		const deletions = await inEach(plans, async ({ region, plan, step: one }) => {
			try {
				const { deleted, failures } = await deletePlanned(plan, withNamedLog(one));
				return {
					deleted,
					failures: failures.map((failure) => failureIn(region, failure))
				};
			} catch (error) {
				return {
					deleted: [],
					failures: [failureIn(region, error)]
				};
			}
		});
		const deleted = deletions.flatMap((one) => one.deleted);
		const file = step.writeListFile(JSON.stringify(deleted.map(entryOf)));
		step.setOutputs(outputsOfAll(plans, deleted, file));
		const failures = deletions.flatMap((one) => one.failures);
		if (failures.length > 0) throw joinedErrors(failures);
		return {
			lines: [],
			warnings: [],
			summary: summaryOf(plans, deleted)
		};
	}
};
function outputsOfAll([first], deleted, file) {
	return {
		...deletionOutputs({
			region: first.region,
			deleted
		}),
		"key-pairs": jsonThatFits(deleted.map(entryOf)),
		"key-pairs-path": file
	};
}
function entryOf({ keyName, keyPairId, keyType, fingerprint, region }) {
	return {
		keyName,
		keyPairId,
		keyType: keyType ?? "",
		fingerprint,
		region
	};
}
function summaryOf(plans, deleted) {
	const region = namesOf(plans.map((one) => one.region));
	const kept = plans.flatMap(({ plan }) => plan.kept);
	const summary = deletionSummary({
		region,
		deleted
	}, kept);
	if (summary.columns === void 0) return summary;
	return {
		...summary,
		columns: [...summary.columns, "Region"],
		rows: summary.rows.map((row, index) => [...row, deleted[index]?.region ?? ""])
	};
}
// src/operations/in-regions/describe.ts
const describeInRegions = {
	async plan(request, step) {
		const found = await inEach(step.regions, (one) => describe.plan(request, one).catch((error) => {
			if (error instanceof KeyPairError && error.code === "PAIR_NOT_FOUND") return error;
			throw error;
		}));
		const notFound = found.flatMap((one) => one instanceof KeyPairError ? [one] : []);
		if (notFound.length === found.length) throw joinedErrors(notFound);
		const pairs = found.flatMap((one) => one instanceof KeyPairError ? [] : one).sort(byName);
		const [first, ...others] = step.regions;
		return {
			pairs,
			notFound,
			regions: [first.region, ...others.map(({ region }) => region)]
		};
	},
	async preview({ pairs, notFound, regions }, step) {
		return {
			actions: (await inEach(step.regions, (one) => describe.preview(pairs.filter(({ region }) => region === one.region), one))).flatMap(({ actions }) => actions),
			remarks: notFound.map(({ message }) => message),
			warnings: listWarnings(pairs),
			outputs: listOutputs(pairs, regions[0], "")
		};
	},
	async execute({ pairs, notFound, regions }, step) {
		const file = step.writeListFile(listJson(pairs));
		step.setOutputs(listOutputs(pairs, regions[0], file));
		const missing = notFound.map(({ message }) => message);
		const summary = listSummary(pairs, regions, file);
		return {
			lines: [...listLines(pairs, regions, file), ...missing],
			warnings: listWarnings(pairs),
			summary: missing.length === 0 ? summary : {
				...summary,
				notes: [...summary.notes ?? [], ...missing]
			}
		};
	}
};
// src/operations/in-regions/one-key.ts
function importPlanFor(original, request, step) {
	const { keyName, publicKey, region } = original;
	const exists = `Key pair "${keyName}" exists in ${region}, but not in ${step.region}`;
	if (!isManaged(original.tags, step.run)) throw new KeyPairError("NOT_OURS", `${exists}, and this action did not create it in this repository. Its key was not imported.`, { hint: "To use the key in all Regions, set `operation: import` and public-key." });
	if (publicKey === void 0) throw new KeyPairError("PUBLIC_KEY_UNREADABLE", `${exists}, and EC2 does not show its public key, so that it cannot be imported.`, { hint: "To use the key in all Regions, set `operation: import` and public-key." });
	const identity = identifyNewPair(keyName, request, step);
	return {
		pair: {
			keyName,
			publicKey,
			tags: identity.tags
		},
		name: { exact: keyName },
		options: request,
		identity,
		existing: void 0
	};
}
function requireSameKey(pair, original) {
	if (pair === original) return;
	if (pair.publicKey === void 0 || original.publicKey === void 0) {
		if (pair.fingerprint === original.fingerprint) return;
	} else if (pair.publicKey.equals(original.publicKey)) return;
	throw new KeyPairError("KEY_DIFFERS", `Key pair "${pair.keyName}" contains another key in ${pair.region} (fingerprint ${pair.fingerprint}) than in ${original.region} (${original.fingerprint}).`, { hint: "With several Regions in aws-region, a key pair must have the same key in all of them. Set another key-name, or delete the key pair in one of the Regions if no one needs it." });
}
// src/operations/in-regions/ensure.ts
const ensureInRegions = {
	async plan(request, step) {
		return {
			request,
			decision: await decide(request, step)
		};
	},
	async preview({ request, decision }) {
		if ("absent" in decision) return createInRegions.preview(decision.absent);
		return previewEach(decision.present, (plan, step) => "missing" in plan ? importOperation.preview(plan.missing, step) : ensure.preview({
			request,
			decision: { existing: plan.existing }
		}, step));
	},
	async execute({ request, decision: first }, step) {
		const next = step.keyPairs.tries();
		let decision = first;
		for (;;) {
			const done = "absent" in decision ? await createAbsent(decision.absent, step) : await usePresent(decision.present, decision.home, step);
			if ("report" in done) return done.report;
			if ("deleted" in done && !await next("all")) throw deletedByOthers(done.deleted);
			decision = await decide(request, step, "holder" in done ? done.holder : void 0);
		}
	}
};
async function decide(request, step, known) {
	const { keyName } = request;
	const seen = await inEach(step.regions, async (one) => {
		const pair = await one.keyPairs.find({ keyName });
		return {
			region: one.region,
			step: one,
			pair: one.region === known?.region ? pair ?? known : pair
		};
	});
	await inEach(seen, async ({ pair, step: one }) => {
		const journal = pair === void 0 ? await findJournal(keyName, one.keyPairs) : void 0;
		if (journal !== void 0) throw rotatedElsewhere(journal);
	});
	if (seen.every(({ pair }) => pair === void 0)) return createUnlessTaken(request, step);
	const [first, ...others] = seen;
	const pairOfFirst = first.pair ?? await first.step.keyPairs.findEventually({ keyName });
	const found = [{
		...first,
		pair: pairOfFirst
	}, ...others];
	const home = found.find(({ pair }) => pair !== void 0) ?? found[0];
	const original = await originalOf(home, found, keyName);
	return {
		present: await inEach(found, async (one) => {
			if (one.pair === void 0) return {
				...one,
				plan: { missing: importPlanFor(original, request, one.step) }
			};
			requireSameKey(one.pair, original);
			const places = one === home ? request : {
				...request,
				sources: [],
				destinations: []
			};
			return {
				...one,
				plan: { existing: await planFitting(one.pair, places, one.step) }
			};
		}),
		home: home.region
	};
}
async function originalOf({ pair, step }, all, keyName) {
	if (pair === void 0) throw new TypeError("no Region has the key pair");
	if (isManaged(pair.tags, step.run) || all.every((one) => one.pair !== void 0)) return pair;
	return await step.keyPairs.look(async (isLast) => {
		const now = await step.keyPairs.find({ keyName });
		return now !== void 0 && (isManaged(now.tags, step.run) || isLast) ? now : void 0;
	}) ?? pair;
}
async function createUnlessTaken(request, step) {
	const { keyName, keyType = "rsa", ...rest } = request;
	try {
		return { absent: await planEverywhere({
			...rest,
			keyType,
			name: { exact: keyName }
		}, step) };
	} catch (error) {
		if (!(error instanceof KeyPairError) || error.code !== "STORE_TAKEN") throw error;
		const pair = await step.keyPairs.findEventually({ keyName });
		if (pair === void 0) throw error;
		return decide(request, step, pair);
	}
}
async function createAbsent(plans, step) {
	try {
		return { report: await createInRegions.execute(plans, step) };
	} catch (error) {
		if (!(error instanceof NameTakenError) || error.holder.region !== step.region) throw error;
		step.log.info(`Another process created key pair "${error.holder.keyName}" first. Checking again.`);
		return { holder: error.holder };
	}
}
async function usePresent(plans, home, step) {
	const deleted = [];
	const ready = await inEach(plans, async (one) => {
		if ("missing" in one.plan) return {
			...one,
			tagged: void 0
		};
		const tagged = await setLackingTags(one.plan.existing, withNamedLog(one.step));
		if (tagged === void 0) deleted.push(one.plan.existing.pair);
		return {
			...one,
			tagged
		};
	});
	const [gone] = deleted;
	if (gone !== void 0) return { deleted: gone };
	return step.claims.undoOnFailure(async (claims) => {
		return { report: reportPresent(await inEach(ready, ({ plan, tagged, step: one }) => "missing" in plan ? importPlanned(plan.missing, one, claims) : deliverExisting(tagged ?? plan.existing, one, {
			change: changeOf(plan.existing),
			claims
		})), {
			plans,
			home
		}, step) };
	});
}
function reportPresent(results, { plans, home }, step) {
	const delivered = results.find(({ region }) => region === home)?.delivered;
	const [first, ...others] = results.map((result) => ({
		...result,
		delivered
	}));
	if (first === void 0) throw new TypeError("no Region");
	const [original] = plans.flatMap(({ region, plan }) => region === home && "existing" in plan ? [plan.existing.pair] : []);
	const outputs = [first, ...others].map((result) => original === void 0 ? outputsOf(result) : outputsWithStore(result, original));
	return reportEach([first, ...others], step, outputs);
}
// src/operations/in-regions/import.ts
const importInRegions = {
	async plan(request, step) {
		const publicKey = { text: (await readPublicKey(request.publicKey, step)).openSshLine() };
		const same = {
			...request,
			publicKey,
			name: sameName(request.name, step)
		};
		return planEach(step.regions, (one) => importOperation.plan(same, one));
	},
	preview(plans) {
		return previewEach(plans, importOperation.preview);
	},
	async execute(plans, step) {
		return step.claims.undoOnFailure(async (claims) => {
			return reportEach(await inEach(plans, (one) => importPlanned(one.plan, one.step, claims)), step);
		});
	}
};
// src/step/run-in-regions.ts
async function runInRegions(request, otherRegions, ledger) {
	const step = await openRegions(request, otherRegions, ledger);
	switch (request.operation) {
		case "create": return carryOut(createInRegions, request, step);
		case "ensure": return carryOut(ensureInRegions, request, step);
		case "import": return carryOut(importInRegions, request, step);
		case "describe": return carryOut(describeInRegions, request, step);
		case "delete": return carryOut(deleteInRegions, request, step);
		case "sweep": return carryOut((await import("./sweep-regions.js")).sweepInRegions, request, step);
		default: throw new TypeError(`${request.operation} takes one Region`);
	}
}
async function openRegions(request, otherRegions, ledger) {
	const first = await openStep(request, ledger);
	const others = otherRegions.map(async (region) => ({
		...first,
		...await first.openRegion(region)
	}));
	return {
		...first,
		regions: [first, ...await Promise.all(others)]
	};
}
export { JournalExists, failureIn, goneAlready, instancesStay, journalNameTaken, journalStays, rotatedMeanwhile, rotationInProgress, runInRegions, takenMeanwhile, tookTooLong, unlessShared, withNamedLog, withRegion };
