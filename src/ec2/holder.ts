import type { PublicKey } from '../keys/public-key.ts';
import { tagKeys } from '../ownership.ts';
import type { KeyPairRecord } from './key-pair-record.ts';
import type { KeyPairs } from './key-pairs.ts';
import type { KeyPair } from './responses.ts';

/** An attempt to create a key pair: its name, and the nonce that only its own key pair has. */
export type Attempt = Pick<KeyPairRecord, 'keyName' | 'nonce'>;

/** Which key pair has the name of an attempt, and whose it is, as far as that is proved. */
export type Holder = ProvedHolder | UnknownHolder;

/** Proof: its nonce or, for someone else's key pair, that it holds another key or is older than the attempt. */
export type ProvedHolder =
  | { readonly whose: 'own'; readonly pair: KeyPair }
  | { readonly whose: 'someone-else'; readonly pair: KeyPair };

/** EC2 may show a new key pair late, or first without its tags. */
export interface UnknownHolder {
  readonly whose: 'unknown';
  /** Undefined if no key pair has the name, as far as EC2 shows. */
  readonly pair?: KeyPair | undefined;
  /** Why it could not be looked up, if it could not. */
  readonly lookupError?: unknown;
}

/** What else can prove that a key pair is someone else's. */
interface Evidence {
  /** EC2's own time when it answered that the name is taken. */
  readonly takenAt?: Date | undefined;
  /** The key of the attempt, if it is an import. */
  readonly publicKey?: PublicKey;
}

/** Milliseconds from the first request of an attempt to its last, at most. */
const longestAttempt = 5 * 60_000;

/**
 * Looks until it is proved whose key pair has the name. Never rejects. Only the last look proves that it is someone
 * else's: the others may show a key pair that had the name before.
 */
export async function findHolder(
  attempt: Attempt,
  keyPairs: KeyPairs,
  evidence: Evidence = {},
): Promise<Holder> {
  let last: Holder = { whose: 'unknown' };
  try {
    const proved = await keyPairs.look(async (isLast) => {
      last = await lookOnce(attempt, keyPairs, evidence);
      return last.whose === 'own' || (last.whose === 'someone-else' && isLast) ? last : undefined;
    });
    return proved ?? { whose: 'unknown', pair: last.pair };
  } catch (lookupError) {
    return { whose: 'unknown', pair: last.pair, lookupError };
  }
}

/** Looks until the step's time is up: a request that got no response may be executed late. */
export async function searchHolder(attempt: Attempt, keyPairs: KeyPairs): Promise<Holder> {
  const proved = await keyPairs.search(async () => {
    const seen = await lookOnce(attempt, keyPairs);
    return seen.whose === 'unknown' ? undefined : seen;
  });
  return proved ?? { whose: 'unknown' };
}

/** Whether EC2 shows no key pair with the name any more, although it was taken. */
export function isFreeAgain({ pair, lookupError }: UnknownHolder): boolean {
  return pair === undefined && lookupError === undefined;
}

/** One look by name and, if that does not show whose it is, one by nonce. */
async function lookOnce(attempt: Attempt, keyPairs: KeyPairs, evidence: Evidence = {}): Promise<Holder> {
  const pair = await keyPairs.find({ keyName: attempt.keyName });
  const nonce = pair?.tags.get(tagKeys.nonce);
  if (pair !== undefined && (nonce !== undefined || isForeign(pair, evidence))) {
    return { whose: nonce === attempt.nonce ? 'own' : 'someone-else', pair };
  }
  const own = await findByNonce(attempt, keyPairs);
  return own === undefined ? { whose: 'unknown', pair } : { whose: 'own', pair: own };
}

/** The key pair of an attempt, whatever its name shows. What an endpoint shows in spite of the filter is someone else's. */
export async function findByNonce({ nonce }: Attempt, keyPairs: KeyPairs): Promise<KeyPair | undefined> {
  const shown = await keyPairs.list([{ key: tagKeys.nonce, value: nonce }]);
  return shown.find(({ tags }) => tags.get(tagKeys.nonce) === nonce);
}

/** Whether a key pair holds another key, or existed before the attempt could have sent its first request. */
function isForeign(pair: KeyPair, { publicKey, takenAt }: Evidence): boolean {
  if (publicKey !== undefined && pair.publicKey?.equals(publicKey) === false) return true;
  if (pair.createdAt === undefined || takenAt === undefined) return false;
  return pair.createdAt.getTime() < takenAt.getTime() - longestAttempt;
}
