/** A request as it arrived, before anything was done. */
export interface ArrivedRequest {
  /** AWS's request id, as in the answer. */
  readonly id: string;
  /** From the signature's scope: `ec2`, `sts`; '' when the request was not signed. */
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  /** '' when the signature did not hold. */
  readonly accountId: string;
  /** Decoded; what a service counts as a secret is left out. */
  readonly params: Readonly<Record<string, string>>;
  readonly alsoNeeds: readonly string[];
  readonly userAgent: string;
  readonly dryRun: boolean;
}

/** What the client was given. `answered` says it was written, not that it was read. */
export type Outcome =
  | { kind: 'under-way' }
  | { kind: 'answered'; status: number; error?: string }
  | { kind: 'dropped' }
  | { kind: 'cut'; status: number }
  | { kind: 'silent' }
  | { kind: 'client-left' };

export interface ServedRequest extends ArrivedRequest {
  readonly outcome: Outcome;
  /** The call was carried out with success, whatever the client was told. A dry run never is. */
  readonly executed: boolean;
}

/** The log of one endpoint, in order of arrival. */
export class Journal {
  readonly #requests: JournalEntry[] = [];

  get requests(): readonly ServedRequest[] {
    return this.#requests;
  }

  open(arrived: ArrivedRequest): JournalEntry {
    const entry: JournalEntry = { ...arrived, outcome: { kind: 'under-way' }, executed: false };
    this.#requests.push(entry);
    return entry;
  }
}

/** A log line while its request is being served. */
export interface JournalEntry extends ArrivedRequest {
  outcome: Outcome;
  executed: boolean;
}
