import type { Outcomes } from '../../instances/runs.ts';
import type { MissedInstance } from '../../results/instances.ts';

/** An instance where a program failed. */
interface FailedInstance extends MissedInstance {
  /** As in `Outcome`. */
  readonly onlyUnreadable: boolean;
}

/** The outcomes of a program, sorted. */
interface SortedOutcomes {
  /** Instances with files that have the key. */
  readonly done: readonly string[];
  /** Instances where no file has it. */
  readonly withoutKey: readonly string[];
  /** Instances where the program may have changed something, and may not have. */
  readonly failed: readonly FailedInstance[];
  /** Instances where it never ran. */
  readonly notRun: readonly MissedInstance[];
}

export function sortOutcomes(outcomes: Outcomes): SortedOutcomes {
  const done: string[] = [];
  const withoutKey: string[] = [];
  const failed: FailedInstance[] = [];
  const notRun: MissedInstance[] = [];
  for (const [instanceId, outcome] of outcomes) {
    if (outcome.is === 'done') (outcome.found === 0 ? withoutKey : done).push(instanceId);
    else if (outcome.is === 'not-run') notRun.push({ instanceId, why: outcome.why });
    else failed.push({ instanceId, why: outcome.why, onlyUnreadable: outcome.onlyUnreadable === true });
  }
  return { done, withoutKey, failed, notRun };
}
