import { describe, expect, test } from '@jest/globals';
import { annotated, keyPairStep, openScenario, operationsSent, postOf, stepOf } from '../lib/scenario.ts';
import { preload } from './parts/preload.ts';

const intoFolder = keyPairStep({
  'key-type': 'ed25519',
  'key-name': 'deploy',
  'private-key-path': 'keys/deploy.pem',
});

describe('create', () => {
  test('deletes the pair again when its outputs cannot be set, for nobody would learn of it', async () => {
    await using scenario = await openScenario();

    const run = await scenario.run([intoFolder], {
      host: scenario.host({ ...preload('full-disk'), FULL_DISK: 'GITHUB_OUTPUT' }),
    });

    expect(stepOf(run).outcome).toBe('failure');
    expect(annotated(stepOf(run), 'error').join('\n')).toContain('ENOSPC');
    expect(operationsSent(scenario.aws)).toEqual(['CreateKeyPair', 'DescribeKeyPairs', 'DeleteKeyPair']);
    expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
    expect(postOf(run).raw).toEqual([]);
    expect(run.files.workspace).toEqual([]);
  });

  test('makes nothing where it cannot write down what it is about to make', async () => {
    await using scenario = await openScenario();

    const run = await scenario.run([intoFolder], {
      host: scenario.host({ ...preload('full-disk'), FULL_DISK: 'GITHUB_STATE' }),
    });

    expect(stepOf(run).outcome).toBe('failure');
    expect(annotated(stepOf(run), 'error').join('\n')).toContain('ENOSPC');
    expect(scenario.aws.requests).toEqual([]);
    expect(run.files.workspace).toEqual([]);
  });
});
