import { readJournal } from '../ec2/journal.ts';
import { findNameHolder } from '../ec2/name-holder.ts';
import { mayDelete } from '../ec2/permissions.ts';
import { putBack } from '../ec2/put-back.ts';
import type { KeyPair } from '../ec2/responses.ts';
import type { InstancesPolicy } from '../inputs/request.ts';
import { parseReference } from '../inputs/store-reference.ts';
import { tagKeys } from '../ownership.ts';
import { deleteCopy } from '../stores/delete-copy.ts';
import { settleNew } from './end-rotation.ts';
import type { OpensInstances } from './instances/plan-instances.ts';
import { settleInstances } from './instances/settle-instances.ts';
import { instancesStay, journalStays, rotationInProgress } from './rotation-errors.ts';
import type { SettlesCopies } from './settle-copy.ts';
import { findJournalOf } from './undo-swap.ts';

/** What `endAbandonedRotation` uses of a step. */
export interface EndsRotations extends SettlesCopies, OpensInstances {}

/**
 * Ends the rotation of a step that no longer runs: puts the old key pair back if none has its name, else completes what is
 * missing. Then the journal is not needed any more.
 *
 * @param policy - `warn` if it may end without instances that cannot be updated; by default, what the rotation began with.
 * @returns What was done, as sentences.
 * @throws KeyPairError `NAME_TAKEN` if a key pair that is neither the old nor the new one has the name, `ROTATION_IN_PROGRESS` if
 * that is not clear, `INSTANCES_NOT_UPDATED` if running instances still accept the wrong key, and the codes of `putBack`, the stores,
 * and `settleInstances`. Then the journal stays.
 */
export async function endAbandonedRotation(
  journal: KeyPair,
  step: EndsRotations,
  policy?: InstancesPolicy,
): Promise<string> {
  const { keyPairs } = step;
  const { keyName = '' } = readJournal(journal) ?? {};
  const ended = `an earlier rotation of key pair "${keyName}" in ${journal.region}`;
  // A read may show a journal that another step has just deleted, and the next rotation may have begun.
  const nonce = journal.tags.get(tagKeys.nonce) ?? '';
  const current = await findJournalOf({ keyPairId: journal.keyPairId, nonce }, keyPairs);
  const isGone = current?.tags.get(tagKeys.nonce) !== nonce || !(await mayDelete(current, keyPairs));
  if (isGone) return `Another step ended ${ended}.`;
  const { how, remaining } = await settle(current, step);
  const instances = await settleAll(current, { remaining, policy }, step);
  await keyPairs.delete(current);
  return [`Ended ${ended}, which a step had ${how}.`, ...instances].join(' ');
}

/** Returns what was done on running instances, as sentences. @throws KeyPairError `INSTANCES_NOT_UPDATED`. */
async function settleAll(
  journal: KeyPair,
  what: { readonly remaining: 'old' | 'new'; readonly policy: InstancesPolicy | undefined },
  step: OpensInstances,
): Promise<string[]> {
  const { said, missed, isOver } = await settleInstances(journal, what, step);
  if (!isOver) throw instancesStay(journal, missed ?? '');
  return [said ?? [], missed === undefined ? [] : `${missed}.`].flat();
}

interface Settled {
  /** Continues "which a step had". */
  readonly how: string;
  /** The key that the key pair has. */
  readonly remaining: 'old' | 'new';
}

async function settle(journal: KeyPair, step: SettlesCopies): Promise<Settled> {
  const { keyPairs } = step;
  const newNonce = readJournal(journal)?.successor?.nonce;
  const unfinished = (id: string) => `left unfinished: the old public key was put back (${id})`;
  const old = (how: string): Settled => ({ how, remaining: 'old' });
  const next = keyPairs.tries();
  do {
    const restored = await putBack(journal, keyPairs);
    if (restored !== undefined) {
      await deleteNewCopy(journal, step);
      return old(unfinished(restored));
    }
    const holder = await findNameHolder(journal, { oldKeyPairId: undefined, newNonce }, keyPairs);
    switch (holder?.whose) {
      case 'new':
        await settleNew(holder, journal, step);
        return { how: 'completed except for its journal', remaining: 'new' };
      case 'original':
      case 'put-back':
        await deleteNewCopy(journal, step);
        return old('left before it changed the key pair, or after it had put the old public key back');
      case 'other':
        throw journalStays(journal, holder.pair);
    }
  } while (await next('all'));
  throw rotationInProgress(journal);
}

/** Deletes the copy of a new private key whose key pair does not exist, if that is what is at its name. */
export async function deleteNewCopy(
  journal: KeyPair,
  { openStore }: Pick<SettlesCopies, 'openStore'>,
): Promise<void> {
  const { successor } = readJournal(journal) ?? {};
  const reference = successor?.store === undefined ? undefined : parseReference(successor.store);
  if (successor === undefined || reference === undefined) return;
  await deleteCopy(await openStore(reference), { keyPairId: '', nonce: successor.nonce }, false);
}
