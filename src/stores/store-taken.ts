import { KeyPairError } from '../errors.ts';
import { keptPairIn } from './copy-tags.ts';
import type { Store, StoreEntry } from './store.ts';

/**
 * Checks that nothing is at a name, also nothing that could be restored.
 *
 * @throws KeyPairError `STORE_TAKEN`, `STORE_PENDING_DELETION`, and the codes of `explain`.
 */
export async function requireFree(store: Store): Promise<void> {
  const entry = await store.look();
  if (entry !== undefined) throw storeTaken(store, entry);
}

/**
 * Something else is at the name: the private key of another key pair, or a value of someone else.
 *
 * @param entry - Undefined if the store does not show what is there.
 */
export function storeTaken(store: Store, entry: StoreEntry | undefined): KeyPairError {
  if (entry?.isPendingDeletion === true) return store.pendingDeletion();
  const keyPairId = entry && keptPairIn(entry.tags);
  const what =
    keyPairId === undefined
      ? 'a value that this action did not create'
      : `the private key of another key pair (${keyPairId})`;
  return new KeyPairError(
    'STORE_TAKEN',
    `${store.reference} already exists in ${store.region}, with ${what}. It was left untouched.`,
    {
      hint: `Set another name in store, such as ${store.reference.replace(/:.*/, '')}:…/{key-name}. If ${keyPairId === undefined ? 'no one needs the value' : 'that key pair no longer exists'}, delete ${keyPairId === undefined ? 'it' : 'its private key'}:\n${store.deleteCommand()}`,
    },
  );
}
