import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, constants, openSync, unlinkSync } from 'node:fs';
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

/** Opens pipes. They have a name in this folder for a moment. */
export function openPipes<const Names extends readonly string[]>(
  folder: string,
  names: Names,
): Record<Names[number], Pipe> {
  const paths = names.map(() => join(folder, randomUUID()));
  execFileSync('mkfifo', ['-m', '600', ...paths], { stdio: 'ignore' });
  return Object.fromEntries(names.map((name, index) => [name, openPipe(paths[index] ?? '')])) as Record<
    Names[number],
    Pipe
  >;
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
