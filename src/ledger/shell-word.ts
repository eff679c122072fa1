/** Any text as one word of a POSIX shell, for a command that a person runs. Quotes it if necessary. */
export function shellWord(text: string): string {
  return /^[\w./:@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
