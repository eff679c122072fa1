import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type StepProcess, startOf } from './step-process.ts';

/** Milliseconds between checks of a process that was told to end, and how many before it is killed. */
const pause = 50;
const maxPolls = 20;

/** Variables that say which step of which job on which runner a process belongs to. */
const stepVariables = ['GITHUB_ACTION', 'GITHUB_JOB', 'GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT', 'RUNNER_TEMP'];

/**
 * Ends a process if it is still the one that was recorded. Does nothing except on Linux, the only system on which a runner
 * leaves a step's process behind (container jobs).
 */
export async function endStep(step: StepProcess): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!isAlive(step) || !wasSignaled(step, signal)) return;
    for (let polls = 0; polls < maxPolls && isAlive(step); polls += 1) await wait(pause);
  }
}

/** Ending main helps the cleanup, but is no condition for it: the process may be gone by now, or be another user's. */
function wasSignaled({ pid }: StepProcess, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/**
 * Running processes of main that belong to the same step as this post step, even if they recorded nothing yet. The runner
 * no longer waits for them. Finds none except on Linux.
 */
export function mainsStillRunning(): StepProcess[] {
  const main = path.join(path.dirname(process.argv[1] ?? ''), 'main.js');
  return processNumbers().flatMap((pid) => {
    if (pid === process.pid || !stringsIn(`/proc/${pid}/cmdline`).includes(main)) return [];
    const variables = stringsIn(`/proc/${pid}/environ`);
    const startedAt = startOf(pid);
    const stateFile = variables
      .find((variable) => variable.startsWith('GITHUB_STATE='))
      ?.slice('GITHUB_STATE='.length);
    const isOfThisStep = stepVariables.every((name) =>
      variables.includes(`${name}=${process.env[name] ?? ''}`),
    );
    return isOfThisStep && startedAt !== '' && stateFile !== undefined ? [{ pid, startedAt, stateFile }] : [];
  });
}

function isAlive({ pid, startedAt }: StepProcess): boolean {
  return startedAt !== '' && startOf(pid) === startedAt;
}

function processNumbers(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** The zero-terminated strings in a file; none of a process that is gone, or another user's. */
function stringsIn(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\0');
  } catch {
    return [];
  }
}
