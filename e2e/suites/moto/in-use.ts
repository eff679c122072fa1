import assert from 'node:assert/strict';
import {
  AutoScalingClient,
  CreateAutoScalingGroupCommand,
  CreateLaunchConfigurationCommand,
} from '@aws-sdk/client-auto-scaling';
import {
  CreateLaunchTemplateCommand,
  CreateLaunchTemplateVersionCommand,
  ModifyLaunchTemplateCommand,
  RunInstancesCommand,
} from '@aws-sdk/client-ec2';
import { annotated, keyPairStep } from '../../lib/action-job.ts';
import { assertDeletionsRequested, clientSettings, type MotoRegion } from './moto-region.ts';

const ImageId = 'ami-12c6146b';

/** `if-in-use`, with everything that can use a key pair. */
export async function checkInUse(region: MotoRegion): Promise<void> {
  const { site } = region;
  const inputs = { operation: 'delete', 'key-name': 'used' };
  await region.run([
    ...['used', 'free'].map((name) =>
      keyPairStep({ 'key-name': name, 'key-type': 'ed25519', lifetime: 'persistent' }, name),
    ),
  ]);
  const { KeyPairId } = await region.keyPair('used');
  const instance = await launchInstance(region);

  await site.check(
    'if-in-use: fail names a running instance with the key pair, and deletes nothing',
    async () => {
      const { result, requests } = await region.record(() =>
        region.runFailing([keyPairStep({ ...inputs, 'if-in-use': 'fail' })]),
      );
      assertDeletionsRequested(requests, []);
      assert.ok(result.errors.includes(`instance ${instance} (running)`), result.errors);
    },
  );

  await launchFromTemplates(region);
  const users = [
    `instance ${instance} (running)`,
    'launch template workers (version 1)',
    'launch configuration old',
    'Auto Scaling group configured',
    'Auto Scaling group pinned',
  ];

  await site.check('if-in-use: fail names everything that uses the key pair', async () => {
    const { errors } = await region.runFailing([keyPairStep({ ...inputs, 'if-in-use': 'fail' })]);
    for (const user of users) assert.ok(errors.includes(user), errors);
    assert.ok(!errors.includes('launch template web'), errors);
  });

  await site.check('if-in-use: warn names the same, and deletes the key pair', async () => {
    const { result, requests } = await region.record(() =>
      region.run([keyPairStep({ ...inputs, 'if-in-use': 'warn' })]),
    );
    assertDeletionsRequested(requests, [KeyPairId]);
    const [warning = '', ...others] = annotated(result, 'warning');
    for (const user of users) assert.ok(warning.includes(user), warning);
    assert.deepEqual(others, []);
  });

  await site.check('if-in-use: fail deletes a key pair that nothing uses, without a warning', async () => {
    const free = await region.keyPair('free');
    const { result, requests } = await region.record(() =>
      region.run([keyPairStep({ ...inputs, 'key-name': 'free', 'if-in-use': 'fail' })]),
    );
    assertDeletionsRequested(requests, [free.KeyPairId]);
    assert.deepEqual(result.annotations, []);
  });
}

/** Returns its ID. */
async function launchInstance({ ec2 }: MotoRegion): Promise<string | undefined> {
  const { Instances = [] } = await ec2.send(
    new RunInstancesCommand({ KeyName: 'used', ImageId, MinCount: 1, MaxCount: 1 }),
  );
  return Instances[0]?.InstanceId;
}

/** Only an old version of the template `web` has the key pair, and one group launches from just that. */
async function launchFromTemplates({ ec2, environment, name }: MotoRegion): Promise<void> {
  const withKeyPair = { KeyName: 'used', ImageId };
  for (const LaunchTemplateName of ['workers', 'web'])
    await ec2.send(new CreateLaunchTemplateCommand({ LaunchTemplateName, LaunchTemplateData: withKeyPair }));
  const web = { LaunchTemplateName: 'web' };
  await ec2.send(new CreateLaunchTemplateVersionCommand({ ...web, LaunchTemplateData: { ImageId } }));
  await ec2.send(new ModifyLaunchTemplateCommand({ ...web, DefaultVersion: '2' }));

  const autoScaling = new AutoScalingClient(clientSettings(environment));
  await autoScaling.send(
    new CreateLaunchConfigurationCommand({
      LaunchConfigurationName: 'old',
      InstanceType: 't3.nano',
      ...withKeyPair,
    }),
  );
  const size = { MinSize: 0, MaxSize: 1, DesiredCapacity: 0, AvailabilityZones: [`${name}a`] };
  await autoScaling.send(
    new CreateAutoScalingGroupCommand({
      AutoScalingGroupName: 'configured',
      LaunchConfigurationName: 'old',
      ...size,
    }),
  );
  await autoScaling.send(
    new CreateAutoScalingGroupCommand({
      AutoScalingGroupName: 'pinned',
      LaunchTemplate: { ...web, Version: '1' },
      ...size,
    }),
  );
}
