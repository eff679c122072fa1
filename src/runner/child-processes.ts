import path from 'node:path';
import * as core from '@actions/core';
import { toRunner } from './command-file.ts';

/** All that a child process needs. The runner ends processes with its tracking ID when the job ends. */
const names = ['PATH', 'HOME', 'RUNNER_TRACKING_ID', 'SystemRoot', 'TEMP'];

/** The environment for a child process: no token, no AWS credentials, no inputs. */
export function childEnvironment(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/**
 * Absolute path of the socket of the SSH agent that this step's environment names, if it does. A relative one does not count:
 * it means another file in each folder.
 */
export function agentSocket(): string | undefined {
  const socket = process.env['SSH_AUTH_SOCK'] ?? '';
  return path.isAbsolute(socket) ? socket : undefined;
}

/**
 * Sets an environment variable for the later steps of the job.
 *
 * @throws KeyPairError `NO_RUNNER`, `RUNNER_FILE_NOT_WRITABLE`.
 */
export function exportVariable(name: string, value: string): void {
  toRunner('GITHUB_ENV', () => core.exportVariable(name, value));
}
