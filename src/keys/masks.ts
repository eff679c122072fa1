import { wrap } from './pem.ts';

/**
 * Windows of the secret: characters, and how far apart they start. The runner also masks the base64 of each window: of
 * 12 characters at every 4th place, that has no gap at any of the three alignments in a line. `edges` closes the gaps
 * next to line breaks: characters at the start and end of a line, for each alignment. Where 8 are masked, fewer than 16
 * can be read if a line break is taken out.
 *
 * `breaks`: line breaks in a larger text, and how many characters before it share a group of base64 with it.
 */
const sparse = { length: 12, step: 4, edges: [8, 9, 9], breaks: [['\\n', 2]] } as const;
/** For a short secret: each of its characters is a larger part of it. */
const dense = {
  length: 7,
  step: 2,
  edges: [9, 9, 9],
  breaks: ['\\n', '\n'].flatMap((newline) => [0, 1, 2].map((shared) => [newline, shared] as const)),
} as const;

/** Characters: the seed of an ED25519 key has 43 or 44. */
const longestShortSecret = 64;

/** Characters at the start or end of a run of letters and digits, or of a number. */
const endWindow = 8;

/** Public characters on the same line that are masked together with the edge of a part. */
const neighbors = 2;

/**
 * Masks match anywhere: 36 random bits do not occur in innocent text. The runner also masks the base64 of a value
 * without its first two characters: of shorter values, that would be 4 characters.
 */
const minLength = 6;

/** Characters that may stay readable where a program escapes `+` and `/` between runs that are too short for a mask. */
const maxReadable = 12;

/** Letters and digits beside escapes with `&`, of which a text can have many. */
const minLetters = 3;

/** How programs print `+` and `/`. Many escape only one of them. */
const escapes = [
  '+ /',
  '%2B %2F',
  '%2b %2f',
  '&#x2B; &#x2F;',
  '&#43; &#47;',
  '\\u002B \\u002F',
  '\\u002b \\u002f',
  '\\x2B \\x2F',
  '\\x2b \\x2f',
  '=2B =2F',
  '\\+ \\/',
  '+ \\\\\\/',
  '- _',
].flatMap((pair) => {
  const [plus = '', slash = ''] = pair.split(' ');
  return [
    [plus, slash],
    [plus, '/'],
    ['+', slash],
  ] as const;
});

const longRun = new RegExp(`[A-Za-z0-9]{${minLength},}`, 'g');

/** `openssl base64` and `base64`. */
const base64Widths = [64, 76] as const;

/** Text with a private key in the middle: the lines of base64, and the lines before and after them. */
export interface SecretText {
  readonly before: readonly string[];
  readonly secret: readonly string[];
  readonly after: readonly string[];
}

/** A line, and which of its characters are secret: those are `*` in `marks`, and all others are spaces. */
interface MarkedLine {
  readonly text: string;
  readonly marks: string;
}

/** A part of a number that is on one line, alone and with its neighbors on this line, which are public. */
interface Part {
  readonly secret: string;
  readonly around: string;
}

/**
 * The values that the runner must replace by `***` so that no later step prints the private key:
 *
 * - Windows of the base64 of the secret numbers. They match whatever a program does to `+`, `/`, `=`, and newlines, as
 *   long as it prints runs of letters and digits as they are. The runner adds their base64.
 * - The base64 of the file (LF or CRLF, with or without the final newline, on one line or wrapped at 64 or 76).
 *
 * Each value is one line and depends on a secret number: none is a part of public text. `pem` is as readPrivateKey
 * returned it: LF, one block. Numbers that it does not contain are ignored.
 */
export function masksOf(pem: string, secretNumbers: readonly Buffer[]): string[] {
  const lines = pem.trimEnd().split('\n');
  const text = { before: lines.slice(0, 1), secret: lines.slice(1, -1), after: lines.slice(-1) };
  return masksOfText(text, secretNumbers);
}

/** The same for any text with a private key in the middle. */
export function masksOfText(text: SecretText, secretNumbers: readonly Buffer[]): string[] {
  const lines = marked(text.secret, secretNumbers);
  const file = [...text.before.map(publicLine), ...lines, ...text.after.map(publicLine)];
  const parts = lines.flatMap(partsOf);
  const numbers = numbersIn(lines);
  const onOneLine = numbers.map((number) => number.replaceAll('\n', ''));
  const isShort = onOneLine.join('').length <= longestShortSecret;
  const { length, step, edges, breaks } = isShort ? dense : sparse;
  const windowed = isShort ? onOneLine : parts.map(({ around }) => around);
  const runs = parts.flatMap(({ secret }) => secret.match(longRun) ?? []);
  const values = [
    ...windowed.flatMap((part) => windowsOf(part, length, step)),
    ...[...onOneLine, ...runs].flatMap(endsOf),
    ...parts.flatMap((part) => edgesOf(part, edges)),
    ...numbers.flatMap((number) => number.split(longRun)).flatMap(middlesOf),
    ...breaks.flatMap(([newline, shared]) => base64OfBreaks(file, newline, shared)),
    ...['\n', '\r\n'].flatMap((newline) => base64OfFile(file, newline)),
  ];
  return [...new Set(values)];
}

function marked(lines: readonly string[], secretNumbers: readonly Buffer[]): MarkedLine[] {
  const bytes = Buffer.from(lines.join(''), 'base64');
  const marks = Buffer.alloc(lines.join('').length, ' ');
  for (const number of secretNumbers) {
    const start = bytes.indexOf(number);
    if (start >= 0)
      marks.fill('*', Math.floor((start * 4) / 3), Math.ceil(((start + number.length) * 4) / 3));
  }
  let to = 0;
  return lines.map((text) => {
    to += text.length;
    return { text, marks: marks.toString('latin1', to - text.length, to) };
  });
}

/** One character per byte, so that offsets in the text are offsets in what base64 encodes. */
function publicLine(line: string): MarkedLine {
  const text = Buffer.from(line).toString('latin1');
  return { text, marks: ' '.repeat(text.length) };
}

function needsMask(marks: string): boolean {
  return marks.split('*').length > minLength;
}

function partsOf({ text, marks }: MarkedLine): Part[] {
  return [...marks.matchAll(/\*+/g)]
    .filter(([part]) => part.length >= minLength)
    .map(({ 0: { length }, index }) => ({
      secret: text.slice(index, index + length),
      around: text.slice(Math.max(0, index - neighbors), index + length + neighbors),
    }));
}

/** The base64 of each number, with the line breaks in it. */
function numbersIn(lines: readonly MarkedLine[]): string[] {
  const text = lines.map((line) => line.text).join('\n');
  const marks = lines.map((line) => line.marks).join('\n');
  return [...marks.matchAll(/\*[*\n]*/g)].map(({ 0: { length }, index }) =>
    text.slice(index, index + length),
  );
}

function windowsOf(text: string, length: number, step: number): string[] {
  const last = text.length - length;
  const starts = Array.from({ length: Math.max(0, Math.ceil(last / step)) }, (_, at) => at * step);
  return [...starts, last].filter((start) => start >= 0).map((start) => text.slice(start, start + length));
}

/** The first and the last characters at each of the three alignments that their base64 can have. */
function edgesOf({ secret, around }: Part, lengths: readonly number[]): string[] {
  if (secret.length <= endWindow) return [secret];
  return lengths.flatMap((length, at) => {
    const end = around.length - at;
    return [around.slice(at, at + length), around.slice(Math.max(0, end - length), end)];
  });
}

function endsOf(text: string): string[] {
  return [text.slice(0, endWindow), text.slice(-endWindow)];
}

/**
 * Of short runs that would leave too many characters readable, those in the middle, with each of the escapes. The last
 * character is one that is escaped, if there is such a place: next to a line break, there may be none.
 */
function middlesOf(readable: string): string[] {
  if (readable.length <= maxReadable) return [];
  const middle = nearestToMiddle(readable, /(?=(.{5,7}[+/]))/g) ?? nearestToMiddle(readable, /(?=(.{6,8}))/g);
  return middle === undefined ? [] : [...escaped(middle), ...readable.split(middle).flatMap(middlesOf)];
}

function nearestToMiddle(readable: string, pattern: RegExp): string | undefined {
  const distance = ({ index }: RegExpExecArray): number =>
    Math.abs(index + endWindow / 2 - readable.length / 2);
  return [...readable.matchAll(pattern)].toSorted((a, b) => distance(a) - distance(b))[0]?.[1];
}

/**
 * The text with each of the escapes. Of a value with `&`, the runner also masks what follows the last one: so such a value
 * ends with an escape.
 */
function escaped(text: string): string[] {
  return escapes
    .map(([plus, slash]) => text.replaceAll('+', plus).replaceAll('/', slash))
    .map((value) => (value.includes('&') ? value.slice(0, value.lastIndexOf(';') + 1) : value))
    .filter((value) => value.length >= minLength && value.replaceAll(/&#\w+;/g, '').length >= minLetters);
}

/**
 * The base64 of the whole file, then its lines when wrapped, with and without the final newline. On one line with and
 * without `=`: the runner adds the base64 of each value, and base64 of base64 includes the `=`.
 */
function base64OfFile(lines: readonly MarkedLine[], newline: string): string[] {
  const file = lines.map(({ text }) => text).join(newline);
  const marks = lines.map((line) => line.marks).join(newline);
  return [file, file + newline].map(base64).flatMap((encoded) => [
    encoded,
    encoded.replace(/=+$/, ''),
    ...base64Widths.flatMap((width) => {
      const bytes = (width * 3) / 4;
      return wrap(encoded, width).filter((_, at) => needsMask(marks.slice(at * bytes, (at + 1) * bytes)));
    }),
  ]);
}

/**
 * The base64 of the end of a secret line, the newline, and the start of the next line, from a group of 3 bytes that ends
 * before the last `shared` characters of the line.
 */
function base64OfBreaks(lines: readonly MarkedLine[], newline: string, shared: number): string[] {
  return lines.flatMap(({ text, marks }, at) => {
    const from = text.length - shared - minLength;
    const joined = [text, lines[at + 1]?.text].join(newline);
    return needsMask(marks.slice(from)) ? [base64(joined.slice(from, from + 15))] : [];
  });
}

function base64(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('base64');
}
