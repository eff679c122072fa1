/** What the ledger records of something that may be left behind: plain data that survives JSON. */
export interface ClaimRecord {
  readonly kind: string;
}

/**
 * How long a claimed thing is kept once it is delivered: until the job ends (the post step releases it) or
 * beyond. Before delivery both mean the same: whoever finds it releases it.
 */
export type Retention = 'job' | 'beyond';

/** The result of releasing a claim. */
export type ReleaseOutcome =
  | {
      readonly outcome: 'done';
      /** What was done, as a sentence for the log. */
      readonly said: string;
      /** What the error of a failed step adds, as a sentence; absent where no one would miss the thing. */
      readonly undone?: string;
    }
  | {
      readonly outcome: 'already-gone';
      /** The thing, as a noun phrase. */
      readonly what: string;
    }
  | {
      readonly outcome: 'left';
      readonly what: string;
      /** Why it was left; continues "what: ". */
      readonly why: string;
      /** The shell command that removes it, where there is one. */
      readonly command?: string;
    };

/** Everything the ledger must know about one kind of claim. */
export interface ClaimKind<Record extends ClaimRecord> {
  /** Reads a record back from the ledger; undefined for anything this kind never wrote. */
  parse(value: unknown): Record | undefined;
  /** Undoes the thing if it is still the one that was claimed. Rejects only where nothing could be found out. */
  release(record: Record): Promise<ReleaseOutcome>;
}

/** A kind for every record of the union: one that is missing does not compile. */
export type ClaimKinds<Known extends ClaimRecord> = {
  readonly [Kind in Known['kind']]: ClaimKind<Extract<Known, { kind: Kind }>>;
};

/** One thing that may be left behind. */
export interface Claim<Record extends ClaimRecord> {
  /** The thing exists now, and this is everything known about it. */
  held(record: Record): void;
  /** The thing was certainly never created: there is nothing to release. */
  cancelled(): void;
  /** Releases this claim alone. What could not be released stays claimed. */
  release(): Promise<ReleaseOutcome>;
}

/** Records claims, each before the thing it describes exists. */
export interface Claims<Known extends ClaimRecord> {
  /** @throws when the claim cannot be recorded: then nothing may be created. */
  intend<Record extends Known>(record: Record, retention: Retention): Claim<Record>;
}

/** Runs work together with the claims it makes, which are released if it fails. */
export interface UndoableWork<Known extends ClaimRecord> {
  undoOnFailure<Result>(work: (claims: Claims<Known>) => Promise<Result>): Promise<Result>;
}
