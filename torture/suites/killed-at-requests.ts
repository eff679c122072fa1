import { setTimeout as wait } from 'node:timers/promises';
import { judge } from '../judge.ts';
import { type MakingOperation, makingOperations } from '../operations.ts';
import type { Case, Finding, Row, Suite } from '../plan.ts';
import { isOfAction } from '../stage.ts';
import type { Theatre } from '../theatre.ts';

const levers = ['killStep', 'cancel', 'abandonStep'] as const;
const leverNames = { killStep: 'SIGKILL', cancel: 'cancelled', abandonStep: 'left running' } as const;

/** Milliseconds from the blow to EC2's carrying out, or answering, what it was asked. */
const delays = [0, 400, 2_000];

/** Main is stopped while EC2 has one of its requests. */
export const killedAtRequests: Suite = {
  name: 'main at its requests',
  about:
    'the step is killed, cancelled, or left running beside its clean-up, while EC2 has each of its requests',
  rows: makingOperations.flatMap((operation) =>
    levers.map(
      (lever): Row => ({
        operation: operation.name,
        fault: `${leverNames[lever]} at each request, EC2 goes on ${delays.join(', ')} ms after`,
        inSample: operation.inSample === true && lever === 'killStep',
        waits: true,
        cases: async (theatre) => {
          const requests = await requestsOf(operation, theatre);
          return requests.flatMap((request, at) =>
            (['arrives', 'is carried out'] as const).flatMap((moment) =>
              delays.map(
                (delay): Case => ({
                  name: `#${at} ${request} ${moment}, ${delay} ms`,
                  run: (inTheatre) => strike(operation, inTheatre, { at, moment, lever, delay }),
                }),
              ),
            ),
          );
        },
      }),
    ),
  ),
};

const known = new Map<string, Promise<readonly string[]>>();

function requestsOf({ name, inputs }: MakingOperation, theatre: Theatre): Promise<readonly string[]> {
  const requests =
    known.get(name) ??
    theatre.onStage(async (stage) => {
      const job = stage.start(inputs);
      let ofMain: string[] = [];
      job.on('step-finished', ({ phase }) => {
        if (phase === 'main') ofMain = stage.requests().map(({ operation }) => operation);
      });
      await job.finished;
      return ofMain;
    });
  known.set(name, requests);
  return requests;
}

interface Blow {
  readonly at: number;
  readonly moment: 'arrives' | 'is carried out';
  readonly lever: (typeof levers)[number];
  readonly delay: number;
}

function strike(
  { inputs, bill }: MakingOperation,
  theatre: Theatre,
  { at, moment, lever, delay }: Blow,
): Promise<Finding> {
  return theatre.onStage(async (stage) => {
    const { aws } = stage;
    const listen = (moment === 'arrives' ? aws.onRequest : aws.onExecuted).bind(aws);
    let seen = 0;
    listen(async (request) => {
      if (!isOfAction(request)) return;
      seen += 1;
      if (seen !== at + 1) return;
      job[lever]();
      await wait(delay);
    });
    const job = stage.start(inputs, { abandoned: lever === 'abandonStep' ? 5_000 : 0 });
    const latePairs = stage.watchForLatePairs(job);
    const finding = judge(stage, await job.finished, { bill, warningsOfPost: 0 });
    return { ...finding, problems: [...finding.problems, ...latePairs()] };
  });
}
