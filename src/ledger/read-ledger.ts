import type { ClaimKind, ClaimKinds, ClaimRecord } from './claim.ts';
import type { LedgerEntry, OpenClaim } from './ledger.ts';

/** What a ledger contains: claims to release, and the numbers of claims that are unreadable. */
export interface LedgerReading {
  readonly open: readonly OpenClaim[];
  readonly unreadable: readonly number[];
}

/** What is known of one claim. */
interface Facts {
  intended?: string;
  readonly held: string[];
  isSettled: boolean;
}

const factPattern = /^claim-([1-9]\d{0,3}(?:-[1-9]\d{0,3})*)-(intended|held|kept|released)$/;

/** A fact that adds to what is known of one claim, and settles nothing. */
const addingPattern = /^claim-[1-9]\d{0,3}-(?:intended|held)$/;

/**
 * Reads a ledger back. A claim is open until it was kept or released. The last readable record of a claim counts, so a
 * truncated entry loses only its own fact.
 */
export function readLedger<Known extends ClaimRecord>(
  entries: Iterable<LedgerEntry>,
  kinds: ClaimKinds<Known>,
): LedgerReading {
  const open: OpenClaim[] = [];
  const unreadable: number[] = [];
  const all: readonly ClaimKind<ClaimRecord>[] = Object.values(kinds);
  for (const [number, facts] of [...factsByClaim(entries)].sort(([a], [b]) => a - b)) {
    if (facts.isSettled) continue;
    const known = lastRecord(facts, all);
    if (known) open.push({ number, ...known });
    else unreadable.push(number);
  }
  return { open, unreadable };
}

/**
 * A ledger with the entries that later copies of it add. Other steps can write to the file with the copies. So the copies
 * can cause more to be released, but can neither settle a claim nor replace an entry.
 */
export function continuedLedger(
  known: readonly LedgerEntry[],
  copies: readonly (readonly LedgerEntry[])[],
): readonly LedgerEntry[] {
  const names = new Set(known.map(([name]) => name));
  const added = copies.flat().filter(([name]) => addingPattern.test(name) && !names.has(name));
  return [...known, ...added];
}

function factsByClaim(entries: Iterable<LedgerEntry>): Map<number, Facts> {
  const claims = new Map<number, Facts>();
  for (const [name, value] of entries) {
    const [, numbers = '', fact] = factPattern.exec(name) ?? [];
    if (fact === undefined) continue;
    for (const number of numbers.split('-').map(Number)) {
      const facts: Facts = claims.get(number) ?? { held: [], isSettled: false };
      claims.set(number, facts);
      if (fact === 'intended') facts.intended ??= value;
      else if (fact === 'held') facts.held.push(value);
      else facts.isSettled = true;
    }
  }
  return claims;
}

/** A record that is held must match the intended one. A record of something else is ignored. */
function lastRecord(
  { intended: intention, held }: Facts,
  kinds: readonly ClaimKind<ClaimRecord>[],
): Pick<OpenClaim, 'kind' | 'record'> | undefined {
  const intended = parseRecord(intention, kinds);
  const readable = held.flatMap((text) => parseRecord(text, kinds) ?? []);
  if (intended === undefined) return readable.at(-1);
  return readable.findLast(({ record }) => completes(record, intended.record)) ?? intended;
}

/** Whether a record has all that another one has, and perhaps more. */
function completes(record: ClaimRecord, earlier: ClaimRecord): boolean {
  const fields = new Map(Object.entries(record));
  return Object.entries(earlier).every(
    ([name, value]) => JSON.stringify(fields.get(name)) === JSON.stringify(value),
  );
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
