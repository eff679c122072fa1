import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RunsPrograms } from './machine.ts';

export interface ShellOptions {
  /** Folders of programs that precede those of the system. */
  readonly programs?: readonly string[];
  /** Default: `/bin/sh`. */
  readonly shell?: readonly [string, ...string[]];
}

/**
 * A machine that really runs programs on this machine, as the agent of Systems Manager does: from a script file, as the
 * leader of a process group, which is killed as a whole.
 */
export function shellMachine({ programs = [], shell = ['/bin/sh'] }: ShellOptions = {}): RunsPrograms {
  return async (program, signal) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'ec2-key-pair-machine-'));
    try {
      const script = path.join(folder, '_script.sh');
      await writeFile(script, `${program}\n`);
      const [file, ...args] = shell;
      const PATH = [...programs, '/usr/sbin', '/usr/bin', '/sbin', '/bin'].join(':');
      const child = spawn(file, [...args, script], {
        env: { PATH, AWS_SSM_INSTANCE_ID: 'i-local' },
        stdio: ['ignore', 'pipe', 'ignore'],
        detached: true,
      });
      const kill = (): void => killGroup(child.pid);
      if (signal.aborted) kill();
      signal.addEventListener('abort', kill);
      let output = '';
      child.stdout.setEncoding('utf8').on('data', (piece: string) => {
        output += piece;
      });
      const code = await new Promise<number>((resolve, reject) => {
        child.once('error', reject);
        child.once('close', (status) => resolve(status ?? 137));
      }).finally(() => signal.removeEventListener('abort', kill));
      return { code, output };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}

function killGroup(leader: number | undefined): void {
  try {
    if (leader !== undefined) process.kill(-leader, 'SIGKILL');
  } catch (error) {
    const isOver = error instanceof Error && 'code' in error && error.code === 'ESRCH';
    if (!isOver) throw error;
  }
}
