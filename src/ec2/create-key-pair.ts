import type { Claim } from '../ledger/claim.ts';
import type { KeyPairRecord } from './key-pair-record.ts';
import type { KeyPairs } from './key-pairs.ts';
import type { NewKeyPair } from './requests.ts';
import type { CreatedKeyPair } from './responses.ts';

/** The claim of a key pair that is about to be created, already recorded. */
export interface IntendedKeyPair {
  readonly record: KeyPairRecord;
  readonly claim: Pick<Claim<KeyPairRecord>, 'held' | 'cancelled'>;
}

/**
 * Creates a key pair, and recovers from a lost response.
 *
 * @throws NameTakenError if it is proved that someone else's key pair has the name. KeyPairError
 * `NAME_TAKEN_MAYBE_BY_THIS_STEP` if whose it is is not proved, and the codes of `explain`.
 */
export async function createKeyPair(
  pair: NewKeyPair,
  keyPairs: KeyPairs,
  intended: IntendedKeyPair,
): Promise<CreatedKeyPair> {
  let created: CreatedKeyPair;
  try {
    created = await keyPairs.create(pair);
  } catch (error) {
    const { createAgain } = await import('./create-again.ts');
    return createAgain(error, pair, keyPairs, intended);
  }
  intended.claim.held({ ...intended.record, keyPairId: created.keyPairId });
  return created;
}
