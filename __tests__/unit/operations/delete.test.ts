import { describe, expect, test } from '@jest/globals';
import type { UsersSeen } from '../../../src/ec2/in-use.ts';
import type { DeleteRequest } from '../../../src/inputs/request.ts';
import { execute, plan, preview } from '../../../src/operations/delete.ts';
import { look as describePairs } from '../../../src/operations/describe.ts';
import { checkPermission } from '../../../src/operations/preview.ts';
import { tagKeys } from '../../../src/ownership.ts';
import type { DeleteResult } from '../../../src/results/deletion.ts';
import { ec2Errors } from '../../lib/aws-errors.ts';
import { FakeEc2 } from '../../lib/fake-ec2.ts';
import { someRun } from '../../lib/workflow-run.ts';

const ourTags = [
  { Key: tagKeys.managedBy, Value: 'ec2-key-pair-action' },
  { Key: tagKeys.repository, Value: 'github.com/octo/widgets' },
];

const request: DeleteRequest = {
  operation: 'delete',
  region: undefined,
  dryRun: false,
  pairs: { keyName: 'deploy' },
  ifInUse: 'ignore',
  force: false,
};

/** What the plan reads; `users` says who uses which pair, and looking at them is noted. */
function lookAt(ec2: FakeEc2, users: Record<string, UsersSeen> = {}) {
  const keyPairs = ec2.keyPairs();
  return {
    run: someRun,
    region: 'eu-west-1',
    findEventually: keyPairs.findEventually.bind(keyPairs),
    list: keyPairs.list.bind(keyPairs),
    listEventually: keyPairs.listEventually.bind(keyPairs),
    usersOf: async (keyNames: readonly string[]) => {
      ec2.journal.push(`users of ${keyNames.join(' ')}`);
      return new Map(Object.entries(users));
    },
  };
}

async function remove(ec2: FakeEc2, asked: Partial<DeleteRequest> = {}) {
  const announced: DeleteResult[] = [];
  const planned = await plan({ ...request, ...asked }, lookAt(ec2));
  const outcome = await execute(planned, {
    keyPairs: ec2.keyPairs(),
    announce: (result) => announced.push(result),
  }).catch((reason: unknown) => reason);
  return { outcome, announced };
}

const deletes = (ec2: FakeEc2): string[] => ec2.journal.filter((call) => call.startsWith('delete'));

test('a pair of ours is deleted by its id', async () => {
  const ec2 = new FakeEc2();
  ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa', Tags: ourTags });
  ec2.put({ KeyName: 'deploy2', KeyPairId: 'key-0bbb', Tags: ourTags });
  const { outcome, announced } = await remove(ec2);
  expect(deletes(ec2)).toEqual(['delete key-0aaa']);
  expect(announced).toEqual([outcome]);
  expect(outcome).toMatchObject({ deleted: [{ keyName: 'deploy', keyPairId: 'key-0aaa' }] });
});

test('a pair that is not there is deleted already', async () => {
  const { outcome } = await remove(new FakeEc2());
  expect(outcome).toEqual({ region: 'eu-west-1', deleted: [] });
});

describe('a pair that this repository did not make', () => {
  test.each([
    ['has no tags', undefined],
    ['is another repository’s', [ourTags[0], { Key: tagKeys.repository, Value: 'github.com/octo/other' }]],
    ['was made by something else', [ourTags[1]]],
  ])('because it %s is left alone, unless the step insists', async (_, tags) => {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa', Tags: tags?.flatMap((tag) => tag ?? []) });
    await expect(plan(request, lookAt(ec2))).rejects.toMatchObject({
      code: 'NOT_OURS',
      message: expect.stringContaining('"deploy" (key-0aaa)'),
      hint: expect.stringContaining('force'),
    });
    expect(ec2.pairs.size).toBe(1);
    await remove(ec2, { force: true });
    expect(ec2.pairs.size).toBe(0);
  });
});

test('a pair that was replaced after the look is not deleted: its id is another', async () => {
  const ec2 = new FakeEc2();
  ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa', Tags: ourTags });
  const planned = await plan(request, lookAt(ec2));
  ec2.pairs.clear();
  ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0bbb' });
  const result = await execute(planned, { keyPairs: ec2.keyPairs(), announce: () => {} });
  expect([...ec2.pairs.keys()]).toEqual(['key-0bbb']);
  expect(result.deleted).toEqual([]);
});

test('every pair is tried, what went is announced, and what stays is an error that names each', async () => {
  const ec2 = new FakeEc2();
  for (const name of ['a', 'b', 'c']) ec2.put({ KeyName: name, KeyPairId: `key-0${name}`, Tags: ourTags });
  ec2.faults.delete.push({ instead: ec2Errors.denied() }, undefined, { instead: ec2Errors.denied() });
  const { outcome, announced } = await remove(ec2, { pairs: { runId: '4242' } });
  expect(deletes(ec2)).toHaveLength(3);
  expect(announced.map(({ deleted }) => deleted.map(({ keyName }) => keyName))).toEqual([['b']]);
  expect(outcome).toMatchObject({ code: 'NOT_ALLOWED', message: expect.stringMatching(/"a"[\s\S]*"c"/) });
});

describe('a pair that is in use', () => {
  const used: Record<string, UsersSeen> = { deploy: { users: [{ what: 'instance i-1 (running)' }] } };
  const hidden: Record<string, UsersSeen> = { deploy: { unknown: 'AccessDenied: no' } };
  const unused: Record<string, UsersSeen> = { deploy: { users: [] } };

  function there(): FakeEc2 {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy', Tags: ourTags });
    return ec2;
  }

  test.each([
    ['warn', used, ['The key pair "deploy" is in use by instance i-1 (running).']],
    ['warn', hidden, [expect.stringContaining('cannot be seen: AccessDenied: no')]],
    ['warn', unused, []],
    ['fail', unused, []],
  ] as const)('with %s and %j', async (ifInUse, users, warnings) => {
    expect((await plan({ ...request, ifInUse }, lookAt(there(), users))).warnings).toEqual(warnings);
  });

  test.each([
    ['is in use', used],
    ['cannot be seen', hidden],
  ])('and must not be is kept when it %s', async (text, users) => {
    await expect(plan({ ...request, ifInUse: 'fail' }, lookAt(there(), users))).rejects.toMatchObject({
      code: 'IN_USE',
      message: expect.stringMatching(new RegExp(`${text}[\\s\\S]*Nothing was deleted`)),
    });
  });

  test('is of no interest unless it was asked for, or where there is no pair', async () => {
    const ec2 = there();
    await plan(request, lookAt(ec2, used));
    await plan({ ...request, pairs: { keyName: 'other' }, ifInUse: 'fail' }, lookAt(ec2, used));
    expect(ec2.journal.filter((call) => call.startsWith('users'))).toEqual([]);
  });
});

describe('a dry run', () => {
  test('of a deletion asks about every pair by its id, and deletes none', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa', Tags: ourTags });
    const told = preview(await plan(request, lookAt(ec2)));
    ec2.faults.delete.push({ instead: ec2Errors.wouldBeAllowed() });
    await checkPermission(told, ec2.keyPairs());
    expect(told.map(({ text }) => text)).toEqual(['delete the key pair "deploy" (key-0aaa) in eu-west-1']);
    expect([deletes(ec2), ec2.pairs.size]).toEqual([['delete key-0aaa'], 1]);
  });

  test('that EC2 would not allow says what, and which right is missing', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy', Tags: ourTags });
    ec2.faults.delete.push({ instead: ec2Errors.denied() });
    await expect(
      checkPermission(preview(await plan(request, lookAt(ec2))), ec2.keyPairs()),
    ).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
      message: expect.stringContaining('did not delete the key pair "deploy"'),
      hint: expect.stringContaining('ec2:DeleteKeyPair'),
    });
  });

  test('of nothing asks nothing', async () => {
    const ec2 = new FakeEc2();
    const told = preview(await plan(request, lookAt(ec2)));
    expect(told).toEqual([{ text: expect.stringContaining('delete nothing') }]);
    await checkPermission(told, ec2.keyPairs());
    expect(deletes(ec2)).toEqual([]);
  });
});

describe('describe', () => {
  const asked = { operation: 'describe', region: undefined, dryRun: false } as const;

  test('lists by name, says what is ours, and gives no public key', async () => {
    const ec2 = new FakeEc2();
    const CreateTime = new Date('2026-11-24T12:00:00Z');
    ec2.put({ KeyName: 'b', Tags: ourTags, CreateTime, PublicKey: 'ssh-ed25519 AAAA' });
    ec2.put({ KeyName: 'a' });
    ec2.put({ KeyName: 'B' });
    const pairs = await describePairs({ ...asked, pairs: { tags: [] } }, lookAt(ec2));
    expect(pairs.map(({ keyName, ours }) => [keyName, ours])).toEqual([
      ['B', false],
      ['a', false],
      ['b', true],
    ]);
    expect(pairs[2]).toMatchObject({ createdAt: '2026-11-24T12:00:00.000Z', region: 'eu-west-1' });
    expect(pairs[0]).toMatchObject({ createdAt: null, tags: {} });
    expect(JSON.stringify(pairs)).not.toContain('AAAA');
  });

  test('takes tags at their word: no pattern', async () => {
    const seen: unknown[] = [];
    const list = async (tags: unknown) => {
      seen.push(tags);
      return [];
    };
    await describePairs(
      { ...asked, pairs: { tags: [{ key: 'a', value: '*?\\' }] } },
      { ...lookAt(new FakeEc2()), list },
    );
    expect(seen).toEqual([[{ key: 'a', value: '\\*\\?\\\\' }]]);
  });

  test('a pair that is named and not there is an error', async () => {
    await expect(
      describePairs({ ...asked, pairs: { keyPairId: 'key-0a' } }, lookAt(new FakeEc2())),
    ).rejects.toMatchObject({ code: 'PAIR_NOT_FOUND' });
  });
});
