import { Buffer } from 'node:buffer';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LineCutter, linesOf, trim, Utf8Stream } from '../../../../local/runner/dotnet-text.ts';

test('CR, LF and CRLF each end a line, and the last line needs no newline.', () => {
  expect(linesOf('a\rb\nc\r\nd\n\ne')).toEqual(['a', 'b', 'c', 'd', '', 'e']);
  expect(linesOf('a\n')).toEqual(['a']);
  expect(linesOf('a\r')).toEqual(['a']);
  expect(linesOf('')).toEqual([]);
});

test('The lines are the same however the text is split into pieces.', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '\r', '\n'), maxLength: 12 });
  fc.assert(
    fc.property(fc.array(text), (pieces) => {
      const cutter = new LineCutter();
      const lines = pieces.flatMap((piece) => cutter.push(piece));
      expect([...lines, ...cutter.end()]).toEqual(linesOf(pieces.join('')));
    }),
  );
});

test('A split character is decoded as one, and a byte order mark is dropped only at the start.', () => {
  const utf8 = new Utf8Stream();
  const bytes = Buffer.from('\uFEFFä\uFEFF', 'utf8');
  const pieces = [bytes.subarray(0, 2), bytes.subarray(2, 4), bytes.subarray(4)].map((piece) =>
    utf8.write(piece),
  );
  expect([...pieces, utf8.end()].join('')).toBe('ä\uFEFF');
});

test('Whitespace is what .NET considers whitespace: it includes NEL, but not the byte order mark.', () => {
  expect(trim(' \t\u0085\u00a0x\u2003\n')).toBe('x');
  expect(trim('\uFEFFx')).toBe('\uFEFFx');
});
