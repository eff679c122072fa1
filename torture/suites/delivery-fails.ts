import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { StoredKeyPair } from '../../local/aws/server.ts';
import type { JobFolders, JobRun } from '../../local/runner/job.ts';
import { type Environment, isOfAction, region } from '../environment.ts';
import { type CreatingCase, creatingCases } from '../operation-cases.ts';
import type { Finding, Row, Suite, TestCase } from '../plan.ts';
import { encryptedPpk, generatedAndKept, generatedRsa } from '../runner-cases.ts';
import type { TestBed } from '../test-bed.ts';
import { verify } from '../verify.ts';

/** What prevents delivery. It is put in place when the key pair exists and has not been announced. */
interface Obstacle {
  readonly name: string;
  isFor(operation: CreatingCase): boolean;
  put(folders: JobFolders, environment: Environment): void;
}

const obstacles: readonly Obstacle[] = [
  {
    name: "the file's folder is moved away",
    isFor: ({ inputs }) => inputs['private-key-path']?.startsWith('keys/') === true,
    put: ({ workspace }, { root }) => renameSync(path.join(workspace, 'keys'), path.join(root, 'moved-away')),
  },
  {
    name: 'the empty file is deleted',
    isFor: ({ inputs }) => inputs['public-key'] === undefined,
    put: ({ workspace, temp }) => {
      for (const folder of [temp, path.join(workspace, 'keys/of')]) remove(folder, /^\.ec2-key-pair-/);
    },
  },
  {
    name: "the runner's file for outputs is deleted",
    isFor: () => true,
    put: ({ temp }) => {
      remove(path.join(temp, '_runner_file_commands'), /^set_output_/);
    },
  },
  {
    name: "the runner's file for outputs is replaced by a folder",
    isFor: () => true,
    put: ({ temp }) => {
      const files = remove(path.join(temp, '_runner_file_commands'), /^set_output_/);
      for (const file of files) mkdirSync(file);
    },
  },
];

const deletions = [
  { name: 'the key pair can be deleted', isDenied: false },
  { name: 'the key pair cannot be deleted until main has ended', isDenied: true },
] as const;

/** A key pair whose private key or name cannot be delivered is deleted, whatever its lifetime. */
export const deliveryFails: Suite = {
  name: 'delivery fails',
  about: 'The private key or the outputs cannot be delivered: folder, file, or output file missing',
  rows: [...creatingCases, generatedAndKept, generatedRsa, encryptedPpk].flatMap((operation) =>
    deletions.map(
      ({ name, isDenied }): Row => ({
        operation: operation.name,
        fault: name,
        inSample: operation.inSample === true && isDenied,
        cases: async () =>
          obstacles
            .filter((obstacle) => obstacle.isFor(operation))
            .map(
              (obstacle): TestCase => ({
                name: obstacle.name,
                run: (testBed) => inject(operation, { obstacle, isDenied }, testBed),
              }),
            ),
      }),
    ),
  ),
};

function inject(
  { prepare }: CreatingCase,
  { obstacle, isDenied }: { readonly obstacle: Obstacle; readonly isDenied: boolean },
  testBed: TestBed,
): Promise<Finding> {
  return testBed.withEnvironment(async (environment) => {
    const { aws } = environment;
    const allow = isDenied
      ? aws.faults.add({
          on: 'DeleteKeyPair',
          when: isOfAction,
          times: Number.POSITIVE_INFINITY,
          effect: { kind: 'deny' },
        })
      : () => undefined;
    const job = environment.start(await prepare(environment));
    let created: StoredKeyPair | undefined;
    aws.onExecuted((request) => {
      const isCreation = request.operation === 'CreateKeyPair' || request.operation === 'ImportKeyPair';
      if (created !== undefined || !isCreation || !isOfAction(request)) return;
      [created] = environment.pairs();
      obstacle.put(job.folders, environment);
    });
    let leftByMain: readonly string[] = [];
    job.on('step-finished', ({ phase }) => {
      if (phase !== 'main') return;
      leftByMain = environment.pairs().map(({ id }) => id);
      allow();
    });
    const run = await job.finished;
    const finding = verify(environment, run, { leftovers: 'nothing', main: 'failure', warningsOfPost: 0 });
    const problems = [
      ...missingReports(run, created, isDenied),
      ...wrongPairs(leftByMain, created, isDenied),
    ];
    return { ...finding, problems: [...finding.problems, ...problems] };
  });
}

/** What main had to print and did not. */
function missingReports(run: JobRun, pair: StoredKeyPair | undefined, isDenied: boolean): string[] {
  const step = run.steps.find(({ phase, id: name }) => phase === 'main' && name === 'key');
  const text = step?.log.join('\n') ?? '';
  const which = `key pair "${pair?.name}" (${pair?.id}) in ${region}`;
  const expected = isDenied
    ? [
        `Not cleaned up: ${which}: `,
        'The post step will try again.',
        `To delete it yourself:\naws ec2 delete-key-pair --key-pair-id ${pair?.id} --region ${region}`,
      ]
    : [`Because the step failed, ${which} was deleted.`];
  return [
    ...expected.filter((part) => !text.includes(part)).map((part) => `main does not print: ${part}`),
    ...(text.includes('bug in the action') ? ['main reports a bug in the action'] : []),
  ];
}

function wrongPairs(left: readonly string[], pair: StoredKeyPair | undefined, isDenied: boolean): string[] {
  if (pair === undefined) return ['no key pair was created'];
  const expected = isDenied ? [pair.id] : [];
  return left.join() === expected.join() ? [] : [`after main there are ${left.join(', ') || 'no key pairs'}`];
}

/** Removes files by their names and returns their paths. The folder may be missing. */
function remove(folder: string, names: RegExp): string[] {
  let found: string[] = [];
  try {
    found = readdirSync(folder).filter((name) => names.test(name));
  } catch {
    return [];
  }
  const paths = found.map((name) => path.join(folder, name));
  for (const file of paths) rmSync(file);
  return paths;
}
