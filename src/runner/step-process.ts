import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A process that runs a step, told apart from a later one with the same number. */
export interface StepProcess {
  readonly pid: number;
  /** Clock ticks after boot (proc(5), stat, field 22); empty where the system does not say. */
  readonly startedAt: string;
  /** Absolute path of the file that it appends state to. */
  readonly stateFile: string;
}

/** What main records of itself. */
export interface RecordedProcess extends StepProcess {
  /** GITHUB_ACTION: which of the job's steps it runs, as its post is told, too. */
  readonly action: string;
}

/** Milliseconds between looks at a process that was told to end, and how many of them before it is killed. */
const pause = 50;
const patience = 20;

export function thisProcess(stateFile: string): RecordedProcess {
  const action = process.env['GITHUB_ACTION'] ?? '';
  return { pid: process.pid, startedAt: startOf(process.pid), stateFile, action };
}

/**
 * Ends a process if it is still the one that was recorded. Only Linux tells, and only there does a runner
 * leave a step's process behind (container jobs).
 */
export async function endStep(step: StepProcess): Promise<void> {
  if (!isAlive(step)) return;
  process.kill(step.pid, 'SIGTERM');
  for (let looks = 0; looks < patience && isAlive(step); looks += 1) await wait(pause);
  if (isAlive(step)) process.kill(step.pid, 'SIGKILL');
  for (let looks = 0; looks < patience && isAlive(step); looks += 1) await wait(pause);
}

/** Variables that say which step of which job on which runner a process belongs to. */
const stepVariables = ['GITHUB_ACTION', 'GITHUB_JOB', 'GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT', 'RUNNER_TEMP'];

/**
 * Mains of the step that this post belongs to and that still run: also one that has written nothing down yet.
 * When post runs the runner waits for none of them any more. Only Linux tells.
 */
export function mainsStillRunning(): StepProcess[] {
  const main = path.join(path.dirname(process.argv[1] ?? ''), 'main.js');
  return processNumbers().flatMap((pid) => {
    if (pid === process.pid || !textsOf(`/proc/${pid}/cmdline`).includes(main)) return [];
    const texts = textsOf(`/proc/${pid}/environ`);
    const startedAt = startOf(pid);
    const stateFile = texts.find((text) => text.startsWith('GITHUB_STATE='))?.slice('GITHUB_STATE='.length);
    const isOurs = stepVariables.every((name) => texts.includes(`${name}=${process.env[name] ?? ''}`));
    return isOurs && startedAt !== '' && stateFile !== undefined ? [{ pid, startedAt, stateFile }] : [];
  });
}

function processNumbers(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** The texts of a file that ends each of them with a zero byte; none of a process that is gone, or another user's. */
function textsOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\0');
  } catch {
    return [];
  }
}

function isAlive({ pid, startedAt }: StepProcess): boolean {
  return startedAt !== '' && startOf(pid) === startedAt;
}

/** A process that has ended and was not waited for yet (state Z) counts as none. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const [status, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return status === 'Z' || status === 'X' ? '' : (fields[18] ?? '');
  } catch {
    return '';
  }
}
