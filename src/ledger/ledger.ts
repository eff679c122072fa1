import type { ClaimKind, ClaimRecord } from './claim.ts';

/** A write-ahead log, kept in the step's state and read back by the post step. */
export interface Ledger {
  /** Appends one entry to the state. @throws if it cannot be written: then the step must not go on. */
  append(name: string, value: string): void;
}

/** One entry of a ledger. */
export type LedgerEntry = readonly [name: string, value: string];

/** What the ledger can say about a claim, in the order in which it happens. */
export type FactName = 'intended' | 'held' | 'kept' | 'released';

/** A claim that was neither kept nor released. */
export interface OpenClaim {
  readonly number: number;
  readonly kind: ClaimKind<ClaimRecord>;
  readonly record: ClaimRecord;
}

export function writeFact(ledger: Ledger, claim: number, fact: FactName, record?: ClaimRecord): void {
  ledger.append(`claim-${claim}-${fact}`, JSON.stringify(record ?? true));
}

/** Keeps several claims with one entry, so that a step that is killed keeps both a key pair and its file, or neither. */
export function writeKept(ledger: Ledger, claims: readonly number[]): void {
  if (claims.length > 0) ledger.append(`claim-${claims.join('-')}-kept`, 'true');
}
