import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { releaseKeyPair } from '../../../src/ec2/key-pair-claim.ts';
import { type KeyPairRecord, parseKeyPairRecord } from '../../../src/ec2/key-pair-record.ts';
import { KeyPairError } from '../../../src/errors.ts';
import { awsError, ec2Errors } from '../../lib/aws-errors.ts';
import { FakeEc2 } from '../../lib/fake-ec2.ts';
import { ec2NonceTags, recordOfPair } from './pairs.ts';

const id = 'key-0123456789abcdef0';
const held: KeyPairRecord = { ...recordOfPair, keyPairId: id };
const ours = { KeyName: 'deploy', KeyPairId: id, Tags: ec2NonceTags };
const sameCredentials = recordOfPair.credentials;

function release(ec2: FakeEc2, record: KeyPairRecord, credentialsId = sameCredentials) {
  return releaseKeyPair(record, async (region) => {
    expect(region).toBe(record.region);
    return { keyPairs: ec2.keyPairs({ region }), credentialsId };
  });
}

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
    expect(ec2.journal).toEqual(['describe deploy', `delete ${id}`]);
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

  test('and whose name belongs to another key pair now is gone, and the other one is not touched.', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ ...ours, KeyPairId: 'key-0fff' });
    expect(await release(ec2, held)).toMatchObject({ outcome: 'already-gone' });
    expect(deleted(ec2)).toEqual([]);
  });

  test.each([
    ['has lost its nonce', []],
    ['carries another nonce', ec2NonceTags.map(({ Key }) => ({ Key, Value: 'another' }))],
  ])('and that %s is left, with the reason and the command.', async (_, Tags) => {
    const ec2 = new FakeEc2();
    ec2.put({ ...ours, Tags });
    expect(await release(ec2, held)).toEqual({
      outcome: 'left',
      what: `key pair "deploy" (${id}) in eu-west-1`,
      why: expect.stringContaining('it may belong to someone else'),
      command: `aws ec2 delete-key-pair --key-pair-id ${id} --region eu-west-1`,
    });
    expect(deleted(ec2)).toEqual([]);
  });

  test('is gone if no lookup shows it and EC2 does not authorize this role to delete it: it has no tag any more.', async () => {
    const ec2 = new FakeEc2();
    ec2.faults.delete.push({ instead: ec2Errors.denied() });
    expect(await release(ec2, held)).toMatchObject({ outcome: 'already-gone' });
  });

  test('and that exists but that this role cannot delete is left.', async () => {
    const ec2 = new FakeEc2();
    ec2.put(ours);
    ec2.faults.delete.push({ instead: ec2Errors.denied() });
    expect(await release(ec2, held)).toMatchObject({
      outcome: 'left',
      why: expect.stringMatching(/^UnauthorizedOperation: the text of UnauthorizedOperation$/),
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

  test('is gone if many lookups do not show it.', async () => {
    const ec2 = new FakeEc2();
    expect(await release(ec2, recordOfPair)).toEqual({
      outcome: 'already-gone',
      what: 'key pair "deploy" in eu-west-1',
    });
    expect(ec2.journal.length).toBeGreaterThan(5);
    expect(deleted(ec2)).toEqual([]);
  });

  test('was never created if the name belongs to someone else, whose key pair is not touched.', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0fff' });
    expect(await release(ec2, recordOfPair)).toMatchObject({ outcome: 'already-gone' });
    expect(deleted(ec2)).toEqual([]);
  });

  test('and that this role cannot look up is left, with a command that goes by its tag: the name may belong to someone else by then.', async () => {
    const ec2 = new FakeEc2();
    ec2.faults.describe.push({ instead: ec2Errors.denied() });
    expect(await release(ec2, { ...recordOfPair, nonce: `it's; rm -rf "$HOME"` })).toMatchObject({
      outcome: 'left',
      command:
        'aws ec2 delete-key-pair --key-pair-id "$(aws ec2 describe-key-pairs --region eu-west-1 ' +
        `--filters 'Name=tag:ec2-key-pair-action:nonce,Values=it'\\''s; rm -rf "$HOME"' ` +
        `--query 'KeyPairs[0].KeyPairId' --output text)" --region eu-west-1`,
    });
  });
});

describe('with other credentials than those that created it,', () => {
  test.each([
    ['known', held],
    ['unknown', recordOfPair],
  ])('a key pair that is not found is left, not gone (ID %s).', async (_, record) => {
    expect(await release(new FakeEc2(), record, 'fedcba9876543210')).toMatchObject({
      outcome: 'left',
      why: 'it was not found, but the current AWS credentials are not the ones that created it',
    });
  });

  test('a key pair that is found and carries the nonce is deleted all the same.', async () => {
    const ec2 = new FakeEc2();
    ec2.put(ours);
    expect(await release(ec2, held, 'fedcba9876543210')).toMatchObject({ outcome: 'done' });
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
    return { keyPairs, credentialsId: sameCredentials };
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
    for (const field of ['kind', 'region', 'keyName', 'nonce', 'credentials'] as const) {
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
