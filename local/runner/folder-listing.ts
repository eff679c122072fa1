import { lstatSync, readdirSync, type Stats } from 'node:fs';
import { join, relative } from 'node:path';
import type { FileEntry } from './job-types.ts';

/** All that is in a folder and below, sorted by path; links are not followed. A folder that is not there is empty. */
export function listFolder(folder: string): FileEntry[] {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
  return names.sort().flatMap((name) => {
    const path = join(folder, name);
    // A file may go while a process that was abandoned still works.
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return [];
    return [
      { path: relative(folder, path), type: typeOf(stats), mode: stats.mode & 0o7777, size: stats.size },
    ];
  });
}

function typeOf(stats: Stats): FileEntry['type'] {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'folder';
  if (stats.isSymbolicLink()) return 'link';
  return stats.isSocket() ? 'socket' : 'other';
}
