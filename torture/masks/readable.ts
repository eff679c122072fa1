/**
 * The longest run of secret characters that are still readable in the masked text. Whitespace does not end a run.
 *
 * @param secretAt - For each character of `clear`, whether it reveals something about the secret.
 * @param masked - `clear`, with `***` instead of parts of it.
 */
export function longestReadableRun(clear: string, secretAt: readonly boolean[], masked: string): number {
  const isSecret = secretAt.filter((_, at) => !isWhitespace(clear[at]));
  const text = withoutWhitespace(clear);
  const pieces = withoutWhitespace(masked).split('***');
  if (!text.startsWith(pieces[0] ?? '') || !text.endsWith(pieces.at(-1) ?? '')) throw differentText();
  let longest = 0;
  let from = 0;
  for (const [index, piece] of pieces.entries()) {
    const start =
      index > 0 && index === pieces.length - 1 ? text.length - piece.length : text.indexOf(piece, from);
    if (start < from) throw differentText();
    from = start + piece.length;
    let run = 0;
    for (let at = start; at < from; at += 1) {
      run = isSecret[at] === true ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
  }
  if (from < text.length) throw differentText();
  return longest;
}

function differentText(): Error {
  return new Error('The masked text is not the original text with *** in it');
}

function withoutWhitespace(text: string): string {
  return text.replace(/\s/g, '');
}

function isWhitespace(character: string | undefined): boolean {
  return character !== undefined && /\s/.test(character);
}
