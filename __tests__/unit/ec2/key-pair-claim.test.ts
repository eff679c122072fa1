import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { keyPairClaims } from '../../../src/ec2/key-pair-claim.ts';
import type { KeyPairRecord } from '../../../src/ec2/key-pair-record.ts';
import { awsError, ec2Errors } from '../../lib/aws-errors.ts';
import { FakeEc2 } from '../../lib/fake-ec2.ts';
import { ec2NonceTags, recordOfPair } from './pairs.ts';

const id = 'key-0123456789abcdef0';
const held: KeyPairRecord = { ...recordOfPair, keyPairId: id };
const ours = { KeyName: 'deploy', KeyPairId: id, Tags: ec2NonceTags };
const sameCredentials = recordOfPair.credentials;

function release(ec2: FakeEc2, record: KeyPairRecord, credentials = sameCredentials) {
  const kind = keyPairClaims(async (region) => {
    expect(region).toBe(record.region);
    return { keyPairs: ec2.keyPairs(), credentials };
  });
  return kind.release(record);
}

const deleted = (ec2: FakeEc2): string[] => ec2.journal.filter((call) => call.startsWith('delete'));

describe('a pair whose id is known', () => {
  test('is deleted by it, after a look', async () => {
    const ec2 = new FakeEc2();
    ec2.put(ours);
    expect(await release(ec2, held)).toEqual({
      outcome: 'removed',
      what: `the key pair "deploy" (${id}) in eu-west-1`,
      undone: `The key pair "deploy" (${id}) in eu-west-1 was deleted again.`,
    });
    expect(ec2.journal).toEqual(['describe deploy', `delete ${id}`]);
    expect(ec2.pairs.size).toBe(0);
  });

  test('is deleted even where no look shows it: reads may lag behind', async () => {
    const ec2 = new FakeEc2();
    ec2.put(ours);
    ec2.staleLooks = 99;
    expect(await release(ec2, held)).toMatchObject({ outcome: 'removed' });
    expect(ec2.pairs.size).toBe(0);
  });

  test('and that is gone is gone', async () => {
    const ec2 = new FakeEc2();
    expect(await release(ec2, held)).toMatchObject({ outcome: 'already-gone' });
  });

  test('and whose name is another pair’s now is gone, and the other is not touched', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ ...ours, KeyPairId: 'key-0fff' });
    expect(await release(ec2, held)).toMatchObject({ outcome: 'already-gone' });
    expect(deleted(ec2)).toEqual([]);
  });

  test.each([
    ['has lost its nonce', []],
    ['carries another nonce', ec2NonceTags.map(({ Key }) => ({ Key, Value: 'another' }))],
  ])('and that %s is left, with the reason and the command', async (_, Tags) => {
    const ec2 = new FakeEc2();
    ec2.put({ ...ours, Tags });
    expect(await release(ec2, held)).toEqual({
      outcome: 'left',
      what: `the key pair "deploy" (${id}) in eu-west-1`,
      why: expect.stringContaining('somebody may have taken it over'),
      byHand: `aws ec2 delete-key-pair --key-pair-id ${id} --region eu-west-1`,
    });
    expect(deleted(ec2)).toEqual([]);
  });

  test('and that a role may delete by tag alone is gone when nothing shows it and EC2 says no', async () => {
    const ec2 = new FakeEc2();
    ec2.faults.delete.push({ instead: ec2Errors.denied() });
    expect(await release(ec2, held)).toMatchObject({ outcome: 'already-gone' });
  });

  test('and that is there but may not be deleted is left', async () => {
    const ec2 = new FakeEc2();
    ec2.put(ours);
    ec2.faults.delete.push({ instead: ec2Errors.denied() });
    expect(await release(ec2, held)).toMatchObject({
      outcome: 'left',
      why: expect.stringContaining('UnauthorizedOperation'),
    });
  });

  test('is deleted again when the answer was lost, and counts as gone then', async () => {
    const ec2 = new FakeEc2();
    ec2.put(ours);
    ec2.faults.delete.push({ afterwards: ec2Errors.reset() });
    expect(await release(ec2, held)).toMatchObject({
      outcome: expect.stringMatching(/removed|already-gone/),
    });
    expect(ec2.pairs.size).toBe(0);
  });
});

describe('a pair whose id never came', () => {
  test('is found by its name and nonce, as soon as a look shows it, and deleted by id', async () => {
    const ec2 = new FakeEc2();
    ec2.put(ours);
    ec2.staleLooks = 5;
    expect(await release(ec2, recordOfPair)).toMatchObject({ outcome: 'removed' });
    expect(deleted(ec2)).toEqual([`delete ${id}`]);
  });

  test('is gone when many looks do not show it', async () => {
    const ec2 = new FakeEc2();
    expect(await release(ec2, recordOfPair)).toEqual({
      outcome: 'already-gone',
      what: 'the key pair "deploy" in eu-west-1',
    });
    expect(ec2.journal.length).toBeGreaterThan(5);
    expect(deleted(ec2)).toEqual([]);
  });

  test('was never made when the name is somebody else’s, whose pair is not touched', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0fff' });
    expect(await release(ec2, recordOfPair)).toMatchObject({ outcome: 'already-gone' });
    expect(deleted(ec2)).toEqual([]);
  });

  test('and that nobody may look for is left, with a command that goes by its tag: the name may be somebody else’s by then', async () => {
    const ec2 = new FakeEc2();
    ec2.faults.describe.push({ instead: ec2Errors.denied() });
    expect(await release(ec2, { ...recordOfPair, nonce: `it's; rm -rf "$HOME"` })).toMatchObject({
      outcome: 'left',
      byHand:
        'aws ec2 delete-key-pair --key-pair-id "$(aws ec2 describe-key-pairs --region eu-west-1 ' +
        `--filters 'Name=tag:ec2-key-pair-action:nonce,Values=it'\\''s; rm -rf "$HOME"' ` +
        `--query 'KeyPairs[0].KeyPairId' --output text)" --region eu-west-1`,
    });
  });
});

describe('with other credentials than made it', () => {
  test.each([
    ['known', held],
    ['unknown', recordOfPair],
  ])('a pair that is not found is left, not gone (id %s)', async (_, record) => {
    expect(await release(new FakeEc2(), record, 'fedcba9876543210')).toMatchObject({
      outcome: 'left',
      why: expect.stringContaining('credentials'),
    });
  });

  test('a pair that is found and carries the nonce is removed all the same', async () => {
    const ec2 = new FakeEc2();
    ec2.put(ours);
    expect(await release(ec2, held, 'fedcba9876543210')).toMatchObject({ outcome: 'removed' });
  });
});

test.each([
  ['credentials cannot be had', awsError('CredentialsProviderError', { message: 'expired' })],
  ['something else is wrong', awsError('TypeError', { message: 'oops' })],
])('when %s the pair is left, and nothing is thrown', async (_, error) => {
  const kind = keyPairClaims(() => Promise.reject(error));
  expect(await kind.release(held)).toMatchObject({
    outcome: 'left',
    why: expect.stringContaining(error.message),
  });
});

describe('a record', () => {
  const { parse } = keyPairClaims(() => Promise.reject(new Error('not needed')));

  test.each([recordOfPair, held])('is read back from JSON as it was', (record) => {
    expect(parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
  });

  test('that lacks a part, or has another in its place, is none', () => {
    for (const part of ['kind', 'region', 'keyName', 'nonce', 'credentials'] as const) {
      for (const value of [undefined, '', 7, null, {}])
        expect(parse({ ...held, [part]: value })).toBeUndefined();
    }
    for (const keyPairId of ['', 'deploy', 'key-', 'key-0 --dry-run', 'key-0\n', 7]) {
      expect(parse({ ...held, keyPairId })).toBeUndefined();
    }
  });

  test('of any other shape is none', () => {
    fc.assert(fc.property(fc.anything(), (value) => parse(value) === undefined));
  });
});
