import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { BenchKeyPair, Message, Question } from './local-aws-process.ts';

/** Milliseconds for the endpoint to end. */
const closeLimit = 5_000;

/** The local AWS endpoint in a separate process, so that it does not share an event loop with the measurement. */
export interface BenchAws {
  /** The environment variables that a client process needs. */
  readonly environment: Readonly<Record<string, string>>;
  /** The key pairs that were created since the last call, in order of creation. */
  newKeyPairs(): Promise<readonly BenchKeyPair[]>;
  /** The names of the operations that were requested since the last call. */
  newRequests(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Starts the endpoint. When this resolves, all its private keys have been generated. */
export async function startBenchAws(): Promise<BenchAws> {
  const program = fileURLToPath(new URL('local-aws-process.ts', import.meta.url));
  const child = fork(program, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = once(child, 'exit');
  const first = await next(child, ended);
  if (!('environment' in first)) throw new Error('The local AWS endpoint did not send its environment');
  const ask = (question: Question): Promise<Message> => {
    const response = next(child, ended);
    child.send(question);
    return response;
  };
  return {
    environment: first.environment,
    async newKeyPairs() {
      const message = await ask('key pairs');
      if (!('keyPairs' in message)) throw new Error('The local AWS endpoint did not send its key pairs');
      return message.keyPairs;
    },
    async newRequests() {
      const message = await ask('requests');
      if (!('requests' in message)) throw new Error('The local AWS endpoint did not send its requests');
      return message.requests;
    },
    async close() {
      if (child.connected) child.disconnect();
      const timer = setTimeout(() => child.kill('SIGKILL'), closeLimit);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** The next message. Rejects if the process ends without sending one. */
function next(child: ChildProcess, ended: Promise<unknown[]>): Promise<Message> {
  return Promise.race([
    once(child, 'message').then(([message]): Message => message),
    ended.then(([code]): never => {
      throw new Error(`The local AWS endpoint ended with code ${code}`);
    }),
  ]);
}
