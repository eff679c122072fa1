import * as core from '@actions/core';

/** Control characters except tab and newline, and characters that reorder or hide text (Unicode bidi, zero width). */
const unprintable = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

/** The step's log: the only way anything here is printed. Every text goes through `sanitizeForLog` first. */
export const log = {
  info: (text: string): void => core.info(sanitizeForLog(text)),
  debug: (text: string): void => core.debug(sanitizeForLog(text)),
  notice: (text: string): void => core.notice(sanitizeForLog(text)),
  warning: (text: string): void => core.warning(sanitizeForLog(text)),
  error: (text: string): void => core.error(sanitizeForLog(text)),
};

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
