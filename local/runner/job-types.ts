/** What YAML gives for a plain value. */
export type Scalar = string | number | boolean | null;

/** A step as a workflow's YAML has it. */
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
  /** The payload of the event; written to the file that GITHUB_EVENT_PATH names. */
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

/** A job to run: the steps, and the machine they run on. */
export interface Job {
  readonly steps: readonly Step[];
  /** What a `uses:` text stands for: the absolute folder that holds its action.yml, or `none` for nothing at all. */
  readonly actions: Readonly<Record<string, string>>;
  /** The job's `env:`; printed in every step's group, as the runner does. Values may hold expressions. */
  readonly env?: Readonly<Record<string, Scalar>>;
  /** Path of the Node 24 binary that runs `node24` actions. */
  readonly node: string;
  /** An absolute folder that this job owns; see `jobFolders` for what is made inside. */
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
  /** ACTIONS_STEP_DEBUG: RUNNER_DEBUG=1, debug lines shown, commands echoed. */
  readonly debug?: boolean;
  /** The environment of the runner's own process, which steps inherit and no log shows. Default: this process's PATH. */
  readonly host?: Readonly<Record<string, string>>;
  /** Leaves the temporary folder as it is at the job's end, for a test that looks inside. */
  readonly keepTemp?: boolean;
  readonly times?: Partial<Times>;
}

/** All in milliseconds. */
export interface Times {
  /** From SIGINT to SIGTERM when a step is cancelled. 7500 as the runner. */
  readonly sigint: number;
  /** From SIGTERM to SIGKILL. 2500 as the runner. */
  readonly sigterm: number;
  /** How long the pipes of an ended process are still read while a child of it holds them. 5000 as the runner. */
  readonly drain: number;
  /**
   * How long lines are gathered before they are handled, errors first. The runner takes what is there; a window
   * makes its worst order the usual one.
   */
  readonly batch: number;
  /** How long a process that was abandoned may go on at the job's end before it is killed. 0 as the runner. */
  readonly abandoned: number;
  /** When the job is not over by then, all is killed and `finished` rejects. */
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

/** A piece of what a process printed, as it was read. */
export interface RawOutput {
  readonly stream: Stream;
  readonly text: string;
}

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  /** Masked. At most 4096 characters, and ten of a level in a step. */
  readonly message: string;
  /** Title, file, line and so on: the runner does not mask these. */
  readonly properties: Readonly<Record<string, string>>;
}

/** How one phase of a step went. */
export interface StepRun {
  readonly name: string;
  readonly id: string | undefined;
  readonly phase: Phase;
  /** Before `continue-on-error`. */
  readonly outcome: StepStatus;
  readonly conclusion: StepStatus;
  /** 128 and the signal's number when a signal ended it; undefined when nothing ran, or it was abandoned. */
  readonly exitCode: number | undefined;
  readonly signal: NodeJS.Signals | undefined;
  readonly pid: number | undefined;
  /** In clear, and also those of a step without an id. */
  readonly outputs: Readonly<Record<string, string>>;
  /** The action's state after this phase, in clear. */
  readonly state: Readonly<Record<string, string>>;
  readonly raw: readonly RawOutput[];
  /** What the log shows; an element may hold line ends. Masked. */
  readonly log: readonly string[];
  readonly annotations: readonly Annotation[];
  /** Masked; empty when there is none or it was dropped. */
  readonly summary: string;
  /** The environment as the process got it. */
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

/** How a job went. */
export interface JobRun {
  readonly conclusion: Status;
  /** In the order they ran. */
  readonly steps: readonly StepRun[];
  /** What other jobs get: outputs that hold a masked value are not among them. */
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
  /** What was there when the last step was over, before the temporary folder was wiped. */
  readonly files: Readonly<Record<'workspace' | 'temp' | 'home', readonly FileEntry[]>>;
  readonly folders: JobFolders;
  /** Processes that `abandonStep` left behind; all are dead by now. */
  readonly abandoned: readonly number[];
  /** Processes that outlived their step and were ended at the job's end. */
  readonly orphans: readonly number[];
}

/** What can be listened to while a job runs. */
export interface JobEvents {
  'step-started': [{ readonly name: string; readonly phase: Phase; readonly pid: number }];
  'step-finished': [{ readonly name: string; readonly phase: Phase; readonly outcome: StepStatus }];
  /** A line as it was read, before masks and before any command in it is carried out. */
  line: [{ readonly name: string; readonly phase: Phase; readonly stream: Stream; readonly line: string }];
}

/** A job under way. Its levers act on the step that runs at that moment; without one they do nothing, but `cancel` does. */
export interface RunningJob {
  /** Rejects when the job did not end within its limit. Whatever happens, no process of the job is left. */
  readonly finished: Promise<JobRun>;
  /** A person cancels: SIGINT, SIGTERM, SIGKILL; then only what asks for it (`always()`, `cancelled()`), and the posts. */
  cancel(): void;
  /** SIGKILL to the step's process and its children; the step fails and the job goes on. */
  killStep(): void;
  /** A cancel in a `container:` job: the runner lets go of the process, which lives on beside the posts. */
  abandonStep(): void;
  /** The machine dies: all is killed, nothing else runs, not even post, and nothing is cleaned. */
  loseWorker(): void;
  on<Name extends keyof JobEvents>(event: Name, listener: (...args: JobEvents[Name]) => void): void;
}
