import { unlessAborted } from '../aws/aborted.ts';
import type { GitHubRole } from '../aws/github-role.ts';
import type { RetryPolicy } from '../aws/retry.ts';
import type { AwsSession, Caller } from '../aws/session.ts';
import { destinationKinds, otherKinds } from '../destinations/kinds.ts';
import type { KeyPairAccess, OpensRegion } from '../ec2/key-pair-claim.ts';
import { parseKeyPairRecord } from '../ec2/key-pair-record.ts';
import { parseRotationRecord, parseSwapRecord } from '../ec2/rotation-record.ts';
import type { ClaimKinds } from '../ledger/claim.ts';
import type { StepRecord } from '../operations/operation.ts';
import { childEnvironment } from '../runner/child-processes.ts';
import { allowNoHome, tempFolder, workflowRun } from '../runner/workflow.ts';
import { maskProxyPasswords } from './proxy-passwords.ts';

/** A Region of the account that the current credentials belong to. */
export interface RegionAccess extends KeyPairAccess {
  readonly session: AwsSession;
  readonly caller: Caller;
}

/**
 * Every kind of claim, for main and for the post step: a record without a row does not compile. Parsing is loaded at
 * once; the code that releases claims, and with it the SDK, only when there is something to release.
 *
 * @param open - Opens the Region in a record of this caller.
 * @param isOutputFile - Whether a path is that of the output file of a step of this job. No other one is emptied.
 */
export function claimKinds(
  open: OpensRegion<RegionAccess>,
  isOutputFile: (file: string) => boolean,
): ClaimKinds<StepRecord> {
  const { output, agent, store, ...otherDestinations } = destinationKinds;
  const context = { childEnvironment: childEnvironment(), temp: tempFolder(), endAgents: endAgentsAt };
  return {
    'key-pair': {
      parse: parseKeyPairRecord,
      release: async (record) => (await import('../ec2/key-pair-claim.ts')).releaseKeyPair(record, open),
    },
    rotation: {
      parse: parseRotationRecord,
      release: async (record) => (await import('./release-rotation.ts')).releaseRotation(record, open),
    },
    swap: {
      parse: parseSwapRecord,
      release: async (record) => (await import('./release-rotation.ts')).releaseSwap(record, open),
    },
    output: {
      ...output,
      isOfJob: true,
      parse(value) {
        const record = output.parse(value);
        return record !== undefined && isOutputFile(record.path) ? record : undefined;
      },
    },
    agent: { ...agent, isOfJob: true, release: (record) => agent.release(record, context) },
    store: {
      ...store,
      release: async (record) => (await import('./release-copy.ts')).releaseCopy(record, open),
    },
    ...otherDestinations,
    ...otherKinds,
  };
}

async function endAgentsAt(socket: string): Promise<boolean> {
  const { endAgents } = await import('../runner/agent-processes.ts');
  return endAgents(socket);
}

/**
 * Opens a Region with the current credentials, which may not be the ones that created the key pair. Gives up with the
 * policy's signal: a program or a service that the credentials come from may not answer.
 *
 * @param role - In place of the credentials of the environment.
 */
export async function openKeyPairs(
  region: string,
  policy: RetryPolicy,
  role?: GitHubRole,
): Promise<RegionAccess> {
  const { openKeyPairSession } = await import('../ec2/session.ts');
  allowNoHome();
  await maskProxyPasswords(process.env);
  const opened = openKeyPairSession(region, policy, process.env, undefined, role);
  return { ...(await unlessAborted(opened, policy.signal)), run: workflowRun() };
}

/** Opens Regions for the post step, with the role that main has assumed, if it did that. */
export function openForCleanup(policy: RetryPolicy): OpensRegion<RegionAccess> {
  return async (region, recorded) => {
    const { role } = recorded;
    if (role === undefined) return openKeyPairs(region, policy);
    const { openWithRole } = await import('./cleanup-role.ts');
    return openWithRole({ ...recorded, role }, policy, (assumed) => openKeyPairs(region, policy, assumed));
  };
}
