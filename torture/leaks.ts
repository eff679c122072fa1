import type { MadeKey } from '../local/aws/keys/made-key.ts';

/** How much of a secret in a row is a leak: 12 characters, 9 bytes of base64. */
const pieceLength = 12;

const secretNumbers = ['d', 'p', 'q', 'dp', 'dq', 'qi'] as const;

/**
 * Pieces of private keys, in whatever wraps them (PEM, OpenSSH, PPK, DER): base64 at each of its three alignments,
 * base64url, and hex of the secret numbers.
 */
export class SecretPieces {
  readonly #pieces = new Set<string>();

  constructor(keys: readonly MadeKey[]) {
    for (const { privateKey } of keys) {
      const jwk = privateKey.export({ format: 'jwk' });
      for (const name of secretNumbers) {
        const number = jwk[name];
        if (typeof number === 'string')
          for (const form of formsOf(Buffer.from(number, 'base64url'))) this.#add(form);
      }
    }
  }

  /** How many positions of a text begin a piece of a secret, line ends or not. */
  countIn(text: string): number {
    const joined = text.replace(/\s/g, '');
    let found = 0;
    for (let at = 0; at + pieceLength <= joined.length; at += 1) {
      if (this.#pieces.has(joined.slice(at, at + pieceLength))) found += 1;
    }
    return found;
  }

  #add(form: string): void {
    for (let at = 0; at + pieceLength <= form.length; at += 1)
      this.#pieces.add(form.slice(at, at + pieceLength));
  }
}

function formsOf(number: Buffer): string[] {
  const base64 = [0, 1, 2].map((shift) =>
    // The first and the last group hold bits of what stands beside the number.
    Buffer.concat([Buffer.alloc(shift), number])
      .toString('base64')
      .slice(4, -4),
  );
  const hex = number.toString('hex');
  const urls = base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  return [...base64, ...urls, hex, hex.toUpperCase()];
}
