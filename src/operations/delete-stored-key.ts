import type { KeyPairs } from '../ec2/key-pairs.ts';
import type { KeyPair } from '../ec2/responses.ts';
import { referenceText, type StoreReference } from '../inputs/store-reference.ts';
import { tagKeys } from '../ownership.ts';
import { deleteCopy } from '../stores/delete-copy.ts';
import type { Store } from '../stores/store.ts';
import type { Log } from './operation.ts';
import { isYoung } from './young.ts';

/** What `deleteStoredKey` uses of a step. */
export interface DeletesStoredKeys {
  readonly keyPairs: KeyPairs;
  readonly log: Log;
  now(): Date;
  openStore(reference: StoreReference): Promise<Store>;
}

/**
 * Deletes the copy of the private key of a key pair that is about to be deleted, once EC2 has said that it may be: a key
 * pair that stays would have lost its private key.
 *
 * @throws KeyPairError if EC2 would not let the key pair be deleted, or the store did not delete the copy.
 */
export async function deleteStoredKey(
  pair: KeyPair,
  reference: StoreReference,
  { keyPairs, log, now, openStore }: DeletesStoredKeys,
): Promise<void> {
  await keyPairs.checkPermission({ call: 'DeleteKeyPair', pair });
  const { keyPairId, keyName } = pair;
  const nonce = pair.tags.get(tagKeys.nonce) ?? '';
  const deletion = await deleteCopy(await openStore(reference), { keyPairId, nonce }, isYoung(pair, now()));
  const where = referenceText(reference);
  if (deletion === 'deleted') log.info(`Deleted its private key in ${where}.`);
  if (deletion === 'not-own') {
    log.warning(
      `Kept: ${where}. The tag of key pair "${keyName}" names it, but its own tags do not name this key pair.`,
    );
  }
}
