import { linkSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { KeyPairError } from '../../../../src/errors.ts';
import { createJobFolders, filesWith, type TestFolders, tree } from '../../../lib/job-folders.ts';
import { keyPairId } from '../../../lib/key-pair-id.ts';
import { createMaskedKey } from '../masked-key.ts';
import { openTestFile } from './test-files.ts';

/** Does what another process could do: moves the folder and puts a link to another one in its place. */
function swap(job: TestFolders): void {
  renameSync(path.join(job.workspace, 'keys'), path.join(job.outside, 'moved'));
  mkdirSync(path.join(job.outside, 'elsewhere'));
  symlinkSync(path.join(job.outside, 'elsewhere'), path.join(job.workspace, 'keys'));
}

test('a folder that is swapped after the path was inspected is not followed, and nothing is created in it', async () => {
  await using job = await createJobFolders();
  mkdirSync(path.join(job.workspace, 'keys'));
  const { reserve, release } = await openTestFile('keys/key', job);
  swap(job);
  await expect(reserve()).rejects.toMatchObject({ code: 'PATH_LEADS_OUT' });
  await release();
  expect(tree(job.outside)).toEqual(['elsewhere 755', 'moved 755']);
});

test('after a folder was swapped between reservation and delivery, the key is in neither folder', async () => {
  await using job = await createJobFolders();
  mkdirSync(path.join(job.workspace, 'keys'));
  const { reserve } = await openTestFile('keys/key', job);
  const { key, secretLine } = await createMaskedKey();
  const reservation = await reserve();
  swap(job);
  const failed = await reservation.deliver(key, keyPairId).catch((reason: unknown) => reason);
  expect(failed).toBeInstanceOf(KeyPairError);
  expect(filesWith(secretLine, job.root)).toEqual([]);
});

test('after a folder was swapped for one with a file of the same name, the key is in neither folder', async () => {
  await using job = await createJobFolders();
  mkdirSync(path.join(job.workspace, 'keys'));
  const { reserve, claims, release } = await openTestFile('keys/key', job);
  const { key, secretLine } = await createMaskedKey();
  const reservation = await reserve();
  swap(job);
  const name = path.basename(claims.records[0]?.temporary ?? '');
  writeFileSync(path.join(job.outside, 'elsewhere', name), 'not ours');
  await expect(reservation.deliver(key, keyPairId)).rejects.toMatchObject({ code: 'PATH_LEADS_OUT' });
  expect(filesWith(secretLine, job.root)).toEqual([]);
  await release();
  expect(filesWith('not ours', job.outside)).toHaveLength(1);
});

describe('swapping the folder while the key is being written', () => {
  test('fails the delivery, and no file contains the key, even one that was moved', async () => {
    await using job = await createJobFolders();
    mkdirSync(path.join(job.workspace, 'keys'));
    const { key } = await createMaskedKey(async () => swap(job));
    const { reserve, release } = await openTestFile('keys/key', job, { format: 'ppk' });
    const reservation = await reserve();
    const failed = await reservation.deliver(key, keyPairId).catch((reason: unknown) => reason);
    expect(failed).toBeInstanceOf(KeyPairError);
    await release();
    expect(filesWith('Private-Lines', job.outside)).toEqual([]);
  });

  test('is detected even if both folders contain the same file, which no longer contains the key', async () => {
    await using job = await createJobFolders();
    mkdirSync(path.join(job.workspace, 'keys'));
    const { reserve, claims } = await openTestFile('keys/key', job, { format: 'ppk' });
    const { key } = await createMaskedKey(async () => {
      const { temporary = '' } = claims.records[0] ?? {};
      swap(job);
      const name = path.basename(temporary);
      linkSync(path.join(job.outside, 'moved', name), path.join(job.outside, 'elsewhere', name));
    });
    const reservation = await reserve();
    await expect(reservation.deliver(key, keyPairId)).rejects.toMatchObject({ code: 'PATH_LEADS_OUT' });
    expect(filesWith('Private-Lines', job.outside)).toEqual([]);
  });
});

test('a folder that is deleted after the path was inspected is a KeyPairError', async () => {
  await using job = await createJobFolders();
  mkdirSync(path.join(job.workspace, 'keys'));
  const { reserve } = await openTestFile('keys/key', job);
  rmSync(path.join(job.workspace, 'keys'), { recursive: true });
  await expect(reserve()).rejects.toMatchObject({ code: 'PATH_NOT_WRITABLE' });
});

test('a folder that is deleted after the reservation is a KeyPairError', async () => {
  await using job = await createJobFolders();
  mkdirSync(path.join(job.workspace, 'keys'));
  const { reserve } = await openTestFile('keys/key', job);
  const { key } = await createMaskedKey();
  const reservation = await reserve();
  rmSync(path.join(job.workspace, 'keys'), { recursive: true });
  await expect(reservation.deliver(key, keyPairId)).rejects.toMatchObject({ code: 'PATH_NOT_WRITABLE' });
});

test('a folder that is deleted as soon as the empty file exists is a KeyPairError', async () => {
  await using job = await createJobFolders();
  mkdirSync(path.join(job.workspace, 'keys'));
  const { reserve } = await openTestFile('keys/key', job, {
    restrictToOwner: async () => rmSync(path.join(job.workspace, 'keys'), { recursive: true }),
  });
  await expect(reserve()).rejects.toMatchObject({ name: 'KeyPairError' });
});
