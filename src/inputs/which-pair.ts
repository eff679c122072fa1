import type { InputName } from './table.ts';
import type { InputValues } from './values.ts';
import type { NameChoice, PairChoice, RunChoice, WorkflowRun } from './request.ts';

/** The dash before the attempt, and `-<8 hex>`: what a made-up name adds to prefix, run id and attempt. */
const madeUpNameExtra = 10;

/** The name of a pair to be made: given, or made up from a prefix. */
export function readNewName(inputs: InputValues, run: WorkflowRun): NameChoice {
  const exact = readName(inputs);
  const given = inputs.text('key-name-prefix');
  if (exact !== undefined) {
    if (given !== undefined) inputs.refuse('key-name-prefix', 'cannot be used together with key-name');
    return { exact };
  }
  const prefix = given ?? `gha-${run.repository.slice(run.repository.lastIndexOf('/') + 1)}-`;
  checkName(inputs, 'key-name-prefix', prefix, 255 - madeUpNameExtra - run.runId.length - run.attempt.length);
  return { prefix };
}

/** The name of a pair that others know by it. */
export function readSharedName(inputs: InputValues): string {
  const name = readName(inputs);
  if (name === undefined) missing(inputs, ['key-name']);
  return name ?? '';
}

/** One pair that should exist, by name or id. */
export function readOnePair(inputs: InputValues): PairChoice {
  return readPair(inputs) ?? missing(inputs, ['key-name', 'key-pair-id']);
}

/** Pairs that may exist: one by name or id, or all of a run; undefined when none of these is given. */
export function readPairs(inputs: InputValues): PairChoice | RunChoice | undefined {
  const pair = readPair(inputs);
  const runId = inputs.text('run-id');
  if (runId === undefined) return pair;
  if (!/^\d{1,20}$/.test(runId)) inputs.refuse('run-id', 'is not the number of a workflow run');
  if (pair !== undefined) inputs.refuse('run-id', 'cannot be used together with key-name or key-pair-id');
  return { runId };
}

/** As `readPairs`, where an operation must be told which. */
export function readGivenPairs(inputs: InputValues): PairChoice | RunChoice {
  return readPairs(inputs) ?? missing(inputs, ['key-name', 'key-pair-id', 'run-id']);
}

function readPair(inputs: InputValues): PairChoice | undefined {
  const keyName = readName(inputs);
  const keyPairId = inputs.text('key-pair-id');
  if (keyPairId === undefined) return keyName === undefined ? undefined : { keyName };
  if (!/^key-[0-9a-f]{8,32}$/.test(keyPairId)) {
    inputs.refuse('key-pair-id', 'is not the id of a key pair, as in key-0123456789abcdef0');
  }
  if (keyName !== undefined) inputs.refuse('key-pair-id', 'cannot be used together with key-name');
  return { keyPairId };
}

/** EC2 takes up to 255 ASCII characters (CreateKeyPair, KeyName); control characters help nobody. */
function readName(inputs: InputValues): string | undefined {
  const name = inputs.text('key-name');
  if (name !== undefined) checkName(inputs, 'key-name', name, 255);
  return name;
}

function checkName(inputs: InputValues, input: InputName, text: string, most: number): void {
  if (!/^[\x20-\x7e]*$/.test(text)) inputs.refuse(input, 'has characters other than printable ASCII');
  if (text.length > most) inputs.refuse(input, `is longer than ${most} characters`);
}

function missing(inputs: InputValues, names: readonly InputName[]): { readonly keyName: string } {
  const [first = 'key-name', ...others] = names;
  const either = others.length === 0 ? '' : ` (or ${others.join(' or ')})`;
  inputs.refuse(
    first,
    `is empty${either}, and this operation needs to be told which pair. The usual cause is an expression that comes out empty: a step output whose id is misspelt, or a job output that the runner dropped because it holds a secret`,
  );
  return { keyName: '' };
}
