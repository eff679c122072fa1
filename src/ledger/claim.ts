/** What the ledger records of something that may be left behind: plain data that survives JSON. */
export interface ClaimRecord {
  readonly kind: string;
}

/**
 * How long a claimed thing is kept once it is delivered: until the job ends (the post step releases it) or
 * beyond. Until it is delivered, a failed step or the post step releases it in either case.
 */
export type Retention = 'job' | 'beyond';

/** The result of releasing a claim. */
export type ReleaseOutcome = Result & {
  /** Whether what was claimed earlier may still be needed: it stays as it is, apart from what is of no use after the job. */
  readonly keepsEarlier?: true;
};

type Result =
  | {
      readonly outcome: 'done';
      /** What was done, as a sentence for the log. */
      readonly said: string;
      /** What the error of a failed step says about it, as a sentence; absent if users need not know. */
      readonly undone?: string;
    }
  | {
      readonly outcome: 'already-gone';
      /** The thing, as a noun phrase. */
      readonly what: string;
    }
  | {
      /** It was not found, but a request to create it got no response: it may be created later. */
      readonly outcome: 'not-found';
      readonly what: string;
      /** What was done all the same, as a sentence. */
      readonly said?: string;
      /** The shell command that deletes it if it is created later. */
      readonly command: string;
    }
  | {
      readonly outcome: 'left';
      readonly what: string;
      /** Why it was left; continues "what: ". */
      readonly why: string;
      /** What would make the cleanup work, as a sentence. */
      readonly hint?: string | undefined;
      /** What is too long for an annotation. */
      readonly details?: string | undefined;
      /** The shell command that removes it, if there is one. */
      readonly command?: string;
    };

/** Everything the ledger must know about one kind of claim. */
export interface ClaimKind<Record extends ClaimRecord> {
  /** Reads a record back from the ledger; undefined for anything that this kind does not write. */
  parse(value: unknown): Record | undefined;
  /** Deletes the thing if it is still the one that was claimed. */
  release(record: Record): Promise<ReleaseOutcome>;
  /** Whether the thing is of no use after the job: then it never stays because of another claim. */
  readonly isOfJob?: true;
}

/** A kind for every record of the union: one that is missing does not compile. */
export type ClaimKinds<Known extends ClaimRecord> = {
  readonly [Kind in Known['kind']]: ClaimKind<Extract<Known, { kind: Kind }>>;
};

/** One thing that may be left behind. */
export interface Claim<Record extends ClaimRecord> {
  /** The thing exists now. The record has everything known about it. */
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

/** Runs work, and releases the claims that it made if it fails. */
export interface UndoableWork<Known extends ClaimRecord> {
  undoOnFailure<Result>(work: (claims: Claims<Known>) => Promise<Result>): Promise<Result>;
}
