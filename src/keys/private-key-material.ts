import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { KeyPairError } from '../errors.ts';
import { isEncryptedContainer, readContainer, writeContainer } from './openssh-container.ts';
import { type PemBlock, pemLabels, readPem, wrap, writePem } from './pem.ts';
import { PublicKey } from './public-key.ts';
import { MalformedError } from './wire.ts';

/** A private key in clear. Only this folder handles it; everything else holds a PrivateKey or a MaskedPrivateKey. */
export interface PrivateKeyMaterial {
  readonly publicKey: PublicKey;
  readonly key: KeyObject;
  /** What OpenSSH of any age reads: PKCS#1 for RSA, its own container for ED25519 and where it came as one. */
  readonly pem: string;
  /** The block as it came, with LF: the same text as `pem`, unless its format or its line width had to change. */
  readonly given: string;
}

/** Any line width that OpenSSH, PuTTY and the JDK read. */
const SAFE_WIDTHS = { least: 64, most: 76 } as const;

/**
 * Errors: `PRIVATE_KEY_UNREADABLE`, `PRIVATE_KEY_ENCRYPTED`. Neither holds anything of the text, nor a cause: what
 * node:crypto says of a key is not ours to vouch for.
 */
export function readPrivateKey(text: string): PrivateKeyMaterial {
  try {
    if (text.includes('Proc-Type: 4,ENCRYPTED')) throw encrypted();
    const block = readPem(text);
    const key = keyOf(block);
    const publicKey = publicHalf(key);
    const { label, bytes } = writtenAs(block, key, publicKey);
    const pem = writePem(label, wrap(bytes.toString('base64'), widthOf(block)));
    return { publicKey, key, pem, given: writePem(block.label, block.lines) };
  } catch (error) {
    throw error instanceof KeyPairError ? error : unreadable(text);
  }
}

/** The numbers that make up the private key (RFC 7517, RFC 8037), base64url. */
export function privateNumbers(key: KeyObject): Readonly<Record<string, Buffer>> {
  const numbers = Object.entries(key.export({ format: 'jwk' })).filter(
    ([name]) => !['kty', 'crv'].includes(name),
  );
  return Object.fromEntries(numbers.map(([name, value]) => [name, Buffer.from(String(value), 'base64url')]));
}

function keyOf({ label, bytes }: PemBlock): KeyObject {
  switch (label) {
    case 'RSA PRIVATE KEY':
      return createPrivateKey({ key: bytes, format: 'der', type: 'pkcs1' });
    case 'PRIVATE KEY':
      return createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' });
    case 'OPENSSH PRIVATE KEY':
      if (isEncryptedContainer(bytes)) throw encrypted();
      return keyOfJwk(readContainer(bytes));
    case 'ENCRYPTED PRIVATE KEY':
      throw encrypted();
    default:
      throw new MalformedError('another kind of block');
  }
}

/** Takes the private number at its word and the public one not: an ED25519 point must be the seed's. */
function keyOfJwk(jwk: JsonWebKey): KeyObject {
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  if (jwk.kty === 'OKP' && createPublicKey(key).export({ format: 'jwk' }).x !== jwk.x) {
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

/** A key whose numbers do not belong together reads well and signs wrongly: better to hear of it now. */
function checkRsa(numbers: Readonly<Record<string, Buffer>>): void {
  const integer = (name: string): bigint => BigInt(`0x${numbers[name]?.toString('hex')}`);
  const [n, e, d, p, q] = [integer('n'), integer('e'), integer('d'), integer('p'), integer('q')];
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
  const { d = Buffer.alloc(0) } = privateNumbers(key);
  return { label: 'OPENSSH PRIVATE KEY', bytes: writeContainer(d, publicKey) };
}

/** The width that the text came in, where all its lines have one that is safe; else the one its format has by custom. */
function widthOf({ label, lines }: PemBlock): number {
  const [width = 0] = lines.map((line) => line.length);
  const even =
    lines.length > 1 && lines.every((line, index) => line.length === width || index === lines.length - 1);
  if (even && width >= SAFE_WIDTHS.least && width <= SAFE_WIDTHS.most) return width;
  return label === 'RSA PRIVATE KEY' ? 64 : 70;
}

function encrypted(): KeyPairError {
  return new KeyPairError('PRIVATE_KEY_ENCRYPTED', 'The private key is protected by a passphrase.', {
    hint: 'It cannot be compared with the pair without its passphrase. Take that off where this action reads the key: `ssh-keygen -p -N "" -f <file>`.',
  });
}

function unreadable(text: string): KeyPairError {
  const { what, hint } = looksLike(text);
  return new KeyPairError('PRIVATE_KEY_UNREADABLE', `The private key cannot be read: it is ${what}.`, {
    hint,
  });
}

function looksLike(text: string): { what: string; hint: string } {
  const labels = pemLabels(text);
  const [label = ''] = labels;
  const wanted = "RSA in PEM (PKCS#1, PKCS#8) and RSA or ED25519 in OpenSSH's own format are read.";
  if (text.trim() === '') return { what: 'empty', hint: wanted };
  if (text.includes('PuTTY-User-Key-File')) {
    return {
      what: 'a PuTTY key',
      hint: 'Turn it into PEM first: `puttygen key.ppk -O private-openssh -o key.pem`.',
    };
  }
  if (labels.length > 1)
    return { what: 'several keys or certificates in one text', hint: 'Give the private key alone.' };
  if (label.endsWith('PUBLIC KEY') || /^(ssh|ecdsa)-/.test(text))
    return { what: 'a public key', hint: wanted };
  if (/^(EC|DSA) PRIVATE KEY$/.test(label))
    return { what: 'a key of a kind that EC2 does not take', hint: wanted };
  return { what: 'not a whole RSA or ED25519 key', hint: wanted };
}
