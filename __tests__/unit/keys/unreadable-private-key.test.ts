import { createPrivateKey, generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';
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

/** Runs of 8 characters of the text's base64 that any part of the error contains. */
function leaked(text: string, error: KeyPairError): string[] {
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
  ['PEM with Proc-Type', pkcs1],
  ['OpenSSH format', opensshPem({ ...ed25519Parts, cipher: 'aes256-ctr', kdf: 'bcrypt', kdfOptions: 'x' })],
])('%s with a passphrase is reported as protected by a passphrase', (_, text) => {
  const error = errorOf(text);
  expect([error.code, error.cause]).toEqual(['PRIVATE_KEY_ENCRYPTED', undefined]);
  expect(error).toMatchObject({
    message: 'The private key is protected by a passphrase.',
    hint: 'Set the input passphrase from a secret. Or remove the passphrase from the copy that this action reads: `ssh-keygen -p -N "" -f <file>`.',
  });
  expect(leaked(text, error)).toEqual([]);
});

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const x25519 = generateKeyPairSync('x25519').privateKey;
const ed448 = generateKeyPairSync('ed448').privateKey;
const dsa = generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 }).privateKey;
const inPkcs8 = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();
const x448 = generateKeyPairSync('x448').privateKey;
const rsaPss = generateKeyPairSync('rsa-pss', { modulusLength: 1024 }).privateKey;
/** A container of OpenSSH with a key of another type. */
const ofType = (type: string): string =>
  opensshPem({ ...ed25519Parts, publicKey: sshString(type), privateKey: sshString(type) });
const publicPem = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();

const nothingKnown = 'not a complete RSA or ED25519 key';

describe('an error about a private key says what the text is instead', () => {
  test.each([
    ['nothing', '', 'empty'],
    ['spaces', ' \n', 'empty'],
    ['some text', 'hello', nothingKnown],
    ['a public key', publicPem, 'a public key'],
    ['a public key in OpenSSH format', 'ssh-ed25519 AAAA', 'a public key'],
    ['two keys', `${rsa.pem}${ed25519.pem}`, 'more than one key or certificate'],
    ['a DSA key', pemOf('DSA PRIVATE KEY', Buffer.alloc(9), 64), 'a DSA key, which EC2 does not support'],
    ['an ECDSA public key in OpenSSH format', 'ecdsa-sha2-nistp256 AAAA', 'a public key'],
    ['a comment about ssh-rsa', 'not ssh-rsa', nothingKnown],
    ['a key of another program', pemOf('MY EC PRIVATE KEY', Buffer.alloc(9), 64), nothingKnown],
    ['an ECDSA key and more', pemOf('EC PRIVATE KEY 2', Buffer.alloc(9), 64), nothingKnown],
    ['a public key of another program', pemOf('PUBLIC KEY 2', Buffer.alloc(9), 64), nothingKnown],
    [
      'an ECDSA key',
      ec.export({ type: 'sec1', format: 'pem' }).toString(),
      'an EC key, which EC2 does not support',
    ],
    [
      'an ECDSA key behind its parameters, as openssl ecparam -genkey writes it',
      `${pemOf('EC PARAMETERS', Buffer.alloc(9), 64)}${ec.export({ type: 'sec1', format: 'pem' })}`,
      'an EC key, which EC2 does not support',
    ],
    ['an ECDSA key in PKCS#8', inPkcs8(ec), 'an EC key, which EC2 does not support'],
    ['a DSA key in PKCS#8', inPkcs8(dsa), 'a DSA key, which EC2 does not support'],
    ['an ED448 key in PKCS#8', inPkcs8(ed448), 'an ED448 key, which EC2 does not support'],
    ['an X25519 key in PKCS#8', inPkcs8(x25519), 'an X25519 key, which EC2 does not support'],
    [
      'an ECDSA key in OpenSSH format',
      ofType('ecdsa-sha2-nistp256'),
      'an EC key, which EC2 does not support',
    ],
    ['a DSA key in OpenSSH format', ofType('ssh-dss'), 'a DSA key, which EC2 does not support'],
    [
      'a key on a security key',
      ofType('sk-ssh-ed25519@openssh.com'),
      'a key on a security key (FIDO), which EC2 does not support',
    ],
    ['an X448 key in PKCS#8', inPkcs8(x448), 'an X448 key, which EC2 does not support'],
    ['an RSA-PSS key in PKCS#8', inPkcs8(rsaPss), 'an RSA-PSS key, which EC2 does not support'],
    ['an ED448 key in OpenSSH format', ofType('ssh-ed448'), 'an ED448 key, which EC2 does not support'],
    [
      'an encrypted ECDSA key behind its parameters, as openssl ecparam and openssl ec write it',
      `${pemOf('EC PARAMETERS', Buffer.alloc(9), 64)}${ec.export({ type: 'sec1', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'sesame' })}`,
      'an EC key, which EC2 does not support',
    ],
    [
      'an encrypted ECDSA key in OpenSSH format',
      opensshPem({
        ...ed25519Parts,
        publicKey: sshString('ecdsa-sha2-nistp256'),
        cipher: 'aes256-ctr',
        kdf: 'bcrypt',
        kdfOptions: 'x',
      }),
      'an EC key, which EC2 does not support',
    ],
    ['two keys, the first one encrypted', `${pkcs1}${ed25519.pem}`, 'more than one key or certificate'],
    [
      'a key of ssh.com',
      '---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nP2/56wAAAB8=\n---- END SSH2 ENCRYPTED PRIVATE KEY ----\n',
      "in ssh.com's format",
    ],
    ['UTF-16', [...rsa.pem].join('\0'), 'in UTF-16'],
    ['big-endian UTF-16', [...rsa.pem].map((letter) => `\0${letter}`).join(''), 'in UTF-16'],
    [
      'DER',
      ed25519.key.export({ type: 'pkcs8', format: 'der' }).toString('utf8'),
      'binary, such as DER or PKCS#12',
    ],
    [
      'base64 of UTF-16',
      Buffer.from(`\uFEFF${rsa.pem}`, 'utf16le').toString('base64'),
      'encoded in base64 as a whole',
    ],
    [
      'base64 of the file, with line breaks and in quotes',
      `"${Buffer.from(rsa.pem).toString('base64').replace(/.{76}/g, '$&\n')}"\n`,
      'encoded in base64 as a whole',
    ],
    ['a URL-encoded key', encodeURIComponent(rsa.pem), 'URL-encoded'],
    ['a key from a form', String(new URLSearchParams({ key: rsa.pem })).replace('key=', ''), 'URL-encoded'],
    [
      'line breaks that were escaped twice',
      rsa.pem.replaceAll('\n', '\\\\r\\\\n'),
      String.raw`written with \n in place of line breaks`,
    ],
    ['base64 of the file', Buffer.from(rsa.pem).toString('base64'), 'encoded in base64 as a whole'],
    [
      'escaped line breaks',
      rsa.pem.replaceAll('\n', '\\n'),
      String.raw`written with \n in place of line breaks`,
    ],
    ['a key without its END line', rsa.pem.slice(0, -20), nothingKnown],
    ['a key without its last line', rsa.pem.replace(/\n.*\n-----END/, '\n-----END'), nothingKnown],
    ['a key without a line in the middle', rsa.pem.split('\n').toSpliced(9, 1).join('\n'), nothingKnown],
    ['a key with a character that is not base64', rsa.pem.replace(/\n(.{30})./, '\n$1*'), nothingKnown],
    ['a key with an extra character', rsa.pem.replace(/\n(.{30})/, '\n$1*'), nothingKnown],
    ['a key without data', pemOf('RSA PRIVATE KEY', Buffer.alloc(0), 64), nothingKnown],
    ['a text that is too long', `${rsa.pem}${' '.repeat(70_000)}`, nothingKnown],
    ['an ED25519 key as PKCS#1', pemOf('RSA PRIVATE KEY', containerOf(ed25519Parts), 70), nothingKnown],
  ])('%s', (_, text, what) => {
    const error = errorOf(text);
    expect([error.code, error.cause]).toEqual(['PRIVATE_KEY_UNREADABLE', undefined]);
    expect(error.message).toBe(`The private key cannot be read: it is ${what}.`);
    expect(error.hint).toBe(
      what.startsWith('more than one')
        ? 'Use a file that contains only the private key.'
        : /^(in UTF|encoded|written|URL)/.test(what)
          ? 'Write the key to the file as plain text, in UTF-8.'
          : what.startsWith('binary')
            ? 'Convert it: `openssl pkey -in <file> -out <new file>` reads DER and PKCS#12.'
            : what.startsWith('in ssh.com')
              ? 'Convert it: `puttygen <file> -O private-openssh -o <new file>`.'
              : 'Use an RSA key in PEM (PKCS#1 or PKCS#8), or an RSA or ED25519 key in OpenSSH format.',
    );
    expect(leaked(text, error)).toEqual([]);
  });
});

/** A container with one number of the RSA key replaced. */
function rsaWith(name: 'n' | 'e' | 'd' | 'p' | 'q' | 'qi', value: string): Partial<ContainerParts> {
  const numbers: JsonWebKey = { ...rsa.key.export({ format: 'jwk' }), [name]: value };
  const { n, e, d, p, q, qi } = numbers;
  return {
    publicKey: Buffer.concat([sshString('ssh-rsa'), sshInteger(e), sshInteger(n)]),
    privateKey: Buffer.concat([sshString('ssh-rsa'), ...[n, e, d, qi, p, q].map(sshInteger)]),
  };
}

/** d + p - 1 is the same as d modulo p - 1, and another number modulo q - 1. */
function dPlusPrimeMinus1(prime: 'p' | 'q'): string {
  const numbers = rsa.key.export({ format: 'jwk' });
  const [d, p] = [numbers.d, numbers[prime]].map((number = '') =>
    BigInt(`0x${Buffer.from(number, 'base64url').toString('hex')}`),
  );
  const hex = ((d ?? 0n) + (p ?? 0n) - 1n).toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex').toString('base64url');
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

describe('a container is rejected', () => {
  test.each<[string, Partial<ContainerParts>]>([
    ['with another magic', { magic: 'openssh-key-v2\0' }],
    ['with a derivation but no cipher', { kdf: 'bcrypt' }],
    ['with options for no derivation', { kdfOptions: 'x' }],
    ['without a key', { count: 0 }],
    ['with two keys', { count: 2 }],
    ['if its check integers differ', { checks: [1, 2] }],
    [
      'if the public key outside belongs to another key',
      { publicKey: containerParts(freshEd25519().key).publicKey },
    ],
    ['if the public key outside is truncated', { publicKey: ed25519Parts.publicKey.subarray(0, -1) }],
    ['with trailing data', { trailing: Buffer.alloc(1) }],
    ['if it is padded with zeros', { padding: Buffer.alloc(3), comment: '' }],
    ['if it is padded in the wrong order', { padding: Buffer.from([2, 1, 3, 4, 5]), comment: '' }],
    ['if it is not padded', { padding: Buffer.alloc(0), comment: '' }],
    ['with an algorithm that EC2 does not support', { privateKey: sshString('ssh-dss') }],
    ['if its point is too short', ed25519With(seed, point.subarray(1), point)],
    ['if its two points differ', ed25519With(seed, point, otherPoint)],
    ['if its point is not that of its seed', ed25519With(seed, otherPoint, otherPoint)],
    ['if its seed is too long', ed25519With(Buffer.concat([seed, seed]), point, point)],
  ])('%s', (_, change) => {
    expect(errorOf(opensshPem({ ...ed25519Parts, ...change })).code).toBe('PRIVATE_KEY_UNREADABLE');
  });

  test.each<[string, Partial<ContainerParts>]>([
    [
      'with another modulus',
      rsaWith('n', containerParts(freshRsa().key).publicKey.subarray(-256).toString('base64url')),
    ],
    [
      'with the numbers of RSA under another name',
      {
        privateKey: Buffer.concat([sshString('ssh-dss'), rsaParts.privateKey.subarray(4 + 'ssh-rsa'.length)]),
      },
    ],
    ['with another public exponent', rsaWith('e', 'Aw')],
    ['with another private exponent', rsaWith('d', 'AQAB')],
    ['with a private exponent that fits only its first prime', rsaWith('d', dPlusPrimeMinus1('p'))],
    ['with a private exponent that fits only its second prime', rsaWith('d', dPlusPrimeMinus1('q'))],
    ['with 1 as its first prime', rsaWith('p', 'AQ')],
    ['with 2 as its first prime', rsaWith('p', 'Ag')],
    ['with another second prime', rsaWith('q', 'Aw')],
    ['with another coefficient', rsaWith('qi', 'Aw')],
    ['with 0 as its private exponent', rsaWith('d', '')],
  ])('of an RSA key %s', (_, change) => {
    expect(errorOf(opensshPem({ ...rsaParts, ...change })).code).toBe('PRIVATE_KEY_UNREADABLE');
  });

  test.each(['e', 'd', 'dp', 'dq', 'qi'] as const)('and so is PKCS#1 with another %s', (name) => {
    const numbers = rsa.key.export({ format: 'jwk' });
    const key = createPrivateKey({ key: { ...numbers, [name]: 'Aw' }, format: 'jwk' });
    expect(errorOf(key.export({ type: 'pkcs1', format: 'pem' }).toString()).code).toBe(
      'PRIVATE_KEY_UNREADABLE',
    );
  });

  test('only because of the change: both containers are read without one', () => {
    expect(PrivateKey.parse(opensshPem(ed25519Parts)).type).toBe('ed25519');
    expect(PrivateKey.parse(opensshPem(rsaParts)).type).toBe('rsa');
  });
});

describe.each([
  ['ED25519 key in OpenSSH format', 'OPENSSH PRIVATE KEY', containerOf(ed25519Parts)],
  ['RSA key in OpenSSH format', 'OPENSSH PRIVATE KEY', containerOf(rsaParts)],
  ['RSA key in PKCS#1', 'RSA PRIVATE KEY', rsa.key.export({ type: 'pkcs1', format: 'der' })],
  ['ED25519 key in PKCS#8', 'PRIVATE KEY', ed25519.key.export({ type: 'pkcs8', format: 'der' })],
])('a damaged %s', (_, label, whole) => {
  const readsOrRejects = (damaged: Buffer): void => {
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

  test('is read or rejected, whatever length in it is replaced', () => {
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
        readsOrRejects(Buffer.concat([whole.subarray(0, at), uint32(length), whole.subarray(at + 4)]));
      }),
      { numRuns: 200 },
    );
  });

  test('is read or rejected, whatever byte is replaced and wherever it is truncated', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, byte, length) => {
        readsOrRejects(Buffer.from(whole.with(at, byte).subarray(0, length)));
        readsOrRejects(Buffer.from(whole.with(at, byte)));
      }),
      { numRuns: 200 },
    );
  });
});

test('no text results in another error', () => {
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
