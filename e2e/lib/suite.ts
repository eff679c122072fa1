import type { PartName } from './parts.ts';
import type { Programs } from './programs.ts';

/** Checks that share their real parts. */
export interface Suite {
  /** For `--only`. */
  readonly name: string;
  /** What it is about, in a few words. */
  readonly about: string;
  readonly needs: readonly PartName[];
  run(site: Site): Promise<void>;
}

/** What a suite works with. */
export interface Site {
  check(sentence: string, body: () => Promise<void> | void): Promise<void>;
  readonly programs: Programs;
  /** The absolute path of a program that the suite says it needs. */
  part(name: PartName): string;
  /** Empty, absolute, the suite's own, and removed when it is over. */
  readonly folder: string;
  /** A copy of this repository as git would hand it out. */
  readonly action: string;
}
