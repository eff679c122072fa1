import { createHmac } from 'node:crypto';
import { encodePpk, joined, partsOf, privateBlobOf, signedBytes, textOfPpk } from './ppk.ts';
import { encrypt, encryption, keysOfVersion3, newDerivation, padded } from './ppk-encryption.ts';
import type { EncodedKey, PrivateKeyMaterial } from './private-key-material.ts';
import { printableComment } from './public-key.ts';

/**
 * PuTTY's format, version 3, encrypted: PuTTY since 0.75 and WinSCP since 5.20 read it. The text is not secret without
 * the passphrase. The masks are those of the text without one, which a later step may write.
 *
 * @throws KeyPairError `PASSPHRASE_NOT_SUPPORTED`.
 */
export function encodePpkWithPassphrase(
  key: PrivateKeyMaterial,
  options: { readonly comment: string; readonly passphrase: string },
): EncodedKey {
  const derivation = newDerivation();
  const keys = keysOfVersion3(options.passphrase, derivation);
  const privateBlob = padded(privateBlobOf(key));
  const comment = printableComment(options.comment);
  const parts = partsOf(key.publicKey, { encryption, comment, privateBlob });
  const { flavor, memory, passes, parallelism, salt } = derivation;
  const text = textOfPpk({
    parts,
    derivation: [
      `Key-Derivation: ${flavor}`,
      `Argon2-Memory: ${memory}`,
      `Argon2-Passes: ${passes}`,
      `Argon2-Parallelism: ${parallelism}`,
      `Argon2-Salt: ${salt.toString('hex')}`,
    ],
    writtenBlob: encrypt(privateBlob, keys),
    mac: createHmac('sha256', keys.macKey).update(signedBytes(parts)).digest('hex'),
  });
  return { text: joined(text), masks: encodePpk(key, options).masks };
}
