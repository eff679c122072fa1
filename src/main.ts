import { readRequest } from './inputs/read-request.ts';
import type { Request } from './inputs/request.ts';
import { failUnlessCompleted, reportFailure } from './runner/failure.ts';
import { rawInput } from './runner/inputs.ts';
import { workflowRun } from './runner/workflow.ts';

const step = failUnlessCompleted();
try {
  await execute(readRequest(rawInput, workflowRun()));
  step.completed();
} catch (error) {
  reportFailure(error);
}

/** Loads the operation that was asked for, and with it the SDK: not before there is something to ask of AWS. */
async function execute(request: Request): Promise<void> {
  switch (request.operation) {
    case 'create':
      return (await import('./wiring/create.ts')).run(request);
    case 'ensure':
      return (await import('./wiring/ensure.ts')).run(request);
    case 'import':
      return (await import('./wiring/import.ts')).run(request);
    case 'fetch':
      return (await import('./wiring/fetch.ts')).run(request);
    case 'describe':
      return (await import('./wiring/describe.ts')).run(request);
    case 'delete':
      return (await import('./wiring/delete.ts')).run(request);
  }
}
