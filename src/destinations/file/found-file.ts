import { type BigIntStats, lstatSync } from 'node:fs';
import { hasCode } from '../../errors.ts';
import { readSmallRegularFile, type SmallFile } from '../../regular-file.ts';
import { type FileRecord, isSameNumber, keyHashOf, maxKeyFileBytes } from './file-record.ts';

/** What is at a path where a file was created. */
export type FoundFile =
  | { readonly is: 'nothing' }
  | { readonly is: 'ours'; readonly stats: BigIntStats }
  | {
      readonly is: 'something else';
      /** A clause, as in "it was replaced". */
      readonly why: string;
      /** Whether it may be ours all the same. */
      readonly mayBeOurs: boolean;
    };

/**
 * Tells the recorded file from any other at its path: by its number and time of birth or, if it was rewritten or the
 * file system has no such numbers, by the private key in it.
 */
export async function findFile(record: FileRecord): Promise<FoundFile> {
  const stats = statOf(record.path);
  if (stats === undefined) return { is: 'nothing' };
  if (!stats.isFile()) return somethingElse('something that is not a regular file is there now');
  const isEmpty = stats.size === 0n;
  const match = matchOf(record.identity, stats);
  // Without a time of birth, the number may belong to a later file. An empty one contains nothing to lose.
  if (match === 'number and birth' || (match === 'number' && isEmpty)) return { is: 'ours', stats };
  if (isEmpty) return { is: 'something else', why: 'an empty file is there now', mayBeOurs: true };
  return findKey(record.path, record);
}

/** The same for a file with a random name: an empty one is ours, even if its number is not known or has changed. */
export async function findTemporary(target: string, record: FileRecord): Promise<FoundFile> {
  const stats = statOf(target);
  if (stats === undefined || !stats.isFile()) return { is: 'nothing' };
  const isOurs =
    record.identity === undefined || matchOf(record.identity, stats) !== undefined || stats.size === 0n;
  return isOurs ? { is: 'ours', stats } : findKey(target, record);
}

async function findKey(target: string, { keyHash }: FileRecord): Promise<FoundFile> {
  let read: SmallFile;
  try {
    read = readSmallRegularFile(target, maxKeyFileBytes);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    return {
      is: 'something else',
      why: `another file is there now, which cannot be read (${code})`,
      mayBeOurs: true,
    };
  }
  if ('bytes' in read && keyHash !== undefined) {
    const { publicHalvesIn } = await import('../../keys/public-half.ts');
    const blobs = publicHalvesIn(read.bytes.toString('utf8'));
    const others = blobs.filter((blob) => blob === undefined || keyHashOf({ blob }) !== keyHash);
    if (others.length === 0) return { is: 'ours', stats: read.stats };
    if (others.length < blobs.length) return bundle;
  }
  return somethingElse('another file is there now, in which this private key cannot be found');
}

const bundle: FoundFile = {
  is: 'something else',
  why: 'another file is there now, which contains this private key and more',
  mayBeOurs: true,
};

function somethingElse(why: string): FoundFile {
  return { is: 'something else', why, mayBeOurs: false };
}

function statOf(target: string): BigIntStats | undefined {
  try {
    return lstatSync(target, { bigint: true });
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}

/**
 * Whether a file has the recorded number and time of birth, or only the number because its time of birth shows nothing:
 * some file systems have none. Without statx(2), which needs Linux 4.11 and a sandbox that lets it through, libuv returns
 * the time of the last change in its place.
 */
function matchOf(
  identity: string | undefined,
  stats: BigIntStats,
): 'number' | 'number and birth' | undefined {
  const [dev, ino, birth] = identity?.split(':').map(BigInt) ?? [];
  if (dev === undefined || ino === undefined || !isSameNumber({ dev, ino }, stats)) return undefined;
  const { birthtimeNs, ctimeNs } = stats;
  if (birth === birthtimeNs && birthtimeNs !== 0n) return 'number and birth';
  return birthtimeNs === 0n || birthtimeNs === ctimeNs ? 'number' : undefined;
}
