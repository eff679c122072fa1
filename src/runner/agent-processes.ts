import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type CommandLine, commandLines } from './command-lines.ts';
import { trySignal } from './processes.ts';

/** Milliseconds between checks of a process that was told to end, and after which it is killed. */
const pause = 20;
const patience = 1_000;

/**
 * Ends the agents of this action that listen at a socket: their arguments name it. Whether there were any, and all are
 * gone.
 *
 * @param socket - Absolute path.
 */
export async function endAgents(
  socket: string,
  list: () => Promise<CommandLine[]> = commandLines,
): Promise<boolean> {
  const agents = async () => (await list()).filter(({ text }) => isAgent(text, socket));
  let left = await agents();
  if (left.length === 0) return false;
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    for (const { pid } of left) trySignal(pid, signal);
    const end = performance.now() + patience;
    do {
      await wait(pause);
      left = await agents();
      if (left.length === 0) return true;
    } while (performance.now() < end);
  }
  return false;
}

/** On Windows, a program or a path with a space is in quotation marks. */
function isAgent(commandLine: string, socket: string): boolean {
  const text = commandLine.replaceAll('"', '');
  const args = ` -D -a ${socket}`;
  const program = path.win32.basename(text.slice(0, -args.length));
  return text.endsWith(args) && /^ssh-agent(\.exe)?$/i.test(program);
}
