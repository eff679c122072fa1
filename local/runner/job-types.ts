import type { IdTokens } from './id-tokens.ts';

/** A plain value in YAML. */
export type Scalar = string | number | boolean | null;

/** A step as in a workflow's YAML. */
export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, Scalar>> | null;
  readonly run?: string;
  readonly shell?: string;
  readonly 'working-directory'?: string;
  readonly env?: Readonly<Record<string, Scalar>> | null;
  readonly if?: Scalar;
  readonly 'continue-on-error'?: Scalar;
  /** Accepted and ignored. */
  readonly 'timeout-minutes'?: Scalar;
}

/** Facts of the run, as the `github` context and `GITHUB_*` variables show them. */
export interface GitHubFacts {
  readonly actor: string;
  readonly apiUrl: string;
  /** The payload of the event; written to the file at GITHUB_EVENT_PATH. */
  readonly event: unknown;
  readonly eventName: string;
  readonly job: string;
  readonly ref: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly repositoryId: string;
  readonly runAttempt: string;
  readonly runId: string;
  readonly runNumber: string;
  readonly serverUrl: string;
  readonly sha: string;
  /** `github.token` and `secrets.GITHUB_TOKEN`; masked from the start. */
  readonly token: string;
  readonly workflow: string;
}

/** A process to start for a step. */
export interface Launch {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Where each `uses:` value is found: an absolute folder with an action.yml, or `none` for a step that does nothing. */
export type ActionFolders = Readonly<Record<string, string>>;

/** A job to run: its steps, and the machine they run on. */
export interface Job {
  readonly steps: readonly Step[];
  readonly actions: ActionFolders;
  /** The job's `env:`; printed in every step's group, as the runner does. Values may contain expressions. */
  readonly env?: Readonly<Record<string, Scalar>>;
  /** Path of the Node 24 binary that runs `node24` actions. */
  readonly node: string;
  /** An absolute folder that this job owns. `jobFolders` lists what is created in it. */
  readonly root: string;
  /** The job's `outputs:`, with expressions. */
  readonly outputs?: Readonly<Record<string, Scalar>>;
  readonly github?: Partial<GitHubFacts>;
  /** The `secrets` context; every value is masked from the start. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly needs?: Readonly<
    Record<string, { readonly result: string; readonly outputs: Record<string, string> }>
  >;
  readonly inputs?: Readonly<Record<string, Scalar>>;
  readonly vars?: Readonly<Record<string, string>>;
  /** Whether GitHub provides the runner, and deletes its machine with the job. */
  readonly hosted?: boolean;
  /** Where the job gets its OIDC tokens; undefined without `permissions: id-token: write`. */
  readonly idTokens?: IdTokens | undefined;
  /** ACTIONS_STEP_DEBUG: RUNNER_DEBUG=1, debug lines shown, commands echoed. */
  readonly debug?: boolean;
  /**
   * The environment of the runner's own process. Steps inherit it; the log does not show it. Default: this process's
   * PATH.
   */
  readonly host?: Readonly<Record<string, string>>;
  /** Keeps the temporary folder at the end of the job, so that a test can look inside. */
  readonly keepTemp?: boolean;
  /** Starts the processes of the steps in the job's container, as `docker exec` does. Default: there is no container. */
  readonly enter?: (launch: Launch) => Launch;
  readonly times?: Partial<Times>;
}

/** All in milliseconds. */
export interface Times {
  /** From SIGINT to SIGTERM when a step is cancelled. 7500 in the real runner. */
  readonly sigint: number;
  /** From SIGTERM to SIGKILL. 2500 in the real runner. */
  readonly sigterm: number;
  /** How long the pipes of an ended process are still read while a child keeps them open. 5000 in the real runner. */
  readonly drain: number;
  /**
   * How long lines are collected before they are handled, stderr first. The real runner handles what has arrived; with
   * a window, the worst possible order is the usual one.
   */
  readonly batch: number;
  /** How long an abandoned process may continue at the end of the job before it is killed. 0 in the real runner. */
  readonly abandoned: number;
  /** If the job has not ended by then, everything is killed and `finished` rejects. */
  readonly limit: number;
}

export const DEFAULT_TIMES: Times = {
  sigint: 7500,
  sigterm: 2500,
  drain: 5000,
  batch: 5,
  abandoned: 0,
  limit: 120_000,
};

export type Status = 'success' | 'failure' | 'cancelled';
export type StepStatus = Status | 'skipped';
export type Phase = 'pre' | 'main' | 'post';
export type Stream = 'stdout' | 'stderr';

/** A piece of a process's output, as it was read. */
export interface RawOutput {
  readonly stream: Stream;
  readonly text: string;
}

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  /** Masked. At most 4096 characters; a step has at most ten per level. */
  readonly message: string;
  /** Title, file, line and so on. The runner does not mask these. */
  readonly properties: Readonly<Record<string, string>>;
}

/** The result of one phase of a step. */
export interface StepRun {
  readonly name: string;
  readonly id: string | undefined;
  readonly phase: Phase;
  /** Before `continue-on-error`. */
  readonly outcome: StepStatus;
  readonly conclusion: StepStatus;
  /** 128 plus the signal number if a signal ended it; undefined if nothing ran or it was abandoned. */
  readonly exitCode: number | undefined;
  readonly signal: NodeJS.Signals | undefined;
  readonly pid: number | undefined;
  /** Unmasked. Also set for a step without an ID. */
  readonly outputs: Readonly<Record<string, string>>;
  /** The action's state after this phase, unmasked. */
  readonly state: Readonly<Record<string, string>>;
  readonly raw: readonly RawOutput[];
  /** What the log shows, masked. An element may contain newlines. */
  readonly log: readonly string[];
  readonly annotations: readonly Annotation[];
  /** Masked; empty if there is none or it was dropped. */
  readonly summary: string;
  /** The environment of the process. */
  readonly env: Readonly<Record<string, string>>;
}

export interface FileEntry {
  /** Relative to its folder. */
  readonly path: string;
  readonly type: 'file' | 'folder' | 'link' | 'socket' | 'other';
  /** Permission bits. */
  readonly mode: number;
  /** In bytes. */
  readonly size: number;
}

/** Absolute paths of the folders of a job. */
export interface JobFolders {
  readonly workspace: string;
  readonly temp: string;
  readonly home: string;
  readonly toolCache: string;
}

/** The result of a job. */
export interface JobRun {
  readonly conclusion: Status;
  /** In the order they began. Those of a composite action follow the step that uses it. */
  readonly steps: readonly StepRun[];
  /** The job outputs that other jobs can read: none that contain a masked value. */
  readonly outputs: Readonly<Record<string, string>>;
  /** The whole log as GitHub would show it. */
  readonly log: string;
  /** Everything that any process printed, unmasked. */
  readonly raw: string;
  /** All step summaries, masked. */
  readonly summary: string;
  /** The values that steps registered with add-mask, and their lines, in order. */
  readonly masks: readonly string[];
  /** Of all steps and of the job itself. */
  readonly annotations: readonly Annotation[];
  /** The files at the end of the last step, before the temporary folder was emptied. */
  readonly files: Readonly<Record<'workspace' | 'temp' | 'home', readonly FileEntry[]>>;
  readonly folders: JobFolders;
  /** Processes that `abandonStep` left running. All have ended by now. */
  readonly abandoned: readonly number[];
  /** Processes that were still running at the end of the job and were ended then. */
  readonly orphans: readonly number[];
}

/** The events of a running job. */
export interface JobEvents {
  'step-started': [{ readonly name: string; readonly phase: Phase; readonly pid: number }];
  'step-finished': [{ readonly name: string; readonly phase: Phase; readonly outcome: StepStatus }];
  /** A line as it was read, before it is masked and before any command in it is executed. */
  line: [{ readonly name: string; readonly phase: Phase; readonly stream: Stream; readonly line: string }];
}

/** A running job. Its methods act on the current step; if there is none, only `cancel` has an effect. */
export interface RunningJob {
  /** Rejects if the job does not end within its time limit. In any case, no process of the job is left. */
  readonly finished: Promise<JobRun>;
  /**
   * As if a user cancels the job: SIGINT, SIGTERM, SIGKILL; then only `always()` and `cancelled()` steps and post steps
   * run.
   */
  cancel(): void;
  /** Sends SIGKILL to the step's process and its children. The step fails and the job continues. */
  killStep(): void;
  /**
   * As if a `container:` job is cancelled: the runner stops watching the process, which keeps running during the post
   * steps.
   */
  abandonStep(): void;
  /**
   * As if the machine dies: everything is killed, nothing else runs, not even post steps, and nothing is cleaned up.
   */
  loseWorker(): void;
  on<Name extends keyof JobEvents>(event: Name, listener: (...args: JobEvents[Name]) => void): void;
}
