import { KeyPairError, managedBy, prefix, shellWord, tagKeys, tagValue } from "./start.js";
import { errorNames, failureOf, isNamed, required } from "./aws.js";
import { adviceOnCleanup, explain, whyCleanupFailed } from "./release.js";
import { isYoung, lastingReference, parseReference, referenceFor, referenceText } from "./existing-pair.js";
const { randomUUID } = process.getBuiltinModule("node:crypto");
// src/stores/copy-tags.ts
const keyPairIdKey = `${prefix}key-pair-id`;
function tagsOfCopy({ keyPairId, nonce }, { repository }) {
	return [
		managedBy,
		{
			key: tagKeys.repository,
			value: tagValue(repository)
		},
		{
			key: keyPairIdKey,
			value: keyPairId
		},
		{
			key: tagKeys.nonce,
			value: nonce
		}
	];
}
function isCopyOf({ nonce }, tags) {
	return nonce !== "" && tags.get(managedBy.key) === managedBy.value && tags.get(tagKeys.nonce) === nonce;
}
function keptPairIn(tags) {
	return tags.get(keyPairIdKey);
}
// src/stores/store-taken.ts
async function requireFree(store) {
	const entry = await store.look();
	if (entry !== void 0) throw storeTaken(store, entry);
}
function storeTaken(store, entry) {
	if (entry?.isPendingDeletion === true) return store.pendingDeletion();
	const keyPairId = entry && keptPairIn(entry.tags);
	const what = keyPairId === void 0 ? "a value that this action did not create" : `the private key of another key pair (${keyPairId})`;
	return new KeyPairError("STORE_TAKEN", `${store.reference} already exists in ${store.region}, with ${what}. It was left untouched.`, { hint: `Set another name in store, such as ${store.reference.replace(/:.*/, "")}:…/{key-name}. If ${keyPairId === void 0 ? "no one needs the value" : "that key pair no longer exists"}, delete ${keyPairId === void 0 ? "it" : "its private key"}:\n${store.deleteCommand()}` });
}
// src/stores/keep-copy.ts
function requireRoom(length, store) {
	if (length > store.maxValue) throw tooLong(`more than ${length}`, store);
}
async function keepCopy(store, copy, notes) {
	const { text, pair, kmsKeyId, run } = copy;
	if (text.length > store.maxValue) {
		notes.cancelled();
		throw tooLong(String(text.length), store);
	}
	let isUncertain = false;
	const value = {
		text,
		kmsKeyId,
		tags: tagsOfCopy(pair, run)
	};
	let version;
	try {
		version = await store.put(value, () => {
			isUncertain = true;
		});
	} catch (error) {
		if (!isUncertain) notes.cancelled();
		throw error;
	}
	if (version === void 0) await requireOwn(store, copy, {
		isUncertain,
		notes
	});
	else notes.confirmed();
	return readBack(store, text, version);
}
async function requireOwn(store, { pair, isPairNew }, { isUncertain, notes }) {
	const entry = await store.poll(async (isLast) => {
		const seen = await store.look();
		return seen !== void 0 && (isCopyOf(pair, seen.tags) || isLast) ? seen : void 0;
	});
	const isOwn = entry !== void 0 && isCopyOf(pair, entry.tags);
	if (isOwn && isPairNew) return notes.confirmed();
	if (entry !== void 0 || !isUncertain) notes.cancelled();
	if (!isOwn) throw storeTaken(store, entry);
}
async function readBack(store, text, version) {
	let stored;
	try {
		stored = await store.poll(() => store.read(version));
	} catch (error) {
		if (isNamed(error, ...errorNames.notAuthorized)) return "not allowed";
		throw error;
	}
	if (stored === text) return "equal";
	const { title, reference } = store;
	const message = stored === void 0 ? `${title} does not show the private key that was written to ${reference}.` : `${title} has another value than the private key that was written to ${reference}.`;
	throw new KeyPairError("STORE_UNCONFIRMED", message, { hint: "Run the job again. If that does not help, check whether something else writes to this name." });
}
function tooLong(length, { reference, maxValue }) {
	return new KeyPairError("INVALID_INPUT", `The private key has ${length} characters, but ${reference} takes at most ${maxValue}.`, { hint: "Set store: secrets-manager, which takes larger values." });
}
// src/destinations/store/store.ts
async function openStoreDestination({ store: given, kmsKeyId }, pair, context) {
	const reference = referenceFor(given, pair.keyName);
	const { nonce } = pair;
	if (reference === void 0 || nonce === void 0) throw new TypeError(`no store: ${given}`);
	const store = await context.openStore(reference);
	if (pair.publicKey !== void 0) requireRoom(leastLength(pair.publicKey), store);
	if (pair.lifetime !== void 0) await requireFree(store);
	return {
		intent: `keep the private key in ${referenceText(reference)} (${store.title})`,
		tags: [{
			key: tagKeys.store,
			value: referenceText(reference)
		}],
		expected: async () => deliveredTo(store, pair, "equal"),
		reserve: async (claims) => ({
			deliver: (key, keyPairId) => keep(key, {
				store,
				reference,
				pair: {
					...pair,
					nonce,
					keyPairId
				},
				kmsKeyId,
				claims,
				context
			}),
			async close() {}
		})
	};
}
function leastLength({ type, number }) {
	return type === "rsa" ? number.length * 6 : 0;
}
async function keep(key, { store, reference: asked, pair, kmsKeyId, claims, context }) {
	const { keyName, keyPairId, nonce, lifetime } = pair;
	const { reference, region } = store;
	const text = await key.as("pem", { comment: keyName });
	const record = {
		kind: "store",
		reference,
		region,
		endpoint: await store.endpoint(),
		keyPairId,
		nonce,
		...context.caller
	};
	const claim = claims.intend(record, retentionOf(pair));
	const readBack = await keepCopy(store, {
		text,
		pair: {
			keyPairId,
			nonce
		},
		isPairNew: lifetime !== void 0,
		kmsKeyId,
		run: context.run
	}, {
		confirmed: () => claim.held({
			...record,
			confirmed: true
		}),
		cancelled: () => claim.cancelled()
	});
	const isTemporary = lastingReference(asked) !== void 0;
	if (kmsKeyId === void 0 && store.hasOpenKey && !isTemporary) context.notice(openKeyNotice(store));
	return deliveredTo(store, pair, readBack);
}
function retentionOf({ lifetime }) {
	return lifetime === "job" ? "job" : "beyond";
}
function deliveredTo(store, pair, readBack) {
	const isKept = retentionOf(pair) === "beyond";
	const until = isKept ? "kept until the key pair is deleted" : "deleted when this job ends";
	const unread = readBack === "equal" ? "" : `, not checked: the role lacks ${store.readActions}`;
	return {
		label: `Private key in ${store.title}`,
		where: store.reference,
		until: `${until}${unread}`,
		outlivesJob: isKept,
		outputs: { "private-key-store": store.reference },
		warnings: []
	};
}
function openKeyNotice({ reference }) {
	return `${reference} is encrypted with the key alias/aws/ssm: every role of this account that may call ssm:GetParameter for it can read the private key. To control that with a key of your own, set store-kms-key-id.`;
}
// src/stores/delete-copy.ts
async function deleteCopy(store, pair, isNew) {
	const entry = isNew ? await store.poll(async (isLast) => {
		const seen = await store.look();
		return seen !== void 0 && (isCopyOf(pair, seen.tags) || isLast) ? seen : void 0;
	}) : await store.look();
	if (entry === void 0) return "absent";
	if (!isCopyOf(pair, entry.tags)) return "not-own";
	await store.delete();
	return "deleted";
}
// src/operations/delete-stored-key.ts
async function deleteStoredKey(pair, reference, { keyPairs, log, now, openStore }) {
	await keyPairs.checkPermission({
		call: "DeleteKeyPair",
		pair
	});
	const { keyPairId, keyName } = pair;
	const nonce = pair.tags.get(tagKeys.nonce) ?? "";
	const deletion = await deleteCopy(await openStore(reference), {
		keyPairId,
		nonce
	}, isYoung(pair, now()));
	const where = referenceText(reference);
	if (deletion === "deleted") log.info(`Deleted its private key in ${where}.`);
	if (deletion === "not-own") log.warning(`Kept: ${where}. The tag of key pair "${keyName}" names it, but its own tags do not name this key pair.`);
}
// src/stores/delete-command.ts
function deleteCommand({ service, name }, region) {
	const where = `--region ${shellWord(region)}`;
	return service === "ssm" ? `aws ssm delete-parameter --name ${shellWord(name)} ${where}` : `aws secretsmanager delete-secret --force-delete-without-recovery --secret-id ${shellWord(name)} ${where}`;
}
// src/stores/store.ts
var Store = class {
	reference;
	title;
	maxValue;
	hasOpenKey;
	region;
	#place;
	#service;
	#retry;
	constructor(place, service, { region, retry }) {
		this.reference = referenceText(place);
		this.title = service.title;
		this.maxValue = service.maxValue;
		this.hasOpenKey = service.hasOpenKey;
		this.region = region;
		this.#place = place;
		this.#service = service;
		this.#retry = retry;
	}
	get readActions() {
		return this.#service.actions.read;
	}
	get deleteActions() {
		return `${this.#service.actions.look} and ${this.#service.actions.delete}`;
	}
	endpoint() {
		return this.#service.endpoint();
	}
	async look() {
		return this.#unlessNotFound("look", "look up", (options) => this.#service.look(this.#place.name, options));
	}
	poll(read, within) {
		return this.#retry.look(read, within);
	}
	search(read) {
		return this.#retry.search(read);
	}
	async put(value, onResponseLost) {
		const token = randomUUID();
		try {
			return await this.#call("put", "keep a private key in", async (options) => {
				try {
					return required(await this.#service.put(this.#place.name, value, token, options));
				} catch (error) {
					if (failureOf(error) === "uncertain") onResponseLost();
					throw error;
				}
			});
		} catch (error) {
			if (isNamed(error, ...this.#service.taken)) return void 0;
			throw error;
		}
	}
	read(version) {
		return this.#unlessNotFound("read", "read the private key in", async (options) => required(await this.#service.read(this.#place.name, version, options)));
	}
	async delete() {
		await this.#unlessNotFound("delete", "delete", async (options) => {
			await this.#service.delete(this.#place.name, options);
		});
	}
	replace(text, kmsKeyId) {
		const token = randomUUID();
		return this.#call("replace", "replace the private key in", async (options) => required(await this.#service.replace(this.#place.name, {
			text,
			kmsKeyId
		}, token, options)));
	}
	tag(tags) {
		return this.#call("tag", "tag", (options) => this.#service.tag(this.#place.name, tags, options));
	}
	kmsKeyId() {
		return this.#call("kmsKeyId", "look up the KMS key of", (options) => this.#service.kmsKeyId(this.#place.name, options));
	}
	pendingDeletion() {
		const { InvalidRequestException: known } = this.#service.knownErrors(this.#place.name, this.region);
		return new KeyPairError("STORE_PENDING_DELETION", `${this.reference} in ${this.region} is scheduled for deletion, so its name is taken.`, { hint: known?.hint });
	}
	deleteCommand() {
		return deleteCommand(this.#place, this.region);
	}
	async #unlessNotFound(call, doing, send) {
		try {
			return await this.#call(call, doing, send);
		} catch (error) {
			if (isNamed(error, ...this.#service.notFound)) return void 0;
			throw error;
		}
	}
	async #call(call, doing, send) {
		const { title, actions } = this.#service;
		try {
			return await this.#retry.idempotent((abortSignal) => send({ abortSignal }), title);
		} catch (error) {
			const attempt = {
				service: title,
				action: actions[call],
				region: this.region
			};
			const known = this.#service.knownErrors(this.#place.name, this.region);
			throw explain(error, {
				...attempt,
				doing: `${doing} ${this.reference}`
			}, known);
		}
	}
};
// src/stores/open-store.ts
const services = {
	ssm: async (session) => (await import("./ssm.js")).parameterStore(session),
	"secrets-manager": async (session) => (await import("./secrets-manager.js")).secretsManager(session)
};
async function openStore(reference, session) {
	return new Store(reference, await services[reference.service](session), session);
}
// src/destinations/store/store-claim.ts
async function releaseCopy$1(record, { openStore }) {
	const reference = parseReference(record.reference);
	const what = describe(record);
	if (reference === void 0) return {
		outcome: "left",
		what,
		why: "its name is not valid"
	};
	let access;
	try {
		access = await openStore(reference, record.region);
		return await releaseFrom(access, record);
	} catch (error) {
		return {
			outcome: "left",
			what,
			why: whyCleanupFailed(error),
			...adviceOnCleanup(error, access?.store.deleteActions),
			command: deleteCommand(reference, record.region)
		};
	}
}
async function releaseFrom(access, record) {
	const { store } = access;
	const what = describe(record);
	let deletion = await deleteCopy(store, record, true);
	if (deletion === "absent") {
		const why = await whyNotFound(access, record);
		if (why !== void 0) return {
			outcome: "left",
			what,
			why,
			command: store.deleteCommand()
		};
		if (record.confirmed) return {
			outcome: "already-gone",
			what
		};
		deletion = await searchCopy(store, record) ?? "absent";
		if (deletion === "absent") return {
			outcome: "not-found",
			what,
			command: store.deleteCommand()
		};
	}
	if (deletion === "not-own") return {
		outcome: "already-gone",
		what
	};
	return {
		outcome: "done",
		said: `Deleted ${what}.`
	};
}
function searchCopy(store, record) {
	return store.search(async () => {
		const deletion = await deleteCopy(store, record, false);
		return deletion === "absent" ? void 0 : deletion;
	});
}
async function whyNotFound({ store, isSameAccount }, record) {
	if (await store.endpoint() !== record.endpoint) return "it was not found, but the current AWS endpoint is not the one that has it";
	if (await isSameAccount(record)) return void 0;
	return "it was not found, but the current AWS credentials may belong to another account";
}
function describe({ reference, region }) {
	return `the private key in ${reference} in ${region}`;
}
// src/step/release-copy.ts
function releaseCopy(record, open) {
	return releaseCopy$1(record, { async openStore(reference, region) {
		const { session, isSameAccount } = await open(region, record);
		return {
			store: await openStore(reference, session),
			isSameAccount
		};
	} });
}
export { deleteCommand, deleteCopy, deleteStoredKey, isCopyOf, openStore, openStoreDestination, releaseCopy, tagsOfCopy };
