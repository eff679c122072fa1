import type { MaskedPrivateKey } from '../keys/private-key.ts';

/** A place a private key can go to. */
export interface Destination {
  /** Makes sure of the place before a pair exists; what it makes for that, it claims. */
  reserve(): Promise<Reservation>;
}

/** A place that is ready to take a private key. */
export interface Reservation {
  deliver(key: MaskedPrivateKey): Promise<Delivered>;
  /** Lets go of what was opened for it, delivered or not. */
  close(): Promise<void>;
}

/** What can be said of a private key that has arrived. */
export interface Delivered {
  /** Absolute path with forward slashes, where the place is a file. */
  readonly path?: string;
}
