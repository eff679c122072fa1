import type { Retention } from '../ledger/claim.ts';
import type { Lifetime, NameChoice, Tag, WorkflowRun } from '../inputs/request.ts';
import { tagsOfNewPair } from '../ownership.ts';
import type { KeyPairRecord } from '../ec2/key-pair-record.ts';

/** What the plan of a new pair reads; nothing here changes anything. */
export interface NewPairReads {
  readonly run: WorkflowRun;
  readonly region: string;
  /** The hash that the ledger keeps of the credentials. */
  readonly credentials: string;
  now(): Date;
  /** So many random bytes, in hex. */
  randomHex(bytes: number): string;
}

/** What is asked of a new pair besides its name and key. */
export interface NewPairOptions {
  readonly tags: readonly Tag[];
  readonly lifetime: Lifetime;
  readonly expiresAfter: number | undefined;
}

/** What a new pair is known by, decided once: its record for the ledger and its tags for EC2. */
export interface NewPairIdentity {
  readonly record: KeyPairRecord;
  readonly tags: readonly Tag[];
  readonly lifetime: Lifetime;
  readonly expiresAt: Date | undefined;
}

/** The name that was given, or one of prefix, run id, attempt and 8 random hex digits. */
export function chosenName(name: NameChoice, { run, randomHex }: NewPairReads): string {
  return 'exact' in name ? name.exact : `${name.prefix}${run.runId}-${run.attempt}-${randomHex(4)}`;
}

export function identifyNewPair(
  keyName: string,
  { tags, lifetime, expiresAfter }: NewPairOptions,
  { run, region, credentials, now, randomHex }: NewPairReads,
): NewPairIdentity {
  const nonce = randomHex(16);
  const expiresAt = expiryOf(expiresAfter, now());
  return {
    record: { kind: 'key-pair', region, keyName, nonce, credentials },
    tags: tagsOfNewPair({ run, lifetime, nonce, expiresAt }, tags),
    lifetime,
    expiresAt,
  };
}

export function expiryOf(expiresAfter: number | undefined, now: Date): Date | undefined {
  return expiresAfter === undefined ? undefined : new Date(now.getTime() + expiresAfter);
}

/** How long the claim of a delivered pair lasts. */
export function retentionOf(lifetime: Lifetime): Retention {
  return lifetime === 'job' ? 'job' : 'beyond';
}
