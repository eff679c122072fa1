import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { inspectGivenPath } from '../../../../src/destinations/file/file-path.ts';
import { isTracked } from '../../../../src/destinations/file/git-index.ts';
import { type JobFolders, makeJobFolders } from '../../../lib/job-folders.ts';

/** Runs git as it comes, without anybody's settings. */
function git(folder: string, ...words: readonly string[]): void {
  execFileSync(
    'git',
    ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'core.longpaths=true', ...words],
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

/** Of every length modulo 8, to which git fills entries up. */
const names = [
  'a',
  'key.pem',
  'keys/deploy key',
  'keys/deploy.pem',
  'keys/schlüssel',
  ...[10, 11, 12, 13, 14, 16, 200].map((length) => 'z'.repeat(length)),
];

/** A repository in the workspace in which all of `names` are tracked, and no longer in the work tree. */
function makeRepository(job: JobFolders, ...init: readonly string[]): void {
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

async function trackedIn(job: JobFolders): Promise<string[]> {
  const others = ['keys', 'key', 'key.pem2', 'keys/deploy', 'deploy.pem', 'A', 'new', 'keys/new'];
  const found: string[] = [];
  for (const name of [...names, ...others]) {
    if (await isTracked(path.join(job.workspace, name))) found.push(name);
  }
  return found;
}

describe('every tracked path is known, and no other, in an index of', () => {
  test.each([
    ['version 2', ['--index-version', '2']],
    ['version 3', ['--index-version', '3']],
    ['version 4', ['--index-version', '4']],
  ])('%s', async (_, version) => {
    await using job = await makeJobFolders();
    makeRepository(job);
    git(job.workspace, 'update-index', '--force-write-index', ...version);
    expect(await trackedIn(job)).toEqual(names);
  });

  test('version 3, as an entry with more flags makes it', async () => {
    await using job = await makeJobFolders();
    makeRepository(job);
    git(job.workspace, 'update-index', '--skip-worktree', 'key.pem');
    expect(readFileSync(path.join(job.workspace, '.git/index')).readUInt32BE(4)).toBe(3);
    expect(await trackedIn(job)).toEqual(names);
  });

  test('a repository whose object names are SHA-256', async () => {
    await using job = await makeJobFolders();
    makeRepository(job, '--object-format=sha256');
    expect(await trackedIn(job)).toEqual(names);
  });

  test('an added work tree', async () => {
    await using job = await makeJobFolders();
    makeRepository(job);
    const tree = path.join(job.outside, 'tree');
    git(job.workspace, 'worktree', 'add', tree);
    expect(await isTracked(path.join(tree, 'key.pem'))).toBe(true);
    expect(await isTracked(path.join(tree, 'new'))).toBe(false);
  });

  test('an added work tree whose object names are SHA-256', async () => {
    await using job = await makeJobFolders();
    makeRepository(job, '--object-format=sha256');
    const tree = path.join(job.outside, 'tree');
    git(job.workspace, 'worktree', 'add', tree);
    expect(await isTracked(path.join(tree, 'keys/deploy.pem'))).toBe(true);
  });

  test('a repository that knows no case, as on macOS and Windows: then other cases, and other ways to write ü', async () => {
    await using job = await makeJobFolders();
    makeRepository(job);
    git(job.workspace, 'config', 'core.ignorecase', 'true');
    for (const name of ['KEY.pem', 'Keys/DEPLOY.pem', 'keys/schlu\u0308ssel'])
      expect([name, await isTracked(path.join(job.workspace, name))]).toEqual([name, true]);
    expect(await isTracked(path.join(job.workspace, 'key.pem2'))).toBe(false);
  });

  test('a split index', async () => {
    await using job = await makeJobFolders();
    makeRepository(job);
    git(job.workspace, 'update-index', '--split-index');
    expect(await trackedIn(job)).toEqual(names);
  });
});

describe.each(['2', '4'])('in a sparse index (version %s), as git sparse-checkout writes it', (version) => {
  test('all that lies below a folder which the checkout leaves out counts as tracked', async () => {
    await using job = await makeJobFolders();
    makeRepository(job);
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
    await using job = await makeJobFolders();
    expect(await isTracked(path.join(job.workspace, 'key.pem'))).toBe(false);
  });

  test('in a repository without an index', async () => {
    await using job = await makeJobFolders();
    git(job.workspace, 'init');
    expect(await isTracked(path.join(job.workspace, 'key.pem'))).toBe(false);
  });

  test('in folders that are not there yet', async () => {
    await using job = await makeJobFolders();
    makeRepository(job);
    expect(await isTracked(path.join(job.workspace, 'not/yet/key.pem'))).toBe(false);
  });

  test('in an index that is cut anywhere, and the reading ends', async () => {
    await using job = await makeJobFolders();
    makeRepository(job);
    const index = path.join(job.workspace, '.git/index');
    for (let size = readFileSync(index).length - 21; size >= 0; size -= 7) {
      truncateSync(index, size);
      expect(await isTracked(path.join(job.workspace, 'not there'))).toBe(false);
    }
  });

  test('in an index of another kind', async () => {
    await using job = await makeJobFolders();
    makeRepository(job);
    writeFileSync(path.join(job.workspace, '.git/index'), 'rubbish'.repeat(50));
    expect(await trackedIn(job)).toEqual([]);
  });
});

describe('a path that a person gave', () => {
  test('and that git tracks is refused: the next commit would hold the key', async () => {
    await using job = await makeJobFolders();
    makeRepository(job);
    await expect(inspectGivenPath('key.pem', job)).rejects.toMatchObject({ code: 'PATH_TRACKED' });
    await expect(inspectGivenPath('keys/deploy.pem', job)).rejects.toMatchObject({ code: 'PATH_TRACKED' });
  });

  test('through a link is the path that it leads to', async () => {
    await using job = await makeJobFolders();
    makeRepository(job);
    mkdirSync(path.join(job.workspace, 'keys'), { recursive: true });
    symlinkSync(path.join(job.workspace, 'keys'), path.join(job.workspace, 'link'), 'junction');
    await expect(inspectGivenPath('link/deploy.pem', job)).rejects.toMatchObject({ code: 'PATH_TRACKED' });
  });

  test('and that git does not know is free', async () => {
    await using job = await makeJobFolders();
    makeRepository(job);
    expect(await inspectGivenPath('keys/new.pem', job)).toMatchObject({
      path: path.join(job.workspace, 'keys/new.pem'),
    });
  });
});
