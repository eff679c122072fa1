import { claimKinds, endAtOnce, endProcess, isOutputFile, log, openForCleanup, ownInputs, parseState, postRetryPolicy, readLedger, releaseLastFirst, reportAsWarning, sentenceOf, shellWord, stateName, surviveClosedLog, writeSummary } from "./start.js";
// src/runner/cleanup-report.ts
const listCommand = `aws ec2 describe-key-pairs --filters ${shellWord("Name=tag:managed-by,Values=ec2-key-pair-action")}`;
function reportCleanup(outcomes, unreadable) {
	const notes = outcomes.flatMap(reportOutcome);
	if (unreadable > 0) {
		const text = `The state saved by this step is unreadable (${unreadable === 1 ? "1 entry" : `${unreadable} entries`}), so what it recorded was not cleaned up. To find key pairs that this action created:`;
		log.warning(`${text}\n${listCommand}`);
		notes.push({
			text,
			command: listCommand
		});
	}
	if (notes.length > 0) writeSummary({
		heading: "EC2 key pair: cleanup when the job ended",
		rows: [],
		notes
	});
}
function reportOutcome(released) {
	switch (released.outcome) {
		case "done":
			log.info(released.said);
			return [released.said];
		case "already-gone":
			log.info(`Already gone: ${released.what}.`);
			return [`Already gone: ${released.what}.`];
		case "not-found": {
			const { said, command } = released;
			if (said !== void 0) log.info(said);
			const text = `${sentenceOf(released)} To delete it then:`;
			log.notice(`${text}\n${command}`);
			return [{
				text: said === void 0 ? text : `${said} ${text}`,
				command
			}];
		}
		case "left": return reportLeft(released);
	}
}
function reportLeft(left) {
	const { what, command, details, hint } = left;
	const why = [`Why: ${left.why.replace(/\.$/, "")}.`, ...hint === void 0 ? [] : [hint]].join(" ");
	const text = command === void 0 ? [sentenceOf(left), ...hint === void 0 ? [] : [hint]].join(" ") : `Not cleaned up: ${what}. To delete it yourself:`;
	log.warning(command === void 0 ? text : [
		text,
		command,
		why
	].join("\n"));
	if (details !== void 0) log.info(details);
	return command === void 0 ? [text] : [{
		text,
		command
	}, why];
}
// src/runner/state-of-main.ts
async function stateOfMain() {
	const text = process.env[`STATE_${stateName}`];
	const handedOver = parseState(text);
	if (handedOver?.hasEnded && handedOver.process.inputs === ownInputs() && !process.env["GITHUB_ACTION_PATH"]) return {
		ledgers: [handedOver.entries],
		isReadable: true,
		isSettled: false,
		notPassedOn: [],
		noteSettled: () => {}
	};
	const { stateHandedOver, stateNotHandedOver } = await import("./searched-state.js");
	return handedOver === void 0 ? stateNotHandedOver(text) : stateHandedOver(handedOver);
}
// src/post.ts
const timeLimit = 25e3;
const timeToReport = 1e3;
surviveClosedLog();
const outOfTime = new AbortController();
const requests = setTimeout(() => outOfTime.abort(), 24e3);
const cleanup = setTimeout(() => reportAsWarning(new Error("timed out")), timeLimit - timeToReport / 2);
const end = setTimeout(endAtOnce, timeLimit);
const policy = postRetryPolicy(outOfTime.signal);
const kinds = claimKinds(openForCleanup(policy), isOutputFile);
try {
	const state = await stateOfMain();
	const readings = state.ledgers.map((entries) => readLedger(entries, kinds));
	const unreadable = readings.flatMap((reading) => reading.unreadable).length + (state.isReadable ? 0 : 1);
	const outcomes = await release(readings);
	reportCleanup([...state.isSettled ? outcomes.filter(({ outcome }) => outcome !== "already-gone") : outcomes, ...await reportOnly(state.notPassedOn)], unreadable);
	state.noteSettled();
} catch (error) {
	reportAsWarning(error);
}
for (const timer of [requests, cleanup]) clearTimeout(timer);
await endProcess();
clearTimeout(end);
async function release(readings) {
	const outcomes = [];
	const ledger = { append: () => void 0 };
	for (const { open } of readings.toReversed()) outcomes.push(...await releaseLastFirst(open, ledger));
	return outcomes;
}
async function reportOnly(ledgers) {
	if (ledgers.length === 0) return [];
	const { reportingKinds } = await import("./explanations.js");
	const reporting = reportingKinds(kinds, "the runner passed on the state of another step in place of it");
	return release(ledgers.map((entries) => readLedger(entries, reporting)));
}
export {};
