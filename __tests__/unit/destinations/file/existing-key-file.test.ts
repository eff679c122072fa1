import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readKeyFile, readSmallFile } from '../../../../src/destinations/file/existing-key-file.ts';
import { writeListFile } from '../../../../src/runner/list-file.ts';
import { publicKeyLine } from '../../../lib/fake-ec2.ts';
import { type JobFolders, makeJobFolders } from '../../../lib/job-folders.ts';
import { freshEd25519 } from '../../../lib/keys.ts';
import { tree } from './writing.ts';

test('a private key that is there is read, and stays unmasked only as a type that nobody can print', async () => {
  await using job = await makeJobFolders();
  const made = freshEd25519();
  const file = path.join(job.workspace, 'key');
  writeFileSync(file, made.pem);
  const kept = await readKeyFile(file, job);
  expect(kept?.key.publicKey.openSshLine()).toBe(publicKeyLine(made));
  expect(kept?.path).toBe(file);
  expect(JSON.stringify(kept)).not.toContain('BEGIN');
});

test.each(['key', 'no/such/folder/key'])('no file at %s is no key', async (given) => {
  await using job = await makeJobFolders();
  expect(await readKeyFile(path.join(job.workspace, given), job)).toBeUndefined();
});

describe('what is not a small regular file is refused', () => {
  test.each<[string, string, (target: string, job: JobFolders) => void]>([
    ['a link', 'NOT_A_KEY_FILE', (target, { outside }) => symlinkSync(path.join(outside, 'key'), target)],
    ['a folder', 'NOT_A_KEY_FILE', (target) => mkdirSync(target)],
    ['a file of 65 KB', 'NOT_A_KEY_FILE', (target) => writeFileSync(target, 'x'.repeat(65 * 1024))],
    ['a pipe that nobody writes to', 'NOT_A_KEY_FILE', (target) => execFileSync('mkfifo', [target])],
    ['text that is no key', 'PRIVATE_KEY_UNREADABLE', (target) => writeFileSync(target, 'hello')],
  ])('%s: %s', async (_, code, put) => {
    await using job = await makeJobFolders();
    writeFileSync(path.join(job.outside, 'key'), freshEd25519().pem);
    const target = path.join(job.workspace, 'key');
    put(target, job);
    await expect(readKeyFile(target, job)).rejects.toMatchObject({ name: 'KeyPairError', code });
  });

  test('a file behind a folder that leads out of the workspace', async () => {
    await using job = await makeJobFolders();
    writeFileSync(path.join(job.outside, 'key'), freshEd25519().pem);
    symlinkSync(job.outside, path.join(job.workspace, 'link'));
    await expect(readKeyFile(path.join(job.workspace, 'link/key'), job)).rejects.toMatchObject({
      code: 'PATH_LEADS_OUT',
    });
  });

  test('a file below a file', async () => {
    await using job = await makeJobFolders();
    writeFileSync(path.join(job.workspace, 'file'), '');
    await expect(readSmallFile(path.join(job.workspace, 'file/key'), job)).rejects.toMatchObject({
      name: 'KeyPairError',
    });
  });
});

test('a list of pairs goes to a new file of its own, which nothing can be put in the way of', async () => {
  await using job = await makeJobFolders();
  const file = await writeListFile('[]', job.temp, 'f00d');
  expect(tree(job.temp)).toEqual(['key-pairs-f00d.json 600']);
  expect(await readSmallFile(file, job)).toBe('[]\n');
  symlinkSync(path.join(job.outside, 'precious'), path.join(job.temp, 'key-pairs-beef.json'));
  await expect(writeListFile('[]', job.temp, 'beef')).rejects.toMatchObject({ code: 'EEXIST' });
  expect(tree(job.outside)).toEqual([]);
});
