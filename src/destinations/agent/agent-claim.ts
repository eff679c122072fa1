import { rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { KeyPairError } from '../../errors.ts';
import type { ReleaseOutcome } from '../../ledger/claim.ts';
import { shellWord } from '../../ledger/shell-word.ts';
import type { CleanupContext } from '../destination.ts';
import type { AgentRecord } from './agent-record.ts';
import { removeFromAgent } from './remove-from-agent.ts';

const removed = { outcome: 'done', said: 'Removed the private key from the SSH agent.' } as const;

/** Removes the key from an agent that was here before, or stops the agent that this step started. */
export async function releaseAgent(record: AgentRecord, context: CleanupContext): Promise<ReleaseOutcome> {
  return record.startedBy === 'this-step' ? stopAgent(record, context) : removeKey(record, context);
}

/** Where its process is not found, the agent loses the key, and the runner ends it with the job. */
async function stopAgent(record: AgentRecord, context: CleanupContext): Promise<ReleaseOutcome> {
  if (!(await context.endAgents(record.socket))) return removeKey(record, context);
  removeSocket(record.socket);
  return { outcome: 'done', said: 'Stopped the SSH agent with the private key.' };
}

/** Removes exactly this key: what else answers at the socket may be someone else's. */
async function removeKey(record: AgentRecord, context: CleanupContext): Promise<ReleaseOutcome> {
  const what = 'the private key in the SSH agent';
  const { socket, publicKey, startedBy } = record;
  // Proof that nothing was added: the key is recorded first.
  const result = publicKey === undefined ? 'absent' : await attempt(socket, publicKey, context);
  if (typeof result === 'object') {
    const command = `echo ${shellWord(publicKey ?? '')} | SSH_AUTH_SOCK=${shellWord(socket)} ssh-add -d -`;
    return { outcome: 'left', what, why: result.why, command };
  }
  if (startedBy === 'this-step') removeSocket(socket);
  return result === 'removed' ? removed : { outcome: 'already-gone', what };
}

async function attempt(socket: string, publicKey: string, context: CleanupContext) {
  try {
    return await removeFromAgent({ socket, publicKey }, context);
  } catch (error) {
    if (error instanceof KeyPairError) return { why: error.message };
    throw error;
  }
}

/** The parser of the record makes sure that it is in a folder that this action made. */
function removeSocket(socket: string): void {
  rmSync(socket, { force: true });
  try {
    // Fails if anything else is in it.
    rmdirSync(path.dirname(socket));
  } catch {
    // The runner empties its temp folder.
  }
}
