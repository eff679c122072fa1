import type { DestinationRecord } from '../destinations/kinds.ts';
import type { KeyPairRecord } from '../ec2/key-pair-record.ts';
import type { RotationRecord, SwapRecord } from '../ec2/rotation-record.ts';
import type { Outputs } from '../results/outputs.ts';
import type { Report } from '../results/report.ts';

/** Everything that a step may leave behind. */
export type StepRecord = KeyPairRecord | RotationRecord | SwapRecord | DestinationRecord;

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
  /** Asks EC2 whether it would allow this. Absent if EC2 is not involved. Changes nothing. */
  checkPermission?(): Promise<void>;
}

/** What the execution of a plan would do and report. */
export interface Preview {
  readonly actions: readonly PlannedAction[];
  /** Sentences of the execution that are true without it. */
  readonly remarks?: readonly string[];
  readonly warnings: readonly string[];
  /** Those of the execution. Empty where only the execution can know the value, as with an ID that EC2 would assign. */
  readonly outputs: Outputs;
}

/**
 * An operation: `plan` reads and decides, `execute` carries the plan out, `preview` describes it in a dry run.
 *
 * @typeParam Step - The parts of the step that the operation uses.
 */
export interface Operation<Request, Plan, Step> {
  /** Changes nothing. Rejects if it is already clear that the operation cannot succeed. */
  plan(request: Request, step: Step): Promise<Plan>;
  /** Changes nothing. Rejects like `execute` would, as far as that can be foreseen. */
  preview(plan: Plan, step: Step): Promise<Preview>;
  execute(plan: Plan, step: Step): Promise<Report>;
}
