import type { CreatedKey } from '../local/aws/keys/created-key.ts';

/** How many secret characters in a row are a leak. In base64, 12 characters are 9 bytes. */
export const leakLength = 12;

const secretNumbers = ['d', 'p', 'q', 'dp', 'dq', 'qi'] as const;

/** Finds pieces of private keys in text, whatever the key is wrapped in: PEM, OpenSSH, PPK, DER. */
export class SecretPieces {
  readonly #pieces = new Set<string>();

  /** The secret numbers of these keys: base64 at each of its three alignments, base64url, and hex. */
  static ofKeys(keys: readonly CreatedKey[]): SecretPieces {
    const pieces = new SecretPieces();
    for (const { privateKey } of keys) {
      const jwk = privateKey.export({ format: 'jwk' });
      for (const name of secretNumbers) {
        const number = jwk[name];
        if (typeof number === 'string')
          for (const form of formsOf(Buffer.from(number, 'base64url'))) pieces.#add(form);
      }
    }
    return pieces;
  }

  /** A text as it is, as in JSON, in URLs, base64 at each of its three alignments, base64url, and hex. */
  static ofText(text: string): SecretPieces {
    const pieces = new SecretPieces();
    const spelled = [text, JSON.stringify(text), encodeURIComponent(text)];
    for (const form of [...spelled, ...formsOf(Buffer.from(text))]) pieces.#add(form.replace(/\s/g, ''));
    return pieces;
  }

  /** The lines of a private key file, without header and footer, and without what the public key shows as well. */
  static ofFile(privateKey: string, publicKey: string): SecretPieces {
    const pieces = new SecretPieces();
    const lines = privateKey.split('\n').filter((line) => !line.includes('-----') && !line.includes(':'));
    pieces.#add(lines.join(''), (piece) => !publicKey.includes(piece) && !/^(.)\1+$/.test(piece));
    return pieces;
  }

  /** At how many positions of a text a piece of a secret starts. Whitespace in between does not matter. */
  countIn(text: string): number {
    const joined = text.replace(/\s/g, '');
    let found = 0;
    for (let at = 0; at + leakLength <= joined.length; at += 1) {
      if (this.#pieces.has(joined.slice(at, at + leakLength))) found += 1;
    }
    return found;
  }

  #add(form: string, isSecret = (_: string): boolean => true): void {
    for (let at = 0; at + leakLength <= form.length; at += 1) {
      const piece = form.slice(at, at + leakLength);
      if (isSecret(piece)) this.#pieces.add(piece);
    }
  }
}

function formsOf(number: Buffer): string[] {
  const base64 = [0, 1, 2].map((shift) =>
    // The first and the last group also hold bits of the bytes next to the number.
    Buffer.concat([Buffer.alloc(shift), number])
      .toString('base64')
      .slice(4, -4),
  );
  const hex = number.toString('hex');
  const urls = base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  return [...base64, ...urls, hex, hex.toUpperCase()];
}
