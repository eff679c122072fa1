import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { processNumbers, stringsIn, trySignal } from './processes.ts';
import { inputsMark, ownInputs, type StepProcess, startOf } from './step-process.ts';

/** Milliseconds between checks of a process that was told to end, and how many before it is killed. */
const pause = 50;
const maxPolls = 20;

/** Variables that say which step of which job on which runner a process belongs to. */
const stepVariables = ['GITHUB_ACTION', 'GITHUB_JOB', 'GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT', 'RUNNER_TEMP'];

/**
 * Ends a main of this step if it is still running. Does nothing except on Linux, the only system on which a runner leaves a
 * step's process behind (container jobs).
 */
export async function endMain(main: StepProcess): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    // Ending main helps the cleanup, but is no condition for it.
    if (!isAlive(main) || !trySignal(main.pid, signal)) return;
    for (let polls = 0; polls < maxPolls && isAlive(main); polls += 1) await wait(pause);
  }
}

/**
 * Running mains of the same step as this post step, even if they recorded nothing yet. The runner no longer waits for
 * them. Other steps of the same composite action differ in their inputs. Finds none except on Linux.
 */
export function mainsStillRunning(): StepProcess[] {
  const inputs = ownInputs();
  return processNumbers()
    .filter((pid) => isMainOfThisStep(pid) && inputsMark(variablesOf(pid)) === inputs)
    .map((pid) => ({ pid, startedAt: startOf(pid) }));
}

/** Whether it is the recorded process, and one that post may end, whatever the record says. */
function isAlive({ pid, startedAt }: StepProcess): boolean {
  return startedAt !== '' && startOf(pid) === startedAt && isMainOfThisStep(pid);
}

function isMainOfThisStep(pid: number): boolean {
  const main = path.join(path.dirname(process.argv[1] ?? ''), 'main.js');
  if (pid === process.pid || !stringsIn(`/proc/${pid}/cmdline`).some((word) => path.normalize(word) === main))
    return false;
  const variables = new Map(variablesOf(pid));
  return stepVariables.every((name) => (variables.get(name) ?? '') === (process.env[name] ?? ''));
}

function variablesOf(pid: number): [name: string, value: string][] {
  return stringsIn(`/proc/${pid}/environ`).map((entry) => {
    const end = entry.indexOf('=');
    return [entry.slice(0, end), entry.slice(end + 1)];
  });
}
