import { describe, expect, test } from '@jest/globals';
import { createdKeyFrom } from '../../../local/aws/keys/created-key.ts';
import { privateKeyText } from '../../../local/aws/keys/private-key-text.ts';
import type { KeyFormat } from '../../../src/keys/formats.ts';
import { MaskedPrivateKey, PrivateKey } from '../../../src/keys/private-key.ts';
import { freshEd25519, freshRsa } from '../../lib/keys.ts';
import { readableSecret, sampleOf, secretNumbersOf } from './masked-text.ts';

async function ppkOf(pem: string, comment = 'deploy'): Promise<string> {
  return textOf(PrivateKey.parse(pem), 'ppk', comment);
}

async function textOf(key: PrivateKey, format: KeyFormat, comment = 'deploy'): Promise<string> {
  return (await MaskedPrivateKey.mask(key, async () => {})).as(format, { comment });
}

/** Written by puttygen 0.78 for a key that was only made for this test: `puttygen -t ed25519 -C "a comment"`. */
const version3 = `PuTTY-User-Key-File-3: ssh-ed25519
Encryption: none
Comment: a comment
Public-Lines: 2
AAAAC3NzaC1lZDI1NTE5AAAAIA3MsSkB5UdoVbboEh5XgNxhG6RUYxwi21kv2Z4b
tjHh
Private-Lines: 1
AAAAIFt4mRBhsvpWSDVJrLacBTMTKABft9Wy7iaPEyi6K4lJ
Private-MAC: c9380d144df9d79718ca639150ad8514c1141addb81dde52c56b291496d22599
`;

describe.each([
  ['RSA', () => freshRsa()],
  ['ED25519', () => freshEd25519()],
])('a PPK file with an %s key', (_, make) => {
  const { pem, key } = make();

  test.each<[string, (text: string) => string]>([
    ['as it was written', (text) => text],
    ['with LF', (text) => text.replaceAll('\r\n', '\n')],
    ['with a BOM and without its final newline', (text) => `\uFEFF${text.trimEnd()}`],
  ])('is read %s', async (_name, change) => {
    const read = await PrivateKey.read(change(await ppkOf(pem)));
    expect(read.publicKey.equals(PrivateKey.parse(pem).publicKey)).toBe(true);
    expect(await textOf(read, 'openssh')).toBe(await textOf(PrivateKey.parse(pem), 'openssh'));
  });

  test.each([2, 3])('of version %s is handed on as it is, whatever its lines end in', async (version) => {
    const written =
      version === 3 ? await ppkOf(pem) : privateKeyText(createdKeyFrom(key), 'ppk', 'their name');
    for (const text of [written, written.trimEnd(), written.replace(/\r?\n/g, '\r\n')]) {
      expect(text).toMatch(`PuTTY-User-Key-File-${version}: `);
      expect(await textOf(await PrivateKey.read(text), 'ppk')).toBe(text);
    }
  });

  test('is masked as it is in the file', async () => {
    const ppk = await ppkOf(pem, 'another comment');
    const calls: (readonly string[])[] = [];
    const masked = await MaskedPrivateKey.mask(
      await PrivateKey.read(ppk),
      async (all) => void calls.push(all),
    );
    expect(await masked.as('ppk', { comment: 'ignored' })).toBe(ppk);
    expect(calls).toHaveLength(1);
    const values = calls.flat();
    expect(new Set(values).size).toBe(values.length);
    for (const text of [ppk, pem]) {
      const sample = sampleOf(text, secretNumbersOf({ key }));
      for (const print of [(printed: string) => printed, btoa]) {
        expect(readableSecret(sample, print, []).longestRun).toBeGreaterThanOrEqual(24);
        expect(readableSecret(sample, print, values).longestRun).toBeLessThan(12);
      }
    }
  });

  test.each<[string, (text: string) => string]>([
    ['without its last line', (text) => text.replace(/Private-MAC.*/, '')],
    [
      'with another checksum',
      (text) => text.replace(/(Private-MAC: )(.)/, (_all, name, digit) => `${name}${digit === '0' ? 1 : 0}`),
    ],
    ['with another comment', (text) => text.replace('Comment: deploy', 'Comment: other')],
    ['of version 1', (text) => text.replace('File-3', 'File-1')],
    ['of another algorithm', (text) => text.replace('File-3: ssh-', 'File-3: ssh-x')],
    ['with lines that are missing', (text) => text.replace(/Public-Lines: \d+/, 'Public-Lines: 900')],
    ['with a count of four digits', (text) => text.replace(/(Public-Lines: )/, '$1000')],
    ['with a count and something behind it', (text) => text.replace(/(Private-Lines: \d+)/, '$1 x')],
    ['with text before its first line', (text) => `x${text}`],
    ['with its name in another line', (text) => `x\r\n${text}`],
    ['with something behind its checksum', (text) => text.replace(/(Private-MAC: .*)/, '$1 x')],
    [
      'with a checksum in upper case',
      (text) => text.replace(/(Private-MAC: )(.*)/, (_all, name, mac) => name + mac.toUpperCase()),
    ],
    ['with something before the name of a line', (text) => text.replace('Private-MAC', 'x Private-MAC')],
    ['with something before its comment', (text) => text.replace('Comment', 'x Comment')],
  ])('is refused %s, and the error holds nothing of it', async (_name, change) => {
    const ppk = await ppkOf(pem);
    const failure = await PrivateKey.read(change(ppk)).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'PRIVATE_KEY_UNREADABLE' });
    expect(failure).not.toHaveProperty('cause');
    const lines = ppk.split('\r\n').filter((line) => line.length > 30);
    expect(lines.filter((line) => `${failure}${JSON.stringify(failure)}`.includes(line))).toEqual([]);
  });

  test('is refused with the public half of another key, even if its checksum cannot be verified', async () => {
    const [ours, theirs] = [await ppkOf(pem, '\uFFFD'), await ppkOf(make().pem, '\uFFFD')];
    expect((await PrivateKey.read(ours)).publicKey.openSshLine()).toBe(
      PrivateKey.parse(pem).publicKey.openSshLine(),
    );
    const publicLines = /Public-Lines[\s\S]*(?=Private-Lines)/;
    const mixed = ours.replace(publicLines, () => publicLines.exec(theirs)?.[0] ?? '');
    await expect(PrivateKey.read(mixed)).rejects.toMatchObject({ code: 'PRIVATE_KEY_UNREADABLE' });
  });
});

test('a PPK file of another algorithm than its public half is refused, even if its checksum cannot be verified', async () => {
  const ppk = await ppkOf(freshRsa().pem, '\uFFFD');
  const changed = ppk.replace('File-3: ssh-rsa', 'File-3: ssh-ed25519');
  expect(changed).not.toBe(ppk);
  await expect(PrivateKey.read(changed)).rejects.toMatchObject({
    code: 'PRIVATE_KEY_UNREADABLE',
    message:
      'The private key cannot be read: it is not a complete PuTTY key with RSA or ED25519, of version 2 or 3.',
    hint: 'Save it again with PuTTYgen, as an RSA or ED25519 key.',
  });
});

test.each([
  ['ssh-dss', 'a DSA key'],
  ['ecdsa-sha2-nistp256', 'an EC key'],
  ['ssh-ed448', 'an ED448 key'],
])('a PPK file with %s is named for what it is, also if it is encrypted', async (algorithm, type) => {
  const ppk = (await ppkOf(freshRsa().pem, '\uFFFD'))
    .replace('ssh-rsa', algorithm)
    // Of the same length, also in the public half.
    .replace(btoa('\0\0\0\x07ssh-rsa\0'), btoa('\0\0\0\x07ssh-dss\0'));
  for (const text of [ppk, ppk.replace('Encryption: none', 'Encryption: aes256-cbc')])
    await expect(PrivateKey.read(text)).rejects.toMatchObject({
      code: 'PRIVATE_KEY_UNREADABLE',
      message: `The private key cannot be read: it is ${type}, which EC2 does not support.`,
      hint: 'Use an RSA key in PEM (PKCS#1 or PKCS#8), or an RSA or ED25519 key in OpenSSH format.',
    });
});

test.each([
  ['\\n', (text: string) => text.replaceAll(/\r?\n/g, '\\n')],
  ['\\r\\n', (text: string) => text.replaceAll(/\r?\n/g, '\\r\\n')],
])('a PPK file with %s in place of its line breaks is told as that', async (_, escaped) => {
  for (const text of [version3, await ppkOf(freshRsa().pem, 'me')])
    await expect(PrivateKey.read(escaped(text))).rejects.toMatchObject({
      code: 'PRIVATE_KEY_UNREADABLE',
      message: String.raw`The private key cannot be read: it is written with \n in place of line breaks.`,
    });
});

test('a PPK file of version 3 is read', async () => {
  const { publicKey } = await PrivateKey.read(version3);
  expect(publicKey.openSshLine()).toBe(
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA3MsSkB5UdoVbboEh5XgNxhG6RUYxwi21kv2Z4btjHh',
  );
});

test('a PPK file with a passphrase is refused as such', async () => {
  const encrypted = version3.replace('Encryption: none', 'Encryption: aes256-cbc');
  await expect(PrivateKey.read(encrypted)).rejects.toMatchObject({
    code: 'PRIVATE_KEY_ENCRYPTED',
    message: 'The private key is protected by a passphrase.',
    hint: expect.stringContaining('Set the input passphrase'),
  });
});

test('a comment that looks like another line does not matter', async () => {
  const ppk = await ppkOf(freshEd25519().pem, 'Encryption: aes256-cbc');
  expect((await PrivateKey.read(ppk)).type).toBe('ed25519');
});

test('a comment that is not UTF-8 does not matter', async () => {
  const bytes = Buffer.from(
    (await ppkOf(freshRsa().pem)).replace('Comment: deploy', 'Comment: Schl\u00fcssel'),
    'latin1',
  );
  expect((await PrivateKey.read(bytes.toString('utf8'))).type).toBe('rsa');
});
