import type { Claim } from '../ledger/claim.ts';
import { tagKeys } from '../ownership.ts';
import { KeyPairError } from '../errors.ts';
import { type Attempt, explain } from '../aws/explain.ts';
import { errorNames, failureOf, isNamed } from '../aws/errors.ts';
import type { KeyPair, CreatedKeyPair } from './responses.ts';
import type { NewKeyPair } from './requests.ts';
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
 * @throws KeyPairError `NAME_TAKEN` when the name is somebody else's, `NAME_TAKEN_MAYBE_BY_THIS_STEP` where that
 * cannot be seen, and the codes of `explain`.
 */
export async function createKeyPair(
  pair: NewKeyPair,
  keyPairs: KeyPairs,
  { record, claim }: IntendedKeyPair,
): Promise<CreatedKeyPair> {
  const attempt: Attempt = {
    action: 'ec2:CreateKeyPair and ec2:CreateTags',
    doing: `create the key pair "${pair.keyName}"`,
    region: keyPairs.region,
  };
  let sent = 0;
  for (let requests = 1; ; requests += 1) {
    const answer = await ask(pair, keyPairs, () => {
      sent += 1;
    });
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
    const { holder, unseen } = await findHolder(pair.keyName, keyPairs, isTaken);
    if (holder?.tags.get(tagKeys.nonce) === record.nonce) await removeOrphan(holder, keyPairs);
    else if (isTaken && sent > 1 && unseen !== undefined) throw maybeOurs(pair.keyName, unseen);
    else if (isTaken || holder) {
      if (sent === 1 || holder) claim.void();
      throw nameTaken(pair.keyName, keyPairs.region, holder, error);
    }
    if (requests === mostRequests) throw explain(error, attempt);
  }
}

async function ask(
  pair: NewKeyPair,
  keyPairs: KeyPairs,
  onSent: () => void,
): Promise<{ readonly made: CreatedKeyPair } | { readonly error: unknown }> {
  try {
    return { made: await keyPairs.create(pair, onSent) };
  } catch (error) {
    return { error };
  }
}

/** Who has the name, as far as that can be seen: somebody for certain, when EC2 says that it is taken. */
interface Holding {
  readonly holder?: KeyPair | undefined;
  /** Why nobody could look. */
  readonly unseen?: KeyPairError;
}

async function findHolder(keyName: string, keyPairs: KeyPairs, isTaken: boolean): Promise<Holding> {
  try {
    return { holder: await (isTaken ? keyPairs.findEventually({ keyName }) : keyPairs.find({ keyName })) };
  } catch (error) {
    const doing = `show who has the name "${keyName}"`;
    return { unseen: explain(error, { action: 'ec2:DescribeKeyPairs', doing, region: keyPairs.region }) };
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

/** An answer was lost before EC2 said that the name is taken, and who has it cannot be seen. */
function maybeOurs(keyName: string, unseen: KeyPairError): KeyPairError {
  const { message, hint } = unseen;
  return new KeyPairError(
    'NAME_TAKEN_MAYBE_BY_THIS_STEP',
    `EC2 did not answer whether it made the key pair "${keyName}", and now there is one of that name: it may be this step's own.\n${message}`,
    {
      hint: `A pair of this step's is of no use: its private key was lost on its way. ${hint ?? ''}`.trimEnd(),
      cause: unseen,
    },
  );
}
