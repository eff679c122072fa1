import { KeyPairError } from '../../errors.ts';
import type { Outcomes } from '../../instances/runs.ts';
import type { PublicKey } from '../../keys/public-key.ts';
import { countInstances, listMissed, type MissedInstance } from '../../results/instances.ts';
import type { OpenJournal } from '../open-journal.ts';
import type { Log } from '../operation.ts';
import { addBesideEach } from './each-key.ts';
import { sortOutcomes } from './outcomes.ts';
import type { InstancesPlan, OpensInstances } from './plan-instances.ts';
import { recordedInstances } from './recorded-instances.ts';

/** What changing instances uses of a step. */
export interface UpdatesInstances extends OpensInstances {
  readonly region: string;
  readonly log: Log;
}

/** What became of the instances before the swap. */
export interface AddedKeys {
  /** Its record names the instances that may have the new key. */
  readonly journal: OpenJournal;
  /** Those that accept both keys now. */
  readonly added: readonly string[];
  readonly withoutKey: readonly string[];
  /** Those that could be reached, but do not accept the new key, or may not. */
  readonly missed: readonly MissedInstance[];
}

/**
 * Puts the new public key beside the old ones on running instances. The journal's claim names them before that, so that whoever
 * undoes the rotation takes the new key back out.
 *
 * @throws KeyPairError `INSTANCES_NOT_UPDATED` with the policy `fail`, and the codes of `Fleet.add`.
 */
export async function addNewKey(
  { reachable, policy }: InstancesPlan,
  {
    journal: { claim, record },
    newKey,
    oldDigests,
  }: { readonly journal: OpenJournal; readonly newKey: PublicKey; readonly oldDigests: readonly string[] },
  { openInstances, log, region }: UpdatesInstances,
): Promise<AddedKeys> {
  const fleet = await openInstances();
  const hold = (instances: readonly string[]): OpenJournal['record'] => {
    const now = instances.length === 0 ? record : { ...record, instances: recordedInstances(instances) };
    claim.held(now);
    return now;
  };
  hold(reachable);
  const mayRun: string[] = [];
  let outcomes: Outcomes;
  try {
    const run = {
      mark: record.nonce,
      onMayRun: (ids: readonly string[]) => void mayRun.push(...ids),
      onSent: (ids: readonly string[], commandId: string) =>
        log.info(
          `Adding the new public key on ${countInstances(ids.length)} in ${region} (command ${commandId}).`,
        ),
    };
    outcomes = await addBesideEach(newKey, oldDigests, reachable, run, fleet);
  } catch (error) {
    hold([...new Set(mayRun)]);
    throw error;
  }
  const { done, withoutKey, failed, notRun } = sortOutcomes(outcomes);
  const held = hold([...done, ...failed.map(({ instanceId }) => instanceId)]);
  log.info(`The new public key is on ${done.length} of ${countInstances(reachable.length)} in ${region}.`);
  const missed = [...failed, ...notRun];
  if (policy === 'fail' && missed.length > 0) throw notUpdated(missed, reachable.length, region);
  return { journal: { claim, record: held }, added: done, withoutKey, missed };
}

function notUpdated(missed: readonly MissedInstance[], all: number, region: string): KeyPairError {
  return new KeyPairError(
    'INSTANCES_NOT_UPDATED',
    `The new public key could not be added on ${missed.length} of ${countInstances(all)} in ${region}: ${listMissed(missed)}.`,
    {
      hint: 'The key pair keeps its old key. See the output of the command in the AWS console, under Systems Manager, Run Command. To rotate without these instances, set update-instances-policy: warn.',
    },
  );
}
