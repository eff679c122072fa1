import { privateKeyMark } from './find-private-keys.ts';
import { masksOfText } from './masks.ts';
import { pemLabels } from './pem.ts';
import { WireReader } from './wire.ts';

/** Characters: more than any private key that this action reads has. */
const maxSecretLength = 65_536;

/** A BEGIN or END line, also without all of its dashes. */
const label = /-{0,8} ?(?:BEGIN|END) [A-Z0-9 ]{0,40}PRIVATE KEY(?:[A-Z0-9 ]{0,40}-{4,8})?/g;

const endOfKey = /^-{0,8} ?END |^Private-(?:MAC|Hash):/;

/**
 * A word, or a header of PEM (RFC 1421), PPK, ssh.com or PGP on one line with what comes after it. Its value is one
 * word, and those after it until the next header or the data.
 */
const headerOrWord =
  /[\w-]{1,64}:(?:\s+(?![\w-]{1,64}:\s)\S+)?(?:\s+(?![\w-]{1,64}:\s|[A-Za-z0-9+/=]{16,}(?:\s|$))\S+)*|\S+/g;

/** Characters: a line that is longer may be a whole key whose newlines became spaces. */
const maxHeaderLength = 100;

/** Characters: what is shorter is a word or a bracket beside a key, and not its data. */
const minDataLength = 16;

/** The private keys in a text, each with its BEGIN line or the first line of PPK. */
export function blocksIn(text: string): string[] {
  return text
    .slice(0, maxSecretLength)
    .split(/(?=-----BEGIN |PuTTY-User-Key-File-)|(?<=---- END SSH2 ENCRYPTED PRIVATE KEY ----)/)
    .filter((block) => privateKeyMark.test(block));
}

/** Masks of everything in a private key that may be secret. */
export function masksOfBlock(text: string): string[] {
  const lines = linesOf(text);
  const start = lines.findIndex((line) => /^-{0,8} ?BEGIN |^Private-Lines:/.test(line)) + 1;
  const first = lines.findIndex((line, at) => at >= start && !isHeader(line));
  const end = lines.findIndex((line, at) => at > first && endOfKey.test(line));
  const last = end < 0 ? lines.length : end;
  const secret = lines
    .slice(first, last)
    .filter((line) => !isHeader(line))
    .map((line) => line.replace(/[^A-Za-z0-9+/=]/g, ''));
  if (first < 0 || secret.join('').length < minDataLength) return masksOfRuns(text);
  const bytes = Buffer.from(secret.join(''), 'base64');
  return masksOfText({ before: lines.slice(0, first), secret, after: lines.slice(last) }, [
    secretPart(bytes, pemLabels(text)[0] ?? ''),
  ]);
}

/** Masks of all base64 in a text. It is not known what of it is secret. */
export function masksOfRuns(text: string): string[] {
  const secret =
    text
      .slice(0, maxSecretLength)
      .replace(label, ' ')
      .match(/[A-Za-z0-9+/]{16,}/g) ?? [];
  return secret.length === 0
    ? []
    : masksOfText({ before: [], secret, after: [] }, [Buffer.from(secret.join(''), 'base64')]);
}

/** Also if spaces have replaced the newlines. */
function linesOf(text: string): string[] {
  return text
    .replace(label, '\n$&\n')
    .split('\n')
    .map((line) => line.trim())
    .flatMap((line) => (isHeader(line) ? [line] : (line.match(headerOrWord) ?? [])));
}

/** Of PEM, PPK, or RFC 1421: not data. */
function isHeader(line: string): boolean {
  return (
    /^-{0,8} ?(?:BEGIN|END) /.test(line) ||
    (/^[\w-]{1,64}:(?:\s|$)/.test(line) && line.length <= maxHeaderLength)
  );
}

/** Without what is the same in public keys: OpenSSH's container includes the public key, PKCS#8 the name of the type. */
function secretPart(bytes: Buffer, label: string): Buffer {
  if (label === 'OPENSSH PRIVATE KEY') return lastStringOf(bytes) ?? bytes;
  return /^(?:ENCRYPTED )?PRIVATE KEY$/.test(label) ? (lastOctetStringOf(bytes) ?? bytes) : bytes;
}

/** The private part of an OpenSSH container (PROTOCOL.key). */
function lastStringOf(container: Buffer): Buffer | undefined {
  try {
    const reader = new WireReader(container);
    reader.bytes('openssh-key-v1\0'.length);
    for (const _ of ['cipher', 'kdf', 'kdf options']) reader.string();
    reader.uint32();
    reader.string();
    return reader.string();
  } catch {
    return undefined;
  }
}

/** The OCTET STRING at the end of PKCS#8 (RFC 5958), found by its length. */
function lastOctetStringOf(der: Buffer): Buffer | undefined {
  for (let at = 0; at < Math.min(der.length, 256); at += 1) {
    for (const headerLength of [2, 3, 4]) {
      const header = Buffer.from([0x04, ...lengthOf(der.length - at - headerLength)]);
      if (der.subarray(at, at + headerLength).equals(header)) return der.subarray(at + headerLength);
    }
  }
  return undefined;
}

/** DER's length (ITU-T X.690, 8.1.3). */
function lengthOf(length: number): number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}
