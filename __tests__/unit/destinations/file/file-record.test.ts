import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseFileRecord } from '../../../../src/destinations/file/file-record.ts';

describe('a file record', () => {
  const record = {
    kind: 'file',
    path: '/w/a/key',
    temporary: '/w/a/.ec2-key-pair-0123456789abcdef',
    folders: ['/w/a'],
    identity: '1:2:3',
    keyHash: 'a0'.repeat(32),
    inPlace: true,
  };

  test('is read back from JSON unchanged, with and without an identity', () => {
    const { identity: _, ...unidentified } = record;
    const { keyHash: __, inPlace: ___, ...intended } = unidentified;
    for (const one of [record, unidentified, intended]) {
      expect(parseFileRecord(JSON.parse(JSON.stringify(one)))).toEqual(one);
    }
  });

  test('is read back with a temporary file in a private folder', () => {
    const inFolder = { ...record, temporary: `${record.temporary}/key` };
    expect(parseFileRecord(inFolder)).toEqual(inFolder);
  });

  test.each([
    ['kind', 'key-pair'],
    ['path', 'key'],
    ['path', 7],
    ['path', '/w/b/key'],
    ['temporary', '../key'],
    ['temporary', '/w/a/.ec2-key-pair-0123456789abcdef/other'],
    ['temporary', '/w/a/folder/key'],
    ['temporary', '/w/a/folder/.ec2-key-pair-0123456789abcdef/key'],
    ['temporary', '/w/a/key'],
    ['temporary', '/w/a/.ec2-key-pair-0123456789ABCDEF'],
    ['temporary', '/w/.ec2-key-pair-0123456789abcdef'],
    ['folders', 'a'],
    ['folders', ['/w', 'a']],
    ['folders', undefined],
    ['identity', 'any'],
    ['identity', 7],
    ['identity', null],
    ['keyHash', 'a0'],
    ['keyHash', 7],
    ['inPlace', false],
    ['inPlace', 'yes'],
  ])('is not read if its %s is %j', (part, value) => {
    expect(parseFileRecord({ ...record, [part]: value })).toBeUndefined();
  });

  test('is not read from any other value', () => {
    fc.assert(fc.property(fc.anything(), (value) => parseFileRecord(value) === undefined));
  });
});
