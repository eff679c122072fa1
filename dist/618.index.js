export const id = 618;
export const ids = [618];
export const modules = {

9863:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
i: () => sha256Fingerprint,
n: () => ec2FingerprintOfImported,
r: () => sameFingerprint,
t: () => ec2FingerprintOfCreated
});
var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

// src/keys/fingerprint.ts
function sha256Fingerprint(publicKey) {
	return `SHA256:${sha256(publicKey)}`;
}
function ec2FingerprintOfCreated(privateKey) {
	return privateKey.type === "rsa" ? colonHex(privateKey.pkcs8Sha1()) : sha256(privateKey.publicKey);
}
function ec2FingerprintOfImported(publicKey) {
	return publicKey.type === "rsa" ? colonHex((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("md5").update(publicKey.spki()).digest()) : sha256(publicKey);
}
function sameFingerprint(a, b) {
	return withoutPrefixAndPadding(a) !== "" && withoutPrefixAndPadding(a) === withoutPrefixAndPadding(b);
}
function sha256(publicKey) {
	return withoutPadding((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(publicKey.blob).digest("base64"));
}
function withoutPrefixAndPadding(fingerprint) {
	return withoutPadding(fingerprint.replace(/^SHA256:/, ""));
}
function withoutPadding(base64) {
	return base64.replace(/=+$/, "");
}
function colonHex(digest) {
	return digest.toString("hex").replace(/..(?!$)/g, "$&:");
}

}),

8618:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
importOperation: () => importOperation
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);
var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9432);
var _fingerprint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9863);
var _ownership_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8826);
var _key_pair_result_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4843);
var _new_pair_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1378);

// src/ec2/import-key-pair.ts
const maxRequests = 5;
async function importKeyPair(pair, keyPairs, { record, claim }) {
	let mayExist = false;
	for (let requests = 1;; requests += 1) {
		const attempt = await attemptToImport(pair, keyPairs, () => {
			mayExist = true;
		});
		if ("keyPairId" in attempt) {
			claim.held({
				...record,
				keyPairId: attempt.keyPairId
			});
			return {
				...attempt,
				created: true
			};
		}
		const { error } = attempt;
		const isTaken = (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.C)(error, _aws_js__WEBPACK_IMPORTED_MODULE_0__.n.duplicate);
		if (!isTaken && !mayExist && (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.S)(error) !== "uncertain") claim.cancelled();
		if (!isTaken) throw error;
		const holder = await keyPairs.findEventually({ keyName: pair.keyName });
		if (holder !== void 0) return useHolder(holder, pair.publicKey, {
			record,
			claim
		});
		if (requests === maxRequests) throw error;
	}
}
async function attemptToImport(pair, keyPairs, onResponseLost) {
	try {
		return await keyPairs.import(pair, onResponseLost);
	} catch (error) {
		return { error };
	}
}
function useHolder(holder, publicKey, { record, claim }) {
	const { keyPairId, fingerprint } = holder;
	const created = holder.tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_3__.o.nonce) === record.nonce;
	if (created) claim.held({
		...record,
		keyPairId
	});
	else claim.cancelled();
	refuseOtherKey(holder, publicKey);
	return {
		keyPairId,
		fingerprint,
		created
	};
}
function refuseOtherKey(pair, publicKey) {
	if (pair.publicKey?.equals(publicKey)) return;
	const { keyName, region, keyPairId, fingerprint } = pair;
	const theirs = pair.publicKey === void 0 ? fingerprint : `${fingerprint}, ${(0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__.i)(pair.publicKey)}`;
	const ours = `${(0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__.n)(publicKey)}, ${(0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__.i)(publicKey)}`;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("KEY_DIFFERS", `Key pair "${keyName}" in ${region} (${keyPairId}) contains a different key (fingerprint ${theirs}; yours is ${ours}).`, { hint: "An import never replaces a key. Set another key-name, or delete the key pair first if no one needs it." });
}
// src/operations/import.ts
const importOperation = {
	async plan(request, step) {
		const publicKey = _aws_js__WEBPACK_IMPORTED_MODULE_0__.m.parseOpenSsh(await publicKeyText(request.publicKey, step));
		const keyName = (0,_new_pair_js__WEBPACK_IMPORTED_MODULE_4__.t)(request.name, step);
		const existing = "exact" in request.name ? await step.keyPairs.find({ keyName }) : void 0;
		if (existing !== void 0) refuseOtherKey(existing, publicKey);
		const identity = (0,_new_pair_js__WEBPACK_IMPORTED_MODULE_4__.r)(keyName, request, step);
		return {
			pair: {
				keyName,
				publicKey,
				tags: identity.tags
			},
			identity,
			existing
		};
	},
	preview({ pair, identity, existing }, { keyPairs }) {
		const which = `key pair "${pair.keyName}" in ${keyPairs.region}`;
		if (existing !== void 0) return [{ text: `leave ${which} as it is: it already contains this key` }];
		const { type } = pair.publicKey;
		return [{
			text: `import ${which} (${type}, ${(0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__.i)(pair.publicKey)})`,
			checkPermission: () => keyPairs.checkPermission({
				call: "ImportKeyPair",
				pair
			})
		}, ...(0,_new_pair_js__WEBPACK_IMPORTED_MODULE_4__.i)(identity.lifetime)];
	},
	async execute(plan, step) {
		const { pair, identity, existing } = plan;
		const { record, lifetime } = identity;
		return step.claims.undoOnFailure(async (claims) => {
			if (existing === void 0) step.log.info(`Importing ${pair.publicKey.type} key pair "${pair.keyName}" in ${step.region}.`);
			const result = resultOf(existing === void 0 ? await importKeyPair(pair, step.keyPairs, {
				record,
				claim: claims.intend(record, (0,_new_pair_js__WEBPACK_IMPORTED_MODULE_4__.a)(lifetime))
			}) : {
				...existing,
				created: false
			}, plan, step);
			step.setOutputs((0,_key_pair_result_js__WEBPACK_IMPORTED_MODULE_5__.t)(result));
			return (0,_key_pair_result_js__WEBPACK_IMPORTED_MODULE_5__.n)(result);
		});
	}
};
function resultOf(imported, plan, { region, run }) {
	const { keyPairId, fingerprint, created } = imported;
	const { keyName, publicKey } = plan.pair;
	const { lifetime, expiresAt } = plan.identity;
	return {
		keyName,
		keyPairId,
		region,
		keyType: publicKey.type,
		fingerprint,
		sha256Fingerprint: (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__.i)(publicKey),
		publicKey: publicKey.openSshLine(keyName),
		change: created ? "imported" : "none",
		lifetime: created ? lifetime : void 0,
		expiresAt: created ? expiresAt : void 0,
		runUrl: plan.existing && (0,_ownership_js__WEBPACK_IMPORTED_MODULE_3__.a)(plan.existing.tags, run),
		delivered: []
	};
}
async function publicKeyText(source, step) {
	if ("text" in source) return source.text;
	const text = await step.readWorkspaceFile(source.path);
	if (text !== void 0) return text;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("NO_PUBLIC_KEY_FILE", `public-key-path: ${source.path} does not exist.`, { hint: "The path is relative to the workspace. Check that the repository is checked out before this step." });
}

}),

4843:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => reportOf,
t: () => outputsOf
});
// src/results/key-pair-result.ts
function outputsOf(result) {
	const outputs = {
		"key-name": result.keyName,
		"key-pair-id": result.keyPairId,
		"key-fingerprint": result.fingerprint,
		"key-type": result.keyType ?? "",
		"public-key": result.publicKey,
		"private-key-path": "",
		"aws-region": result.region,
		created: String(result.change !== "none")
	};
	return Object.assign({}, outputs, ...result.delivered.map((delivered) => delivered.outputs));
}
function reportOf(result) {
	return {
		lines: linesOf(result),
		warnings: warningsOf(result),
		summary: summaryOf(result)
	};
}
function linesOf(result) {
	const { keyName, keyPairId, region, fingerprint } = result;
	return [
		`${{
			created: "Created",
			imported: "Imported",
			none: "Found"
		}[result.change]} key pair "${keyName}" (${keyPairId}) in ${region}, fingerprint ${fingerprint}.`,
		...keptUntil(result).map((sentence) => `It is ${sentence}.`),
		...result.delivered.map(({ label, where, until }) => `${label}: ${where} (${until})`),
		...usagesOf(result).map((usage) => `To log in: ${usage}`)
	];
}
function warningsOf(result) {
	const { keyName, lifetime, delivered } = result;
	const warnings = delivered.flatMap((one) => one.warnings);
	const isLost = !delivered.some(({ outlivesJob }) => outlivesJob);
	if (result.change !== "created" || lifetime === "job" || !isLost) return warnings;
	return [[`Key pair "${keyName}" will outlive this job, but its private key will not: EC2 returns it only once, at creation.`, ...delivered.flatMap(({ keepAdvice }) => keepAdvice ?? [])].join(" "), ...warnings];
}
function summaryOf(result) {
	const { keyName, keyPairId, region, change, delivered, runUrl } = result;
	const heading = {
		created: "created",
		imported: "imported",
		none: "found"
	}[change];
	const rows = [
		["Name", {
			value: keyName,
			...linkTo(consoleUrl(result))
		}],
		["ID", { value: keyPairId }],
		["Type", result.keyType === void 0 ? "Unknown" : { value: result.keyType }],
		["Region", { value: region }],
		["Fingerprint", { value: result.fingerprint }],
		...result.sha256Fingerprint === "" ? [] : [["SSH fingerprint", { value: result.sha256Fingerprint }]],
		...keptUntil(result).map((sentence) => ["Lifetime", capitalized(sentence)]),
		...runUrl === void 0 ? [] : [["Created by", {
			value: runUrl,
			url: runUrl
		}]],
		...delivered.length === 0 && change !== "imported" ? [["Private key", "Not available in this job"]] : [],
		...delivered.map(({ label, where, until }) => [label, {
			value: where,
			note: until
		}])
	];
	const notes = usagesOf(result).map((command) => ({
		text: "To log in:",
		command
	}));
	return {
		heading: `EC2 key pair ${heading}`,
		subject: keyName,
		rows,
		notes
	};
}
function keptUntil({ lifetime, expiresAt }) {
	if (lifetime === void 0) return [];
	return [`${{
		job: "deleted when this job ends",
		run: "kept until a delete step with its run-id",
		persistent: "kept until you delete it"
	}[lifetime]}${expiresAt === void 0 ? "" : `, and tagged to expire at ${toSeconds(expiresAt)}`}`];
}
function usagesOf({ delivered }) {
	return delivered.flatMap(({ usage }) => usage ?? []);
}
const consoleHosts = [
	[/^cn-/, "console.amazonaws.cn"],
	[/^us-gov-/, "console.amazonaws-us-gov.com"],
	[/^(?!us-iso|eu-iso)(?:af|ap|ca|eu|il|me|mx|sa|us)-/, "console.aws.amazon.com"]
];
function consoleUrl({ keyName, region }) {
	const [, host] = consoleHosts.find(([partition]) => partition.test(region)) ?? [];
	if (host === void 0) return void 0;
	const inUrl = encodeURIComponent(region);
	return `https://${inUrl}.${host}/ec2/home?region=${inUrl}#KeyPairs:keyName=${encodeURIComponent(keyName.toWellFormed())}`;
}
function linkTo(url) {
	return url === void 0 ? {} : { url };
}
function toSeconds(time) {
	return time.toISOString().replace(/\.\d+Z$/, "Z");
}
function capitalized(sentence) {
	return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

}),

1378:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => retentionOf,
i: () => previewOfCleanup,
n: () => expiryOf,
r: () => identifyNewPair,
t: () => chosenName
});
var _ownership_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8826);

// src/operations/new-pair.ts
function chosenName(name, { run, randomHex }) {
	return "exact" in name ? name.exact : `${name.prefix}${run.runId}-${run.attempt}-${randomHex(4)}`;
}
function identifyNewPair(keyName, { tags, lifetime, expiresAfter }, { run, region, credentialsId, now, randomHex }) {
	const nonce = randomHex(16);
	const expiresAt = expiryOf(expiresAfter, now());
	return {
		record: {
			kind: "key-pair",
			region,
			keyName,
			nonce,
			credentials: credentialsId
		},
		tags: (0,_ownership_js__WEBPACK_IMPORTED_MODULE_0__.s)({
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
function previewOfCleanup(lifetime) {
	return lifetime === "job" ? [{ text: "delete the key pair when the job ends" }] : [];
}

})

};
