import { readJournal } from '../ec2/journal.ts';
import { findNameHolder, type NameHolder } from '../ec2/name-holder.ts';
import { mayDelete } from '../ec2/permissions.ts';
import { putBack } from '../ec2/put-back.ts';
import type { KeyPair } from '../ec2/responses.ts';
import type { InstancesPolicy } from '../inputs/request.ts';
import { parseReference } from '../inputs/store-reference.ts';
import { type Tag, tagKeys } from '../ownership.ts';
import { deleteCopy } from '../stores/delete-copy.ts';
import { settleNew } from './end-rotation.ts';
import type { OpensInstances } from './instances/plan-instances.ts';
import { settleInstances } from './instances/settle-instances.ts';
import { instancesStay, journalStays, rotationInProgress } from './rotation-errors.ts';
import { CopyMissing, type SettlesCopies } from './settle-copy.ts';
import { findJournalOf } from './undo-swap.ts';

/** What `endAbandonedRotation` uses of a step. */
export interface EndsRotations extends SettlesCopies, OpensInstances {}

/** A tag that was set on a key pair. */
export interface NotedTag {
  readonly keyPairId: string;
  readonly tag: Tag;
}

/** What came of the end of a rotation. */
export interface EndedRotation {
  /** What was done, as sentences. */
  readonly said: string;
  /** The tag that says what the next rotation has to remove from instances. EC2 may show its key pair without it for now. */
  readonly noted?: NotedTag | undefined;
}

/**
 * Ends the rotation of a step that no longer runs: puts the old key pair back if none has its name, else completes what is
 * missing. Then the journal is not needed any more.
 *
 * @param policy - Set if a rotation follows that also updates instances. `warn` if this one may end without some of them; by
 * default, what it began with.
 * @throws KeyPairError `NAME_TAKEN` if a key pair that is neither the old nor the new one has the name, `ROTATION_IN_PROGRESS` if
 * that is not clear, `INSTANCES_NOT_UPDATED` if running instances still accept the wrong key, and the codes of `putBack`, the stores,
 * and `settleInstances`. Then the journal stays.
 */
export async function endAbandonedRotation(
  journal: KeyPair,
  step: EndsRotations,
  policy?: InstancesPolicy,
): Promise<EndedRotation> {
  const { keyPairs } = step;
  const { keyName = '' } = readJournal(journal) ?? {};
  const ended = `an earlier rotation of key pair "${keyName}" in ${journal.region}`;
  // A read may show a journal that another step has just deleted, and the next rotation may have begun.
  const nonce = journal.tags.get(tagKeys.nonce) ?? '';
  const current = await findJournalOf({ keyPairId: journal.keyPairId, nonce }, keyPairs);
  const isGone = current?.tags.get(tagKeys.nonce) !== nonce || !(await mayDelete(current, keyPairs));
  if (isGone) return { said: `Another step ended ${ended}.` };
  const settled = await settle(current, step);
  const { said, noted } = await settleAll(current, settled, policy, step);
  await keyPairs.delete(current);
  return { said: [`Ended ${ended}, which a step had ${settled.how}.`, ...said].join(' '), noted };
}

/** @returns What was done on running instances, as sentences. @throws KeyPairError `INSTANCES_NOT_UPDATED`. */
async function settleAll(
  journal: KeyPair,
  { newPair, isNewKeyLost }: Settled,
  policy: InstancesPolicy | undefined,
  step: Pick<EndsRotations, 'keyPairs' | 'openInstances'>,
): Promise<{ readonly said: string[]; readonly noted?: NotedTag }> {
  const remaining = newPair === undefined ? 'old' : 'new';
  const { said, missed, isOver, unrevoked } = await settleInstances(
    journal,
    { remaining, policy, isNewKeyLost },
    step,
  );
  if (!isOver) throw instancesStay(journal, missed ?? '');
  const sentences = [said ?? [], missed === undefined ? [] : `${missed}.`].flat();
  if (unrevoked === undefined || newPair === undefined) return { said: sentences };
  if ((await step.keyPairs.tag(newPair, [unrevoked])) === 'not-found') throw rotationInProgress(journal);
  return { said: sentences, noted: { keyPairId: newPair.keyPairId, tag: unrevoked } };
}

interface Settled {
  /** Continues "which a step had". */
  readonly how: string;
  /** The key pair with the new key, if that is the one that has the name. */
  readonly newPair?: KeyPair;
  /** Whether the new private key is no longer where it was kept. */
  readonly isNewKeyLost?: boolean;
}

async function settle(journal: KeyPair, step: SettlesCopies): Promise<Settled> {
  const { keyPairs } = step;
  const newNonce = readJournal(journal)?.successor?.nonce;
  const unfinished = (id: string) => `left unfinished: the old public key was put back (${id})`;
  const next = keyPairs.tries();
  do {
    const restored = await putBack(journal, keyPairs);
    if (restored !== undefined) {
      await deleteNewCopy(journal, step);
      return { how: unfinished(restored) };
    }
    const holder = await findNameHolder(journal, { oldKeyPairId: undefined, newNonce }, keyPairs);
    switch (holder?.whose) {
      case 'new':
        return completed(holder, journal, step);
      case 'original':
      case 'put-back':
        await deleteNewCopy(journal, step);
        return { how: 'left before it changed the key pair, or after it had put the old public key back' };
      case 'other':
        throw journalStays(journal, holder.pair);
    }
  } while (await next('all'));
  throw rotationInProgress(journal);
}

async function completed(holder: NameHolder, journal: KeyPair, step: SettlesCopies): Promise<Settled> {
  const how = 'completed except for its journal';
  const newPair = holder.pair;
  try {
    await settleNew(holder, journal, step);
    return { how, newPair };
  } catch (error) {
    // Waiting would not bring it back. Another rotation can replace it, once this one is over.
    if (!(error instanceof CopyMissing)) throw error;
    return { how: `${how}. ${error.message.replace(/\.$/, '')}`, newPair, isNewKeyLost: true };
  }
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
