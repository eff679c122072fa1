export const id = 4018;
export const ids = [4018];
export const modules = {

9060:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => unlessAborted
});
// src/aws/aborted.ts
async function unlessAborted(promise, signal) {
	if (signal === void 0) return promise;
	const { promise: aborted, reject } = Promise.withResolvers();
	const abort = () => reject(signal.reason);
	signal.addEventListener("abort", abort);
	if (signal.aborted) abort();
	try {
		return await Promise.race([promise, aborted]);
	} finally {
		signal.removeEventListener("abort", abort);
	}
}

}),

5371:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => parseFileRecord,
i: () => maxKeyFileBytes,
n: () => isSameNumber,
o: () => trialLinkOf,
r: () => keyHashOf,
t: () => identityOf
});
var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8962);
var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7598);
var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);

// src/destinations/file/file-record.ts
const maxKeyFileBytes = 65536;
function keyHashOf({ blob }) {
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)("sha256").update(blob).digest("hex");
}
function identityOf({ dev, ino, birthtimeNs }) {
	return `${dev}:${ino}:${birthtimeNs}`;
}
function isSameNumber(one, other) {
	const [first, second] = [one.dev, other.dev].map((dev) => BigInt.asUintN(32, dev));
	return one.ino === other.ino && (first === second || first === 0n || second === 0n);
}
function trialLinkOf({ temporary }) {
	return `${temporary}-link`;
}
const temporaryName = /^\.ec2-key-pair-[0-9a-f]{16}(?:[\\/]key)?$/;
const parseFileRecord = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.s)("file", {
	path: _record_js__WEBPACK_IMPORTED_MODULE_0__.t,
	temporary: _record_js__WEBPACK_IMPORTED_MODULE_0__.t,
	folders: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.r)(_record_js__WEBPACK_IMPORTED_MODULE_0__.t),
	identity: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.o)((0,_record_js__WEBPACK_IMPORTED_MODULE_0__.i)(/^\d+:\d+:\d+$/)),
	keyHash: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.o)((0,_record_js__WEBPACK_IMPORTED_MODULE_0__.i)(/^[0-9a-f]{64}$/)),
	inPlace: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.o)(_record_js__WEBPACK_IMPORTED_MODULE_0__.n)
}, ({ path: target, temporary }) => temporaryName.test(node_path__WEBPACK_IMPORTED_MODULE_2__.relative(node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(target), temporary)));

}),

1099:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => parseKeyPairRecord,
t: () => keyPairIdPattern
});
var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8962);

// src/ec2/key-pair-record.ts
const keyPairIdPattern = /^key-[0-9a-f]+$/;
const parseKeyPairRecord = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.s)("key-pair", {
	region: _record_js__WEBPACK_IMPORTED_MODULE_0__.a,
	keyName: _record_js__WEBPACK_IMPORTED_MODULE_0__.a,
	nonce: _record_js__WEBPACK_IMPORTED_MODULE_0__.a,
	credentials: _record_js__WEBPACK_IMPORTED_MODULE_0__.a,
	account: _record_js__WEBPACK_IMPORTED_MODULE_0__.a,
	source: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.o)(_record_js__WEBPACK_IMPORTED_MODULE_0__.a),
	endpoint: _record_js__WEBPACK_IMPORTED_MODULE_0__.a,
	keyPairId: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.o)((0,_record_js__WEBPACK_IMPORTED_MODULE_0__.i)(keyPairIdPattern)),
	unanswered: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.o)(Number.isSafeInteger)
});

}),

2166:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => stringsIn,
t: () => processNumbers
});
var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);

// src/runner/processes.ts
function processNumbers() {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)("/proc").map(Number).filter(Number.isInteger);
	} catch {
		return [];
	}
}
function stringsIn(file) {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, "utf8").split("\0");
	} catch {
		return [];
	}
}

}),

8962:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => nonEmpty,
i: () => matching,
n: () => isTrue,
o: () => optional,
r: () => listOf,
s: () => recordParser,
t: () => absolutePath
});
var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

// src/ledger/record.ts
function recordParser(kind, fields, fits = () => true) {
	const checks = Object.entries(fields);
	return (value) => {
		if (typeof value !== "object" || value === null || !("kind" in value) || value.kind !== kind) return void 0;
		const given = new Map(Object.entries(value));
		if (!checks.every(([name, check]) => check(given.get(name)))) return void 0;
		const record = value;
		return fits(record) ? record : void 0;
	};
}
const nonEmpty = (value) => typeof value === "string" && value !== "";
const absolutePath = (value) => typeof value === "string" && node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute(value);
const isTrue = (value) => value === true;
function matching(pattern) {
	return (value) => typeof value === "string" && pattern.test(value);
}
function listOf(check) {
	return (value) => Array.isArray(value) && value.every(check);
}
function optional(check) {
	return (value) => value === void 0 || check(value);
}

}),

170:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => undoneOf,
c: () => writeKept,
i: () => sentenceOf,
n: () => releaseClaim,
o: () => unreleased,
r: () => releaseLastFirst,
s: () => writeFact,
t: () => isReleased
});
// src/ledger/ledger.ts
function writeFact(ledger, claim, fact, record) {
	ledger.append(`claim-${claim}-${fact}`, JSON.stringify(record ?? true));
}
function writeKept(ledger, claims) {
	if (claims.length > 0) ledger.append(`claim-${claims.join("-")}-kept`, "true");
}
// src/ledger/release.ts
async function releaseLastFirst(claims, ledger) {
	const outcomes = [];
	for (const claim of claims.toReversed()) outcomes.push(await releaseClaim(claim, ledger));
	return outcomes;
}
async function releaseClaim(claim, ledger) {
	const outcome = await attemptRelease(claim);
	if (isReleased(outcome)) recordReleased(claim, ledger);
	return outcome;
}
function isReleased({ outcome }) {
	return outcome === "done" || outcome === "already-gone";
}
function undoneOf(outcomes) {
	return outcomes.flatMap((outcome) => "undone" in outcome ? outcome.undone ?? [] : []);
}
function sentenceOf(open) {
	if (open.outcome === "left") return `Not cleaned up: ${open.what}: ${open.why.replace(/\.$/, "")}.`;
	return `Not found: ${open.what}. EC2 may still create it, because a request got no clear answer.`;
}
function unreleased(outcomes) {
	return outcomes.filter((outcome) => outcome.outcome === "left" || outcome.outcome === "not-found");
}
async function attemptRelease({ kind, record }) {
	try {
		return await kind.release(record);
	} catch (error) {
		const why = error instanceof Error ? error.message : "unknown error";
		return {
			outcome: "left",
			what: `a ${record.kind} recorded by this step`,
			why
		};
	}
}
function recordReleased({ number }, ledger) {
	try {
		writeFact(ledger, number, "released");
	} catch {}
}

}),

7672:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => maskProxyPasswords,
c: () => exportVariable,
d: () => isOutputFile,
f: () => outputFile,
i: () => openKeyPairs,
l: () => openDestination,
m: () => setOutputs,
n: () => postRetryPolicy,
o: () => agentSocket,
p: () => setOutput,
r: () => claimKinds,
s: () => childEnvironment,
t: () => mainRetryPolicy,
u: () => openSource
});
var _command_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5113);
var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9329);
var _workflow_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7386);
var _aborted_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9060);
var _record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8962);
var _file_record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5371);
var _key_pair_record_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1099);
var _processes_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2166);
var node_path__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6760);
var node_timers_promises__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8500);

// src/runner/outputs.ts
function setOutput(name, value) {
	(0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.i)("GITHUB_OUTPUT", () => (0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.f)(name, value));
}
function setOutputs(outputs) {
	for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}
function outputFile() {
	return (0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.t)("GITHUB_OUTPUT");
}
function isOutputFile(file) {
	return (0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.n)(process.env["GITHUB_OUTPUT"] ?? "", file);
}
// src/destinations/agent/agent-record.ts
const ownSocket = /[\\/]ssh-agent-[0-9a-f]{8}[\\/]socket$/;
function parseAgentRecord(value) {
	const record = parseFields(value);
	return record?.startedBy === "this-step" && !ownSocket.test(record.socket) ? void 0 : record;
}
const parseFields = (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.s)("agent", {
	socket: _record_js__WEBPACK_IMPORTED_MODULE_3__.t,
	startedBy: (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.i)(/^(this-step|others)$/),
	publicKey: (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.o)((0,_record_js__WEBPACK_IMPORTED_MODULE_3__.i)(/^ssh-(rsa|ed25519) [\w+/]+=*$/))
});
// src/destinations/kinds.ts
const destinationKinds = {
	output: {
		parse: (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.s)("output", {
			path: _record_js__WEBPACK_IMPORTED_MODULE_3__.t,
			filled: (0,_record_js__WEBPACK_IMPORTED_MODULE_3__.o)(_record_js__WEBPACK_IMPORTED_MODULE_3__.n)
		}),
		open: async (...args) => (await __webpack_require__.e(/* import() */ 9946).then(__webpack_require__.bind(__webpack_require__, 9946))).openOutput(...args),
		release: async (record) => (await __webpack_require__.e(/* import() */ 9946).then(__webpack_require__.bind(__webpack_require__, 9946))).releaseOutput(record)
	},
	agent: {
		parse: parseAgentRecord,
		open: async (...args) => (await __webpack_require__.e(/* import() */ 6502).then(__webpack_require__.bind(__webpack_require__, 6502))).openAgent(...args),
		release: async (...args) => (await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(853)]).then(__webpack_require__.bind(__webpack_require__, 2435))).releaseAgent(...args)
	},
	file: {
		parse: _file_record_js__WEBPACK_IMPORTED_MODULE_4__.a,
		open: async (...args) => (await __webpack_require__.e(/* import() */ 6093).then(__webpack_require__.bind(__webpack_require__, 6093))).openFile(...args),
		release: async (record) => (await __webpack_require__.e(/* import() */ 8228).then(__webpack_require__.bind(__webpack_require__, 8228))).releaseFile(record)
	}
};
function openDestination(request, pair, context) {
	return openKind(request.kind, request, pair, context);
}
function openKind(kind, request, pair, context) {
	return destinationKinds[kind].open(request, pair, context);
}
async function openSource(request, folders) {
	const { keyFileSource } = await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(5845)]).then(__webpack_require__.bind(__webpack_require__, 6419));
	return keyFileSource(request, folders);
}
// src/runner/child-processes.ts
const pause = 20;
const maxPolls = 50;
const names = [
	"PATH",
	"HOME",
	"RUNNER_TRACKING_ID",
	"SystemRoot",
	"TEMP"
];
function childEnvironment() {
	return Object.fromEntries(names.flatMap((name) => {
		const value = process.env[name];
		return value === void 0 ? [] : [[name, value]];
	}));
}
function agentSocket() {
	return process.env["SSH_AUTH_SOCK"] || void 0;
}
function exportVariable(name, value) {
	(0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.i)("GITHUB_ENV", () => (0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.s)(name, value));
}
async function endAgents(socket) {
	if (agentsAt(socket).length === 0) return false;
	for (const signal of ["SIGTERM", "SIGKILL"]) {
		for (const pid of agentsAt(socket)) trySignal(pid, signal);
		for (let polls = 0; polls < maxPolls; polls += 1) {
			if (agentsAt(socket).length === 0) return true;
			await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_8__.setTimeout)(pause);
		}
	}
	return agentsAt(socket).length === 0;
}
function agentsAt(socket) {
	return (0,_processes_js__WEBPACK_IMPORTED_MODULE_6__.t)().filter((pid) => isAgent(pid, socket));
}
function trySignal(pid, signal) {
	try {
		process.kill(pid, signal);
	} catch {}
}
function isAgent(pid, socket) {
	const [program = "", ...args] = (0,_processes_js__WEBPACK_IMPORTED_MODULE_6__.n)(`/proc/${pid}/cmdline`);
	const [foreground, option, listensAt] = args;
	return node_path__WEBPACK_IMPORTED_MODULE_7__.basename(program) === "ssh-agent" && foreground === "-D" && option === "-a" && listensAt === socket;
}
// src/step/proxy-passwords.ts
async function maskProxyPasswords(variables) {
	if (!Object.keys(variables).some((name) => /_proxy$/i.test(name))) return;
	const { proxySecrets } = await __webpack_require__.e(/* import() */ 7053).then(__webpack_require__.bind(__webpack_require__, 7053));
	const secrets = proxySecrets(variables);
	if (secrets.length > 0) await (0,_workflow_js__WEBPACK_IMPORTED_MODULE_2__.u)(secrets);
}
// src/step/claim-kinds.ts
function claimKinds(open, isOutputFile) {
	const { output, agent, ...otherDestinations } = destinationKinds;
	const context = {
		childEnvironment: childEnvironment(),
		temp: (0,_workflow_js__WEBPACK_IMPORTED_MODULE_2__.c)(),
		endAgents
	};
	return {
		"key-pair": {
			parse: _key_pair_record_js__WEBPACK_IMPORTED_MODULE_5__.n,
			release: async (record) => (await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(5182)]).then(__webpack_require__.bind(__webpack_require__, 116))).releaseKeyPair(record, open)
		},
		output: {
			...output,
			parse(value) {
				const record = output.parse(value);
				return record !== void 0 && isOutputFile(record.path) ? record : void 0;
			}
		},
		agent: {
			...agent,
			release: (record) => agent.release(record, context)
		},
		...otherDestinations
	};
}
async function openKeyPairs(region, policy) {
	const { openKeyPairSession } = await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(6829)]).then(__webpack_require__.bind(__webpack_require__, 7327));
	(0,_workflow_js__WEBPACK_IMPORTED_MODULE_2__.t)();
	await maskProxyPasswords(process.env);
	const opened = openKeyPairSession(region, policy, process.env);
	return {
		...await (0,_aborted_js__WEBPACK_IMPORTED_MODULE_9__.t)(opened, policy.signal),
		run: (0,_workflow_js__WEBPACK_IMPORTED_MODULE_2__.l)()
	};
}
// src/step/retry-policies.ts
const lookFor = 3e3;
const timeLimitOfMain = 9e4;
const timeOfMain = 6e4;
const timeOfPost = 22e3;
function mainRetryPolicy() {
	const outOfTime = new AbortController();
	setTimeout(() => outOfTime.abort(), timeLimitOfMain).unref();
	return {
		total: timeOfMain,
		base: 200,
		cap: 5e3,
		insistFor: 1e4,
		lookFor,
		searchFor: 0,
		signal: outOfTime.signal,
		onRetry: printReasons()
	};
}
function postRetryPolicy(signal) {
	return {
		total: timeOfPost,
		base: 200,
		cap: 1e3,
		insistFor: timeOfPost,
		lookFor,
		searchFor: timeOfPost,
		signal,
		onRetry: printReasons()
	};
}
function printReasons() {
	const printed = new Set();
	return async (error, within) => {
		const { retryNotice } = await Promise.all(/* import() */[__webpack_require__.e(3066), __webpack_require__.e(3784)]).then(__webpack_require__.bind(__webpack_require__, 254));
		const notice = `${retryNotice(error, "EC2")} Retrying for up to ${within / 1e3} s.`;
		if (!printed.has(notice)) _log_js__WEBPACK_IMPORTED_MODULE_1__.t.info(notice);
		printed.add(notice);
	};
}

}),

4018:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
run: () => run
});
var _log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9329);
var _summary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8883);
var _aborted_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(9060);
var _retry_policies_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7672);
var _aws_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3066);
var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9432);
var _release_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(170);
var _command_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5113);
var _workflow_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7386);
var node_crypto__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7598);
var node_path__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6760);
var node_fs__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3024);

// src/ledger/ledger-claims.ts
var LedgerClaims = class {
	#ledger;
	#kinds;
	#count = 0;
	constructor(ledger, kinds) {
		this.#ledger = ledger;
		this.#kinds = kinds;
	}
	async undoOnFailure(work) {
		const open = new Set();
		try {
			const result = await work({ intend: (record, retention) => this.#intend(open, record, retention) });
			const kept = [...open].filter(({ retention }) => retention === "beyond");
			(0,_release_js__WEBPACK_IMPORTED_MODULE_10__.c)(this.#ledger, kept.map(({ number }) => number));
			return result;
		} catch (error) {
			throw withUndoing(error, await (0,_release_js__WEBPACK_IMPORTED_MODULE_10__.r)([...open], this.#ledger));
		}
	}
	#intend(open, record, retention) {
		const kind = this.#kinds[record.kind];
		this.#count += 1;
		const claim = {
			number: this.#count,
			kind,
			record,
			retention
		};
		(0,_release_js__WEBPACK_IMPORTED_MODULE_10__.s)(this.#ledger, claim.number, "intended", record);
		open.add(claim);
		return {
			held: (now) => {
				claim.record = now;
				(0,_release_js__WEBPACK_IMPORTED_MODULE_10__.s)(this.#ledger, claim.number, "held", now);
			},
			cancelled: () => {
				(0,_release_js__WEBPACK_IMPORTED_MODULE_10__.s)(this.#ledger, claim.number, "released");
				open.delete(claim);
			},
			release: async () => {
				const outcome = await (0,_release_js__WEBPACK_IMPORTED_MODULE_10__.n)(claim, this.#ledger);
				if ((0,_release_js__WEBPACK_IMPORTED_MODULE_10__.t)(outcome)) open.delete(claim);
				else claim.retention = "job";
				return outcome;
			}
		};
	}
};
function withUndoing(error, outcomes) {
	const undone = (0,_release_js__WEBPACK_IMPORTED_MODULE_10__.a)(outcomes);
	const left = (0,_release_js__WEBPACK_IMPORTED_MODULE_10__.o)(outcomes);
	if (undone.length + left.length === 0) return error;
	const { code, message, hint, details } = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_4__.t ? error : (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.i)(error);
	const hints = hint === void 0 ? [] : [hint];
	if (left.length > 0) hints.push("The post step will try again.");
	const commands = left.flatMap(({ command }) => command ?? []);
	if (commands.length > 0) hints.push("To delete it yourself:", ...commands);
	return new _errors_js__WEBPACK_IMPORTED_MODULE_4__.t(code, [
		message,
		...undone,
		...left.map(_release_js__WEBPACK_IMPORTED_MODULE_10__.i)
	].join("\n"), {
		hint: hints.length === 0 ? void 0 : hints.join("\n"),
		details,
		cause: error
	});
}
// src/runner/list-file.ts
function writeListFile(json, temp, random) {
	const file = node_path__WEBPACK_IMPORTED_MODULE_8__.join(temp, `key-pairs-${random}.json`);
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_9__.mkdirSync)(temp, { recursive: true });
		(0,node_fs__WEBPACK_IMPORTED_MODULE_9__.writeFileSync)(file, `${json}\n`, {
			flag: "wx",
			mode: 384
		});
	} catch (error) {
		throw (0,_command_file_js__WEBPACK_IMPORTED_MODULE_5__.r)(file, error);
	}
	return file.replaceAll(node_path__WEBPACK_IMPORTED_MODULE_8__.sep, "/");
}
// src/step/open-step.ts
async function openStep({ region: regionName, needsArn }, ledger) {
	(0,_workflow_js__WEBPACK_IMPORTED_MODULE_6__.t)();
	const policy = (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_2__.t)();
	await (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_2__.a)(process.env);
	const { session, accountId, ...access } = await (0,_aborted_js__WEBPACK_IMPORTED_MODULE_11__.t)((0,_aws_js__WEBPACK_IMPORTED_MODULE_3__.t)(regionName, policy, process.env, _log_js__WEBPACK_IMPORTED_MODULE_0__.t.warning), policy.signal);
	const { region } = session;
	const { keyPairs, caller, endpoint } = access;
	const addArn = accountId || needsArn ? await (await Promise.all(/* import() */[__webpack_require__.e(8128), __webpack_require__.e(8736)]).then(__webpack_require__.bind(__webpack_require__, 8736))).addsArn(session, accountId) : void 0;
	const run = (0,_workflow_js__WEBPACK_IMPORTED_MODULE_6__.l)();
	const context = deliveryContext();
	const { folders, randomHex } = context;
	const openRegion = async (other) => other === region ? {
		...access,
		run
	} : (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_2__.i)(other, policy);
	return {
		run,
		region,
		caller,
		endpoint,
		keyPairs,
		claims: new LedgerClaims(ledger, (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_2__.r)(openRegion, _retry_policies_js__WEBPACK_IMPORTED_MODULE_2__.d)),
		log: _log_js__WEBPACK_IMPORTED_MODULE_0__.t,
		registerMasks: _workflow_js__WEBPACK_IMPORTED_MODULE_6__.u,
		now: () => new Date(),
		randomHex,
		openDestination: (request, pair) => (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_2__.l)(request, pair, context),
		openSource: (request) => (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_2__.u)(request, folders),
		async readWorkspaceFile(path) {
			const { readGivenFile } = await __webpack_require__.e(/* import() */ 5523).then(__webpack_require__.bind(__webpack_require__, 5523));
			return readGivenFile(path, folders);
		},
		async findReferences(keyNames) {
			const { findReferences } = await __webpack_require__.e(/* import() */ 4649).then(__webpack_require__.bind(__webpack_require__, 4649));
			return findReferences(keyNames, session);
		},
		writeListFile: (json) => writeListFile(json, folders.temp, randomHex(4)),
		setOutputs: (outputs) => (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_2__.m)(addArn?.(outputs) ?? outputs)
	};
}
function deliveryContext() {
	return {
		folders: (0,_workflow_js__WEBPACK_IMPORTED_MODULE_6__.r)(),
		keepsFiles: (0,_workflow_js__WEBPACK_IMPORTED_MODULE_6__.i)(),
		stepId: (0,_workflow_js__WEBPACK_IMPORTED_MODULE_6__.o)(),
		randomHex: (bytes) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_7__.randomBytes)(bytes).toString("hex"),
		userId: process.geteuid?.(),
		restrictToOwner: process.platform === "win32" ? restrictToOwnerOnWindows : void 0,
		outputFile: _retry_policies_js__WEBPACK_IMPORTED_MODULE_2__.f,
		setOutput: _retry_policies_js__WEBPACK_IMPORTED_MODULE_2__.p,
		systemTemp: (0,_workflow_js__WEBPACK_IMPORTED_MODULE_6__.s)(),
		agentSocket: (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_2__.o)(),
		childEnvironment: (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_2__.s)(),
		exportVariable: _retry_policies_js__WEBPACK_IMPORTED_MODULE_2__.c
	};
}
async function restrictToOwnerOnWindows(target) {
	const { restrictToOwner } = await __webpack_require__.e(/* import() */ 4119).then(__webpack_require__.bind(__webpack_require__, 4119));
	const { windowsPrograms } = await __webpack_require__.e(/* import() */ 9498).then(__webpack_require__.bind(__webpack_require__, 9498));
	await restrictToOwner(target, windowsPrograms());
}
// src/step/run.ts
async function run(operation, request, ledger) {
	const step = await openStep(request, ledger);
	const plan = await operation.plan(request, step);
	if (request.dryRun) {
		const { reportPreview } = await __webpack_require__.e(/* import() */ 8144).then(__webpack_require__.bind(__webpack_require__, 8144));
		return reportPreview(await operation.preview(plan, step), step);
	}
	const { lines, warnings, summary } = await operation.execute(plan, step);
	for (const line of lines) _log_js__WEBPACK_IMPORTED_MODULE_0__.t.info(line);
	for (const warning of warnings) _log_js__WEBPACK_IMPORTED_MODULE_0__.t.warning(warning);
	(0,_summary_js__WEBPACK_IMPORTED_MODULE_1__.t)(summary);
}

}),

8883:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => writeSummary
});
var _command_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5113);
var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9329);
var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
var node_fs__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3024);

// src/runner/summary.ts
const maxUnwrapped = 24;
function writeSummary(summary) {
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_3__.appendFileSync)((0,_command_file_js__WEBPACK_IMPORTED_MODULE_0__.t)("GITHUB_STEP_SUMMARY"), `${htmlOf(summary).join(node_os__WEBPACK_IMPORTED_MODULE_2__.EOL)}${node_os__WEBPACK_IMPORTED_MODULE_2__.EOL}`);
	} catch (error) {
		_log_js__WEBPACK_IMPORTED_MODULE_1__.t.debug(`The job summary could not be written: ${error instanceof Error ? error.message : "unknown"}`);
	}
}
function htmlOf({ heading, subject, columns, rows, notes = [] }) {
	const about = subject === void 0 ? "" : `: ${code(subject)}`;
	const html = [`<h3>${(0,_log_js__WEBPACK_IMPORTED_MODULE_1__.n)(heading)}${about}</h3>`, ""];
	if (rows.length > 0) {
		html.push("<table>");
		if (columns !== void 0) html.push(`<tr>${columns.map(headingCell).join("")}</tr>`);
		for (const row of rows) html.push(`<tr>${row.map(columns === void 0 ? labeledCell : cell).join("")}</tr>`);
		html.push("</table>", "");
	}
	for (const note of notes) html.push(...noteLines(note), "");
	return html;
}
function labeledCell(content, column) {
	return column === 0 && typeof content === "string" ? headingCell(content) : cell(content);
}
function headingCell(text) {
	return `<th align="left" nowrap>${(0,_log_js__WEBPACK_IMPORTED_MODULE_1__.n)(text)}</th>`;
}
function cell(content) {
	if (typeof content === "string") return proseCell(content);
	const { value, note = "", url } = content;
	if (value === "") return "<td></td>";
	return `<td>${url === void 0 ? code(value) : `<a href="${(0,_log_js__WEBPACK_IMPORTED_MODULE_1__.n)(url)}">${code(value)}</a>`}${note === "" ? "" : ` (${(0,_log_js__WEBPACK_IMPORTED_MODULE_1__.n)(note)})`}</td>`;
}
function proseCell(text) {
	return `${text !== "" && text.length <= maxUnwrapped ? "<td nowrap>" : "<td>"}${(0,_log_js__WEBPACK_IMPORTED_MODULE_1__.n)(text)}</td>`;
}
function code(value) {
	return `<code>${(0,_log_js__WEBPACK_IMPORTED_MODULE_1__.n)(value)}</code>`;
}
function noteLines(note) {
	if (typeof note === "string") return [`<p>${(0,_log_js__WEBPACK_IMPORTED_MODULE_1__.n)(note)}</p>`];
	return [`<p>${(0,_log_js__WEBPACK_IMPORTED_MODULE_1__.n)(note.text)}</p>`, `<pre>${code(note.command)}</pre>`];
}

})

};
