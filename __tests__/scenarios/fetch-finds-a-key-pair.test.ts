import { describe, expect, test } from '@jest/globals';
import { OtherUser } from '../../test-support/other-user.ts';
import { annotated, keyPairStep, openScenario, operationsSent, stepOf, thisRun } from '../lib/scenario.ts';

describe('fetch', () => {
  test.concurrent('finds a key pair by name or ID and needs no permission but to describe', async () => {
    await using scenario = await openScenario();
    const { aws } = scenario;
    const { id } = await new OtherUser(aws).create('deploy');
    for (const on of ['CreateKeyPair', 'ImportKeyPair', 'DeleteKeyPair', 'CreateTags', 'DeleteTags']) {
      aws.faults.add({ on, times: Infinity, effect: { kind: 'deny' } });
    }

    const run = await scenario.run([
      keyPairStep({ operation: 'fetch', 'key-name': 'deploy' }, { id: 'name', name: 'by name' }),
      keyPairStep({ operation: 'fetch', 'key-pair-id': id }, { id: 'id', name: 'by id' }),
    ]);

    expect(run.conclusion).toBe('success');
    const [pair] = aws.keyPairs('eu-west-1');
    expect(stepOf(run, 'by name').outputs).toEqual({
      'key-name': 'deploy',
      'key-pair-id': id,
      'key-fingerprint': pair?.fingerprint,
      'key-type': 'ed25519',
      'public-key': `${pair?.publicKey} deploy`,
      'private-key-path': '',
      'aws-region': 'eu-west-1',
      created: 'false',
      changed: 'false',
    });
    expect(stepOf(run, 'by id').outputs).toEqual(stepOf(run, 'by name').outputs);
    expect(operationsSent(aws)).toEqual(['DescribeKeyPairs', 'DescribeKeyPairs']);
    expect(aws.keyPairs('eu-west-1')).toEqual([pair]);
  });

  test.concurrent('fails if the key pair does not exist, and explains what to check', async () => {
    await using scenario = await openScenario();
    await new OtherUser(scenario.aws, 'us-east-1').create('deploy');

    const run = await scenario.run([keyPairStep({ operation: 'fetch', 'key-name': 'deploy' })]);

    expect(annotated(stepOf(run), 'error')).toEqual([
      [
        'Key pair "deploy" does not exist in eu-west-1.',
        'A key pair belongs to one Region of one account. Check aws-region and the account of the credentials. To create missing key pairs, use `operation: ensure`.',
      ].join('\n'),
    ]);
  });

  test.concurrent('waits for a new key pair until reads are consistent', async () => {
    await using scenario = await openScenario();
    scenario.aws.faults.staleReads = 3;
    await new OtherUser(scenario.aws).create('deploy');

    const run = await scenario.run([keyPairStep({ operation: 'fetch', 'key-name': 'deploy' })]);

    expect(run.conclusion).toBe('success');
    expect(operationsSent(scenario.aws)).toHaveLength(4);
  });

  test.concurrent('does not take an asterisk in a name for a wildcard', async () => {
    await using scenario = await openScenario();
    scenario.aws.faults.staleReads = 0;
    await new OtherUser(scenario.aws).create('deploy-1');

    const run = await scenario.run([keyPairStep({ operation: 'fetch', 'key-name': 'deploy-*' })]);

    expect(run.conclusion).toBe('failure');
    expect(stepOf(run).outputs).toEqual({});
  });

  test('says after "Re-run failed jobs" that the cleanup of the first attempt may have deleted the key pair', async () => {
    await using scenario = await openScenario();
    const create = await scenario.run([keyPairStep({ 'key-type': 'ed25519', lifetime: 'run' })]);
    await scenario.run([keyPairStep({ operation: 'delete', 'run-id': '4242' })]);

    // The runner passes on the outputs of the first attempt.
    const name = stepOf(create).outputs['key-name'] ?? '';
    const rerun = await scenario.run([keyPairStep({ operation: 'fetch', 'key-name': name })], {
      github: { ...thisRun, runAttempt: '2' },
    });

    expect(annotated(stepOf(rerun), 'error').join()).toMatch(
      /^Key pair "gha-\S+" does not exist in eu-west-1\.\nThis is attempt 2 of the run: an earlier attempt may have deleted the key pair\. Choose "Re-run all jobs" to create it again\. /,
    );
  });
});
