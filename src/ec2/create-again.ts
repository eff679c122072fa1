import { answeredAt } from '../aws/clock.ts';
import { failureOf, isNamed } from '../aws/errors.ts';
import { KeyPairError, unexpectedError } from '../errors.ts';
import { tagKeys } from '../ownership.ts';
import type { IntendedKeyPair } from './create-key-pair.ts';
import { findHolder, type Holder, isFreeAgain } from './holder.ts';
import type { KeyPairRecord } from './key-pair-record.ts';
import type { KeyPairs } from './key-pairs.ts';
import { maybeOwn, NameTakenError } from './name-taken.ts';
import type { NewKeyPair } from './requests.ts';
import { type CreatedKeyPair, ec2ErrorNames, type KeyPair } from './responses.ts';

/**
 * Recovers from a failed CreateKeyPair. A key pair that exists but whose private key never arrived is found by its nonce,
 * deleted by ID, and created again. While others take the name and free it again, it is requested as long as the step's time
 * lasts.
 *
 * @param first - The error of the first request.
 * @throws The errors of `createKeyPair`.
 */
export async function createAgain(
  first: unknown,
  pair: NewKeyPair,
  keyPairs: KeyPairs,
  { record, claim }: IntendedKeyPair,
): Promise<CreatedKeyPair> {
  const next = keyPairs.tries();
  let error = first;
  let asked = pair;
  let unanswered = 0;
  for (;;) {
    if (wasRefused(error)) {
      // Proof that nothing was created: EC2 itself refused every request.
      if (unanswered === 0) claim.cancelled();
      throw error;
    }
    if (!isTaken(error)) unanswered += 1;
    const holder = await holderAfter(error, record, keyPairs);
    if (holder.whose === 'someone-else') {
      // Proof that nothing was created: EC2 shows their key pair under the name.
      claim.cancelled();
      throw new NameTakenError(holder.pair, pair, error);
    }
    if (holder.whose === 'own') {
      await deleteUnusable(holder.pair, keyPairs);
      // If the name was taken, another delivery of the same request may have created it, and the unanswered one is still out.
      if (!isTaken(error)) unanswered -= 1;
    } else if (isTaken(error)) {
      if (!isFreeAgain(holder)) throw maybeOwn(record, holder, error);
      unanswered += 1;
    }
    if (!(await next(isTaken(error) ? 'all' : 'short'))) throw error;
    // What was unreadable may be the PPK file of an endpoint: PEM is read from every one.
    if (isNamed(error, 'DamagedResponse')) asked = { ...pair, keyFormat: 'pem' };
    const attempt = await attemptToCreate(asked, keyPairs);
    if ('created' in attempt) {
      claim.held({ ...record, keyPairId: attempt.created.keyPairId, unanswered });
      return attempt.created;
    }
    ({ error } = attempt);
  }
}

/** Catches only errors of the request, not those of the ledger after it. */
async function attemptToCreate(
  pair: NewKeyPair,
  keyPairs: KeyPairs,
): Promise<{ readonly created: CreatedKeyPair } | { readonly error: unknown }> {
  try {
    return { created: await keyPairs.create(pair) };
  } catch (error) {
    return { error };
  }
}

const isTaken = (error: unknown): boolean => isNamed(error, ec2ErrorNames.duplicate);

function wasRefused(error: unknown): boolean {
  return !isTaken(error) && failureOf(error) !== 'uncertain';
}

/**
 * Whose key pair has the name now. After a lost response one look is enough, and only a key pair of this step counts: if
 * the look misses it, EC2 refuses the next request.
 */
async function holderAfter(error: unknown, record: KeyPairRecord, keyPairs: KeyPairs): Promise<Holder> {
  if (isTaken(error)) return findHolder(record, keyPairs, { takenAt: answeredAt(error) });
  try {
    const pair = await keyPairs.find({ keyName: record.keyName });
    const isOwn = pair?.tags.get(tagKeys.nonce) === record.nonce;
    return isOwn ? { whose: 'own', pair } : { whose: 'unknown' };
  } catch (lookupError) {
    return { whose: 'unknown', lookupError };
  }
}

/** Deletes a key pair whose private key was lost with the response. */
async function deleteUnusable(pair: KeyPair, keyPairs: KeyPairs): Promise<void> {
  try {
    await keyPairs.delete(pair);
  } catch (error) {
    const { code, message, hint = '' } = error instanceof KeyPairError ? error : unexpectedError(error);
    throw new KeyPairError(
      code,
      `The response with the private key of key pair "${pair.keyName}" was lost, and the key pair was not deleted.\n${message}`,
      { hint, cause: error },
    );
  }
}
