import { describe, expect, test } from '@jest/globals';
import { createKeyPair } from '../../../src/ec2/create-key-pair.ts';
import { KeyPairError } from '../../../src/errors.ts';
import { ec2Errors } from '../../lib/aws-errors.ts';
import { FakeEc2 } from '../../lib/fake-ec2.ts';
import { ec2NonceTags, NotedClaim, newPair, nonceTag, recordOfPair } from './pairs.ts';

/** Makes the pair; gives what came of it, what EC2 saw, and what the claim was told. */
async function make(ec2: FakeEc2) {
  const claim = new NotedClaim();
  const outcome = await createKeyPair(newPair, ec2.keyPairs(), { record: recordOfPair, claim }).catch(
    (reason: unknown) => reason,
  );
  const { pairs, journal } = ec2;
  return { outcome, pairs, journal, told: claim.told };
}

const deletes = (journal: readonly string[]): string[] => journal.filter((call) => call.startsWith('delete'));

test('a pair is made with one call and held by its id', async () => {
  const { outcome, journal, told, pairs } = await make(new FakeEc2());
  const [id = ''] = pairs.keys();
  expect(outcome).toMatchObject({ keyPairId: id, keyName: 'deploy', fingerprint: 'aa:bb' });
  expect(journal).toEqual(['create deploy']);
  expect(told).toEqual([{ ...recordOfPair, keyPairId: id }]);
  expect(pairs.get(id)?.Tags).toEqual(ec2NonceTags);
});

describe.each([
  ['is lost on the network', { afterwards: ec2Errors.reset() }],
  ['never comes', { afterwards: ec2Errors.silence() }],
  [
    'is an error of the server',
    { afterwards: Object.assign(new Error('oops'), { $metadata: { httpStatusCode: 503 } }) },
  ],
  ['lacks the private key', { answer: { KeyMaterial: undefined } }],
  ['has an empty private key', { answer: { KeyMaterial: '' } }],
  ['has a private key that cannot be read', { answer: { KeyMaterial: 'not a key at all' } }],
  ['lacks the id', { answer: { KeyPairId: undefined } }],
  ['lacks the fingerprint', { answer: { KeyFingerprint: undefined } }],
])('an answer that %s', (_, fault) => {
  test('is mended: the pair is found by its nonce, deleted by id, and made again', async () => {
    const ec2 = new FakeEc2();
    ec2.faults.create.push(fault);
    const { outcome, journal, told, pairs } = await make(ec2);
    const [id = '', ...others] = pairs.keys();
    expect(others).toEqual([]);
    expect(outcome).toMatchObject({ keyPairId: id });
    expect(journal).toEqual([
      'create deploy',
      'describe deploy',
      'delete key-00000000000000001',
      'create deploy',
    ]);
    expect(told).toEqual([{ ...recordOfPair, keyPairId: id }]);
  });

  test('is mended when reads lag behind: EC2 says the name is taken, and it is looked for until it shows', async () => {
    const ec2 = new FakeEc2();
    ec2.faults.create.push(fault);
    ec2.staleLooks = 7;
    const { outcome, journal, pairs } = await make(ec2);
    expect(outcome).toMatchObject({ keyName: 'deploy' });
    expect(pairs.size).toBe(1);
    expect(deletes(journal)).toEqual(['delete key-00000000000000001']);
    expect(journal.filter((call) => call.startsWith('create'))).toHaveLength(3);
  });
});

test('a request that never arrived is sent again, and nothing is deleted', async () => {
  const ec2 = new FakeEc2();
  ec2.faults.create.push({ instead: ec2Errors.reset() });
  const { outcome, journal } = await make(ec2);
  expect(outcome).toMatchObject({ keyName: 'deploy' });
  expect(journal).toEqual(['create deploy', 'describe deploy', 'create deploy']);
});

test('a throttled request is sent again without a look', async () => {
  const ec2 = new FakeEc2();
  ec2.faults.create.push({ instead: ec2Errors.throttled() }, { instead: ec2Errors.throttled() });
  const { outcome, journal } = await make(ec2);
  expect(outcome).toMatchObject({ keyName: 'deploy' });
  expect(journal).toEqual(['create deploy', 'create deploy', 'create deploy']);
  expect(ec2.throttledTold).toBe(1);
});

test('three answers lost are enough: the error says that none came, no pair is left, and the claim stays open', async () => {
  const ec2 = new FakeEc2();
  for (let lost = 0; lost < 3; lost += 1) ec2.faults.create.push({ afterwards: ec2Errors.silence() });
  const { outcome, journal, told, pairs } = await make(ec2);
  expect(outcome).toMatchObject({ code: 'NO_ANSWER' });
  expect(journal.filter((call) => call.startsWith('create'))).toHaveLength(3);
  expect(pairs.size).toBe(0);
  expect(told).toEqual([]);
});

describe('a name that is taken', () => {
  test.each([
    ['with tags of another run', [{ Key: nonceTag.key, Value: 'another' }]],
    ['without tags', undefined],
  ])('by a pair %s is an error, and the pair is not touched', async (_, Tags) => {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa', Tags });
    const { outcome, journal, told, pairs } = await make(ec2);
    expect(outcome).toMatchObject({
      code: 'NAME_TAKEN',
      message: 'The key pair "deploy" exists already in eu-west-1 (key-0aaa, fingerprint aa:bb).',
      hint: expect.stringContaining('operation: ensure'),
    });
    expect(journal).toEqual(['create deploy', 'describe deploy']);
    expect([...pairs.keys()]).toEqual(['key-0aaa']);
    expect(told).toEqual(['void']);
  });

  test('by a pair that no look shows is an error all the same', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy' });
    ec2.staleLooks = Number.POSITIVE_INFINITY;
    const { outcome, told } = await make(ec2);
    expect(outcome).toMatchObject({ code: 'NAME_TAKEN' });
    expect(told).toEqual(['void']);
  });

  test('by a pair that this role may not look at is an error all the same', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy' });
    ec2.faults.describe.push({ instead: ec2Errors.denied() });
    const { outcome, told } = await make(ec2);
    expect(outcome).toMatchObject({ code: 'NAME_TAKEN' });
    expect(told).toEqual(['void']);
  });

  test('after an answer was lost, by whom nobody can say: the claim stays open, for the pair may be ours', async () => {
    const ec2 = new FakeEc2();
    ec2.faults.create.push({ afterwards: ec2Errors.reset() });
    ec2.staleLooks = Number.POSITIVE_INFINITY;
    const { outcome, told, pairs } = await make(ec2);
    expect(outcome).toBeInstanceOf(KeyPairError);
    expect(told).toEqual([]);
    expect(pairs.size).toBe(1);
  });

  test.each([
    ['an answer was lost', { afterwards: ec2Errors.reset() }],
    ['EC2 asked to slow down, and has made it all the same', { afterwards: ec2Errors.throttled() }],
  ])(
    'after %s, and this role may not look, may be by us: the error says so, and the claim stays open',
    async (_, fault) => {
      const ec2 = new FakeEc2();
      ec2.faults.create.push(fault);
      ec2.faults.describe.push({ instead: ec2Errors.denied() }, { instead: ec2Errors.denied() });
      const { outcome, told, pairs } = await make(ec2);
      expect(outcome).toMatchObject({
        code: 'NAME_TAKEN_MAYBE_BY_THIS_STEP',
        message: expect.stringMatching(/it may be this step's own\.\n.*UnauthorizedOperation/),
        hint: expect.stringContaining('ec2:DescribeKeyPairs'),
      });
      expect(told).toEqual([]);
      expect(pairs.size).toBe(1);
    },
  );

  test('by somebody else, while our request was lost, is an error, and theirs is not touched', async () => {
    const ec2 = new FakeEc2();
    ec2.faults.create.push({ instead: ec2Errors.reset() });
    ec2.onCall = (call) => {
      if (call === 'describe') ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa' });
    };
    const { outcome, journal, told } = await make(ec2);
    expect(outcome).toMatchObject({ code: 'NAME_TAKEN' });
    expect(deletes(journal)).toEqual([]);
    expect(told).toEqual(['void']);
  });
});

test.each([
  ['NOT_ALLOWED', ec2Errors.denied()],
  [
    'CREDENTIALS_REFUSED',
    Object.assign(new Error('no'), {
      name: 'AuthFailure',
      $fault: 'client',
      $metadata: { httpStatusCode: 401 },
    }),
  ],
])('a clean refusal (%s) is an error, and nothing was made for certain', async (code, error) => {
  const ec2 = new FakeEc2();
  ec2.faults.create.push({ instead: error });
  const { outcome, journal, told } = await make(ec2);
  expect(outcome).toMatchObject({ code });
  expect(journal).toEqual(['create deploy']);
  expect(told).toEqual(['void']);
});

test('a refusal after a lost answer leaves the claim open: the pair may exist', async () => {
  const ec2 = new FakeEc2();
  ec2.faults.create.push({ afterwards: ec2Errors.reset() }, { instead: ec2Errors.denied() });
  ec2.faults.describe.push({ instead: ec2Errors.denied() });
  const { outcome, told, pairs } = await make(ec2);
  expect(outcome).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(told).toEqual([]);
  expect(pairs.size).toBe(1);
});

test('a lost pair that cannot be deleted is named, and stays claimed', async () => {
  const ec2 = new FakeEc2();
  ec2.faults.create.push({ afterwards: ec2Errors.reset() });
  ec2.faults.delete.push({ instead: ec2Errors.denied() });
  const { outcome, told } = await make(ec2);
  expect(outcome).toMatchObject({
    code: 'NOT_ALLOWED',
    message: expect.stringContaining('delete the key pair key-00000000000000001, whose private key was lost'),
    hint: expect.stringContaining('ec2:DeleteKeyPair'),
  });
  expect(told).toEqual([]);
});

test('the text of a damaged private key is in no error', async () => {
  const ec2 = new FakeEc2();
  for (let damaged = 0; damaged < 3; damaged += 1) {
    ec2.faults.create.push({ answer: { KeyMaterial: '-----BEGIN RSA PRIVATE KEY-----\nMIIEdamaged' } });
  }
  const { outcome } = await make(ec2);
  const texts: string[] = [];
  for (let error = outcome; error instanceof Error; error = error.cause) {
    texts.push(error.message, error.stack ?? '', JSON.stringify(error));
  }
  expect(texts.length).toBeGreaterThan(3);
  expect(texts.join('\n')).not.toContain('MIIEdamaged');
});
