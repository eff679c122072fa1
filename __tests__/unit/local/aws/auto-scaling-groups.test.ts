import {
  type AutoScalingGroup,
  DescribeAutoScalingGroupsCommand,
  type DescribeAutoScalingGroupsCommandInput,
  DescribeLaunchConfigurationsCommand,
  paginateDescribeAutoScalingGroups,
} from '@aws-sdk/client-auto-scaling';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type LocalAws, startLocalAws } from '../../../../local/aws/server.ts';
import { allPages, autoScalingClientOf, expectRefusal, sendHandSigned } from './clients.ts';

let aws: LocalAws;
let autoScaling: ReturnType<typeof autoScalingClientOf>;

beforeEach(async () => {
  aws = await startLocalAws();
  autoScaling = autoScalingClientOf(aws);
});

afterEach(() => aws.close());

function askGroups(input: DescribeAutoScalingGroupsCommandInput = {}) {
  return autoScaling.send(new DescribeAutoScalingGroupsCommand(input));
}

async function groupNames(input: DescribeAutoScalingGroupsCommandInput = {}) {
  return (await askGroups(input)).AutoScalingGroups?.map(({ AutoScalingGroupName }) => AutoScalingGroupName);
}

async function onlyGroup(): Promise<AutoScalingGroup | undefined> {
  const { AutoScalingGroups = [] } = await askGroups();
  expect(AutoScalingGroups).toHaveLength(1);
  return AutoScalingGroups[0];
}

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `n${index}`);
}

function seedGroups(names: readonly string[]): void {
  aws.seedAutoScalingGroups(
    'eu-west-1',
    names.map((name) => ({ name, launchConfigurationName: 'web' })),
  );
}

describe('DescribeAutoScalingGroups', () => {
  test('shows a group with a launch configuration', async () => {
    const createdTime = new Date('2026-04-05T06:07:08.000Z');
    aws.seedAutoScalingGroups('eu-west-1', [
      { name: 'fleet', launchConfigurationName: 'web', createdTime, tags: { team: 'a&b' } },
    ]);
    const group = await onlyGroup();
    expect(group).toMatchObject({
      AutoScalingGroupName: 'fleet',
      AutoScalingGroupARN: expect.stringMatching(
        /^arn:aws:autoscaling:eu-west-1:123456789012:autoScalingGroup:[0-9a-f-]{36}:autoScalingGroupName\/fleet$/,
      ),
      LaunchConfigurationName: 'web',
      MinSize: 0,
      MaxSize: 1,
      DesiredCapacity: 0,
      DefaultCooldown: 300,
      AvailabilityZones: ['eu-west-1a'],
      HealthCheckType: 'EC2',
      CreatedTime: createdTime,
      Instances: [],
      Tags: [
        {
          ResourceId: 'fleet',
          ResourceType: 'auto-scaling-group',
          Key: 'team',
          Value: 'a&b',
          PropagateAtLaunch: true,
        },
      ],
    });
    expect(group).not.toHaveProperty('LaunchTemplate');
    expect(group).not.toHaveProperty('MixedInstancesPolicy');
  });

  test('shows a launch template by id and name, whichever the group was made with, and its version as given', async () => {
    const [web, db] = aws.seedLaunchTemplates('eu-west-1', [
      { name: 'web', versions: [{}] },
      { name: 'db', versions: [{}] },
    ]);
    aws.seedAutoScalingGroups('eu-west-1', [
      { name: 'by id', launchTemplate: { id: db?.id ?? '', version: '$Latest' } },
      { name: 'by name', launchTemplate: { name: 'web', version: '1' } },
      { name: 'no version', launchTemplate: { name: 'web' } },
      { name: 'template gone', launchTemplate: { id: 'lt-00000000000000000' } },
    ]);
    const { AutoScalingGroups = [] } = await askGroups();
    expect(AutoScalingGroups.map(({ LaunchTemplate }) => LaunchTemplate)).toEqual([
      { LaunchTemplateId: db?.id, LaunchTemplateName: 'db', Version: '$Latest' },
      { LaunchTemplateId: web?.id, LaunchTemplateName: 'web', Version: '1' },
      { LaunchTemplateId: web?.id, LaunchTemplateName: 'web' },
      { LaunchTemplateId: 'lt-00000000000000000' },
    ]);
    for (const group of AutoScalingGroups) expect(group).not.toHaveProperty('LaunchConfigurationName');
  });

  test('shows a mixed instances policy with its overrides', async () => {
    const [web, arm] = aws.seedLaunchTemplates('eu-west-1', [
      { name: 'web', versions: [{}] },
      { name: 'arm', versions: [{}] },
    ]);
    aws.seedAutoScalingGroups('eu-west-1', [
      {
        name: 'mixed',
        mixedInstancesPolicy: {
          launchTemplate: { name: 'web', version: '$Default' },
          overrides: [
            { instanceType: 'm5.large' },
            { instanceType: 'm7g.large', launchTemplate: { name: 'arm', version: '1' } },
          ],
        },
      },
    ]);
    expect((await onlyGroup())?.MixedInstancesPolicy).toEqual({
      LaunchTemplate: {
        LaunchTemplateSpecification: {
          LaunchTemplateId: web?.id,
          LaunchTemplateName: 'web',
          Version: '$Default',
        },
        Overrides: [
          { InstanceType: 'm5.large' },
          {
            InstanceType: 'm7g.large',
            LaunchTemplateSpecification: {
              LaunchTemplateId: arm?.id,
              LaunchTemplateName: 'arm',
              Version: '1',
            },
          },
        ],
      },
    });
  });

  test('finds by name and by tag, without patterns', async () => {
    aws.seedAutoScalingGroups('eu-west-1', [
      { name: 'a', launchConfigurationName: 'x', tags: { env: 'prod' } },
      { name: 'b', launchConfigurationName: 'x', tags: { env: 'test', other: 'prod' } },
      { name: 'c', launchConfigurationName: 'x' },
    ]);
    expect(await groupNames({ AutoScalingGroupNames: ['c', 'none', 'a'] })).toEqual(['a', 'c']);
    const by = (Name: string, ...Values: string[]) => groupNames({ Filters: [{ Name, Values }] });
    expect(await by('tag:env', 'prod')).toEqual(['a']);
    expect(await by('tag:env', 'p*')).toEqual([]);
    expect(await by('tag-value', 'prod')).toEqual(['a', 'b']);
    expect(await by('tag-key', 'other', 'nothing')).toEqual(['b']);
    await expectRefusal(by('name', 'a'), 'ValidationError', { status: 400 });
  });

  test('gives pages, of 50 unless asked for another size', async () => {
    seedGroups(numbered(101));
    const usual = await allPages(paginateDescribeAutoScalingGroups({ client: autoScaling }, {}));
    expect(usual.map((page) => page.AutoScalingGroups?.length)).toEqual([50, 50, 1]);
    const small = await allPages(
      paginateDescribeAutoScalingGroups({ client: autoScaling, pageSize: 40 }, {}),
    );
    expect(small.flatMap((page) => page.AutoScalingGroups?.map((one) => one.AutoScalingGroupName))).toEqual(
      numbered(101),
    );
    expect(small.map(({ NextToken }) => NextToken === undefined)).toEqual([false, false, true]);
  });

  test('takes as many names as a page has entries', async () => {
    const tooMany = groupNames({ AutoScalingGroupNames: numbered(51) });
    const message = 'The number of group names that may be passed in is limited to 50';
    await expectRefusal(tooMany, 'ValidationError', { status: 400, message });
    expect(await groupNames({ AutoScalingGroupNames: numbered(51), MaxRecords: 51 })).toEqual([]);
  });

  test.each([0, 101])('refuses pages of %i', async (MaxRecords) => {
    await expectRefusal(askGroups({ MaxRecords }), 'ValidationError', { status: 400 });
  });

  test('refuses a token that was made up or came from another call', async () => {
    aws.seedLaunchConfigurations('eu-west-1', [{ name: 'a' }, { name: 'b' }]);
    seedGroups(['a', 'b']);
    const configurations = new DescribeLaunchConfigurationsCommand({ MaxRecords: 1 });
    const { NextToken } = await autoScaling.send(configurations);
    expect(NextToken).toEqual(expect.any(String));
    for (const token of [NextToken, 'next', '']) {
      const call = askGroups({ MaxRecords: 1, NextToken: token });
      await expectRefusal(call, 'InvalidNextToken', { status: 400 });
    }
  });
});

describe('what any call may meet', () => {
  test('is AccessDenied with the action, not the code of EC2', async () => {
    aws.faults.add({ on: 'DescribeAutoScalingGroups', effect: { kind: 'deny' } });
    await expectRefusal(askGroups(), 'AccessDenied', {
      status: 403,
      message:
        'User: arn:aws:iam::123456789012:user/local is not authorized to perform: autoscaling:DescribeAutoScalingGroups because no identity-based policy allows the autoscaling:DescribeAutoScalingGroups action',
    });
    expect(await groupNames()).toEqual([]);
  });

  test('is Throttling', async () => {
    aws.faults.add({ on: '*', effect: { kind: 'throttle' } });
    await expectRefusal(askGroups(), 'Throttling', { status: 400, message: 'Rate exceeded' });
  });

  test('is kept apart by region, and logged', async () => {
    seedGroups(['here']);
    const elsewhere = autoScalingClientOf(aws, 'us-east-2');
    const { AutoScalingGroups } = await elsewhere.send(new DescribeAutoScalingGroupsCommand({}));
    expect(AutoScalingGroups).toEqual([]);
    expect(aws.requests).toMatchObject([
      {
        service: 'autoscaling',
        operation: 'DescribeAutoScalingGroups',
        region: 'us-east-2',
        executed: true,
      },
    ]);
  });

  test('has the documents of the Query services', async () => {
    seedGroups(['fleet']);
    const request = { service: 'autoscaling', account: aws.account };
    const parameters = { Action: 'DescribeAutoScalingGroups', Version: '2011-01-01', MaxRecords: '1' };
    const well = await sendHandSigned(aws.url, { ...request, parameters });
    expect(well.text).toMatch(
      /<DescribeAutoScalingGroupsResponse xmlns="http:\/\/autoscaling.amazonaws.com\/doc\/2011-01-01\/"><DescribeAutoScalingGroupsResult><AutoScalingGroups><member><AutoScalingGroupName>fleet<\/AutoScalingGroupName>.*<\/member><\/AutoScalingGroups><\/DescribeAutoScalingGroupsResult><ResponseMetadata><RequestId>[0-9a-f-]{36}<\/RequestId><\/ResponseMetadata><\/DescribeAutoScalingGroupsResponse>$/,
    );
    const ill = await sendHandSigned(aws.url, { ...request, parameters: { ...parameters, MaxRecords: '0' } });
    expect(ill.text).toMatch(
      /<ErrorResponse xmlns="http:\/\/autoscaling.amazonaws.com\/doc\/2011-01-01\/"><Error><Type>Sender<\/Type><Code>ValidationError<\/Code><Message>[^<]+<\/Message><\/Error><RequestId>[0-9a-f-]{36}<\/RequestId><\/ErrorResponse>$/,
    );
  });
});
