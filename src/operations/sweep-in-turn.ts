import { readJournal } from '../ec2/journal.ts';
import type { KeyPair } from '../ec2/responses.ts';
import { storeOf } from '../ec2/store-of.ts';
import { type ErrorCode, KeyPairError } from '../errors.ts';
import type { RegisterMasks } from '../keys/private-key.ts';
import { tagKeys, type WorkflowRun } from '../ownership.ts';
import type { SweepOutcome } from '../results/sweep-result.ts';
import type { DeletesStoredKeys } from './delete-stored-key.ts';
import type { OpensInstances } from './instances/plan-instances.ts';
import { isGone } from './is-gone.ts';
import type { Log } from './operation.ts';
import type { DecidedPair, Decision } from './sweep-decision.ts';

/** What one deletion, or the end of one rotation, uses. It has time of its own for retries. */
export type SweepTurn = Pick<DeletesStoredKeys, 'keyPairs' | 'openStore'> & OpensInstances;

/** How much time a turn has: commands on instances take minutes. */
export type TimeOfTurn = 'usual' | 'withInstances';

interface Sweeping {
  readonly run: WorkflowRun;
  readonly log: Log;
  readonly registerMasks: RegisterMasks;
  now(): Date;
  nextTurn(changes: number, time?: TimeOfTurn): Promise<SweepTurn>;
  openProgress(): (line: () => string) => void;
}

/** What became of a key pair, and why. */
export interface Swept {
  readonly pair: KeyPair;
  readonly outcome: SweepOutcome;
  readonly why: string;
  readonly error?: KeyPairError;
  /** Set if nothing was tried, because of the error of another one. */
  readonly untried?: true;
}

/** Codes of errors that every further change would have too. */
const hopeless: readonly ErrorCode[] = ['CREDENTIALS_REFUSED', 'CLOCK_WRONG', 'ACCOUNT_NOT_READY'];
/** Codes of errors that took all of the time for retries. */
const slow: readonly ErrorCode[] = ['NO_ANSWER', 'NOT_SENT', 'SERVICE_FAILED', 'THROTTLED'];
/** After this many slow errors in a row, no more is tried. */
const mostSlow = 5;

/** Deletes what is to be deleted, and ends the rotations to be ended, in order. If one fails, goes on with the next, unless none can succeed any more. */
export async function sweepInTurn(
  decided: readonly DecidedPair[],
  decideNow: (pair: KeyPair) => Decision,
  step: Sweeping,
): Promise<Swept[]> {
  const progress = step.openProgress();
  const total = decided.filter(({ decision }) => decision.fate !== 'kept').length;
  const swept: Swept[] = [];
  let tried = 0;
  let slowOnes = 0;
  let end: KeyPairError | undefined;
  for (const { pair, decision } of decided) {
    if (decision.fate === 'kept') swept.push({ pair, outcome: 'kept', why: decision.why });
    else if (end !== undefined)
      swept.push({ pair, outcome: 'failed', why: 'it was not tried', error: end, untried: true });
    else {
      const one = await sweepOne({ pair, decision }, decideNow, step);
      const { error } = one;
      swept.push(one);
      tried += 1;
      slowOnes = error !== undefined && slow.includes(error.code) ? slowOnes + 1 : 0;
      if (error !== undefined && (hopeless.includes(error.code) || slowOnes === mostSlow)) end = error;
      progress(() => `Deleted ${deletedIn(swept)}, tried ${tried} of ${total} key pairs.`);
    }
  }
  return swept;
}

function deletedIn(swept: readonly Swept[]): number {
  return swept.filter(({ outcome }) => outcome === 'deleted').length;
}

/** Does what was decided about a key pair, if it is still the one that was found, and the decision is still the same. */
async function sweepOne(
  { pair, decision }: DecidedPair,
  decideNow: (pair: KeyPair) => Decision,
  step: Sweeping,
): Promise<Swept> {
  const { keyPairId } = pair;
  const turn = await step.nextTurn(changesFor(pair, decision), timeFor(pair, decision));
  try {
    const current = await turn.keyPairs.find({ keyPairId });
    if (current === undefined) return gone(pair);
    if (current.tags.get(tagKeys.nonce) !== pair.tags.get(tagKeys.nonce)) {
      return { pair, outcome: 'kept', why: 'its tags have changed' };
    }
    const { fate, why } = decideNow(current);
    if (fate === 'kept' || fate !== decision.fate) return { pair: current, outcome: 'kept', why };
    return fate === 'ended'
      ? await endRotation(current, turn, step)
      : await deletePair(current, why, turn, step);
  } catch (error) {
    if (!(error instanceof KeyPairError)) throw error;
    if (await isGone(pair, error, turn)) return gone(pair);
    step.log.info(error.message);
    return { pair, outcome: 'failed', why: error.message, error };
  }
}

/** Requests of the longest way: EC2 counts a question for a permission as a change. */
function changesFor(pair: KeyPair, { fate }: Decision): number {
  if (fate === 'ended') return 3;
  return storeOf(pair) === undefined ? 1 : 2;
}

function timeFor(pair: KeyPair, { fate }: Decision): TimeOfTurn {
  return fate === 'ended' && readJournal(pair)?.instances !== undefined ? 'withInstances' : 'usual';
}

/** Deletes a key pair, and its private key in a store. */
async function deletePair(
  pair: KeyPair,
  why: string,
  turn: SweepTurn,
  { log, now }: Sweeping,
): Promise<Swept> {
  const { keyPairId, keyName, region } = pair;
  const reference = storeOf(pair);
  if (reference !== undefined) {
    const { deleteStoredKey } = await import('./delete-stored-key.ts');
    await deleteStoredKey(pair, reference, { ...turn, log, now });
  }
  if ((await turn.keyPairs.delete(pair)) === 'not-found') return gone(pair);
  log.info(`Deleted key pair "${keyName}" (${keyPairId}) in ${region}.`);
  return { pair, outcome: 'deleted', why };
}

/** Ends the rotation of a journal for the repository that rotated, which may be another one. */
async function endRotation(
  journal: KeyPair,
  turn: SweepTurn,
  { log, run, registerMasks }: Sweeping,
): Promise<Swept> {
  const { endAbandonedRotation } = await import('./end-abandoned.ts');
  const repository = journal.tags.get(tagKeys.repository) ?? run.repository;
  const inTurn = { ...turn, registerMasks, run: { ...run, repository } };
  const { said } = await endAbandonedRotation(journal, inTurn);
  log.info(said);
  return { pair: journal, outcome: 'ended', why: said };
}

function gone(pair: KeyPair): Swept {
  return { pair, outcome: 'gone', why: 'it no longer exists' };
}

/** Messages in one annotation. */
const maxMessages = 10;

/** The error for all key pairs that should have been deleted, all rotations that should have been ended, and all key pairs that were kept because they are in use. */
export function failureOf(swept: readonly Swept[], inUse: readonly string[]): KeyPairError | undefined {
  const failed = swept.filter(({ outcome }) => outcome === 'failed');
  const rotations = failed.filter(({ pair }) => readJournal(pair) !== undefined).length;
  const pairs = failed.length - rotations;
  const errors = [...new Set(failed.flatMap(({ error }) => error ?? []))];
  if (errors.length + inUse.length === 0) return undefined;
  const more = errors.length - maxMessages;
  const untried = failed.filter((one) => one.untried).length;
  const hints = [...new Set(errors.flatMap(({ hint }) => hint ?? []))];
  const messages = [
    ...(pairs > 0 ? [`Key pairs that could not be deleted: ${pairs}.`] : []),
    ...(rotations > 0 ? [`Rotations that could not be ended: ${rotations}.`] : []),
    ...errors.slice(0, maxMessages).map(({ message }) => message),
    ...(more > 0 ? [`The log has ${more} more messages.`] : []),
    ...(untried > 0 ? [`Not tried after that: ${untried}.`] : []),
    ...inUse,
  ];
  return new KeyPairError(errors[0]?.code ?? 'IN_USE', messages.join('\n'), {
    hint: [...hints, ...(inUse.length > 0 ? [inUseHint] : [])].slice(0, maxMessages).join('\n'),
    details: failed.map(({ pair }) => `${pair.keyName} (${pair.keyPairId})`).join('\n'),
    cause: errors,
  });
}

const inUseHint = 'Key pairs in use were kept. To only warn of them, set if-in-use: warn.';
