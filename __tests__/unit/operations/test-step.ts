import { jest } from '@jest/globals';
import type { AwsSession } from '../../../src/aws/session.ts';
import type { DeliveredPair } from '../../../src/destinations/destination.ts';
import { readGivenFile } from '../../../src/destinations/file/small-file.ts';
import { openDestination, openSource } from '../../../src/destinations/kinds.ts';
import type { PrivateKeySource } from '../../../src/destinations/source.ts';
import { releaseCopy } from '../../../src/destinations/store/store-claim.ts';
import type { StoreRecord } from '../../../src/destinations/store/store-record.ts';
import type { KeyPairs } from '../../../src/ec2/key-pairs.ts';
import type { ReferencesFound } from '../../../src/ec2/references.ts';
import type { RotationRecord, SwapRecord } from '../../../src/ec2/rotation-record.ts';
import type { RunStatus } from '../../../src/github/run-status.ts';
import type { DestinationRequest, SourceRequest } from '../../../src/inputs/request.ts';
import type { StoreReference } from '../../../src/inputs/store-reference.ts';
import type { PrivateKey } from '../../../src/keys/private-key.ts';
import type { ClaimKind, ClaimKinds, ReleaseOutcome } from '../../../src/ledger/claim.ts';
import { LedgerClaims } from '../../../src/ledger/ledger-claims.ts';
import { readLedger } from '../../../src/ledger/read-ledger.ts';
import { releaseLastFirst } from '../../../src/ledger/release.ts';
import type { create } from '../../../src/operations/create.ts';
import type { deleteOperation } from '../../../src/operations/delete.ts';
import type { describe } from '../../../src/operations/describe.ts';
import { releaseRotation } from '../../../src/operations/end-rotation.ts';
import type { ensure } from '../../../src/operations/ensure.ts';
import type { fetch } from '../../../src/operations/fetch.ts';
import type { importOperation } from '../../../src/operations/import.ts';
import type { StepRecord } from '../../../src/operations/operation.ts';
import type { rotate } from '../../../src/operations/rotate.ts';
import type { SweepTools, sweep } from '../../../src/operations/sweep.ts';
import { releaseSwap } from '../../../src/operations/undo-swap.ts';
import { tagKeys } from '../../../src/ownership.ts';
import type { Outputs } from '../../../src/results/outputs.ts';
import { writeListFile } from '../../../src/runner/list-file.ts';
import { claimKinds } from '../../../src/step/claim-kinds.ts';
import { FakeEc2 } from '../../lib/fake-ec2.ts';
import { FakeFleet } from '../../lib/fake-fleet.ts';
import type { FakeStores } from '../../lib/fake-stores.ts';
import type { TestFolders } from '../../lib/job-folders.ts';
import { someRun } from '../../lib/workflow-run.ts';
import { createTestJob, type TestJob } from '../destinations/test-job.ts';

/** Claims of stores are released with the fake stores, and no others need a session. */
const noSession = {} as AwsSession;

export const noon = new Date('2026-11-24T12:00:00Z');

/** The tags of a key pair that this action created in the repository of the test step, as EC2 has them. */
export const managedTags = [
  { Key: tagKeys.managedBy, Value: 'ec2-key-pair-action' },
  { Key: tagKeys.repository, Value: 'github.com/octo/widgets' },
];

/** The tags of a key pair that another step of this repository created. */
export const otherStepsTags = [...managedTags, { Key: tagKeys.nonce, Value: 'of another step' }];

type StepOf<Planning extends { plan(request: never, step: never): unknown }> = Parameters<
  Planning['plan']
>[1];

/** What the operations need, all together. */
type StepOfAll = StepOf<typeof create> &
  StepOf<typeof ensure> &
  StepOf<typeof importOperation> &
  StepOf<typeof fetch> &
  StepOf<typeof describe> &
  StepOf<typeof rotate> &
  StepOf<typeof deleteOperation> &
  StepOf<typeof sweep>;

/** A step on a fake EC2 and real folders. It records in order what happens, and can fail at any of it. */
export class TestStep implements StepOfAll, AsyncDisposable {
  readonly ec2 = new FakeEc2();
  /** What happened, as in `intended file`, `ec2 create`, `set outputs`. */
  readonly events: string[] = [];
  /** Lines of the log, as in `info: Creating …`. */
  readonly logged: string[] = [];
  readonly masks: string[] = [];
  readonly outputs: Record<string, string> = {};
  /** The instances that were launched with a key pair, whatever its name is. */
  readonly fleet = new FakeFleet((event) => this.#happens(event));
  /** What references key pairs, by key name. */
  readonly references = new Map<string, ReferencesFound>();
  /** What GitHub says of workflow runs, by ID. It does not know others. */
  readonly runs = new Map<string, RunStatus>();
  /** EC2's time. */
  ec2Time = noon;
  /** Private keys that are somewhere other than in a file, by the path that stands for that place. */
  readonly keysElsewhere = new Map<string, PrivateKey>();
  /** Makes the event that is about to happen fail. */
  breakAt: (event: string) => boolean = () => false;

  readonly run = someRun;
  readonly region = 'eu-west-1';
  readonly caller = { credentials: '0123456789abcdef', account: 'abcdef0123456789' };
  readonly endpoint = 'ec2.eu-west-1.amazonaws.com';
  readonly keyPairs: KeyPairs;
  readonly claims: LedgerClaims<StepRecord>;
  readonly #job: TestJob;
  readonly #otherRegions = new Map<string, KeyPairs>();
  readonly #ledger: [name: string, value: string][] = [];
  readonly #kinds: ClaimKinds<StepRecord>;
  readonly #send = jest.spyOn(this.ec2.client, 'send');
  #random = 0;

  constructor(job: TestJob, policy: Parameters<FakeEc2['keyPairs']>[0]) {
    this.#job = job;
    this.keyPairs = this.ec2.keyPairs({ insistFor: 0, ...policy });
    this.#kinds = this.#recordingKinds();
    this.claims = new LedgerClaims<StepRecord>({ append: this.#append }, this.#kinds);
    this.ec2.onCall = (call) => this.#happens(`ec2 ${call}`);
  }

  /** The step itself, and steps with an EC2 of their own in these other Regions, that share everything else. */
  inRegions(
    ...others: readonly string[]
  ): TestStep & { readonly regions: readonly [TestStep, ...TestStep[]] } {
    const regions = others.map((region): TestStep => {
      const ec2 = new FakeEc2();
      const keyPairs = ec2.keyPairs({ insistFor: 0, region });
      ec2.onCall = (call) => this.#happens(`${region} ${call}`);
      this.#otherRegions.set(region, keyPairs);
      const openSweep = async (): Promise<SweepTools> => ({
        ...(await this.openSweep()),
        nextTurn: async (changes) => {
          this.#happens(`waited for ${changes} in ${region}`);
          return { keyPairs, openStore: this.openStore, openInstances: this.openInstances };
        },
      });
      return Object.assign({} as TestStep, this, { region, ec2, keyPairs, openSweep });
    });
    return Object.assign(this, { regions: [this, ...regions] as const });
  }

  get stores(): FakeStores {
    return this.#job.stores;
  }

  get folders(): TestFolders {
    return this.#job.folders;
  }

  /** The output `private-key`, as the runner reads it. */
  get privateKeyOutput(): string | undefined {
    return this.#job.output('private-key');
  }

  /** Every command that was sent to EC2. */
  get sent(): { readonly command: string; readonly input: object }[] {
    return this.#send.mock.calls.map(([command]) => ({
      command: command.constructor.name,
      input: command.input,
    }));
  }

  /** Every file of the job with its content. */
  snapshot(): Record<string, string> {
    return this.#job.snapshot();
  }

  /** What the post step gets. */
  state(): string {
    return JSON.stringify(this.#ledger);
  }

  /** The kinds of claims that are left to the post step. */
  leftToPost(): string[] {
    return readLedger(this.#ledger, this.#kinds).open.map(({ record }) => record.kind);
  }

  /** What the post step does. */
  post(): Promise<ReleaseOutcome[]> {
    return releaseLastFirst(readLedger(this.#ledger, this.#kinds).open, { append: this.#append });
  }

  readonly log = {
    info: (text: string) => void this.logged.push(`info: ${text}`),
    notice: (text: string) => void this.logged.push(`notice: ${text}`),
    warning: (text: string) => void this.logged.push(`warning: ${text}`),
  };

  readonly now = (): Date => noon;

  readonly randomHex = (bytes: number): string => {
    this.#random += 1;
    return this.#random.toString(16).padStart(bytes * 2, '0');
  };

  readonly registerMasks = async (values: readonly string[]): Promise<void> => {
    this.#happens('registered masks');
    this.masks.push(...values);
  };

  readonly setOutputs = (outputs: Outputs): void => {
    this.#happens('set outputs');
    Object.assign(this.outputs, outputs);
  };

  readonly openDestination = (request: DestinationRequest, pair: DeliveredPair) => {
    const { context } = this.#job;
    const setOutput = (name: string, value: string): void => {
      this.#happens(`set output ${name}`);
      context.setOutput(name, value);
    };
    return openDestination(request, pair, { ...context, setOutput, randomHex: this.randomHex });
  };

  readonly openSource = async (request: SourceRequest): Promise<PrivateKeySource> => {
    const privateKey = this.keysElsewhere.get(request.path);
    if (privateKey === undefined) return openSource(request, this.folders);
    return { notFound: `${request.path} is empty`, find: async () => ({ privateKey, where: request.path }) };
  };

  readonly openStore = (reference: StoreReference) => this.stores.open(reference);

  readonly readWorkspaceFile = (path: string): Promise<string | undefined> =>
    readGivenFile(path, this.folders);

  readonly findReferences = async (
    keyNames: readonly string[],
  ): Promise<ReadonlyMap<string, ReferencesFound>> => {
    this.#happens(`looked up references to ${keyNames.join(' ')}`);
    return this.references;
  };

  readonly openInstances = async () => this.fleet;

  readonly openEc2Clock = async () => ({ now: () => this.ec2Time });

  readonly openSweep = async (): Promise<SweepTools> => ({
    now: () => this.ec2Time,
    statusOf: async ({ runId }) => {
      this.#happens(`asked for run ${runId}`);
      return this.runs.get(runId) ?? { is: 'unknown', why: 'GitHub no longer has it', isFinal: true };
    },
    findReferences: this.findReferences,
    nextTurn: async (changes, time = 'usual') => {
      this.#happens(`waited for ${changes}${time === 'usual' ? '' : `, with time for instances`}`);
      return { keyPairs: this.keyPairs, openStore: this.openStore, openInstances: this.openInstances };
    },
    openProgress: () => () => {},
  });

  readonly writeListFile = (json: string): string =>
    writeListFile(json, this.folders.temp, this.randomHex(4));

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#job[Symbol.asyncDispose]();
  }

  /** Records an event, or fails in its place. */
  #happens(event: string): void {
    if (this.breakAt(event)) throw Object.assign(new Error(`broken at ${event}`), { code: 'EIO' });
    this.events.push(event);
  }

  /** Records a fact by the kinds of its claims: their numbers depend on the order of destinations. */
  readonly #append = (name: string, value: string): void => {
    const [, numbers = '', fact = ''] = /^claim-([\d-]+)-([a-z]+)$/.exec(name) ?? [];
    const kinds = numbers.split('-').map((number) => this.#kindOf(number, value));
    this.#happens(`${fact} ${kinds.join(' ')}`);
    this.#ledger.push([name, value]);
  };

  /** The kind of the claim with this number, which its first fact says. */
  #kindOf(number: string, value: string): string {
    const first = this.#ledger.find(([name]) => name === `claim-${number}-intended`)?.[1] ?? value;
    const record: unknown = JSON.parse(first);
    return typeof record === 'object' && record !== null && 'kind' in record ? String(record.kind) : '';
  }

  #recordingKinds(): ClaimKinds<StepRecord> {
    const { endpoint, run } = this;
    const { store, rotation, swap, ...kinds } = claimKinds(
      async (region) => ({
        keyPairs: this.#otherRegions.get(region) ?? this.keyPairs,
        ...{ isSameAccount: async () => true, endpoint, run, session: noSession, caller: this.caller },
      }),
      (file) => file === this.#job.outputFile,
    );
    const access = {
      ...{ keyPairs: this.keyPairs, isSameAccount: async () => true, endpoint, run },
      ...{ openStore: this.openStore, openInstances: this.openInstances, openEc2Clock: this.openEc2Clock },
    };
    const all = {
      ...kinds,
      rotation: {
        ...rotation,
        release: (record: RotationRecord) => releaseRotation(record, async () => access, this.registerMasks),
      },
      swap: { ...swap, release: (record: SwapRecord) => releaseSwap(record, async () => access) },
      store: {
        ...store,
        release: (record: StoreRecord) => releaseCopy(record, this.#job.cleanup),
      },
    };
    const recording = Object.entries<ClaimKind<StepRecord>>(all).map(
      ([name, kind]) => [name, this.#recording(kind)] as const,
    );
    return Object.assign({}, all, Object.fromEntries(recording));
  }

  #recording(kind: ClaimKind<StepRecord>): ClaimKind<StepRecord> {
    return {
      parse: kind.parse,
      release: (record) => {
        this.events.push(`releasing ${record.kind}`);
        return kind.release(record);
      },
    };
  }
}

/** Use with `await using`. @param policy - Of the retries of its EC2. */
export async function openTestStep(policy: Parameters<FakeEc2['keyPairs']>[0] = {}): Promise<TestStep> {
  return new TestStep(await createTestJob(), policy);
}
