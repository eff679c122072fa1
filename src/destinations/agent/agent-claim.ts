import { mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ReleaseOutcome } from '../../ledger/claim.ts';
import { shellWord } from '../../ledger/shell-word.ts';
import type { CleanupContext } from '../destination.ts';
import type { AgentRecord } from './agent-record.ts';
import { keysInAgent, sshAdd } from './ssh-programs.ts';

/** The folder of a socket that this action made. */
const ownFolder = /^ssh-agent-[0-9a-f]{8}$/;

/** Removes the key from an agent that was here before, or stops the agent that this step started. */
export async function releaseAgent(record: AgentRecord, context: CleanupContext): Promise<ReleaseOutcome> {
  return record.startedBy === 'this-step' ? stopAgent(record, context) : removeKey(record, context);
}

/** Without its keys, an agent that cannot be ended is harmless; the runner ends it with the job. */
async function stopAgent(
  { socket }: AgentRecord,
  { childEnvironment: environment, endAgents }: CleanupContext,
): Promise<ReleaseOutcome> {
  const what = 'the private key in the SSH agent that this step started';
  const keys = await keysInAgent(socket, environment);
  if (keys !== undefined && keys.length > 0) await sshAdd(['-q', '-D'], { socket, environment });
  const left = keys === undefined ? [] : await keysInAgent(socket, environment);
  const wasEnded = endAgents(socket);
  if (left !== undefined && left.length > 0 && !wasEnded) {
    return { outcome: 'left', what, why: 'it still has keys', command: commandTo('-D', socket) };
  }
  removeSocket(socket);
  // Proof that it is gone: nothing answers at its socket, and no process listens there.
  if (keys === undefined && !wasEnded) return { outcome: 'already-gone', what };
  return { outcome: 'done', said: 'Stopped the SSH agent with the private key.' };
}

async function removeKey(
  { socket, publicKey }: AgentRecord,
  { childEnvironment: environment, temp }: CleanupContext,
): Promise<ReleaseOutcome> {
  const what = 'the private key in the SSH agent';
  // Proof that nothing was added: the key is recorded first.
  if (publicKey === undefined) return { outcome: 'already-gone', what };
  const before = await keysInAgent(socket, environment);
  // Proof that it is gone: the agent is, or lists its keys without this one.
  if (!before?.includes(publicKey)) return { outcome: 'already-gone', what };
  await withFile(temp, `${publicKey}\n`, (file) => sshAdd(['-q', '-d', file], { socket, environment }));
  const after = await keysInAgent(socket, environment);
  if (after?.includes(publicKey)) {
    return { outcome: 'left', what, why: 'the agent did not remove it', command: commandTo('-D', socket) };
  }
  return { outcome: 'done', said: 'Removed the private key from the SSH agent.' };
}

function commandTo(option: string, socket: string): string {
  return `SSH_AUTH_SOCK=${shellWord(socket)} ssh-add ${option}`;
}

/** `ssh-add -d` reads a public key from a file. */
async function withFile(temp: string, text: string, use: (file: string) => Promise<unknown>): Promise<void> {
  const folder = mkdtempSync(path.join(temp, 'public-key-'));
  try {
    const file = path.join(folder, 'key.pub');
    writeFileSync(file, text, { flag: 'wx' });
    await use(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Only a folder that this action made: the record comes from the state. */
function removeSocket(socket: string): void {
  const folder = path.dirname(socket);
  if (!ownFolder.test(path.basename(folder))) return;
  rmSync(socket, { force: true });
  try {
    // Fails if anything else is in it.
    rmdirSync(folder);
  } catch {
    // The runner empties its temp folder.
  }
}
