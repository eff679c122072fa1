import { createHash, createHmac } from 'node:crypto';
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
 * PuTTY's format, version 2, unencrypted (PuTTY manual, appendix C): all versions of PuTTY, WinSCP and FileZilla read
 * it. CRLF, as PuTTYgen writes on Windows: some readers take nothing else.
 */
export function encodePpk(key: PrivateKeyMaterial, options: { readonly comment: string }): EncodedKey {
  const { publicKey } = key;
  const comment = printableComment(options.comment);
  const privateBlob = privateBlobOf(key);
  const parts = partsOf(publicKey, { encryption: 'none', comment, privateBlob });
  const mac = createHmac('sha1', macKeyOfVersion2()).update(signedBytes(parts)).digest('hex');
  const text = textOfPpk({ version: 2, parts, derivation: [], writtenBlob: privateBlob, mac });
  return { text: joined(text), masks: masksOfText(text, secretNumbers(key.key)) };
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

/** @param ppk - `derivation`: lines about how the passphrase becomes keys. `writtenBlob`: encrypted, if the file is. */
export function textOfPpk(ppk: {
  readonly version: 2 | 3;
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
      `PuTTY-User-Key-File-${ppk.version}: ${algorithm}`,
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

/** The key of the checksum, without a passphrase: then the checksum only detects damage. */
export function macKeyOfVersion2(): Buffer {
  return createHash('sha1').update('putty-private-key-file-mac-key').digest();
}
