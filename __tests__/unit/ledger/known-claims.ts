import type { ClaimKind, ClaimRecord, ReleaseOutcome } from '../../../src/ledger/claim.ts';
import type { Ledger } from '../../../src/ledger/ledger.ts';

/** A thing that a test may leave behind. */
export interface Thing extends ClaimRecord {
  readonly kind: 'thing';
  readonly name: string;
  readonly id?: string;
}

/** A kind of claim that notes what was asked of it; `fate` says what becomes of a thing. */
export class Things implements ClaimKind<Thing> {
  readonly kind = 'thing';
  readonly released: Thing[] = [];
  readonly #fate: (thing: Thing) => ReleaseOutcome['outcome'] | Error;

  constructor(fate: (thing: Thing) => ReleaseOutcome['outcome'] | Error = () => 'removed') {
    this.#fate = fate;
  }

  parse(value: unknown): Thing | undefined {
    if (typeof value !== 'object' || value === null) return undefined;
    const { kind, name, id } = value as Partial<Record<keyof Thing, unknown>>;
    if (kind !== 'thing' || typeof name !== 'string') return undefined;
    return typeof id === 'string' ? { kind, name, id } : { kind, name };
  }

  async release(thing: Thing): Promise<ReleaseOutcome> {
    this.released.push(thing);
    const outcome = this.#fate(thing);
    if (outcome instanceof Error) throw outcome;
    const what = `the thing ${thing.name}`;
    if (outcome === 'left') return { outcome, what, why: 'it is stuck', byHand: `rm ${thing.name}` };
    const isMissed = outcome === 'removed' && thing.name.startsWith('dear');
    return isMissed
      ? { outcome, what, undone: `The thing ${thing.name} was taken back.` }
      : { outcome, what };
  }
}

/** The step's state in memory: what post would be given. `refuse` makes a line fail. */
export class MemoryLedger implements Ledger {
  readonly lines: [name: string, value: string][] = [];
  refuse: (name: string) => boolean = () => false;

  append(name: string, value: string): void {
    if (this.refuse(name)) throw new Error(`no room for ${name}`);
    this.lines.push([name, value]);
  }
}
