export const id = 9718;
export const ids = [9718];
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

3208:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => generatePrivateKey
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);
var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7975);
var node_crypto__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7598);

// src/keys/generate.ts
const rsaBits = 4096;
async function generatePrivateKey(type) {
	const { privateKey } = await generate(type);
	return _aws_js__WEBPACK_IMPORTED_MODULE_0__.b.parse(privateKey.export({
		type: "pkcs8",
		format: "pem"
	}).toString());
}
function generate(type) {
	const generateKeys = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_crypto__WEBPACK_IMPORTED_MODULE_2__.generateKeyPair);
	return type === "rsa" ? generateKeys("rsa", { modulusLength: rsaBits }) : generateKeys("ed25519");
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

9718:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
importGenerated: () => importGenerated
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);
var _generate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3208);
var _import_key_pair_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6445);
var _name_taken_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4682);

// src/ec2/import-generated.ts
async function importGenerated(pair, keyPairs, intend) {
	const { keyName, keyType, tags } = pair;
	const privateKey = await (0,_generate_js__WEBPACK_IMPORTED_MODULE_1__.t)(keyType);
	const { publicKey } = privateKey;
	const { keyPairId, fingerprint } = await (0,_import_key_pair_js__WEBPACK_IMPORTED_MODULE_2__.n)({
		keyName,
		publicKey,
		tags
	}, keyPairs, intend(), (holder) => {
		if (holder.publicKey?.equals(publicKey) !== true) throw new _name_taken_js__WEBPACK_IMPORTED_MODULE_3__.t(holder, pair, void 0);
	});
	const fingerprintFits = (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__._)(privateKey, fingerprint);
	return {
		keyPairId,
		keyName,
		region: keyPairs.region,
		fingerprint,
		fingerprintFits,
		privateKey
	};
}

}),

6445:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => importKeyPair,
r: () => refuseOtherKey,
t: () => explainSize
});
var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6909);
var _aws_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3066);
var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9432);
var _holder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9205);
var _name_taken_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4682);

// src/ec2/import-key-pair.ts
const documentedBits = [
	1024,
	2048,
	4096
];
async function importKeyPair(pair, keyPairs, { record, claim }, refuse = refuseOtherKey) {
	const next = keyPairs.tries();
	let unanswered = 0;
	for (;;) {
		const { imported, error } = await attemptToImport(pair, keyPairs, () => {
			unanswered += 1;
		});
		if (imported !== void 0) {
			claim.held({
				...record,
				keyPairId: imported.keyPairId,
				unanswered
			});
			return {
				...imported,
				holder: void 0
			};
		}
		if (!(0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.Q)(error, _aws_js__WEBPACK_IMPORTED_MODULE_1__.h.duplicate)) {
			if (unanswered === 0 && (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.Z)(error) !== "uncertain") claim.cancelled();
			throw error;
		}
		const { publicKey } = pair;
		const holder = await (0,_holder_js__WEBPACK_IMPORTED_MODULE_3__.n)(record, keyPairs, {
			takenAt: (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__.t)(error),
			publicKey
		});
		if (holder.whose !== "unknown") {
			const used = useHolder(holder, {
				record,
				claim
			}, unanswered);
			refuse(holder.pair, publicKey);
			return used;
		}
		unanswered += 1;
		if (!(0,_holder_js__WEBPACK_IMPORTED_MODULE_3__.r)(holder)) throw (0,_name_taken_js__WEBPACK_IMPORTED_MODULE_4__.n)(record, holder, error);
		if (!await next("all")) throw error;
	}
}
async function attemptToImport(pair, keyPairs, onResponseLost) {
	try {
		return { imported: await keyPairs.import(pair, onResponseLost) };
	} catch (error) {
		return { error: explainSize(error, pair.publicKey) };
	}
}
function explainSize(error, { type, bits }) {
	const isOfKey = (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.Q)(error, "InvalidKey.Format", "InvalidKeyPair.Format");
	if (!(error instanceof _aws_js__WEBPACK_IMPORTED_MODULE_1__.Y) || !isOfKey || type !== "rsa" || documentedBits.includes(bits)) return error;
	const hint = `This RSA key has ${bits} bits; EC2 documents 1024, 2048 and 4096. Create another key: \`ssh-keygen -t rsa -b 4096\`, or \`ssh-keygen -t ed25519\` (not for Windows instances).`;
	return new _aws_js__WEBPACK_IMPORTED_MODULE_1__.Y(error.code, error.message, {
		hint,
		cause: error.cause
	});
}
function useHolder({ whose, pair }, { record, claim }, unanswered) {
	const { keyPairId, fingerprint } = pair;
	const isOwn = whose === "own";
	if (isOwn) claim.held({
		...record,
		keyPairId,
		unanswered
	});
	else claim.cancelled();
	return {
		keyPairId,
		fingerprint,
		holder: isOwn ? void 0 : pair
	};
}
function refuseOtherKey(pair, publicKey) {
	if (pair.publicKey?.equals(publicKey)) return;
	const { keyName, region, keyPairId, fingerprint } = pair;
	const theirs = pair.publicKey === void 0 ? fingerprint : `${fingerprint}, ${(0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.v)(pair.publicKey)}`;
	const ours = `${(0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.g)(publicKey)}, ${(0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.v)(publicKey)}`;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t("KEY_DIFFERS", `Key pair "${keyName}" in ${region} (${keyPairId}) contains a different key (fingerprint ${theirs}; yours is ${ours}).`, { hint: "An import never replaces a key. Set another key-name, or delete the key pair first if no one needs it." });
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
