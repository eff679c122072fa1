import path from 'node:path';
import { readIfExists, type Settings, settingsOf, workTreeOf } from './git-work-tree.ts';

/** Bytes of an entry before its object name (git, index-format). */
const bytesBeforeObjectName = 40;

/**
 * Whether git tracks a path in its work tree: then the next commit would include a file there. Reads git's index
 * without running git, because a repository's own settings can make git run anything.
 *
 * @param target - Absolute path, without links.
 */
export async function isTracked(target: string): Promise<boolean> {
  const workTree = await workTreeOf(path.dirname(target));
  if (workTree === undefined) return false;
  const wanted = path.relative(workTree.root, target).replaceAll(path.sep, '/');
  const settings = await settingsOf(workTree.gitFolder);
  const tracked = await trackedPaths(workTree.gitFolder, settings);
  const known = settings.ignoresCase ? caseFolded : (name: string) => name;
  return tracked.some((entry) => covers(known(entry), known(wanted)));
}

/** An entry that ends in a slash is a folder of a sparse index (git, index-format, "sdir"), and covers all files below it. */
function covers(entry: string, wanted: string): boolean {
  return entry === wanted || (entry.endsWith('/') && wanted.startsWith(entry));
}

/** On macOS and Windows, `KEY.pem` is the file that git tracks as `key.pem`. On macOS, `ü` may be one character or two. */
function caseFolded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Includes the shared part of a split index (git, index-format, "link"), even the few paths that were dropped since. */
async function trackedPaths(gitFolder: string, { usesSha256 }: Settings): Promise<readonly string[]> {
  const index = await readIfExists(path.join(gitFolder, 'index'));
  if (index === undefined) return [];
  const objectName = usesSha256 ? 32 : 20;
  const { paths, end } = readEntries(index, objectName);
  const shared = sharedIndexOf(index, end, objectName);
  if (shared === undefined) return paths;
  const sharedIndex = await readIfExists(path.join(gitFolder, `sharedindex.${shared}`));
  return sharedIndex === undefined ? paths : [...paths, ...readEntries(sharedIndex, objectName).paths];
}

/** The paths in an index of version 2, 3 or 4, up to the first unreadable entry, and where they end. */
function readEntries(index: Buffer, objectName: number): { paths: string[]; end: number } {
  const paths: string[] = [];
  if (index.length < 12 || index.toString('latin1', 0, 4) !== 'DIRC') return { paths, end: index.length };
  const version = index.readUInt32BE(4);
  let previous = Buffer.alloc(0);
  let at = 12;
  for (let left = index.readUInt32BE(8); left > 0; left -= 1) {
    const start = at;
    const flagsAt = at + bytesBeforeObjectName + objectName;
    if (flagsAt + 4 > index.length) return { paths, end: index.length };
    const isExtended = version >= 3 && (index.readUInt16BE(flagsAt) & 0x4000) !== 0;
    at = flagsAt + (isExtended ? 4 : 2);
    let kept = Buffer.alloc(0);
    if (version === 4) {
      const dropped = readOffset(index, at);
      kept = previous.subarray(0, previous.length - dropped.value);
      at = dropped.end;
    }
    const end = index.indexOf(0, at);
    if (end < 0) return { paths, end: index.length };
    previous = Buffer.concat([kept, index.subarray(at, end)]);
    paths.push(previous.toString('utf8'));
    at = version === 4 ? end + 1 : start + Math.ceil((end + 1 - start) / 8) * 8;
  }
  return { paths, end: at };
}

/** The name of the shared index that this one builds on, in hex. */
function sharedIndexOf(index: Buffer, afterEntries: number, objectName: number): string | undefined {
  for (let at = afterEntries; at + 8 <= index.length - objectName; ) {
    const length = index.readUInt32BE(at + 4);
    if (index.toString('latin1', at, at + 4) === 'link') {
      return index.toString('hex', at + 8, at + 8 + objectName);
    }
    at += 8 + length;
  }
  return undefined;
}

/** A number as pack files encode offsets: 7 bits per byte, most significant first, plus one per further byte. */
function readOffset(index: Buffer, start: number): { value: number; end: number } {
  let at = start;
  let byte = index[at] ?? 0;
  let value = byte & 0x7f;
  while (byte & 0x80) {
    at += 1;
    byte = index[at] ?? 0;
    value = (value + 1) * 128 + (byte & 0x7f);
  }
  return { value, end: at + 1 };
}
