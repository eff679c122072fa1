import { roleArn } from '../../inputs/role-arn.ts';
import type { ClaimRecord } from '../../ledger/claim.ts';
import { isTrue, matching, nonEmpty, nonEmptyFields, optional, recordParser } from '../../ledger/record.ts';
import type { Caller } from '../../stores/store.ts';

/** What the ledger records of a copy of a private key in a store: where it is, and how to tell it from any other. */
export interface StoreRecord extends ClaimRecord, Caller {
  readonly kind: 'store';
  /** As in `ssm:/path`. */
  readonly reference: string;
  readonly region: string;
  /** Host, and port if it is not the protocol's own, of the store: another one is another store. */
  readonly endpoint: string;
  readonly keyPairId: string;
  /** The nonce of its key pair, which the copy has as a tag. */
  readonly nonce: string;
  /** Whether the store has confirmed that it has the copy. */
  readonly confirmed?: true;
}

export const parseStoreRecord = recordParser<StoreRecord>('store', {
  ...nonEmptyFields('reference', 'region', 'endpoint', 'keyPairId', 'nonce', 'credentials', 'account'),
  source: optional(nonEmpty),
  role: optional(matching(roleArn)),
  confirmed: optional(isTrue),
});
