import { randomInt } from 'node:crypto';
import { type CreatedKey, jwkBytes } from '../../local/aws/keys/created-key.ts';

/** Letters and digits first. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** How many texts of each kind a form is compared with. The chance that a character is the same in all is negligible. */
const comparisons = 8;

/** A private key file, and which of its characters depend on the secret numbers. */
export class SecretText {
  readonly text: string;
  readonly #secret: readonly boolean[];

  /**
   * @param text - PEM or PPK, not encrypted.
   * @throws Error when the text does not contain the secret numbers of the key.
   */
  constructor(text: string, key: CreatedKey) {
    this.text = text;
    const { from, to } = rangeOfSecrets(text);
    const body = text.slice(from, to).replaceAll('\n', '');
    const inBody = secretCharacters(Buffer.from(body, 'base64'), key, text.startsWith('PuTTY'));
    let at = 0;
    this.#secret = Array.from(text, (character, index) => {
      if (index < from || index >= to || character === '\n') return false;
      at += 1;
      return inBody[at - 1] === true;
    });
  }

  /**
   * Which characters of a form depend on the secret: those that change with it. Some of the secrets that it is compared
   * with keep the length of every form, even of those that escape `+` and `/`.
   */
  secretAt(form: (text: string) => string): boolean[] {
    const printed = form(this.text);
    const others = this.#withOtherSecrets()
      .map(form)
      .filter(({ length }) => length === printed.length);
    const secretAt = Array.from(printed, (character, at) => others.some((other) => other[at] !== character));
    // An escape counts as a whole: `%2` starts both `%2B` and `%2F`.
    for (const { index } of printed.matchAll(/%[\dA-F]{2}/g)) {
      secretAt.fill(secretAt.slice(index, index + 3).includes(true), index, index + 3);
    }
    return secretAt;
  }

  #withOtherSecrets(): string[] {
    return Array.from({ length: 2 * comparisons }, (_, round) =>
      Array.from(this.text, (character, index) => {
        if (this.#secret[index] !== true) return character;
        return round % 2 === 0
          ? anyOf(alphabet)
          : anyOf(character === '+' || character === '/' ? '+/' : alphabet.slice(0, 62));
      }).join(''),
    );
  }
}

function rangeOfSecrets(text: string): { from: number; to: number } {
  const begin = /^(?:-----BEGIN .*-----|Private-Lines: \d+)\n/m.exec(text);
  const end = /^(?:-----END .*-----|Private-MAC: .*)$/m.exec(text);
  if (begin === null || end === null) throw new Error('This file contains no private key');
  return { from: begin.index + begin[0].length, to: end.index };
}

/** Based on the numbers that node:crypto exports. PuTTY omits those that it can compute. */
function secretCharacters(bytes: Buffer, { type, privateKey }: CreatedKey, isPutty: boolean): boolean[] {
  const jwk = privateKey.export({ format: 'jwk' });
  const ofRsa = isPutty ? (['d', 'p', 'q', 'qi'] as const) : (['d', 'p', 'q', 'dp', 'dq', 'qi'] as const);
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
