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
  return { outcome, told: claim.told, journal: ec2.journal };
}

test('a key is imported with one call and held by its id', async () => {
  const { outcome, told, journal } = await importInto(new FakeEc2());
  expect(outcome).toEqual({ keyPairId: 'key-00000000000000001', fingerprint: 'imported', created: true });
  expect(told).toEqual([{ ...recordOfPair, keyPairId: 'key-00000000000000001' }]);
  expect(journal).toEqual(['import deploy']);
});

test('a pair that cannot be written down leaves the claim open: the pair is there', async () => {
  const claim = new NotedClaim();
  const full = new KeyPairError('RUNNER_FILE_NOT_WRITABLE', 'No room.');
  claim.held = () => {
    throw full;
  };
  const work = importKeyPair(pair, new FakeEc2().keyPairs(), { record: recordOfPair, claim });
  await expect(work).rejects.toBe(full);
  expect(claim.told).toEqual([]);
});

test('a lost answer is asked for again, and the pair is known by its nonce', async () => {
  const ec2 = new FakeEc2();
  ec2.faults.import.push({ afterwards: ec2Errors.reset() });
  const { outcome, told } = await importInto(ec2);
  expect(outcome).toMatchObject({ keyPairId: 'key-00000000000000001', created: true });
  expect(told).toEqual([{ ...recordOfPair, keyPairId: 'key-00000000000000001' }]);
});

test('the same key, imported by somebody else meanwhile, is theirs and will do', async () => {
  const ec2 = new FakeEc2();
  ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa', PublicKey: `${line} other comment` });
  const { outcome, told } = await importInto(ec2);
  expect(outcome).toEqual({ keyPairId: 'key-0aaa', fingerprint: 'aa:bb', created: false });
  expect(told).toEqual(['void']);
});

describe('another key under the name', () => {
  test('is an error that shows both fingerprints, and is not touched', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa', PublicKey: publicKeyLine(freshEd25519()) });
    const { outcome, told, journal } = await importInto(ec2);
    expect(outcome).toMatchObject({ code: 'KEY_DIFFERS', message: expect.stringContaining('key-0aaa') });
    expect(outcome).toMatchObject({
      message: expect.stringContaining('SHA256:RVhOONN1as6dfAbr9dWpTSsYC9KM8eT9+cRn6Nw587I'),
    });
    expect(told).toEqual(['void']);
    expect(journal).toEqual(['import deploy', 'describe deploy']);
  });

  test('or one that EC2 does not show is no reason to believe that it is the same', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa' });
    expect((await importInto(ec2)).outcome).toMatchObject({ code: 'KEY_DIFFERS' });
  });
});

describe('a name that somebody else has, and has let go of when it is looked for,', () => {
  test('is asked for again', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa' });
    ec2.onCall = (call) => {
      if (call === 'describe') ec2.pairs.delete('key-0aaa');
    };
    const { outcome, told, journal } = await importInto(ec2);
    expect(outcome).toMatchObject({ created: true });
    expect(journal.filter((call) => call.startsWith('import'))).toHaveLength(2);
    expect(told).toEqual([{ ...recordOfPair, keyPairId: 'key-00000000000000001' }]);
  });

  test('is given up on where that goes on', async () => {
    const ec2 = new FakeEc2();
    for (let pathTaken = 0; pathTaken < 9; pathTaken += 1)
      ec2.faults.import.push({ instead: ec2Errors.duplicate() });
    const { outcome, journal } = await importInto(ec2);
    expect(outcome).toMatchObject({ code: 'REFUSED', message: expect.stringContaining('Duplicate') });
    expect(journal.filter((call) => call.startsWith('import'))).toHaveLength(5);
  });
});

test('a clean refusal is explained, and nothing was made for certain', async () => {
  const ec2 = new FakeEc2();
  ec2.faults.import.push({ instead: ec2Errors.denied() });
  const { outcome, told } = await importInto(ec2);
  expect(outcome).toMatchObject({ code: 'NOT_ALLOWED', hint: expect.stringContaining('ec2:ImportKeyPair') });
  expect(told).toEqual(['void']);
});

test('a refusal after a lost answer leaves the claim open: the first request may have made the pair', async () => {
  const ec2 = new FakeEc2();
  ec2.faults.import.push({ afterwards: ec2Errors.reset() }, { instead: ec2Errors.denied() });
  const { outcome, told } = await importInto(ec2);
  expect(outcome).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(told).toEqual([]);
});

test.each([
  ['no answer at all', Array.from({ length: 4 }, () => ({ afterwards: ec2Errors.silence() }))],
  ['an answer without an id', [{ answer: { KeyPairId: '' } }]],
])('%s is an error, and the claim stays open', async (_, faults) => {
  const ec2 = new FakeEc2();
  ec2.faults.import.push(...faults);
  ec2.faults.describe.push({ instead: ec2Errors.denied() });
  const { outcome, told } = await importInto(ec2);
  expect(outcome).toBeInstanceOf(Error);
  expect(told).toEqual([]);
});

test('a name that is taken, by whom this role may not see, is explained in a person’s words', async () => {
  const ec2 = new FakeEc2();
  ec2.put({ KeyName: 'deploy', PublicKey: line });
  ec2.faults.describe.push({ instead: ec2Errors.denied() });
  const { outcome } = await importInto(ec2);
  expect(outcome).toBeInstanceOf(KeyPairError);
  expect(outcome).toMatchObject({
    code: 'NOT_ALLOWED',
    hint: expect.stringContaining('ec2:DescribeKeyPairs'),
  });
});
