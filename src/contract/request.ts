import type { KeyType } from '../keys/private-key.ts';

/** How long a pair lives: until post, until its workflow run is cleaned up, or until somebody deletes it. */
export type Lifetime = 'job' | 'run' | 'persistent';

export type KeyFormat = 'pem' | 'ppk';

export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** A name that was given, or the beginning of one to be made up. */
export type NameChoice = { readonly exact: string } | { readonly prefix: string };

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

export interface CreateRequest {
  readonly operation: 'create';
  readonly region: string | undefined;
  readonly name: NameChoice;
  readonly keyType: KeyType;
  readonly tags: readonly Tag[];
  readonly lifetime: Lifetime;
  /** Milliseconds from now until sweep may delete the pair. */
  readonly expiresAfter: number | undefined;
  readonly destinations: Destinations;
}

/** What a workflow asked for: one member an operation. */
export type Request = CreateRequest;

/** The workflow run that asks: who owns what is made. */
export interface WorkflowRun {
  /** Server host, owner and name: `github.com/owner/name`. */
  readonly repository: string;
  readonly runId: string;
  readonly attempt: string;
  readonly job: string;
}
