import { createHash, createPublicKey } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { createdKeyFrom, createKey } from '../../../../local/aws/keys/created-key.ts';
import { fingerprintOfCreated, fingerprintOfImported } from '../../../../local/aws/keys/fingerprint.ts';
import { createKeyPool, RecordedKeys } from '../../../../local/aws/keys/pool.ts';
import { privateKeyText } from '../../../../local/aws/keys/private-key-text.ts';
import { readImportedKey } from '../../../../local/aws/keys/public-key.ts';
import { wireInteger } from '../../../../local/aws/keys/wire.ts';
import { knownEd25519Key, knownRsaKey } from './known-keys.ts';

const rsa = createdKeyFrom(knownRsaKey('local aws', 2048));
const small = createdKeyFrom(knownRsaKey('local aws', 1024));
const ed25519 = createdKeyFrom(knownEd25519Key('local aws'));
const rsaLine = `ssh-rsa ${rsa.publicBlob.toString('base64')}`;
const ed25519Line = `ssh-ed25519 ${ed25519.publicBlob.toString('base64')}`;

function sha256(data: Buffer | string): string {
  return createHash('sha256').update(data).digest('hex');
}

describe('The public key', () => {
  test('of an ED25519 key is the line that ssh-keygen prints.', () => {
    const printed = 'AAAAC3NzaC1lZDI1NTE5AAAAINAj7zHHZZPkrG2Mcj2U5cus77GSQ8OkT2DUZzfao7/4';
    expect(ed25519Line).toBe(`ssh-ed25519 ${printed}`);
  });

  test.each([
    ['2048', rsa, 'p+B9abjootKOHTtc9K8oNnpB/nHSct25xi6Az6lt9yE'],
    ['1024', small, 'lFy71vw0dCj4CBf2dcnL7LLkqJfhU3qsAxlw+waYOQc'],
  ])('of an RSA-%s key has the SHA-256 that ssh-keygen -l prints.', (_bits, key, printed) => {
    expect(createHash('sha256').update(key.publicBlob).digest('base64')).toBe(`${printed}=`);
  });
});

describe('The EC2 fingerprint', () => {
  test('of a created RSA key is what openssl pkcs8 | openssl sha1 -c prints.', () => {
    expect(fingerprintOfCreated(rsa)).toBe('2b:52:bf:7a:00:d6:7a:e5:bc:bc:78:32:ba:ad:7e:53:03:0e:49:0b');
  });

  test('of an imported RSA key is what openssl rsa -pubout | openssl md5 -c prints.', () => {
    const imported = fingerprintOfImported(readImportedKey(rsaLine));
    expect(imported).toBe('b6:7b:7c:96:cb:b8:1a:30:57:5b:2b:98:1d:60:23:89');
    const importedSmall = readImportedKey(`ssh-rsa ${small.publicBlob.toString('base64')} comment`);
    expect(fingerprintOfImported(importedSmall)).toBe('23:42:62:a8:26:24:bd:bc:d0:23:85:7d:da:c2:5c:f1');
  });

  test('of an ED25519 key, created or imported, is what ssh-keygen -l prints, with base64 padding.', () => {
    const printed = 'hIfEflkvXCw/YC+NeoVoum5Mc7qRXb8uclNReZfMO3w';
    expect(fingerprintOfCreated(ed25519)).toBe(`${printed}=`);
    expect(fingerprintOfImported(readImportedKey(ed25519Line))).toBe(`${printed}=`);
  });
});

describe('The private key', () => {
  test('of type RSA in PEM is exactly what openssl rsa -traditional writes, without the final newline.', () => {
    const written = 'df1eed78f7d2949ca210d50bb90c4312d6a463191129d1d1d58719330c240d3a';
    expect(sha256(privateKeyText(rsa, 'pem', 'deploy'))).toBe(written);
  });

  test('of type ED25519 in PEM is what ssh-keygen -p writes, except for the random check number.', () => {
    const text = privateKeyText(ed25519, 'pem', 'deploy');
    const lines = text.split('\n');
    expect(lines.map((line) => line.length)).toEqual([35, 70, 70, 70, 70, 32, 33, 0]);
    expect(lines[0]).toBe('-----BEGIN OPENSSH PRIVATE KEY-----');
    const container = Buffer.from(lines.slice(1, -2).join(''), 'base64');
    expect(container.subarray(98, 102)).toEqual(container.subarray(102, 106));
    container.fill(0, 98, 106);
    expect(sha256(container)).toBe('c631626836e9e9f69f433b2b80c1f021dd232ebfda2ac1ab86239b34352443e2');
  });

  test.each([
    ['RSA', rsa, '49fbe45ded329362b7263aa23f409253b1f9b877659dfa4e82b601c624c0d800'],
    ['ED25519', ed25519, 'd91ea9b98738ee4fe576c74a204ebba780874229e7c17e0e1d7fe606b839157f'],
  ])('of type %s in ppk is exactly the version 2 file that puttygen 0.78 writes.', (_type, key, written) => {
    expect(sha256(privateKeyText(key, 'ppk', 'deploy'))).toBe(written);
  });
});

describe('ImportKeyPair', () => {
  const rfc4716 = [
    '---- BEGIN SSH2 PUBLIC KEY ----',
    'Comment: "a comment that continues \\',
    'on the next line"',
    ...(rsa.publicBlob.toString('base64').match(/.{1,70}/g) ?? []),
    '---- END SSH2 PUBLIC KEY ----',
    '',
  ].join('\n');
  const spki = createPublicKey(rsa.privateKey).export({ type: 'spki', format: 'der' }).toString('base64');

  test.each([
    ['an OpenSSH line', rsaLine],
    ['an OpenSSH line with a comment of several words', `${rsaLine} who at where`],
    ['an OpenSSH line with a newline', `${rsaLine}\n`],
    ['RFC 4716', rfc4716],
    ['RFC 4716 with CRLF', rfc4716.replaceAll('\n', '\r\n')],
    ['base64 of its DER', spki],
    ['base64 of its DER, in lines', spki.replace(/.{64}/g, '$&\n')],
  ])('accepts RSA as %s.', (_form, text) => {
    expect(readImportedKey(text).blob.equals(rsa.publicBlob)).toBe(true);
  });

  test('accepts an ED25519 line with or without a comment.', () => {
    expect(readImportedKey(ed25519Line).type).toBe('ed25519');
    expect(readImportedKey(`${ed25519Line} comment`).type).toBe('ed25519');
  });

  test.each([
    ['ED25519 with a newline', `${ed25519Line}\n`],
    ['ED25519 as RFC 4716', rfc4716.replace(/AAAA[^-]*/, `${ed25519.publicBlob.toString('base64')}\n`)],
    ['a type that does not match the key', ed25519Line.replace('ssh-ed25519', 'ssh-rsa')],
    ['an incomplete key', rsaLine.slice(0, -8)],
    ['a key with extra data', ed25519Line.replace(/$/, 'AAAA')],
    ['ECDSA', 'ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTY='],
    ['base64 of a private key', rsa.privateKey.export({ type: 'pkcs1', format: 'der' }).toString('base64')],
    ['PEM', createPublicKey(rsa.privateKey).export({ type: 'spki', format: 'pem' }).toString()],
    ['two lines', `${rsaLine}\n${rsaLine}\n`],
    ['an empty value', ''],
    ['a leading space', ` ${rsaLine}`],
  ])('rejects %s.', (_form, text) => {
    expect(() => readImportedKey(text)).toThrow(expect.objectContaining({ code: 'InvalidKey.Format' }));
  });

  test('rejects RSA keys of a length other than 1024, 2048 or 4096.', () => {
    const odd = Buffer.from(rsa.publicBlob);
    odd[rsa.publicBlob.length - 256] = 0x7f;
    const text = `ssh-rsa ${odd.toString('base64')}`;
    expect(() => readImportedKey(text)).toThrow(expect.objectContaining({ code: 'InvalidKey.Format' }));
  });
});

describe('A key pool', () => {
  test('uses its keys in turn, over and over.', async () => {
    const pool = await createKeyPool({ ed25519: 2 });
    const [first, second, third] = [
      await pool.take('ed25519'),
      await pool.take('ed25519'),
      await pool.take('ed25519'),
    ];
    expect(first.publicBlob.equals(second.publicBlob)).toBe(false);
    expect(third).toBe(first);
  });

  test('generates a key of a type that it does not have.', async () => {
    const pool = await createKeyPool({});
    expect((await pool.take('ed25519')).type).toBe('ed25519');
  });

  test('can be wrapped to record every key that is taken.', async () => {
    const keys = new RecordedKeys(await createKeyPool({ ed25519: 1 }));
    const key = await keys.take('ed25519');
    await keys.take('ed25519');
    expect(keys.taken).toEqual([key, key]);
  });
});

test('A created RSA key has 2048 bits.', async () => {
  const { privateKey } = await createKey('rsa');
  expect(privateKey.asymmetricKeyDetails?.modulusLength).toBe(2048);
});

test('A wire integer drops leading zeros and keeps the number positive (RFC 4251, section 5).', () => {
  expect(wireInteger(Buffer.from('0009a378f9b2e332a7', 'hex')).toString('hex')).toBe(
    '0000000809a378f9b2e332a7',
  );
  expect(wireInteger(Buffer.from('80', 'hex')).toString('hex')).toBe('000000020080');
  expect(wireInteger(Buffer.alloc(2)).toString('hex')).toBe('00000000');
});
