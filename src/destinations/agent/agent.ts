import path from 'node:path';
import { KeyPairError } from '../../errors.ts';
import type { AgentRequest } from '../../inputs/request.ts';
import type { MaskedPrivateKey } from '../../keys/private-key.ts';
import type { Claim, Claims } from '../../ledger/claim.ts';
import type { Delivered } from '../../results/key-pair-result.ts';
import type { DeliveredPair, DeliveryContext, Destination } from '../destination.ts';
import type { AgentRecord } from './agent-record.ts';
import { keysInAgent, sshAdd } from './ssh-programs.ts';
import { socketPath, startAgent } from './start-agent.ts';

/** Seconds. An agent that was here before may outlive the job, even if cleanup never runs: GitHub's limit for a job. */
const lifeInOtherAgent = 6 * 60 * 60;

const untilJobEnds = 'until the job ends';

type AgentContext = Pick<
  DeliveryContext,
  'folders' | 'systemTemp' | 'randomHex' | 'agentSocket' | 'childEnvironment' | 'exportVariable'
>;

/** An agent that answers, and the claim of what this step does with it. */
interface ReadyAgent {
  readonly record: AgentRecord;
  readonly claim: Claim<AgentRecord>;
}

/**
 * An SSH agent for the later steps of the job: the one that `SSH_AUTH_SOCK` names, if it answers and is not GnuPG's, or a new
 * one.
 *
 * @throws KeyPairError `reserve` and `deliver` throw `NO_SSH_AGENT`.
 */
export async function openAgent(
  _request: AgentRequest,
  { keyName }: DeliveredPair,
  context: AgentContext,
): Promise<Destination<AgentRecord>> {
  return {
    intent: 'add the private key to an SSH agent',
    tags: [],
    async expected() {
      // A dry run fails as the real one does if ssh-add cannot be run.
      await keysInAgent(context.agentSocket ?? context.folders.temp, context.childEnvironment);
      return delivered(untilJobEnds);
    },
    async reserve(claims) {
      const agent = await readyAgent(claims, context);
      return {
        deliver: (key) => addKey(key, keyName, agent, context),
        async close() {},
      };
    },
  };
}

async function readyAgent(claims: Claims<AgentRecord>, context: AgentContext): Promise<ReadyAgent> {
  const { agentSocket, childEnvironment, exportVariable, folders, randomHex, systemTemp } = context;
  if (
    agentSocket !== undefined &&
    !isOfGnuPg(agentSocket) &&
    typeof (await keysInAgent(agentSocket, childEnvironment)) !== 'string'
  ) {
    const record: AgentRecord = { kind: 'agent', socket: agentSocket, startedBy: 'others' };
    return { record, claim: claims.intend(record, 'job') };
  }
  const socket = socketPath([folders.temp, systemTemp], randomHex(4));
  const record: AgentRecord = { kind: 'agent', socket, startedBy: 'this-step' };
  const claim = claims.intend(record, 'job');
  await startAgent(socket, childEnvironment);
  exportVariable('SSH_AUTH_SOCK', socket);
  return { record, claim };
}

/** The agent of GnuPG, which writes each key to a file, where it stays. */
function isOfGnuPg(socket: string): boolean {
  return path.basename(socket).startsWith('S.gpg-agent');
}

async function addKey(
  key: MaskedPrivateKey,
  keyName: string,
  { record, claim }: ReadyAgent,
  { childEnvironment: environment }: AgentContext,
): Promise<Delivered> {
  const { socket, startedBy } = record;
  const publicKey = key.publicKey.openSshLine();
  const isOthers = startedBy === 'others';
  const before = isOthers ? await keysInAgent(socket, environment) : [];
  if (typeof before !== 'string' && before.includes(publicKey)) {
    // Proof that there is nothing to remove: the key was in the agent before, and stays.
    claim.cancelled();
    return delivered('was in it before, and stays');
  }
  const text = await key.as('openssh', { comment: keyName });
  claim.held({ ...record, publicKey });
  const limit = isOthers ? ['-t', String(lifeInOtherAgent)] : [];
  const { status } = await sshAdd(['-q', ...limit, '-'], { socket, environment, input: text });
  // Proof that it was not added: ssh-add says so.
  if (status !== 0 && status !== undefined) claim.held(record);
  if (status !== 0) throw notAccepted(status);
  return delivered(isOthers ? 'until the job ends, at most 6 hours' : untilJobEnds);
}

function delivered(until: string): Delivered {
  return {
    label: 'Private key in SSH agent',
    where: 'SSH_AUTH_SOCK',
    until,
    outlivesJob: false,
    outputs: {},
    warnings: [],
  };
}

function notAccepted(status: number | undefined): KeyPairError {
  const why = status === undefined ? 'it did not answer within 10 s' : `ssh-add exited with code ${status}`;
  return new KeyPairError('NO_SSH_AGENT', `The SSH agent did not accept the private key: ${why}.`, {
    hint: 'The agent may be locked (`ssh-add -x`), ask a person for each key, or not support its type. Start another agent in a step before this one, or leave out ssh-agent and use the private key file.',
  });
}
