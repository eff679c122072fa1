import { MalformedError } from './wire.ts';

/** One block between `-----BEGIN label-----` and its END line. */
export interface PemBlock {
  readonly label: string;
  /** The base64 lines of the body, as they were given. */
  readonly lines: readonly string[];
  readonly bytes: Buffer;
}

/** Far above the 13 KB of RSA with 16384 bits, far below what would take time to read. */
const LONGEST_TEXT = 65_536;

/** The labels of all blocks in the text, in order. */
export function pemLabels(text: string): string[] {
  return [...text.slice(0, LONGEST_TEXT).matchAll(/-----BEGIN ([A-Z0-9 ]+)-----/g)].map(
    ([, label = '']) => label,
  );
}

/**
 * Reads the text's only block (RFC 7468, laxly): any line width, CRLF, a BOM, blanks around lines, blanks for line
 * ends, text around the block. Throws MalformedError for none, several, RFC 1421 headers, or base64 that is not whole.
 */
export function readPem(text: string): PemBlock {
  const [label, ...others] = pemLabels(text);
  if (label === undefined || others.length > 0 || text.length > LONGEST_TEXT)
    throw new MalformedError('not one PEM block');
  const begin = text.indexOf(beginLine(label)) + beginLine(label).length;
  const end = text.indexOf(endLine(label), begin);
  if (end < 0) throw new MalformedError('no END line');
  const lines = text.slice(begin, end).split(/\s+/).filter(Boolean);
  const bytes = Buffer.from(lines.join(''), 'base64');
  if (bytes.length === 0 || bytes.toString('base64') !== lines.join(''))
    throw new MalformedError('not base64');
  return { label, lines, bytes };
}

/** LF, exactly one final line end: what OpenSSH needs of its own format (it says "error in libcrypto" to anything else). */
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
