import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as core from '@actions/core';
import { toRunner } from './command-file.ts';
import { processNumbers, stringsIn } from './processes.ts';

/** Milliseconds between checks of a process that was told to end, and how many before it is killed. */
const pause = 20;
const maxPolls = 50;

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

/** The socket of the SSH agent that this step's environment names, if it does. */
export function agentSocket(): string | undefined {
  return process.env['SSH_AUTH_SOCK'] || undefined;
}

/**
 * Sets an environment variable for the later steps of the job.
 *
 * @throws KeyPairError `NO_RUNNER`, `RUNNER_FILE_NOT_WRITABLE`.
 */
export function exportVariable(name: string, value: string): void {
  toRunner('GITHUB_ENV', () => core.exportVariable(name, value));
}

/**
 * Ends the agents of this action that listen at a socket: their arguments name it. Whether there were any, and all are
 * gone. Finds none except on Linux.
 */
export async function endAgents(socket: string): Promise<boolean> {
  if (agentsAt(socket).length === 0) return false;
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    for (const pid of agentsAt(socket)) trySignal(pid, signal);
    for (let polls = 0; polls < maxPolls; polls += 1) {
      if (agentsAt(socket).length === 0) return true;
      await wait(pause);
    }
  }
  return agentsAt(socket).length === 0;
}

function agentsAt(socket: string): number[] {
  return processNumbers().filter((pid) => isAgent(pid, socket));
}

function trySignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It is gone by now, or another user's.
  }
}

function isAgent(pid: number, socket: string): boolean {
  const [program = '', ...args] = stringsIn(`/proc/${pid}/cmdline`);
  const [foreground, option, listensAt] = args;
  return (
    path.basename(program) === 'ssh-agent' && foreground === '-D' && option === '-a' && listensAt === socket
  );
}
