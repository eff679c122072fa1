import type { WorkflowRun } from '../../src/inputs/request.ts';

/** A run of a workflow, for tests that only need one. */
export const someRun: WorkflowRun = {
  repository: 'github.com/octo/widgets',
  runId: '4242',
  attempt: '1',
  job: 'build',
};
