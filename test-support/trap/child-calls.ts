import childProcess from 'node:child_process';
import path from 'node:path';
import type { Trap } from './trap.ts';

/** The option with which `ssh-add` lists keys and changes nothing. */
const listing = '-L';

/** Traps the start of programs that change something. */
export function trapChildCalls(trap: Trap): void {
  const spawn = childProcess.spawn.bind(childProcess) as (
    program: string,
    args: readonly string[],
    ...rest: unknown[]
  ) => unknown;
  Object.assign(childProcess, {
    spawn(program: string, args: readonly string[], ...rest: unknown[]) {
      const start = () => spawn(program, args, ...rest);
      return args.includes(listing) ? start() : trap.now({ label: `run ${path.basename(program)}` }, start);
    },
  });
}
