import { execFileSync } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { releaseFile } from '../../../../src/destinations/file/file-claim.ts';
import { PrivateKey } from '../../../../src/keys/private-key.ts';
import { createJobFolders, type TestFolders, tree } from '../../../lib/job-folders.ts';
import { freshEd25519, freshRsa } from '../../../lib/keys.ts';
import { createMaskedKey } from '../masked-key.ts';
import { planFile } from './test-files.ts';

/** A complete file at `keys/key`. */
async function writeFile(job: TestFolders, text = 'secret') {
  const planned = await planFile('keys/key', job);
  const reserved = await planned.reserve();
  await reserved.write(text);
  await reserved.close();
  return { ...planned, target: path.join(job.workspace, 'keys/key') };
}

/** Puts another file in the place of one, as `sed -i` and `install` do. */
function replace(target: string, text: string): void {
  // Created while the file still exists, so that the system gives it another inode.
  writeFileSync(`${target}.new`, text);
  renameSync(`${target}.new`, target);
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
    expect(await release()).toMatchObject({
      outcome: 'left',
      what: `the private key file ${target}`,
      why: expect.stringContaining('there now'),
    });
    expect(tree(job.workspace)).toEqual(before);
    expect(readFileSync(precious, 'utf8')).toBe('precious');
  });

  test('another file that replaced the file, even if the system reuses its inode number', async () => {
    await using job = await createJobFolders();
    const { release, target } = await writeFile(job);
    rmSync(target);
    writeFileSync(target, 'mine');
    expect(await release()).toMatchObject({ outcome: 'left' });
    expect(readFileSync(target, 'utf8')).toBe('mine');
  });

  test('a file with another private key', async () => {
    await using job = await createJobFolders();
    const { release, target } = await writeFile(job, freshEd25519().pem);
    const other = freshEd25519().pem;
    replace(target, other);
    expect(await release()).toMatchObject({ outcome: 'left' });
    expect(readFileSync(target, 'utf8')).toBe(other);
  });

  test('a file at the path that appeared before the key was written, and says nothing about it', async () => {
    await using job = await createJobFolders();
    const planned = await planFile('key', job);
    await (await planned.reserve()).close();
    replace(path.join(job.workspace, 'key'), 'mine');
    expect(await planned.release()).toMatchObject({ outcome: 'done' });
    expect(tree(job.workspace)).toEqual(['key 644']);
  });
});

describe('a file that was rewritten is still deleted if it contains this private key:', () => {
  test.each<[string, (pem: string) => string]>([
    ['as it was', (pem) => pem],
    ['with the line ends of Windows', (pem) => pem.replaceAll('\n', '\r\n')],
    ['in another format', (pem) => createPrivateKey(pem).export({ type: 'pkcs8', format: 'pem' }).toString()],
  ])('%s', async (_, rewritten) => {
    await using job = await createJobFolders();
    const pem = freshRsa().pem;
    const { release, target } = await writeFile(job, pem);
    replace(target, rewritten(pem));
    expect(await release()).toEqual({
      outcome: 'done',
      said: `Deleted the private key file ${target}.`,
    });
    expect(tree(job.workspace)).toEqual([]);
  });

  test('with a passphrase', async () => {
    await using job = await createJobFolders();
    const file = path.join(job.outside, 'key');
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file]);
    const { release, target } = await writeFile(job, readFileSync(file, 'utf8'));
    execFileSync('ssh-keygen', ['-q', '-p', '-P', '', '-N', 'a passphrase', '-f', file], { stdio: 'ignore' });
    const encrypted = readFileSync(file, 'utf8');
    expect(() => PrivateKey.parse(encrypted)).toThrow('passphrase');
    replace(target, encrypted);
    expect(await release()).toMatchObject({ outcome: 'done' });
    expect(tree(job.workspace)).toEqual([]);
  });

  test('as a PPK file', async () => {
    await using job = await createJobFolders();
    const { key, pem } = await createMaskedKey();
    const { release, target } = await writeFile(job, pem);
    replace(target, await key.as('ppk', { comment: 'deploy' }));
    expect(await release()).toMatchObject({ outcome: 'done' });
    expect(tree(job.workspace)).toEqual([]);
  });
});

describe('another hard link of the file', () => {
  test('is emptied, and the log says so', async () => {
    await using job = await createJobFolders();
    const { release, target } = await writeFile(job);
    linkSync(target, path.join(job.outside, 'link'));
    expect(await release()).toEqual({
      outcome: 'done',
      said: `Deleted the private key file ${target}. It had another hard link, so it was emptied first.`,
    });
    expect(readFileSync(path.join(job.outside, 'link'), 'utf8')).toBe('');
    expect(tree(job.workspace)).toEqual([]);
  });

  test('is emptied even if the file was rewritten', async () => {
    await using job = await createJobFolders();
    const { pem } = freshEd25519();
    const { release, target } = await writeFile(job, pem);
    replace(target, pem);
    linkSync(target, path.join(job.outside, 'link'));
    expect(await release()).toMatchObject({ outcome: 'done', said: expect.stringContaining('emptied') });
    expect(readFileSync(path.join(job.outside, 'link'), 'utf8')).toBe('');
  });

  test("under the file's own random name is no other link", async () => {
    await using job = await createJobFolders();
    const { release, claims, target } = await writeFile(job);
    linkSync(target, claims.records[0]?.temporary ?? '');
    expect(await release()).toEqual({ outcome: 'done', said: `Deleted the private key file ${target}.` });
    expect(tree(job.workspace)).toEqual([]);
  });
});

test('an empty file is deleted under every name that the step could have given it', async () => {
  await using job = await createJobFolders();
  const { reserve, claims, release } = await planFile('key', job);
  await (await reserve()).close();
  const { temporary = '' } = claims.records[0] ?? {};
  linkSync(temporary, `${temporary}-link`);
  expect(await release()).toMatchObject({ outcome: 'done' });
  expect(tree(job.workspace)).toEqual([]);
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
    command: "rm -f $'/tmp/it\\'s; echo here\\x00'",
  });
});
