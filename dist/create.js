import { KeyPairError, agentSocket, allowNoHome, childEnvironment, claimKinds, exportVariable, hasCode, hintOf, identityOf, isOutputFile, isReleased, isSameNumber, jobFolders, keepsFiles, keyHashOf, log, mainRetryPolicy, maskProxyPasswords, notWritable as notWritable$1, openDestination, openKeyPairs, openSource, outputFile, registerMasks, releaseClaim, releaseLastFirst, sentenceOf, setOutput, setOutputs, stepId, systemTemp, tagsOfNewPair, timeForRole, trialLinkOf, undoneOf, unexpectedError, unlessAborted, unreleased, workflowRun, writeFact, writeKept, writeSummary } from "./start.js";
import { MaskedPrivateKey, openKeyPairSession, sha256Fingerprint } from "./aws.js";
const { randomBytes } = process.getBuiltinModule("node:crypto");
const path = process.getBuiltinModule("node:path");
const { accessSync, closeSync, constants, fchmodSync, fstatSync, ftruncateSync, linkSync, lstatSync, mkdirSync, openSync, realpathSync, rmdirSync, unlinkSync, writeFileSync } = process.getBuiltinModule("node:fs");
// src/destinations/file/path-errors.ts
function pathTaken(existing, what, target) {
	if (target !== void 0) return new KeyPairError("PATH_TAKEN", `${existing} is ${what}, so ${target} cannot be created.`, { hint: "Set another private-key-path." });
	return new KeyPairError("PATH_TAKEN", `${existing} already exists (${what}). It was left untouched.`, { hint: "Set another private-key-path, or delete the existing file in an earlier step." });
}
async function notWritable(target, folder, cause) {
	const { describeNotWritable } = await import("./given-file.js");
	return describeNotWritable(target, folder, cause);
}
function pathEscapes(target, real) {
	return new KeyPairError("PATH_LEADS_OUT", `${target} passes through a symbolic link to ${real}. Links are not followed.`, { hint: "Set a private-key-path without links to other places. A checked-out repository can contain such links." });
}
// src/destinations/file/file-path.ts
function resolvePath(given, folders) {
	if (given.startsWith("~/")) return path.join(folders.home, given.slice(2));
	return path.resolve(path.isAbsolute(given) ? known("workspace", folders) ?? "" : folders.workspace, given);
}
async function inspectPath(target, folders) {
	const existing = await lstatOrUndefined(target);
	if (existing) throw pathTaken(target, existing.isDirectory() ? "a folder" : existing.isFile() ? "a file" : "a link or device");
	const { parent, missing } = await nearestFolder(path.dirname(target), target);
	const realParent = await realParentOf(parent, target);
	assertInside(target, realParent, folders);
	try {
		accessSync(realParent, constants.W_OK | constants.X_OK);
	} catch (cause) {
		throw await notWritable(target, realParent, cause);
	}
	return {
		path: target,
		realParent,
		missing
	};
}
function workspaceAround(file, folders) {
	const given = known("workspace", folders);
	const workspace = given && (realFolder(given) ?? given);
	return workspace !== void 0 && isWithin(workspace, file) ? workspace : void 0;
}
function isInTemp(target, folders) {
	const temp = known("temp", folders);
	return temp !== void 0 && isWithin(temp, target);
}
function assertInside(target, realParent, folders) {
	for (const name of [
		"workspace",
		"temp",
		"home"
	]) {
		const root = known(name, folders);
		if (root === void 0 || !isWithin(root, path.dirname(target))) continue;
		if (isWithin(realFolder(root) ?? realParent, realParent)) return;
		throw pathEscapes(target, realParent);
	}
}
function realFolder(folder) {
	try {
		return realpathSync.native(folder);
	} catch (error) {
		return hasCode(error, "ENOENT", "ENOTDIR") ? void 0 : folder;
	}
}
function known(name, folders) {
	try {
		return folders[name];
	} catch {
		return;
	}
}
async function nearestFolder(folder, target) {
	const missing = [];
	for (let parent = folder;; parent = path.dirname(parent)) {
		const existing = await lstatOrUndefined(parent);
		if (existing?.isDirectory() || existing?.isSymbolicLink()) return {
			parent,
			missing
		};
		if (existing || parent === path.dirname(parent)) throw pathTaken(parent, "not a folder", target);
		missing.unshift(path.basename(parent));
	}
}
function isWithin(root, folder) {
	const relative = path.relative(root, folder);
	return relative === "" || !(relative === ".." || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative));
}
async function realParentOf(folder, target) {
	try {
		return realpathSync.native(folder);
	} catch (error) {
		if (hasCode(error, "ENOENT", "ELOOP")) throw pathEscapes(target, "a missing target");
		throw await notWritable(target, folder, error);
	}
}
async function lstatOrUndefined(target) {
	try {
		return lstatSync(target);
	} catch (error) {
		if (hasCode(error, "ENOENT", "ENOTDIR")) return void 0;
		throw await notWritable(target, path.dirname(target), error);
	}
}
// src/destinations/file/open-file.ts
const fileMode = 256;
const closed = -1;
var OpenFile = class OpenFile {
	path;
	#descriptor;
	constructor(path, descriptor) {
		this.path = path;
		this.#descriptor = descriptor;
	}
	static create(path) {
		const flags = constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY;
		return new OpenFile(path, openSync(path, flags, fileMode));
	}
	chmod() {
		try {
			fchmodSync(this.#descriptor, fileMode);
		} catch {}
	}
	stat() {
		return fstatSync(this.#descriptor, { bigint: true });
	}
	write(text) {
		writeFileSync(this.#descriptor, text);
	}
	empty() {
		try {
			ftruncateSync(this.#descriptor, 0);
		} catch {}
	}
	close() {
		if (this.#descriptor === closed) return;
		const descriptor = this.#descriptor;
		this.#descriptor = closed;
		closeSync(descriptor);
	}
	abandon() {
		try {
			this.close();
		} catch {}
	}
};
// src/destinations/file/empty-file.ts
async function createEmpty(at, record, place) {
	const { claim, owner } = place;
	const file = await asPathError(place, () => OpenFile.create(at));
	let held;
	try {
		held = {
			...record,
			identity: identityOf(await asPathError(place, () => file.stat()))
		};
		claim.held(held);
		await asPathError(place, async () => {
			file.chmod();
			await assertPrivate(file, owner);
			await owner.restrictToOwner?.(at);
			assertNotMoved(file);
		});
		return {
			file,
			record: held
		};
	} catch (error) {
		file.abandon();
		if (held === void 0) await asPathError(place, () => unlinkSync(at));
		throw error;
	}
}
async function assertPrivate(file, { userId }) {
	if (userId === void 0) return;
	const { mode, uid } = file.stat();
	const isOwn = uid === BigInt(userId);
	if ((mode & 63n) === 0n && isOwn) return;
	const { filesReadableByOthers } = await import("./readable-by-others.js");
	throw filesReadableByOthers(path.dirname(file.path), Number(mode), isOwn);
}
function assertNotMoved(file, target = file.path) {
	const folder = path.dirname(target);
	const real = realpathSync.native(folder);
	if (real !== folder || !isSameFile(file, target)) throw pathEscapes(target, real);
}
function isSameFile(file, target) {
	return isSameNumber(file.stat(), lstatSync(target, { bigint: true }));
}
async function asPathError({ target, folder }, work) {
	try {
		return await work();
	} catch (error) {
		if (error instanceof KeyPairError) throw error;
		throw hasCode(error, "EEXIST") ? pathTaken(target, "it was created just now") : await notWritable(target, folder, error);
	}
}
// src/destinations/file/new-file.ts
const folderMode = 448;
async function reserveFile(request) {
	const { free, retention, claims, owner } = request;
	const record = recordOf(free, owner.restrictToOwner !== void 0);
	const claim = claims.intend(record, retention);
	const place = {
		target: free.path,
		folder: free.realParent,
		claim,
		owner
	};
	await asPathError(place, async () => {
		for (const folder of record.folders) mkdirSync(folder, folderMode);
		await owner.restrictToOwner?.(path.dirname(record.temporary));
	});
	const reserved = await usable(await createEmpty(record.temporary, record, place), place);
	return {
		write: (text, keyHash) => write(text, {
			...reserved,
			claim,
			keyHash
		}),
		close: async () => reserved.file.close()
	};
}
function recordOf({ path: target, realParent, missing }, isPrivateFolder) {
	const folder = path.join(realParent, ...missing);
	const random = path.join(folder, `.ec2-key-pair-${randomBytes(8).toString("hex")}`);
	const created = missing.map((_, depth) => path.join(realParent, ...missing.slice(0, depth + 1)));
	return {
		kind: "file",
		path: path.join(folder, path.basename(target)),
		temporary: isPrivateFolder ? path.join(random, "key") : random,
		folders: isPrivateFolder ? [...created, random] : created
	};
}
async function usable(first, place) {
	const { file, record } = first;
	let isKept = false;
	try {
		isKept = await asPathError(place, () => canBeLinked(first));
	} finally {
		if (!isKept) file.abandon();
	}
	if (isKept) return first;
	await asPathError(place, () => unlinkSync(record.temporary));
	const { createInPlace } = await import("./given-file.js");
	return createInPlace(record, place, createEmpty);
}
function canBeLinked({ file, record }) {
	const trial = trialLinkOf(record);
	try {
		linkSync(record.temporary, trial);
	} catch {
		return false;
	}
	const isSame = isSameFile(file, trial);
	unlinkSync(trial);
	return isSame;
}
async function write(text, { file, record, claim, keyHash }) {
	try {
		assertNotMoved(file);
		claim.held({
			...record,
			keyHash
		});
		file.write(text);
		if (file.path !== record.path) moveIntoPlace(file, record, claim);
		file.close();
		removePrivateFolder(record);
		return record.path;
	} catch (error) {
		file.empty();
		throw error instanceof KeyPairError ? error : await notWritable(record.path, path.dirname(record.path), error);
	}
}
function moveIntoPlace(file, record, claim) {
	const { path: target, temporary } = record;
	try {
		linkSync(temporary, target);
	} catch (error) {
		if (!hasCode(error, "EEXIST")) throw error;
		claim.held(record);
		throw pathTaken(target, "it was created just now");
	}
	unlinkSync(temporary);
	assertNotMoved(file, target);
}
function removePrivateFolder({ path: target, temporary }) {
	const folder = path.dirname(temporary);
	if (folder === path.dirname(target)) return;
	try {
		rmdirSync(folder);
	} catch {}
}
// src/destinations/file/file.ts
const untilRunnerIsDeleted = "until this job ends: GitHub then deletes this runner";
const untilCheckout = "until actions/checkout cleans the workspace";
const keepAdvice = "To keep the file on this machine, set private-key-path to a path outside of the workspace and the runner's temp folder.";
async function openFile(request, pair, context) {
	const { folders } = context;
	const { path: given, passphrase } = request;
	if (given === void 0) return newFile(await inspectPath(path.join(folders.temp, suggestedName(pair.keyName, request, context)), folders), request, pair, context);
	const { keyName, replaced: publicKey } = pair;
	if (publicKey !== void 0) {
		const { findOldFile, replacingFile } = await import("./rotate.js");
		const old = await findOldFile(given, {
			keyName,
			publicKey,
			passphrase
		}, folders);
		if (old !== void 0) return replacingFile(old, await newFile(old.free, request, pair, context));
	}
	const { lookAtGivenPath } = await import("./given-file.js");
	const found = await lookAtGivenPath(given, request, pair, context);
	return "missing" in found ? newFile(found, request, pair, context) : existingFile(found.path, [...found.warnings, ...await workspaceWarnings(found.realPath, folders)], context);
}
async function newFile(free, { format, passphrase, path: given }, { keyName, lifetime }, { folders, keepsFiles, stepId, userId, restrictToOwner }) {
	const isKept = lifetime === "persistent" && given !== void 0 && !isInTemp(free.path, folders);
	const retention = isKept ? "beyond" : "job";
	const realPath = path.join(free.realParent, ...free.missing, path.basename(free.path));
	const isInWorkspace = workspaceAround(realPath, folders) !== void 0;
	const stays = isKept && keepsFiles && !isInWorkspace;
	const warnings = await workspaceWarnings(realPath, folders);
	const delivered = async (file) => ({
		...deliveredTo(file, stays),
		...isKept && !stays ? { until: keepsFiles ? untilCheckout : untilRunnerIsDeleted } : {},
		warnings,
		...!stays && keepsFiles ? { keepAdvice } : {},
		...format === "pem" ? { usage: await loginCommand(file, stays ? void 0 : stepId) } : {}
	});
	return {
		intent: `write the private key to ${free.path} (${format})`,
		tags: [],
		async expected() {
			await requireWritable(free);
			return {
				...await delivered(realPath),
				...given === void 0 ? { outputs: {} } : {}
			};
		},
		async reserve(claims) {
			const { write, close } = await reserveFile({
				free,
				retention,
				claims,
				owner: {
					userId,
					restrictToOwner
				}
			});
			return {
				async deliver(key) {
					return delivered(await write(await key.as(format, {
						comment: keyName,
						passphrase
					}), keyHashOf(key.publicKey)));
				},
				close
			};
		}
	};
}
async function requireWritable({ path: target, realParent }) {
	try {
		accessSync(realParent, constants.W_OK);
	} catch (error) {
		throw await notWritable(target, realParent, error);
	}
}
function existingFile(target, warnings, { folders, keepsFiles }) {
	const until = keepsFiles ? "until this job ends" : untilRunnerIsDeleted;
	const stays = keepsFiles && !isInTemp(target, folders);
	const delivered = async () => ({
		...deliveredTo(target, stays),
		until: stays ? "kept by this step" : until,
		warnings
	});
	return {
		intent: `use the private key file ${target}`,
		tags: [],
		expected: delivered,
		reserve: async () => ({
			deliver: delivered,
			close: async () => {}
		})
	};
}
function deliveredTo(file, stays) {
	const where = file.replaceAll(path.sep, "/");
	return {
		label: "Private key file",
		where,
		until: stays ? "kept" : "deleted when this job ends",
		outlivesJob: stays,
		outputs: { "private-key-path": where },
		warnings: []
	};
}
function suggestedName(keyName, { format }, { randomHex }) {
	return `${keyName.replace(/[^\w.-]/g, "_").slice(0, 100)}-${randomHex(4)}.${format}`;
}
async function workspaceWarnings(file, folders) {
	const workspace = workspaceAround(file, folders);
	if (workspace === void 0) return [];
	const { workspaceWarning } = await import("./workspace-warning.js");
	const warning = await workspaceWarning(file, workspace);
	return warning === void 0 ? [] : [warning];
}
async function loginCommand(file, stepId) {
	if (stepId !== void 0) return `ssh -i "\${{ steps.${stepId}.outputs.private-key-path }}" ec2-user@<host>`;
	if (/^[\w./-]+$/.test(file)) return `ssh -i ${file} ec2-user@<host>`;
	const { shellWord } = await import("./start.js");
	return `ssh -i ${shellWord(file)} ec2-user@<host>`;
}
// src/ec2/create-key-pair.ts
async function createKeyPair(pair, keyPairs, intended) {
	let created;
	try {
		created = await keyPairs.create(pair);
	} catch (error) {
		const { createAgain } = await import("./import.js");
		return createAgain(error, pair, keyPairs, intended);
	}
	intended.claim.held({
		...intended.record,
		keyPairId: created.keyPairId
	});
	return created;
}
// src/results/key-pair-result.ts
function keptAt(delivered, where) {
	if (delivered.outputs["private-key-store"] === void 0) return delivered;
	return {
		...delivered,
		where,
		outputs: { "private-key-store": where }
	};
}
function outputsOf(result) {
	const outputs = {
		"key-name": result.keyName,
		"key-pair-id": result.keyPairId,
		"key-fingerprint": result.fingerprint,
		"key-type": result.keyType ?? "",
		"public-key": result.publicKey,
		"private-key-path": "",
		"aws-region": result.region,
		created: String(!["found", "rotated"].includes(doneTo(result))),
		changed: String(result.change !== "none"),
		...result.previousFingerprint === void 0 ? {} : { "previous-key-fingerprint": result.previousFingerprint }
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
	return change === "tagged" || change === "none" ? "found" : change;
}
function warningsOf(result) {
	const { keyName, lifetime, delivered = [], warnings: others = [] } = result;
	const warnings = [...others, ...delivered.flatMap((one) => one.warnings)];
	if (result.fingerprintDiffers) warnings.push(fingerprintWarning(result));
	if (lifetime !== "persistent" || !isKeyLost(result)) return warnings;
	return [[`Key pair "${keyName}" will outlive this job, but its private key will not: it exists only in this job. To keep it, set store (docs/recipes/keep-the-private-key.md), or import a public key of your own.`, ...delivered.flatMap(({ keepAdvice }) => keepAdvice ?? [])].join(" "), ...warnings];
}
function isKeyLost({ change, delivered }) {
	return delivered !== void 0 && (change === "created" || change === "rotated") && !delivered.some(({ outlivesJob }) => outlivesJob);
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
		}]),
		...result.rows ?? []
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
// src/operations/deliver.ts
async function openAll(requests, pair, { openDestination }) {
	const destinations = [];
	for (const request of requests) destinations.push(await openDestination(request, pair));
	return destinations;
}
async function deliver(destinations, { claims, registerMasks }, obtain) {
	const reservations = [];
	try {
		for (const destination of destinations) reservations.push(await destination.reserve(claims));
		const obtained = await obtain();
		const key = await MaskedPrivateKey.mask(obtained.privateKey, registerMasks);
		const delivered = [];
		for (const reservation of reservations) delivered.push(await reservation.deliver(key, obtained.keyPairId));
		return {
			obtained,
			delivered
		};
	} finally {
		await Promise.allSettled(reservations.map((reservation) => reservation.close()));
	}
}
// src/operations/new-pair.ts
function chosenName(name, { run, randomHex }) {
	if ("exact" in name) return name.exact;
	return name.generated ?? `${name.prefix}${run.runId}-${run.attempt}-${randomHex(4)}`;
}
function identifyNewPair(keyName, { tags, lifetime, expiresAfter, expiresAt: given }, { run, region, caller, endpoint, now, randomHex }) {
	const nonce = randomHex(16);
	const expiresAt = given ?? expiryOf(expiresAfter, now());
	return {
		record: {
			kind: "key-pair",
			region,
			keyName,
			nonce,
			...caller,
			endpoint
		},
		tags: tagsOfNewPair({
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
// src/operations/create.ts
async function planNewPair(request, step) {
	const keyName = chosenName(request.name, step);
	const { keyType, lifetime, generateOn } = request;
	const identity = identifyNewPair(keyName, request, step);
	const destinations = await openAll(request.destinations, {
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
}
const create = {
	async plan(request, step) {
		try {
			return await planNewPair(request, step);
		} catch (error) {
			throw await nameTaken(error, request, step) ?? error;
		}
	},
	async preview(plan, step) {
		return (await import("./existing-pair.js")).previewCreate(plan, step);
	},
	async execute(plan, step) {
		const { pair, identity, destinations } = plan;
		const { keyPairs, registerMasks, log } = step;
		log.info(`${plan.generateOn === "ec2" ? "Creating" : "Generating"} ${pair.keyType} key pair "${pair.keyName}" in ${keyPairs.region}.`);
		return step.claims.undoOnFailure(async (claims) => {
			const { record, lifetime } = identity;
			const intend = () => ({
				record,
				claim: claims.intend(record, retentionOf(lifetime))
			});
			const { obtained, delivered } = await deliver(destinations, {
				claims,
				registerMasks
			}, async () => {
				if (plan.generateOn === "ec2") return createKeyPair(pair, keyPairs, intend());
				const { importGenerated } = await import("./import.js");
				return importGenerated(pair, keyPairs, intend);
			});
			const result = resultOfCreated(obtained, plan, {
				delivered,
				creatingRunId: step.run.runId
			});
			step.setOutputs(outputsOf(result));
			return reportOf(result);
		});
	}
};
async function nameTaken(error, request, step) {
	if (!(error instanceof KeyPairError) || error.code !== "STORE_TAKEN") return void 0;
	const keyName = chosenName(request.name, step);
	const holder = await step.keyPairs.findEventually({ keyName });
	if (holder === void 0) return void 0;
	const { NameTakenError } = await import("./existing-pair.js");
	return new NameTakenError(holder, identifyNewPair(keyName, request, step), error);
}
function formatOfEc2(destinations) {
	const file = destinations.find((request) => request.kind === "file");
	return file?.format === "ppk" && file.passphrase === void 0 ? "ppk" : "pem";
}
function resultOfCreated(created, { identity }, known) {
	const { keyName, keyPairId, region, fingerprint, privateKey } = created;
	const { publicKey, type } = privateKey;
	const { lifetime, expiresAt } = identity;
	return {
		keyName,
		keyPairId,
		region,
		keyType: type,
		fingerprint,
		sha256Fingerprint: sha256Fingerprint(publicKey),
		publicKey: publicKey.openSshLine(keyName),
		change: "created",
		lifetime,
		expiresAt,
		runUrl: void 0,
		...known,
		fingerprintDiffers: !created.fingerprintFits
	};
}
// src/ledger/ledger-claims.ts
var LedgerClaims = class {
	#ledger;
	#kinds;
	#count = 0;
	constructor(ledger, kinds) {
		this.#ledger = ledger;
		this.#kinds = kinds;
	}
	async undoOnFailure(work) {
		const open = new Set();
		try {
			const result = await work({ intend: (record, retention) => this.#intend(open, record, retention) });
			const kept = [...open].filter(({ retention }) => retention === "beyond");
			writeKept(this.#ledger, kept.map(({ number }) => number));
			return result;
		} catch (error) {
			throw withUndoing(error, await releaseLastFirst([...open], this.#ledger));
		}
	}
	#intend(open, record, retention) {
		const kind = this.#kinds[record.kind];
		this.#count += 1;
		const claim = {
			number: this.#count,
			kind,
			record,
			retention
		};
		writeFact(this.#ledger, claim.number, "intended", record);
		open.add(claim);
		return {
			held: (now) => {
				claim.record = now;
				writeFact(this.#ledger, claim.number, "held", now);
			},
			cancelled: () => {
				writeFact(this.#ledger, claim.number, "released");
				open.delete(claim);
			},
			release: async () => {
				const outcome = await releaseClaim(claim, this.#ledger);
				if (isReleased(outcome)) open.delete(claim);
				else claim.retention = "job";
				return outcome;
			}
		};
	}
};
function withUndoing(error, outcomes) {
	const undone = undoneOf(outcomes);
	const left = unreleased(outcomes);
	if (undone.length + left.length === 0) return error;
	const { code, message, hint, details } = error instanceof KeyPairError ? error : unexpectedError(error);
	const hints = hint === void 0 ? [] : [hint];
	if (left.length > 0) hints.push("The post step will try again.");
	hints.push(...left.flatMap((one) => one.command === void 0 ? hintOf(one) ?? [] : []));
	const commands = left.flatMap(({ command }) => command ?? []);
	if (commands.length > 0) hints.push("To delete it yourself:", ...commands);
	return new KeyPairError(code, [
		message,
		...undone,
		...left.map(sentenceOf)
	].join("\n"), {
		hint: hints.length === 0 ? void 0 : hints.join("\n"),
		details,
		cause: error
	});
}
// src/runner/list-file.ts
function writeListFile(json, temp, random) {
	const file = path.join(temp, `key-pairs-${random}.json`);
	try {
		mkdirSync(temp, { recursive: true });
		writeFileSync(file, `${json}\n`, {
			flag: "wx",
			mode: 384
		});
	} catch (error) {
		throw notWritable$1(file, error);
	}
	return file.replaceAll(path.sep, "/");
}
// src/step/open-step.ts
async function openStep({ region: regionName, needsArn, role: arn, instances }, ledger) {
	allowNoHome();
	const policy = mainRetryPolicy(void 0, instances === void 0 ? "usual" : "withInstances");
	await maskProxyPasswords(process.env);
	const role = arn === void 0 ? void 0 : await openRole(arn, policy);
	const { session, accountId, ...access } = await unlessAborted(openKeyPairSession(regionName, policy, process.env, log.warning, role), policy.signal);
	const { region } = session;
	const addArn = accountId || needsArn ? await (await import("./caller.js")).addsArn(session, accountId) : void 0;
	const run = workflowRun();
	const context = {
		...deliveryContext(),
		run,
		notice: log.notice
	};
	const { folders, randomHex } = context;
	const first = {
		...access,
		session,
		run
	};
	const openRegion = async (other) => other === region ? first : openKeyPairs(other, policy, role);
	return {
		run,
		sessionEnd: access.caller.source === void 0 ? sessionEnd(process.env) : void 0,
		claims: new LedgerClaims(ledger, claimKinds(openRegion, isOutputFile)),
		log,
		registerMasks,
		now: () => new Date(),
		randomHex,
		...partsOfRegion(first, context),
		openRegion: async (other) => partsOfRegion(await openRegion(other), context),
		openSource: (request) => openSource(request, folders),
		async readWorkspaceFile(path) {
			const { readGivenFile } = await import("./given-file.js");
			return readGivenFile(path, folders);
		},
		writeListFile: (json) => writeListFile(json, folders.temp, randomHex(4)),
		setOutputs: (outputs) => setOutputs(addArn?.(outputs) ?? outputs)
	};
}
function partsOfRegion({ session, run, keyPairs, caller, endpoint }, delivery) {
	const openStore = async (reference) => (await import("./stores.js")).openStore(reference, session);
	const context = {
		...delivery,
		caller,
		openStore
	};
	return {
		region: session.region,
		caller,
		endpoint,
		keyPairs,
		openStore,
		openDestination: (request, pair) => openDestination(request, pair, context),
		async findReferences(keyNames) {
			const { findReferences } = await import("./references.js");
			return findReferences(keyNames, session);
		},
		async openInstances() {
			const { openFleet } = await import("./fleet.js");
			return openFleet(session);
		},
		async openEc2Clock() {
			const { ec2Clock } = await import("./rotate.js");
			return ec2Clock(session);
		},
		async openSweep(githubToken) {
			const { openSweep } = await import("./sweep.js");
			return openSweep(githubToken, session, run);
		}
	};
}
function sessionEnd(variables) {
	return variables["AWS_CREDENTIAL_EXPIRATION"] || variables["AWS_SESSION_EXPIRATION"];
}
async function openRole(arn, policy) {
	const { githubRole } = await import("./github-role.js");
	return githubRole(arn, policy, timeForRole.main, log.warning);
}
function deliveryContext() {
	return {
		folders: jobFolders(),
		keepsFiles: keepsFiles(),
		stepId: stepId(),
		randomHex: (bytes) => randomBytes(bytes).toString("hex"),
		userId: process.geteuid?.(),
		restrictToOwner: process.platform === "win32" ? restrictToOwnerOnWindows : void 0,
		outputFile,
		setOutput,
		systemTemp: systemTemp(),
		agentSocket: agentSocket(),
		childEnvironment: childEnvironment(),
		exportVariable
	};
}
async function restrictToOwnerOnWindows(target) {
	const { restrictToOwner } = await import("./windows.js");
	const { windowsPrograms } = await import("./windows.js");
	await restrictToOwner(target, windowsPrograms());
}
// src/step/run.ts
async function run(operation, request, ledger) {
	return carryOut(operation, request, await openStep(request, ledger));
}
async function carryOut(operation, request, step) {
	const plan = await operation.plan(request, step);
	if (request.dryRun) {
		const { reportPreview } = await import("./explanations.js");
		return reportPreview(await operation.preview(plan, step), step);
	}
	const { lines, warnings, summary, failure } = await operation.execute(plan, step);
	for (const line of lines) log.info(line);
	for (const warning of warnings) log.warning(warning);
	if (step.sessionEnd && "lifetime" in request && request.lifetime === "job") {
		const { noticeOfSessionEnd } = await import("./explanations.js");
		const notice = noticeOfSessionEnd(step.sessionEnd, step.now());
		if (notice !== void 0) log.notice(notice);
	}
	writeSummary(summary);
	if (failure !== void 0) throw failure;
}
export { assertInside, carryOut, chosenName, consoleUrl, create, deliver, doneTo, expiryOf, identifyNewPair, inspectPath, keptAt, nameTaken, notWritable, openAll, openFile, openStep, outputsOf, pathTaken, planNewPair, reportOf, resolvePath, resultOfCreated, retentionOf, run };
