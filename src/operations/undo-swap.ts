import { findByNonce } from '../ec2/holder.ts';
import { type KeyPairAccess, type OpensRegion, whyNotFound } from '../ec2/key-pair-claim.ts';
import type { KeyPairs } from '../ec2/key-pairs.ts';
import { findNameHolder } from '../ec2/name-holder.ts';
import { mayDelete, requireMayImport } from '../ec2/permissions.ts';
import { keyPairIn, putBack } from '../ec2/put-back.ts';
import type { KeyPair } from '../ec2/responses.ts';
import type { SwapRecord } from '../ec2/rotation-record.ts';
import type { ReleaseOutcome } from '../ledger/claim.ts';
import { isManaged, tagKeys } from '../ownership.ts';
import { mayBeEndedByOthers, type SeesAge } from './journal-age.ts';
import { leftByFailure, leftTaken, leftUnfinished, readName } from './unfinished.ts';

/** What a release needs of the record's own Region. */
export interface SwapAccess extends KeyPairAccess, SeesAge {}

/**
 * Releases the claim of a swap: deletes the new key pair, and puts the old one back. Its journal stays, for its own claim. Once the
 * rotation is so old that another step may end it, no key pair is deleted any more: that step may have given the new key to others.
 *
 * @param open - Opens the record's Region with the current credentials.
 */
export async function releaseSwap(
  record: SwapRecord,
  open: OpensRegion<SwapAccess>,
): Promise<ReleaseOutcome> {
  try {
    return await undoSwap(record, await open(record.region, record));
  } catch (error) {
    return { ...leftByFailure(record, error), keepsEarlier: true };
  }
}

async function undoSwap(record: SwapRecord, access: SwapAccess): Promise<ReleaseOutcome> {
  const { keyPairs } = access;
  const journal = await findJournalOf(record, keyPairs);
  if (journal === undefined) return withoutJournal(record, access);
  if (journal.tags.get(tagKeys.nonce) !== record.nonce) {
    return leftUndone(record, 'EC2 shows it with other tags than those that this step set');
  }
  const next = keyPairs.tries();
  do {
    const attempt = await restore(journal, record, access);
    if (attempt !== undefined) return attempt;
  } while (await next('all'));
  return leftUndone(record, 'EC2 does not show which key pair has the name');
}

/** The journal with its tags and its public key, which EC2 may show late. */
export async function findJournalOf(
  { keyPairId, nonce }: { readonly keyPairId: string; readonly nonce: string },
  keyPairs: Pick<KeyPairs, 'find' | 'look'>,
): Promise<KeyPair | undefined> {
  return keyPairs.look(async (isLast) => {
    const seen = await keyPairs.find({ keyPairId });
    const isWhole = seen?.tags.get(tagKeys.nonce) === nonce && seen.publicKey !== undefined;
    return isWhole || isLast ? seen : undefined;
  });
}

/** Tries to put the old key pair back, and makes room for it if it cannot be. Undefined if it is worth another try. */
async function restore(
  journal: KeyPair,
  record: SwapRecord,
  access: SwapAccess,
): Promise<ReleaseOutcome | undefined> {
  const { keyPairs, run } = access;
  // First of all: once it is there, EC2 refuses a late request to import the new one.
  const restored = await putBack(journal, keyPairs);
  if (restored !== undefined) return undone(record, restored);
  const holder = await findNameHolder(journal, record, keyPairs);
  if (holder === undefined) return undefined;
  const { whose, pair } = holder;
  switch (whose) {
    case 'put-back':
      return undone(record, pair.keyPairId);
    case 'original':
      if (await mayBeEndedByOthers(journal, access)) return leftUndone(record, tooLate);
      // A late request may still delete it, by its ID.
      await requireMayImport(keyPairIn(journal), keyPairs);
      await keyPairs.delete(pair);
      return undefined;
    case 'new':
      if (!isManaged(pair.tags, run)) return leftUndone(record, 'the new key pair has other tags by now');
      if (await mayBeEndedByOthers(journal, access)) return leftUndone(record, tooLate);
      await keyPairs.delete(pair);
      return undefined;
    case 'other':
      return { ...leftTaken(record, pair), keepsEarlier: true };
  }
}

const tooLate = 'it began so long ago that another step may be ending it';

/**
 * The journal is gone if another step ended the rotation. Not seeing it proves nothing: reads may lag behind, and these
 * credentials may see another account.
 */
async function withoutJournal(record: SwapRecord, access: KeyPairAccess): Promise<ReleaseOutcome> {
  const { keyPairs } = access;
  const why = await whyNotFound(record, access);
  if (why !== undefined) return leftUndone(record, why);
  if (!(await isUnknownTo(keyPairs, record))) return leftUndone(record, 'EC2 does not show its journal');
  const successor = { keyName: readName(record), nonce: record.newNonce };
  const isNewKept = (await keyPairs.look(() => findByNonce(successor, keyPairs))) !== undefined;
  const what = `the rotation of key pair "${readName(record)}" in ${record.region}, which another step has ended`;
  return { outcome: 'already-gone', what, ...(isNewKept ? { keepsEarlier: true } : {}) };
}

/** Whether EC2 itself says that it does not know the ID of the journal. */
async function isUnknownTo(keyPairs: KeyPairs, { keyName, keyPairId }: SwapRecord): Promise<boolean> {
  return !(await mayDelete({ keyName, keyPairId }, keyPairs));
}

function undone(record: SwapRecord, keyPairId: string): ReleaseOutcome {
  const said = `the old public key of key pair "${readName(record)}" in ${record.region} was put back (${keyPairId})`;
  return {
    outcome: 'done',
    said: `${said.charAt(0).toUpperCase()}${said.slice(1)}.`,
    undone: `Because the step failed, ${said}.`,
  };
}

/** The new private key may be needed, and the old one, too. */
function leftUndone(record: SwapRecord, why: string): ReleaseOutcome {
  return { ...leftUnfinished(record, why), keepsEarlier: true };
}
