import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { makeJobFolders } from '../../../lib/job-folders.ts';
import { filesWith, maskedKey, openFile, tree } from './writing.ts';

test('the file holds the key with LF and one final line end, and only its owner may read it', async () => {
  await using job = await makeJobFolders();
  const { destination } = await openFile('key.pem', job);
  const { key, pem } = await maskedKey();
  const delivered = await (await destination.reserve()).deliver(key);
  expect(delivered).toEqual({ path: path.join(job.workspace, 'key.pem') });
  expect(readFileSync(path.join(job.workspace, 'key.pem'), 'utf8')).toBe(pem);
  expect(pem).toMatch(/[^\n]\n$/);
  expect(tree(job.workspace)).toEqual(['key.pem 400']);
});

test('a backslash in a name is a letter like any other here, and the path says where the file is', async () => {
  await using job = await makeJobFolders();
  const { destination } = await openFile('a\\b', job);
  const { key, pem } = await maskedKey();
  const { path: told = '' } = await (await destination.reserve()).deliver(key);
  expect(readFileSync(told, 'utf8')).toBe(pem);
});

test('folders on the way are made for the owner alone, whatever the umask', async () => {
  await using job = await makeJobFolders();
  const before = process.umask(0);
  try {
    const { destination } = await openFile('a/b/key', job);
    const { key } = await maskedKey();
    await (await destination.reserve()).deliver(key);
    expect(tree(job.workspace)).toEqual(['a 700', 'a/b 700', 'a/b/key 400']);
  } finally {
    process.umask(before);
  }
});

test('an umask that takes everything does not make the file unreadable to its owner', async () => {
  await using job = await makeJobFolders();
  const before = process.umask(0o777);
  try {
    const { destination } = await openFile('key', job);
    const { key } = await maskedKey();
    await (await destination.reserve()).deliver(key);
  } finally {
    process.umask(before);
  }
  expect(tree(job.workspace)).toEqual(['key 400']);
});

test('a PPK file has its masks registered before it is on the disk, and is named for the pair', async () => {
  await using job = await makeJobFolders();
  const masks: string[] = [];
  const seen: string[][] = [];
  const { destination } = await openFile('key.ppk', job, { format: 'ppk' });
  const { key } = await maskedKey(async (values) => {
    masks.push(...values);
    seen.push(filesWith('PuTTY', job.workspace));
  });
  await (await destination.reserve()).deliver(key);
  const text = readFileSync(path.join(job.workspace, 'key.ppk'), 'utf8');
  expect(text).toContain('\nComment: deploy\n');
  const lines = text.split('\n');
  const secret = lines[lines.findIndex((line) => line.startsWith('Private-Lines')) + 1] ?? '';
  expect(masks).toContain(secret);
  expect(seen).toEqual([[]]);
});

describe('the claim', () => {
  test('is made before there is anything, and names the file before there is a key in it', async () => {
    await using job = await makeJobFolders();
    const { destination, claims } = await openFile('a/key', job, { retention: 'beyond' });
    await destination.reserve();
    expect(claims.events).toEqual(['intended file (beyond)', 'held file']);
    expect(claims.records[0]).toMatchObject({
      path: path.join(job.workspace, 'a/key'),
      folders: [path.join(job.workspace, 'a')],
      identity: expect.stringMatching(/\d/),
    });
  });

  test('that cannot be written lets nothing be made', async () => {
    await using job = await makeJobFolders();
    const { destination, claims } = await openFile('a/key', job);
    claims.refuse = () => true;
    await expect(destination.reserve()).rejects.toThrow('no room');
    expect(tree(job.workspace)).toEqual([]);
  });
});

describe('a reservation', () => {
  test('takes a folder that is there, and puts nothing at the path itself', async () => {
    await using job = await makeJobFolders();
    mkdirSync(path.join(job.workspace, 'keys'));
    const { destination } = await openFile('keys/key', job);
    await destination.reserve();
    expect(tree(job.workspace)).toEqual([
      'keys 755',
      expect.stringMatching(/^keys\/\.ec2-key-pair-[0-9a-f]{16} 400$/),
    ]);
  });

  test('that is released leaves nothing, not even the folders that were made for it', async () => {
    await using job = await makeJobFolders();
    const { destination, release } = await openFile('a/b/key', job);
    await destination.reserve();
    expect(await release()).toMatchObject({ outcome: 'removed' });
    expect(tree(job.workspace)).toEqual([]);
  });

  test('fails in time where a folder cannot be made', async () => {
    await using job = await makeJobFolders();
    const { destination } = await openFile('a/b/key', job);
    writeFileSync(path.join(job.workspace, 'a'), 'in the way');
    await expect(destination.reserve()).rejects.toMatchObject({ code: 'PATH_TAKEN' });
    expect(tree(job.workspace)).toEqual(['a 644']);
  });

  test('fails where the file cannot be taken from others, and can be released', async () => {
    await using job = await makeJobFolders();
    const { destination, release } = await openFile('key', job, {
      restrictToOwner: () => Promise.reject(new Error('icacls: access denied')),
    });
    await expect(destination.reserve()).rejects.toMatchObject({ code: 'PATH_NOT_WRITABLE' });
    await release();
    expect(tree(job.workspace)).toEqual([]);
  });

  test('follows no link that stands at its random name, even where somebody has read that in the ledger', async () => {
    await using job = await makeJobFolders();
    const { destination, claims } = await openFile('key', job);
    const outside = path.join(job.outside, 'theirs');
    writeFileSync(outside, '');
    const intend = claims.intend.bind(claims);
    claims.intend = (record, retention) => {
      symlinkSync(outside, record.temporary);
      return intend(record, retention);
    };
    await expect(destination.reserve()).rejects.toMatchObject({ code: 'PATH_TAKEN' });
    expect(statSync(outside).mode & 0o777).toBe(0o644);
  });

  test('that fails leaves no descriptor open', async () => {
    await using job = await makeJobFolders();
    const { destination } = await openFile('key', job, {
      restrictToOwner: () => Promise.reject(new Error('icacls: access denied')),
    });
    const before = nextDescriptor();
    await expect(destination.reserve()).rejects.toMatchObject({ code: 'PATH_NOT_WRITABLE' });
    expect(nextDescriptor()).toBe(before);
  });

  test('has the file taken from others while it is still empty', async () => {
    await using job = await makeJobFolders();
    const texts: string[] = [];
    const { destination } = await openFile('key', job, {
      restrictToOwner: async (file) => {
        texts.push(readFileSync(file, 'utf8'));
      },
    });
    await destination.reserve();
    expect(texts).toEqual(['']);
  });
});

describe('what has come to stand at the path since it was looked at', () => {
  test.each<[string, (target: string) => void, string]>([
    ['a file', (target) => writeFileSync(target, 'mine'), 'key 644'],
    ['a folder', (target) => mkdirSync(target), 'key 755'],
  ])('%s is not replaced, and the key is gone once the claim is released', async (_, put, left) => {
    await using job = await makeJobFolders();
    const { destination, release } = await openFile('key', job);
    const { key, pem } = await maskedKey();
    const reservation = await destination.reserve();
    put(path.join(job.workspace, 'key'));
    await expect(reservation.deliver(key)).rejects.toMatchObject({ code: 'PATH_TAKEN' });
    expect(filesWith('PRIVATE KEY', job.workspace)).toEqual([]);
    await release();
    expect(tree(job.workspace)).toEqual([left]);
    expect(filesWith(pem.split('\n').at(-4) ?? pem, job.workspace)).toEqual([]);
  });
});

describe('a step that was killed', () => {
  test('before it linked the file leaves what its release removes', async () => {
    await using job = await makeJobFolders();
    const { destination, release } = await openFile('key', job);
    await destination.reserve();
    await release();
    expect(tree(job.workspace)).toEqual([]);
  });

  test('between link and unlink leaves two names, both of which its release removes', async () => {
    await using job = await makeJobFolders();
    const { destination, claims, release } = await openFile('a/key', job);
    await destination.reserve();
    const { path: target = '', temporary = '' } = claims.records[0] ?? {};
    linkSync(temporary, target);
    expect(await release()).toMatchObject({ outcome: 'removed' });
    expect(tree(job.workspace)).toEqual([]);
  });

  test('before it knew which file it made leaves an empty one, which goes by its name', async () => {
    await using job = await makeJobFolders();
    const { destination, claims, release } = await openFile('key', job);
    await destination.reserve();
    const [record] = claims.records;
    if (record === undefined) throw new Error('nothing was claimed');
    const { identity: _, ...intended } = record;
    claims.records[0] = intended;
    expect(await release()).toMatchObject({ outcome: 'removed' });
    expect(tree(job.workspace)).toEqual([]);
  });
});

test('a file that is gone when it is released is gone', async () => {
  await using job = await makeJobFolders();
  const { destination, release } = await openFile('a/key', job);
  const { key } = await maskedKey();
  await (await destination.reserve()).deliver(key);
  rmSync(path.join(job.workspace, 'a'), { recursive: true });
  expect(await release()).toMatchObject({ outcome: 'already-gone' });
});

/** The number that the next file to be opened gets: the least that is free. */
function nextDescriptor(): number {
  const descriptor = openSync(import.meta.filename, 'r');
  closeSync(descriptor);
  return descriptor;
}
