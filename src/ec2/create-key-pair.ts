import { failureOf, isNamed } from '../aws/errors.ts';
import { KeyPairError, unexpectedError } from '../errors.ts';
import type { Claim } from '../ledger/claim.ts';
import { tagKeys } from '../ownership.ts';
import type { KeyPairRecord } from './key-pair-record.ts';
import type { KeyPairs } from './key-pairs.ts';
import type { NewKeyPair } from './requests.ts';
import type { CreatedKeyPair, KeyPair } from './responses.ts';
import { ec2ErrorNames } from './responses.ts';

/** How often CreateKeyPair is sent before the step stops waiting for a response. */
const maxRequests = 3;

/** The claim of a key pair that is about to be created, already recorded. */
export interface IntendedKeyPair {
  readonly record: KeyPairRecord;
  readonly claim: Claim<KeyPairRecord>;
}

/**
 * Creates a key pair, and recovers from a lost response: a key pair that exists but whose private key never
 * arrived is found by its nonce, deleted by ID, and created again.
 *
 * @throws KeyPairError `NAME_TAKEN` if someone else has the name, `NAME_TAKEN_MAYBE_BY_THIS_STEP` if that could not
 * be looked up, and the codes of `explain`.
 */
export async function createKeyPair(
  pair: NewKeyPair,
  keyPairs: KeyPairs,
  { record, claim }: IntendedKeyPair,
): Promise<CreatedKeyPair> {
  let sent = 0;
  for (let requests = 1; ; requests += 1) {
    const attempt = await attemptToCreate(pair, keyPairs, () => {
      sent += 1;
    });
    if ('created' in attempt) {
      claim.held({ ...record, keyPairId: attempt.created.keyPairId });
      return attempt.created;
    }
    const { error } = attempt;
    const isTaken = isNamed(error, ec2ErrorNames.duplicate);
    if (!isTaken && failureOf(error) !== 'uncertain') {
      if (requests === 1) claim.cancelled();
      throw error;
    }
    const { holder, lookupError } = await findHolder(pair.keyName, keyPairs, isTaken);
    if (holder?.tags.get(tagKeys.nonce) === record.nonce) {
      await deleteUnusable(holder, keyPairs);
    } else if (isTaken && sent > 1 && lookupError !== undefined) {
      throw maybeOwn(pair.keyName, lookupError);
    } else if (isTaken || holder) {
      // Without a holder, an earlier request may still have created the key pair: then the claim stays open.
      if (sent === 1 || holder) claim.cancelled();
      throw nameTaken(pair.keyName, keyPairs.region, holder, error);
    }
    if (requests === maxRequests) throw error;
  }
}

async function attemptToCreate(
  pair: NewKeyPair,
  keyPairs: KeyPairs,
  onSent: () => void,
): Promise<{ readonly created: CreatedKeyPair } | { readonly error: unknown }> {
  try {
    return { created: await keyPairs.create(pair, onSent) };
  } catch (error) {
    return { error };
  }
}

/** Which key pair has the name, if the lookup found one. */
interface Holding {
  readonly holder?: KeyPair | undefined;
  readonly lookupError?: unknown;
}

async function findHolder(keyName: string, keyPairs: KeyPairs, isTaken: boolean): Promise<Holding> {
  try {
    return { holder: await (isTaken ? keyPairs.findEventually({ keyName }) : keyPairs.find({ keyName })) };
  } catch (lookupError) {
    return { lookupError };
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

function nameTaken(
  keyName: string,
  region: string,
  holder: KeyPair | undefined,
  cause: unknown,
): KeyPairError {
  const which = holder === undefined ? '' : ` (${holder.keyPairId}, fingerprint ${holder.fingerprint})`;
  return new KeyPairError('NAME_TAKEN', `Key pair "${keyName}" already exists in ${region}${which}.`, {
    hint: 'EC2 returns a private key only once, at creation. Use `operation: ensure` to reuse the key pair, `operation: delete` to remove it, or leave out key-name to get a generated name.',
    cause,
  });
}

/** A response was lost, then EC2 said that the name is taken, and the lookup failed. */
function maybeOwn(keyName: string, lookupError: unknown): KeyPairError {
  const { message, hint = '' } =
    lookupError instanceof KeyPairError ? lookupError : unexpectedError(lookupError);
  return new KeyPairError(
    'NAME_TAKEN_MAYBE_BY_THIS_STEP',
    `CreateKeyPair for "${keyName}" got no response, and a key pair with that name now exists. This step may have created it.\n${message}`,
    {
      hint: `If this step created it, it is unusable: its private key was lost in transit. ${hint}`.trimEnd(),
      cause: lookupError,
    },
  );
}
