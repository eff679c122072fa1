import {
  DescribeLaunchConfigurationsCommand,
  type DescribeLaunchConfigurationsCommandInput,
  paginateDescribeLaunchConfigurations,
} from '@aws-sdk/client-auto-scaling';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type LocalAws, startLocalAws } from '../../../../local/aws/server.ts';
import { allPages, autoScalingClientOf, expectRefusal } from './clients.ts';

let aws: LocalAws;
let autoScaling: ReturnType<typeof autoScalingClientOf>;

beforeEach(async () => {
  aws = await startLocalAws();
  autoScaling = autoScalingClientOf(aws);
});

afterEach(() => aws.close());

function askConfigurations(input: DescribeLaunchConfigurationsCommandInput = {}) {
  return autoScaling.send(new DescribeLaunchConfigurationsCommand(input));
}

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `n${index}`);
}

function seedConfigurations(names: readonly string[]): void {
  aws.seedLaunchConfigurations(
    'eu-west-1',
    names.map((name) => ({ name })),
  );
}

describe('DescribeLaunchConfigurations', () => {
  test('shows what a configuration holds, and an empty key name where there is none', async () => {
    const createdTime = new Date('2026-03-04T05:06:07.000Z');
    aws.seedLaunchConfigurations('eu-west-1', [
      { name: 'web', keyName: 'deploy', imageId: 'ami-1', instanceType: 'm5.large', createdTime },
      { name: 'bare' },
    ]);
    const { LaunchConfigurations, NextToken } = await askConfigurations();
    expect(NextToken).toBeUndefined();
    expect(LaunchConfigurations?.[0]).toMatchObject({
      LaunchConfigurationName: 'web',
      LaunchConfigurationARN: expect.stringMatching(
        /^arn:aws:autoscaling:eu-west-1:123456789012:launchConfiguration:[0-9a-f-]{36}:launchConfigurationName\/web$/,
      ),
      KeyName: 'deploy',
      ImageId: 'ami-1',
      InstanceType: 'm5.large',
      CreatedTime: createdTime,
      SecurityGroups: [],
      BlockDeviceMappings: [],
      InstanceMonitoring: { Enabled: true },
    });
    expect(LaunchConfigurations?.[1]?.KeyName).toBe('');
  });

  test('finds by name, and passes over a name that is none', async () => {
    seedConfigurations(['a', 'b', 'c']);
    const { LaunchConfigurations } = await askConfigurations({ LaunchConfigurationNames: ['c', 'x', 'a'] });
    expect(LaunchConfigurations?.map((one) => one.LaunchConfigurationName)).toEqual(['a', 'c']);
    await expectRefusal(askConfigurations({ LaunchConfigurationNames: numbered(51) }), 'ValidationError');
  });

  test('gives pages, of 50 unless asked for another size', async () => {
    seedConfigurations(numbered(101));
    const usual = await allPages(paginateDescribeLaunchConfigurations({ client: autoScaling }, {}));
    expect(usual.map((page) => page.LaunchConfigurations?.length)).toEqual([50, 50, 1]);
    const large = await allPages(
      paginateDescribeLaunchConfigurations({ client: autoScaling, pageSize: 100 }, {}),
    );
    expect(
      large.flatMap((page) => page.LaunchConfigurations?.map((one) => one.LaunchConfigurationName)),
    ).toEqual(numbered(101));
    expect(large).toHaveLength(2);
  });
});
