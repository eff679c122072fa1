import type { Theatre } from './theatre.ts';

/** What one case ended with. */
export interface Finding {
  /** What was promised and is not so, as sentences; none: survived. */
  readonly problems: readonly string[];
  readonly pairsLeft: number;
  readonly filesLeft: number;
  /** Positions at which pieces of a private key stand where they must not. */
  readonly leaks: number;
}

/** One thing that goes wrong, once, in one job. */
export interface Case {
  /** Unique within its row, and the same in every run: what `--only` is given to repeat it. */
  readonly name: string;
  run(theatre: Theatre): Promise<Finding>;
}

/** A line of the table: one operation, one kind of fault, at every instant. */
export interface Row {
  readonly operation: string;
  readonly fault: string;
  /** Whether it is part of the sample. */
  readonly inSample?: boolean;
  /** Whether its cases wait more than they work, so that many of them may run at a time. */
  readonly waits?: boolean;
  /** Whether its cases take so long that they have to begin first, for the whole not to wait for them. */
  readonly beginsFirst?: boolean;
  /** Finds the cases; may run the operation once to see its instants. */
  cases(theatre: Theatre, random: () => number): Promise<readonly Case[]>;
}

export interface Suite {
  readonly name: string;
  /** What goes wrong in it, for a reader who sees nothing else of it. */
  readonly about: string;
  readonly rows: readonly Row[];
}
