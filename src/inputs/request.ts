import type { KeyType } from '../keys/public-key.ts';

/** How long a pair lives: until post, until its workflow run is cleaned up, or until somebody deletes it. */
export type Lifetime = 'job' | 'run' | 'persistent';

export type KeyFormat = 'pem' | 'ppk';

export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** A name that was given, or the beginning of one to be made up. */
export type NameChoice = { readonly exact: string } | { readonly prefix: string };

/** One pair, by its name or by its id. */
export type PairChoice = { readonly keyName: string } | { readonly keyPairId: string };

/** All pairs that a workflow run of this repository made. */
export interface RunChoice {
  readonly runId: string;
}

/** All pairs of a region that carry every one of these tags; without any, all pairs. */
export interface TagChoice {
  readonly tags: readonly Tag[];
}

/** The file a private key goes to; without a path, one in the runner's temp folder. */
export interface FileRequest {
  readonly path: string | undefined;
  readonly format: KeyFormat;
}

/** Where a private key is asked to go. */
export interface Destinations {
  readonly file: FileRequest | undefined;
  readonly output: boolean;
}

/** Where an import finds its public key: in the input itself, or in a file. */
export type PublicKeySource = { readonly text: string } | { readonly path: string };

export type InUsePolicy = 'ignore' | 'warn' | 'fail';

interface Common {
  readonly region: string | undefined;
  /** Say what would be done, and change nothing. */
  readonly dryRun: boolean;
}

/** What every operation that may make a pair is told of it. */
interface NewPairRequest extends Common {
  readonly tags: readonly Tag[];
  readonly lifetime: Lifetime;
  /** Milliseconds from now until sweep may delete the pair. */
  readonly expiresAfter: number | undefined;
}

export interface CreateRequest extends NewPairRequest {
  readonly operation: 'create';
  readonly name: NameChoice;
  readonly keyType: KeyType;
  readonly destinations: Destinations;
}

export interface EnsureRequest extends NewPairRequest {
  readonly operation: 'ensure';
  readonly keyName: string;
  readonly keyType: KeyType | undefined;
  readonly destinations: Destinations;
}

export interface ImportRequest extends NewPairRequest {
  readonly operation: 'import';
  readonly name: NameChoice;
  readonly publicKey: PublicKeySource;
}

export interface FetchRequest extends Common {
  readonly operation: 'fetch';
  readonly pair: PairChoice;
  /** Where this job has the private key already. */
  readonly privateKeyPath: string | undefined;
  readonly output: boolean;
}

export interface DescribeRequest extends Common {
  readonly operation: 'describe';
  readonly pairs: PairChoice | RunChoice | TagChoice;
}

export interface DeleteRequest extends Common {
  readonly operation: 'delete';
  readonly pairs: PairChoice | RunChoice;
  readonly ifInUse: InUsePolicy;
  readonly force: boolean;
}

/** What a workflow asked for: one member an operation. */
export type Request =
  | CreateRequest
  | EnsureRequest
  | ImportRequest
  | FetchRequest
  | DescribeRequest
  | DeleteRequest;

/** The workflow run that asks: who owns what is made. */
export interface WorkflowRun {
  /** Server host, owner and name: `github.com/owner/name`. */
  readonly repository: string;
  readonly runId: string;
  readonly attempt: string;
  readonly job: string;
}
