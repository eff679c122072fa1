import type { Fleet } from '../../instances/fleet.ts';
import type { Outcome } from '../../instances/outcome.ts';
import type { CommandRun, Outcomes } from '../../instances/runs.ts';

/** Public keys to remove, and the one that must be in the same file. All of them are digests. */
interface Keys {
  readonly digests: readonly string[];
  readonly remainingDigest: string;
}

/** Removes public keys from instances, one after the other. Returns one outcome for each instance. */
export async function removeKeys(
  { digests, remainingDigest }: Keys,
  instanceIds: readonly string[],
  run: CommandRun,
  fleet: Pick<Fleet, 'remove'>,
): Promise<Outcomes> {
  const outcomes = new Map<string, Outcome>();
  for (const digest of digests) {
    for (const [id, outcome] of await fleet.remove({ digest, remainingDigest }, instanceIds, run)) {
      outcomes.set(id, joined(outcomes.get(id), outcome));
    }
  }
  return outcomes;
}

/** A key that may still be there counts more than one that was removed. */
function joined(before: Outcome | undefined, now: Outcome): Outcome {
  if (before === undefined || now.is === 'failed') return now;
  if (before.is !== 'done') return before;
  if (now.is !== 'done') return now;
  return { is: 'done', found: before.found + now.found, changed: before.changed + now.changed };
}
