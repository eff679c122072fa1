import { readJournal } from '../../ec2/journal.ts';
import { keyPairIn } from '../../ec2/put-back.ts';
import type { KeyPair } from '../../ec2/responses.ts';
import { tagOfUnrevoked, unrevokedKeys } from '../../ec2/unrevoked-keys.ts';
import type { InstancesPolicy } from '../../inputs/request.ts';
import type { Instance } from '../../instances/reach.ts';
import { type Tag, tagKeys } from '../../ownership.ts';
import { countInstances, listIds, listMissed, type MissedInstance } from '../../results/instances.ts';
import { removeBesideEach, removeEach } from './each-key.ts';
import { sortOutcomes } from './outcomes.ts';
import type { OpensInstances } from './plan-instances.ts';

/** What became of the instances of a rotation that ends. */
export interface SettledInstances {
  /** What was done, as a sentence; undefined if that is nothing. */
  readonly said: string | undefined;
  /** The instances that still accept a key which they should not, or may do so, as a clause; undefined if there are none. */
  readonly missed: string | undefined;
  /** Whether the rotation may end without these instances. */
  readonly isOver: boolean;
  /** Must be set on the key pair before the rotation ends: the keys that the next rotation has to remove. */
  readonly unrevoked?: Tag;
}

/** Possibly, no one has the new private key. */
const oldKeyStays =
  'instances still accept the old key, which was not removed, because possibly no one has the new private key: run `operation: rotate` with `update-instances: ssm`';

const nothing: SettledInstances = { said: undefined, missed: undefined, isOver: true };

/** What is known of a rotation that ends. */
interface WhatToSettle {
  /** The key that the key pair has. */
  readonly remaining: 'old' | 'new';
  /** The instances that may have the wrong key; if undefined, all that were launched with the key pair. */
  readonly only?: readonly string[] | undefined;
  /**
   * Set if a rotation follows that also updates instances. `warn` if this one may end without some of them, whatever it began
   * with.
   */
  readonly policy?: InstancesPolicy | undefined;
  /** Whether the key pair is deleted when its job ends. */
  readonly ofJob?: boolean | undefined;
  /** Whether the new private key is no longer where it was kept. */
  readonly isNewKeyLost?: boolean | undefined;
}

/**
 * Removes one of the two keys of a rotation from running instances, where they have the other one: the old key if the key pair has
 * its new one for good, and otherwise the new key. Commands of the rotation that are still running are stopped first. May be
 * repeated.
 *
 * @throws AwsError
 */
export async function settleInstances(
  journal: KeyPair,
  { remaining, only, policy, ofJob, isNewKeyLost }: WhatToSettle,
  { openInstances }: OpensInstances,
): Promise<SettledInstances> {
  const { keyName, instances } = readJournal(journal) ?? {};
  const { newKeyDigest } = instances ?? {};
  if (keyName === undefined || instances === undefined || newKeyDigest === undefined) return nothing;
  const fleet = await openInstances();
  const all = await fleet.find(keyName);
  const found = only === undefined ? all : all.filter(({ instanceId }) => only.includes(instanceId));
  if (found.length === 0) return nothing;
  const isNewKeyKept = instances.isNewKeyKept && isNewKeyLost !== true;
  const isOldKeyNeeded = remaining === 'new' && !isNewKeyKept && ofJob !== true;
  if (isOldKeyNeeded && policy === undefined) {
    return { said: undefined, missed: oldKeyStays, isOver: false };
  }
  const earlier = unrevokedKeys(journal);
  // The rotation went back to a key that instances accept anyway.
  if (remaining === 'old' && earlier.includes(newKeyDigest)) return nothing;
  const mark = journal.tags.get(tagKeys.nonce) ?? '';
  const busy = await fleet.stop(mark, journal.createdAt);
  const oldDigests = [fleet.digestOf(keyPairIn(journal).publicKey), ...earlier];
  if (isOldKeyNeeded) return leaveOldKey(found, busy, policy, tagOfUnrevoked(oldDigests));
  const { reachable, missed } = sortByReach(found, busy);
  const outcomes =
    remaining === 'new'
      ? await removeEach(oldDigests, newKeyDigest, reachable, { mark }, fleet)
      : await removeBesideEach(newKeyDigest, oldDigests, reachable, { mark }, fleet);
  const { done, failed, notRun } = sortOutcomes(outcomes);
  // A file that could not be read did not get the new key either.
  missed.push(...failed.filter(({ onlyUnreadable }) => remaining === 'new' || !onlyUnreadable), ...notRun);
  const key = remaining === 'new' ? 'old' : 'new';
  return {
    said: removedFrom(done, key),
    missed: stillAccepting(missed, key),
    isOver: missed.length === 0 || policy === 'warn' || instances.policy === 'warn',
  };
}

/** Until the rotation that follows has added its own key, the old one is the only way in. */
function leaveOldKey(
  found: readonly Instance[],
  busy: readonly string[],
  policy: InstancesPolicy | undefined,
  unrevoked: Tag,
): SettledInstances {
  const ids = found.map(({ instanceId }) => instanceId);
  const stillBusy = ids.filter((id) => busy.includes(id)).map((instanceId) => ({ instanceId, why: isBusy }));
  if (stillBusy.length > 0 && policy === 'fail') {
    return { said: undefined, missed: stillAccepting(stillBusy, 'old'), isOver: false };
  }
  const said = `${countInstances(ids.length)} may accept its old key until another rotation has added a new one: ${listIds(ids)}.`;
  return { said, missed: undefined, isOver: true, unrevoked };
}

const isBusy = 'is still running an earlier command';

function sortByReach(
  found: readonly Instance[],
  busy: readonly string[],
): { readonly reachable: readonly string[]; readonly missed: MissedInstance[] } {
  const missed: MissedInstance[] = [];
  const reachable: string[] = [];
  for (const { instanceId, unreachable } of found) {
    const why = unreachable ?? (busy.includes(instanceId) ? isBusy : undefined);
    if (why === undefined) reachable.push(instanceId);
    else missed.push({ instanceId, why });
  }
  return { reachable, missed };
}

function removedFrom(done: readonly string[], key: 'old' | 'new'): string | undefined {
  if (done.length === 0) return undefined;
  return `Removed the ${key} public key from ${countInstances(done.length)}: ${listIds(done)}.`;
}

function stillAccepting(missed: readonly MissedInstance[], key: 'old' | 'new'): string | undefined {
  if (missed.length === 0) return undefined;
  return `${countInstances(missed.length)} may still accept the ${key} key: ${listMissed(missed)}`;
}
