import { type CompositeUse, postOf, runComposite } from './composite.ts';
import { messageOf } from './error-text.ts';
import { type Contexts, holds } from './expressions.ts';
import { FileCommands } from './file-commands.ts';
import type { GitHubContext } from './github-context.ts';
import type { JobContext } from './job-context.ts';
import type { JobEvents, Launch, Status, StepRun, StepStatus } from './job-types.ts';
import { evaluated, launchAction, launchScript } from './launch.ts';
import { type CompositeManifest, readManifest } from './manifest.ts';
import type { PlannedStep } from './planned-steps.ts';
import { StepCommands } from './step-commands.ts';
import { type ProcessEnd, StepProcess } from './step-process.ts';
import { newScope, type StepScope } from './step-scope.ts';

/** How a running step notifies the job. */
export interface Listener {
  /** A step of the job, or of a composite action, begins. */
  began(execution: StepExecution): void;
  emit<Name extends keyof JobEvents>(event: Name, ...args: JobEvents[Name]): void;
  /** Registers the action's post step. Called when main (or pre) starts, whether it succeeds or not. */
  registerPost(post: PlannedStep): void;
}

/** Why the runner stopped a running step. */
type Release = 'cancelled' | 'abandoned' | 'lost';

/** One phase of a step, from its condition to its result (StepsRunner.cs, ActionRunner.cs). */
export class StepExecution {
  readonly planned: PlannedStep;
  readonly #context: JobContext;
  readonly #listener: Listener;
  readonly #scope: StepScope;
  #github: GitHubContext;
  #process: StepProcess | undefined;
  /** The running step of a composite action. */
  #inner: StepExecution | undefined;
  #release: Release | undefined;
  #end: ProcessEnd | undefined;
  #launch: Launch | undefined;
  #results: Pick<StepRun, 'outcome' | 'conclusion'> = { outcome: 'cancelled', conclusion: 'cancelled' };

  constructor(context: JobContext, planned: PlannedStep, listener: Listener) {
    this.planned = planned;
    this.#context = context;
    this.#listener = listener;
    this.#github = planned.within?.github ?? { ...context.github, action: planned.contextName };
    this.#scope = newScope(context.scope, context.newLog(), planned.state, planned.within?.env);
  }

  /** Runs it and returns its conclusion. Never throws because of what the step does. */
  async run(): Promise<StepStatus> {
    this.#listener.began(this);
    const outcome = await this.#outcome();
    const conclusion = outcome === 'failure' && this.#mayFail() ? 'success' : outcome;
    this.#results = { outcome, conclusion };
    this.#remember(outcome, conclusion);
    this.#listener.emit('step-finished', { name: this.planned.name, phase: this.planned.phase, outcome });
    return conclusion;
  }

  /** Whether its condition is true now. */
  wantsToRun(): boolean {
    return holds(this.planned.condition, this.#contexts());
  }

  /** A step of a composite action that runs even if the job is cancelled is not cancelled itself. */
  cancel(): void {
    this.#release ??= 'cancelled';
    void this.#process?.cancel();
    if (this.#inner?.wantsToRun() === false) this.#inner.cancel();
  }

  kill(): void {
    this.#process?.kill();
    this.#inner?.kill();
  }

  abandon(): void {
    this.#release ??= 'abandoned';
    this.#process?.abandon();
    if (this.#inner?.wantsToRun() === false) this.#inner.abandon();
  }

  lose(): void {
    this.#release = 'lost';
    this.#process?.abandon();
    this.#process?.kill();
    this.#inner?.lose();
  }

  /** The process that the runner abandoned. */
  get abandonedPid(): number | undefined {
    if (this.#release !== 'abandoned') return undefined;
    return this.#process?.pid ?? this.#inner?.abandonedPid;
  }

  /** For the main phase of a step of a composite action, the status of that action counts (SuccessFunction.cs). */
  #contexts(): Contexts {
    const { within, phase } = this.planned;
    const { status } = this.#context;
    const seen = within && {
      ...within,
      status: phase === 'post' || status === 'cancelled' ? status : within.status,
    };
    return this.#context.contexts(this.#scope.env, this.#github, seen);
  }

  async #outcome(): Promise<StepStatus> {
    const { log } = this.#scope;
    try {
      this.#addOwnVariables();
      if (!this.wantsToRun()) return 'skipped';
      const outcome = await this.#perform();
      return outcome === 'success' && this.#scope.commandFailed ? 'failure' : outcome;
    } catch (error) {
      log.error(messageOf(error));
      return 'failure';
    }
  }

  #addOwnVariables(): void {
    const contexts = this.#contexts();
    for (const [name, value] of Object.entries(this.planned.step.env ?? {})) {
      this.#scope.env.set(name, evaluated(value, contexts));
    }
  }

  async #perform(): Promise<Status> {
    const { uses } = this.planned.step;
    if (uses === undefined) return this.#runProcess(() => this.#launchScript());
    const folder = this.#context.job.actions[uses];
    if (folder === undefined) throw new Error(`Can't find 'action.yml' for '${uses}'.`);
    if (folder === 'none') {
      this.#scope.log.output(`##[group]Run ${uses}`);
      this.#scope.log.output('##[endgroup]');
      return 'success';
    }
    return this.#runAction(uses, folder);
  }

  async #runAction(uses: string, folder: string): Promise<Status> {
    const manifest = readManifest(folder);
    const { phase, step } = this.planned;
    const isLocal = uses.startsWith('./');
    if (isLocal && manifest.kind === 'script' && manifest.pre !== undefined) {
      this.#scope.log.warning(`\`pre\` execution is not supported for local action from '${uses}'`);
    }
    const post = postOf(this.planned, manifest, this.#context.job.actions);
    if (post !== undefined) this.#listener.registerPost(post);
    if (manifest.kind === 'composite') return runComposite(this.#use(uses, folder, manifest));
    const [repository = '', ref = ''] = isLocal ? [] : uses.split('@');
    this.#github = { ...this.#github, action_repository: repository, action_ref: ref };
    return this.#runProcess(() => {
      const use = { uses, folder, manifest, phase };
      return launchAction(this.#context, this.#scope, step, use, this.#github, this.#contexts());
    });
  }

  #use(uses: string, folder: string, manifest: CompositeManifest): CompositeUse {
    return {
      planned: this.planned,
      uses,
      folder,
      manifest,
      context: this.#context,
      scope: this.#scope,
      github: this.#github,
      contexts: this.#contexts(),
      run: (step) => this.#runInner(step),
    };
  }

  async #runInner(planned: PlannedStep): Promise<StepStatus> {
    if (this.#release === 'lost') return 'skipped';
    const { posts } = this.planned.composite;
    this.#inner = new StepExecution(this.#context, planned, {
      ...this.#listener,
      registerPost: (post) => {
        if (!posts.some(({ state }) => state === post.state)) posts.push(post);
      },
    });
    return this.#inner.run();
  }

  #launchScript(): Launch {
    return launchScript(this.#context, this.#scope, this.planned.step, this.#github, this.#contexts());
  }

  /** File commands are processed however the process ends, unless the machine dies. */
  async #runProcess(prepare: () => Launch): Promise<Status> {
    const files = new FileCommands(this.#context.folders.temp);
    this.#github = { ...this.#github, ...files.paths };
    try {
      this.#launch = prepare();
      this.#end = await this.#watch(this.#launch);
      return this.#judge(this.#end);
    } finally {
      if (this.#release !== 'lost') files.process(this.#scope);
    }
  }

  #watch(launch: Launch): Promise<ProcessEnd> {
    const { name, phase } = this.planned;
    const commands = new StepCommands(this.#scope, this.#context.job.debug === true);
    const process = new StepProcess({
      ...(this.#context.job.enter?.(launch) ?? launch),
      pipes: this.#context.pipes,
      times: this.#context.times,
      onRead: (stream, line) => this.#listener.emit('line', { name, phase, stream, line }),
      onLine: (line) => commands.take(line),
    });
    this.#process = process;
    this.#context.processes.push(process);
    if (process.pid !== undefined) this.#listener.emit('step-started', { name, phase, pid: process.pid });
    return process.ended;
  }

  #judge(end: ProcessEnd): Status {
    if (this.#release === 'lost') return 'failure';
    if (this.#release !== undefined || end.how === 'abandoned') {
      this.#scope.log.error('The operation was canceled.');
      return 'cancelled';
    }
    if (end.exitCode === 0) return 'success';
    if (this.planned.step.uses === undefined) {
      this.#scope.log.error(`Process completed with exit code ${end.exitCode}.`);
    }
    return 'failure';
  }

  #mayFail(): boolean {
    const may = this.planned.step['continue-on-error'] ?? false;
    if (typeof may !== 'string') return may === true;
    return holds(may, this.#contexts());
  }

  /** For `steps.x.…` in later steps. Steps without an ID and post steps cannot be referenced. */
  #remember(outcome: StepStatus, conclusion: StepStatus): void {
    const { contextName, phase, within } = this.planned;
    if (phase !== 'main' || contextName.startsWith('__')) return;
    const outputs = Object.fromEntries(this.#scope.outputs);
    (within ?? this.#context).steps[contextName] = { outcome, conclusion, outputs };
  }

  /** The result so far. The raw output may still grow while an abandoned process is running. */
  report(): StepRun {
    const { planned } = this;
    const { log, outputs, summary } = this.#scope;
    const exit = this.#end?.how === 'exited' ? this.#end : undefined;
    return {
      name: planned.name,
      id: planned.step.id,
      phase: planned.phase,
      ...this.#results,
      exitCode: exit?.exitCode,
      signal: exit?.signal,
      pid: this.#process?.pid,
      outputs: Object.fromEntries(outputs),
      state: Object.fromEntries(planned.state),
      raw: this.#process?.raw ?? [],
      log: log.lines,
      annotations: log.annotations,
      summary: summary.join(''),
      env: this.#launch?.env ?? {},
    };
  }
}
