/** Quotes any text as one word of a POSIX shell, for a command that a person runs. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
