export const id = 7424;
export const ids = [7424];
export const modules = {

6542:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => keptPairIn,
r: () => tagsOfCopy,
t: () => isCopyOf
});
var _ownership_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8826);

// src/stores/copy-tags.ts
const keyPairIdKey = `${_ownership_js__WEBPACK_IMPORTED_MODULE_0__.o}key-pair-id`;
function tagsOfCopy({ keyPairId, nonce }, { repository }) {
	return [
		_ownership_js__WEBPACK_IMPORTED_MODULE_0__.i,
		{
			key: _ownership_js__WEBPACK_IMPORTED_MODULE_0__.s.repository,
			value: (0,_ownership_js__WEBPACK_IMPORTED_MODULE_0__.c)(repository)
		},
		{
			key: keyPairIdKey,
			value: keyPairId
		},
		{
			key: _ownership_js__WEBPACK_IMPORTED_MODULE_0__.s.nonce,
			value: nonce
		}
	];
}
function isCopyOf({ keyPairId, nonce }, tags) {
	return tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_0__.i.key) === _ownership_js__WEBPACK_IMPORTED_MODULE_0__.i.value && tags.get(keyPairIdKey) === keyPairId && tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_0__.s.nonce) === nonce;
}
function keptPairIn(tags) {
	return tags.get(keyPairIdKey);
}

}),

2584:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => deleteCopy
});
var _copy_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6542);

// src/stores/delete-copy.ts
async function deleteCopy(store, pair, isNew) {
	const entry = isNew ? await store.poll(async (isLast) => {
		const seen = await store.look();
		return seen !== void 0 && ((0,_copy_tags_js__WEBPACK_IMPORTED_MODULE_0__.t)(pair, seen.tags) || isLast) ? seen : void 0;
	}) : await store.look();
	if (entry === void 0) return "absent";
	if (!(0,_copy_tags_js__WEBPACK_IMPORTED_MODULE_0__.t)(pair, entry.tags)) return "not-own";
	await store.delete();
	return "deleted";
}

}),

7424:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
deleteStoredKey: () => deleteStoredKey
});
var _store_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5358);
var _ownership_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8826);
var _delete_copy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2584);
var _young_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1539);

// src/operations/delete-stored-key.ts
async function deleteStoredKey(pair, reference, { keyPairs, log, now, openStore }) {
	await keyPairs.checkPermission({
		call: "DeleteKeyPair",
		pair
	});
	const { keyPairId, keyName } = pair;
	const nonce = pair.tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_1__.s.nonce) ?? "";
	const deletion = await (0,_delete_copy_js__WEBPACK_IMPORTED_MODULE_2__.t)(await openStore(reference), {
		keyPairId,
		nonce
	}, (0,_young_js__WEBPACK_IMPORTED_MODULE_3__.t)(pair, now()));
	const where = (0,_store_reference_js__WEBPACK_IMPORTED_MODULE_0__.r)(reference);
	if (deletion === "deleted") log.info(`Deleted its private key in ${where}.`);
	if (deletion === "not-own") log.warning(`Kept: ${where}. The tag of key pair "${keyName}" names it, but its own tags do not name this key pair.`);
}

})

};
