import { describe, expect, test } from '@jest/globals';
import { MalformedError, uint32, WireReader, wireInteger, wireString } from '../../../src/keys/wire.ts';

function bytes(hex: string): Buffer {
  return Buffer.from(hex.replaceAll(' ', ''), 'hex');
}

describe('the examples of RFC 4251, section 5:', () => {
  test.each([
    ['9a378f9b2e332a7', '09a378f9b2e332a7', '00 00 00 08 09 a3 78 f9 b2 e3 32 a7'],
    ['80', '80', '00 00 00 02 00 80'],
  ])('the mpint %s', (_, magnitude, encoded) => {
    expect(wireInteger(bytes(magnitude))).toEqual(bytes(encoded));
    const reader = new WireReader(bytes(encoded));
    expect(reader.positiveInteger()).toEqual(bytes(magnitude));
    reader.end();
  });

  test('the uint32 699921578', () => {
    expect(uint32(699_921_578)).toEqual(bytes('29 b7 f4 aa'));
    expect(new WireReader(bytes('29 b7 f4 aa')).uint32()).toBe(699_921_578);
  });

  test('the string "testing"', () => {
    const encoded = bytes('00 00 00 07 74 65 73 74 69 6e 67');
    expect(wireString('testing')).toEqual(encoded);
    expect(new WireReader(encoded).string().toString()).toBe('testing');
  });
});

test.each([
  ['zero', '00 00 00 00'],
  ['a negative number', '00 00 00 02 ed cc'],
  ['zero, with a byte', '00 00 00 01 00'],
  ['a sign byte that is not needed', '00 00 00 02 00 7f'],
  ['two sign bytes', '00 00 00 03 00 00 80'],
])('a positive mpint is not %s', (_, encoded) => {
  expect(() => new WireReader(bytes(encoded)).positiveInteger()).toThrow(
    new MalformedError('not a positive mpint in its shortest form'),
  );
});

describe('a reader', () => {
  test('returns one part after the other, up to the end', () => {
    const reader = new WireReader(bytes('01 02 00 00 00 01 61 05 06'));
    expect([reader.bytes(2), reader.string(), reader.rest(), reader.rest()]).toEqual([
      bytes('01 02'),
      bytes('61'),
      bytes('05 06'),
      bytes(''),
    ]);
    expect(() => reader.end()).not.toThrow();
  });

  test.each<[string, string, (reader: WireReader) => unknown, string]>([
    ['more bytes than there are', '01 02 03', (reader) => reader.bytes(4), 'a length exceeds the data'],
    ['a uint32 of three bytes', '01 02 03', (reader) => reader.uint32(), 'a length exceeds the data'],
    [
      'a string one byte too short',
      '00 00 00 03 61 62',
      (reader) => reader.string(),
      'a length exceeds the data',
    ],
    ['a string of 4 GiB', 'ff ff ff ff 61', (reader) => reader.string(), 'a length exceeds the data'],
    ['the end before the last byte', '01', (reader) => reader.end(), 'bytes remain'],
  ])('rejects %s, and its error holds nothing of the data', (_, hex, read, message) => {
    expect(() => read(new WireReader(bytes(hex)))).toThrow(
      expect.objectContaining({ name: 'MalformedError', message }),
    );
  });
});
