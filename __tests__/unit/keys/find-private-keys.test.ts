import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { derPrivateKey } from '../../../src/keys/der-private-key.ts';
import { privateKeysIn } from '../../../src/keys/find-private-keys.ts';
import { ed25519From, rsaFrom } from '../../lib/keys.ts';

const rsa = rsaFrom('a key to be found', 1024);
const ed25519 = ed25519From('another key to be found');
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const pkcs8 = rsa.key.export({ type: 'pkcs8', format: 'der' });
const base64 = pkcs8.toString('base64');
const inLines = base64.replace(/.{64}/g, '$&\n').trimEnd();
const found = (text: string, encodedTwice?: string) => ({ text, encodedTwice });

describe('a key in a format with BEGIN and END lines', () => {
  test('is the text, in which escapes are replaced', () => {
    expect(privateKeysIn(`{"a":${JSON.stringify(rsa.pem)}}`)).toEqual([found(`{"a":"${rsa.pem}"}`)]);
  });

  test('gets a BEGIN line if it has none', () => {
    const rest = rsa.pem.slice(rsa.pem.indexOf('\n') + 1);
    expect(privateKeysIn(rest)).toEqual([found(`-----BEGIN RSA PRIVATE KEY-----\n${rest}`)]);
    const damaged = `-----BEGIN \n${rest}`;
    expect(privateKeysIn(damaged)).toEqual([found(damaged)]);
  });

  test.each([
    'END PRIVATE KEY',
    '-----END private PRIVATE KEY-----',
    `-----END ${'A'.repeat(41)}PRIVATE KEY-----`,
  ])('gets none for another END line (%s)', (end) => {
    const text = `b3BlbnNzaC1rZXk\n${end}`;
    expect(privateKeysIn(text)).toEqual([found(text)]);
  });
});

describe('a JSON Web Key', () => {
  const jwk = ed25519.key.export({ format: 'jwk' });
  const d = String(jwk.d).replaceAll('-', '+').replaceAll('_', '/');
  const expected = [found(`-----BEGIN JWK PRIVATE KEY-----\n${d}\n-----END JWK PRIVATE KEY-----\n`)];

  test.each([
    ['as JSON', JSON.stringify(jwk)],
    ['as JSON with spaces', JSON.stringify(jwk, null, 2)],
    ['with a space before and after its colons', JSON.stringify(jwk).replaceAll('":"', '" : "')],
  ])('is found %s', (_, text) => {
    expect(privateKeysIn(text)).toEqual(expected);
  });

  test('has all private numbers of RSA', () => {
    const { d, p, q, dp, dq, qi, ...rest } = rsa.key.export({ format: 'jwk' });
    const lines = [d, p, q, dp, dq, qi].map((number) =>
      String(number).replaceAll('-', '+').replaceAll('_', '/'),
    );
    const text = JSON.stringify({ ...rest, d, p, q, dp, dq, qi });
    expect(privateKeysIn(text)).toEqual([
      found(['-----BEGIN JWK PRIVATE KEY-----', ...lines, '-----END JWK PRIVATE KEY-----', ''].join('\n')),
    ]);
  });

  test.each([
    ['of a public key', JSON.stringify({ ...jwk, d: undefined })],
    ['without a type', JSON.stringify({ ...jwk, kty: undefined })],
    ['with a short number', JSON.stringify({ ...jwk, d: 'AAAA' })],
  ])('is none %s', (_, text) => {
    expect(privateKeysIn(text)).toEqual([]);
  });
});

describe('base64 of DER', () => {
  const inPem = (label: string, lines: string) =>
    `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`;

  test('keeps its lines', () => {
    expect(privateKeysIn(base64)).toEqual([found(inPem('PRIVATE KEY', base64))]);
    expect(privateKeysIn(inLines)).toEqual([found(inPem('PRIVATE KEY', inLines))]);
  });

  test('ends with the key, whatever comes after it', () => {
    const der = Buffer.concat([Buffer.from([0x30, 0x82, 0x01, 0x2b, 2, 1, 0, 0x30]), Buffer.alloc(295, 7)]);
    const whole = der.toString('base64');
    expect(whole).toMatch(/[^=]$/);
    const twoLines = `${whole.slice(0, 100)}\n${whole.slice(100)}`;
    for (const text of [whole, twoLines])
      for (const more of ['AAAA', '\nAAAA', ' and more words'])
        expect(privateKeysIn(text + more)).toEqual([found(inPem('PRIVATE KEY', text))]);
  });

  test('is found in a word beside others', () => {
    expect(privateKeysIn(`thisisaverylongwordbeforethekey ${base64}`)).toEqual([
      found(inPem('PRIVATE KEY', base64)),
    ]);
  });

  test('in base64 says what it was encoded in, twice or more', () => {
    const once = Buffer.from(base64).toString('base64');
    const twice = Buffer.from(once).toString('base64');
    const more = Buffer.from(twice).toString('base64');
    expect(privateKeysIn(once)).toEqual([found(inPem('PRIVATE KEY', base64), undefined)]);
    expect(privateKeysIn(twice)).toEqual([found(inPem('PRIVATE KEY', base64), twice)]);
    expect(privateKeysIn(more)).toEqual([]);
    const pem = Buffer.from(Buffer.from(rsa.pem).toString('base64')).toString('base64');
    expect(privateKeysIn(pem)).toEqual([found(rsa.pem, pem)]);
  });

  test('is not looked for behind more than 64 KB', () => {
    expect(privateKeysIn(`${'- '.repeat(32_768)}${base64}`)).toEqual([]);
  });
});

describe('a private key in DER', () => {
  test.each([
    ['PKCS#8', pkcs8, 'PRIVATE KEY'],
    ['PKCS#8, ED25519', ed25519.key.export({ type: 'pkcs8', format: 'der' }), 'PRIVATE KEY'],
    ['PKCS#1', rsa.key.export({ type: 'pkcs1', format: 'der' }), 'RSA PRIVATE KEY'],
    ['SEC 1', ec.export({ type: 'sec1', format: 'der' }), 'EC PRIVATE KEY'],
    [
      'encrypted PKCS#8',
      rsa.key.export({ type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc', passphrase: 'a passphrase' }),
      'ENCRYPTED PRIVATE KEY',
    ],
    [
      'encrypted PKCS#8, ED25519',
      ed25519.key.export({ type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc', passphrase: 'a passphrase' }),
      'ENCRYPTED PRIVATE KEY',
    ],
  ])('is recognized, and as long as it is: %s', (_, der, label) => {
    expect(derPrivateKey(der)).toEqual({ label, length: der.length });
    expect(derPrivateKey(Buffer.concat([der, Buffer.alloc(9)]))).toEqual({ label, length: der.length });
  });

  test('is recognized in PKCS#12, as openssl pkcs12 -export begins it', () => {
    const start = Buffer.from('MIIDZgIBAzCCAxwGCSqGSIb3DQEHAaCCAw0EggMJ', 'base64');
    expect(derPrivateKey(start)).toEqual({ label: 'PKCS12 PRIVATE KEY', length: 0x366 + 4 });
  });

  test.each([
    ['a public key', createPublicKey(rsa.key).export({ type: 'spki', format: 'der' })],
    ['a public key in PKCS#1', createPublicKey(rsa.key).export({ type: 'pkcs1', format: 'der' })],
    ['a public key, ED25519', createPublicKey(ed25519.key).export({ type: 'spki', format: 'der' })],
    ['an algorithm that is not one', Buffer.from('30263007050806010403020104', 'hex')],
    ['an algorithm with nothing after it', Buffer.from('3009300706052b81040022', 'hex')],
    ['other bytes', Buffer.from('not DER at all, and long enough')],
    ['nothing', Buffer.alloc(0)],
  ])('is not %s', (_, der) => {
    expect(derPrivateKey(der)).toBeUndefined();
  });
});
