import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Destination } from '../../../src/destinations/destination.ts';
import {
  type DestinationRecord,
  destinationKinds,
  openDestination,
  otherKinds,
} from '../../../src/destinations/kinds.ts';
import { releaseCopy } from '../../../src/destinations/store/store-claim.ts';
import type { DestinationRequests } from '../../../src/inputs/request.ts';
import type { KeyFormat } from '../../../src/keys/formats.ts';
import type { ClaimKinds, Claims, ReleaseOutcome } from '../../../src/ledger/claim.ts';
import { LedgerClaims } from '../../../src/ledger/ledger-claims.ts';
import { readLedger } from '../../../src/ledger/read-ledger.ts';
import { releaseLastFirst } from '../../../src/ledger/release.ts';
import type { Lifetime, Tag } from '../../../src/ownership.ts';
import type { Outputs } from '../../../src/results/outputs.ts';
import { createTestJob, type TestJob } from './test-job.ts';

export type DestinationKindName = keyof typeof destinationKinds;

/** One way to deliver a private key to a kind of destination, and how a test sees the key there. */
export interface DestinationCase<Kind extends DestinationKindName> {
  /** The place, as a noun phrase. */
  readonly place: string;
  readonly request: DestinationRequests[Kind];
  readonly lifetime: Lifetime | undefined;
  /** The format in which the key is at the place. */
  readonly format: KeyFormat;
  /** What is at the place that `Delivered.where` names; undefined where nothing is. */
  read(where: string, job: TestJob): string | undefined;
  /** The outputs for a place, apart from the private key itself. */
  outputs(where: string): Outputs;
  /** Tags that the key pair must have. Default: none. */
  readonly tags?: readonly Tag[];
  /** Whether it claims nothing before it has the key: its claim must be released before that of the key pair. */
  readonly isClaimedLate?: true;
  /** Makes the delivery fail once the place is reserved. */
  breakDelivery(job: TestJob): void;
}

/** The key pair of every case. */
export const keyName = 'deploy';
const nonce = 'a nonce';

/** An open destination, within the work that delivers to it. */
export interface OpenDestination extends Pick<TestLedger, 'open' | 'post'> {
  readonly job: TestJob;
  readonly destination: Destination<DestinationRecord>;
  readonly claims: Claims<DestinationRecord>;
}

/** Runs a test within the work that the claims belong to. The work itself succeeds. */
export async function withDestination<Kind extends DestinationKindName>(
  one: DestinationCase<Kind>,
  work: (opened: OpenDestination) => Promise<void>,
): Promise<void> {
  await using job = await createTestJob();
  const destination = await openCase(one, job);
  const { claims, open, post } = createLedger(job);
  await claims.undoOnFailure((its) => work({ job, destination, claims: its, open, post }));
}

export function openCase<Kind extends DestinationKindName>(
  { request, lifetime }: DestinationCase<Kind>,
  { context }: TestJob,
): Promise<Destination<DestinationRecord>> {
  return openDestination(request, { keyName, lifetime, publicKey: undefined, nonce }, context);
}

/** Claims in a ledger that is in memory. */
export interface TestLedger {
  readonly claims: LedgerClaims<DestinationRecord>;
  /** Claims that the post step would release if the step ended at this moment. */
  open(): ReturnType<typeof readLedger>;
  /** What the post step would do at this moment. */
  post(): Promise<ReleaseOutcome[]>;
}

function claimsOf(context: TestJob['cleanup']): ClaimKinds<DestinationRecord> {
  const { agent, store, ...others } = destinationKinds;
  return {
    ...others,
    ...otherKinds,
    agent: { ...agent, release: (record) => agent.release(record, context) },
    store: { ...store, release: (record) => releaseCopy(record, context) },
  };
}

/** @param onAppend - Called with every line before it is written. */
export function createLedger(job: TestJob, onAppend: (name: string) => void = () => {}): TestLedger {
  const kinds = claimsOf(job.cleanup);
  const lines: [name: string, value: string][] = [];
  const ledger = {
    append(name: string, value: string) {
      onAppend(name);
      lines.push([name, value]);
    },
  };
  const open = () => readLedger(lines, kinds);
  return {
    claims: new LedgerClaims<DestinationRecord>(ledger, kinds),
    open,
    post: () => releaseLastFirst(open().open, ledger),
  };
}

/** Files of the job, wherever they are, that contain a line of the key. */
export function tracesOf(text: string, { folders }: TestJob): string[] {
  const lines = bodyLinesOf(text);
  return readdirSync(folders.root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const content = readFileSync(file, 'utf8');
      return lines.some((line) => content.includes(line));
    });
}

/** The lines of a key that are base64. */
export function bodyLinesOf(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => /^[\w+/=]{16,}$/.test(line));
}
