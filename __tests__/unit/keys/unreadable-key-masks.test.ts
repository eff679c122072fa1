import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, jest, test } from '@jest/globals';
import { masksOfText } from '../../../src/keys/masks.ts';
import { MaskedPrivateKey, PrivateKey } from '../../../src/keys/private-key.ts';
import { maskPrivateKeyIn } from '../../../src/keys/private-key-text.ts';
import { blocksIn, masksOfBlock, masksOfRuns } from '../../../src/keys/unreadable-key-masks.ts';
import { containerOf, containerParts, freshEd25519, freshRsa, pemOf } from '../../lib/keys.ts';
import { ENCRYPTED_KEYS } from './encrypted-keys.ts';
import { ENCRYPTED_PPKS } from './encrypted-ppk-files.ts';

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const [rsa, ed25519] = [freshRsa(1024).key, freshEd25519().key];

async function masksIn(text: string): Promise<string[] | undefined> {
  const masks: string[] = [];
  return (await maskPrivateKeyIn(text, async (values) => void masks.push(...values))) ? masks : undefined;
}

/** The lines of a file, of which those between these two are secret, and of them these bytes. */
function masksOfLines(file: string, first: RegExp, last: RegExp, secret?: Buffer): string[] {
  const lines = file.split('\n').filter((line) => line !== '');
  const [from, to] = [
    lines.findLastIndex((line) => first.test(line)) + 1,
    lines.findIndex((line) => last.test(line)),
  ];
  const body = lines.slice(from, to);
  const bytes = secret ?? Buffer.from(body.join(''), 'base64');
  return masksOfText({ before: lines.slice(0, from), secret: body, after: lines.slice(to) }, [bytes]);
}

function encryptedPkcs8(key: KeyObject): Buffer {
  return key.export({ type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc', passphrase: 'a passphrase' });
}

/**
 * The contents of the OCTET STRING after the SEQUENCE with the algorithm (RFC 5958).
 *
 * @param before - Bytes: in a PrivateKeyInfo, the version is before the algorithm.
 */
function octetString(der: Buffer, before = 0): { data: Buffer; lengthBytes: number } {
  const start = (at: number) => at + 2 + (der.readUInt8(at + 1) > 0x80 ? der.readUInt8(at + 1) - 0x80 : 0);
  const algorithm = start(0) + before;
  const octets = start(algorithm) + der.readUInt8(algorithm + 1);
  return { data: der.subarray(start(octets)), lengthBytes: start(octets) - octets - 2 };
}

test.each([
  ['ED25519', ed25519, 0],
  ['EC', ec, 1],
  ['RSA', rsa, 2],
])('of encrypted PKCS#8, only the encrypted part is masked: %s', async (_, key, length) => {
  const der = encryptedPkcs8(key);
  const { data, lengthBytes } = octetString(der);
  expect(lengthBytes).toBe(length);
  const file = pemOf('ENCRYPTED PRIVATE KEY', der, 64);
  const expected = masksOfLines(file, /BEGIN/, /END/, data);
  expect(await masksIn(file)).toEqual(expected);
  expect(await masksIn(file.replaceAll('\n', ' '))).toEqual(expected);
  expect(await masksIn(`\n\n  ${file.replaceAll('\n', '\n  ')}`)).toEqual(expected);
});

test('of a type of key that cannot be read, the private part of PKCS#8 is masked, and all of SEC 1', async () => {
  const pkcs8 = ec.export({ type: 'pkcs8', format: 'pem' }).toString();
  const sec1 = ec.export({ type: 'sec1', format: 'der' });
  const { data } = octetString(ec.export({ type: 'pkcs8', format: 'der' }), 3);
  expect(await masksIn(pkcs8)).toEqual(masksOfLines(pkcs8, /BEGIN/, /END/, data));
  const file = pemOf('EC PRIVATE KEY', sec1, 64);
  expect(await masksIn(file)).toEqual(masksOfLines(file, /BEGIN/, /END/));
});

test('the length of an OCTET STRING is compared as a whole, and not only its last byte', async () => {
  // 04 82 02 80, and 0x280 bytes: after 04 82, there are 0x282.
  const data = Buffer.from(Array.from({ length: 0x280 }, (_, at) => (at * 7 + 1) % 251));
  const algorithm = Buffer.from([0x30, 0x02, 0x05, 0x00]);
  const der = Buffer.concat([
    Buffer.from([0x30, 0x82, 0x02, 0x88]),
    algorithm,
    Buffer.from([4, 0x82, 2, 0x80]),
    data,
  ]);
  const file = pemOf('ENCRYPTED PRIVATE KEY', der, 64);
  expect(await masksIn(file)).toEqual(masksOfLines(file, /BEGIN/, /END/, data));
  const without = pemOf('ENCRYPTED PRIVATE KEY', der.subarray(0, -1), 64);
  expect(await masksIn(without)).toEqual(masksOfLines(without, /BEGIN/, /END/));
});

test('of an encrypted container, the part after the public key is masked', async () => {
  const parts = { ...containerParts(rsa), cipher: 'aes256-ctr', kdf: 'bcrypt', kdfOptions: 'salt' };
  const bytes = containerOf(parts);
  const secret = bytes.subarray(bytes.indexOf(parts.publicKey) + parts.publicKey.length + 4);
  const file = pemOf('OPENSSH PRIVATE KEY', bytes, 70);
  expect(await masksIn(file)).toEqual(masksOfLines(file, /BEGIN/, /END/, secret));
  const without = pemOf('OPENSSH PRIVATE KEY', bytes.subarray(0, 60), 70);
  expect(await masksIn(without)).toEqual(masksOfLines(without, /BEGIN/, /END/));
});

test('of PEM with headers, the lines after them are masked', async () => {
  const file = ENCRYPTED_KEYS.find(({ text }) => text.includes('DEK-Info'))?.text ?? '';
  expect(await masksIn(file)).toEqual(masksOfLines(file, /BEGIN|Info: /, /END/));
});

test('of an encrypted PPK file, the private lines are masked', async () => {
  for (const { text } of ENCRYPTED_PPKS)
    expect(await masksIn(text)).toEqual(masksOfLines(text, /^Private-Lines: /, /^Private-MAC: /));
});

test.each([
  pemOf('EC PRIVATE KEY', Buffer.alloc(96, 1), 64),
  `note\n---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nComment: "me"\n${'P2/56wAAAgI'.repeat(8)}\n---- END SSH2 ENCRYPTED PRIVATE KEY ----\n`,
])('what is not base64 in a block is no part of the key: %j', async (file) => {
  const expected = masksOfLines(file, /BEGIN|Comment/, /END/);
  expect(await masksIn(file)).toEqual(expected);
  const damaged = file.replace(/^(.{20})(.*)\n-/m, '$1!*$2\n-');
  expect(damaged).not.toBe(file);
  expect(await masksIn(damaged)).toEqual(expected);
});

/** A SEQUENCE of so many bytes, and an OCTET STRING with its length in hexadecimal. */
function withOctets(before: number, lengthInHex: string, data: Buffer): Buffer {
  return Buffer.concat([Buffer.alloc(before, 0x30), Buffer.from(`04${lengthInHex}`, 'hex'), data]);
}

const dataOf = (length: number) => Buffer.from(Array.from({ length }, (_, at) => (at * 7 + 5) % 251));

test.each([
  [0x7f, '7f'],
  [0x80, '8180'],
  [0xff, '81ff'],
  [0x100, '820100'],
])('an OCTET STRING of %i bytes is found', async (length, inHex) => {
  const data = dataOf(length);
  const file = pemOf('PRIVATE KEY', withOctets(20, inHex, data), 64);
  expect(await masksIn(file)).toEqual(masksOfLines(file, /BEGIN/, /END/, data));
});

test.each([
  ['in another format', 'EC PRIVATE KEY', 20],
  ['with a label that goes on', 'PRIVATE KEY 2', 20],
  ['after more bytes than an algorithm has', 'PRIVATE KEY', 256],
])('no OCTET STRING is looked for %s', async (_, label, before) => {
  const file = pemOf(label, withOctets(before, '7f', dataOf(0x7f)), 64);
  expect(await masksIn(file)).toEqual(masksOfLines(file, /BEGIN/, /END/));
});

test('each of several blocks is masked on its own', async () => {
  const blocks = [
    pemOf('EC PRIVATE KEY', Buffer.alloc(96, 1), 64),
    pemOf('DSA PRIVATE KEY', Buffer.alloc(99, 2), 64),
  ];
  expect(await masksIn(blocks.join(''))).toEqual(
    blocks.flatMap((file) => masksOfLines(file, /BEGIN/, /END/)),
  );
});

test('a BEGIN line with nothing after it is found, and has nothing to mask', async () => {
  expect(await masksIn('-----BEGIN PRIVATE KEY-----')).toEqual([]);
  expect(await masksIn('-----BEGIN PUBLIC KEY-----')).toBeUndefined();
});

test('a label is up to 40 characters longer than its last words', async () => {
  expect(await masksIn(`-----BEGIN ${'A'.repeat(40)}PRIVATE KEY-----`)).toEqual([]);
  expect(await masksIn(`-----BEGIN ${'A'.repeat(41)}PRIVATE KEY-----`)).toBeUndefined();
});

describe('the masks of one block', () => {
  const [first, second] = [dataOf(48).toString('base64'), dataOf(96).toString('base64').slice(64)];
  const short = 'Zm9vYmFy';
  const block = (...lines: string[]) =>
    ['-----BEGIN EC PRIVATE KEY-----', ...lines, '-----END EC PRIVATE KEY-----'].join('\n');
  const masks = (before: string[], secret: string[], after: string[]) =>
    masksOfText({ before, secret, after }, [Buffer.from(secret.join(''), 'base64')]);
  const [begin, end] = [['-----BEGIN EC PRIVATE KEY-----'], ['-----END EC PRIVATE KEY-----']];

  test('are of the lines between its first and last line, whatever is around them', () => {
    const expected = masks(begin, [first, second, short], end);
    expect(masksOfBlock(block(first, second, short))).toEqual(expected);
    expect(masksOfBlock(`word ${block(first, second, short)}`)).toEqual(
      masks(['word', ...begin], [first, second, short], end),
    );
    const twoEnds = `-----END A PRIVATE KEY-----\n${block(first, short)}`;
    expect(masksOfBlock(twoEnds)).toEqual(
      masks(['-----END A PRIVATE KEY-----', ...begin], [first, short], end),
    );
  });

  test('are of no header, wherever it is', () => {
    expect(masksOfBlock(block('Comment: me', '', first, 'X-More: word', short))).toEqual(
      masks([...begin, 'Comment: me'], [first, short], end),
    );
    const header = `Comment: ${'x'.repeat(91)}`;
    expect(masksOfBlock(block(header, first))).toEqual(masks([...begin, header], [first], end));
  });

  test('are of the private lines of PPK, whatever its comment says', () => {
    for (const comment of ['the BEGIN of it', 'no Private-Lines: here', 'the END of it']) {
      const head = ['PuTTY-User-Key-File-2: ssh-rsa', `Comment: ${comment}`, 'Public-Lines: 1', second];
      const text = [...head, 'Private-Lines: 1', first, 'Private-MAC: 00'].join('\n');
      expect(masksOfBlock(text)).toEqual(masks([...head, 'Private-Lines: 1'], [first], ['Private-MAC: 00']));
    }
  });

  test('are of lines without a BEGIN line, too', () => {
    expect(masksOfBlock(`${first}\n${short}`)).toEqual(masks([], [first, short], []));
  });

  test('are of 16 characters or more', () => {
    expect(masksOfBlock(block('QUJDREVG', 'R0hJSktM'))).toEqual(masks(begin, ['QUJDREVG', 'R0hJSktM'], end));
    expect(masksOfBlock(block('QUJDREVG', 'R0hJSkt'))).toEqual([]);
  });

  test('are of all runs of base64 if there are no lines', () => {
    const text = `${first}-----BEGIN EC PRIVATE KEY-----${second}, and ${short}`;
    expect(masksOfRuns(text)).toEqual(masks([], [first, second], []));
    expect(masksOfRuns(short)).toEqual([]);
  });
});

test('no more than 64 KB is looked at', () => {
  const blanks = ' '.repeat(65_536);
  expect(blocksIn(`${blanks}-----BEGIN EC PRIVATE KEY-----`)).toEqual([]);
  expect(masksOfRuns(blanks + dataOf(48).toString('base64'))).toEqual([]);
});

test('a key that can be read is masked as any other, and nothing is registered for one without data', async () => {
  const { pem } = freshRsa(1024);
  const expected: string[] = [];
  await MaskedPrivateKey.mask(PrivateKey.parse(pem), async (values) => void expected.push(...values));
  expect(await masksIn(pem)).toEqual(expected);

  const register = jest.fn(async () => undefined);
  expect(await maskPrivateKeyIn('-----BEGIN PRIVATE KEY-----', register)).toBe('unmasked');
  expect(register).not.toHaveBeenCalled();
});
