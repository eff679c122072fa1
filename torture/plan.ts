import type { TestBed } from './test-bed.ts';

/** The result of one case. */
export interface Finding {
  /** Broken promises, as sentences. Empty if the case passed. */
  readonly problems: readonly string[];
  readonly pairsLeft: number;
  /** With the SSH agents that are left, and the keys in agents. */
  readonly filesLeft: number;
  /** Positions at which pieces of a private key or passphrase can be read where they must not. */
  readonly leaks: number;
}

/** One fault in one job. */
export interface TestCase {
  /** Unique within its row and the same in every run: `--only` takes it to repeat the case. */
  readonly name: string;
  /** Whether it waits more than it works, so that many such cases can run at a time. Default: as its row. */
  readonly waits?: boolean;
  run(testBed: TestBed): Promise<Finding>;
}

/** A row of the table: one operation, one kind of fault, at every instant. */
export interface Row {
  readonly operation: string;
  readonly fault: string;
  readonly inSample?: boolean;
  /** The sample takes the first one of so many cases. Default: 3. */
  readonly sampleStep?: number;
  /** Whether its cases wait more than they work, so that many of them can run at a time. */
  readonly waits?: boolean;
  /** Whether its cases take so long that they must start first, or everything waits for them. */
  readonly startsFirst?: boolean;
  /** Finds the cases. May run the operation once to find its instants. */
  cases(testBed: TestBed, random: () => number): Promise<readonly TestCase[]>;
}

export interface Suite {
  readonly name: string;
  /** The fault, for a reader who sees nothing else of the suite. */
  readonly about: string;
  readonly rows: readonly Row[];
}
