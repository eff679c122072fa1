import { setTimeout as wait } from 'node:timers/promises';
import { type ArrivedRequest, withoutTags } from '../../local/aws/server.ts';
import type { JobRun } from '../../local/runner/job.ts';
import { type Environment, isOfAction, region } from '../environment.ts';
import type { Finding, Suite, TestCase } from '../plan.ts';
import { copiesIn, namedCopyOf } from '../stored-copies.ts';
import type { TestBed } from '../test-bed.ts';
import { isTold } from '../told.ts';
import { verify } from '../verify.ts';
import { requestFaults } from './request-faults.ts';

const keyName = 'deploy';
const before = {
  ...{ operation: 'ensure', 'key-name': keyName, 'key-type': 'ed25519' },
  ...{ store: 'ssm', 'private-key-path': 'none' },
};
const inputs = { operation: 'rotate', 'key-name': keyName, 'private-key-path': 'none', store: 'ssm' };

/** The requests of a rotation that change something: the number of each among those with its operation that are no dry runs. */
const boundaries = [
  ['PutParameter', 0, 'the new copy'],
  ['ImportKeyPair', 0, 'the journal'],
  ['DeleteKeyPair', 0, 'the old key pair'],
  ['ImportKeyPair', 1, 'the new key pair'],
  ['PutParameter', 1, 'the lasting copy'],
  ['CreateTags', 0, 'the tag of the key pair'],
  ['DeleteParameter', 0, 'the temporary copy'],
  ['DeleteKeyPair', 1, 'the end of the journal'],
] as const;

function isChange(request: ArrivedRequest): boolean {
  return isOfAction(request) && !request.dryRun;
}

type Boundary = (typeof boundaries)[number];

/** The faults of each boundary. */
const chosenFaults = [
  'executed, then connection reset',
  'executed, then 500',
  'throttled',
  'not authorized',
  'credentials expired',
  'reset, and executed 200 ms later',
  'executed twice',
];

/** A rotation, interrupted or disturbed at each of its boundaries: afterwards one key pair has the name, and its copy fits. */
export const rotation: Suite = {
  name: 'a rotation fails',
  about:
    'Each request that changes something while a key is rotated fails, is lost, or the step is stopped during it',
  rows: [
    {
      operation: 'rotate, copy in ssm',
      fault: 'each request that changes something fails, or its response is lost',
      inSample: true,
      sampleStep: 20,
      waits: true,
      cases: async () =>
        boundaries.flatMap((boundary) =>
          requestFaults
            .filter(({ fault }) => chosenFaults.includes(fault))
            .map(
              ({ fault, effect }): TestCase => ({
                name: `${boundary[2]}: ${fault}`,
                run: (testBed) =>
                  rotated(testBed, async (environment) => {
                    const [on, after] = boundary;
                    environment.aws.faults.add({ on, after, when: isChange, effect });
                    return environment.start(inputs).finished;
                  }),
              }),
            ),
        ),
    },
    {
      operation: 'rotate, copy in ssm',
      fault: 'killed or cancelled during each request that changes something',
      waits: true,
      cases: async () =>
        boundaries.flatMap((boundary) =>
          (['killStep', 'cancel'] as const).flatMap((action) =>
            (['onRequest', 'onExecuted'] as const).map(
              (moment): TestCase => ({
                name: `${action} at ${boundary[2]} (${moment})`,
                run: (testBed) =>
                  rotated(testBed, (environment) => stopped(environment, { boundary, action, moment })),
              }),
            ),
          ),
        ),
    },
    {
      operation: 'rotate, copy in ssm',
      fault: 'each request that changes something is refused, and reads show the past',
      waits: true,
      cases: async () =>
        boundaries.map(
          ([on, after, what]): TestCase => ({
            name: what,
            run: (testBed) =>
              rotated(testBed, async (environment) => {
                const { faults } = environment.aws;
                faults.add({ on, after, when: isChange, effect: { kind: 'deny' } });
                faults.staleReads = 3;
                const run = await environment.start(inputs).finished;
                faults.staleReads = 0;
                return run;
              }),
          }),
        ),
    },
    {
      operation: 'rotate, copy in ssm',
      fault: 'each request that changes something is refused, and then reads show no tags',
      waits: true,
      cases: async () =>
        boundaries.flatMap((boundary) =>
          [1, 3, 12].map(
            (times): TestCase => ({
              name: `${boundary[2]}: ${times} reads`,
              run: (testBed) =>
                rotated(testBed, (environment) => seenWithoutTags(environment, boundary, times)),
            }),
          ),
        ),
    },
    {
      operation: 'rotate, copy in ssm',
      fault: 'two rotations at once',
      cases: async () =>
        [0, 50, 200].map(
          (delay): TestCase => ({
            name: `the second one starts ${delay} ms after the first`,
            run: (testBed) =>
              rotated(testBed, async (environment) => {
                const first = environment.start(inputs).finished;
                await wait(delay);
                const [run] = await Promise.all([first, environment.start(inputs).finished]);
                return run;
              }),
          }),
        ),
    },
  ],
};

function rotated(testBed: TestBed, work: (environment: Environment) => Promise<JobRun>): Promise<Finding> {
  return testBed.withEnvironment(async (environment) => {
    const { conclusion, log } = await environment.start(before).finished;
    if (conclusion !== 'success') throw new Error(`nothing to rotate:\n${log}`);
    const run = await work(environment);
    await environment.aws.settled();
    const finding = verify(environment, run, { leftovers: 'any-pairs' });
    const problems = unexpected(environment, run);
    return { ...finding, problems: [...finding.problems, ...problems], pairsLeft: problems.length };
  });
}

/** A rotation of which one request is refused. From then on, so many reads show key pairs without their tags. */
async function seenWithoutTags(environment: Environment, boundary: Boundary, times: number): Promise<JobRun> {
  const [on, after] = boundary;
  const { faults } = environment.aws;
  faults.add({ on, after, when: isChange, effect: { kind: 'deny' } });
  once(environment, boundary, 'onRequest', () => {
    faults.add({ on: 'DescribeKeyPairs', times, effect: { kind: 'show', view: withoutTags } });
  });
  return environment.start(inputs).finished;
}

async function stopped(
  environment: Environment,
  stop: {
    readonly boundary: Boundary;
    readonly action: 'killStep' | 'cancel';
    readonly moment: 'onRequest' | 'onExecuted';
  },
): Promise<JobRun> {
  const job = environment.start(inputs);
  once(environment, stop.boundary, stop.moment, () => job[stop.action]());
  return job.finished;
}

/** Calls a function once, when a request of a rotation arrives or was executed. */
function once(
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
function isToldUnfinished({ steps }: JobRun): boolean {
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
