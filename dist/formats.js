import { KeyPairError } from "./start.js";
import { MalformedError, PrivateKey, WireReader, ed25519Numbers, masksOf, masksOfText, numberOf, plainContainer, printableComment, readPem, secretNumbers, unsupportedEncryption, wireInteger, wireString, wrap, writePem } from "./aws.js";
const crypto = process.getBuiltinModule("node:crypto");
const { createHmac } = process.getBuiltinModule("node:crypto");
// src/keys/openssh-format.ts
const lineWidth$1 = 70;
function encodeOpenSsh(material, { comment }) {
	const text = textOfContainer(plainContainer(material.publicKey, numbersOf(material), printableComment(comment)));
	return {
		text,
		masks: masksOf(text, secretNumbers(material.key))
	};
}
function textOfContainer(bytes) {
	return writePem("OPENSSH PRIVATE KEY", wrap(bytes.toString("base64"), lineWidth$1));
}
function numbersOf({ key, publicKey }) {
	if (publicKey.type === "ed25519") return ed25519Numbers(numberOf(key, "d"), publicKey);
	return Buffer.concat([
		"n",
		"e",
		"d",
		"qi",
		"p",
		"q"
	].map((name) => wireInteger(numberOf(key, name))));
}
// src/keys/ppk.ts
const lineWidth = 64;
function encodePpk(key, options) {
	if (key.ppk !== void 0) return {
		text: key.ppk.text,
		masks: []
	};
	const { text, lines } = plainPpk(key, options);
	return {
		text,
		masks: masksOfText(lines, secretNumbers(key.key))
	};
}
function plainPpk(key, options) {
	const comment = printableComment(options.comment);
	const privateBlob = privateBlobOf(key);
	const parts = partsOf(key.publicKey, {
		encryption: "none",
		comment,
		privateBlob
	});
	const lines = textOfPpk({
		parts,
		derivation: [],
		writtenBlob: privateBlob,
		mac: createHmac("sha256", "").update(signedBytes(parts)).digest("hex")
	});
	return {
		text: joined(lines),
		lines
	};
}
function partsOf({ algorithm, blob }, others) {
	return {
		algorithm,
		publicBlob: blob,
		...others
	};
}
function signedBytes(parts) {
	const { algorithm, encryption, comment, publicBlob, privateBlob } = parts;
	return Buffer.concat([
		algorithm,
		encryption,
		comment,
		publicBlob,
		privateBlob
	].map(wireString));
}
function textOfPpk(ppk) {
	const { algorithm, encryption, comment, publicBlob } = ppk.parts;
	const publicLines = wrap(publicBlob.toString("base64"), lineWidth);
	const privateLines = wrap(ppk.writtenBlob.toString("base64"), lineWidth);
	return {
		before: [
			`PuTTY-User-Key-File-3: ${algorithm}`,
			`Encryption: ${encryption}`,
			`Comment: ${comment}`,
			`Public-Lines: ${publicLines.length}`,
			...publicLines,
			...ppk.derivation,
			`Private-Lines: ${privateLines.length}`
		],
		secret: privateLines,
		after: [`Private-MAC: ${ppk.mac}`]
	};
}
function joined({ before, secret, after }) {
	return [
		...before,
		...secret,
		...after
	].map((line) => `${line}\r\n`).join("");
}
function privateBlobOf({ key, publicKey }) {
	if (publicKey.type === "ed25519") return wireString(numberOf(key, "d"));
	return Buffer.concat([
		"d",
		"p",
		"q",
		"qi"
	].map((name) => wireInteger(numberOf(key, name))));
}
// src/keys/ppk-encryption.ts
const encryption = "aes256-cbc";
const blockSize = 16;
const written = {
	flavor: "Argon2id",
	memory: 8192,
	passes: 13,
	parallelism: 1
};
const maxMemory = 1048576;
const maxWork = 2097152;
const maxTurns = 1e4;
const saveAgain = "Save it again with PuTTYgen, with less memory and fewer passes for Argon2.";
function newDerivation() {
	return {
		...written,
		salt: crypto.randomBytes(16)
	};
}
function keysOfVersion3(passphrase, derivation) {
	const { flavor, memory, passes, parallelism, salt } = derivation;
	if (memory > maxMemory || memory * passes > maxWork || passes * parallelism > maxTurns) throw unsupportedEncryption(saveAgain);
	if (typeof crypto.argon2Sync !== "function") throw notSupported();
	const derived = crypto.argon2Sync({
		Argon2d: "argon2d",
		Argon2i: "argon2i",
		Argon2id: "argon2id"
	}[flavor], {
		message: Buffer.from(passphrase),
		nonce: salt,
		parallelism,
		tagLength: 80,
		memory,
		passes
	});
	return {
		cipherKey: derived.subarray(0, 32),
		iv: derived.subarray(32, 48),
		macKey: derived.subarray(48)
	};
}
function keysOfVersion2(passphrase) {
	const half = (number) => sha1(Buffer.concat([Buffer.from([
		0,
		0,
		0,
		number
	]), Buffer.from(passphrase)]));
	return {
		cipherKey: Buffer.concat([half(0), half(1)]).subarray(0, 32),
		iv: Buffer.alloc(16),
		macKey: sha1(Buffer.from(`putty-private-key-file-mac-key${passphrase}`))
	};
}
function padded(plain) {
	const missing = (blockSize - plain.length % blockSize) % blockSize;
	return Buffer.concat([plain, sha1(plain).subarray(0, missing)]);
}
function encrypt(plain, { cipherKey, iv }) {
	const cipher = crypto.createCipheriv("aes-256-cbc", cipherKey, iv).setAutoPadding(false);
	return Buffer.concat([cipher.update(plain), cipher.final()]);
}
function decrypt(encrypted, { cipherKey, iv }) {
	if (encrypted.length % blockSize !== 0) throw new MalformedError("not whole blocks");
	const decipher = crypto.createDecipheriv("aes-256-cbc", cipherKey, iv).setAutoPadding(false);
	return Buffer.concat([decipher.update(encrypted), decipher.final()]);
}
function sha1(bytes) {
	return crypto.createHash("sha1").update(bytes).digest();
}
function notSupported() {
	return new KeyPairError("PASSPHRASE_NOT_SUPPORTED", "The version of Node that runs this action cannot encrypt or read PPK files of version 3.", { hint: "It needs Node 24.7 or newer: update the runner. Or leave out key-format: ppk, or passphrase." });
}
// src/keys/ppk-with-passphrase.ts
function encodePpkWithPassphrase(key, options) {
	const derivation = newDerivation();
	const keys = keysOfVersion3(options.passphrase, derivation);
	const privateBlob = padded(privateBlobOf(key));
	const comment = printableComment(options.comment);
	const parts = partsOf(key.publicKey, {
		encryption,
		comment,
		privateBlob
	});
	const { flavor, memory, passes, parallelism, salt } = derivation;
	return {
		text: joined(textOfPpk({
			parts,
			derivation: [
				`Key-Derivation: ${flavor}`,
				`Argon2-Memory: ${memory}`,
				`Argon2-Passes: ${passes}`,
				`Argon2-Parallelism: ${parallelism}`,
				`Argon2-Salt: ${salt.toString("hex")}`
			],
			writtenBlob: encrypt(privateBlob, keys),
			mac: createHmac("sha256", keys.macKey).update(signedBytes(parts)).digest("hex")
		})),
		masks: encodePpk(key, options).masks
	};
}
// src/keys/public-half.ts
function publicHalfIn(text) {
	const [, publicLines] = /^Public-Lines: \d+\s+((?:[A-Za-z0-9+/=]+\s+)+)^[A-Z][A-Za-z0-9-]+: /m.exec(text) ?? [];
	if (publicLines !== void 0) return Buffer.from(publicLines, "base64");
	try {
		const { label, bytes } = readPem(text);
		return label === "OPENSSH PRIVATE KEY" ? publicBlobOf(bytes) : PrivateKey.parse(text).publicKey.blob;
	} catch {
		return;
	}
}
function publicHalvesIn(text) {
	const blocks = text.split(/(?=-----BEGIN )/).filter((block) => block.startsWith("-----BEGIN "));
	return blocks.length > 1 ? blocks.map(publicHalfIn) : [publicHalfIn(text)];
}
function publicBlobOf(container) {
	const reader = new WireReader(container);
	reader.bytes(15);
	for (let skipped = 0; skipped < 3; skipped += 1) reader.string();
	if (reader.uint32() !== 1) throw new MalformedError("not one key");
	return reader.string();
}
export { decrypt, encodeOpenSsh, encodePpk, encodePpkWithPassphrase, joined, keysOfVersion2, keysOfVersion3, numbersOf, partsOf, plainPpk, privateBlobOf, publicHalvesIn, signedBytes, textOfContainer, textOfPpk };
