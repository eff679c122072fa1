import { createHash, type JsonWebKey } from 'node:crypto';
import { PublicKey } from './public-key.ts';
import { MalformedError, uint32, WireReader, wireString } from './wire.ts';

/**
 * The binary inside `-----BEGIN OPENSSH PRIVATE KEY-----` (OpenSSH, PROTOCOL.key), which node:crypto cannot read:
 *
 *     "openssh-key-v1" NUL, string cipher, string kdf, string kdf options, uint32 number of keys,
 *     string public key, string (check, check, private key, comment, padding 1 2 3 …)
 */
const magic = 'openssh-key-v1\0';

/** Bytes: the cipher block size of an unencrypted container. The private part is padded to a multiple of it. */
const plainBlockSize = 8;

/** A container that was taken apart. */
export interface Container {
  readonly cipher: string;
  readonly kdf: string;
  readonly kdfOptions: Buffer;
  /** The public key, in the SSH wire format. */
  readonly publicBlob: Buffer;
  /** The private part, encrypted unless the cipher is `none`. */
  readonly secrets: Buffer;
  /** What authenticates the encrypted part; empty for most ciphers. */
  readonly authenticationTag: Buffer;
}

/**
 * Takes the container of one key apart.
 *
 * @throws MalformedError
 */
export function parseContainer(bytes: Buffer): Container {
  const reader = new WireReader(bytes);
  expectText(reader.bytes(magic.length), magic);
  const cipher = reader.string().toString('latin1');
  const kdf = reader.string().toString('latin1');
  const kdfOptions = reader.string();
  if (reader.uint32() !== 1) throw new MalformedError('not one key');
  return {
    cipher,
    kdf,
    kdfOptions,
    publicBlob: reader.string(),
    secrets: reader.string(),
    authenticationTag: reader.rest(),
  };
}

export function writeContainer(container: Omit<Container, 'authenticationTag'>): Buffer {
  const { cipher, kdf, kdfOptions, publicBlob, secrets } = container;
  return Buffer.concat([
    Buffer.from(magic),
    ...[cipher, kdf, kdfOptions].map(wireString),
    uint32(1),
    ...[publicBlob, secrets].map(wireString),
  ]);
}

/**
 * The one unencrypted RSA or ED25519 key inside, as a JWK (RFC 7517).
 *
 * @throws MalformedError
 */
export function readContainer(bytes: Buffer): JsonWebKey {
  const { kdf, kdfOptions, publicBlob, secrets, authenticationTag } = parseContainer(bytes);
  if (kdf !== 'none' || kdfOptions.length + authenticationTag.length > 0)
    throw new MalformedError('not an unencrypted container');
  return readPrivatePart(secrets, publicBlob, plainBlockSize);
}

/**
 * The key in the private part of a container, which must belong to the public key outside of it.
 *
 * @throws MalformedError
 */
export function readPrivatePart(secrets: Buffer, publicBlob: Buffer, blockSize: number): JsonWebKey {
  const reader = new WireReader(secrets);
  const check = reader.uint32();
  if (secrets.length % blockSize !== 0 || reader.uint32() !== check)
    throw new MalformedError('check integers');
  const { publicKey, jwk } = readSecrets(reader);
  if (!publicKey.blob.equals(publicBlob))
    throw new MalformedError('the public key outside belongs to another key');
  reader.string(); // the comment
  reader.rest().forEach((byte, index) => {
    if (byte !== ((index + 1) & 0xff)) throw new MalformedError('padding');
  });
  return jwk;
}

/**
 * A private part that is padded for a cipher. The check integers, which OpenSSH chooses at random, come from the public
 * key, so that the same key always results in the same text.
 *
 * @param numbers - The fields of the private key, in the SSH wire format.
 * @param blockSize - Bytes.
 */
export function privatePart(
  publicKey: PublicKey,
  numbers: Buffer,
  comment: string,
  blockSize: number,
): Buffer {
  const check = createHash('sha256').update(publicKey.blob).digest().subarray(0, 4);
  const secrets = [check, check, wireString(publicKey.algorithm), numbers, wireString(comment)];
  const { length } = Buffer.concat(secrets);
  const padding = Array.from({ length: (blockSize - (length % blockSize)) % blockSize }, (_, at) => at + 1);
  return Buffer.concat([...secrets, Buffer.from(padding)]);
}

/** An ED25519 key: the point, then the seed (32 bytes) with the point. */
export function ed25519Numbers(seed: Buffer, { number }: PublicKey): Buffer {
  return Buffer.concat([number, Buffer.concat([seed, number])].map(wireString));
}

/** @param numbers - The fields of the private key, in the SSH wire format. */
export function plainContainer(publicKey: PublicKey, numbers: Buffer, comment: string): Buffer {
  return writeContainer({
    cipher: 'none',
    kdf: 'none',
    kdfOptions: Buffer.alloc(0),
    publicBlob: publicKey.blob,
    secrets: privatePart(publicKey, numbers, comment, plainBlockSize),
  });
}

function readSecrets(reader: WireReader): { publicKey: PublicKey; jwk: JsonWebKey } {
  const algorithm = reader.string().toString('latin1');
  if (algorithm === 'ssh-ed25519') return readEd25519(reader);
  if (algorithm === 'ssh-rsa') return readRsa(reader);
  throw new MalformedError('another key type');
}

function readEd25519(reader: WireReader): { publicKey: PublicKey; jwk: JsonWebKey } {
  const point = reader.string();
  const seedAndPoint = reader.string();
  if (!seedAndPoint.subarray(32).equals(point)) throw new MalformedError('ED25519');
  const jwk = ed25519Jwk(point, seedAndPoint.subarray(0, 32));
  return { publicKey: PublicKey.ed25519(point), jwk };
}

function readRsa(reader: WireReader): { publicKey: PublicKey; jwk: JsonWebKey } {
  const n = reader.positiveInteger();
  const e = reader.positiveInteger();
  const d = reader.positiveInteger();
  const qi = reader.positiveInteger();
  const p = reader.positiveInteger();
  const q = reader.positiveInteger();
  return { publicKey: PublicKey.rsa(e, n), jwk: rsaJwk({ n, e, d, p, q, qi }) };
}

export function ed25519Jwk(point: Buffer, seed: Buffer): JsonWebKey {
  return { kty: 'OKP', crv: 'Ed25519', x: base64url(point), d: base64url(seed) };
}

/** @throws MalformedError if p or q cannot be a prime. */
export function rsaJwk(numbers: Readonly<Record<'n' | 'e' | 'd' | 'p' | 'q' | 'qi', Buffer>>): JsonWebKey {
  const { d, p, q } = numbers;
  const all = { ...numbers, dp: reducedExponent(d, p), dq: reducedExponent(d, q) };
  const encoded = Object.entries(all).map(([name, number]) => [name, base64url(number)]);
  return { kty: 'RSA', ...Object.fromEntries(encoded) };
}

/** d mod (prime - 1), which the container does not store. */
function reducedExponent(d: Buffer, prime: Buffer): Buffer {
  const modulus = integer(prime) - 1n;
  if (modulus < 1n) throw new MalformedError('not a prime');
  const hex = (integer(d) % modulus).toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
}

function integer(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`);
}

function base64url(bytes: Buffer): string {
  return bytes.toString('base64url');
}

function expectText(bytes: Buffer, expected: string): void {
  if (bytes.toString('latin1') !== expected) throw new MalformedError('not a container');
}
