import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, constants, mkdirSync, openSync, rmSync, unlinkSync } from 'node:fs';
import { Socket } from 'node:net';
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

/** How many named pipes are created at a time: each time starts a program. A step needs two. */
const batch = 8;

/** A folder of pipes, which have names until they are opened. */
export class PipeFolder {
  readonly #folder: string;
  readonly #unopened: string[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Opens pipes that nothing has used. */
  open<const Names extends readonly string[]>(names: Names): Record<Names[number], Pipe> {
    return Object.fromEntries(names.map((name) => [name, openPipe(this.#take())])) as Record<
      Names[number],
      Pipe
    >;
  }

  /** Removes the pipes that were not opened. */
  remove(): void {
    this.#unopened.length = 0;
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #take(): string {
    if (this.#unopened.length === 0) {
      const paths = Array.from({ length: batch }, () => join(this.#folder, randomUUID()));
      mkdirSync(this.#folder, { recursive: true });
      execFileSync('mkfifo', ['-m', '600', ...paths], { stdio: 'ignore' });
      this.#unopened.push(...paths);
    }
    return this.#unopened.pop() ?? '';
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
