import './one-realm.ts';
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Folders } from '../../src/destinations/file/file-path.ts';

/** The folders of a job, and one outside of them. Use with `await using`. */
export interface JobFolders extends Folders, AsyncDisposable {
  readonly outside: string;
}

export async function makeJobFolders(): Promise<JobFolders> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'ec2-key-pair-unit-')));
  const [workspace, temp, home, outside] = ['workspace', 'temp', 'home', 'outside'].map((name) =>
    path.join(root, name),
  ) as [string, string, string, string];
  for (const folder of [workspace, temp, home, outside]) await mkdir(folder);
  return {
    workspace,
    temp,
    home,
    outside,
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}
