import type { ClaimKind, ClaimRecord, ReleaseOutcome } from '../../../src/ledger/claim.ts';
import type { Ledger } from '../../../src/ledger/ledger.ts';
import { LedgerClaims } from '../../../src/ledger/ledger-claims.ts';
import { readLedger } from '../../../src/ledger/read-ledger.ts';

/** A thing that a test may leave behind. */
export interface Thing extends ClaimRecord {
  readonly kind: 'thing';
  readonly name: string;
  readonly id?: string;
}

export function thing(name: string, id?: string): Thing {
  return { kind: 'thing', name, ...(id === undefined ? {} : { id }) };
}

/** What becomes of a thing when it is released: an outcome, or an error that is thrown. */
export type Fate = (thing: Thing) => ReleaseOutcome['outcome'] | Error;

/** A kind of claim that records what was released. Only for things named `important` does an error say that they are gone. */
export class Things implements ClaimKind<Thing> {
  readonly released: Thing[] = [];
  readonly #fate: Fate;

  constructor(fate: Fate = () => 'done') {
    this.#fate = fate;
  }

  parse(value: unknown): Thing | undefined {
    if (typeof value !== 'object' || value === null) return undefined;
    const { kind, name, id } = value as Partial<Record<keyof Thing, unknown>>;
    if (kind !== 'thing' || typeof name !== 'string') return undefined;
    return typeof id === 'string' ? { kind, name, id } : { kind, name };
  }

  async release(released: Thing): Promise<ReleaseOutcome> {
    this.released.push(released);
    const outcome = this.#fate(released);
    if (outcome instanceof Error) throw outcome;
    const what = `the thing ${released.name}`;
    if (outcome === 'left') return { outcome, what, why: 'it is stuck', command: `rm ${released.name}` };
    if (outcome === 'already-gone') return { outcome, what };
    if (outcome === 'not-found') return { outcome, what, command: `rm ${released.name} later` };
    const said = `Put ${what} back where it was.`;
    return released.name === 'important'
      ? { outcome, said, undone: `Because the step failed, ${what} was put back.` }
      : { outcome, said };
  }

  /** The names of what was released, in order. */
  names(): string[] {
    return this.released.map(({ name }) => name);
  }
}

/** The step's state in memory: what the runner would pass to the post step. */
export class MemoryLedger implements Ledger {
  readonly lines: [name: string, value: string][] = [];
  /** Fails the line of a fact, as a full disk would. */
  refuse: (fact: string) => boolean = () => false;

  append(name: string, value: string): void {
    const [, fact] = splitName(name);
    if (this.refuse(fact)) throw new Error(`no room for ${fact}`);
    this.lines.push([name, value]);
  }

  /** All facts in order, as in `held a`, with the names of the things instead of the numbers of their claims. */
  facts(): string[] {
    const names = new Map<string, string>();
    return this.lines.map(([name, value]) => {
      const [numbers, fact] = splitName(name);
      if (fact === 'intended') {
        if (names.has(numbers)) throw new Error(`Two claims have the number ${numbers}.`);
        names.set(numbers, JSON.parse(value).name);
      }
      return [fact, ...numbers.split('-').map((number) => names.get(number))].join(' ');
    });
  }
}

function splitName(name: string): [numbers: string, fact: string] {
  const [, numbers = '', fact = ''] = /^claim-([\d-]+)-([a-z]+)$/.exec(name) ?? [];
  if (fact === '') throw new Error(`${name} is no name of a fact.`);
  return [numbers, fact];
}

/** The claims of a step that has recorded nothing yet. */
export function openClaims(fate?: Fate) {
  const things = new Things(fate);
  const ledger = new MemoryLedger();
  const claims = new LedgerClaims<Thing>(ledger, { thing: things });
  /** What the post step would find in these lines of the ledger. */
  const forPost = (lines = ledger.lines) =>
    readLedger(lines, { thing: things }).open.map(({ record }) => record);
  return { ledger, claims, things, forPost };
}

/** An unexpected error, and work that fails with it. */
export const diskFull = new Error('the disk is full');
export const fails = () => Promise.reject(diskFull);
