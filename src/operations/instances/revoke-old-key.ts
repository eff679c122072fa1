import { KeyPairError } from '../../errors.ts';
import type { PublicKey } from '../../keys/public-key.ts';
import { countInstances, listIds, listMissed, type MissedInstance } from '../../results/instances.ts';
import { reasonOf } from '../unfinished.ts';
import type { AddedKeys, UpdatesInstances } from './add-new-key.ts';
import { removeEach } from './each-key.ts';
import { sortOutcomes } from './outcomes.ts';

/** What became of the instances that accept both keys. */
export interface Revoked {
  readonly updated: readonly string[];
  /** Those that may still accept the old key. */
  readonly missed: readonly MissedInstance[];
}

/** Removes the old public keys from the instances that accept the new one, too. Never rejects. */
export async function revokeOldKey(
  { added, journal }: Pick<AddedKeys, 'added' | 'journal'>,
  { newKey, oldDigests }: { readonly newKey: PublicKey; readonly oldDigests: readonly string[] },
  { openInstances, log, region }: UpdatesInstances,
): Promise<Revoked> {
  if (added.length === 0) return { updated: [], missed: [] };
  try {
    const fleet = await openInstances();
    const outcomes = await removeEach(
      oldDigests,
      fleet.digestOf(newKey),
      added,
      {
        mark: journal.record.nonce,
        onSent: (ids, commandId) =>
          log.info(
            `Removing the old public key on ${countInstances(ids.length)} in ${region} (command ${commandId}).`,
          ),
      },
      fleet,
    );
    const { done, withoutKey, failed, notRun } = sortOutcomes(outcomes);
    return { updated: [...done, ...withoutKey], missed: [...failed, ...notRun] };
  } catch (error) {
    const why = reasonOf(error);
    return { updated: [], missed: added.map((instanceId) => ({ instanceId, why })) };
  }
}

/** Says that the old key was not removed everywhere. @param pair - As in `Key pair "deploy" (key-…)`. */
export function notRevoked(missed: readonly MissedInstance[], pair: string, region: string): KeyPairError {
  const reasons = new Set(missed.map(({ why }) => why));
  const [same = ''] = reasons;
  const which =
    reasons.size === 1
      ? `${listIds(missed.map(({ instanceId }) => instanceId))}: ${same}`
      : listMissed(missed);
  return new KeyPairError(
    'OLD_KEY_NOT_REVOKED',
    `${pair} in ${region} has its new key, but ${countInstances(missed.length)} may still accept the old one: ${which.replace(/\.$/, '')}.`,
    {
      hint: 'The post step will try again. If a warning says that it failed, too, run `operation: rotate` with `update-instances: ssm` for this key pair in fifteen minutes: it also removes the old key.',
    },
  );
}
