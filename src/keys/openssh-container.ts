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
const blockSize = 8;

/**
 * Whether the container needs a passphrase.
 *
 * @throws MalformedError
 */
export function isEncryptedContainer(bytes: Buffer): boolean {
  const reader = new WireReader(bytes);
  expectText(reader.bytes(magic.length), magic);
  return reader.string().toString('latin1') !== 'none';
}

/**
 * The one unencrypted RSA or ED25519 key inside, as a JWK (RFC 7517).
 *
 * @throws MalformedError
 */
export function readContainer(bytes: Buffer): JsonWebKey {
  const reader = new WireReader(bytes);
  expectText(reader.bytes(magic.length), magic);
  expectText(reader.string(), 'none');
  expectText(reader.string(), 'none');
  expectText(reader.string(), '');
  if (reader.uint32() !== 1) throw new MalformedError('not one key');
  const outside = reader.string();
  const secrets = reader.string();
  reader.end();
  return jwkOf(secrets, outside);
}

/** The private key in the second part, which must belong to the public key outside of it. */
function jwkOf(secrets: Buffer, outside: Buffer): JsonWebKey {
  const reader = new WireReader(secrets);
  const check = reader.uint32();
  if (secrets.length % blockSize !== 0 || reader.uint32() !== check)
    throw new MalformedError('check integers');
  const { publicKey, jwk } = readSecrets(reader);
  if (!publicKey.blob.equals(outside))
    throw new MalformedError('the public key outside belongs to another key');
  reader.string(); // the comment
  reader.rest().forEach((byte, index) => {
    if (byte !== ((index + 1) & 0xff)) throw new MalformedError('padding');
  });
  return jwk;
}

/**
 * A container for the ED25519 key with this seed (32 bytes). The check integers, which OpenSSH chooses at random, come
 * from the public key, so that the same key always results in the same text.
 */
export function writeContainer(seed: Buffer, publicKey: PublicKey): Buffer {
  const check = createHash('sha256').update(publicKey.blob).digest().subarray(0, 4);
  const key = wireString(Buffer.concat([seed, publicKey.number]));
  const secrets = Buffer.concat([check, check, publicKey.blob, key, wireString('')]);
  const padding = Buffer.from([1, 2, 3, 4, 5, 6, 7]).subarray(
    0,
    (blockSize - (secrets.length % blockSize)) % blockSize,
  );
  return Buffer.concat([
    Buffer.from(magic),
    ...['none', 'none', ''].map(wireString),
    uint32(1),
    wireString(publicKey.blob),
    wireString(Buffer.concat([secrets, padding])),
  ]);
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
  if (point.length !== 32 || !seedAndPoint.subarray(32).equals(point)) throw new MalformedError('ED25519');
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
  if (bytes.toString('latin1') !== expected) throw new MalformedError('not an unencrypted container');
}
