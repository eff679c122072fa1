import { SecretMasker } from '../../../local/runner/masker.ts';
import { type Readable, readableIn } from '../../../torture/masks/readable.ts';
import { changesIn } from '../../../torture/masks/secret-text.ts';
import type { TestKey } from '../../lib/keys.ts';

/** A runner that was told to mask these values. */
export function maskerOf(values: readonly string[]): SecretMasker {
  const masker = new SecretMasker();
  for (const value of values) masker.add(value);
  return masker;
}

/**
 * The base64 of each of these numbers that the body of a private key file contains, as the parts of it that are on one
 * line.
 */
export function secretParts(text: string, numbers: readonly Buffer[]): string[][] {
  const { lines } = bodyLines(text.split(/\r?\n/));
  return rangesIn(lines.join(''), numbers).map(({ from, to }) => {
    let start = 0;
    return lines
      .map((line) => {
        const part = line.slice(Math.max(0, from - start), Math.max(0, to - start));
        start += line.length;
        return part;
      })
      .filter(Boolean);
  });
}

/** A private key file, with the characters of its joined body that depend on one of these numbers. */
export function sampleOf(text: string, numbers: readonly Buffer[]): Sample {
  const body = bodyLines(text.split(/\r?\n/)).lines.join('');
  const ranges = rangesIn(body, numbers);
  return {
    text,
    secretAt: Array.from(body, (_, at) => ranges.some(({ from, to }) => at >= from && at < to)),
  };
}

/** The numbers of a key that are not public, big-endian. */
export function secretNumbersOf({ key }: Pick<TestKey, 'key'>): Buffer[] {
  const jwk = key.export({ format: 'jwk' });
  return (['d', 'p', 'q', 'dp', 'dq', 'qi'] as const).flatMap((name) =>
    jwk[name] === undefined ? [] : [Buffer.from(jwk[name], 'base64url')],
  );
}

function rangesIn(body: string, numbers: readonly Buffer[]): { from: number; to: number }[] {
  const bytes = Buffer.from(body, 'base64');
  return numbers.flatMap((number) => {
    const start = bytes.indexOf(number);
    if (start < 0) return [];
    return [{ from: Math.floor((start * 4) / 3), to: Math.ceil(((start + number.length) * 4) / 3) }];
  });
}

/** `base64` or, at 64, `openssl base64`. */
export function base64Lines(text: string, width: number): string {
  return btoa(text).replace(new RegExp(`.{1,${width}}`, 'g'), '$&\n');
}

/** A private key file, and which characters of its joined body are secret. */
export interface Sample {
  readonly text: string;
  readonly secretAt: readonly boolean[];
}

/**
 * Printed characters that depend on the key and are not masked. Which ones depend on it is found by printing texts that
 * differ in every character of the key. An escape does not end a run.
 */
export function readableSecret(
  sample: Sample,
  print: (text: string) => string,
  values: readonly string[],
): Readable {
  const text = print(sample.text);
  const printed = (others: Readonly<Record<string, string>>) =>
    [1, 9, 20, 31, 45].map((shift) => print(withOtherKey(sample, shift, others)));
  const secretAt = changesIn(text, {
    anyCharacters: [
      ...printed({ '+': '/', '/': 'g' }),
      ...printed({ '+': 'A', '/': '+' }),
      print(withOtherKey(sample, 1, escapable)),
    ],
    lettersOnly: printed({}),
  });
  return readableIn(text, secretAt, maskerOf(values).hits(text));
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** `+` or `/` for every letter and digit: with these, what an escape adds shows even if base64 rounds it. */
const escapable = Object.fromEntries(Array.from(LETTERS, (letter, at) => [letter, at % 2 === 0 ? '+' : '/']));

/** Letters and digits become others, and all that is not in `others` stays. */
function withOtherKey(
  { text, secretAt }: Sample,
  shift: number,
  others: Readonly<Record<string, string>>,
): string {
  const lines = text.split('\n');
  const body = bodyLines(lines);
  let at = 0;
  const changed = body.lines.map((line) =>
    line.replace(/./g, (character) => {
      at += 1;
      return secretAt[at - 1] === true ? (others[character] ?? shifted(character, shift)) : character;
    }),
  );
  return lines.toSpliced(body.from, changed.length, ...changed).join('\n');
}

/** The lines after BEGIN or `Private-Lines`, up to END or `Private-MAC`. */
export function bodyLines(lines: readonly string[]): { from: number; lines: readonly string[] } {
  const from = lines.findIndex((line) => /^(-----BEGIN|Private-Lines:)/.test(line)) + 1;
  const to = lines.findIndex((line) => /^(-----END|Private-MAC:)/.test(line));
  return { from, lines: lines.slice(from, to) };
}

function shifted(character: string, shift: number): string {
  const at = LETTERS.indexOf(character);
  return at < 0 ? character : (LETTERS[(at + shift) % LETTERS.length] ?? character);
}
