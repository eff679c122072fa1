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
	ppk: async () => (await Promise.all(/* import() */[__webpack_require__.e(685), __webpack_require__.e(430)]).then(__webpack_require__.bind(__webpack_require__, 5430))).encodePpk
};

}),

116:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
releaseKeyPair: () => releaseKeyPair
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);
var _shell_word_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1762);
var _ownership_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8826);

// src/ec2/key-pair-claim.ts
async function releaseKeyPair(record, open) {
	try {
		return await release(record, await open(record.region));
	} catch (error) {
		return left(record, (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.w)(error));
	}
}
async function release(record, { keyPairs, credentialsId }) {
	const { keyName } = record;
	const found = await (record.keyPairId === void 0 ? keyPairs.findEventually({ keyName }) : keyPairs.find({ keyName }));
	if (found !== void 0 && isOther(found, record)) return gone(record, credentialsId);
	if (found !== void 0 && found.tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_1__.o.nonce) !== record.nonce) return record.keyPairId === void 0 ? gone(record, credentialsId) : left(record, "its ownership tag has changed, so it may belong to someone else");
	const keyPairId = found?.keyPairId ?? record.keyPairId;
	if (keyPairId === void 0 || !await wasDeleted({
		keyName,
		keyPairId
	}, found, keyPairs)) return gone(record, credentialsId);
	const which = describe(record);
	return {
		outcome: "done",
		said: `Deleted ${which}.`,
		undone: `Because the step failed, ${which} was deleted.`
	};
}
function isOther(found, { keyPairId }) {
	return keyPairId !== void 0 && found.keyPairId !== keyPairId;
}
async function wasDeleted(pair, found, keyPairs) {
	try {
		return await keyPairs.delete(pair) === "deleted";
	} catch (error) {
		if (found === void 0 && (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.C)(error, ..._aws_js__WEBPACK_IMPORTED_MODULE_0__.x.notAuthorized)) return false;
		throw error;
	}
}
function gone(record, credentialsId) {
	if (credentialsId === record.credentials) return {
		outcome: "already-gone",
		what: describe(record)
	};
	return left(record, "it was not found, but the current AWS credentials are not the ones that created it");
}
function left(record, why) {
	const { region } = record;
	const command = `aws ec2 delete-key-pair --key-pair-id ${idOrLookup(record)} --region ${region}`;
	return {
		outcome: "left",
		what: describe(record),
		why,
		command
	};
}
function idOrLookup({ keyPairId, nonce, region }) {
	if (keyPairId !== void 0) return keyPairId;
	return `"$(aws ec2 describe-key-pairs --region ${region} --filters ${(0,_shell_word_js__WEBPACK_IMPORTED_MODULE_2__.t)(`Name=tag:${_ownership_js__WEBPACK_IMPORTED_MODULE_1__.o.nonce},Values=${nonce}`)} --query 'KeyPairs[0].KeyPairId' --output text)"`;
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
	return `'${text.replaceAll("'", "'\\''")}'`;
}

})

};
