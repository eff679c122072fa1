import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { denseWindowsOf, type SecretPart, windowsOf } from '../../../src/keys/mask-windows.ts';
import { masksOf, masksOfText, type SecretText } from '../../../src/keys/masks.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A line of the file, and which of its characters are secret. */
interface Line {
  readonly text: string;
  readonly secretAt: readonly boolean[];
}

/** Where a secret number is in the bytes. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** Texts without `+` and `/` in them, and where the secret numbers are in the bytes. */
const samples = fc
  .record({
    groups: fc.array(fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 4, maxLength: 4 }), {
      minLength: 20,
      maxLength: 60,
    }),
    end: fc.constantFrom('', 'AA==', 'AAA='),
    width: fc.integer({ min: 20, max: 80 }),
    before: fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 3 }),
    after: fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 2 }),
    places: fc.array(fc.record({ gap: fc.nat(20), length: fc.integer({ min: 8, max: 60 }) }), {
      minLength: 1,
      maxLength: 2,
    }),
  })
  .map(({ groups, end, width, before, after, places }) => {
    const body = groups.join('') + end;
    const bytes = Buffer.from(body, 'base64');
    let at = 0;
    const ranges = places.map(({ gap, length }) => {
      const start = at + gap;
      at = start + length;
      return { start, end: at };
    });
    const inside = ranges.filter(({ end: last }) => last <= bytes.length);
    const secret = body.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
    return { text: { before, secret: [...secret], after }, bytes, ranges: inside };
  });

function linesOf({ before, secret, after }: SecretText, ranges: readonly Range[]): Line[] {
  const isSecret = (at: number) =>
    ranges.some(({ start, end }) => at >= Math.floor((start * 4) / 3) && at < Math.ceil((end * 4) / 3));
  let offset = 0;
  const publicLine = (line: string): Line => {
    const text = Buffer.from(line).toString('latin1');
    return { text, secretAt: Array.from(text, () => false) };
  };
  const secretLines = secret.map((text) => {
    const secretAt = Array.from(text, (_, at) => isSecret(offset + at));
    offset += text.length;
    return { text, secretAt };
  });
  return [...before.map(publicLine), ...secretLines, ...after.map(publicLine)];
}

const base64 = (text: string): string => Buffer.from(text, 'latin1').toString('base64');

/** Where each line starts in the file. */
function offsetsOf(lines: readonly Line[], newline: string): number[] {
  return lines.map((_, at) =>
    lines.slice(0, at).reduce((sum, { text }) => sum + text.length + newline.length, 0),
  );
}

function windowsIn(lines: readonly Line[], isShort: boolean): string[] {
  const [lf = [], crlf = []] = ['\n', '\r\n'].map((newline) => offsetsOf(lines, newline));
  return lines.flatMap(({ text, secretAt }, at) => {
    const marks = secretAt.map((secret) => (secret ? '*' : ' ')).join('');
    const parts = [...marks.matchAll(/\*+/g)].map(({ 0: run, index }) => ({
      line: text.replace(/=+$/, ''),
      from: index,
      to: index + run.length,
    }));
    // Lines of 64 and 76 characters of base64 contain 48 and 57 bytes.
    const breaks = [lf[at] ?? 0, crlf[at] ?? 0].flatMap((offset) =>
      [48, 57].flatMap((bytes) =>
        Array.from(text, (_, place) => place).filter((place) => place > 0 && (offset + place) % bytes === 0),
      ),
    );
    return parts.flatMap((part) => (isShort ? denseWindowsOf(part) : windowsOf(part, breaks)));
  });
}

/** Base64 of the groups with a line break, of two before them and one after, if the line starts at this offset. */
function breakMask(
  [line, next]: readonly [Line, Line],
  newline: string,
  offset: number,
  least: number,
): string[] {
  const start = offset + line.text.length;
  const end = start + newline.length;
  const [firstGroup, lastGroup] = [Math.floor(start / 3), Math.ceil(end / 3)];
  const from = 3 * (firstGroup - 2) - offset;
  const inNext = 3 * (lastGroup + 1) - end;
  const secret = [...line.secretAt.slice(Math.max(0, from)), ...next.secretAt.slice(0, inNext)].filter(
    Boolean,
  );
  const others = 3 * (lastGroup - firstGroup) - newline.length;
  if (from < 0 || secret.length < 6 || others < least) return [];
  return [base64(line.text.slice(from) + newline + next.text.slice(0, inNext))];
}

function breakMasks(lines: readonly Line[], isShort: boolean): string[] {
  const least = isShort ? 1 : 2;
  const none: Line = { text: '', secretAt: [] };
  return lines.flatMap((line, at) => {
    const pair = [line, lines[at + 1] ?? none] as const;
    return [
      ...['\n', '\r\n'].flatMap((newline) =>
        breakMask(pair, newline, offsetsOf(lines, newline)[at] ?? 0, least),
      ),
      ...(isShort ? ['\\n', '\n', '\r\n'] : ['\\n']).flatMap((newline) =>
        [0, 1, 2].flatMap((offset) => breakMask(pair, newline, offset, least)),
      ),
    ];
  });
}

function fileMasks(lines: readonly Line[]): string[] {
  return ['\n', '\r\n'].flatMap((newline) => {
    const file = lines.map(({ text }) => text).join(newline);
    return [base64(file), base64(file + newline)].flatMap((text) => [text, text.replace(/=+$/, '')]);
  });
}

/** The masks of a text without `+` and `/`, which has none in the middle of short runs. */
function expectedMasks(text: SecretText, ranges: readonly Range[]): Set<string> {
  const lines = linesOf(text, ranges);
  const isShort = lines.flatMap(({ secretAt }) => secretAt.filter(Boolean)).length <= 64;
  return new Set([...windowsIn(lines, isShort), ...breakMasks(lines, isShort), ...fileMasks(lines)]);
}

test('a text without + and / has masks of its windows, its line breaks, and its whole, and no others', () => {
  fc.assert(
    fc.property(samples, ({ text, bytes, ranges }) => {
      const numbers = ranges.map(({ start, end }) => bytes.subarray(start, end));
      const masks = masksOfText(text, [Buffer.from('not in this text'), ...numbers]);
      expect(new Set(masks)).toEqual(expectedMasks(text, ranges));
      expect(new Set(masks).size).toBe(masks.length);
    }),
  );
});

test.each(['AA==', 'AAA='])(
  'a secret number up to the end of a text that ends with %s has no mask with =',
  (end) => {
    for (const length of [36, 60, 88]) {
      const body = (LETTERS + LETTERS).slice(0, length) + end;
      const bytes = Buffer.from(body, 'base64');
      const text = { before: ['BEGIN'], secret: body.match(/.{1,60}/g) ?? [], after: ['END'] };
      const masks = masksOfText(text, [bytes]);
      expect(new Set(masks)).toEqual(expectedMasks(text, [{ start: 0, end: bytes.length }]));
    }
  },
);

test.each([4, 5, 6, 7, 8, 9])(
  'line breaks between lines of %i characters have masks if two groups are before them',
  (width) => {
    const body = (LETTERS + LETTERS).slice(0, 72);
    const secret = body.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
    for (const before of [[], ['-'], ['--']]) {
      const text = { before, secret, after: ['END'] };
      const masks = masksOfText(text, [Buffer.from(body, 'base64')]);
      expect(new Set(masks)).toEqual(expectedMasks(text, [{ start: 0, end: 54 }]));
    }
  },
);

test.each([
  ['64 characters are short, and have windows at every place', 48, denseWindowsOf],
  ['65 are not', 49, (part: SecretPart) => windowsOf(part, [48, 57])],
])('secret numbers of %s', (_, length, windows) => {
  const line = LETTERS + LETTERS.slice(0, 6);
  const [bytes, to] = [Buffer.from(line, 'base64'), Math.ceil((length * 4) / 3)];
  const masks = masksOfText({ before: [], secret: [line], after: [] }, [bytes.subarray(0, length)]);
  const expected = new Set([...windows({ line, from: 0, to }), ...fileMasks([{ text: line, secretAt: [] }])]);
  expect(masks.filter((mask) => line.includes(mask) && !expected.has(mask))).toEqual([]);
  expect([...expected].filter((mask) => !masks.includes(mask))).toEqual([]);
});

test('the masks of PEM are those of its text between the first line and the last one', () => {
  const secret = ['ABCDEFGHIJKLMNOPQRSTUVWX', 'abcdefghijklmnopqrst'];
  const number = Buffer.from(secret.join(''), 'base64').subarray(3, -3);
  const [before, after] = [['-----BEGIN PRIVATE KEY-----'], ['-----END PRIVATE KEY-----']];
  const pem = [...before, ...secret, ...after, ''].join('\n');
  expect(masksOf(pem, [number])).toEqual(masksOfText({ before, secret, after }, [number]));
});

/** How programs print `+` and `/`, and whether those are masked that escape only one of them. */
const escapes: readonly (readonly [string, string])[] = [
  ['%2B', '%2F'],
  ['%2b', '%2f'],
  ['\\u002B', '\\u002F'],
  ['\\u002b', '\\u002f'],
  ['\\x2B', '\\x2F'],
  ['\\x2b', '\\x2f'],
  ['=2B', '=2F'],
  ['\\+', '\\/'],
  ['-', '_'],
];

/** Masks of short runs between `+` and `/`: all that are no windows, and contain no line break and no whole file. */
function middlesIn(secret: readonly string[]): string[] {
  const bytes = Buffer.from(secret.join(''), 'base64');
  const text = { before: [], secret, after: [] };
  const lines = linesOf(text, [{ start: 0, end: bytes.length }]);
  const others = new Set([...windowsIn(lines, true), ...breakMasks(lines, true), ...fileMasks(lines)]);
  return masksOfText(text, [bytes]).filter((mask) => !others.has(mask));
}

const withEscapes = (middle: string, plus: string, slash: string): string =>
  middle.replaceAll('+', plus).replaceAll('/', slash);

test('a middle of short runs is masked with each escape of both + and /, of one of them, and of none', () => {
  const usual = [
    ['+', '/'],
    ...escapes,
    ...escapes.flatMap(([plus, slash]) => [
      [plus, '/'],
      ['+', slash],
    ]),
  ];
  const expected = [
    ...usual.map(([plus = '', slash = '']) => withEscapes('ef+gh/', plus, slash)),
    String.raw`ef+gh\\\/`,
    // What follows the last & is a mask of its own in the runner, so these end with an escape.
    'ef&#x2B;gh&#x2F;',
    'ef&#43;gh&#47;',
    'ef+gh&#x2F;',
    'ef+gh&#47;',
  ];
  expect(middlesIn(['ab+cd/ef+gh/ij+kl/mn']).sort()).toEqual(expected.sort());
});

test('a mask with an escape of HTML ends with one, and has three other characters or more', () => {
  const expected = [
    'efg&#x2B;hi&#x2F;',
    'efg&#43;hi&#47;',
    'efg&#x2B;',
    'efg&#43;',
    'efg+hi&#x2F;',
    'efg+hi&#47;',
  ];
  const masks = middlesIn(['ab+cd/efg+hi/jk+lm/n']);
  expect(masks.filter((mask) => mask.includes('&')).sort()).toEqual(expected.sort());
});

test.each<[string, string[], string[]]>([
  ['12 characters may be readable', ['ab+cd/ef+gh/ABCDEFGH'], []],
  ['13 may not', ['+ab/cd+ef/gh+ABCDEFG'], ['b/cd+ef/']],
  ['runs of six have other masks', ['ab+cd/efghij/kl+mnop'], []],
  ['runs of five do not', ['ab+cd/efghi/jk+lmnop'], ['efghi/']],
  [
    'what is left on both sides has a middle, too',
    ['ab+cd/ef+gh/ij+kl/mn+op/qr+st/uv+wx/'],
    ['+kl/mn+', 'cd/ef+', 'qr+st/'],
  ],
  ['a middle is on one line', ['+abcde', '+fghij', '+klmno', '+pqrst'], ['+fghij', '+klmno']],
  ['lines that are shorter than a mask have none', ['ab+cd', 'ef/gh', 'ij+kl', 'mn/op'], []],
  [
    'it has eight characters if none is escaped at its end',
    ['abc+defg', 'hij+klmn', 'opq+rstu'],
    ['hij+klmn'],
  ],
])('the middles of short runs are masked: %s', (_, secret, middles) => {
  const inBase64url = middlesIn(secret).filter((mask) => /^(?=.*[_-])[\w-]+$/.test(mask));
  expect(inBase64url.sort()).toEqual(middles.map((middle) => withEscapes(middle, '-', '_')).sort());
});
