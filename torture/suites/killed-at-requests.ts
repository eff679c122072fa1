import { setTimeout as wait } from 'node:timers/promises';
import { isOfAction } from '../environment.ts';
import { type CreatingCase, creatingCases } from '../operation-cases.ts';
import type { Finding, Row, Suite, TestCase } from '../plan.ts';
import { generated } from '../runner-cases.ts';
import type { TestBed } from '../test-bed.ts';
import { verify } from '../verify.ts';
import { requestsOfMain } from './baseline.ts';

/** What the runner does to the step. */
const runnerActions = ['killStep', 'cancel', 'abandonStep'] as const;
const actionNames = { killStep: 'killed', cancel: 'cancelled', abandonStep: 'left running' } as const;

/** Milliseconds until EC2 executes, or answers, the request. */
const delays = [0, 400, 2_000];

/** Main is stopped while EC2 has one of its requests. */
export const killedAtRequests: Suite = {
  name: 'main stops during a request',
  about:
    'The step is killed, cancelled, or left running during cleanup, while EC2 handles each of its requests',
  rows: [...creatingCases, generated].flatMap((operation) =>
    runnerActions.map(
      (runner): Row => ({
        operation: operation.name,
        fault: `${actionNames[runner]} during each request, EC2 continues after ${delays.join(', ')} ms`,
        inSample: operation.inSample === true && runner === 'killStep',
        waits: true,
        cases: async (testBed) => {
          const requests = await requestsOfMain(operation, testBed);
          return requests.flatMap((request, at) =>
            (['arrives', 'is executed'] as const).flatMap((moment) =>
              delays.map(
                (delay): TestCase => ({
                  name: `#${at} ${request} ${moment}, ${delay} ms`,
                  run: () => inject(operation, { at, moment, runner, delay }, testBed),
                }),
              ),
            ),
          );
        },
      }),
    ),
  ),
};

interface StopDuringRequest {
  readonly at: number;
  readonly moment: 'arrives' | 'is executed';
  readonly runner: (typeof runnerActions)[number];
  readonly delay: number;
}

function inject(
  { prepare, leftovers }: CreatingCase,
  { at, moment, runner, delay }: StopDuringRequest,
  testBed: TestBed,
): Promise<Finding> {
  return testBed.withEnvironment(async (environment) => {
    const { aws } = environment;
    const listen = (moment === 'arrives' ? aws.onRequest : aws.onExecuted).bind(aws);
    let seen = 0;
    listen(async (request) => {
      if (!isOfAction(request)) return;
      seen += 1;
      if (seen !== at + 1) return;
      job[runner]();
      await wait(delay);
    });
    const job = environment.start(await prepare(environment), {
      abandoned: runner === 'abandonStep' ? 5_000 : 0,
    });
    const latePairs = environment.watchForLatePairs(job);
    const finding = verify(environment, await job.finished, { leftovers, warningsOfPost: 0 });
    return { ...finding, problems: [...finding.problems, ...latePairs()] };
  });
}
