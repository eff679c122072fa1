import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { KeyPairError } from '../../../src/errors.ts';
import { PrivateKey } from '../../../src/keys/private-key.ts';
import {
  type ContainerParts,
  containerOf,
  containerParts,
  freshEd25519,
  freshRsa,
  opensshPem,
  pemOf,
  sshInteger,
  sshString,
  uint32,
} from '../../lib/keys.ts';

const ed25519 = freshEd25519();
const rsa = freshRsa();
const ed25519Parts = containerParts(ed25519.key, 'deploy');
const rsaParts = containerParts(rsa.key);

function errorOf(text: string): KeyPairError {
  try {
    PrivateKey.parse(text);
  } catch (error) {
    if (error instanceof KeyPairError) return error;
    throw error;
  }
  throw new Error('the text was read as a private key');
}

/** Runs of 8 characters of the text's base64 that the error tells in any of its parts. */
function told(text: string, error: KeyPairError): string[] {
  const body = text
    .split('\n')
    .filter((line) => /^[\w+/=]+$/.test(line))
    .join('');
  const all = inspect(error, { depth: null, showHidden: true });
  return Array.from({ length: Math.max(0, body.length - 7) }, (_, at) => body.slice(at, at + 8)).filter(
    (run) => all.includes(run),
  );
}

const pkcs8 = (type: 'pem', key = rsa.key, passphrase = 'open sesame') =>
  key.export({ type: 'pkcs8', format: type, cipher: 'aes-256-cbc', passphrase }).toString();
const pkcs1 = rsa.key
  .export({ type: 'pkcs1', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'sesame' })
  .toString();

test.each([
  ['PKCS#8', pkcs8('pem')],
  ['PKCS#8 of an ED25519 key', pkcs8('pem', ed25519.key)],
  ['PEM of old', pkcs1],
  [
    "OpenSSH's own container",
    opensshPem({ ...ed25519Parts, cipher: 'aes256-ctr', kdf: 'bcrypt', kdfOptions: 'x' }),
  ],
])('%s with a passphrase is called that', (_, text) => {
  const error = errorOf(text);
  expect([error.code, error.cause]).toEqual(['PRIVATE_KEY_ENCRYPTED', undefined]);
  expect(told(text, error)).toEqual([]);
});

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const x25519 = generateKeyPairSync('x25519').privateKey;
const publicPem = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();

describe('what is no private key of EC2 says what it looks like', () => {
  test.each([
    ['nothing', '', 'empty'],
    ['blanks', ' \n', 'empty'],
    ['some text', 'hello', 'not a whole RSA or ED25519 key'],
    ['a public key', publicPem, 'a public key'],
    ['a public key of OpenSSH', 'ssh-ed25519 AAAA', 'a public key'],
    ['a PuTTY key', 'PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\n', 'a PuTTY key'],
    ['two keys', `${rsa.pem}${ed25519.pem}`, 'several'],
    ['an ECDSA key', ec.export({ type: 'sec1', format: 'pem' }).toString(), 'EC2 does not take'],
    ['an ECDSA key in PKCS#8', ec.export({ type: 'pkcs8', format: 'pem' }).toString(), 'not a whole'],
    ['an X25519 key in PKCS#8', x25519.export({ type: 'pkcs8', format: 'pem' }).toString(), 'not a whole'],
    ['a key without its END line', rsa.pem.slice(0, -20), 'not a whole'],
    ['a key without its last line', rsa.pem.replace(/\n.*\n-----END/, '\n-----END'), 'not a whole'],
    ['a key without a line in the middle', rsa.pem.split('\n').toSpliced(9, 1).join('\n'), 'not a whole'],
    ['a key with a foreign character', rsa.pem.replace(/\n(.{30})./, '\n$1*'), 'not a whole'],
    ['a key with a character too many', rsa.pem.replace(/\n(.{30})/, '\n$1*'), 'not a whole'],
    ['a key with nothing inside', pemOf('RSA PRIVATE KEY', Buffer.alloc(0), 64), 'not a whole'],
    ['an endless text', `${rsa.pem}${' '.repeat(70_000)}`, 'not a whole'],
    ['an ED25519 key as PKCS#1', pemOf('RSA PRIVATE KEY', containerOf(ed25519Parts), 70), 'not a whole'],
  ])('%s', (_, text, what) => {
    const error = errorOf(text);
    expect([error.code, error.cause]).toEqual(['PRIVATE_KEY_UNREADABLE', undefined]);
    expect(error.message).toContain(what);
    expect(told(text, error)).toEqual([]);
  });
});

/** A container in which one number of the RSA key is another one. */
function rsaWith(name: 'n' | 'e' | 'd' | 'p' | 'q' | 'qi', value: string): Partial<ContainerParts> {
  const numbers: JsonWebKey = { ...rsa.key.export({ format: 'jwk' }), ...{ [name]: value } };
  const { n, e, d, p, q, qi } = numbers;
  return {
    publicKey: Buffer.concat([sshString('ssh-rsa'), sshInteger(e), sshInteger(n)]),
    privateKey: Buffer.concat([sshString('ssh-rsa'), ...[n, e, d, qi, p, q].map(sshInteger)]),
  };
}

function ed25519With(seed: Buffer, point: Buffer, pointAgain: Buffer): Partial<ContainerParts> {
  const publicKey = Buffer.concat([sshString('ssh-ed25519'), sshString(point)]);
  return { publicKey, privateKey: Buffer.concat([publicKey, sshString(Buffer.concat([seed, pointAgain]))]) };
}

const [seed, point, otherPoint] = [
  Buffer.from(ed25519.key.export({ format: 'jwk' }).d ?? '', 'base64url'),
  ed25519Parts.publicKey.subarray(-32),
  containerParts(freshEd25519().key).publicKey.subarray(-32),
];

describe('a container is refused', () => {
  test.each<[string, Partial<ContainerParts>]>([
    ['whose magic is another', { magic: 'openssh-key-v2\0' }],
    ['with a derivation but no cipher', { kdf: 'bcrypt' }],
    ['with options to no derivation', { kdfOptions: 'x' }],
    ['of no key', { count: 0 }],
    ['of two keys', { count: 2 }],
    ['whose check integers differ', { checks: [1, 2] }],
    ['that shows another public key outside', { publicKey: containerParts(freshEd25519().key).publicKey }],
    ['that shows a cut public key outside', { publicKey: ed25519Parts.publicKey.subarray(0, -1) }],
    ['with something behind', { trailing: Buffer.alloc(1) }],
    ['that is padded with zeros', { padding: Buffer.alloc(3), comment: '' }],
    ['that is padded in the wrong order', { padding: Buffer.from([2, 1, 3, 4, 5]), comment: '' }],
    ['that is not padded', { padding: Buffer.alloc(0), comment: '' }],
    ['of an algorithm that EC2 does not know', { privateKey: sshString('ssh-dss') }],
    ['whose point is short', ed25519With(seed, point.subarray(1), point)],
    ['whose two points differ', ed25519With(seed, point, otherPoint)],
    ['whose point is not the one of its seed', ed25519With(seed, otherPoint, otherPoint)],
    ['whose seed is long', ed25519With(Buffer.concat([seed, seed]), point, point)],
  ])('%s', (_, change) => {
    expect(errorOf(opensshPem({ ...ed25519Parts, ...change })).code).toBe('PRIVATE_KEY_UNREADABLE');
  });

  test.each<[string, Partial<ContainerParts>]>([
    [
      'whose modulus is another',
      rsaWith('n', containerParts(freshRsa().key).publicKey.subarray(-256).toString('base64url')),
    ],
    ['whose public exponent is another', rsaWith('e', 'Aw')],
    ['whose private exponent is another', rsaWith('d', 'AQAB')],
    ['whose first prime is one', rsaWith('p', 'AQ')],
    ['whose first prime is two', rsaWith('p', 'Ag')],
    ['whose second prime is another', rsaWith('q', 'Aw')],
    ['whose coefficient is another', rsaWith('qi', 'Aw')],
    ['whose private exponent is zero', rsaWith('d', '')],
  ])('of an RSA key %s', (_, change) => {
    expect(errorOf(opensshPem({ ...rsaParts, ...change })).code).toBe('PRIVATE_KEY_UNREADABLE');
  });

  test('neither of these two without a change', () => {
    expect(PrivateKey.parse(opensshPem(ed25519Parts)).type).toBe('ed25519');
    expect(PrivateKey.parse(opensshPem(rsaParts)).type).toBe('rsa');
  });
});

describe.each([
  ["an ED25519 key in OpenSSH's container", 'OPENSSH PRIVATE KEY', containerOf(ed25519Parts)],
  ["an RSA key in OpenSSH's container", 'OPENSSH PRIVATE KEY', containerOf(rsaParts)],
  ['an RSA key in PKCS#1', 'RSA PRIVATE KEY', rsa.key.export({ type: 'pkcs1', format: 'der' })],
  ['an ED25519 key in PKCS#8', 'PRIVATE KEY', ed25519.key.export({ type: 'pkcs8', format: 'der' })],
])('%s with damage', (_, label, whole) => {
  const readsOrRefuses = (damaged: Buffer): void => {
    const text = pemOf(label, damaged, 70);
    try {
      PrivateKey.parse(text);
    } catch (error) {
      expect(error).toBeInstanceOf(KeyPairError);
      expect(String(error)).toMatch(
        /^KeyPairError: The private key (cannot be read: it is|is protected by a pass)/,
      );
    }
  };

  test('in any length that it holds gives no other error', () => {
    const lengths = fc.constantFrom(
      0,
      1,
      3,
      0x7f,
      0xff,
      0xffff,
      0x7fffffff,
      0x80000000,
      0xfffffffe,
      0xffffffff,
    );
    fc.assert(
      fc.property(fc.nat(whole.length - 4), lengths, (at, length) => {
        readsOrRefuses(Buffer.concat([whole.subarray(0, at), uint32(length), whole.subarray(at + 4)]));
      }),
      { numRuns: 200 },
    );
  });

  test('in any byte, or cut anywhere, gives no other error', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, byte, length) => {
        readsOrRefuses(Buffer.from(whole.with(at, byte).subarray(0, length)));
        readsOrRefuses(Buffer.from(whole.with(at, byte)));
      }),
      { numRuns: 200 },
    );
  });
});

test('no text gives another error', () => {
  const words = fc.constantFrom(
    '-----BEGIN ',
    'RSA ',
    'OPENSSH ',
    'PRIVATE KEY-----',
    '-----END ',
    '\n',
    'b3BlbnNzaC1rZXktdjEA',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 10 }), (parts) => {
      expect(errorOf(parts.join('')).code).toBe('PRIVATE_KEY_UNREADABLE');
    }),
    { numRuns: 500 },
  );
});
