import { describe, expect, test } from '@jest/globals';
import { annotated, keyPairStep, openScenario, type Scenario, stepOf } from '../lib/scenario.ts';
import { tagsOfOurs } from './parts/somebody.ts';

const users = [
  'instance i-0aaaaaaaaaaaaaaa1 (running)',
  'instance i-0aaaaaaaaaaaaaaa2 (stopped)',
  'launch template fleet',
  'launch configuration old',
  'Auto Scaling group pinned',
];

describe('delete, of a pair that is still in use', () => {
  test('with if-in-use: fail names every user and deletes nothing', async () => {
    await using scenario = await openScenario();
    await inUse(scenario);
    const before = scenario.aws.keyPairs('eu-west-1');

    const run = await scenario.run([
      keyPairStep({ operation: 'delete', 'key-name': 'deploy', 'if-in-use': 'fail' }),
    ]);

    const text = annotated(stepOf(run), 'error').join();
    for (const user of users) expect(text).toContain(user);
    expect(text).not.toContain('i-0bbbbbbbbbbbbbbb');
    expect(text).toContain('Nothing was deleted.');
    expect(scenario.aws.keyPairs('eu-west-1')).toEqual(before);
  });

  test('with if-in-use: warn names them, and deletes the pair', async () => {
    await using scenario = await openScenario();
    await inUse(scenario);

    const run = await scenario.run([
      keyPairStep({ operation: 'delete', 'key-name': 'deploy', 'if-in-use': 'warn' }),
    ]);

    expect(run.conclusion).toBe('success');
    const text = annotated(stepOf(run), 'warning').join();
    for (const user of users) expect(text).toContain(user);
    expect(scenario.aws.keyPairs('eu-west-1').map(({ name }) => name)).toEqual(['free']);
  });

  test.each(['DescribeInstances', 'DescribeLaunchTemplateVersions', 'DescribeAutoScalingGroups'])(
    'with if-in-use: fail deletes nothing where %s is not allowed, for nobody knows',
    async (on) => {
      await using scenario = await openScenario();
      await inUse(scenario);
      scenario.aws.faults.add({ on, times: Infinity, effect: { kind: 'deny' } });

      const run = await scenario.run([
        keyPairStep({ operation: 'delete', 'key-name': 'free', 'if-in-use': 'fail' }),
      ]);

      expect(run.conclusion).toBe('failure');
      expect(annotated(stepOf(run), 'error').join()).toContain('cannot be seen');
      expect(scenario.aws.keyPairs('eu-west-1')).toHaveLength(2);
    },
  );

  test('deletes a pair that nobody uses without a word', async () => {
    await using scenario = await openScenario();
    await inUse(scenario);

    const run = await scenario.run([
      keyPairStep({ operation: 'delete', 'key-name': 'free', 'if-in-use': 'fail' }),
    ]);

    expect(run.conclusion).toBe('success');
    expect(stepOf(run).annotations).toEqual([]);
    expect(scenario.aws.keyPairs('eu-west-1').map(({ name }) => name)).toEqual(['deploy']);
  });
});

/** Two pairs of ours; `deploy` is named by all that can name a pair, `free` only by an instance that is no more. */
async function inUse({ aws }: Scenario): Promise<void> {
  const region = 'eu-west-1';
  await aws.seedKeyPairs(
    region,
    ['deploy', 'free'].map((keyName) => ({ keyName, tags: tagsOfOurs })),
  );
  aws.seedInstances(region, [
    { id: 'i-0aaaaaaaaaaaaaaa1', keyName: 'deploy' },
    { id: 'i-0aaaaaaaaaaaaaaa2', keyName: 'deploy', state: 'stopped' },
    { id: 'i-0bbbbbbbbbbbbbbb1', keyName: 'deploy', state: 'terminated' },
    { id: 'i-0bbbbbbbbbbbbbbb2', keyName: 'free', state: 'terminated' },
    { id: 'i-0bbbbbbbbbbbbbbb3', keyName: 'deploy-2' },
  ]);
  aws.seedLaunchTemplates(region, [
    { name: 'fleet', versions: [{ keyName: 'deploy' }] },
    { name: 'changed', versions: [{}, { keyName: 'deploy' }, {}], defaultVersion: 1 },
  ]);
  aws.seedLaunchConfigurations(region, [{ name: 'old', keyName: 'deploy' }]);
  aws.seedAutoScalingGroups(region, [{ name: 'pinned', launchTemplate: { name: 'changed', version: '2' } }]);
}
