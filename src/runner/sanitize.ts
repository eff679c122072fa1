/** Control characters except tab and newline, and characters that reorder or hide text (Unicode bidi, zero width). */
const unprintable = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

/**
 * Makes any text safe to print: the runner finds no command in it. The runner knows `::x::` at the start of a
 * line, after spaces, and `##[x]` anywhere (actions/runner, ActionCommand.cs).
 */
export function sanitizeForLog(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(unprintable, (character) => (character === '\n' || character === '\t' ? character : '\ufffd'))
    .replace(/##(?=\[)/g, '## ')
    .replace(/^(\s*):(?=:)/gm, '$1: ');
}

/** Text for HTML in Markdown: one line, and no markup, mention or link of either kind. */
export function escapeHtml(text: string): string {
  return sanitizeForLog(text)
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[&<>"'`|\\[\]*@]/g, (character) => `&#${character.codePointAt(0)};`);
}
