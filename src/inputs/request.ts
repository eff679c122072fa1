import type { FileFormat } from '../keys/formats.ts';
import type { KeyType } from '../keys/public-key.ts';
import type { Lifetime, Tag } from '../ownership.ts';

/** A name that was set, or the prefix of one to generate. */
export type NameChoice =
  | { readonly exact: string }
  | {
      readonly prefix: string;
      /** The name, if it has been generated for all Regions of a step. */
      readonly generated?: string;
    };

/** One key pair, by its name or by its ID. */
export type PairChoice = { readonly keyName: string } | { readonly keyPairId: string };

/** All key pairs that a workflow run of this repository created. */
export interface RunChoice {
  readonly runId: string;
}

/** All key pairs of a Region that match everything that is set here; if nothing is, all key pairs. */
export interface FilterChoice {
  readonly tags: readonly Tag[];
  /** With EC2's wildcards: `*`, `?`, and a backslash before one of them for the character itself. */
  readonly namePattern: string | undefined;
  /** As EC2 shows it. */
  readonly fingerprint: string | undefined;
}

interface Requirable {
  /** Whether the user asked for it: then the step fails if the private key is not available. */
  readonly required: boolean;
}

/** A private key file. */
export interface FileRequest extends Requirable {
  readonly kind: 'file';
  /** As the user set it; undefined for a file in the runner's temp folder. */
  readonly path: string | undefined;
  readonly format: FileFormat;
  /** Encrypts the file; undefined for none. */
  readonly passphrase?: string | undefined;
}

/** The step output `private-key`. */
export interface OutputRequest extends Requirable {
  readonly kind: 'output';
}

/** An SSH agent. */
export interface AgentRequest extends Requirable {
  readonly kind: 'agent';
}

/** A store of AWS, where other jobs can find the private key. */
export interface StoreRequest extends Requirable {
  readonly kind: 'store';
  /** As the user set it: a service, or a reference, with `{key-name}` for the name of the key pair. */
  readonly store: string;
  readonly kmsKeyId: string | undefined;
}

/** Where the private key can be delivered, by kind. */
export interface DestinationRequests {
  readonly store: StoreRequest;
  readonly output: OutputRequest;
  readonly agent: AgentRequest;
  readonly file: FileRequest;
}
export type DestinationRequest = DestinationRequests[keyof DestinationRequests];

/** Where to look for the private key of an existing key pair. */
export interface SourceRequest {
  readonly kind: 'file';
  /** As the user set it. */
  readonly path: string;
  /** In case the key is encrypted. */
  readonly passphrase?: string | undefined;
}

/** A public key to import: the text itself, or a file. */
export type PublicKeySource = { readonly text: string } | { readonly path: string };

export type InUsePolicy = 'ignore' | 'warn' | 'fail';

interface Common {
  readonly region: string | undefined;
  /** The Regions after the first, if several are set. */
  readonly otherRegions?: readonly string[];
  /** Prints what the step would do, and changes nothing. */
  readonly dryRun: boolean;
  /** Whether the user asked for the ARN of the key pair, which needs the account. */
  readonly needsArn?: boolean;
  /** The ARN of a role to assume with GitHub's OIDC token. */
  readonly role?: string | undefined;
}

/** What a request sets for the key pair that it may create. */
interface NewPairRequest extends Common {
  readonly tags: readonly Tag[];
  readonly lifetime: Lifetime;
  /** Milliseconds from now. */
  readonly expiresAfter: number | undefined;
}

/** Where the private key of an existing key pair comes from and goes to. */
interface ExistingKeyRequest {
  readonly sources: readonly SourceRequest[];
  readonly destinations: readonly DestinationRequest[];
}

/** Where a private key is generated. */
export type Generator = 'ec2' | 'runner';

export interface CreateRequest extends NewPairRequest {
  readonly operation: 'create';
  readonly name: NameChoice;
  readonly keyType: KeyType;
  readonly generateOn: Generator;
  readonly destinations: readonly DestinationRequest[];
}

export interface EnsureRequest extends NewPairRequest, ExistingKeyRequest {
  readonly operation: 'ensure';
  readonly keyName: string;
  readonly keyType: KeyType | undefined;
  readonly generateOn: Generator;
}

export interface ImportRequest extends NewPairRequest {
  readonly operation: 'import';
  readonly name: NameChoice;
  readonly publicKey: PublicKeySource;
}

export interface FetchRequest extends Common, ExistingKeyRequest {
  readonly operation: 'fetch';
  readonly pair: PairChoice;
}

export interface DescribeRequest extends Common {
  readonly operation: 'describe';
  readonly pairs: PairChoice | RunChoice | FilterChoice;
}

export type InstancesPolicy = 'fail' | 'warn';

/** How to replace the key on running instances. */
export interface InstancesRequest {
  readonly by: 'ssm';
  /** What to do if an instance cannot be updated. */
  readonly policy: InstancesPolicy;
}

export interface RotateRequest extends Common {
  readonly operation: 'rotate';
  readonly pair: PairChoice;
  /** Undefined for the type that the key pair has. */
  readonly keyType: KeyType | undefined;
  /** Undefined for a key that is generated. */
  readonly publicKey: PublicKeySource | undefined;
  readonly destinations: readonly DestinationRequest[];
  readonly tags: readonly Tag[];
  /** Milliseconds from now. */
  readonly expiresAfter: number | undefined;
  readonly force: boolean;
  /** Undefined to leave the instances as they are. */
  readonly instances: InstancesRequest | undefined;
}

export interface DeleteRequest extends Common {
  readonly operation: 'delete';
  readonly pairs: PairChoice | RunChoice;
  readonly ifInUse: InUsePolicy;
  readonly force: boolean;
}

/** Whose key pairs to sweep: server, owner and name, as in `github.com/owner/name`; or those of any repository. */
export type RepositoryChoice = readonly string[] | 'any';

export interface SweepRequest extends Common {
  readonly operation: 'sweep';
  readonly repositories: RepositoryChoice;
  /** Only key pairs with all of these tags. */
  readonly tags: readonly Tag[];
  /** Milliseconds: the age of temporary key pairs that are deleted although their run cannot be looked up. */
  readonly olderThan: number | undefined;
  readonly ifInUse: InUsePolicy;
  /** Undefined if the input was set to nothing. */
  readonly githubToken: string | undefined;
}

/** What a step was asked to do: one member for each operation. */
export type Request =
  | CreateRequest
  | EnsureRequest
  | ImportRequest
  | FetchRequest
  | DescribeRequest
  | RotateRequest
  | DeleteRequest
  | SweepRequest;
