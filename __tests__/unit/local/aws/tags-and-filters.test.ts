import {
  CreateKeyPairCommand,
  CreateTagsCommand,
  DeleteTagsCommand,
  DescribeKeyPairsCommand,
  type Filter,
  ImportKeyPairCommand,
  type Tag,
} from '@aws-sdk/client-ec2';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { patternOf } from '../../../../local/aws/ec2/filters.ts';
import { createdKeyFrom } from '../../../../local/aws/keys/created-key.ts';
import { type LocalAws, startLocalAws } from '../../../../local/aws/server.ts';
import { ec2ClientOf, expectError } from './clients.ts';
import { knownEd25519Key } from './known-keys.ts';

const text = `ssh-ed25519 ${createdKeyFrom(knownEd25519Key('tags')).publicBlob.toString('base64')}`;
let aws: LocalAws;
let ec2: ReturnType<typeof ec2ClientOf>;

beforeAll(async () => {
  aws = await startLocalAws();
  ec2 = ec2ClientOf(aws);
});

afterAll(() => aws.close());

async function importTagged(KeyName: string, Tags: Tag[]): Promise<string> {
  const input = { KeyName, PublicKeyMaterial: Buffer.from(text) };
  const specification =
    Tags.length === 0 ? {} : { TagSpecifications: [{ ResourceType: 'key-pair' as const, Tags }] };
  const { KeyPairId = '' } = await ec2.send(new ImportKeyPairCommand({ ...input, ...specification }));
  return KeyPairId;
}

async function tagsOf(KeyPairId: string): Promise<Record<string, string>> {
  const { KeyPairs } = await ec2.send(new DescribeKeyPairsCommand({ KeyPairIds: [KeyPairId] }));
  return Object.fromEntries((KeyPairs?.[0]?.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]));
}

async function namesBy(...Filters: Filter[]): Promise<(string | undefined)[]> {
  const { KeyPairs = [] } = await ec2.send(new DescribeKeyPairsCommand({ Filters }));
  return KeyPairs.map(({ KeyName }) => KeyName);
}

function numbered(count: number): Tag[] {
  return Array.from({ length: count }, (_, index) => ({ Key: `k${index}`, Value: '' }));
}

describe('Tags of a new key pair', () => {
  test.each<[string, Tag[], string]>([
    ['more than 50', numbered(51), 'TagLimitExceeded'],
    ['a key of 129 characters', [{ Key: 'k'.repeat(129), Value: '' }], 'InvalidParameterValue'],
    ['a value of 257 characters', [{ Key: 'k', Value: 'v'.repeat(257) }], 'InvalidParameterValue'],
    ['an empty key', [{ Key: '', Value: 'v' }], 'InvalidParameterValue'],
    ['a reserved key', [{ Key: 'aws:x', Value: 'v' }], 'InvalidParameterValue'],
    ['a reserved key in capitals', [{ Key: 'AWS:x', Value: 'v' }], 'InvalidParameterValue'],
    [
      'one key twice',
      [
        { Key: 'k', Value: '1' },
        { Key: 'k', Value: '2' },
      ],
      'InvalidParameterValue',
    ],
  ])('are rejected with %s, and no key pair is created.', async (_what, tags, code) => {
    await expectError(importTagged('rejected', tags), code, { status: 400 });
    expect(await namesBy({ Name: 'key-name', Values: ['rejected'] })).toEqual([]);
  });

  test('can be 50, with keys and values of the maximum length in characters.', async () => {
    const longest = { Key: '🔑'.repeat(128), Value: '🔑'.repeat(256) };
    const id = await importTagged('fifty', [...numbered(49), longest]);
    expect(Object.keys(await tagsOf(id))).toHaveLength(50);
  });

  test('are rejected for another resource type.', async () => {
    const TagSpecifications = [{ ResourceType: 'instance' as const, Tags: [{ Key: 'k', Value: 'v' }] }];
    const message = "'instance' is not a valid taggable resource type for this operation.";
    const call = ec2.send(new CreateKeyPairCommand({ KeyName: 'rejected', TagSpecifications }));
    await expectError(call, 'InvalidParameterValue', { message });
  });
});

describe('CreateTags and DeleteTags', () => {
  test('add, replace, and delete tags: by key, by key and value, or all.', async () => {
    const id = await importTagged('retagged', [{ Key: 'a', Value: '1' }]);
    const Tags = [
      { Key: 'a', Value: '2' },
      { Key: 'b', Value: '1' },
      { Key: 'c', Value: '' },
      { Key: 'd', Value: '1' },
    ];
    await ec2.send(new CreateTagsCommand({ Resources: [id], Tags }));
    expect(await tagsOf(id)).toEqual({ a: '2', b: '1', c: '', d: '1' });
    await ec2.send(
      new DeleteTagsCommand({ Resources: [id], Tags: [{ Key: 'a', Value: 'other' }, { Key: 'b' }] }),
    );
    expect(await tagsOf(id)).toEqual({ a: '2', c: '', d: '1' });
    await ec2.send(
      new DeleteTagsCommand({
        Resources: [id],
        Tags: [
          { Key: 'c', Value: '' },
          { Key: 'd', Value: '' },
        ],
      }),
    );
    expect(await tagsOf(id)).toEqual({ a: '2', d: '1' });
    await ec2.send(new DeleteTagsCommand({ Resources: [id] }));
    expect(await tagsOf(id)).toEqual({});
  });

  test('change no key pair if one of several does not exist or has too many tags.', async () => {
    const id = await importTagged('whole', []);
    const full = await importTagged('full', numbered(50));
    const Tags = [{ Key: 'new', Value: '' }];
    const missing = new CreateTagsCommand({ Resources: [id, 'key-00000000000000000'], Tags });
    await expectError(ec2.send(missing), 'InvalidKeyPair.NotFound');
    await expectError(ec2.send(new CreateTagsCommand({ Resources: [id, full], Tags })), 'TagLimitExceeded');
    expect(await tagsOf(id)).toEqual({});
  });

  test('reject a malformed ID.', async () => {
    const call = ec2.send(new CreateTagsCommand({ Resources: ['deploy'], Tags: [{ Key: 'a', Value: '' }] }));
    await expectError(call, 'InvalidID');
  });
});

describe('Filters', () => {
  test('match by tag, tag key, ID and fingerprint: all filters, each by any of its values.', async () => {
    const id = await importTagged('found', [
      { Key: 'managed-by', Value: 'me' },
      { Key: 'run', Value: '1/2' },
    ]);
    await importTagged('found too', [
      { Key: 'managed-by', Value: 'you' },
      { Key: 'run', Value: '1/3' },
    ]);
    await importTagged('never found', []);
    const managed = { Name: 'tag-key', Values: ['managed-by'] };
    expect(await namesBy(managed)).toEqual(['found', 'found too']);
    expect(await namesBy(managed, { Name: 'tag:run', Values: ['1/2', 'x'] })).toEqual(['found']);
    expect(await namesBy({ Name: 'tag:run', Values: ['1/*'] })).toEqual(['found', 'found too']);
    expect(await namesBy({ Name: 'tag:managed-by', Values: ['m?', 'yo?'] })).toEqual(['found', 'found too']);
    expect(await namesBy({ Name: 'key-pair-id', Values: [id] })).toEqual(['found']);
    const fingerprint = aws.keyPairs('eu-west-1').find((pair) => pair.id === id)?.fingerprint ?? '';
    expect(await namesBy(managed, { Name: 'fingerprint', Values: [fingerprint] })).toHaveLength(2);
    expect(await namesBy(managed, { Name: 'fingerprint', Values: ['none'] })).toEqual([]);
  });

  test('can have 200 values together, but not more.', async () => {
    const values = (count: number) => Array.from({ length: count }, (_, index) => `v${index}`);
    expect(await namesBy({ Name: 'key-name', Values: values(200) })).toEqual([]);
    await expectError(namesBy({ Name: 'key-name', Values: values(201) }), 'FilterLimitExceeded');
  });

  test.each([
    ['*', '', true],
    ['a*c', 'ac', true],
    ['a*c', 'abbc', true],
    ['a*c', 'abcd', false],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['a?c', 'a🔑c', true],
    ['a\\*c', 'a*c', true],
    ['a\\*c', 'abc', false],
    ['a\\?c', 'abc', false],
    ['a\\\\*', 'a\\b', true],
    ['a.c', 'abc', false],
    ['(a)[b]{1}+^$|/-', '(a)[b]{1}+^$|/-', true],
    ['A', 'a', false],
    ['a', 'aa', false],
    ['a*', 'a\nb', true],
    ['a\\', 'a\\', true],
  ])('with the pattern %j match the text %j: %s.', (pattern, value, matches) => {
    expect(patternOf(pattern).test(value)).toBe(matches);
  });
});

describe('While the tags of a key pair are changed,', () => {
  const change = (KeyPairId: string, Value: string) =>
    ec2.send(new CreateTagsCommand({ Resources: [KeyPairId], Tags: [{ Key: 'team', Value }] }));

  test('another change of them is rejected, but not one of another key pair.', async () => {
    const [one, other] = [await importTagged('busy', []), await importTagged('idle', [])];
    aws.faults.tagChangesTake = 100;
    const first = change(one, 'red');
    await new Promise((resolve) => {
      const stop = aws.onRequest(() => {
        stop();
        setImmediate(resolve);
      });
    });
    await Promise.all([
      first,
      change(other, 'green'),
      expectError(change(one, 'blue'), 'ConcurrentTagAccess'),
    ]);
    aws.faults.clear();
    expect([await tagsOf(one), await tagsOf(other)]).toEqual([{ team: 'red' }, { team: 'green' }]);
    await change(one, 'blue');
    expect(await tagsOf(one)).toEqual({ team: 'blue' });
  });
});
