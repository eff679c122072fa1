import { KeyPairError, tagKeys, unexpectedError } from "./start.js";
import { AwsError, MalformedError, PublicKey, WireReader, ec2ErrorNames, ec2FingerprintOfImported, failureOf, isFingerprintOf, isNamed, pemLabels, readPem, sha256Fingerprint } from "./aws.js";
import { answeredAt, findHolder, isFreeAgain } from "./release.js";
import { NameTakenError, derPrivateKey, expectedReport, generatePrivateKey, maskPrivateKeyIn, maybeOwn, notApplied, originOf, plainText, previewOfCleanup } from "./existing-pair.js";
import { chosenName, identifyNewPair, outputsOf, reportOf, retentionOf } from "./create.js";
const { createPublicKey } = process.getBuiltinModule("node:crypto");
// src/ec2/create-again.ts
async function createAgain(first, pair, keyPairs, { record, claim }) {
	const next = keyPairs.tries();
	let error = first;
	let asked = pair;
	let unanswered = 0;
	for (;;) {
		if (wasRefused(error)) {
			if (unanswered === 0) claim.cancelled();
			throw error;
		}
		if (!isTaken(error)) unanswered += 1;
		const holder = await holderAfter(error, record, keyPairs);
		if (holder.whose === "someone-else") {
			claim.cancelled();
			throw new NameTakenError(holder.pair, pair, error);
		}
		if (holder.whose === "own") {
			await deleteUnusable(holder.pair, keyPairs);
			if (!isTaken(error)) unanswered -= 1;
		} else if (isTaken(error)) {
			if (!isFreeAgain(holder)) throw maybeOwn(record, holder, error);
			unanswered += 1;
		}
		if (!await next(isTaken(error) ? "all" : "short")) throw error;
		if (isNamed(error, "DamagedResponse")) asked = {
			...pair,
			keyFormat: "pem"
		};
		const attempt = await attemptToCreate(asked, keyPairs);
		if ("created" in attempt) {
			claim.held({
				...record,
				keyPairId: attempt.created.keyPairId,
				unanswered
			});
			return attempt.created;
		}
		({error} = attempt);
	}
}
async function attemptToCreate(pair, keyPairs) {
	try {
		return { created: await keyPairs.create(pair) };
	} catch (error) {
		return { error };
	}
}
const isTaken = (error) => isNamed(error, ec2ErrorNames.duplicate);
function wasRefused(error) {
	return !isTaken(error) && failureOf(error) !== "uncertain";
}
async function holderAfter(error, record, keyPairs) {
	if (isTaken(error)) return findHolder(record, keyPairs, { takenAt: answeredAt(error) });
	try {
		const pair = await keyPairs.find({ keyName: record.keyName });
		return pair?.tags.get(tagKeys.nonce) === record.nonce ? {
			whose: "own",
			pair
		} : { whose: "unknown" };
	} catch (lookupError) {
		return {
			whose: "unknown",
			lookupError
		};
	}
}
async function deleteUnusable(pair, keyPairs) {
	try {
		await keyPairs.delete(pair);
	} catch (error) {
		const { code, message, hint = "" } = error instanceof KeyPairError ? error : unexpectedError(error);
		throw new KeyPairError(code, `The response with the private key of key pair "${pair.keyName}" was lost, and the key pair was not deleted.\n${message}`, {
			hint,
			cause: error
		});
	}
}
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
		if (!isNamed(error, ec2ErrorNames.duplicate)) {
			if (unanswered === 0 && failureOf(error) !== "uncertain") claim.cancelled();
			throw error;
		}
		const { publicKey } = pair;
		const holder = await findHolder(record, keyPairs, {
			takenAt: answeredAt(error),
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
		if (!isFreeAgain(holder)) throw maybeOwn(record, holder, error);
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
	const isOfKey = isNamed(error, "InvalidKey.Format", "InvalidKeyPair.Format");
	if (!(error instanceof AwsError) || !isOfKey || type !== "rsa" || documentedBits.includes(bits)) return error;
	const hint = `This RSA key has ${bits} bits; EC2 documents 1024, 2048 and 4096. Create another key: \`ssh-keygen -t rsa -b 4096\`, or \`ssh-keygen -t ed25519\` (not for Windows instances).`;
	return new AwsError(error.code, error.message, {
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
	const theirs = pair.publicKey === void 0 ? fingerprint : `${fingerprint}, ${sha256Fingerprint(pair.publicKey)}`;
	const ours = `${ec2FingerprintOfImported(publicKey)}, ${sha256Fingerprint(publicKey)}`;
	throw new KeyPairError("KEY_DIFFERS", `Key pair "${keyName}" in ${region} (${keyPairId}) contains a different key (fingerprint ${theirs}; yours is ${ours}).`, { hint: "An import never replaces a key. Set another key-name, or delete the key pair first if no one needs it." });
}
// src/ec2/import-generated.ts
async function importGenerated(pair, keyPairs, intend) {
	return importPublicHalf(await generatePrivateKey(pair.keyType), pair, keyPairs, intend());
}
async function importPublicHalf(privateKey, pair, keyPairs, intended) {
	const { keyName, tags } = pair;
	const { publicKey } = privateKey;
	const { keyPairId, fingerprint } = await importKeyPair({
		keyName,
		publicKey,
		tags
	}, keyPairs, intended, (holder) => {
		if (holder.publicKey?.equals(publicKey) !== true) throw new NameTakenError(holder, pair, void 0);
	});
	const fingerprintFits = isFingerprintOf(privateKey, fingerprint);
	return {
		keyPairId,
		keyName,
		region: keyPairs.region,
		fingerprint,
		fingerprintFits,
		privateKey
	};
}
// src/keys/given-public-key.ts
const minRsaBits = 1024;
const maxRsaBits = 16384;
const typeWord = /^(ssh-(rsa|ed25519|ed448|dss)|ecdsa-sha2-[a-z0-9]+|sk-[a-z0-9-]+@openssh\.com|[a-z0-9-]+-cert-v0[01]@openssh\.com)$/;
const ssh2Begin = "---- BEGIN SSH2 PUBLIC KEY ----";
const ssh2Block = /---- BEGIN SSH2 PUBLIC KEY ----[ \t]*\n(.*?)\n[ \t]*---- END SSH2 PUBLIC KEY ----/s;
const path = /^(?:~|\.{0,2}[\\/]|[A-Za-z]:[\\/]|\$\{?[A-Z]|[\w.@-]+(?:[\\/][\w.@-]+)+$)|\.(?:pub|pem|key|txt)$/;
const fileUrl = /^fileb?:(?:\/\/)?/i;
const unevaluated = /^(?:\$\{?(?:env:)?\w+\}?|%\w+%|\$\(.*\)|\$?\{\{.*\}\}|(?:env|inputs|needs|secrets|steps|vars)\.[\w.-]+)$/;
const setWholeLine = "Set the whole line, as `cat ~/.ssh/id_ed25519.pub` or `ssh-keygen -y -f <private key>` prints it.";
function readGivenPublicKey(given) {
	const text = plainText(given);
	try {
		const key = readForm(text);
		if (key.type === "rsa" && (key.bits < minRsaBits || key.bits > maxRsaBits)) throw notSupported(`${key.bits}-bit RSA keys`);
		return key;
	} catch (error) {
		if (error instanceof KeyPairError) throw error;
		throw pemLabels(text).length > 0 || text.includes(ssh2Begin) ? unreadable("The public key is incomplete or damaged.", convert(text)) : incomplete("its data is not a valid key");
	}
}
function readForm(text) {
	if (text.includes(ssh2Begin)) return readSsh2(text);
	if (pemLabels(text).length > 0) return readPemKey(text);
	const line = onlyLine(text);
	const [first = "", second = ""] = line.split(/\s+/);
	if (!typeWord.test(first)) return readWithoutType(line, first);
	if (second === "") throw incomplete("there is no data after its type");
	return fromBase64(second, first);
}
function readWithoutType(line, first) {
	if (first.startsWith("AAAA")) return fromBase64(first);
	const der = /^M[A-P][A-Za-z0-9+/]{30,}={0,2}$/.test(line) ? Buffer.from(line, "base64") : void 0;
	if (der !== void 0) refusePrivate(der);
	const key = der && (keyOfDer(der, "spki") ?? keyOfDer(der, "pkcs1"));
	if (key === void 0) throw otherStart(line);
	return fromKeyObject(key);
}
function fromBase64(base64, algorithm) {
	refuseUnsupported(algorithm ?? "");
	const blob = Buffer.from(base64, "base64");
	if (withoutPadding(blob.toString("base64")) !== withoutPadding(base64)) throw incomplete("its data is not base64");
	try {
		const inside = new WireReader(blob).string().toString("latin1");
		if (algorithm === void 0) refuseUnsupported(inside);
		else if (inside !== algorithm) throw new MalformedError("another algorithm inside");
		return PublicKey.fromBlob(blob);
	} catch (error) {
		if (!(error instanceof MalformedError)) throw error;
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
	if (block === void 0) throw new MalformedError("no END line");
	return fromBase64(block.replace(/^[ \t]*[^\s:]{1,64}:(?:.*\\\n)*.*/gm, "").replace(/\s/g, ""));
}
function readPemKey(text) {
	const [label = "", ...others] = pemLabels(text);
	if (label.includes("CERTIFICATE REQUEST")) throw unreadable("The public key is a certificate signing request.", "Set the public key in it, which `openssl req -in <file> -noout -pubkey` prints.");
	if (label.includes("CERTIFICATE")) throw unreadable("The public key is an X.509 certificate.", "Set the public key in it, which `openssl x509 -in <file> -noout -pubkey` prints.");
	if (label.startsWith("PGP")) throw unreadable("The public key is a PGP key.", setWholeLine);
	if (!/^(?:RSA )?PUBLIC KEY$/.test(label)) throw otherFormat();
	if (others.length > 0) throw several(others.length + 1);
	const { bytes } = readPem(text);
	refusePrivate(bytes);
	return fromKeyObject(createPublicKey({
		key: bytes,
		format: "der",
		type: label === "RSA PUBLIC KEY" ? "pkcs1" : "spki"
	}));
}
function refusePrivate(der) {
	if (derPrivateKey(der) !== void 0) throw unreadable("The public key is a private key.", setWholeLine);
}
function keyOfDer(der, type) {
	try {
		return createPublicKey({
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
	return type === "rsa" ? PublicKey.rsa(number("e"), number("n")) : PublicKey.ed25519(number("x"));
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
	throw lines.some(startsKey) ? unreadable("The public key contains line breaks.", "Put the key on one line.") : otherFormat();
}
function startsKey(line) {
	const [first = ""] = line.split(/\s/);
	return typeWord.test(first) || first.startsWith("AAAA");
}
function hasTypeWord(line) {
	return line.split(/\s/).some((word) => typeWord.test(word));
}
function withoutPadding(base64) {
	return base64.replace(/=+$/, "");
}
function unreadable(message, hint) {
	return new KeyPairError("PUBLIC_KEY_UNREADABLE", message, { hint });
}
function incomplete(reason) {
	return unreadable(`The public key is incomplete or damaged: ${reason}.`, setWholeLine);
}
function otherFormat() {
	return unreadable("The public key is not in a supported format.", setWholeLine);
}
function several(count) {
	return unreadable(`EC2 accepts one public key, but ${count} were set.`, "Set one key, on one line.");
}
function convert(text) {
	return `Set it as \`ssh-keygen -i ${text.includes(ssh2Begin) ? "" : pemLabels(text)[0] === "RSA PUBLIC KEY" ? "-m PEM " : "-m PKCS8 "}-f <file>\` prints it. If that fails, the file is damaged.`;
}
function notSupported(what) {
	return new KeyPairError("PUBLIC_KEY_TYPE_NOT_SUPPORTED", `EC2 does not support ${what}. It supports RSA keys (1024, 2048 or 4096 bits) and ED25519 keys.`, { hint: "Create a supported key: `ssh-keygen -t ed25519` (not for Windows instances) or `ssh-keygen -t rsa -b 4096`." });
}
function withoutUrl(line) {
	const [url] = fileUrl.exec(line) ?? [];
	return url === void 0 ? "" : `, without ${url} before it`;
}
function otherStart(line) {
	if (hasTypeWord(line)) return unreadable("The public key has text before its type, such as the options in an authorized_keys file.", "Remove that text: the line must start with ssh-rsa or ssh-ed25519.");
	if (unevaluated.test(line)) return unreadable("The public key is a variable or an expression, which is not evaluated here.", "Set public-key to an expression of the workflow, such as ${{ vars.DEPLOY_PUBLIC_KEY }}.");
	return fileUrl.test(line) || path.test(line) && !isEncoded(line) ? unreadable("The public key is the path of a file.", `Set public-key-path to that path${withoutUrl(line)}.`) : unreadable("The public key does not start with ssh-rsa or ssh-ed25519.", setWholeLine);
}
function isEncoded(line) {
	if (!/^[A-Za-z0-9+/]{40,}$/.test(line)) return false;
	const bytes = Buffer.from(line, "base64");
	return /^30(?:8[1-3]|[0-7])/.test(bytes.toString("hex", 0, 2)) || /^[\s -~]+$/.test(bytes.toString("latin1"));
}
// src/operations/read-public-key.ts
async function readPublicKey(source, step) {
	return readGivenPublicKey("text" in source ? source.text : await textOfFile(source.path, step));
}
async function textOfFile(path, { registerMasks, readWorkspaceFile }) {
	if (/^[\w@.-]+\s+AAAA|BEGIN [A-Z0-9 ]{0,40}PUBLIC KEY/.test(path)) throw keyInsteadOfPath();
	const text = await readWorkspaceFile(path);
	if (text === void 0) throw noFile(path);
	const found = await maskPrivateKeyIn(text, registerMasks);
	if (found !== void 0) throw privateKeyInFile(path, found);
	return text;
}
function privateKeyInFile(path, found) {
	const consequence = found === "masked" ? "It was not printed, and is masked in this job from now on." : "It was not printed, but it could not be masked: if a step of this job printed it, replace the key.";
	return new KeyPairError("PUBLIC_KEY_UNREADABLE", `public-key-path: ${path} contains a private key.`, { hint: `${consequence} Set public-key-path to the file of the public key, which \`ssh-keygen -y -f <private key>\` prints, or for PPK \`puttygen <file> -L\`.` });
}
function keyInsteadOfPath() {
	return new KeyPairError("NO_PUBLIC_KEY_FILE", "public-key-path contains a public key instead of a path.", { hint: "Set public-key to the key instead." });
}
function noFile(path) {
	const isAbsolute = /^(?:~|[\\/]|[A-Za-z]:)/.test(path);
	return new KeyPairError("NO_PUBLIC_KEY_FILE", `public-key-path: ${path} does not exist.`, { hint: isAbsolute ? "Check the path, and that an earlier step of this job created the file." : "The path is relative to the workspace. Check that the repository is checked out before this step." });
}
// src/operations/import.ts
const neverChanges = "An import never changes an existing key pair.";
const importOperation = {
	async plan(request, step) {
		const publicKey = await readPublicKey(request.publicKey, step);
		const keyName = chosenName(request.name, step);
		const existing = "exact" in request.name ? await step.keyPairs.find({ keyName }) : void 0;
		if (existing !== void 0) refuseOtherKey(existing, publicKey);
		const identity = identifyNewPair(keyName, request, step);
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
			...expectedReport(resultOf(imported, plan, step), plan.name)
		};
	},
	async execute(plan, step) {
		return step.claims.undoOnFailure(async (claims) => {
			const result = await importPlanned(plan, step, claims);
			step.setOutputs(outputsOf(result));
			return reportOf(result);
		});
	}
};
async function importPlanned(plan, step, claims) {
	const { pair, identity, existing } = plan;
	if (existing !== void 0) return resultOf({
		...existing,
		holder: existing
	}, plan, step);
	step.log.info(`Importing ${pair.publicKey.type} key pair "${pair.keyName}" in ${step.region}.`);
	const { record, lifetime } = identity;
	const claim = claims.intend(record, retentionOf(lifetime));
	return resultOf(await importKeyPair(pair, step.keyPairs, {
		record,
		claim
	}), plan, step);
}
function actionsOf({ pair, identity, existing }, keyPairs) {
	const which = `key pair "${pair.keyName}" in ${keyPairs.region}`;
	if (existing !== void 0) return [{ text: `leave ${which} as it is: it already contains this key` }];
	const { type } = pair.publicKey;
	return [{
		text: `import ${which} (${type}, ${sha256Fingerprint(pair.publicKey)})`,
		checkPermission: () => keyPairs.checkPermission({
			call: "ImportKeyPair",
			pair
		}).catch((error) => {
			throw explainSize(error, pair.publicKey);
		})
	}, ...previewOfCleanup(identity.lifetime)];
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
		sha256Fingerprint: sha256Fingerprint(publicKey),
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
			...originOf(holder, run),
			...notApplied(holder, plan.options, neverChanges)
		}
	};
}
export { createAgain, importGenerated, importKeyPair, importOperation, importPlanned, importPublicHalf, readPublicKey };
