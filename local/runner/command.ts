import { trim, trimStart } from './dotnet-text.ts';

/** One workflow command as a process printed it. */
export interface Command {
  /** Lowercase. */
  readonly name: string;
  /** Keys as printed; look them up with `propertyOf`. */
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/**
 * Reads a line as a workflow command: `::name key=value,key=value::data` at the start of the line after spaces, or else
 * `##[name key=value;key=value]data` anywhere in it. A name that is not registered is not a command, and only the
 * first `##[` of a line counts (actions/runner ActionCommand.cs).
 *
 * @param registered - Lowercase names.
 */
export function parseCommand(line: string, registered: ReadonlySet<string>): Command | undefined {
  return parseColons(line, registered) ?? parseBracket(line, registered);
}

/** The value of a property. Names are case-insensitive. */
export function propertyOf(command: Command, name: string): string | undefined {
  const key = Object.keys(command.properties).find((other) => other.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : command.properties[key];
}

/** The order matters: `%25` last, so that `%250A` becomes the text `%0A`. */
const DATA_ESCAPES = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
] as const;
const PROPERTY_ESCAPES = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
] as const;
const BRACKET_ESCAPES = [
  ['%3B', ';'],
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%5D', ']'],
  ['%25', '%'],
] as const;

type Escapes = readonly (readonly [string, string])[];

function parseColons(line: string, registered: ReadonlySet<string>): Command | undefined {
  const text = trimStart(line);
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1;
  if (end < 0) return undefined;
  const head = splitHead(text.slice(2, end));
  if (!registered.has(head.name)) return undefined;
  return {
    name: head.name,
    properties: parseProperties(trim(head.rest), ',', PROPERTY_ESCAPES),
    data: unescaped(text.slice(end + 2), DATA_ESCAPES),
  };
}

function parseBracket(line: string, registered: ReadonlySet<string>): Command | undefined {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return undefined;
  const head = splitHead(line.slice(start + 3, end));
  if (!registered.has(head.name)) return undefined;
  return {
    name: head.name,
    properties: parseProperties(head.rest, ';', BRACKET_ESCAPES),
    data: unescaped(line.slice(end + 1), BRACKET_ESCAPES),
  };
}

function splitHead(head: string): { name: string; rest: string } {
  const space = head.indexOf(' ');
  if (space < 0) return { name: head.toLowerCase(), rest: '' };
  return { name: head.slice(0, space).toLowerCase(), rest: head.slice(space + 1) };
}

function parseProperties(text: string, separator: string, escapes: Escapes): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const property of text.split(separator)) {
    // .NET's Split with RemoveEmptyEntries: `=` signs before the key and before the value are dropped.
    const [, key, value] = /^=*([^=]+)=+([^=].*)$/s.exec(property) ?? [];
    if (key === undefined || value === undefined) continue;
    const known = Object.keys(properties).find((other) => other.toLowerCase() === key.toLowerCase());
    properties[known ?? key] = unescaped(value, escapes);
  }
  return properties;
}

function unescaped(text: string, escapes: Escapes): string {
  return escapes.reduce((clear, [escaped, plain]) => clear.replaceAll(escaped, plain), text);
}
