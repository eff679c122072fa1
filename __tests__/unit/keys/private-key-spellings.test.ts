import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { MaskedPrivateKey, PrivateKey } from '../../../src/keys/private-key.ts';
import { maskPrivateKeyIn } from '../../../src/keys/private-key-text.ts';
import { bodyOf, containerParts, ed25519From, opensshPem, rsaFrom } from '../../lib/keys.ts';
import { ENCRYPTED_KEYS } from './encrypted-keys.ts';
import { ENCRYPTED_PPKS } from './encrypted-ppk-files.ts';
import { maskerOf, secretNumbersOf, secretParts } from './masked-text.ts';

const rsa = rsaFrom('a key that is spelled in many ways', 2048);
const ed25519 = ed25519From('another key that is spelled in many ways');
const ec = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey;
const dsa = generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 }).privateKey;
const passphrase = 'a passphrase';

const unix = (text: string) => text.replaceAll('\r\n', '\n');
const ppkComments = { comment: 'someone@example.com from OpenSSH' };
const masked = await MaskedPrivateKey.mask(PrivateKey.parse(rsa.pem), async () => undefined);
const ppk = unix(await masked.as('ppk', ppkComments));
const rfc1421 = ENCRYPTED_KEYS.find(({ text }) => text.includes('DEK-Info'))?.text ?? '';
const data = Buffer.from(Array.from({ length: 480 }, (_, at) => (at * at * 7 + at * 13 + 5) % 251));
const lines = data.toString('base64').replace(/.{64}/g, '$&\n').trimEnd();

const files: readonly (readonly [string, string])[] = [
  ['PKCS#1', rsa.pem],
  ['OpenSSH, RSA', opensshPem(containerParts(rsa.key))],
  ['OpenSSH, ED25519', ed25519.pem],
  ['encrypted PKCS#1', rfc1421],
  ['EC', ec.export({ type: 'sec1', format: 'pem' }).toString()],
  ['PPK', ppk],
  ...ENCRYPTED_PPKS.map(({ text }, at) => [`encrypted PPK ${at}`, unix(text)] as const),
  [
    'ssh.com',
    `---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nComment: "2048-bit rsa, me@host, Mon Nov 02"\n${lines}\n---- END SSH2 ENCRYPTED PRIVATE KEY ----\n`,
  ],
  [
    'PGP',
    `-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: GnuPG v2.0.22 (GNU/Linux)\n\n${lines}\n=Yx3f\n-----END PGP PRIVATE KEY BLOCK-----\n`,
  ],
];

const inJson = (text: string) => JSON.stringify({ KeyName: 'web', KeyMaterial: text });

const spellings: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['in JSON', inJson],
  ['in JSON with \\r\\n', (text) => inJson(text.replaceAll('\n', '\r\n'))],
  ['in JSON in JSON', (text) => JSON.stringify(inJson(text))],
  ['in JSON with escaped slashes', (text) => inJson(text).replaceAll('/', '\\/')],
  ['in JSON with \\u002b', (text) => inJson(text).replaceAll('+', '\\u002b')],
  ['with tabs in JSON', (text) => inJson(text.replaceAll('\n', '\n\t'))],
  ['on one line', (text) => text.trim().replaceAll('\n', ' ')],
  ['on one line in JSON', (text) => inJson(text.replaceAll('\n', ' '))],
  ['in a variable', (text) => `KEY="${text.replaceAll('\n', '\\n')}"`],
  ['with \\r\\n', (text) => `key: ${text.replaceAll('\n', '\\r\\n')}`],
  ['URL-encoded', encodeURIComponent],
  ['URL-encoded with CRLF', (text) => `key=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`],
  [
    'URL-encoded with lowercase',
    (text) => encodeURIComponent(text).replace(/%\w\w/g, (hex) => hex.toLowerCase()),
  ],
  ['URL-encoded as a form', (text) => new URLSearchParams({ key: text }).toString()],
  ['URL-encoded twice', (text) => encodeURIComponent(encodeURIComponent(text))],
  ['as the runner escapes it', (text) => text.replaceAll('\n', '%0A')],
  ['indented', (text) => `key: |\n${text.replace(/^/gm, '    ')}`],
  ['in base64 after a name', (text) => `key: ${btoa(text)}`],
  ['in base64 after a name, in lines', (text) => `key: |\n  ${btoa(text).replace(/.{76}/g, '$&\n  ')}`],
  ['in base64 in JSON', (text) => inJson(btoa(text))],
  ['in base64url', (text) => `key=${btoa(text).replaceAll('+', '-').replaceAll('/', '_')}`],
  ['in base64 of base64', (text) => btoa(btoa(text))],
  ['in base64 of JSON', (text) => btoa(inJson(text))],
  ['in base64 three times', (text) => btoa(btoa(btoa(text)))],
];

async function masksIn(text: string): Promise<string[]> {
  const values: string[] = [];
  const found = await maskPrivateKeyIn(text, async (more) => void values.push(...more));
  expect(found).toBe('masked');
  return values;
}

/** The secret part of the base64 in a file: without the public key, or, if it cannot be read, without its first half. */
function privateBody(file: string): string {
  if (file === ed25519.pem) return secretParts(file, secretNumbersOf(ed25519)).flat().join('');
  const [, ofPpk = ''] = /Private-Lines: \d+\n(.*?)\nPrivate-MAC/s.exec(file) ?? [];
  const [, body = ''] = /BEGIN[^\n]*\n(?:[\w-]+: [^\n]*\n)*(.*?)\n-+ ?END/s.exec(file) ?? [];
  return (ofPpk + body.slice(body.length / 2)).replace(/\s/g, '');
}

/** Runs of letters and digits that a step which prints the text shows: at least 16, of the secret. */
function readableRuns(text: string, body: string, values: readonly string[]): string[] {
  const shown = maskerOf(values).mask(text);
  const runs = shown.match(/[A-Za-z0-9+/]{16,}/g) ?? [];
  return runs.filter((run) => body.includes(run));
}

describe.each(files)('%s', (_, file) => {
  test.each(spellings)('is masked %s', async (_name, spelled) => {
    const given = spelled(file);
    const values = await masksIn(given);
    const body = privateBody(file);
    expect(body.length).toBeGreaterThan(40);
    for (const printed of [given, file]) expect(readableRuns(printed, body, values)).toEqual([]);
    expect(maskerOf(values).mask(file)).toContain('***');
    expect(maskerOf(values).mask(given).length).toBeLessThan(given.length);
  });

  test('is masked in base64 of base64 as it was given', async () => {
    const given = btoa(btoa(file));
    const shown = maskerOf(await masksIn(given)).mask(given);
    expect(shown.match(/\w{16,}/g)).toBeNull();
  });
});

describe('a key that has lost a line is masked', () => {
  test.each([
    ['BEGIN, RSA', rsa.pem.replace(/.*BEGIN.*\n/, ''), rsa.pem],
    ['BEGIN, OpenSSH', ed25519.pem.replace(/.*BEGIN.*\n/, ''), ed25519.pem],
    ['BEGIN, on one line', rsa.pem.replace(/.*BEGIN.*\n/, '').replaceAll('\n', ' '), rsa.pem],
    ['BEGIN, in JSON', JSON.stringify({ key: rsa.pem.replace(/.*BEGIN.*\n/, '') }), rsa.pem],
    ['END', rsa.pem.replace(/.*END.*\n/, ''), rsa.pem],
    ['a dash of END', rsa.pem.replace(/.*BEGIN.*\n/, '').replace(/-\n$/, '\n'), rsa.pem],
  ])('%s', async (_, given, file) => {
    const values = await masksIn(given);
    expect(readableRuns(given, privateBody(file), values)).toEqual([]);
  });

  test('its public key stays readable', async () => {
    const values = await masksIn(rsa.pem.replace(/.*BEGIN.*\n/, ''));
    const { publicKey } = containerParts(rsa.key);
    expect(maskerOf(values).mask(publicKey.toString('base64'))).toBe(publicKey.toString('base64'));
  });
});

function der(key: KeyObject, type: 'pkcs1' | 'pkcs8' | 'sec1', cipher?: string): Buffer {
  const protection = cipher === undefined ? {} : { cipher, passphrase };
  return key.export({ type, format: 'der', ...protection } as { type: 'pkcs8'; format: 'der' });
}

/** SEQUENCE { 0, p, q, g, y, x }, as `openssl dsa` writes it. */
const dsaPem = `30820120020100${'028180'.concat('1f'.repeat(128))}0214${'2e'.repeat(20)}`;

describe('base64 of DER is masked', () => {
  test.each<[string, Buffer]>([
    ['PKCS#1', der(rsa.key, 'pkcs1')],
    ['PKCS#8', der(rsa.key, 'pkcs8')],
    ['PKCS#8, ED25519', der(ed25519.key, 'pkcs8')],
    ['PKCS#8, EC', der(ec, 'pkcs8')],
    ['PKCS#8, DSA', der(dsa, 'pkcs8')],
    ['SEC 1', der(ec, 'sec1')],
    ['DSA', Buffer.from(dsaPem, 'hex')],
    ['encrypted PKCS#8', der(rsa.key, 'pkcs8', 'aes-256-cbc')],
    ['encrypted PKCS#8, ED25519', der(ed25519.key, 'pkcs8', 'aes-256-cbc')],
    ['encrypted PKCS#8, EC', der(ec, 'pkcs8', 'aes-128-cbc')],
  ])('%s', async (_, bytes) => {
    const base64 = bytes.toString('base64');
    const given = [
      base64,
      `${base64.replace(/.{64}/g, '$&\n')}\n`,
      `key: ${base64}`,
      JSON.stringify({ key: base64, name: 'web' }),
      encodeURIComponent(base64),
      `${base64} a comment`,
      `a_name_of_more_than_twenty_characters ${base64}`,
      bytes.toString('base64url'),
      `-----BEGIN PUBLIC KEY-----\n${base64}\n-----END PUBLIC KEY-----`,
    ];
    for (const text of given) {
      const values = await masksIn(text);
      expect(readableRuns(text, base64.slice(-60), values)).toEqual([]);
      expect(maskerOf(values).mask('a comment')).toBe('a comment');
    }
  });

  test.each([
    '30',
    '3020',
    '302002010230',
    '30200202',
    '30203002',
    '3020300306010003',
    '30840000000102010030',
    '312002010030',
    '3020030100',
  ])('but not of something else: %s', async (hex) => {
    const base64 = Buffer.from(hex.padEnd(80, '0'), 'hex').toString('base64');
    expect(await maskPrivateKeyIn(base64, async () => undefined)).toBeUndefined();
  });
});

describe('a JWK is masked', () => {
  test.each([
    ['RSA', rsa.key],
    ['ED25519', ed25519.key],
    ['EC', ec],
  ])('%s', async (_, key) => {
    const jwk = key.export({ format: 'jwk' });
    const set = { keys: [{ ...jwk, kid: 'one' }] };
    for (const text of [
      JSON.stringify(jwk),
      JSON.stringify(set, undefined, 2),
      JSON.stringify(JSON.stringify(jwk)),
      btoa(JSON.stringify(jwk)),
      `jwk=${btoa(JSON.stringify(jwk))}`,
    ]) {
      const values = await masksIn(text);
      const shown = maskerOf(values).mask(JSON.stringify(jwk));
      for (const name of ['d', 'p', 'q', 'dp', 'dq', 'qi'] as const)
        expect((JSON.parse(shown)[name] ?? '').match(/[\w-]{12,}/g)).toBeNull();
      for (const name of ['n', 'x', 'y'] as const) expect(JSON.parse(shown)[name]).toBe(jwk[name]);
    }
  });

  test.each([
    ['a public JWK', JSON.stringify({ kty: 'RSA', n: 'A'.repeat(40), e: 'AQAB' })],
    ['JSON with "d"', JSON.stringify({ d: 'A'.repeat(40) })],
    ['a short "d"', JSON.stringify({ kty: 'RSA', d: 'AQAB' })],
  ])('but not %s', async (_, text) => {
    expect(await maskPrivateKeyIn(text, async () => undefined)).toBeUndefined();
  });
});

describe('where no line is known to be data, every run of base64 is masked', () => {
  const run = data.toString('base64').slice(0, 80);

  test('in a header', async () => {
    const given = `---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nComment: ${run}\n---- END SSH2 ENCRYPTED PRIVATE KEY ----`;
    expect(readableRuns(given, run, await masksIn(given))).toEqual([]);
  });

  test('beside a bracket', async () => {
    const given = `---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----}\nComment: ${run}\n---- END SSH2 ENCRYPTED PRIVATE KEY ----`;
    expect(readableRuns(given, run, await masksIn(given))).toEqual([]);
  });

  test.each([
    '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n-----END RSA PRIVATE KEY-----',
    '{"key":"-----BEGIN RSA PRIVATE KEY-----"}',
    'PuTTY-User-Key-File-3: ssh-rsa',
    'a text about -----BEGIN RSA PRIVATE KEY----- lines',
  ])('which is not claimed of a key without one: %s', async (given) => {
    const values: string[] = [];
    expect(await maskPrivateKeyIn(given, async (more) => void values.push(...more))).toBe('unmasked');
    expect(values).toEqual([]);
  });
});

test('base64 is decoded up to three times', async () => {
  const given = btoa(btoa(btoa(btoa(ed25519.pem))));
  expect(await maskPrivateKeyIn(given, async () => undefined)).toBeUndefined();
});

test('certificates and public keys beside a private key stay readable', async () => {
  const certificate = `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
  for (const key of [rsa.pem, rfc1421]) {
    for (const given of [certificate + key, key + certificate])
      expect(maskerOf(await masksIn(given)).mask(certificate)).toBe(certificate);
  }
});

test('the body of a key is masked in lines as they were given', async () => {
  const given = bodyOf(rsa.pem).replace(/.{76}/g, '$&\n');
  expect(readableRuns(given, privateBody(rsa.pem), await masksIn(given))).toEqual([]);
});
