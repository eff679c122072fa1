import { readJournal } from '../ec2/journal.ts';
import { type KeyPairAccess, type OpensRegion, releaseKeyPair } from '../ec2/key-pair-claim.ts';
import { findNameHolder, type NameHolder } from '../ec2/name-holder.ts';
import { mayDelete } from '../ec2/permissions.ts';
import type { KeyPair } from '../ec2/responses.ts';
import { journalIn, type RotationRecord } from '../ec2/rotation-record.ts';
import type { RegisterMasks } from '../keys/private-key.ts';
import type { ReleaseOutcome } from '../ledger/claim.ts';
import { isManaged, tagKeys } from '../ownership.ts';
import type { OpensInstances } from './instances/plan-instances.ts';
import { settleInstances } from './instances/settle-instances.ts';
import { type SettlesCopies, settleCopy } from './settle-copy.ts';
import { findJournalOf } from './undo-swap.ts';
import { leftByFailure, leftTaken, leftUnfinished, readName } from './unfinished.ts';

/** What a release needs of the record's own Region. */
export type RotationAccess = KeyPairAccess & OpensInstances & Pick<SettlesCopies, 'openStore'>;

/**
 * Releases the claim of a journal: deletes it, once the swap is undone or complete. Until a key pair with the old or the new key
 * provably has the name, it stays: it may be all that is left of the old key.
 *
 * @param open - Opens the record's Region with the current credentials.
 */
export async function releaseRotation(
  record: RotationRecord,
  open: OpensRegion<RotationAccess>,
  registerMasks: RegisterMasks,
): Promise<ReleaseOutcome> {
  let settled: Settled;
  try {
    settled = await settleClaimed(record, await open(record.region, record), registerMasks);
  } catch (error) {
    return leftByFailure(record, error);
  }
  if (settled.left !== undefined) return settled.left;
  return alsoSaying(settled.said, await releaseKeyPair(journalIn(record), open));
}

interface Settled {
  /** Why the journal must stay; undefined if it need not. */
  readonly left?: ReleaseOutcome;
  /** What was done on running instances, and what was not, as sentences. */
  readonly said?: string;
}

async function settleClaimed(
  record: RotationRecord,
  access: RotationAccess,
  registerMasks: RegisterMasks,
): Promise<Settled> {
  const { keyPairId, nonce, swapping, over, instances } = record;
  const isSettled = over === true || (swapping === undefined && instances === undefined);
  if (isSettled || keyPairId === undefined) return {};
  const journal = await findJournalOf({ keyPairId, nonce }, access.keyPairs);
  if (journal?.tags.get(tagKeys.nonce) !== nonce) {
    // Another step has ended the rotation. That a read does not show the journal proves nothing.
    const isGone = journal === undefined && !(await mayDelete({ ...record, keyPairId }, access.keyPairs));
    return isGone ? {} : { left: leftUnfinished(record, 'EC2 does not show its journal') };
  }
  if (swapping === undefined) return settleClaimedInstances(record, journal, 'old', access);
  const holder = await findNameHolder(journal, record, access.keyPairs);
  if (holder === undefined) {
    // What was claimed later was released before: the swap was undone or kept.
    if (record.ofJob === true) return settleClaimedInstances(record, journal, 'new', access);
    return { left: leftUnfinished(record, `no key pair is named "${readName(record)}"`) };
  }
  if (holder.whose === 'other') return { left: leftTaken(record, holder.pair) };
  await settleNew(holder, journal, { ...access, registerMasks });
  return settleClaimedInstances(record, journal, holder.whose === 'new' ? 'new' : 'old', access);
}

/** @param remaining - The key that the key pair has. */
async function settleClaimedInstances(
  record: RotationRecord,
  journal: KeyPair,
  remaining: 'old' | 'new',
  access: RotationAccess,
): Promise<Settled> {
  const { instances, ofJob } = record;
  if (instances === undefined) return {};
  const only = instances === 'all' ? undefined : instances;
  const { said, missed, isOver } = await settleInstances(journal, { remaining, only, ofJob }, access);
  if (!isOver) return { left: leftUnfinished(record, missed ?? '') };
  const sentences = [said ?? [], missed === undefined ? [] : `${missed}.`].flat();
  return sentences.length === 0 ? {} : { said: sentences.join(' ') };
}

function alsoSaying(said: string | undefined, outcome: ReleaseOutcome): ReleaseOutcome {
  if (said === undefined || outcome.outcome !== 'done') return outcome;
  return {
    ...outcome,
    said: `${said} ${outcome.said}`,
    undone: [said, outcome.undone ?? []].flat().join(' '),
  };
}

/** Moves the copy of the new private key to its place, if the new key pair has the name. */
export async function settleNew(
  { whose, pair }: NameHolder,
  journal: KeyPair,
  step: SettlesCopies,
): Promise<void> {
  if (whose !== 'new' || !isManaged(pair.tags, step.run)) return;
  await settleCopy(pair, readJournal(journal)?.nonce, step);
}
