import {
  DescribeInstancesCommand,
  type DescribeInstancesCommandInput,
  type DescribeInstancesCommandOutput,
  type Filter,
  paginateDescribeInstances,
} from '@aws-sdk/client-ec2';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type LocalAws, startLocalAws } from '../../../../local/aws/server.ts';
import { allPages, ec2ClientOf, expectRefusal, sendHandSigned } from './clients.ts';

let aws: LocalAws;
let ec2: ReturnType<typeof ec2ClientOf>;

beforeEach(async () => {
  aws = await startLocalAws();
  ec2 = ec2ClientOf(aws);
});

afterEach(() => aws.close());

function ask(input: DescribeInstancesCommandInput = {}, client = ec2) {
  return client.send(new DescribeInstancesCommand(input));
}

function idsIn({ Reservations = [] }: DescribeInstancesCommandOutput): (string | undefined)[] {
  return Reservations.flatMap(({ Instances = [] }) => Instances.map(({ InstanceId }) => InstanceId));
}

async function idsBy(...Filters: Filter[]) {
  return idsIn(await ask({ Filters }));
}

function seedMany(count: number, keyNameOf: (index: number) => string = () => 'deploy') {
  const seeds = Array.from({ length: count }, (_, index) => ({ keyName: keyNameOf(index) }));
  return aws.seedInstances('eu-west-1', seeds).map(({ id }) => id);
}

describe('what an instance shows', () => {
  test('is its id, state with number, key name, type, launch time and tags, in its reservation', async () => {
    const launchTime = new Date('2026-01-02T03:04:05.000Z');
    const [stored] = aws.seedInstances('eu-west-1', [
      { state: 'stopped', keyName: 'a <b> & "c"', type: 'm7g.large', launchTime, tags: { Name: 'web' } },
    ]);
    const { Reservations, NextToken } = await ask();
    expect(NextToken).toBeUndefined();
    expect(Reservations).toEqual([
      {
        ReservationId: expect.stringMatching(/^r-[0-9a-f]{17}$/),
        OwnerId: '123456789012',
        Groups: [],
        Instances: [
          {
            InstanceId: stored?.id,
            ImageId: expect.stringMatching(/^ami-[0-9a-f]{17}$/),
            State: { Code: 80, Name: 'stopped' },
            KeyName: 'a <b> & "c"',
            InstanceType: 'm7g.large',
            LaunchTime: launchTime,
            Placement: { AvailabilityZone: 'eu-west-1a' },
            Tags: [{ Key: 'Name', Value: 'web' }],
          },
        ],
      },
    ]);
    expect(stored?.id).toMatch(/^i-[0-9a-f]{17}$/);
  });

  test('has no key name when it was launched without one', async () => {
    aws.seedInstances('eu-west-1', [{}]);
    const { Reservations } = await ask();
    expect(Reservations?.[0]?.Instances?.[0]).not.toHaveProperty('KeyName');
  });

  test('is grouped with what the same request launched', async () => {
    const reservationId = 'r-00000000000000001';
    aws.seedInstances('eu-west-1', [{ reservationId }, {}, { reservationId }]);
    const { Reservations = [] } = await ask();
    expect(Reservations.map(({ Instances = [] }) => Instances.length)).toEqual([2, 1]);
  });

  test.each([
    ['pending', 0],
    ['running', 16],
    ['shutting-down', 32],
    ['terminated', 48],
    ['stopping', 64],
    ['stopped', 80],
  ] as const)('numbers the state %s as %i', async (state, code) => {
    const [stored] = aws.seedInstances('eu-west-1', [{ state }]);
    const { Reservations } = await ask();
    expect(Reservations?.[0]?.Instances?.[0]?.State).toEqual({ Code: code, Name: state });
    expect(await idsBy({ Name: 'instance-state-code', Values: [String(code)] })).toEqual([stored?.id]);
  });
});

describe('filters', () => {
  test('find by key name and state together, as patterns', async () => {
    const [first, , third, fourth] = aws
      .seedInstances('eu-west-1', [
        { keyName: 'deploy', state: 'running' },
        { keyName: 'deploy', state: 'terminated' },
        { keyName: 'deploy-2', state: 'stopped' },
        { keyName: 'deploy*', state: 'running' },
        { state: 'running' },
      ])
      .map(({ id }) => id);
    const living = { Name: 'instance-state-name', Values: ['running', 'stopped'] };
    const by = (...Values: string[]) => idsBy({ Name: 'key-name', Values }, living);
    expect(await by('deploy')).toEqual([first]);
    expect(await by('deploy*')).toEqual([first, third, fourth]);
    expect(await by('deploy\\*')).toEqual([fourth]);
    expect(await by('deploy-?', 'deploy')).toEqual([first, third]);
    expect(await by('Deploy')).toEqual([]);
  });

  test('find by tag, id, type and reservation', async () => {
    const [web, db] = aws.seedInstances('eu-west-1', [
      { tags: { role: 'web' }, type: 't3.micro' },
      { tags: { role: 'db' }, type: 'r7g.large' },
    ]);
    expect(await idsBy({ Name: 'tag:role', Values: ['w*'] })).toEqual([web?.id]);
    expect(await idsBy({ Name: 'tag-key', Values: ['role'] })).toEqual([web?.id, db?.id]);
    expect(await idsBy({ Name: 'instance-id', Values: [db?.id ?? ''] })).toEqual([db?.id]);
    expect(await idsBy({ Name: 'instance-type', Values: ['r7g.*'] })).toEqual([db?.id]);
    expect(await idsBy({ Name: 'reservation-id', Values: [web?.reservationId ?? ''] })).toEqual([web?.id]);
  });

  test('that EC2 does not have are refused', async () => {
    const message = "The filter 'keyname' is invalid";
    await expectRefusal(idsBy({ Name: 'keyname', Values: ['x'] }), 'InvalidParameterValue', { message });
  });
});

describe('pages', () => {
  test('lead through all instances once, in order', async () => {
    const ids = seedMany(12);
    const pages = await allPages(paginateDescribeInstances({ client: ec2, pageSize: 5 }, {}));
    expect(pages.map((page) => idsIn(page).length)).toEqual([5, 5, 2]);
    expect(pages.flatMap(idsIn)).toEqual(ids);
  });

  test('end without a token when the last one is full', async () => {
    seedMany(10);
    const pages = await allPages(paginateDescribeInstances({ client: ec2, pageSize: 5 }, {}));
    expect(pages.map(({ NextToken }) => NextToken === undefined)).toEqual([false, true]);
  });

  test('may be short or empty in the middle when a filter drops what is on them', async () => {
    const ids = seedMany(15, (index) => (index === 2 || index === 14 ? 'deploy' : 'other'));
    const Filters = [{ Name: 'key-name', Values: ['deploy'] }];
    const pages = await allPages(paginateDescribeInstances({ client: ec2, pageSize: 5 }, { Filters }));
    expect(pages.map(idsIn)).toEqual([[ids[2]], [], [ids[14]]]);
  });

  test('are one when no size is given', async () => {
    const ids = seedMany(1001);
    const whole = await ask();
    expect(idsIn(whole)).toEqual(ids);
    expect(whole.NextToken).toBeUndefined();
    const { NextToken } = await ask({ MaxResults: 1000 });
    expect(idsIn(await ask({ MaxResults: 1000, NextToken }))).toEqual([ids[1000]]);
  });

  test.each([
    [4, 'Value ( 4 ) for parameter maxResults is invalid. Expecting a value greater than 5.'],
    [1001, 'Value ( 1001 ) for parameter maxResults is invalid. Expecting a value smaller than 1000.'],
  ])('of %i instances are refused', async (MaxResults, message) => {
    await expectRefusal(ask({ MaxResults }), 'InvalidParameterValue', { status: 400, message });
  });

  test('go on with another size', async () => {
    const ids = seedMany(12);
    const { NextToken } = await ask({ MaxResults: 5 });
    expect(idsIn(await ask({ MaxResults: 6, NextToken }))).toEqual(ids.slice(5, 11));
  });

  test('are refused with a token that was made up, or came from another selection or region', async () => {
    seedMany(6);
    const message = 'Unable to parse pagination token';
    const { NextToken } = await ask({ MaxResults: 5 });
    const Filters = [{ Name: 'key-name', Values: ['deploy'] }];
    const elsewhere = ec2ClientOf(aws, { region: 'us-east-2' });
    for (const call of [
      ask({ MaxResults: 5, NextToken: 'next' }),
      ask({ MaxResults: 5, NextToken, Filters }),
      ask({ MaxResults: 5, NextToken }, elsewhere),
    ]) {
      await expectRefusal(call, 'InvalidParameterValue', { status: 400, message });
    }
  });
});

describe('by id', () => {
  test('only those are shown, and one that is missing fails the call', async () => {
    const [first = '', , third = ''] = seedMany(3);
    expect(idsIn(await ask({ InstanceIds: [third, first] }))).toEqual([first, third]);
    await expectRefusal(ask({ InstanceIds: [first, 'i-00000000000000000'] }), 'InvalidInstanceID.NotFound', {
      message: "The instance ID 'i-00000000000000000' does not exist",
    });
    await expectRefusal(
      ask({ InstanceIds: ['i-00000000', 'i-00000000000000000'] }),
      'InvalidInstanceID.NotFound',
      { message: "The instance IDs 'i-00000000, i-00000000000000000' do not exist" },
    );
    await expectRefusal(ask({ InstanceIds: ['web-1'] }), 'InvalidInstanceID.Malformed');
  });

  test('no pages are given', async () => {
    const [id = ''] = seedMany(1);
    const message = 'The parameter instancesSet cannot be used with the parameter maxResults';
    const call = ask({ InstanceIds: [id], MaxResults: 5 });
    await expectRefusal(call, 'InvalidParameterCombination', { message });
  });
});

test('a dry run is allowed, unless it is denied; a denial names the action and, as for every look, no resource', async () => {
  await expectRefusal(ask({ DryRun: true }), 'DryRunOperation', { status: 412 });
  aws.faults.add({ on: 'DescribeInstances', times: 2, effect: { kind: 'deny' } });
  await expectRefusal(ask({ DryRun: true }), 'UnauthorizedOperation', { status: 403 });
  await expectRefusal(ask(), 'UnauthorizedOperation', {
    status: 403,
    message:
      'You are not authorized to perform this operation. User: arn:aws:iam::123456789012:user/local is not authorized to perform: ec2:DescribeInstances because no identity-based policy allows the ec2:DescribeInstances action',
  });
});

test("the document has EC2's shape", async () => {
  aws.seedInstances('eu-west-1', [{ id: 'i-00000000000000001', keyName: 'deploy' }]);
  const parameters = { Action: 'DescribeInstances', Version: '2016-11-15' };
  const { text } = await sendHandSigned(aws.url, { account: aws.account, parameters });
  expect(text).toMatch(
    /<DescribeInstancesResponse xmlns="http:\/\/ec2.amazonaws.com\/doc\/2016-11-15\/"><requestId>[^<]+<\/requestId><reservationSet><item><reservationId>[^<]+<\/reservationId><ownerId>\d+<\/ownerId><groupSet\/><instancesSet><item><instanceId>i-00000000000000001<\/instanceId>.*<instanceState><code>16<\/code><name>running<\/name><\/instanceState><keyName>deploy<\/keyName>.*<\/item><\/instancesSet><\/item><\/reservationSet><\/DescribeInstancesResponse>$/,
  );
});
