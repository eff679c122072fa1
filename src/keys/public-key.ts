import { createPublicKey } from 'node:crypto';
import { MalformedError, WireReader, wireInteger, wireString } from './wire.ts';

/** The key types that EC2 creates and imports. */
export type KeyType = 'rsa' | 'ed25519';

const algorithms = { rsa: 'ssh-rsa', ed25519: 'ssh-ed25519' } as const;

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
   * Reads what EC2 returns: `ssh-rsa AAAA… comment`. Text from users is read by `readGivenPublicKey`.
   *
   * @throws MalformedError
   */
  static parseOpenSsh(line: string): PublicKey {
    const [algorithm, base64 = ''] = line.trim().split(' ');
    const key = PublicKey.fromBlob(Buffer.from(base64, 'base64'));
    if (key.algorithm !== algorithm) throw new MalformedError('another algorithm inside');
    return key;
  }

  /**
   * Reads the SSH wire format.
   *
   * @throws MalformedError also for types that EC2 does not support.
   */
  static fromBlob(blob: Buffer): PublicKey {
    const reader = new WireReader(blob);
    const algorithm = reader.string().toString('latin1');
    if (algorithm === algorithms.ed25519) {
      const point = reader.string();
      reader.end();
      if (point.length !== 32) throw new MalformedError('an ED25519 point has 32 bytes');
      return PublicKey.ed25519(point);
    }
    if (algorithm !== algorithms.rsa) throw new MalformedError('another type of key');
    const exponent = reader.positiveInteger();
    const modulus = reader.positiveInteger();
    reader.end();
    return PublicKey.rsa(exponent, modulus);
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
  return (/^[ -~]*$/.test(comment) ? comment : replaceUnprintable(comment)).trim();
}

/** Not in `printableComment`: V8 takes long to compile this expression, and most comments are ASCII. */
function replaceUnprintable(comment: string): string {
  return comment.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ');
}
