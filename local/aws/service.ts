import type { LocalAccount } from './accounts.ts';
import type { Faults } from './faults.ts';
import type { KeyPool } from './keys/pool.ts';
import type { Refusal } from './refusal.ts';
import type { WireRequest } from './signature.ts';
import type { RegionState } from './state.ts';

/** What a service answers, before a fault spoils it. `error` is the AWS error code of a refusal. */
export interface Answer {
  status: number;
  contentType: string;
  body: string;
  error?: string;
  /** Given by something on the way, which knows nothing of AWS's request ids. */
  isFromElsewhere?: true;
}

/** Where and for whom a call is carried out. */
export interface Circumstances {
  account: LocalAccount;
  regionName: string;
  region: RegionState;
  requestId: string;
  faults: Faults;
  keys: KeyPool;
}

/** A request that has been read but not carried out. */
export interface OpenedCall {
  operation: string;
  /** As logged: decoded, without secrets. */
  params: Readonly<Record<string, string>>;
  dryRun: boolean;
  /** Operations whose permission the call needs besides its own (CreateTags, when it sends tags). */
  alsoNeeds: readonly string[];
  /** Does it and says what to answer. Throws Refusal. */
  carryOut(circumstances: Circumstances): Promise<Answer>;
}

/** The refusals that any call of a service may meet, as that service words them. */
export interface StandingRefusals {
  unsigned(): Refusal;
  unknownKey(): Refusal;
  wrongToken(): Refusal;
  wrongSignature(): Refusal;
  /** The clock of the request is off, or its credentials are over. */
  expired(cause: 'clock' | 'credentials'): Refusal;
  throttled(): Refusal;
  denied(call: OpenedCall, operation: string, account: LocalAccount, regionName: string): Refusal;
}

/** One AWS service: found by its name in the signature's scope. */
export interface Service {
  readonly name: string;
  /** Of its API, as requests name it: no two services share one. */
  readonly version: string;
  /** What it can be asked to do, by name. */
  readonly operations: readonly string[];
  readonly standing: StandingRefusals;
  open(request: WireRequest): OpenedCall;
  refuse(refusal: Refusal, requestId: string): Answer;
}
