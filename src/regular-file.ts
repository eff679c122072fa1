import { type BigIntStats, closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';

/** A file that was read, or what prevents that. */
export type SmallFile =
  | { readonly bytes: Buffer; readonly stats: BigIntStats }
  | { readonly problem: 'not-regular' | 'too-large' };

/**
 * Does work with an open file, and closes it. Follows no symbolic link, and does not wait for someone at the other end of a
 * pipe.
 *
 * @param flags - As of open(2), without O_NOFOLLOW and O_NONBLOCK.
 * @param noFollow - O_NOFOLLOW; 0 on Windows, which has no such flag: there the path is inspected first.
 * @throws the file system's error; for a link `ELOOP`, or what the system has in its place.
 */
export function withOpenFile<Result>(
  target: string,
  flags: number,
  work: (descriptor: number) => Result,
  noFollow?: number,
): Result {
  const descriptor = openNoFollow(target, flags | constants.O_NONBLOCK, noFollow);
  try {
    return work(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function openNoFollow(target: string, flags: number, noFollow: number = constants.O_NOFOLLOW ?? 0): number {
  if (noFollow === 0 && lstatSync(target).isSymbolicLink())
    throw Object.assign(new Error(`${target} is a symbolic link`), { code: 'ELOOP' });
  return openSync(target, flags | noFollow);
}

/**
 * Reads a regular file that may have been replaced by anything: follows no link, does not wait for a pipe, and ends even
 * if the file does not.
 *
 * @throws the file system's error.
 */
export function readSmallRegularFile(target: string, maxBytes: number): SmallFile {
  const descriptor = openNoFollow(target, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = fstatSync(descriptor, { bigint: true });
    if (!stats.isFile()) return { problem: 'not-regular' };
    if (stats.size > maxBytes) return { problem: 'too-large' };
    const bytes = readAtMost(descriptor, maxBytes + 1);
    return bytes.length > maxBytes ? { problem: 'too-large' } : { bytes, stats };
  } finally {
    closeQuietly(descriptor);
  }
}

/** Nothing was written, so an error means nothing. */
function closeQuietly(descriptor: number): void {
  try {
    closeSync(descriptor);
  } catch {
    // See above.
  }
}

/** Does not trust the size of the file: some have more than they say. */
function readAtMost(descriptor: number, most: number): Buffer {
  const pieces: Buffer[] = [];
  for (let left = most; left > 0; ) {
    const piece = Buffer.alloc(Math.min(left, 64 * 1024));
    const length = readSync(descriptor, piece);
    if (length === 0) break;
    pieces.push(piece.subarray(0, length));
    left -= length;
  }
  return Buffer.concat(pieces);
}
