export const id = 422;
export const ids = [422];
export const modules = {

8017:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
releaseKeyPair: () => releaseKeyPair
});
var _patience_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8300);

// src/wiring/key-pair-release.ts
function releaseKeyPair(record, signal) {
	return (0,_patience_js__WEBPACK_IMPORTED_MODULE_0__.i)((region) => (0,_patience_js__WEBPACK_IMPORTED_MODULE_0__.r)(region, (0,_patience_js__WEBPACK_IMPORTED_MODULE_0__.n)(signal))).release(record);
}

}),

9278:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => tagKeys,
i: () => mostUserTags,
n: () => isOurs,
o: () => tagsOfNewPair,
r: () => isOwnTag,
s: () => tagsOfRun,
t: () => exactly
});
// src/contract/tags.ts
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
const mostUserTags = 50 - Object.keys(tagKeys).length;
function isOwnTag(key) {
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
function isOurs(tags, { repository }) {
	return tags.get(managedBy.key) === managedBy.value && tags.get(tagKeys.repository) === tagValue(repository);
}
function tagsOfRun(runId, { repository }) {
	return [
		managedBy,
		{
			key: tagKeys.repository,
			value: exactly(tagValue(repository))
		},
		{
			key: tagKeys.run,
			value: `${runId}/*`
		}
	];
}
function exactly(text) {
	return text.replace(/[*?\\]/g, "\\$&");
}
function tagValue(text) {
	return text.replace(/[^\p{L}\p{N} _.:/=+\-@]/gu, "_").slice(0, 256);
}

})

};
