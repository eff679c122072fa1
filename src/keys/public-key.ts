import { createPublicKey } from 'node:crypto';
import { KeyPairError } from '../errors.ts';
import { MalformedError, WireReader, wireInteger, wireString } from './wire.ts';

/** The key types that EC2 creates and imports. */
export type KeyType = 'rsa' | 'ed25519';

const algorithms = { rsa: 'ssh-rsa', ed25519: 'ssh-ed25519' } as const;

const minRsaBits = 1024;
const maxRsaBits = 4096;

/** The key types of `ssh-keygen`, as the first word of a public key. */
const typeWord =
  /^(ssh-(rsa|ed25519|ed448|dss)|ecdsa-sha2-[a-z0-9]+|sk-[a-z0-9-]+@openssh\.com|[a-z0-9-]+-cert-v0[01]@openssh\.com)$/;

/** What every private key in PEM, PPK or OpenSSH format contains, the last one even without its BEGIN line. */
const privateKeyMark = /BEGIN [A-Z0-9 ]*PRIVATE KEY|PuTTY-User-Key-File|b3BlbnNzaC1rZXk/;

const setWholeLine =
  'Set the whole line, as `cat ~/.ssh/id_ed25519.pub` or `ssh-keygen -y -f <private key>` prints it.';

/** The public half of a key pair. Contains no secret: it can be printed. */
export class PublicKey {
  readonly type: KeyType;
  /** SSH wire format: RFC 4253 section 6.6 for RSA, RFC 8709 section 4 for ED25519. */
  readonly blob: Buffer;
  /** The number that identifies the key, big-endian: the modulus of RSA, the point (32 bytes) of ED25519. */
  readonly number: Buffer;
  /** The public exponent, big-endian; empty for ED25519. */
  readonly exponent: Buffer;

  private constructor(type: KeyType, number: Buffer, exponent: Buffer) {
    this.type = type;
    this.number = number;
    this.exponent = exponent;
    const algorithm = wireString(algorithms[type]);
    this.blob =
      type === 'rsa'
        ? Buffer.concat([algorithm, wireInteger(exponent), wireInteger(number)])
        : Buffer.concat([algorithm, wireString(number)]);
  }

  /** Big-endian magnitudes without leading zeros. */
  static rsa(exponent: Buffer, modulus: Buffer): PublicKey {
    return new PublicKey('rsa', modulus, exponent);
  }

  /** The 32 bytes of the point (RFC 8032). */
  static ed25519(point: Buffer): PublicKey {
    return new PublicKey('ed25519', point, Buffer.alloc(0));
  }

  /**
   * Reads one line as in a `.pub` file of `ssh-keygen` or a response of EC2: `ssh-rsa AAAA… comment`. Surrounding
   * spaces, a comment, blank lines, `#` lines, CRLF and a BOM are accepted.
   *
   * @throws KeyPairError `PUBLIC_KEY_UNREADABLE`, `PUBLIC_KEY_TYPE_NOT_SUPPORTED` (EC2 user guide, create key pairs: no
   * DSA, no ECDSA, no security keys, no certificates); neither contains any of the text, except the name of a key type.
   */
  static parseOpenSsh(text: string): PublicKey {
    const { algorithm, base64 } = partsOfOnlyKey(text);
    const blob = Buffer.from(base64, 'base64');
    if (withoutPadding(blob.toString('base64')) !== withoutPadding(base64))
      throw incomplete('its data is not base64');
    try {
      return fromWire(blob, algorithm);
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error;
      throw incomplete(`its data is not a valid ${algorithm} key`);
    }
  }

  /** The name of the key type in OpenSSH's formats: `ssh-rsa` or `ssh-ed25519`. */
  get algorithm(): string {
    return algorithms[this.type];
  }

  /** Length of the key, as `ssh-keygen -l` prints it: 2048, 4096, …; 256 for ED25519. */
  get bits(): number {
    const [first = 0] = this.number;
    return this.type === 'rsa' ? this.number.length * 8 - Math.clz32(first) + 24 : 256;
  }

  /** One line without a newline: algorithm, base64, and the comment (made printable) if there is one. */
  openSshLine(comment = ''): string {
    return `${this.algorithm} ${this.blob.toString('base64')} ${printableComment(comment)}`.trimEnd();
  }

  /** SubjectPublicKeyInfo (RFC 5280, RFC 8410), DER. */
  spki(): Buffer {
    const number = this.number.toString('base64url');
    const exponent = this.exponent.toString('base64url');
    const jwk =
      this.type === 'rsa'
        ? { kty: 'RSA', n: number, e: exponent }
        : { kty: 'OKP', crv: 'Ed25519', x: number };
    return createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'der' });
  }

  equals(other: PublicKey): boolean {
    return this.blob.equals(other.blob);
  }

  toString(): string {
    return this.openSshLine();
  }

  toJSON(): string {
    return this.openSshLine();
  }
}

/** A comment on one printable line: control, format and separator characters become one space. */
export function printableComment(comment: string): string {
  return comment.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

function fromWire(blob: Buffer, algorithm: string): PublicKey {
  const reader = new WireReader(blob);
  if (reader.string().toString('latin1') !== algorithm) throw new MalformedError('another algorithm inside');
  if (algorithm === algorithms.ed25519) {
    const point = reader.string();
    reader.end();
    if (point.length !== 32) throw new MalformedError('an ED25519 point has 32 bytes');
    return PublicKey.ed25519(point);
  }
  const exponent = reader.positiveInteger();
  const modulus = reader.positiveInteger();
  reader.end();
  const key = PublicKey.rsa(exponent, modulus);
  // 3072 is the default of ssh-keygen, and the user guide does not say that EC2 rejects it: let EC2 decide.
  if (key.bits < minRsaBits || key.bits > maxRsaBits) throw notSupported(`${key.bits}-bit RSA keys`);
  return key;
}

function withoutPadding(base64: string): string {
  return base64.replace(/=+$/, '');
}

function partsOfOnlyKey(text: string): { algorithm: string; base64: string } {
  if (privateKeyMark.test(text)) throw privateKeyInstead();
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const [line, ...others] = lines;
  if (line === undefined) throw unreadable('The public key is empty.', setWholeLine);
  if (others.length > 0) throw severalLines(lines);
  const [algorithm = '', base64 = ''] = wordsOf(line);
  if (!typeWord.test(algorithm)) throw otherStart(line);
  if (algorithm !== algorithms.rsa && algorithm !== algorithms.ed25519)
    throw notSupported(`${algorithm} keys`);
  if (base64 === '') throw incomplete('there is no data after its type');
  return { algorithm, base64 };
}

function wordsOf(line: string): string[] {
  return line.split(/[ \t]+/);
}

function hasTypeWord(line: string): boolean {
  return wordsOf(line).some((word) => typeWord.test(word));
}

function unreadable(message: string, hint: string): KeyPairError {
  return new KeyPairError('PUBLIC_KEY_UNREADABLE', message, { hint });
}

function incomplete(reason: string): KeyPairError {
  return unreadable(`The public key is incomplete or damaged: ${reason}.`, setWholeLine);
}

function notSupported(what: string): KeyPairError {
  return new KeyPairError(
    'PUBLIC_KEY_TYPE_NOT_SUPPORTED',
    `EC2 does not support ${what}. It supports RSA keys (1024, 2048 or 4096 bits) and ED25519 keys.`,
    {
      hint: 'Create a supported key: `ssh-keygen -t ed25519` (not for Windows instances) or `ssh-keygen -t rsa -b 4096`.',
    },
  );
}

function privateKeyInstead(): KeyPairError {
  return unreadable(
    'public-key contains a private key.',
    "It may already be in this job's log: revoke that key, and set public-key to its public half (`ssh-keygen -y -f <private key>`).",
  );
}

function severalLines(lines: readonly string[]): KeyPairError {
  const keys = lines.filter(hasTypeWord);
  return keys.length > 1
    ? unreadable(`EC2 accepts one public key, but ${keys.length} were set.`, 'Set one key, on one line.')
    : unreadable('The public key contains line breaks.', 'Put the key on one line.');
}

function otherStart(line: string): KeyPairError {
  return hasTypeWord(line)
    ? unreadable(
        'The public key has text before its type, such as the options in an authorized_keys file.',
        'Remove that text: the line must start with ssh-rsa or ssh-ed25519.',
      )
    : unreadable('The public key does not start with ssh-rsa or ssh-ed25519.', setWholeLine);
}
