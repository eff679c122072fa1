/**
 * What the runner takes for a command, a second time (actions/runner, ActionCommand.cs): `::name params::value` at the
 * start of a line, after blanks as .NET's TrimStart knows them, and `##[name params]value` anywhere in a line.
 */
const blank = '[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]*';
const newForm = new RegExp(`^${blank}::[\\s\\S]*?::`);
const oldForm = /##\[[\s\S]*?\]/;

/** Lines of a text that are commands, whatever their name. A line ends as .NET's ReadLine ends one. */
export function commandsIn(text: string): string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => newForm.test(line) || oldForm.test(line));
}
