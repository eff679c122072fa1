import { operations } from './input-table.ts';
import { InputValues, type RawInput } from './input-values.ts';
import type { CreateRequest, Destinations, Lifetime, NameChoice, Request, WorkflowRun } from './request.ts';
import { isOwnTag, mostUserTags } from './tags.ts';

/** `-<8 hex>` and the dash before the attempt, which a made-up name adds to prefix, run id and attempt. */
const madeUpNameExtra = 10;

/**
 * Turns the inputs of a step into what it asks for.
 *
 * @throws KeyPairError `INVALID_INPUT` with every problem at once; nothing was asked of AWS.
 */
export function readRequest(raw: RawInput, run: WorkflowRun): Request {
  const inputs = new InputValues(raw);
  const operation = inputs.choice('operation', operations) ?? 'create';
  inputs.onlyThoseOf(operation);
  const request = readCreate(inputs, run);
  inputs.complete();
  return request;
}

function readCreate(inputs: InputValues, run: WorkflowRun): CreateRequest {
  return {
    operation: 'create',
    region: inputs.region('aws-region'),
    name: readNewName(inputs, run),
    keyType: inputs.choice('key-type', ['rsa', 'ed25519']) ?? 'rsa',
    tags: inputs.tags('tags', { reserved: isOwnTag, most: mostUserTags }),
    lifetime: readLifetime(inputs),
    expiresAfter: inputs.duration('expires-after'),
    destinations: readDestinations(inputs),
  };
}

/** A pair you name stays; a pair the action names goes with the job. */
function readLifetime(inputs: InputValues): Lifetime {
  const chosen = inputs.choice('lifetime', ['job', 'run', 'persistent']);
  return chosen ?? (inputs.text('key-name') === undefined ? 'job' : 'persistent');
}

function readNewName(inputs: InputValues, run: WorkflowRun): NameChoice {
  const exact = inputs.text('key-name');
  const given = inputs.text('key-name-prefix');
  const prefix = given ?? `gha-${run.repository.slice(run.repository.lastIndexOf('/') + 1)}-`;
  if (exact !== undefined && given !== undefined) {
    inputs.refuse('key-name-prefix', 'cannot be used together with key-name');
  }
  if (exact !== undefined) checkName(inputs, 'key-name', exact, 255);
  else
    checkName(
      inputs,
      'key-name-prefix',
      prefix,
      255 - madeUpNameExtra - run.runId.length - run.attempt.length,
    );
  return exact === undefined ? { prefix } : { exact };
}

/** EC2 takes up to 255 ASCII characters (CreateKeyPair, KeyName); control characters help nobody. */
function checkName(
  inputs: InputValues,
  name: 'key-name' | 'key-name-prefix',
  text: string,
  most: number,
): void {
  if (!/^[\x20-\x7e]*$/.test(text)) inputs.refuse(name, 'has characters other than printable ASCII');
  if (text.length > most) inputs.refuse(name, `is longer than ${most} characters`);
}

function readDestinations(inputs: InputValues): Destinations {
  const path = inputs.text('private-key-path');
  const format = inputs.choice('key-format', ['pem', 'ppk']);
  const output = inputs.flag('output-private-key');
  if (path?.endsWith('/')) inputs.refuse('private-key-path', 'names a folder: add the name of the file');
  if (path?.includes('\0')) inputs.refuse('private-key-path', 'has a character that no path can have');
  if (path !== 'none') return { file: { path, format: format ?? 'pem' }, output };
  if (format !== undefined)
    inputs.refuse('key-format', 'shapes the file, and private-key-path: none asks for no file');
  if (!output) {
    inputs.refuse(
      'private-key-path',
      'would leave the private key nowhere: give a path, or output-private-key: true',
    );
  }
  return { file: undefined, output };
}
