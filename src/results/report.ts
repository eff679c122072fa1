/** What a step shows when it is done, apart from its outputs. */
export interface Report {
  readonly lines: readonly string[];
  readonly warnings: readonly string[];
  readonly summary: Summary;
  /** What the step fails with after it has shown all this. */
  readonly failure?: Error | undefined;
}

/** What the job summary shows: plain text, which is escaped when it is written. */
export interface Summary {
  readonly heading: string;
  /** The value that the summary is about, to copy; follows the heading. */
  readonly subject?: string;
  /** Column headings. Without them, the first cell of a row is its label. */
  readonly columns?: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Sentences below the table. */
  readonly notes?: readonly Note[];
}

/** Prose, or a value to copy, with an optional note and link. */
export type Cell = string | { readonly value: string; readonly note?: string; readonly url?: string };

/** A sentence, which may end in a command to copy. */
export type Note = string | { readonly text: string; readonly command: string };
