import { readRequest } from './contract/inputs.ts';
import { failUnlessCompleted, reportFailure } from './runner/failure.ts';
import { rawInput } from './runner/inputs.ts';
import { workflowRun } from './runner/workflow.ts';

const step = failUnlessCompleted();
try {
  const request = readRequest(rawInput, workflowRun());
  const { create } = await import('./wiring/create.ts');
  await create(request);
  step.completed();
} catch (error) {
  reportFailure(error);
}
