import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { KeyPairError } from '../../../src/errors.ts';
import { PublicKey } from '../../../src/keys/public-key.ts';
import { bodyOf, freshEd25519, freshRsa, sshInteger, sshString } from '../../lib/keys.ts';
import { KNOWN_KEYS } from './known-keys.ts';

const ED25519 = KNOWN_KEYS[2]?.line ?? '';
const RSA = KNOWN_KEYS[0]?.line ?? '';

function errorOf(text: string): KeyPairError {
  try {
    PublicKey.parseOpenSsh(text);
  } catch (error) {
    if (error instanceof KeyPairError) return error;
    throw error;
  }
  throw new Error('the text was read as a public key');
}

function bytes(base64url: string): Buffer {
  return Buffer.from(base64url, 'base64url');
}

function ed25519Line(point: Buffer): string {
  const blob = Buffer.concat([sshString('ssh-ed25519'), sshString(point)]);
  return `ssh-ed25519 ${blob.toString('base64')}`;
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

  test.each([
    ['a final newline', `${line}\n`],
    ['CRLF', `${line}\r\n`],
    ['a BOM', `\uFEFF${line}\n`],
    ['spaces around it', `  \t${line}  `],
    ['a comment', `${line} someone@example.com's "best" key`],
    ['tabs between its parts', `${line.replace(' ', '\t')}\tdeploy`],
    ['blank lines and # lines around it', `# my key\n\n${line}\n\n# the end\n`],
    ['no = at the end of its base64', line.replace(/=+$/, '')],
  ])('it is read with %s', (_, text) => {
    expect(PublicKey.parseOpenSsh(text).openSshLine()).toBe(line);
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

describe('an error names what EC2 does not support', () => {
  const ecdsa = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
    format: 'der',
    type: 'spki',
  });
  test.each([
    ['ecdsa-sha2-nistp256', `ecdsa-sha2-nistp256 ${ecdsa.toString('base64')} me`],
    ['ssh-dss', 'ssh-dss AAAAB3NzaC1kc3MAAACB me'],
    ['sk-ssh-ed25519@openssh.com', 'sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1l me'],
    ['sk-ecdsa-sha2-nistp256@openssh.com', 'sk-ecdsa-sha2-nistp256@openssh.com AAAAInNr me'],
    ['ssh-ed25519-cert-v01@openssh.com', 'ssh-ed25519-cert-v01@openssh.com AAAAIHNz me'],
    ['ssh-rsa-cert-v01@openssh.com', 'ssh-rsa-cert-v01@openssh.com AAAAHHNz me'],
    ['512-bit RSA', rsaLine('AQAB', Buffer.alloc(64, 0xa5))],
    ['8192-bit RSA', rsaLine('AQAB', Buffer.alloc(1024, 0xa5))],
  ])('%s', (what, line) => {
    const error = errorOf(line);
    expect(error.code).toBe('PUBLIC_KEY_TYPE_NOT_SUPPORTED');
    expect(error.message).toContain(what);
    expect(error.hint).toContain('ssh-keygen -t ed25519');
  });
});

test.each([1024, 2048, 3072, 4096])('an RSA key of %i bits is accepted', (bits) => {
  expect(PublicKey.parseOpenSsh(rsaLine('AQAB', Buffer.alloc(bits / 8, 0xa5))).bits).toBe(bits);
});

test('the bits of an RSA key are counted without leading zeros, as ssh-keygen does', () => {
  expect(PublicKey.parseOpenSsh(rsaLine('AQAB', Buffer.alloc(256, 0x25))).bits).toBe(2046);
});

describe('an error about a public key says what is wrong with it', () => {
  test.each([
    ['nothing', '', 'empty'],
    ['only a comment', '# none\n', 'empty'],
    ['two keys', `${ED25519}\n${RSA}`, 'but 2 were set'],
    ['a key broken over two lines', `${ED25519.slice(0, 40)}\n${ED25519.slice(40)}`, 'line breaks'],
    ['options before the key', `no-pty,command="x y" ${ED25519}`, 'text before its type'],
    ['an unknown word', 'hello world', 'does not start with'],
    ['a type alone', 'ssh-ed25519', 'no data after its type'],
    ['a comment instead of the data', 'ssh-ed25519 me@example.com', 'not base64'],
    ['a truncated key', ED25519.slice(0, -8), 'not a valid ssh-ed25519 key'],
    ['a truncated RSA key', RSA.slice(0, -8), 'not a valid ssh-rsa key'],
    ['a key with something after it', `${ED25519}AAAA`, 'not a valid ssh-ed25519 key'],
    ['another type inside', ED25519.replace('ssh-ed25519', 'ssh-rsa'), 'not a valid ssh-rsa key'],
    ['an empty exponent', rsaLine('', Buffer.alloc(256, 0xa5)), 'ssh-rsa'],
    ['another algorithm in the same format', RSA.replace('AAAAB3NzaC1yc2E', 'AAAAB3NzaC1yc2I'), 'ssh-rsa'],
    ['a point of 31 bytes', ed25519Line(Buffer.alloc(31, 0xa5)), 'ssh-ed25519'],
    ['a point of 33 bytes', ed25519Line(Buffer.alloc(33, 0xa5)), 'ssh-ed25519'],
    [
      'a modulus with leading zeros',
      rsaLine('AQAB', Buffer.concat([Buffer.alloc(2), Buffer.alloc(256, 0x25)])),
      'ssh-rsa',
    ],
  ])('%s', (_, text, what) => {
    const error = errorOf(text);
    expect(error.code).toBe('PUBLIC_KEY_UNREADABLE');
    expect(error.message).toContain(what);
    expect(error.cause).toBeUndefined();
  });

  test('a private key is recognized, and the error contains none of it', () => {
    for (const { pem } of [freshRsa(1024), freshEd25519()]) {
      for (const text of [pem, bodyOf(pem).startsWith('b3Blb') ? `ssh-ed25519 ${bodyOf(pem)}` : pem]) {
        const error = errorOf(text);
        expect([error.code, error.message]).toEqual([
          'PUBLIC_KEY_UNREADABLE',
          'public-key contains a private key.',
        ]);
        const printed = `${error.message}${error.hint}${error.stack}`;
        expect(pem.split('\n').filter((line) => line !== '' && printed.includes(line))).toEqual([]);
      }
    }
  });

  test('no text results in another type of error', () => {
    const words = fc.constantFrom(
      'ssh-rsa',
      'ssh-ed25519',
      'AAAA',
      ED25519.slice(12),
      RSA.slice(8),
      ' ',
      '\n',
      '\0',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 6 }), (parts) => {
        try {
          PublicKey.parseOpenSsh(parts.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(KeyPairError);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('no data results in another type of error', () => {
    const blob = Buffer.from(RSA.split(' ')[1] ?? '', 'base64');
    const damage = fc.record({ at: fc.nat(blob.length - 1), byte: fc.nat(255), length: fc.nat(blob.length) });
    fc.assert(
      fc.property(damage, ({ at, byte, length }) => {
        const damaged = Buffer.from(blob.subarray(0, length));
        if (at < length) damaged[at] = byte;
        try {
          PublicKey.parseOpenSsh(`ssh-rsa ${damaged.toString('base64')}`);
        } catch (error) {
          expect(error).toBeInstanceOf(KeyPairError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
