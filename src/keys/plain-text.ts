/** Characters: a key type or a PEM line in base64, as `base64 id.pub` prints it and the AWS CLI takes it. */
const encodedKey = /^(?:c3NoL|ZWNkc2Et|c2st|LS0tL|UHVUVFk)[A-Za-z0-9+/\s]+={0,2}\s*$/;

/**
 * A key as text with LF, without what programs put around it: a BOM, UTF-16 (PowerShell 5), CRLF, zero-width characters,
 * quotes (`terraform output`, `jq`), a heredoc (`terraform output`), `\n` instead of newlines, base64 of the whole.
 */
export function plainText(given: string): string {
  const text = unquoted(
    fromUtf16(given)
      .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
      .trim(),
  );
  const decoded = encodedKey.test(text) ? Buffer.from(text, 'base64').toString('utf8') : text;
  return withNewlines(decoded).replace(/\r\n?/g, '\n').trim();
}

/** UTF-16 that was read as UTF-8, in which its BOM and some of its other bytes are U+FFFD. */
function fromUtf16(text: string): string {
  if (/^\ufffd\ufffd[^\0]\0/.test(text)) return pairsOf(text).toString('utf16le');
  if (/^\ufffd\ufffd\0[^\0]/.test(text)) return pairsOf(text).swap16().toString('utf16le');
  const isUtf16OfAscii = /^(?:(?:[^\0]\0)+|(?:\0[^\0])+)$/.test(text);
  return isUtf16OfAscii ? text.replaceAll('\0', '') : text;
}

/** The bytes after the BOM. Those that were lost are not in a key, only in its comment. */
function pairsOf(text: string): Buffer {
  const bytes = Buffer.from(text.slice(2).replaceAll('\ufffd', '?'));
  return bytes.subarray(0, bytes.length - (bytes.length % 2));
}

function unquoted(text: string): string {
  const [, document] = /^<<[-~]?EO[FT]\r?\n(.*)(?<=\n)[ \t]*EO[FT]$/s.exec(text) ?? [];
  if (document !== undefined) return document.trim();
  const [, , inside] = /^(["'`])(.*)\1$/s.exec(text) ?? [];
  return inside?.trim() ?? text;
}

/** `\n` in the middle of a line can be part of its comment (`DOMAIN\name`), but not in a format with a BEGIN line. */
function withNewlines(text: string): string {
  if (/^(?:-----BEGIN|---- BEGIN|PuTTY-User-Key-File)/.test(text)) return text.replace(/(?:\\r)?\\n/g, '\n');
  let line = text;
  while (line.endsWith('\\n') || line.endsWith('\\r')) line = line.slice(0, -2);
  return line;
}
