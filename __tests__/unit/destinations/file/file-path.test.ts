import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { inspectPath, resolvePath, workspaceAround } from '../../../../src/destinations/file/file-path.ts';
import { createJobFolders, type TestFolders, tree } from '../../../lib/job-folders.ts';

const folders = { workspace: '/w/repo', temp: '/w/_temp', home: '/home/runner' };

test.each([
  ['key.pem', '/w/repo/key.pem'],
  ['a/../b/key', '/w/repo/b/key'],
  ['/tmp/key', '/tmp/key'],
  ['~/.ssh/key', '/home/runner/.ssh/key'],
  ['../key', '/w/key'],
  ['~key', '/w/repo/~key'],
  ['a/~/key', '/w/repo/a/~/key'],
])('private-key-path %s means %s', (given, meant) => {
  expect(resolvePath(given, folders)).toBe(meant);
});

describe('a path is rejected, and left untouched, if it is', () => {
  const things: [string, (target: string, job: TestFolders) => void | Promise<void>][] = [
    ['a file', (target) => writeFileSync(target, 'x')],
    ['a folder', (target) => mkdirSync(target)],
    ['a link to a file', (target, { outside }) => symlinkSync(path.join(outside, 'file'), target)],
    ['a dangling link', (target) => symlinkSync('/nowhere/at/all', target)],
    ['a link to itself', (target) => symlinkSync(target, target)],
  ];

  test.each(things)('%s', async (_, put) => {
    await using job = await createJobFolders();
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
    await using job = await createJobFolders();
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
    await using job = await createJobFolders();
    await expect(inspectPath(resolvePath('.', job), job)).rejects.toMatchObject({ code: 'PATH_TAKEN' });
  });
});

describe('a path where nothing exists', () => {
  test('is returned with the missing folders, outermost first', async () => {
    await using job = await createJobFolders();
    mkdirSync(path.join(job.workspace, 'a'));
    expect(await inspectPath(path.join(job.workspace, 'a/b/c/key'), job)).toEqual({
      path: path.join(job.workspace, 'a/b/c/key'),
      realParent: path.join(job.workspace, 'a'),
      missing: ['b', 'c'],
    });
    expect(tree(job.workspace)).toEqual(['a 755']);
  });

  test('can lead through a link that stays in the same folder of the job', async () => {
    await using job = await createJobFolders();
    mkdirSync(path.join(job.workspace, 'real'));
    symlinkSync('real', path.join(job.workspace, 'link'));
    expect(await inspectPath(path.join(job.workspace, 'link/key'), job)).toMatchObject({
      realParent: path.join(job.workspace, 'real'),
    });
  });

  test('can lead through any link outside of the folders of the job', async () => {
    await using job = await createJobFolders();
    mkdirSync(path.join(job.outside, 'real'));
    symlinkSync('real', path.join(job.outside, 'link'));
    expect(await inspectPath(path.join(job.outside, 'link/key'), job)).toMatchObject({
      realParent: path.join(job.outside, 'real'),
    });
  });

  test('can be in a workspace that is itself a link', async () => {
    await using job = await createJobFolders();
    const linked = { ...job, workspace: linkToWorkspace(job) };
    expect(await inspectPath(path.join(linked.workspace, 'key'), linked)).toMatchObject({
      realParent: job.workspace,
    });
  });
});

describe.each(['workspace', 'temp', 'home'] as const)('a link in the %s folder', (start) => {
  test.each([
    ['to a folder elsewhere', (job: TestFolders) => job.outside],
    ['to the folder above', (job: TestFolders) => path.dirname(job.workspace)],
    ['to another folder of the job', (job: TestFolders) => (start === 'temp' ? job.home : job.temp)],
  ])('%s is not followed', async (_, to) => {
    await using job = await createJobFolders();
    symlinkSync(to(job), path.join(job[start], 'link'));
    for (const target of ['link/key', 'link/new/key']) {
      await expect(inspectPath(path.join(job[start], target), job)).rejects.toMatchObject({
        code: 'PATH_LEADS_OUT',
        message: expect.stringContaining(to(job)),
      });
    }
  });
});

describe('a path is rejected with a KeyPairError', () => {
  test.each<[string, string, (job: TestFolders) => void]>([
    [
      'a file is in the place of a folder',
      'file/key',
      (job) => writeFileSync(path.join(job.workspace, 'file'), 'x'),
    ],
    [
      'a file is in the place of a folder further up',
      'file/a/b/key',
      (job) => writeFileSync(path.join(job.workspace, 'file'), 'x'),
    ],
    [
      'a dangling link is in the place of a folder',
      'link/key',
      (job) => symlinkSync('/nowhere', path.join(job.workspace, 'link')),
    ],
    [
      'a dangling link is in the place of a folder further up',
      'link/a/key',
      (job) => symlinkSync('/nowhere', path.join(job.workspace, 'link')),
    ],
    ['a link leads to itself', 'link/key', (job) => symlinkSync('link', path.join(job.workspace, 'link'))],
    [
      'a link to a file is in the place of a folder',
      'link/key',
      (job) => symlinkSync('/dev/null', path.join(job.workspace, 'link')),
    ],
    [
      'a link outside of the job leads to a file in the place of a folder',
      '../outside/link/key',
      ({ outside }) => {
        writeFileSync(path.join(outside, 'file'), 'x');
        symlinkSync('file', path.join(outside, 'link'));
      },
    ],
    ['a name in it is too long', `${'n'.repeat(300)}/key`, () => {}],
    [
      'a link leads to a name that is too long',
      'link/key',
      (job) => symlinkSync('n'.repeat(300), path.join(job.workspace, 'link')),
    ],
  ])('if %s', async (_, given, put) => {
    await using job = await createJobFolders();
    put(job);
    await expect(inspectPath(path.join(job.workspace, given), job)).rejects.toMatchObject({
      name: 'KeyPairError',
      code: expect.stringMatching(/^PATH_/),
    });
  });
});

describe.each<[string, (job: TestFolders) => string]>([
  ['', ({ workspace }) => workspace],
  [' behind a link', linkToWorkspace],
])('the workspace%s', (_, workspaceOf) => {
  test.each([
    ['key', true],
    ['a/key', true],
    ['.ssh/key', true],
    ['../temp/key', false],
    ['../workspace2/key', false],
  ])('is around %s: %s', async (given, isAround) => {
    await using job = await createJobFolders();
    const file = resolvePath(given, job);
    const around = workspaceAround(file, { ...job, workspace: workspaceOf(job) });
    expect(around).toBe(isAround ? job.workspace : undefined);
  });
});

test('a workspace that does not exist would still be around its files', async () => {
  await using job = await createJobFolders();
  const workspace = path.join(job.outside, 'missing');
  expect(workspaceAround(path.join(workspace, 'key'), { ...job, workspace })).toBe(workspace);
});

describe('a job without', () => {
  test.each(['workspace', 'temp', 'home'] as const)('a %s folder can use the others', async (name) => {
    await using job = await createJobFolders();
    const { workspace, temp, home } = job;
    const lacking = Object.defineProperty({ workspace, temp, home }, name, {
      get: () => {
        throw new Error(`no ${name}`);
      },
    });
    const given = { workspace: '~/key', temp: 'key', home: 'key' }[name];
    const target = resolvePath(given, lacking);
    expect(await inspectPath(target, lacking)).toMatchObject({ missing: [] });
    expect(workspaceAround(target, lacking)).toBe(name === 'workspace' ? undefined : workspace);
    expect(resolvePath(path.join(temp, 'key'), lacking)).toBe(path.join(temp, 'key'));
  });

  test('its workspace on the disk gets one when the file is written', async () => {
    await using job = await createJobFolders();
    const lacking = { ...job, workspace: path.join(job.outside, 'not/there') };
    expect(await inspectPath(resolvePath('keys/key', lacking), lacking)).toMatchObject({
      realParent: job.outside,
      missing: ['not', 'there', 'keys'],
    });
  });
});

/** Like a self-hosted runner whose work folder is on another disk. */
function linkToWorkspace({ workspace, outside }: TestFolders): string {
  const link = path.join(outside, 'workspace');
  symlinkSync(workspace, link);
  return link;
}
