import type { Caller } from '../aws/session.ts';
import { roleArn } from '../inputs/role-arn.ts';
import type { ClaimRecord } from '../ledger/claim.ts';
import { matching, nonEmpty, nonEmptyFields, optional, recordParser } from '../ledger/record.ts';

export type { Caller } from '../aws/session.ts';

/** How EC2 forms IDs of key pairs (EC2 API reference, DescribeKeyPairs). */
export const keyPairIdPattern = /^key-[0-9a-f]+$/;

/** What the ledger records of a key pair: enough to find it again, and to tell it from any other. */
export interface KeyPairRecord extends ClaimRecord, Caller {
  readonly kind: 'key-pair';
  readonly region: string;
  readonly keyName: string;
  /** The value of the key pair's nonce tag. */
  readonly nonce: string;
  /** `KeyPairSession.endpoint` of the step: another endpoint is another EC2. */
  readonly endpoint: string;
  /** Known once EC2 has answered. */
  readonly keyPairId?: string;
  /** How many requests to create it got no response. Each may still create a key pair with this nonce. */
  readonly unanswered?: number;
}

export const parseKeyPairRecord = recordParser<KeyPairRecord>('key-pair', {
  ...nonEmptyFields('region', 'keyName', 'nonce', 'credentials', 'account', 'endpoint'),
  source: optional(nonEmpty),
  role: optional(matching(roleArn)),
  keyPairId: optional(matching(keyPairIdPattern)),
  unanswered: optional(Number.isSafeInteger),
});
