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
  /** Requests to the store that are put to the test, in order. */
  readonly requests: readonly StoreRequest[];
  /** Which half of the faults is for this store, for requests that both stores send in the same way. */
  readonly half: 0 | 1;
  readonly inSample?: boolean;
}

interface StoreRequest {
  readonly phase: 'main' | 'post';
  readonly operation: string;
  /** Whether the stores differ in it: only Secrets Manager executes a request once that is sent twice. */
  readonly differs?: boolean;
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

const cases = stores.flatMap(({ store, look, put, read, remove }, index): StoreCase[] => {
  const create = { 'key-type': 'ed25519', store, 'private-key-path': 'none', 'key-name': 'deploy' };
  const half = index === 0 ? 0 : 1;
  const inMain = (operation: string): StoreRequest => ({ phase: 'main', operation });
  const inPost = (operation: string): StoreRequest => ({ phase: 'post', operation });
  return [
    {
      name: `create, lifetime job, ${store}`,
      inputs: { ...create, lifetime: 'job' },
      left: 'nothing',
      requests: [inMain(look), { ...inMain(put), differs: true }, inMain(read), inPost(look), inPost(remove)],
      half,
      inSample: store === 'ssm',
    },
    {
      name: `create, lifetime persistent, ${store}`,
      inputs: create,
      left: 'both-or-nothing',
      // Until there is something to keep, it does what it does with lifetime job.
      requests: [inMain(put), inMain(read)],
      half,
    },
    {
      name: `ensure, key pair exists, ${store}`,
      before: create,
      inputs: { ...create, operation: 'ensure', 'output-private-key': 'true' },
      left: 'both',
      requests: [inMain(read)],
      half,
    },
    {
      name: `delete, ${store}`,
      before: create,
      inputs: { operation: 'delete', 'key-name': 'deploy' },
      left: 'nothing-if-successful',
      requests: [inMain(look), inMain(remove)],
      half,
    },
  ];
});

/** Without 503, which is told from 500 nowhere. */
const faults = requestFaults.filter(({ fault }) => !fault.endsWith('503'));

/**
 * Every request meets every fault in one of the stores, since one code serves both. A request in which they differ meets
 * all of them in each.
 */
function faultsOf({ half }: StoreCase, { differs = false }: StoreRequest): typeof faults {
  return faults.filter((_, index) => differs || index % 2 === half);
}

/** Each action at each moment, and each delay with both of them. Milliseconds until the store executes, or answers. */
const stops = [
  { action: 'killStep', moment: 'onRequest', delay: 1_000 },
  { action: 'killStep', moment: 'onExecuted', delay: 0 },
  { action: 'cancel', moment: 'onRequest', delay: 0 },
  { action: 'cancel', moment: 'onExecuted', delay: 1_000 },
] as const;

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
        one.requests.flatMap((request) =>
          faultsOf(one, request).map(({ fault, effect }): TestCase => {
            const { phase, operation } = request;
            return {
              name: `${phase} ${operation}: ${fault}`,
              run: (testBed) => runWithFault(one, { phase, operation, effect }, testBed),
            };
          }),
        ),
    },
    {
      operation: one.name,
      fault: 'killed or cancelled during each request to the store, which continues after 0 or 1000 ms',
      waits: true,
      cases: async () =>
        one.requests
          .filter(({ phase }) => phase === 'main')
          .flatMap(({ operation }) =>
            stops.map(
              (stop): TestCase => ({
                name: `${stop.action} at ${operation} (${stop.moment}), ${stop.delay} ms`,
                run: (testBed) => runStopped(one, { operation, ...stop }, testBed),
              }),
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
