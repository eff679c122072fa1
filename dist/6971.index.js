export const id = 6971;
export const ids = [6971];
export const modules = {

9060:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
t: () => unlessAborted
});
// src/aws/aborted.ts
async function unlessAborted(promise, signal) {
	if (signal === void 0) return promise;
	const { promise: aborted, reject } = Promise.withResolvers();
	const abort = () => reject(signal.reason);
	signal.addEventListener("abort", abort);
	if (signal.aborted) abort();
	try {
		return await Promise.race([promise, aborted]);
	} finally {
		signal.removeEventListener("abort", abort);
	}
}

}),

6909:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => clockError,
t: () => answeredAt
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);

// src/aws/clock.ts
function answeredAt(error) {
	if (error instanceof _aws_js__WEBPACK_IMPORTED_MODULE_0__.J) return answeredAt(error.cause);
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
	const nonce = pair?.tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_0__.a.nonce);
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
		key: _ownership_js__WEBPACK_IMPORTED_MODULE_0__.a.nonce,
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
		if (!(0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.Z)(error, _aws_js__WEBPACK_IMPORTED_MODULE_1__.m.duplicate)) {
			if (unanswered === 0 && (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.X)(error) !== "uncertain") claim.cancelled();
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
	const isOfKey = (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.Z)(error, "InvalidKey.Format", "InvalidKeyPair.Format");
	if (!(error instanceof _aws_js__WEBPACK_IMPORTED_MODULE_1__.J) || !isOfKey || type !== "rsa" || documentedBits.includes(bits)) return error;
	const hint = `This RSA key has ${bits} bits; EC2 documents 1024, 2048 and 4096. Create another key: \`ssh-keygen -t rsa -b 4096\`, or \`ssh-keygen -t ed25519\` (not for Windows instances).`;
	return new _aws_js__WEBPACK_IMPORTED_MODULE_1__.J(error.code, error.message, {
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
	const theirs = pair.publicKey === void 0 ? fingerprint : `${fingerprint}, ${(0,_aws_js__WEBPACK_IMPORTED_MODULE_1__._)(pair.publicKey)}`;
	const ours = `${(0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.h)(publicKey)}, ${(0,_aws_js__WEBPACK_IMPORTED_MODULE_1__._)(publicKey)}`;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t("KEY_DIFFERS", `Key pair "${keyName}" in ${region} (${keyPairId}) contains a different key (fingerprint ${theirs}; yours is ${ours}).`, { hint: "An import never replaces a key. Set another key-name, or delete the key pair first if no one needs it." });
}

}),

8618:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
importOperation: () => importOperation
});
var _import_key_pair_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6445);
var _aws_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3066);
var _key_pair_result_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4843);
var _new_pair_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1378);
var _not_applied_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5902);
var _origin_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2593);
var _preview_new_pair_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(561);
var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9432);
var _private_key_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9116);
var node_crypto__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7598);

// src/keys/given-public-key.ts
const minRsaBits = 1024;
const maxRsaBits = 16384;
const typeWord = /^(ssh-(rsa|ed25519|ed448|dss)|ecdsa-sha2-[a-z0-9]+|sk-[a-z0-9-]+@openssh\.com|[a-z0-9-]+-cert-v0[01]@openssh\.com)$/;
const ssh2Begin = "---- BEGIN SSH2 PUBLIC KEY ----";
const ssh2Block = /---- BEGIN SSH2 PUBLIC KEY ----[ \t]*\n(.*?)\n[ \t]*---- END SSH2 PUBLIC KEY ----/s;
const path = /^(?:fileb?:\/\/|~|\.{0,2}[\\/]|[A-Za-z]:[\\/]|\$\{?[A-Z]|[\w.@-]+(?:[\\/][\w.@-]+)+$)|\.(?:pub|pem|key|txt)$/;
const unevaluated = /^(?:\$\{?(?:env:)?\w+\}?|%\w+%|\$\(.*\)|\$?\{\{.*\}\}|(?:env|inputs|needs|secrets|steps|vars)\.[\w.-]+)$/;
const setWholeLine = "Set the whole line, as `cat ~/.ssh/id_ed25519.pub` or `ssh-keygen -y -f <private key>` prints it.";
function readGivenPublicKey(given) {
	const text = (0,_private_key_text_js__WEBPACK_IMPORTED_MODULE_6__.n)(given);
	try {
		const key = readForm(text);
		if (key.type === "rsa" && (key.bits < minRsaBits || key.bits > maxRsaBits)) throw notSupported(`${key.bits}-bit RSA keys`);
		return key;
	} catch (error) {
		if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_5__.t) throw error;
		throw (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.E)(text).length > 0 || text.includes(ssh2Begin) ? unreadable("The public key is incomplete or damaged.", convert(text)) : incomplete("its data is not a valid key");
	}
}
function readForm(text) {
	if (text.includes(ssh2Begin)) return readSsh2(text);
	if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.E)(text).length > 0) return readPemKey(text);
	const line = onlyLine(text);
	const [first = "", second = ""] = line.split(/\s+/);
	if (!typeWord.test(first)) return readWithoutType(line, first);
	if (second === "") throw incomplete("there is no data after its type");
	return fromBase64(second, first);
}
function readWithoutType(line, first) {
	if (first.startsWith("AAAA")) return fromBase64(first);
	const der = /^M[A-P][A-Za-z0-9+/]{30,}={0,2}$/.test(line) ? Buffer.from(line, "base64") : void 0;
	const key = der && (keyOfDer(der, "spki") ?? keyOfDer(der, "pkcs1"));
	if (key === void 0) throw otherStart(line);
	return fromKeyObject(key);
}
function fromBase64(base64, algorithm) {
	refuseUnsupported(algorithm ?? "");
	const blob = Buffer.from(base64, "base64");
	if (withoutPadding(blob.toString("base64")) !== withoutPadding(base64)) throw incomplete("its data is not base64");
	try {
		const inside = new _aws_js__WEBPACK_IMPORTED_MODULE_1__.V(blob).string().toString("latin1");
		if (algorithm === void 0) refuseUnsupported(inside);
		else if (inside !== algorithm) throw new _aws_js__WEBPACK_IMPORTED_MODULE_1__.B("another algorithm inside");
		return _aws_js__WEBPACK_IMPORTED_MODULE_1__.R.fromBlob(blob);
	} catch (error) {
		if (!(error instanceof _aws_js__WEBPACK_IMPORTED_MODULE_1__.B)) throw error;
		throw incomplete(`its data is not a valid ${algorithm ?? "SSH"} key`);
	}
}
function refuseUnsupported(algorithm) {
	if (algorithm !== "ssh-rsa" && algorithm !== "ssh-ed25519" && typeWord.test(algorithm)) throw notSupported(`${algorithm} keys`);
}
function readSsh2(text) {
	const count = text.split(ssh2Begin).length - 1;
	if (count > 1) throw several(count);
	const [, block] = ssh2Block.exec(text) ?? [];
	if (block === void 0) throw new _aws_js__WEBPACK_IMPORTED_MODULE_1__.B("no END line");
	return fromBase64(block.replace(/^[ \t]*[^\s:]{1,64}:(?:.*\\\n)*.*/gm, "").replace(/\s/g, ""));
}
function readPemKey(text) {
	const [label = "", ...others] = (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.E)(text);
	if (label.includes("CERTIFICATE")) throw unreadable("The public key is an X.509 certificate.", "Set the public key in it, which `openssl x509 -in <file> -noout -pubkey` prints.");
	if (label.startsWith("PGP")) throw unreadable("The public key is a PGP key.", setWholeLine);
	if (others.length > 0) throw several(others.length + 1);
	const { bytes } = (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.D)(text);
	return fromKeyObject((0,node_crypto__WEBPACK_IMPORTED_MODULE_7__.createPublicKey)({
		key: bytes,
		format: "der",
		type: label === "RSA PUBLIC KEY" ? "pkcs1" : "spki"
	}));
}
function keyOfDer(der, type) {
	try {
		return (0,node_crypto__WEBPACK_IMPORTED_MODULE_7__.createPublicKey)({
			key: der,
			format: "der",
			type
		});
	} catch {
		return;
	}
}
function fromKeyObject(key) {
	const type = String(key.asymmetricKeyType);
	if (type !== "rsa" && type !== "ed25519") throw notSupported(`${type.toUpperCase()} keys`);
	const jwk = key.export({ format: "jwk" });
	const number = (name) => Buffer.from(String(jwk[name]), "base64url");
	return type === "rsa" ? _aws_js__WEBPACK_IMPORTED_MODULE_1__.R.rsa(number("e"), number("n")) : _aws_js__WEBPACK_IMPORTED_MODULE_1__.R.ed25519(number("x"));
}
function onlyLine(text) {
	const lines = text.split("\n").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
	const [line, ...others] = lines;
	if (line === void 0) throw unreadable("The public key is empty.", setWholeLine);
	if (others.length === 0) return line;
	const keys = lines.filter(hasTypeWord);
	if (keys.length > 1) throw several(keys.length);
	const joined = lines.join("");
	if (/^M[A-P][A-Za-z0-9+/]+={0,2}$/.test(joined)) return joined;
	throw unreadable("The public key contains line breaks.", "Put the key on one line.");
}
function hasTypeWord(line) {
	return line.split(/\s/).some((word) => typeWord.test(word));
}
function withoutPadding(base64) {
	return base64.replace(/=+$/, "");
}
function unreadable(message, hint) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_5__.t("PUBLIC_KEY_UNREADABLE", message, { hint });
}
function incomplete(reason) {
	return unreadable(`The public key is incomplete or damaged: ${reason}.`, setWholeLine);
}
function several(count) {
	return unreadable(`EC2 accepts one public key, but ${count} were set.`, "Set one key, on one line.");
}
function convert(text) {
	return `Set it as \`ssh-keygen -i ${text.includes(ssh2Begin) ? "" : (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__.E)(text)[0] === "RSA PUBLIC KEY" ? "-m PEM " : "-m PKCS8 "}-f <file>\` prints it. If that fails, the file is damaged.`;
}
function notSupported(what) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_5__.t("PUBLIC_KEY_TYPE_NOT_SUPPORTED", `EC2 does not support ${what}. It supports RSA keys (1024, 2048 or 4096 bits) and ED25519 keys.`, { hint: "Create a supported key: `ssh-keygen -t ed25519` (not for Windows instances) or `ssh-keygen -t rsa -b 4096`." });
}
function otherStart(line) {
	if (hasTypeWord(line)) return unreadable("The public key has text before its type, such as the options in an authorized_keys file.", "Remove that text: the line must start with ssh-rsa or ssh-ed25519.");
	if (unevaluated.test(line)) return unreadable("The public key is a variable or an expression, which is not evaluated here.", "Set public-key to an expression of the workflow, such as ${{ vars.DEPLOY_PUBLIC_KEY }}.");
	return path.test(line) ? unreadable("The public key is the path of a file.", "Set public-key-path to that path, without fileb:// before it.") : unreadable("The public key does not start with ssh-rsa or ssh-ed25519.", setWholeLine);
}
// src/operations/read-public-key.ts
async function readPublicKey(source, step) {
	return readGivenPublicKey("text" in source ? source.text : await textOfFile(source.path, step));
}
async function textOfFile(path, { registerMasks, readWorkspaceFile }) {
	if (/^[\w@.-]+\s+AAAA|BEGIN [A-Z0-9 ]{0,40}PUBLIC KEY/.test(path)) throw keyInsteadOfPath();
	const text = await readWorkspaceFile(path);
	if (text === void 0) throw noFile(path);
	if (await (0,_private_key_text_js__WEBPACK_IMPORTED_MODULE_6__.t)(text, registerMasks)) throw privateKeyInFile(path);
	return text;
}
function privateKeyInFile(path) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_5__.t("PUBLIC_KEY_UNREADABLE", `public-key-path: ${path} contains a private key.`, { hint: "It was not printed, and is masked in this job from now on. Set public-key-path to the file of the public key, which `ssh-keygen -y -f <private key>` prints." });
}
function keyInsteadOfPath() {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_5__.t("NO_PUBLIC_KEY_FILE", "public-key-path contains a public key instead of a path.", { hint: "Set public-key to the key instead." });
}
function noFile(path) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_5__.t("NO_PUBLIC_KEY_FILE", `public-key-path: ${path} does not exist.`, { hint: "The path is relative to the workspace. Check that the repository is checked out before this step." });
}
// src/operations/import.ts
const neverChanges = "An import never changes an existing key pair.";
const importOperation = {
	async plan(request, step) {
		const publicKey = await readPublicKey(request.publicKey, step);
		const keyName = (0,_new_pair_js__WEBPACK_IMPORTED_MODULE_2__.t)(request.name, step);
		const existing = "exact" in request.name ? await step.keyPairs.find({ keyName }) : void 0;
		if (existing !== void 0) (0,_import_key_pair_js__WEBPACK_IMPORTED_MODULE_0__.r)(existing, publicKey);
		const identity = (0,_new_pair_js__WEBPACK_IMPORTED_MODULE_2__.r)(keyName, request, step);
		return {
			pair: {
				keyName,
				publicKey,
				tags: identity.tags
			},
			name: request.name,
			options: request,
			identity,
			existing
		};
	},
	async preview(plan, step) {
		const { existing } = plan;
		const imported = existing === void 0 ? {
			keyPairId: "",
			fingerprint: "",
			holder: void 0
		} : {
			...existing,
			holder: existing
		};
		return {
			actions: actionsOf(plan, step.keyPairs),
			...(0,_preview_new_pair_js__WEBPACK_IMPORTED_MODULE_8__.t)(resultOf(imported, plan, step), plan.name)
		};
	},
	async execute(plan, step) {
		const { pair, identity, existing } = plan;
		const { record, lifetime } = identity;
		return step.claims.undoOnFailure(async (claims) => {
			if (existing === void 0) step.log.info(`Importing ${pair.publicKey.type} key pair "${pair.keyName}" in ${step.region}.`);
			const result = resultOf(existing === void 0 ? await (0,_import_key_pair_js__WEBPACK_IMPORTED_MODULE_0__.n)(pair, step.keyPairs, {
				record,
				claim: claims.intend(record, (0,_new_pair_js__WEBPACK_IMPORTED_MODULE_2__.i)(lifetime))
			}) : {
				...existing,
				holder: existing
			}, plan, step);
			step.setOutputs((0,_key_pair_result_js__WEBPACK_IMPORTED_MODULE_9__.t)(result));
			return (0,_key_pair_result_js__WEBPACK_IMPORTED_MODULE_9__.n)(result);
		});
	}
};
function actionsOf({ pair, identity, existing }, keyPairs) {
	const which = `key pair "${pair.keyName}" in ${keyPairs.region}`;
	if (existing !== void 0) return [{ text: `leave ${which} as it is: it already contains this key` }];
	const { type } = pair.publicKey;
	return [{
		text: `import ${which} (${type}, ${(0,_aws_js__WEBPACK_IMPORTED_MODULE_1__._)(pair.publicKey)})`,
		checkPermission: () => keyPairs.checkPermission({
			call: "ImportKeyPair",
			pair
		}).catch((error) => {
			throw (0,_import_key_pair_js__WEBPACK_IMPORTED_MODULE_0__.t)(error, pair.publicKey);
		})
	}, ...(0,_preview_new_pair_js__WEBPACK_IMPORTED_MODULE_8__.n)(identity.lifetime)];
}
function resultOf(imported, plan, { region, run }) {
	const { keyPairId, fingerprint, holder } = imported;
	const { keyName, publicKey } = plan.pair;
	const { lifetime, expiresAt } = plan.identity;
	return {
		keyName,
		keyPairId,
		region,
		keyType: publicKey.type,
		fingerprint,
		sha256Fingerprint: (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__._)(publicKey),
		publicKey: publicKey.openSshLine(keyName),
		delivered: void 0,
		fingerprintDiffers: false,
		...holder === void 0 ? {
			change: "imported",
			lifetime,
			expiresAt,
			creatingRunId: run.runId,
			runUrl: void 0
		} : {
			change: "none",
			...(0,_origin_js__WEBPACK_IMPORTED_MODULE_4__.n)(holder, run),
			...(0,_not_applied_js__WEBPACK_IMPORTED_MODULE_3__.n)(holder, plan.options, neverChanges)
		}
	};
}

}),

1099:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => parseKeyPairRecord,
t: () => keyPairIdPattern
});
var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8962);

// src/ec2/key-pair-record.ts
const keyPairIdPattern = /^key-[0-9a-f]+$/;
const parseKeyPairRecord = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.s)("key-pair", {
	region: _record_js__WEBPACK_IMPORTED_MODULE_0__.a,
	keyName: _record_js__WEBPACK_IMPORTED_MODULE_0__.a,
	nonce: _record_js__WEBPACK_IMPORTED_MODULE_0__.a,
	credentials: _record_js__WEBPACK_IMPORTED_MODULE_0__.a,
	account: _record_js__WEBPACK_IMPORTED_MODULE_0__.a,
	source: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.o)(_record_js__WEBPACK_IMPORTED_MODULE_0__.a),
	endpoint: _record_js__WEBPACK_IMPORTED_MODULE_0__.a,
	keyPairId: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.o)((0,_record_js__WEBPACK_IMPORTED_MODULE_0__.i)(keyPairIdPattern)),
	unanswered: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__.o)(Number.isSafeInteger)
});

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
		created: String(doneTo(result) !== "found"),
		changed: String(result.change !== "none")
	};
	return Object.assign({}, outputs, ...(result.delivered ?? []).map((delivered) => delivered.outputs));
}
function reportOf(result) {
	return {
		lines: linesOf(result),
		warnings: warningsOf(result),
		summary: summaryOf(result)
	};
}
function linesOf(result) {
	const { keyName, keyPairId, region, fingerprint, creator, delivered = [], remarks = [] } = result;
	const kept = keptUntil(result);
	return [
		`${capitalized(doneTo(result))} key pair "${keyName}" (${keyPairId}) in ${region}, fingerprint ${fingerprint}.`,
		...creator === void 0 ? kept.map((sentence) => `It is ${sentence}.`) : [`Created by ${[creator, ...kept].join(", ")}.`],
		...isKeyLost(result) && result.lifetime === "run" ? ["Other jobs of this run can use the key pair, but not its private key."] : [],
		...remarks,
		...delivered.map(({ label, where, until }) => `${label}: ${where} (${until})`),
		...usagesOf(result).map((usage) => `To log in: ${usage}`)
	];
}
function doneTo({ change }) {
	return change === "created" || change === "imported" ? change : "found";
}
function warningsOf(result) {
	const { keyName, lifetime, delivered = [], warnings: others = [] } = result;
	const warnings = [...others, ...delivered.flatMap((one) => one.warnings)];
	if (result.fingerprintDiffers) warnings.push(fingerprintWarning(result));
	if (lifetime !== "persistent" || !isKeyLost(result)) return warnings;
	return [[`Key pair "${keyName}" will outlive this job, but its private key will not: EC2 returns it only once, at creation. Save it in a later step of this job (docs/recipes/keep-the-private-key.md), or import a public key of your own.`, ...delivered.flatMap(({ keepAdvice }) => keepAdvice ?? [])].join(" "), ...warnings];
}
function isKeyLost({ change, delivered = [] }) {
	return change === "created" && !delivered.some(({ outlivesJob }) => outlivesJob);
}
function fingerprintWarning({ keyName, fingerprint }) {
	return `The fingerprint of key pair "${keyName}" (${fingerprint}) is not the one that AWS computes from its private key. An endpoint other than AWS may compute it differently.`;
}
function summaryOf(result) {
	const { keyName, keyPairId, region, delivered, runUrl } = result;
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
		...delivered?.length === 0 ? [["Private key", "Not available in this job"]] : [],
		...(delivered ?? []).map(({ label, where, until }) => [label, {
			value: where,
			note: until
		}])
	];
	const notes = usagesOf(result).map((command) => ({
		text: "To log in:",
		command
	}));
	return {
		heading: `EC2 key pair ${doneTo(result)}`,
		subject: keyName,
		rows,
		notes
	};
}
function keptUntil({ creator, creatingRunId, lifetime, expiresAt }) {
	if (lifetime === void 0) return [];
	return [`${{
		job: `deleted when ${creator === void 0 ? "this job" : "the job that created it"} ends`,
		run: `kept until a step deletes it with run-id: ${creatingRunId}`,
		persistent: "kept until it is deleted"
	}[lifetime]}${expiresAt === void 0 ? "" : `, and tagged to expire at ${toSeconds(expiresAt)}`}`];
}
function usagesOf({ delivered = [] }) {
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
	return time.toISOString().replace(/\.\d+/, "");
}
function capitalized(sentence) {
	return sentence.charAt(0).toUpperCase() + sentence.slice(1);
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
	const [ownRunId, ownAttempt] = (own.get(_ownership_js__WEBPACK_IMPORTED_MODULE_1__.a.run) ?? "").split("/");
	const [, runId, attempt] = /^(\d+)\/(\d+)$/.exec(tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_1__.a.run) ?? "") ?? [];
	if (runId !== ownRunId || tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_1__.a.repository) !== own.get(_ownership_js__WEBPACK_IMPORTED_MODULE_1__.a.repository)) return "";
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
		tags: (0,_ownership_js__WEBPACK_IMPORTED_MODULE_0__.o)({
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

}),

2593:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => originOf,
t: () => lifetimeIn
});
var _ownership_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8826);

// src/operations/origin.ts
const lifetimes = [
	"job",
	"run",
	"persistent"
];
function originOf({ tags }, run) {
	const creating = creatingRunOf(tags, run);
	if (creating === void 0) return {
		lifetime: void 0,
		expiresAt: void 0,
		runUrl: void 0
	};
	const { repository, runId } = creating;
	return {
		creator: `run ${runId} of ${(0,_ownership_js__WEBPACK_IMPORTED_MODULE_0__.n)(tags, run) ? "this repository" : repository}`,
		creatingRunId: runId,
		lifetime: lifetimeIn(tags),
		expiresAt: expiryIn(tags),
		runUrl: `https://${repository}/actions/runs/${runId}`
	};
}
function lifetimeIn(tags) {
	return lifetimes.find((lifetime) => lifetime === tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_0__.a.lifetime));
}
function expiryIn(tags) {
	const time = new Date(tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_0__.a.expiresAt) ?? "");
	return Number.isNaN(time.getTime()) ? void 0 : time;
}
function creatingRunOf(tags, run) {
	const repository = tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_0__.a.repository) ?? "";
	if (hostOf(repository) !== hostOf(run.repository)) return void 0;
	const [, runId] = /^(\d+)\/\d+$/.exec(tags.get(_ownership_js__WEBPACK_IMPORTED_MODULE_0__.a.run) ?? "") ?? [];
	if (runId === void 0 || !/^[\w.-]+(?::\d+)?\/[\w.-]+\/[\w.-]+$/.test(repository)) return void 0;
	return {
		repository,
		runId
	};
}
function hostOf(repository) {
	return repository.slice(0, repository.indexOf("/"));
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

}),

9116:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
n: () => plainText,
t: () => maskPrivateKeyIn
});
var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);

// src/keys/plain-text.ts
const encodedKey = /^(?:c3NoL|LS0tL|UHVUVFk)[A-Za-z0-9+/\s]+={0,2}\s*$/;
function plainText(given) {
	const text = unquoted(fromUtf16(given).replace(/[\u200b-\u200d\u2060\ufeff]/g, "").trim());
	return withNewlines(encodedKey.test(text) ? Buffer.from(text, "base64").toString("utf8") : text).replace(/\r\n?/g, "\n").trim();
}
function fromUtf16(text) {
	return /^\ufffd{0,2}(?:(?:[^\0]\0)+|(?:\0[^\0])+)$/.test(text) ? text.replace(/[\0\ufffd]/g, "") : text;
}
function unquoted(text) {
	const [, document] = /^<<[-~]?EO[FT]\r?\n(.*)(?<=\n)[ \t]*EO[FT]$/s.exec(text) ?? [];
	if (document !== void 0) return document.trim();
	const [, , inside] = /^(["'`])(.*)\1$/s.exec(text) ?? [];
	return inside?.trim() ?? text;
}
function withNewlines(text) {
	if (/^(?:-----BEGIN|---- BEGIN|PuTTY-User-Key-File)/.test(text)) return text.replace(/(?:\\r)?\\n/g, "\n");
	let line = text;
	while (line.endsWith("\\n") || line.endsWith("\\r")) line = line.slice(0, -2);
	return line;
}
// src/keys/private-key-text.ts
const privateKeyMark = /BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY|PuTTY-User-Key-File|b3BlbnNzaC1rZXk/;
const unmarkedLabels = ["RSA PRIVATE KEY", "PRIVATE KEY"];
const base64Line = /^[A-Za-z0-9+/]{4,}={0,2}$/;
const maxSecretLength = 65536;
async function maskPrivateKeyIn(given, registerMasks) {
	const text = plainText(given);
	const key = readableKeyIn(text);
	if (key !== void 0) await _aws_js__WEBPACK_IMPORTED_MODULE_0__.v.mask(key, registerMasks);
	else if (privateKeyMark.test(text)) await registerMasks(masksOfUnreadable(text));
	else return false;
	return true;
}
function readableKeyIn(text) {
	const base64 = text.replace(/\s/g, "");
	return [text, ...base64Line.test(base64) ? unmarkedLabels.map((label) => (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.k)(label, (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.O)(base64, 64))) : []].map(parsed).find((key) => key !== void 0);
}
function parsed(text) {
	try {
		return _aws_js__WEBPACK_IMPORTED_MODULE_0__.y.parse(text);
	} catch {
		return;
	}
}
function masksOfUnreadable(text) {
	return text.slice(0, maxSecretLength).split(/(?=-----BEGIN )/).flatMap(masksOfBlock);
}
function masksOfBlock(text) {
	const lines = linesOf(text);
	const start = lines.findIndex((line) => /^-+ ?BEGIN|^Private-Lines:/.test(line)) + 1;
	const first = lines.findIndex((line, at) => at >= start && !isHeader(line));
	const last = lines.findLastIndex((line) => !isHeader(line));
	if (first < 0) return [];
	const secret = lines.slice(first, last + 1).map((line) => line.replace(/[^A-Za-z0-9+/=]/g, ""));
	const bytes = Buffer.from(secret.join(""), "base64");
	return (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.K)({
		before: lines.slice(0, first),
		secret,
		after: lines.slice(last + 1)
	}, [secretPart(bytes, (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__.E)(text)[0] ?? "")]);
}
function linesOf(text) {
	return text.replace(/-----[A-Z0-9 ]{1,60}-----/g, "\n$&\n").split("\n").flatMap((line) => isHeader(line) ? [line] : line.trim().split(/\s+/)).filter((line) => line !== "");
}
function isHeader(line) {
	return /^-|:\s/.test(line);
}
function secretPart(bytes, label) {
	if (label === "OPENSSH PRIVATE KEY") return lastStringOf(bytes) ?? bytes;
	return /^(?:ENCRYPTED )?PRIVATE KEY$/.test(label) ? lastOctetStringOf(bytes) ?? bytes : bytes;
}
function lastStringOf(container) {
	try {
		const reader = new _aws_js__WEBPACK_IMPORTED_MODULE_0__.V(container);
		reader.bytes(15);
		for (const _ of [
			"cipher",
			"kdf",
			"kdf options"
		]) reader.string();
		reader.uint32();
		reader.string();
		return reader.string();
	} catch {
		return;
	}
}
function lastOctetStringOf(der) {
	for (let at = 0; at < Math.min(der.length, 256); at += 1) for (const lengthBytes of [
		0,
		1,
		2
	]) {
		const header = Buffer.from([4, ...lengthOf(der.length - at - 2 - lengthBytes, lengthBytes)]);
		if (der.subarray(at, at + header.length).equals(header)) return der.subarray(at + header.length);
	}
}
function lengthOf(length, bytes) {
	const low = length & 255;
	if (bytes === 0) return [low];
	return bytes === 1 ? [129, low] : [
		130,
		length >> 8 & 255,
		low
	];
}

}),

8962:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
a: () => nonEmpty,
i: () => matching,
n: () => isTrue,
o: () => optional,
r: () => listOf,
s: () => recordParser,
t: () => absolutePath
});
var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

// src/ledger/record.ts
function recordParser(kind, fields, fits = () => true) {
	const checks = Object.entries(fields);
	return (value) => {
		if (typeof value !== "object" || value === null || !("kind" in value) || value.kind !== kind) return void 0;
		const given = new Map(Object.entries(value));
		if (!checks.every(([name, check]) => check(given.get(name)))) return void 0;
		const record = value;
		return fits(record) ? record : void 0;
	};
}
const nonEmpty = (value) => typeof value === "string" && value !== "";
const absolutePath = (value) => typeof value === "string" && node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute(value);
const isTrue = (value) => value === true;
function matching(pattern) {
	return (value) => typeof value === "string" && pattern.test(value);
}
function listOf(check) {
	return (value) => Array.isArray(value) && value.every(check);
}
function optional(check) {
	return (value) => value === void 0 || check(value);
}

})

};
