import type { KeyPairs } from './key-pairs.ts';
import type { ExistingKeyPair } from './requests.ts';

/** Milliseconds in which IAM may not see the tags of a new key pair. The runner's clock decides: it only costs a request. */
const newFor = 60_000;

/**
 * Looks at a key pair again before a refusal is believed. Policies go by its tags: one that is gone no longer has them, and a new
 * one may not have them everywhere yet.
 *
 * @param again - Sends the request again.
 * @throws error if the key pair exists, or cannot be looked up.
 */
export async function afterRefusal<Result>(
  error: unknown,
  { keyPairId }: ExistingKeyPair,
  keyPairs: Pick<KeyPairs, 'findEventually'>,
  again: () => Promise<Result>,
): Promise<Result | 'not-found'> {
  const seen = await keyPairs.findEventually({ keyPairId }).catch(() => {
    throw error;
  });
  if (seen === undefined) return 'not-found';
  const { createdAt } = seen;
  if (createdAt === undefined || Math.abs(Date.now() - createdAt.getTime()) > newFor) throw error;
  return again();
}
