import {
  createCipheriv,
  createDecipheriv,
  type DecipherGCM,
  type JsonWebKey,
  randomBytes,
} from 'node:crypto';
import { pbkdf } from 'bcrypt-pbkdf';
import { KeyPairError } from '../errors.ts';
import {
  type Container,
  parseContainer,
  privatePart,
  readPrivatePart,
  writeContainer,
} from './openssh-container.ts';
import { encodeOpenSsh, numbersOf, textOfContainer } from './openssh-format.ts';
import type { EncodedKey, PrivateKeyMaterial } from './private-key-material.ts';
import { unsupportedEncryption } from './unreadable.ts';
import { MalformedError, uint32, WireReader, wireString } from './wire.ts';

/** Bytes of a cipher's key, its IV, its blocks, and of what authenticates its result. */
interface Cipher {
  readonly node: string;
  readonly keyLength: number;
  readonly ivLength: number;
  readonly blockSize: number;
  readonly tagLength: number;
}

const aes = { ivLength: 16, blockSize: 16, tagLength: 0 } as const;

/** The ciphers of OpenSSH that node:crypto has, by OpenSSH's names. `ssh-keygen` uses aes256-ctr unless told otherwise. */
const ciphers: Readonly<Record<string, Cipher>> = {
  'aes256-ctr': { ...aes, node: 'aes-256-ctr', keyLength: 32 },
  'aes192-ctr': { ...aes, node: 'aes-192-ctr', keyLength: 24 },
  'aes128-ctr': { ...aes, node: 'aes-128-ctr', keyLength: 16 },
  'aes256-cbc': { ...aes, node: 'aes-256-cbc', keyLength: 32 },
  'aes192-cbc': { ...aes, node: 'aes-192-cbc', keyLength: 24 },
  'aes128-cbc': { ...aes, node: 'aes-128-cbc', keyLength: 16 },
  '3des-cbc': { node: 'des-ede3-cbc', keyLength: 24, ivLength: 8, blockSize: 8, tagLength: 0 },
  'aes256-gcm@openssh.com': {
    node: 'aes-256-gcm',
    keyLength: 32,
    ivLength: 12,
    blockSize: 16,
    tagLength: 16,
  },
  'aes128-gcm@openssh.com': {
    node: 'aes-128-gcm',
    keyLength: 16,
    ivLength: 12,
    blockSize: 16,
    tagLength: 16,
  },
};

const saveAgain =
  'Save it with another cipher and fewer rounds: `ssh-keygen -p -Z aes256-ctr -a 24 -f <file>`.';

const writtenCipher = 'aes256-ctr';

/** As `ssh-keygen` since OpenSSH 9.4. */
const rounds = 24;

/** More rounds take minutes: `ssh-keygen -a 1000` is far beyond what anyone uses. */
const maxRounds = 1_000;

const saltLength = 16;

/**
 * OpenSSH's format with a passphrase: every version since 6.5 reads it. The text is not secret without the passphrase. The
 * masks are those of the text without one, which a later step may write.
 */
export function encodeEncryptedOpenSsh(
  material: PrivateKeyMaterial,
  { comment, passphrase }: { readonly comment: string; readonly passphrase: string },
): EncodedKey {
  const { publicKey } = material;
  const cipher = cipherNamed(writtenCipher);
  const salt = randomBytes(saltLength);
  const { key, iv } = deriveKey(passphrase, { salt, rounds }, cipher);
  const encrypt = createCipheriv(cipher.node, key, iv);
  const secrets = privatePart(publicKey, numbersOf(material), comment, cipher.blockSize);
  const bytes = writeContainer({
    cipher: writtenCipher,
    kdf: 'bcrypt',
    kdfOptions: Buffer.concat([wireString(salt), uint32(rounds)]),
    publicBlob: publicKey.blob,
    secrets: Buffer.concat([encrypt.update(secrets), encrypt.final()]),
  });
  return { text: textOfContainer(bytes), masks: encodeOpenSsh(material, { comment }).masks };
}

/**
 * The key in an encrypted container, as a JWK (RFC 7517).
 *
 * @throws KeyPairError `PASSPHRASE_WRONG`, `PRIVATE_KEY_UNREADABLE`.
 * @throws MalformedError
 */
export function readEncryptedContainer(bytes: Buffer, passphrase: string): JsonWebKey {
  const container = parseContainer(bytes);
  if (container.kdf !== 'bcrypt') throw new MalformedError('another way to derive the key');
  const cipher = cipherNamed(container.cipher);
  if (
    container.secrets.length % cipher.blockSize !== 0 ||
    container.authenticationTag.length !== cipher.tagLength
  )
    throw new MalformedError('not the length of the cipher');
  const secrets = decrypt(container, cipher, passphrase);
  if (secrets === undefined || secrets.readUInt32BE(0) !== secrets.readUInt32BE(4)) throw wrongPassphrase();
  return readPrivatePart(secrets, container.publicBlob, cipher.blockSize);
}

export function wrongPassphrase(): KeyPairError {
  return new KeyPairError('PASSPHRASE_WRONG', 'The passphrase does not fit the private key file.', {
    hint: 'Check the secret that passphrase refers to. Spaces at its start and end count. If the secret is right, the file is damaged.',
  });
}

/** Undefined if the cipher itself notices that the passphrase is wrong. */
function decrypt(
  { kdfOptions, secrets, authenticationTag }: Container,
  cipher: Cipher,
  passphrase: string,
): Buffer | undefined {
  const options = new WireReader(kdfOptions);
  const derivation = { salt: options.string(), rounds: options.uint32() };
  options.end();
  const { key, iv } = deriveKey(passphrase, derivation, cipher);
  const decipher = createDecipheriv(cipher.node, key, iv).setAutoPadding(false);
  if (cipher.tagLength > 0) (decipher as DecipherGCM).setAuthTag(authenticationTag);
  try {
    return Buffer.concat([decipher.update(secrets), decipher.final()]);
  } catch {
    return undefined;
  }
}

function cipherNamed(name: string): Cipher {
  const cipher = Object.hasOwn(ciphers, name) ? ciphers[name] : undefined;
  if (cipher === undefined) throw unsupportedEncryption(saveAgain);
  return cipher;
}

function deriveKey(
  passphrase: string,
  { salt, rounds: count }: { readonly salt: Buffer; readonly rounds: number },
  { keyLength, ivLength }: Cipher,
): { readonly key: Buffer; readonly iv: Buffer } {
  const text = Buffer.from(passphrase);
  const derived = Buffer.alloc(keyLength + ivLength);
  if (count > maxRounds) throw unsupportedEncryption(saveAgain);
  if (pbkdf(text, text.length, salt, salt.length, derived, derived.length, count) !== 0)
    throw new MalformedError('options out of range');
  return { key: derived.subarray(0, keyLength), iv: derived.subarray(keyLength) };
}
