import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

export interface RunningProcess {
  readonly id: number;
  /** Its program and arguments. */
  readonly command: string;
}

/** Milliseconds for processes to end by themselves. Those that still run afterwards were left behind. */
const limit = 5_000;

/**
 * Other processes with a folder in their arguments or environment, even those that have left their process group and
 * session. Needs Linux's /proc.
 */
export async function processesNaming(folder: string): Promise<RunningProcess[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    ids.map(async (id) => {
      const [command, environment] = await Promise.all([
        contents(`/proc/${id}/cmdline`),
        contents(`/proc/${id}/environ`),
      ]);
      return command.includes(folder) || environment.includes(folder)
        ? [{ id, command: command.replaceAll('\0', ' ').trim() }]
        : [];
    }),
  );
  return found.flat().filter(({ id }) => id !== process.pid);
}

/** Kills the processes with a folder in their arguments that do not end by themselves. Returns their commands. */
export async function endProcessesNaming(folder: string): Promise<string[]> {
  const deadline = performance.now() + limit;
  let left = await processesNaming(folder);
  while (left.length > 0 && performance.now() < deadline) {
    await pause(50);
    left = await processesNaming(folder);
  }
  for (const { id } of left) kill(id);
  return left.map(({ command }) => command);
}

/** Kills all processes with a folder in their arguments or environment, and those that they start in the meantime. */
export async function killProcessesNaming(folder: string): Promise<void> {
  const deadline = performance.now() + limit;
  let left = await processesNaming(folder);
  while (left.length > 0 && performance.now() < deadline) {
    for (const { id } of left) kill(id);
    left = await processesNaming(folder);
  }
}

/** Empty if the process has ended or belongs to another user. */
function contents(file: string): Promise<string> {
  return readFile(file, 'latin1').catch(() => '');
}

function kill(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
