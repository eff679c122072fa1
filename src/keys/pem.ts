import { MalformedError } from './wire.ts';

/** One block between `-----BEGIN label-----` and its END line. */
export interface PemBlock {
  readonly label: string;
  /** The base64 lines of the body, as they were read. */
  readonly lines: readonly string[];
  readonly bytes: Buffer;
}

/** Characters: far more than the 13 KB of an RSA key of 16384 bits, and still fast to read. */
const maxTextLength = 65_536;

/** White space, and what has no width, as copied text can contain it. */
export const blank = /[\s\u200b-\u200d\u2060]/;

/** The labels of all blocks in the text, in order. */
export function pemLabels(text: string): string[] {
  return [...text.slice(0, maxTextLength).matchAll(/-----BEGIN ([A-Z0-9 ]+)-----/g)].map(
    ([, label = '']) => label,
  );
}

/**
 * Reads the only block in the text (RFC 7468, lax): any line width, CRLF, a BOM, indented lines, spaces instead of
 * newlines, zero-width characters, text around the block.
 *
 * @throws MalformedError for no block, several blocks, RFC 1421 headers, and incomplete base64.
 */
export function readPem(text: string): PemBlock {
  const [label, ...others] = pemLabels(text);
  if (label === undefined || others.length > 0 || text.length > maxTextLength)
    throw new MalformedError('not one PEM block');
  const begin = text.indexOf(beginLine(label)) + beginLine(label).length;
  const end = text.indexOf(endLine(label), begin);
  if (end < 0) throw new MalformedError('no END line');
  const lines = text.slice(begin, end).split(blank).filter(Boolean);
  const bytes = Buffer.from(lines.join(''), 'base64');
  if (bytes.length === 0 || bytes.toString('base64') !== lines.join(''))
    throw new MalformedError('not base64');
  return { label, lines, bytes };
}

/** LF and exactly one final newline: OpenSSH reports "error in libcrypto" for its own format without them. */
export function writePem(label: string, lines: readonly string[]): string {
  return `${[beginLine(label), ...lines, endLine(label)].join('\n')}\n`;
}

export function wrap(text: string, width: number): string[] {
  return text.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
}

function beginLine(label: string): string {
  return `-----BEGIN ${label}-----`;
}

function endLine(label: string): string {
  return `-----END ${label}-----`;
}
