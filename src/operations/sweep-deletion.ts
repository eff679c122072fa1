import type { KeyPair } from '../ec2/responses.ts';
import { type ErrorCode, KeyPairError } from '../errors.ts';
import { tagKeys } from '../ownership.ts';
import type { SweepOutcome } from '../results/sweep-result.ts';
import type { DeletesStoredKeys } from './delete-stored-key.ts';
import type { Log } from './operation.ts';
import { storeOf } from './private-key-of-pair.ts';
import type { DecidedPair, Decision } from './sweep-decision.ts';

/** What one deletion uses. It has time of its own for retries. */
export type DeletionTurn = Pick<DeletesStoredKeys, 'keyPairs' | 'openStore'>;

interface Deleting {
  readonly log: Log;
  now(): Date;
  nextTurn(changes: number): Promise<DeletionTurn>;
  openProgress(): (line: () => string) => void;
}

/** What became of a key pair, and why. */
export interface Swept {
  readonly pair: KeyPair;
  readonly outcome: SweepOutcome;
  readonly why: string;
  readonly error?: KeyPairError;
}

/** Codes of errors that every further deletion would have too. */
const hopeless: readonly ErrorCode[] = ['CREDENTIALS_REFUSED', 'CLOCK_WRONG', 'ACCOUNT_NOT_READY'];
/** Codes of errors that took all of the time for retries. */
const slow: readonly ErrorCode[] = ['NO_ANSWER', 'NOT_SENT', 'SERVICE_FAILED', 'THROTTLED'];
/** Of the latter in a row, until no more is tried. */
const mostSlow = 5;

/** Deletes what is to be deleted, in order. If one fails, goes on with the next, unless none can succeed any more. */
export async function deleteInTurn(
  decided: readonly DecidedPair[],
  decideNow: (pair: KeyPair) => Decision,
  step: Deleting,
): Promise<Swept[]> {
  const progress = step.openProgress();
  const total = decided.filter(({ decision }) => decision.isDeleted).length;
  const swept: Swept[] = [];
  let tried = 0;
  let slowOnes = 0;
  let end: KeyPairError | undefined;
  for (const { pair, decision } of decided) {
    if (!decision.isDeleted) swept.push({ pair, outcome: 'kept', why: decision.why });
    else if (end !== undefined) swept.push({ pair, outcome: 'failed', why: 'it was not tried', error: end });
    else {
      const one = await deleteOne(pair, decideNow, step);
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

/** Deletes a key pair, and its private key in a store, if it is still the one that was found, and still to be deleted. */
async function deleteOne(
  pair: KeyPair,
  decideNow: (pair: KeyPair) => Decision,
  { log, now, nextTurn }: Deleting,
): Promise<Swept> {
  const { keyPairId, keyName } = pair;
  // Asking for the permission counts as a change.
  const turn = await nextTurn(storeOf(pair) === undefined ? 1 : 2);
  try {
    const current = await turn.keyPairs.find({ keyPairId });
    if (current === undefined) return { pair, outcome: 'gone', why: 'it no longer exists' };
    if (current.tags.get(tagKeys.nonce) !== pair.tags.get(tagKeys.nonce)) {
      return { pair, outcome: 'kept', why: 'its tags have changed' };
    }
    const decision = decideNow(current);
    if (!decision.isDeleted) return { pair: current, outcome: 'kept', why: decision.why };
    const reference = storeOf(current);
    if (reference !== undefined) {
      const { deleteStoredKey } = await import('./delete-stored-key.ts');
      await deleteStoredKey(current, reference, { ...turn, log, now });
    }
    const outcome = await turn.keyPairs.delete(current);
    if (outcome === 'not-found') return { pair, outcome: 'gone', why: 'it no longer exists' };
    log.info(`Deleted key pair "${keyName}" (${keyPairId}) in ${pair.region}.`);
    return { pair, outcome: 'deleted', why: decision.why };
  } catch (error) {
    if (!(error instanceof KeyPairError)) throw error;
    if (error.code === 'NOT_ALLOWED' && (await isGone(pair, turn))) {
      return { pair, outcome: 'gone', why: 'it no longer exists' };
    }
    log.info(error.message);
    return { pair, outcome: 'failed', why: error.message, error };
  }
}

/** IAM decides by the tags of a key pair, which it no longer has when it is gone. */
async function isGone({ keyPairId }: KeyPair, { keyPairs }: DeletionTurn): Promise<boolean> {
  try {
    return (await keyPairs.find({ keyPairId })) === undefined;
  } catch {
    return false;
  }
}

/** Messages in one annotation. */
const maxMessages = 10;

/** The error for all key pairs that should have been deleted, or that were kept because they are in use. */
export function failureOf(swept: readonly Swept[], inUse: readonly string[]): KeyPairError | undefined {
  const failed = swept.filter(({ outcome }) => outcome === 'failed');
  const errors = [...new Set(failed.flatMap(({ error }) => error ?? []))];
  if (errors.length + inUse.length === 0) return undefined;
  const more = errors.length - maxMessages;
  const untried = failed.filter(({ why }) => why === 'it was not tried').length;
  const hints = [...new Set(errors.flatMap(({ hint }) => hint ?? []))];
  const messages = [
    ...(failed.length > 0 ? [`Key pairs that could not be deleted: ${failed.length}.`] : []),
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
