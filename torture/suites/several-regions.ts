import { setTimeout as wait } from 'node:timers/promises';
import type { Effect, StoredKeyPair } from '../../local/aws/server.ts';
import type { JobRun } from '../../local/runner/job.ts';
import { keyName, publicKey } from '../creating-operations.ts';
import { type Environment, region as firstRegion, isOfAction, unrelated } from '../environment.ts';
import type { Finding, Row, Suite, TestCase } from '../plan.ts';
import { copiesIn } from '../stored-copies.ts';
import type { TestBed } from '../test-bed.ts';
import { isTold } from '../told.ts';
import { verify } from '../verify.ts';

const regions = [firstRegion, 'us-east-1', 'ap-south-1'] as const;
const inAll = { 'aws-region': regions.join(', ') };
const generated = { ...inAll, 'generate-on': 'runner', 'key-type': 'ed25519' };

/** An operation in all Regions, and what must be left of it. */
interface RegionsCase {
  readonly name: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** A Region where the key pair exists before, and must stay. */
  readonly existsIn?: (typeof regions)[number];
  /** Whether the key pairs must exist after a job that succeeded. */
  readonly isKept: boolean;
  readonly inSample?: boolean;
}

const cases: readonly RegionsCase[] = [
  { name: 'create in 3 Regions, lifetime job', inputs: generated, isKept: false, inSample: true },
  {
    name: 'import in 3 Regions, one of which has the key pair',
    inputs: { ...inAll, operation: 'import', 'key-name': keyName, 'public-key': publicKey },
    existsIn: regions[1],
    isKept: true,
  },
  {
    name: 'ensure in 3 Regions, with a store',
    inputs: { ...generated, operation: 'ensure', 'key-name': keyName, store: 'ssm' },
    isKept: true,
  },
];

/** Each is one path of the code: a request that fails for good, or for a while, and one whose response is lost. */
const effects: readonly { readonly fault: string; readonly effect: Effect; readonly isOutage?: boolean }[] = [
  { fault: 'denied', effect: { kind: 'deny' } },
  { fault: 'throttled once', effect: { kind: 'throttle' } },
  { fault: 'executed, then connection reset', effect: { kind: 'execute-then-drop' } },
  { fault: 'reset every time', effect: { kind: 'drop' }, isOutage: true },
];

const stops = [
  { action: 'killStep', moment: 'onRequest' },
  { action: 'killStep', moment: 'onExecuted' },
  { action: 'cancel', moment: 'onExecuted' },
] as const;

/** One Region fails, or the step is stopped while a Region has its request. */
export const severalRegions: Suite = {
  name: 'one of several Regions fails',
  about:
    'With three Regions, the import or the deletion in one of them fails or is lost, or the step is stopped during it',
  rows: [
    ...cases.flatMap((one): Row[] => [
      {
        operation: one.name,
        fault:
          'the import in one Region fails, its response is lost, or the step is killed or cancelled then',
        inSample: one.inSample === true,
        sampleStep: 8,
        waits: true,
        cases: async () =>
          regions
            .filter((region) => region !== one.existsIn)
            .flatMap((region): TestCase[] => [
              ...effects.map(
                (fault): TestCase => ({
                  name: `${region}: ${fault.fault}`,
                  run: (testBed) => runWithFault(one, { on: 'ImportKeyPair', region, ...fault }, testBed),
                }),
              ),
              ...stops.map(
                (stop): TestCase => ({
                  name: `${region}: ${stop.action} (${stop.moment})`,
                  run: (testBed) => runStopped(one, { region, ...stop }, testBed),
                }),
              ),
            ]),
      },
    ]),
    ...cases.slice(0, 1).map(
      (one): Row => ({
        operation: one.name,
        fault: 'the deletion in one Region fails, or its response is lost',
        waits: true,
        cases: async () =>
          regions.flatMap((region) =>
            effects
              .filter(({ effect }) => effect.kind !== 'throttle')
              .map(
                (fault): TestCase => ({
                  name: `${region}: ${fault.fault}`,
                  run: (testBed) => runWithFault(one, { on: 'DeleteKeyPair', region, ...fault }, testBed),
                }),
              ),
          ),
      }),
    ),
  ],
};

function runWithFault(
  one: RegionsCase,
  fault: {
    readonly on: string;
    readonly region: string;
    readonly effect: Effect;
    readonly isOutage?: boolean;
  },
  testBed: TestBed,
): Promise<Finding> {
  return testBed.withEnvironment(async (environment) => {
    const before = await prepare(one, environment);
    const { on, region, effect } = fault;
    environment.aws.faults.add({
      ...{ on, region, effect, when: isOfAction },
      times: fault.isOutage === true ? Number.POSITIVE_INFINITY : 1,
    });
    const run = await environment.start(one.inputs).finished;
    await environment.aws.settled();
    return findingOf(one, { environment, run, before });
  });
}

/** Milliseconds until EC2 executes, or answers, the request. */
const delay = 400;

function runStopped(
  one: RegionsCase,
  stop: {
    readonly region: string;
    readonly action: 'killStep' | 'cancel';
    readonly moment: 'onRequest' | 'onExecuted';
  },
  testBed: TestBed,
): Promise<Finding> {
  return testBed.withEnvironment(async (environment) => {
    const before = await prepare(one, environment);
    const job = environment.start(one.inputs);
    const ignore = environment.aws[stop.moment](async (request) => {
      const { operation, region } = request;
      if (!isOfAction(request) || operation !== 'ImportKeyPair' || region !== stop.region) return;
      ignore();
      job[stop.action]();
      await wait(delay);
    });
    const run = await job.finished;
    await environment.aws.settled();
    return findingOf(one, { environment, run, before });
  });
}

/** Returns the key pair that exists before. */
async function prepare({ existsIn }: RegionsCase, { aws }: Environment): Promise<StoredKeyPair | undefined> {
  if (existsIn === undefined) return undefined;
  const [pair] = await aws.seedKeyPairs(existsIn, [{ keyName, publicKey }]);
  return pair;
}

function findingOf(
  { isKept }: RegionsCase,
  {
    environment,
    run,
    before,
  }: { readonly environment: Environment; readonly run: JobRun; readonly before: StoredKeyPair | undefined },
): Finding {
  const finding = verify(environment, run, { leftovers: 'any-pairs' });
  const pairs = regions.flatMap((region) =>
    environment.aws.keyPairs(region).filter(({ name }) => name !== unrelated.keyName),
  );
  const own = pairs.filter((pair) => pair !== before);
  const succeeded =
    run.steps.find(({ phase, id }) => phase === 'main' && id === 'key')?.outcome === 'success';
  const mustStay = isKept && succeeded;
  const copies = copiesIn(environment).length;
  const problems = [
    ...(before === undefined || pairs.includes(before)
      ? []
      : ['the key pair that existed before was deleted']),
    ...(mustStay && pairs.length !== regions.length
      ? [`${pairs.length} Regions have the key pair instead of ${regions.length}`]
      : []),
    ...(new Set(pairs.map((pair) => pair.publicKey)).size > 1 ? ['Regions have different keys'] : []),
    ...(mustStay
      ? []
      : own
          .filter((pair) => !isTold(run, pair))
          .map(({ name }) => `the key pair ${name} is left in a Region`)),
    ...(copies > 0 && !mustStay ? ['a copy of the private key is left'] : []),
  ];
  return { ...finding, problems: [...finding.problems, ...problems], pairsLeft: problems.length };
}
