import type { WorkflowRun } from '../../src/ownership.ts';

/** A workflow run, for tests that need any one. */
export const someRun: WorkflowRun = {
  repository: 'github.com/octo/widgets',
  runId: '4242',
  attempt: '1',
  job: 'build',
};
