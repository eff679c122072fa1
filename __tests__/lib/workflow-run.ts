import type { WorkflowRun } from '../../src/inputs/request.ts';

/** A workflow run, for tests that need any. */
export const someRun: WorkflowRun = {
  repository: 'github.com/octo/widgets',
  runId: '4242',
  attempt: '1',
  job: 'build',
};
