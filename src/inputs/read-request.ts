import type { WorkflowRun } from '../ownership.ts';
import { readNewName, readNewPair, readPublicKeySource } from './new-pair.ts';
import { readDestinations, readSources } from './private-key.ts';
import type { Request } from './request.ts';
import { readRotation } from './rotation.ts';
import { readSweep } from './sweep.ts';
import { type OperationName, operations } from './table.ts';
import { InputValues, type RawInput } from './values.ts';
import { readOnePair, readPairsToDescribe, readRequiredPairs, readSharedName } from './which-pair.ts';

/**
 * Turns the inputs of a step into a request.
 *
 * @param problems - Problems that were found before, as sentences.
 * @param warn - Called for each value that is valid, but probably not what was meant.
 * @throws KeyPairError `INVALID_INPUT` with every problem.
 */
export function readRequest(
  raw: RawInput,
  run: WorkflowRun,
  problems: readonly string[] = [],
  warn?: (sentence: string) => void,
): Request {
  const inputs = new InputValues(raw);
  for (const problem of problems) inputs.addProblem(problem);
  const operation = inputs.choice('operation', operations);
  if (operation !== undefined || inputs.text('operation') === undefined) {
    inputs.refuseUnsupported(operation ?? 'create');
  }
  return inputs.complete(readFor(operation ?? 'create', inputs, run), warn);
}

/** Undefined if a required input is missing; that problem is already recorded. */
function readFor(operation: OperationName, inputs: InputValues, run: WorkflowRun): Request | undefined {
  const [region, ...otherRegions] = inputs.regions('aws-region');
  const common = {
    region,
    ...(otherRegions.length > 0 && { otherRegions }),
    dryRun: inputs.flag('dry-run'),
    needsArn: inputs.flag('output-key-pair-arn'),
    role: inputs.text('role-to-assume'),
  };
  switch (operation) {
    case 'create':
      return {
        operation,
        ...common,
        ...readNewPair(operation, inputs),
        name: readNewName(inputs, run),
        keyType: inputs.choice('key-type', ['rsa', 'ed25519']) ?? 'rsa',
        generateOn: inputs.choice('generate-on', ['ec2', 'runner']) ?? 'ec2',
        destinations: readDestinations(inputs),
      };
    case 'ensure': {
      const keyName = readSharedName(inputs);
      const rest = {
        ...common,
        ...readNewPair(operation, inputs),
        keyType: inputs.choice('key-type', ['rsa', 'ed25519']),
        generateOn: inputs.choice('generate-on', ['ec2', 'runner']) ?? 'ec2',
        sources: readSources(inputs),
        destinations: readDestinations(inputs),
      };
      return keyName === undefined ? undefined : { operation, keyName, ...rest };
    }
    case 'import': {
      const publicKey = readPublicKeySource(inputs);
      const rest = { ...common, ...readNewPair(operation, inputs), name: readNewName(inputs, run) };
      return publicKey && { operation, publicKey, ...rest };
    }
    case 'fetch': {
      const pair = readOnePair(operation, inputs);
      const rest = {
        ...common,
        sources: readSources(inputs),
        destinations: readDestinations(inputs, { mayBeNone: true }),
      };
      return pair && { operation, pair, ...rest };
    }
    case 'describe':
      return { operation, ...common, pairs: readPairsToDescribe(inputs) };
    case 'rotate': {
      const pair = readOnePair(operation, inputs);
      const rest = { ...common, ...readRotation(inputs) };
      return pair && { operation, pair, ...rest };
    }
    case 'delete': {
      const pairs = readRequiredPairs(inputs);
      const ifInUse = inputs.choice('if-in-use', ['ignore', 'warn', 'fail']) ?? 'ignore';
      const rest = { ...common, ifInUse, force: inputs.flag('force') };
      return pairs && { operation, pairs, ...rest };
    }
    case 'sweep':
      return { operation, ...common, ...readSweep(inputs, run) };
  }
}
