import { runWithFaults } from '../faulty-job.ts';
import { creatingCases } from '../operation-cases.ts';
import type { Row, Suite, TestCase } from '../plan.ts';
import { pageFault, pages, statuses } from './faults.ts';

const operations = creatingCases.filter(({ name }) =>
  ['create, lifetime job, with output', 'import, lifetime job'].includes(name),
);

/** The write is executed, and a device between the step and EC2 responds. */
export const wrongPages: Suite = {
  name: 'wrong pages',
  about: `A device between the step and EC2 lets a request through and responds itself: ${statuses.length} statuses, each with ${pages.length} bodies`,
  rows: operations.map(
    (operation): Row => ({
      operation: operation.name,
      fault: 'executed, then each status with each body',
      inSample: operation.inSample === true,
      sampleStep: 26,
      waits: true,
      cases: async () =>
        statuses.flatMap((status) =>
          pages.map((page): TestCase => {
            const fault = pageFault(status, page);
            return { name: fault.name, run: (testBed) => runWithFaults(operation, [fault], testBed) };
          }),
        ),
    }),
  ),
};
