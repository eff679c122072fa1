import { describe, expect, test } from '@jest/globals';
import { hostileMessage, hostileName, hostileXmlTexts } from '../lib/hostile-texts.ts';
import { containerParts, freshEd25519 } from '../lib/keys.ts';
import { managedTags } from '../lib/managed-tags.ts';
import { keyPairStep, openScenario, stepOf } from '../lib/scenario.ts';
import { broughtAbout, canaryStep } from './parts/obeyed.ts';
import {
  autoScalingAnswer,
  ec2Answer,
  ec2Error,
  type Fields,
  type ScriptedAnswer,
  startScriptedEndpoint,
} from './parts/scripted-endpoint.ts';

const publicKey = `ssh-ed25519 ${containerParts(freshEd25519().key).publicKey.toString('base64')}`;
const given = { 'continue-on-error': true } as const;

/** Every operation, as a step that may fail. */
const allOperations = [
  keyPairStep(
    { operation: 'create', 'key-type': 'ed25519', 'key-name': hostileName },
    { ...given, name: 'create' },
  ),
  keyPairStep({ operation: 'ensure', 'key-name': hostileName }, { ...given, name: 'ensure' }),
  keyPairStep(
    { operation: 'import', 'key-name': hostileName, 'public-key': publicKey },
    { ...given, name: 'import' },
  ),
  keyPairStep({ operation: 'fetch', 'key-name': hostileName }, { ...given, name: 'fetch' }),
  keyPairStep({ operation: 'describe' }, { ...given, name: 'describe' }),
  keyPairStep({ operation: 'delete', 'key-name': hostileName, force: true }, { ...given, name: 'delete' }),
  keyPairStep({ operation: 'create', 'dry-run': true }, { ...given, name: 'dry run' }),
];

/** All operations against an endpoint that says this, in step debug too. */
async function runAll(answer: Parameters<typeof startScriptedEndpoint>[0]) {
  await using scenario = await openScenario();
  await using endpoint = await startScriptedEndpoint(answer);
  return await scenario.run([...allOperations, canaryStep], {
    host: scenario.host({ AWS_ENDPOINT_URL: endpoint.url }),
    debug: true,
  });
}

describe('brings nothing about', () => {
  test('as the code, the text and the request id of an error, for every operation', async () => {
    const run = await runAll(() => ec2Error(hostileName, hostileMessage, hostileMessage));

    expect(broughtAbout(run)).toEqual([]);
    const failed = run.steps.filter(({ id, phase }) => id === 'key' && phase === 'main');
    expect(failed.map(({ outcome }) => outcome)).toEqual(allOperations.map(() => 'failure'));
    // Each did say what EC2 said: else this test would show nothing.
    for (const { name, log } of failed)
      expect([name, log.join('\n')]).toEqual([name, expect.stringContaining('pwned')]);
  });

  test('as a page of a proxy, with an error or with success', async () => {
    for (const status of [403, 200]) {
      const page = `<html><body>page of the proxy\n${hostileMessage}</body></html>`;
      const run = await runAll(() => ({ status, headers: { 'content-type': 'text/html' }, body: page }));

      expect(broughtAbout(run)).toEqual([]);
      expect(run.raw).not.toContain('page of the proxy');
    }
  });

  test('as any part of a pair that is there, for every operation', async () => {
    const pair = (keyName: string): Fields => ({
      keyPairId: hostileMessage,
      keyName,
      keyFingerprint: hostileMessage,
      keyType: hostileMessage,
      publicKey: `${publicKey} ${hostileName}`,
      tagSet: [
        ...hostileXmlTexts.map((text) => ({ key: text, value: text })),
        ...Object.entries(managedTags('octo/widgets', '4242')).map(([key, value]) => ({ key, value })),
      ],
    });
    const run = await runAll((action, parameters) => {
      if (action === 'DescribeKeyPairs') {
        return ec2Answer(action, { keySet: [pair(parameters.get('KeyName.1') ?? hostileMessage)] });
      }
      return action === 'DeleteKeyPair'
        ? ec2Answer(action, { return: 'true' })
        : ec2Error('InvalidKeyPair.Duplicate', 'x', 'y');
    });

    expect(broughtAbout(run)).toEqual([]);
    const listed = JSON.parse(stepOf(run, 'describe').outputs['key-pairs'] ?? '') as { keyName: string }[];
    expect(listed.map(({ keyName }) => keyName)).toEqual([hostileMessage]);
    expect(stepOf(run, 'fetch').outputs['key-name']).toBe(hostileName);
    for (const name of ['create', 'ensure', 'import', 'fetch', 'describe', 'delete']) {
      expect(stepOf(run, name).log.join('\n')).toContain('pwned');
    }
  });

  test('as id and fingerprint of a pair that was just imported, and in what post says of it', async () => {
    await using scenario = await openScenario();
    let looks = 0;
    await using endpoint = await startScriptedEndpoint((action) => {
      if (action === 'DescribeKeyPairs') looks += 1;
      if (looks === 1 && action === 'DescribeKeyPairs') return ec2Error('InvalidKeyPair.NotFound', 'x', 'y');
      if (action !== 'ImportKeyPair')
        return ec2Error('UnauthorizedOperation', hostileMessage, hostileName, 403);
      return ec2Answer(action, { keyPairId: hostileMessage, keyName: 'x', keyFingerprint: hostileMessage });
    });

    const run = await scenario.run(
      [
        keyPairStep({
          operation: 'import',
          'key-name': hostileName,
          'public-key': publicKey,
          lifetime: 'job',
        }),
        canaryStep,
      ],
      { host: scenario.host({ AWS_ENDPOINT_URL: endpoint.url }), debug: true },
    );

    expect(run.conclusion).toBe('success');
    expect(broughtAbout(run)).toEqual([]);
    expect(stepOf(run).outputs['key-fingerprint']).toBe(hostileMessage);
    expect(run.steps.find(({ phase }) => phase === 'post')?.annotations).toEqual([
      expect.objectContaining({ message: expect.stringMatching(/^Left behind: .*UnauthorizedOperation/) }),
    ]);
  });

  test('as names and tags of pairs in a list, each of them', async () => {
    await using scenario = await openScenario();
    await scenario.aws.seedKeyPairs(
      'eu-west-1',
      hostileXmlTexts.map((text, index) => ({
        keyName: `${text} ${index}`,
        tags: { [text.slice(0, 120)]: text },
      })),
    );

    const run = await scenario.run([keyPairStep({ operation: 'describe' }), canaryStep]);

    expect(run.conclusion).toBe('success');
    expect(broughtAbout(run)).toEqual([]);
    const { outputs } = stepOf(run);
    const listed = JSON.parse(outputs['key-pairs'] ?? '') as { keyName: string; tags: object }[];
    expect(listed).toHaveLength(hostileXmlTexts.length);
    expect(Object.keys(outputs).sort()).toEqual(['aws-region', 'key-pairs', 'key-pairs-path']);
    expect(stepOf(run).summary.match(/<tr>/g)).toHaveLength(hostileXmlTexts.length + 1);
  });

  test.each([
    ['warn', 1],
    ['fail', 0],
  ] as const)('as names of what uses a pair (if-in-use: %s)', async (policy, deletions) => {
    await using scenario = await openScenario();
    const asked: string[] = [];
    await using endpoint = await startScriptedEndpoint((action) => {
      asked.push(action);
      return usedEverywhere(action);
    });

    const run = await scenario.run(
      [
        keyPairStep({ operation: 'delete', 'key-name': 'used', force: true, 'if-in-use': policy }, given),
        canaryStep,
      ],
      { host: scenario.host({ AWS_ENDPOINT_URL: endpoint.url }) },
    );

    expect(broughtAbout(run)).toEqual([]);
    expect(run.annotations.map(({ level }) => level)).toEqual([policy === 'warn' ? 'warning' : 'error']);
    expect(run.log.match(/pwned/g)?.length).toBeGreaterThan(3);
    for (const user of ['instance', 'launch template', 'launch configuration', 'Auto Scaling group'])
      expect(run.log).toContain(user);
    expect(asked.filter((action) => action === 'DeleteKeyPair')).toHaveLength(deletions);
  });
});

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
