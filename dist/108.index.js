export const id = 108;
export const ids = [108];
export const modules = {

108:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
previewCreate: () => previewCreate,
previewFreeName: () => previewFreeName
});
var _name_taken_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4682);
var _preview_new_pair_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(561);

// src/operations/preview-create.ts
async function previewCreate(plan, step) {
	const holder = "exact" in plan.name ? await step.keyPairs.find({ keyName: plan.name.exact }) : void 0;
	if (holder !== void 0) throw new _name_taken_js__WEBPACK_IMPORTED_MODULE_0__.t(holder, plan.pair, void 0);
	return previewFreeName(plan, step);
}
async function previewFreeName({ pair, name, identity, destinations }, { keyPairs, run }) {
	const { keyType, keyName } = pair;
	const { lifetime, expiresAt } = identity;
	const result = {
		keyName,
		keyPairId: "",
		region: keyPairs.region,
		keyType,
		fingerprint: "",
		sha256Fingerprint: "",
		publicKey: "",
		change: "created",
		lifetime,
		expiresAt,
		creatingRunId: run.runId,
		runUrl: void 0,
		delivered: await Promise.all(destinations.map((destination) => destination.expected())),
		fingerprintDiffers: false
	};
	return {
		actions: [
			{
				text: `create ${keyType} key pair "${keyName}" in ${keyPairs.region}`,
				checkPermission: () => keyPairs.checkPermission({
					call: "CreateKeyPair",
					pair
				})
			},
			...destinations.map(({ intent }) => ({ text: intent })),
			...(0,_preview_new_pair_js__WEBPACK_IMPORTED_MODULE_1__.n)(lifetime)
		],
		...(0,_preview_new_pair_js__WEBPACK_IMPORTED_MODULE_1__.t)(result, name)
	};
}

}),

561:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => previewOfCleanup,
t: () => expectedReport
});
var _key_pair_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4843);

// src/operations/preview-new-pair.ts
function expectedReport(result, name) {
	const outputs = (0,_key_pair_result_js__WEBPACK_IMPORTED_MODULE_0__.t)(result);
	const publicKey = result.publicKey.split(" ", 2).join(" ");
	return {
		remarks: result.remarks ?? [],
		warnings: (0,_key_pair_result_js__WEBPACK_IMPORTED_MODULE_0__.n)(result).warnings,
		outputs: "exact" in name ? outputs : {
			...outputs,
			"key-name": "",
			"public-key": publicKey
		}
	};
}
function previewOfCleanup(lifetime) {
	return lifetime === "job" ? [{ text: "delete the key pair when the job ends" }] : [];
}

})

};
