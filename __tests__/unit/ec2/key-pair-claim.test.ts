import type { KeyPairInfo } from '@aws-sdk/client-ec2';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type KeyPairAccess, releaseKeyPair } from '../../../src/ec2/key-pair-claim.ts';
import { type KeyPairRecord, parseKeyPairRecord } from '../../../src/ec2/key-pair-record.ts';
import { KeyPairError } from '../../../src/errors.ts';
import { awsError, ec2Errors } from '../../lib/aws-errors.ts';
import { FakeEc2 } from '../../lib/fake-ec2.ts';
import { someRun } from '../../lib/workflow-run.ts';
import { ec2OwnTags, nonceTag, recordOfPair } from './pairs.ts';

const id = 'key-0123456789abcdef0';
const held: KeyPairRecord = { ...recordOfPair, keyPairId: id };
const ours = { KeyName: 'deploy', KeyPairId: id, Tags: ec2OwnTags };

const { endpoint } = recordOfPair;
const sameAccess = { isSameAccount: async () => true, endpoint, run: someRun };

function release(ec2: FakeEc2, record: KeyPairRecord, changes: Partial<KeyPairAccess> = {}) {
  return releaseKeyPair(record, async (region) => {
    expect(region).toBe(record.region);
    return { ...sameAccess, keyPairs: ec2.keyPairs({ region }), ...changes };
  });
}

const othersTags = ec2OwnTags.map(({ Key, Value }) => ({
  Key,
  Value: Key === nonceTag.key ? 'another' : Value,
}));

const otherAccount = { isSameAccount: async () => false };

const deleted = (ec2: FakeEc2): string[] => ec2.journal.filter((call) => call.startsWith('delete'));

describe('a key pair whose ID is known', () => {
  test('is deleted by it after a lookup, and the outcome says so.', async () => {
    const ec2 = new FakeEc2();
    ec2.put(ours);
    expect(await release(ec2, held)).toEqual({
      outcome: 'done',
      said: `Deleted key pair "deploy" (${id}) in eu-west-1.`,
      undone: `Because the step failed, key pair "deploy" (${id}) in eu-west-1 was deleted.`,
    });
    expect(ec2.journal).toEqual([`describe ${id}`, `delete ${id}`]);
    expect(ec2.pairs.size).toBe(0);
  });

  test('is deleted even if no lookup shows it: reads may lag behind.', async () => {
    const ec2 = new FakeEc2();
    ec2.put(ours);
    ec2.staleReads = 99;
    expect(await release(ec2, held)).toMatchObject({ outcome: 'done' });
    expect(ec2.pairs.size).toBe(0);
  });

  test('and that does not exist is already gone.', async () => {
    const ec2 = new FakeEc2();
    expect(await release(ec2, held)).toMatchObject({ outcome: 'already-gone' });
  });

  test('and whose name another key pair has, which carries the same nonce, is not the only one: that one is deleted, too.', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ ...ours, KeyPairId: 'key-0fff' });
    expect(await release(ec2, held)).toMatchObject({ outcome: 'done' });
    expect(deleted(ec2)).toEqual([`delete ${id}`, 'delete key-0fff']);
  });

  test('is deleted although a look by name would show another key pair.', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0fff', Tags: othersTags });
    ec2.put(ours);
    expect(await release(ec2, held)).toMatchObject({ outcome: 'done' });
    expect([...ec2.pairs.keys()]).toEqual(['key-0fff']);
  });

  test('and whose name belongs to another key pair now is gone, and the other one is not touched.', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0fff', Tags: othersTags });
    expect(await release(ec2, held)).toMatchObject({ outcome: 'already-gone' });
    expect([...ec2.pairs.keys()]).toEqual(['key-0fff']);
  });

  test('is looked up again if a look shows it without tags, and then deleted.', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ ...ours, Tags: [] });
    ec2.onCall = () => {
      if (ec2.journal.length === 3) ec2.put(ours);
    };
    expect(await release(ec2, held)).toMatchObject({ outcome: 'done' });
    expect(ec2.pairs.size).toBe(0);
  });

  test.each([
    ['has lost its nonce', [], 'its ownership tag has changed, so it may belong to someone else'],
    ['carries another nonce', othersTags, 'its ownership tag has changed, so it may belong to someone else'],
    [
      'belongs to another repository',
      ec2OwnTags.map(({ Key, Value }) => ({ Key, Value: Value.replace('octo/widgets', 'octo/other') })),
      'its tags name another repository',
    ],
  ])('and that %s is left, with the reason and the command.', async (_, Tags, why) => {
    const ec2 = new FakeEc2();
    ec2.put({ ...ours, Tags });
    expect(await release(ec2, held)).toEqual({
      outcome: 'left',
      what: `key pair "deploy" (${id}) in eu-west-1`,
      why,
      command: `aws ec2 delete-key-pair --key-pair-id ${id} --region eu-west-1`,
    });
    expect(deleted(ec2)).toEqual([]);
  });

  test('is gone if no lookup shows it and EC2 does not authorize this role to delete it: it has no tag any more.', async () => {
    const ec2 = new FakeEc2();
    ec2.faults.delete.push({ instead: ec2Errors.denied() });
    expect(await release(ec2, held)).toMatchObject({ outcome: 'already-gone' });
  });

  test('is left if looks show it only late and EC2 does not authorize this role to delete it.', async () => {
    const ec2 = new FakeEc2();
    ec2.put(ours);
    ec2.staleReads = 3;
    ec2.faults.delete.push({ instead: ec2Errors.denied() });
    expect(await release(ec2, held)).toMatchObject({ outcome: 'left' });
  });

  test('and that exists but that this role cannot delete is left.', async () => {
    const ec2 = new FakeEc2();
    ec2.put(ours);
    ec2.faults.delete.push({ instead: ec2Errors.denied() });
    expect(await release(ec2, held)).toMatchObject({
      outcome: 'left',
      why: expect.stringMatching(/^UnauthorizedOperation: the text of UnauthorizedOperation \(request /),
    });
  });

  test('is deleted even if the response is lost.', async () => {
    const ec2 = new FakeEc2();
    ec2.put(ours);
    ec2.faults.delete.push({ afterwards: ec2Errors.reset() });
    expect(await release(ec2, held)).toMatchObject({
      outcome: expect.stringMatching(/done|already-gone/),
    });
    expect(ec2.pairs.size).toBe(0);
  });
});

describe('a key pair whose ID never arrived', () => {
  test('is found by its name and nonce as soon as a lookup shows it, and deleted by ID.', async () => {
    const ec2 = new FakeEc2();
    ec2.put(ours);
    ec2.staleReads = 5;
    expect(await release(ec2, recordOfPair)).toMatchObject({ outcome: 'done' });
    expect(deleted(ec2)).toEqual([`delete ${id}`]);
  });

  test('may be created later if no lookup shows it: that is said, with a command that goes by its tag.', async () => {
    const ec2 = new FakeEc2();
    expect(await release(ec2, recordOfPair)).toEqual({
      outcome: 'not-found',
      what: 'key pair "deploy" of this step in eu-west-1',
      command: expect.stringContaining(`Name=tag:${nonceTag.key},Values=${nonceTag.value}`),
    });
    expect(ec2.journal.length).toBeGreaterThan(10);
    expect(deleted(ec2)).toEqual([]);
  });

  test('is deleted if it is created while post searches.', async () => {
    const ec2 = new FakeEc2();
    let looks = 0;
    ec2.onCall = () => {
      looks += 1;
      if (looks === 15) ec2.put(ours);
    };
    const patient = { keyPairs: ec2.keyPairs({ searchFor: 30_000 }) };
    expect(await release(ec2, recordOfPair, patient)).toMatchObject({ outcome: 'done' });
    expect(ec2.pairs.size).toBe(0);
  });

  test('is deleted twice if its request was delivered twice.', async () => {
    const ec2 = new FakeEc2();
    ec2.put(ours);
    ec2.onCall = (call) => {
      if (call === 'delete' && deleted(ec2).length === 1) ec2.put({ ...ours, KeyPairId: 'key-0fff' });
    };
    expect(await release(ec2, recordOfPair)).toMatchObject({ outcome: 'done' });
    expect(ec2.pairs.size).toBe(0);
  });

  test('was never created if the name belongs to someone else, whose key pair is not touched.', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0fff', Tags: othersTags });
    expect(await release(ec2, recordOfPair)).toMatchObject({ outcome: 'already-gone' });
    expect(deleted(ec2)).toEqual([]);
  });

  test('is found although the first looks show the key pair that had its name before.', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0fff', Tags: othersTags });
    ec2.onCall = () => {
      if (ec2.journal.length !== 3) return;
      ec2.pairs.clear();
      ec2.put(ours);
    };
    expect(await release(ec2, recordOfPair)).toMatchObject({ outcome: 'done' });
    expect(ec2.pairs.size).toBe(0);
  });

  test('may be created later if its name belongs to a key pair without tags.', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0fff' });
    expect(await release(ec2, recordOfPair)).toMatchObject({ outcome: 'not-found' });
    expect(deleted(ec2)).toEqual([]);
  });

  test('and that this role cannot look up is left, with a command that goes by its tag: the name may belong to someone else by then.', async () => {
    const ec2 = new FakeEc2();
    ec2.faults.describe.push({ instead: ec2Errors.denied() });
    const quote = process.platform === 'win32' ? "''" : "'\\''";
    expect(await release(ec2, { ...recordOfPair, nonce: `it's; rm -rf "$HOME"` })).toMatchObject({
      outcome: 'left',
      command:
        'aws ec2 delete-key-pair --key-pair-id "$(aws ec2 describe-key-pairs --region eu-west-1 ' +
        `--filters 'Name=tag:ec2-key-pair-action:nonce,Values=it${quote}s; rm -rf "$HOME"' ` +
        `--query 'KeyPairs[0].KeyPairId' --output text)" --region eu-west-1`,
    });
  });
});

describe('a key pair of which a request got no response', () => {
  const unanswered: KeyPairRecord = { ...held, unanswered: 1 };

  test.each<[string, Partial<KeyPairInfo>]>([
    ['still show the one that was deleted', ours],
    [
      'show one of another repository',
      { ...ours, KeyPairId: 'key-0fff', Tags: ec2OwnTags.filter(({ Key }) => Key === nonceTag.key) },
    ],
  ])('is not looked for in vain if later looks %s: it may still be created.', async (_, shown) => {
    const ec2 = new FakeEc2();
    ec2.put(ours);
    const real = ec2.pairs;
    const other = new Map([[shown.KeyPairId ?? '', shown]]);
    ec2.onCall = (call) => {
      const isPast = call === 'describe' && ec2.journal.length > 2;
      Object.assign(ec2, { pairs: isPast ? other : real });
    };
    expect(await release(ec2, unanswered)).toMatchObject({ outcome: 'not-found' });
  });

  test('is deleted, and so is the one that the request creates late.', async () => {
    const ec2 = new FakeEc2();
    ec2.put(ours);
    let looks = 0;
    ec2.onCall = () => {
      looks += 1;
      if (looks === 6) ec2.put({ ...ours, KeyPairId: 'key-0fff' });
    };
    expect(await release(ec2, unanswered)).toMatchObject({ outcome: 'done' });
    expect(deleted(ec2)).toEqual([`delete ${id}`, 'delete key-0fff']);
  });

  test.each([
    ['fails', ec2Errors.denied()],
    ['is aborted', awsError('AbortError', {})],
  ])('is deleted, and what may be created later is said if the search for it %s.', async (_, error) => {
    const ec2 = new FakeEc2();
    ec2.put(ours);
    ec2.faults.describe.push(undefined, { instead: error });
    expect(await release(ec2, unanswered)).toMatchObject({
      outcome: 'not-found',
      command: expect.stringContaining(`Name=tag:${nonceTag.key}`),
    });
  });

  test('is deleted, and what may be created later is said, with a command that goes by its tag.', async () => {
    const ec2 = new FakeEc2();
    ec2.put(ours);
    expect(await release(ec2, unanswered)).toEqual({
      outcome: 'not-found',
      said: `Deleted key pair "deploy" (${id}) in eu-west-1.`,
      what: 'key pair "deploy" of this step in eu-west-1',
      command: expect.stringContaining(`Name=tag:${nonceTag.key},Values=${nonceTag.value}`),
    });
    expect(ec2.pairs.size).toBe(0);
  });
});

describe('at another endpoint than the one that created it,', () => {
  const elsewhere = { endpoint: 'localhost:4566' };

  test.each([
    ['known', held],
    ['unknown', recordOfPair],
  ])('a key pair that is not found is left, and nothing is deleted (ID %s).', async (_, record) => {
    const ec2 = new FakeEc2();
    expect(await release(ec2, record, elsewhere)).toMatchObject({
      outcome: 'left',
      why: 'it was not found, but the current AWS endpoint is not the one that created it',
    });
    expect(deleted(ec2)).toEqual([]);
  });

  test('a key pair that is found and carries the nonce is deleted all the same.', async () => {
    const ec2 = new FakeEc2();
    ec2.put(ours);
    expect(await release(ec2, held, elsewhere)).toMatchObject({ outcome: 'done' });
  });
});

describe('with other credentials than those that created it,', () => {
  test.each([
    ['known', held],
    ['unknown', recordOfPair],
  ])('a key pair that is not found is left, not gone (ID %s).', async (_, record) => {
    expect(await release(new FakeEc2(), record, otherAccount)).toMatchObject({
      outcome: 'left',
      why: 'it was not found, but the current AWS credentials may belong to another account',
    });
  });

  test('a key pair that is found and carries the nonce is deleted all the same.', async () => {
    const ec2 = new FakeEc2();
    ec2.put(ours);
    expect(await release(ec2, held, otherAccount)).toMatchObject({ outcome: 'done' });
  });
});

test.each([
  ['there are no credentials', awsError('CredentialsProviderError', { message: 'expired' })],
  ['something else is wrong', awsError('TypeError', { message: 'oops' })],
  ['the endpoint is not safe', new KeyPairError('ENDPOINT_NOT_SAFE', 'no https')],
])('If %s, the key pair is left, and nothing is thrown.', async (_, error) => {
  expect(await releaseKeyPair(held, () => Promise.reject(error))).toMatchObject({
    outcome: 'left',
    why: expect.stringContaining(error.message),
  });
});

test('A key pair is released in the Region that its record names, even if the step runs in another one.', async () => {
  const regions: Record<string, FakeEc2> = { 'eu-west-1': new FakeEc2(), 'us-east-1': new FakeEc2() };
  for (const ec2 of Object.values(regions)) ec2.put(ours);
  const outcome = await releaseKeyPair({ ...held, region: 'us-east-1' }, async (region) => {
    const keyPairs = regions[region]?.keyPairs({ region });
    if (keyPairs === undefined) throw new Error(`unknown Region ${region}`);
    return { ...sameAccess, keyPairs };
  });
  expect(outcome).toMatchObject({ said: `Deleted key pair "deploy" (${id}) in us-east-1.` });
  expect(regions['us-east-1']?.pairs.size).toBe(0);
  expect(regions['eu-west-1']?.journal).toEqual([]);
});

describe('a record', () => {
  test.each([recordOfPair, held])('is read back from JSON as it was written: %j.', (record) => {
    expect(parseKeyPairRecord(JSON.parse(JSON.stringify(record)))).toEqual(record);
  });

  test('that lacks a field, or has one with another value, is not accepted.', () => {
    for (const field of ['kind', 'region', 'keyName', 'nonce', 'credentials', 'endpoint'] as const) {
      for (const value of [undefined, '', 7, null, {}])
        expect(parseKeyPairRecord({ ...held, [field]: value })).toBeUndefined();
    }
    for (const keyPairId of ['', 'deploy', 'key-', 'key-0 --dry-run', 'key-0\n', 7]) {
      expect(parseKeyPairRecord({ ...held, keyPairId })).toBeUndefined();
    }
  });

  test('of any other shape is not accepted.', () => {
    fc.assert(fc.property(fc.anything(), (value) => parseKeyPairRecord(value) === undefined));
  });
});
