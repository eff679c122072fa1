import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import {
  ed25519Jwk,
  parseContainer,
  readContainer,
  readPrivatePart,
  rsaJwk,
} from '../../../src/keys/openssh-container.ts';
import { MaskedPrivateKey, PrivateKey } from '../../../src/keys/private-key.ts';
import { MalformedError } from '../../../src/keys/wire.ts';
import {
  type ContainerParts,
  containerOf,
  containerParts,
  freshEd25519,
  opensshPem,
  sshString,
} from '../../lib/keys.ts';
import { KNOWN_KEYS } from './known-keys.ts';

const { key } = freshEd25519();
const parts = containerParts(key, 'deploy');
const { x = '', d = '' } = key.export({ format: 'jwk' });
const [point, seed] = [x, d].map((number) => Buffer.from(number, 'base64url'));
if (point === undefined || seed === undefined) throw new Error('a number is missing');

test('a container is taken apart into its key, and the parts around it', () => {
  expect(readContainer(containerOf(parts))).toEqual({ kty: 'OKP', crv: 'Ed25519', x, d });
  expect(ed25519Jwk(point, seed)).toEqual({ kty: 'OKP', crv: 'Ed25519', x, d });
  const encrypted = {
    ...parts,
    cipher: 'aes256-ctr',
    kdf: 'bcrypt',
    kdfOptions: 'x',
    trailing: Buffer.of(7),
  };
  expect(parseContainer(containerOf(encrypted))).toMatchObject({
    cipher: 'aes256-ctr',
    kdf: 'bcrypt',
    kdfOptions: Buffer.from('x'),
    publicBlob: parts.publicKey,
    authenticationTag: Buffer.of(7),
  });
});

describe('the reason for which a container is malformed', () => {
  const otherPoints = sshString(Buffer.concat([seed, Buffer.alloc(32)]));
  test.each<[string, Partial<ContainerParts>]>([
    ['not a container', { magic: 'openssh-key-v2\0' }],
    ['not one key', { count: 2 }],
    ['not an unencrypted container', { kdf: 'bcrypt' }],
    ['not an unencrypted container', { kdfOptions: 'x' }],
    ['not an unencrypted container', { trailing: Buffer.alloc(1) }],
    ['check integers', { checks: [1, 2] }],
    ['check integers', { padding: Buffer.alloc(0), comment: '' }],
    [
      'the public key outside belongs to another key',
      { publicKey: containerParts(freshEd25519().key).publicKey },
    ],
    ['padding', { padding: Buffer.from([1, 2, 3, 4, 6]), comment: '' }],
    ['another key type', { privateKey: sshString('ssh-dss') }],
    ['ED25519', { privateKey: Buffer.concat([sshString('ssh-ed25519'), sshString(point), otherPoints]) }],
  ])('is %s', (reason, change) => {
    expect(() => readContainer(containerOf({ ...parts, ...change }))).toThrow(new MalformedError(reason));
  });
});

test('the padding counts on after 255, as the bytes of a block of any size', () => {
  const check = Buffer.alloc(8);
  const padding = Buffer.from(Array.from({ length: 300 }, (_, at) => (at + 1) % 256));
  const privatePart = Buffer.concat([check, parts.privateKey, sshString(''), padding]);
  expect(readPrivatePart(privatePart, parts.publicKey, privatePart.length)).toMatchObject({ x });
});

describe('the exponents of RSA that a container does not store', () => {
  const numbers = (d: number[], p: number[], q: number[]) => {
    const one = Buffer.of(1);
    return { n: one, e: one, qi: one, d: Buffer.from(d), p: Buffer.from(p), q: Buffer.from(q) };
  };

  test('are d mod p - 1 and d mod q - 1, in whole bytes', () => {
    // 0x0123 mod 0x10 and mod 0xff.
    expect(rsaJwk(numbers([0x01, 0x23], [0x11], [0x01, 0x00]))).toEqual({
      kty: 'RSA',
      ...{ n: 'AQ', e: 'AQ', qi: 'AQ', d: 'ASM', p: 'EQ', q: 'AQA' },
      dp: Buffer.of(0x03).toString('base64url'),
      dq: Buffer.of(0x24).toString('base64url'),
    });
    // 0x0200 mod 0x0350 has three digits, and 0x0200 mod 0x0200 is 0.
    expect(rsaJwk(numbers([0x02, 0x00], [0x03, 0x51], [0x02, 0x01]))).toMatchObject({
      dp: Buffer.from([0x02, 0x00]).toString('base64url'),
      dq: Buffer.of(0x00).toString('base64url'),
    });
  });

  test('do not exist for 1, which is no prime', () => {
    expect(() => rsaJwk(numbers([5], [1], [3]))).toThrow(new MalformedError('not a prime'));
    expect(() => rsaJwk(numbers([5], [3], [0]))).toThrow(new MalformedError('not a prime'));
    expect(rsaJwk(numbers([5], [2], [3]))).toMatchObject({ dp: 'AA', dq: 'AQ' });
  });
});

test.each(KNOWN_KEYS)(
  '$name is written as PROTOCOL.key of OpenSSH says, in lines of 70',
  async ({ make }) => {
    const made = make();
    const key = await MaskedPrivateKey.mask(PrivateKey.parse(made.pem), async () => {});
    const wire = containerParts(made.key, 'me at home');
    const check = createHash('sha256').update(wire.publicKey).digest().readUInt32BE();
    const expected = opensshPem({ ...wire, checks: [check, check] }, 70);
    expect(await key.as('openssh', { comment: 'me\nat home' })).toBe(expected);
  },
);
