import type { Claim, ClaimRecord, Claims, ReleaseOutcome, Retention } from '../../src/ledger/claim.ts';

/** Claims that only record their calls: the last record of each claim, and all events in order. */
export class NotedClaims<Known extends ClaimRecord> implements Claims<Known> {
  readonly records: Known[] = [];
  readonly events: string[];
  /** Fails an event, as a full disk would. */
  refuse: (event: string) => boolean = () => false;

  constructor(events: string[] = []) {
    this.events = events;
  }

  intend<Record extends Known>(record: Record, retention: Retention): Claim<Record> {
    this.#note(`intended ${record.kind} (${retention})`);
    const index = this.records.push(record) - 1;
    return {
      held: (now) => {
        this.records[index] = now;
        this.#note(`held ${record.kind}`);
      },
      cancelled: () => this.#note(`cancelled ${record.kind}`),
      release: async (): Promise<ReleaseOutcome> => {
        this.#note(`released ${record.kind}`);
        return { outcome: 'done', said: `Released ${record.kind}.` };
      },
    };
  }

  #note(event: string): void {
    if (this.refuse(event)) throw new Error(`no room for ${event}`);
    this.events.push(event);
  }
}
