export const id = 987;
export const ids = [987];
export const modules = {

8303:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => shellWord
});
// src/contract/claim.ts
function shellWord(text) {
	return `'${text.replaceAll("'", `'\\''`)}'`;
}

}),

8228:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => hasCode,
r: () => identityOf,
t: () => fileClaims
});
var _claim_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8303);
var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);

// src/delivery/file-claim.ts
const fileClaims = {
	kind: "file",
	parse: parseRecord,
	async release(record) {
		try {
			return release(record);
		} catch (error) {
			const why = error instanceof Error && "code" in error ? String(error.code) : "an unknown error";
			return {
				outcome: "left",
				what: named(record),
				why,
				byHand: `rm -f ${(0,_claim_js__WEBPACK_IMPORTED_MODULE_2__.t)(record.path)}`
			};
		}
	}
};
function identityOf({ dev, ino, birthtimeNs }) {
	return `${dev}:${ino}:${birthtimeNs}`;
}
function release(record) {
	const { path: target, temporary, folders, identity } = record;
	const removedTarget = identity !== void 0 && removeIf(target, (standing) => standing === identity);
	const removedTemporary = removeIf(temporary, (standing) => identity === void 0 || standing === identity);
	for (const folder of folders.toReversed()) removeIfEmpty(folder);
	return {
		outcome: removedTarget || removedTemporary ? "removed" : "already-gone",
		what: named(record)
	};
}
function named({ path: target }) {
	return `the private key file ${target}`;
}
function removeIf(target, isMeant) {
	try {
		const standing = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(target, { bigint: true });
		if (!standing.isFile() || !isMeant(identityOf(standing))) return false;
		(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(target);
		return true;
	} catch (error) {
		if (hasCode(error, "ENOENT", "ENOTDIR")) return false;
		throw error;
	}
}
function removeIfEmpty(folder) {
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmdirSync)(folder);
	} catch (error) {
		if (!hasCode(error, "ENOENT", "ENOTEMPTY", "EEXIST", "ENOTDIR", "EPERM", "EACCES", "EBUSY")) throw error;
	}
}
function hasCode(error, ...codes) {
	return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
function parseRecord(value) {
	if (typeof value !== "object" || value === null) return void 0;
	const { kind, path: target, temporary, folders, identity } = value;
	if (kind !== "file" || !isAbsolutePath(target) || !isTemporaryOf(target, temporary)) return void 0;
	if (!Array.isArray(folders) || !folders.every(isAbsolutePath)) return void 0;
	if (identity !== void 0 && !(typeof identity === "string" && /^\d+:\d+:\d+$/.test(identity))) return void 0;
	return value;
}
function isTemporaryOf(target, temporary) {
	if (typeof temporary !== "string" || node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(temporary) !== node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(target)) return false;
	return /^\.ec2-key-pair-[0-9a-f]{16}$/.test(node_path__WEBPACK_IMPORTED_MODULE_0__.basename(temporary));
}
function isAbsolutePath(value) {
	return typeof value === "string" && node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute(value);
}

}),

1099:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => parseKeyPairRecord
});
// src/ec2/key-pair-record.ts
function parseKeyPairRecord(value) {
	if (typeof value !== "object" || value === null) return void 0;
	const { kind, region, keyName, nonce, credentials, keyPairId } = value;
	const whole = [
		region,
		keyName,
		nonce,
		credentials
	].every((part) => typeof part === "string" && part !== "");
	if (kind !== "key-pair" || !whole) return void 0;
	if (keyPairId !== void 0 && !(typeof keyPairId === "string" && /^key-[0-9a-f]+$/.test(keyPairId))) return void 0;
	return value;
}

}),

146:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => mainsStillRunning,
c: () => toRunner,
d: () => undoneOf,
f: () => readLedger,
g: () => openNoLink,
h: () => outputClaims,
i: () => endStep,
l: () => leftoversOf,
m: () => writeKept,
n: () => state,
o: () => commandFile,
p: () => writeFact,
r: () => stateOfThisMain,
s: () => notWritable,
t: () => processEntry,
u: () => releaseLastFirst
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9329);
var _file_claim_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8228);
var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
var node_fs__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3024);
var node_timers_promises__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8500);

// src/delivery/no-link.ts
function openNoLink(target, flags, noFollow = node_fs__WEBPACK_IMPORTED_MODULE_4__.constants.O_NOFOLLOW ?? 0) {
	if (noFollow === 0 && (0,node_fs__WEBPACK_IMPORTED_MODULE_4__.lstatSync)(target).isSymbolicLink()) throw Object.assign(new Error(`${target} is a link`), { code: "ELOOP" });
	return (0,node_fs__WEBPACK_IMPORTED_MODULE_4__.openSync)(target, flags | noFollow);
}
// src/delivery/output-claim.ts
const outputClaims = {
	kind: "output",
	parse(value) {
		if (typeof value !== "object" || value === null) return void 0;
		const { kind, path: file } = value;
		return kind === "output" && typeof file === "string" && node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute(file) ? {
			kind,
			path: file
		} : void 0;
	},
	async release({ path: file }) {
		const what = "the private key in the output file of the step";
		try {
			(0,node_fs__WEBPACK_IMPORTED_MODULE_4__.closeSync)(openNoLink(file, node_fs__WEBPACK_IMPORTED_MODULE_4__.constants.O_WRONLY | node_fs__WEBPACK_IMPORTED_MODULE_4__.constants.O_TRUNC));
			return {
				outcome: "removed",
				what
			};
		} catch (error) {
			if ((0,_file_claim_js__WEBPACK_IMPORTED_MODULE_2__.n)(error, "ENOENT", "ENOTDIR", "EISDIR")) return {
				outcome: "already-gone",
				what
			};
			return {
				outcome: "left",
				what,
				why: (0,_file_claim_js__WEBPACK_IMPORTED_MODULE_2__.n)(error, "EACCES", "EPERM") ? "it may not be written" : "it cannot be emptied"
			};
		}
	}
};
// src/lifecycle/ledger.ts
const factPattern = /^claim-(\d{1,4}(?:-\d{1,4})*)-(intended|held|kept|released)$/;
function writeFact(ledger, claim, fact, record) {
	ledger.append(`claim-${claim}-${fact}`, JSON.stringify(record ?? true));
}
function writeKept(ledger, claims) {
	if (claims.length > 0) ledger.append(`claim-${claims.join("-")}-kept`, "true");
}
function readLedger(state, kinds) {
	const claims = new Map();
	for (const [name, value] of state) {
		const [, numbers = "", fact] = factPattern.exec(name) ?? [];
		if (fact === void 0) continue;
		for (const number of numbers.split("-").map(Number)) {
			const facts = claims.get(number) ?? new Map();
			claims.set(number, facts.set(fact, value));
		}
	}
	const open = [];
	const unreadable = [];
	for (const [number, facts] of [...claims].sort(([a], [b]) => a - b)) {
		if (facts.has("kept") || facts.has("released")) continue;
		const known = parseRecord(facts.get("held"), kinds) ?? parseRecord(facts.get("intended"), kinds);
		if (known) open.push({
			number,
			...known
		});
		else unreadable.push(number);
	}
	return {
		open,
		unreadable
	};
}
function parseRecord(text, kinds) {
	if (text === void 0) return void 0;
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		return;
	}
	for (const kind of kinds) {
		const record = kind.parse(value);
		if (record) return {
			kind,
			record
		};
	}
}
// src/lifecycle/release.ts
async function releaseLastFirst(claims, ledger) {
	const outcomes = [];
	for (const claim of claims.toReversed()) {
		const outcome = await release(claim);
		if (outcome.outcome !== "left") noteReleased(claim, ledger);
		outcomes.push(outcome);
	}
	return outcomes;
}
function undoneOf(outcomes) {
	return outcomes.flatMap((outcome) => outcome.outcome === "removed" && outcome.undone !== void 0 ? [outcome.undone] : []);
}
function leftoversOf(outcomes) {
	return outcomes.filter((outcome) => outcome.outcome === "left");
}
async function release({ kind, record }) {
	try {
		return await kind.release(record);
	} catch (error) {
		const why = error instanceof Error ? error.message : "an unknown error";
		return {
			outcome: "left",
			what: `what was claimed as ${record.kind}`,
			why
		};
	}
}
function noteReleased({ number }, ledger) {
	try {
		writeFact(ledger, number, "released");
	} catch {}
}
// src/runner/command-file.ts
function commandFile(variable) {
	const file = process.env[variable];
	if (file) return file;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("NO_RUNNER", `${variable} is not set, so this is not a step of a workflow.`, { hint: "Run this action from a workflow, on a runner of version 2.327 or newer." });
}
function toRunner(target, write) {
	commandFile(target);
	try {
		write();
	} catch (error) {
		throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t ? error : notWritable(`The runner's file for ${target}`, error);
	}
}
function notWritable(what, error) {
	const why = error instanceof Error && "code" in error ? String(error.code) : "it is not there";
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("RUNNER_FILE_NOT_WRITABLE", `${what} cannot be written (${why}).`, {
		hint: "The disk of the runner's temp folder is full (ENOSPC), or a step before has taken that folder away or changed its owner (EACCES). Without it the runner would learn nothing of what this step does.",
		cause: error
	});
}
// src/runner/step-process.ts
const pause = 50;
const patience = 20;
function thisProcess(stateFile) {
	const action = process.env["GITHUB_ACTION"] ?? "";
	return {
		pid: process.pid,
		startedAt: startOf(process.pid),
		stateFile,
		action
	};
}
async function endStep(step) {
	if (!isAlive(step)) return;
	process.kill(step.pid, "SIGTERM");
	for (let looks = 0; looks < patience && isAlive(step); looks += 1) await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_5__.setTimeout)(pause);
	if (isAlive(step)) process.kill(step.pid, "SIGKILL");
	for (let looks = 0; looks < patience && isAlive(step); looks += 1) await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_5__.setTimeout)(pause);
}
const stepVariables = [
	"GITHUB_ACTION",
	"GITHUB_JOB",
	"GITHUB_RUN_ID",
	"GITHUB_RUN_ATTEMPT",
	"RUNNER_TEMP"
];
function mainsStillRunning() {
	const main = node_path__WEBPACK_IMPORTED_MODULE_3__.join(node_path__WEBPACK_IMPORTED_MODULE_3__.dirname(process.argv[1] ?? ""), "main.js");
	return processNumbers().flatMap((pid) => {
		if (pid === process.pid || !textsOf(`/proc/${pid}/cmdline`).includes(main)) return [];
		const texts = textsOf(`/proc/${pid}/environ`);
		const startedAt = startOf(pid);
		const stateFile = texts.find((text) => text.startsWith("GITHUB_STATE="))?.slice(13);
		return stepVariables.every((name) => texts.includes(`${name}=${process.env[name] ?? ""}`)) && startedAt !== "" && stateFile !== void 0 ? [{
			pid,
			startedAt,
			stateFile
		}] : [];
	});
}
function processNumbers() {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_4__.readdirSync)("/proc").map(Number).filter(Number.isInteger);
	} catch {
		return [];
	}
}
function textsOf(file) {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_4__.readFileSync)(file, "utf8").split("\0");
	} catch {
		return [];
	}
}
function isAlive({ pid, startedAt }) {
	return startedAt !== "" && startOf(pid) === startedAt;
}
function startOf(pid) {
	try {
		const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_4__.readFileSync)(`/proc/${pid}/stat`, "latin1");
		const [status, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
		return status === "Z" || status === "X" ? "" : fields[18] ?? "";
	} catch {
		return "";
	}
}
// src/runner/state.ts
const processEntry = "main-process";
const state = { append(name, value) {
	toRunner("GITHUB_STATE", () => (0,_log_js__WEBPACK_IMPORTED_MODULE_1__.i)(name, value));
} };
function stateOfThisMain() {
	let introduced = false;
	return { append(name, value) {
		if (!introduced) state.append(processEntry, JSON.stringify(thisProcess(commandFile("GITHUB_STATE"))));
		introduced = true;
		state.append(name, value);
	} };
}

}),

3441:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => setOutputs,
c: () => notWritable,
i: () => writeSummary,
l: () => stayInside,
n: () => openStep,
o: () => leadsOut,
r: () => tell,
s: () => meantPath,
t: () => dryRun,
u: () => taken
});
var _file_claim_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8228);
var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9432);
var _log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9329);
var _state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(146);
var _patience_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8300);
var _workflow_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7386);
var node_crypto__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7598);
var node_os__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8161);
var node_path__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6760);
var node_fs__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3024);

// src/delivery/file-path.ts
function meantPath(given, { workspace, home }) {
	return given.startsWith("~/") ? node_path__WEBPACK_IMPORTED_MODULE_8__.join(home, given.slice(2)) : node_path__WEBPACK_IMPORTED_MODULE_8__.resolve(workspace, given);
}
async function lookAtPath(target, folders) {
	const standing = lstatOrNothing(target);
	if (standing) throw taken(target, standing.isDirectory() ? "A folder" : standing.isFile() ? "A file" : "A link or device");
	const { parent, missing } = nearestFolder(node_path__WEBPACK_IMPORTED_MODULE_8__.dirname(target), target);
	const realParent = realFolder(parent, target);
	stayInside(target, realParent, folders);
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_9__.accessSync)(realParent, node_fs__WEBPACK_IMPORTED_MODULE_9__.constants.W_OK | node_fs__WEBPACK_IMPORTED_MODULE_9__.constants.X_OK);
	} catch (cause) {
		throw notWritable(target, realParent, cause);
	}
	return {
		path: target,
		realParent,
		missing
	};
}
async function lookAtGivenPath(given, folders) {
	const target = meantPath(given, folders);
	const free = await lookAtPath(target, folders);
	const { isTracked } = await __webpack_require__.e(/* import() */ 922).then(__webpack_require__.bind(__webpack_require__, 6922));
	if (!await isTracked(node_path__WEBPACK_IMPORTED_MODULE_8__.join(free.realParent, ...free.missing, node_path__WEBPACK_IMPORTED_MODULE_8__.basename(target)))) return free;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("PATH_TRACKED", `${target} is tracked by git: the next commit would hold the private key.`, { hint: "Give a private-key-path outside the repository, or leave it out for a file in the runner's temp folder." });
}
function taken(target, what) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("PATH_TAKEN", `${what} stands at ${target} already; it was not touched.`, { hint: "Give another private-key-path, or remove what stands there in a step before." });
}
function notWritable(target, folder, cause) {
	const code = cause instanceof Error && "code" in cause ? ` (${String(cause.code)})` : "";
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("PATH_NOT_WRITABLE", `${target} cannot be written: ${folder} does not allow it${code}.`, {
		hint: "Give a private-key-path in a folder that this job may write to, or leave it out.",
		cause
	});
}
function leadsOut(target, real) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("PATH_LEADS_OUT", `A link on the way to ${target} leads to ${real}; it was not followed.`, { hint: "Give a private-key-path without links to other places. A checked-out repository can hold such links." });
}
function nearestFolder(folder, target) {
	const missing = [];
	for (let parent = folder;; parent = node_path__WEBPACK_IMPORTED_MODULE_8__.dirname(parent)) {
		const standing = lstatOrNothing(parent);
		if (standing?.isDirectory() || standing?.isSymbolicLink()) return {
			parent,
			missing
		};
		if (standing || parent === node_path__WEBPACK_IMPORTED_MODULE_8__.dirname(parent)) throw taken(parent, `Not a folder, on the way to ${target},`);
		missing.unshift(node_path__WEBPACK_IMPORTED_MODULE_8__.basename(parent));
	}
}
function isInUploads(file, { workspace }) {
	const root = realOrGiven(workspace);
	const names = node_path__WEBPACK_IMPORTED_MODULE_8__.relative(root, file).split(node_path__WEBPACK_IMPORTED_MODULE_8__.sep);
	return isWithin(root, file) && !names.some((name) => name.startsWith("."));
}
function realOrGiven(folder) {
	try {
		return node_fs__WEBPACK_IMPORTED_MODULE_9__.realpathSync.native(folder);
	} catch {
		return folder;
	}
}
function stayInside(target, realParent, { workspace, temp, home }) {
	for (const root of [
		workspace,
		temp,
		home
	]) {
		if (!isWithin(root, node_path__WEBPACK_IMPORTED_MODULE_8__.dirname(target))) continue;
		if (isWithin(node_fs__WEBPACK_IMPORTED_MODULE_9__.realpathSync.native(root), realParent)) return;
		throw leadsOut(target, realParent);
	}
}
function isWithin(root, folder) {
	const relative = node_path__WEBPACK_IMPORTED_MODULE_8__.relative(root, folder);
	return relative === "" || !(relative === ".." || relative.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_8__.sep}`) || node_path__WEBPACK_IMPORTED_MODULE_8__.isAbsolute(relative));
}
function realFolder(folder, target) {
	try {
		return node_fs__WEBPACK_IMPORTED_MODULE_9__.realpathSync.native(folder);
	} catch (error) {
		if ((0,_file_claim_js__WEBPACK_IMPORTED_MODULE_0__.n)(error, "ENOENT", "ELOOP")) throw leadsOut(target, "a place that is not there");
		throw notWritable(target, folder, error);
	}
}
function lstatOrNothing(target) {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_9__.lstatSync)(target);
	} catch (error) {
		if ((0,_file_claim_js__WEBPACK_IMPORTED_MODULE_0__.n)(error, "ENOENT")) return void 0;
		throw notWritable(target, node_path__WEBPACK_IMPORTED_MODULE_8__.dirname(target), error);
	}
}
// src/contract/result.ts
function outputsOf(result) {
	return {
		"key-name": result.keyName,
		"key-pair-id": result.keyPairId,
		"key-fingerprint": result.fingerprint,
		"key-type": result.keyType ?? "",
		"public-key": result.publicKey,
		"private-key-path": result.file?.path ?? "",
		"aws-region": result.region,
		created: String(result.created)
	};
}
function summaryOf(result) {
	return {
		heading: result.created ? "EC2 key pair (new)" : "EC2 key pair",
		rows: [
			["Name", result.keyName],
			["ID", result.keyPairId],
			["Type", result.keyType ?? "unknown"],
			["Fingerprint (EC2)", result.fingerprint],
			["Fingerprint (SSH)", result.sha256Fingerprint],
			["Region", result.region],
			["Lives", livesUntil(result)],
			["Private key", whereabouts(result)]
		]
	};
}
function livesUntil({ lifetime, expiresAt }) {
	const expiry = expiresAt === void 0 ? "" : `; marked to expire at ${expiresAt.toISOString()}`;
	switch (lifetime) {
		case "job": return `until this job ends${expiry}`;
		case "run": return `until this workflow run is cleaned up${expiry}`;
		case "persistent": return `until somebody deletes it${expiry}`;
		case void 0: return `as whoever made it decided${expiry}`;
	}
}
function whereabouts({ file, output }) {
	const places = [...file === void 0 ? [] : [`${file.path} (${file.stays ? "stays" : "until this job ends"})`], ...output ? ["the step's output private-key (this job only)"] : []];
	return places.length === 0 ? "not here" : places.join(" and ");
}
// src/runner/outputs.ts
function setOutput(name, value) {
	(0,_state_js__WEBPACK_IMPORTED_MODULE_3__.c)("GITHUB_OUTPUT", () => (0,_log_js__WEBPACK_IMPORTED_MODULE_2__.a)(name, value));
}
function setOutputs(outputs) {
	for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}
function outputFile() {
	return (0,_state_js__WEBPACK_IMPORTED_MODULE_3__.o)("GITHUB_OUTPUT");
}
// src/delivery/output.ts
function outputDestination(claims) {
	return { async reserve() {
		const record = {
			kind: "output",
			path: outputFile()
		};
		const claim = claims.intend(record, "job");
		return {
			async deliver(key) {
				setOutput("private-key", key.pem());
				claim.held(record);
				return {};
			},
			async close() {}
		};
	} };
}
// src/lifecycle/claims.ts
var LedgerClaims = class {
	#ledger;
	#kinds;
	#made = [];
	#count = 0;
	constructor(ledger, kinds) {
		this.#ledger = ledger;
		this.#kinds = kinds;
	}
	intend(record, lasts) {
		const kind = this.#kinds[record.kind];
		this.#count += 1;
		const made = {
			number: this.#count,
			kind,
			record,
			lasts
		};
		(0,_state_js__WEBPACK_IMPORTED_MODULE_3__.p)(this.#ledger, made.number, "intended", record);
		this.#made.push(made);
		return {
			held: (now) => {
				made.record = now;
				(0,_state_js__WEBPACK_IMPORTED_MODULE_3__.p)(this.#ledger, made.number, "held", now);
			},
			void: () => {
				(0,_state_js__WEBPACK_IMPORTED_MODULE_3__.p)(this.#ledger, made.number, "released");
				this.#made = this.#made.filter((other) => other !== made);
			}
		};
	}
	async undoUnless(work) {
		try {
			const result = await work();
			const kept = this.#made.filter(({ lasts }) => lasts === "beyond");
			(0,_state_js__WEBPACK_IMPORTED_MODULE_3__.m)(this.#ledger, kept.map(({ number }) => number));
			this.#made = [];
			return result;
		} catch (error) {
			const undone = this.#made;
			this.#made = [];
			throw withUndoing(error, await (0,_state_js__WEBPACK_IMPORTED_MODULE_3__.u)(undone, this.#ledger));
		}
	}
};
function withUndoing(error, outcomes) {
	const undone = (0,_state_js__WEBPACK_IMPORTED_MODULE_3__.d)(outcomes);
	const left = (0,_state_js__WEBPACK_IMPORTED_MODULE_3__.l)(outcomes);
	if (undone.length + left.length === 0) return error;
	const known = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__.t ? error : void 0;
	const { message, hint } = known ?? unexpected(error);
	const lines = left.map(({ what, why }) => `Left behind: ${what}: ${why}`);
	const commands = left.flatMap(({ byHand }) => byHand === void 0 ? [] : [byHand]);
	const hints = [
		...hint === void 0 ? [] : [hint],
		...left.length === 0 ? [] : ["The post step tries once more to remove what is left."],
		...commands.length === 0 ? [] : [`By hand: ${commands.join(" ; ")}`]
	];
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t(known?.code ?? "UNEXPECTED", [
		message,
		...undone,
		...lines
	].join("\n"), {
		...hints.length === 0 ? {} : { hint: hints.join("\n") },
		cause: error
	});
}
function unexpected(error) {
	const { name, message } = error instanceof Error ? error : {
		name: "Error",
		message: "not an error object"
	};
	return {
		message: `Something unexpected happened: ${name}: ${message}`,
		hint: "This is a mistake in the action: please report it, with this line."
	};
}
// src/operations/intention.ts
async function rehearse(intentions, keyPairs) {
	for (const { text, call } of intentions) {
		if (call === void 0) continue;
		try {
			await keyPairs.rehearse(call);
		} catch (error) {
			throw (0,_patience_js__WEBPACK_IMPORTED_MODULE_4__.s)(error, {
				action: `ec2:${call.call}`,
				doing: text,
				region: keyPairs.region
			});
		}
	}
}
// src/runner/masks.ts
function registerMasks(values) {
	const text = `${["", ...values.map((value) => `::add-mask::${escaped(value)}`)].join(node_os__WEBPACK_IMPORTED_MODULE_7__.EOL)}${node_os__WEBPACK_IMPORTED_MODULE_7__.EOL}`;
	return new Promise((resolve, reject) => {
		process.stdout.write(text, (error) => error ? reject((0,_state_js__WEBPACK_IMPORTED_MODULE_3__.s)("Standard output, which the runner reads,", error)) : resolve());
	});
}
function escaped(value) {
	return value.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
// src/runner/summary.ts
function writeSummary({ heading, columns, rows, note }) {
	const headings = columns === void 0 ? [] : [`<tr>${columns.map(headingCell).join("")}</tr>`];
	const lines = rows.map((row) => `<tr>${row.map(columns === void 0 ? labelledCell : cell).join("")}</tr>`);
	const table = rows.length === 0 ? [] : [
		"<table>",
		...headings,
		...lines,
		"</table>",
		""
	];
	const html = [
		`<h3>${(0,_log_js__WEBPACK_IMPORTED_MODULE_2__.n)(heading)}</h3>`,
		"",
		...table,
		...note === void 0 ? [] : [(0,_log_js__WEBPACK_IMPORTED_MODULE_2__.n)(note), ""],
		""
	];
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_9__.appendFileSync)((0,_state_js__WEBPACK_IMPORTED_MODULE_3__.o)("GITHUB_STEP_SUMMARY"), `${html.join(node_os__WEBPACK_IMPORTED_MODULE_7__.EOL)}${node_os__WEBPACK_IMPORTED_MODULE_7__.EOL}`);
	} catch (error) {
		_log_js__WEBPACK_IMPORTED_MODULE_2__.t.debug(`The job summary could not be written: ${error instanceof Error ? error.message : "unknown"}`);
	}
}
function labelledCell(text, column) {
	return column === 0 ? headingCell(text) : cell(text);
}
function headingCell(text) {
	return `<th align="left">${(0,_log_js__WEBPACK_IMPORTED_MODULE_2__.n)(text)}</th>`;
}
function cell(text) {
	return text === "" ? "<td></td>" : `<td><code>${(0,_log_js__WEBPACK_IMPORTED_MODULE_2__.n)(text)}</code></td>`;
}
// src/wiring/step.ts
async function openStep(region) {
	const folders = (0,_workflow_js__WEBPACK_IMPORTED_MODULE_5__.t)();
	const room = await (0,_patience_js__WEBPACK_IMPORTED_MODULE_4__.r)(region, (0,_patience_js__WEBPACK_IMPORTED_MODULE_4__.t)());
	const { keyPairs, credentials } = room;
	return {
		folders,
		keyPairs,
		look: {
			run: (0,_workflow_js__WEBPACK_IMPORTED_MODULE_5__.r)(),
			region: keyPairs.region,
			credentials,
			now: () => new Date(),
			randomHex: (bytes) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_6__.randomBytes)(bytes).toString("hex"),
			freePath: (given, suggestedName) => given === void 0 ? lookAtPath(node_path__WEBPACK_IMPORTED_MODULE_8__.join(folders.temp, suggestedName), folders) : lookAtGivenPath(given, folders),
			...looksAt(keyPairs)
		},
		parts: {
			keyPairs,
			claims: new LedgerClaims((0,_state_js__WEBPACK_IMPORTED_MODULE_3__.r)(), {
				"key-pair": (0,_patience_js__WEBPACK_IMPORTED_MODULE_4__.i)(async () => room),
				file: _file_claim_js__WEBPACK_IMPORTED_MODULE_0__.t,
				output: _state_js__WEBPACK_IMPORTED_MODULE_3__.h
			}),
			registerMasks,
			takeFromOthers: process.platform === "win32" ? takeFromOthersOnWindows : void 0,
			outputDestination,
			announce: (result) => setOutputs(outputsOf(result))
		}
	};
}
async function takeFromOthersOnWindows(file) {
	const { takeFromOthers } = await __webpack_require__.e(/* import() */ 119).then(__webpack_require__.bind(__webpack_require__, 4119));
	await takeFromOthers(file, (0,_workflow_js__WEBPACK_IMPORTED_MODULE_5__.n)());
}
async function dryRun(intentions, keyPairs) {
	for (const { text } of intentions) _log_js__WEBPACK_IMPORTED_MODULE_2__.t.info(`Dry run: would ${text}.`);
	await rehearse(intentions, keyPairs);
	const asked = intentions.some(({ call }) => call !== void 0);
	_log_js__WEBPACK_IMPORTED_MODULE_2__.t.info(asked ? "Dry run: EC2 would allow this. Nothing was changed." : "Dry run: nothing was changed.");
	setOutputs({
		"aws-region": keyPairs.region,
		created: "false",
		deleted: "0"
	});
	writeSummary({
		heading: "EC2 key pair: dry run, nothing was changed",
		rows: intentions.map(({ text }, index) => [String(index + 1), `would ${text}`])
	});
}
async function tell(result) {
	const { keyPairId, fingerprint, keyName, region, created, file, output, lifetime } = result;
	const what = created ? "Created" : `The key pair ${keyName} is there in ${region}:`;
	_log_js__WEBPACK_IMPORTED_MODULE_2__.t.info(`${what} ${keyPairId}, fingerprint ${fingerprint}. It lives ${livesUntil(result)}.`);
	if (file !== void 0 || output) _log_js__WEBPACK_IMPORTED_MODULE_2__.t.info(`The private key is in ${whereabouts(result)}.`);
	if (created && (file !== void 0 || output)) warnOfLostKey(lifetime, result);
	if (created && file !== void 0) warnOfUploads(file.path, (0,_workflow_js__WEBPACK_IMPORTED_MODULE_5__.t)());
	writeSummary(summaryOf(result));
}
function warnOfLostKey(lifetime, { keyName, file }) {
	if (lifetime === "job" || file?.stays) return;
	const keep = lifetime === "persistent" ? "give private-key-path, whose file stays, or lifetime: job." : "use it in this job, or give lifetime: persistent and a private-key-path, whose file stays.";
	_log_js__WEBPACK_IMPORTED_MODULE_2__.t.warning(`The key pair "${keyName}" outlives this job, and its private key does not: ${keep}`);
}
function warnOfUploads(file, folders) {
	if (!isInUploads(file, folders)) return;
	_log_js__WEBPACK_IMPORTED_MODULE_2__.t.warning(`The private key is in the workspace (${file}): an artifact of the workspace, or a commit, would take it along. Without private-key-path it goes to the runner's temp folder.`);
}
function looksAt(keyPairs) {
	const explained = async (look) => {
		try {
			return await look;
		} catch (error) {
			throw (0,_patience_js__WEBPACK_IMPORTED_MODULE_4__.s)(error, {
				action: "ec2:DescribeKeyPairs",
				doing: "show its key pairs",
				region: keyPairs.region
			});
		}
	};
	return {
		find: (keyName) => explained(keyPairs.find({ keyName })),
		findPatiently: (...choice) => explained(keyPairs.findPatiently(...choice)),
		list: (...tags) => explained(keyPairs.list(...tags)),
		listPatiently: (...tags) => explained(keyPairs.listPatiently(...tags))
	};
}

})

};
