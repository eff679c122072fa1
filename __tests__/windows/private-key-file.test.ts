import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { restrictToOwner } from '../../src/destinations/file/windows-acl.ts';
import { makeJobFolders } from '../lib/job-folders.ts';
import { openPlainStep } from '../lib/plain-step.ts';
import { maskedKey, openFile } from '../unit/destinations/file/writing.ts';
import { accessOfThisUser, accessTo } from './access.ts';

/** Milliseconds. PowerShell starts slowly. A limit, not an expectation. */
jest.setTimeout(180_000);

const system = path.join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32');

describe('the private key file', () => {
  test('is accessible only to the runner’s user, when it is still empty and when it is in place', async () => {
    await using job = await makeJobFolders();
    const { destination, claims, release } = await openFile('keys\\key.pem', job, {
      restrictToOwner: (file) => restrictToOwner(file, system),
    });
    const { key, pem } = await maskedKey();

    const reservation = await destination.reserve();

    const { temporary = '' } = claims.records.at(-1) ?? {};
    expect(await readFile(temporary, 'utf8')).toBe('');
    expect(await accessTo(temporary)).toEqual(await accessOfThisUser());

    const delivered = await reservation.deliver(key);
    await reservation.close();

    const file = path.join(job.workspace, 'keys', 'key.pem');
    expect(delivered).toEqual({ path: file.replaceAll('\\', '/') });
    expect(await readdir(path.dirname(file))).toEqual(['key.pem']);
    expect(await readFile(file, 'utf8')).toBe(pem);
    expect(await accessTo(file)).toEqual(await accessOfThisUser());

    expect(await release()).toEqual({ outcome: 'removed', what: `the private key file ${file}` });
    expect(await readdir(job.workspace)).toEqual([]);
  });

  test('would otherwise be accessible to others, so that the test above can fail', async () => {
    await using job = await makeJobFolders();
    const file = path.join(job.temp, 'file');
    await writeFile(file, '');
    expect(await accessTo(file)).not.toEqual(await accessOfThisUser());
  });

  test('is deleted under its random name if the step ended before it was in place', async () => {
    await using job = await makeJobFolders();
    const { destination, release } = await openFile('key.pem', job, {
      restrictToOwner: (file) => restrictToOwner(file, system),
    });
    const reservation = await destination.reserve();
    await reservation.close();
    expect(await release()).toMatchObject({ outcome: 'removed' });
    expect(await readdir(job.workspace)).toEqual([]);
  });

  test('does not overwrite a file that was created at its path in the meantime', async () => {
    await using job = await makeJobFolders();
    const { destination, release } = await openFile('key.pem', job);
    const { key } = await maskedKey();
    const reservation = await destination.reserve();
    const target = path.join(job.workspace, 'key.pem');
    await writeFile(target, 'mine');
    await expect(reservation.deliver(key)).rejects.toMatchObject({ code: 'PATH_TAKEN' });
    await reservation.close();
    await release();
    expect([await readdir(job.workspace), await readFile(target, 'utf8')]).toEqual([['key.pem'], 'mine']);
  });
});

describe('a step with the committed dist', () => {
  test('makes the file accessible only to the runner’s user, and post deletes it', async () => {
    await using step = await openPlainStep();
    const main = await step.main({ 'key-type': 'ed25519', 'private-key-path': 'keys\\key.pem' });
    expect(main.status).toBe(0);
    const file = path.join(step.workspace, 'keys', 'key.pem');
    expect(main.outputs['private-key-path']).toBe(file.replaceAll('\\', '/'));
    expect(await accessTo(file)).toEqual(await accessOfThisUser());
    expect([(await step.post()).status, await readdir(step.workspace)]).toEqual([0, []]);
  });

  test('runs Windows’ own programs, not those of a repository', async () => {
    await using step = await openPlainStep();
    for (const name of ['whoami', 'icacls']) {
      for (const ending of ['exe', 'com', 'cmd']) {
        await writeFile(path.join(step.workspace, `${name}.${ending}`), 'no program');
      }
    }
    const main = await step.main({ 'key-type': 'ed25519' });
    expect(main.status).toBe(0);
    expect(await accessTo(main.outputs['private-key-path'] ?? '')).toEqual(await accessOfThisUser());
  });

  test('understands a path in any notation: drive letters, both slashes, any case', async () => {
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
