import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A process that runs a step; its start time distinguishes it from a later one with the same number. */
export interface StepProcess {
  readonly pid: number;
  /** Clock ticks after boot (proc(5), stat, field 22); empty where it is unknown. */
  readonly startedAt: string;
  /** Absolute path of the file that it appends state to. */
  readonly stateFile: string;
}

/** What main records about itself. */
export interface RecordedProcess extends StepProcess {
  /** GITHUB_ACTION, which identifies the step within its job, for post as well. */
  readonly action: string;
}

/** Milliseconds between polls of a process that was told to end, and how many polls before it is killed. */
const pollInterval = 50;
const maxPolls = 20;

export function thisProcess(stateFile: string): RecordedProcess {
  const action = process.env['GITHUB_ACTION'] ?? '';
  return { pid: process.pid, startedAt: startOf(process.pid), stateFile, action };
}

/**
 * Ends a process if it is still the one that was recorded. Linux only, where the runner can leave a step's process
 * running (container jobs).
 */
export async function endStep(step: StepProcess): Promise<void> {
  if (!isAlive(step)) return;
  process.kill(step.pid, 'SIGTERM');
  for (let polls = 0; polls < maxPolls && isAlive(step); polls += 1) await wait(pollInterval);
  if (isAlive(step)) process.kill(step.pid, 'SIGKILL');
  for (let polls = 0; polls < maxPolls && isAlive(step); polls += 1) await wait(pollInterval);
}

/** Variables that identify the runner, the job, and the step that a process belongs to. */
const stepVariables = ['GITHUB_ACTION', 'GITHUB_JOB', 'GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT', 'RUNNER_TEMP'];

/**
 * Mains of the step that this post belongs to that are still running, even if they have recorded nothing yet. The
 * runner does not wait for them any more when post runs. Linux only.
 */
export function mainsStillRunning(): StepProcess[] {
  const main = path.join(path.dirname(process.argv[1] ?? ''), 'main.js');
  return processNumbers().flatMap((pid) => {
    if (pid === process.pid || !stringsOf(`/proc/${pid}/cmdline`).includes(main)) return [];
    const environment = stringsOf(`/proc/${pid}/environ`);
    const startedAt = startOf(pid);
    const stateFile = environment
      .find((text) => text.startsWith('GITHUB_STATE='))
      ?.slice('GITHUB_STATE='.length);
    const belongsToStep = stepVariables.every((name) =>
      environment.includes(`${name}=${process.env[name] ?? ''}`),
    );
    return belongsToStep && startedAt !== '' && stateFile !== undefined
      ? [{ pid, startedAt, stateFile }]
      : [];
  });
}

function processNumbers(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** Strings of a file that ends each with a zero byte; none for a process that has ended, or of another user. */
function stringsOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\0');
  } catch {
    return [];
  }
}

function isAlive({ pid, startedAt }: StepProcess): boolean {
  return startedAt !== '' && startOf(pid) === startedAt;
}

/** When a process started; empty if it has ended, even if its parent has not waited for it yet (state Z). */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const [status, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return status === 'Z' || status === 'X' ? '' : (fields[18] ?? '');
  } catch {
    return '';
  }
}
