import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { DescribeRequest } from '../../../src/inputs/request.ts';
import { describe as describeOperation } from '../../../src/operations/describe.ts';
import { tagKeys } from '../../../src/ownership.ts';
import { managedTags, noon, openTestStep, otherStepsTags, type TestStep } from './test-step.ts';

const everything = { tags: [], namePattern: undefined, fingerprint: undefined };

const request: DescribeRequest = {
  operation: 'describe',
  region: undefined,
  dryRun: false,
  pairs: everything,
};

function planFor(step: TestStep, pairs: DescribeRequest['pairs'] = request.pairs) {
  return describeOperation.plan({ ...request, pairs }, step);
}

describe('key pairs', () => {
  test('are listed by name, with whether they are managed here, and without their public keys', async () => {
    await using step = await openTestStep();
    step.ec2.put({ KeyName: 'b', Tags: managedTags, CreateTime: noon, PublicKey: 'ssh-ed25519 AAAA' });
    step.ec2.put({ KeyName: 'a' });
    step.ec2.put({ KeyName: 'B' });
    step.ec2.put({ KeyName: 'a', KeyPairId: 'key-0aaa' });
    const pairs = await planFor(step);
    expect(pairs.map(({ keyName, managed }) => [keyName, managed])).toEqual([
      ['B', false],
      ['a', false],
      ['a', false],
      ['b', true],
    ]);
    expect(pairs[3]).toMatchObject({ createdAt: '2026-11-24T12:00:00.000Z', region: 'eu-west-1' });
    expect(pairs[0]).toMatchObject({ createdAt: null, tags: {} });
    expect(JSON.stringify(pairs)).not.toContain('AAAA');
  });

  test('of a type that this action does not know are listed without a type', async () => {
    await using step = await openTestStep();
    step.ec2.put({ KeyName: 'deploy', KeyType: undefined });
    expect(await planFor(step)).toMatchObject([{ keyName: 'deploy', keyType: '' }]);
  });

  test('are filtered by exactly the tags that were set, without wildcards', async () => {
    await using step = await openTestStep();
    await planFor(step, { ...everything, tags: [{ key: 'a', value: '*?\\' }] });
    expect(step.sent).toEqual([
      {
        command: 'DescribeKeyPairsCommand',
        input: { Filters: [{ Name: 'tag:a', Values: ['\\*\\?\\\\'] }], IncludePublicKey: true },
      },
    ]);
  });

  test('are filtered by a name with wildcards, a fingerprint and tags, in one request', async () => {
    await using step = await openTestStep();
    const filters = { namePattern: 'gha-*', fingerprint: 'aa:bb', tags: [{ key: 'team', value: 'web' }] };
    await planFor(step, filters);
    expect(step.sent).toMatchObject([
      {
        input: {
          Filters: [
            { Name: 'key-name', Values: ['gha-*'] },
            { Name: 'fingerprint', Values: ['aa:bb'] },
            { Name: 'tag:team', Values: ['web'] },
          ],
        },
      },
    ]);
  });

  test('are listed without the nonce, by which a step recognizes what it created', async () => {
    await using step = await openTestStep();
    step.ec2.put({ KeyName: 'deploy', Tags: otherStepsTags });
    const [pair] = await planFor(step);
    expect(Object.keys(pair?.tags ?? {})).toEqual([tagKeys.managedBy, tagKeys.repository]);
  });

  test('of a run are filtered by the tags of that run of this repository', async () => {
    await using step = await openTestStep();
    await planFor(step, { runId: '77' });
    expect(step.sent).toMatchObject([
      {
        input: {
          Filters: [
            { Name: 'tag:managed-by', Values: ['ec2-key-pair-action'] },
            { Name: 'tag:ec2-key-pair-action:repository', Values: ['github.com/octo/widgets'] },
            { Name: 'tag:ec2-key-pair-action:run', Values: ['77/*'] },
          ],
        },
      },
    ]);
  });

  test('are listed alone if they were asked for by name or ID', async () => {
    await using step = await openTestStep();
    step.ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa' });
    step.ec2.put({ KeyName: 'other' });
    for (const pairs of [{ keyName: 'deploy' }, { keyPairId: 'key-0aaa' }]) {
      expect((await planFor(step, pairs)).map(({ keyPairId }) => keyPairId)).toEqual(['key-0aaa']);
    }
  });

  test.each([
    [{ keyPairId: 'key-0a' }, 'Key pair key-0a does not exist in eu-west-1.'],
    [{ keyName: 'deploy' }, 'Key pair "deploy" does not exist in eu-west-1.'],
  ])('that were asked for as %j and do not exist are an error', async (pairs, message) => {
    await using step = await openTestStep();
    await expect(planFor(step, pairs)).rejects.toMatchObject({ code: 'PAIR_NOT_FOUND', message });
  });
});

test('an ID in place of the name is explained', async () => {
  await using step = await openTestStep();
  await expect(planFor(step, { keyName: 'key-0123456789abcdef0' })).rejects.toMatchObject({
    hint: expect.stringMatching(
      /^To look up the key pair with this ID, set key-pair-id\. A key pair belongs to/,
    ),
  });
});

test('a name with wildcards that no key pair has is explained, with the input for patterns', async () => {
  await using step = await openTestStep();
  step.ec2.put({ KeyName: 'gha-1' });
  await expect(planFor(step, { keyName: 'gha-*' })).rejects.toMatchObject({
    code: 'PAIR_NOT_FOUND',
    hint: expect.stringMatching(
      /^key-name is taken literally: .* with key-name-pattern\. A key pair belongs to one Region/,
    ),
  });
  await expect(planFor(step, { keyName: 'gha' })).rejects.toMatchObject({
    hint: expect.stringMatching(/^A key pair belongs to one Region/),
  });
});

test('the list is written to a file, set as outputs, and printed', async () => {
  await using step = await openTestStep();
  step.ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa' });
  const pairs = await planFor(step);
  const { lines, warnings, summary } = await describeOperation.execute(pairs, step);
  const file = step.outputs['key-pairs-path'] ?? '';
  expect(file).toMatch(/\/temp\/key-pairs-[0-9a-f]{8}\.json$/);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(pairs);
  expect(step.outputs).toEqual({
    'key-pairs': JSON.stringify(pairs),
    'key-pairs-path': file,
    'aws-region': 'eu-west-1',
    changed: 'false',
  });
  expect([lines, warnings]).toEqual([['Key pairs in eu-west-1: 1.', '  deploy key-0aaa ed25519'], []]);
  expect(summary.heading).toBe('EC2 key pairs found in eu-west-1: 1');
});

test('a preview says how many key pairs would be listed, and writes and asks nothing', async () => {
  await using step = await openTestStep();
  const before = step.snapshot();
  step.ec2.put({ KeyName: 'deploy' });
  const pairs = await planFor(step);
  expect(await describeOperation.preview(pairs, step)).toEqual({
    actions: [{ text: 'list 1 key pair in eu-west-1' }],
    warnings: [],
    outputs: {
      'key-pairs': JSON.stringify(pairs),
      'key-pairs-path': '',
      'aws-region': 'eu-west-1',
      changed: 'false',
    },
  });
  expect(step.snapshot()).toEqual(before);
});
