/**
 * Keys for tests, generated when the test runs: new ones from node:crypto, and known ones derived from a sentence. For
 * known keys, tests contain what ssh-keygen, openssl, and puttygen print, while the repository contains no private key.
 * Formats are implemented a second time, from PROTOCOL.key: nothing comes from src/.
 */
import {
  checkPrimeSync,
  createHash,
  createPrivateKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  randomInt,
} from 'node:crypto';

export interface TestKey {
  readonly type: 'rsa' | 'ed25519';
  readonly key: KeyObject;
  /** As EC2 returns it: PKCS#1 with 64 characters per line, or an OpenSSH container with 70. */
  readonly pem: string;
}

export function freshRsa(bits = 2048): TestKey {
  return rsaTestKey(generateKeyPairSync('rsa', { modulusLength: bits }).privateKey);
}

export function freshEd25519(comment = ''): TestKey {
  return ed25519TestKey(generateKeyPairSync('ed25519').privateKey, comment);
}

/** The ED25519 key whose seed is the SHA-256 of the sentence. */
export function ed25519From(sentence: string, comment = ''): TestKey {
  const seed = createHash('sha256').update(sentence).digest();
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  return ed25519TestKey(createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }), comment);
}

/** The RSA key (e = 65537, p > q) whose primes are the first after two numbers derived from the sentence. */
export function rsaFrom(sentence: string, bits = 2048): TestKey {
  const [p, q] = ['p', 'q']
    .map((name) => primeFrom(`${sentence} ${name}`, bits / 2))
    .sort((a, b) => (a < b ? 1 : -1));
  if (p === undefined || q === undefined) throw new Error('an RSA key needs two primes');
  const d = inverse(65537n, (p - 1n) * (q - 1n));
  const numbers = { n: p * q, e: 65537n, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) };
  const jwk: JsonWebKey = Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [name, base64url(value)]),
  );
  return rsaTestKey(createPrivateKey({ key: { ...jwk, kty: 'RSA' }, format: 'jwk' }));
}

/** A PEM block with lines of `width`. */
export function pemOf(label: string, der: Buffer, width: number): string {
  const lines = der.toString('base64').match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** The same block with lines of another width. */
export function withWidth(pem: string, width: number): string {
  return pemOf(/BEGIN ([A-Z ]+)-/.exec(pem)?.[1] ?? '', Buffer.from(bodyOf(pem), 'base64'), width);
}

/** The base64 between BEGIN and END, on one line. */
export function bodyOf(pem: string): string {
  return pem.replace(/-----[A-Z ]+-----/g, '').replace(/\s/g, '');
}

/** The parts of an OpenSSH container. A test replaces the part that is to be wrong. */
export interface ContainerParts {
  magic: string;
  cipher: string;
  kdf: string;
  kdfOptions: string | Buffer;
  count: number;
  publicKey: Buffer;
  checks: readonly [number, number];
  /** The private key in SSH's wire format, from the algorithm on, without the comment. */
  privateKey: Buffer;
  comment: string;
  /** Undefined: 1, 2, 3 … up to a multiple of 8. */
  padding: Buffer | undefined;
  trailing: Buffer;
}

export function containerParts(key: KeyObject, comment = ''): ContainerParts {
  const check = randomInt(2 ** 32);
  const wire = wireFormsOf(key);
  return {
    ...{
      magic: 'openssh-key-v1\0',
      cipher: 'none',
      kdf: 'none',
      kdfOptions: '',
      count: 1,
      checks: [check, check],
    },
    ...{ comment, padding: undefined, trailing: Buffer.alloc(0), ...wire },
  };
}

export function containerOf(parts: ContainerParts): Buffer {
  const secrets = Buffer.concat([...parts.checks.map(uint32), parts.privateKey, sshString(parts.comment)]);
  const length = (8 - (secrets.length % 8)) % 8;
  const padding = parts.padding ?? Buffer.from(Array.from({ length }, (_, index) => index + 1));
  return Buffer.concat([
    Buffer.from(parts.magic),
    ...[parts.cipher, parts.kdf, parts.kdfOptions].map(sshString),
    uint32(parts.count),
    sshString(parts.publicKey),
    sshString(Buffer.concat([secrets, padding])),
    parts.trailing,
  ]);
}

export function opensshPem(parts: ContainerParts, width = 70): string {
  return pemOf('OPENSSH PRIVATE KEY', containerOf(parts), width);
}

export function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

export function sshString(value: Buffer | string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([uint32(bytes.length), bytes]);
}

/** An mpint (RFC 4251) of a base64url number. */
export function sshInteger(number = ''): Buffer {
  const bytes = Buffer.from(number, 'base64url');
  return sshString((bytes[0] ?? 0) > 127 ? Buffer.concat([Buffer.alloc(1), bytes]) : bytes);
}

function wireFormsOf(key: KeyObject): { publicKey: Buffer; privateKey: Buffer } {
  const { n, e, d, p, q, qi, x = '' } = key.export({ format: 'jwk' });
  if (key.asymmetricKeyType === 'rsa') {
    const algorithm = sshString('ssh-rsa');
    return {
      publicKey: Buffer.concat([algorithm, sshInteger(e), sshInteger(n)]),
      privateKey: Buffer.concat([algorithm, ...[n, e, d, qi, p, q].map(sshInteger)]),
    };
  }
  const [point, seed] = [Buffer.from(x, 'base64url'), Buffer.from(d ?? '', 'base64url')];
  const publicKey = Buffer.concat([sshString('ssh-ed25519'), sshString(point)]);
  return { publicKey, privateKey: Buffer.concat([publicKey, sshString(Buffer.concat([seed, point]))]) };
}

function rsaTestKey(key: KeyObject): TestKey {
  return {
    type: 'rsa',
    key,
    pem: pemOf('RSA PRIVATE KEY', key.export({ type: 'pkcs1', format: 'der' }), 64),
  };
}

function ed25519TestKey(key: KeyObject, comment: string): TestKey {
  return { type: 'ed25519', key, pem: opensshPem(containerParts(key, comment)) };
}

/** The first prime p from a start of the given size on, with p - 1 prime to 65537. */
function primeFrom(sentence: string, bits: number): bigint {
  const blocks = Array.from({ length: bits / 256 }, (_, index) =>
    createHash('sha256').update(`${sentence} ${index}`).digest('hex'),
  );
  let candidate = BigInt(`0x${blocks.join('')}`) | (3n << BigInt(bits - 2)) | 1n;
  while (candidate % 65537n === 1n || !checkPrimeSync(candidate)) candidate += 2n;
  return candidate;
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [oldRest, rest, oldFactor, factor] = [value % modulus, modulus, 1n, 0n];
  while (rest !== 0n) {
    const quotient = oldRest / rest;
    [oldRest, rest] = [rest, oldRest - quotient * rest];
    [oldFactor, factor] = [factor, oldFactor - quotient * factor];
  }
  return ((oldFactor % modulus) + modulus) % modulus;
}

function base64url(value: bigint): string {
  const hex = value.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex').toString('base64url');
}
