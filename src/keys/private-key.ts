import { createHash } from 'node:crypto';
import { type KeyFormat, keyFormats } from './formats.ts';
import { masksOf, masksOfText } from './masks.ts';
import {
  type KeyFormatOptions,
  type PrivateKeyMaterial,
  readPrivateKey,
  secretNumbers,
} from './private-key-material.ts';
import type { KeyType, PublicKey } from './public-key.ts';

/** Tells the runner to print `***` instead of each of the values. */
export type RegisterMasks = (values: readonly string[]) => Promise<void>;

const printed = '[private key]';

/** Friend access: the classes of this file may read the material of any key, and nothing outside this file can. */
let materialOf: (key: HiddenKey) => PrivateKeyMaterial;

/** Whether a text is a PuTTY key, of whatever version. */
export function isPpk(text: string): boolean {
  return text.includes('PuTTY-User-Key-File-');
}

/** A key that shows its public half only: however it is printed, it prints as `[private key]`. */
abstract class HiddenKey {
  readonly #material: PrivateKeyMaterial;

  static {
    materialOf = (key) => key.#material;
  }

  protected constructor(material: PrivateKeyMaterial) {
    this.#material = material;
  }

  get type(): KeyType {
    return this.#material.publicKey.type;
  }

  get publicKey(): PublicKey {
    return this.#material.publicKey;
  }

  toString(): string {
    return printed;
  }

  toJSON(): string {
    return printed;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return printed;
  }
}

/** A private key whose masks are not registered yet. It has no text: MaskedPrivateKey.mask() comes first. */
export class PrivateKey extends HiddenKey {
  private constructor(material: PrivateKeyMaterial) {
    super(material);
  }

  /**
   * Reads an unencrypted key: RSA in PEM (PKCS#1, PKCS#8) or OpenSSH format, ED25519 in OpenSSH format or PKCS#8.
   * Lines may have any width and end in LF, CRLF or spaces; a BOM and a missing final newline are accepted.
   *
   * @throws KeyPairError `PRIVATE_KEY_UNREADABLE`, `PRIVATE_KEY_ENCRYPTED`; neither contains any of the text.
   */
  static parse(text: string): PrivateKey {
    return new PrivateKey(readPrivateKey(text));
  }

  /**
   * Reads what `parse` reads, PPK files, and with a passphrase also encrypted keys.
   *
   * @throws KeyPairError the same, and `PASSPHRASE_WRONG`.
   */
  static async read(text: string, passphrase?: string): Promise<PrivateKey> {
    if (isPpk(text)) return new PrivateKey((await import('./read-ppk.ts')).readPpk(text, passphrase));
    if (passphrase === undefined) return PrivateKey.parse(text);
    return new PrivateKey((await import('./decrypt.ts')).readWithPassphrase(text, passphrase));
  }

  /** SHA-1 of the PKCS#8 DER: EC2's fingerprint of an RSA key pair it created. Safe to print. */
  pkcs8Sha1(): Buffer {
    const der = materialOf(this).key.export({ type: 'pkcs8', format: 'der' });
    return createHash('sha1').update(der).digest();
  }
}

/** A private key whose masks are registered: the only type that can be delivered. Only mask() creates one. */
export class MaskedPrivateKey extends HiddenKey {
  readonly #registerMasks: RegisterMasks;

  private constructor(material: PrivateKeyMaterial, registerMasks: RegisterMasks) {
    super(material);
    this.#registerMasks = registerMasks;
  }

  /** Resolves after registerMasks has. If registerMasks rejects, so does this, and there is no masked key. */
  static async mask(key: PrivateKey, registerMasks: RegisterMasks): Promise<MaskedPrivateKey> {
    const material = materialOf(key);
    const texts = new Set([material.pem, material.original]);
    const numbers = secretNumbers(material.key);
    const inPpk = material.ppk === undefined ? [] : masksOfText(material.ppk.lines, numbers);
    await registerMasks([...new Set([...inPpk, ...[...texts].flatMap((text) => masksOf(text, numbers))])]);
    return new MaskedPrivateKey(material, registerMasks);
  }

  /**
   * The only way to the text of the key. Registers the masks of that text first; if that fails, there is no text.
   *
   * `pem`: PKCS#1 for RSA, OpenSSH format for ED25519 and for RSA that was read from it; LF, lines of 64 to 76
   * characters (as EC2 sent them), exactly one final newline. Every version of OpenSSH reads it.
   */
  async as(format: KeyFormat, options: KeyFormatOptions): Promise<string> {
    const encode = await keyFormats[format](options);
    const { text, masks } = encode(materialOf(this), options);
    if (masks.length > 0) await this.#registerMasks(masks);
    return text;
  }
}
