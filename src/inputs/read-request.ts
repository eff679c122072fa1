import { type Operation, operations } from './table.ts';
import { InputValues, type RawInput } from './values.ts';
import {
  readDestinations,
  readNewPair,
  readPrivateKeyPath,
  readPublicKeySource,
  refuseJobLifetime,
} from './new-pair.ts';
import { readGivenPairs, readNewName, readOnePair, readPairs, readSharedName } from './which-pair.ts';
import type { DescribeRequest, FetchRequest, Request, WorkflowRun } from './request.ts';
import { mostTags } from '../ownership.ts';

/**
 * Turns the inputs of a step into what it asks for.
 *
 * @throws KeyPairError `INVALID_INPUT` with every problem at once; nothing was asked of AWS.
 */
export function readRequest(raw: RawInput, run: WorkflowRun): Request {
  const inputs = new InputValues(raw);
  const operation = inputs.choice('operation', operations);
  if (operation !== undefined || inputs.text('operation') === undefined) {
    inputs.onlyThoseOf(operation ?? 'create');
  }
  const request = readFor(operation ?? 'create', inputs, run);
  inputs.complete();
  return request;
}

function readFor(operation: Operation, inputs: InputValues, run: WorkflowRun): Request {
  const common = { region: inputs.region('aws-region'), dryRun: inputs.flag('dry-run') };
  switch (operation) {
    case 'create':
      return {
        operation,
        ...common,
        ...readNewPair(inputs),
        name: readNewName(inputs, run),
        keyType: inputs.choice('key-type', ['rsa', 'ed25519']) ?? 'rsa',
        destinations: readDestinations(inputs),
      };
    case 'ensure':
      refuseJobLifetime(inputs);
      return {
        operation,
        ...common,
        ...readNewPair(inputs),
        keyName: readSharedName(inputs),
        keyType: inputs.choice('key-type', ['rsa', 'ed25519']),
        destinations: readDestinations(inputs),
      };
    case 'import':
      return {
        operation,
        ...common,
        ...readNewPair(inputs),
        name: readNewName(inputs, run),
        publicKey: readPublicKeySource(inputs),
      };
    case 'fetch':
      return { operation, ...common, pair: readOnePair(inputs), ...readKeptPrivateKey(inputs) };
    case 'describe':
      return { operation, ...common, pairs: readPairsToDescribe(inputs) };
    case 'delete':
      return {
        operation,
        ...common,
        pairs: readGivenPairs(inputs),
        ifInUse: inputs.choice('if-in-use', ['ignore', 'warn', 'fail']) ?? 'ignore',
        force: inputs.flag('force'),
      };
  }
}

/** Where this job has the private key of a pair that exists already. */
function readKeptPrivateKey(inputs: InputValues): Pick<FetchRequest, 'privateKeyPath' | 'output'> {
  const path = readPrivateKeyPath(inputs);
  return { privateKeyPath: path === 'none' ? undefined : path, output: inputs.flag('output-private-key') };
}

function readPairsToDescribe(inputs: InputValues): DescribeRequest['pairs'] {
  const pairs = readPairs(inputs);
  const tags = inputs.tags('tags', { reserved: () => false, most: mostTags });
  if (pairs === undefined) return { tags };
  if (tags.length > 0) {
    inputs.refuse('tags', 'choose among all pairs, and key-name, key-pair-id or run-id choose already');
  }
  return pairs;
}
