import { isClaimLabel } from '../../test-support/claims.ts';
import { heldLine, type TracedCall, type TrapOrder } from '../../test-support/trap/order.ts';
import { type CreatingCase, creatingCases } from '../operation-cases.ts';
import type { Finding, Row, Suite, TestCase } from '../plan.ts';
import { encryptedAndKept, encryptedPem, intoNewAgent, intoUnrelatedAgent } from '../runner-cases.ts';
import type { TestBed } from '../test-bed.ts';
import { verify } from '../verify.ts';
import { type Baseline, baselineOf } from './baseline.ts';

/** Milliseconds that main is blocked: it continues while post runs, or after post has ended. */
const whilePostRuns = 150;
const afterPost = 2_500;

/** What happens to main at one of its calls. */
interface CallFault {
  readonly fault: string;
  readonly moment: 'before' | 'after' | 'torn';
  readonly does: 'kill' | 'hold' | 'fail';
  readonly milliseconds?: number;
  /** What the runner does once main is blocked. */
  readonly runner?: 'cancel' | 'abandonStep';
  readonly inSample?: boolean;
}

const callFaults: readonly CallFault[] = [
  { fault: 'killed between any two calls', moment: 'before', does: 'kill', inSample: true },
  { fault: 'killed within each write', moment: 'torn', does: 'kill' },
  { fault: 'disk full at each call', moment: 'before', does: 'fail' },
  { fault: 'disk full within each write', moment: 'torn', does: 'fail' },
  { fault: 'cancelled at each call', moment: 'before', does: 'hold', milliseconds: 5_000, runner: 'cancel' },
  {
    fault: `left running at each call, continues after ${whilePostRuns} ms`,
    moment: 'before',
    does: 'hold',
    milliseconds: whilePostRuns,
    runner: 'abandonStep',
  },
  {
    fault: `left running at each call, continues after ${afterPost} ms`,
    moment: 'before',
    does: 'hold',
    milliseconds: afterPost,
    runner: 'abandonStep',
  },
];

const killed = callFaults.filter(({ does }) => does === 'kill');
const killedBetweenCalls = killed.filter(({ moment }) => moment === 'before');
const killedWithinWrites = killed.filter(({ moment }) => moment === 'torn');
const diskFull = callFaults.filter(({ does, moment }) => does === 'fail' && moment === 'before');
const leftWhilePostRuns = callFaults.filter(({ milliseconds }) => milliseconds === whilePostRuns);

/** Which faults strike which operation: all of them, or those that meet something that other operations do not have. */
const struck: readonly (readonly [CreatingCase, readonly CallFault[]])[] = [
  ...creatingCases.map((operation) => [operation, callFaults] as const),
  [intoNewAgent, [...killed, ...diskFull, ...leftWhilePostRuns]],
  [intoUnrelatedAgent, killedBetweenCalls],
  [encryptedAndKept, killedBetweenCalls],
  [encryptedPem, killedWithinWrites],
];

/** Main is stopped at every call that changes something on the machine. */
export const killedAtCalls: Suite = {
  name: 'main stops at a call',
  about:
    'The step is killed, cancelled, left running during cleanup, or out of disk space, at each of its system calls',
  rows: struck.flatMap(([operation, faults]) =>
    faults.map(
      (fault): Row => ({
        operation: operation.name,
        fault: fault.fault,
        inSample: operation.inSample === true && fault.inSample === true,
        waits: fault.runner === 'abandonStep',
        cases: async (testBed, random) => {
          const baseline = await baselineOf(operation, testBed);
          const { calls } = baseline;
          return calls.flatMap((call, at) => {
            if (isAsBeforeLastCall(baseline, at)) return [];
            const mayExist = isOnlyIntended(calls.slice(0, at));
            return casesAt(operation, fault, { call, at, random, mayExist });
          });
        },
      }),
    ),
  ),
};

interface Instant {
  readonly call: TracedCall;
  readonly at: number;
  readonly random: () => number;
  /** Whether post knows only that a key pair was intended, and looks for it for a long time. */
  readonly mayExist: boolean;
}

/**
 * Whether everything that outlives main is the same before this call as before the last one: both print lines, and main
 * sends no request between them that changes something. Lines that register masks are not among them.
 */
function isAsBeforeLastCall({ calls, callsBeforeWrites }: Baseline, at: number): boolean {
  return [at - 1, at].every((index) => calls[index]?.label === 'print') && !callsBeforeWrites.includes(at);
}

/** Whether main has recorded that it will create a key pair, and not yet that it has. */
function isOnlyIntended(calls: readonly TracedCall[]): boolean {
  const has = (fact: 'intended' | 'held') => calls.some(({ label }) => isClaimLabel(label, 'key-pair', fact));
  return has('intended') && !has('held');
}

function casesAt(operation: CreatingCase, fault: CallFault, instant: Instant): TestCase[] {
  const { call, at, random, mayExist } = instant;
  const { moment, does, milliseconds, runner } = fault;
  if (moment === 'torn' && !call.tears) return [];
  // Before dist is loaded, nothing can fail. What is printed or runs needs no disk.
  if (does === 'fail' && /^(?:begin|print|run )/.test(call.label)) return [];
  const share = moment === 'torn' ? random() : undefined;
  const order: TrapOrder = {
    ...{ at, moment, does },
    ...(milliseconds === undefined ? {} : { milliseconds }),
    ...(share === undefined ? {} : { share }),
  };
  const part = share === undefined ? '' : `, ${Math.floor(share * 100)} % written`;
  return [
    {
      name: `#${at} ${call.label}${part}`,
      ...(mayExist ? { waits: true } : {}),
      run: (testBed) => inject(operation, order, runner, testBed),
    },
  ];
}

function inject(
  { prepare, leftovers }: CreatingCase,
  main: TrapOrder,
  runner: CallFault['runner'],
  testBed: TestBed,
): Promise<Finding> {
  return testBed.withEnvironment(async (environment) => {
    const inputs = await prepare(environment);
    const job = environment.start(inputs, { main, abandoned: runner === 'abandonStep' ? 5_000 : 0 });
    job.on('line', ({ phase, line }) => {
      if (phase === 'main' && line === heldLine && runner !== undefined) job[runner]();
    });
    const latePairs = environment.watchForLatePairs(job);
    const run = await job.finished;
    // Post may report that the disk is still full. After any other fault it has no reason to warn.
    const expectation = main.does === 'fail' ? { leftovers } : { leftovers, warningsOfPost: 0 };
    const finding = verify(environment, run, expectation);
    return { ...finding, problems: [...finding.problems, ...latePairs()] };
  });
}
