import { KeyPairError } from '../errors.ts';

/**
 * The absolute path of the runner's file for one kind of command.
 *
 * @throws KeyPairError `NO_RUNNER` where the runner has not named it: the toolkit would then print the value.
 */
export function commandFile(variable: 'GITHUB_OUTPUT' | 'GITHUB_STATE' | 'GITHUB_STEP_SUMMARY'): string {
  const file = process.env[variable];
  if (file) return file;
  throw new KeyPairError('NO_RUNNER', `${variable} is not set, so this is not a step of a workflow.`, {
    hint: 'Run this action from a workflow, on a runner of version 2.327 or newer.',
  });
}

/**
 * Carries out a write that the runner is to read.
 *
 * @param target - The variable that names the runner's file.
 * @throws KeyPairError `NO_RUNNER`, `RUNNER_FILE_NOT_WRITABLE`, and those of the work itself.
 */
export function toRunner(target: 'GITHUB_OUTPUT' | 'GITHUB_STATE', write: () => void): void {
  commandFile(target);
  try {
    write();
  } catch (error) {
    throw error instanceof KeyPairError ? error : notWritable(`The runner's file for ${target}`, error);
  }
}

/** Of a system's error its code alone: the text may hold what was to be written. */
export function notWritable(what: string, error: unknown): KeyPairError {
  const why = error instanceof Error && 'code' in error ? String(error.code) : 'it is not there';
  return new KeyPairError('RUNNER_FILE_NOT_WRITABLE', `${what} cannot be written (${why}).`, {
    hint: "The disk of the runner's temp folder is full (ENOSPC), or a step before has taken that folder away or changed its owner (EACCES). Without it the runner would learn nothing of what this step does.",
    cause: error,
  });
}
