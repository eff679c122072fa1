import type { Outcomes } from '../../instances/runs.ts';
import type { MissedInstance } from '../../results/instances.ts';

/** The outcomes of a program, sorted. */
interface SortedOutcomes {
  /** Instances with files that have the key. */
  readonly done: readonly string[];
  /** Instances where no file has it. */
  readonly withoutKey: readonly string[];
  /** Instances where the program may have changed something, and may not have. */
  readonly failed: readonly MissedInstance[];
  /** Instances where it never ran. */
  readonly notRun: readonly MissedInstance[];
}

export function sortOutcomes(outcomes: Outcomes): SortedOutcomes {
  const sorted = {
    done: [] as string[],
    withoutKey: [] as string[],
    failed: [] as MissedInstance[],
    notRun: [] as MissedInstance[],
  };
  for (const [instanceId, outcome] of outcomes) {
    if (outcome.is === 'done') (outcome.found === 0 ? sorted.withoutKey : sorted.done).push(instanceId);
    else (outcome.is === 'failed' ? sorted.failed : sorted.notRun).push({ instanceId, why: outcome.why });
  }
  return sorted;
}
