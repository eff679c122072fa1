/** What happens to a command on one machine instead of the normal course. */
export type CommandEffect =
  /** It is not delivered, and stays Pending until it is canceled. */
  | { kind: 'pending' }
  /** It stays InProgress until it is canceled. With `executed`, the program was run. */
  | { kind: 'in-progress'; executed: boolean }
  /** It is delivered this many milliseconds later, or when the promise is fulfilled, unless it is canceled before. */
  | { kind: 'late'; until: number | Promise<unknown> }
  /** Failed, with what the program printed, or with this output. */
  | { kind: 'fail'; executed: boolean; output?: string; code?: number }
  /** TimedOut: its execution took too long, or it was not delivered in time (then it is not executed). */
  | { kind: 'time-out'; during: 'execution' | 'delivery'; executed: boolean }
  /** Failed, as Undeliverable. */
  | { kind: 'undeliverable' }
  /** Success or Failed, but the output is not what the program printed. */
  | { kind: 'output'; change(output: string): string }
  /** Canceling it does not stop it: it is executed after the cancellation, and then reported as Cancelled. */
  | { kind: 'executed-after-cancel' };

export interface CommandFaultRule {
  /** Default: any machine. */
  readonly instanceId?: string;
  /** Only programs for which this is true. */
  readonly when?: (program: string) => boolean;
  /** This many matching invocations pass first. Default: 0. */
  readonly after?: number;
  /** How many it applies to. Default: 1. */
  readonly times?: number;
  readonly effect: CommandEffect;
}

/** Which invocations of commands fail, how, and how often. */
export class CommandFaults {
  /** So many reads after a SendCommand do not show its invocations: Run Command is eventually consistent. */
  hiddenReads = 0;
  #rules: { rule: CommandFaultRule; toSkip: number; left: number }[] = [];

  /** Returns a function that removes the rule. */
  add(rule: CommandFaultRule): () => void {
    const pending = { rule, toSkip: rule.after ?? 0, left: rule.times ?? 1 };
    this.#rules.push(pending);
    return () => {
      this.#rules = this.#rules.filter((other) => other !== pending);
    };
  }

  clear(): void {
    this.#rules = [];
    this.hiddenReads = 0;
  }

  /** The effect that applies to this invocation. Counts as one use of its rule. */
  take(instanceId: string, program: string): CommandEffect | undefined {
    for (const pending of this.#rules) {
      const { rule } = pending;
      const applies =
        (rule.instanceId === undefined || rule.instanceId === instanceId) && (rule.when?.(program) ?? true);
      if (pending.left <= 0 || !applies) continue;
      if (pending.toSkip > 0) {
        pending.toSkip -= 1;
        continue;
      }
      pending.left -= 1;
      return rule.effect;
    }
    return undefined;
  }
}
