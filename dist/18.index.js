export const id = 18;
export const ids = [18];
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
a: () => trialLinkOf,
i: () => parseFileRecord,
n: () => keyHashOf,
r: () => maxKeyFileBytes,
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
function trialLinkOf({ temporary }) {
	return `${temporary}-link`;
}
const temporaryName = /^\.ec2-key-pair-[0-9a-f]{16}(?:[\\/]key)?$/;
const parseFileRecord = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.o)("file", {
	path: _record_js__WEBPACK_IMPORTED_MODULE_0__.t,
	temporary: _record_js__WEBPACK_IMPORTED_MODULE_0__.t,
	folders: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.n)(_record_js__WEBPACK_IMPORTED_MODULE_0__.t),
	identity: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_record_js__WEBPACK_IMPORTED_MODULE_0__.r)(/^\d+:\d+:\d+$/)),
	keyHash: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_record_js__WEBPACK_IMPORTED_MODULE_0__.r)(/^[0-9a-f]{64}$/)),
	inPlace: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.a)((value) => value === true)
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
const parseKeyPairRecord = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.o)("key-pair", {
	region: _record_js__WEBPACK_IMPORTED_MODULE_0__.i,
	keyName: _record_js__WEBPACK_IMPORTED_MODULE_0__.i,
	nonce: _record_js__WEBPACK_IMPORTED_MODULE_0__.i,
	credentials: _record_js__WEBPACK_IMPORTED_MODULE_0__.i,
	endpoint: _record_js__WEBPACK_IMPORTED_MODULE_0__.i,
	keyPairId: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_record_js__WEBPACK_IMPORTED_MODULE_0__.r)(keyPairIdPattern)),
	unanswered: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.a)(Number.isSafeInteger)
});

}),

8962:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => optional,
i: () => nonEmpty,
n: () => listOf,
o: () => recordParser,
r: () => matching,
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
a: () => openDestination,
c: () => outputFile,
d: () => writeSummary,
i: () => openKeyPairs,
l: () => setOutput,
n: () => postRetryPolicy,
o: () => openSource,
r: () => claimKinds,
s: () => isOutputFile,
t: () => mainRetryPolicy,
u: () => setOutputs
});
var _workflow_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7386);
var _aborted_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9060);
var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8962);
var _file_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5371);
var _key_pair_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1099);
var node_os__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8161);
var node_fs__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3024);

// src/runner/summary.ts
const maxUnwrapped = 24;
function writeSummary(summary) {
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_5__.appendFileSync)((0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.o)("GITHUB_STEP_SUMMARY"), `${htmlOf(summary).join(node_os__WEBPACK_IMPORTED_MODULE_4__.EOL)}${node_os__WEBPACK_IMPORTED_MODULE_4__.EOL}`);
	} catch (error) {
		_workflow_js__WEBPACK_IMPORTED_MODULE_0__.u.debug(`The job summary could not be written: ${error instanceof Error ? error.message : "unknown"}`);
	}
}
function htmlOf({ heading, subject, columns, rows, notes = [] }) {
	const about = subject === void 0 ? "" : `: ${code(subject)}`;
	const html = [`<h3>${(0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.d)(heading)}${about}</h3>`, ""];
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
	return `<th align="left" nowrap>${(0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.d)(text)}</th>`;
}
function cell(content) {
	if (typeof content === "string") return proseCell(content);
	const { value, note = "", url } = content;
	if (value === "") return "<td></td>";
	return `<td>${url === void 0 ? code(value) : `<a href="${(0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.d)(url)}">${code(value)}</a>`}${note === "" ? "" : ` (${(0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.d)(note)})`}</td>`;
}
function proseCell(text) {
	return `${text !== "" && text.length <= maxUnwrapped ? "<td nowrap>" : "<td>"}${(0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.d)(text)}</td>`;
}
function code(value) {
	return `<code>${(0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.d)(value)}</code>`;
}
function noteLines(note) {
	if (typeof note === "string") return [`<p>${(0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.d)(note)}</p>`];
	return [`<p>${(0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.d)(note.text)}</p>`, `<pre>${code(note.command)}</pre>`];
}
// src/runner/outputs.ts
function setOutput(name, value) {
	(0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.l)("GITHUB_OUTPUT", () => (0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.p)(name, value));
}
function setOutputs(outputs) {
	for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}
function outputFile() {
	return (0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.o)("GITHUB_OUTPUT");
}
function isOutputFile(file) {
	return (0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.s)(process.env["GITHUB_OUTPUT"] ?? "", file);
}
// src/destinations/kinds.ts
const destinationKinds = {
	output: {
		parse: (0,_record_js__WEBPACK_IMPORTED_MODULE_1__.o)("output", { path: _record_js__WEBPACK_IMPORTED_MODULE_1__.t }),
		open: async (...args) => (await __webpack_require__.e(/* import() */ 946).then(__webpack_require__.bind(__webpack_require__, 9946))).openOutput(...args),
		release: async (record) => (await __webpack_require__.e(/* import() */ 946).then(__webpack_require__.bind(__webpack_require__, 9946))).releaseOutput(record)
	},
	file: {
		parse: _file_record_js__WEBPACK_IMPORTED_MODULE_2__.i,
		open: async (...args) => (await __webpack_require__.e(/* import() */ 93).then(__webpack_require__.bind(__webpack_require__, 6093))).openFile(...args),
		release: async (record) => (await __webpack_require__.e(/* import() */ 228).then(__webpack_require__.bind(__webpack_require__, 8228))).releaseFile(record)
	}
};
function openDestination(request, pair, context) {
	return openKind(request.kind, request, pair, context);
}
function openKind(kind, request, pair, context) {
	return destinationKinds[kind].open(request, pair, context);
}
async function openSource({ path }, folders) {
	const { keyFileSource } = await Promise.all(/* import() */[__webpack_require__.e(685), __webpack_require__.e(845)]).then(__webpack_require__.bind(__webpack_require__, 6419));
	return keyFileSource(path, folders);
}
// src/step/claim-kinds.ts
function claimKinds(open, isOutputFile) {
	const { output, ...otherDestinations } = destinationKinds;
	return {
		"key-pair": {
			parse: _key_pair_record_js__WEBPACK_IMPORTED_MODULE_3__.n,
			release: async (record) => (await Promise.all(/* import() */[__webpack_require__.e(685), __webpack_require__.e(182)]).then(__webpack_require__.bind(__webpack_require__, 116))).releaseKeyPair(record, open)
		},
		output: {
			...output,
			parse(value) {
				const record = output.parse(value);
				return record !== void 0 && isOutputFile(record.path) ? record : void 0;
			}
		},
		...otherDestinations
	};
}
async function openKeyPairs(region, policy) {
	const { openKeyPairSession } = await Promise.all(/* import() */[__webpack_require__.e(685), __webpack_require__.e(829)]).then(__webpack_require__.bind(__webpack_require__, 7327));
	const opened = openKeyPairSession(region, policy, (0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.i)());
	return {
		...await (0,_aborted_js__WEBPACK_IMPORTED_MODULE_6__.t)(opened, policy.signal),
		run: (0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.a)()
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
		const { retryNotice } = await Promise.all(/* import() */[__webpack_require__.e(685), __webpack_require__.e(784)]).then(__webpack_require__.bind(__webpack_require__, 254));
		const notice = `${retryNotice(error, "EC2")} Retrying for up to ${within / 1e3} s.`;
		if (!printed.has(notice)) _workflow_js__WEBPACK_IMPORTED_MODULE_0__.u.info(notice);
		printed.add(notice);
	};
}

}),

4018:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
run: () => run
});
var _workflow_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7386);
var _retry_policies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7672);
var _aborted_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9060);
var _aws_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3066);
var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9432);
var _release_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(170);
var _masks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2646);
var node_crypto__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7598);
var node_path__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6760);
var node_fs__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3024);

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
			(0,_release_js__WEBPACK_IMPORTED_MODULE_8__.c)(this.#ledger, kept.map(({ number }) => number));
			return result;
		} catch (error) {
			throw withUndoing(error, await (0,_release_js__WEBPACK_IMPORTED_MODULE_8__.r)([...open], this.#ledger));
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
		(0,_release_js__WEBPACK_IMPORTED_MODULE_8__.s)(this.#ledger, claim.number, "intended", record);
		open.add(claim);
		return {
			held: (now) => {
				claim.record = now;
				(0,_release_js__WEBPACK_IMPORTED_MODULE_8__.s)(this.#ledger, claim.number, "held", now);
			},
			cancelled: () => {
				(0,_release_js__WEBPACK_IMPORTED_MODULE_8__.s)(this.#ledger, claim.number, "released");
				open.delete(claim);
			},
			release: async () => {
				const outcome = await (0,_release_js__WEBPACK_IMPORTED_MODULE_8__.n)(claim, this.#ledger);
				if ((0,_release_js__WEBPACK_IMPORTED_MODULE_8__.t)(outcome)) open.delete(claim);
				else claim.retention = "job";
				return outcome;
			}
		};
	}
};
function withUndoing(error, outcomes) {
	const undone = (0,_release_js__WEBPACK_IMPORTED_MODULE_8__.a)(outcomes);
	const left = (0,_release_js__WEBPACK_IMPORTED_MODULE_8__.o)(outcomes);
	if (undone.length + left.length === 0) return error;
	const { code, message, hint } = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__.t ? error : (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.i)(error);
	const hints = hint === void 0 ? [] : [hint];
	if (left.length > 0) hints.push("The post step will try again.");
	const commands = left.flatMap(({ command }) => command ?? []);
	if (commands.length > 0) hints.push(`To delete it yourself: ${commands.join(" ; ")}`);
	return new _errors_js__WEBPACK_IMPORTED_MODULE_3__.t(code, [
		message,
		...undone,
		...left.map(_release_js__WEBPACK_IMPORTED_MODULE_8__.i)
	].join("\n"), {
		...hints.length === 0 ? {} : { hint: hints.join("\n") },
		cause: error
	});
}
// src/runner/list-file.ts
function writeListFile(json, temp, random) {
	const file = node_path__WEBPACK_IMPORTED_MODULE_6__.join(temp, `key-pairs-${random}.json`);
	(0,node_fs__WEBPACK_IMPORTED_MODULE_7__.writeFileSync)(file, `${json}\n`, {
		flag: "wx",
		mode: 384
	});
	return file.replaceAll(node_path__WEBPACK_IMPORTED_MODULE_6__.sep, "/");
}
// src/step/open-step.ts
async function openStep(regionName, ledger) {
	const policy = (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.t)();
	const { session, keyPairs, credentialsId, endpoint } = await (0,_aborted_js__WEBPACK_IMPORTED_MODULE_9__.t)((0,_aws_js__WEBPACK_IMPORTED_MODULE_2__.t)(regionName, policy, (0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.i)()), policy.signal);
	const { region } = session;
	const run = (0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.a)();
	const context = deliveryContext();
	const { folders, randomHex } = context;
	const openRegion = async (other) => other === region ? {
		keyPairs,
		credentialsId,
		endpoint,
		run
	} : (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.i)(other, policy);
	return {
		run,
		region,
		credentialsId,
		endpoint,
		keyPairs,
		claims: new LedgerClaims(ledger, (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.r)(openRegion, _retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.s)),
		log: _workflow_js__WEBPACK_IMPORTED_MODULE_0__.u,
		registerMasks: _masks_js__WEBPACK_IMPORTED_MODULE_4__.t,
		now: () => new Date(),
		randomHex,
		openDestination: (request, pair) => (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.a)(request, pair, context),
		openSource: (request) => (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.o)(request, folders),
		async readWorkspaceFile(path) {
			const { readGivenFile } = await __webpack_require__.e(/* import() */ 523).then(__webpack_require__.bind(__webpack_require__, 5523));
			return readGivenFile(path, folders);
		},
		async findReferences(keyNames) {
			const { findReferences } = await __webpack_require__.e(/* import() */ 649).then(__webpack_require__.bind(__webpack_require__, 4649));
			return findReferences(keyNames, session, policy.signal);
		},
		writeListFile: (json) => writeListFile(json, folders.temp, randomHex(4)),
		setOutputs: (outputs) => (0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.u)(outputs)
	};
}
function deliveryContext() {
	return {
		folders: (0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.t)(),
		stepId: (0,_workflow_js__WEBPACK_IMPORTED_MODULE_0__.r)(),
		randomHex: (bytes) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_5__.randomBytes)(bytes).toString("hex"),
		userId: process.geteuid?.(),
		restrictToOwner: process.platform === "win32" ? restrictToOwnerOnWindows : void 0,
		outputFile: _retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.c,
		setOutput: _retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.l
	};
}
async function restrictToOwnerOnWindows(target) {
	const { restrictToOwner } = await __webpack_require__.e(/* import() */ 119).then(__webpack_require__.bind(__webpack_require__, 4119));
	const { windowsPrograms } = await __webpack_require__.e(/* import() */ 498).then(__webpack_require__.bind(__webpack_require__, 9498));
	await restrictToOwner(target, windowsPrograms());
}
// src/step/run.ts
async function run(operation, request, ledger) {
	const step = await openStep(request.region, ledger);
	const plan = await operation.plan(request, step);
	if (request.dryRun) return preview(operation.preview(plan, step), step.region);
	const { lines, warnings, summary } = await operation.execute(plan, step);
	for (const line of lines) _workflow_js__WEBPACK_IMPORTED_MODULE_0__.u.info(line);
	for (const warning of warnings) _workflow_js__WEBPACK_IMPORTED_MODULE_0__.u.warning(warning);
	(0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.d)(summary);
}
async function preview(actions, region) {
	for (const { text } of actions) _workflow_js__WEBPACK_IMPORTED_MODULE_0__.u.info(`Dry run: would ${text}.`);
	const checks = actions.flatMap(({ checkPermission }) => checkPermission ?? []);
	for (const check of checks) await check();
	_workflow_js__WEBPACK_IMPORTED_MODULE_0__.u.info(checks.length > 0 ? "Dry run: EC2 would allow this. Nothing was changed." : "Dry run: nothing was changed.");
	(0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.u)({
		"aws-region": region,
		created: "false",
		deleted: "0"
	});
	(0,_retry_policies_js__WEBPACK_IMPORTED_MODULE_1__.d)({
		heading: "EC2 key pair: dry run, nothing was changed",
		rows: actions.map(({ text }, index) => [String(index + 1), `Would ${text}`])
	});
}

})

};
