import type { JobRun } from '../../local/runner/job.ts';
import type { Environment } from '../environment.ts';
import type { Finding, Row, TestCase } from '../plan.ts';
import { type Boundary, isChange, stopped } from '../rotated-pair.ts';
import type { TestBed } from '../test-bed.ts';
import { requestFaults } from './request-faults.ts';

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

/** Rotations of one kind. */
interface Rotations {
  readonly operation: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly boundaries: readonly Boundary[];
  readonly sampleStep: number;
  /** Prepares a rotation, runs it, and checks what is left. */
  run(testBed: TestBed, work: (environment: Environment) => Promise<JobRun>): Promise<Finding>;
}

/** At each request that changes something: a fault, and a step that is stopped. */
export function rowsAtBoundaries({ operation, inputs, boundaries, sampleStep, run }: Rotations): Row[] {
  return [
    {
      operation,
      fault: 'each request that changes something fails, or its response is lost',
      inSample: true,
      sampleStep,
      waits: true,
      cases: async () =>
        boundaries.flatMap(([on, after, what]) =>
          requestFaults
            .filter(({ fault }) => chosenFaults.includes(fault))
            .map(
              ({ fault, effect }): TestCase => ({
                name: `${what}: ${fault}`,
                run: (testBed) =>
                  run(testBed, (environment) => {
                    environment.aws.faults.add({ on, after, when: isChange, effect });
                    return environment.start(inputs).finished;
                  }),
              }),
            ),
        ),
    },
    {
      operation,
      fault: 'killed or cancelled during each request that changes something',
      waits: true,
      cases: async () =>
        boundaries.flatMap((boundary) =>
          (['killStep', 'cancel'] as const).flatMap((action) =>
            (['onRequest', 'onExecuted'] as const).map(
              (moment): TestCase => ({
                name: `${action} at ${boundary[2]} (${moment})`,
                run: (testBed) =>
                  run(testBed, (environment) => stopped(environment, inputs, { boundary, action, moment })),
              }),
            ),
          ),
        ),
    },
  ];
}
