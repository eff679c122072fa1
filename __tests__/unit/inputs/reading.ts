import { KeyPairError } from '../../../src/errors.ts';
import { readRequest } from '../../../src/inputs/read-request.ts';
import type { Request } from '../../../src/inputs/request.ts';
import { type InputName, inputTable } from '../../../src/inputs/table.ts';
import type { RawInput } from '../../../src/inputs/values.ts';
import type { WorkflowRun } from '../../../src/ownership.ts';
import { someRun } from '../../lib/workflow-run.ts';

/** Names of all inputs, in the order of the table. */
export const inputNames = Object.keys(inputTable) as InputName[];

/** Inputs as a step sets them; the runner passes '' for all others. */
export type GivenInputs = Readonly<Partial<Record<InputName, string>>>;

/** Passes inputs on as the runner does. */
export function rawInputs(inputs: Readonly<Record<string, string>>): RawInput {
  return (name) => inputs[name] ?? '';
}

export function read(inputs: GivenInputs, run: WorkflowRun = someRun): Request {
  return readRequest(rawInputs(inputs), run);
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

/** The error that inputs are refused with; fails the test if they are accepted, or refused with another error. */
export function refusalOf(inputs: GivenInputs, run?: WorkflowRun): KeyPairError {
  try {
    read(inputs, run);
  } catch (error) {
    if (error instanceof KeyPairError && error.code === 'INVALID_INPUT') return error;
    throw error;
  }
  throw new Error(`not refused: ${JSON.stringify(inputs)}`);
}

/** The lines of a refusal that each describe one problem. */
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

/** The fewest inputs that each operation needs. */
export const leastInputs: Readonly<Record<Request['operation'], GivenInputs>> = {
  create: {},
  ensure: { 'key-name': 'deploy' },
  import: { 'public-key': 'ssh-ed25519 AAAA' },
  fetch: { 'key-name': 'deploy' },
  describe: {},
  rotate: { 'key-name': 'deploy' },
  delete: { 'key-name': 'deploy' },
  sweep: {},
};
