import { judge } from '../judge.ts';
import { type MakingOperation, makingOperations } from '../operations.ts';
import type { Case, Finding, Row, Suite } from '../plan.ts';
import { isOfAction, type Stage } from '../stage.ts';
import type { Theatre } from '../theatre.ts';
import type { TracedCall, TrapOrder } from '../trap-order.ts';
import { callsOfMain } from './calls-of-main.ts';

/** What makes post work: it has a pair, a file and an output to remove, or what a killed main left of them. */
const operations = makingOperations.filter(
  ({ bill }) => bill === 'nothing' || bill === 'pair-with-file-or-nothing',
);

/** Post is killed at every boundary and run again: it ends the same. */
export const killedPost: Suite = {
  name: 'post killed, and run again',
  about: 'the clean-up is killed at each of its calls and requests, and run again',
  rows: operations.flatMap((operation): Row[] => [
    {
      operation: operation.name,
      fault: 'SIGKILL before, after and within each call of post',
      inSample: false,
      cases: async (theatre) => {
        const calls = await callsOfPost(operation, theatre);
        return calls.flatMap(({ label, tears }, at) =>
          (['before', 'after', 'torn'] as const)
            .filter((moment) => moment !== 'torn' || tears)
            .map(
              (moment): Case => ({
                name: `#${at} ${moment} ${label}`,
                run: (inTheatre) =>
                  strikeAtCall(operation, { at, moment, does: 'kill', share: 0.5 }, inTheatre),
              }),
            ),
        );
      },
    },
    {
      operation: operation.name,
      fault: 'SIGKILL at each request of post',
      cases: async () =>
        [0, 1].flatMap((at) =>
          (['onRequest', 'onExecuted'] as const).map(
            (moment): Case => ({
              name: `#${at} ${moment}`,
              run: (theatre) => strikeAtRequest(operation, { at, moment }, theatre),
            }),
          ),
        ),
    },
  ]),
};

/** A main whose pair is meant to stay is killed before that is settled, so that post has something to do. */
async function ordersFor(
  operation: MakingOperation,
  theatre: Theatre,
): Promise<{ readonly main?: TrapOrder }> {
  if (operation.bill !== 'pair-with-file-or-nothing') return {};
  const calls = await callsOfMain(operation, theatre);
  const at = calls.findIndex(({ label }) => /^append claim-.*-kept$/.test(label));
  if (at < 0) throw new Error(`${operation.name} settles nothing`);
  return { main: { at, moment: 'before', does: 'kill' } };
}

const known = new Map<string, Promise<readonly TracedCall[]>>();

function callsOfPost(operation: MakingOperation, theatre: Theatre): Promise<readonly TracedCall[]> {
  const { name, inputs } = operation;
  const calls =
    known.get(name) ??
    theatre.onStage(async (stage) => {
      const trace = stage.tracePath('post');
      await stage.start(inputs, { ...(await ordersFor(operation, theatre)), post: { trace } }).finished;
      return stage.traced(trace);
    });
  known.set(name, calls);
  return calls;
}

function strikeAtCall(operation: MakingOperation, post: TrapOrder, theatre: Theatre): Promise<Finding> {
  return theatre.onStage(async (stage) => {
    const orders = await ordersFor(operation, theatre);
    const run = await stage.start(operation.inputs, { ...orders, post }).finished;
    return endsTheSame(stage, run);
  });
}

function strikeAtRequest(
  operation: MakingOperation,
  { at, moment }: { readonly at: number; readonly moment: 'onRequest' | 'onExecuted' },
  theatre: Theatre,
): Promise<Finding> {
  return theatre.onStage(async (stage) => {
    const job = stage.start(operation.inputs, await ordersFor(operation, theatre));
    let ofPost: number | undefined;
    job.on('step-finished', ({ phase }) => {
      if (phase === 'main') ofPost = 0;
    });
    stage.aws[moment]((request) => {
      if (ofPost === undefined || !isOfAction(request)) return;
      if (ofPost === at) job.killStep();
      ofPost += 1;
    });
    return endsTheSame(stage, await job.finished);
  });
}

async function endsTheSame(
  stage: Stage,
  run: Awaited<ReturnType<Stage['start']>['finished']>,
): Promise<Finding> {
  const again = await stage.postAgain(run);
  const finding = judge(stage, run, { bill: 'nothing', postWasKilled: true });
  const problems = [
    ...(again.succeeded ? [] : [`the second post fails: ${again.printed}`]),
    ...again.warnings.map((warning) => `the second post warns: ${warning}`),
  ];
  return { ...finding, problems: [...finding.problems, ...problems] };
}
