import type { PairChoice, RunChoice } from './request.ts';
import type { InputName } from './table.ts';
import type { InputValues } from './values.ts';

/** EC2 takes up to 255 ASCII characters (CreateKeyPair, KeyName). */
export const maxNameLength = 255;

/** The name of a key pair that other jobs can use too. */
export function readSharedName(inputs: InputValues): string | undefined {
  const name = readName(inputs);
  if (name === undefined) inputs.addProblem(missing('ensure needs key-name, but it is empty'));
  return name;
}

/** One key pair that should exist, by name or ID. */
export function readOnePair(inputs: InputValues): PairChoice | undefined {
  const pair = readPair(inputs);
  if (pair === undefined) {
    inputs.addProblem(missing('fetch needs key-name or key-pair-id, but both are empty'));
  }
  return pair;
}

/** Key pairs that may exist: one by name or ID, or all of a run; undefined when none of these is set. */
export function readPairs(inputs: InputValues): PairChoice | RunChoice | undefined {
  const pair = readPair(inputs);
  const runId = inputs.text('run-id');
  if (runId === undefined) return pair;
  if (!/^\d{1,20}$/.test(runId)) {
    inputs.refuse('run-id', 'is not a workflow run ID (a number such as ${{ github.run_id }})');
  }
  if (pair !== undefined) inputs.refuse('run-id', 'cannot be combined with key-name or key-pair-id');
  return { runId };
}

/** Like `readPairs`, for an operation that needs one of the inputs. */
export function readRequiredPairs(inputs: InputValues): PairChoice | RunChoice | undefined {
  const pairs = readPairs(inputs);
  if (pairs === undefined) {
    inputs.addProblem(missing('delete needs key-name, key-pair-id or run-id, but all are empty'));
  }
  return pairs;
}

/** Printable ASCII only: EC2 allows control characters, but they help no one. */
export function readName(inputs: InputValues): string | undefined {
  const name = inputs.text('key-name');
  if (name !== undefined) checkName(inputs, 'key-name', name, maxNameLength);
  return name;
}

export function checkName(inputs: InputValues, input: InputName, text: string, max: number): void {
  if (!/^[\x20-\x7e]*$/.test(text)) inputs.refuse(input, 'has characters other than printable ASCII');
  if (text.length > max) inputs.refuse(input, `is longer than ${max} characters`);
}

function readPair(inputs: InputValues): PairChoice | undefined {
  const keyName = readName(inputs);
  const keyPairId = inputs.text('key-pair-id');
  if (keyPairId === undefined) return keyName === undefined ? undefined : { keyName };
  if (!/^key-[0-9a-f]{8,32}$/.test(keyPairId)) {
    inputs.refuse('key-pair-id', 'is not a key pair ID such as key-0123456789abcdef0');
  }
  if (keyName !== undefined) inputs.refuse('key-pair-id', 'cannot be combined with key-name');
  return { keyPairId };
}

function missing(what: string): string {
  return `${what}. Usually an expression evaluated to nothing: check the step's id for typos, and whether the runner dropped a job output because it contains a secret.`;
}
