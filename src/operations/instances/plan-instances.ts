import type { KeyPair } from '../../ec2/responses.ts';
import { KeyPairError } from '../../errors.ts';
import type { InstancesPolicy, InstancesRequest } from '../../inputs/request.ts';
import type { Fleet } from '../../instances/fleet.ts';
import { countInstances, listMissed, type MissedInstance } from '../../results/instances.ts';

export interface OpensInstances {
  openInstances(): Promise<Fleet>;
}

/** The instances whose key a rotation replaces. */
export interface InstancesPlan {
  readonly policy: InstancesPolicy;
  readonly reachable: readonly string[];
  /** Those where no command can run. With the policy `fail`, there are none. */
  readonly unreachable: readonly MissedInstance[];
}

/**
 * Finds the instances that were launched with a key pair.
 *
 * @returns Undefined if their key is not to be replaced.
 * @throws KeyPairError `INSTANCES_NOT_REACHABLE`, and the codes of `Fleet`.
 */
export async function planInstances(
  { keyName, region }: Pick<KeyPair, 'keyName' | 'region'>,
  request: InstancesRequest | undefined,
  { openInstances }: OpensInstances,
): Promise<InstancesPlan | undefined> {
  if (request === undefined) return undefined;
  const fleet = await openInstances();
  const found = await fleet.find(keyName);
  const { policy } = request;
  const reachable = found.flatMap((one) => (one.unreachable === undefined ? [one.instanceId] : []));
  const unreachable = found.flatMap(({ instanceId, unreachable: why }) =>
    why === undefined ? [] : [{ instanceId, why }],
  );
  if (policy === 'fail' && unreachable.length > 0) {
    throw new KeyPairError(
      'INSTANCES_NOT_REACHABLE',
      `Key pair "${keyName}" in ${region}: ${unreachable.length} of ${countInstances(found.length)} cannot be updated: ${listMissed(unreachable)}.`,
      {
        hint: 'Nothing was changed. Start the instances, and let Systems Manager manage them (docs/rotation.md, "Running instances"). To rotate anyway, and leave them with the old key, set update-instances-policy: warn.',
      },
    );
  }
  if (reachable.length > 0) await fleet.requireReadable();
  return { policy, reachable, unreachable };
}

/** Whether there are instances to change. */
export function takesPart(plan: InstancesPlan | undefined): plan is InstancesPlan {
  return plan !== undefined && plan.reachable.length > 0;
}

/** What a rotation says of instances that it will not reach. */
export function warningsOfPlan(
  plan: InstancesPlan | undefined,
  { keyName }: Pick<KeyPair, 'keyName'>,
): string[] {
  const { unreachable = [] } = plan ?? {};
  if (unreachable.length === 0) return [];
  return [
    `${countInstances(unreachable.length)} with key pair "${keyName}" cannot be updated, and will accept the old key only: ${listMissed(unreachable)}.`,
  ];
}
