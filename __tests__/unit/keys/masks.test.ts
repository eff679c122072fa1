import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ec2FingerprintOfImported, sha256Fingerprint } from '../../../src/keys/fingerprint.ts';
import { masksOf } from '../../../src/keys/masks.ts';
import { PrivateKey } from '../../../src/keys/private-key.ts';
import {
  bodyOf,
  containerParts,
  ed25519From,
  freshRsa,
  opensshPem,
  pemOf,
  rsaFrom,
  type TestKey,
  withWidth,
} from '../../lib/keys.ts';
import {
  base64Lines,
  maskerOf,
  readableSecret,
  type Sample,
  sampleOf,
  secretNumbersOf,
  secretParts,
} from './masked-text.ts';

/** A key, its masks, and the base64 of each of its secret numbers as it is in the file. */
interface MaskSample extends Sample {
  readonly values: readonly string[];
  /** The parts of each number that are on one line. */
  readonly numbers: readonly (readonly string[])[];
}

function maskSample(key: Pick<TestKey, 'key'>, text: string): MaskSample {
  const numbers = secretNumbersOf(key);
  return { ...sampleOf(text, numbers), values: masksOf(text, numbers), numbers: secretParts(text, numbers) };
}

// Known keys, each of them another one: a limit for most keys would be exceeded by a new key now and then. The torture tries
// new keys.
let sentences = 0;
function sentence(): string {
  sentences += 1;
  return `a key to mask, number ${sentences}`;
}

function rsa(width: number, bits = 2048): MaskSample {
  const key = rsaFrom(sentence(), bits);
  return maskSample(key, withWidth(key.pem, width));
}

function ed25519(width: number, comment = ''): MaskSample {
  const key = ed25519From(sentence(), comment);
  return maskSample(key, withWidth(key.pem, width));
}

function rsaInContainer(width: number): MaskSample {
  const key = rsaFrom(sentence());
  return maskSample(key, opensshPem(containerParts(key.key, 'me@home'), width));
}

const SAMPLES: [string, () => MaskSample][] = [
  ['RSA, lines of 64', () => rsa(64)],
  ['RSA, lines of 76', () => rsa(76)],
  ['RSA of 1024 bits', () => rsa(64, 1024)],
  ['RSA of 4096 bits', () => rsa(64, 4096)],
  ['RSA in OpenSSH format', () => rsaInContainer(70)],
  ['ED25519, lines of 70', () => ed25519(70)],
  ['ED25519, lines of 64', () => ed25519(64)],
  ['ED25519, lines of 76', () => ed25519(76)],
  ['ED25519 with a comment of several lines', () => ed25519(70, 'someone@example.com '.repeat(12))],
];

/** How a later step could print the key, and how many secret characters in a row are a leak. */
const FORMS: [string, number, (pem: string) => string][] = [
  ['cat', 12, (pem) => pem],
  ['cat of a copy with CRLF', 12, (pem) => pem.replaceAll('\n', '\r\n')],
  ['indented, in YAML', 12, (pem) => pem.replace(/^/gm, '    ')],
  ['in JSON', 12, (pem) => JSON.stringify({ key: pem })],
  ['on one line', 12, (pem) => bodyOf(pem)],
  ['with spaces instead of newlines', 12, (pem) => pem.replaceAll('\n', ' ')],
  ['wrapped at 40', 16, (pem) => withWidth(pem, 40)],
  ['wrapped at 57', 16, (pem) => withWidth(pem, 57)],
  ['wrapped at 64', 16, (pem) => withWidth(pem, 64)],
  ['wrapped at 70', 16, (pem) => withWidth(pem, 70)],
  ['wrapped at 76', 16, (pem) => withWidth(pem, 76)],
  ['URL-encoded', 16, (pem) => encodeURIComponent(pem)],
  ['URL-encoded on one line', 16, (pem) => encodeURIComponent(bodyOf(pem))],
  ['URL-encoded in lower case', 16, (pem) => escaped(pem, (code) => `%${code.toString(16)}`)],
  ['in JSON by PHP', 16, jsonByPhp],
  ['in JSON by .NET', 16, jsonByNet],
  ['in HTML, all escaped', 16, (pem) => escaped(pem, (code) => `&#${code};`)],
  ['in the alphabet of base64url', 16, (pem) => pem.replaceAll('+', '-').replaceAll('/', '_')],
  ['base64 -w0', 12, (pem) => btoa(pem)],
  ['base64 -w0 without the final newline', 12, (pem) => btoa(pem.trimEnd())],
  ['base64 -w0 of CRLF', 12, (pem) => btoa(pem.replaceAll('\n', '\r\n'))],
  ['base64 -w0 of CRLF without the final one', 12, (pem) => btoa(pem.trimEnd().replaceAll('\n', '\r\n'))],
  ['base64url', 12, (pem) => Buffer.from(pem).toString('base64url')],
  ['base64', 16, (pem) => base64Lines(pem, 76)],
  ['base64 without the final newline', 16, (pem) => base64Lines(pem.trimEnd(), 76)],
  ['base64 of CRLF', 16, (pem) => base64Lines(pem.replaceAll('\n', '\r\n'), 76)],
  ['openssl base64', 16, (pem) => base64Lines(pem, 64)],
  ['openssl base64 without the final newline', 16, (pem) => base64Lines(pem.trimEnd(), 64)],
  ['openssl base64 of CRLF', 16, (pem) => base64Lines(pem.replaceAll('\n', '\r\n'), 64)],
  ['base64 -w0 of JSON', 16, (pem) => btoa(JSON.stringify({ key: pem }))],
  ['base64 -w0 of user:key', 16, (pem) => btoa(`ubuntu:${pem}`)],
  ...[40, 47, 57, 60, 72, 80, 100, 121].flatMap((width): [string, number, (pem: string) => string][] => [
    [`base64 -w ${width}`, 16, (pem) => base64Lines(pem, width)],
    [`base64 -w ${width} of CRLF`, 16, (pem) => base64Lines(pem.replaceAll('\n', '\r\n'), width)],
    [`base64 -w ${width} of user:key`, 16, (pem) => base64Lines(`ubuntu:${pem}`, width)],
    [`base64 -w ${width} of JSON`, 16, (pem) => base64Lines(JSON.stringify({ key: pem }), width)],
  ]),
  ...['', 'k', 'ke'].flatMap((name): [string, number, (pem: string) => string][] => [
    [`base64 -w0 of JSON by PHP with the name "${name}"`, 16, (pem) => btoa(jsonByPhp({ [name]: pem }))],
    [`base64 -w0 of JSON by .NET with the name "${name}"`, 16, (pem) => btoa(jsonByNet({ [name]: pem }))],
    [`base64 -w0 of a URL with the name "${name}"`, 16, (pem) => btoa(`?${name}=${encodeURIComponent(pem)}`)],
  ]),
];

describe.each(SAMPLES)('%s', (_, make) => {
  const sample = make();
  const { text: pem, values, numbers } = sample;
  const key = PrivateKey.parse(pem);

  test.each(FORMS)('is masked in %s', (_form, leakLength, print) => {
    expect(readableSecret(sample, print, []).longestRun).toBeGreaterThanOrEqual(leakLength);
    expect(readableSecret(sample, print, values).longestRun).toBeLessThan(leakLength);
  });

  test('is masked as a whole in base64 on one line, with and without the final newline and =, with LF and CRLF', () => {
    const texts = [pem, pem.trimEnd()].flatMap((text) => [text, text.replaceAll('\n', '\r\n')]).map(btoa);
    const printed = texts.flatMap((text) => [text, text.replace(/=+$/, '')]);
    // The runner masks base64 of base64 itself if the whole of the first base64 is a mask.
    expect(printed.filter((text) => !values.includes(text))).toEqual([]);
  });

  test('has a mask in every 16 consecutive characters of a secret number, wherever they are cut', () => {
    const texts = numbers.map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), (text, place) => {
        const at = place % (text.length - 15);
        const cut = text.slice(at, at + 16);
        return values.some((value) => cut.includes(value));
      }),
      { numRuns: 1_000 },
    );
  });

  // With an escape that ends in other characters than the usual ones, one RSA key in 18 leaves 16 or more.
  test('leaves few consecutive characters of a secret number, whatever replaces + and /', () => {
    const masker = maskerOf(values);
    const anEscape = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => !/[A-Za-z0-9*]/.test(text));
    const texts = numbers.flatMap((parts) => [parts.join(''), parts.join('\n')]);
    fc.assert(
      fc.property(fc.constantFrom(...texts), anEscape, anEscape, (text, plus, slash) => {
        const escapes: Readonly<Record<string, string>> = { '+': plus, '/': slash };
        const printed = text.replace(/[+/]/g, (character) => escapes[character] ?? '');
        const readable = masker.mask(printed.replaceAll(' ', '_')).split('***');
        return readable.every((run) => run.replace(/[^A-Za-z0-9]+/g, '_').length < 32);
      }),
      { numRuns: 300 },
    );
  });

  test('leaves everything public readable', () => {
    const { publicKey } = key;
    const der = publicKey.spki();
    const number = publicKey.number;
    const readable = [
      publicKey.openSshLine('deploy'),
      sha256Fingerprint(publicKey),
      key
        .pkcs8Sha1()
        .toString('hex')
        .replace(/..(?!$)/g, '$&:'),
      ec2FingerprintOfImported(publicKey),
      ...[der, publicKey.blob, number].flatMap((bytes) =>
        [0, 1, 2].flatMap((start) => {
          const base64 = Buffer.concat([Buffer.alloc(start), bytes]).toString('base64');
          return [
            base64,
            base64.replaceAll('+', '-').replaceAll('/', '_'),
            btoa(base64),
            base64Lines(base64, 64),
          ];
        }),
      ),
      'key-0123456789abcdef0',
      ...pem.split('\n').filter((line) => line.startsWith('-----')),
      'b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZWQyNTUxOQAAACA',
      btoa('-----BEGIN RSA PRIVATE KEY-----'),
      btoa('-----END OPENSSH PRIVATE KEY-----\n'),
      'AAECAwQF',
      'AAAAAAECAwQFBgc=',
      'MIIEpAIBAAKCAQEA',
      'AgMBAAECggEA',
    ];
    const masker = maskerOf(values);
    expect(readable.filter((text) => masker.mask(text) !== text)).toEqual([]);
  });

  test('has masks of one line that are long enough, unique, and the same every time', () => {
    expect(values.filter((value) => !/^[\w+/%&#;=\\-]+$/.test(value))).toEqual([]);
    // What the runner adds counts, too: the base64 of a value without its first two characters is the shortest.
    const searched = [...maskerOf(values).values].map((value) => value.replace(/=+$/, ''));
    expect(searched.filter((value) => value.length < 6)).toEqual([]);
    expect(new Set(values).size).toBe(values.length);
  });

  test('has no mask that occurs in another key of its type', () => {
    const other = make().text;
    const texts = [other, bodyOf(other), btoa(other), btoa(bodyOf(other))];
    expect(values.filter((value) => texts.some((text) => text.includes(value)))).toEqual([]);
  });
});

describe.each([
  ['RSA of 4096 bits', () => rsa(64, 4096)],
  ['ED25519, lines of 64', () => ed25519(64)],
  ['ED25519, lines of 76', () => ed25519(76)],
])('base64 of JSON with a key: %s', (_, make) => {
  const sample = make();
  test.each([1, 2, 3])('leaves less than 5 % readable after a name of %i characters', (length) => {
    const print = (pem: string) => btoa(JSON.stringify({ ['k'.repeat(length)]: pem }));
    expect(readableSecret(sample, print, []).share).toBe(1);
    expect(readableSecret(sample, print, sample.values).share).toBeLessThan(0.05);
  });
});

const longRuns = ['abcdefghijklmnopqr', 'STUVWXYZ0123456789'];

describe.each([
  ['many runs of 4 and 5 characters', ['abcde', 'fghij', 'KLMNO', 'pqrs', 'TUVWX', 'yz01', '23456', 'ABCD']],
  ['a few runs of 3 characters', [...longRuns, 'abc', 'def', 'GHI', 'jkl', 'MNO', ...longRuns]],
])('a number with %s between + and /', (_, runs) => {
  const base64 = Array.from({ length: 45 }, (_, at) => `${runs[at % runs.length]}${'+/'[at % 2]}`).join('');
  const number = Buffer.from(base64.slice(0, 256), 'base64');
  const values = masksOf(pemOf('RSA PRIVATE KEY', number, 64), [number]);
  const masker = maskerOf(values);

  test.each([
    ['%2B', '%2F'],
    ['%2b', '%2f'],
    ['\\u002B', '\\u002F'],
    ['\\u002b', '\\u002f'],
    ['&#x2B;', '&#x2F;'],
    ['&#43;', '&#47;'],
    ['=2B', '=2F'],
    ['\\+', '\\/'],
    ['-', '_'],
    ['\\x2B', '\\x2F'],
    ['\\x2b', '\\x2f'],
    ['+', '\\/'],
    ['\\+', '/'],
    ['%2B', '/'],
    ['%2b', '/'],
    ['\\u002b', '/'],
    ['+', '%2f'],
    ['+', '\\u002F'],
    ['+', '\\\\\\/'],
  ])('is masked if a program prints %j and %j', (plus, slash) => {
    const printed = number
      .toString('base64')
      .replace(/.{64}/g, '$&\n')
      .replace(/[+/]/g, (character) => (character === '+' ? plus : slash));
    const lengths = masker
      .mask(printed)
      .split('***')
      .map((text) => text.replaceAll(plus, '_').replaceAll(slash, '_').replace(/\s/g, '').length);
    expect(Math.max(...lengths)).toBeLessThan(16);
  });

  test('has no mask that the runner turns into one of less than 6 characters', () => {
    const searched = [...masker.values].map((value) => value.replace(/=+$/, ''));
    expect(searched.filter((value) => value.length < 6)).toEqual([]);
  });

  test('has no mask of an escape and few characters, as the runner makes one of what follows an &', () => {
    expect([...masker.values].filter((value) => /^&?#[^;]*;[\w+/]{0,8}$/.test(value))).toEqual([]);
  });
});

describe('the number of values in the runner', () => {
  // At most twice as many as with masks of lines (1,255, 2,410 and 236), and fewer for ED25519. A few RSA keys have
  // hundreds of values more than the mean.
  test.each([
    ['RSA', 2_510, 20, () => rsa(64)],
    ['RSA of 4096 bits', 5_000, 5, () => rsa(64, 4096)],
    ['ED25519', 236, 20, () => ed25519(70)],
  ])('stays small for %s', (_, most, keys, make) => {
    const counts = Array.from({ length: keys }, () => maskerOf(make().values).values.size);
    expect(counts.reduce((sum, count) => sum + count) / keys).toBeLessThan(most);
  });
});

describe('a private key that contains the base64 of its public key', () => {
  const { key, pem } = freshRsa();
  test.each([
    ['RSA in PKCS#1', pem],
    ['RSA in OpenSSH format, lines of 64', opensshPem(containerParts(key, 'deploy'), 64)],
    ['RSA in OpenSSH format, lines of 76', opensshPem(containerParts(key, 'deploy'), 76)],
    ['RSA in PKCS#8', key.export({ type: 'pkcs8', format: 'pem' }).toString()],
  ])('leaves it readable within the private key: %s', (_, text) => {
    const { numbers, values } = maskSample({ key }, text);
    const masked = maskerOf(values).mask(bodyOf(text));
    const modulus = Buffer.from(key.export({ format: 'jwk' }).n ?? '', 'base64url').subarray(2, -2);
    const shown = [0, 1, 2].map((start) => modulus.subarray(start, start + 240).toString('base64'));
    expect(shown.some((part) => masked.includes(part))).toBe(true);
    expect(numbers.filter((parts) => masked.includes(parts.join('').slice(1, 17)))).toEqual([]);
  });
});

/** Everything but letters, digits and newlines. */
function escaped(text: string, replacement: (code: number) => string): string {
  return text.replace(/[^A-Za-z0-9\n]/g, (character) => replacement(character.charCodeAt(0)));
}

function jsonByPhp(value: unknown): string {
  return JSON.stringify(value).replaceAll('/', '\\/');
}

function jsonByNet(value: unknown): string {
  return JSON.stringify(value).replaceAll('+', '\\u002B');
}

test('In lines that are shorter than a mask, only the file as a whole and its line breaks are masked.', () => {
  const { key, pem } = freshRsa(1024);
  const text = withWidth(pem, 5);
  const values = masksOf(text, secretNumbersOf({ key }));
  expect(values).toContain(btoa(text));
  expect(values.filter((value) => text.replaceAll('\n', '').includes(value))).toEqual([]);
});
