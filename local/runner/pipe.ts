import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, constants, openSync, unlinkSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';

/**
 * A pipe for a child to write to. Node gives its children sockets, which hold more than a pipe's 64 KiB and cannot
 * be opened again as /dev/stdout; the runner gives them pipes, and output that is cut off there must be cut off here.
 */
export interface Pipe {
  /** Where it is read. */
  readonly reader: Socket;
  /** The end to hand to the child; close it once the child has it. */
  readonly writeEnd: number;
}

/** Opens some pipes; the folder is where they have a name for a moment. */
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
  // Reading first, and without waiting: opening the other end waits for a reader.
  const readEnd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const writeEnd = openSync(path, constants.O_WRONLY);
  unlinkSync(path);
  const reader = new Socket({ fd: readEnd, readable: true, writable: false });
  return { reader, writeEnd };
}

/** Closes the end that was handed to the child. */
export function handedOver(pipe: Pipe): void {
  closeSync(pipe.writeEnd);
}
