import { readJournal } from '../ec2/journal.ts';
import { type KeyPairAccess, type OpensRegion, releaseKeyPair } from '../ec2/key-pair-claim.ts';
import { putBack } from '../ec2/put-back.ts';
import type { KeyPair } from '../ec2/responses.ts';
import { journalIn, type RotationRecord } from '../ec2/rotation-record.ts';
import { KeyPairError, unexpectedError } from '../errors.ts';
import type { RegisterMasks } from '../keys/private-key.ts';
import type { ReleaseOutcome } from '../ledger/claim.ts';
import { isReleased } from '../ledger/release.ts';
import { isManaged, tagKeys } from '../ownership.ts';
import { type SettlesCopies, settleCopy } from './settle-copy.ts';

/**
 * Ends the rotation of a step that did not: puts the old key pair back if none has its name, else moves the copy of the new
 * private key to its place. Then the journal is not needed any more.
 *
 * @returns The ID of the key pair that was put back, if it was.
 */
async function settle(journal: KeyPair, step: SettlesCopies): Promise<string | undefined> {
  const keyPairId = await putBack(journal, step.keyPairs);
  const { keyName = '', nonce } = readJournal(journal) ?? {};
  if (keyPairId !== undefined) return keyPairId;
  const pair = await step.keyPairs.find({ keyName });
  if (pair !== undefined && isManaged(pair.tags, step.run)) await settleCopy(pair, nonce, step);
  return undefined;
}

/** Ends the rotation of a step that no longer runs, and says what it did, as a sentence. */
export async function endAbandonedRotation(journal: KeyPair, step: SettlesCopies): Promise<string> {
  const { keyName = '' } = readJournal(journal) ?? {};
  const restored = await settle(journal, step);
  await step.keyPairs.delete(journal);
  const { region } = journal;
  return restored === undefined
    ? `Ended an earlier rotation of key pair "${keyName}" in ${region}, which a step had completed except for its journal.`
    : `Ended an earlier rotation of key pair "${keyName}" in ${region}, which a step had left unfinished: the old public key was put back (${restored}).`;
}

/** What a release needs of the record's own Region. */
export type RotationAccess = KeyPairAccess & Pick<SettlesCopies, 'openStore'>;

/**
 * Releases the claim of a rotation: ends it, and deletes its journal. If the old key pair cannot be put back, the journal stays.
 *
 * @param open - Opens the record's Region with the current credentials.
 */
export async function releaseRotation(
  record: RotationRecord,
  open: OpensRegion<RotationAccess>,
  registerMasks: RegisterMasks,
): Promise<ReleaseOutcome> {
  const journal = journalIn(record);
  let restored: string | undefined;
  try {
    restored = await settleClaimed(record, await open(record.region, record), registerMasks);
  } catch (error) {
    return leftUnfinished(record, reasonOf(error));
  }
  const outcome = await releaseKeyPair(journal, open);
  if (restored === undefined || !isReleased(outcome)) return outcome;
  const said = `the old public key of key pair "${readName(record)}" in ${record.region} was put back (${restored})`;
  return {
    outcome: 'done',
    said: `${said.charAt(0).toUpperCase()}${said.slice(1)}.`,
    undone: `Because the step failed, ${said}.`,
  };
}

async function settleClaimed(
  { keyPairId, nonce, swapping, over }: RotationRecord,
  access: RotationAccess,
  registerMasks: RegisterMasks,
): Promise<string | undefined> {
  if (swapping === undefined || over === true || keyPairId === undefined) return undefined;
  const journal = await access.keyPairs.findEventually({ keyPairId });
  // Someone else ended the rotation, or these credentials see another account: the release of the journal tells.
  if (journal?.tags.get(tagKeys.nonce) !== nonce) return undefined;
  return settle(journal, { ...access, registerMasks });
}

/** Says that a rotation is unfinished, and how to end it. */
export function leftUnfinished(record: RotationRecord, why: string): ReleaseOutcome {
  return {
    outcome: 'left',
    what: `the rotation of key pair "${readName(record)}" in ${record.region}, whose old public key is in key pair "${record.keyName}"`,
    why,
    hint: 'To end it, run `operation: rotate` or `operation: ensure` for this key pair in five minutes.',
  };
}

function readName({ keyName }: RotationRecord): string {
  return keyName.replace(/\.rotating$/, '');
}

export function reasonOf(error: unknown): string {
  return (error instanceof KeyPairError ? error : unexpectedError(error)).message.replace(/\.$/, '');
}
