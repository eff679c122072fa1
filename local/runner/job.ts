import { EventEmitter } from 'node:events';
import { messageOf } from './error-text.ts';
import { atExit } from './exit-guard.ts';
import { listFolder } from './folder-listing.ts';
import { JobContext } from './job-context.ts';
import type { Job, JobEvents, JobRun, RunningJob } from './job-types.ts';
import { evaluated } from './launch.ts';
import { readManifest } from './manifest.ts';
import { type PlannedStep, plannedSteps } from './planned-steps.ts';
import { endMarked, killMarked } from './process-tree.ts';
import { type Listener, StepExecution } from './step-execution.ts';
import type { StepLog } from './step-log.ts';

export { jobFolders } from './github-context.ts';
export type * from './job-types.ts';

/** Runs a job on this machine as GitHub's runner would, and returns everything that the runner would see. */
export function runJob(job: Job): Promise<JobRun> {
  return startJob(job).finished;
}

/**
 * Starts a job that can be cancelled, killed or lost while it runs. Its first step starts in a later turn of the event
 * loop.
 */
export function startJob(job: Job): RunningJob {
  if (process.platform === 'win32') throw new Error('This runner needs Linux or macOS.');
  return new LocalJob(job);
}

class LocalJob implements RunningJob {
  readonly finished: Promise<JobRun>;
  readonly #context: JobContext;
  readonly #events = new EventEmitter<JobEvents>();
  readonly #posts: PlannedStep[] = [];
  readonly #executions: StepExecution[] = [];
  readonly #abandoned: number[] = [];
  #running: StepExecution | undefined;
  #isCancelled = false;
  #isLost = false;

  constructor(job: Job) {
    this.#context = new JobContext(job);
    this.finished = this.#withinLimit();
  }

  cancel(): void {
    this.#markCancelled();
    // Steps that run even if the job is cancelled are not cancelled themselves, nor are post steps.
    if (this.#running?.wantsToRun() === false) this.#running.cancel();
  }

  killStep(): void {
    this.#running?.kill();
  }

  abandonStep(): void {
    this.#markCancelled();
    if (this.#running?.wantsToRun() === false) this.#running.abandon();
  }

  loseWorker(): void {
    this.#isLost = true;
    this.#context.status = 'failure';
    this.#running?.lose();
  }

  on<Name extends keyof JobEvents>(event: Name, listener: (...args: JobEvents[Name]) => void): void {
    // EventEmitter's listener type does not resolve for a name that is itself a type parameter.
    const target: { on(name: string, listener: (...args: JobEvents[Name]) => void): unknown } = this.#events;
    target.on(event, listener);
  }

  async #withinLimit(): Promise<JobRun> {
    const released = atExit(() => {
      this.#killAll();
      this.#context.pipes.release();
    });
    const { limit } = this.#context.times;
    const { promise: tooLate, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      reject(new Error(this.#limitMessage()));
      this.loseWorker();
    }, limit);
    try {
      return await Promise.race([this.#run(), tooLate]);
    } catch (error) {
      await this.#endAll();
      throw error;
    } finally {
      clearTimeout(timer);
      this.#context.pipes.release();
      released();
    }
  }

  #limitMessage(): string {
    const at = this.#running?.planned.name ?? 'no step';
    return `The job did not end within ${this.#context.times.limit} ms; its current step is "${at}". Its log ends:\n${this.#context.log.slice(-20).join('\n')}`;
  }

  async #run(): Promise<JobRun> {
    await Promise.resolve();
    const context = this.#context;
    const log = context.newLog();
    for (const [name, value] of Object.entries(context.job.env ?? {})) {
      context.scope.env.set(name, evaluated(value, context.contexts(context.scope.env)));
    }
    const steps = planned(context.job);
    for (const step of steps) await this.#runStep(step);
    for (let post = this.#posts.pop(); post !== undefined; post = this.#posts.pop())
      await this.#runStep(post);
    if (this.#isLost) return this.#lost(log);
    const outputs = this.#jobOutputs(log);
    const orphans = await this.#endOrphans(log);
    const run = this.#report(log, outputs, orphans);
    if (context.job.keepTemp !== true) context.wipeTemp();
    return run;
  }

  /** A job whose worker was lost ends without outputs, as it is at this moment. */
  async #lost(log: StepLog): Promise<JobRun> {
    const run = this.#report(log, {}, []);
    await this.#endAll();
    return run;
  }

  async #runStep(step: PlannedStep): Promise<void> {
    if (this.#isLost) return;
    const execution = new StepExecution(this.#context, step, this.#listener());
    this.#running = execution;
    const conclusion = await execution.run();
    this.#running = undefined;
    if (execution.abandonedPid !== undefined) this.#abandoned.push(execution.abandonedPid);
    // A cancelled job stays cancelled, whatever fails afterwards.
    if (conclusion === 'failure' && !this.#isCancelled) this.#context.status = 'failure';
  }

  #listener(): Listener {
    return {
      began: (execution) => {
        this.#executions.push(execution);
      },
      emit: (event, ...args) => {
        const target: { emit(name: string, ...values: unknown[]): boolean } = this.#events;
        target.emit(event, ...args);
      },
      registerPost: (post) => {
        // The pre and main steps of an action share their state and one post step.
        if (!this.#posts.some(({ state }) => state === post.state)) this.#posts.push(post);
      },
    };
  }

  #markCancelled(): void {
    this.#isCancelled = true;
    this.#context.status = 'cancelled';
  }

  /**
   * The outputs that other jobs can read: no empty values, and none that a mask would change
   * (JobExtension.FinalizeJob).
   */
  #jobOutputs(log: StepLog): Record<string, string> {
    const kept: Record<string, string> = {};
    const outputs = Object.entries(this.#context.job.outputs ?? {});
    if (outputs.length > 0) log.output('Evaluate and set job outputs');
    try {
      for (const [name, text] of outputs) {
        const value = evaluated(text, this.#context.contexts(this.#context.scope.env));
        if (value === '') {
          log.debug(`Skip output '${name}' since it's empty`);
        } else if (this.#context.masker.mask(value) !== value) {
          log.warning(`Skip output '${name}' since it may contain secret.`);
        } else {
          log.output(`Set output '${name}'`);
          kept[name] = value;
        }
      }
    } catch (error) {
      log.error('Fail to evaluate job outputs');
      log.error(messageOf(error));
      if (!this.#isCancelled) this.#context.status = 'failure';
    }
    return kept;
  }

  async #endOrphans(log: StepLog): Promise<number[]> {
    const { processes, times, trackingId } = this.#context;
    const abandoned = processes.filter(({ pid }) => pid !== undefined && this.#abandoned.includes(pid));
    await Promise.all(abandoned.map((process) => process.end(times.abandoned)));
    log.output('Cleaning up orphan processes');
    const orphans = await endMarked('RUNNER_TRACKING_ID', trackingId);
    for (const pid of orphans) log.output(`Terminate orphan process: pid (${pid})`);
    await this.#untilProcessesEnded();
    return orphans;
  }

  async #untilProcessesEnded(): Promise<void> {
    await Promise.all(this.#context.processes.map((process) => process.end(0)));
  }

  /** Kills all processes of this job, and waits for them to end. */
  async #endAll(): Promise<void> {
    this.#killAll();
    await this.#untilProcessesEnded();
    await endMarked('RUNNER_TRACKING_ID', this.#context.trackingId);
  }

  /** Kills all processes of this job, without waiting for them to end. */
  #killAll(): void {
    for (const process of this.#context.processes) process.kill();
    killMarked('RUNNER_TRACKING_ID', this.#context.trackingId);
  }

  #report(log: StepLog, outputs: Record<string, string>, orphans: readonly number[]): JobRun {
    const context = this.#context;
    const steps = this.#executions.map((execution) => execution.report());
    const { workspace, temp, home } = context.folders;
    return {
      conclusion: context.status,
      steps,
      outputs,
      log: context.log.join('\n'),
      raw: steps.flatMap(({ raw }) => raw.map(({ text }) => text)).join(''),
      summary: steps.map(({ summary }) => summary).join(''),
      masks: context.scope.masks,
      annotations: [...steps.flatMap(({ annotations }) => annotations), ...log.annotations],
      files: { workspace: listFolder(workspace), temp: listFolder(temp), home: listFolder(home) },
      folders: context.folders,
      abandoned: this.#abandoned,
      orphans,
    };
  }
}

/** The steps in order, after the pre phases of actions that are not local. */
function planned(job: Job): PlannedStep[] {
  const mains = plannedSteps(job.steps);
  const pres = mains.flatMap((main): PlannedStep[] => {
    const { uses } = main.step;
    const folder = uses === undefined || uses.startsWith('./') ? undefined : job.actions[uses];
    if (folder === undefined || folder === 'none') return [];
    const manifest = readManifest(folder);
    if (manifest.kind === 'composite' || manifest.pre === undefined) return [];
    return [{ ...main, phase: 'pre', name: `Pre ${main.name}`, condition: manifest.preIf }];
  });
  return [...pres, ...mains];
}
