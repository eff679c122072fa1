import { findJournal, readJournal } from '../ec2/journal.ts';
import type { KeyPair } from '../ec2/responses.ts';
import type { PairChoice, RunChoice } from '../inputs/request.ts';
import { isManaged } from '../ownership.ts';
import { deleteCopy } from '../stores/delete-copy.ts';
import { mayBeRunning, type SeesAge } from './abandoned-rotation.ts';
import type { ChecksDeletion } from './check-deletion.ts';
import type { DeletesStoredKeys } from './delete-stored-key.ts';
import { deleteNewCopy } from './end-abandoned.ts';
import { storeOf } from './private-key-of-pair.ts';
import { rotationInProgress } from './rotation-errors.ts';

type Step = Pick<ChecksDeletion, 'run'> & DeletesStoredKeys & SeesAge;

/**
 * The journals that belong to the key pairs to delete, and the other key pairs that were found. From a journal, the next `ensure`
 * would put the key back. One that was asked for by its own name or ID is a key pair as any other.
 *
 * @throws KeyPairError `ROTATION_IN_PROGRESS` about a key pair whose rotation may still be running. Those of a run are skipped.
 */
export async function findDeletableJournals(
  found: readonly KeyPair[],
  choice: PairChoice | RunChoice,
  step: Step,
): Promise<{ readonly journals: readonly KeyPair[]; readonly others: readonly KeyPair[] }> {
  if ('runId' in choice) return amongRun(found, step);
  const keyName = 'keyName' in choice ? choice.keyName : found[0]?.keyName;
  const journal = keyName === undefined ? undefined : await findJournal(keyName, step.keyPairs);
  if (journal === undefined || !isManaged(journal.tags, step.run)) return { journals: [], others: found };
  if (await mayBeRunning(journal, step)) throw rotationInProgress(journal);
  return { journals: [journal], others: found };
}

async function amongRun(
  found: readonly KeyPair[],
  step: Step,
): Promise<{ readonly journals: readonly KeyPair[]; readonly others: readonly KeyPair[] }> {
  const journals: KeyPair[] = [];
  const others: KeyPair[] = [];
  for (const pair of found) {
    if (readJournal(pair) === undefined) others.push(pair);
    else if (await mayBeRunning(pair, step)) step.log.info(skipped(pair));
    else journals.push(pair);
  }
  return { journals, others };
}

/** Deletes a journal, and the copies of the private keys that no key pair has any more. Returns whether it existed. */
export async function deleteJournal(journal: KeyPair, step: Step): Promise<boolean> {
  const { keyName, keyPairId, region } = journal;
  const reference = storeOf(journal);
  const { keyName: rotated = '', nonce = '', instances } = readJournal(journal) ?? {};
  const holder = await step.keyPairs.find({ keyName: rotated });
  if (holder === undefined) {
    await deleteNewCopy(journal, step);
    if (reference !== undefined)
      await deleteCopy(await step.openStore(reference), { keyPairId: '', nonce }, false);
  }
  if ((await step.keyPairs.delete(journal)) === 'not-found') return false;
  step.log.info(
    `Deleted key pair "${keyName}" (${keyPairId}) in ${region}, the journal of an earlier rotation.`,
  );
  if (instances?.newKeyDigest !== undefined) {
    step.log.warning(
      `That rotation was updating instances. Those that were launched with key pair "${rotated}" may accept its old key, its new key, or both.`,
    );
  }
  return true;
}

function skipped({ keyName }: KeyPair): string {
  return `Kept: key pair "${keyName}". It is the journal of a rotation that may still be running.`;
}
