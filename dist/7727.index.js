export const id = 7727;
export const ids = [7727,108];
export const modules = {

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

}),

108:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
previewCreate: () => previewCreate,
previewFreeName: () => previewFreeName
});
var _name_taken_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4682);
var _generate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3208);
var _preview_new_pair_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(561);

// src/operations/preview-create.ts
async function previewCreate(plan, step) {
	const holder = "exact" in plan.name ? await step.keyPairs.find({ keyName: plan.name.exact }) : void 0;
	if (holder !== void 0) throw new _name_taken_js__WEBPACK_IMPORTED_MODULE_0__.t(holder, plan.pair, void 0);
	return previewFreeName(plan, step);
}
async function previewFreeName({ pair, name, generateOn, identity, destinations }, { keyPairs, run }) {
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
	const which = `${keyType} key pair "${keyName}" in ${keyPairs.region}`;
	return {
		actions: [
			generateOn === "ec2" ? {
				text: `create ${which}`,
				checkPermission: () => keyPairs.checkPermission({
					call: "CreateKeyPair",
					pair
				})
			} : {
				text: `generate a private key on this runner, and import its public key as ${which}`,
				checkPermission: () => checkImport(pair, keyPairs)
			},
			...destinations.map(({ intent }) => ({ text: intent })),
			...(0,_preview_new_pair_js__WEBPACK_IMPORTED_MODULE_2__.n)(lifetime)
		],
		...(0,_preview_new_pair_js__WEBPACK_IMPORTED_MODULE_2__.t)(result, name)
	};
}
async function checkImport({ keyName, tags }, keyPairs) {
	const { publicKey } = await (0,_generate_js__WEBPACK_IMPORTED_MODULE_1__.t)("ed25519");
	await keyPairs.checkPermission({
		call: "ImportKeyPair",
		pair: {
			keyName,
			publicKey,
			tags
		}
	});
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
