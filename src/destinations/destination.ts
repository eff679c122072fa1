import type { StoreReference } from '../inputs/store-reference.ts';
import type { MaskedPrivateKey } from '../keys/private-key.ts';
import type { PublicKey } from '../keys/public-key.ts';
import type { ClaimRecord, Claims } from '../ledger/claim.ts';
import type { Lifetime, Tag, WorkflowRun } from '../ownership.ts';
import type { Delivered } from '../results/key-pair-result.ts';
import type { Caller, Store } from '../stores/store.ts';
import type { JobFolders } from './file/file-path.ts';

/** What a destination knows of the key pair whose private key it gets. */
export interface DeliveredPair {
  readonly keyName: string;
  /** Undefined for a key pair that already exists. */
  readonly lifetime: Lifetime | undefined;
  /** The value of the key pair's nonce tag; undefined if it has none. */
  readonly nonce: string | undefined;
  /** The key to be delivered, if it is already known: a file at the given path may contain it. */
  readonly publicKey: PublicKey | undefined;
  /** The key that the one to be delivered replaces: a file at the given path may contain it. */
  readonly replaced?: PublicKey;
}

/** The parts of the job and the runner that destinations use. */
export interface DeliveryContext {
  readonly folders: JobFolders;
  /** Whether files outlive the job: GitHub deletes the machine of a GitHub-hosted runner with the job. */
  readonly keepsFiles: boolean;
  /** The step's ID, to show how to refer to its outputs; undefined if it has none. */
  readonly stepId: string | undefined;
  randomHex(bytes: number): string;
  /** The effective user ID of this process; undefined on systems without POSIX modes (Windows). */
  readonly userId: number | undefined;
  /** Restricts a file, or a folder and what will be in it, to its owner on systems without POSIX modes (Windows); undefined elsewhere. */
  readonly restrictToOwner: ((target: string) => Promise<void>) | undefined;
  /** Absolute path of the file that the runner reads the step's outputs from. */
  outputFile(): string;
  setOutput(name: string, value: string): void;
  /** The system's own folder for temporary files, whose path is short. */
  readonly systemTemp: string;
  /** The socket of the SSH agent that steps of this job use (`SSH_AUTH_SOCK`); undefined if there is none. */
  readonly agentSocket: string | undefined;
  /** The variables for child processes: none with a secret. */
  readonly childEnvironment: Readonly<Record<string, string>>;
  /** Sets an environment variable for the later steps of the job. */
  exportVariable(name: string, value: string): void;
  readonly run: WorkflowRun;
  /** Who creates a copy in a store. */
  readonly caller: Caller;
  openStore(reference: StoreReference): Promise<Store>;
  /** Prints what the user may want to know. */
  notice(text: string): void;
}

/** What the cleanup of destinations may use. */
export interface CleanupContext {
  readonly temp: string;
  readonly childEnvironment: Readonly<Record<string, string>>;
  /** Ends the agents that listen at a socket. Whether there were any, as far as the system shows, and all are gone. */
  endAgents(socket: string): Promise<boolean>;
}

/** What the cleanup of copies in stores may use. */
export interface StoreCleanupContext {
  /** Opens a store in a Region with the current credentials, which may not be those that created what is there. */
  openStore(reference: StoreReference, region: string): Promise<StoreAccess>;
}

/** A store in the Region of a record. */
export interface StoreAccess {
  readonly store: Store;
  /** Whether the current credentials belong to the same account. */
  isSameAccount(recorded: Caller): Promise<boolean>;
}

/** A place for a private key. Opening one checks the place and changes nothing. */
export interface Destination<Record extends ClaimRecord> {
  /** Continues "would …". */
  readonly intent: string;
  /** Tags that a new key pair must have so that its private key can be found again. */
  readonly tags: readonly Tag[];
  /** What a delivery would report, with the outputs whose values are already known. */
  expected(): Promise<Delivered>;
  /** Prepares the place before the key pair exists. Claims whatever it creates. */
  reserve(claims: Claims<Record>): Promise<Reservation>;
}

/** A place that is ready for a private key. */
export interface Reservation {
  /** @param keyPairId - Of the key pair that it belongs to. */
  deliver(key: MaskedPrivateKey, keyPairId: string): Promise<Delivered>;
  /** Closes open files, whether or not the key was delivered. */
  close(): Promise<void>;
}
