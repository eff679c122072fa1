import type { MadeKey } from '../../local/aws/keys/made-key.ts';
import { privateKeyText } from '../../local/aws/keys/private-key-text.ts';

const shortestPiece = 16;

/** Pieces of 16 characters of any of these private keys, as PEM has them in a line, that a text shows. */
export function leaksIn(text: string, keys: readonly MadeKey[]): string[] {
  return keys.flatMap((key) => leakedPieces(privateKeyText(key, 'pem', ''), publicText(key), text));
}

function publicText({ publicBlob }: MadeKey): string {
  return publicBlob.toString('base64');
}

/** Header, footer, and what stands in the public key as well, are no secret. */
export function leakedPieces(pem: string, publicKey: string, text: string): string[] {
  const lines = pem.split('\n').filter((line) => line !== '' && !line.includes('-----'));
  return lines.flatMap((line) =>
    Array.from({ length: Math.max(line.length - shortestPiece + 1, 0) }, (_, start) =>
      line.slice(start, start + shortestPiece),
    ).filter((piece) => !publicKey.includes(piece) && text.includes(piece)),
  );
}
