/** A request as it arrived, before anything was done. */
export interface ArrivedRequest {
  /** AWS's request ID, as in the response. */
  readonly id: string;
  /** From the signature's scope: `ec2`, `sts`, `ssm`, `secretsmanager`. */
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  /** Empty if the signature was not valid. */
  readonly accountId: string;
  /** Decoded; secrets are replaced by their length. */
  readonly params: Readonly<Record<string, string>>;
  /** Operations whose permission the call needs in addition to its own. */
  readonly alsoNeeds: readonly string[];
  readonly userAgent: string;
  readonly dryRun: boolean;
}

/** What happened to a request. `answered` means that the response was written, not that it was read. */
export type Outcome =
  | { kind: 'pending' }
  | { kind: 'answered'; status: number; error?: string }
  | { kind: 'dropped' }
  | { kind: 'cut'; status: number }
  | { kind: 'silent' }
  | { kind: 'client-disconnected' };

export interface ServedRequest extends ArrivedRequest {
  readonly outcome: Outcome;
  /** Whether the call was executed successfully, even if the response was lost. Always false for a dry run. */
  readonly executed: boolean;
}

/** All requests to one endpoint, in order of arrival. */
export class RequestLog {
  readonly #entries: LogEntry[] = [];

  get requests(): readonly ServedRequest[] {
    return this.#entries;
  }

  add(arrived: ArrivedRequest): LogEntry {
    const entry: LogEntry = { ...arrived, outcome: { kind: 'pending' }, executed: false };
    this.#entries.push(entry);
    return entry;
  }
}

/** A log entry, which changes while its request is handled. */
export interface LogEntry extends ArrivedRequest {
  outcome: Outcome;
  executed: boolean;
}
