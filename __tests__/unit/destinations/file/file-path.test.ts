import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { inspectPath, isInUploads, resolvePath } from '../../../../src/destinations/file/file-path.ts';
import { type JobFolders, makeJobFolders } from '../../../lib/job-folders.ts';
import { tree } from './writing.ts';

const folders = { workspace: '/w/repo', temp: '/w/_temp', home: '/home/runner' };

test.each([
  ['key.pem', '/w/repo/key.pem'],
  ['a/../b/key', '/w/repo/b/key'],
  ['/tmp/key', '/tmp/key'],
  ['~/.ssh/key', '/home/runner/.ssh/key'],
  ['../key', '/w/key'],
  ['~key', '/w/repo/~key'],
  ['a/~/key', '/w/repo/a/~/key'],
])('%s means %s', (given, meant) => {
  expect(resolvePath(given, folders)).toBe(meant);
});

describe('a path at which something stands is taken, and stays as it is', () => {
  const things: [string, (target: string, job: JobFolders) => void | Promise<void>][] = [
    ['a file', (target) => writeFileSync(target, 'x')],
    ['a folder', (target) => mkdirSync(target)],
    ['a link to a file', (target, { outside }) => symlinkSync(path.join(outside, 'file'), target)],
    ['a dangling link', (target) => symlinkSync('/nowhere/at/all', target)],
    ['a link to itself', (target) => symlinkSync(target, target)],
  ];

  test.each(things)('%s', async (_, put) => {
    await using job = await makeJobFolders();
    writeFileSync(path.join(job.outside, 'file'), 'x');
    const target = path.join(job.workspace, 'key');
    await put(target, job);
    const before = tree(job.workspace);
    await expect(inspectPath(target, job)).rejects.toMatchObject({
      code: 'PATH_TAKEN',
      message: expect.stringContaining(target),
    });
    expect(tree(job.workspace)).toEqual(before);
  });

  test('a socket', async () => {
    await using job = await makeJobFolders();
    const target = path.join(job.temp, 's');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(target, resolve));
    try {
      await expect(inspectPath(target, job)).rejects.toMatchObject({ code: 'PATH_TAKEN' });
    } finally {
      server.close();
    }
  });

  test('the workspace itself', async () => {
    await using job = await makeJobFolders();
    await expect(inspectPath(resolvePath('.', job), job)).rejects.toMatchObject({ code: 'PATH_TAKEN' });
  });
});

describe('a free path', () => {
  test('names the folders that are missing, outermost first', async () => {
    await using job = await makeJobFolders();
    mkdirSync(path.join(job.workspace, 'a'));
    expect(await inspectPath(path.join(job.workspace, 'a/b/c/key'), job)).toEqual({
      path: path.join(job.workspace, 'a/b/c/key'),
      realParent: path.join(job.workspace, 'a'),
      missing: ['b', 'c'],
    });
    expect(tree(job.workspace)).toEqual(['a 755']);
  });

  test('may lead through a link that stays in the same folder of the job', async () => {
    await using job = await makeJobFolders();
    mkdirSync(path.join(job.workspace, 'real'));
    symlinkSync('real', path.join(job.workspace, 'link'));
    expect(await inspectPath(path.join(job.workspace, 'link/key'), job)).toMatchObject({
      realParent: path.join(job.workspace, 'real'),
    });
  });

  test('may lead through any link where no repository can have put one', async () => {
    await using job = await makeJobFolders();
    mkdirSync(path.join(job.outside, 'real'));
    symlinkSync('real', path.join(job.outside, 'link'));
    expect(await inspectPath(path.join(job.outside, 'link/key'), job)).toMatchObject({
      realParent: path.join(job.outside, 'real'),
    });
  });

  test('may be in a workspace that is itself a link', async () => {
    await using job = await makeJobFolders();
    const linked = { ...job, workspace: linkToWorkspace(job) };
    expect(await inspectPath(path.join(linked.workspace, 'key'), linked)).toMatchObject({
      realParent: job.workspace,
    });
  });
});

describe.each(['workspace', 'temp', 'home'] as const)('a link in the %s folder', (start) => {
  test.each([
    ['to a folder elsewhere', (job: JobFolders) => job.outside],
    ['to the folder above', (job: JobFolders) => path.dirname(job.workspace)],
    ['to another folder of the job', (job: JobFolders) => (start === 'temp' ? job.home : job.temp)],
  ])('%s is not followed', async (_, to) => {
    await using job = await makeJobFolders();
    symlinkSync(to(job), path.join(job[start], 'link'));
    for (const target of ['link/key', 'link/new/key']) {
      await expect(inspectPath(path.join(job[start], target), job)).rejects.toMatchObject({
        code: 'PATH_LEADS_OUT',
        message: expect.stringContaining(to(job)),
      });
    }
  });
});

describe('a path that cannot be', () => {
  test.each<[string, string, (job: JobFolders) => void]>([
    ['has a file for a folder', 'file/key', (job) => writeFileSync(path.join(job.workspace, 'file'), 'x')],
    ['has a file further up', 'file/a/b/key', (job) => writeFileSync(path.join(job.workspace, 'file'), 'x')],
    [
      'has a dangling link for a folder',
      'link/key',
      (job) => symlinkSync('/nowhere', path.join(job.workspace, 'link')),
    ],
    [
      'has a dangling link further up',
      'link/a/key',
      (job) => symlinkSync('/nowhere', path.join(job.workspace, 'link')),
    ],
    ['goes round in circles', 'link/key', (job) => symlinkSync('link', path.join(job.workspace, 'link'))],
    [
      'has a link to a file for a folder',
      'link/key',
      (job) => symlinkSync('/dev/null', path.join(job.workspace, 'link')),
    ],
    ['has a name that is too long', `${'n'.repeat(300)}/key`, () => {}],
  ])('because it %s is refused in a person’s words', async (_, given, put) => {
    await using job = await makeJobFolders();
    put(job);
    await expect(inspectPath(path.join(job.workspace, given), job)).rejects.toMatchObject({
      name: 'KeyPairError',
      code: expect.stringMatching(/^PATH_/),
    });
  });
});

describe.each<[string, (job: JobFolders) => string]>([
  ['', ({ workspace }) => workspace],
  [' behind a link', linkToWorkspace],
])('an upload of the workspace%s', (_, workspaceOf) => {
  test.each([
    ['key', true],
    ['a/key', true],
    ['.ssh/key', false],
    ['a/.hidden', false],
    ['../temp/key', false],
    ['../workspace2/key', false],
  ])('takes %s along: %s', async (given, pathTaken) => {
    await using job = await makeJobFolders();
    const file = resolvePath(given, job);
    expect(isInUploads(file, { ...job, workspace: workspaceOf(job) })).toBe(pathTaken);
  });
});

/** As on a self-hosted runner whose work folder is on another disk. */
function linkToWorkspace({ workspace, outside }: JobFolders): string {
  const link = path.join(outside, 'workspace');
  symlinkSync(workspace, link);
  return link;
}
