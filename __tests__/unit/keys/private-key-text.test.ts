import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MaskedPrivateKey, PrivateKey } from '../../../src/keys/private-key.ts';
import { maskPrivateKeyIn } from '../../../src/keys/private-key-text.ts';
import { SecretPieces } from '../../../test-support/secret-pieces.ts';
import { bodyOf, containerParts, freshEd25519, freshRsa, opensshPem, pemOf as pem } from '../../lib/keys.ts';
import { bodyLines, maskerOf } from './masked-text.ts';
import { PUBLIC_FORMS } from './public-forms.ts';

const rsa = freshRsa(2048);
const ed25519 = freshEd25519();
const secret = SecretPieces.ofKeys(
  [rsa, ed25519].map(({ type, key }) => ({ type, privateKey: key, publicBlob: Buffer.alloc(0) })),
);
const passphrase = 'a passphrase';

function pemOf(key: KeyObject, type: 'pkcs1' | 'pkcs8' | 'sec1', cipher?: string): string {
  const protection = cipher === undefined ? {} : { cipher, passphrase };
  return key.export({ type, format: 'pem', ...protection } as { type: 'pkcs8'; format: 'pem' }).toString();
}

function encryptedContainer(key: KeyObject): string {
  return opensshPem({
    ...containerParts(key),
    privateKey: randomBytes(key.asymmetricKeyType === 'rsa' ? 800 : 120),
    cipher: 'aes256-ctr',
    kdf: 'bcrypt',
    kdfOptions: 'salt of 16 bytes',
  });
}

async function ppkOf(pem: string): Promise<string> {
  const key = await MaskedPrivateKey.mask(PrivateKey.parse(pem), async () => undefined);
  return key.as('ppk', { comment: 'deploy' });
}

/** Whether a private key was found in the text, and the masks that were registered. */
async function maskedIn(text: string): Promise<{ found: boolean; values: string[] }> {
  const values: string[] = [];
  const found = await maskPrivateKeyIn(text, async (more) => void values.push(...more));
  expect(found).toBe(found === undefined ? undefined : values.length > 0 ? 'masked' : 'unmasked');
  return { found: found !== undefined, values };
}

/** The body of the first key, as a step that prints the file would show it. */
function bodyShown(file: string, values: readonly string[]): string {
  const body = bodyLines(file.split('\n')).lines.join('\n');
  return maskerOf(values).mask(body);
}

/** Characters at the start of a body that are not secret: the public key, the parameters, the name of the curve. */
function publicAtStart(file: string): number {
  if (file.includes('BEGIN OPENSSH')) return file.length > 1500 ? 540 : 170;
  if (file.includes('BEGIN ENCRYPTED PRIVATE')) return 180;
  return file.includes('DEK-Info') ? 85 : 36;
}

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

const forms: readonly (readonly [string, () => string | Promise<string>])[] = [
  ['an encrypted OpenSSH container, RSA', () => encryptedContainer(rsa.key)],
  ['an encrypted OpenSSH container, ED25519', () => encryptedContainer(ed25519.key)],
  ['encrypted PKCS#8, RSA', () => pemOf(rsa.key, 'pkcs8', 'aes-256-cbc')],
  ['encrypted PKCS#8, ED25519', () => pemOf(ed25519.key, 'pkcs8', 'aes-256-cbc')],
  ['encrypted PKCS#1', () => pemOf(rsa.key, 'pkcs1', 'aes-128-cbc')],
  ['PPK, RSA', () => ppkOf(rsa.pem)],
  ['PPK, ED25519', () => ppkOf(ed25519.pem)],
  ['EC in PKCS#8', () => pemOf(ec, 'pkcs8')],
  ['EC in SEC 1', () => pemOf(ec, 'sec1')],
  ['a key without its last line', () => rsa.pem.replace(/\n.*\n-----END/, '\n-----END')],
  ['a key with a damaged line', () => rsa.pem.replace(/^MII.*$/m, (line) => `${line.slice(0, -3)}!`)],
  ['two keys', () => rsa.pem.replace(/\n-----END/, 'AAAA\n-----END') + ed25519.pem],
];

describe('A private key that cannot be read is masked line by line:', () => {
  test.each(forms)('%s', async (_, form) => {
    const file = await form();
    const { found, values } = await maskedIn(file);
    expect(found).toBe(true);
    const [start = '', ...rest] = bodyShown(file, values).split('***');
    expect(start.length).toBeLessThanOrEqual(publicAtStart(file));
    expect(rest.length).toBeGreaterThan(0);
    expect(rest.filter((part) => part.trim().length > 12)).toEqual([]);
  });

  test.each(forms)('%s, with CRLF, quotes, or \\n instead of newlines', async (_, form) => {
    const file = await form();
    const { values } = await maskedIn(file);
    const { lines } = bodyLines(file.split('\n'));
    for (const text of [file.replaceAll('\n', '\r\n'), JSON.stringify(file), btoa(file)]) {
      const other = await maskedIn(text);
      expect(other.found).toBe(true);
      expect(maskerOf(other.values).mask(lines.join('\n'))).toBe(maskerOf(values).mask(lines.join('\n')));
    }
  });
});

test('Each of several keys is masked', async () => {
  const both = [encryptedContainer(rsa.key), encryptedContainer(ed25519.key)];
  const { values } = await maskedIn(both.join(''));
  for (const file of both) expect(bodyShown(file, values)).toMatch(/\*\*\*\n?.{0,4}$/);
});

describe('A private key that can be read is masked as any other:', () => {
  test.each<[string, string]>([
    ['PKCS#1', rsa.pem],
    ['PKCS#8', pemOf(rsa.key, 'pkcs8')],
    ['PKCS#8, ED25519', pemOf(ed25519.key, 'pkcs8')],
    ['OpenSSH, RSA', opensshPem(containerParts(rsa.key))],
    ['OpenSSH, ED25519', ed25519.pem],
    ['in quotes', JSON.stringify(rsa.pem)],
    ['PKCS#1 without its BEGIN line', bodyOf(rsa.pem)],
    ['PKCS#8 without its BEGIN line, in lines', bodyOf(pemOf(rsa.key, 'pkcs8')).replace(/.{64}/g, '$&\n')],
  ])('%s', async (_, text) => {
    const { found, values } = await maskedIn(text);
    expect(found).toBe(true);
    const masker = maskerOf(values);
    expect(secret.countIn(text)).toBeGreaterThan(20);
    expect(secret.countIn(masker.mask(text))).toBe(0);
  });

  test('an OpenSSH body without its BEGIN line is found, too', async () => {
    const { found, values } = await maskedIn(`ssh-ed25519 ${bodyOf(ed25519.pem)}`);
    expect([found, values.length > 0]).toEqual([true, true]);
  });
});

describe('The masks of an unreadable private key leave its public key readable:', () => {
  test.each<[string, string]>([
    ['encrypted container', encryptedContainer(rsa.key)],
    ['encrypted PKCS#8', pemOf(rsa.key, 'pkcs8', 'aes-256-cbc')],
  ])('%s', async (_, file) => {
    const { values } = await maskedIn(file);
    const masker = maskerOf(values);
    const { publicKey } = containerParts(rsa.key);
    const publicTexts = [
      `ssh-rsa ${publicKey.toString('base64')}`,
      generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' }),
    ].map(String);
    for (const text of publicTexts) expect(masker.mask(text)).toBe(text);
    const start = bodyLines(file.split('\n'))
      .lines.slice(0, file.includes('OPENSSH') ? 5 : 1)
      .join('\n');
    expect(bodyShown(file, values).startsWith(start)).toBe(true);
  });
});

test('A public key in any form is no private key', async () => {
  for (const { text, line } of PUBLIC_FORMS) {
    for (const given of [text, line, bodyOf(text), JSON.stringify(text), btoa(text)]) {
      expect(await maskedIn(given)).toEqual({ found: false, values: [] });
    }
  }
});

test('Any text is searched without an error', async () => {
  const parts = fc.constantFrom(
    '-----BEGIN ',
    'OPENSSH ',
    'ENCRYPTED ',
    'PRIVATE KEY-----\n',
    '-----END PRIVATE KEY-----',
    'PuTTY-User-Key-File-3: ssh-rsa\n',
    'Private-Lines: 2\n',
    bodyOf(rsa.pem).slice(0, 80),
    bodyOf(ed25519.pem),
    '\n',
    ': ',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(parts, fc.string()), { maxLength: 10 }), async (texts) => {
      await maskedIn(texts.join(''));
    }),
    { numRuns: 500 },
  );
});

test('A damaged container is masked as a whole, since nothing tells where its public part ends', async () => {
  const file = encryptedContainer(ed25519.key);
  const bytes = Buffer.from(bodyOf(file), 'base64');
  bytes.writeUInt32BE(0xffff_ffff, 'openssh-key-v1\0'.length);
  const text = pem('OPENSSH PRIVATE KEY', bytes, 70);
  const { found, values } = await maskedIn(text);
  const { lines } = bodyLines(text.split('\n'));
  expect(found).toBe(true);
  expect(
    maskerOf(values)
      .mask(lines.join('\n'))
      .split('***')
      .filter((part) => part.trim().length > 12),
  ).toEqual([]);
});
