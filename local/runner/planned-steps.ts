import { completeCondition, type Value } from './expressions.ts';
import type { GitHubContext } from './github-context.ts';
import type { CompositeContexts } from './job-context.ts';
import type { Phase, Status, Step } from './job-types.ts';

/** A phase of a step that has not run yet. */
export interface PlannedStep {
  readonly step: Step;
  readonly phase: Phase;
  readonly name: string;
  /** The ID, or a generated one that starts with `__`. */
  readonly contextName: string;
  /** Shared by the phases of one action. */
  readonly state: Map<string, string>;
  /** Decides whether it runs when its turn comes. */
  readonly condition: string;
  /** Shared by the phases of one composite action. */
  readonly composite: CompositeState;
  /** The composite action that it is a step of. */
  readonly within?: Composite;
}

/** What the main phase of a composite action leaves for its post phase. */
export interface CompositeState {
  /** The post steps of its steps, in the order in which these began. */
  readonly posts: PlannedStep[];
  /** For `steps.x.…` within the action. */
  readonly steps: Record<string, Value>;
}

/** A running composite action, as its steps see it (CompositeActionHandler.cs). */
export interface Composite extends Omit<CompositeContexts, 'status' | 'steps'> {
  readonly steps: CompositeState['steps'];
  readonly posts: CompositeState['posts'];
  /** The `github` context of the step that uses it, with `action_path`: its steps all have the same GITHUB_ACTION. */
  readonly github: GitHubContext;
  /** The `env:` of the step that uses it. */
  readonly env: ReadonlyMap<string, string>;
  status: Status;
}

/** The main phases of steps, in order. */
export function plannedSteps(steps: readonly Step[], within?: Composite): PlannedStep[] {
  const names = new Set<string>();
  return steps.map((step): PlannedStep => {
    const contextName = step.id ?? generatedName(step, names);
    names.add(contextName);
    return {
      step,
      phase: 'main',
      name: step.name ?? `Run ${step.uses ?? step.run?.trim().split(/[\r\n]/)[0] ?? ''}`,
      contextName,
      state: new Map(),
      condition: completeCondition(String(step.if ?? '')),
      composite: { posts: [], steps: {} },
      ...(within === undefined ? {} : { within }),
    };
  });
}

/**
 * The value of GITHUB_ACTION for a step without an ID: `__run`, `__self`, `__owner_name`, then with a number, from 2.
 */
function generatedName(step: Step, taken: ReadonlySet<string>): string {
  const { uses } = step;
  const origin = uses?.startsWith('./') === false ? uses.replace(/@.*$/, '').replaceAll('/', '_') : 'self';
  const base = `__${uses === undefined ? 'run' : origin}`;
  let name = base;
  for (let number = 2; taken.has(name); number++) name = `${base}_${number}`;
  return name;
}
