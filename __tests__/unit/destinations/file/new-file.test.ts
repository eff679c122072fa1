import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createJobFolders, filesWith, tree } from '../../../lib/job-folders.ts';
import { planFile } from './test-files.ts';

const text = '-----BEGIN PRIVATE KEY-----\nMIIEsecret\n-----END PRIVATE KEY-----\n';
const accessDenied = () => Promise.reject(new Error('icacls: access denied'));

test('the file contains exactly the text, and only its owner can read it', async () => {
  await using job = await createJobFolders();
  const { reserve } = await planFile('key.pem', job);
  const reserved = await reserve();
  expect(await reserved.write(text)).toBe(path.join(job.workspace, 'key.pem'));
  expect(readFileSync(path.join(job.workspace, 'key.pem'), 'utf8')).toBe(text);
  expect(tree(job.workspace)).toEqual(['key.pem 400']);
});

test('missing folders are created for their owner only, whatever the umask', async () => {
  await using job = await createJobFolders();
  const before = process.umask(0);
  try {
    const { reserve } = await planFile('a/b/key', job);
    await (await reserve()).write(text);
    expect(tree(job.workspace)).toEqual(['a 700', 'a/b 700', 'a/b/key 400']);
  } finally {
    process.umask(before);
  }
});

test('a umask that removes every permission does not make the file unreadable for its owner', async () => {
  await using job = await createJobFolders();
  const before = process.umask(0o777);
  try {
    const { reserve } = await planFile('key', job);
    await (await reserve()).write(text);
  } finally {
    process.umask(before);
  }
  expect(tree(job.workspace)).toEqual(['key 400']);
});

describe('the claim', () => {
  test('is recorded before anything exists, and identifies the file before it contains a key', async () => {
    await using job = await createJobFolders();
    const { reserve, claims } = await planFile('a/key', job, { retention: 'beyond' });
    await reserve();
    expect(claims.events).toEqual(['intended file (beyond)', 'held file']);
    expect(claims.records).toEqual([
      {
        kind: 'file',
        path: path.join(job.workspace, 'a/key'),
        temporary: expect.stringMatching(/\/workspace\/a\/\.ec2-key-pair-[0-9a-f]{16}$/),
        folders: [path.join(job.workspace, 'a')],
        identity: expect.stringMatching(/^\d+:\d+:\d+$/),
      },
    ]);
  });

  test('is required: nothing is created if it cannot be recorded', async () => {
    await using job = await createJobFolders();
    const { reserve, claims } = await planFile('a/key', job);
    claims.refuse = () => true;
    await expect(reserve()).rejects.toThrow('no room');
    expect(tree(job.workspace)).toEqual([]);
  });

  test('leaves no file open if the ledger cannot record the empty file', async () => {
    await using job = await createJobFolders();
    const { reserve, claims, release } = await planFile('key', job);
    claims.refuse = (event) => event === 'held file';
    const before = nextDescriptor();
    await expect(reserve()).rejects.toThrow('no room');
    expect(nextDescriptor()).toBe(before);
    await release();
    expect(tree(job.workspace)).toEqual([]);
  });
});

describe('a reservation', () => {
  test('uses an existing folder, and creates nothing at the path itself', async () => {
    await using job = await createJobFolders();
    mkdirSync(path.join(job.workspace, 'keys'));
    const { reserve } = await planFile('keys/key', job);
    await reserve();
    expect(tree(job.workspace)).toEqual([
      'keys 755',
      expect.stringMatching(/^keys\/\.ec2-key-pair-[0-9a-f]{16} 400$/),
    ]);
  });

  test('leaves nothing when it is released, not even the folders created for it', async () => {
    await using job = await createJobFolders();
    const { reserve, release } = await planFile('a/b/key', job);
    await reserve();
    expect(await release()).toMatchObject({ outcome: 'done' });
    expect(tree(job.workspace)).toEqual([]);
  });

  test('fails before there is a key if a folder cannot be created', async () => {
    await using job = await createJobFolders();
    const { reserve } = await planFile('a/b/key', job);
    writeFileSync(path.join(job.workspace, 'a'), 'in the way');
    await expect(reserve()).rejects.toMatchObject({ code: 'PATH_TAKEN' });
    expect(tree(job.workspace)).toEqual(['a 644']);
  });

  test('fails if the file cannot be restricted to its owner, and can be released', async () => {
    await using job = await createJobFolders();
    const { reserve, release } = await planFile('key', job, { restrictToOwner: accessDenied });
    await expect(reserve()).rejects.toMatchObject({ code: 'PATH_NOT_WRITABLE' });
    await release();
    expect(tree(job.workspace)).toEqual([]);
  });

  test('leaves no file open when it fails', async () => {
    await using job = await createJobFolders();
    const { reserve } = await planFile('key', job, { restrictToOwner: accessDenied });
    const before = nextDescriptor();
    await expect(reserve()).rejects.toMatchObject({ code: 'PATH_NOT_WRITABLE' });
    expect(nextDescriptor()).toBe(before);
  });

  test('follows no link at its random name, even if someone read that name in the ledger', async () => {
    await using job = await createJobFolders();
    const { reserve, claims } = await planFile('key', job);
    const outside = path.join(job.outside, 'theirs');
    writeFileSync(outside, '');
    const intend = claims.intend.bind(claims);
    claims.intend = (record, retention) => {
      symlinkSync(outside, record.temporary);
      return intend(record, retention);
    };
    await expect(reserve()).rejects.toMatchObject({ code: 'PATH_TAKEN' });
    expect(statSync(outside).mode & 0o777).toBe(0o644);
  });
});

describe('where modes mean nothing (Windows)', () => {
  test('the file is created in a folder that is already restricted, and restricted itself while it is empty', async () => {
    await using job = await createJobFolders();
    const seen: string[][] = [];
    const { reserve, claims, release } = await planFile('a/key', job, {
      userId: undefined,
      restrictToOwner: async (target) => void seen.push([target, ...tree(job.workspace)]),
    });
    const reserved = await reserve();
    const { temporary = '', folders } = claims.records[0] ?? {};
    const folder = path.dirname(temporary);
    const name = path.relative(job.workspace, folder);
    expect(seen).toEqual([
      [folder, 'a 700', `${name} 700`],
      [temporary, 'a 700', `${name} 700`, `${name}/key 400`],
    ]);
    expect(readFileSync(temporary, 'utf8')).toBe('');
    expect(folders).toEqual([path.join(job.workspace, 'a'), folder]);

    await reserved.write(text);
    expect(tree(job.workspace)).toEqual(['a 700', 'a/key 400']);
    expect(readFileSync(path.join(job.workspace, 'a/key'), 'utf8')).toBe(text);
    expect(await release()).toMatchObject({ outcome: 'done' });
    expect(tree(job.workspace)).toEqual([]);
  });

  test('a release before there is a key leaves nothing, not even the private folder', async () => {
    await using job = await createJobFolders();
    const { reserve, release } = await planFile('key', job, {
      userId: undefined,
      restrictToOwner: async () => {},
    });
    await (await reserve()).close();
    expect(await release()).toMatchObject({ outcome: 'done' });
    expect(tree(job.workspace)).toEqual([]);
  });
});

describe('what appeared at the path after it was inspected', () => {
  test.each<[string, (target: string) => void, string]>([
    ['a file', (target) => writeFileSync(target, 'mine'), 'key 644'],
    ['a folder', (target) => mkdirSync(target), 'key 755'],
  ])('is not replaced if it is %s, and nothing of the key is left', async (_, put, left) => {
    await using job = await createJobFolders();
    const { reserve, release } = await planFile('key', job);
    const reserved = await reserve();
    put(path.join(job.workspace, 'key'));
    await expect(reserved.write(text)).rejects.toMatchObject({ code: 'PATH_TAKEN' });
    expect(filesWith('PRIVATE KEY', job.root)).toEqual([]);
    await release();
    expect(tree(job.workspace)).toEqual([left]);
    expect(filesWith('MIIEsecret', job.root)).toEqual([]);
  });
});

describe('a release after the step was killed', () => {
  test('deletes the empty file if the step was killed before it linked the file', async () => {
    await using job = await createJobFolders();
    const { reserve, release } = await planFile('key', job);
    await reserve();
    expect(await release()).toMatchObject({ outcome: 'done' });
    expect(tree(job.workspace)).toEqual([]);
  });

  test('deletes both names if the step was killed between link and unlink', async () => {
    await using job = await createJobFolders();
    const { reserve, claims, release } = await planFile('a/key', job);
    await reserve();
    const { path: target = '', temporary = '' } = claims.records[0] ?? {};
    linkSync(temporary, target);
    expect(await release()).toMatchObject({ outcome: 'done' });
    expect(tree(job.workspace)).toEqual([]);
  });

  test('deletes the empty file by its name if the step was killed before it knew the identity', async () => {
    await using job = await createJobFolders();
    const { reserve, claims, release } = await planFile('key', job);
    await reserve();
    const [record] = claims.records;
    if (record === undefined) throw new Error('nothing was claimed');
    const { identity: _, ...intended } = record;
    claims.records[0] = intended;
    expect(await release()).toMatchObject({ outcome: 'done' });
    expect(tree(job.workspace)).toEqual([]);
  });
});

/** The number that the next file to be opened gets: the lowest that is free. */
function nextDescriptor(): number {
  const descriptor = openSync(import.meta.filename, 'r');
  closeSync(descriptor);
  return descriptor;
}
