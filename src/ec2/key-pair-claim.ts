import { errorNames, isNamed, responseTextOf } from '../aws/errors.ts';
import type { ReleaseOutcome } from '../ledger/claim.ts';
import { shellWord } from '../ledger/shell-word.ts';
import { tagKeys } from '../ownership.ts';
import type { KeyPairRecord } from './key-pair-record.ts';
import type { KeyPairs } from './key-pairs.ts';
import type { ExistingKeyPair } from './requests.ts';
import type { KeyPair } from './responses.ts';

/** What a release needs of the record's own Region. */
export interface KeyPairAccess {
  readonly keyPairs: KeyPairs;
  /** `AwsSession.credentialsId` of the current credentials, which may differ from the step's. */
  readonly credentialsId: string;
}

/**
 * Deletes a claimed key pair by ID, and only if it still has the nonce of its claim.
 *
 * @param open - Opens the record's Region with the current credentials.
 */
export async function releaseKeyPair(
  record: KeyPairRecord,
  open: (region: string) => Promise<KeyPairAccess>,
): Promise<ReleaseOutcome> {
  try {
    return await release(record, await open(record.region));
  } catch (error) {
    return left(record, responseTextOf(error));
  }
}

async function release(
  record: KeyPairRecord,
  { keyPairs, credentialsId }: KeyPairAccess,
): Promise<ReleaseOutcome> {
  const { keyName } = record;
  const found = await (record.keyPairId === undefined
    ? keyPairs.findEventually({ keyName })
    : keyPairs.find({ keyName }));
  if (found !== undefined && isOther(found, record)) return gone(record, credentialsId);
  if (found !== undefined && found.tags.get(tagKeys.nonce) !== record.nonce) {
    return record.keyPairId === undefined
      ? gone(record, credentialsId)
      : left(record, 'its ownership tag has changed, so it may belong to someone else');
  }
  const keyPairId = found?.keyPairId ?? record.keyPairId;
  if (keyPairId === undefined || !(await wasDeleted({ keyName, keyPairId }, found, keyPairs))) {
    return gone(record, credentialsId);
  }
  const which = describe(record);
  return {
    outcome: 'done',
    said: `Deleted ${which}.`,
    undone: `Because the step failed, ${which} was deleted.`,
  };
}

/** Whether the name now belongs to another key pair. Then ours is gone: a key pair cannot be renamed. */
function isOther(found: KeyPair, { keyPairId }: KeyPairRecord): boolean {
  return keyPairId !== undefined && found.keyPairId !== keyPairId;
}

/**
 * Deletes by ID even if the lookup found nothing, since reads may lag behind. If the role may only delete key pairs with
 * a certain tag, EC2 answers "not authorized" for a key pair that is gone, and so has no tag.
 */
async function wasDeleted(
  pair: ExistingKeyPair,
  found: KeyPair | undefined,
  keyPairs: KeyPairs,
): Promise<boolean> {
  try {
    return (await keyPairs.delete(pair)) === 'deleted';
  } catch (error) {
    if (found === undefined && isNamed(error, ...errorNames.notAuthorized)) return false;
    throw error;
  }
}

function gone(record: KeyPairRecord, credentialsId: string): ReleaseOutcome {
  if (credentialsId === record.credentials) return { outcome: 'already-gone', what: describe(record) };
  return left(record, 'it was not found, but the current AWS credentials are not the ones that created it');
}

function left(record: KeyPairRecord, why: string): ReleaseOutcome {
  const { region } = record;
  const command = `aws ec2 delete-key-pair --key-pair-id ${idOrLookup(record)} --region ${region}`;
  return { outcome: 'left', what: describe(record), why, command };
}

/** Without an ID the command looks the key pair up by its tag: its name may belong to someone else by then. */
function idOrLookup({ keyPairId, nonce, region }: KeyPairRecord): string {
  if (keyPairId !== undefined) return keyPairId;
  const filter = shellWord(`Name=tag:${tagKeys.nonce},Values=${nonce}`);
  const query = "--query 'KeyPairs[0].KeyPairId' --output text";
  return `"$(aws ec2 describe-key-pairs --region ${region} --filters ${filter} ${query})"`;
}

function describe({ keyName, keyPairId, region }: KeyPairRecord): string {
  return `key pair "${keyName}"${keyPairId === undefined ? '' : ` (${keyPairId})`} in ${region}`;
}
