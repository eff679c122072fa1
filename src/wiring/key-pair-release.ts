import type { ReleaseOutcome } from '../contract/claim.ts';
import { keyPairClaims } from '../ec2/key-pair-claim.ts';
import type { KeyPairRecord } from '../ec2/key-pair-record.ts';
import { openRegion } from '../ec2/region.ts';
import { patienceOfPost } from './patience.ts';

/** Releases a pair with the credentials of this moment, which need not be those that made it. */
export function releaseKeyPair(record: KeyPairRecord, signal: AbortSignal): Promise<ReleaseOutcome> {
  return keyPairClaims((region) => openRegion(region, patienceOfPost(signal))).release(record);
}
