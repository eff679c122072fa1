import { chmod, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import type { Step } from '../../local/runner/job.ts';
import { leaksOf } from '../../test-support/leaks.ts';
import { OtherUser } from '../../test-support/other-user.ts';
import { SecretPieces } from '../../test-support/secret-pieces.ts';
import {
  annotated,
  keyLeaks,
  keyPairStep,
  openScenario,
  operationsSent,
  type Scenario,
  stepOf,
} from '../lib/scenario.ts';
import { printedBy } from './parts/side-effects.ts';
import { createSshKey, sshFingerprintOf } from './parts/ssh-keygen.ts';

/** Both operations report an existing key pair and check the private key file of the job. */
describe.each(['ensure', 'fetch'])('%s of an existing key pair', (operation) => {
  const inputs = { operation, 'key-name': 'deploy', 'private-key-path': 'deploy.pem' };

  test('sets the outputs for the private key in the file, masks it, and keeps the file', async () => {
    await using scenario = await openScenario();
    const file = await keyOf('deploy', scenario);

    const run = await scenario.run([
      copyFileStep(file),
      keyPairStep({ ...inputs, 'output-private-key': true }),
      { name: 'print', run: 'cat deploy.pem; echo "${{ steps.key.outputs.private-key }}"' },
    ]);

    expect(run.conclusion).toBe('success');
    expect(keyLeaks(run, scenario)).toEqual([]);
    expect(stepOf(run).outputs).toMatchObject({
      created: 'false',
      changed: 'false',
      'private-key-path': `${run.folders.workspace}/deploy.pem`,
      'private-key': expect.stringMatching(/^-----BEGIN OPENSSH PRIVATE KEY-----\n/),
    });
    expect(run.files.workspace.map(({ path, mode }) => [path, mode])).toEqual([['deploy.pem', 0o600]]);
    expect(operationsSent(scenario.aws)).toEqual(['DescribeKeyPairs']);
  });

  test('rejects the private key of another key pair and prints both fingerprints', async () => {
    await using scenario = await openScenario();
    const right = await keyOf('deploy', scenario);
    const wrong = await createSshKey(scenario.aside);

    const run = await scenario.run([copyFileStep(wrong), keyPairStep(inputs)]);

    expect(annotated(stepOf(run), 'error')).toEqual([
      [
        `The private key in ${run.folders.workspace}/deploy.pem (${await sshFingerprintOf(wrong)}) does not belong to key pair "deploy" in eu-west-1 (${await sshFingerprintOf(right)}).`,
        'Nothing was changed. Set the path of the right key, or another key-name.',
      ].join('\n'),
    ]);
    expect(printedBy(stepOf(run))).toContain('::debug::Code PRIVATE_KEY_OF_ANOTHER_PAIR.');
    expect(stepOf(run).outputs).toEqual({});
    const [privateKey, publicKey] = await Promise.all(
      [wrong, `${wrong}.pub`].map((name) => readFile(name, 'utf8')),
    );
    expect(leaksOf(run, SecretPieces.ofFile(privateKey ?? '', publicKey ?? ''))).toEqual([]);
    expect(run.files.workspace.map(({ path }) => path)).toEqual(['deploy.pem']);
  });

  test('explains what to do if there is no private key file', async () => {
    await using scenario = await openScenario();
    await keyOf('deploy', scenario);

    const run = await scenario.run([
      keyPairStep(inputs, { name: 'no file', 'continue-on-error': true }),
      keyPairStep(
        { operation, 'key-name': 'deploy', 'output-private-key': true },
        { name: 'no path', 'continue-on-error': true },
      ),
    ]);

    const notHere = (why: string, asking: string) =>
      [
        `Key pair "deploy" exists in eu-west-1, but this job does not have its private key (${why}).`,
        `EC2 returns a private key only once, at creation. Set private-key-path to a file with the key, or remove ${asking} if you only need the key pair, or delete the key pair and create it again. With store, AWS keeps the private key for other jobs.`,
      ].join('\n');
    expect(annotated(stepOf(run, 'no file'), 'error')).toEqual([
      notHere('private-key-path: deploy.pem does not exist', 'private-key-path'),
    ]);
    expect(annotated(stepOf(run, 'no path'), 'error')).toEqual([
      notHere('private-key-path names no file', 'output-private-key'),
    ]);
    for (const name of ['no file', 'no path']) {
      expect(printedBy(stepOf(run, name))).toContain('::debug::Code PRIVATE_KEY_NOT_HERE.');
    }
    expect(run.files.workspace).toEqual([]);
    expect(scenario.aws.keyPairs('eu-west-1')).toHaveLength(1);
  });

  test('does not print the content of a file that is not a private key', async () => {
    await using scenario = await openScenario();
    await keyOf('deploy', scenario);

    const run = await scenario.run([
      { name: 'write', run: 'cp "$GITHUB_EVENT_PATH" deploy.pem; echo hunter2 | rev >> deploy.pem' },
      keyPairStep(inputs),
    ]);

    expect(run.conclusion).toBe('failure');
    expect(printedBy(stepOf(run))).not.toContain('2retnuh');
    expect(annotated(stepOf(run), 'error')).toHaveLength(1);
  });
});

test('ensure writes a PPK file once, and accepts it in every later job, as does fetch', async () => {
  await using scenario = await openScenario();
  const file = `${scenario.aside}/deploy.ppk`;
  const inputs = { 'key-name': 'deploy', 'private-key-path': file };
  const ensure = keyPairStep({ operation: 'ensure', 'key-format': 'ppk', ...inputs });

  const first = await scenario.run([ensure]);
  const text = await readFile(file, 'utf8');
  const second = await scenario.run([ensure, { name: 'print', run: `cat '${file}'` }]);
  const third = await scenario.run([keyPairStep({ operation: 'fetch', ...inputs })]);

  expect([first, second, third].map(({ conclusion }) => conclusion)).toEqual([
    'success',
    'success',
    'success',
  ]);
  expect([first, second, third].map((run) => stepOf(run).outputs['created'])).toEqual([
    'true',
    'false',
    'false',
  ]);
  expect(stepOf(third).outputs['private-key-path']).toBe(file);
  expect([...annotated(stepOf(second), 'warning'), ...annotated(stepOf(third), 'warning')]).toEqual([]);
  expect(stepOf(second, 'print').log.join('\n')).toContain('PuTTY-User-Key-File-2: ssh-rsa');
  expect([first, second, third].flatMap((run) => keyLeaks(run, scenario))).toEqual([]);
  expect(await readFile(file, 'utf8')).toBe(text);
});

test('a PPK file of another key pair is rejected', async () => {
  await using scenario = await openScenario();
  await keyOf('deploy', scenario);
  const file = `${scenario.aside}/other.ppk`;
  await scenario.run([
    keyPairStep({ 'key-format': 'ppk', lifetime: 'run' }),
    { name: 'keep', run: `cp "\${{ steps.key.outputs.private-key-path }}" '${file}'` },
  ]);

  const run = await scenario.run([
    keyPairStep({ operation: 'fetch', 'key-name': 'deploy', 'private-key-path': file }),
  ]);

  expect(run.conclusion).toBe('failure');
  expect(annotated(stepOf(run), 'error')).toEqual([
    expect.stringMatching(
      /^The private key in \S+other\.ppk \(SHA256:\S+\) does not belong to key pair "deploy"/,
    ),
  ]);
  expect(keyLeaks(run, scenario)).toEqual([]);
});

test('a file that ssh refuses is handed on with a warning, which says how to fix it', async () => {
  await using scenario = await openScenario();
  const file = await keyOf('deploy', scenario);

  const run = await scenario.run([
    { name: 'write', run: `printf '%s' "$(cat '${file}')" > ~/deploy.pem; chmod 644 ~/deploy.pem` },
    keyPairStep({ operation: 'fetch', 'key-name': 'deploy', 'private-key-path': '~/deploy.pem' }),
  ]);

  expect(run.conclusion).toBe('success');
  const [warning = '', ...others] = annotated(stepOf(run), 'warning');
  expect(others).toEqual([]);
  expect(warning).toContain(`ssh refuses the private key file ${run.folders.home}/deploy.pem: `);
  expect(warning).toContain('(mode 0644)');
  expect(warning).toContain(`chmod 600 ${run.folders.home}/deploy.pem`);
});

/** Creates a key pair as another user. Returns the path of its private key file, outside of any job. */
async function keyOf(keyName: string, { aws, aside }: Scenario): Promise<string> {
  const { pem } = await new OtherUser(aws).create(keyName);
  const file = `${aside}/${keyName}.pem`;
  await writeFile(file, pem);
  await chmod(file, 0o600);
  return file;
}

/** A step that copies a file to where the job expects its private key. */
function copyFileStep(file: string): Step {
  return { name: 'copy', run: `cp '${file}' deploy.pem` };
}
