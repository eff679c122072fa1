import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { restrictToOwner } from '../../src/destinations/file/windows-acl.ts';
import { windowsPrograms } from '../../src/runner/windows-programs.ts';
import { createJobFolders } from '../lib/job-folders.ts';
import { openPlainStep } from '../lib/plain-step.ts';
import { openTestFile, planFile } from '../unit/destinations/file/test-files.ts';
import { createMaskedKey } from '../unit/destinations/masked-key.ts';
import { accessOfThisUser, accessTo } from './access.ts';

/** Milliseconds: PowerShell starts slowly. A limit, not an expectation. */
jest.setTimeout(180_000);

const system = windowsPrograms();

describe('the private key file', () => {
  test('grants access only to the user of the job, while it is still empty and when it is complete', async () => {
    await using job = await createJobFolders();
    const { claims, reserve, release } = await openTestFile('keys\\key.pem', job, {
      restrictToOwner: (file) => restrictToOwner(file, system),
    });
    const { key, pem } = await createMaskedKey();

    const reservation = await reserve();

    const { temporary = '' } = claims.records.at(-1) ?? {};
    expect(await readFile(temporary, 'utf8')).toBe('');
    expect(await accessTo(temporary)).toEqual(await accessOfThisUser());
    expect(await accessTo(path.dirname(temporary))).toEqual(await accessOfThisUser());

    const delivered = await reservation.deliver(key, 'key-0123456789abcdef0');
    await reservation.close();

    const file = path.join(job.workspace, 'keys', 'key.pem');
    expect(delivered).toMatchObject({
      where: file.replaceAll('\\', '/'),
      outputs: { 'private-key-path': file.replaceAll('\\', '/') },
    });
    expect(await readdir(path.dirname(file))).toEqual(['key.pem']);
    expect(await readFile(file, 'utf8')).toBe(pem);
    expect(await accessTo(file)).toEqual(await accessOfThisUser());

    expect(await release()).toEqual({ outcome: 'done', said: `Deleted the private key file ${file}.` });
    expect(await readdir(job.workspace)).toEqual([]);
  });

  test('is created in a folder in which nothing is ever open to others', async () => {
    await using job = await createJobFolders();
    const folder = path.join(job.temp, 'private');
    await mkdir(folder);
    await restrictToOwner(folder, system);
    await writeFile(path.join(folder, 'file'), '');
    expect(await accessTo(path.join(folder, 'file'))).toEqual(await accessOfThisUser());
  });

  test('would be readable by others without that, so the test above can fail', async () => {
    await using job = await createJobFolders();
    const file = path.join(job.temp, 'file');
    await writeFile(file, '');
    expect(await accessTo(file)).not.toEqual(await accessOfThisUser());
  });

  test('is deleted under its random name if the step ended before it was complete', async () => {
    await using job = await createJobFolders();
    const { reserve, release } = await planFile('key.pem', job, {
      restrictToOwner: (file) => restrictToOwner(file, system),
    });
    const reserved = await reserve();
    await reserved.close();
    expect(await release()).toMatchObject({ outcome: 'done' });
    expect(await readdir(job.workspace)).toEqual([]);
  });

  test('replaces nothing that appeared at its path', async () => {
    await using job = await createJobFolders();
    const { reserve, release } = await openTestFile('key.pem', job);
    const { key } = await createMaskedKey();
    const reservation = await reserve();
    const target = path.join(job.workspace, 'key.pem');
    await writeFile(target, 'mine');
    await expect(reservation.deliver(key, 'key-0123456789abcdef0')).rejects.toMatchObject({
      code: 'PATH_TAKEN',
    });
    await reservation.close();
    await release();
    expect([await readdir(job.workspace), await readFile(target, 'utf8')]).toEqual([['key.pem'], 'mine']);
  });
});

describe('a step of the committed dist', () => {
  test('grants access to the file only to the user of the job, and the post step deletes it', async () => {
    await using step = await openPlainStep();
    const main = await step.main({ 'key-type': 'ed25519', 'private-key-path': 'keys\\key.pem' });
    expect(main.status).toBe(0);
    const file = path.join(step.workspace, 'keys', 'key.pem');
    expect(main.outputs['private-key-path']).toBe(file.replaceAll('\\', '/'));
    expect(await accessTo(file)).toEqual(await accessOfThisUser());
    expect([(await step.post()).status, await readdir(step.workspace)]).toEqual([0, []]);
  });

  test('runs programs of Windows, not programs of the same name in the workspace', async () => {
    await using step = await openPlainStep();
    for (const name of ['whoami', 'icacls']) {
      for (const ending of ['exe', 'com', 'cmd']) {
        await writeFile(path.join(step.workspace, `${name}.${ending}`), 'not a program');
      }
    }
    const main = await step.main({ 'key-type': 'ed25519' });
    expect(main.status).toBe(0);
    expect(await accessTo(main.outputs['private-key-path'] ?? '')).toEqual(await accessOfThisUser());
  });

  test('accepts a path with a drive letter, both kinds of slashes, and another case', async () => {
    await using step = await openPlainStep();
    await mkdir(path.join(step.temp, 'Keys'));
    const given = `${step.temp.toUpperCase()}/kEYS\\key.pem`;
    const main = await step.main({ 'key-type': 'ed25519', 'private-key-path': given });
    expect(main.outputs['private-key-path']).toBe(
      path.join(step.temp, 'Keys', 'key.pem').replaceAll('\\', '/'),
    );
    expect([(await step.post()).status, await readdir(path.join(step.temp, 'Keys'))]).toEqual([0, []]);
  });
});
