import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, constants, mkdtempSync, openSync, rmSync, unlinkSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A pipe for a child process to write to. Node uses sockets, which hold more than a pipe's 64 KiB and cannot
 * be reopened as /dev/stdout. The runner uses pipes, and output that is lost there must be lost here.
 */
export interface Pipe {
  /** The end to read from. */
  readonly reader: Socket;
  /** The end for the child. Close it when the child has it: `closeWriteEnd`. */
  readonly writeEnd: number;
}

/** How many named pipes are created at a time for each running job. A step needs two. */
const pipesPerJob = 8;

/** Named pipes that nothing has opened, in one folder for all running jobs: to create pipes, a program has to start. */
class NamedPipes {
  readonly #jobs = new Set<JobPipes>();
  readonly #names: string[] = [];
  #folder: string | undefined;

  take(job: JobPipes): string {
    this.#jobs.add(job);
    this.#folder ??= mkdtempSync(join(tmpdir(), 'ec2-key-pair-pipes-'));
    if (this.#names.length === 0) this.#create(this.#folder);
    return join(this.#folder, this.#names.pop() ?? '');
  }

  #create(folder: string): void {
    const names = Array.from({ length: pipesPerJob * this.#jobs.size }, () => randomUUID());
    execFileSync('mkfifo', ['-m', '600', ...names], { cwd: folder, stdio: 'ignore' });
    this.#names.push(...names);
  }

  /** A job needs no more pipes. After the last one, the folder is removed. */
  release(job: JobPipes): void {
    if (!this.#jobs.delete(job) || this.#jobs.size > 0 || this.#folder === undefined) return;
    this.#names.length = 0;
    rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = undefined;
  }
}

const namedPipes = new NamedPipes();

/** The pipes of one job. */
export class JobPipes {
  /** Opens pipes that nothing has used. */
  open<const Names extends readonly string[]>(names: Names): Record<Names[number], Pipe> {
    return Object.fromEntries(names.map((name) => [name, openPipe(namedPipes.take(this))])) as Record<
      Names[number],
      Pipe
    >;
  }

  /** Call it when the job has ended. */
  release(): void {
    namedPipes.release(this);
  }
}

function openPipe(path: string): Pipe {
  // First the reading end, without blocking: opening the other end waits for a reader.
  const readEnd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const writeEnd = openSync(path, constants.O_WRONLY);
  unlinkSync(path);
  const reader = new Socket({ fd: readEnd, readable: true, writable: false });
  return { reader, writeEnd };
}

/** Closes the child's end. */
export function closeWriteEnd(pipe: Pipe): void {
  closeSync(pipe.writeEnd);
}
