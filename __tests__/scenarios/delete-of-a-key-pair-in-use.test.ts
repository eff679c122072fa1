import { expect, test } from '@jest/globals';
import { managedTags } from '../../test-support/managed-tags.ts';
import { keyPairStep, openScenario, type Scenario } from '../lib/scenario.ts';

const region = 'eu-west-1';

/** Creates a key pair of this repository that everything references that can. Some of it is on later pages. */
async function seedUsedPair({ aws }: Scenario): Promise<void> {
  await aws.seedKeyPairs(region, [
    { keyName: 'used', tags: managedTags({ run: '1/1' }) },
    { keyName: 'free', tags: managedTags({ run: '1/1' }) },
  ]);
  const others = Array.from({ length: 250 }, (_, index) => `other-${index}`);
  aws.seedInstances(region, [
    { keyName: 'used', id: 'i-0aaaaaaaaaaaaaaaa', state: 'running' },
    { keyName: 'used', id: 'i-0bbbbbbbbbbbbbbbb', state: 'stopped' },
    { keyName: 'used', id: 'i-0cccccccccccccccc', state: 'terminated' },
    { keyName: 'used-too', id: 'i-0dddddddddddddddd', state: 'running' },
  ]);
  aws.seedLaunchTemplates(region, [
    ...others.map((name) => ({ name, versions: [{ keyName: 'another' }] })),
    {
      name: 'web',
      versions: [{ keyName: 'used' }, { keyName: 'another' }, { keyName: 'another' }],
      defaultVersion: 3,
    },
    { name: 'api', versions: [{ keyName: 'used' }] },
  ]);
  aws.seedLaunchConfigurations(region, [
    ...others.map((name) => ({ name, keyName: 'another' })),
    { name: 'old', keyName: 'used' },
  ]);
  aws.seedAutoScalingGroups(region, [
    ...others.map((name) => ({ name, launchConfigurationName: name })),
    { name: 'fleet', launchConfigurationName: 'old' },
    { name: 'pinned', launchTemplate: { name: 'web', version: '1' } },
  ]);
}

const inUse =
  'The key pair "used" is in use by instance i-0aaaaaaaaaaaaaaaa (running), instance i-0bbbbbbbbbbbbbbbb (stopped), ' +
  'launch template api (version 1), launch configuration old, Auto Scaling group fleet, Auto Scaling group pinned.';

test('if-in-use: fail lists everything that uses the key pair, from all pages, and deletes nothing', async () => {
  await using scenario = await openScenario(region);
  await seedUsedPair(scenario);

  const run = await scenario.run([
    keyPairStep({ operation: 'delete', 'key-name': 'used', 'if-in-use': 'fail' }),
  ]);

  expect(run.conclusion).toBe('failure');
  expect(run.annotations.map(({ message }) => message)).toEqual([`${inUse}\nNothing was deleted.`]);
  expect(scenario.aws.keyPairs(region)).toHaveLength(2);
});

test('if-in-use: warn lists everything that uses the key pair and deletes it', async () => {
  await using scenario = await openScenario(region);
  await seedUsedPair(scenario);

  const run = await scenario.run([
    keyPairStep({ operation: 'delete', 'key-name': 'used', 'if-in-use': 'warn' }),
  ]);

  expect(run.annotations.map(({ level, message }) => [level, message])).toEqual([['warning', inUse]]);
  expect(run.steps[0]?.outputs['deleted']).toBe('1');
});

test('a key pair that is not in use is deleted without a message, whatever if-in-use is', async () => {
  await using scenario = await openScenario(region);
  await seedUsedPair(scenario);

  const run = await scenario.run([
    keyPairStep({ operation: 'delete', 'key-name': 'free', 'if-in-use': 'fail' }),
  ]);

  expect(run.conclusion).toBe('success');
  expect(run.annotations).toEqual([]);
  expect(scenario.aws.keyPairs(region).map(({ name }) => name)).toEqual(['used']);
});

test.each(['DescribeInstances', 'DescribeLaunchTemplateVersions', 'DescribeAutoScalingGroups'])(
  'without permission for %s, warn reports that and deletes, and fail deletes nothing',
  async (operation) => {
    await using scenario = await openScenario(region);
    await seedUsedPair(scenario);
    scenario.aws.faults.add({ on: operation, times: 2, effect: { kind: 'deny' } });

    const run = await scenario.run([
      keyPairStep(
        { operation: 'delete', 'key-name': 'used', 'if-in-use': 'fail' },
        { 'continue-on-error': true },
      ),
      keyPairStep({ operation: 'delete', 'key-name': 'used', 'if-in-use': 'warn' }, { id: 'warned' }),
    ]);

    expect(run.annotations.map(({ level, message }) => [level, message.slice(0, 57)])).toEqual([
      ['error', `Whether the key pair "used" is in use cannot be seen: ${refusal(operation)}`],
      ['warning', `Whether the key pair "used" is in use cannot be seen: ${refusal(operation)}`],
    ]);
    expect(run.steps.find(({ id }) => id === 'warned')?.outputs['deleted']).toBe('1');
  },
);

/** The first three letters of the error code of the service. */
function refusal(operation: string): string {
  return operation === 'DescribeAutoScalingGroups' ? 'Acc' : 'Una';
}
