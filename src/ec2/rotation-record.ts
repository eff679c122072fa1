import { roleArn } from '../inputs/role-arn.ts';
import type { ClaimRecord } from '../ledger/claim.ts';
import { isTrue, matching, nonEmpty, nonEmptyFields, optional, recordParser } from '../ledger/record.ts';
import { type KeyPairRecord, keyPairIdPattern } from './key-pair-record.ts';

/** What the ledger records of a rotation: its journal, as a key pair, and how far the rotation is. */
export interface RotationRecord extends ClaimRecord, Omit<KeyPairRecord, 'kind'> {
  readonly kind: 'rotation';
  /** Whether the old key pair may be gone: then it is put back unless a key pair has its name. */
  readonly swapping?: true;
  /** Whether the new key pair is delivered: then the journal is only deleted. */
  readonly over?: true;
}

export const parseRotationRecord = recordParser<RotationRecord>('rotation', {
  ...nonEmptyFields('region', 'keyName', 'nonce', 'credentials', 'account', 'endpoint'),
  source: optional(nonEmpty),
  role: optional(matching(roleArn)),
  keyPairId: optional(matching(keyPairIdPattern)),
  unanswered: optional(Number.isSafeInteger),
  swapping: optional(isTrue),
  over: optional(isTrue),
});

/** The journal as any other key pair. */
export function journalIn({ swapping: _, over: __, ...record }: RotationRecord): KeyPairRecord {
  return { ...record, kind: 'key-pair' };
}
