/** Newlines and tabs in JSON, shells and YAML. Backslashes can be doubled, if one text is in another. */
const whitespace = /\\{1,4}([rnt])/g;

/** `\u002b` or `\x2b`. */
const hexadecimal = /\\{1,4}(?:u00|x)([0-9A-Fa-f]{2})/g;

/** `\/`, or another character that need not be escaped. */
const punctuation = /\\{1,4}([^\w\s\\])/g;

/** Of a URL. The percent sign can be encoded, too. */
const percentEncoded = /%(?:25){0,3}([0-9A-Fa-f]{2})/g;

/** A text with LF, and with characters instead of their escapes: those with a backslash, and those of a URL. */
export function unescaped(text: string): string {
  const withoutBackslashes = text
    .replace(whitespace, (_, letter: string) => (letter === 't' ? '\t' : letter === 'r' ? '\r' : '\n'))
    .replace(hexadecimal, (_, hex: string) => characterOf(hex))
    .replace(punctuation, '$1');
  return fromUrl(withoutBackslashes).replace(/\r\n?/g, '\n');
}

/** A form encodes a space as `+`, and everything else that is not a letter or a digit with a percent sign. */
function fromUrl(text: string): string {
  if (text.search(percentEncoded) < 0) return text;
  const spaced = /%(?:25){0,3}20|\s/.test(text) ? text : text.replaceAll('+', ' ');
  return spaced.replace(percentEncoded, (_, hex: string) => characterOf(hex));
}

function characterOf(hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}
