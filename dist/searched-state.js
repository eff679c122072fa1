import { continuedLedger, inputsMark, isSiblingOf, ownInputs, parseState, processNumbers, readSmallRegularFile, saveState, startOf, stringsIn, toRunner, trySignal } from "./start.js";
const path = process.getBuiltinModule("node:path");
const { lstatSync, readdirSync } = process.getBuiltinModule("node:fs");
const { setTimeout } = process.getBuiltinModule("node:timers/promises");
// src/runner/running-main.ts
const pause = 50;
const maxPolls = 20;
const stepVariables = [
	"GITHUB_ACTION",
	"GITHUB_JOB",
	"GITHUB_RUN_ID",
	"GITHUB_RUN_ATTEMPT",
	"RUNNER_TEMP"
];
async function endMain(main) {
	for (const signal of ["SIGTERM", "SIGKILL"]) {
		if (!isAlive(main) || !trySignal(main.pid, signal)) return;
		for (let polls = 0; polls < maxPolls && isAlive(main); polls += 1) await setTimeout(pause);
	}
}
function mainsStillRunning() {
	const inputs = ownInputs();
	return processNumbers().filter((pid) => isMainOfThisStep(pid) && inputsMark(variablesOf(pid)) === inputs).map((pid) => ({
		pid,
		startedAt: startOf(pid)
	}));
}
function isAlive({ pid, startedAt }) {
	return startedAt !== "" && startOf(pid) === startedAt && isMainOfThisStep(pid);
}
function isMainOfThisStep(pid) {
	const main = path.join(path.dirname(process.argv[1] ?? ""), "main.js");
	if (pid === process.pid || !stringsIn(`/proc/${pid}/cmdline`).some((word) => path.normalize(word) === main)) return false;
	const variables = new Map(variablesOf(pid));
	return stepVariables.every((name) => (variables.get(name) ?? "") === (process.env[name] ?? ""));
}
function variablesOf(pid) {
	return stringsIn(`/proc/${pid}/environ`).map((entry) => {
		const end = entry.indexOf("=");
		return [entry.slice(0, end), entry.slice(end + 1)];
	});
}
// src/runner/state-file.ts
const maxFileBytes = 1048576;
const maxBytes = 64 * maxFileBytes;
function entriesIn(text) {
	const lines = text.split(/\r?\n/);
	const found = [];
	for (let at = 0; at + 2 < lines.length; at += 3) {
		const [name, delimiter] = (lines[at] ?? "").split("<<");
		const value = lines[at + 1];
		if (name === void 0 || value === void 0 || lines[at + 2] !== delimiter) break;
		found.push([name, value]);
	}
	return found;
}
function readStateFile(file, ownFile) {
	if (!isSiblingOf(ownFile, file)) return "";
	try {
		const read = readSmallRegularFile(file, maxFileBytes);
		return "bytes" in read ? read.bytes.toString("utf8") : "";
	} catch {
		return "";
	}
}
function* stateFilesBeside(ownFile) {
	const folder = path.dirname(ownFile);
	let left = maxBytes;
	for (const name of namesIn$1(folder)) {
		const file = path.join(folder, name);
		const text = readStateFile(file, ownFile);
		left -= text.length;
		if (left < 0) return;
		if (text !== "") yield [file, text];
	}
}
function namesIn$1(folder) {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}
// src/runner/settled-state.ts
const noteName = "settled";
function noteSettled(states) {
	if (!process.env["GITHUB_ACTION_PATH"]) return;
	try {
		toRunner("GITHUB_STATE", () => saveState(noteName, states.map(noteOf)));
	} catch {}
}
function notesIn(files) {
	return files.flatMap(([, text]) => entriesIn(text)).flatMap(([name, value]) => name === noteName ? parse(value) : []);
}
function isNoted(notes, state) {
	return notes.includes(noteOf(state));
}
function noteOf({ process }) {
	const { pid, startedAt, stateFile } = process;
	return JSON.stringify([
		pid,
		startedAt,
		stateFile
	]);
}
function parse(value) {
	try {
		const notes = JSON.parse(value);
		return Array.isArray(notes) ? notes : [];
	} catch {
		return [];
	}
}
// src/runner/state-times.ts
function openStateTimes(ownFile) {
	const folder = path.dirname(ownFile);
	const births = namesIn(folder).map((name) => path.join(folder, name)).filter((file) => isSiblingOf(ownFile, file)).flatMap((file) => statsOf(file)?.birthtimeNs ?? []);
	return (file) => {
		const { birthtimeNs: birth = 0n, mtimeNs: changed = 0n } = statsOf(file) ?? {};
		if (birth === 0n || birth >= changed) return false;
		return births.some((other) => other >= changed) && !births.some((other) => other > birth && other < changed);
	};
}
function namesIn(folder) {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}
function statsOf(file) {
	try {
		return lstatSync(file, { bigint: true });
	} catch {
		return;
	}
}
// src/runner/searched-state.ts
async function stateHandedOver(handedOver) {
	const entries = handedOver.hasEnded ? handedOver.entries : await continuedByMain(handedOver);
	const { isSettled, own } = whoseIs(handedOver);
	return {
		ledgers: [entries],
		isReadable: true,
		isSettled,
		notPassedOn: own.map((state) => state.entries),
		noteSettled: () => noteSettled([handedOver, ...own])
	};
}
async function continuedByMain(handedOver) {
	await endMain(handedOver.process);
	const copies = statesIn(readStateFile(handedOver.process.stateFile, ownFile())).filter(({ process }) => isEqual(process, handedOver.process)).map(({ entries }) => entries);
	return continuedLedger(handedOver.entries, copies);
}
function whoseIs(handedOver) {
	const files = [...stateFilesBeside(ownFile())];
	const notes = notesIn(files);
	const isSettled = isNoted(notes, handedOver);
	if (!isSettled && handedOver.process.inputs === ownInputs()) return {
		isSettled,
		own: []
	};
	return {
		isSettled,
		own: lastStatesOfThisStep(files).filter((state) => !isEqual(state.process, handedOver.process) && !isNoted(notes, state)).slice(-1)
	};
}
async function stateNotHandedOver(text) {
	await Promise.all(mainsStillRunning().map(endMain));
	const files = [...stateFilesBeside(ownFile())];
	const notes = notesIn(files);
	const isInComposite = Boolean(process.env["GITHUB_ACTION_PATH"]);
	const wasAwaited = text === void 0 && isInComposite ? openStateTimes(ownFile()) : () => false;
	const states = lastStatesOfThisStep(files).filter((state) => !isNoted(notes, state) && !(state.hasEnded && wasAwaited(state.process.stateFile)));
	return {
		ledgers: states.map(({ entries }) => entries),
		isReadable: text === void 0 || states.length > 0,
		isSettled: false,
		notPassedOn: [],
		noteSettled: () => noteSettled(states)
	};
}
function lastStatesOfThisStep(files) {
	const inputs = ownInputs();
	const isOfThisStep = (file, { stateFile, action, inputs: others }) => stateFile === file && action === process.env["GITHUB_ACTION"] && others === inputs;
	return files.flatMap(([file, text]) => {
		const last = statesIn(text).at(-1);
		return last !== void 0 && isOfThisStep(file, last.process) ? [last] : [];
	}).sort((one, other) => Number(one.process.startedAt) - Number(other.process.startedAt));
}
function statesIn(text) {
	return entriesIn(text).flatMap(([name, value]) => name === "ledger" ? parseState(value) ?? [] : []);
}
function isEqual(one, other) {
	return JSON.stringify(one) === JSON.stringify(other);
}
function ownFile() {
	return process.env["GITHUB_STATE"] ?? "";
}
export { stateHandedOver, stateNotHandedOver };
