import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

export interface RunningProcess {
  readonly id: number;
  /** Its program and arguments. */
  readonly command: string;
}

/** As long as the kernel may take with processes that were killed; what runs on after that was left behind. */
const patience = 5_000;

/**
 * Processes, but for this one, that name a folder in their arguments or their environment: also those that have
 * left the process group and the session they were started in. Needs Linux's /proc.
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

/** Kills the processes that name a folder and do not end by themselves. Gives their commands. */
export async function endProcessesNaming(folder: string): Promise<string[]> {
  const deadline = performance.now() + patience;
  let left = await processesNaming(folder);
  while (left.length > 0 && performance.now() < deadline) {
    await pause(50);
    left = await processesNaming(folder);
  }
  for (const { id } of left) kill(id);
  return left.map(({ command }) => command);
}

/** Empty when the process has ended, or belongs to somebody else. */
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
