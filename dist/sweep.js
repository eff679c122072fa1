import { KeyPairError, apiUrl, log, mainRetryPolicy, managedBy, printReasons, registerMasks, tagKeys } from "./start.js";
import { KeyPairs, Retry, collectBody, isThrottled } from "./aws.js";
import { byName, findingOf, isGone, isYoungRotation, lifetimeIn, listed, namesOf, outputsOfEntries, readJournal, storeOf, warningsOfEntries } from "./existing-pair.js";
import { ec2Clock } from "./rotate.js";
import { openStore } from "./stores.js";
const http = process.getBuiltinModule("node:http");
const https = process.getBuiltinModule("node:https");
const { setTimeout } = process.getBuiltinModule("node:timers/promises");
// src/results/sweep-result.ts
const maxNames = 20;
function foundLine(found, planned, region) {
	const { deletions, rotations } = planned;
	const ends = rotations > 0 ? `; rotations to end: ${rotations}` : "";
	return `Found ${counted(found)} in ${region}; to delete: ${deletions.toLocaleString("en-US")}${ends}.`;
}
function sweepOutputs(swept, region, file) {
	const deleted = count(swept, "deleted");
	return {
		...outputsOfEntries(swept.map(({ json }) => json), region, file),
		changed: String(deleted + count(swept, "ended") > 0),
		deleted: String(deleted)
	};
}
function sweepJson(swept) {
	return `[${swept.map(({ json }) => json).join(",")}]`;
}
function sweepWarnings(swept) {
	return warningsOfEntries(swept.map(({ json }) => json), swept.length);
}
function sweepLines(swept) {
	return [
		...groupsOf(swept, "kept").map(({ why, names }) => `Kept, because ${why}: ${names.length} (${shown(names)}).`),
		...groupsOf(swept, "gone").map(({ names }) => `Already gone: ${names.length} (${shown(names)}).`),
		totalsOf(swept)
	];
}
function sweepSummary(swept, regions, file) {
	const isOne = regions.length === 1;
	const done = swept.filter(({ outcome }) => [
		"deleted",
		"ended",
		"failed"
	].includes(outcome));
	const more = done.length - 500;
	const table = done.length === 0 ? { rows: [] } : {
		columns: [
			"Name",
			"ID",
			...isOne ? [] : ["Region"],
			"Outcome",
			"Reason"
		],
		rows: done.slice(0, 500).map(({ keyName, keyPairId, region, outcome, why }) => [
			{ value: keyName },
			keyPairId,
			...isOne ? [] : [region],
			outcome,
			why
		])
	};
	return {
		heading: `EC2 key pairs swept in ${namesOf(regions)}: ${count(swept, "deleted")} deleted`,
		...table,
		notes: [
			...more > 0 ? [`Not shown: ${more}. The complete list is in ${file}.`] : [],
			...groupsOf(swept, "kept").map(({ why, names }) => `Kept, because ${why}: ${names.length}.`),
			totalsOf(swept)
		]
	};
}
function totalsOf(swept) {
	const ended = count(swept, "ended");
	const gone = count(swept, "gone");
	return `Key pairs ${[
		`found: ${swept.length}`,
		`kept: ${count(swept, "kept")}`,
		`deleted: ${count(swept, "deleted")}`,
		`failed: ${count(swept, "failed")}`,
		...ended > 0 ? [`rotations ended: ${ended}`] : [],
		...gone > 0 ? [`already gone: ${gone}`] : []
	].join(", ")}.`;
}
function groupsOf(swept, wanted) {
	return [...Map.groupBy(swept.filter(({ outcome }) => outcome === wanted), ({ why }) => why)].map(([why, members]) => ({
		why,
		names: members.map(({ keyName }) => keyName)
	})).sort((a, b) => b.names.length - a.names.length);
}
function shown(names) {
	const more = names.length - maxNames;
	return `${names.slice(0, maxNames).join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
}
function count(swept, wanted) {
	return swept.filter(({ outcome }) => outcome === wanted).length;
}
function counted(number) {
	return `${number.toLocaleString("en-US")} key ${number === 1 ? "pair" : "pairs"}`;
}
// src/operations/keep-referenced.ts
const maxWarnings = 10;
async function keepReferenced(decided, policy, step) {
	const names = decided.filter(({ decision }) => decision.fate === "deleted").map(({ pair }) => pair.keyName);
	if (policy === "ignore" || names.length === 0) return {
		pairs: decided,
		warnings: [],
		inUse: []
	};
	const found = await step.findReferences(names);
	const sentences = [];
	const pairs = decided.map((one) => {
		const finding = one.decision.fate === "deleted" ? findingOf(one.pair.keyName, found.get(one.pair.keyName)) : void 0;
		if (finding === void 0) return one;
		sentences.push(`${finding.sentence}${finding.missing}`);
		const why = "references" in (found.get(one.pair.keyName) ?? {}) ? "it is in use" : "it may be in use";
		return {
			...one,
			decision: {
				fate: "kept",
				why
			}
		};
	});
	const more = sentences.length - maxWarnings;
	const shown = [...sentences.slice(0, maxWarnings), ...more > 0 ? [`Also kept because of if-in-use: ${more} more key pairs.`] : []];
	return {
		pairs,
		...policy === "warn" ? {
			warnings: shown,
			inUse: []
		} : {
			warnings: [],
			inUse: shown
		}
	};
}
// src/operations/sweep-decision.ts
const quietTime = 36e5;
function isSelected({ tags }, { repositories, tags: wanted }) {
	const repository = tags.get(tagKeys.repository)?.toLowerCase();
	return tags.get(managedBy.key) === managedBy.value && wanted.every(({ key, value }) => tags.get(key) === value) && (repositories === "any" || repositories.some((one) => one.toLowerCase() === repository));
}
function decisiveRun(pair) {
	const { tags } = pair;
	const [, runId] = /^(\d+)\/\d+$/.exec(tags.get(tagKeys.run) ?? "") ?? [];
	const repository = tags.get(tagKeys.repository);
	if (!(isTemporary(tags) || readJournal(pair) !== void 0) || runId === void 0 || repository === void 0) return void 0;
	return {
		repository,
		runId
	};
}
function decide(pair, facts) {
	if (readJournal(pair) !== void 0) return decideRotation(pair, facts);
	if (facts.rotated.has(pair.keyName)) return kept("a rotation of it is not over");
	const { tags } = pair;
	const lifetime = lifetimeIn(tags);
	if (isTemporary(tags) && isLive(facts.status, tags)) return kept("its run is not over");
	const expiry = tags.get(tagKeys.expiresAt);
	const expiresAt = expiry === void 0 ? void 0 : timeIn(expiry);
	if (expiresAt !== void 0 && expiresAt <= facts.now) return deleted("it has expired");
	if (isTemporary(tags)) return decideByRun(pair, facts);
	if (lifetime === void 0) return kept("its tags name no lifetime");
	if (expiry !== void 0 && expiresAt === void 0) return kept("its tag expires-at is not a time");
	return kept(expiry === void 0 ? "it is persistent" : "it is persistent, and has not expired");
}
function decideRotation(journal, { now, status }) {
	if (isLive(status, journal.tags)) return kept("the run that rotates is not over");
	if (journal.createdAt === void 0) return kept("EC2 does not show when the rotation began");
	if (isYoungRotation(journal, now)) return kept("its step may still be running");
	return {
		fate: "ended",
		why: "its rotation was left unfinished"
	};
}
function decideByRun(pair, { now, olderThan, status }) {
	if (status?.is === "over") {
		if (now.getTime() - status.since.getTime() < quietTime) return kept("its run ended less than an hour ago");
		return deleted("its run is over");
	}
	const why = status?.is === "unknown" ? status.why : "its tags do not name it";
	const isFinal = status?.is === "unknown" ? status.isFinal : true;
	const { createdAt } = pair;
	if (olderThan !== void 0 && createdAt !== void 0 && now.getTime() - createdAt.getTime() >= olderThan && isFinal) return deleted("it is older than older-than, and its run cannot be looked up");
	return kept(`its run cannot be looked up: ${why}`);
}
function isLive(status, tags) {
	const [, attempt] = /^\d+\/(\d+)$/.exec(tags.get(tagKeys.run) ?? "") ?? [];
	return status?.is === "live" || status?.is === "over" && Number(attempt) > status.attempt;
}
function isTemporary(tags) {
	const lifetime = lifetimeIn(tags);
	return lifetime === "job" || lifetime === "run";
}
function timeIn(text) {
	if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(text)) return void 0;
	const time = new Date(text);
	return Number.isNaN(time.getTime()) ? void 0 : time;
}
function kept(why) {
	return {
		fate: "kept",
		why
	};
}
function deleted(why) {
	return {
		fate: "deleted",
		why
	};
}
// src/operations/sweep-in-turn.ts
const hopeless = [
	"CREDENTIALS_REFUSED",
	"CLOCK_WRONG",
	"ACCOUNT_NOT_READY"
];
const slow = [
	"NO_ANSWER",
	"NOT_SENT",
	"SERVICE_FAILED",
	"THROTTLED"
];
const mostSlow = 5;
async function sweepInTurn(decided, decideNow, step) {
	const progress = step.openProgress();
	const total = decided.filter(({ decision }) => decision.fate !== "kept").length;
	const swept = [];
	let tried = 0;
	let slowOnes = 0;
	let end;
	for (const { pair, decision } of decided) if (decision.fate === "kept") swept.push({
		pair,
		outcome: "kept",
		why: decision.why
	});
	else if (end !== void 0) swept.push({
		pair,
		outcome: "failed",
		why: "it was not tried",
		error: end,
		untried: true
	});
	else {
		const one = await sweepOne({
			pair,
			decision
		}, decideNow, step);
		const { error } = one;
		swept.push(one);
		tried += 1;
		slowOnes = error !== void 0 && slow.includes(error.code) ? slowOnes + 1 : 0;
		if (error !== void 0 && (hopeless.includes(error.code) || slowOnes === mostSlow)) end = error;
		progress(() => `Deleted ${deletedIn(swept)}, tried ${tried} of ${total} key pairs.`);
	}
	return swept;
}
function deletedIn(swept) {
	return swept.filter(({ outcome }) => outcome === "deleted").length;
}
async function sweepOne({ pair, decision }, decideNow, step) {
	const { keyPairId } = pair;
	const turn = await step.nextTurn(changesFor(pair, decision), timeFor(pair, decision));
	try {
		const current = await turn.keyPairs.find({ keyPairId });
		if (current === void 0) return gone(pair);
		if (current.tags.get(tagKeys.nonce) !== pair.tags.get(tagKeys.nonce)) return {
			pair,
			outcome: "kept",
			why: "its tags have changed"
		};
		const { fate, why } = decideNow(current);
		if (fate === "kept" || fate !== decision.fate) return {
			pair: current,
			outcome: "kept",
			why
		};
		return fate === "ended" ? await endRotation(current, turn, step) : await deletePair(current, why, turn, step);
	} catch (error) {
		if (!(error instanceof KeyPairError)) throw error;
		if (await isGone(pair, error, turn)) return gone(pair);
		step.log.info(error.message);
		return {
			pair,
			outcome: "failed",
			why: error.message,
			error
		};
	}
}
function changesFor(pair, { fate }) {
	if (fate === "ended") return 3;
	return storeOf(pair) === void 0 ? 1 : 2;
}
function timeFor(pair, { fate }) {
	return fate === "ended" && readJournal(pair)?.instances !== void 0 ? "withInstances" : "usual";
}
async function deletePair(pair, why, turn, { log, now }) {
	const { keyPairId, keyName, region } = pair;
	const reference = storeOf(pair);
	if (reference !== void 0) {
		const { deleteStoredKey } = await import("./stores.js");
		await deleteStoredKey(pair, reference, {
			...turn,
			log,
			now
		});
	}
	if (await turn.keyPairs.delete(pair) === "not-found") return gone(pair);
	log.info(`Deleted key pair "${keyName}" (${keyPairId}) in ${region}.`);
	return {
		pair,
		outcome: "deleted",
		why
	};
}
async function endRotation(journal, turn, { log, run, registerMasks }) {
	const { endAbandonedRotation } = await import("./rotate.js");
	const repository = journal.tags.get(tagKeys.repository) ?? run.repository;
	const { said } = await endAbandonedRotation(journal, {
		...turn,
		registerMasks,
		run: {
			...run,
			repository
		}
	});
	log.info(said);
	return {
		pair: journal,
		outcome: "ended",
		why: said
	};
}
function gone(pair) {
	return {
		pair,
		outcome: "gone",
		why: "it no longer exists"
	};
}
const maxMessages = 10;
function failureOf(swept, inUse) {
	const failed = swept.filter(({ outcome }) => outcome === "failed");
	const rotations = failed.filter(({ pair }) => readJournal(pair) !== void 0).length;
	const pairs = failed.length - rotations;
	const errors = [...new Set(failed.flatMap(({ error }) => error ?? []))];
	if (errors.length + inUse.length === 0) return void 0;
	const more = errors.length - maxMessages;
	const untried = failed.filter((one) => one.untried).length;
	const hints = [...new Set(errors.flatMap(({ hint }) => hint ?? []))];
	const messages = [
		...pairs > 0 ? [`Key pairs that could not be deleted: ${pairs}.`] : [],
		...rotations > 0 ? [`Rotations that could not be ended: ${rotations}.`] : [],
		...errors.slice(0, maxMessages).map(({ message }) => message),
		...more > 0 ? [`The log has ${more} more messages.`] : [],
		...untried > 0 ? [`Not tried after that: ${untried}.`] : [],
		...inUse
	];
	return new KeyPairError(errors[0]?.code ?? "IN_USE", messages.join("\n"), {
		hint: [...hints, ...inUse.length > 0 ? [inUseHint] : []].slice(0, maxMessages).join("\n"),
		details: failed.map(({ pair }) => `${pair.keyName} (${pair.keyPairId})`).join("\n"),
		cause: errors
	});
}
const inUseHint = "Key pairs in use were kept. To only warn of them, set if-in-use: warn.";
// src/operations/sweep.ts
const maxListed = 500;
const sweep = {
	async plan(request, step) {
		const { keyPairs, log } = step;
		const tools = await step.openSweep(request.githubToken);
		const all = await keyPairs.list([managedBy], "left-out");
		const rotated = new Set(all.flatMap((pair) => readJournal(pair)?.keyName ?? []));
		const found = all.filter((pair) => isSelected(pair, request)).sort(byName);
		const statuses = await lookUpRuns(found, tools, log);
		const decideNow = (pair) => {
			const run = decisiveRun(pair);
			const status = run === void 0 ? void 0 : statuses.get(nameOf(run));
			return isSelected(pair, request) ? decide(pair, {
				now: tools.now(),
				olderThan: request.olderThan,
				status,
				rotated
			}) : {
				fate: "kept",
				why: "its tags have changed"
			};
		};
		const { pairs, warnings, inUse } = await keepReferenced(found.map((pair) => ({
			pair,
			decision: decideNow(pair)
		})), request.ifInUse, tools);
		const planned = {
			deletions: pairsTo("deleted", pairs).length,
			rotations: pairsTo("ended", pairs).length
		};
		log.info(foundLine(found.length, planned, keyPairs.region));
		return {
			pairs,
			decideNow,
			warnings,
			inUse,
			tools
		};
	},
	async preview({ pairs, warnings, tools }, step) {
		const { region } = step.keyPairs;
		const swept = foreseen(pairs, step);
		return {
			actions: plannedActions(pairs, tools),
			remarks: sweepLines(swept.filter(({ outcome }) => outcome === "kept")),
			warnings: [...warnings, ...sweepWarnings(swept)],
			outputs: sweepOutputs(swept, region, "")
		};
	},
	async execute(plan, step) {
		const { region } = step.keyPairs;
		const { swept, failure } = await sweepPlanned(plan, step);
		const file = step.writeListFile(sweepJson(swept));
		step.setOutputs(sweepOutputs(swept, region, file));
		return {
			lines: sweepLines(swept),
			warnings: [...plan.warnings, ...sweepWarnings(swept)],
			summary: sweepSummary(swept, [region], file),
			failure
		};
	}
};
function foreseen(pairs, { run }) {
	return pairs.map(({ pair, decision }) => sweptOf({
		pair,
		outcome: decision.fate,
		why: decision.why
	}, run));
}
async function sweepPlanned({ pairs, decideNow, inUse, tools }, { log, run, registerMasks }) {
	const done = await sweepInTurn(pairs, decideNow, {
		...tools,
		log,
		run,
		registerMasks
	});
	return {
		swept: done.map((one) => sweptOf(one, run)),
		failure: failureOf(done, inUse)
	};
}
async function lookUpRuns(pairs, { statusOf, openProgress }, log) {
	const runs = new Map(pairs.flatMap((pair) => {
		const run = decisiveRun(pair);
		return run === void 0 ? [] : [[nameOf(run), run]];
	}));
	if (runs.size > 0) log.info(`Looking up ${runs.size} workflow ${runs.size === 1 ? "run" : "runs"}.`);
	const progress = openProgress();
	const statuses = new Map();
	for (const [name, run] of runs) {
		statuses.set(name, await statusOf(run));
		progress(() => `Looked up ${statuses.size} of ${runs.size} workflow runs.`);
	}
	return statuses;
}
function nameOf({ repository, runId }) {
	return `${repository}/${runId}`;
}
function pairsTo(fate, pairs) {
	return pairs.filter(({ decision }) => decision.fate === fate).map(({ pair }) => pair);
}
function plannedActions(decided, tools) {
	const actions = [...pairsTo("ended", decided).map(plannedEnd), ...plannedDeletions(pairsTo("deleted", decided), tools)];
	return actions.length > 0 ? actions : [{ text: "delete nothing" }];
}
function plannedEnd(journal) {
	const { keyName = "" } = readJournal(journal) ?? {};
	return { text: `end the unfinished rotation of key pair "${keyName}" in ${journal.region}, and delete its journal (${journal.keyPairId})` };
}
function plannedDeletions(pairs, { nextTurn }) {
	const checked = new Set();
	const actions = pairs.slice(0, maxListed).map((pair) => {
		const text = `delete key pair "${pair.keyName}" (${pair.keyPairId}) in ${pair.region}`;
		const repository = pair.tags.get(tagKeys.repository) ?? "";
		if (checked.has(repository)) return { text };
		checked.add(repository);
		const checkPermission = async () => (await nextTurn(1)).keyPairs.checkPermission({
			call: "DeleteKeyPair",
			pair
		});
		return {
			text,
			checkPermission
		};
	});
	const more = pairs.length - maxListed;
	return more > 0 ? [...actions, { text: `delete ${more} more key pairs` }] : actions;
}
function sweptOf({ pair, outcome, why }, run) {
	const { keyName, keyPairId, region } = pair;
	return {
		keyName,
		keyPairId,
		region,
		outcome,
		why,
		json: JSON.stringify({
			...listed(pair, run),
			outcome,
			why
		})
	};
}
// src/aws/get.ts
async function get(url, options) {
	const { promise, resolve, reject } = Promise.withResolvers();
	const { get: send } = url.protocol === "https:" ? https : http;
	send(url, options, resolve).once("error", reject);
	const response = await promise;
	const body = Buffer.from(await collectBody(response)).toString();
	return {
		status: response.statusCode ?? 0,
		headers: response.headers,
		body
	};
}
// src/aws/pace.ts
const ec2Changes = {
	burst: 50,
	interval: 250,
	longest: 4e3
};
const slack = 1e3;
const recovery = 50;
var Pace = class {
	#limits;
	#wait;
	#free;
	#interval;
	#unthrottled = 0;
	#latest = 0;
	constructor(limits = ec2Changes, waitFor = setTimeout) {
		this.#limits = limits;
		this.#wait = waitFor;
		this.#free = limits.burst;
		this.#interval = limits.interval;
	}
	async next() {
		this.#unthrottled += 1;
		if (this.#unthrottled % recovery === 0) this.#interval = Math.max(this.#interval / 2, this.#limits.interval);
		const now = performance.now();
		if (this.#free > 0) {
			this.#free -= 1;
			this.#latest = now;
			return;
		}
		this.#latest = Math.max(now - slack, this.#latest + this.#interval);
		if (this.#latest > now) await this.#wait(this.#latest - now);
	}
	async backOff() {
		this.#free = 0;
		this.#unthrottled = 0;
		this.#interval = Math.min(this.#interval * 2, this.#limits.longest);
		this.#latest = performance.now();
		return this.next();
	}
};
// src/github/run-status.ts
function statusIn({ data }, runId) {
	if (typeof data !== "object" || data === null) return void 0;
	const { id, status, run_attempt: attempt, updated_at: updated } = data;
	if (String(id) !== runId || typeof status !== "string" || typeof attempt !== "number") return void 0;
	if (status !== "completed") return {
		is: "live",
		attempt
	};
	const since = new Date(String(updated));
	return Number.isNaN(since.getTime()) ? void 0 : {
		is: "over",
		attempt,
		since
	};
}
function refusalIn({ status, data }) {
	const sentence = (typeof data === "object" && data !== null && "message" in data ? String(data.message) : "").replace(/\.$/, "").slice(0, 200);
	return sentence === "" ? `HTTP ${status}` : `${sentence} (HTTP ${status})`;
}
const pauseOfSecondaryLimit = 60;
function pauseOfLimit({ status, headers, data }) {
	if (status !== 403 && status !== 429) return void 0;
	const after = Number(headers["retry-after"] || NaN);
	if (after >= 0) return after * 1e3;
	if (headers["x-ratelimit-remaining"] === "0") {
		const reset = Number(headers["x-ratelimit-reset"]) * 1e3;
		const sent = new Date(headers["date"] ?? "").getTime();
		return reset - sent > 0 ? reset - sent : pauseOfSecondaryLimit * 1e3;
	}
	return status === 429 || /\brate limit\b/i.test(refusalIn({
		status,
		headers,
		data
	})) ? pauseOfSecondaryLimit * 1e3 : void 0;
}
// src/github/workflow-runs.ts
const usualPatience = {
	total: 12e4,
	base: 1e3,
	cap: 15e3,
	wait: setTimeout
};
var WorkflowRuns = class {
	#own;
	#ask;
	#onWait;
	#patience;
	#known = new Map();
	#givenUp;
	constructor(own, ask, onWait, patience = usualPatience) {
		this.#own = own;
		this.#ask = ask;
		this.#onWait = onWait;
		this.#patience = patience;
	}
	async statusOf(run) {
		const key = `${run.repository}/${run.runId}`;
		const status = this.#known.get(key) ?? await this.#look(run);
		this.#known.set(key, status);
		return status;
	}
	async #look(run) {
		const [server, owner = "", repository = "", ...rest] = run.repository.split("/");
		const [ownServer] = this.#own.repository.split("/");
		if (owner === "" || repository === "" || rest.length > 0) return unknown("its repository is not known");
		if (server !== ownServer) return unknown(`its repository is on ${server}`);
		if (this.#givenUp !== void 0) return this.#givenUp;
		const response = await this.#answer(() => this.#ask(owner, repository, run.runId), run.runId);
		if ("is" in response) return response;
		if (response.status === 401) throw tokenRejected(response);
		if (!isSame(run.repository, this.#own.repository)) return unknown(`GitHub does not show ${owner}/${repository} to this token`);
		if (response.status === 403 || run.runId === this.#own.runId) throw refused(run, response);
		const own = await this.statusOf(this.#own);
		if (own.is === "unknown" && !own.isFinal) return own;
		return unknown("GitHub no longer has it");
	}
	async #answer(ask, runId) {
		const { total, base, cap, wait: pauseFor } = this.#patience;
		const end = performance.now() + total;
		for (let longest = base;; longest = Math.min(longest * 2, cap)) {
			const seen = await outcomeOf(ask, runId);
			if (!("why" in seen) || "is" in seen) return seen;
			const pause = Math.max(seen.pause ?? 0, longest / 2 + Math.random() * longest / 2);
			if (performance.now() + pause > end) {
				this.#givenUp = {
					is: "unknown",
					why: seen.why,
					isFinal: false
				};
				return this.#givenUp;
			}
			this.#onWait(seen.why, pause);
			await pauseFor(pause);
		}
	}
};
async function outcomeOf(ask, runId) {
	let response;
	try {
		response = await ask();
	} catch (error) {
		if (error instanceof KeyPairError) throw error;
		return { why: `GitHub did not answer: ${error instanceof Error ? error.message : "unknown error"}` };
	}
	const pause = pauseOfLimit(response);
	if (pause !== void 0) return {
		why: `GitHub limits requests: ${refusalIn(response)}`,
		pause
	};
	const { status } = response;
	if (status >= 500 || status === 408) return { why: `GitHub has a problem: ${refusalIn(response)}` };
	if (status >= 400) return response;
	return statusIn(response, runId) ?? { why: `GitHub sent something else: HTTP ${status}` };
}
function unknown(why) {
	return {
		is: "unknown",
		why,
		isFinal: true
	};
}
function isSame(a, b) {
	return a.toLowerCase() === b.toLowerCase();
}
function refused({ repository, runId }, response) {
	return new KeyPairError("GITHUB_REFUSED", `GitHub does not let this job see workflow run ${runId} of ${repository}: ${refusalIn(response)}. Nothing was deleted.`, { hint: "Add `permissions: actions: read` to the job, or set github-token to a token that has it." });
}
function tokenRejected(response) {
	return new KeyPairError("GITHUB_REFUSED", `GitHub rejected the token of this job: ${refusalIn(response)}. Nothing was deleted.`, { hint: "Remove github-token to use the token of the job, or set it to a valid token with `actions: read`." });
}
// src/step/open-sweep.ts
const policyTime = 15e3;
const progressInterval = 5e3;
function openSweep(githubToken, session, own) {
	const clock = ec2Clock(session);
	const pace = new Pace();
	const print = printReasons();
	let policy;
	let policyEnd = 0;
	const newPolicy = (time) => mainRetryPolicy(async (error, within, service) => {
		await print(error, within, service);
		if (isThrottled(error) && service === "EC2") await pace.backOff();
	}, time);
	const renewed = (time = "usual") => {
		if (time !== "usual") return {
			...session,
			retry: new Retry(newPolicy(time))
		};
		if (policy === void 0 || performance.now() > policyEnd) {
			policyEnd = performance.now() + policyTime;
			policy = newPolicy(time);
		}
		return {
			...session,
			retry: new Retry(policy)
		};
	};
	let runs;
	return {
		now: () => clock.now(),
		async statusOf(run) {
			runs ??= openRuns(githubToken ?? "", own);
			return (await runs).statusOf(run);
		},
		async findReferences(keyNames) {
			const { findReferences } = await import("./references.js");
			return findReferences(keyNames, renewed());
		},
		async nextTurn(changes, time) {
			for (let change = 0; change < changes; change += 1) await pace.next();
			const turn = renewed(time);
			return {
				keyPairs: new KeyPairs(turn),
				openStore: (reference) => openStore(reference, turn),
				openInstances: async () => (await import("./fleet.js")).openFleet(turn)
			};
		},
		openProgress
	};
}
async function openRuns(token, own) {
	if (token !== "") await registerMasks([token]);
	const { checkApiUrl, openGitHub } = await import("./github.js");
	const { agentFor, connectionError, isPrivateHost } = await import("./network.js");
	const url = apiUrl();
	checkApiUrl(url, isPrivateHost);
	const transport = { variables: process.env };
	const agent = agentFor(transport);
	return new WorkflowRuns(own, openGitHub(token, url, {
		get: (target, options) => get(target, {
			...options,
			...target.protocol === "https:" ? {
				agent,
				rejectUnauthorized: true
			} : {}
		}),
		explain: (error, { protocol, hostname }) => connectionError(error, {
			protocol,
			hostname
		}, transport)
	}), (why, pause) => log.info(`${why}. Asking again in ${Math.ceil(pause / 1e3)} s.`));
}
function openProgress() {
	let printed = performance.now();
	return (line) => {
		if (performance.now() - printed < progressInterval) return;
		printed = performance.now();
		log.info(line());
	};
}
export { foreseen, get, openSweep, sweep, sweepJson, sweepLines, sweepOutputs, sweepPlanned, sweepSummary, sweepWarnings };
