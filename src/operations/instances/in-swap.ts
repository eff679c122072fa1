import type { KeyPairs } from '../../ec2/key-pairs.ts';
import { mayDelete } from '../../ec2/permissions.ts';
import { unrevokedKeys } from '../../ec2/unrevoked-keys.ts';
import type { KeyPairError } from '../../errors.ts';
import type { PublicKey } from '../../keys/public-key.ts';
import { type InstancesResult, listMissed, type MissedInstance } from '../../results/instances.ts';
import type { OpenJournal } from '../open-journal.ts';
import type { RotationPlan } from '../plan-rotation.ts';
import { goneAlready } from '../rotation-errors.ts';
import { reasonOf } from '../unfinished.ts';
import { type AddedKeys, addNewKey, type UpdatesInstances } from './add-new-key.ts';
import { type InstancesPlan, type OpensInstances, takesPart } from './plan-instances.ts';
import { notRevoked, revokeOldKey } from './revoke-old-key.ts';

/** The digest of the new key, for the journal; undefined if no instances take part. */
export async function digestFor(
  { instances }: RotationPlan,
  newKey: PublicKey,
  { openInstances }: OpensInstances,
): Promise<string | undefined> {
  if (!takesPart(instances)) return undefined;
  return (await openInstances()).digestOf(newKey);
}

/**
 * Puts the new public key beside the old one. That takes up to minutes, so it looks again whether the old key pair still exists.
 *
 * @throws KeyPairError `PAIR_NOT_FOUND`, and the codes of `addNewKey`.
 */
export async function addToInstances(
  { instances, old }: RotationPlan,
  newKey: PublicKey,
  journal: OpenJournal,
  step: UpdatesInstances & { readonly keyPairs: Pick<KeyPairs, 'checkPermission'> },
): Promise<AddedKeys | undefined> {
  if (!takesPart(instances)) return undefined;
  const oldDigests = await digestsOf(old, step);
  const added = await addNewKey(instances, { journal, newKey, oldDigests }, step);
  if (!(await mayDelete(old, step.keyPairs))) throw goneAlready(old);
  return added;
}

/** Of the old key, and of those that earlier rotations left on instances. */
async function digestsOf(old: RotationPlan['old'], { openInstances }: OpensInstances): Promise<string[]> {
  return [(await openInstances()).digestOf(old.publicKey), ...unrevokedKeys(old)];
}

/** What became of the instances in the end. */
interface EndOfInstances {
  /** Undefined if they stay as they are. */
  readonly result: InstancesResult | undefined;
  /** Those for which the journal must stay. */
  readonly unrevoked: readonly string[];
  /** Sentences that the user should not miss. */
  readonly problems: readonly string[];
  /** What the step fails with. */
  readonly failure?: KeyPairError;
}

/** Removes the old public key from instances that accept the new one. Never rejects. */
export async function revokeOnInstances(
  { instances, old }: RotationPlan,
  {
    added,
    publicKey,
    keyPairId,
  }: {
    readonly added: AddedKeys | undefined;
    readonly publicKey: PublicKey;
    readonly keyPairId: string;
  },
  step: UpdatesInstances,
): Promise<EndOfInstances> {
  if (instances === undefined) return { result: undefined, unrevoked: [], problems: [] };
  const { updated, missed } =
    added === undefined
      ? { updated: [], missed: [] }
      : await revokeOldKey(added, { newKey: publicKey, oldDigests: await digestsOf(old, step) }, step);
  // Last, since EC2 may show a new instance late.
  const { late, problems } = await launchedMeanwhile(instances, old, step);
  const notAdded = [...(added?.missed ?? []), ...late];
  if (notAdded.length > 0)
    problems.push(`Not updated, and may accept the old key only: ${listMissed(notAdded)}.`);
  const withoutKey = added?.withoutKey ?? [];
  const result = { updated, withoutKey, missed: [...instances.unreachable, ...notAdded, ...missed] };
  if (missed.length === 0) return { result, unrevoked: [], problems };
  const error = notRevoked(missed, `Key pair "${old.keyName}" (${keyPairId})`, step.region);
  if (instances.policy === 'warn') return { result, unrevoked: [], problems: [...problems, error.message] };
  return { result, unrevoked: missed.map(({ instanceId }) => instanceId), problems, failure: error };
}

/** In place of `revokeOnInstances` if no one may have the new private key: the old one is the only way in. */
export function leaveBothKeys({ instances }: RotationPlan, added: AddedKeys | undefined): EndOfInstances {
  if (instances === undefined) return { result: undefined, unrevoked: [], problems: [] };
  const unrevoked = added?.added ?? [];
  const why = 'also accepts the old key';
  const both = unrevoked.map((instanceId) => ({ instanceId, why }));
  const missed = [...instances.unreachable, ...(added?.missed ?? []), ...both];
  return { result: { updated: [], withoutKey: added?.withoutKey ?? [], missed }, unrevoked, problems: [] };
}

/** Instances that did not exist when the rotation was planned. They were launched with the old key, or a moment ago with the new one. */
async function launchedMeanwhile(
  { reachable, unreachable }: InstancesPlan,
  { keyName }: RotationPlan['old'],
  { openInstances }: OpensInstances,
): Promise<{ readonly late: readonly MissedInstance[]; readonly problems: string[] }> {
  const known = new Set([...reachable, ...unreachable.map(({ instanceId }) => instanceId)]);
  try {
    const found = await (await openInstances()).find(keyName);
    const late = found.filter(({ instanceId }) => !known.has(instanceId));
    const why = 'was launched during the rotation';
    return { late: late.map(({ instanceId }) => ({ instanceId, why })), problems: [] };
  } catch (error) {
    const problem = `Instances that were launched during the rotation may accept the old key only: ${reasonOf(error)}.`;
    return { late: [], problems: [problem] };
  }
}
