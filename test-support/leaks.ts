import type { JobRun } from '../local/runner/job.ts';
import type { SecretPieces } from './secret-pieces.ts';

/** A place where pieces of a private key can be read. */
export interface Leak {
  readonly where: string;
  /** Positions at which a piece starts. */
  readonly count: number;
}

/** Looks for private keys in everything about a job that a person, another step, or another job can read. */
export function leaksOf(run: JobRun, pieces: SecretPieces): Leak[] {
  return leaksIn(
    [
      ['the output of the action', printedWithoutMasks(run)],
      ['the log', run.log],
      ['the summary', run.summary],
      ['annotations', JSON.stringify(run.annotations)],
      ['job outputs', JSON.stringify(run.outputs)],
      ...run.steps.flatMap(({ name, env, state, outputs }): [string, string][] => [
        [`the state after "${name}"`, JSON.stringify(state)],
        [`the environment of "${name}"`, JSON.stringify(env)],
        [
          `the outputs of "${name}", other than private-key`,
          JSON.stringify({ ...outputs, 'private-key': '' }),
        ],
      ]),
    ],
    pieces,
  );
}

/** Looks for private keys in texts; each comes with the name of its place. */
export function leaksIn(
  texts: readonly (readonly [where: string, text: string])[],
  pieces: SecretPieces,
): Leak[] {
  return texts
    .map(([where, text]) => ({ where, count: pieces.countIn(text) }))
    .filter(({ count }) => count > 0);
}

/** What main and post printed, without the commands that register masks. */
export function printedWithoutMasks({ steps }: JobRun): string {
  return steps
    .filter(({ id, phase }) => id !== undefined || phase === 'post')
    .flatMap(({ raw }) => raw.map(({ text }) => text))
    .join('')
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('::add-mask::'))
    .join('\n');
}
