import {
  CreateKeyPairCommand,
  CreateTagsCommand,
  DeleteKeyPairCommand,
  DescribeKeyPairsCommand,
} from '@aws-sdk/client-ec2';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type LocalAws, predecessors, startLocalAws, withoutTags } from '../../../../local/aws/server.ts';
import { ec2ClientOf, expectError } from './clients.ts';

let aws: LocalAws;
let ec2: ReturnType<typeof ec2ClientOf>;
/** Milliseconds that the clock of the endpoint shows. */
let now: number;

beforeEach(async () => {
  aws = await startLocalAws();
  ec2 = ec2ClientOf(aws);
  now = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => now);
});

afterEach(async () => {
  jest.restoreAllMocks();
  await aws.close();
});

async function create(KeyName: string, tags: Readonly<Record<string, string>> = {}): Promise<string> {
  const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  const { KeyPairId = '' } = await ec2.send(
    new CreateKeyPairCommand({
      KeyName,
      KeyType: 'ed25519',
      ...(Tags.length === 0 ? {} : { TagSpecifications: [{ ResourceType: 'key-pair', Tags }] }),
    }),
  );
  return KeyPairId;
}

/** The key pairs shown, as `ID tag=value …`. */
async function shown(
  filters: Readonly<Record<string, string>> = {},
  region = 'eu-west-1',
): Promise<string[]> {
  const Filters = Object.entries(filters).map(([Name, value]) => ({ Name, Values: [value] }));
  const client = region === 'eu-west-1' ? ec2 : ec2ClientOf(aws, { region });
  const { KeyPairs = [] } = await client.send(new DescribeKeyPairsCommand({ Filters }));
  return KeyPairs.map(({ KeyPairId, Tags = [] }) =>
    [KeyPairId, ...Tags.map(({ Key, Value }) => `${Key}=${Value}`)].join(' '),
  );
}

describe('While reads are stale for a time,', () => {
  beforeEach(() => {
    aws.faults.staleFor = 2_000;
  });

  test('a new key pair is not shown until the time has passed, whatever was read in between.', async () => {
    const id = await create('deploy');
    for (const instant of [0, 1, 1_999]) {
      now = instant;
      expect(await shown()).toEqual([]);
      await expectError(
        ec2.send(new DescribeKeyPairsCommand({ KeyNames: ['deploy'] })),
        'InvalidKeyPair.NotFound',
      );
    }
    now = 2_000;
    expect(await shown()).toEqual([id]);
  });

  test('a deleted key pair is shown in place of the one that was created after it with its name.', async () => {
    const old = await create('deploy', { nonce: 'old' });
    now = 10_000;
    await ec2.send(new DeleteKeyPairCommand({ KeyPairId: old }));
    now = 10_500;
    const id = await create('deploy', { nonce: 'new' });
    now = 11_999;
    expect(await shown()).toEqual([`${old} nonce=old`]);
    expect(await shown({ 'tag:nonce': 'new' })).toEqual([]);
    now = 12_000;
    expect(await shown()).toEqual([]);
    now = 12_500;
    expect(await shown()).toEqual([`${id} nonce=new`]);
  });

  test('old tags are shown.', async () => {
    const id = await create('deploy', { team: 'red' });
    now = 10_000;
    await ec2.send(new CreateTagsCommand({ Resources: [id], Tags: [{ Key: 'team', Value: 'blue' }] }));
    expect(await shown({ 'tag:team': 'red' })).toEqual([`${id} team=red`]);
    now = 12_000;
    expect(await shown()).toEqual([`${id} team=blue`]);
  });

  test('a write applies to what exists, not to what is shown.', async () => {
    await create('deploy');
    await expectError(create('deploy'), 'InvalidKeyPair.Duplicate');
  });

  test('key pairs of other Regions, and those that existed before the test, are shown.', async () => {
    const other = ec2ClientOf(aws, { region: 'us-west-2' });
    await create('deploy');
    await other.send(new CreateKeyPairCommand({ KeyName: 'deploy' }));
    const [seeded] = await aws.seedKeyPairs('eu-west-1', [{ keyName: 'seeded' }]);
    expect(await shown()).toEqual([seeded?.id]);
    expect(await shown({}, 'us-west-2')).toEqual([]);
  });

  test('clearing all faults makes later writes visible at once.', async () => {
    aws.faults.clear();
    const id = await create('deploy');
    expect(await shown()).toEqual([id]);
  });
});

describe('A look', () => {
  test('without tags shows the key pair by name, and nothing to a filter for a tag.', async () => {
    const id = await create('deploy', { nonce: 'own' });
    aws.faults.add({ on: 'DescribeKeyPairs', times: 3, effect: { kind: 'show', view: withoutTags } });
    expect(await shown({ 'key-name': 'deploy' })).toEqual([id]);
    expect(await shown({ 'tag:nonce': 'own' })).toEqual([]);
    expect(await shown({ 'tag-key': 'nonce' })).toEqual([]);
    expect(await shown({ 'tag:nonce': 'own' })).toEqual([`${id} nonce=own`]);
  });

  test('without tags can last for a time, from the first one on.', async () => {
    const id = await create('deploy', { nonce: 'own' });
    aws.faults.add({ on: 'DescribeKeyPairs', lasts: 1_000, effect: { kind: 'show', view: withoutTags } });
    now = 5_000;
    expect(await shown()).toEqual([id]);
    now = 5_999;
    expect(await shown()).toEqual([id]);
    now = 6_000;
    expect(await shown()).toEqual([`${id} nonce=own`]);
  });

  test('can show the same earlier key pair under a name again and again.', async () => {
    const id = await create('deploy', { nonce: 'own' });
    const view = predecessors({ nonce: 'earlier' });
    aws.faults.add({ on: 'DescribeKeyPairs', times: 2, effect: { kind: 'show', view } });
    const [earlier] = await shown({ 'key-name': 'deploy' });
    expect(earlier).toMatch(/^key-0[0-9a-f]{16} nonce=earlier$/);
    expect(earlier).not.toContain(id);
    expect(await shown()).toEqual([earlier]);
    expect(await shown()).toEqual([`${id} nonce=own`]);
  });
});
