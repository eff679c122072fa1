/** A runner that masks exact strings only, and how much of a private key it prints. */

/** Every occurrence of every value becomes `***`; occurrences that touch or overlap become one. */
export function hidden(text: string, values: readonly string[]): string {
  const covered = coveredBy(text, values);
  return Array.from({ length: text.length }, (_, at) => {
    if (!covered[at]) return text[at];
    return covered[at - 1] ? '' : '***';
  }).join('');
}

/** `base64` or, at 64, `openssl base64`. */
export function base64Lines(text: string, width: number): string {
  return btoa(text).replace(new RegExp(`.{1,${width}}`, 'g'), '$&\n');
}

/** A text, which of its lines are the private key, and how much of their start and end is the same for all keys. */
export interface Sample {
  readonly text: string;
  /** Line numbers from 0, `to` exclusive. */
  readonly secret: { readonly from: number; readonly to: number };
  /** Characters of the joined secret lines. */
  readonly common: { readonly start: number; readonly end: number };
}

/**
 * The longest run of printed characters that depend on the key and are not masked. Which ones depend on it is found by
 * printing texts that differ in every character of the key.
 */
export function longestSecretRun(
  sample: Sample,
  print: (text: string) => string,
  values: readonly string[],
): number {
  const text = print(sample.text);
  const others = [1, 9, 20, 31, 45].map((shift) => print(withOtherKey(sample, shift)));
  const masked = coveredBy(text, values);
  let run = 0;
  let longest = 0;
  for (let at = 0; at < text.length; at += 1) {
    const secret = others.some((other) => other[at] !== text[at]);
    run = secret && !masked[at] ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Letters become other letters, `+` and `/` each other, so that every form keeps its length. */
function withOtherKey({ text, secret, common }: Sample, shift: number): string {
  const lines = text.split('\n');
  const key = lines.slice(secret.from, secret.to);
  const end = key.join('').length - common.end;
  let at = 0;
  const changed = key.map((line) =>
    line.replace(/./g, (character) => {
      at += 1;
      return at > common.start && at <= end ? other(character, shift) : character;
    }),
  );
  return lines.toSpliced(secret.from, key.length, ...changed).join('\n');
}

function other(character: string, shift: number): string {
  const at = LETTERS.indexOf(character);
  if (at < 0) return { '+': '/', '/': '+' }[character] ?? character;
  return LETTERS[(at + shift) % LETTERS.length] ?? character;
}

function coveredBy(text: string, values: readonly string[]): boolean[] {
  const covered = Array.from(text, () => false);
  for (const value of values) {
    for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
      covered.fill(true, at, at + value.length);
    }
  }
  return covered;
}
