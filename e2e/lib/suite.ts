import type { PartName } from './parts.ts';
import type { Programs } from './programs.ts';

/** Checks that use the same programs. */
export interface Suite {
  /** For `--only`. */
  readonly name: string;
  /** What it checks, in a few words. */
  readonly about: string;
  readonly needs: readonly PartName[];
  run(site: Site): Promise<void>;
}

/** What a suite can use. */
export interface Site {
  check(sentence: string, body: () => Promise<void> | void): Promise<void>;
  /** Prints a line among those of the suite's checks. */
  print(line: string): void;
  readonly programs: Programs;
  /** The absolute path of a program that the suite needs. */
  part(name: PartName): string;
  /** Absolute path of an empty folder of the suite, which is deleted afterwards. */
  readonly folder: string;
  /** Whether a suite that measures something also writes it to its page in docs/. */
  readonly write: boolean;
  /** A copy of this repository, without files that git ignores. */
  readonly action: string;
}
