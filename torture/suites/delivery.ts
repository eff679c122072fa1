import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { JobFolders, JobRun } from '../../local/runner/job.ts';
import { judge } from '../judge.ts';
import { type MakingOperation, makingOperations } from '../operations.ts';
import type { Case, Finding, Row, Suite } from '../plan.ts';
import { isOfAction, region, type Stage } from '../stage.ts';
import type { Theatre } from '../theatre.ts';

/** What comes between the pair and its delivery: done when the pair exists, and nobody has heard of it. */
interface Obstacle {
  readonly name: string;
  isFor(operation: MakingOperation): boolean;
  put(folders: JobFolders, stage: Stage): void;
}

const obstacles: readonly Obstacle[] = [
  {
    name: "the file's folder is taken away",
    isFor: ({ inputs }) => inputs['private-key-path']?.startsWith('keys/') === true,
    put: ({ workspace }, { root }) =>
      renameSync(path.join(workspace, 'keys'), path.join(root, 'keys-taken-away')),
  },
  {
    name: 'the empty file is taken away',
    isFor: ({ inputs }) => inputs['public-key'] === undefined,
    put: ({ workspace, temp }) => {
      for (const folder of [temp, path.join(workspace, 'keys/of')]) remove(folder, /^\.ec2-key-pair-/);
    },
  },
  {
    name: "the runner's file for outputs is taken away",
    isFor: () => true,
    put: ({ temp }) => {
      remove(path.join(temp, '_runner_file_commands'), /^set_output_/);
    },
  },
  {
    name: "the runner's file for outputs is a folder by now",
    isFor: () => true,
    put: ({ temp }) => {
      const files = remove(path.join(temp, '_runner_file_commands'), /^set_output_/);
      for (const file of files) mkdirSync(file);
    },
  },
];

const undoings = [
  { name: 'the pair can be deleted again', isDenied: false },
  { name: 'and the pair cannot be deleted until main is over', isDenied: true },
] as const;

/** A pair whose private key, or whose name, cannot be delivered is deleted again, however long it was to live. */
export const delivery: Suite = {
  name: 'delivery fails',
  about: 'the private key, or the news of the pair, cannot be delivered: folder, file or output file gone',
  rows: makingOperations.flatMap((operation) =>
    undoings.map(
      ({ name, isDenied }): Row => ({
        operation: operation.name,
        fault: name,
        inSample: operation.inSample === true && isDenied,
        cases: async () =>
          obstacles
            .filter((obstacle) => obstacle.isFor(operation))
            .map(
              (obstacle): Case => ({
                name: obstacle.name,
                run: (theatre) => strike(operation, { obstacle, isDenied }, theatre),
              }),
            ),
      }),
    ),
  ),
};

function strike(
  { inputs }: MakingOperation,
  { obstacle, isDenied }: { readonly obstacle: Obstacle; readonly isDenied: boolean },
  theatre: Theatre,
): Promise<Finding> {
  return theatre.onStage(async (stage) => {
    const { aws } = stage;
    const allow = isDenied
      ? aws.faults.add({
          on: 'DeleteKeyPair',
          when: isOfAction,
          times: Number.POSITIVE_INFINITY,
          effect: { kind: 'deny' },
        })
      : () => undefined;
    const job = stage.start(inputs);
    let made = '';
    aws.onExecuted((request) => {
      const isMaking = request.operation === 'CreateKeyPair' || request.operation === 'ImportKeyPair';
      if (made !== '' || !isMaking || !isOfAction(request)) return;
      made = stage.pairs()[0]?.id ?? '';
      obstacle.put(job.folders, stage);
    });
    let leftByMain: readonly string[] = [];
    job.on('step-finished', ({ phase }) => {
      if (phase !== 'main') return;
      leftByMain = stage.pairs().map(({ id }) => id);
      allow();
    });
    const run = await job.finished;
    const finding = judge(stage, run, { bill: 'nothing', main: 'failure', warningsOfPost: 0 });
    const problems = [...unsaid(run, made, isDenied), ...wrongly(leftByMain, made, isDenied)];
    return { ...finding, problems: [...finding.problems, ...problems] };
  });
}

/** What a person has to be told, and is not. */
function unsaid(run: JobRun, id: string, isDenied: boolean): string[] {
  const step = run.steps.find(({ phase, id: name }) => phase === 'main' && name === 'key');
  const text = step?.log.join('\n') ?? '';
  const due = isDenied
    ? [
        'Left behind: the key pair',
        'The post step tries once more',
        `By hand: aws ec2 delete-key-pair --key-pair-id ${id} --region ${region}`,
      ]
    : [`(${id}) in ${region} was deleted again.`];
  return [
    ...due.filter((part) => !text.includes(part)).map((part) => `main does not say: ${part}`),
    ...(text.includes('mistake in the action') ? ['main takes it for a mistake in the action'] : []),
  ];
}

function wrongly(left: readonly string[], id: string, isDenied: boolean): string[] {
  if (id === '') return ['no pair was made'];
  const due = isDenied ? [id] : [];
  return left.join() === due.join() ? [] : [`after main there are ${left.join(', ') || 'no pairs'}`];
}

/** Removes files of a folder, if there is one, by their names, and gives their paths. */
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
