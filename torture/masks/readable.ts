/** Offsets of a part of a text, `end` exclusive. */
interface Part {
  readonly start: number;
  readonly end: number;
}

/** How much of a secret can be read in a masked text. */
export interface Readable {
  /** The longest run of secret characters that are not masked. */
  readonly longestRun: number;
  /** How many of the secret characters are not masked: 0 to 1. */
  readonly share: number;
}

/** Characters: what starts with a letter or a digit is no escape, and neither is what is longer. */
const longestGap = 8;

/**
 * Whitespace between secret characters does not end a run. Neither does an escape, which counts as one character, unless
 * it is masked.
 *
 * @param secretAt - For each character of the text, whether it reveals something about the secret.
 * @param masked - In order.
 */
export function readableIn(text: string, secretAt: readonly boolean[], masked: readonly Part[]): Readable {
  const maskedAt = new Array<boolean>(text.length).fill(false);
  for (const { start, end } of masked) maskedAt.fill(true, start, end);
  let [run, longestRun, gap, secret, shown] = [0, 0, 0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    if (secretAt[at] === true) secret += 1;
    if (maskedAt[at] === true) {
      run = 0;
    } else if (secretAt[at] === true) {
      shown += 1;
      run += run > 0 && gap > 0 ? 2 : 1;
      gap = 0;
      longestRun = Math.max(longestRun, run);
    } else if (!/\s/.test(text.charAt(at))) {
      gap += 1;
      if (gap > longestGap || (gap === 1 && /[A-Za-z0-9]/.test(text.charAt(at)))) run = 0;
    }
    if (run === 0) gap = 0;
  }
  return { longestRun, share: secret === 0 ? 0 : shown / secret };
}
