import { expect, test } from '@jest/globals';
import { plainText } from '../../../src/keys/plain-text.ts';

const key = 'ssh-ed25519 AAAAC3Nz me@example.com';
const pem = '-----BEGIN PRIVATE KEY-----\nAAEC\n-----END PRIVATE KEY-----';
const utf16 = (text: string) => Buffer.from(text, 'utf16le').toString('utf8');

test.each<[string, string, string]>([
  ['as it is', key, key],
  ['without the space around it', ` \t\r\n${key}\n `, key],
  ['without zero-width characters', `\u200b${key.replace(' ', '\u200c \u200d')}\u2060\ufeff`, key],
  ['without CR', pem.replaceAll('\n', '\r\n'), pem],
  ['without CR alone', pem.replaceAll('\n', '\r'), pem],
  ['without quotes, and the space in them', `" ${key}\n"`, key],
  ['without single quotes', `'${pem}'`, pem],
  ['without backquotes', `\`${key}\``, key],
  ['with a quote at its start only', `"${key}`, `"${key}`],
  ['with a quote at its end only', `${key}"`, `${key}"`],
  ['with quotes that differ', `"${key}'`, `"${key}'`],
  ['with quotes in its middle', `a "${key}" b`, `a "${key}" b`],
  ['with quotes at its start', `"${key}" b`, `"${key}" b`],
  ['with quotes at its end', `a "${key}"`, `a "${key}"`],
  ['without the space around its quotes', ` "${key}"\n`, key],
  ['of base64 in quotes, with space in them', `" ${btoa(key)} "`, key],
  ['of base64 in a heredoc, with space before it', `<<EOT\n\n  ${btoa(key)}\nEOT`, key],
  ['without a heredoc whose end is indented', `<<~EOT\n${key}\n \tEOT`, key],
  ['with a heredoc that starts later', `x <<EOT\n${key}\nEOT`, `x <<EOT\n${key}\nEOT`],
  ['with a heredoc that ends before it does', `<<EOT\n${key}\nEOT x`, `<<EOT\n${key}\nEOT x`],
  ['with a heredoc without its end', `<<EOT\n${key}\nx EOT`, `<<EOT\n${key}\nx EOT`],
  ['without a heredoc, and the space in it', `<<EOT\n\n  ${key}\n\nEOT`, key],
  ['without an empty heredoc', '<<-EOF\nEOF', ''],
  ['with newlines for \\n', pem.replaceAll('\n', '\\n'), pem],
  ['with newlines for \\r\\n', pem.replaceAll('\n', '\\r\\n'), pem],
  ['with newlines for \\n in RFC 4716', '---- BEGIN SSH2\\nA', '---- BEGIN SSH2\nA'],
  ['with newlines for \\n in PPK', 'PuTTY-User-Key-File-3: ssh-rsa\\nA', 'PuTTY-User-Key-File-3: ssh-rsa\nA'],
  ['without \\n at its end', `${pem}\\n`, pem],
  ['with a backslash in its comment', `${key} D\\nancy`, `${key} D\\nancy`],
  ['with a BEGIN in its comment', `${key} -----BEGIN\\nx`, `${key} -----BEGIN\\nx`],
  ['without \\r and \\n at the end of its line', `${key}\\r\\n\\n`, key],
  ['of UTF-16', utf16(key), key],
  ['of UTF-16 with a BOM', utf16(`\ufeff${key}`), key],
  ['with NUL characters if it is only UTF-16 at its start', `${utf16(key)}xx`, `${utf16(key)}xx`],
  ['with NUL characters if it is only UTF-16 at its end', `xx${utf16(key)}`, `xx${utf16(key)}`],
  ['of big-endian UTF-16', Buffer.from(`\ufeff${key}`, 'utf16le').swap16().toString('utf8'), key],
  ['of base64', btoa(`${key}\n`), key],
  ['of base64 of PEM', btoa(`${pem}\n`), pem],
  ['of base64 of PPK', btoa('PuTTY-User-Key-File-3: a'), 'PuTTY-User-Key-File-3: a'],
  ['of base64 in lines', btoa(`${key}\r\n`).replace(/.{16}/g, '$&\n'), key],
  ['of base64 of \\n', btoa(pem.replaceAll('\n', '\\n')), pem],
  ['of what only starts as base64', `${btoa(key)} !`, `${btoa(key)} !`],
  ['of base64 of something else', btoa('hello, all of you'), btoa('hello, all of you')],
  ['of base64 behind something else', `x ${btoa(key)}`, `x ${btoa(key)}`],
])('a key becomes plain text %s', (_, given, text) => {
  expect(plainText(given)).toBe(text);
});
