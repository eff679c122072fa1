import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';

/**
 * Opens a file, but not through a symbolic link. Returns its descriptor.
 *
 * @param flags - As of open(2), without O_NOFOLLOW.
 * @param noFollow - O_NOFOLLOW; 0 on Windows, which has no such flag: there the path is inspected first.
 * @throws the file system's error; for a link `ELOOP`, or what the system has in its place.
 */
export function openNoFollow(
  target: string,
  flags: number,
  noFollow: number = constants.O_NOFOLLOW ?? 0,
): number {
  if (noFollow === 0 && lstatSync(target).isSymbolicLink())
    throw Object.assign(new Error(`${target} is a symbolic link`), { code: 'ELOOP' });
  return openSync(target, flags | noFollow);
}

/** The text of a file, or why it was not read. */
export type FileReading =
  | { readonly text: string }
  | { readonly text?: never; readonly unread: 'not-regular' | 'too-large' };

/**
 * Reads a regular file as text, without following a link or waiting for someone to write to a pipe. Reads no more than
 * the size that the file had when it was opened: it may be growing.
 *
 * @param maxBytes - A larger file is not read.
 * @throws the file system's error.
 */
export function readRegularFile(target: string, maxBytes: number): FileReading {
  const file = openNoFollow(target, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) return { unread: 'not-regular' };
    if (stats.size > maxBytes) return { unread: 'too-large' };
    return { text: firstBytes(file, stats.size).toString('utf8') };
  } finally {
    closeSync(file);
  }
}

function firstBytes(file: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  let length = 0;
  while (length < size) {
    const read = readSync(file, bytes, length, size - length, null);
    if (read === 0) break;
    length += read;
  }
  return bytes.subarray(0, length);
}
