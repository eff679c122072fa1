import * as crypto from 'node:crypto';
import { KeyPairError } from '../errors.ts';
import { unsupportedEncryption } from './unreadable.ts';
import { MalformedError } from './wire.ts';

/** How a passphrase becomes keys (RFC 9106). */
export interface Argon2 {
  readonly flavor: 'Argon2d' | 'Argon2i' | 'Argon2id';
  /** Kibibytes. */
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  readonly salt: Buffer;
}

/** The keys of an encrypted PPK file. */
export interface PpkKeys {
  /** For AES-256-CBC. */
  readonly cipherKey: Buffer;
  readonly iv: Buffer;
  readonly macKey: Buffer;
}

export const encryption = 'aes256-cbc';

/** Bytes. */
const blockSize = 16;

/** Memory and parallelism as PuTTYgen, which chooses the passes by time: about this many on a machine of today. */
const written = { flavor: 'Argon2id', memory: 8_192, passes: 13, parallelism: 1 } as const;

/** Kibibytes, and these times passes, that a file may ask for: far beyond what PuTTYgen writes, and still done in seconds. */
const maxMemory = 1_048_576;
const maxWork = 2 * 1_048_576;
/** Passes times threads. */
const maxTurns = 10_000;

const saveAgain = 'Save it again with PuTTYgen, with less memory and fewer passes for Argon2.';

export function newDerivation(): Argon2 {
  return { ...written, salt: crypto.randomBytes(16) };
}

/** @throws KeyPairError `PASSPHRASE_NOT_SUPPORTED`, `PRIVATE_KEY_UNREADABLE`. */
export function keysOfVersion3(passphrase: string, derivation: Argon2): PpkKeys {
  const { flavor, memory, passes, parallelism, salt } = derivation;
  if (memory > maxMemory || memory * passes > maxWork || passes * parallelism > maxTurns)
    throw unsupportedEncryption(saveAgain);
  if (typeof crypto.argon2Sync !== 'function') throw notSupported();
  const names = { Argon2d: 'argon2d', Argon2i: 'argon2i', Argon2id: 'argon2id' } as const;
  const derived = crypto.argon2Sync(names[flavor], {
    message: Buffer.from(passphrase),
    nonce: salt,
    parallelism,
    tagLength: 80,
    memory,
    passes,
  });
  return {
    cipherKey: derived.subarray(0, 32),
    iv: derived.subarray(32, 48),
    macKey: derived.subarray(48),
  };
}

export function keysOfVersion2(passphrase: string): PpkKeys {
  const half = (number: number): Buffer =>
    sha1(Buffer.concat([Buffer.from([0, 0, 0, number]), Buffer.from(passphrase)]));
  return {
    cipherKey: Buffer.concat([half(0), half(1)]).subarray(0, 32),
    iv: Buffer.alloc(16),
    macKey: sha1(Buffer.from(`putty-private-key-file-mac-key${passphrase}`)),
  };
}

/** Fills the last block with what PuTTY fills it with. */
export function padded(plain: Buffer): Buffer {
  const missing = (blockSize - (plain.length % blockSize)) % blockSize;
  return Buffer.concat([plain, sha1(plain).subarray(0, missing)]);
}

export function encrypt(plain: Buffer, { cipherKey, iv }: PpkKeys): Buffer {
  const cipher = crypto.createCipheriv('aes-256-cbc', cipherKey, iv).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.final()]);
}

export function decrypt(encrypted: Buffer, { cipherKey, iv }: PpkKeys): Buffer {
  if (encrypted.length % blockSize !== 0) throw new MalformedError('not whole blocks');
  const decipher = crypto.createDecipheriv('aes-256-cbc', cipherKey, iv).setAutoPadding(false);
  return Buffer.concat([decipher.update(encrypted), decipher.final()]);
}

function sha1(bytes: Buffer): Buffer {
  return crypto.createHash('sha1').update(bytes).digest();
}

function notSupported(): KeyPairError {
  return new KeyPairError(
    'PASSPHRASE_NOT_SUPPORTED',
    'The version of Node that runs this action cannot encrypt or read PPK files of version 3.',
    {
      hint: 'It needs Node 24.7 or newer: update the runner. Or leave out key-format: ppk, or passphrase.',
    },
  );
}
