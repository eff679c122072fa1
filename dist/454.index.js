export const id = 454;
export const ids = [454];
export const modules = {

6909:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => clockError,
t: () => answeredAt
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);

// src/aws/clock.ts
function answeredAt(error) {
	if (error instanceof _aws_js__WEBPACK_IMPORTED_MODULE_0__.Y) return answeredAt(error.cause);
	if (!(error instanceof Error && "$response" in error)) return void 0;
	const { headers } = error.$response;
	const time = new Date(headers?.["date"] ?? "");
	return Number.isNaN(time.getTime()) ? void 0 : time;
}
const tolerance = 24e4;
function clockError(error, service) {
	const time = answeredAt(error);
	const ahead = time === void 0 ? 0 : Date.now() - time.getTime();
	if (Math.abs(ahead) < tolerance) return void 0;
	return `The clock of this runner is ${duration(Math.abs(ahead))} ${ahead > 0 ? "ahead of" : "behind"} ${service}'s.`;
}
function duration(milliseconds) {
	const minutes = Math.round(milliseconds / 6e4);
	const units = [
		["d", Math.floor(minutes / 1440)],
		["h", Math.floor(minutes / 60) % 24],
		["min", minutes % 60]
	];
	const first = units.findIndex(([, count]) => count > 0);
	return units.slice(first, first + 2).filter(([, count]) => count > 0).map(([unit, count]) => `${count} ${unit}`).join(" ");
}

}),

454:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
createAgain: () => createAgain
});
var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6909);
var _aws_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3066);
var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9432);
var _ownership_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8826);
var _holder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9205);
var _name_taken_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4682);

// src/ec2/create-again.ts
async function createAgain(first, pair, keyPairs, { record, claim }) {
	const next = keyPairs.tries();
	let error = first;
	let asked = pair;
	let unanswered = 0;
	for (;;) {
		if (wasRefused(error)) {
			if (unanswered === 0) claim.cancelled();
			throw error;
		}
		if (!isTaken(error)) unanswered += 1;
		const holder = await holderAfter(error, record, keyPairs);
		if (holder.whose === "someone-else") {
			claim.cancelled();
			throw new _name_taken_js__WEBPACK_IMPORTED_MODULE_5__.t(holder.pair, pair, error);
		}
		if (holder.whose === "own") {
			await deleteUnusable(holder.pair, keyPairs);
			if (!isTaken(error)) unanswered -= 1;
		} else if (isTaken(error)) {
			if (!(0,_holder_js__WEBPACK_IMPORTED_MODULE_4__.r)(holder)) throw (0,_name_taken_js__WEBPACK_IMPORTED_MODULE_5__.n)(record, holder, error);
			unanswered += 1;
		}
		if (!await next(isTaken(error) ? "all" : "short")) throw error;
		if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.Q)(error, "DamagedResponse")) asked = {
			...pair,
			keyFormat: "pem"
		};
		const attempt = await attemptToCreate(asked, keyPairs);
		if ("created" in attempt) {
			claim.held({
				...record,
				keyPairId: attempt.created.keyPairId,
				unanswered
			});
			return attempt.created;
		}
		({error} = attempt);
	}
}
async function attemptToCreate(pair, keyPairs) {
	try {
		return { created: await keyPairs.create(pair) };
	} catch (error) {
		return { error };
	}
}
const isTaken = (error) => (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.Q)(error, _aws_js__WEBPACK_IMPORTED_MODULE_1__.h.duplicate);
function wasRefused(error) {
	return !isTaken(error) && (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.Z)(error) !== "uncertain";
}
async function holderAfter(error, record, keyPairs) {
	if (isTaken(error)) return (0,_holder_js__WEBPACK_IMPORTED_MODULE_4__.n)(record, keyPairs, { takenAt: (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__.t)(error) });
	try {
		const pair = await keyPairs.find({ keyName: record.keyName });
		return pair?.tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_3__.s.nonce) === record.nonce ? {
			whose: "own",
			pair
		} : { whose: "unknown" };
	} catch (lookupError) {
		return {
			whose: "unknown",
			lookupError
		};
	}
}
async function deleteUnusable(pair, keyPairs) {
	try {
		await keyPairs.delete(pair);
	} catch (error) {
		const { code, message, hint = "" } = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__.t ? error : (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.i)(error);
		throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t(code, `The response with the private key of key pair "${pair.keyName}" was lost, and the key pair was not deleted.\n${message}`, {
			hint,
			cause: error
		});
	}
}

}),

9205:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
i: () => searchHolder,
n: () => findHolder,
r: () => isFreeAgain,
t: () => findByNonce
});
var _ownership_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8826);

// src/ec2/holder.ts
const longestAttempt = 3e5;
async function findHolder(attempt, keyPairs, evidence = {}) {
	let last = { whose: "unknown" };
	try {
		return await keyPairs.look(async (isLast) => {
			last = await lookOnce(attempt, keyPairs, evidence);
			return last.whose === "own" || last.whose === "someone-else" && isLast ? last : void 0;
		}) ?? {
			whose: "unknown",
			pair: last.pair
		};
	} catch (lookupError) {
		return {
			whose: "unknown",
			pair: last.pair,
			lookupError
		};
	}
}
async function searchHolder(attempt, keyPairs) {
	return await keyPairs.search(async () => {
		const seen = await lookOnce(attempt, keyPairs);
		return seen.whose === "unknown" ? void 0 : seen;
	}) ?? { whose: "unknown" };
}
function isFreeAgain({ pair, lookupError }) {
	return pair === void 0 && lookupError === void 0;
}
async function lookOnce(attempt, keyPairs, evidence = {}) {
	const pair = await keyPairs.find({ keyName: attempt.keyName });
	const nonce = pair?.tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_0__.s.nonce);
	if (pair !== void 0 && (nonce !== void 0 || isForeign(pair, evidence))) return {
		whose: nonce === attempt.nonce ? "own" : "someone-else",
		pair
	};
	const own = await findByNonce(attempt, keyPairs);
	return own === void 0 ? {
		whose: "unknown",
		pair
	} : {
		whose: "own",
		pair: own
	};
}
async function findByNonce({ nonce }, keyPairs) {
	const [pair] = await keyPairs.list([{
		key: _ownership_js__WEBPACK_IMPORTED_MODULE_0__.s.nonce,
		value: nonce
	}]);
	return pair;
}
function isForeign(pair, { publicKey, takenAt }) {
	if (publicKey !== void 0 && pair.publicKey?.equals(publicKey) === false) return true;
	if (pair.createdAt === void 0 || takenAt === void 0) return false;
	return pair.createdAt.getTime() < takenAt.getTime() - longestAttempt;
}

}),

4682:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => maybeOwn,
t: () => NameTakenError
});
var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9432);
var _ownership_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8826);

// src/ec2/name-taken.ts
var NameTakenError = class extends _errors_js__WEBPACK_IMPORTED_MODULE_0__.t {
	holder;
	constructor(holder, asked, cause) {
		const { keyName, keyPairId, region, fingerprint } = holder;
		super("NAME_TAKEN", `Key pair "${keyName}" already exists in ${region} (${keyPairId}, fingerprint ${fingerprint}).${ofSameRun(holder, asked)}`, {
			hint: "EC2 returns a private key only once, at creation. To get a new key in every run, leave out key-name. To use the key pair without its private key, set operation: ensure. To replace it, delete it with operation: delete before this step.",
			cause
		});
		this.holder = holder;
	}
};
function ofSameRun({ tags }, asked) {
	const own = new Map(asked.tags.map(({ key, value }) => [key, value]));
	const [ownRunId, ownAttempt] = (own.get(_ownership_js__WEBPACK_IMPORTED_MODULE_1__.s.run) ?? "").split("/");
	const [, runId, attempt] = /^(\d+)\/(\d+)$/.exec(tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_1__.s.run) ?? "") ?? [];
	if (runId !== ownRunId || tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_1__.s.repository) !== own.get(_ownership_js__WEBPACK_IMPORTED_MODULE_1__.s.repository)) return "";
	return ` ${attempt === ownAttempt ? "Another step" : `Attempt ${attempt}`} of this run created it. No one has its private key, unless a step there saved it.`;
}
function maybeOwn({ keyName, region }, { lookupError }, cause) {
	const what = `Key pair "${keyName}" already exists in ${region}, and this step may have created it.`;
	const hint = "If this step created it, it is unusable: its private key was lost in transit.";
	if (lookupError === void 0) {
		const message = `${what} EC2 does not show whose it is.`;
		return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("NAME_TAKEN_MAYBE_BY_THIS_STEP", message, {
			hint,
			cause
		});
	}
	const { message, hint: advice = "" } = lookupError instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t ? lookupError : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.i)(lookupError);
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("NAME_TAKEN_MAYBE_BY_THIS_STEP", `${what}\n${message}`, {
		hint: `${hint} ${advice}`.trimEnd(),
		cause: lookupError
	});
}

})

};
