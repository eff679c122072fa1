import { closeSync, constants, fstatSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { hasCode, KeyPairError } from '../../errors.ts';
import { assertInside, type JobFolders, resolvePath } from './file-path.ts';
import { openNoFollow } from './no-follow.ts';

/** Bytes. An RSA 4096 key takes about 3 KB; a larger file holds no key. */
const maxBytes = 64 * 1024;

/**
 * Reads a small regular file as text, without following links; undefined if it does not exist.
 *
 * @throws KeyPairError `NOT_A_KEY_FILE`, `PATH_LEADS_OUT`.
 */
export async function readSmallFile(target: string, folders: JobFolders): Promise<string | undefined> {
  try {
    assertInside(target, realpathSync.native(path.dirname(target)), folders);
    const file = openNoFollow(target, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const existing = fstatSync(file);
      if (!existing.isFile()) throw notAKeyFile(target, 'is not a regular file');
      if (existing.size > maxBytes) throw notAKeyFile(target, 'is larger than 64 KB');
      return readFileSync(file, 'utf8');
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    if (error instanceof KeyPairError) throw error;
    throw notAKeyFile(target, 'cannot be read, or is a symbolic link', error);
  }
}

/** Like `readSmallFile`, for a path that the user set. */
export function readGivenFile(given: string, folders: JobFolders): Promise<string | undefined> {
  return readSmallFile(resolvePath(given, folders), folders);
}

function notAKeyFile(target: string, why: string, cause?: unknown): KeyPairError {
  return new KeyPairError('NOT_A_KEY_FILE', `${target} ${why}.`, {
    hint: 'Set the path of a regular file of at most 64 KB that this job can read. Links are not followed.',
    cause,
  });
}
