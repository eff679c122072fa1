import type { ClaimKind, ClaimKinds, ClaimRecord } from './claim.ts';
import type { FactName, OpenClaim } from './ledger.ts';

/** What a ledger says: claims to release, and the numbers of those that are unreadable. */
export interface LedgerReading {
  readonly open: readonly OpenClaim[];
  readonly unreadable: readonly number[];
}

const factPattern = /^claim-(\d{1,4}(?:-\d{1,4})*)-(intended|held|kept|released)$/;

/**
 * Reads a ledger back. A claim is open until it was kept or released. The last readable record of a claim counts, so a
 * truncated entry loses only its own fact.
 */
export function readLedger<Known extends ClaimRecord>(
  state: Iterable<readonly [name: string, value: string]>,
  kinds: ClaimKinds<Known>,
): LedgerReading {
  const claims = new Map<number, Map<FactName, string>>();
  for (const [name, value] of state) {
    const [, numbers = '', fact] = factPattern.exec(name) ?? [];
    if (fact === undefined) continue;
    for (const number of numbers.split('-').map(Number)) {
      const facts = claims.get(number) ?? new Map<FactName, string>();
      claims.set(number, facts.set(fact as FactName, value));
    }
  }
  const open: OpenClaim[] = [];
  const unreadable: number[] = [];
  const all: readonly ClaimKind<ClaimRecord>[] = Object.values(kinds);
  for (const [number, facts] of [...claims].sort(([a], [b]) => a - b)) {
    if (facts.has('kept') || facts.has('released')) continue;
    const known = parseRecord(facts.get('held'), all) ?? parseRecord(facts.get('intended'), all);
    if (known) open.push({ number, ...known });
    else unreadable.push(number);
  }
  return { open, unreadable };
}

function parseRecord(
  text: string | undefined,
  kinds: readonly ClaimKind<ClaimRecord>[],
): Pick<OpenClaim, 'kind' | 'record'> | undefined {
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  for (const kind of kinds) {
    const record = kind.parse(value);
    if (record) return { kind, record };
  }
  return undefined;
}
