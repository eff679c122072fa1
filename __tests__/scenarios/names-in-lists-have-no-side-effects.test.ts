import { expect, test } from '@jest/globals';
import { managedTags } from '../../test-support/managed-tags.ts';
import { hostileName, hostileXmlTexts } from '../lib/hostile-texts.ts';
import { keyPairStep, openScenario, stepOf } from '../lib/scenario.ts';
import { canaryStep, sideEffectsIn } from './parts/side-effects.ts';

const region = 'eu-west-1';

test('names and tags of key pairs in a list have no side effects', async () => {
  await using scenario = await openScenario(region);
  await scenario.aws.seedKeyPairs(
    region,
    hostileXmlTexts.map((text, index) => ({
      keyName: `${text} ${index}`,
      tags: { [text.slice(0, 120)]: text },
    })),
  );

  const run = await scenario.run([keyPairStep({ operation: 'describe' }), canaryStep]);

  expect(run.conclusion).toBe('success');
  expect(sideEffectsIn(run)).toEqual([]);
  const { outputs, summary } = stepOf(run);
  expect(JSON.parse(outputs['key-pairs'] ?? '')).toHaveLength(hostileXmlTexts.length);
  expect(Object.keys(outputs).sort()).toEqual(['aws-region', 'key-pairs', 'key-pairs-path']);
  expect(summary.match(/<tr>/g)).toHaveLength(hostileXmlTexts.length + 1);
});

test.each(['warn', 'fail'])(
  'names of what uses a key pair have no side effects (if-in-use: %s)',
  async (policy) => {
    await using scenario = await openScenario(region);
    const { aws } = scenario;
    await aws.seedKeyPairs(region, [{ keyName: 'used', tags: managedTags({ run: '1/1' }) }]);
    const users = hostileXmlTexts.map((text, index) => ({ name: `${text} ${index}`, keyName: 'used' }));
    aws.seedInstances(region, [{ id: hostileName, keyName: 'used', state: 'running' }]);
    aws.seedLaunchTemplates(
      region,
      users.map(({ name, keyName }) => ({ name, versions: [{ keyName }] })),
    );
    aws.seedLaunchConfigurations(region, users);
    aws.seedAutoScalingGroups(
      region,
      users.map(({ name }) => ({ name, launchConfigurationName: name })),
    );

    const run = await scenario.run([
      keyPairStep(
        { operation: 'delete', 'key-name': 'used', 'if-in-use': policy },
        { 'continue-on-error': true },
      ),
      canaryStep,
    ]);

    expect(sideEffectsIn(run)).toEqual([]);
    expect(run.annotations).toHaveLength(1);
    expect(run.log.match(/pwned/g)?.length).toBeGreaterThan(3);
  },
);
