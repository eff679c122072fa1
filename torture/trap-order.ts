/** What to do at which call of main or post; travels in an environment variable as JSON. */
export interface TrapOrder {
  /** The number of the call, from 0 (before dist is loaded); none: only trace. */
  readonly at?: number;
  readonly moment?: 'before' | 'after' | 'torn';
  /** kill: SIGKILL. hold: stand still, so that somebody can act. fail: the disk is full, for this call. */
  readonly does?: 'kill' | 'hold' | 'fail';
  /** Of a torn text, how much is written: 0 to 1. */
  readonly share?: number;
  /** How long to stand still. */
  readonly milliseconds?: number;
  /** Absolute path of a file that gets a line for every call. */
  readonly trace?: string;
  /** State of names that begin so is written with this value. */
  readonly garble?: { readonly label: string; readonly value: string };
}

/** A call as it was traced. */
export interface TracedCall {
  readonly label: string;
  readonly tears: boolean;
}
