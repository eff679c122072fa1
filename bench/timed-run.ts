import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { text } from 'node:stream/consumers';

/** A process to be timed. */
export interface TimedCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** The whole environment. */
  readonly env: Readonly<Record<string, string>>;
  /** A file that takes what it prints, as `>` in a shell; a pipe that is read, as the runner does, unless given. */
  readonly stdoutFile?: string;
}

/** Milliseconds from start to end, and of processor time (user and system, all threads, waited-for children). */
export interface Times {
  readonly wall: number;
  /** Absent on Windows. */
  readonly cpu?: number;
}

/** Seconds, user seconds, system seconds, to the millisecond. */
const timesPattern = /^(\d+\.\d+) (\d+\.\d+) (\d+\.\d+)\n$/;

/** Bash's own `time` of one command, on descriptor 3; the command sees neither it nor the copy of stderr. */
const timingScript = 'TIMEFORMAT="%3R %3U %3S"; { time "$@" 2>&4 3>&- 4>&-; } 4>&2 2>&3';

/**
 * Runs a command and times it. Node cannot tell what a child took of the processor, and a wrapper in Node would cost as
 * much as what it measures: the `time` keyword of bash reads the kernel's account (getrusage) and counts neither bash's
 * own start nor its end. Where there is no bash (Windows), the wall clock of this process has to do.
 *
 * @throws Error when the command fails, with what it printed; and when the signal aborts, which ends it and its group.
 */
export async function timedRun(command: TimedCommand, signal: AbortSignal): Promise<Times> {
  signal.throwIfAborted();
  return process.platform === 'win32' ? timeByClock(command, signal) : timeByBash(command, signal);
}

async function timeByBash(command: TimedCommand, signal: AbortSignal): Promise<Times> {
  const timed: TimedCommand = {
    ...command,
    file: 'bash',
    args: ['--norc', '--noprofile', '-c', timingScript, 'bash', command.file, ...command.args],
  };
  const times = await run(timed, signal);
  const [, wall, user, system] = timesPattern.exec(times) ?? [];
  if (wall === undefined) throw new Error(`bash did not time ${command.file}: ${times}`);
  return { wall: Number(wall) * 1000, cpu: (Number(user) + Number(system)) * 1000 };
}

async function timeByClock(command: TimedCommand, signal: AbortSignal): Promise<Times> {
  const start = performance.now();
  await run(command, signal);
  return { wall: performance.now() - start };
}

/** Gives what came on descriptor 3. */
async function run({ file, args, cwd, env, stdoutFile }: TimedCommand, signal: AbortSignal): Promise<string> {
  const stdout = stdoutFile === undefined ? 'pipe' : openSync(stdoutFile, 'wx', 0o600);
  const child = spawn(file, args, {
    cwd,
    env,
    detached: process.platform !== 'win32',
    stdio: ['ignore', stdout, 'pipe', 'pipe'],
  });
  if (stdout !== 'pipe') closeSync(stdout);
  const end = () => endGroup(child);
  signal.addEventListener('abort', end, { once: true });
  try {
    const [[code, killedBy], ...printed] = await Promise.all([
      once(child, 'exit'),
      ...[1, 2, 3].map((descriptor) => textOf(child, descriptor)),
    ]);
    signal.throwIfAborted();
    const [out = '', errors = '', extra = ''] = printed;
    if (code !== 0)
      throw new Error(`It ended with ${killedBy ?? `code ${code}`} and printed:\n${shown(out)}${errors}`);
    return extra;
  } finally {
    signal.removeEventListener('abort', end);
  }
}

async function textOf(child: ChildProcess, descriptor: number): Promise<string> {
  const stream = child.stdio[descriptor];
  return stream && 'read' in stream ? text(stream) : '';
}

/** Masks are private keys of this minute, and a screenful of them hides the error. */
function shown(out: string): string {
  return out.replace(/^::add-mask::.*\n/gm, '');
}

/** A group that is gone already has ended as well. */
function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}
