import { describe, expect, test } from '@jest/globals';
import {
  ec2FingerprintOfCreated,
  ec2FingerprintOfImported,
  sha256Fingerprint,
} from '../../../src/keys/fingerprint.ts';
import { masksOf } from '../../../src/keys/masks.ts';
import { PrivateKey } from '../../../src/keys/private-key.ts';
import {
  bodyOf,
  containerParts,
  freshEd25519,
  freshRsa,
  opensshPem,
  rsaFrom,
  withWidth,
} from '../../lib/keys.ts';
import { base64Lines, hidden, longestSecretRun, type Sample } from './masked-text.ts';

function sampleOf(text: string, common: Sample['common']): Sample {
  return { text, secret: { from: 1, to: text.trimEnd().split('\n').length - 1 }, common };
}

/** PKCS#1 is the same for all keys up to the modulus: 12 bytes. */
function rsa(width: number): Sample {
  return sampleOf(withWidth(freshRsa().pem, width), { start: 16, end: 0 });
}

const sentences = ['a long test key', 'another long test key'];

/** Derived from a sentence: one fresh key in sixty ends in 12 characters when it is wrapped at 76. */
function longRsa(): Sample {
  return sampleOf(rsaFrom(sentences.pop() ?? '', 4096).pem, { start: 16, end: 0 });
}

/** A container is the same for all keys up to the public key (62 bytes), and ends in comment and padding. */
function ed25519(width: number, comment = ''): Sample {
  return sampleOf(withWidth(freshEd25519(comment).pem, width), {
    start: 82,
    end: 16 + Math.ceil((comment.length * 4) / 3),
  });
}

const SAMPLES: [string, () => Sample][] = [
  ['RSA, lines of 64', () => rsa(64)],
  ['RSA, lines of 76', () => rsa(76)],
  ['RSA of 4096 bits', longRsa],
  ['ED25519, lines of 70', () => ed25519(70)],
  ['ED25519, lines of 64', () => ed25519(64)],
  ['ED25519, lines of 76', () => ed25519(76)],
  ['ED25519 with a comment of several lines', () => ed25519(70, 'someone@example.com '.repeat(12))],
  ['ED25519 with a comment', () => ed25519(70, 'someone@example.com')],
];

/** How a later step could print the key. */
const FORMS: [string, (pem: string) => string][] = [
  ['cat', (pem) => pem],
  ['cat of a copy with CRLF', (pem) => pem.replaceAll('\n', '\r\n')],
  ['indented, in YAML', (pem) => pem.replace(/^/gm, '    ')],
  ['in JSON', (pem) => JSON.stringify({ key: pem })],
  ['on one line', (pem) => bodyOf(pem)],
  ['with spaces instead of newlines', (pem) => pem.replaceAll('\n', ' ')],
  ['wrapped at 64', (pem) => withWidth(pem, 64)],
  ['wrapped at 70', (pem) => withWidth(pem, 70)],
  ['wrapped at 76', (pem) => withWidth(pem, 76)],
  ['URL-encoded', (pem) => encodeURIComponent(pem)],
  ['URL-encoded on one line', (pem) => encodeURIComponent(bodyOf(pem))],
  ['base64 -w0', (pem) => btoa(pem)],
  ['base64 -w0 without the final newline', (pem) => btoa(pem.trimEnd())],
  ['base64 -w0 of CRLF', (pem) => btoa(pem.replaceAll('\n', '\r\n'))],
  ['base64 -w0 of CRLF without the final one', (pem) => btoa(pem.trimEnd().replaceAll('\n', '\r\n'))],
  ['base64url', (pem) => Buffer.from(pem).toString('base64url')],
  ['base64', (pem) => base64Lines(pem, 76)],
  ['base64 without the final newline', (pem) => base64Lines(pem.trimEnd(), 76)],
  ['base64 of CRLF', (pem) => base64Lines(pem.replaceAll('\n', '\r\n'), 76)],
  ['openssl base64', (pem) => base64Lines(pem, 64)],
  ['openssl base64 without the final newline', (pem) => base64Lines(pem.trimEnd(), 64)],
  ['openssl base64 of CRLF', (pem) => base64Lines(pem.replaceAll('\n', '\r\n'), 64)],
  ['base64 -w0 of JSON', (pem) => btoa(JSON.stringify({ key: pem }))],
  ['base64 -w0 of user:key', (pem) => btoa(`ubuntu:${pem}`)],
];

describe.each(SAMPLES)('%s', (_, make) => {
  const sample = make();
  const pem = sample.text;
  const key = PrivateKey.parse(pem);
  const values = masksOf(pem, key.publicKey);

  test.each(FORMS)('is masked in %s', (_form, print) => {
    expect(longestSecretRun(sample, print, [])).toBeGreaterThanOrEqual(24);
    expect(longestSecretRun(sample, print, values)).toBeLessThan(12);
  });

  test('is masked as a whole when it is printed on one line, plain or as base64', () => {
    const printed = [bodyOf(pem), encodeURIComponent(bodyOf(pem)), ...[pem, pem.trimEnd()].map(btoa)];
    expect(
      printed.filter((text) => !values.includes(text.replace(/(?<!%3)=+$/, '')) && !values.includes(text)),
    ).toEqual([]);
  });

  test('is masked as a whole in base64 on one line, with and without the final newline and =, with LF and CRLF', () => {
    const texts = [pem, pem.trimEnd()].flatMap((text) => [text, text.replaceAll('\n', '\r\n')]).map(btoa);
    const printed = texts.flatMap((text) => [text, text.replace(/=+$/, '')]);
    // The runner masks base64 of base64 itself if the whole of the first base64 is a mask.
    expect(printed.filter((text) => !values.includes(text))).toEqual([]);
  });

  test('leaves everything public readable', () => {
    const { publicKey } = key;
    const spki =
      publicKey
        .spki()
        .toString('base64')
        .match(/.{1,64}/g) ?? [];
    const rfc4716 = publicKey.blob.toString('base64').match(/.{1,70}/g) ?? [];
    const readable = [
      publicKey.openSshLine('deploy'),
      sha256Fingerprint(publicKey),
      ec2FingerprintOfCreated(key),
      ec2FingerprintOfImported(publicKey),
      publicKey.blob.toString('base64'),
      ...spki,
      ...rfc4716,
      'key-0123456789abcdef0',
      ...pem.split('\n').filter((line) => line.startsWith('-----')),
      btoa('-----BEGIN RSA PRIVATE KEY-----'),
      btoa('-----END OPENSSH PRIVATE KEY-----\n'),
      'AAECAwQF',
      'AAAAAAECAwQFBgc=',
    ];
    expect(readable.filter((text) => hidden(text, values) !== text)).toEqual([]);
  });

  test('has masks of one line that are long enough, unique, and the same every time', () => {
    expect(values.filter((value) => value.length < 16 || !/^[\w+/=%]+$/.test(value))).toEqual([]);
    expect(new Set(values).size).toBe(values.length);
    expect(masksOf(pem, key.publicKey)).toEqual(values);
  });

  test('shares no mask with another key, except the first line of every OpenSSH container', () => {
    const other = make().text;
    const shared = new Set(masksOf(other, PrivateKey.parse(other).publicKey));
    const beginnings = [64, 70, 76].map((width) => bodyOf(pem).slice(0, width));
    expect(values.filter((value) => shared.has(value) && !beginnings.includes(value))).toEqual([]);
  });
});

describe('a private key that contains the base64 of its public key', () => {
  const { key } = freshRsa();
  test.each([
    ['RSA in OpenSSH format, lines of 64', opensshPem(containerParts(key, 'deploy'), 64)],
    ['RSA in OpenSSH format, lines of 70', opensshPem(containerParts(key, 'deploy'), 70)],
    ['RSA in OpenSSH format, lines of 76', opensshPem(containerParts(key, 'deploy'), 76)],
    ['RSA in PKCS#8', key.export({ type: 'pkcs8', format: 'pem' }).toString()],
    ['RSA of 1024 bits', freshRsa(1024).pem],
  ])('leaves the public line readable and masks everything else: %s', (_, pem) => {
    const { publicKey } = PrivateKey.parse(pem);
    const values = masksOf(pem, publicKey);
    const publicLine = publicKey.openSshLine();
    const lines = pem.split('\n').filter((line) => line.length >= 16 && !line.startsWith('-----'));
    const repeated = lines.filter((line) => publicLine.includes(line));
    expect(repeated.length).toBeGreaterThan(0);
    expect(hidden(publicLine, values)).toBe(publicLine);
    expect(lines.filter((line) => !values.includes(line))).toEqual(repeated);
  });
});

test('a last line that is too short for a mask stays readable', () => {
  const { pem } = rsaFrom('the first test key');
  const widths = [64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76];
  const tails = widths.map((width) => {
    const text = withWidth(pem, width);
    return { text, tail: text.split('\n').at(-3) ?? '' };
  });
  const short = tails.filter(({ tail }) => tail.length < 16);
  expect(short.length).toBeGreaterThan(0);
  for (const { text, tail } of short) {
    expect(masksOf(text, PrivateKey.parse(text).publicKey)).not.toContain(tail);
  }
});
