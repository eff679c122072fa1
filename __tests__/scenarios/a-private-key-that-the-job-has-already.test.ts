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
import { makeSshKey, sshFingerprintOf } from './parts/ssh-keygen.ts';

/** Both say what a pair is that is there already, and check the private key that the job says it has. */
describe.each(['ensure', 'fetch'])('%s of a pair that is there', (operation) => {
  const asked = { operation, 'key-name': 'deploy', 'private-key-path': 'deploy.pem' };

  test('gives the path and the output of the private key in a file, masked, and leaves the file', async () => {
    await using scenario = await openScenario();
    const file = await keyOf('deploy', scenario);

    const run = await scenario.run([
      broughtAlong(file),
      keyPairStep({ ...asked, 'output-private-key': true }),
      { name: 'print', run: 'cat deploy.pem; echo "${{ steps.key.outputs.private-key }}"' },
    ]);

    expect(run.conclusion).toBe('success');
    expect(keyLeaks(run, scenario)).toEqual([]);
    expect(stepOf(run).outputs).toMatchObject({
      created: 'false',
      'private-key-path': `${run.folders.workspace}/deploy.pem`,
      'private-key': expect.stringMatching(/^-----BEGIN OPENSSH PRIVATE KEY-----\n/),
    });
    expect(run.files.workspace.map(({ path, mode }) => [path, mode])).toEqual([['deploy.pem', 0o600]]);
    expect(operationsSent(scenario.aws)).toEqual(['DescribeKeyPairs']);
  });

  test('refuses the private key of another pair, and names both fingerprints', async () => {
    await using scenario = await openScenario();
    const right = await keyOf('deploy', scenario);
    const wrong = await makeSshKey(scenario.aside);

    const run = await scenario.run([broughtAlong(wrong), keyPairStep(asked)]);

    expect(annotated(stepOf(run), 'error')).toEqual([
      `The private key in ${run.folders.workspace}/deploy.pem (${await sshFingerprintOf(wrong)}) is not that of the key pair "deploy" in eu-west-1 (${await sshFingerprintOf(right)}).`,
    ]);
    expect(stepOf(run).outputs).toEqual({});
    const [privateKey, publicKey] = await Promise.all(
      [wrong, `${wrong}.pub`].map((name) => readFile(name, 'utf8')),
    );
    expect(leaksOf(run, SecretPieces.ofFile(privateKey ?? '', publicKey ?? ''))).toEqual([]);
    expect(run.files.workspace.map(({ path }) => path)).toEqual(['deploy.pem']);
  });

  test('says what would work where the private key is not', async () => {
    await using scenario = await openScenario();
    await keyOf('deploy', scenario);

    const run = await scenario.run([
      keyPairStep(asked, { name: 'no file', 'continue-on-error': true }),
      keyPairStep(
        { operation, 'key-name': 'deploy', 'output-private-key': true },
        { name: 'no path', 'continue-on-error': true },
      ),
    ]);

    const beginning =
      'The key pair "deploy" exists in eu-west-1, but its private key is in none of the places you asked for';
    expect(annotated(stepOf(run, 'no file'), 'error')).toEqual([
      `${beginning} (private-key-path deploy.pem: no such file).`,
    ]);
    expect(annotated(stepOf(run, 'no path'), 'error')).toEqual([
      `${beginning} (no private-key-path was given).`,
    ]);
    expect(run.log).toContain('EC2 shows a private key only once, when it is made.');
    expect(run.files.workspace).toEqual([]);
    expect(scenario.aws.keyPairs('eu-west-1')).toHaveLength(1);
  });

  test('does not show what stands in a file that is no private key', async () => {
    await using scenario = await openScenario();
    await keyOf('deploy', scenario);

    const run = await scenario.run([
      { name: 'write', run: 'cp "$GITHUB_EVENT_PATH" deploy.pem; echo hunter2 | rev >> deploy.pem' },
      keyPairStep(asked),
    ]);

    expect(run.conclusion).toBe('failure');
    expect(
      stepOf(run)
        .raw.map(({ text }) => text)
        .join(''),
    ).not.toContain('2retnuh');
    expect(annotated(stepOf(run), 'error')).toHaveLength(1);
  });
});

/** A pair of somebody's; gives the path of its private key's file, outside of any job. */
async function keyOf(keyName: string, { aws, aside }: Scenario): Promise<string> {
  const { pem } = await new OtherUser(aws).create(keyName);
  const file = `${aside}/${keyName}.pem`;
  await writeFile(file, pem);
  await chmod(file, 0o600);
  return file;
}

/** A step that puts a file where the job expects its private key. */
function broughtAlong(file: string): Step {
  return { name: 'bring', run: `cp '${file}' deploy.pem` };
}
