import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { JobRun } from '../local/runner/job.ts';
import { managedTags } from '../test-support/managed-tags.ts';
import { type CreatingOperation, creatingOperations, keyName, publicKey } from './creating-operations.ts';
import type { Environment } from './environment.ts';
import type { ExpectedLeftovers } from './leftovers.ts';

/** An operation, what must exist before it, and what must be true after it has succeeded. */
export interface OperationCase {
  readonly name: string;
  readonly leftovers: ExpectedLeftovers;
  readonly inSample?: boolean;
  /** Whether reads must show everything that was prepared: a list of two key pairs that shows one looks complete. */
  readonly preparesWithoutStaleReads?: boolean;
  /** Creates what the operation finds, and returns its inputs. */
  prepare(environment: Environment): Promise<Readonly<Record<string, string>>>;
  /** How the result differs from what the step reported, as sentences. */
  mismatches(environment: Environment, run: JobRun): string[];
}

/** An operation that creates a key pair and needs nothing to exist. */
export type CreatingCase = OperationCase & CreatingOperation;

const creating: readonly CreatingCase[] = creatingOperations.map((operation) => ({
  ...operation,
  prepare: async () => operation.inputs,
  mismatches: (_, run) => wrongOutputs(run, { created: 'true' }),
}));

/** Every key pair that a step creates has such a tag. */
const othersNonce = { 'ec2-key-pair-action:nonce': 'of another step' };

const using: readonly OperationCase[] = [
  {
    name: 'ensure, key pair exists, new tag',
    leftovers: 'one-pair',
    async prepare(environment) {
      await environment.otherUser.create(keyName, { ...managedTags(), ...othersNonce });
      return { operation: 'ensure', 'key-name': keyName, tags: 'team=red' };
    },
    mismatches: (environment, run) => [
      ...wrongOutputs(run, { created: 'false', 'key-pair-id': idOf(environment) }),
      ...(environment.pairs()[0]?.tags.some(({ key }) => key === 'team')
        ? []
        : ['the key pair lacks the tag']),
    ],
  },
  {
    name: 'import, key pair exists',
    leftovers: 'one-pair',
    async prepare(environment) {
      await environment.otherUser.import(keyName, publicKey, othersNonce);
      return { operation: 'import', 'key-name': keyName, 'public-key': publicKey };
    },
    mismatches: (environment, run) =>
      wrongOutputs(run, { created: 'false', 'key-pair-id': idOf(environment) }),
  },
  {
    name: 'fetch, with output',
    leftovers: 'one-pair',
    async prepare(environment) {
      const file = path.join(environment.root, 'kept.pem');
      const { pem } = await environment.otherUser.create(keyName);
      await writeFile(file, pem, { mode: 0o600 });
      return {
        operation: 'fetch',
        'key-name': keyName,
        'private-key-path': file,
        'output-private-key': 'true',
      };
    },
    mismatches: (environment, run) =>
      wrongOutputs(run, { created: 'false', 'key-pair-id': idOf(environment) }),
  },
  {
    name: 'describe',
    leftovers: 'one-pair',
    async prepare(environment) {
      await environment.otherUser.create(keyName);
      return { operation: 'describe', 'key-name': keyName };
    },
    mismatches: (environment, run) =>
      outputOf(run, 'key-pairs').includes(idOf(environment)) ? [] : ['the list lacks the key pair'],
  },
  {
    name: 'delete, by name',
    leftovers: 'any-pairs',
    inSample: true,
    async prepare(environment) {
      await environment.otherUser.create(keyName, managedTags());
      return { operation: 'delete', 'key-name': keyName };
    },
    mismatches: (environment, run) => [...notDeleted(environment), ...wrongOutputs(run, { deleted: '1' })],
  },
  {
    name: 'delete, by run',
    leftovers: 'any-pairs',
    preparesWithoutStaleReads: true,
    async prepare(environment) {
      await environment.otherUser.create(keyName, managedTags());
      await environment.otherUser.create(`${keyName}-2`, managedTags());
      return { operation: 'delete', 'run-id': '4242' };
    },
    mismatches: (environment, run) => [...notDeleted(environment), ...wrongOutputs(run, { deleted: '2' })],
  },
];

const dryRuns: readonly OperationCase[] = [
  {
    name: 'create, dry run',
    leftovers: 'nothing',
    prepare: async () => ({ 'key-name': keyName, 'dry-run': 'true' }),
    mismatches: (_, run) => wrongOutputs(run, { created: 'true', changed: 'true', 'key-pair-id': '' }),
  },
];

/** Every operation, with what it creates or uses. */
export const operationCases: readonly OperationCase[] = [...creating, ...using, ...dryRuns];

/** The operations that create a key pair. */
export const creatingCases = creating;

export function outputOf(run: JobRun, name: string): string {
  return run.steps.find(({ id, phase }) => id === 'key' && phase === 'main')?.outputs[name] ?? '';
}

/** Outputs of main that differ, as sentences. */
export function wrongOutputs(run: JobRun, expected: Readonly<Record<string, string>>): string[] {
  return Object.entries(expected).flatMap(([name, value]) =>
    outputOf(run, name) === value
      ? []
      : [`the output ${name} is "${outputOf(run, name)}" instead of "${value}"`],
  );
}

export function idOf(environment: Environment): string {
  return environment.pairs()[0]?.id ?? 'none';
}

function notDeleted(environment: Environment): string[] {
  return environment.pairs().map(({ name }) => `the key pair ${name} was not deleted`);
}
