import { describe, expect, test } from '@jest/globals';
import { managedTags } from '../../test-support/managed-tags.ts';
import { OtherUser } from '../../test-support/other-user.ts';
import {
  annotated,
  keyPairStep,
  openScenario,
  operationsSent,
  requestsOfAction,
  stepOf,
} from '../lib/scenario.ts';
import { storyOf } from '../lib/story.ts';

describe('delete', () => {
  test.each(['key-name', 'key-pair-id'])(
    'finds a key pair of this repository by %s and deletes it by ID',
    async (input) => {
      await using scenario = await openScenario();
      const { id } = await new OtherUser(scenario.aws).create('deploy', managedTags());

      const run = await scenario.run([
        keyPairStep({ operation: 'delete', [input]: input === 'key-name' ? 'deploy' : id }),
      ]);

      expect(stepOf(run).outputs).toEqual({ 'aws-region': 'eu-west-1', changed: 'true', deleted: '1' });
      expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
      // After the key pair, it looks for the journal of a rotation.
      const [, , deletion] = requestsOfAction(scenario.aws);
      expect(deletion).toMatchObject({ operation: 'DeleteKeyPair', params: { KeyPairId: id } });
      expect(deletion?.params).not.toHaveProperty('KeyName');
    },
  );

  test('deletes the key pairs of a run of this repository except persistent ones, and no others', async () => {
    await using scenario = await openScenario();
    const otherUser = new OtherUser(scenario.aws);
    await otherUser.create('first attempt', managedTags({ run: '4242/1' }));
    await otherUser.create('second attempt', managedTags({ run: '4242/2' }));
    await otherUser.create('fleet', managedTags({ run: '4242/1', lifetime: 'persistent' }));
    await otherUser.create('another run', managedTags({ run: '42421/1' }));
    await otherUser.create('another repository', managedTags({ repository: 'octo/gadgets' }));
    await otherUser.create('not managed', { 'ec2-key-pair-action:run': '4242/1' });

    const job = await scenario.run([keyPairStep({ operation: 'delete', 'run-id': '4242' })]);

    expect(scenario.aws.keyPairs('eu-west-1').map(({ name }) => name)).toEqual([
      'fleet',
      'another run',
      'another repository',
      'not managed',
    ]);
    expect(storyOf(job, scenario)).toMatchSnapshot();
  });

  test('deletes the other key pairs of a run if one cannot be deleted, and fails for that one', async () => {
    await using scenario = await openScenario();
    const otherUser = new OtherUser(scenario.aws);
    for (const name of ['a', 'b', 'c']) await otherUser.create(name, managedTags());
    scenario.aws.faults.add({ on: 'DeleteKeyPair', after: 1, times: 2, effect: { kind: 'deny' } });

    const run = await scenario.run([keyPairStep({ operation: 'delete', 'run-id': '4242' })]);

    expect(run.conclusion).toBe('failure');
    expect(scenario.aws.keyPairs('eu-west-1').map(({ name }) => name)).toEqual(['b']);
    expect(stepOf(run).outputs['deleted']).toBe('2');
    expect(annotated(stepOf(run), 'error').join()).toMatch(
      /^Could not delete key pair "b" \(key-[0-9a-f]{17}\) in eu-west-1: UnauthorizedOperation: /,
    );
  });

  test('deletes a key pair of another repository only with force', async () => {
    await using scenario = await openScenario();
    await new OtherUser(scenario.aws).create('deploy', managedTags({ repository: 'octo/gadgets' }));
    const before = scenario.aws.keyPairs('eu-west-1');
    const inputs = { operation: 'delete', 'key-name': 'deploy' };

    const refused = await scenario.run([keyPairStep(inputs)]);

    expect(scenario.aws.keyPairs('eu-west-1')).toEqual(before);
    expect(operationsSent(scenario.aws)).toEqual(['DescribeKeyPairs', 'DescribeKeyPairs']);
    expect(annotated(stepOf(refused), 'error').join()).toMatch(
      /^Key pair "deploy" \(key-[0-9a-f]{17}\) in eu-west-1 was not created by this action in this repository: its tags name github\.com\/octo\/gadgets\.\nNothing was deleted\.\n/,
    );
    expect(refused.log).toContain('To delete it anyway, set `force: true`.');

    const forced = await scenario.run([keyPairStep({ ...inputs, force: true })]);

    expect(forced.conclusion).toBe('success');
    expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
  });

  test.concurrent('succeeds if there is nothing to delete, and prints the region', async () => {
    await using scenario = await openScenario();

    const run = await scenario.run([keyPairStep({ operation: 'delete', 'key-name': 'deploy' })]);

    expect(run.conclusion).toBe('success');
    expect(stepOf(run).outputs).toEqual({ 'aws-region': 'eu-west-1', changed: 'false', deleted: '0' });
    expect(annotated(stepOf(run), 'notice')).toEqual([
      'Key pair "deploy" does not exist in eu-west-1: nothing to delete.',
    ]);
    expect(operationsSent(scenario.aws)).not.toContain('DeleteKeyPair');
  });

  test('names the permission that if-in-use lacks', async () => {
    await using scenario = await openScenario();
    await new OtherUser(scenario.aws).create('deploy', managedTags());
    scenario.aws.faults.add({ on: 'DescribeInstances', effect: { kind: 'deny' } });
    const inputs = { operation: 'delete', 'key-name': 'deploy', 'if-in-use': 'fail' };

    const run = await scenario.run([keyPairStep(inputs)]);

    expect(run.conclusion).toBe('failure');
    const [error = ''] = annotated(stepOf(run), 'error');
    expect(error).toContain('The role needs ec2:DescribeInstances.');
    expect(error).not.toContain('Update them first');
    expect(scenario.aws.keyPairs('eu-west-1')).toHaveLength(1);
  });

  test('does not delete a key pair of someone else that gets the name in the meantime, and says so', async () => {
    await using scenario = await openScenario();
    const otherUser = new OtherUser(scenario.aws);
    await otherUser.create('deploy', managedTags());
    const stop = scenario.aws.onRequest(async ({ operation }) => {
      if (operation !== 'DeleteKeyPair') return;
      stop();
      await otherUser.delete('deploy');
      await otherUser.create('deploy', { owner: 'somebody' });
    });

    const run = await scenario.run([keyPairStep({ operation: 'delete', 'key-name': 'deploy' })]);

    expect(run.conclusion).toBe('failure');
    expect(annotated(stepOf(run), 'error').join()).toMatch(
      /^Key pair "deploy" .* was not created by this action/,
    );
    expect(scenario.aws.keyPairs('eu-west-1').map(({ tags }) => tags[0]?.key)).toEqual(['owner']);
  });
});
