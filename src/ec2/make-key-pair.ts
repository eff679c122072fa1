import type { Claim } from '../contract/claim.ts';
import { tagKeys } from '../contract/tags.ts';
import { KeyPairError } from '../errors.ts';
import { type Attempt, explain } from './explain.ts';
import { errorNames, failureOf, isNamed } from './failures.ts';
import type { KeyPair, MadeKeyPair } from './key-pair-answers.ts';
import type { NewKeyPair } from './key-pair-calls.ts';
import type { KeyPairRecord } from './key-pair-record.ts';
import type { KeyPairs } from './key-pairs.ts';

/** How often CreateKeyPair is sent before the step gives up on an answer. */
const mostRequests = 3;

/** The claim of the pair to be made, already written down. */
export interface IntendedKeyPair {
  readonly record: KeyPairRecord;
  readonly claim: Claim<KeyPairRecord>;
}

/**
 * Makes a pair and mends a lost answer: a pair that exists but whose private key never arrived is found
 * by its nonce, deleted by id, and made again.
 *
 * @throws KeyPairError `NAME_TAKEN` when the name is somebody else's, and the codes of `explain`.
 */
export async function makeKeyPair(
  pair: NewKeyPair,
  keyPairs: KeyPairs,
  { record, claim }: IntendedKeyPair,
): Promise<MadeKeyPair> {
  const attempt: Attempt = {
    action: 'ec2:CreateKeyPair and ec2:CreateTags',
    doing: `create the key pair "${pair.keyName}"`,
    region: keyPairs.region,
  };
  for (let requests = 1; ; requests += 1) {
    const answer = await ask(pair, keyPairs);
    if ('made' in answer) {
      claim.held({ ...record, keyPairId: answer.made.keyPairId });
      return answer.made;
    }
    const { error } = answer;
    const isTaken = isNamed(error, errorNames.duplicate);
    if (!isTaken && failureOf(error) !== 'uncertain') {
      if (requests === 1) claim.void();
      throw explain(error, attempt);
    }
    const holder = await findHolder(pair.keyName, keyPairs, isTaken);
    if (holder?.tags.get(tagKeys.nonce) === record.nonce) await removeOrphan(holder, keyPairs);
    else if (isTaken || holder) {
      if (requests === 1 || holder) claim.void();
      throw nameTaken(pair.keyName, keyPairs.region, holder, error);
    }
    if (requests === mostRequests) throw explain(error, attempt);
  }
}

async function ask(
  pair: NewKeyPair,
  keyPairs: KeyPairs,
): Promise<{ readonly made: MadeKeyPair } | { readonly error: unknown }> {
  try {
    return { made: await keyPairs.create(pair) };
  } catch (error) {
    return { error };
  }
}

/** Who has the name: somebody for certain, when EC2 says so. Without the right to look, nothing is known. */
async function findHolder(
  keyName: string,
  keyPairs: KeyPairs,
  isTaken: boolean,
): Promise<KeyPair | undefined> {
  try {
    return await (isTaken ? keyPairs.findPatiently({ keyName }) : keyPairs.find({ keyName }));
  } catch {
    return undefined;
  }
}

/** The pair was made for this step, and nobody will ever have its private key. */
async function removeOrphan({ keyPairId }: KeyPair, keyPairs: KeyPairs): Promise<void> {
  try {
    await keyPairs.delete(keyPairId);
  } catch (error) {
    const doing = `delete the key pair ${keyPairId}, whose private key was lost on its way`;
    throw explain(error, { action: 'ec2:DeleteKeyPair', doing, region: keyPairs.region });
  }
}

function nameTaken(
  keyName: string,
  region: string,
  holder: KeyPair | undefined,
  cause: unknown,
): KeyPairError {
  const which = holder === undefined ? '' : ` (${holder.keyPairId}, fingerprint ${holder.fingerprint})`;
  return new KeyPairError('NAME_TAKEN', `The key pair "${keyName}" exists already in ${region}${which}.`, {
    hint: 'EC2 shows a private key only once, when it is made. Use `operation: ensure` to use the pair as it is, `operation: delete` if nobody needs it, or another key-name (without one, the action makes a name up).',
    cause,
  });
}
