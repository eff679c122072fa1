import { linkSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { KeyPairError } from '../../../../src/errors.ts';
import { type JobFolders, makeJobFolders } from '../../../lib/job-folders.ts';
import { filesWith, maskedKey, openFile, tree } from './writing.ts';

/** As another process would: moves a folder away and puts a link to another in its place. */
function swap(job: JobFolders): void {
  renameSync(path.join(job.workspace, 'keys'), path.join(job.outside, 'moved'));
  mkdirSync(path.join(job.outside, 'elsewhere'));
  symlinkSync(path.join(job.outside, 'elsewhere'), path.join(job.workspace, 'keys'));
}

/** Files that hold what only the private key holds, wherever they went. */
function copies(pem: string, job: JobFolders): string[] {
  const [own = ''] = pem.split('\n').slice(-4);
  return [job.workspace, job.outside, job.temp].flatMap((folder) =>
    filesWith(own, folder).map((file) => path.relative(path.dirname(job.workspace), file)),
  );
}

test('a folder that was swapped after the look is not followed, and nothing is made in it', async () => {
  await using job = await makeJobFolders();
  mkdirSync(path.join(job.workspace, 'keys'));
  const { destination, release } = await openFile('keys/key', job);
  swap(job);
  await expect(destination.reserve()).rejects.toMatchObject({ code: 'PATH_LEADS_OUT' });
  await release();
  expect(tree(job.outside)).toEqual(['elsewhere 755', 'moved 755']);
});

test('a folder that was swapped after the reservation gets no key, in neither place', async () => {
  await using job = await makeJobFolders();
  mkdirSync(path.join(job.workspace, 'keys'));
  const { destination } = await openFile('keys/key', job);
  const { key, pem } = await maskedKey();
  const reservation = await destination.reserve();
  swap(job);
  const failed = await reservation.deliver(key).catch((reason: unknown) => reason);
  expect(failed).toBeInstanceOf(KeyPairError);
  expect(copies(pem, job)).toEqual([]);
});

test('a folder that was swapped, with a file of the same name in the new one, gets no key', async () => {
  await using job = await makeJobFolders();
  mkdirSync(path.join(job.workspace, 'keys'));
  const { destination, claims, release } = await openFile('keys/key', job);
  const { key, pem } = await maskedKey();
  const reservation = await destination.reserve();
  swap(job);
  const name = path.basename(claims.records[0]?.temporary ?? '');
  writeFileSync(path.join(job.outside, 'elsewhere', name), 'somebody else’s');
  await expect(reservation.deliver(key)).rejects.toMatchObject({ code: 'PATH_LEADS_OUT' });
  expect(copies(pem, job)).toEqual([]);
  await release();
  expect(filesWith('somebody else’s', job.outside)).toHaveLength(1);
});

describe('a folder that is swapped while the key is being written', () => {
  test('fails the delivery, and leaves the key in no file, wherever that was moved to', async () => {
    await using job = await makeJobFolders();
    mkdirSync(path.join(job.workspace, 'keys'));
    const { key } = await maskedKey(async () => swap(job));
    const { destination, release } = await openFile('keys/key', job, { format: 'ppk' });
    const reservation = await destination.reserve();
    const failed = await reservation.deliver(key).catch((reason: unknown) => reason);
    expect(failed).toBeInstanceOf(KeyPairError);
    await release();
    expect(filesWith('Private-Lines', job.outside)).toEqual([]);
  });

  test('is found out even where the same file lies in both, and holds no key any more', async () => {
    await using job = await makeJobFolders();
    mkdirSync(path.join(job.workspace, 'keys'));
    const { destination, claims } = await openFile('keys/key', job, { format: 'ppk' });
    const { key } = await maskedKey(async () => {
      const { temporary = '' } = claims.records[0] ?? {};
      swap(job);
      const name = path.basename(temporary);
      linkSync(path.join(job.outside, 'moved', name), path.join(job.outside, 'elsewhere', name));
    });
    const reservation = await destination.reserve();
    await expect(reservation.deliver(key)).rejects.toMatchObject({ code: 'PATH_LEADS_OUT' });
    expect(filesWith('Private-Lines', job.outside)).toEqual([]);
  });
});

test('a folder that is gone after the look is told in a person’s words', async () => {
  await using job = await makeJobFolders();
  mkdirSync(path.join(job.workspace, 'keys'));
  const { destination } = await openFile('keys/key', job);
  rmSync(path.join(job.workspace, 'keys'), { recursive: true });
  await expect(destination.reserve()).rejects.toMatchObject({ code: 'PATH_NOT_WRITABLE' });
});

test('a folder that is gone after the reservation is told in a person’s words', async () => {
  await using job = await makeJobFolders();
  mkdirSync(path.join(job.workspace, 'keys'));
  const { destination } = await openFile('keys/key', job);
  const { key } = await maskedKey();
  const reservation = await destination.reserve();
  rmSync(path.join(job.workspace, 'keys'), { recursive: true });
  await expect(reservation.deliver(key)).rejects.toMatchObject({ code: 'PATH_NOT_WRITABLE' });
});

test('a folder that is gone as soon as the empty file is made is told in a person’s words', async () => {
  await using job = await makeJobFolders();
  mkdirSync(path.join(job.workspace, 'keys'));
  const { destination } = await openFile('keys/key', job, {
    restrictToOwner: async () => rmSync(path.join(job.workspace, 'keys'), { recursive: true }),
  });
  await expect(destination.reserve()).rejects.toMatchObject({ name: 'KeyPairError' });
});
