import { DescribeInstancesCommand, type DescribeInstancesCommandInput, EC2Client } from '@aws-sdk/client-ec2';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type LocalAws, startLocalAws } from '../../../../local/aws/server.ts';
import { expectError } from './clients.ts';

let aws: LocalAws;
let ec2: EC2Client;

beforeEach(async () => {
  aws = await startLocalAws();
  ec2 = new EC2Client({ region: 'eu-west-1', endpoint: aws.url, credentials: aws.account, maxAttempts: 1 });
});

afterEach(() => aws.close());

function describe(input: DescribeInstancesCommandInput) {
  return ec2.send(new DescribeInstancesCommand(input));
}

const withKey = (...Values: string[]) => ({ Filters: [{ Name: 'key-name', Values }] });

test('DescribeInstances shows instances of all states by the name of their key pair, in reservations', async () => {
  const running = aws.machines.add({ keyName: 'deploy', reservationId: 'r-1' });
  const stopped = aws.machines.add({ keyName: 'deploy', reservationId: 'r-1', state: 'stopped' });
  const windows = aws.machines.add({ keyName: 'deploy', platform: 'Windows', state: 'terminated' });
  aws.machines.add({ keyName: 'deploy-2' });
  aws.machines.add();
  aws.machines.add({ keyName: 'deploy', region: 'us-east-1' });
  const { Reservations = [], NextToken } = await describe(withKey('deploy'));
  const shown = Reservations.map(({ Instances = [] }) =>
    Instances.map(({ InstanceId, State, KeyName, Platform }) => [InstanceId, State?.Name, KeyName, Platform]),
  );
  expect(shown).toEqual([
    [
      [running.instanceId, 'running', 'deploy', undefined],
      [stopped.instanceId, 'stopped', 'deploy', undefined],
    ],
    [[windows.instanceId, 'terminated', 'deploy', 'windows']],
  ]);
  expect(NextToken).toBeUndefined();
  const alive = await describe({
    Filters: [...withKey('deploy').Filters, { Name: 'instance-state-name', Values: ['running', 'pending'] }],
  });
  expect(alive.Reservations).toHaveLength(1);
});

test('DescribeInstances has pages if MaxResults is set', async () => {
  for (let index = 0; index < 7; index += 1) aws.machines.add({ keyName: 'deploy', reservationId: 'r-1' });
  const page = await describe({ ...withKey('deploy'), MaxResults: 5 });
  expect(page.Reservations?.[0]?.Instances).toHaveLength(5);
  const last = await describe({ ...withKey('deploy'), MaxResults: 5, NextToken: page.NextToken });
  expect(last.Reservations?.[0]?.Instances).toHaveLength(2);
  expect(last.NextToken).toBeUndefined();
  await expectError(describe({ MaxResults: 4 }), 'InvalidParameterValue');
});

test('DescribeInstances rejects unknown IDs, and IDs together with MaxResults', async () => {
  const { instanceId } = aws.machines.add();
  await expectError(
    describe({ InstanceIds: [instanceId, 'i-0123456789abcdef0'] }),
    'InvalidInstanceID.NotFound',
  );
  await expectError(describe({ InstanceIds: [instanceId], MaxResults: 5 }), 'InvalidParameterCombination');
  expect((await describe({ InstanceIds: [instanceId] })).Reservations).toHaveLength(1);
});
