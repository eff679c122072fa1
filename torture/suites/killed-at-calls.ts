import { judge } from '../judge.ts';
import { type MakingOperation, makingOperations } from '../operations.ts';
import type { Case, Finding, Row, Suite } from '../plan.ts';
import type { Theatre } from '../theatre.ts';
import type { TracedCall, TrapOrder } from '../trap-order.ts';
import { callsOfMain } from './calls-of-main.ts';

/** Milliseconds that a main goes on to stand still while post runs beside it, and until after it. */
const besidePost = 150;
const beyondPost = 2_500;

/** What happens to main at one of its calls. */
interface Blow {
  readonly fault: string;
  readonly moment: 'before' | 'after' | 'torn';
  readonly does: 'kill' | 'hold' | 'fail';
  readonly milliseconds?: number;
  /** Done to the job once main stands still. */
  readonly lever?: 'cancel' | 'abandonStep';
  readonly inSample?: boolean;
}

const blows: readonly Blow[] = [
  { fault: 'SIGKILL between each two calls', moment: 'before', does: 'kill', inSample: true },
  { fault: 'SIGKILL within each write', moment: 'torn', does: 'kill' },
  { fault: 'disk full at each call', moment: 'before', does: 'fail' },
  { fault: 'disk full within each write', moment: 'torn', does: 'fail' },
  { fault: 'cancelled at each call', moment: 'before', does: 'hold', milliseconds: 5_000, lever: 'cancel' },
  {
    fault: `left running, goes on after ${besidePost} ms, at each call`,
    moment: 'before',
    does: 'hold',
    milliseconds: besidePost,
    lever: 'abandonStep',
  },
  {
    fault: `left running, goes on after ${beyondPost} ms, at each call`,
    moment: 'before',
    does: 'hold',
    milliseconds: beyondPost,
    lever: 'abandonStep',
  },
];

/** Main is stopped at every call by which it changes something on the machine. */
export const killedAtCalls: Suite = {
  name: 'main at its calls',
  about:
    'the step is killed, cancelled, left running beside its clean-up, or out of disk, at each of its calls to the system',
  rows: makingOperations.flatMap((operation) =>
    blows.map(
      (blow): Row => ({
        operation: operation.name,
        fault: blow.fault,
        inSample: operation.inSample === true && blow.inSample === true,
        waits: blow.lever === 'abandonStep',
        cases: async (theatre, random) => {
          const calls = await callsOfMain(operation, theatre);
          return calls.flatMap((call, at) => casesAt(operation, blow, { call, at, random }));
        },
      }),
    ),
  ),
};

interface Instant {
  readonly call: TracedCall;
  readonly at: number;
  readonly random: () => number;
}

function casesAt(operation: MakingOperation, blow: Blow, { call, at, random }: Instant): Case[] {
  const { moment, does, milliseconds } = blow;
  if (moment === 'torn' && !call.tears) return [];
  // Before dist is loaded there is nothing to fail, and what fails to be printed is not the disk's fault.
  if (does === 'fail' && (call.label === 'begin' || call.label.startsWith('print'))) return [];
  const shares = moment === 'torn' ? [random()] : [undefined];
  return shares.map((share) => {
    const order: TrapOrder = {
      ...{ at, moment, does },
      ...(milliseconds === undefined ? {} : { milliseconds }),
      ...(share === undefined ? {} : { share }),
    };
    const part = share === undefined ? '' : `, ${Math.floor(share * 100)} % written`;
    return {
      name: `#${at} ${call.label}${part}`,
      run: (theatre) => strike(operation, order, blow.lever, theatre),
    };
  });
}

function strike(
  { inputs, bill }: MakingOperation,
  main: TrapOrder,
  lever: Blow['lever'],
  theatre: Theatre,
): Promise<Finding> {
  return theatre.onStage(async (stage) => {
    const job = stage.start(inputs, { main, abandoned: lever === 'abandonStep' ? 5_000 : 0 });
    job.on('line', ({ phase, line }) => {
      if (phase === 'main' && line === 'torture: held' && lever !== undefined) job[lever]();
    });
    const latePairs = stage.watchForLatePairs(job);
    const run = await job.finished;
    // A disk that is full once more may be told of; nothing else gives post a reason to complain.
    const expectation = main.does === 'fail' ? { bill } : { bill, warningsOfPost: 0 };
    const finding = judge(stage, run, expectation);
    return { ...finding, problems: [...finding.problems, ...latePairs()] };
  });
}
