import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { fullDisk } from '../../test-support/trap/environment.ts';
import { annotated, keyPairStep, openScenario, operationsSent, postOf, stepOf } from '../lib/scenario.ts';
import { storyOf } from '../lib/story.ts';
import { filesIn, moveFolderAway } from './parts/folder.ts';

const intoFolder = keyPairStep({
  'key-type': 'ed25519',
  'key-name': 'deploy',
  'private-key-path': 'keys/deploy.pem',
});

describe('create', () => {
  test('deletes the key pair when the folder for its private key disappears', async () => {
    await using scenario = await openScenario();
    moveFolderAway(scenario);

    const run = await scenario.run([intoFolder]);

    expect(stepOf(run).outcome).toBe('failure');
    expect(operationsSent(scenario.aws)).toEqual(['CreateKeyPair', 'DescribeKeyPairs', 'DeleteKeyPair']);
    expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
    expect(annotated(stepOf(run), 'error').join('\n')).toMatch(
      /^Cannot create \S+deploy\.pem in \S+ \(ENOENT\)\.\nBecause the step failed, key pair "deploy" \(key-[0-9a-f]{17}\) in eu-west-1 was deleted\.\nSet a private-key-path/,
    );
    expect(postOf(run).raw).toEqual([]);
    const moved = await filesIn(path.join(scenario.aside, 'keys'));
    expect(await Promise.all(moved.map((file) => readFile(file, 'utf8')))).toEqual(['']);
  });

  test('prints the command for a key pair that it could not delete either, and post tries again', async () => {
    await using scenario = await openScenario();
    moveFolderAway(scenario);
    scenario.aws.faults.add({ on: 'DeleteKeyPair', times: 2, effect: { kind: 'deny' } });

    const run = await scenario.run([intoFolder]);

    expect(stepOf(run).log.join('\n')).toMatch(
      /To delete it yourself:\naws ec2 delete-key-pair --key-pair-id key-[0-9a-f]{17} --region eu-west-1$/m,
    );
    expect(operationsSent(scenario.aws)).toEqual([
      'CreateKeyPair',
      // A refusal is believed if EC2 shows the key pair, and refuses again.
      ...['DescribeKeyPairs', 'DeleteKeyPair', 'DescribeKeyPairs', 'DeleteKeyPair'],
      ...['DescribeKeyPairs', 'DeleteKeyPair'],
    ]);
    expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
    expect(storyOf(run, scenario)).toMatchSnapshot();
  });

  test('deletes the key pair when the outputs cannot be set', async () => {
    await using scenario = await openScenario();

    const run = await scenario.run([intoFolder], {
      host: scenario.host(fullDisk('outputs')),
    });

    expect(stepOf(run).outcome).toBe('failure');
    expect(annotated(stepOf(run), 'error').join('\n')).toMatch(
      /^Cannot write the runner's file for GITHUB_OUTPUT \(ENOSPC\)\.\nBecause the step failed, key pair "deploy" \(key-[0-9a-f]{17}\) in eu-west-1 was deleted\.\n/,
    );
    expect(stepOf(run).log.join('\n')).not.toContain('bug in the action');
    expect(operationsSent(scenario.aws)).toEqual(['CreateKeyPair', 'DescribeKeyPairs', 'DeleteKeyPair']);
    expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
    expect(postOf(run).raw).toEqual([]);
    expect(run.files.workspace).toEqual([]);
  });

  test('deletes the key pair when the masks cannot be registered', async () => {
    await using scenario = await openScenario();

    const run = await scenario.run([intoFolder], {
      host: scenario.host(fullDisk('stdout')),
    });

    expect(stepOf(run)).toMatchObject({ outcome: 'failure', exitCode: 1 });
    expect(operationsSent(scenario.aws)).toEqual(['CreateKeyPair', 'DescribeKeyPairs', 'DeleteKeyPair']);
    expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
    expect(postOf(run).raw).toEqual([]);
    expect(run.files.workspace).toEqual([]);
  });

  test('creates nothing when its state cannot be written', async () => {
    await using scenario = await openScenario();

    const run = await scenario.run([intoFolder], {
      host: scenario.host(fullDisk('state')),
    });

    expect(stepOf(run).outcome).toBe('failure');
    expect(annotated(stepOf(run), 'error')).toEqual([
      [
        "Cannot write the runner's file for GITHUB_STATE (ENOSPC).",
        "Either the disk with the runner's temp folder is full (ENOSPC), or this step's user cannot write to it (EACCES): an earlier step removed it or changed its owner, or the image of the job's container sets another user than the runner's (then set `options: --user 0` for the container). The runner reads the results of this step from there.",
      ].join('\n'),
    ]);
    expect(scenario.aws.requests).toEqual([]);
    expect(run.files.workspace).toEqual([]);
  });
});
