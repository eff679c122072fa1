import { masksOfText } from './masks.ts';
import { pemLabels, wrap, writePem } from './pem.ts';
import { plainText } from './plain-text.ts';
import { MaskedPrivateKey, PrivateKey, type RegisterMasks } from './private-key.ts';
import { WireReader } from './wire.ts';

/** What every private key in PEM, PPK or OpenSSH format contains, the last one even without its BEGIN line. */
const privateKeyMark = /BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY|PuTTY-User-Key-File|b3BlbnNzaC1rZXk/;

/** The formats that base64 without a BEGIN line can be in. */
const unmarkedLabels = ['RSA PRIVATE KEY', 'PRIVATE KEY'];

const base64Line = /^[A-Za-z0-9+/]{4,}={0,2}$/;

/** Characters: more than any private key that this action reads has. */
const maxSecretLength = 65_536;

/**
 * Masks the private key in a text that should not contain one, in any form: also encrypted, damaged, or of a type that
 * this action cannot read.
 *
 * @returns Whether there is one. Its masks are registered then.
 */
export async function maskPrivateKeyIn(given: string, registerMasks: RegisterMasks): Promise<boolean> {
  const text = plainText(given);
  const key = readableKeyIn(text);
  if (key !== undefined) await MaskedPrivateKey.mask(key, registerMasks);
  else if (privateKeyMark.test(text)) await registerMasks(masksOfUnreadable(text));
  else return false;
  return true;
}

function readableKeyIn(text: string): PrivateKey | undefined {
  const base64 = text.replace(/\s/g, '');
  const unmarked = base64Line.test(base64)
    ? unmarkedLabels.map((label) => writePem(label, wrap(base64, 64)))
    : [];
  return [text, ...unmarked].map(parsed).find((key) => key !== undefined);
}

function parsed(text: string): PrivateKey | undefined {
  try {
    return PrivateKey.parse(text);
  } catch {
    return undefined;
  }
}

/** Masks of everything in each of the keys that may be secret. */
function masksOfUnreadable(text: string): string[] {
  return text
    .slice(0, maxSecretLength)
    .split(/(?=-----BEGIN )/)
    .flatMap(masksOfBlock);
}

function masksOfBlock(text: string): string[] {
  const lines = linesOf(text);
  const start = lines.findIndex((line) => /^-+ ?BEGIN|^Private-Lines:/.test(line)) + 1;
  const first = lines.findIndex((line, at) => at >= start && !isHeader(line));
  const last = lines.findLastIndex((line) => !isHeader(line));
  if (first < 0) return [];
  const secret = lines.slice(first, last + 1).map((line) => line.replace(/[^A-Za-z0-9+/=]/g, ''));
  const bytes = Buffer.from(secret.join(''), 'base64');
  return masksOfText({ before: lines.slice(0, first), secret, after: lines.slice(last + 1) }, [
    secretPart(bytes, pemLabels(text)[0] ?? ''),
  ]);
}

/** Also if spaces have replaced the newlines. */
function linesOf(text: string): string[] {
  return text
    .replace(/-----[A-Z0-9 ]{1,60}-----/g, '\n$&\n')
    .split('\n')
    .flatMap((line) => (isHeader(line) ? [line] : line.split(/\s+/)))
    .filter((line) => line !== '');
}

/** Of PEM, PPK, or RFC 1421: not data. */
function isHeader(line: string): boolean {
  return /^-|:\s/.test(line);
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
