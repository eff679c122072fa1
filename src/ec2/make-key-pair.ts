import type { Claim } from '../contract/claim.ts';
import { tagKeys } from '../contract/tags.ts';
import { KeyPairError } from '../errors.ts';
import { explain } from './explain.ts';
import { errorNames, failureOf, isNamed } from './failures.ts';
import type { KeyPairRecord } from './key-pair-record.ts';
import type { KeyPair, KeyPairs, MadeKeyPair, NewKeyPair } from './key-pairs.ts';

/** How often CreateKeyPair is sent before the step gives up on an answer. */
const mostRequests = 3;
/** How often to look for a pair that EC2 has just spoken of: more than the stale reads ever seen. */
const mostLooks = 25;

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
  const attempt = {
    action: 'ec2:CreateKeyPair and ec2:CreateTags',
    doing: `create the key pair "${pair.keyName}"`,
    region: keyPairs.region,
  };
  for (let requests = 1; ; requests += 1) {
    try {
      const made = await keyPairs.create(pair);
      claim.held({ ...record, keyPairId: made.keyPairId });
      return made;
    } catch (error) {
      const duplicate = isNamed(error, errorNames.duplicate);
      if (!duplicate && failureOf(error) !== 'uncertain') {
        if (requests === 1) claim.void();
        throw explain(error, attempt);
      }
      const holder = await findHolder(pair.keyName, keyPairs, duplicate ? mostLooks : 1);
      if (holder?.tags.get(tagKeys.nonce) === record.nonce) await keyPairs.delete(holder.keyPairId);
      else if (duplicate || holder) {
        claim.void();
        throw nameTaken(pair.keyName, keyPairs.region, holder, error);
      }
      if (requests === mostRequests) throw explain(error, attempt);
    }
  }
}

/** Who has the name. Without the right to look, nothing is known of that. */
async function findHolder(
  keyName: string,
  keyPairs: KeyPairs,
  mostLooks: number,
): Promise<KeyPair | undefined> {
  try {
    return await keyPairs.findPatiently(keyName, mostLooks);
  } catch {
    return undefined;
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
    hint: 'EC2 shows a private key only once, when it is made. Give another key-name, leave key-name out for a name of its own, or delete the pair first if nobody uses it.',
    cause,
  });
}
