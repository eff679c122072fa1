export const id = 182;
export const ids = [182];
export const modules = {

1403:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => keyFormats
});
// src/keys/formats.ts
const keyFormats = {
	pem: async () => ({ pem }) => ({
		text: pem,
		masks: []
	}),
	ppk: async () => (await Promise.all(/* import() */[__webpack_require__.e(685), __webpack_require__.e(305)]).then(__webpack_require__.bind(__webpack_require__, 5430))).encodePpk
};

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
	const nonce = pair?.tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_0__.o.nonce);
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
		key: _ownership_js__WEBPACK_IMPORTED_MODULE_0__.o.nonce,
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

116:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
releaseKeyPair: () => releaseKeyPair
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);
var _release_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(170);
var _shell_word_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1762);
var _ownership_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8826);
var _holder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9205);

// src/ec2/key-pair-claim.ts
async function releaseKeyPair(record, open) {
	try {
		const access = await open(record.region);
		const { keyPairId } = record;
		return keyPairId === void 0 ? await releaseIntended(record, access) : await releaseHeld({
			...record,
			keyPairId
		}, access);
	} catch (error) {
		return left(record, (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.j)(error));
	}
}
async function releaseHeld(record, access) {
	const pair = await findWithTags(record, access.keyPairs);
	const outcome = pair === void 0 ? await deleteUnseen(record, access) : await deleteSeen(pair, record, access);
	const { unanswered = 0 } = record;
	return unanswered > 0 && (0,_release_js__WEBPACK_IMPORTED_MODULE_3__.t)(outcome) ? deleteLate(record, access, outcome, unanswered) : outcome;
}
async function releaseIntended(record, access) {
	const { keyPairs } = access;
	let holder = await (0,_holder_js__WEBPACK_IMPORTED_MODULE_2__.n)(record, keyPairs);
	if (holder.whose === "unknown") {
		if (holder.lookupError !== void 0) throw holder.lookupError;
		const why = await whyNotFound(record, access);
		if (why !== void 0) return left(record, why);
		holder = await (0,_holder_js__WEBPACK_IMPORTED_MODULE_2__.i)(record, keyPairs);
	}
	if (holder.whose === "unknown") return notFound(record);
	if (holder.whose === "someone-else") return gone(record, access);
	const outcome = await deleteSeen(holder.pair, record, access);
	const another = await keyPairs.look(() => (0,_holder_js__WEBPACK_IMPORTED_MODULE_2__.t)(record, keyPairs));
	return another === void 0 ? outcome : deleteSeen(another, record, access);
}
async function findWithTags({ keyPairId }, keyPairs) {
	return (await keyPairs.look(async (isLast) => {
		const pair = await keyPairs.find({ keyPairId });
		return pair?.tags.has(_ownership_js__WEBPACK_IMPORTED_MODULE_1__.o.nonce) === false && !isLast ? void 0 : { pair };
	}))?.pair;
}
async function deleteSeen(pair, record, { keyPairs, run }) {
	const seen = {
		...record,
		keyPairId: pair.keyPairId
	};
	if (pair.tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_1__.o.nonce) !== record.nonce) return left(seen, "its ownership tag has changed, so it may belong to someone else");
	if (!(0,_ownership_js__WEBPACK_IMPORTED_MODULE_1__.n)(pair.tags, run)) return left(seen, "its tags name another repository");
	await keyPairs.delete(pair);
	return done(seen);
}
async function deleteUnseen(record, access) {
	const { keyPairs } = access;
	if (access.endpoint !== record.endpoint) return left(record, otherEndpoint);
	if (await wasDeleted(record, keyPairs)) return done(record);
	const other = await (0,_holder_js__WEBPACK_IMPORTED_MODULE_2__.t)(record, keyPairs);
	return other === void 0 ? gone(record, access) : deleteSeen(other, record, access);
}
async function wasDeleted(record, keyPairs) {
	try {
		return await keyPairs.delete(record) !== "not-found";
	} catch (error) {
		if (!(0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.k)(error, ..._aws_js__WEBPACK_IMPORTED_MODULE_0__.D.notAuthorized)) throw error;
		if (await keyPairs.findEventually({ keyPairId: record.keyPairId }) !== void 0) throw error;
		return false;
	}
}
async function deleteLate(record, { keyPairs, run }, first, unanswered) {
	let found = 0;
	return await keyPairs.search(async () => {
		const late = await (0,_holder_js__WEBPACK_IMPORTED_MODULE_2__.t)(record, keyPairs);
		if (late !== void 0 && (0,_ownership_js__WEBPACK_IMPORTED_MODULE_1__.n)(late.tags, run) && await keyPairs.delete(late) === "deleted") found += 1;
		return found === unanswered ? true : void 0;
	}).catch(() => false) === true ? first : notFound(record, "said" in first ? first.said : void 0);
}
const otherEndpoint = "it was not found, but the current AWS endpoint is not the one that created it";
const otherCredentials = "it was not found, but the current AWS credentials may belong to another account";
async function whyNotFound(record, { endpoint, isSameAccount }) {
	if (endpoint !== record.endpoint) return otherEndpoint;
	return await isSameAccount(record) ? void 0 : otherCredentials;
}
function done(record) {
	const which = describe(record);
	return {
		outcome: "done",
		said: `Deleted ${which}.`,
		undone: `Because the step failed, ${which} was deleted.`
	};
}
async function gone(record, access) {
	const why = await whyNotFound(record, access);
	return why === void 0 ? {
		outcome: "already-gone",
		what: describe(record)
	} : left(record, why);
}
function notFound({ keyPairId: _, ...record }, said) {
	const outcome = {
		outcome: "not-found",
		what: `key pair "${record.keyName}" of this step in ${record.region}`,
		command: deleteCommand(record)
	};
	return said === void 0 ? outcome : {
		...outcome,
		said
	};
}
function left(record, why) {
	return {
		outcome: "left",
		what: describe(record),
		why,
		command: deleteCommand(record)
	};
}
function deleteCommand({ keyPairId, nonce, region }) {
	const inRegion = `--region ${(0,_shell_word_js__WEBPACK_IMPORTED_MODULE_4__.t)(region)}`;
	if (keyPairId !== void 0) return `aws ec2 delete-key-pair --key-pair-id ${keyPairId} ${inRegion}`;
	return `aws ec2 delete-key-pair --key-pair-id "$(${`aws ec2 describe-key-pairs ${inRegion} --filters ${(0,_shell_word_js__WEBPACK_IMPORTED_MODULE_4__.t)(`Name=tag:${_ownership_js__WEBPACK_IMPORTED_MODULE_1__.o.nonce},Values=${nonce}`)} --query 'KeyPairs[0].KeyPairId' --output text`})" ${inRegion}`;
}
function describe({ keyName, keyPairId, region }) {
	return `key pair "${keyName}"${keyPairId === void 0 ? "" : ` (${keyPairId})`} in ${region}`;
}

}),

8826:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => runUrlOf,
i: () => maxUserTags,
n: () => isManaged,
o: () => tagKeys,
r: () => isReservedTag,
s: () => tagsOfNewPair,
t: () => filtersOfRun
});
// src/ownership.ts
const managedBy = {
	key: "managed-by",
	value: "ec2-key-pair-action"
};
const prefix = "ec2-key-pair-action:";
const tagKeys = {
	managedBy: managedBy.key,
	repository: `${prefix}repository`,
	run: `${prefix}run`,
	job: `${prefix}job`,
	lifetime: `${prefix}lifetime`,
	nonce: `${prefix}nonce`,
	store: `${prefix}store`,
	expiresAt: `${prefix}expires-at`
};
const maxUserTags = 50 - Object.keys(tagKeys).length;
function isReservedTag(key) {
	return key === managedBy.key || key.startsWith(prefix);
}
function tagsOfNewPair({ run, lifetime, nonce, expiresAt }, own) {
	return [
		managedBy,
		{
			key: tagKeys.repository,
			value: tagValue(run.repository)
		},
		{
			key: tagKeys.run,
			value: tagValue(`${run.runId}/${run.attempt}`)
		},
		{
			key: tagKeys.job,
			value: tagValue(run.job)
		},
		{
			key: tagKeys.lifetime,
			value: lifetime
		},
		{
			key: tagKeys.nonce,
			value: nonce
		},
		...expiresAt ? [{
			key: tagKeys.expiresAt,
			value: expiresAt.toISOString()
		}] : [],
		...own
	];
}
function isManaged(tags, { repository }) {
	return tags.get(managedBy.key) === managedBy.value && tags.get(tagKeys.repository) === tagValue(repository);
}
function filtersOfRun(runId, { repository }) {
	return [
		managedBy,
		{
			key: tagKeys.repository,
			value: tagValue(repository)
		},
		{
			key: tagKeys.run,
			startsWith: `${runId}/`
		}
	];
}
function runUrlOf(tags, run) {
	const repository = tags.get(tagKeys.repository) ?? "";
	if (hostOf(repository) !== hostOf(run.repository)) return void 0;
	const [, runId] = /^(\d+)\/\d+$/.exec(tags.get(tagKeys.run) ?? "") ?? [];
	if (runId === void 0 || !/^[\w.-]+(?::\d+)?\/[\w.-]+\/[\w.-]+$/.test(repository)) return void 0;
	return `https://${repository}/actions/runs/${runId}`;
}
function hostOf(repository) {
	return repository.slice(0, repository.indexOf("/"));
}
function tagValue(text) {
	return text.replace(/[^\p{L}\p{N} _.:/=+\-@]/gu, "_").slice(0, 256);
}

}),

1762:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => shellWord
});
// src/ledger/shell-word.ts
function shellWord(text) {
	return /^[\w./:@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

})

};
