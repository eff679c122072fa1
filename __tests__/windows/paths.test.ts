import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readSmallFile } from '../../src/destinations/file/existing-key-file.ts';
import { inspectPath, isInUploads, resolvePath } from '../../src/destinations/file/file-path.ts';
import { type JobFolders, makeJobFolders } from '../lib/job-folders.ts';

/** A link to a folder, for which no privilege is needed. */
function junction(to: string, at: string): void {
  symlinkSync(to, at, 'junction');
}

describe('a path', () => {
  test.each(['a\\b\\key', 'a/b/key', 'A\\b/key'])(
    '%s is free, and its missing folders are listed',
    async (given) => {
      await using job = await makeJobFolders();
      mkdirSync(path.join(job.workspace, 'a'));
      expect(await inspectPath(resolvePath(given, job), job)).toMatchObject({
        realParent: path.join(job.workspace, 'a'),
        missing: ['b'],
      });
    },
  );

  test.each(['file\\key', 'file/a/b/key'])(
    '%s is rejected because a file is in place of a folder',
    async (given) => {
      await using job = await makeJobFolders();
      writeFileSync(path.join(job.workspace, 'file'), 'x');
      await expect(inspectPath(resolvePath(given, job), job)).rejects.toMatchObject({ code: 'PATH_TAKEN' });
    },
  );

  test.each(['key', 'KEY', 'folder'])('%s is rejected because it already exists', async (given) => {
    await using job = await makeJobFolders();
    writeFileSync(path.join(job.workspace, 'key'), 'x');
    mkdirSync(path.join(job.workspace, 'folder'));
    await expect(inspectPath(resolvePath(given, job), job)).rejects.toMatchObject({ code: 'PATH_TAKEN' });
  });
});

describe('a junction that leads out of a folder of the job', () => {
  test.each<[string, (job: JobFolders) => string]>([
    ['as it is', ({ workspace }) => workspace],
    ['in another case', ({ workspace }) => workspace.toUpperCase()],
    ['with forward slashes', ({ workspace }) => workspace.replaceAll('\\', '/')],
  ])('is not followed when the folder is written %s', async (_, start) => {
    await using job = await makeJobFolders();
    junction(job.outside, path.join(job.workspace, 'link'));
    writeFileSync(path.join(job.outside, 'file'), 'x');
    const given = (name: string) => resolvePath(`${start(job)}/link/${name}`, job);
    await expect(inspectPath(given('key'), job)).rejects.toMatchObject({ code: 'PATH_LEADS_OUT' });
    await expect(readSmallFile(given('file'), job)).rejects.toMatchObject({ code: 'PATH_LEADS_OUT' });
  });
});

describe('a workspace behind a junction', () => {
  test('can contain a key, which uploads would include, whichever slashes its path has', async () => {
    await using job = await makeJobFolders();
    const workspace = path.join(job.outside, 'workspace');
    junction(job.workspace, workspace);
    const { realParent } = await inspectPath(resolvePath('key', { ...job, workspace }), {
      ...job,
      workspace,
    });
    expect(realParent).toBe(job.workspace);
    const file = path.join(realParent, 'key');
    for (const written of [file, file.replaceAll('\\', '/')])
      expect(isInUploads(written, { ...job, workspace })).toBe(true);
  });
});
