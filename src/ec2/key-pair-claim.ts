import { type ClaimKind, type ReleaseOutcome, shellWord } from '../ledger/claim.ts';
import { tagKeys } from '../ownership.ts';
import { answerOf, errorNames, isNamed } from '../aws/errors.ts';
import type { KeyPair } from './responses.ts';
import { type KeyPairRecord, parseKeyPairRecord } from './key-pair-record.ts';
import type { KeyPairs } from './key-pairs.ts';

/** The account's side of a release: the region's calls, and whose credentials they carry. */
export interface KeyPairRoom {
  readonly keyPairs: KeyPairs;
  readonly credentials: string;
}

/**
 * Claims of key pairs. A release deletes a pair by id, and only while it carries the nonce of its claim.
 *
 * @param open - Opens the calls of the region a record names, with the credentials of this moment.
 */
export function keyPairClaims(open: (region: string) => Promise<KeyPairRoom>): ClaimKind<KeyPairRecord> {
  return {
    kind: 'key-pair',
    parse: parseKeyPairRecord,
    async release(record) {
      try {
        return await release(record, await open(record.region));
      } catch (error) {
        return left(record, answerOf(error));
      }
    },
  };
}

async function release(
  record: KeyPairRecord,
  { keyPairs, credentials }: KeyPairRoom,
): Promise<ReleaseOutcome> {
  const { keyName } = record;
  const found = await (record.keyPairId === undefined
    ? keyPairs.findEventually({ keyName })
    : keyPairs.find({ keyName }));
  if (found !== undefined && isOther(found, record)) return gone(record, credentials);
  if (found !== undefined && found.tags.get(tagKeys.nonce) !== record.nonce) {
    return record.keyPairId === undefined
      ? gone(record, credentials)
      : left(record, 'it no longer carries the tag of this run, so somebody may have taken it over');
  }
  const keyPairId = found?.keyPairId ?? record.keyPairId;
  if (keyPairId === undefined) return gone(record, credentials);
  return (await deleted(keyPairId, found, keyPairs))
    ? { outcome: 'removed', what: named(record), undone: `The ${designated(record)} was deleted again.` }
    : gone(record, credentials);
}

/** Whether the name is now another pair's: then ours is gone, for a key pair is never renamed. */
function isOther(found: KeyPair, { keyPairId }: KeyPairRecord): boolean {
  return keyPairId !== undefined && found.keyPairId !== keyPairId;
}

/**
 * Deletes by id even what no look has shown, since reads may lag. Where a role may delete by tag alone,
 * a pair that is gone has no tag, and EC2 answers that the role may not: that is a pair gone, too.
 */
async function deleted(keyPairId: string, found: KeyPair | undefined, keyPairs: KeyPairs): Promise<boolean> {
  try {
    return (await keyPairs.delete(keyPairId)) === 'deleted';
  } catch (error) {
    if (found === undefined && isNamed(error, ...errorNames.notAuthorized)) return false;
    throw error;
  }
}

function gone(record: KeyPairRecord, credentials: string): ReleaseOutcome {
  if (credentials === record.credentials) return { outcome: 'already-gone', what: named(record) };
  return left(record, 'it was not found, but the AWS credentials are not those that made it');
}

function left(record: KeyPairRecord, why: string): ReleaseOutcome {
  const { region } = record;
  const byHand = `aws ec2 delete-key-pair --key-pair-id ${idOrLookUp(record)} --region ${region}`;
  return { outcome: 'left', what: named(record), why, byHand };
}

/** Without an id the command looks for the pair by its tag: by its name it could be somebody else's by then. */
function idOrLookUp({ keyPairId, nonce, region }: KeyPairRecord): string {
  if (keyPairId !== undefined) return keyPairId;
  const filter = shellWord(`Name=tag:${tagKeys.nonce},Values=${nonce}`);
  const query = "--query 'KeyPairs[0].KeyPairId' --output text";
  return `"$(aws ec2 describe-key-pairs --region ${region} --filters ${filter} ${query})"`;
}

function named(record: KeyPairRecord): string {
  return `the ${designated(record)}`;
}

function designated({ keyName, keyPairId, region }: KeyPairRecord): string {
  return `key pair "${keyName}"${keyPairId === undefined ? '' : ` (${keyPairId})`} in ${region}`;
}
