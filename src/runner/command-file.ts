import { KeyPairError } from '../errors.ts';

/** @throws KeyPairError `NO_RUNNER` where the runner has not named its file for such commands. */
export function requireFile(variable: 'GITHUB_OUTPUT' | 'GITHUB_STATE'): void {
  if (process.env[variable]) return;
  throw new KeyPairError('NO_RUNNER', `${variable} is not set, so this is not a step of a workflow.`, {
    hint: 'Run this action from a workflow, on a runner of version 2.327 or newer.',
  });
}
