import { readJournal } from '../ec2/journal.ts';
import { type KeyPairAccess, type OpensRegion, releaseKeyPair } from '../ec2/key-pair-claim.ts';
import { findNameHolder, type NameHolder } from '../ec2/name-holder.ts';
import type { KeyPair } from '../ec2/responses.ts';
import { journalIn, type RotationRecord } from '../ec2/rotation-record.ts';
import type { RegisterMasks } from '../keys/private-key.ts';
import type { ReleaseOutcome } from '../ledger/claim.ts';
import { isManaged, tagKeys } from '../ownership.ts';
import { type SettlesCopies, settleCopy } from './settle-copy.ts';
import { findJournalOf } from './undo-swap.ts';
import { leftTaken, leftUnfinished, readName, reasonOf } from './unfinished.ts';

/** What a release needs of the record's own Region. */
export type RotationAccess = KeyPairAccess & Pick<SettlesCopies, 'openStore'>;

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
  try {
    const left = await settleClaimed(record, await open(record.region, record), registerMasks);
    if (left !== undefined) return left;
  } catch (error) {
    return leftUnfinished(record, reasonOf(error));
  }
  return releaseKeyPair(journalIn(record), open);
}

/** Returns why the journal must stay; undefined if it need not. */
async function settleClaimed(
  record: RotationRecord,
  access: RotationAccess,
  registerMasks: RegisterMasks,
): Promise<ReleaseOutcome | undefined> {
  const { keyPairId, nonce, swapping, over } = record;
  if (swapping === undefined || over === true || keyPairId === undefined) return undefined;
  const journal = await findJournalOf({ keyPairId, nonce }, access.keyPairs);
  if (journal?.tags.get(tagKeys.nonce) !== nonce)
    return leftUnfinished(record, 'EC2 does not show its journal');
  const holder = await findNameHolder(journal, record, access.keyPairs);
  if (holder === undefined) {
    // What was claimed later was released before: the swap was undone or kept.
    if (record.ofJob === true) return undefined;
    return leftUnfinished(record, `no key pair is named "${readName(record)}"`);
  }
  if (holder.whose === 'other') return leftTaken(record, holder.pair);
  await settleNew(holder, journal, { ...access, registerMasks });
  return undefined;
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
