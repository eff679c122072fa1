import { denseWindowsOf, type SecretPart, windowsOf } from './mask-windows.ts';

/** A secret with at most this many characters counts as short. The seed of an ED25519 key has 43 or 44. */
const longestShortSecret = 64;

/** Characters that are masked in the middle of short runs. */
const middleWindow = 8;

/**
 * Characters. A mask can match anywhere, but 36 random bits do not occur in innocent text. The runner also masks the
 * base64 of a value without its first two characters. With shorter masks, that would be only 4 characters.
 */
const minLength = 6;

/** Characters that may stay readable where a program escapes `+` and `/` between runs that are too short for a mask. */
const maxReadable = 12;

/** Characters that a mask must have besides escapes such as `&#43;`, because a text can have many of those. */
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

const longRun = new RegExp(`[A-Za-z0-9]{${minLength},}`);

/** If a group of base64 contains a line break, this many characters before the group are masked together with it. */
const beforeBreak = 6;

/** The newlines that a file can have when a program encodes it. */
const newlines = ['\n', '\r\n'] as const;

/** Characters per line of `openssl base64` and of `base64`. */
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

/**
 * The values that the runner must replace by `***` so that no later step prints the private key:
 *
 * - Windows of the base64 of the secret numbers. They match whatever a program does to `+`, `/`, `=`, and newlines, as
 *   long as it prints runs of letters and digits as they are. The runner adds their base64.
 * - Base64 of line breaks with the characters of the key next to them.
 * - The base64 of the file on one line (LF or CRLF, with or without the final newline).
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
  const numbers = numbersIn(lines);
  const isShort = numbers.join('').replaceAll('\n', '').length <= longestShortSecret;
  const values = [
    ...(isShort ? file.flatMap(partsOf).flatMap(denseWindowsOf) : windowsOfFile(file)),
    ...numbers.flatMap((number) => number.split(longRun)).flatMap(middlesOf),
    ...base64OfBreaks(file, isShort),
    ...newlines.flatMap((newline) => base64OfFile(file, newline)),
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

function partsOf({ text, marks }: MarkedLine): SecretPart[] {
  return [...marks.matchAll(/\*+/g)].map(({ 0: { length }, index }) => ({
    line: text.replace(/=+$/, ''),
    from: index,
    to: index + length,
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

/** The windows end where `base64` and `openssl base64` break the base64 of the file. */
function windowsOfFile(file: readonly MarkedLine[]): string[] {
  return linesIn(file).flatMap(({ line, offsets }) => {
    const breaks = offsets.flatMap(({ offset }) => breaksIn(line.text.length, offset));
    return partsOf(line).flatMap((part) => windowsOf(part, breaks));
  });
}

/** The lines with their offsets in the file, which depend on how it ends its lines. */
function linesIn(file: readonly MarkedLine[]) {
  let charactersBefore = 0;
  return file.map((line, at) => {
    const offsets = newlines.map((newline) => ({ newline, offset: charactersBefore + at * newline.length }));
    charactersBefore += line.text.length;
    return { line, next: file[at + 1], offsets };
  });
}

/**
 * Where the base64 of the file is cut, as offsets in one of its lines.
 *
 * @param offset - Where the line starts in the file.
 */
function breaksIn(length: number, offset: number): number[] {
  return base64Widths.flatMap((width) => {
    const bytes = (width * 3) / 4;
    const breaks = [];
    for (let at = bytes - (offset % bytes); at < length; at += bytes) breaks.push(at);
    return breaks;
  });
}

/**
 * Masks for short runs that would leave too many characters readable: the characters in the middle, with each of the
 * escapes. If possible, they end with a character that programs escape. Next to a line break, there may be none.
 */
function middlesOf(readable: string): string[] {
  if (readable.length <= maxReadable) return [];
  const middle = nearestToMiddle(readable, /(?=(.{5,7}[+/]))/g) ?? nearestToMiddle(readable, /(?=(.{6,8}))/g);
  return middle === undefined ? [] : [...escaped(middle), ...readable.split(middle).flatMap(middlesOf)];
}

function nearestToMiddle(readable: string, pattern: RegExp): string | undefined {
  const distance = ({ index }: RegExpExecArray): number =>
    Math.abs(index + middleWindow / 2 - readable.length / 2);
  return [...readable.matchAll(pattern)].toSorted((a, b) => distance(a) - distance(b))[0]?.[1];
}

/**
 * The text with each of the escapes. The runner also masks what follows the last `&` of a value, so a value with `&` is
 * cut off after its last escape.
 */
function escaped(text: string): string[] {
  return escapes
    .map(([plus, slash]) => text.replaceAll('+', plus).replaceAll('/', slash))
    .map((value) => (value.includes('&') ? value.slice(0, value.lastIndexOf(';') + 1) : value))
    .filter((value) => value.replaceAll(/&#\w+;/g, '').length >= minLetters);
}

/**
 * The base64 of the whole file, with and without the final newline, and with and without `=`: the runner adds the base64
 * of each value, and base64 of base64 includes the `=`.
 */
function base64OfFile(lines: readonly MarkedLine[], newline: string): string[] {
  const file = lines.map(({ text }) => text).join(newline);
  return [file, file + newline].map(base64).flatMap((encoded) => [encoded, encoded.replace(/=+$/, '')]);
}

/**
 * The groups of base64 that contain a line break and characters of the key, at the alignment that they have in the file.
 * If the line break is escaped as `\n`, which happens in a larger text, they are masked at all three alignments. For a
 * short secret, this is also done for LF and CRLF.
 */
function base64OfBreaks(file: readonly MarkedLine[], isShort: boolean): string[] {
  const inTexts = ['\\n', ...(isShort ? newlines : [])].flatMap((newline) =>
    [0, 1, 2].map((shared) => ({ newline, shared })),
  );
  return linesIn(file).flatMap(({ line, next, offsets }) => {
    const inFile = offsets.map(({ newline, offset }) => ({
      newline,
      shared: (offset + line.text.length) % 3,
    }));
    return [...inFile, ...inTexts].flatMap((at) =>
      base64OfBreak(line, next, { ...at, least: isShort ? 1 : 2 }),
    );
  });
}

/**
 * The groups with the line break, the two groups before them, and the one after.
 *
 * @param shared - How many characters before the line break are in the same group.
 * @param least - How many characters the groups must contain besides the line break to be worth a mask.
 */
function base64OfBreak(
  { text, marks }: MarkedLine,
  next: MarkedLine = publicLine(''),
  { newline, shared, least }: { readonly newline: string; readonly shared: number; readonly least: number },
): string[] {
  const after = (3 - ((shared + newline.length) % 3)) % 3;
  const from = text.length - shared - beforeBreak;
  const isSecret = (marks.slice(from) + next.marks.slice(0, after + 3)).split('*').length > minLength;
  const bytes = text.slice(from) + newline + next.text.slice(0, after + 3);
  return isSecret && from >= 0 && shared + after >= least ? [base64(bytes)] : [];
}

function base64(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('base64');
}
