import path from 'node:path';
import { KeyPairError } from '../errors.ts';

/**
 * The absolute path of the runner's file for one kind of command.
 *
 * @throws KeyPairError `NO_RUNNER` if the runner did not set it: @actions/core would then print the value to the log.
 */
export function commandFile(
  variable: 'GITHUB_ENV' | 'GITHUB_OUTPUT' | 'GITHUB_STATE' | 'GITHUB_STEP_SUMMARY',
): string {
  const file = process.env[variable];
  if (file) return file;
  throw new KeyPairError('NO_RUNNER', `${variable} is not set, so this is not a step of a workflow.`, {
    hint: 'Run this action from a workflow, on a runner of version 2.327 or newer.',
  });
}

/**
 * Whether a path is that of a command file of the same kind as this process's own, of another step of the job:
 * `save_state_<guid>`, `set_output_<guid>` beside it (actions/runner, FileCommandManager.cs), or the same file (act).
 */
export function isSiblingOf(ownFile: string, file: string): boolean {
  if (file === ownFile) return file !== '';
  const prefix = ownFile.slice(0, ownFile.lastIndexOf('_') + 1);
  return (
    path.basename(prefix).length > 1 &&
    path.dirname(file) === path.dirname(ownFile) &&
    file.startsWith(prefix) &&
    /^[\w-]+$/.test(file.slice(prefix.length))
  );
}

/**
 * Writes something that the runner will read.
 *
 * @param target - The variable that names the runner's file.
 * @throws KeyPairError `NO_RUNNER`, `RUNNER_FILE_NOT_WRITABLE`, and those of the write itself.
 */
export function toRunner(target: 'GITHUB_ENV' | 'GITHUB_OUTPUT' | 'GITHUB_STATE', write: () => void): void {
  commandFile(target);
  try {
    write();
  } catch (error) {
    throw error instanceof KeyPairError ? error : notWritable(`the runner's file for ${target}`, error);
  }
}

/** Only the error code: the message may contain the data. */
export function notWritable(what: string, error: unknown): KeyPairError {
  const why = error instanceof Error && 'code' in error ? String(error.code) : 'it does not exist';
  return new KeyPairError('RUNNER_FILE_NOT_WRITABLE', `Cannot write ${what} (${why}).`, {
    hint: "Either the disk with the runner's temp folder is full (ENOSPC), or this step's user cannot write to it (EACCES): an earlier step removed it or changed its owner, or the image of the job's container sets another user than the runner's (then set `options: --user 0` for the container). The runner reads the results of this step from there.",
    cause: error,
  });
}
