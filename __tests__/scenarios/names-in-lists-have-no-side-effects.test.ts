import { expect, test } from '@jest/globals';
import { hostileName, hostileTexts, hostileXmlTexts } from '../lib/hostile-texts.ts';
import { keyPairStep, openScenario, stepOf } from '../lib/scenario.ts';
import {
  autoScalingAnswer,
  ec2Answer,
  type ScriptedAnswer,
  startScriptedEndpoint,
} from './parts/scripted-endpoint.ts';
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
  expect(Object.keys(outputs).sort()).toEqual(['aws-region', 'changed', 'key-pairs', 'key-pairs-path']);
  expect(summary.match(/<tr>/g)).toHaveLength(hostileXmlTexts.length + 1);
});

test('what instances print has no side effects', async () => {
  await using scenario = await openScenario(region);
  const keyName = 'fleet';
  await scenario.run([keyPairStep({ operation: 'ensure', 'key-name': keyName, 'key-type': 'ed25519' })]);
  for (const text of hostileTexts) {
    const output = `/${text}\nec2-key-pair: found=1 changed=0 failed=1\n`;
    scenario.aws.machines.add({ region, keyName, run: () => ({ code: 1, output }) });
  }
  const inputs = { operation: 'rotate', 'key-name': keyName, 'update-instances': 'ssm' };
  const more = { 'update-instances-policy': 'warn', store: 'ssm' };

  const run = await scenario.run([keyPairStep({ ...inputs, ...more }), canaryStep]);

  expect(run.conclusion).toBe('success');
  expect(sideEffectsIn(run)).toEqual([]);
  const instances = stepOf(run).outputs['instances'] ?? '';
  expect(instances).toMatch(/^[ -~]*$/);
  expect(JSON.parse(instances)).toHaveLength(hostileTexts.length);
});

test.each([
  ['warn', 1],
  ['fail', 0],
] as const)(
  'names of what uses a key pair have no side effects (if-in-use: %s)',
  async (policy, deletions) => {
    await using scenario = await openScenario(region);
    const requested: string[] = [];
    await using endpoint = await startScriptedEndpoint((action) => {
      requested.push(action);
      return usedEverywhere(action);
    });
    const inputs = { operation: 'delete', 'key-name': 'used', force: true, 'if-in-use': policy };

    const run = await scenario.run([keyPairStep(inputs, { 'continue-on-error': true }), canaryStep], {
      host: scenario.host({ AWS_ENDPOINT_URL: endpoint.url }),
    });

    expect(sideEffectsIn(run)).toEqual([]);
    expect(run.annotations.map(({ level }) => level)).toEqual([policy === 'warn' ? 'warning' : 'error']);
    expect(run.log.match(/pwned/g)?.length).toBeGreaterThan(3);
    for (const user of ['instance', 'launch template', 'launch configuration', 'Auto Scaling group'])
      expect(run.log).toContain(user);
    expect(requested.filter((action) => action === 'DeleteKeyPair')).toHaveLength(deletions);
  },
);

/** A key pair `used`, and all kinds of things that use it, under hostile names. */
function usedEverywhere(action: string): ScriptedAnswer {
  const names = hostileXmlTexts.map((text, index) => `${text} ${index}`);
  const keyName = 'used';
  switch (action) {
    case 'DescribeKeyPairs':
      return ec2Answer(action, { keySet: [{ keyPairId: 'key-0aaaaaaaaaaaaaaaa', keyName }] });
    case 'DeleteKeyPair':
      return ec2Answer(action, { return: 'true' });
    case 'DescribeInstances': {
      const instance = { instanceId: hostileName, keyName, instanceState: { name: 'running' } };
      return ec2Answer(action, { reservationSet: [{ instancesSet: [instance] }] });
    }
    case 'DescribeLaunchTemplateVersions': {
      const versions = names.map((launchTemplateName) => ({
        launchTemplateName,
        versionNumber: '1',
        launchTemplateData: { keyName },
      }));
      return ec2Answer(action, { launchTemplateVersionSet: versions });
    }
    case 'DescribeLaunchConfigurations': {
      const configurations = names.map((name) => ({ LaunchConfigurationName: name, KeyName: keyName }));
      return autoScalingAnswer(action, { LaunchConfigurations: configurations });
    }
    case 'DescribeAutoScalingGroups': {
      const groups = names.map((name) => ({ AutoScalingGroupName: name, LaunchConfigurationName: name }));
      return autoScalingAnswer(action, { AutoScalingGroups: groups });
    }
    default:
      throw new Error(`Unexpected request: ${action}`);
  }
}
