import { findJournal, readJournal } from '../ec2/journal.ts';
import type { KeyPair } from '../ec2/responses.ts';
import { storeOf } from '../ec2/store-of.ts';
import type { DeleteRequest } from '../inputs/request.ts';
import { referenceText } from '../inputs/store-reference.ts';
import { isManaged, tagKeys } from '../ownership.ts';
import { deleteCopy } from '../stores/delete-copy.ts';
import { type ChecksDeletion, outlivesRun } from './check-deletion.ts';
import type { DeletesStoredKeys } from './delete-stored-key.ts';
import { deleteNewCopy } from './end-abandoned.ts';
import { mayBeRunning, type SeesAge } from './journal-age.ts';
import { rotationInProgress } from './rotation-errors.ts';

type Step = Pick<ChecksDeletion, 'run'> & DeletesStoredKeys & SeesAge;

/**
 * The journals that belong to the key pairs to delete, and the other key pairs that were found. From a journal, the next `ensure`
 * would put the key back. One that was asked for by its own name or ID is a key pair as any other. With a run, these are the
 * journals whose key pair is deleted, too, or is gone and was not to outlive the run: a later step ends the other rotations.
 *
 * @throws KeyPairError `ROTATION_IN_PROGRESS` about a key pair whose rotation may still be running. Those of a run are skipped.
 */
export async function findDeletableJournals(
  found: readonly KeyPair[],
  { pairs: choice, force }: Pick<DeleteRequest, 'pairs' | 'force'>,
  step: Step,
): Promise<{ readonly journals: readonly KeyPair[]; readonly others: readonly KeyPair[] }> {
  if ('runId' in choice) return amongRun(found, force, step);
  const keyName = 'keyName' in choice ? choice.keyName : found[0]?.keyName;
  const journal = keyName === undefined ? undefined : await findJournal(keyName, step.keyPairs);
  if (journal === undefined || !isManaged(journal.tags, step.run)) return { journals: [], others: found };
  if (await mayBeRunning(journal, step)) throw rotationInProgress(journal);
  return { journals: [journal], others: found };
}

async function amongRun(
  found: readonly KeyPair[],
  force: boolean,
  step: Step,
): Promise<{ readonly journals: readonly KeyPair[]; readonly others: readonly KeyPair[] }> {
  const isJournal = (pair: KeyPair): boolean => readJournal(pair) !== undefined;
  const others = found.filter((pair) => !isJournal(pair));
  const journals: KeyPair[] = [];
  for (const journal of found.filter(isJournal)) {
    const why = await whyKept(journal, others, force, step);
    if (why === undefined) journals.push(journal);
    else step.log.info(`Kept: key pair "${journal.keyName}". It is the journal of a rotation ${why}.`);
  }
  return { journals, others };
}

/** Continues "a rotation". The tags of a journal have the lifetime of its key pair. */
async function whyKept(
  journal: KeyPair,
  ofRun: readonly KeyPair[],
  force: boolean,
  step: Step,
): Promise<string | undefined> {
  if (await mayBeRunning(journal, step)) return 'that may still be running';
  if (!force && outlivesRun(journal)) return 'of a key pair that is not deleted with its run';
  const { keyName = '' } = readJournal(journal) ?? {};
  const holder = await step.keyPairs.find({ keyName });
  const isOfRun = holder === undefined || ofRun.some(({ keyPairId }) => keyPairId === holder.keyPairId);
  return isOfRun ? undefined : 'of a key pair that is not of this run';
}

/**
 * Deletes a journal, and the copies of the private keys that no key pair has any more. Returns whether it existed.
 *
 * @param deletedIds - Of key pairs that were deleted before. EC2 may still show them.
 */
export async function deleteJournal(
  journal: KeyPair,
  deletedIds: readonly string[],
  step: Step,
): Promise<boolean> {
  const { keyName, keyPairId, region } = journal;
  const { keyName: rotated = '', instances } = readJournal(journal) ?? {};
  await deleteCopies(journal, await findRemaining(rotated, deletedIds, step), step);
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

/** Deletes the copies of both private keys, unless they are of the key pair that has the name now. */
async function deleteCopies(journal: KeyPair, remaining: KeyPair | undefined, step: Step): Promise<void> {
  const { nonce = '', successor } = readJournal(journal) ?? {};
  const lasting = storeOf(journal);
  const nonceNow = remaining?.tags.get(tagKeys.nonce);
  if (remaining !== undefined && nonceNow === undefined) {
    const places = [lasting && referenceText(lasting), successor?.store].filter((one) => one !== undefined);
    if (places.length > 0) step.log.warning(copiesStay(places, remaining));
    return;
  }
  if (nonceNow !== successor?.nonce) await deleteNewCopy(journal, step);
  if (lasting !== undefined && nonceNow !== nonce) {
    await deleteCopy(await step.openStore(lasting), { keyPairId: '', nonce }, false);
  }
}

function copiesStay(places: readonly string[], { keyName, keyPairId, region }: KeyPair): string {
  return `What is in ${places.join(' and ')} was not deleted: EC2 does not show whether it belongs to key pair "${keyName}" (${keyPairId}) in ${region}. If it does not, delete it.`;
}

/** The key pair that has the name after others were deleted, if there is one. */
async function findRemaining(
  keyName: string,
  deletedIds: readonly string[],
  { keyPairs }: Step,
): Promise<KeyPair | undefined> {
  return keyPairs.look(async () => {
    const pair = await keyPairs.find({ keyName });
    return pair === undefined || deletedIds.includes(pair.keyPairId) ? undefined : pair;
  });
}
