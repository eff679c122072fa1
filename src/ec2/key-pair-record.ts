import type { ClaimRecord } from '../ledger/claim.ts';

/** What the ledger keeps of a pair: enough to find it again, and to know it from any other. */
export interface KeyPairRecord extends ClaimRecord {
  readonly kind: 'key-pair';
  readonly region: string;
  readonly keyName: string;
  /** The value of the pair's nonce tag. */
  readonly nonce: string;
  /** A hash of the access key id that asked for the pair: "not found" means little to other credentials. */
  readonly credentials: string;
  /** Known once EC2 has answered. */
  readonly keyPairId?: string;
}

/** Reads a record back from the ledger; undefined for anything else. */
export function parseKeyPairRecord(value: unknown): KeyPairRecord | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { kind, region, keyName, nonce, credentials, keyPairId } = value as Partial<
    Record<keyof KeyPairRecord, unknown>
  >;
  const whole = [region, keyName, nonce, credentials].every(
    (part) => typeof part === 'string' && part !== '',
  );
  if (kind !== 'key-pair' || !whole) return undefined;
  if (keyPairId !== undefined && !(typeof keyPairId === 'string' && /^key-[0-9a-f]+$/.test(keyPairId)))
    return undefined;
  return value as KeyPairRecord;
}
