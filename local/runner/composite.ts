import type { Contexts } from './expressions.ts';
import type { GitHubContext } from './github-context.ts';
import type { JobContext } from './job-context.ts';
import type { ActionFolders, Status, StepStatus } from './job-types.ts';
import { evaluated, inputsOf, printAction } from './launch.ts';
import { type CompositeManifest, type Manifest, readManifest } from './manifest.ts';
import { type Composite, type PlannedStep, plannedSteps } from './planned-steps.ts';
import type { StepScope } from './step-scope.ts';

/** A step that uses a composite action, and how to run the action's own steps. */
export interface CompositeUse {
  readonly planned: PlannedStep;
  readonly uses: string;
  readonly folder: string;
  readonly manifest: CompositeManifest;
  readonly context: JobContext;
  readonly scope: StepScope;
  readonly github: GitHubContext;
  readonly contexts: Contexts;
  readonly run: (step: PlannedStep) => Promise<StepStatus>;
}

/** The post step that an action registers when it begins, if it has one. */
export function postOf(
  planned: PlannedStep,
  manifest: Manifest,
  actions: ActionFolders,
): PlannedStep | undefined {
  const isComposite = manifest.kind === 'composite';
  const has = isComposite ? hasPost(manifest, actions) : manifest.post !== undefined;
  if (!has || planned.phase === 'post') return undefined;
  const name = `Post ${planned.name.replace(/^Pre /, '')}`;
  return { ...planned, phase: 'post', condition: isComposite ? 'always()' : manifest.postIf, name };
}

/** Whether any of a composite action's steps has a post step: only then has the action one. */
function hasPost({ steps }: CompositeManifest, actions: ActionFolders): boolean {
  return steps.some(({ uses }) => {
    const folder = uses === undefined ? undefined : actions[uses];
    if (folder === undefined || folder === 'none') return false;
    const manifest = readManifest(folder);
    return manifest.kind === 'composite' ? hasPost(manifest, actions) : manifest.post !== undefined;
  });
}

/**
 * Runs a phase of a composite action. Its steps keep the GITHUB_ACTION of the step that uses it, and only `action_path` is
 * set for them (CompositeActionHandler.cs; StepsRunner.cs sets `action` for the steps of the job alone).
 */
export async function runComposite(use: CompositeUse): Promise<Status> {
  const { planned, manifest, scope, context } = use;
  const inputs = inputsOf(planned.step, manifest.inputs, scope, use.contexts);
  const composite: Composite = {
    ...planned.composite,
    inputs: Object.fromEntries(inputs),
    env: new Map([...scope.env].filter(([name, value]) => context.scope.env.get(name) !== value)),
    github: { ...use.github, action_path: use.folder },
    status: 'success',
  };
  if (planned.phase === 'post') return runPostSteps(composite, use);
  printAction(scope, use.uses, inputs);
  await runMainSteps(composite, use);
  const contexts = context.contexts(scope.env, use.github, composite);
  for (const [name, value] of manifest.outputs) scope.outputs.set(name, evaluated(value, contexts));
  return composite.status;
}

/** Runs its steps in order. After one that fails, only those run that want to. */
async function runMainSteps(composite: Composite, { manifest, run }: CompositeUse): Promise<void> {
  for (const step of plannedSteps(manifest.steps, composite)) {
    const conclusion = await run(step);
    if (conclusion !== 'skipped' && composite.status === 'success') composite.status = conclusion;
  }
}

/** Runs the post steps of its steps that began, last first, when the action's own turn comes. */
async function runPostSteps(composite: Composite, { run }: CompositeUse): Promise<Status> {
  let status: Status = 'success';
  for (const post of composite.posts.toReversed()) {
    const conclusion = await run({ ...post, within: composite });
    if (conclusion !== 'skipped' && status === 'success') status = conclusion;
  }
  return status;
}
