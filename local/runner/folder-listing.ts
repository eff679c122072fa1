import { lstatSync, readdirSync, type Stats } from 'node:fs';
import { join, relative } from 'node:path';
import type { FileEntry } from './job-types.ts';

/** All files and folders below a folder, sorted by path. Links are not followed. Empty if the folder does not exist. */
export function listFolder(folder: string): FileEntry[] {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
  return names.sort().flatMap((name) => {
    const path = join(folder, name);
    // An abandoned process that is still running may delete a file in the meantime.
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
