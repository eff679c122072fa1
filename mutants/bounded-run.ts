import { spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';

export interface BoundedRun {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Takes everything that is printed. Absolute path. */
  readonly log: string;
  /** Milliseconds until it is killed. */
  readonly limit: number;
  /** Kills it earlier. */
  readonly signal: AbortSignal;
}

export interface Ended {
  readonly status: number | null;
  readonly timedOut: boolean;
  /** Standard output and standard error. */
  readonly printed: string;
}

/**
 * Runs a program of this repository under this Node, in a process group of its own that is killed as a whole. Output
 * goes to a file: a process that left the group could hold a pipe open for ever.
 */
export async function runBounded(
  args: readonly string[],
  { cwd, env, log, limit, signal }: BoundedRun,
): Promise<Ended> {
  signal.throwIfAborted();
  const output = await open(log, 'w');
  const timeLimit = AbortSignal.timeout(limit);
  const either = AbortSignal.any([signal, timeLimit]);
  try {
    const child = spawn(process.execPath, args, {
      cwd,
      env,
      stdio: ['ignore', output.fd, output.fd],
      detached: true,
    });
    const kill = () => killGroup(child.pid);
    either.addEventListener('abort', kill);
    if (either.aborted) kill();
    const status = await new Promise<number | null>((resolve, reject) =>
      child.on('error', reject).on('exit', resolve),
    );
    either.removeEventListener('abort', kill);
    // Processes that the program started may outlive it.
    kill();
    signal.throwIfAborted();
    return { status, timedOut: timeLimit.aborted, printed: await readFile(log, 'utf8') };
  } finally {
    await output.close();
  }
}

function killGroup(leader: number | undefined): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, 'SIGKILL');
  } catch (error) {
    // No process of the group is left; macOS says EPERM while the leader is a zombie.
    if (!(error instanceof Error && 'code' in error && /^(?:ESRCH|EPERM)$/.test(String(error.code))))
      throw error;
  }
}
