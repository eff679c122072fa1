import type { TracedCall } from '../../test-support/trap/order.ts';
import { isOfAction } from '../environment.ts';
import type { OperationCase } from '../operation-cases.ts';
import type { TestBed } from '../test-bed.ts';
import { verify } from '../verify.ts';

/** What an operation does when nothing fails. */
export interface Baseline {
  /** The calls of main to the system. */
  readonly calls: readonly TracedCall[];
  /** How many of these calls main had made when it sent each request that changes something. */
  readonly callsBeforeWrites: readonly number[];
  readonly requests: readonly PlannedRequest[];
}

export interface PlannedRequest {
  readonly operation: string;
  readonly phase: 'main' | 'post';
}

const baselines = new Map<string, Promise<Baseline>>();

/** Runs the operation once without a fault. @throws when a promise is broken even then. */
export function baselineOf(operationCase: OperationCase, testBed: TestBed): Promise<Baseline> {
  const { name } = operationCase;
  const baseline = baselines.get(name) ?? runOnce(operationCase, testBed);
  baselines.set(name, baseline);
  return baseline;
}

/** The names of the requests that main sends. */
export async function requestsOfMain(operationCase: OperationCase, testBed: TestBed): Promise<string[]> {
  const { requests } = await baselineOf(operationCase, testBed);
  return requests.filter(({ phase }) => phase === 'main').map(({ operation }) => operation);
}

function runOnce(
  { name, leftovers, prepare, mismatches }: OperationCase,
  testBed: TestBed,
): Promise<Baseline> {
  return testBed.withEnvironment(async (environment) => {
    const trace = environment.tracePath('main');
    const job = environment.start(await prepare(environment), { main: { trace } });
    const callsBeforeWrites: number[] = [];
    environment.aws.onRequest(async (request) => {
      const isWrite = isOfAction(request) && !request.operation.startsWith('Describe');
      if (isWrite) callsBeforeWrites.push((await environment.traced(trace)).length);
    });
    let requestsByMain = 0;
    job.on('step-finished', ({ phase }) => {
      if (phase === 'main') requestsByMain = environment.requests().length;
    });
    const run = await job.finished;
    const { problems } = verify(environment, run, { leftovers, main: 'success', warningsOfPost: 0 });
    const all = [...problems, ...mismatches(environment, run)];
    if (all.length > 0) throw new Error(`${name} fails without a fault: ${all.join('; ')}`);
    return {
      calls: await environment.traced(trace),
      callsBeforeWrites,
      requests: environment.requests().map(({ operation }, at) => ({
        operation,
        phase: at < requestsByMain ? ('main' as const) : ('post' as const),
      })),
    };
  });
}
