import { adviceOnCleanup } from '../aws/cleanup-advice.ts';
import { responseTextOf } from '../aws/response-text.ts';
import type { ReleaseOutcome } from '../ledger/claim.ts';
import { isReleased } from '../ledger/release.ts';
import { shellWord } from '../ledger/shell-word.ts';
import { isManaged, tagKeys, type WorkflowRun } from '../ownership.ts';
import { findByNonce, findHolder, type Holder, searchHolder } from './holder.ts';
import type { Caller, KeyPairRecord } from './key-pair-record.ts';
import type { KeyPairs } from './key-pairs.ts';
import type { KeyPair } from './responses.ts';

export { adviceOnCleanup } from '../aws/cleanup-advice.ts';

/** What a release needs of the record's own Region. */
export interface KeyPairAccess {
  readonly keyPairs: KeyPairs;
  /** Whether the current credentials, which may differ from the step's, belong to the same account. */
  isSameAccount(recorded: Caller): Promise<boolean>;
  /** `KeyPairSession.endpoint`, which may differ from the step's. */
  readonly endpoint: string;
  readonly run: WorkflowRun;
}

/** Opens a Region with the current credentials, for a record of this caller. */
export type OpensRegion<Access extends KeyPairAccess = KeyPairAccess> = (
  region: string,
  recorded: Caller,
) => Promise<Access>;

const cleanupActions = 'ec2:DescribeKeyPairs and ec2:DeleteKeyPair';

type HeldRecord = KeyPairRecord & { readonly keyPairId: string };

/**
 * Deletes a claimed key pair by ID, and only if it has the nonce of its claim.
 *
 * @param open - Opens the record's Region with the current credentials.
 */
export async function releaseKeyPair(record: KeyPairRecord, open: OpensRegion): Promise<ReleaseOutcome> {
  try {
    const access = await open(record.region, record);
    const { keyPairId } = record;
    return keyPairId === undefined
      ? await releaseIntended(record, access)
      : await releaseHeld({ ...record, keyPairId }, access);
  } catch (error) {
    return { ...left(record, responseTextOf(error)), ...adviceOnCleanup(error, cleanupActions) };
  }
}

/** Releases a key pair that EC2 has confirmed. Its ID is never reused, so it does not matter what has its name now. */
async function releaseHeld(record: HeldRecord, access: KeyPairAccess): Promise<ReleaseOutcome> {
  const pair = await findWithTags(record, access.keyPairs);
  const outcome =
    pair === undefined ? await deleteUnseen(record, access) : await deleteSeen(pair, record, access);
  const { unanswered = 0 } = record;
  return unanswered > 0 && isReleased(outcome) ? deleteLate(record, access, outcome, unanswered) : outcome;
}

/** Releases a key pair that a request may have created without a response. */
async function releaseIntended(record: KeyPairRecord, access: KeyPairAccess): Promise<ReleaseOutcome> {
  const { keyPairs } = access;
  let holder: Holder = await findHolder(record, keyPairs);
  if (holder.whose === 'unknown') {
    if (holder.lookupError !== undefined) throw holder.lookupError;
    const why = await whyNotFound(record, access);
    if (why !== undefined) return left(record, why);
    holder = await searchHolder(record, keyPairs);
  }
  if (holder.whose === 'unknown') return notFound(record);
  // Proof that it does not exist: EC2 shows someone else's key pair under the name.
  if (holder.whose === 'someone-else') return gone(record, access);
  const outcome = await deleteSeen(holder.pair, record, access);
  const another = await keyPairs.look(() => findByNonce(record, keyPairs));
  return another === undefined ? outcome : deleteSeen(another, record, access);
}

/** The key pair with the ID. EC2 may show a new one without its tags for a moment. */
async function findWithTags({ keyPairId }: HeldRecord, keyPairs: KeyPairs): Promise<KeyPair | undefined> {
  const seen = await keyPairs.look(async (isLast) => {
    const pair = await keyPairs.find({ keyPairId });
    return pair?.tags.has(tagKeys.nonce) === false && !isLast ? undefined : { pair };
  });
  return seen?.pair;
}

async function deleteSeen(
  pair: KeyPair,
  record: KeyPairRecord,
  { keyPairs, run }: KeyPairAccess,
): Promise<ReleaseOutcome> {
  const seen = { ...record, keyPairId: pair.keyPairId };
  if (pair.tags.get(tagKeys.nonce) !== record.nonce) {
    return left(seen, 'its ownership tag has changed, so it may belong to someone else');
  }
  if (!isManaged(pair.tags, run)) return left(seen, 'its tags name another repository');
  await keyPairs.delete(pair);
  return done(seen);
}

/**
 * Deletes by ID even if the lookup found nothing, since reads may lag behind. If EC2 does not know the ID, it may have been
 * altered in transit: then the nonce decides.
 */
async function deleteUnseen(record: HeldRecord, access: KeyPairAccess): Promise<ReleaseOutcome> {
  const { keyPairs } = access;
  if (access.endpoint !== record.endpoint) return left(record, otherEndpoint);
  if ((await keyPairs.delete(record)) !== 'not-found') return done(record);
  const other = await findByNonce(record, keyPairs);
  // Proof that it is gone: EC2 knows neither its ID nor its nonce.
  return other === undefined ? gone(record, access) : deleteSeen(other, record, access);
}

/** Deletes key pairs that requests without a response create late: at most one for each request. */
async function deleteLate(
  record: KeyPairRecord,
  { keyPairs, run }: KeyPairAccess,
  first: ReleaseOutcome,
  unanswered: number,
): Promise<ReleaseOutcome> {
  let found = 0;
  const search = keyPairs.search(async () => {
    const late = await findByNonce(record, keyPairs);
    // A read may still show the key pair that was deleted before.
    const isOwn = late !== undefined && isManaged(late.tags, run);
    if (isOwn && (await keyPairs.delete(late)) === 'deleted') found += 1;
    return found === unanswered ? true : undefined;
  });
  const isComplete = await search.catch(() => false);
  return isComplete === true ? first : notFound(record, 'said' in first ? first.said : undefined);
}

const otherEndpoint = 'it was not found, but the current AWS endpoint is not the one that created it';
const otherCredentials = 'it was not found, but the current AWS credentials may belong to another account';

/** Why the key pair may exist although it was not found; undefined if the account and the endpoint are the same as before. */
export async function whyNotFound(
  record: Pick<KeyPairRecord, keyof Caller | 'endpoint'>,
  { endpoint, isSameAccount }: KeyPairAccess,
): Promise<string | undefined> {
  if (endpoint !== record.endpoint) return otherEndpoint;
  return (await isSameAccount(record)) ? undefined : otherCredentials;
}

function done(record: KeyPairRecord): ReleaseOutcome {
  const which = describe(record);
  return {
    outcome: 'done',
    said: `Deleted ${which}.`,
    undone: `Because the step failed, ${which} was deleted.`,
  };
}

async function gone(record: KeyPairRecord, access: KeyPairAccess): Promise<ReleaseOutcome> {
  const why = await whyNotFound(record, access);
  return why === undefined ? { outcome: 'already-gone', what: describe(record) } : left(record, why);
}

function notFound({ keyPairId: _, ...record }: KeyPairRecord, said?: string): ReleaseOutcome {
  const what = `key pair "${record.keyName}" of this step in ${record.region}`;
  const outcome = { outcome: 'not-found', what, command: deleteCommand(record) } as const;
  return said === undefined ? outcome : { ...outcome, said };
}

/** Says that a key pair is left, with the command that deletes it. */
export function left(record: KeyPairRecord, why: string): ReleaseOutcome {
  return { outcome: 'left', what: describe(record), why, command: deleteCommand(record) };
}

/** Without an ID the command looks the key pair up by its tag: its name may belong to someone else by then. */
function deleteCommand({ keyPairId, nonce, region }: KeyPairRecord): string {
  const inRegion = `--region ${shellWord(region)}`;
  if (keyPairId !== undefined) return `aws ec2 delete-key-pair --key-pair-id ${keyPairId} ${inRegion}`;
  const filter = shellWord(`Name=tag:${tagKeys.nonce},Values=${nonce}`);
  const query = "--query 'KeyPairs[0].KeyPairId' --output text";
  const lookup = `aws ec2 describe-key-pairs ${inRegion} --filters ${filter} ${query}`;
  return `aws ec2 delete-key-pair --key-pair-id "$(${lookup})" ${inRegion}`;
}

function describe({ keyName, keyPairId, region }: KeyPairRecord): string {
  return `key pair "${keyName}"${keyPairId === undefined ? '' : ` (${keyPairId})`} in ${region}`;
}
