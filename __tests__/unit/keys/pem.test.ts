import { describe, expect, test } from '@jest/globals';
import { pemLabels, readPem, wrap, writePem } from '../../../src/keys/pem.ts';
import { MalformedError } from '../../../src/keys/wire.ts';

const block = '-----BEGIN RSA PRIVATE KEY-----\nAAEC\nAw==\n-----END RSA PRIVATE KEY-----\n';
const read = { label: 'RSA PRIVATE KEY', lines: ['AAEC', 'Aw=='], bytes: Buffer.from([0, 1, 2, 3]) };

test.each([
  ['as it is written', block],
  ['with CRLF', block.replaceAll('\n', '\r\n')],
  ['with spaces instead of newlines', block.replaceAll('\n', ' ')],
  ['with blank lines and indents', block.replaceAll('\n', '\n\n  \t')],
  ['with zero-width characters', block.replaceAll('\n', '\u200b\n\u200c\u200d\u2060\ufeff')],
  ['with text around it', `before\n${block}after`],
  ['with another END line before it', `-----END RSA PRIVATE KEY-----\n${block}`],
])('a block is read %s', (_, text) => {
  expect(readPem(text)).toEqual(read);
});

test('a block is written with LF and one final newline', () => {
  expect(writePem(read.label, read.lines)).toBe(block);
});

describe('what is not exactly one block of base64 is malformed:', () => {
  test.each([
    ['nothing', '', 'not one PEM block'],
    ['two blocks', block + block, 'not one PEM block'],
    ['an END line only', '-----END RSA PRIVATE KEY-----\n', 'not one PEM block'],
    ['no END line', block.replace(/-----END.*/, ''), 'no END line'],
    ['the END line of another block', block.replace('END RSA', 'END'), 'no END line'],
    ['no data', block.replace('AAEC\nAw==\n', ''), 'not base64'],
    ['data without padding', block.replace('==', ''), 'not base64'],
    ['bits behind the data', block.replace('Aw==', 'Ax=='), 'not base64'],
    ['a character that is not base64', block.replace('AAEC', 'AA*EC'), 'not base64'],
    ['base64url', block.replace('AAEC', 'AA-_'), 'not base64'],
    ['headers of RFC 1421', block.replace('AAEC', 'Proc-Type: 4,ENCRYPTED\n\nAAEC'), 'not base64'],
    ['one character too many', `${block}${' '.repeat(65_537 - block.length)}`, 'not one PEM block'],
  ])('%s', (_, text, reason) => {
    expect(() => readPem(text)).toThrow(new MalformedError(reason));
  });

  test('but the longest text that is read is as long as is said', () => {
    expect(readPem(`${block}${' '.repeat(65_536 - block.length)}`)).toEqual(read);
  });
});

test('the labels are those of all BEGIN lines in the first 65,536 characters', () => {
  const many = `${block} -----BEGIN EC PARAMETERS----------BEGIN X9 42-----`;
  expect(pemLabels(many)).toEqual(['RSA PRIVATE KEY', 'EC PARAMETERS', 'X9 42']);
  expect(pemLabels('-----BEGIN -----\n-----BEGIN lower case-----\n----BEGIN RSA-----')).toEqual([]);
  expect(pemLabels(`${' '.repeat(65_536)}${block}`)).toEqual([]);
  expect(pemLabels(`${' '.repeat(65_536 - block.indexOf('\n'))}${block}`)).toEqual(['RSA PRIVATE KEY']);
});

test('text is wrapped into lines of a width, the last one shorter, and no text into no lines', () => {
  expect(wrap('abcdefg', 3)).toEqual(['abc', 'def', 'g']);
  expect(wrap('abcdef', 3)).toEqual(['abc', 'def']);
  expect(wrap('', 3)).toEqual([]);
});
