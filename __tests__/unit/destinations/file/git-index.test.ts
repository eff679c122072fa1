import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isTracked } from '../../../../src/destinations/file/git-index.ts';
import { inspectGivenPath } from '../../../../src/destinations/file/untracked-path.ts';
import { createJobFolders, type TestFolders } from '../../../lib/job-folders.ts';

/** Runs git without anyone's settings. */
function git(folder: string, ...args: readonly string[]): void {
  execFileSync(
    'git',
    ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'core.longpaths=true', ...args],
    {
      cwd: folder,
      stdio: 'ignore',
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        LC_ALL: 'C',
      },
    },
  );
}

/** Of every length modulo 8, because git pads entries to 8 bytes. */
const names = [
  'a',
  'key.pem',
  'keys/deploy key',
  'keys/deploy.pem',
  'keys/schlüssel',
  ...[10, 11, 12, 13, 14, 16, 200].map((length) => 'z'.repeat(length)),
];

/** Creates a repository in the workspace that tracks all of `names`; none of them is in the work tree. */
function createRepository(job: TestFolders, ...init: readonly string[]): void {
  git(job.workspace, 'init', ...init);
  git(job.workspace, 'config', 'core.ignorecase', 'false');
  for (const name of names) {
    mkdirSync(path.dirname(path.join(job.workspace, name)), { recursive: true });
    writeFileSync(path.join(job.workspace, name), name);
  }
  git(job.workspace, 'add', '--all');
  git(job.workspace, 'commit', '-m', 'all');
  for (const name of names) rmSync(path.join(job.workspace, name));
}

async function trackedIn(job: TestFolders): Promise<string[]> {
  const others = ['keys', 'key', 'key.pem2', 'keys/deploy', 'deploy.pem', 'A', 'new', 'keys/new'];
  const found: string[] = [];
  for (const name of [...names, ...others]) {
    if (await isTracked(path.join(job.workspace, name))) found.push(name);
  }
  return found;
}

describe('exactly the tracked paths are found in', () => {
  test.each([
    ['an index of version 2', ['--index-version', '2']],
    ['an index of version 3', ['--index-version', '3']],
    ['an index of version 4', ['--index-version', '4']],
  ])('%s', async (_, version) => {
    await using job = await createJobFolders();
    createRepository(job);
    git(job.workspace, 'update-index', '--force-write-index', ...version);
    expect(await trackedIn(job)).toEqual(names);
  });

  test('an index that git upgraded to version 3 for an entry with more flags', async () => {
    await using job = await createJobFolders();
    createRepository(job);
    git(job.workspace, 'update-index', '--skip-worktree', 'key.pem');
    expect(readFileSync(path.join(job.workspace, '.git/index')).readUInt32BE(4)).toBe(3);
    expect(await trackedIn(job)).toEqual(names);
  });

  test('a repository that uses SHA-256', async () => {
    await using job = await createJobFolders();
    createRepository(job, '--object-format=sha256');
    expect(await trackedIn(job)).toEqual(names);
  });

  test('an added work tree', async () => {
    await using job = await createJobFolders();
    createRepository(job);
    const tree = path.join(job.outside, 'tree');
    git(job.workspace, 'worktree', 'add', tree);
    expect(await isTracked(path.join(tree, 'key.pem'))).toBe(true);
    expect(await isTracked(path.join(tree, 'new'))).toBe(false);
  });

  test('an added work tree of a repository that uses SHA-256', async () => {
    await using job = await createJobFolders();
    createRepository(job, '--object-format=sha256');
    const tree = path.join(job.outside, 'tree');
    git(job.workspace, 'worktree', 'add', tree);
    expect(await isTracked(path.join(tree, 'keys/deploy.pem'))).toBe(true);
  });

  test('a repository that ignores case, as on macOS and Windows, with names in another case and another form of ü', async () => {
    await using job = await createJobFolders();
    createRepository(job);
    git(job.workspace, 'config', 'core.ignorecase', 'true');
    for (const name of ['KEY.pem', 'Keys/DEPLOY.pem', 'keys/schlu\u0308ssel'])
      expect([name, await isTracked(path.join(job.workspace, name))]).toEqual([name, true]);
    expect(await isTracked(path.join(job.workspace, 'key.pem2'))).toBe(false);
  });

  test('a split index', async () => {
    await using job = await createJobFolders();
    createRepository(job);
    git(job.workspace, 'update-index', '--split-index');
    expect(await trackedIn(job)).toEqual(names);
  });
});

describe.each(['2', '4'])('in a sparse index of version %s', (version) => {
  test('every path below a folder that is not checked out counts as tracked', async () => {
    await using job = await createJobFolders();
    createRepository(job);
    git(job.workspace, 'sparse-checkout', 'init', '--cone', '--sparse-index');
    git(job.workspace, 'update-index', '--force-write-index', '--index-version', version);
    const index = readFileSync(path.join(job.workspace, '.git/index'));
    expect([index.includes('sdir'), index.includes('deploy.pem')]).toEqual([true, false]);
    const asked = [...names, 'keys/new', 'keys/new/deep.pem', 'keys', 'keys.pem', 'key', 'new', 'new/keys/a'];
    const found: string[] = [];
    for (const name of asked) if (await isTracked(path.join(job.workspace, name))) found.push(name);
    expect(found).toEqual([...names, 'keys/new', 'keys/new/deep.pem']);
    await expect(inspectGivenPath('keys/deploy.pem', job)).rejects.toMatchObject({ code: 'PATH_TRACKED' });
  });
});

describe('nothing is tracked', () => {
  test('outside of any repository', async () => {
    await using job = await createJobFolders();
    expect(await isTracked(path.join(job.workspace, 'key.pem'))).toBe(false);
  });

  test('in a repository without an index', async () => {
    await using job = await createJobFolders();
    git(job.workspace, 'init');
    expect(await isTracked(path.join(job.workspace, 'key.pem'))).toBe(false);
  });

  test('in a folder that does not exist yet', async () => {
    await using job = await createJobFolders();
    createRepository(job);
    expect(await isTracked(path.join(job.workspace, 'not/yet/key.pem'))).toBe(false);
  });

  test('in a truncated index, wherever it was cut', async () => {
    await using job = await createJobFolders();
    createRepository(job);
    const index = path.join(job.workspace, '.git/index');
    for (let size = readFileSync(index).length - 21; size >= 0; size -= 7) {
      truncateSync(index, size);
      expect(await isTracked(path.join(job.workspace, 'missing'))).toBe(false);
    }
  });

  test('in a file that is not an index', async () => {
    await using job = await createJobFolders();
    createRepository(job);
    writeFileSync(path.join(job.workspace, '.git/index'), 'garbage'.repeat(50));
    expect(await trackedIn(job)).toEqual([]);
  });
});

describe('private-key-path', () => {
  test('is rejected if git tracks it, because the next commit would include the key', async () => {
    await using job = await createJobFolders();
    createRepository(job);
    await expect(inspectGivenPath('key.pem', job)).rejects.toMatchObject({ code: 'PATH_TRACKED' });
    await expect(inspectGivenPath('keys/deploy.pem', job)).rejects.toMatchObject({ code: 'PATH_TRACKED' });
  });

  test('is rejected if it leads through a link to a path that git tracks', async () => {
    await using job = await createJobFolders();
    createRepository(job);
    mkdirSync(path.join(job.workspace, 'keys'), { recursive: true });
    symlinkSync(path.join(job.workspace, 'keys'), path.join(job.workspace, 'link'), 'junction');
    await expect(inspectGivenPath('link/deploy.pem', job)).rejects.toMatchObject({ code: 'PATH_TRACKED' });
  });

  test('is accepted if git does not track it', async () => {
    await using job = await createJobFolders();
    createRepository(job);
    expect(await inspectGivenPath('keys/new.pem', job)).toMatchObject({
      path: path.join(job.workspace, 'keys/new.pem'),
    });
  });
});
