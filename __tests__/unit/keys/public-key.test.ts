import { createPublicKey } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PublicKey } from '../../../src/keys/public-key.ts';
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
});

describe('what EC2 never returns is no public key:', () => {
  test.each([
    ['nothing', ''],
    ['a type alone', 'ssh-ed25519'],
    ['a truncated key', ED25519.slice(0, -8)],
    ['another type inside', ED25519.replace('ssh-ed25519', 'ssh-rsa')],
    ['no type', ED25519.slice('ssh-ed25519 '.length)],
  ])('%s', (_, line) => {
    expect(() => PublicKey.parseOpenSsh(line)).toThrow(MalformedError);
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
