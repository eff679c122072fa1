/**
 * What the runner takes for a command, implemented a second time (actions/runner, ActionCommand.cs):
 * `::name params::value` at the start of a line, after whitespace as in .NET's TrimStart, and `##[name params]value`
 * anywhere in a line.
 */
const whitespace = '[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]*';
const newForm = new RegExp(`^${whitespace}::[\\s\\S]*?::`);
const oldForm = /##\[[\s\S]*?\]/;

/** The lines of a text that are commands, whatever their names. Lines end as in .NET's ReadLine. */
export function commandsIn(text: string): string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => newForm.test(line) || oldForm.test(line));
}
