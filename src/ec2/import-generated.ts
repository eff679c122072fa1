import { isFingerprintOf } from '../keys/fingerprint.ts';
import { generatePrivateKey } from '../keys/generate.ts';
import type { PrivateKey } from '../keys/private-key.ts';
import type { IntendedKeyPair } from './create-key-pair.ts';
import { importKeyPair } from './import-key-pair.ts';
import type { KeyPairs } from './key-pairs.ts';
import { NameTakenError } from './name-taken.ts';
import type { NewKeyPair } from './requests.ts';
import type { CreatedKeyPair } from './responses.ts';

/**
 * Generates a private key in this process, and imports its public half: EC2 never has the private key, so a lost response
 * loses nothing.
 *
 * @param intend - Claims the key pair, once there is a key.
 * @throws NameTakenError, KeyPairError as `createKeyPair`.
 */
export async function importGenerated(
  pair: NewKeyPair,
  keyPairs: KeyPairs,
  intend: () => IntendedKeyPair,
): Promise<CreatedKeyPair> {
  const privateKey = await generatePrivateKey(pair.keyType);
  return importPublicHalf(privateKey, pair, keyPairs, intend());
}

/** Imports the public half of a private key. @throws as `importGenerated`. */
export async function importPublicHalf(
  privateKey: PrivateKey,
  pair: NewKeyPair,
  keyPairs: KeyPairs,
  intended: IntendedKeyPair,
): Promise<CreatedKeyPair> {
  const { keyName, tags } = pair;
  const { publicKey } = privateKey;
  const imported = await importKeyPair({ keyName, publicKey, tags }, keyPairs, intended, (holder) => {
    if (holder.publicKey?.equals(publicKey) !== true) throw new NameTakenError(holder, pair, undefined);
  });
  const { keyPairId, fingerprint } = imported;
  const fingerprintFits = isFingerprintOf(privateKey, fingerprint);
  return { keyPairId, keyName, region: keyPairs.region, fingerprint, fingerprintFits, privateKey };
}
