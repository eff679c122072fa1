import type { ReleaseOutcome } from '../ledger/claim.ts';
import { keyPairClaims } from '../ec2/key-pair-claim.ts';
import type { KeyPairRecord } from '../ec2/key-pair-record.ts';
import { openSession } from '../aws/session.ts';
import { postRetryPolicy } from '../step/retry-policies.ts';

/** Releases a pair with the credentials of this moment, which need not be those that made it. */
export function releaseKeyPair(record: KeyPairRecord, signal: AbortSignal): Promise<ReleaseOutcome> {
  return keyPairClaims((region) => openSession(region, postRetryPolicy(signal))).release(record);
}
