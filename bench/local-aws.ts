import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { BenchPair, Told } from './local-aws-process.ts';

/** Milliseconds that the endpoint may take to end. */
const lastWait = 5_000;

/** The local AWS endpoint in a process of its own: it shares no event loop with who holds the watch. */
export interface BenchAws {
  /** What a client process needs in its environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** The pairs that were made since this was last asked, in the order they were made. */
  newPairs(): Promise<readonly BenchPair[]>;
  close(): Promise<void>;
}

/** Starts it; all private keys that it will hand out are made when this resolves. */
export async function startBenchAws(): Promise<BenchAws> {
  const program = fileURLToPath(new URL('local-aws-process.ts', import.meta.url));
  const child = fork(program, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = once(child, 'exit');
  const first = await next(child, ended);
  if (!('environment' in first)) throw new Error('The local AWS endpoint did not say where it listens');
  return {
    environment: first.environment,
    async newPairs() {
      const answer = next(child, ended);
      child.send('pairs');
      const told = await answer;
      if (!('pairs' in told)) throw new Error('The local AWS endpoint answered something else');
      return told.pairs;
    },
    async close() {
      if (child.connected) child.disconnect();
      const patience = setTimeout(() => child.kill('SIGKILL'), lastWait);
      await ended;
      clearTimeout(patience);
    },
  };
}

/** The next message; rejects when the process ends without one. */
function next(child: ChildProcess, ended: Promise<unknown[]>): Promise<Told> {
  return Promise.race([
    once(child, 'message').then(([told]): Told => told),
    ended.then(([code]): never => {
      throw new Error(`The local AWS endpoint ended with code ${code}`);
    }),
  ]);
}
