import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fileClaims } from '../../../../src/destinations/file/file-claim.ts';
import { type JobFolders, makeJobFolders } from '../../../lib/job-folders.ts';
import { maskedKey, openFile, tree } from './writing.ts';

/** A delivered file at `keys/key`. */
async function delivered(job: JobFolders) {
  const opened = await openFile('keys/key', job);
  const { key } = await maskedKey();
  await (await opened.destination.reserve()).deliver(key);
  return { ...opened, target: path.join(job.workspace, 'keys/key') };
}

test('a release removes the file, and the folder that was made for it', async () => {
  await using job = await makeJobFolders();
  const { release, target } = await delivered(job);
  expect(await release()).toEqual({ outcome: 'removed', what: `the private key file ${target}` });
  expect(tree(job.workspace)).toEqual([]);
  expect(await release()).toMatchObject({ outcome: 'already-gone' });
});

describe('what is not ours stays', () => {
  test('a file that was put beside ours keeps its folder', async () => {
    await using job = await makeJobFolders();
    const { release } = await delivered(job);
    writeFileSync(path.join(job.workspace, 'keys/other'), 'mine');
    expect(await release()).toMatchObject({ outcome: 'removed' });
    expect(tree(job.workspace)).toEqual(['keys 700', 'keys/other 644']);
  });

  test('a folder that was there before stays, though it is empty', async () => {
    await using job = await makeJobFolders();
    mkdirSync(path.join(job.workspace, 'keys'));
    const { release } = await delivered(job);
    await release();
    expect(tree(job.workspace)).toEqual(['keys 755']);
  });

  test.each<[string, (target: string, job: JobFolders) => void]>([
    ['a folder', (target) => mkdirSync(target)],
    ['a link to a file', (target, { outside }) => symlinkSync(path.join(outside, 'precious'), target)],
    ['another file', (target) => writeFileSync(target, 'mine')],
  ])('%s that stands where ours was', async (_, put) => {
    await using job = await makeJobFolders();
    const precious = path.join(job.outside, 'precious');
    writeFileSync(precious, 'precious');
    const { release, target } = await delivered(job);
    // Made while ours is still there, so that it is another one to the system, too.
    put(`${target}.other`, job);
    rmSync(target);
    renameSync(`${target}.other`, target);
    const before = tree(job.workspace);
    expect(await release()).toMatchObject({ outcome: 'already-gone' });
    expect(tree(job.workspace)).toEqual(before);
    expect(readFileSync(precious, 'utf8')).toBe('precious');
  });

  test('another file that stands where ours was, even when the system gives it the number of ours', async () => {
    await using job = await makeJobFolders();
    const { release, target } = await delivered(job);
    rmSync(target);
    writeFileSync(target, 'mine');
    await release();
    expect(readFileSync(target, 'utf8')).toBe('mine');
  });
});

test('what cannot be removed is left, with a command in which its name is one word, whatever is in it', async () => {
  const outcome = await fileClaims.release({
    kind: 'file',
    path: "/tmp/it's; echo here\0",
    temporary: '/dev/null/x',
    folders: [],
    identity: '1:1:1',
  });
  expect(outcome).toMatchObject({
    outcome: 'left',
    what: expect.stringContaining("/tmp/it's; echo here"),
    byHand: expect.stringContaining(`'/tmp/it'\\''s; echo here`),
  });
});

describe('a record', () => {
  const record = {
    kind: 'file',
    path: '/w/a/key',
    temporary: '/w/a/.ec2-key-pair-0123456789abcdef',
    folders: ['/w/a'],
    identity: '1:2:3',
  };

  test('is read back from JSON as it was', () => {
    for (const one of [record, { ...record, identity: undefined }]) {
      const json = JSON.parse(JSON.stringify(one));
      expect(fileClaims.parse(json)).toEqual(json);
    }
  });

  test.each([
    ['kind', 'key-pair'],
    ['path', 'key'],
    ['path', 7],
    ['temporary', '../key'],
    ['folders', 'a'],
    ['folders', ['/w', 'a']],
    ['folders', undefined],
    ['identity', 'any'],
    ['identity', 7],
  ])('whose %s is %j is none', (part, value) => {
    expect(fileClaims.parse({ ...record, [part]: value })).toBeUndefined();
  });

  test('of any other shape is none', () => {
    fc.assert(fc.property(fc.anything(), (value) => fileClaims.parse(value) === undefined));
  });
});
