import type { ClaimRecord } from '../../ledger/claim.ts';
import { absolutePath, matching, optional, recordParser } from '../../ledger/record.ts';

/** What the ledger records of an SSH agent that has the private key, or will have it. */
export interface AgentRecord extends ClaimRecord {
  readonly kind: 'agent';
  /** Absolute path of the agent's socket. */
  readonly socket: string;
  /** Whether this step started the agent: then it ends with the job, and all that is in it. */
  readonly startedBy: 'this-step' | 'others';
  /** The public half of the key in the agent, as in `ssh-rsa AAAA…`, once the agent may have it. */
  readonly publicKey?: string;
}

/** The folder and the file of a socket that this action makes. */
const ownSocket = /[\\/]ssh-agent-[0-9a-f]{8}[\\/]socket$/;

/** Whatever else a record says, an agent at another socket is not this action's. */
export function parseAgentRecord(value: unknown): AgentRecord | undefined {
  const record = parseFields(value);
  return record?.startedBy === 'this-step' && !ownSocket.test(record.socket) ? undefined : record;
}

const parseFields = recordParser<AgentRecord>('agent', {
  socket: absolutePath,
  startedBy: matching(/^(this-step|others)$/),
  publicKey: optional(matching(/^ssh-(rsa|ed25519) [\w+/]+=*$/)),
});
