import { describe, expect, test } from '@jest/globals';
import { importKeyPair } from '../../../src/ec2/import-key-pair.ts';
import { KeyPairError } from '../../../src/errors.ts';
import { PublicKey } from '../../../src/keys/public-key.ts';
import { ec2Errors } from '../../lib/aws-errors.ts';
import { FakeEc2, publicKeyLine } from '../../lib/fake-ec2.ts';
import { ed25519From, freshEd25519 } from '../../lib/keys.ts';
import { NotedClaim, nonceTag, recordOfPair } from './pairs.ts';

const line = publicKeyLine(ed25519From('the first test key'));
const pair = { keyName: 'deploy', publicKey: PublicKey.parseOpenSsh(line), tags: [nonceTag] };

async function importInto(ec2: FakeEc2) {
  const claim = new NotedClaim();
  const outcome = await importKeyPair(pair, ec2.keyPairs(), { record: recordOfPair, claim }).catch(
    (reason: unknown) => reason,
  );
  return { outcome, calls: claim.calls, journal: ec2.journal };
}

test('A key is imported with one call, and held by its ID.', async () => {
  const { outcome, calls, journal } = await importInto(new FakeEc2());
  expect(outcome).toEqual({ keyPairId: 'key-00000000000000001', fingerprint: 'imported', holder: undefined });
  expect(calls).toEqual([{ ...recordOfPair, keyPairId: 'key-00000000000000001', unanswered: 0 }]);
  expect(journal).toEqual(['import deploy']);
});

test('If the ledger cannot be written after the import, the claim stays open: the key pair exists.', async () => {
  const claim = new NotedClaim();
  const diskFull = new KeyPairError('RUNNER_FILE_NOT_WRITABLE', 'No room.');
  claim.held = () => {
    throw diskFull;
  };
  const work = importKeyPair(pair, new FakeEc2().keyPairs(), { record: recordOfPair, claim });
  await expect(work).rejects.toBe(diskFull);
  expect(claim.calls).toEqual([]);
});

test('After a lost response the import is sent again, and the key pair is known by its nonce.', async () => {
  const ec2 = new FakeEc2();
  ec2.faults.import.push({ afterwards: ec2Errors.reset() });
  const { outcome, calls } = await importInto(ec2);
  expect(outcome).toMatchObject({ keyPairId: 'key-00000000000000001', holder: undefined });
  expect(calls).toEqual([{ ...recordOfPair, keyPairId: 'key-00000000000000001', unanswered: 1 }]);
});

test('The same key that someone else has imported meanwhile is used, and stays theirs.', async () => {
  const ec2 = new FakeEc2();
  ec2.put({
    KeyName: 'deploy',
    KeyPairId: 'key-0aaa',
    PublicKey: `${line} other comment`,
    Tags: [{ Key: nonceTag.key, Value: 'another' }],
  });
  const { outcome, calls } = await importInto(ec2);
  expect(outcome).toMatchObject({ keyPairId: 'key-0aaa', holder: { keyPairId: 'key-0aaa' } });
  expect(calls).toEqual(['cancelled']);
});

test('The same key under a name without a nonce may have been imported by this step: the claim stays open.', async () => {
  const ec2 = new FakeEc2();
  ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa', PublicKey: line });
  const { outcome, calls } = await importInto(ec2);
  expect(outcome).toMatchObject({ code: 'NAME_TAKEN_MAYBE_BY_THIS_STEP' });
  expect(calls).toEqual([]);
});

test('An import that was delivered twice is known by its nonce.', async () => {
  const ec2 = new FakeEc2();
  ec2.faults.import.push({ afterwards: ec2Errors.duplicate() });
  const { outcome, calls } = await importInto(ec2);
  expect(outcome).toMatchObject({ holder: undefined });
  expect(calls).toMatchObject([{ keyPairId: 'key-00000000000000001' }]);
});

describe('another key under the name', () => {
  test('is an error that shows both fingerprints, and is not touched.', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa', PublicKey: publicKeyLine(freshEd25519()) });
    const { outcome, calls, journal } = await importInto(ec2);
    expect(outcome).toMatchObject({
      code: 'KEY_DIFFERS',
      message: expect.stringMatching(
        /^Key pair "deploy" in eu-west-1 \(key-0aaa\) contains a different key \(fingerprint aa:bb, SHA256:[^ ]{43}; yours is [^ ]+, SHA256:RVhOONN1as6dfAbr9dWpTSsYC9KM8eT9\+cRn6Nw587I\)\.$/,
      ),
    });
    expect(calls).toEqual(['cancelled']);
    expect(new Set(journal)).toEqual(new Set(['import deploy', 'describe deploy']));
  });

  test('or a key that EC2 does not show is never taken for the same key.', async () => {
    const ec2 = new FakeEc2();
    ec2.put({
      KeyName: 'deploy',
      KeyPairId: 'key-0aaa',
      Tags: [{ Key: nonceTag.key, Value: 'another' }],
    });
    expect((await importInto(ec2)).outcome).toMatchObject({ code: 'KEY_DIFFERS' });
  });
});

describe('a name that someone else frees before it is looked up', () => {
  test('is requested again.', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa' });
    ec2.onCall = (call) => {
      if (call === 'describe') ec2.pairs.delete('key-0aaa');
    };
    const { outcome, calls, journal } = await importInto(ec2);
    expect(outcome).toMatchObject({ holder: undefined });
    expect(journal.filter((call) => call.startsWith('import'))).toHaveLength(2);
    expect(calls).toEqual([{ ...recordOfPair, keyPairId: 'key-00000000000000001', unanswered: 1 }]);
  });
});

test('A rejected import is explained, and cancels the claim: nothing was created for certain.', async () => {
  const ec2 = new FakeEc2();
  ec2.faults.import.push({ instead: ec2Errors.denied() });
  const { outcome, calls } = await importInto(ec2);
  expect(outcome).toMatchObject({ code: 'NOT_ALLOWED', hint: expect.stringContaining('ec2:ImportKeyPair') });
  expect(calls).toEqual(['cancelled']);
});

test('A rejected import after a lost response leaves the claim open: the first request may have been executed.', async () => {
  const ec2 = new FakeEc2();
  ec2.faults.import.push({ afterwards: ec2Errors.reset() }, { instead: ec2Errors.denied() });
  const { outcome, calls } = await importInto(ec2);
  expect(outcome).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(calls).toEqual([]);
});

test.each([
  ['No response at all', Array.from({ length: 4 }, () => ({ afterwards: ec2Errors.silence() }))],
  ['A response without an ID', [{ response: { KeyPairId: '' } }]],
])('%s is an error, and the claim stays open.', async (_, faults) => {
  const ec2 = new FakeEc2();
  ec2.faults.import.push(...faults);
  ec2.faults.describe.push({ instead: ec2Errors.denied() });
  const { outcome, calls } = await importInto(ec2);
  expect(outcome).toBeInstanceOf(Error);
  expect(calls).toEqual([]);
});

test('If the name is taken and this role cannot look up by whom, the error says so.', async () => {
  const ec2 = new FakeEc2();
  ec2.put({ KeyName: 'deploy', PublicKey: line });
  ec2.faults.describe.push({ instead: ec2Errors.denied() });
  const { outcome } = await importInto(ec2);
  expect(outcome).toBeInstanceOf(KeyPairError);
  expect(outcome).toMatchObject({
    code: 'NAME_TAKEN_MAYBE_BY_THIS_STEP',
    message: expect.stringMatching(/\nCould not look up key pair "deploy" in eu-west-1: Unauthorized/),
    hint: expect.stringContaining('ec2:DescribeKeyPairs'),
  });
});
