/** Characters: `SSH` or a PEM line in base64, as `base64 id.pub` prints it and the AWS CLI takes it. */
const encodedKey = /^(?:c3NoL|LS0tL|UHVUVFk)[A-Za-z0-9+/\s]+={0,2}\s*$/;

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

/** UTF-16 of ASCII that was read as UTF-8: a NUL beside each character, and a BOM that UTF-8 does not have. */
function fromUtf16(text: string): string {
  const isUtf16 = /^\ufffd{0,2}(?:(?:[^\0]\0)+|(?:\0[^\0])+)$/.test(text);
  return isUtf16 ? text.replace(/[\0\ufffd]/g, '') : text;
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
