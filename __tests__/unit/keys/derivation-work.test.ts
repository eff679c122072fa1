/**
 * An ED25519 key, encrypted by OpenSSL 3.0 with this many iterations, or this N, r and p:
 *
 *     openssl pkcs8 -topk8 -v2 aes-256-cbc -iter …     openssl pkcs8 -topk8 -v1 PBE-SHA1-3DES -iter …
 *     openssl pkcs8 -topk8 -scrypt -scrypt_N 16384 -scrypt_r 8 -scrypt_p …
 */
import { describe, expect, test } from '@jest/globals';
import { takesMinutes } from '../../../src/keys/derivation-work.ts';
import { bodyOf } from '../../lib/keys.ts';
import { BY_SCRYPT, CIPHERS_OF_THE_PAST, ENCRYPTED_KEYS } from './encrypted-keys.ts';

const derOf = (base64: string) => Buffer.from(base64, 'base64');
const pbkdf2 = derOf(
  'MIGdMFkGCSqGSIb3DQEFDTBMMCsGCSqGSIb3DQEFDDAeBAhbao20VBuPqQIEAJiWgDAMBggqhkiG9w0CCQUAMB0GCWCGSAFlAwQBKgQQ1Pa+4bGrrOANY9jBlV4W6ARANxD577hPQV9DddufxMfOZ7YuRUWcPHYqobBjCjhWORVh2xkOvZ61FPNeTo3+p1bl3sf4TzFQjivtIQU5SQCevw==',
);

test.each([
  ['PBKDF2 with 10,000,000 iterations', pbkdf2, false],
  [
    'PBKDF2 with 10,000,001 iterations',
    derOf(
      'MIGdMFkGCSqGSIb3DQEFDTBMMCsGCSqGSIb3DQEFDDAeBAiyKeCS36wScAIEAJiWgTAMBggqhkiG9w0CCQUAMB0GCWCGSAFlAwQBKgQQzWPjEGvTjLbI7bSY/aeQiARAtBlGJTObz+48hTuSjCWVed94SALAzLgN2PyNy2LBGHh72wRSTocZeyYyn+JshUBCOweQNEIndIV3Ao7UZhv+SQ==',
    ),
    true,
  ],
  [
    'PKCS#12 with 10,000,000 iterations',
    derOf(
      'MFowHgYKKoZIhvcNAQwBAzAQBAjC/ML5u34pSQIEAJiWgAQ49cQSf6e2xzdotYnq1g0Jz7i/NC11mqtJv8iEV928hEGSFPF5Q0nqsycbV+Cs81gO8BzC3jACtKw=',
    ),
    false,
  ],
  [
    'PKCS#12 with 10,000,001 iterations',
    derOf(
      'MFowHgYKKoZIhvcNAQwBAzAQBAiiFyip7WL1lQIEAJiWgQQ4TR+v+Xag99jXiLrDbXwnbCBUSfaCg2cYmfbp15UisjDheA/49aFbiM1UCDH16Q/8n0duHZKhwoE=',
    ),
    true,
  ],
  [
    'scrypt with p = 16',
    derOf(
      'MIGTME8GCSqGSIb3DQEFDTBCMCEGCSsGAQQB2kcECzAUBAh4fSvy1iopYgICQAACAQgCARAwHQYJYIZIAWUDBAEqBBCD61l2wWaBE+z9RmpdTRsFBEC6BSFzw+jCMgdJWMIgjOdjVnMe9xkWB5Es+0h6baQLY8xDxabgmOhQputeA/DlPpAUooAOJNDGEwQ+A4dWIjeX',
    ),
    false,
  ],
  [
    'scrypt with p = 17',
    derOf(
      'MIGTME8GCSqGSIb3DQEFDTBCMCEGCSsGAQQB2kcECzAUBAiIRU7yqLPjDgICQAACAQgCAREwHQYJYIZIAWUDBAEqBBDtOXuUgoORo1Lyit/bw8MRBEDiNRa7RB1Aa/YI29aukMmtTVtvwrw8lwjhwGMWSXxrC6x3ZgQKBNhue4brhVlxQWUsZW6lmtA775jtddRVPIeJ',
    ),
    true,
  ],
])('whether it takes minutes: %s', (_, der, expected) => {
  expect(takesMinutes(der)).toBe(expected);
});

test('what programs write takes no minutes', () => {
  const texts = [
    BY_SCRYPT,
    ...ENCRYPTED_KEYS.map(({ text }) => text),
    ...CIPHERS_OF_THE_PAST.map(([, text]) => text),
  ];
  const pkcs8 = texts.filter((text) => text.includes('BEGIN ENCRYPTED'));
  expect(pkcs8.map((text) => takesMinutes(derOf(bodyOf(text))))).toEqual(pkcs8.map(() => false));
});

/** With a length of this many bytes after the first one, as BER allows it (X.690, 8.1.3.5). */
function value(tag: number, contents: Buffer, lengthBytes: number): Buffer {
  const length = Buffer.alloc(lengthBytes);
  length.writeUIntBE(contents.length, 0, lengthBytes);
  return Buffer.concat([Buffer.from([tag, 0x80 + lengthBytes]), length, contents]);
}

/** PKCS#8 with the derivation of PKCS#12, however long its lengths are written. */
function withLengths(lengthBytes: number, iterations: number, salt: number): Buffer {
  const number = Buffer.alloc(4);
  number.writeUInt32BE(iterations);
  const parameters = [value(4, Buffer.alloc(salt), lengthBytes), value(2, number, lengthBytes)];
  const algorithm = [
    value(6, Buffer.from('2a864886f70d010c0103', 'hex'), lengthBytes),
    value(0x30, Buffer.concat(parameters), lengthBytes),
  ];
  const parts = [value(0x30, Buffer.concat(algorithm), lengthBytes), value(4, Buffer.alloc(48), lengthBytes)];
  return value(0x30, Buffer.concat(parts), lengthBytes);
}

describe('lengths may be written with more bytes than they need', () => {
  test.each([
    [1, 8],
    [2, 8],
    [2, 200],
    [3, 200],
    [4, 200],
    [5, 200],
    [6, 200],
  ])('with %i bytes, and a salt of %i bytes', (lengthBytes, salt) => {
    expect(takesMinutes(withLengths(lengthBytes, 10_000_000, salt))).toBe(false);
    expect(takesMinutes(withLengths(lengthBytes, 10_000_001, salt))).toBe(true);
  });
});

describe('a key that is not complete is rejected', () => {
  test('wherever it ends', () => {
    for (let length = 0; length < pbkdf2.length; length += 1)
      expect(() => takesMinutes(pbkdf2.subarray(0, length))).toThrow();
  });

  test.each([
    ['with more bytes after it', Buffer.concat([pbkdf2, Buffer.from([5, 0])])],
    ['without iterations', value(0x30, value(0x30, value(6, Buffer.alloc(9), 1), 1), 1)],
    ['with nothing in it', value(0x30, Buffer.alloc(0), 1)],
  ])('%s', (_, der) => {
    expect(() => takesMinutes(der)).toThrow(expect.objectContaining({ name: 'MalformedError' }));
  });
});
