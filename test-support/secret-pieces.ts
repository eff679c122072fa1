import type { KeyObject } from 'node:crypto';
import type { CreatedKey } from '../local/aws/keys/created-key.ts';

/** How many secret characters in a row are a leak. In base64, 12 characters are 9 bytes. */
export const leakLength = 12;

const secretNumbers = ['d', 'p', 'q', 'dp', 'dq', 'qi'] as const;

/** Finds pieces of private keys in text, whatever the key is wrapped in: PEM, OpenSSH, PPK, DER. */
export class SecretPieces {
  readonly #sets: readonly ReadonlySet<string>[];

  private constructor(sets: readonly ReadonlySet<string>[]) {
    this.#sets = sets;
  }

  /** The secret numbers of these keys: base64 at each of its three alignments, base64url, and hex. */
  static ofKeys(keys: readonly CreatedKey[]): SecretPieces {
    return new SecretPieces(keys.map(({ privateKey }) => piecesOfKey(privateKey)));
  }

  /** A text as it is, as in JSON, in URLs, base64 at each of its three alignments, base64url, and hex. */
  static ofText(text: string): SecretPieces {
    const spelled = [text, JSON.stringify(text), encodeURIComponent(text)];
    const forms = [...spelled, ...formsOf(Buffer.from(text))];
    return new SecretPieces([new Set(forms.flatMap((form) => piecesOf(form.replace(/\s/g, ''))))]);
  }

  /** The lines of a private key file, without header and footer, and without what the public key shows as well. */
  static ofFile(privateKey: string, publicKey: string): SecretPieces {
    const lines = privateKey.split('\n').filter((line) => !line.includes('-----') && !line.includes(':'));
    const pieces = piecesOf(lines.join(''));
    return new SecretPieces([
      new Set(pieces.filter((piece) => !publicKey.includes(piece) && !/^(.)\1+$/.test(piece))),
    ]);
  }

  /** At how many positions of a text a piece of a secret starts. Whitespace in between does not matter. */
  countIn(text: string): number {
    const joined = text.replace(/\s/g, '');
    let found = 0;
    for (let at = 0; at + leakLength <= joined.length; at += 1) {
      const piece = joined.slice(at, at + leakLength);
      if (this.#sets.some((pieces) => pieces.has(piece))) found += 1;
    }
    return found;
  }
}

/** By key: thousands of jobs get the same few keys. */
const piecesOfKeys = new WeakMap<KeyObject, ReadonlySet<string>>();

function piecesOfKey(privateKey: KeyObject): ReadonlySet<string> {
  const known = piecesOfKeys.get(privateKey);
  if (known !== undefined) return known;
  const jwk = privateKey.export({ format: 'jwk' });
  const numbers = secretNumbers.flatMap((name) => jwk[name] ?? []);
  const forms = numbers.flatMap((number) => formsOf(Buffer.from(number, 'base64url')));
  const pieces = new Set(forms.flatMap(piecesOf));
  piecesOfKeys.set(privateKey, pieces);
  return pieces;
}

function piecesOf(form: string): string[] {
  return Array.from({ length: Math.max(0, form.length - leakLength + 1) }, (_, at) =>
    form.slice(at, at + leakLength),
  );
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
