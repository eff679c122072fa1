/**
 * The longest run of characters that tell of a secret and are still there in the masked text; line ends and blanks do
 * not end a run.
 *
 * @param telling - Of each character of `clear`, whether it tells of the secret.
 * @param masked - `clear`, with `***` for some of it.
 */
export function longestReadableRun(clear: string, telling: readonly boolean[], masked: string): number {
  const tells = telling.filter((_, at) => !isBlank(clear[at]));
  const text = withoutBlanks(clear);
  const pieces = withoutBlanks(masked).split('***');
  if (!text.startsWith(pieces[0] ?? '') || !text.endsWith(pieces.at(-1) ?? '')) throw otherText();
  let longest = 0;
  let from = 0;
  for (const [index, piece] of pieces.entries()) {
    const start =
      index > 0 && index === pieces.length - 1 ? text.length - piece.length : text.indexOf(piece, from);
    if (start < from) throw otherText();
    from = start + piece.length;
    let run = 0;
    for (let at = start; at < from; at += 1) {
      run = tells[at] === true ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
  }
  if (from < text.length) throw otherText();
  return longest;
}

function otherText(): Error {
  return new Error('The masked text is not the clear one with *** in it');
}

function withoutBlanks(text: string): string {
  return text.replace(/\s/g, '');
}

function isBlank(character: string | undefined): boolean {
  return character !== undefined && /\s/.test(character);
}
