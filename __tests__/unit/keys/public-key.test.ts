import { createPublicKey } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PublicKey, printableComment } from '../../../src/keys/public-key.ts';
import { MalformedError } from '../../../src/keys/wire.ts';
import { freshEd25519, freshRsa, sshInteger, sshString } from '../../lib/keys.ts';
import { KNOWN_KEYS } from './known-keys.ts';

const ED25519 = KNOWN_KEYS[2]?.line ?? '';
const RSA = KNOWN_KEYS[0]?.line ?? '';

function bytes(base64url: string): Buffer {
  return Buffer.from(base64url, 'base64url');
}

function rsaLine(exponent: string, modulus: Buffer): string {
  const blob = [sshString('ssh-rsa'), sshInteger(exponent), sshInteger(modulus.toString('base64url'))];
  return `ssh-rsa ${Buffer.concat(blob).toString('base64')}`;
}

function lineOf(algorithm: string, ...fields: readonly Buffer[]): string {
  const blob = Buffer.concat([algorithm, ...fields].map(sshString));
  return `${algorithm} ${blob.toString('base64')}`;
}

describe.each(KNOWN_KEYS)('$name', ({ line, bits }) => {
  test('it is read and written as the line that ssh-keygen prints', () => {
    const key = PublicKey.parseOpenSsh(line);
    expect([key.openSshLine(), key.bits, key.type]).toEqual([line, bits, bits === 256 ? 'ed25519' : 'rsa']);
    expect(key.blob.toString('base64')).toBe(line.split(' ')[1]);
  });
});

test('a comment stays on the line of its key, without control characters', () => {
  const key = PublicKey.parseOpenSsh(ED25519);
  expect(key.openSshLine('deploy')).toBe(`${ED25519} deploy`);
  expect(key.openSshLine('a\r\nssh-rsa b\u2028c\u0000\u001b[1m ')).toBe(`${ED25519} a ssh-rsa b c [1m`);
});

test('a comment of printable ASCII stays as it is, but for the spaces around it', () => {
  expect([' ~a  b ', '~ !', '\u007f', 'ä\u0085\u2028\u2029\u200be'].map(printableComment)).toEqual([
    '~a  b',
    '~ !',
    '',
    'ä e',
  ]);
});

test('an ED25519 key has 256 bits, whatever its first byte is', () => {
  expect([0, 1, 0xff].map((byte) => PublicKey.ed25519(Buffer.alloc(32, byte)).bits)).toEqual([256, 256, 256]);
});

test('space around the line that EC2 returns does not matter', () => {
  expect(PublicKey.parseOpenSsh(` ${ED25519}\n`).openSshLine()).toBe(ED25519);
});

test('keys are equal if only their comments differ', () => {
  const key = PublicKey.parseOpenSsh(`${ED25519} a`);
  expect(key.equals(PublicKey.parseOpenSsh(`${ED25519} b`))).toBe(true);
  expect(key.equals(PublicKey.parseOpenSsh(RSA))).toBe(false);
});

test('a public key prints as its line', () => {
  const key = PublicKey.parseOpenSsh(ED25519);
  expect([`${key}`, JSON.stringify(key)]).toEqual([ED25519, JSON.stringify(ED25519)]);
});

test('the SPKI is what node:crypto exports for the key', () => {
  for (const { key } of [freshRsa(), freshEd25519()]) {
    const { n = '', e = '', x = '' } = key.export({ format: 'jwk' });
    const [modulus, exponent, point] = [bytes(n), bytes(e), bytes(x)];
    const ours = n === '' ? PublicKey.ed25519(point) : PublicKey.rsa(exponent, modulus);
    expect(ours.spki()).toEqual(createPublicKey(key).export({ type: 'spki', format: 'der' }));
  }
});

test('the bits of an RSA key are counted without leading zeros, as ssh-keygen does', () => {
  expect(PublicKey.parseOpenSsh(rsaLine('AQAB', Buffer.alloc(256, 0x25))).bits).toBe(2046);
  expect(PublicKey.parseOpenSsh(rsaLine('AQAB', Buffer.alloc(256, 0x01))).bits).toBe(2041);
});

describe('what EC2 never returns is no public key:', () => {
  test.each([
    ['nothing', '', 'a length exceeds the data'],
    ['a type alone', 'ssh-ed25519', 'a length exceeds the data'],
    ['a truncated key', ED25519.slice(0, -8), 'a length exceeds the data'],
    ['another type inside', ED25519.replace('ssh-ed25519', 'ssh-rsa'), 'another algorithm inside'],
    ['no type', ED25519.slice('ssh-ed25519 '.length), 'a length exceeds the data'],
    [
      'a type that EC2 does not support',
      `ssh-dss ${sshString('ssh-dss').toString('base64')}`,
      'another type of key',
    ],
    ['a point of 31 bytes', lineOf('ssh-ed25519', Buffer.alloc(31)), 'an ED25519 point has 32 bytes'],
    ['a point of 33 bytes', lineOf('ssh-ed25519', Buffer.alloc(33)), 'an ED25519 point has 32 bytes'],
    ['a point with something after it', lineOf('ssh-ed25519', Buffer.alloc(32), Buffer.of()), 'bytes remain'],
    [
      'a modulus with something after it',
      lineOf('ssh-rsa', Buffer.of(3), Buffer.of(5), Buffer.of()),
      'bytes remain',
    ],
  ])('%s', (_, line, reason) => {
    expect(() => PublicKey.parseOpenSsh(line)).toThrow(new MalformedError(reason));
  });

  test('any damage is a malformed key or another one, and no other error', () => {
    const blob = Buffer.from(RSA.split(' ')[1] ?? '', 'base64');
    const damage = fc.record({ at: fc.nat(blob.length - 1), byte: fc.nat(255), length: fc.nat(blob.length) });
    fc.assert(
      fc.property(damage, ({ at, byte, length }) => {
        const damaged = Buffer.from(blob.subarray(0, length));
        if (at < length) damaged[at] = byte;
        try {
          PublicKey.parseOpenSsh(`ssh-rsa ${damaged.toString('base64')}`);
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
