import './one-realm.ts';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { JobFolders } from '../../src/destinations/file/file-path.ts';

/** The folders of a job, and one that is none of them; use with `await using`. */
export interface TestFolders extends JobFolders, AsyncDisposable {
  /** The folder that contains all the others. */
  readonly root: string;
  readonly outside: string;
}

export async function createJobFolders(): Promise<TestFolders> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'ec2-key-pair-unit-')));
  const inRoot = (name: string) => path.join(root, name);
  const folders = {
    workspace: inRoot('workspace'),
    temp: inRoot('temp'),
    home: inRoot('home'),
    outside: inRoot('outside'),
  };
  for (const folder of Object.values(folders)) await mkdir(folder);
  return {
    ...folders,
    root,
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true, maxRetries: 10 }),
  };
}

/** Everything below a folder: each path with its mode, or `link`. */
export function tree(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => {
      const full = path.join(entry.parentPath, entry.name);
      const kind = entry.isSymbolicLink() ? 'link' : (statSync(full).mode & 0o777).toString(8);
      return `${path.relative(folder, full)} ${kind}`;
    })
    .sort();
}

/** The names in a folder: the same on systems without modes. */
export function namesIn(folder: string): string[] {
  return readdirSync(folder).sort();
}

/** Every file below a folder that contains this text. Links are not followed. */
export function filesWith(text: string, folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => existsSync(file) && readFileSync(file, 'utf8').includes(text));
}
