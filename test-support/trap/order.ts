/** What to do at which call of main or post. Travels in an environment variable as JSON. */
export interface TrapOrder {
  /** The number of the call, from 0 (before dist is loaded). Without `at` and `target`, calls are only traced. */
  readonly at?: number;
  /** Every call that writes here. */
  readonly target?: Target;
  readonly moment?: 'before' | 'after' | 'torn';
  /** kill: SIGKILL. hold: block the process, so that the test can act. fail: no space left on the device. */
  readonly does?: 'kill' | 'hold' | 'fail';
  /** How much of a torn write is written: 0 to 1. */
  readonly share?: number;
  /** How long to block the process. */
  readonly milliseconds?: number;
  /** Absolute path of a file that gets a line for each call. */
  readonly trace?: string;
  /** Facts in the state whose label starts with `label` are written with this value. */
  readonly garble?: { readonly label: string; readonly value: string };
}

/** The runner's files for outputs and state, and standard output. */
export type Target = 'outputs' | 'state' | 'stdout';

/** A call as it was traced. */
export interface TracedCall {
  readonly label: string;
  readonly tears: boolean;
}

/** Printed on a line of its own when the process is blocked. */
export const heldLine = 'trap: held';
