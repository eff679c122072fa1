import type { JobRun } from '../local/runner/job.ts';
import { type Environment, isOfAction } from './environment.ts';
import { CreatedPairs } from './lost-keys.ts';
import type { OperationCase } from './operation-cases.ts';
import type { Finding } from './plan.ts';
import type { Fault, FaultyJob, Moment } from './suites/faults.ts';
import type { TestBed } from './test-bed.ts';
import { type Expectation, verify } from './verify.ts';

/** What is expected of a job with faults, apart from the promises. */
export type FaultyExpectation = Pick<Expectation, 'main' | 'isToldEnough'> & {
  /** The response has another ID, which nothing in it contradicts: what main reports of the key pair is not checked. */
  readonly believesId?: true;
  /** Anything else that should be so and is not, as sentences. */
  check?(run: JobRun): readonly string[];
};

/**
 * Runs a job with faults. Whether main succeeds is not checked by default, but the promises are: no private key leaks
 * or is lost, nothing is left that nobody was told of, and a step that succeeds has done what it reports.
 */
export function runWithFaults(
  operation: OperationCase,
  faults: readonly Fault[],
  testBed: TestBed,
  { main, isToldEnough = true, believesId, check }: FaultyExpectation = {},
): Promise<Finding> {
  return testBed.withEnvironment(async (environment) => {
    const { aws } = environment;
    const deletes = operation.leftovers === 'any-pairs';
    const ended = Promise.withResolvers<void>();
    let moment: Moment = 'before the first write';
    const job: FaultyJob = { environment, looksFirst: deletes, moment: () => moment, ended: ended.promise };
    for (const fault of faults) await fault.put(job);
    const inputs = await operation.prepare(environment);
    const created = new CreatedPairs(environment, inputs);
    aws.onRequest((request) => {
      const isWrite = !request.operation.startsWith('Describe');
      if (moment === 'before the first write' && isWrite && isOfAction(request)) moment = 'main';
    });
    const after = await Promise.all(faults.flatMap((fault) => fault.after?.(job) ?? []));
    const running = environment.start(inputs, { after });
    created.watch(running);
    running.on('step-finished', ({ phase, name }) => {
      if (phase === 'main' && name === 'key pair') moment = 'post';
      if (phase === 'post') ended.resolve();
    });
    const run = await running.finished;
    ended.resolve();
    await aws.settled();
    return findingOf(environment, run, {
      expectation: { leftovers: operation.leftovers, isToldEnough, ...(main === undefined ? {} : { main }) },
      more: [
        ...(deletes ? notDeleted(environment, run) : []),
        ...(deletes || believesId ? [] : created.misreported(run)),
        ...(check?.(run) ?? []),
      ],
    });
  });
}

function findingOf(
  environment: Environment,
  run: JobRun,
  { expectation, more }: { readonly expectation: Expectation; readonly more: readonly string[] },
): Finding {
  const finding = verify(environment, run, expectation);
  return { ...finding, problems: [...finding.problems, ...more] };
}

function notDeleted(environment: Environment, run: JobRun): string[] {
  const main = run.steps.find(({ id, phase }) => id === 'key' && phase === 'main');
  return main?.outcome === 'success' && environment.pairs().length > 0
    ? ['main succeeded, but the key pair was not deleted']
    : [];
}
