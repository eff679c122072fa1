import type { ArrivedRequest } from '../local/aws/server.ts';
import type { JobRun } from '../local/runner/job.ts';
import { type Environment, isOfAction, region } from './environment.ts';
import type { Finding } from './plan.ts';
import { copiesIn, namedCopyOf } from './stored-copies.ts';
import type { TestBed } from './test-bed.ts';
import { isTold } from './told.ts';
import { verify } from './verify.ts';

/** The key pair that is rotated. */
export const keyName = 'deploy';

const before = {
  ...{ operation: 'ensure', 'key-name': keyName, 'key-type': 'ed25519' },
  ...{ store: 'ssm', 'private-key-path': 'none' },
};

export const rotationInputs = {
  operation: 'rotate',
  'key-name': keyName,
  'private-key-path': 'none',
  store: 'ssm',
};

/** A request of a rotation that changes something: its number among those with its operation that are no dry runs. */
export type Boundary = readonly [operation: string, after: number, what: string];

export function isChange(request: ArrivedRequest): boolean {
  return isOfAction(request) && !request.dryRun;
}

/** How a step is stopped, and when. */
export interface Stop {
  readonly boundary: Boundary;
  readonly action: 'killStep' | 'cancel';
  readonly moment: 'onRequest' | 'onExecuted';
}

/**
 * Creates a key pair, does something with it, and checks what is left of that.
 *
 * @param check - Returns more problems.
 */
export function rotated(
  testBed: TestBed,
  work: (environment: Environment) => Promise<JobRun>,
  check: (environment: Environment, run: JobRun) => string[] = () => [],
): Promise<Finding> {
  return testBed.withEnvironment(async (environment) => {
    const { conclusion, log } = await environment.start(before).finished;
    if (conclusion !== 'success') throw new Error(`nothing to rotate:\n${log}`);
    const run = await work(environment);
    await environment.aws.settled();
    const finding = verify(environment, run, { leftovers: 'any-pairs' });
    const problems = [...unexpected(environment, run), ...check(environment, run)];
    return { ...finding, problems: [...finding.problems, ...problems], pairsLeft: problems.length };
  });
}

/** A job whose step is stopped. */
export async function stopped(
  environment: Environment,
  inputs: Readonly<Record<string, string>>,
  stop: Stop,
): Promise<JobRun> {
  const job = environment.start(inputs);
  once(environment, stop.boundary, stop.moment, () => job[stop.action]());
  return job.finished;
}

/** Calls a function once, when a request of a rotation arrives or was executed. */
export function once(
  { aws }: Environment,
  [operation, after]: Boundary,
  moment: 'onRequest' | 'onExecuted',
  work: () => void,
): void {
  let seen = 0;
  const ignore = aws[moment]((request) => {
    if (!isChange(request) || request.operation !== operation) return;
    seen += 1;
    if (seen <= after) return;
    ignore();
    work();
  });
}

/** What is not as it must be after a rotation, whether or not it succeeded, and was not told. */
function unexpected(environment: Environment, run: JobRun): string[] {
  const all = environment.pairs();
  const [pair, ...others] = all.filter(({ name }) => name === keyName);
  const untold = all.filter((one) => one.name !== keyName && !isTold(run, one) && !isToldUnfinished(run));
  if (pair === undefined || others.length > 0) {
    return isToldUnfinished(run) ? [] : [`${others.length + (pair ? 1 : 0)} key pairs have the name`];
  }
  const { store, copy, fits } = namedCopyOf(pair, environment);
  const copies = copiesIn(environment).filter((one) => one !== copy && !isCopyTold(run, one.name));
  return [
    ...untold.map(({ name }) => `the key pair ${name} is left, and no one was told`),
    ...(fits ? [] : [`the copy that the key pair names (${store}) does not fit`]),
    ...copies.map(({ name }) => `the copy ${name} is left, and no one was told`),
  ];
}

/** Whether main or post says that the rotation is not complete, and how to end it. */
export function isToldUnfinished({ steps }: JobRun): boolean {
  return steps.some(({ annotations }) =>
    annotations.some(
      ({ message }) =>
        message.includes(`the rotation of key pair "${keyName}" in ${region}`) &&
        message.includes('To end it, run `operation: rotate`'),
    ),
  );
}

function isCopyTold(run: JobRun, name: string): boolean {
  return (
    isToldUnfinished(run) ||
    run.steps.some(({ annotations }) => annotations.some(({ message }) => message.includes(name)))
  );
}
