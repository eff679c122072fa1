export const id = 6189;
export const ids = [6189];
export const modules = {

3895:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => create
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);
var _key_pair_result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4843);
var _deliver_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9974);
var _new_pair_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1378);

// src/ec2/create-key-pair.ts
async function createKeyPair(pair, keyPairs, intended) {
	let created;
	try {
		created = await keyPairs.create(pair);
	} catch (error) {
		const { createAgain } = await __webpack_require__.e(/* import() */ 454).then(__webpack_require__.bind(__webpack_require__, 454));
		return createAgain(error, pair, keyPairs, intended);
	}
	intended.claim.held({
		...intended.record,
		keyPairId: created.keyPairId
	});
	return created;
}
// src/operations/create.ts
const create = {
	async plan(request, step) {
		const keyName = (0,_new_pair_js__WEBPACK_IMPORTED_MODULE_2__.t)(request.name, step);
		const { keyType, lifetime, generateOn } = request;
		const identity = (0,_new_pair_js__WEBPACK_IMPORTED_MODULE_2__.r)(keyName, request, step);
		const destinations = await (0,_deliver_js__WEBPACK_IMPORTED_MODULE_1__.n)(request.destinations, {
			keyName,
			lifetime,
			publicKey: void 0,
			nonce: identity.record.nonce
		}, step);
		const tags = [...identity.tags, ...destinations.flatMap((destination) => destination.tags)];
		return {
			pair: {
				keyName,
				keyType,
				keyFormat: formatOfEc2(request.destinations),
				tags
			},
			name: request.name,
			generateOn,
			identity,
			destinations
		};
	},
	async preview(plan, step) {
		return (await __webpack_require__.e(/* import() */ 7727).then(__webpack_require__.bind(__webpack_require__, 108))).previewCreate(plan, step);
	},
	async execute(plan, step) {
		const { pair, identity, destinations } = plan;
		const { keyPairs, registerMasks, log } = step;
		log.info(`${plan.generateOn === "ec2" ? "Creating" : "Generating"} ${pair.keyType} key pair "${pair.keyName}" in ${keyPairs.region}.`);
		return step.claims.undoOnFailure(async (claims) => {
			const { record, lifetime } = identity;
			const intend = () => ({
				record,
				claim: claims.intend(record, (0,_new_pair_js__WEBPACK_IMPORTED_MODULE_2__.i)(lifetime))
			});
			const { obtained, delivered } = await (0,_deliver_js__WEBPACK_IMPORTED_MODULE_1__.t)(destinations, {
				claims,
				registerMasks
			}, async () => {
				if (plan.generateOn === "ec2") return createKeyPair(pair, keyPairs, intend());
				const { importGenerated } = await __webpack_require__.e(/* import() */ 9718).then(__webpack_require__.bind(__webpack_require__, 9718));
				return importGenerated(pair, keyPairs, intend);
			});
			const result = resultOf(obtained, plan, {
				delivered,
				creatingRunId: step.run.runId
			});
			step.setOutputs((0,_key_pair_result_js__WEBPACK_IMPORTED_MODULE_3__.t)(result));
			return (0,_key_pair_result_js__WEBPACK_IMPORTED_MODULE_3__.n)(result);
		});
	}
};
function formatOfEc2(destinations) {
	const file = destinations.find((request) => request.kind === "file");
	return file?.format === "ppk" && file.passphrase === void 0 ? "ppk" : "pem";
}
function resultOf(created, { identity }, known) {
	const { keyName, keyPairId, region, fingerprint, privateKey } = created;
	const { publicKey, type } = privateKey;
	const { lifetime, expiresAt } = identity;
	return {
		keyName,
		keyPairId,
		region,
		keyType: type,
		fingerprint,
		sha256Fingerprint: (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.v)(publicKey),
		publicKey: publicKey.openSshLine(keyName),
		change: "created",
		lifetime,
		expiresAt,
		runUrl: void 0,
		...known,
		fingerprintDiffers: !created.fingerprintFits
	};
}

}),

6189:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
ensure: () => ensure
});
var _name_taken_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4682);
var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9432);
var _ownership_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8826);
var _create_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3895);
var _existing_pair_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7279);
var _new_pair_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1378);
var _not_applied_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5902);

// src/operations/ensure.ts
const notManaged = "This action did not create the key pair in this repository.";
const fixedLifetime = "The lifetime of a key pair is set when it is created.";
const ensure = {
	async plan(request, step) {
		return {
			request,
			decision: await decide(request, await step.keyPairs.find({ keyName: request.keyName }), step)
		};
	},
	async preview({ decision }, step) {
		if ("absent" in decision) return (await __webpack_require__.e(/* import() */ 108).then(__webpack_require__.bind(__webpack_require__, 108))).previewFreeName(decision.absent, step);
		const { pair, lackingTags: tags } = decision.existing;
		const preview = await (0,_existing_pair_js__WEBPACK_IMPORTED_MODULE_4__.i)(decision.existing, step, changeOf(decision.existing));
		if (tags.length === 0) return preview;
		const setTags = {
			text: `set ${tags.length === 1 ? "tag" : "tags"} ${tags.map(({ key }) => key).join(", ")} on key pair "${pair.keyName}" in ${pair.region}`,
			checkPermission: () => step.keyPairs.checkPermission({
				call: "CreateTags",
				pair,
				tags
			})
		};
		return {
			...preview,
			actions: [...preview.actions, setTags]
		};
	},
	async execute({ request, decision: first }, step) {
		const next = step.keyPairs.tries();
		let decision = first;
		for (;;) {
			const done = "existing" in decision ? await useExisting(decision.existing, step) : await createAbsent(decision.absent, request, step);
			if ("report" in done) return done.report;
			if ("deleted" in done && !await next("all")) throw deletedByOthers(done.deleted);
			decision = await decide(request, "deleted" in done ? await step.keyPairs.findNext(done.deleted) : done.holder, step);
		}
	}
};
async function decide(request, pair, step) {
	if (pair === void 0) {
		const { keyName, keyType = "rsa", ...rest } = request;
		const plan = () => _create_js__WEBPACK_IMPORTED_MODULE_3__.t.plan({
			...rest,
			keyType,
			name: { exact: keyName }
		}, step);
		return planUnlessTaken(plan, request, step);
	}
	if (request.keyType !== void 0 && pair.keyType !== request.keyType) throw typeDiffers(pair, request);
	const existing = await (0,_existing_pair_js__WEBPACK_IMPORTED_MODULE_4__.r)(pair, request, step);
	if (!existing.managed) return { existing: withTold(existing, (0,_not_applied_js__WEBPACK_IMPORTED_MODULE_6__.n)(pair, request, notManaged), []) };
	const ofStore = existing.destinations.flatMap((destination) => destination.tags);
	const tags = [...lackingTags(pair, request, step.now()), ...(0,_not_applied_js__WEBPACK_IMPORTED_MODULE_6__.t)(pair.tags, ofStore)];
	return { existing: withTold(existing, (0,_not_applied_js__WEBPACK_IMPORTED_MODULE_6__.n)(pair, { lifetime: request.lifetime }, fixedLifetime), tags) };
}
function withTold(existing, told, lackingTags) {
	const remarks = [...existing.remarks ?? [], ...told.remarks];
	return {
		...existing,
		...told,
		remarks,
		lackingTags
	};
}
async function planUnlessTaken(plan, request, step) {
	try {
		return { absent: await plan() };
	} catch (error) {
		if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__.t) || error.code !== "STORE_TAKEN") throw error;
		const pair = await step.keyPairs.findEventually({ keyName: request.keyName });
		if (pair === void 0) throw error;
		return decide(request, pair, step);
	}
}
async function createAbsent(plan, { keyName }, step) {
	try {
		step.log.info(`Key pair "${keyName}" does not exist in ${step.region} yet.`);
		return { report: await _create_js__WEBPACK_IMPORTED_MODULE_3__.t.execute(plan, step) };
	} catch (error) {
		if (!(error instanceof _name_taken_js__WEBPACK_IMPORTED_MODULE_0__.t)) throw error;
		step.log.info(`Another process created key pair "${keyName}" first. Checking again.`);
		return { holder: error.holder };
	}
}
async function useExisting(existing, step) {
	const { pair, managed, found, lackingTags: tags, remarks = [] } = existing;
	const { keyName } = pair;
	if (!managed && found === void 0) step.log.info(`Key pair "${keyName}" was not created by this action in this repository, so its private key is with whoever created it.`);
	if (tags.length > 0 && await step.keyPairs.tag(pair, tags) === "not-found") {
		step.log.info(`Another process deleted key pair "${keyName}". Checking again.`);
		return { deleted: pair };
	}
	const set = tags.map(({ key, value }) => `${key}=${value}`).join(", ");
	const told = {
		...existing,
		remarks: tags.length === 0 ? remarks : [`Set tags: ${set}.`, ...remarks]
	};
	return { report: await (0,_existing_pair_js__WEBPACK_IMPORTED_MODULE_4__.t)(told, step, changeOf(existing)) };
}
function changeOf({ lackingTags }) {
	return lackingTags.length > 0 ? "tagged" : "none";
}
function lackingTags({ tags }, request, now) {
	const wanted = [...request.tags];
	const expiresAt = (0,_new_pair_js__WEBPACK_IMPORTED_MODULE_5__.n)(request.expiresAfter, now);
	if (expiresAt !== void 0) wanted.push({
		key: _ownership_js__WEBPACK_IMPORTED_MODULE_2__.s.expiresAt,
		value: expiresAt.toISOString()
	});
	return (0,_not_applied_js__WEBPACK_IMPORTED_MODULE_6__.t)(tags, wanted);
}
function deletedByOthers({ keyName, keyPairId, region }) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("PAIR_NOT_FOUND", `Key pair "${keyName}" (${keyPairId}) no longer exists in ${region}: other processes keep deleting it.`, { hint: "Let only one job delete the key pair, after all jobs that use it." });
}
function typeDiffers(pair, { keyType }) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("KEY_TYPE_DIFFERS", `Key pair "${pair.keyName}" in ${pair.region} has type ${pair.keyType ?? "unknown"}, not ${keyType}.`, { hint: "The type of a key pair never changes. Leave out key-type to use the key pair as it is, or set another key-name." });
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

1378:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
i: () => retentionOf,
n: () => expiryOf,
r: () => identifyNewPair,
t: () => chosenName
});
var _ownership_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8826);

// src/operations/new-pair.ts
function chosenName(name, { run, randomHex }) {
	return "exact" in name ? name.exact : `${name.prefix}${run.runId}-${run.attempt}-${randomHex(4)}`;
}
function identifyNewPair(keyName, { tags, lifetime, expiresAfter }, { run, region, caller, endpoint, now, randomHex }) {
	const nonce = randomHex(16);
	const expiresAt = expiryOf(expiresAfter, now());
	return {
		record: {
			kind: "key-pair",
			region,
			keyName,
			nonce,
			...caller,
			endpoint
		},
		tags: (0,_ownership_js__WEBPACK_IMPORTED_MODULE_0__.l)({
			run,
			lifetime,
			nonce,
			expiresAt
		}, tags),
		lifetime,
		expiresAt
	};
}
function expiryOf(expiresAfter, now) {
	return expiresAfter === void 0 ? void 0 : new Date(now.getTime() + expiresAfter);
}
function retentionOf(lifetime) {
	return lifetime === "job" ? "job" : "beyond";
}

}),

5902:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => notApplied,
t: () => lackingIn
});
var _origin_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2593);

// src/operations/not-applied.ts
function notApplied({ keyName, tags }, request, why) {
	const lifetime = (0,_origin_js__WEBPACK_IMPORTED_MODULE_0__.t)(tags) ?? "persistent";
	const missing = lackingIn(tags, request.tags ?? []).map(({ key }) => key);
	const options = [
		...missing.length === 0 ? [] : [`tags (${missing.join(", ")})`],
		...request.expiresAfter === void 0 ? [] : ["expires-after"],
		...request.lifetime === lifetime ? [] : [`lifetime: ${request.lifetime}`]
	];
	return {
		remarks: options.length === 0 ? [] : [`Not applied: ${options.join(", ")}. ${why}`],
		warnings: lifetime === "job" ? [`Key pair "${keyName}" is not kept: it is deleted when the job that created it ends.`] : []
	};
}
function lackingIn(tags, wanted) {
	return wanted.filter(({ key, value }) => tags.get(key) !== value);
}

})

};
