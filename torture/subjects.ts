import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { JobRun } from '../local/runner/job.ts';
import type { Bill } from './judge.ts';
import { keyName, makingOperations, publicKey } from './operations.ts';
import { tagsOfOurs } from './somebody.ts';
import type { Stage } from './stage.ts';

/** An operation with what must be there before it, and what must be so after it has succeeded. */
export interface Subject {
  readonly name: string;
  readonly bill: Bill;
  readonly inSample?: boolean;
  /** Whether reads show all that was prepared: a list that shows one pair of two looks like a list of one. */
  readonly isSettled?: boolean;
  /** Makes what the operation finds, and gives its inputs. */
  prepare(stage: Stage): Promise<Readonly<Record<string, string>>>;
  /** What is not as the step said, as sentences. */
  unlike(stage: Stage, run: JobRun): string[];
}

const making: readonly Subject[] = makingOperations.map(({ inputs, ...operation }) => ({
  ...operation,
  prepare: async () => inputs,
  unlike: (_, run) => wrongOutputs(run, { created: 'true' }),
}));

const using: readonly Subject[] = [
  {
    name: 'ensure, present, new tag',
    bill: 'one-pair',
    async prepare(stage) {
      await stage.somebody.makes(keyName, tagsOfOurs);
      return { operation: 'ensure', 'key-name': keyName, tags: 'team=red' };
    },
    unlike: (stage, run) => [
      ...wrongOutputs(run, { created: 'false', 'key-pair-id': idOf(stage) }),
      ...(stage.pairs()[0]?.tags.some(({ key }) => key === 'team') ? [] : ['the pair lacks the tag']),
    ],
  },
  {
    name: 'import, present',
    bill: 'one-pair',
    async prepare(stage) {
      await stage.somebody.imports(keyName, publicKey);
      return { operation: 'import', 'key-name': keyName, 'public-key': publicKey };
    },
    unlike: (stage, run) => wrongOutputs(run, { created: 'false', 'key-pair-id': idOf(stage) }),
  },
  {
    name: 'fetch, with output',
    bill: 'one-pair',
    async prepare(stage) {
      const file = path.join(stage.root, 'kept.pem');
      await writeFile(file, await stage.somebody.makes(keyName), { mode: 0o600 });
      return {
        operation: 'fetch',
        'key-name': keyName,
        'private-key-path': file,
        'output-private-key': 'true',
      };
    },
    unlike: (stage, run) => wrongOutputs(run, { created: 'false', 'key-pair-id': idOf(stage) }),
  },
  {
    name: 'describe',
    bill: 'one-pair',
    async prepare(stage) {
      await stage.somebody.makes(keyName);
      return { operation: 'describe', 'key-name': keyName };
    },
    unlike: (stage, run) =>
      outputOf(run, 'key-pairs').includes(idOf(stage)) ? [] : ['the list lacks the pair'],
  },
  {
    name: 'delete, by name',
    bill: 'any-pairs',
    inSample: true,
    async prepare(stage) {
      await stage.somebody.makes(keyName, tagsOfOurs);
      return { operation: 'delete', 'key-name': keyName };
    },
    unlike: (stage, run) => [...stillThere(stage), ...wrongOutputs(run, { deleted: '1' })],
  },
  {
    name: 'delete, by run',
    bill: 'any-pairs',
    isSettled: true,
    async prepare(stage) {
      await stage.somebody.makes(keyName, tagsOfOurs);
      await stage.somebody.makes(`${keyName}-2`, tagsOfOurs);
      return { operation: 'delete', 'run-id': '4242' };
    },
    unlike: (stage, run) => [...stillThere(stage), ...wrongOutputs(run, { deleted: '2' })],
  },
];

const rehearsed: readonly Subject[] = [
  {
    name: 'create, dry run',
    bill: 'nothing',
    prepare: async () => ({ 'key-name': keyName, 'dry-run': 'true' }),
    unlike: (_, run) => wrongOutputs(run, { created: 'false', 'key-pair-id': '' }),
  },
];

/** Every operation, with what it makes or uses. */
export const subjects: readonly Subject[] = [...making, ...using, ...rehearsed];

/** Those that make a pair. */
export const makingSubjects = making;

export function outputOf(run: JobRun, name: string): string {
  return run.steps.find(({ id, phase }) => id === 'key' && phase === 'main')?.outputs[name] ?? '';
}

function wrongOutputs(run: JobRun, expected: Readonly<Record<string, string>>): string[] {
  return Object.entries(expected).flatMap(([name, value]) =>
    outputOf(run, name) === value
      ? []
      : [`the output ${name} is "${outputOf(run, name)}", and "${value}" is true`],
  );
}

function idOf(stage: Stage): string {
  return stage.pairs()[0]?.id ?? 'none';
}

function stillThere(stage: Stage): string[] {
  return stage.pairs().map(({ name }) => `the pair ${name} is still there`);
}
