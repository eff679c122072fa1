import { tagKeys } from '../ownership.ts';
import { KeyPairError } from '../errors.ts';
import { ec2FingerprintOfImported, sha256Fingerprint } from '../keys/fingerprint.ts';
import type { PublicKey } from '../keys/public-key.ts';
import { type Attempt, explain } from '../aws/explain.ts';
import { errorNames, failureOf, isNamed } from '../aws/errors.ts';
import type { KeyPair } from './responses.ts';
import type { ImportedKeyPair } from './requests.ts';
import type { KeyPairs } from './key-pairs.ts';
import type { IntendedKeyPair } from './create-key-pair.ts';

/** How often a name may be taken and let go of under this step before it gives up. */
const mostRequests = 5;

/** What an import ended with: a pair of this step's, or the same key that somebody else had imported. */
export interface Imported {
  readonly keyPairId: string;
  readonly fingerprint: string;
  readonly created: boolean;
}

/**
 * Imports a public key. An import can be repeated without harm: whether the pair is this step's, shows its
 * nonce; whether it holds the same key, shows its public key.
 *
 * @throws KeyPairError `KEY_DIFFERS` when the name stands for another key, and the codes of `explain`.
 */
export async function importKeyPair(
  pair: ImportedKeyPair,
  keyPairs: KeyPairs,
  { record, claim }: IntendedKeyPair,
): Promise<Imported> {
  const attempt: Attempt = {
    action: 'ec2:ImportKeyPair and ec2:CreateTags',
    doing: `import the key pair "${pair.keyName}"`,
    region: keyPairs.region,
  };
  let mayExist = false;
  for (let requests = 1; ; requests += 1) {
    const answer = await ask(pair, keyPairs, () => {
      mayExist = true;
    });
    if ('keyPairId' in answer) {
      claim.held({ ...record, keyPairId: answer.keyPairId });
      return { ...answer, created: true };
    }
    const { error } = answer;
    const isTaken = isNamed(error, errorNames.duplicate);
    if (!isTaken && !mayExist && failureOf(error) !== 'uncertain') claim.void();
    if (!isTaken) throw explain(error, attempt);
    const holder = await findHolder(pair.keyName, keyPairs);
    if (holder !== undefined) return useHolder(holder, { pair, record, claim }, keyPairs.region);
    // Whoever had the name has let go of it since.
    if (requests === mostRequests) throw explain(error, attempt);
  }
}

/** Only what EC2 says of the request is an answer: a fact that cannot be written down after it is no refusal. */
async function ask(
  pair: ImportedKeyPair,
  keyPairs: KeyPairs,
  onAnswerLost: () => void,
): Promise<{ readonly keyPairId: string; readonly fingerprint: string } | { readonly error: unknown }> {
  try {
    return await keyPairs.import(pair, onAnswerLost);
  } catch (error) {
    return { error };
  }
}

/** The pair that has the name: this step's after all, or the same key of somebody else's. */
function useHolder(
  holder: KeyPair,
  { pair, record, claim }: IntendedKeyPair & { readonly pair: ImportedKeyPair },
  region: string,
): Imported {
  const { keyPairId, fingerprint } = holder;
  const created = holder.tags.get(tagKeys.nonce) === record.nonce;
  if (created) claim.held({ ...record, keyPairId });
  else claim.void();
  refuseOtherKey(holder, pair.publicKey, region);
  return { keyPairId, fingerprint, created };
}

async function findHolder(keyName: string, keyPairs: KeyPairs): Promise<KeyPair | undefined> {
  try {
    return await keyPairs.findEventually({ keyName });
  } catch (error) {
    const doing = `show who has the name "${keyName}"`;
    throw explain(error, { action: 'ec2:DescribeKeyPairs', doing, region: keyPairs.region });
  }
}

/** @throws KeyPairError `KEY_DIFFERS` unless the pair holds this public key. */
export function refuseOtherKey(pair: KeyPair, publicKey: PublicKey, region: string): void {
  if (pair.publicKey?.equals(publicKey)) return;
  const theirs =
    pair.publicKey === undefined
      ? pair.fingerprint
      : `${pair.fingerprint}, ${sha256Fingerprint(pair.publicKey)}`;
  const ours = `${ec2FingerprintOfImported(publicKey)}, ${sha256Fingerprint(publicKey)}`;
  throw new KeyPairError(
    'KEY_DIFFERS',
    `The key pair "${pair.keyName}" in ${region} (${pair.keyPairId}) holds another key: its fingerprint is ${theirs}; that of the key to import is ${ours}.`,
    {
      hint: 'An import never replaces a key. Give another key-name, or delete the pair first if nobody needs it.',
    },
  );
}
