export const id = 386;
export const ids = [386];
export const modules = {

9722:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => withOpenFile,
t: () => readSmallRegularFile
});
var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);

// src/regular-file.ts
function withOpenFile(target, flags, work, noFollow) {
	const descriptor = openNoFollow(target, flags | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK, noFollow);
	try {
		return work(descriptor);
	} finally {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
	}
}
function openNoFollow(target, flags, noFollow = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW ?? 0) {
	if (noFollow === 0 && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(target).isSymbolicLink()) throw Object.assign(new Error(`${target} is a symbolic link`), { code: "ELOOP" });
	return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(target, flags | noFollow);
}
function readSmallRegularFile(target, maxBytes) {
	const descriptor = openNoFollow(target, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
	try {
		const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor, { bigint: true });
		if (!stats.isFile()) return { problem: "not-regular" };
		if (stats.size > maxBytes) return { problem: "too-large" };
		const bytes = readAtMost(descriptor, maxBytes + 1);
		return bytes.length > maxBytes ? { problem: "too-large" } : {
			bytes,
			stats
		};
	} finally {
		closeQuietly(descriptor);
	}
}
function closeQuietly(descriptor) {
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
	} catch {}
}
function readAtMost(descriptor, most) {
	const pieces = [];
	for (let left = most; left > 0;) {
		const piece = Buffer.alloc(Math.min(left, 65536));
		const length = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(descriptor, piece);
		if (length === 0) break;
		pieces.push(piece.subarray(0, length));
		left -= length;
	}
	return Buffer.concat(pieces);
}

}),

386:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
stateHandedOver: () => stateHandedOver,
stateNotHandedOver: () => stateNotHandedOver
});
var _saved_state_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4144);
var _processes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2166);
var _state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(146);
var _command_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5113);
var _regular_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9722);
var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);
var node_fs__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3024);
var node_timers_promises__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8500);

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
		if (!isAlive(main) || !wasSignaled(main, signal)) return;
		for (let polls = 0; polls < maxPolls && isAlive(main); polls += 1) await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_6__.setTimeout)(pause);
	}
}
function wasSignaled({ pid }, signal) {
	try {
		return process.kill(pid, signal);
	} catch {
		return false;
	}
}
function mainsStillRunning() {
	const inputs = (0,_state_js__WEBPACK_IMPORTED_MODULE_1__.i)();
	return (0,_processes_js__WEBPACK_IMPORTED_MODULE_0__.t)().filter((pid) => isMainOfThisStep(pid) && (0,_state_js__WEBPACK_IMPORTED_MODULE_1__.r)(variablesOf(pid)) === inputs).map((pid) => ({
		pid,
		startedAt: (0,_state_js__WEBPACK_IMPORTED_MODULE_1__.a)(pid)
	}));
}
function isAlive({ pid, startedAt }) {
	return startedAt !== "" && (0,_state_js__WEBPACK_IMPORTED_MODULE_1__.a)(pid) === startedAt && isMainOfThisStep(pid);
}
function isMainOfThisStep(pid) {
	const main = node_path__WEBPACK_IMPORTED_MODULE_4__.join(node_path__WEBPACK_IMPORTED_MODULE_4__.dirname(process.argv[1] ?? ""), "main.js");
	if (pid === process.pid || !(0,_processes_js__WEBPACK_IMPORTED_MODULE_0__.n)(`/proc/${pid}/cmdline`).some((word) => node_path__WEBPACK_IMPORTED_MODULE_4__.normalize(word) === main)) return false;
	const variables = new Map(variablesOf(pid));
	return stepVariables.every((name) => (variables.get(name) ?? "") === (process.env[name] ?? ""));
}
function variablesOf(pid) {
	return (0,_processes_js__WEBPACK_IMPORTED_MODULE_0__.n)(`/proc/${pid}/environ`).map((entry) => {
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
	if (!(0,_command_file_js__WEBPACK_IMPORTED_MODULE_2__.n)(ownFile, file)) return "";
	try {
		const read = (0,_regular_file_js__WEBPACK_IMPORTED_MODULE_3__.t)(file, maxFileBytes);
		return "bytes" in read ? read.bytes.toString("utf8") : "";
	} catch {
		return "";
	}
}
function* stateFilesBeside(ownFile) {
	const folder = node_path__WEBPACK_IMPORTED_MODULE_4__.dirname(ownFile);
	let left = maxBytes;
	for (const name of namesIn$1(folder)) {
		const file = node_path__WEBPACK_IMPORTED_MODULE_4__.join(folder, name);
		const text = readStateFile(file, ownFile);
		left -= text.length;
		if (left < 0) return;
		if (text !== "") yield [file, text];
	}
}
function namesIn$1(folder) {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_5__.readdirSync)(folder);
	} catch {
		return [];
	}
}
// src/runner/settled-state.ts
const noteName = "settled";
function noteSettled(states) {
	if (!process.env["GITHUB_ACTION_PATH"]) return;
	try {
		(0,_command_file_js__WEBPACK_IMPORTED_MODULE_2__.i)("GITHUB_STATE", () => (0,_command_file_js__WEBPACK_IMPORTED_MODULE_2__.d)(noteName, states.map(noteOf)));
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
	const folder = node_path__WEBPACK_IMPORTED_MODULE_4__.dirname(ownFile);
	const births = namesIn(folder).map((name) => node_path__WEBPACK_IMPORTED_MODULE_4__.join(folder, name)).filter((file) => (0,_command_file_js__WEBPACK_IMPORTED_MODULE_2__.n)(ownFile, file)).flatMap((file) => statsOf(file)?.birthtimeNs ?? []);
	return (file) => {
		const { birthtimeNs: birth = 0n, mtimeNs: changed = 0n } = statsOf(file) ?? {};
		if (birth === 0n || birth >= changed) return false;
		return births.some((other) => other >= changed) && !births.some((other) => other > birth && other < changed);
	};
}
function namesIn(folder) {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_5__.readdirSync)(folder);
	} catch {
		return [];
	}
}
function statsOf(file) {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_5__.lstatSync)(file, { bigint: true });
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
	return (0,_saved_state_js__WEBPACK_IMPORTED_MODULE_7__.n)(handedOver.entries, copies);
}
function whoseIs(handedOver) {
	const files = [...stateFilesBeside(ownFile())];
	const notes = notesIn(files);
	const isSettled = isNoted(notes, handedOver);
	if (!isSettled && handedOver.process.inputs === (0,_state_js__WEBPACK_IMPORTED_MODULE_1__.i)()) return {
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
	const inputs = (0,_state_js__WEBPACK_IMPORTED_MODULE_1__.i)();
	const isOfThisStep = (file, { stateFile, action, inputs: others }) => stateFile === file && action === process.env["GITHUB_ACTION"] && others === inputs;
	return files.flatMap(([file, text]) => {
		const last = statesIn(text).at(-1);
		return last !== void 0 && isOfThisStep(file, last.process) ? [last] : [];
	}).sort((one, other) => Number(one.process.startedAt) - Number(other.process.startedAt));
}
function statesIn(text) {
	return entriesIn(text).flatMap(([name, value]) => name === "ledger" ? (0,_saved_state_js__WEBPACK_IMPORTED_MODULE_7__.t)(value) ?? [] : []);
}
function isEqual(one, other) {
	return JSON.stringify(one) === JSON.stringify(other);
}
function ownFile() {
	return process.env["GITHUB_STATE"] ?? "";
}

})

};
