import { commentAndPaddingOf, isContainer } from './openssh-container.ts';
import { wrap } from './pem.ts';
import type { PublicKey } from './public-key.ts';

/** Masks match anywhere: shorter ones would hide innocent text, such as the padding at the end of a container. */
const minMaskLength = 16;

/** The widths that keys are wrapped at: PEM, `ssh-keygen`, and `base64` or Python. */
const keyWidths = [64, 70, 76] as const;

/** `openssl base64` and `base64`. */
const base64Widths = [64, 76] as const;

/** Bytes before the seed of an ED25519 key in PKCS#8 (RFC 8410), which does not contain the public key. */
const pkcs8HeaderLength = 16;

/** A line needs a mask if it holds at least this many characters that are in no other key. */
const minOwnCharacters = 8;

/** Text with a private key in the middle: the lines of the key, and the lines before and after them. */
export interface SecretText {
  readonly before: readonly string[];
  readonly secret: readonly string[];
  readonly after: readonly string[];
  /** How many characters at the start and end of the joined secret are not specific to this key. */
  readonly common: { readonly start: number; readonly end: number };
}

/**
 * The values that the runner must replace by `***` so that no later step prints the private key in any likely form: its
 * lines; on one line; wrapped at 64, 70 or 76; URL-encoded; the base64 of the file (LF or CRLF, with or without the
 * final newline, on one line or wrapped at 64 or 76); the base64 of anything that contains one of its lines.
 *
 * Each is one line of at least 16 characters. None is a BEGIN or END line, part of the public key's OpenSSH line, part
 * of a container's comment, or shared by all keys, except the first line of a container. Not covered: hex, other
 * formats of the key, other widths, wrapped base64 of base64.
 *
 * The runner adds the base64, JSON, XML and URL forms of each value; others (act) look for exactly these values.
 * `pem` is as readPrivateKey returned it: LF, one block.
 */
export function masksOf(pem: string, publicKey: PublicKey): string[] {
  const lines = pem.trimEnd().split('\n');
  const secret = lines.slice(1, -1);
  const common = commonParts(Buffer.from(secret.join(''), 'base64'), publicKey);
  return masksOfText({ before: lines.slice(0, 1), secret, after: lines.slice(-1), common }, publicKey);
}

/** The same for any text with a private key in the middle. */
export function masksOfText(text: SecretText, publicKey: PublicKey): string[] {
  const secret = text.secret.join('');
  const publicBase64 = publicKey.blob.toString('base64');
  const own = ownLines(text.secret, text.common);
  const onlyEndIsCommon = { start: 0, end: text.common.end };
  const values = [
    ...ownLines(text.secret, onlyEndIsCommon),
    secret,
    ...keyWidths.flatMap((width) => ownLines(wrap(secret, width), onlyEndIsCommon)),
    ...[...own, secret].map(encodeURIComponent),
    ...['\n', '\r\n'].flatMap((newline) => base64OfFile(text, newline)),
    ...own.flatMap(base64InsideAnything),
  ];
  return [...new Set(values)].filter(
    (value) => value.length >= minMaskLength && !publicBase64.includes(value),
  );
}

/**
 * The base64 of the whole file, then its lines when wrapped, with and without the final newline. On one line with and
 * without `=`: the runner adds the base64 of each value, and base64 of base64 includes the `=`.
 */
function base64OfFile({ before, secret, after, common }: SecretText, newline: string): string[] {
  const head = [...before, ''].join(newline);
  const key = secret.join(newline);
  const file = [head, key, newline, after.join(newline)].join('');
  const length = secret.join('').length;
  const own = {
    from: head.length + offsetInText(secret, common.start, newline),
    to: head.length + offsetInText(secret, length - common.end, newline),
  };
  return [file, file + newline].map(base64).flatMap((encoded) => [
    encoded,
    encoded.replace(/=+$/, ''),
    ...base64Widths.flatMap((width) =>
      wrap(encoded, width).filter((_, index) => {
        const from = (index * width * 3) / 4;
        const to = ((index + 1) * width * 3) / 4;
        return Math.min(to, own.to) - Math.max(from, own.from) >= minOwnCharacters;
      }),
    ),
  ]);
}

/** Where the character at `offset` of the joined lines is in the text, with newlines between the lines. */
function offsetInText(lines: readonly string[], offset: number, newline: string): number {
  let newlines = 0;
  let end = 0;
  for (const line of lines) {
    end += line.length;
    if (end <= offset) newlines += 1;
  }
  return offset + newlines * newline.length;
}

/** The base64 of a line at each of the three offsets in a group of 3 bytes, without the groups it shares. */
function base64InsideAnything(line: string): string[] {
  return [0, 1, 2].map((start) => base64(line.slice(start, line.length - ((line.length - start) % 3))));
}

/** The lines with enough characters that are specific to this key. */
function ownLines(lines: readonly string[], common: SecretText['common']): string[] {
  const end = lines.join('').length - common.end;
  let offset = 0;
  return lines.filter((line) => {
    const from = Math.max(offset, common.start);
    offset += line.length;
    return Math.min(offset, end) - from >= minOwnCharacters;
  });
}

/** Keys of a type are the same up to the modulus or the point; a container ends in its comment, which is not secret. */
function commonParts(bytes: Buffer, publicKey: PublicKey): SecretText['common'] {
  const headerLength = bytes.includes(publicKey.number) ? bytes.indexOf(publicKey.number) : pkcs8HeaderLength;
  const tailLength = isContainer(bytes) ? commentAndPaddingOf(bytes) : 0;
  return { start: Math.floor((headerLength * 4) / 3), end: Math.ceil((tailLength * 4) / 3) };
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
