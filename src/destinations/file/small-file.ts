import { type BigIntStats, realpathSync } from 'node:fs';
import path from 'node:path';
import { hasCode, KeyPairError } from '../../errors.ts';
import { readSmallRegularFile } from '../../regular-file.ts';
import { assertInside, type JobFolders, resolvePath } from './file-path.ts';
import { maxKeyFileBytes } from './file-record.ts';

/** A file that was read. */
export interface SmallText {
  readonly text: string;
  readonly stats: BigIntStats;
}

/**
 * Reads a small regular file as text, without following links; undefined if it does not exist.
 *
 * @throws KeyPairError `NOT_A_KEY_FILE`, `PATH_LEADS_OUT`.
 */
export async function readSmallFile(target: string, folders: JobFolders): Promise<SmallText | undefined> {
  try {
    assertInside(target, realpathSync.native(path.dirname(target)), folders);
    const read = readSmallRegularFile(target, maxKeyFileBytes);
    if ('bytes' in read) return { text: read.bytes.toString('utf8'), stats: read.stats };
    throw notAKeyFile(
      target,
      read.problem === 'too-large' ? 'is larger than 64 KB' : 'is not a regular file',
    );
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    if (error instanceof KeyPairError) throw error;
    throw notAKeyFile(target, 'cannot be read, or is a symbolic link', error);
  }
}

/** Like `readSmallFile`, for a path that the user set. */
export async function readGivenFile(given: string, folders: JobFolders): Promise<string | undefined> {
  return (await readSmallFile(resolvePath(given, folders), folders))?.text;
}

function notAKeyFile(target: string, why: string, cause?: unknown): KeyPairError {
  return new KeyPairError('NOT_A_KEY_FILE', `${target} ${why}.`, {
    hint: 'Set the path of a regular file of at most 64 KB that this job can read. Links are not followed.',
    cause,
  });
}
