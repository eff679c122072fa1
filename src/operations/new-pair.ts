import type { Caller, KeyPairRecord } from '../ec2/key-pair-record.ts';
import type { NameChoice } from '../inputs/request.ts';
import type { Retention } from '../ledger/claim.ts';
import { type Lifetime, type Tag, tagsOfNewPair, type WorkflowRun } from '../ownership.ts';

/** What `identifyNewPair` and `chosenName` use of a step. */
export interface NewPairStep {
  readonly run: WorkflowRun;
  readonly region: string;
  readonly caller: Caller;
  readonly endpoint: string;
  now(): Date;
  /** Random bytes, in hex. */
  randomHex(bytes: number): string;
}

/** What a request sets for a new key pair, apart from its name and key. */
export interface NewPairOptions {
  readonly tags: readonly Tag[];
  readonly lifetime: Lifetime;
  /** Milliseconds from now. */
  readonly expiresAfter: number | undefined;
  /** Instead of `expiresAfter`. */
  readonly expiresAt?: Date | undefined;
}

/** What identifies a new key pair: its record in the ledger and its tags in EC2, which share a nonce. */
export interface NewPairIdentity {
  readonly record: KeyPairRecord;
  readonly tags: readonly Tag[];
  readonly lifetime: Lifetime;
  readonly expiresAt: Date | undefined;
}

/** The name that was set, or prefix, run ID, attempt and 8 random hex digits. */
export function chosenName(name: NameChoice, { run, randomHex }: NewPairStep): string {
  if ('exact' in name) return name.exact;
  return name.generated ?? `${name.prefix}${run.runId}-${run.attempt}-${randomHex(4)}`;
}

export function identifyNewPair(
  keyName: string,
  { tags, lifetime, expiresAfter, expiresAt: given }: NewPairOptions,
  { run, region, caller, endpoint, now, randomHex }: NewPairStep,
): NewPairIdentity {
  const nonce = randomHex(16);
  const expiresAt = given ?? expiryOf(expiresAfter, now());
  return {
    record: { kind: 'key-pair', region, keyName, nonce, ...caller, endpoint },
    tags: tagsOfNewPair({ run, lifetime, nonce, expiresAt }, tags),
    lifetime,
    expiresAt,
  };
}

export function expiryOf(expiresAfter: number | undefined, now: Date): Date | undefined {
  return expiresAfter === undefined ? undefined : new Date(now.getTime() + expiresAfter);
}

/** How long the claim of a delivered key pair is kept. */
export function retentionOf(lifetime: Lifetime): Retention {
  return lifetime === 'job' ? 'job' : 'beyond';
}
