import { createPublicKey } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { openPlainStep, type PlainStep } from '../lib/plain-step.ts';

function pairsOf({ aws }: PlainStep): string[] {
  return aws.keyPairs('eu-west-1').map(({ name }) => name);
}

/** All files of the job, without the runner's own. */
async function filesOf({ workspace, temp, home }: PlainStep): Promise<string[]> {
  const listed = [workspace, temp, home].map(async (folder) =>
    (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/')),
  );
  return (await Promise.all(listed)).flat().filter((name) => !name.startsWith('_runner_file_commands'));
}

describe('a step that creates a key pair', () => {
  test('sets the path of the private key with forward slashes, and post deletes both', async () => {
    await using step = await openPlainStep();

    const main = await step.main();

    expect(main.status).toBe(0);
    const { 'key-name': keyName = '', 'private-key-path': file = '' } = main.outputs;
    expect(pairsOf(step)).toEqual([keyName]);
    expect(path.dirname(file)).toBe(step.temp.replaceAll('\\', '/'));
    expect(createPublicKey(await readFile(file, 'utf8')).asymmetricKeyType).toBe('rsa');
    expect(main.summary).toContain(keyName);

    const post = await step.post();

    expect([post.status, pairsOf(step), await filesOf(step)]).toEqual([0, [], []]);
    expect(post.stdout.split(/\r?\n/).filter((line) => /^::(?:warning|error)/.test(line))).toEqual([]);
  });

  test('is cleaned up even if no one reads the log of post any more', async () => {
    await using step = await openPlainStep();
    await step.main({ 'key-type': 'ed25519' });
    step.aws.faults.add({ on: 'DeleteKeyPair', effect: { kind: 'throttle' } });
    const post = await step.post('none');
    expect([post.status, pairsOf(step), await filesOf(step)]).toEqual([0, [], []]);
  });

  test('registers pieces of the secret as masks and prints no line of the private key', async () => {
    await using step = await openPlainStep();
    const main = await step.main({ 'key-type': 'ed25519' });
    const key = await readFile(main.outputs['private-key-path'] ?? '', 'utf8');
    const lines = main.stdout.split(/\r?\n/);
    const masks = lines.flatMap((line) => line.split('::add-mask::')[1] ?? []);
    const others = lines.filter((line) => !line.startsWith('::add-mask::')).join('\n');
    const [, ...body] = key.split('\n');
    // The seed is in the middle of the fourth line.
    const seed = body[3]?.slice(5, 46) ?? '';
    expect(masks.filter((mask) => seed.includes(mask)).length).toBeGreaterThan(15);
    for (const secret of body.slice(0, 5)) expect(others).not.toContain(secret);
  });

  test('writes the file to private-key-path in a new folder, which is deleted as well', async () => {
    await using step = await openPlainStep();
    const main = await step.main({ 'key-type': 'ed25519', 'private-key-path': 'keys/new/key.pem' });
    const file = path.join(step.workspace, 'keys', 'new', 'key.pem').replaceAll('\\', '/');
    expect([main.status, main.outputs['private-key-path']]).toEqual([0, file]);
    expect(await readFile(file, 'utf8')).toMatch(/^-----BEGIN OPENSSH PRIVATE KEY-----\n[\s\S]+-----\n$/);
    expect(main.stdout).toContain('::warning::The private key file is in the workspace');
    expect([(await step.post()).status, await filesOf(step)]).toEqual([0, []]);
  });

  test('resolves ~ to the home folder and keeps the file of a persistent key pair', async () => {
    await using step = await openPlainStep();
    const main = await step.main({
      'key-name': 'deploy',
      'key-type': 'ed25519',
      lifetime: 'persistent',
      'private-key-path': '~/key.pem',
    });
    expect(main.outputs['private-key-path']).toBe(path.join(step.home, 'key.pem').replaceAll('\\', '/'));
    await step.post();
    expect([pairsOf(step), await filesOf(step)]).toEqual([['deploy'], ['key.pem']]);
  });

  test('overwrites no existing file and sends no request then', async () => {
    await using step = await openPlainStep();
    await writeFile(path.join(step.workspace, 'key.pem'), 'mine');
    const main = await step.main({ 'private-key-path': 'key.pem' });
    expect([main.status, step.aws.requests]).toEqual([1, []]);
    expect(main.stdout).toContain('key.pem already exists (a file). It was left untouched.');
    await step.post();
    expect(await readFile(path.join(step.workspace, 'key.pem'), 'utf8')).toBe('mine');
  });

  test('sets the private key as an output, and post removes it from the runner’s file', async () => {
    await using step = await openPlainStep();
    const main = await step.main({ 'private-key-path': 'none', 'output-private-key': 'true' });
    expect(main.outputs['private-key']).toMatch(/^-----BEGIN RSA PRIVATE KEY-----\n/);
    await step.post();
    const folder = path.join(step.temp, '_runner_file_commands');
    const left = await Promise.all(
      (await readdir(folder)).map((name) => readFile(path.join(folder, name), 'utf8')),
    );
    expect(left.join('')).not.toContain('PRIVATE KEY');
  });
});

test('the list of key pairs is written to a file whose path is set with forward slashes', async () => {
  await using step = await openPlainStep();
  const { outputs } = await step.main({ operation: 'describe' });
  expect(outputs['key-pairs-path']).not.toContain('\\');
  expect(JSON.parse(await readFile(outputs['key-pairs-path'] ?? '', 'utf8'))).toEqual([]);
});
