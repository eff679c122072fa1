import type { MaskedPrivateKey } from '../keys/private-key.ts';
import type { PublicKey } from '../keys/public-key.ts';
import type { ClaimRecord, Claims } from '../ledger/claim.ts';
import type { Lifetime, Tag } from '../ownership.ts';
import type { Delivered } from '../results/key-pair-result.ts';
import type { JobFolders } from './file/file-path.ts';

/** The key pair whose private key is to be delivered, as far as a destination depends on it. */
export interface DeliveredPair {
  readonly keyName: string;
  /** Undefined for a key pair that already exists. */
  readonly lifetime: Lifetime | undefined;
  /** The key to be delivered, if it is known already: then a place may hold it already. */
  readonly publicKey: PublicKey | undefined;
}

/** What destinations and sources need of the job. */
export interface DeliveryContext {
  readonly folders: JobFolders;
  /** The step's ID, for text that refers to its outputs; undefined if it has none. */
  readonly stepId: string | undefined;
  randomHex(bytes: number): string;
  /** Restricts a file to its owner where there are no POSIX modes. */
  readonly restrictToOwner: ((file: string) => Promise<void>) | undefined;
  /** Absolute path of the file that the runner reads the step's outputs from. */
  outputFile(): string;
  setOutput(name: string, value: string): void;
}

/** A place that a private key can be delivered to, checked but not yet touched. */
export interface Destination<Record extends ClaimRecord> {
  /** Continues "would …". */
  readonly intent: string;
  /** Tags that the key pair must carry, so that the key can be found again. */
  readonly tags: readonly Tag[];
  /** Makes sure of the place before a key pair exists. Claims whatever it creates for that. */
  reserve(claims: Claims<Record>): Promise<Reservation>;
}

/** A place that is ready to take a private key. */
export interface Reservation {
  deliver(key: MaskedPrivateKey): Promise<Delivered>;
  /** Frees what was opened for it, delivered or not. */
  close(): Promise<void>;
}
