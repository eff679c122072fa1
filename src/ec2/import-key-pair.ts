import { failureOf, isNamed } from '../aws/errors.ts';
import { KeyPairError } from '../errors.ts';
import { ec2FingerprintOfImported, sha256Fingerprint } from '../keys/fingerprint.ts';
import type { PublicKey } from '../keys/public-key.ts';
import { tagKeys } from '../ownership.ts';
import type { IntendedKeyPair } from './create-key-pair.ts';
import type { KeyPairs } from './key-pairs.ts';
import type { ImportedKeyPair } from './requests.ts';
import type { KeyPair } from './responses.ts';
import { ec2ErrorNames } from './responses.ts';

/** How often a name can be taken and freed again by others before this step gives up. */
const maxRequests = 5;

/** The result of an import: this step's own key pair, or the same key that someone else had imported. */
export interface Imported {
  readonly keyPairId: string;
  readonly fingerprint: string;
  readonly created: boolean;
}

/**
 * Imports a public key. Repeating an import is harmless: the nonce shows whether this step imported the key pair, and
 * the public key whether it is the same key.
 *
 * @throws KeyPairError `KEY_DIFFERS` when the name belongs to another key, and the codes of `explain`.
 */
export async function importKeyPair(
  pair: ImportedKeyPair,
  keyPairs: KeyPairs,
  { record, claim }: IntendedKeyPair,
): Promise<Imported> {
  let mayExist = false;
  for (let requests = 1; ; requests += 1) {
    const attempt = await attemptToImport(pair, keyPairs, () => {
      mayExist = true;
    });
    if ('keyPairId' in attempt) {
      claim.held({ ...record, keyPairId: attempt.keyPairId });
      return { ...attempt, created: true };
    }
    const { error } = attempt;
    const isTaken = isNamed(error, ec2ErrorNames.duplicate);
    if (!isTaken && !mayExist && failureOf(error) !== 'uncertain') claim.cancelled();
    if (!isTaken) throw error;
    const holder = await keyPairs.findEventually({ keyName: pair.keyName });
    if (holder !== undefined) return useHolder(holder, pair.publicKey, { record, claim });
    // The name is free again.
    if (requests === maxRequests) throw error;
  }
}

/** Catches only errors of the request: an error of the ledger after it does not mean that EC2 rejected the request. */
async function attemptToImport(
  pair: ImportedKeyPair,
  keyPairs: KeyPairs,
  onResponseLost: () => void,
): Promise<{ readonly keyPairId: string; readonly fingerprint: string } | { readonly error: unknown }> {
  try {
    return await keyPairs.import(pair, onResponseLost);
  } catch (error) {
    return { error };
  }
}

/** Uses the key pair that has the name: this step imported it after all, or someone else imported the same key. */
function useHolder(holder: KeyPair, publicKey: PublicKey, { record, claim }: IntendedKeyPair): Imported {
  const { keyPairId, fingerprint } = holder;
  const created = holder.tags.get(tagKeys.nonce) === record.nonce;
  if (created) claim.held({ ...record, keyPairId });
  else claim.cancelled();
  refuseOtherKey(holder, publicKey);
  return { keyPairId, fingerprint, created };
}

/** @throws KeyPairError `KEY_DIFFERS` unless the key pair holds this public key. */
export function refuseOtherKey(pair: KeyPair, publicKey: PublicKey): void {
  if (pair.publicKey?.equals(publicKey)) return;
  const { keyName, region, keyPairId, fingerprint } = pair;
  const theirs =
    pair.publicKey === undefined ? fingerprint : `${fingerprint}, ${sha256Fingerprint(pair.publicKey)}`;
  const ours = `${ec2FingerprintOfImported(publicKey)}, ${sha256Fingerprint(publicKey)}`;
  throw new KeyPairError(
    'KEY_DIFFERS',
    `Key pair "${keyName}" in ${region} (${keyPairId}) contains a different key (fingerprint ${theirs}; yours is ${ours}).`,
    {
      hint: 'An import never replaces a key. Set another key-name, or delete the key pair first if no one needs it.',
    },
  );
}
