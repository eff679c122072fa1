import { isFingerprintOf } from '../keys/fingerprint.ts';
import { generatePrivateKey } from '../keys/generate.ts';
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
  const { keyName, keyType, tags } = pair;
  const privateKey = await generatePrivateKey(keyType);
  const { publicKey } = privateKey;
  const imported = await importKeyPair({ keyName, publicKey, tags }, keyPairs, intend(), (holder) => {
    if (holder.publicKey?.equals(publicKey) !== true) throw new NameTakenError(holder, pair, undefined);
  });
  const { keyPairId, fingerprint } = imported;
  const fingerprintFits = isFingerprintOf(privateKey, fingerprint);
  return { keyPairId, keyName, region: keyPairs.region, fingerprint, fingerprintFits, privateKey };
}
