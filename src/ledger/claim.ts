/** What a claim is about, as it stands in the ledger: plain data that survives JSON. */
export interface ClaimRecord {
  readonly kind: string;
}

/**
 * How long a claimed thing may live once it is delivered: to the end of the job (post removes it), or
 * beyond. Before delivery both mean the same: whoever finds it removes it.
 */
export type Retention = 'job' | 'beyond';

/** What became of a claimed thing when it was released. */
export type ReleaseOutcome = {
  /** The thing, as a noun phrase that a person recognises. */
  readonly what: string;
} & (
  | {
      readonly outcome: 'removed';
      /** What a step that fails says of it besides, as a sentence; none where nobody would miss the thing. */
      readonly undone?: string;
    }
  | { readonly outcome: 'already-gone' }
  | {
      readonly outcome: 'left';
      /** Continues "what: ". */
      readonly why: string;
      /** The command that removes it by hand, where there is one. */
      readonly byHand?: string;
    }
);

/** Any text as one word of a POSIX shell, for a command that a person runs by hand. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Everything the ledger has to know of one kind of claim. */
export interface ClaimKind<Record extends ClaimRecord> {
  readonly kind: Record['kind'];
  /** Reads a record back from the ledger; undefined for what this kind never wrote. */
  parse(value: unknown): Record | undefined;
  /** Removes the thing if it is still the one that was claimed. Rejects only where nothing could be learnt. */
  release(record: Record): Promise<ReleaseOutcome>;
}

/** One thing that may be left behind. */
export interface Claim<Record extends ClaimRecord> {
  /** The thing exists now, and this is all that is known of it. */
  held(record: Record): void;
  /** The thing was never made, for certain: nothing is left to release. */
  void(): void;
}

/** Where claims are made: before the thing they speak of exists. */
export interface Claims<Known extends ClaimRecord> {
  /** @throws when the claim cannot be written down: then nothing may be made. */
  intend<Record extends Known>(record: Record, retention: Retention): Claim<Record>;
}

/** Claims that are all released again when the work they were made for fails. */
export interface UndoableClaims<Known extends ClaimRecord> extends Claims<Known> {
  undoUnless<Result>(work: () => Promise<Result>): Promise<Result>;
}
