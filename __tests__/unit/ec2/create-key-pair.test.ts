import { describe, expect, test } from '@jest/globals';
import { createKeyPair } from '../../../src/ec2/create-key-pair.ts';
import { KeyPairError } from '../../../src/errors.ts';
import { awsError, ec2Errors } from '../../lib/aws-errors.ts';
import { FakeEc2, type Fault } from '../../lib/fake-ec2.ts';
import { ec2NonceTags, NotedClaim, newPair, nonceTag, recordOfPair } from './pairs.ts';

/** Creates the key pair; returns the result or the error, what EC2 saw, and the calls of the claim. */
async function create(ec2: FakeEc2) {
  const claim = new NotedClaim();
  const outcome = await createKeyPair(newPair, ec2.keyPairs(), { record: recordOfPair, claim }).catch(
    (reason: unknown) => reason,
  );
  const { pairs, journal } = ec2;
  return { outcome, pairs, journal, calls: claim.calls };
}

const starting = (journal: readonly string[], call: string): string[] =>
  journal.filter((entry) => entry.startsWith(call));

test('A key pair is created with one call, and held by its ID.', async () => {
  const { outcome, journal, calls, pairs } = await create(new FakeEc2());
  const [id = ''] = pairs.keys();
  expect(outcome).toMatchObject({
    keyPairId: id,
    keyName: 'deploy',
    region: 'eu-west-1',
    fingerprint: 'aa:bb',
  });
  expect(journal).toEqual(['create deploy']);
  expect(calls).toEqual([{ ...recordOfPair, keyPairId: id }]);
  expect(pairs.get(id)?.Tags).toEqual(ec2NonceTags);
});

describe.each<[what: string, fault: Fault]>([
  ['is lost on the network', { afterwards: ec2Errors.reset() }],
  ['never comes', { afterwards: ec2Errors.silence() }],
  [
    'is an error of the server',
    { afterwards: Object.assign(new Error('oops'), { $metadata: { httpStatusCode: 503 } }) },
  ],
  ...[403, 404, 429].map((status): [string, Fault] => [
    `is blocked on its way, with status ${status}`,
    { afterwards: ec2Errors.proxyPage(status) },
  ]),
  ['lacks the private key', { response: { KeyMaterial: undefined } }],
  ['has an empty private key', { response: { KeyMaterial: '' } }],
  ['has an unreadable private key', { response: { KeyMaterial: 'not a key at all' } }],
  ['lacks the ID', { response: { KeyPairId: undefined } }],
  ['lacks the fingerprint', { response: { KeyFingerprint: undefined } }],
])('a response that %s', (_, fault) => {
  test('is recovered from: the key pair is found by its nonce, deleted by ID, and created again.', async () => {
    const ec2 = new FakeEc2();
    ec2.faults.create.push(fault);
    const { outcome, journal, calls, pairs } = await create(ec2);
    const [id = '', ...others] = pairs.keys();
    expect(others).toEqual([]);
    expect(outcome).toMatchObject({ keyPairId: id });
    expect(journal).toEqual([
      'create deploy',
      'describe deploy',
      'delete key-00000000000000001',
      'create deploy',
    ]);
    expect(calls).toEqual([{ ...recordOfPair, keyPairId: id }]);
  });

  test('is recovered from if reads lag behind: EC2 says that the name is taken, and it is polled for.', async () => {
    const ec2 = new FakeEc2();
    ec2.faults.create.push(fault);
    ec2.staleReads = 7;
    const { outcome, journal, pairs } = await create(ec2);
    expect(outcome).toMatchObject({ keyName: 'deploy' });
    expect(pairs.size).toBe(1);
    expect(starting(journal, 'delete')).toEqual(['delete key-00000000000000001']);
    expect(starting(journal, 'create')).toHaveLength(3);
  });
});

test('A request that never arrived is sent again, and nothing is deleted.', async () => {
  const ec2 = new FakeEc2();
  ec2.faults.create.push({ instead: ec2Errors.reset() });
  const { outcome, journal } = await create(ec2);
  expect(outcome).toMatchObject({ keyName: 'deploy' });
  expect(journal).toEqual(['create deploy', 'describe deploy', 'create deploy']);
});

test('A throttled request is sent again without a lookup.', async () => {
  const ec2 = new FakeEc2();
  ec2.faults.create.push({ instead: ec2Errors.throttled() }, { instead: ec2Errors.throttled() });
  const { outcome, journal } = await create(ec2);
  expect(outcome).toMatchObject({ keyName: 'deploy' });
  expect(journal).toEqual(['create deploy', 'create deploy', 'create deploy']);
  expect(ec2.throttlingReports).toBe(1);
});

test('After three lost responses the step fails: no key pair is left, and the claim stays open.', async () => {
  const ec2 = new FakeEc2();
  for (let lost = 0; lost < 3; lost += 1) ec2.faults.create.push({ afterwards: ec2Errors.silence() });
  const { outcome, journal, calls, pairs } = await create(ec2);
  expect(outcome).toMatchObject({
    code: 'NO_ANSWER',
    message: expect.stringMatching(/^Could not create key pair "deploy" in eu-west-1: TimeoutError/),
  });
  expect(starting(journal, 'create')).toHaveLength(3);
  expect(pairs.size).toBe(0);
  expect(calls).toEqual([]);
});

describe('a name that is taken', () => {
  test.each([
    ['with tags of another run', [{ Key: nonceTag.key, Value: 'another' }]],
    ['without tags', undefined],
  ])('by a key pair %s is an error, and that key pair is not touched.', async (_, Tags) => {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa', Tags });
    const { outcome, journal, calls, pairs } = await create(ec2);
    expect(outcome).toMatchObject({
      code: 'NAME_TAKEN',
      message: 'Key pair "deploy" already exists in eu-west-1 (key-0aaa, fingerprint aa:bb).',
      hint: expect.stringContaining('operation: ensure'),
    });
    expect(journal).toEqual(['create deploy', 'describe deploy']);
    expect([...pairs.keys()]).toEqual(['key-0aaa']);
    expect(calls).toEqual(['cancelled']);
  });

  test('by a key pair that no lookup shows is an error all the same.', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy' });
    ec2.staleReads = Number.POSITIVE_INFINITY;
    const { outcome, calls } = await create(ec2);
    expect(outcome).toMatchObject({
      code: 'NAME_TAKEN',
      message: 'Key pair "deploy" already exists in eu-west-1.',
    });
    expect(calls).toEqual(['cancelled']);
  });

  test('by a key pair that this role cannot look up is an error all the same.', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy' });
    ec2.faults.describe.push({ instead: ec2Errors.denied() });
    const { outcome, calls } = await create(ec2);
    expect(outcome).toMatchObject({ code: 'NAME_TAKEN' });
    expect(calls).toEqual(['cancelled']);
  });

  test('after a response was lost, with no lookup that shows who has it, leaves the claim open: it may be this step.', async () => {
    const ec2 = new FakeEc2();
    ec2.faults.create.push({ afterwards: ec2Errors.reset() });
    ec2.staleReads = Number.POSITIVE_INFINITY;
    const { outcome, calls, pairs } = await create(ec2);
    expect(outcome).toBeInstanceOf(KeyPairError);
    expect(calls).toEqual([]);
    expect(pairs.size).toBe(1);
  });

  test.each<[what: string, fault: Fault]>([
    ['a response was lost', { afterwards: ec2Errors.reset() }],
    ['EC2 throttled a request but executed it all the same', { afterwards: ec2Errors.throttled() }],
  ])(
    'after %s, and that this role cannot look up, may be of this step: the error says so, and the claim stays open.',
    async (_, fault) => {
      const ec2 = new FakeEc2();
      ec2.faults.create.push(fault);
      ec2.faults.describe.push({ instead: ec2Errors.denied() }, { instead: ec2Errors.denied() });
      const { outcome, calls, pairs } = await create(ec2);
      expect(outcome).toMatchObject({
        code: 'NAME_TAKEN_MAYBE_BY_THIS_STEP',
        message: expect.stringMatching(
          /This step may have created it\.\nCould not look up key pair "deploy" in eu-west-1: UnauthorizedOperation/,
        ),
        hint: expect.stringContaining('ec2:DescribeKeyPairs'),
      });
      expect(calls).toEqual([]);
      expect(pairs.size).toBe(1);
    },
  );

  test('by someone else, while the request of this step was lost, is an error, and their key pair is not touched.', async () => {
    const ec2 = new FakeEc2();
    ec2.faults.create.push({ instead: ec2Errors.reset() });
    ec2.onCall = (call) => {
      if (call === 'describe') ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa' });
    };
    const { outcome, journal, calls } = await create(ec2);
    expect(outcome).toMatchObject({ code: 'NAME_TAKEN' });
    expect(starting(journal, 'delete')).toEqual([]);
    expect(calls).toEqual(['cancelled']);
  });
});

test.each([
  ['NOT_ALLOWED', ec2Errors.denied()],
  ['CREDENTIALS_REFUSED', awsError('AuthFailure', { status: 401, message: 'no' })],
  ['TOO_MANY_KEY_PAIRS', awsError('KeyPairLimitExceeded', { status: 400 })],
])(
  'A rejected request (%s) is an error, and cancels the claim: nothing was created for certain.',
  async (code, error) => {
    const ec2 = new FakeEc2();
    ec2.faults.create.push({ instead: error });
    const { outcome, journal, calls } = await create(ec2);
    expect(outcome).toMatchObject({ code });
    expect(journal).toEqual(['create deploy']);
    expect(calls).toEqual(['cancelled']);
  },
);

test('A rejected request after a lost response leaves the claim open: the key pair may exist.', async () => {
  const ec2 = new FakeEc2();
  ec2.faults.create.push({ afterwards: ec2Errors.reset() }, { instead: ec2Errors.denied() });
  ec2.faults.describe.push({ instead: ec2Errors.denied() });
  const { outcome, calls, pairs } = await create(ec2);
  expect(outcome).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(calls).toEqual([]);
  expect(pairs.size).toBe(1);
});

test('A lost key pair that cannot be deleted is named in the error, and stays claimed.', async () => {
  const ec2 = new FakeEc2();
  ec2.faults.create.push({ afterwards: ec2Errors.reset() });
  ec2.faults.delete.push({ instead: ec2Errors.denied() });
  const { outcome, calls } = await create(ec2);
  expect(outcome).toMatchObject({
    code: 'NOT_ALLOWED',
    message: expect.stringContaining('delete key pair "deploy" (key-00000000000000001) in eu-west-1'),
    hint: expect.stringContaining('ec2:DeleteKeyPair'),
  });
  expect(calls).toEqual([]);
});

test('The text of a damaged private key is in no error.', async () => {
  const ec2 = new FakeEc2();
  for (let damaged = 0; damaged < 3; damaged += 1) {
    ec2.faults.create.push({ response: { KeyMaterial: '-----BEGIN RSA PRIVATE KEY-----\nMIIEdamaged' } });
  }
  const { outcome } = await create(ec2);
  const texts: string[] = [];
  for (let error = outcome; error instanceof Error; error = error.cause) {
    texts.push(error.message, error.stack ?? '', JSON.stringify(error));
  }
  expect(texts.length).toBeGreaterThan(3);
  expect(texts.join('\n')).not.toContain('MIIEdamaged');
});
