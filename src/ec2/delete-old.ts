import { failureOf } from '../aws/errors.ts';
import type { Claim } from '../ledger/claim.ts';
import type { KeyPairs } from './key-pairs.ts';
import type { ExistingKeyPair } from './requests.ts';

/**
 * Deletes a key pair that is put back if what replaces it fails. "Not found" does not prove that someone else deleted it: a device
 * on the way may have sent the request twice.
 *
 * @param claim - Cancelled if the key pair was certainly not deleted.
 * @throws AwsError as `KeyPairs.delete`.
 */
export async function deleteOld(
  old: ExistingKeyPair,
  keyPairs: Pick<KeyPairs, 'delete'>,
  claim: Pick<Claim<never>, 'cancelled'>,
): Promise<void> {
  let isUncertain = false;
  try {
    await keyPairs.delete(old, () => {
      isUncertain = true;
    });
  } catch (error) {
    // Proof that it was not deleted: EC2 itself refused every request.
    if (!isUncertain && failureOf(error) !== 'uncertain') claim.cancelled();
    throw error;
  }
}
