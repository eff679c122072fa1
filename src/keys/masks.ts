import { commentAndPaddingOf, isContainer } from './openssh-container.ts';
import { wrap } from './pem.ts';
import type { PublicKey } from './public-key.ts';

/** A mask has no word boundary: what is shorter blanks innocent text, such as the padding that ends a container. */
const SHORTEST = 16;

/** The widths that keys are wrapped at: PEM, `ssh-keygen`, and `base64` or Python. */
const KEY_WIDTHS = [64, 70, 76] as const;

/** `openssl base64` and `base64`. */
const BASE64_WIDTHS = [64, 76] as const;

/** Bytes before the seed of an ED25519 key in PKCS#8 (RFC 8410), which does not hold the public key. */
const PKCS8_HEADER = 16;

/** A piece of encoded text is worth a mask from this many characters of the key on. */
const LEAST_OF_KEY = 8;

/** A text with a secret in the middle: the lines of a private key and what stands before and after them. */
export interface SecretText {
  readonly before: readonly string[];
  readonly secret: readonly string[];
  readonly after: readonly string[];
  /** How many characters at the start and at the end of the joined secret say nothing of this very key. */
  readonly common: { readonly start: number; readonly end: number };
}

/**
 * What the runner must replace by `***` so that no later step prints the private key, in any form that a person or a
 * program is likely to print it: its lines; on one line; wrapped at 64, 70 or 76; URL-encoded; the base64 of the file
 * (LF or CRLF, with or without the last line end, in one line or wrapped at 64 or 76); the base64 of whatever holds one
 * of its lines. One line each, 16 characters or more, never the BEGIN or END line, nothing that the OpenSSH line of the
 * public key holds, nothing that is the same for all keys but the line that begins every container, and nothing of a
 * container's comment. Not covered: hex, other formats of the key, other widths, base64 of base64 when wrapped.
 *
 * The runner itself adds the base64, JSON, XML and URL forms of each value, others (act) look for exactly these.
 * `pem` is what readPrivateKey gave: LF, one block.
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
  const public64 = publicKey.blob.toString('base64');
  const own = ownLines(text.secret, text.common);
  const plain = { start: 0, end: text.common.end };
  const values = [
    ...ownLines(text.secret, plain),
    secret,
    ...KEY_WIDTHS.flatMap((width) => ownLines(wrap(secret, width), plain)),
    ...[...own, secret].map(encodeURIComponent),
    ...['\n', '\r\n'].flatMap((lineEnd) => base64OfFile(text, lineEnd)),
    ...own.flatMap(base64InsideAnything),
  ];
  return [...new Set(values)].filter((value) => value.length >= SHORTEST && !public64.includes(value));
}

/**
 * The base64 of the whole file, then its lines when wrapped, with and without the last line end. In one line with and
 * without `=`: the runner adds the base64 of each value, and base64 of base64 has the `=` in it.
 */
function base64OfFile({ before, secret, after, common }: SecretText, lineEnd: string): string[] {
  const [head, key] = [[...before, ''].join(lineEnd), secret.join(lineEnd)];
  const file = [head, key, lineEnd, after.join(lineEnd)].join('');
  const length = secret.join('').length;
  const own = {
    from: head.length + placeInText(secret, common.start, lineEnd),
    to: head.length + placeInText(secret, length - common.end, lineEnd),
  };
  return [file, file + lineEnd].map(base64).flatMap((encoded) => [
    encoded,
    encoded.replace(/=+$/, ''),
    ...BASE64_WIDTHS.flatMap((width) =>
      wrap(encoded, width).filter((_, index) => {
        const [from, to] = [(index * width * 3) / 4, ((index + 1) * width * 3) / 4];
        return Math.min(to, own.to) - Math.max(from, own.from) >= LEAST_OF_KEY;
      }),
    ),
  ]);
}

/** Where a character of the joined lines stands when they are not joined. */
function placeInText(lines: readonly string[], at: number, lineEnd: string): number {
  let [place, end] = [at, 0];
  for (const line of lines) {
    end += line.length;
    if (end <= at) place += lineEnd.length;
  }
  return place;
}

/** The base64 of a line at each of the three places where it can begin in a group, less the groups it shares. */
function base64InsideAnything(line: string): string[] {
  return [0, 1, 2].map((start) => base64(line.slice(start, line.length - ((line.length - start) % 3))));
}

/** The lines that hold enough of what no other key has. */
function ownLines(lines: readonly string[], common: SecretText['common']): string[] {
  const end = lines.join('').length - common.end;
  let at = 0;
  return lines.filter((line) => {
    const from = Math.max(at, common.start);
    at += line.length;
    return Math.min(at, end) - from >= LEAST_OF_KEY;
  });
}

/** Keys of a kind start alike up to the modulus or the point; containers end in a comment, which is no secret. */
function commonParts(bytes: Buffer, publicKey: PublicKey): SecretText['common'] {
  const header = bytes.includes(publicKey.number) ? bytes.indexOf(publicKey.number) : PKCS8_HEADER;
  const tail = isContainer(bytes) ? commentAndPaddingOf(bytes) : 0;
  return { start: Math.floor((header * 4) / 3), end: Math.ceil((tail * 4) / 3) };
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
