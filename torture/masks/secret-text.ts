import { randomInt } from 'node:crypto';
import { jwkBytes, type MadeKey } from '../../local/aws/keys/made-key.ts';

/** In this order, so that a part of it is letters and digits. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Texts of either kind that a form is compared with: the chance that a character stays the same in all is nil. */
const comparisons = 8;

/** A file with a private key, and which of its characters say something of the secret numbers, and not only of the public ones. */
export class SecretText {
  readonly text: string;
  readonly #secret: readonly boolean[];

  /** @param text - PEM, or PuTTY's own format; not encrypted. Throws where the key's numbers are not in it. */
  constructor(text: string, key: MadeKey) {
    this.text = text;
    const { from, to } = placeOfSecrets(text);
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
   * Which characters of a form tell of the secret: those that change when the secret does. Some of the secrets that it
   * is compared with keep every form's length: a form that escapes `+` and `/` stays as long.
   */
  tellingIn(form: (text: string) => string): boolean[] {
    const printed = form(this.text);
    const others = this.#withOtherSecrets()
      .map(form)
      .filter(({ length }) => length === printed.length);
    const telling = Array.from(printed, (character, at) => others.some((other) => other[at] !== character));
    // An escape tells as a whole: `%2` begins both `%2B` and `%2F`.
    for (const { index } of printed.matchAll(/%[\dA-F]{2}/g)) {
      telling.fill(telling.slice(index, index + 3).includes(true), index, index + 3);
    }
    return telling;
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

function placeOfSecrets(text: string): { from: number; to: number } {
  const begin = /^(?:-----BEGIN .*-----|Private-Lines: \d+)\n/m.exec(text);
  const end = /^(?:-----END .*-----|Private-MAC: .*)$/m.exec(text);
  if (begin === null || end === null) throw new Error('This file holds no private key');
  return { from: begin.index + begin[0].length, to: end.index };
}

/** By the numbers as node:crypto exports them: PuTTY leaves out what it can compute. */
function secretCharacters(bytes: Buffer, { type, privateKey }: MadeKey, isPutty: boolean): boolean[] {
  const jwk = privateKey.export({ format: 'jwk' });
  const ofRsa = isPutty ? (['d', 'p', 'q', 'qi'] as const) : (['d', 'p', 'q', 'dp', 'dq', 'qi'] as const);
  const secret = new Array<boolean>(Math.ceil((bytes.length * 4) / 3)).fill(false);
  for (const name of type === 'rsa' ? ofRsa : (['d'] as const)) {
    const number = jwkBytes(jwk, name);
    const start = bytes.indexOf(number);
    if (start < 0) throw new Error(`This file does not hold ${name} of the key`);
    secret.fill(true, Math.floor((start * 4) / 3), Math.ceil(((start + number.length) * 4) / 3));
  }
  return secret;
}

function anyOf(characters: string): string {
  return characters[randomInt(characters.length)] ?? '';
}
