import { readJournal } from '../ec2/journal.ts';
import { findNameHolder } from '../ec2/name-holder.ts';
import { mayDelete } from '../ec2/permissions.ts';
import { putBack } from '../ec2/put-back.ts';
import type { KeyPair } from '../ec2/responses.ts';
import { parseReference } from '../inputs/store-reference.ts';
import { tagKeys } from '../ownership.ts';
import { deleteCopy } from '../stores/delete-copy.ts';
import { settleNew } from './end-rotation.ts';
import { journalStays, rotationInProgress } from './rotation-errors.ts';
import type { SettlesCopies } from './settle-copy.ts';
import { findJournalOf } from './undo-swap.ts';

/**
 * Ends the rotation of a step that no longer runs: puts the old key pair back if none has its name, else completes what is
 * missing. Then the journal is not needed any more.
 *
 * @returns What was done, as a sentence.
 * @throws KeyPairError `NAME_TAKEN` if a key pair that is neither the old nor the new one has the name, `ROTATION_IN_PROGRESS` if
 * that is not clear, and the codes of `putBack` and the stores.
 */
export async function endAbandonedRotation(journal: KeyPair, step: SettlesCopies): Promise<string> {
  const { keyPairs } = step;
  const { keyName = '' } = readJournal(journal) ?? {};
  const ended = `an earlier rotation of key pair "${keyName}" in ${journal.region}`;
  // A read may show a journal that another step has just deleted, and the next rotation may have begun.
  const nonce = journal.tags.get(tagKeys.nonce) ?? '';
  const current = await findJournalOf({ keyPairId: journal.keyPairId, nonce }, keyPairs);
  const isGone = current?.tags.get(tagKeys.nonce) !== nonce || !(await mayDelete(current, keyPairs));
  if (isGone) return `Another step ended ${ended}.`;
  const how = await settle(current, step);
  await keyPairs.delete(current);
  return `Ended ${ended}, which a step had ${how}.`;
}

/** Continues "which a step had". */
async function settle(journal: KeyPair, step: SettlesCopies): Promise<string> {
  const { keyPairs } = step;
  const newNonce = readJournal(journal)?.successor?.nonce;
  const unfinished = (id: string) => `left unfinished: the old public key was put back (${id})`;
  const next = keyPairs.tries();
  do {
    const restored = await putBack(journal, keyPairs);
    if (restored !== undefined) {
      await deleteNewCopy(journal, step);
      return unfinished(restored);
    }
    const holder = await findNameHolder(journal, { oldKeyPairId: undefined, newNonce }, keyPairs);
    switch (holder?.whose) {
      case 'new':
        await settleNew(holder, journal, step);
        return 'completed except for its journal';
      case 'original':
      case 'put-back':
        await deleteNewCopy(journal, step);
        return 'left before it changed the key pair, or after it had put the old public key back';
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
