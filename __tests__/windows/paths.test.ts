import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { inspectPath, resolvePath, workspaceAround } from '../../src/destinations/file/file-path.ts';
import { readSmallFile } from '../../src/destinations/file/small-file.ts';
import { createJobFolders, type TestFolders } from '../lib/job-folders.ts';

/** Creates a link to a folder, which needs no privilege. */
function createJunction(to: string, at: string): void {
  symlinkSync(to, at, 'junction');
}

describe('the path', () => {
  test.each(['a\\b\\key', 'a/b/key', 'A\\b/key'])(
    '%s is accepted, and returned with its missing folders',
    async (given) => {
      await using job = await createJobFolders();
      mkdirSync(path.join(job.workspace, 'a'));
      expect(await inspectPath(resolvePath(given, job), job)).toMatchObject({
        realParent: path.join(job.workspace, 'a'),
        missing: ['b'],
      });
    },
  );

  test.each(['file\\key', 'file/a/b/key'])(
    '%s is rejected if a file is in the place of a folder',
    async (given) => {
      await using job = await createJobFolders();
      writeFileSync(path.join(job.workspace, 'file'), 'x');
      await expect(inspectPath(resolvePath(given, job), job)).rejects.toMatchObject({ code: 'PATH_TAKEN' });
    },
  );

  test.each(['key', 'KEY', 'folder'])('%s is rejected if something already exists there', async (given) => {
    await using job = await createJobFolders();
    writeFileSync(path.join(job.workspace, 'key'), 'x');
    mkdirSync(path.join(job.workspace, 'folder'));
    await expect(inspectPath(resolvePath(given, job), job)).rejects.toMatchObject({ code: 'PATH_TAKEN' });
  });
});

describe('a junction that leads out of the workspace', () => {
  test.each<[string, (job: TestFolders) => string]>([
    ['as it is', ({ workspace }) => workspace],
    ['in another case', ({ workspace }) => workspace.toUpperCase()],
    ['with forward slashes', ({ workspace }) => workspace.replaceAll('\\', '/')],
  ])('is not followed if the workspace is written %s', async (_, start) => {
    await using job = await createJobFolders();
    createJunction(job.outside, path.join(job.workspace, 'link'));
    writeFileSync(path.join(job.outside, 'file'), 'x');
    const given = (name: string) => resolvePath(`${start(job)}/link/${name}`, job);
    await expect(inspectPath(given('key'), job)).rejects.toMatchObject({ code: 'PATH_LEADS_OUT' });
    await expect(readSmallFile(given('file'), job)).rejects.toMatchObject({ code: 'PATH_LEADS_OUT' });
  });
});

describe('in a workspace behind a junction', () => {
  test('a path is accepted, and known to be in the workspace, whichever slashes it has', async () => {
    await using job = await createJobFolders();
    const workspace = path.join(job.outside, 'workspace');
    createJunction(job.workspace, workspace);
    const { realParent } = await inspectPath(resolvePath('key', { ...job, workspace }), {
      ...job,
      workspace,
    });
    expect(realParent).toBe(job.workspace);
    const file = path.join(realParent, 'key');
    for (const written of [file, file.replaceAll('\\', '/')]) {
      expect(workspaceAround(written, { ...job, workspace })).toBe(job.workspace);
    }
  });
});
