import { wrap } from './pem.ts';

/**
 * Windows of a number's base64: characters, and how far apart they start. The runner also masks the base64 of each
 * window: with these lengths, that of 12 or 6 characters without a gap, at each of the three alignments.
 *
 * Of short runs of letters and digits, only those are masked that are among more than `maxReadable` characters that a
 * program can leave readable by escaping `+` and `/`.
 */
const sparse = { length: 12, step: 4, maxReadable: 14 } as const;
/** For a short number: each of its characters is a larger part of it. */
const dense = { length: 7, step: 2, maxReadable: 6 } as const;

/** Characters: the seed of an ED25519 key has 43 or 44. */
const longestShortNumber = 64;

/** Characters of a window at the start or end of a line or of a run. */
const endWindow = 8;

/**
 * Masks match anywhere: 36 random bits do not occur in innocent text. The runner also masks the base64 of a value
 * without its first two characters: of shorter values, that would be 4 characters.
 */
const minLength = 6;

/** Runs that are too short for a mask of their own, and those with the end of an escape that are long enough. */
const shortRuns = [5, 4] as const;
const escapeEnd = 2;

/** How programs print `+` and `/`. Other escapes end in the same characters: `\\u002B`, `\\x2b`, `=2B`. */
const escapes = [
  ['+', '/'],
  ['%2B', '%2F'],
  ['%2b', '%2f'],
  ['&#x2B;', '&#x2F;'],
  ['&#43;', '&#47;'],
  ['\\+', '\\/'],
  ['-', '_'],
] as const;

const longRun = new RegExp(`[A-Za-z0-9]{${minLength},}`, 'g');

/** `openssl base64` and `base64`. */
const base64Widths = [64, 76] as const;

/** A line of base64 needs a mask if it contains at least this many secret characters. */
const minSecretCharacters = 6;

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

/**
 * The values that the runner must replace by `***` so that no later step prints the private key:
 *
 * - Windows of the base64 of each secret number. They match whatever a program does to `+`, `/`, `=`, and newlines, as
 *   long as it prints runs of letters and digits as they are.
 * - The base64 of the file (LF or CRLF, with or without the final newline, on one line or wrapped at 64 or 76), and of
 *   each line, at the three alignments that it can have in a larger text.
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
  const values = [
    ...numbersIn(lines).flatMap(windowsOf),
    ...['\n', '\r\n'].flatMap((newline) => base64OfFile(file, newline)),
    ...lines.filter(needsMask).flatMap(base64InsideAnything),
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

function needsMask({ marks }: Pick<MarkedLine, 'marks'>): boolean {
  return marks.split('*').length > minSecretCharacters;
}

/** The base64 of each number, as the parts of it that are on one line. */
function numbersIn(lines: readonly MarkedLine[]): string[][] {
  const text = lines.map((line) => line.text).join('\n');
  const marks = lines.map((line) => line.marks).join('\n');
  return [...marks.matchAll(/\*[*\n]*/g)].map(({ 0: { length }, index }) =>
    text
      .slice(index, index + length)
      .split('\n')
      .filter(Boolean),
  );
}

/** Windows of a number, the ends of its parts on one line, and the ends of the runs of letters and digits in them. */
function windowsOf(parts: readonly string[]): string[] {
  const number = parts.join('');
  const { length, step, maxReadable } = number.length > longestShortNumber ? sparse : dense;
  const starts = Array.from({ length: Math.ceil((number.length - length) / step) }, (_, at) => at * step);
  const runs = parts.flatMap((part) => part.match(longRun) ?? []);
  const values = [
    ...starts.map((start) => number.slice(start, start + length)),
    ...[number, ...parts].flatMap((text) => endsOf(text, length)),
    ...[number, ...parts, ...runs].flatMap((text) => endsOf(text, endWindow)),
    ...shortRunsOf(parts.join('\n'), maxReadable),
  ];
  return values.filter((value) => value.length >= minLength);
}

function endsOf(text: string, length: number): string[] {
  return [text.slice(0, length), text.slice(-length)];
}

/** Short runs with the end of the escape before them, where a program that escapes `+` and `/` leaves too many readable. */
function shortRunsOf(number: string, maxReadable: number): string[] {
  const found: string[] = [];
  let rest = number.replace(longRun, (run) => ' '.repeat(run.length));
  for (const length of shortRuns) {
    const run = new RegExp(`(?<=[+/])[A-Za-z0-9]{${length}}(?![A-Za-z0-9])`, 'g');
    rest = rest.replace(/[^ ]+/g, (readable, start: number) =>
      readable.length <= maxReadable
        ? readable
        : readable.replace(run, (_, at: number) => {
            found.push(number.slice(Math.max(0, start + at - escapeEnd), start + at + length));
            return ' '.repeat(length);
          }),
    );
  }
  return found.flatMap((text) =>
    escapes.map(([plus, slash]) =>
      text.replace(/[+/]/g, (character) => (character === '+' ? plus : slash)).slice(-text.length),
    ),
  );
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
      return wrap(encoded, width).filter((_, at) =>
        needsMask({ marks: marks.slice(at * bytes, (at + 1) * bytes) }),
      );
    }),
  ]);
}

/** The base64 of a line at each of the three offsets in a group of 3 bytes, without the groups it shares. */
function base64InsideAnything({ text }: MarkedLine): string[] {
  return [0, 1, 2].map((start) => base64(text.slice(start, text.length - ((text.length - start) % 3))));
}

function base64(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('base64');
}
