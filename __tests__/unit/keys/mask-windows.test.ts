import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { denseWindowsOf, windowsOf } from '../../../src/keys/mask-windows.ts';
import { masksOf } from '../../../src/keys/masks.ts';
import { freshEd25519, freshRsa } from '../../lib/keys.ts';
import { base64Lines, maskerOf, readableSecret, sampleOf, secretNumbersOf } from './masked-text.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Lines of base64. In half of them, many characters are escaped by some encoder. */
const lines = fc.oneof(...[alphabet, 'abcdefghijklmnop+/'].map((characters) => lineOf(characters)));

function lineOf(characters: string): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...characters), minLength: 12, maxLength: 76 });
}

describe.each([
  ['windows without a gap', windowsOf],
  ['windows at every place', denseWindowsOf],
])('%s', (_, masks) => {
  test('hide all groups of base64 of a line, at each alignment', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom('', '.', '..'), (line, before) => {
        const first = before === '' ? 0 : 4;
        const groups = Math.floor((before.length + line.length) / 3) * 4;
        const values = masks({ line, from: 0, to: line.length }, []);
        const hits = maskerOf(values).hits(btoa(before + line));
        return hits.some(({ start, end }) => start <= first && end >= groups);
      }),
    );
  });

  test('hide a part of every run of six letters and digits', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const values = masks({ line, from: 0, to: line.length }, []);
        const runs = line.match(/[A-Za-z0-9]{6,}/g) ?? [];
        return runs.every((run) => values.some((value) => run.includes(value)));
      }),
    );
  });

  test('contain three characters of the part or more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 34 }), (from, length) => {
        const line = `${'a'.repeat(from)}${'S'.repeat(length)}${'a'.repeat(64 - from - length)}`;
        const values = masks({ line, from, to: from + length }, []);
        return values.every((value) => value.length >= 6 && value.split('S').length > 3);
      }),
    );
  });
});

test('a window ends where base64 of the line is cut, and one starts there', () => {
  const line = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcd';
  const values = windowsOf({ line, from: 0, to: line.length }, [24, 33]);
  const masker = maskerOf(values);
  const [first = '', second = '', third = ''] = [line.slice(0, 24), line.slice(24, 33), line.slice(33)].map(
    btoa,
  );
  expect([first, second, third].map((text) => masker.mask(text))).toEqual(['***', '***', '***']);
});

// The share of one key varies, most for a short one: the mean of several does little.
describe.each([
  ['RSA', () => freshRsa(), 4],
  ['ED25519', () => freshEd25519(), 32],
])('base64 of private keys: %s', (_, make, count) => {
  const keys = Array.from({ length: count }, make).map((key) => ({
    sample: sampleOf(key.pem, secretNumbersOf(key)),
    values: masksOf(key.pem, secretNumbersOf(key)),
  }));
  const shareOf = (print: (pem: string) => string) =>
    keys.reduce((sum, { sample, values }) => sum + readableSecret(sample, print, values).share, 0) / count;

  test.each([64, 76])('leaves less than 5 % readable in lines of %i characters', (width) => {
    expect(shareOf((pem) => base64Lines(pem, width))).toBeLessThan(0.05);
    expect(shareOf((pem) => base64Lines(pem.replaceAll('\n', '\r\n'), width))).toBeLessThan(0.05);
  });

  test.each([48, 60, 72, 80, 100, 121])(
    'leaves less than 20 %% readable in lines of %i characters',
    (width) => {
      expect(shareOf((pem) => base64Lines(pem, width))).toBeLessThan(0.2);
      expect(shareOf((pem) => base64Lines(JSON.stringify({ key: pem }), width))).toBeLessThan(0.2);
    },
  );

  test('leaves less than 10 % readable in a text with \\/', () => {
    expect(shareOf((pem) => btoa(JSON.stringify({ key: pem }).replaceAll('/', '\\/')))).toBeLessThan(0.1);
  });
});
