import { type InputTable, inputTable } from './table.ts';
import type { RawInput } from './values.ts';

/** Characters. Shorter pieces of base64 occur in innocent text. */
const minBase64 = 8;

type Encode = (text: string) => string;

const inJson: Encode = (text) => JSON.stringify(text).slice(1, -1);

/** All but the unreserved characters of RFC 3986. */
const inUrl: Encode = (text) =>
  encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, (character) => `%${hexOf(character, 2)}`);

/**
 * How programs print a text as part of something else, such as JSON or a URL. Forms that the runner masks by itself are
 * left out (actions/runner, ValueEncoders.cs).
 */
const encoders: readonly Encode[] = [
  inJson,
  // PHP.
  (text) => unicodeIn(inJson(text).replaceAll('/', '\\/'), /[^\0-\x7f]/g),
  // Python.
  (text) => unicodeIn(inJson(text), /[^\0-\x7f]/g),
  // Go, Rails.
  (text) => unicodeIn(inJson(text), /[<>&\u2028\u2029]/g),
  // .NET.
  (text) =>
    unicodeIn(inJson(text).replaceAll('\\"', '"'), /[<>&'"+`]|[^\0-\x7f]/g).replace(/\\u..../g, upper),
  inUrl,
  // JavaScript.
  (text) => encodeURIComponent(text.toWellFormed()),
  // Paths in URLs: Python, and Go for one segment.
  (text) => inUrl(text).replaceAll('%2F', '/'),
  (text) => inUrl(text).replace(/%(?:24|26|2B|3A|3D|40)/g, decodeURIComponent),
  // Forms: Python and Go, then PHP, then browsers.
  (text) => inUrl(text).replaceAll('%20', '+'),
  (text) => inUrl(text).replaceAll('%20', '+').replaceAll('~', '%7E'),
  (text) => new URLSearchParams({ '': text }).toString().slice(1),
  // Lowercase hex digits.
  (text) => inUrl(text).replace(/%../g, (escaped) => escaped.toLowerCase()),
  // HTML and XML.
  (text) => inMarkup(text, '"', "'"),
  (text) => inMarkup(text, '&quot;', '&#x27;'),
  (text) => inMarkup(text, '&quot;', '&#39;'),
  (text) => inMarkup(text, '&quot;', '&#039;'),
  (text) => inMarkup(text, '&#34;', '&#39;'),
  // Shells: in single quotes by Bash, then by Python; in double quotes; without quotes by Bash, then by Ruby.
  (text) => text.replaceAll("'", String.raw`'\''`),
  (text) => text.replaceAll("'", `'"'"'`),
  (text) => text.replace(/["$`\\]/g, String.raw`\$&`),
  (text) => text.replace(/[\s!"$&'()*,;<>?[\\\]^`{|}]|^#|(?<=^|[=:])~/g, String.raw`\$&`),
  (text) => text.replace(/[^\w.,:+/@-]/g, String.raw`\$&`),
  // String literals: JavaScript and Python, if the quotes in the text need no escape, then PHP.
  (text) => text.replaceAll('\\', '\\\\'),
  (text) => text.replace(/[\\']/g, String.raw`\$&`),
  // Regular expressions.
  (text) => text.replace(/[^\w\u0080-\uffff]/g, String.raw`\$&`),
];

/** Values of secret inputs, to be masked before any input is read: of those that `hasSecrets` is about. */
export function secretValues(raw: RawInput, table: InputTable = inputTable): string[] {
  const values = Object.entries(table).flatMap(([name, { secret, filledIn }]) =>
    secret === true && filledIn === undefined ? formsOf(raw(name)) : [],
  );
  return [...new Set(values)];
}

/** The value, and how programs print it. Empty if the input is not set. */
function formsOf(value: string): string[] {
  const trimmed = value.trim();
  if (trimmed === '') return [];
  return [
    value,
    trimmed,
    ...encoders.map((encode) => encode(value)),
    ...base64Of(value),
    ...base64Of(inJson(value)),
  ];
}

/** For each alignment, the whole groups of base64 that all texts with the value at this alignment have in common. */
function base64Of(value: string): string[] {
  const bytes = Buffer.from(value);
  return [0, 1, 2]
    .map((skipped) => bytes.subarray(skipped, skipped + 3 * Math.floor((bytes.length - skipped) / 3)))
    .map((groups) => groups.toString('base64'))
    .filter(({ length }) => length >= minBase64);
}

function unicodeIn(text: string, characters: RegExp): string {
  return text.replace(characters, (character) => `\\u${hexOf(character, 4).toLowerCase()}`);
}

function inMarkup(text: string, quote: string, apostrophe: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', quote)
    .replaceAll("'", apostrophe);
}

/** With uppercase digits. */
function hexOf(character: string, digits: number): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(digits, '0');
}

function upper(escaped: string): string {
  return `\\u${escaped.slice(2).toUpperCase()}`;
}
