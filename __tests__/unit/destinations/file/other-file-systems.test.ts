import { chmodSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createJobFolders, filesWith, tree } from '../../../lib/job-folders.ts';
import { freshEd25519 } from '../../../lib/keys.ts';
import { NotedClaims } from '../../../lib/noted-claims.ts';
import { mockFileSystem, normal, oddities } from './odd-file-system.ts';

mockFileSystem();
const { planFile, thisUser } = await import('./test-files.ts');
const { openOutput } = await import('../../../../src/destinations/output.ts');

const text = '-----BEGIN PRIVATE KEY-----\nMIIEsecret\n-----END PRIVATE KEY-----\n';

afterEach(normal);

describe('a file system that keeps no modes is refused before there is a key, and nothing is left:', () => {
  test.each<[string, typeof oddities, string]>([
    ['every file is 0644', { mode: 0o644n }, 'have mode 0644'],
    ['every file is 0777, and chmod is an error', { mode: 0o777n, chmod: 'EPERM' }, 'have mode 0777'],
    ['the group can read every file', { mode: 0o640n }, 'have mode 0640'],
    ['another user can write every file', { mode: 0o602n }, 'have mode 0602'],
    ['every file belongs to another user', { owner: 4_711n }, 'belong to another user'],
  ])('%s', async (_, odd, what) => {
    await using job = await createJobFolders();
    const { reserve, release } = await planFile('a/key', job);
    Object.assign(oddities, odd);
    await expect(reserve()).rejects.toMatchObject({
      code: 'READABLE_BY_OTHERS',
      message: expect.stringContaining(what),
      hint: expect.stringContaining('private-key-path'),
    });
    await release();
    expect(tree(job.workspace)).toEqual([]);
  });
});

test('a file system that allows no chmod is used if its files are private all the same', async () => {
  await using job = await createJobFolders();
  const { reserve } = await planFile('key', job);
  Object.assign(oddities, { mode: 0o600n, chmod: 'EPERM' });
  await (await reserve()).write(text);
  expect(readFileSync(path.join(job.workspace, 'key'), 'utf8')).toBe(text);
});

const withoutLinks: [string, typeof oddities][] = [
  ...['EPERM', 'ENOSYS', 'EOPNOTSUPP', 'EMLINK', 'EXDEV', 'EIO', 'ESTALE'].map(
    (link): [string, typeof oddities] => [`has no hard links (${link})`, { link }],
  ),
  ['gives a file another number under each name', { numbersByName: true }],
];

describe.each(withoutLinks)('on a file system that %s', (_, odd) => {
  test('the whole file is written at its path, and only its owner can read it', async () => {
    await using job = await createJobFolders();
    const { reserve, release } = await planFile('a/key', job);
    Object.assign(oddities, odd);
    const reserved = await reserve();
    expect(tree(job.workspace)).toEqual(['a 700', 'a/key 400']);
    expect(await reserved.write(text)).toBe(path.join(job.workspace, 'a/key'));
    await reserved.close();
    expect(tree(job.workspace)).toEqual(['a 700', 'a/key 400']);
    expect(readFileSync(path.join(job.workspace, 'a/key'), 'utf8')).toBe(text);
    expect(await release()).toMatchObject({ outcome: 'done' });
    expect(tree(job.workspace)).toEqual([]);
  });

  test('a release before there is a key leaves nothing', async () => {
    await using job = await createJobFolders();
    const { reserve, release } = await planFile('a/key', job);
    Object.assign(oddities, odd);
    await (await reserve()).close();
    expect(await release()).toMatchObject({ outcome: 'done' });
    expect(tree(job.workspace)).toEqual([]);
  });

  test('a file that appeared at the path is not replaced, and not deleted', async () => {
    await using job = await createJobFolders();
    const { reserve, release } = await planFile('key', job);
    Object.assign(oddities, odd);
    writeFileSync(path.join(job.workspace, 'key'), 'mine');
    await expect(reserve()).rejects.toMatchObject({ code: 'PATH_TAKEN' });
    expect(await release()).toEqual({
      outcome: 'done',
      said: `Nothing to delete: this step did not create ${path.join(job.workspace, 'key')}.`,
    });
    expect(tree(job.workspace)).toEqual(['key 644']);
    expect(readFileSync(path.join(job.workspace, 'key'), 'utf8')).toBe('mine');
  });
});

test('on Windows, a file system without hard links is refused, because the folder may be open to others', async () => {
  await using job = await createJobFolders();
  const { reserve, release } = await planFile('key', job, {
    userId: undefined,
    restrictToOwner: async () => {},
  });
  oddities.link = 'ENOTSUP';
  await expect(reserve()).rejects.toMatchObject({
    code: 'PATH_NOT_WRITABLE',
    message: expect.stringContaining('(no hard links)'),
  });
  await release();
  expect(tree(job.workspace)).toEqual([]);
});

test('a step that is killed as it creates the file in place names the empty file that may be there', async () => {
  await using job = await createJobFolders();
  const { reserve, claims, release } = await planFile('key', job);
  oddities.link = 'EPERM';
  await (await reserve()).close();
  const [record] = claims.records;
  if (record === undefined) throw new Error('nothing was claimed');
  const { identity: _, ...before } = record;
  claims.records[0] = before;
  expect(await release()).toMatchObject({
    outcome: 'left',
    why: 'an empty file is there now',
    command: `rm -f ${path.join(job.workspace, 'key')}`,
  });
});

describe('on a file system without times of birth, the number alone does not identify a file:', () => {
  const odd: typeof oddities = { numbersByName: true, noBirthTime: true };

  test('another file with this number is left', async () => {
    await using job = await createJobFolders();
    const { reserve, release } = await planFile('key', job);
    Object.assign(oddities, odd);
    const reserved = await reserve();
    await reserved.write(text);
    rmSync(path.join(job.workspace, 'key'));
    writeFileSync(path.join(job.workspace, 'key'), 'mine');
    expect(await release()).toMatchObject({ outcome: 'left' });
    expect(readFileSync(path.join(job.workspace, 'key'), 'utf8')).toBe('mine');
  });

  test('a file with the private key in it is deleted', async () => {
    await using job = await createJobFolders();
    const { reserve, release } = await planFile('key', job);
    Object.assign(oddities, odd);
    const reserved = await reserve();
    await reserved.write(freshEd25519().pem);
    expect(await release()).toMatchObject({ outcome: 'done' });
    expect(tree(job.workspace)).toEqual([]);
  });
});

describe('without statx(2), where the time of birth changes with every change of the file,', () => {
  const odd: typeof oddities = { noStatx: true };

  test('the file is written, and deleted', async () => {
    await using job = await createJobFolders();
    Object.assign(oddities, odd);
    const { reserve, release } = await planFile('a/key', job);
    await (await reserve()).write(freshEd25519().pem);
    expect(tree(job.workspace)).toEqual(['a 700', 'a/key 400']);
    expect(await release()).toMatchObject({ outcome: 'done' });
    expect(tree(job.workspace)).toEqual([]);
  });

  test('a part of the key in the file with the random name is deleted', async () => {
    await using job = await createJobFolders();
    Object.assign(oddities, odd);
    const { reserve, release } = await planFile('key', job);
    const reserved = await reserve();
    const [name = ''] = tree(job.workspace).map((line) => line.split(' ')[0]);
    await laterChange(path.join(job.workspace, name), text.slice(0, 40));
    expect(await release()).toMatchObject({ outcome: 'done' });
    expect(tree(job.workspace)).toEqual([]);
    await reserved.close();
  });

  test('the empty file at the path is deleted where there are no hard links', async () => {
    await using job = await createJobFolders();
    Object.assign(oddities, { ...odd, link: 'EPERM' });
    const { reserve, release } = await planFile('key', job);
    const reserved = await reserve();
    await laterChange(path.join(job.workspace, 'key'), '');
    expect(await release()).toMatchObject({ outcome: 'done' });
    expect(tree(job.workspace)).toEqual([]);
    await reserved.close();
  });

  test('another file that was given the same number is left', async () => {
    await using job = await createJobFolders();
    Object.assign(oddities, { ...odd, numbersByName: true, link: undefined });
    const { reserve, release } = await planFile('key', job);
    await (await reserve()).write(freshEd25519().pem);
    rmSync(path.join(job.workspace, 'key'));
    writeFileSync(path.join(job.workspace, 'key'), 'mine');
    expect(await release()).toMatchObject({ outcome: 'left' });
    expect(readFileSync(path.join(job.workspace, 'key'), 'utf8')).toBe('mine');
  });
});

/** Writes to a file, with another mode, when its time of change is not that of its creation anymore. */
async function laterChange(file: string, content: string): Promise<void> {
  const created = statSync(file, { bigint: true }).ctimeNs;
  do {
    await new Promise((resolve) => setTimeout(resolve, 2));
    chmodSync(file, 0o600);
    writeFileSync(file, content);
  } while (statSync(file, { bigint: true }).ctimeNs === created);
}

describe.each<[string, (dev: bigint) => bigint]>([
  ['is 0', () => 0n],
  ['has more than 32 bits', (dev) => dev + (0x1234n << 32n)],
])('where the device number of a path %s, as on Windows with Node 24.0 and 24.1,', (_, deviceOfPaths) => {
  test('the file is written, and deleted', async () => {
    await using job = await createJobFolders();
    Object.assign(oddities, { deviceOfPaths });
    const { reserve, release } = await planFile('a/key', job);
    await (await reserve()).write(text);
    expect(tree(job.workspace)).toEqual(['a 700', 'a/key 400']);
    linkSync(path.join(job.workspace, 'a/key'), path.join(job.outside, 'link'));
    expect(await release()).toMatchObject({ outcome: 'done' });
    expect(tree(job.workspace)).toEqual([]);
    expect(readFileSync(path.join(job.outside, 'link'), 'utf8')).toBe('');
  });
});

test('another hard link that cannot be emptied is reported as left', async () => {
  await using job = await createJobFolders();
  const { reserve, release } = await planFile('key', job);
  const reserved = await reserve();
  await reserved.write(text);
  linkSync(path.join(job.workspace, 'key'), path.join(job.outside, 'link'));
  oddities.chmod = 'EPERM';
  expect(await release()).toMatchObject({
    outcome: 'left',
    why: 'it has another hard link, and could not be emptied (EPERM)',
  });
  expect(tree(job.workspace)).toEqual([]);
});

test.each<[string, typeof oddities]>([
  ['belongs to another user', { chmod: 'EPERM', mode: 0o666n }],
  ['is on a file system that keeps no modes', { mode: 0o755n }],
])("the runner's file for outputs is refused before there is a key if it %s", async (_, odd) => {
  await using job = await createJobFolders();
  const file = path.join(job.temp, 'set_output');
  writeFileSync(file, '');
  const { reserve } = await openOutput(
    { kind: 'output', required: true },
    { keyName: 'deploy', lifetime: 'job', publicKey: undefined, nonce: undefined },
    { outputFile: () => file, setOutput: () => {}, ...thisUser },
  );
  Object.assign(oddities, odd);
  await expect(reserve(new NotedClaims())).rejects.toMatchObject({
    code: 'READABLE_BY_OTHERS',
    message: expect.stringMatching(/^The runner's file for outputs has mode 07?[56]/),
    hint: expect.stringContaining('output-private-key'),
  });
});

describe('an error that the file system reports', () => {
  test.each<[string, typeof oddities]>([
    ['about the empty file', { stat: 'EIO' }],
    ['about the empty file, and again when it is closed', { stat: 'EIO', close: 'EIO' }],
  ])('%s fails the reservation, and nothing stays', async (_, odd) => {
    await using job = await createJobFolders();
    const { reserve, release } = await planFile('key', job);
    Object.assign(oddities, odd);
    await expect(reserve()).rejects.toMatchObject({ code: 'PATH_NOT_WRITABLE' });
    normal();
    await release();
    expect(tree(job.workspace)).toEqual([]);
  });

  test('when an empty file that is not needed is closed does not matter', async () => {
    await using job = await createJobFolders();
    const { reserve } = await planFile('key', job);
    Object.assign(oddities, { link: 'EPERM', close: 'EIO' });
    const reserved = await reserve();
    normal();
    await reserved.write(text);
    expect(tree(job.workspace)).toEqual(['key 400']);
  });

  test.each([
    ['ENOSPC', 'the disk is full'],
    ['EDQUOT', 'the disk quota is exceeded'],
    ['EIO', 'the disk or network drive reported an error'],
  ])(
    'while the key is written (%s) is a reason in words, and nothing of the key stays',
    async (code, why) => {
      await using job = await createJobFolders();
      const { reserve, release } = await planFile('key', job);
      const reserved = await reserve();
      oddities.write = code;
      await expect(reserved.write(text)).rejects.toMatchObject({
        code: 'PATH_NOT_WRITABLE',
        message: expect.stringContaining(`: ${why} (${code}).`),
      });
      expect(filesWith('PRIVATE KEY', job.root)).toEqual([]);
      await release();
      expect(tree(job.workspace)).toEqual([]);
    },
  );

  test.each(['EIO', 'ENOSPC', 'EDQUOT'])(
    'only when the file is closed (%s) fails the delivery, and nothing of the key stays',
    async (code) => {
      await using job = await createJobFolders();
      const { reserve, release } = await planFile('key', job);
      const reserved = await reserve();
      oddities.close = code;
      await expect(reserved.write(text)).rejects.toMatchObject({ code: 'PATH_NOT_WRITABLE' });
      await reserved.close();
      await release();
      expect(tree(job.workspace)).toEqual([]);
    },
  );
});
