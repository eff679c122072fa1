import type { RetryPolicy } from '../aws/retry.ts';
import { destinationKinds } from '../destinations/kinds.ts';
import type { KeyPairAccess } from '../ec2/key-pair-claim.ts';
import { parseKeyPairRecord } from '../ec2/key-pair-record.ts';
import type { ClaimKinds } from '../ledger/claim.ts';
import type { StepRecord } from '../operations/operation.ts';
import { transportPolicy } from '../runner/workflow.ts';

/**
 * Every kind of claim, for main and for the post step: a record without a row does not compile. Parsing is loaded at
 * once; the code that releases claims, and with it the SDK, only when there is something to release.
 *
 * @param open - Opens the Region in a record.
 */
export function claimKinds(open: (region: string) => Promise<KeyPairAccess>): ClaimKinds<StepRecord> {
  return {
    'key-pair': {
      parse: parseKeyPairRecord,
      release: async (record) => (await import('../ec2/key-pair-claim.ts')).releaseKeyPair(record, open),
    },
    ...destinationKinds,
  };
}

/** Opens a Region with the current credentials, which may not be the ones that created the key pair. */
export async function openKeyPairs(region: string, policy: RetryPolicy): Promise<KeyPairAccess> {
  const { openKeyPairSession } = await import('../ec2/session.ts');
  return openKeyPairSession(region, policy, transportPolicy());
}
