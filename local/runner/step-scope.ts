import type { StepLog } from './step-log.ts';

/** What all steps of a job share and may change. */
export interface JobScope {
  /** The job's `env:` and what steps added through GITHUB_ENV. */
  readonly env: Map<string, string>;
  /** What steps added through GITHUB_PATH, oldest first. */
  readonly path: string[];
  /** Hides a value in all that is written from now on. */
  readonly hide: (value: string) => void;
  /** The values that steps registered with add-mask, in order. */
  readonly masks: string[];
  readonly mask: (text: string) => string;
}

/** What one phase of a step may change. */
export interface StepScope {
  readonly job: JobScope;
  readonly log: StepLog;
  /** The step's env context: the job's and its own. */
  readonly env: Map<string, string>;
  readonly outputs: Map<string, string>;
  /** Shared by the pre, main and post of one action. */
  readonly state: Map<string, string>;
  /** Masked parts of the job's summary, of this step. */
  readonly summary: string[];
  /** A command or a file command could not be carried out: the step fails whatever its process says. */
  commandFailed: boolean;
}

/** Sets a variable for this step's context and all later steps. */
export function setVariable(scope: StepScope, name: string, value: string): void {
  scope.job.env.set(name, value);
  scope.env.set(name, value);
  scope.log.debug(`${name}='${value}'`);
}

/** Puts a folder in front of later steps' PATH. */
export function prependPath(scope: StepScope, folder: string): void {
  const { path } = scope.job;
  const known = path.indexOf(folder);
  if (known >= 0) path.splice(known, 1);
  path.push(folder);
}

/** Sets an output; one without a name is an error. */
export function setOutput(scope: StepScope, name: string, value: string): void {
  if (name === '') throw new Error("Value cannot be null or empty. (Parameter 'name')");
  scope.outputs.set(name, value);
}

/** Remembers state for the same action's later phases. */
export function saveState(scope: StepScope, name: string, value: string): void {
  scope.state.set(name, value);
  scope.log.debug(`Save intra-action state ${name} = ${value}`);
}
