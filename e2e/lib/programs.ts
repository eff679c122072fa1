import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

export interface ProgramOptions {
  /** The complete environment; nothing is inherited from this process. */
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** The program's standard input. Default: empty. */
  readonly input?: string;
  /** Milliseconds until it is killed, together with all its children. Default: one minute. */
  readonly limit?: number;
}

/** How a program ended, and what it printed. */
export interface Ended {
  /** Undefined if a signal ended it. */
  readonly status: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** A running program. */
export interface Started {
  /** Rejects if the program cannot be started or does not end in time. */
  readonly ended: Promise<Ended>;
  /** What it has printed so far, both streams. */
  printed(): string;
  /** Sends a signal to the program, but not to its children. */
  signal(name: NodeJS.Signals): void;
  /** Kills it and all its children. */
  end(): Promise<void>;
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** Runs other programs, each in its own process group, so that neither they nor their children are left running. */
export class Programs {
  readonly #groups = new Set<number>();
  readonly #stop: AbortSignal;

  /** @param stop - Ends all programs, and no program can be started afterwards. */
  constructor(stop: AbortSignal) {
    this.#stop = stop;
    stop.addEventListener('abort', () => this.endAll());
    process.once('exit', () => this.endAll());
  }

  /** Runs a program to completion, whatever its exit status. */
  run(file: string, args: readonly string[], options: ProgramOptions): Promise<Ended> {
    return this.start(file, args, options).ended;
  }

  /** Runs a program that must succeed, and returns its standard output. */
  async output(file: string, args: readonly string[], options: ProgramOptions): Promise<string> {
    const { status, stdout, stderr } = await this.run(file, args, options);
    if (status === 0) return stdout;
    throw new Error(`${file} ${args.join(' ')} ended with ${status ?? 'a signal'}:\n${stderr}${stdout}`);
  }

  start(file: string, args: readonly string[], options: ProgramOptions): Started {
    this.#stop.throwIfAborted();
    const child: Child = spawn(file, args, {
      env: options.env,
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    if (child.pid !== undefined) this.#groups.add(child.pid);
    // A program that does not read its input may have ended before it is written.
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
    const text = { all: '', stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (piece: string) => {
        text.all += piece;
        text[stream] += piece;
      });
    }
    const ended = this.#ended(child, text, `${file} ${args.join(' ')}`, options.limit ?? 60_000);
    // A caller that ends a program does not have to wait for it.
    ended.catch(() => {});
    return {
      ended,
      printed: () => text.all,
      signal: (name) => void child.kill(name),
      end: async () => {
        this.#kill(child.pid);
        await ended.catch(() => {});
      },
    };
  }

  endAll(): void {
    for (const group of this.#groups) this.#kill(group);
  }

  async #ended(
    child: Child,
    text: Pick<Ended, 'stdout' | 'stderr'> & { readonly all: string },
    line: string,
    limit: number,
  ): Promise<Ended> {
    const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
    child.once('error', reject);
    child.once('close', (status) => resolve(status ?? undefined));
    const timer = setTimeout(() => {
      this.#kill(child.pid);
      reject(new Error(`${line} did not end within ${limit} ms. It printed:\n${text.all.slice(-4_000)}`));
    }, limit);
    try {
      return { status: await promise, stdout: text.stdout, stderr: text.stderr };
    } finally {
      clearTimeout(timer);
      this.#kill(child.pid);
      if (child.pid !== undefined) this.#groups.delete(child.pid);
    }
  }

  #kill(group: number | undefined): void {
    if (group === undefined) return;
    try {
      process.kill(-group, 'SIGKILL');
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  }
}
