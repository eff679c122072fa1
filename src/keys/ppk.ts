import { createHmac } from 'node:crypto';
import { masksOfText, type SecretText } from './masks.ts';
import { wrap } from './pem.ts';
import { type EncodedKey, numberOf, type PrivateKeyMaterial, secretNumbers } from './private-key-material.ts';
import { type PublicKey, printableComment } from './public-key.ts';
import { wireInteger, wireString } from './wire.ts';

const lineWidth = 64;

/** What the checksum of a PPK file covers. */
export interface SignedParts {
  readonly algorithm: string;
  readonly encryption: string;
  readonly comment: string;
  readonly publicBlob: Buffer;
  /** Not encrypted, with the padding of the encryption. */
  readonly privateBlob: Buffer;
}

/**
 * PuTTY's format without a passphrase: the file that the key was read from, such as EC2's, or version 3 (PuTTY manual,
 * appendix C). CRLF, as PuTTYgen writes on Windows: some readers take nothing else.
 */
export function encodePpk(key: PrivateKeyMaterial, options: { readonly comment: string }): EncodedKey {
  // The masks of the text are registered with those of the key.
  if (key.ppk !== undefined) return { text: key.ppk.text, masks: [] };
  const { text, lines } = plainPpk(key, options);
  return { text, masks: masksOfText(lines, secretNumbers(key.key)) };
}

/** Version 3 without a passphrase. */
export function plainPpk(
  key: PrivateKeyMaterial,
  options: { readonly comment: string },
): { readonly text: string; readonly lines: SecretText } {
  const comment = printableComment(options.comment);
  const privateBlob = privateBlobOf(key);
  const parts = partsOf(key.publicKey, { encryption: 'none', comment, privateBlob });
  // Without a passphrase, the key of the checksum is empty: it only detects damage.
  const mac = createHmac('sha256', '').update(signedBytes(parts)).digest('hex');
  const lines = textOfPpk({ parts, derivation: [], writtenBlob: privateBlob, mac });
  return { text: joined(lines), lines };
}

export function partsOf(
  { algorithm, blob }: PublicKey,
  others: Pick<SignedParts, 'encryption' | 'comment' | 'privateBlob'>,
): SignedParts {
  return { algorithm, publicBlob: blob, ...others };
}

export function signedBytes(parts: SignedParts): Buffer {
  const { algorithm, encryption, comment, publicBlob, privateBlob } = parts;
  return Buffer.concat([algorithm, encryption, comment, publicBlob, privateBlob].map(wireString));
}

/** Version 3. @param ppk - `derivation`: how the passphrase becomes keys. `writtenBlob`: encrypted, if the file is. */
export function textOfPpk(ppk: {
  readonly parts: SignedParts;
  readonly derivation: readonly string[];
  readonly writtenBlob: Buffer;
  readonly mac: string;
}): SecretText {
  const { algorithm, encryption, comment, publicBlob } = ppk.parts;
  const publicLines = wrap(publicBlob.toString('base64'), lineWidth);
  const privateLines = wrap(ppk.writtenBlob.toString('base64'), lineWidth);
  return {
    before: [
      `PuTTY-User-Key-File-3: ${algorithm}`,
      `Encryption: ${encryption}`,
      `Comment: ${comment}`,
      `Public-Lines: ${publicLines.length}`,
      ...publicLines,
      ...ppk.derivation,
      `Private-Lines: ${privateLines.length}`,
    ],
    secret: privateLines,
    after: [`Private-MAC: ${ppk.mac}`],
  };
}

export function joined({ before, secret, after }: SecretText): string {
  return [...before, ...secret, ...after].map((line) => `${line}\r\n`).join('');
}

/** RSA: d, p, q and the inverse of q modulo p, as mpints. ED25519: the 32 bytes of the seed, as a string. */
export function privateBlobOf({ key, publicKey }: PrivateKeyMaterial): Buffer {
  if (publicKey.type === 'ed25519') return wireString(numberOf(key, 'd'));
  const names = ['d', 'p', 'q', 'qi'] as const;
  return Buffer.concat(names.map((name) => wireInteger(numberOf(key, name))));
}
