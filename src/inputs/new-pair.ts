import { isReservedTag, type Lifetime, maxUserTags, type Tag, type WorkflowRun } from '../ownership.ts';
import { readPath } from './path.ts';
import type { NameChoice, PublicKeySource } from './request.ts';
import type { InputValues } from './values.ts';
import { checkName, maxNameLength, readName } from './which-pair.ts';

/** The operations that can create a key pair. */
type CreatingOperation = 'create' | 'ensure' | 'import';

/** Characters of a generated name besides prefix, run ID and attempt: the dash before the attempt, and `-<8 hex>`. */
const generatedNameExtra = 10;

/** What the inputs set for a new key pair, apart from its name and key. */
export function readNewPair(
  operation: CreatingOperation,
  inputs: InputValues,
): {
  readonly tags: readonly Tag[];
  readonly lifetime: Lifetime;
  readonly expiresAfter: number | undefined;
} {
  return {
    tags: inputs.tags('tags', { reserved: isReservedTag, max: maxUserTags }),
    lifetime: readLifetime(operation, inputs),
    expiresAfter: inputs.duration('expires-after'),
  };
}

/** The name of a new key pair: set, or generated from a prefix. */
export function readNewName(inputs: InputValues, run: WorkflowRun): NameChoice {
  const exact = readName(inputs);
  const given = inputs.text('key-name-prefix');
  if (exact !== undefined) {
    if (given !== undefined) inputs.refuse('key-name-prefix', 'cannot be combined with key-name');
    return { exact };
  }
  const prefix = given ?? `gha-${run.repository.slice(run.repository.lastIndexOf('/') + 1)}-`;
  const max = maxNameLength - generatedNameExtra - run.runId.length - run.attempt.length;
  checkName(inputs, 'key-name-prefix', prefix, max);
  return { prefix };
}

export function readPublicKeySource(inputs: InputValues): PublicKeySource | undefined {
  const given = readGivenPublicKey(inputs);
  if (given === undefined) {
    inputs.addProblem('import needs public-key or public-key-path, but both are empty.');
  }
  return given;
}

/** The public key that was set, if one was. */
export function readGivenPublicKey(inputs: InputValues): PublicKeySource | undefined {
  const text = inputs.text('public-key');
  const path = readPath(inputs, 'public-key-path');
  if (path !== undefined) {
    if (text !== undefined) inputs.refuse('public-key-path', 'cannot be combined with public-key');
    return { path };
  }
  return text === undefined ? undefined : { text };
}

/**
 * A key pair is kept by default only where its private key is kept, or never was here. One that other jobs can use by its
 * name never ends with a job.
 */
function readLifetime(operation: CreatingOperation, inputs: InputValues): Lifetime {
  const chosen = inputs.choice('lifetime', ['job', 'run', 'persistent']);
  const shared = sharedBy(operation, inputs);
  if (chosen === 'job' && shared !== undefined) {
    inputs.refuse(
      'lifetime',
      `is not supported by ${shared}, because other jobs may rely on the key pair. Use run or persistent`,
    );
  }
  if (chosen !== undefined) return chosen;
  if (shared !== undefined) return 'persistent';
  if (inputs.text('store') === undefined) return 'job';
  return inputs.text('key-name') === undefined ? 'run' : 'persistent';
}

/** What lets other jobs use the key pair by its name, as users know it; undefined if nothing does. */
function sharedBy(operation: CreatingOperation, inputs: InputValues): string | undefined {
  if (operation === 'import' && inputs.text('key-name') !== undefined) return 'import with key-name';
  return operation === 'ensure' ? operation : undefined;
}
