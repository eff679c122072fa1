import { setTimeout as wait } from 'node:timers/promises';
import { withoutTags } from '../../local/aws/server.ts';
import type { JobRun } from '../../local/runner/job.ts';
import type { Environment } from '../environment.ts';
import type { Suite, TestCase } from '../plan.ts';
import { type Boundary, rotationInputs as inputs, isChange, once, rotated } from '../rotated-pair.ts';
import { rowsAtBoundaries } from './rotation-boundaries.ts';

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
] as const satisfies readonly Boundary[];

/** A rotation, interrupted or disturbed at each of its boundaries: afterwards one key pair has the name, and its copy fits. */
export const rotation: Suite = {
  name: 'a rotation fails',
  about:
    'Each request that changes something while a key is rotated fails, is lost, or the step is stopped during it',
  rows: [
    ...rowsAtBoundaries({
      operation: 'rotate, copy in ssm',
      inputs,
      boundaries,
      sampleStep: 20,
      run: rotated,
    }),
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
