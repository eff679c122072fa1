import { parseReference } from '../../inputs/store-reference.ts';
import type { ReleaseOutcome } from '../../ledger/claim.ts';
import { deleteCommand } from '../../stores/delete-command.ts';
import { adviceOnCleanup, deleteCopy, whyCleanupFailed } from '../../stores/delete-copy.ts';
import type { Store } from '../../stores/store.ts';
import type { StoreAccess, StoreCleanupContext } from '../destination.ts';
import type { StoreRecord } from './store-record.ts';

/** Deletes a claimed copy, and only if its own tags name its key pair. */
export async function releaseCopy(
  record: StoreRecord,
  { openStore }: StoreCleanupContext,
): Promise<ReleaseOutcome> {
  const reference = parseReference(record.reference);
  const what = describe(record);
  if (reference === undefined) return { outcome: 'left', what, why: 'its name is not valid' };
  let access: StoreAccess | undefined;
  try {
    access = await openStore(reference, record.region);
    return await releaseFrom(access, record);
  } catch (error) {
    const why = whyCleanupFailed(error);
    const advice = adviceOnCleanup(error, access?.store.deleteActions);
    return { outcome: 'left', what, why, ...advice, command: deleteCommand(reference, record.region) };
  }
}

async function releaseFrom(access: StoreAccess, record: StoreRecord): Promise<ReleaseOutcome> {
  const { store } = access;
  const what = describe(record);
  let deletion = await deleteCopy(store, record, true);
  if (deletion === 'absent') {
    const why = await whyNotFound(access, record);
    if (why !== undefined) return { outcome: 'left', what, why, command: store.deleteCommand() };
    // Proof that it is gone: the store had it, and shows nothing at its name.
    if (record.confirmed) return { outcome: 'already-gone', what };
    deletion = (await searchCopy(store, record)) ?? 'absent';
    if (deletion === 'absent') return { outcome: 'not-found', what, command: store.deleteCommand() };
  }
  // Proof that it is gone, or never was: something else has its name.
  if (deletion === 'not-own') return { outcome: 'already-gone', what };
  return { outcome: 'done', said: `Deleted ${what}.` };
}

/** Looks until the step's time is up: a request that got no response may be executed late. */
function searchCopy(store: Store, record: StoreRecord): Promise<'deleted' | 'not-own' | undefined> {
  return store.search(async () => {
    const deletion = await deleteCopy(store, record, false);
    return deletion === 'absent' ? undefined : deletion;
  });
}

/** Why it proves nothing that a copy was not found. */
async function whyNotFound(
  { store, isSameAccount }: StoreAccess,
  record: StoreRecord,
): Promise<string | undefined> {
  if ((await store.endpoint()) !== record.endpoint) {
    return 'it was not found, but the current AWS endpoint is not the one that has it';
  }
  if (await isSameAccount(record)) return undefined;
  return 'it was not found, but the current AWS credentials may belong to another account';
}

/** Names a copy to users. */
export function describe({ reference, region }: StoreRecord): string {
  return `the private key in ${reference} in ${region}`;
}
