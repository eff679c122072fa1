import { roleArn } from '../inputs/role-arn.ts';
import type { ClaimRecord } from '../ledger/claim.ts';
import {
  isTrue,
  listOf,
  matching,
  nonEmpty,
  nonEmptyFields,
  optional,
  recordParser,
} from '../ledger/record.ts';
import { type KeyPairRecord, keyPairIdPattern } from './key-pair-record.ts';

/** What the ledger records of a rotation: its journal, as a key pair, and the two key pairs that it is about. */
interface JournalRecord extends ClaimRecord, Omit<KeyPairRecord, 'kind'> {
  /** Of the key pair that is replaced. */
  readonly oldKeyPairId: string;
  /** The nonce of the key pair that replaces it. */
  readonly newNonce: string;
}

/** The journal. It is deleted once the key pair has its old key or, for good, its new one. */
export interface RotationRecord extends JournalRecord {
  readonly kind: 'rotation';
  /** Whether the old key pair may be gone. */
  readonly swapping?: true;
  /** Whether the new key pair is complete: then the journal is only deleted. */
  readonly over?: true;
  /** The running instances that may accept a key which they should not, once the rotation is over. */
  readonly instances?: RecordedInstances;
  /** Whether the key pair is deleted when the job ends: then its old key is of no use afterwards. */
  readonly ofJob?: true;
}

/** `all` that were launched with the key pair, if it would take too long a list to name them. */
export type RecordedInstances = readonly string[] | 'all';

/**
 * The swap: from before the old key pair is deleted until the new one is delivered. Until then, it is undone: the old key pair is
 * put back from the journal.
 */
export interface SwapRecord extends JournalRecord {
  readonly kind: 'swap';
  readonly keyPairId: string;
}

/** IDs of instances as EC2 has them, and as emulators may have them. */
export const instanceIdPattern = /^i-[\w-]{1,64}$/;

const areInstanceIds = listOf(matching(instanceIdPattern));

const fields = {
  ...nonEmptyFields('region', 'keyName', 'nonce', 'credentials', 'account', 'endpoint', 'newNonce'),
  source: optional(nonEmpty),
  role: optional(matching(roleArn)),
  unanswered: optional(Number.isSafeInteger),
  oldKeyPairId: matching(keyPairIdPattern),
};

export const parseRotationRecord = recordParser<RotationRecord>('rotation', {
  ...fields,
  keyPairId: optional(matching(keyPairIdPattern)),
  swapping: optional(isTrue),
  over: optional(isTrue),
  ofJob: optional(isTrue),
  instances: optional((value) => value === 'all' || areInstanceIds(value)),
});

export const parseSwapRecord = recordParser<SwapRecord>('swap', {
  ...fields,
  keyPairId: matching(keyPairIdPattern),
});

/** The journal as any other key pair. */
export function journalIn(record: RotationRecord): KeyPairRecord {
  const { swapping: _, over: __, ofJob: ___, instances: ____, ...rest } = record;
  const { oldKeyPairId: _____, newNonce: ______, ...journal } = rest;
  return { ...journal, kind: 'key-pair' };
}
