import type { ClaimKind, ClaimRecord } from './claim.ts';

/** A write-ahead log, kept in the step's state and read back by the post step. */
export interface Ledger {
  /** Appends one line of state. Throws if it cannot be written: then the fact must not be acted on. */
  append(name: string, value: string): void;
}

/** What the ledger can say about a claim, in the order in which it becomes true. */
export type FactName = 'intended' | 'held' | 'kept' | 'released';

/** A claim that nothing in the ledger has settled. */
export interface OpenClaim {
  readonly number: number;
  readonly kind: ClaimKind<ClaimRecord>;
  readonly record: ClaimRecord;
}

export function writeFact(ledger: Ledger, claim: number, fact: FactName, record?: ClaimRecord): void {
  ledger.append(`claim-${claim}-${fact}`, JSON.stringify(record ?? true));
}

/** Settles several claims in one line, so that no kill can separate them: a key pair and its file stay together. */
export function writeKept(ledger: Ledger, claims: readonly number[]): void {
  if (claims.length > 0) ledger.append(`claim-${claims.join('-')}-kept`, 'true');
}
