import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { LineCutter, Utf8Stream } from './dotnet-text.ts';
import type { RawOutput, Stream, Times } from './job-types.ts';
import { closeWriteEnd, type JobPipes, type Pipe } from './pipe.ts';
import { hasMembers, killGroup, killTree, signal } from './process-tree.ts';

/** How long a killed process may take to end, in milliseconds. */
const KILL_LIMIT = 5000;

export interface ProcessPlan {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** The complete environment; nothing is inherited from this process. */
  readonly env: Readonly<Record<string, string>>;
  readonly pipes: JobPipes;
  readonly times: Times;
  /** A line was read. */
  readonly onRead: (stream: Stream, line: string) => void;
  /**
   * Handles a line. In each batch, lines of stderr come before those of stdout. An error that it throws ends the watch.
   */
  readonly onLine: (line: string) => void;
}

/** How watching a process ended. */
export type ProcessEnd =
  | { readonly how: 'exited'; readonly exitCode: number; readonly signal: NodeJS.Signals | undefined }
  | { readonly how: 'abandoned' };

/** A step's process, watched as the runner does (ProcessInvoker.cs). It leads its own process group and session. */
export class StepProcess {
  readonly pid: number | undefined;
  /** Rejects if the process cannot be started or a line cannot be handled. */
  readonly ended: Promise<ProcessEnd>;
  /** Everything that the process and its children print, even after watching has ended. */
  readonly raw: RawOutput[] = [];
  readonly #plan: ProcessPlan;
  readonly #child: ChildProcess;
  readonly #pipes: Record<Stream, Pipe>;
  readonly #exited: Promise<ProcessEnd>;
  readonly #drained: Promise<unknown>;
  readonly #outcome = Promise.withResolvers<ProcessEnd>();
  readonly #waiting: Record<Stream, string[]> = { stderr: [], stdout: [] };
  #batch: NodeJS.Timeout | undefined;
  #watched = true;
  /** Whether its process ID has not been reused. */
  #runs = true;
  /** Whether children were left in its group when it ended. */
  #leavesGroup = false;

  constructor(plan: ProcessPlan) {
    this.#plan = plan;
    this.#pipes = plan.pipes.open(['stdout', 'stderr']);
    const { stdout, stderr } = this.#pipes;
    try {
      this.#child = spawn(plan.file, plan.args, {
        cwd: plan.cwd,
        env: plan.env,
        detached: true,
        stdio: ['ignore', stdout.writeEnd, stderr.writeEnd],
      });
    } finally {
      closeWriteEnd(stdout);
      closeWriteEnd(stderr);
    }
    this.pid = this.#child.pid;
    this.#exited = this.#exit();
    this.#drained = Promise.all([this.#read('stdout'), this.#read('stderr')]);
    this.ended = this.#outcome.promise;
    this.#watch().catch(this.#outcome.reject);
  }

  /** Sends SIGINT, then SIGTERM, then SIGKILL to this process only, as the runner does on Linux and macOS. */
  async cancel(): Promise<void> {
    this.#signal('SIGINT');
    if (await this.#endsWithin(this.#plan.times.sigint)) return;
    this.#signal('SIGTERM');
    if (await this.#endsWithin(this.#plan.times.sigterm)) return;
    this.#signal('SIGKILL');
  }

  /** Sends SIGKILL to the process and all its children. */
  kill(): void {
    if (this.pid === undefined) return;
    if (this.#runs) killTree(this.pid);
    else if (this.#leavesGroup) killGroup(this.pid);
    this.#leavesGroup = false;
  }

  /** Stops watching. The process continues. */
  abandon(): void {
    this.#handleBatch();
    this.#watched = false;
    this.#outcome.resolve({ how: 'abandoned' });
  }

  /** Waits at most this long for a process that may still be running, then kills it and its children. */
  async end(milliseconds: number): Promise<void> {
    if (milliseconds > 0) await within(this.#exited, milliseconds);
    this.kill();
    await within(
      this.#exited.catch(() => undefined),
      KILL_LIMIT,
    );
    await within(this.#drained, this.#plan.times.drain);
    for (const { reader } of Object.values(this.#pipes)) reader.destroy();
  }

  #signal(name: NodeJS.Signals): void {
    if (this.#runs && this.pid !== undefined) signal(this.pid, name);
  }

  #exit(): Promise<ProcessEnd> {
    return new Promise((resolve, reject) => {
      this.#child.once('error', reject);
      this.#child.once('exit', (code, name) => {
        this.#runs = false;
        this.#leavesGroup = this.pid !== undefined && hasMembers(this.pid);
        const exitCode = code ?? 128 + (name === null ? 0 : constants.signals[name]);
        resolve({ how: 'exited', exitCode, signal: name ?? undefined });
      });
    });
  }

  async #watch(): Promise<void> {
    const end = await this.#exited;
    await within(this.#drained, this.#plan.times.drain);
    this.#handleBatch();
    this.#watched = false;
    this.#outcome.resolve(end);
  }

  #read(stream: Stream): Promise<void> {
    const utf8 = new Utf8Stream();
    const cutter = new LineCutter();
    const { reader } = this.#pipes[stream];
    const { promise, resolve } = Promise.withResolvers<void>();
    reader.on('data', (bytes) => {
      const text = utf8.write(bytes);
      this.raw.push({ stream, text });
      this.#queue(stream, cutter.push(text));
    });
    reader.once('end', () => {
      const rest = utf8.end();
      if (rest !== '') this.raw.push({ stream, text: rest });
      this.#queue(stream, [...cutter.push(rest), ...cutter.end()]);
      resolve();
    });
    reader.once('error', () => resolve());
    return promise;
  }

  #queue(stream: Stream, lines: readonly string[]): void {
    if (!this.#watched) return;
    this.#waiting[stream].push(...lines);
    this.#batch ??= setTimeout(() => this.#handleBatch(), this.#plan.times.batch);
    for (const line of lines) this.#plan.onRead(stream, line);
  }

  #handleBatch(): void {
    clearTimeout(this.#batch);
    this.#batch = undefined;
    if (!this.#watched) return;
    const lines = [...this.#waiting.stderr.splice(0), ...this.#waiting.stdout.splice(0)];
    try {
      for (const line of lines) this.#plan.onLine(line);
    } catch (error) {
      this.#watched = false;
      this.#outcome.reject(error);
    }
  }

  #endsWithin(milliseconds: number): Promise<boolean> {
    return within(
      this.ended.catch(() => undefined),
      milliseconds,
    );
  }
}

/** Whether a promise resolves in time. */
async function within(promise: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const over = new AbortController();
  const late = delay(milliseconds, false, { signal: over.signal }).catch(() => false);
  const result = await Promise.race([promise.then(() => true), late]);
  over.abort();
  return result;
}
