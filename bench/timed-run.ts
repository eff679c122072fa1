import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { text } from 'node:stream/consumers';

/** A command to measure. */
export interface TimedCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** The complete environment. */
  readonly env: Readonly<Record<string, string>>;
  /** A file for its standard output, like `>` in a shell. Default: a pipe that is read, as the runner does. */
  readonly stdoutFile?: string;
}

/** Milliseconds: elapsed time, and CPU time (user and system, all threads and the children it waited for). */
export interface Times {
  readonly wall: number;
  /** Not measured on Windows. */
  readonly cpu?: number;
}

/** Elapsed, user, and system time: seconds with three decimals. */
const timesPattern = /^(\d+\.\d+) (\d+\.\d+) (\d+\.\d+)\n$/;

/** Measures one command with bash's `time`. The times go to descriptor 3, which the command does not inherit. */
const timingScript = 'TIMEFORMAT="%3R %3U %3S"; { time "$@" 2>&4 3>&- 4>&-; } 4>&2 2>&3';

/**
 * Runs a command and measures it. Node cannot measure the CPU time of a child, and a wrapper in Node would take as long
 * as the command itself. The `time` keyword of bash reads the kernel's figures (getrusage) and does not include bash
 * itself. On Windows, only the elapsed time is measured.
 *
 * @throws Error if the command fails, with its output, or if the signal aborts, which kills the command and its group.
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
  if (wall === undefined) throw new Error(`bash did not print the times of ${command.file}: ${times}`);
  return { wall: Number(wall) * 1000, cpu: (Number(user) + Number(system)) * 1000 };
}

async function timeByClock(command: TimedCommand, signal: AbortSignal): Promise<Times> {
  const start = performance.now();
  await run(command, signal);
  return { wall: performance.now() - start };
}

/** Returns what was written to descriptor 3. */
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
      throw new Error(
        `It exited with ${killedBy ?? `code ${code}`} and printed:\n${withoutMasks(out)}${errors}`,
      );
    return extra;
  } finally {
    signal.removeEventListener('abort', end);
  }
}

async function textOf(child: ChildProcess, descriptor: number): Promise<string> {
  const stream = child.stdio[descriptor];
  return stream && 'read' in stream ? text(stream) : '';
}

/** Removes mask commands: they contain parts of a private key, and hide the error among them. */
function withoutMasks(out: string): string {
  return out.replace(/^::add-mask::.*\n/gm, '');
}

/** Kills a command and its group, unless they have already ended. */
function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}
