import path from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';

/** What Node has on Windows. */
const windows = path.win32;
jest.unstable_mockModule('node:path', () => ({ ...windows, default: windows }));
const { resolvePath } = await import('../../../../src/destinations/file/file-path.ts');
const { parseFileRecord } = await import('../../../../src/destinations/file/file-record.ts');

const folders = { workspace: 'D:\\a\\repo\\repo', temp: 'D:\\a\\_temp', home: 'C:\\Users\\runner' };

test.each([
  ['key.pem', 'D:\\a\\repo\\repo\\key.pem'],
  ['keys\\key.pem', 'D:\\a\\repo\\repo\\keys\\key.pem'],
  ['keys/key.pem', 'D:\\a\\repo\\repo\\keys\\key.pem'],
  ['..\\key', 'D:\\a\\repo\\key'],
  ['C:\\keys\\key', 'C:\\keys\\key'],
  ['D:/a/_temp/key', 'D:\\a\\_temp\\key'],
  ['\\keys\\key', 'D:\\keys\\key'],
  ['\\\\server\\share\\key', '\\\\server\\share\\key'],
  ['~/.ssh/key', 'C:\\Users\\runner\\.ssh\\key'],
  ['~key', 'D:\\a\\repo\\repo\\~key'],
])('on Windows, private-key-path %s means %s', (given, meant) => {
  expect(resolvePath(given, folders)).toBe(meant);
});

describe('a file record on Windows', () => {
  const record = {
    kind: 'file',
    path: 'D:\\a\\_temp\\keys\\key.pem',
    temporary: 'D:\\a\\_temp\\keys\\.ec2-key-pair-0123456789abcdef',
    folders: ['D:\\a\\_temp\\keys'],
    identity: '1:2:3',
  };

  test('is read back from JSON unchanged', () => {
    expect(parseFileRecord(JSON.parse(JSON.stringify(record)))).toEqual(record);
  });

  test.each([
    ['path', 'key.pem'],
    ['path', 'D:key.pem'],
    ['temporary', 'D:\\a\\.ec2-key-pair-0123456789abcdef'],
    ['temporary', 'D:\\a\\_temp\\keys\\key.pem'],
    ['folders', ['keys']],
  ])('is not read if its %s is %j', (part, value) => {
    expect(parseFileRecord({ ...record, [part]: value })).toBeUndefined();
  });
});
