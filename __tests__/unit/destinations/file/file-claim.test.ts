import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { releaseFile } from '../../../../src/destinations/file/file-claim.ts';
import { createJobFolders, type TestFolders, tree } from '../../../lib/job-folders.ts';
import { planFile } from './test-files.ts';

/** A complete file at `keys/key`. */
async function writeFile(job: TestFolders) {
  const planned = await planFile('keys/key', job);
  const reserved = await planned.reserve();
  await reserved.write('secret');
  await reserved.close();
  return { ...planned, target: path.join(job.workspace, 'keys/key') };
}

test('a release deletes the file and the folder that was created for it', async () => {
  await using job = await createJobFolders();
  const { release, target } = await writeFile(job);
  const what = `the private key file ${target}`;
  expect(await release()).toEqual({ outcome: 'done', said: `Deleted ${what}.` });
  expect(tree(job.workspace)).toEqual([]);
  expect(await release()).toEqual({ outcome: 'already-gone', what });
});

test('a file that was deleted with its folder is already gone', async () => {
  await using job = await createJobFolders();
  const { release } = await writeFile(job);
  rmSync(path.join(job.workspace, 'keys'), { recursive: true });
  expect(await release()).toMatchObject({ outcome: 'already-gone' });
});

describe('a release leaves untouched', () => {
  test('a folder in which someone else created a file', async () => {
    await using job = await createJobFolders();
    const { release } = await writeFile(job);
    writeFileSync(path.join(job.workspace, 'keys/other'), 'mine');
    expect(await release()).toMatchObject({ outcome: 'done' });
    expect(tree(job.workspace)).toEqual(['keys 700', 'keys/other 644']);
  });

  test('a folder that existed before, even if it is empty', async () => {
    await using job = await createJobFolders();
    mkdirSync(path.join(job.workspace, 'keys'));
    const { release } = await writeFile(job);
    await release();
    expect(tree(job.workspace)).toEqual(['keys 755']);
  });

  test.each<[string, (target: string, job: TestFolders) => void]>([
    ['a folder', (target) => mkdirSync(target)],
    ['a link to a file', (target, { outside }) => symlinkSync(path.join(outside, 'precious'), target)],
    ['another file', (target) => writeFileSync(target, 'mine')],
  ])('%s that replaced the file', async (_, put) => {
    await using job = await createJobFolders();
    const precious = path.join(job.outside, 'precious');
    writeFileSync(precious, 'precious');
    const { release, target } = await writeFile(job);
    // Created while the file still exists, so that the system gives it another inode.
    put(`${target}.other`, job);
    rmSync(target);
    renameSync(`${target}.other`, target);
    const before = tree(job.workspace);
    expect(await release()).toMatchObject({ outcome: 'already-gone' });
    expect(tree(job.workspace)).toEqual(before);
    expect(readFileSync(precious, 'utf8')).toBe('precious');
  });

  test('another file that replaced the file, even if the system reuses its inode number', async () => {
    await using job = await createJobFolders();
    const { release, target } = await writeFile(job);
    rmSync(target);
    writeFileSync(target, 'mine');
    await release();
    expect(readFileSync(target, 'utf8')).toBe('mine');
  });
});

test('what cannot be deleted is left, with a command in which its name is one word, whatever it contains', async () => {
  const outcome = await releaseFile({
    kind: 'file',
    path: "/tmp/it's; echo here\0",
    temporary: '/dev/null/x',
    folders: [],
    identity: '1:1:1',
  });
  expect(outcome).toEqual({
    outcome: 'left',
    what: "the private key file /tmp/it's; echo here\0",
    why: 'ERR_INVALID_ARG_VALUE',
    command: "rm -f '/tmp/it'\\''s; echo here\0'",
  });
});
