import type { JobRun } from '../../local/runner/job.ts';
import { isClaimLabel } from '../../test-support/claims.ts';
import type { TracedCall, TrapOrder } from '../../test-support/trap/order.ts';
import { type Environment, isOfAction } from '../environment.ts';
import { type CreatingCase, creatingCases } from '../operation-cases.ts';
import type { Finding, Row, Suite, TestCase } from '../plan.ts';
import { agentCases } from '../runner-cases.ts';
import type { TestBed } from '../test-bed.ts';
import { verify } from '../verify.ts';
import { baselineOf } from './baseline.ts';

/** Operations that leave work for post: a key pair, a file, an output, or an agent, or what a killed main left of them. */
const operations = [...creatingCases, ...agentCases].filter(
  ({ leftovers }) => leftovers === 'nothing' || leftovers === 'pair-with-file-or-nothing',
);

/** Post is killed at every call and request, and run again. The result must be the same. */
export const killedPost: Suite = {
  name: 'post is killed and runs again',
  about: 'Cleanup is killed at each of its system calls and requests, and runs again',
  rows: operations.flatMap((operation): Row[] => [
    {
      operation: operation.name,
      fault: 'killed before, after, and within each call of post',
      inSample: false,
      cases: async (testBed) => {
        const calls = await callsOfPost(operation, testBed);
        return calls.flatMap(({ label, tears }, at) =>
          (['before', 'after', 'torn'] as const)
            .filter((moment) => moment !== 'torn' || tears)
            .map(
              (moment): TestCase => ({
                name: `#${at} ${moment} ${label}`,
                run: () => killAtCall(operation, { at, moment, does: 'kill', share: 0.5 }, testBed),
              }),
            ),
        );
      },
    },
    {
      operation: operation.name,
      fault: 'killed during each request of post',
      cases: async () =>
        [0, 1].flatMap((at) =>
          (['onRequest', 'onExecuted'] as const).map(
            (moment): TestCase => ({
              name: `#${at} ${moment}`,
              run: (testBed) => killAtRequest(operation, { at, moment }, testBed),
            }),
          ),
        ),
    },
  ]),
};

/** Kills a main whose key pair is meant to stay before it records that, so that post has something to do. */
async function ordersFor(operation: CreatingCase, testBed: TestBed): Promise<{ readonly main?: TrapOrder }> {
  if (operation.leftovers !== 'pair-with-file-or-nothing') return {};
  const { calls } = await baselineOf(operation, testBed);
  const at = calls.findIndex(({ label }) => isClaimLabel(label, 'key-pair', 'kept'));
  if (at < 0) throw new Error(`${operation.name} keeps no key pair`);
  return { main: { at, moment: 'before', does: 'kill' } };
}

const callsByOperation = new Map<string, Promise<readonly TracedCall[]>>();

function callsOfPost(operation: CreatingCase, testBed: TestBed): Promise<readonly TracedCall[]> {
  const { name, prepare } = operation;
  const calls =
    callsByOperation.get(name) ??
    testBed.withEnvironment(async (environment) => {
      const trace = environment.tracePath('post');
      const orders = await ordersFor(operation, testBed);
      await environment.start(await prepare(environment), { ...orders, post: { trace } }).finished;
      return environment.traced(trace);
    });
  callsByOperation.set(name, calls);
  return calls;
}

function killAtCall(operation: CreatingCase, post: TrapOrder, testBed: TestBed): Promise<Finding> {
  return testBed.withEnvironment(async (environment) => {
    const orders = await ordersFor(operation, testBed);
    const inputs = await operation.prepare(environment);
    const run = await environment.start(inputs, { ...orders, post }).finished;
    return verifyAfterSecondPost(environment, run);
  });
}

function killAtRequest(
  operation: CreatingCase,
  { at, moment }: { readonly at: number; readonly moment: 'onRequest' | 'onExecuted' },
  testBed: TestBed,
): Promise<Finding> {
  return testBed.withEnvironment(async (environment) => {
    const inputs = await operation.prepare(environment);
    const job = environment.start(inputs, await ordersFor(operation, testBed));
    let requestsOfPost: number | undefined;
    job.on('step-finished', ({ phase }) => {
      if (phase === 'main') requestsOfPost = 0;
    });
    environment.aws[moment]((request) => {
      if (requestsOfPost === undefined || !isOfAction(request)) return;
      if (requestsOfPost === at) job.killStep();
      requestsOfPost += 1;
    });
    return verifyAfterSecondPost(environment, await job.finished);
  });
}

async function verifyAfterSecondPost(environment: Environment, run: JobRun): Promise<Finding> {
  const again = await environment.postAgain(run);
  const finding = verify(environment, run, { leftovers: 'nothing', postWasKilled: true });
  const problems = [
    ...(again.succeeded ? [] : [`the second post fails: ${again.printed}`]),
    ...again.warnings.map((warning) => `the second post warns: ${warning}`),
  ];
  return { ...finding, problems: [...finding.problems, ...problems] };
}
