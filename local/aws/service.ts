import type { LocalAccount } from './accounts.ts';
import type { AwsError } from './aws-error.ts';
import type { View } from './ec2/key-pairs/view.ts';
import type { Faults } from './faults.ts';
import type { HttpRequest } from './http-request.ts';
import type { KeyPool } from './keys/pool.ts';
import type { RegionState } from './state.ts';
import type { Roles } from './sts/roles.ts';

/** A service's response, before a fault changes it. */
export interface ServiceResponse {
  status: number;
  contentType: string;
  body: string;
  /** The AWS error code; absent on success. */
  error?: string;
  /** Sent by a proxy between the client and AWS, so it has no AWS request ID. */
  isFromProxy?: true;
}

/** Where and for whom a call is executed. */
export interface CallContext {
  account: LocalAccount;
  region: RegionState;
  regionName: string;
  requestId: string;
  faults: Faults;
  keys: KeyPool;
  roles: Roles;
  /** How a read shows key pairs. */
  view: View;
}

/** A request that has been parsed but not executed. */
export interface ParsedCall {
  operation: string;
  /** As logged: decoded, without secrets. */
  params: Readonly<Record<string, string>>;
  dryRun: boolean;
  /** Operations whose permission the call needs in addition to its own (CreateTags, when it sends tags). */
  alsoNeeds: readonly string[];
  /** @throws AwsError */
  execute(context: CallContext): Promise<ServiceResponse>;
}

/** The errors that any call of a service can return. */
export interface CommonErrors {
  unsigned(): AwsError;
  unknownKey(): AwsError;
  wrongToken(): AwsError;
  wrongSignature(): AwsError;
  /** The request's clock is off, or its credentials have expired. */
  expired(cause: 'clock' | 'credentials'): AwsError;
  throttled(): AwsError;
  denied(call: ParsedCall, operation: string, account: LocalAccount, regionName: string): AwsError;
}

/** One AWS service. */
export interface Service {
  /** As in the signature's scope. */
  readonly name: string;
  /** The names of its operations. */
  readonly operations: readonly string[];
  /** Operations whose requests are not signed. */
  readonly unsigned?: readonly string[];
  readonly errors: CommonErrors;
  /** Whether a request that is not signed is for this service. */
  isTargetOf(request: HttpRequest): boolean;
  parse(request: HttpRequest): ParsedCall;
  errorResponse(error: AwsError, requestId: string): ServiceResponse;
}
