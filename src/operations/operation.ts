import type { DestinationRecord } from '../destinations/kinds.ts';
import type { KeyPairRecord } from '../ec2/key-pair-record.ts';
import type { Report } from '../results/report.ts';

/** Everything that a step may leave behind. */
export type StepRecord = KeyPairRecord | DestinationRecord;

/** The step's log. */
export interface Log {
  info(text: string): void;
  notice(text: string): void;
  warning(text: string): void;
}

/** One thing that a plan would do. */
export interface PlannedAction {
  /** Continues "would …". */
  readonly text: string;
  /** Asks EC2 whether it would be allowed, where EC2 has a part in it. Changes nothing. */
  checkPermission?(): Promise<void>;
}

/**
 * What an operation is. `plan` reads and decides, `execute` does it, `preview` is for dry runs.
 *
 * @typeParam Step - What it needs of the step: each operation declares the narrow parts it uses.
 */
export interface Operation<Request, Plan, Step> {
  /** Changes nothing. Rejects where something that can be known in advance stands in the way. */
  plan(request: Request, step: Step): Promise<Plan>;
  preview(plan: Plan, step: Step): readonly PlannedAction[];
  execute(plan: Plan, step: Step): Promise<Report>;
}
