import { mkdirSync, readFileSync, rmdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { DeliveredPair } from '../../../../src/destinations/destination.ts';
import { PrivateKey } from '../../../../src/keys/private-key.ts';
import { createJobFolders, filesWith, namesIn, type TestFolders, tree } from '../../../lib/job-folders.ts';
import { keyPairId } from '../../../lib/key-pair-id.ts';
import { freshEd25519 } from '../../../lib/keys.ts';
import { createMaskedKey } from '../masked-key.ts';
import { type FileVariation, openTestFile } from './test-files.ts';

/** Delivers a key, and returns what the destination says about it. */
async function deliver(given: string | undefined, job: TestFolders, variation: FileVariation = {}) {
  const opened = await openTestFile(given, job, variation);
  const expected = await opened.destination.expected();
  const { key, pem } = await createMaskedKey();
  const reservation = await opened.reserve();
  const delivered = await reservation.deliver(key, keyPairId);
  await reservation.close();
  return { ...opened, expected, delivered, pem };
}

test('a PEM file contains the key with LF and one final newline', async () => {
  await using job = await createJobFolders();
  const { pem } = await deliver('key.pem', job);
  expect(readFileSync(path.join(job.workspace, 'key.pem'), 'utf8')).toBe(pem);
  expect(pem).toMatch(/[^\n]\n$/);
  expect(pem).not.toContain('\r');
});

test('a backslash in a file name is a letter like any other here, and the path leads to the file', async () => {
  await using job = await createJobFolders();
  const { delivered, pem } = await deliver('a\\b', job);
  expect(readFileSync(delivered.where, 'utf8')).toBe(pem);
});

test('a PPK file is written only after its masks are registered, and its comment is the key name', async () => {
  await using job = await createJobFolders();
  const masks: string[] = [];
  const files: string[][] = [];
  const { reserve } = await openTestFile('key.ppk', job, { format: 'ppk' });
  const { key } = await createMaskedKey(async (values) => {
    masks.push(...values);
    files.push(filesWith('PuTTY', job.root));
  });
  await (await reserve()).deliver(key, keyPairId);
  const text = readFileSync(path.join(job.workspace, 'key.ppk'), 'utf8');
  expect(text).toContain('\nComment: deploy\r\n');
  const lines = text.split('\r\n');
  const secret = lines[lines.findIndex((line) => line.startsWith('Private-Lines')) + 1] ?? '';
  // The seed comes after its length (4 bytes).
  const seed = secret.slice(6);
  const cut = Array.from({ length: seed.length - 15 }, (_, at) => seed.slice(at, at + 16));
  expect(cut.length).toBeGreaterThan(20);
  expect(cut.filter((text) => !masks.some((mask) => text.includes(mask)))).toEqual([]);
  expect(files).toEqual([[]]);
});

test('a PPK file is not written if its masks cannot be registered', async () => {
  await using job = await createJobFolders();
  const { reserve, release } = await openTestFile('key.ppk', job, { format: 'ppk' });
  const { key } = await createMaskedKey(() => Promise.reject(new Error('no one listens')));
  await expect((await reserve()).deliver(key, keyPairId)).rejects.toThrow('no one listens');
  expect(filesWith('P', job.workspace)).toEqual([]);
  await release();
  expect(tree(job.workspace)).toEqual([]);
});

test('a dry run reports the file as the delivery does if the workspace is behind a link', async () => {
  await using job = await createJobFolders();
  const workspace = path.join(job.root, 'link');
  symlinkSync(job.workspace, workspace);
  const { expected, delivered } = await deliver('keys/key.pem', { ...job, workspace });
  expect(delivered.warnings).toEqual([expect.stringContaining('is in the workspace')]);
  expect(expected).toEqual(delivered);
});

describe('the file', () => {
  test.each<[lifetime: DeliveredPair['lifetime'], given: string | undefined, retention: string]>([
    ['persistent', '~/key.pem', 'beyond'],
    ['persistent', undefined, 'job'],
    ['run', 'key.pem', 'job'],
    ['job', 'key.pem', 'job'],
    ['persistent', '../temp/key.pem', 'job'],
    [undefined, 'key.pem', 'job'],
    [undefined, undefined, 'job'],
  ])(
    'with lifetime %s and private-key-path %s is claimed with retention "%s"',
    async (lifetime, given, retention) => {
      await using job = await createJobFolders();
      const { claims, delivered } = await deliver(given, job, { lifetime });
      expect(claims.events[0]).toBe(`intended file (${retention})`);
      expect(delivered).toMatchObject(
        retention === 'beyond'
          ? { outlivesJob: true, until: 'kept' }
          : { outlivesJob: false, until: 'deleted when this job ends' },
      );
    },
  );

  test('that would be kept, but is in the workspace, is there until that is cleaned', async () => {
    await using job = await createJobFolders();
    const { claims, delivered } = await deliver('key.pem', job, { lifetime: 'persistent' });
    expect(claims.events[0]).toBe('intended file (beyond)');
    expect(delivered).toMatchObject({
      outlivesJob: false,
      until: 'until actions/checkout cleans the workspace',
      keepAdvice: expect.stringContaining('outside of the workspace'),
    });
  });

  test('that would be kept is there until the job ends on a runner that GitHub deletes', async () => {
    await using job = await createJobFolders();
    const hosted = { lifetime: 'persistent', keepsFiles: false, stepId: 'key' } as const;
    const { claims, delivered } = await deliver('~/.ssh/key.pem', job, hosted);
    expect(delivered).toMatchObject({
      until: 'until this job ends: GitHub then deletes this runner',
      outlivesJob: false,
      usage: `ssh -i "\${{ steps.key.outputs.private-key-path }}" ec2-user@<host>`,
    });
    // Post steps of earlier steps may still save it.
    expect(claims.events[0]).toBe('intended file (beyond)');
  });

  test('comes with advice on how to keep it only if it is not kept and this machine could keep it', async () => {
    await using job = await createJobFolders();
    const adviceFor = async (given: string | undefined, keepsFiles: boolean) =>
      (await deliver(given, job, { lifetime: 'persistent', keepsFiles })).delivered.keepAdvice;
    const advice =
      "To keep the file on this machine, set private-key-path to a path outside of the workspace and the runner's temp folder.";
    expect(await adviceFor('~/key.pem', true)).toBeUndefined();
    expect(await adviceFor('key.pem', true)).toBe(advice);
    expect(await adviceFor(undefined, true)).toBe(advice);
    expect(await adviceFor('../temp/key.pem', true)).toBe(advice);
    expect(await adviceFor('~/key2.pem', false)).toBeUndefined();
  });
});

describe('the destination', () => {
  test('says where it would write the file, and in which format', async () => {
    await using job = await createJobFolders();
    const { destination } = await openTestFile('~/.ssh/key.ppk', job, { format: 'ppk' });
    expect(destination).toMatchObject({
      intent: `write the private key to ${path.join(job.home, '.ssh/key.ppk')} (ppk)`,
      tags: [],
    });
  });

  test('in a folder that cannot be written fails a dry run, too', async () => {
    await using job = await createJobFolders();
    const folder = path.join(job.workspace, 'keys');
    mkdirSync(folder);
    const { destination } = await openTestFile('keys/key.pem', job);
    // Root may write everywhere: a folder that is gone is refused to everyone.
    rmdirSync(folder);
    await expect(destination.expected()).rejects.toMatchObject({
      code: 'PATH_NOT_WRITABLE',
      message: `Cannot create ${folder}/key.pem in ${folder} (ENOENT).`,
    });
  });

  test('returns the path of the file, which is an output, too', async () => {
    await using job = await createJobFolders();
    const { delivered } = await deliver('~/.ssh/key', job, { lifetime: 'persistent' });
    const where = path.join(job.home, '.ssh/key');
    expect(delivered).toEqual({
      label: 'Private key file',
      where,
      until: 'kept',
      outlivesJob: true,
      outputs: { 'private-key-path': where },
      warnings: [],
      usage: `ssh -i ${where} ec2-user@<host>`,
    });
  });

  test.each([
    ['a step with an ID', 'key', `ssh -i "\${{ steps.key.outputs.private-key-path }}" ec2-user@<host>`],
    [
      'a step without an ID',
      undefined,
      expect.stringMatching(/^ssh -i \/\S+\/temp\/deploy-f0f0f0f0\.pem ec2-user@<host>$/),
    ],
  ])('shows in %s how to log in with a file that is deleted with the job', async (_, stepId, usage) => {
    await using job = await createJobFolders();
    expect((await deliver(undefined, job, { lifetime: 'job', stepId })).delivered.usage).toEqual(usage);
  });

  test('refers to a kept file by its path, even in a step with an ID', async () => {
    await using job = await createJobFolders();
    const { delivered } = await deliver("~/it's", job, { lifetime: 'persistent', stepId: 'key' });
    expect(delivered.usage).toBe(`ssh -i '${job.home}/it'\\''s' ec2-user@<host>`);
  });

  test('does not suggest ssh for a PPK file', async () => {
    await using job = await createJobFolders();
    expect((await deliver('key.ppk', job, { format: 'ppk' })).delivered.usage).toBeUndefined();
  });

  test.each([
    ['key.pem', 1],
    ['.ssh/key.pem', 1],
    ['.git/key.pem', 0],
    ['~/key.pem', 0],
    [undefined, 0],
  ])('warns about a file at %s %d times that it is in the workspace', async (given, count) => {
    await using job = await createJobFolders();
    const { delivered } = await deliver(given, job, { lifetime: 'persistent' });
    expect(delivered.warnings).toHaveLength(count);
    for (const warning of delivered.warnings) {
      expect(warning).toContain(`The private key file is in the workspace (${delivered.where}): `);
    }
  });
});

describe('without private-key-path', () => {
  test.each(['a/../../etc/x', '~/x', '..', '*?"<>|', 'k'.repeat(255), '-rf'])(
    'the file of key pair %j is in the temp folder, under a harmless name of its own',
    async (keyName) => {
      await using job = await createJobFolders();
      const { delivered } = await deliver(undefined, job, { keyName, format: 'ppk' });
      expect(path.dirname(delivered.where)).toBe(job.temp);
      expect(path.basename(delivered.where)).toMatch(/^[\w.-]{1,120}-[0-9a-f]{8}\.ppk$/);
    },
  );
});

describe('at a private-key-path where something exists', () => {
  const { pem } = freshEd25519();
  const { publicKey } = PrivateKey.parse(pem);

  test('a file is not accepted for a key that is not known yet, whatever it contains', async () => {
    await using job = await createJobFolders();
    writeFileSync(path.join(job.workspace, 'key.pem'), pem);
    await expect(openTestFile('key.pem', job)).rejects.toMatchObject({ code: 'PATH_TAKEN' });
    expect(readFileSync(path.join(job.workspace, 'key.pem'), 'utf8')).toBe(pem);
  });

  test('a file that contains this very key is used and left untouched, and nothing is claimed', async () => {
    await using job = await createJobFolders();
    const file = path.join(job.home, 'key.pem');
    writeFileSync(file, pem, { mode: 0o600 });
    const before = tree(job.root);
    const { destination, claims, reserve } = await openTestFile('~/key.pem', job, { publicKey });
    expect(destination).toMatchObject({ intent: `use the private key file ${file}`, tags: [] });
    const { key } = await createMaskedKey();
    const reservation = await reserve();
    expect(await reservation.deliver(key, keyPairId)).toEqual({
      label: 'Private key file',
      where: file,
      until: 'kept by this step',
      outlivesJob: true,
      outputs: { 'private-key-path': file },
      warnings: [],
    });
    await reservation.close();
    expect([claims.events, tree(job.root)]).toEqual([[], before]);
    expect(readFileSync(file, 'utf8')).toBe(pem);
  });

  test('a file in the workspace that ssh refuses is used with a warning for each', async () => {
    await using job = await createJobFolders();
    writeFileSync(path.join(job.workspace, 'key.pem'), pem.trimEnd(), { mode: 0o600 });
    const { reserve } = await openTestFile('key.pem', job, { publicKey });
    const { key } = await createMaskedKey();
    const { warnings } = await (await reserve()).deliver(key, keyPairId);
    expect(warnings).toEqual([
      expect.stringContaining('it does not end with a newline'),
      expect.stringContaining('is in the workspace'),
    ]);
  });

  test.each([
    ['../temp/key.pem', true, 'until this job ends'],
    ['../temp/key.pem', false, 'until this job ends: GitHub then deletes this runner'],
    ['key.pem', false, 'until this job ends: GitHub then deletes this runner'],
  ])('a file at %s on a machine that keeps files (%s) is there %s', async (given, keepsFiles, until) => {
    await using job = await createJobFolders();
    writeFileSync(path.join(job.workspace, given), pem);
    const { delivered } = await deliver(given, job, { publicKey, keepsFiles });
    expect(delivered).toMatchObject({ until, outlivesJob: false });
  });

  test('a file that contains another key is an error, and is left untouched', async () => {
    await using job = await createJobFolders();
    const other = freshEd25519().pem;
    writeFileSync(path.join(job.workspace, 'key.pem'), other);
    await expect(openTestFile('key.pem', job, { publicKey })).rejects.toMatchObject({
      code: 'PRIVATE_KEY_OF_ANOTHER_PAIR',
      message: expect.stringContaining('"deploy"'),
    });
    expect(readFileSync(path.join(job.workspace, 'key.pem'), 'utf8')).toBe(other);
  });

  test('a folder is an error even for a key that is known', async () => {
    await using job = await createJobFolders();
    mkdirSync(path.join(job.workspace, 'key.pem'));
    await expect(openTestFile('key.pem', job, { publicKey })).rejects.toMatchObject({
      code: 'NOT_A_KEY_FILE',
    });
    expect(namesIn(job.workspace)).toEqual(['key.pem']);
  });

  test('a known key is written if nothing exists there yet', async () => {
    await using job = await createJobFolders();
    const { delivered, claims, pem: text } = await deliver('key.pem', job, { publicKey });
    expect(readFileSync(delivered.where, 'utf8')).toBe(text);
    expect(claims.events).toEqual(['intended file (job)', 'held file', 'held file']);
  });
});
