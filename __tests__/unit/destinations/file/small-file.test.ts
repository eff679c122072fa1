import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readGivenFile, readSmallFile } from '../../../../src/destinations/file/small-file.ts';
import { createJobFolders, type TestFolders } from '../../../lib/job-folders.ts';

test('a small regular file is read as text', async () => {
  await using job = await createJobFolders();
  const file = path.join(job.workspace, 'key');
  writeFileSync(file, 'hello, wörld\r\n');
  expect(await readSmallFile(file, job)).toMatchObject({ text: 'hello, wörld\r\n' });
});

test('a file of exactly 64 KB is still read', async () => {
  await using job = await createJobFolders();
  const file = path.join(job.workspace, 'key');
  writeFileSync(file, 'x'.repeat(64 * 1024));
  expect((await readSmallFile(file, job))?.text).toHaveLength(64 * 1024);
});

test.each(['key', 'no/such/folder/key'])('nothing is read if there is no file at %s', async (given) => {
  await using job = await createJobFolders();
  expect(await readSmallFile(path.join(job.workspace, given), job)).toBeUndefined();
});

test.each([
  ['keys/key', 'workspace'],
  ['~/key', 'home'],
] as const)('the path %s that a user sets is relative to the %s folder', async (given, folder) => {
  await using job = await createJobFolders();
  mkdirSync(path.join(job.workspace, 'keys'));
  writeFileSync(path.join(job[folder], given.replace('~/', '')), 'hello');
  expect(await readGivenFile(given, job)).toBe('hello');
});

describe('anything that is not a small regular file is rejected:', () => {
  test.each<[what: string, message: string, put: (target: string, job: TestFolders) => void]>([
    [
      'a link',
      'cannot be read, or is a symbolic link.',
      (target, { outside }) => symlinkSync(path.join(outside, 'key'), target),
    ],
    ['a folder', 'is not a regular file.', (target) => mkdirSync(target)],
    [
      'a file larger than 64 KB',
      'is larger than 64 KB.',
      (target) => writeFileSync(target, 'x'.repeat(64 * 1024 + 1)),
    ],
    ['a pipe that no one writes to', 'is not a regular file.', (target) => execFileSync('mkfifo', [target])],
  ])('%s', async (_, message, put) => {
    await using job = await createJobFolders();
    writeFileSync(path.join(job.outside, 'key'), 'secret');
    const target = path.join(job.workspace, 'key');
    put(target, job);
    await expect(readSmallFile(target, job)).rejects.toMatchObject({
      name: 'KeyPairError',
      code: 'NOT_A_KEY_FILE',
      message: `${target} ${message}`,
    });
  });

  test('a file behind a folder that leads out of the workspace', async () => {
    await using job = await createJobFolders();
    writeFileSync(path.join(job.outside, 'key'), 'secret');
    symlinkSync(job.outside, path.join(job.workspace, 'link'));
    await expect(readSmallFile(path.join(job.workspace, 'link/key'), job)).rejects.toMatchObject({
      code: 'PATH_LEADS_OUT',
    });
  });

  test('a file below a file', async () => {
    await using job = await createJobFolders();
    writeFileSync(path.join(job.workspace, 'file'), '');
    await expect(readSmallFile(path.join(job.workspace, 'file/key'), job)).rejects.toMatchObject({
      name: 'KeyPairError',
      code: 'NOT_A_KEY_FILE',
    });
  });
});
