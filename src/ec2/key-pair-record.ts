import type { ClaimRecord } from '../ledger/claim.ts';
import { matching, nonEmpty, optional, recordParser } from '../ledger/record.ts';

/** What the ledger records of a key pair: enough to find it again, and to tell it from any other. */
export interface KeyPairRecord extends ClaimRecord {
  readonly kind: 'key-pair';
  readonly region: string;
  readonly keyName: string;
  /** The value of the key pair's nonce tag. */
  readonly nonce: string;
  /** `AwsSession.credentialsId` of the step: other credentials may not find the key pair. */
  readonly credentials: string;
  /** Known once EC2 has answered. */
  readonly keyPairId?: string;
}

export const parseKeyPairRecord = recordParser<KeyPairRecord>('key-pair', {
  region: nonEmpty,
  keyName: nonEmpty,
  nonce: nonEmpty,
  credentials: nonEmpty,
  keyPairId: optional(matching(/^key-[0-9a-f]+$/)),
});
