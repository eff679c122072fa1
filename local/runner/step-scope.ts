import type { StepLog } from './step-log.ts';

/** What all steps of a job share and can change. */
export interface JobScope {
  /** The job's `env:` and what steps added through GITHUB_ENV. */
  readonly env: Map<string, string>;
  /** What steps added through GITHUB_PATH, oldest first. */
  readonly path: string[];
  /** Hides a value in everything that is written from now on. */
  readonly hide: (value: string) => void;
  /** The values that steps registered with add-mask, in order. */
  readonly masks: string[];
  readonly mask: (text: string) => string;
}

/** What one phase of a step can change. */
export interface StepScope {
  readonly job: JobScope;
  readonly log: StepLog;
  /** The step's env context: the job's and its own. */
  readonly env: Map<string, string>;
  readonly outputs: Map<string, string>;
  /** Shared by the pre, main and post phases of one action. */
  readonly state: Map<string, string>;
  /** This step's parts of the job summary, masked. */
  readonly summary: string[];
  /** A command or a file command failed: the step fails, whatever its exit code. */
  commandFailed: boolean;
}

/** The scope of a step that begins. `env`: what it has besides the job's. */
export function newScope(
  job: JobScope,
  log: StepLog,
  state: Map<string, string>,
  env: ReadonlyMap<string, string> = new Map(),
): StepScope {
  return {
    job,
    log,
    env: new Map([...job.env, ...env]),
    outputs: new Map(),
    state,
    summary: [],
    commandFailed: false,
  };
}

/** Sets a variable for this step's context and all later steps. */
export function setVariable(scope: StepScope, name: string, value: string): void {
  scope.job.env.set(name, value);
  scope.env.set(name, value);
  scope.log.debug(`${name}='${value}'`);
}

/** Adds a folder to the front of PATH for later steps. */
export function prependPath(scope: StepScope, folder: string): void {
  const { path } = scope.job;
  const known = path.indexOf(folder);
  if (known >= 0) path.splice(known, 1);
  path.push(folder);
}

/** Sets an output. @throws Error for an empty name. */
export function setOutput(scope: StepScope, name: string, value: string): void {
  if (name === '') throw new Error("Value cannot be null or empty. (Parameter 'name')");
  scope.outputs.set(name, value);
}

/** Saves state for later phases of the same action. */
export function saveState(scope: StepScope, name: string, value: string): void {
  scope.state.set(name, value);
  scope.log.debug(`Save intra-action state ${name} = ${value}`);
}
