import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { KeyPairError } from '../../errors.ts';
import { sshFile } from './ssh-files.ts';
import { type ChildEnvironment, keysInAgent, notRunnable, programFolder } from './ssh-programs.ts';

/** Bytes, with the zero at the end: the path of a socket on macOS; Linux allows four more. */
const longestSocketPath = 104;

/** Milliseconds between looks at a new agent, and how many there are. */
const pause = 25;
const maxLooks = 80;

/**
 * The path of a socket for a new agent, in a folder of its own.
 *
 * @param folders - Absolute paths, the best first. A path that is too long for a socket is skipped.
 * @throws KeyPairError `NO_SSH_AGENT`.
 */
export function socketPath(folders: readonly string[], randomHex: string): string {
  const candidates = folders.map((folder) => path.join(folder, `ssh-agent-${randomHex}`, 'socket'));
  const found = candidates.find((candidate) => Buffer.byteLength(candidate) < longestSocketPath);
  if (found !== undefined) return found;
  throw new KeyPairError('NO_SSH_AGENT', "The runner's temp folder has too long a path for an SSH agent.", {
    hint: 'The path of a socket can have about 100 characters. Install the runner in a folder with a shorter path.',
  });
}

/**
 * Starts an agent that outlives this process, and waits until it answers. The runner ends it with the job, even if this
 * action does not. If it does not answer, it is ended.
 *
 * @throws KeyPairError `NO_SSH_AGENT`.
 */
export async function startAgent(socket: string, environment: ChildEnvironment): Promise<void> {
  await makeFolder(path.dirname(socket));
  const child = spawn(sshFile('ssh-agent', { environment, socket }), ['-D', '-a', socket], {
    cwd: programFolder,
    env: environment,
    stdio: 'ignore',
    detached: true,
    windowsHide: true,
  });
  child.unref();
  try {
    await untilAnswering(child, socket, environment);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    mkdirSync(folder, { mode: 0o700 });
    // The umask may have taken more away than others' access.
    chmodSync(folder, 0o700);
  } catch (cause) {
    const { whyNotWritable } = await import('../file/not-writable.ts');
    throw new KeyPairError(
      'NO_SSH_AGENT',
      `Cannot create a folder for an SSH agent in ${path.dirname(folder)}${whyNotWritable(cause)}.`,
      { hint: 'The job must be able to write to the temp folder of its runner.', cause },
    );
  }
}

async function untilAnswering(
  child: ChildProcess,
  socket: string,
  environment: ChildEnvironment,
): Promise<void> {
  let failure: KeyPairError | undefined;
  child.once('error', (error) => {
    failure = notRunnable('ssh-agent', error);
  });
  child.once('exit', () => {
    failure ??= new KeyPairError('NO_SSH_AGENT', 'ssh-agent ended at once.', {
      hint: 'On Windows, install Git and add it to PATH: its agent can be started, that of Windows is a service. Or leave out ssh-agent and use the private key file.',
    });
  });
  for (let looks = 1; looks <= maxLooks; looks += 1) {
    const keys = await keysInAgent(socket, environment);
    if (failure !== undefined) throw failure;
    if (typeof keys !== 'string') return;
    // Looking again would take as long again.
    if (keys === 'silent') break;
    await wait(pause);
  }
  throw new KeyPairError('NO_SSH_AGENT', 'The new SSH agent does not answer.', {
    hint: 'Leave out ssh-agent and use the private key file, or start an agent in a step before this one.',
  });
}
