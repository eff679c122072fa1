import { KeyPairError } from '../../../src/errors.ts';
import { readRequest } from '../../../src/inputs/read-request.ts';
import type { Request, WorkflowRun } from '../../../src/inputs/request.ts';
import { type InputName, inputNames } from '../../../src/inputs/table.ts';
import { someRun } from '../../lib/workflow-run.ts';

/** Inputs as a step gives them; the runner hands over '' for all others. */
export type GivenInputs = Readonly<Partial<Record<InputName, string>>>;

export function read(inputs: GivenInputs, run: WorkflowRun = someRun): Request {
  return readRequest((name) => inputs[name] ?? '', run);
}

/** The request, which must be of this operation. */
export function readAs<Operation extends Request['operation']>(
  operation: Operation,
  inputs: GivenInputs,
  run?: WorkflowRun,
): Extract<Request, { operation: Operation }> {
  const request = read({ operation, ...inputs }, run);
  if (request.operation !== operation) throw new Error(`read as ${request.operation}`);
  return request as Extract<Request, { operation: Operation }>;
}

/** The error that inputs are refused with; fails the test where they are not, or with another error. */
export function refusalOf(inputs: GivenInputs, run?: WorkflowRun): KeyPairError {
  try {
    read(inputs, run);
  } catch (error) {
    if (error instanceof KeyPairError && error.code === 'INVALID_INPUT') return error;
    throw error;
  }
  throw new Error(`not refused: ${JSON.stringify(inputs)}`);
}

/** The lines of a refusal that speak of one input each. */
export function problemsOf(inputs: GivenInputs, run?: WorkflowRun): string[] {
  return refusalOf(inputs, run).message.split('\n').slice(1);
}

/** The inputs that are refused, in the order of the table. */
export function refusedInputs(inputs: GivenInputs): InputName[] {
  const problems = problemsOf(inputs);
  return inputNames.filter((name) =>
    problems.some((problem) => problem.startsWith(`${name} `) || problem.startsWith(`${name}: `)),
  );
}

/** The least that each operation must be given. */
export const leastInputs: Readonly<Record<Request['operation'], GivenInputs>> = {
  create: {},
  ensure: { 'key-name': 'deploy' },
  import: { 'public-key': 'ssh-ed25519 AAAA' },
  fetch: { 'key-name': 'deploy' },
  describe: {},
  delete: { 'key-name': 'deploy' },
};
