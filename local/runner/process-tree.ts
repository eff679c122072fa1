import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** Sends a signal. False if the process no longer exists. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

/** Kills a running process that leads a group, its group, and its descendants in other groups. */
export function killTree(leader: number): void {
  const descendants = descendantsOf(leader);
  killGroup(leader);
  for (const pid of descendants) signal(pid, 'SIGKILL');
}

/** Kills what is left of a group. */
export function killGroup(leader: number): void {
  signal(-leader, 'SIGKILL');
}

/** Whether a group has members. Once it has none, its ID may be reused. */
export function hasMembers(leader: number): boolean {
  try {
    return process.kill(-leader, 0);
  } catch {
    return false;
  }
}

/**
 * Kills every process that has this environment variable, as the runner finds orphans by RUNNER_TRACKING_ID.
 * Requires /proc; finds none without it.
 *
 * @returns the process IDs
 */
export function killMarked(name: string, value: string): number[] {
  const found = marked(`${name}=${value}`);
  for (const pid of found) signal(pid, 'SIGKILL');
  return found;
}

/** Repeats `killMarked` until none is left, including those started in the meantime. Gives up after a second. */
export async function endMarked(name: string, value: string): Promise<number[]> {
  const killed = new Set<number>();
  for (let tries = 0; tries < 200; tries++) {
    const found = killMarked(name, value);
    if (found.length === 0) break;
    for (const pid of found) killed.add(pid);
    await delay(5);
  }
  return [...killed];
}

function marked(entry: string): number[] {
  return processes().filter((pid) => pid !== process.pid && hasVariable(read(`/proc/${pid}/environ`), entry));
}

/** Most environments do not contain the text at all: they need not be split. */
function hasVariable(environment: string, entry: string): boolean {
  return environment.includes(entry) && environment.split('\0').includes(entry);
}

function descendantsOf(ancestor: number): number[] {
  const parents = new Map(processes().map((pid) => [pid, parentOf(pid)]));
  const found = [ancestor];
  for (const known of found) {
    for (const [pid, parent] of parents) if (parent === known && !found.includes(pid)) found.push(pid);
  }
  return found.slice(1);
}

/** The second field after the name, which is in parentheses and may itself contain parentheses and spaces. */
function parentOf(pid: number): number {
  const stat = read(`/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
}

function processes(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** The file's content; empty for a process that has ended or belongs to another user. */
function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
