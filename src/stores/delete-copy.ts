import { isCopyOf, type KeptPair } from './copy-tags.ts';
import type { Store } from './store.ts';

export { adviceOnCleanup, whyCleanupFailed } from '../aws/cleanup-advice.ts';

/** What became of a copy. `not-own`: what is at its name does not have the tags of the key pair, and was left untouched. */
export type CopyDeletion = 'deleted' | 'absent' | 'not-own';

/**
 * Deletes the copy of a key pair's private key, if that is what is at the name, according to its own tags.
 *
 * @param isNew - Whether it may have been written just now: then reads may not show it yet.
 */
export async function deleteCopy(store: Store, pair: KeptPair, isNew: boolean): Promise<CopyDeletion> {
  const entry = isNew
    ? await store.poll(async (isLast) => {
        const seen = await store.look();
        return seen !== undefined && (isCopyOf(pair, seen.tags) || isLast) ? seen : undefined;
      })
    : await store.look();
  if (entry === undefined) return 'absent';
  if (!isCopyOf(pair, entry.tags)) return 'not-own';
  await store.delete();
  return 'deleted';
}
