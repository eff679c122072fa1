import { createHash } from 'node:crypto';
import { masksOf } from './masks.ts';
import { type PrivateKeyMaterial, readPrivateKey } from './private-key-material.ts';
import type { KeyType, PublicKey } from './public-key.ts';

export type { KeyType } from './public-key.ts';

/** Tells the runner to print `***` instead of each of the values. */
export type RegisterMasks = (values: readonly string[]) => Promise<void>;

/** What both keys print as, however they are printed. */
const PRINTED = '[private key]';

let uncover: (key: PrivateKey) => PrivateKeyMaterial;

/** What EC2 answered, before its masks are registered: it can only be covered, or asked for its public half. */
export class PrivateKey {
  readonly #material: PrivateKeyMaterial;

  static {
    uncover = (key) => key.#material;
  }

  private constructor(material: PrivateKeyMaterial) {
    this.#material = material;
  }

  /**
   * Reads RSA in PKCS#1 or PKCS#8 PEM, RSA or ED25519 in OpenSSH's own container, ED25519 in PKCS#8; unencrypted, of
   * any line width, with LF, CRLF or blanks for line ends, with or without BOM and final line end.
   *
   * Errors: `PRIVATE_KEY_UNREADABLE`, `PRIVATE_KEY_ENCRYPTED`; they hold nothing of the text.
   */
  static parse(text: string): PrivateKey {
    return new PrivateKey(readPrivateKey(text));
  }

  get type(): KeyType {
    return this.#material.publicKey.type;
  }

  get publicKey(): PublicKey {
    return this.#material.publicKey;
  }

  /** SHA-1 of the PKCS#8 DER: what EC2's fingerprint of an RSA pair that it made is, and safe to print. */
  pkcs8Sha1(): Buffer {
    const der = this.#material.key.export({ type: 'pkcs8', format: 'der' });
    return createHash('sha1').update(der).digest();
  }

  toString(): string {
    return PRINTED;
  }

  toJSON(): string {
    return PRINTED;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return PRINTED;
  }
}

/**
 * The one type that delivery takes. Only cover() makes one, and only when the masks are in place. It prints as
 * `[private key]`; only pem() tells.
 */
export class MaskedPrivateKey {
  readonly #pem: string;
  readonly #publicKey: PublicKey;

  private constructor({ pem, publicKey }: PrivateKeyMaterial) {
    this.#pem = pem;
    this.#publicKey = publicKey;
  }

  /** Resolves once registerMasks has; its error is passed on, and then there is no masked key. */
  static async cover(key: PrivateKey, registerMasks: RegisterMasks): Promise<MaskedPrivateKey> {
    const material = uncover(key);
    const texts = new Set([material.pem, material.original]);
    await registerMasks([...new Set([...texts].flatMap((text) => masksOf(text, material.publicKey)))]);
    return new MaskedPrivateKey(material);
  }

  get type(): KeyType {
    return this.#publicKey.type;
  }

  get publicKey(): PublicKey {
    return this.#publicKey;
  }

  /**
   * LF and exactly one final line end, lines of 64 to 76 characters (as EC2 gave them): PKCS#1 for RSA, OpenSSH's
   * container for ED25519, and for RSA that came as one. Every OpenSSH reads it.
   */
  pem(): string {
    return this.#pem;
  }

  toString(): string {
    return PRINTED;
  }

  toJSON(): string {
    return PRINTED;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return PRINTED;
  }
}
