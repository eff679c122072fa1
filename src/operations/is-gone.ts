import type { KeyPairs } from '../ec2/key-pairs.ts';
import type { KeyPair } from '../ec2/responses.ts';
import type { KeyPairError } from '../errors.ts';

/**
 * Whether EC2 refused something about a key pair only because it no longer exists: policies go by its tags, which it then no
 * longer has.
 */
export async function isGone(
  { keyPairId }: KeyPair,
  error: KeyPairError,
  { keyPairs }: { readonly keyPairs: Pick<KeyPairs, 'findEventually'> },
): Promise<boolean> {
  if (error.code !== 'NOT_ALLOWED') return false;
  try {
    return (await keyPairs.findEventually({ keyPairId })) === undefined;
  } catch {
    return false;
  }
}
