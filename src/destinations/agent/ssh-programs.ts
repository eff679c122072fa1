import { spawn } from 'node:child_process';
import path from 'node:path';
import { hasCode, KeyPairError } from '../../errors.ts';
import { sshFile } from './ssh-files.ts';

/** The variables that a child process gets: no token, no AWS credentials, no inputs. */
export type ChildEnvironment = Readonly<Record<string, string>>;

/** Milliseconds. An agent can wait for a person who never comes. */
const timeLimit = 10_000;

/** Bytes of what `ssh-add` prints: a list of hundreds of keys. */
const maxPrinted = 1024 * 1024;

/**
 * The current folder of the programs: not the workspace, in which Windows would look for libraries, and which it could not
 * delete as long as an agent runs in it.
 */
export const programFolder = path.resolve('/');

/** What `ssh-add` answered. */
interface Answer {
  /** The exit status; undefined if it was ended by a signal, as after the time limit. */
  readonly status: number | undefined;
  readonly printed: string;
}

/** The keys in an agent; or that no agent is there, or that one is there and does not answer. */
export type AgentKeys = readonly string[] | 'gone' | 'silent';

/** The keys in an agent, as in `ssh-rsa AAAA…`: none in one that is locked. */
export async function keysInAgent(socket: string, environment: ChildEnvironment): Promise<AgentKeys> {
  const { status, printed } = await sshAdd(['-L'], { socket, environment });
  if (status === undefined) return 'silent';
  // 1: the agent has no keys, and says so instead.
  if (status === 1) return [];
  if (status !== 0) return 'gone';
  return printed.split('\n').map((line) => line.split(' ', 2).join(' '));
}

/**
 * Runs `ssh-add` with an agent. What it reads comes from standard input, so that no file and no list of processes shows it.
 *
 * @throws KeyPairError `NO_SSH_AGENT` if it cannot be run.
 */
export function sshAdd(
  args: readonly string[],
  options: { readonly socket: string; readonly environment: ChildEnvironment; readonly input?: string },
): Promise<Answer> {
  const { socket, environment, input = '' } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(sshFile('ssh-add', options), args, {
      cwd: programFolder,
      env: { ...environment, SSH_AUTH_SOCK: socket },
      stdio: ['pipe', 'pipe', 'ignore'],
      signal: AbortSignal.timeout(timeLimit),
      killSignal: 'SIGKILL',
      windowsHide: true,
    });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (printed.length < maxPrinted) printed += text;
    });
    // It may end without reading.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    child.once('error', (error) => {
      if (error.name === 'AbortError') resolve({ status: undefined, printed });
      else reject(notRunnable('ssh-add', error));
    });
    child.once('close', (status) => resolve({ status: status ?? undefined, printed }));
  });
}

/** @param error - Of `spawn`, which quotes neither arguments nor input. */
export function notRunnable(program: string, error: unknown): KeyPairError {
  const why = hasCode(error, 'ENOENT') ? 'it is not installed, or not on PATH' : 'the system refused it';
  return new KeyPairError('NO_SSH_AGENT', `Cannot run ${program}: ${why}.`, {
    hint: 'Install the OpenSSH client in the container or on the runner (package openssh-client or openssh-clients; on Windows, Git), or leave out ssh-agent and use the private key file.',
    cause: error,
  });
}
