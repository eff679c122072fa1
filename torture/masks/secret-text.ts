import { randomInt } from 'node:crypto';
import { type CreatedKey, jwkBytes } from '../../local/aws/keys/created-key.ts';

const lettersAndDigits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const alphabet = `${lettersAndDigits}+/`;

/** The first byte of PKCS#1 and PKCS#8. */
const derSequence = 0x30;

/** How many texts of each kind a form is compared with. The chance that a character is the same in all is negligible. */
const comparisons = 8;

/**
 * What is printed of texts with other secrets: of any characters (in the first, only `+` and `/`), or with `+` and `/` at
 * the same places.
 */
export interface Others {
  readonly anyCharacters: readonly string[];
  readonly lettersOnly: readonly string[];
}

/**
 * Which characters change with the secret. What escapes `+` and `/` is found by the length of what it prints: there, only
 * letters and digits count.
 */
export function changesIn(printed: string, { anyCharacters, lettersOnly }: Others): boolean[] {
  const isEscaped = anyCharacters.some(({ length }) => length !== printed.length);
  const others = isEscaped ? lettersOnly : anyCharacters;
  return Array.from(printed, (character, at) => others.some((other) => other[at] !== character));
}

/** A private key file, and which of its characters depend on the secret numbers. */
export class SecretText {
  readonly text: string;
  readonly #secret: readonly boolean[];
  /** What every form is compared with. */
  #others: Others | undefined;

  /**
   * @param text - PEM or PPK, not encrypted.
   * @throws Error when the text does not contain the secret numbers of the key.
   */
  constructor(text: string, key: CreatedKey) {
    this.text = text;
    const { from, to } = rangeOfSecrets(text);
    const body = text.slice(from, to).replaceAll(/[\r\n]/g, '');
    const inBody = secretCharacters(Buffer.from(body, 'base64'), key);
    let at = 0;
    this.#secret = Array.from(text, (character, index) => {
      if (index < from || index >= to || /[\r\n]/.test(character)) return false;
      at += 1;
      return inBody[at - 1] === true;
    });
  }

  /** Which characters of a form depend on the secret. */
  secretAt(form: (text: string) => string): boolean[] {
    this.#others ??= this.withOtherSecrets();
    const { anyCharacters, lettersOnly } = this.#others;
    return changesIn(form(this.text), {
      anyCharacters: anyCharacters.map(form),
      lettersOnly: lettersOnly.map(form),
    });
  }

  /** The same text with other secrets. */
  withOtherSecrets(): Others {
    return {
      // What is escaped in every place shows in the length, even if base64 rounds it.
      anyCharacters: [
        this.#withAnotherSecret(() => anyOf('+/')),
        ...this.#withOtherSecrets(() => anyOf(alphabet)),
      ],
      lettersOnly: this.#withOtherSecrets((character) =>
        lettersAndDigits.includes(character) ? anyOf(lettersAndDigits) : character,
      ),
    };
  }

  #withOtherSecrets(another: (character: string) => string): string[] {
    return Array.from({ length: comparisons }, () => this.#withAnotherSecret(another));
  }

  #withAnotherSecret(another: (character: string) => string): string {
    return Array.from(this.text, (character, at) =>
      this.#secret[at] === true ? another(character) : character,
    ).join('');
  }
}

function rangeOfSecrets(text: string): { from: number; to: number } {
  const begin = /^(?:-----BEGIN .*-----|Private-Lines: \d+)\r?\n/m.exec(text);
  const end = /^(?:-----END .*-----|Private-MAC: .*)\r?$/m.exec(text);
  if (begin === null || end === null) throw new Error('This file contains no private key');
  return { from: begin.index + begin[0].length, to: end.index };
}

/** Based on the numbers that node:crypto exports. PuTTY and OpenSSH omit those that they can compute. */
function secretCharacters(bytes: Buffer, { type, privateKey }: CreatedKey): boolean[] {
  const jwk = privateKey.export({ format: 'jwk' });
  const isDer = bytes[0] === derSequence;
  const ofRsa = isDer ? (['d', 'p', 'q', 'dp', 'dq', 'qi'] as const) : (['d', 'p', 'q', 'qi'] as const);
  const secret = new Array<boolean>(Math.ceil((bytes.length * 4) / 3)).fill(false);
  for (const name of type === 'rsa' ? ofRsa : (['d'] as const)) {
    const number = jwkBytes(jwk, name);
    const start = bytes.indexOf(number);
    if (start < 0) throw new Error(`This file does not contain ${name} of the key`);
    secret.fill(true, Math.floor((start * 4) / 3), Math.ceil(((start + number.length) * 4) / 3));
  }
  return secret;
}

function anyOf(characters: string): string {
  return characters[randomInt(characters.length)] ?? '';
}
