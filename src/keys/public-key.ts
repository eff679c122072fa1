import { createPublicKey } from 'node:crypto';
import { KeyPairError } from '../errors.ts';
import { printableComment } from './comment.ts';
import { MalformedError, WireReader, wireInteger, wireString } from './wire.ts';

/** The kinds of key that EC2 makes and takes. */
export type KeyType = 'rsa' | 'ed25519';

const ALGORITHMS = { rsa: 'ssh-rsa', ed25519: 'ssh-ed25519' } as const;

const SUPPORTED = 'EC2 takes RSA keys (1024, 2048 or 4096 bits) and ED25519 keys.';

/** The public half of a key pair. Holds nothing secret: it may be printed. */
export class PublicKey {
  readonly type: KeyType;
  /** SSH wire format: RFC 4253 section 6.6 for RSA, RFC 8709 section 4 for ED25519. */
  readonly blob: Buffer;
  /** The number that is the key, big-endian: the modulus of RSA, the point (32 bytes) of ED25519. */
  readonly number: Buffer;
  /** The public exponent, big-endian; empty for ED25519. */
  readonly exponent: Buffer;

  private constructor(type: KeyType, number: Buffer, exponent: Buffer) {
    this.type = type;
    this.number = number;
    this.exponent = exponent;
    const algorithm = wireString(ALGORITHMS[type]);
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
   * Reads one line of `ssh-keygen`'s `.pub` files or of EC2's answer: `ssh-rsa AAAA… comment`. Blanks around it, a
   * comment, blank and `#` lines, CRLF and a BOM are let pass.
   *
   * Errors: `PUBLIC_KEY_UNREADABLE`, `PUBLIC_KEY_TYPE_NOT_SUPPORTED` (EC2 user guide, create key pairs: no DSA, no
   * ECDSA, no security keys, no certificates). They hold nothing of the text but the name of a key type.
   */
  static parseOpenSsh(text: string): PublicKey {
    return PublicKey.fromBase64(...onlyKeyOf(text));
  }

  /** `base64` is the wire format of a key of that algorithm. Errors as in parseOpenSsh. */
  static fromBase64(algorithm: string, base64: string): PublicKey {
    const blob = Buffer.from(base64, 'base64');
    if (blob.toString('base64').replace(/=+$/, '') !== base64.replace(/=+$/, '')) {
      throw unreadable('The public key is not whole: its data is not base64.', CUT_OFF);
    }
    return PublicKey.fromBlob(blob, algorithm);
  }

  /** SSH wire format, which must say the same algorithm. Errors as in parseOpenSsh. */
  static fromBlob(blob: Buffer, algorithm: string): PublicKey {
    try {
      return fromWire(blob, algorithm);
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error;
      throw unreadable(
        `The public key is not whole: its data is not that of a key of type ${algorithm}.`,
        CUT_OFF,
      );
    }
  }

  /** Length of the key, as `ssh-keygen -l` says it: 2048, 4096, …; 256 for ED25519. */
  get bits(): number {
    const [first = 0] = this.number;
    return this.type === 'rsa' ? this.number.length * 8 - Math.clz32(first) + 24 : 256;
  }

  /** One line without line end: algorithm, base64, and the comment where there is one (made printable). */
  openSshLine(comment = ''): string {
    return `${ALGORITHMS[this.type]} ${this.blob.toString('base64')} ${printableComment(comment)}`.trimEnd();
  }

  /** SubjectPublicKeyInfo (RFC 5280, RFC 8410), DER. */
  spki(): Buffer {
    const [number, exponent] = [this.number.toString('base64url'), this.exponent.toString('base64url')];
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

const CUT_OFF =
  'Give the whole line, as `cat ~/.ssh/id_ed25519.pub` or `ssh-keygen -y -f <private key>` prints it.';

function unreadable(message: string, hint: string): KeyPairError {
  return new KeyPairError('PUBLIC_KEY_UNREADABLE', message, { hint });
}

function notSupported(what: string): KeyPairError {
  return new KeyPairError('PUBLIC_KEY_TYPE_NOT_SUPPORTED', `EC2 does not take ${what}. ${SUPPORTED}`, {
    hint: 'Make one that it takes: `ssh-keygen -t ed25519` (not for Windows instances) or `ssh-keygen -t rsa -b 4096`.',
  });
}

function fromWire(blob: Buffer, algorithm: string): PublicKey {
  const reader = new WireReader(blob);
  if (reader.string().toString('latin1') !== algorithm) throw new MalformedError('another algorithm inside');
  if (algorithm === ALGORITHMS.ed25519) {
    const point = reader.string();
    reader.end();
    if (point.length !== 32) throw new MalformedError('an ED25519 point has 32 bytes');
    return PublicKey.ed25519(point);
  }
  const exponent = reader.positiveInteger();
  const modulus = reader.positiveInteger();
  reader.end();
  const key = PublicKey.rsa(exponent, modulus);
  // 3072 is what ssh-keygen makes unasked, and the user guide does not say it is refused: EC2 decides.
  if (key.bits < 1024 || key.bits > 4096) throw notSupported(`an RSA key of ${key.bits} bits`);
  return key;
}

const KEY_TYPE =
  /^(ssh-(rsa|ed25519|ed448|dss)|ecdsa-sha2-[a-z0-9]+|sk-[a-z0-9-]+@openssh\.com|[a-z0-9-]+-cert-v0[01]@openssh\.com)$/;

function onlyKeyOf(text: string): [algorithm: string, base64: string] {
  if (/BEGIN [A-Z0-9 ]*PRIVATE KEY|PuTTY-User-Key-File|b3BlbnNzaC1rZXk/.test(text)) {
    throw unreadable(
      'What was given as the public key is a private key.',
      'It may be in the log of this job by now: replace that key, and give its public half (`ssh-keygen -y -f <private key>`).',
    );
  }
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const [line, ...others] = lines;
  if (line === undefined) throw unreadable('The public key is empty.', CUT_OFF);
  if (others.length > 0) throw severalLines(lines);
  const [type = '', base64 = ''] = line.split(/[ \t]+/);
  if (!KEY_TYPE.test(type)) throw noKeyType(line);
  if (type !== ALGORITHMS.rsa && type !== ALGORITHMS.ed25519) throw notSupported(`keys of type ${type}`);
  if (base64 === '') throw unreadable('The public key is not whole: nothing follows its type.', CUT_OFF);
  return [type, base64];
}

function severalLines(lines: readonly string[]): KeyPairError {
  const keys = lines.filter((line) => line.split(/[ \t]+/).some((word) => KEY_TYPE.test(word)));
  return keys.length > 1
    ? unreadable(`${keys.length} public keys were given where EC2 takes one.`, 'Give one key, on one line.')
    : unreadable('The public key is broken over several lines.', 'Give the key on one line.');
}

function noKeyType(line: string): KeyPairError {
  return line.split(/[ \t]+/).some((word) => KEY_TYPE.test(word))
    ? unreadable(
        'Something stands before the type of the public key, as the options of an authorized_keys file do.',
        'Leave it out: the line begins with ssh-rsa or ssh-ed25519.',
      )
    : unreadable('The public key does not begin with ssh-rsa or ssh-ed25519.', CUT_OFF);
}
