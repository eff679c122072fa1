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
