import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { KeyPairError } from '../errors.ts';
import type { SecretText } from './masks.ts';
import { ed25519Numbers, parseContainer, plainContainer, readContainer } from './openssh-container.ts';
import { type PemBlock, readPem, wrap, writePem } from './pem.ts';
import { PublicKey } from './public-key.ts';
import { encrypted, unreadable } from './unreadable.ts';
import { MalformedError } from './wire.ts';

/** An unprotected private key. Code outside this folder only has a PrivateKey or a MaskedPrivateKey. */
export interface PrivateKeyMaterial {
  readonly publicKey: PublicKey;
  readonly key: KeyObject;
  /** What every version of OpenSSH reads: PKCS#1 for RSA; OpenSSH format for ED25519 and for RSA that was read from it. */
  readonly pem: string;
  /**
   * The block as it was read, with LF and without its passphrase: the same as `pem`, unless its format or line width had
   * to change.
   */
  readonly original: string;
  /** The PPK file that the key was read from, without its passphrase. */
  readonly ppk?: { readonly text: string; readonly lines: SecretText };
}

export interface KeyFormatOptions {
  /** Stored in formats that have room for a comment; made printable. */
  readonly comment: string;
  /** Encrypts the text; undefined for none. */
  readonly passphrase?: string | undefined;
}

/** A private key as text, and the masks that must be registered before anything may hold that text. */
export interface EncodedKey {
  readonly text: string;
  readonly masks: readonly string[];
}

export type KeyEncoder = (key: PrivateKeyMaterial, options: KeyFormatOptions) => EncodedKey;

const removePassphrase =
  'Set the input passphrase from a secret. Or remove the passphrase from the copy that this action reads: `ssh-keygen -p -N "" -f <file>`.';

/** Characters: OpenSSH, PuTTY and the JDK read lines of these widths. */
const minSafeWidth = 64;
const maxSafeWidth = 76;

/**
 * Reads the only PEM block in the text, and verifies that the numbers of the key belong together.
 *
 * @throws KeyPairError `PRIVATE_KEY_UNREADABLE`, `PRIVATE_KEY_ENCRYPTED`. Neither contains any of the text, nor a cause:
 * an error of node:crypto might.
 */
export function readPrivateKey(text: string): PrivateKeyMaterial {
  try {
    if (text.includes('Proc-Type: 4,ENCRYPTED')) throw encrypted(text, removePassphrase);
    const block = readPem(text);
    if (isEncrypted(block)) throw encrypted(text, removePassphrase);
    const key = keyOf(block);
    const publicKey = publicHalf(key);
    const { label, bytes } = writtenAs(block, key, publicKey);
    const pem = writePem(label, wrap(bytes.toString('base64'), widthOf(block)));
    return { publicKey, key, pem, original: writePem(block.label, block.lines) };
  } catch (error) {
    throw error instanceof KeyPairError ? error : unreadable(text);
  }
}

/** The numbers of the private key, by their JWK names (RFC 7517, RFC 8037), big-endian. */
function privateNumbers(key: KeyObject): Readonly<Record<string, Buffer>> {
  const numbers = Object.entries(key.export({ format: 'jwk' })).filter(
    ([name]) => !['kty', 'crv'].includes(name),
  );
  return Object.fromEntries(numbers.map(([name, value]) => [name, Buffer.from(String(value), 'base64url')]));
}

/** One of them. */
export function numberOf(key: KeyObject, name: 'n' | 'e' | 'd' | 'p' | 'q' | 'qi'): Buffer {
  return Buffer.from(String(key.export({ format: 'jwk' })[name]), 'base64url');
}

/** The numbers that are not part of the public key. */
export function secretNumbers(key: KeyObject): Buffer[] {
  const { n, e, x, ...secret } = privateNumbers(key);
  return Object.values(secret);
}

function isEncrypted({ label, bytes }: PemBlock): boolean {
  if (label === 'OPENSSH PRIVATE KEY') return parseContainer(bytes).cipher !== 'none';
  return label === 'ENCRYPTED PRIVATE KEY';
}

function keyOf({ label, bytes }: PemBlock): KeyObject {
  switch (label) {
    case 'RSA PRIVATE KEY':
      return createPrivateKey({ key: bytes, format: 'der', type: 'pkcs1' });
    case 'PRIVATE KEY':
      return createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' });
    case 'OPENSSH PRIVATE KEY':
      return keyOfJwk(readContainer(bytes));
    default:
      throw new MalformedError('another type of block');
  }
}

/** Trusts the private number and verifies the public one: the ED25519 point must be that of the seed. */
export function keyOfJwk(jwk: JsonWebKey): KeyObject {
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  if (createPublicKey(key).export({ format: 'jwk' }).x !== jwk.x) {
    throw new MalformedError('the public half belongs to another key');
  }
  return key;
}

function publicHalf(key: KeyObject): PublicKey {
  const { n, e, x, ...secret } = privateNumbers(key);
  if (key.asymmetricKeyType === 'ed25519' && x) return PublicKey.ed25519(x);
  if (key.asymmetricKeyType !== 'rsa' || !n || !e) throw new MalformedError('neither RSA nor ED25519');
  checkRsa({ n, e, ...secret });
  return PublicKey.rsa(e, n);
}

/** node:crypto reads a key whose numbers do not belong together, and signs incorrectly with it. */
function checkRsa(numbers: Readonly<Record<string, Buffer>>): void {
  const integer = (name: string): bigint => BigInt(`0x${numbers[name]?.toString('hex')}`);
  const n = integer('n');
  const e = integer('e');
  const d = integer('d');
  const p = integer('p');
  const q = integer('q');
  const belongTogether =
    p * q === n &&
    [p, q].every((prime) => (e * d) % (prime - 1n) === 1n) &&
    integer('dp') === d % (p - 1n) &&
    integer('dq') === d % (q - 1n) &&
    (integer('qi') * q) % p === 1n;
  if (!belongTogether) throw new MalformedError('the numbers do not belong together');
}

function writtenAs(block: PemBlock, key: KeyObject, publicKey: PublicKey): { label: string; bytes: Buffer } {
  if (block.label === 'OPENSSH PRIVATE KEY') return block;
  if (publicKey.type === 'rsa') {
    return { label: 'RSA PRIVATE KEY', bytes: key.export({ type: 'pkcs1', format: 'der' }) };
  }
  const numbers = ed25519Numbers(numberOf(key, 'd'), publicKey);
  return { label: 'OPENSSH PRIVATE KEY', bytes: plainContainer(publicKey, numbers, '') };
}

/** The width of the original lines if they all have the same, safe one; otherwise the usual width of the format. */
function widthOf({ label, lines }: PemBlock): number {
  const [width = 0] = lines.map((line) => line.length);
  const even =
    lines.length > 1 && lines.every((line, index) => line.length === width || index === lines.length - 1);
  if (even && width >= minSafeWidth && width <= maxSafeWidth) return width;
  return label === 'RSA PRIVATE KEY' ? 64 : 70;
}
