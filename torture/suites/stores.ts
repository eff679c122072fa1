import { setTimeout as wait } from 'node:timers/promises';
import type { Effect } from '../../local/aws/server.ts';
import { type Environment, isOfAction } from '../environment.ts';
import type { Finding, Row, Suite, TestCase } from '../plan.ts';
import { type ExpectedCopies, unexpectedCopies } from '../stored-copies.ts';
import type { TestBed } from '../test-bed.ts';
import { verify } from '../verify.ts';
import { requestFaults } from './request-faults.ts';

/** An operation with a store, what must exist before it, and what must be left after it. */
interface StoreCase {
  readonly name: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** The inputs of a job before, without faults. */
  readonly before?: Readonly<Record<string, string>>;
  readonly left: ExpectedCopies;
  /** Requests to the store, in order, with the phase that sends each. */
  readonly requests: readonly (readonly [phase: 'main' | 'post', operation: string])[];
  readonly inSample?: boolean;
}

const stores = [
  {
    store: 'ssm',
    look: 'ListTagsForResource',
    put: 'PutParameter',
    read: 'GetParameter',
    remove: 'DeleteParameter',
  },
  {
    store: 'secrets-manager',
    look: 'DescribeSecret',
    put: 'CreateSecret',
    read: 'GetSecretValue',
    remove: 'DeleteSecret',
  },
] as const;

const cases = stores.flatMap(({ store, look, put, read, remove }): StoreCase[] => {
  const create = { 'key-type': 'ed25519', store, 'private-key-path': 'none', 'key-name': 'deploy' };
  const keeps = [look, put, read].map((operation) => ['main', operation] as const);
  return [
    {
      name: `create, lifetime job, ${store}`,
      inputs: { ...create, lifetime: 'job' },
      left: 'nothing',
      requests: [...keeps, ['post', look], ['post', remove]],
      inSample: store === 'ssm',
    },
    {
      name: `create, lifetime persistent, ${store}`,
      inputs: create,
      left: 'both-or-nothing',
      requests: keeps,
    },
    {
      name: `ensure, key pair exists, ${store}`,
      before: create,
      inputs: { ...create, operation: 'ensure', 'output-private-key': 'true' },
      left: 'both',
      requests: [['main', read]],
    },
    {
      name: `delete, ${store}`,
      before: create,
      inputs: { operation: 'delete', 'key-name': 'deploy' },
      left: 'nothing-if-successful',
      requests: [
        ['main', look],
        ['main', remove],
      ],
    },
  ];
});

/** Milliseconds until the store executes, or answers, the request. */
const delays = [0, 1_000];

/** Faults of the requests to a store, and a step that is stopped while the store has one. */
export const storeFaults: Suite = {
  name: 'a store fails',
  about:
    'Each request to Parameter Store or Secrets Manager fails, is lost, or the step is stopped during it',
  rows: cases.flatMap((one): Row[] => [
    {
      operation: one.name,
      fault: 'each request to the store fails, or its response is lost',
      inSample: one.inSample === true,
      sampleStep: 20,
      waits: true,
      cases: async () =>
        one.requests.flatMap(([phase, operation]) =>
          requestFaults.map(
            ({ fault, effect }): TestCase => ({
              name: `${phase} ${operation}: ${fault}`,
              run: (testBed) => runWithFault(one, { phase, operation, effect }, testBed),
            }),
          ),
        ),
    },
    {
      operation: one.name,
      fault: `killed or cancelled during each request to the store, which continues after ${delays.join(' or ')} ms`,
      waits: true,
      cases: async () =>
        one.requests
          .filter(([phase]) => phase === 'main')
          .flatMap(([, operation]) =>
            (['killStep', 'cancel'] as const).flatMap((action) =>
              (['onRequest', 'onExecuted'] as const).flatMap((moment) =>
                delays.map(
                  (delay): TestCase => ({
                    name: `${action} at ${operation} (${moment}), ${delay} ms`,
                    run: (testBed) => runStopped(one, { action, moment, operation, delay }, testBed),
                  }),
                ),
              ),
            ),
          ),
    },
  ]),
};

function runWithFault(
  one: StoreCase,
  fault: { readonly phase: 'main' | 'post'; readonly operation: string; readonly effect: Effect },
  testBed: TestBed,
): Promise<Finding> {
  return testBed.withEnvironment(async (environment) => {
    await prepare(one, environment);
    let phase: 'main' | 'post' = 'main';
    environment.aws.faults.add({
      on: fault.operation,
      when: (request) => isOfAction(request) && phase === fault.phase,
      effect: fault.effect,
    });
    const job = environment.start(one.inputs);
    job.on('step-finished', () => {
      phase = 'post';
    });
    const run = await job.finished;
    await environment.aws.settled();
    return findingOf(one, environment, run);
  });
}

function runStopped(
  one: StoreCase,
  stop: {
    readonly action: 'killStep' | 'cancel';
    readonly moment: 'onRequest' | 'onExecuted';
    readonly operation: string;
    readonly delay: number;
  },
  testBed: TestBed,
): Promise<Finding> {
  return testBed.withEnvironment(async (environment) => {
    await prepare(one, environment);
    const job = environment.start(one.inputs);
    const ignore = environment.aws[stop.moment](async (request) => {
      if (!isOfAction(request) || request.operation !== stop.operation) return;
      ignore();
      job[stop.action]();
      await wait(stop.delay);
    });
    const run = await job.finished;
    await environment.aws.settled();
    return findingOf(one, environment, run);
  });
}

async function prepare({ name, before }: StoreCase, environment: Environment): Promise<void> {
  if (before === undefined) return;
  const { conclusion, log } = await environment.start(before).finished;
  if (conclusion !== 'success') throw new Error(`${name} cannot be prepared:\n${log}`);
}

function findingOf(
  { left }: StoreCase,
  environment: Environment,
  run: Parameters<typeof verify>[1],
): Finding {
  const finding = verify(environment, run, { leftovers: 'any-pairs' });
  const problems = unexpectedCopies(environment, run, left);
  return { ...finding, problems: [...finding.problems, ...problems], pairsLeft: problems.length };
}
