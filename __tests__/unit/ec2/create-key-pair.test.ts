import { describe, expect, test } from '@jest/globals';
import { createKeyPair } from '../../../src/ec2/create-key-pair.ts';
import { NameTakenError } from '../../../src/ec2/name-taken.ts';
import type { NewKeyPair } from '../../../src/ec2/requests.ts';
import { tagKeys } from '../../../src/ownership.ts';
import { awsError, ec2Errors } from '../../lib/aws-errors.ts';
import { FakeEc2, type Fault } from '../../lib/fake-ec2.ts';
import { freshEd25519 } from '../../lib/keys.ts';
import { ec2OwnTags, NotedClaim, newPair, nonceTag, recordOfPair } from './pairs.ts';

/** Creates the key pair; returns the result or the error, what EC2 saw, and the calls of the claim. */
async function create(
  ec2: FakeEc2,
  policy: Parameters<FakeEc2['keyPairs']>[0] = {},
  pair: NewKeyPair = newPair,
) {
  const claim = new NotedClaim();
  const outcome = await createKeyPair(pair, ec2.keyPairs(policy), { record: recordOfPair, claim }).catch(
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
    fingerprint: pairs.get(id)?.KeyFingerprint,
  });
  expect(journal).toEqual(['create deploy']);
  expect(calls).toEqual([{ ...recordOfPair, keyPairId: id }]);
  expect(pairs.get(id)?.Tags).toEqual(ec2OwnTags);
});

describe.each<[what: string, fault: Fault]>([
  ['is lost on the network', { afterwards: ec2Errors.reset() }],
  ['never comes', { afterwards: ec2Errors.silence() }],
  [
    'is an error of the server',
    { afterwards: Object.assign(new Error('oops'), { $metadata: { httpStatusCode: 503 } }) },
  ],
  ['has no request ID', { afterwards: awsError('AccessDenied', { status: 403, requestId: undefined }) }],
  ...[403, 404, 429].map((status): [string, Fault] => [
    `is blocked on its way, with status ${status}`,
    { afterwards: ec2Errors.proxyPage(status) },
  ]),
  ['lacks the private key', { response: { KeyMaterial: undefined } }],
  ['has an empty private key', { response: { KeyMaterial: '' } }],
  ['has an unreadable private key', { response: { KeyMaterial: 'not a key at all' } }],
  ['lacks the ID', { response: { KeyPairId: undefined } }],
  ['has a malformed ID', { response: { KeyPairId: 'deploy' } }],
  ['is for another name', { response: { KeyName: 'deploy2' } }],
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
    expect(calls).toEqual([{ ...recordOfPair, keyPairId: id, unanswered: 0 }]);
  });

  test('is recovered from if reads lag behind: EC2 says that the name is taken, and it is looked for.', async () => {
    const ec2 = new FakeEc2();
    ec2.faults.create.push(fault);
    ec2.staleReads = 3;
    const { outcome, journal, pairs } = await create(ec2);
    expect(outcome).toMatchObject({ keyName: 'deploy' });
    expect(pairs.size).toBe(1);
    expect(starting(journal, 'delete')).toEqual(['delete key-00000000000000001']);
    expect(starting(journal, 'create')).toHaveLength(3);
  });
});

test.each<[string, Fault, string[]]>([
  [
    'was unreadable, EC2 is asked for PEM',
    { response: { KeyMaterial: 'PuTTY-User-Key-File-9: ' } },
    ['ppk', 'pem'],
  ],
  ['was lost, EC2 is asked for PPK again', { afterwards: ec2Errors.reset() }, ['ppk', 'ppk']],
])('If a PPK file in the response %s.', async (_, fault, formats) => {
  const ec2 = new FakeEc2();
  ec2.faults.create.push(fault);
  const { outcome, pairs } = await create(ec2, {}, { ...newPair, keyFormat: 'ppk' });
  expect(outcome).toMatchObject({ keyPairId: [...pairs.keys()][0] });
  expect(ec2.keyFormats).toEqual(formats);
});

test('A response with the private key of another key pair is recovered from, as a lost one.', async () => {
  const ec2 = new FakeEc2();
  ec2.faults.create.push({ response: { KeyMaterial: freshEd25519().pem } });
  const { outcome, journal, pairs } = await create(ec2);
  expect(outcome).toMatchObject({ keyPairId: [...pairs.keys()][0], fingerprintFits: true });
  expect(starting(journal, 'delete')).toEqual(['delete key-00000000000000001']);
});

test.each<[string, Fault[]]>([
  ['shows the same public key', []],
  ['fails', [{ instead: ec2Errors.denied() }]],
])(
  'A fingerprint of another kind is no reason to fail if the lookup of the key pair %s.',
  async (_, lookups) => {
    const ec2 = new FakeEc2();
    ec2.faults.create.push({ response: { KeyFingerprint: 'aa:bb' } });
    ec2.faults.describe.push(...lookups);
    const { outcome, journal } = await create(ec2);
    expect(outcome).toMatchObject({ fingerprint: 'aa:bb', fingerprintFits: false });
    expect(journal).toEqual(['create deploy', 'describe key-00000000000000001']);
  },
);

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
  expect(ec2.retries).toBe(2);
});

test('An unanswered request stays unanswered, whatever becomes of the next one.', async () => {
  const ec2 = new FakeEc2();
  ec2.faults.create.push({ instead: ec2Errors.reset() }, { afterwards: ec2Errors.reset() });
  const { calls, pairs } = await create(ec2);
  expect(pairs.size).toBe(1);
  expect(calls).toMatchObject([{ unanswered: 1 }]);
});

test('If every response is lost until the time for it is up, the step fails: no key pair is left, and the claim stays open.', async () => {
  const ec2 = new FakeEc2();
  for (let lost = 0; lost < 30; lost += 1) ec2.faults.create.push({ afterwards: ec2Errors.silence() });
  const { outcome, journal, calls, pairs } = await create(ec2, { insistFor: 0 });
  expect(outcome).toMatchObject({
    code: 'NO_ANSWER',
    message: expect.stringMatching(/^Could not create key pair "deploy" in eu-west-1: TimeoutError/),
  });
  expect(starting(journal, 'delete')).toHaveLength(starting(journal, 'create').length);
  expect(pairs.size).toBe(0);
  expect(calls).toEqual([]);
});

test('While the time lasts, a key pair is created again however many responses were lost.', async () => {
  const ec2 = new FakeEc2();
  for (let lost = 0; lost < 9; lost += 1) ec2.faults.create.push({ afterwards: ec2Errors.silence() });
  const { outcome, pairs } = await create(ec2);
  expect(outcome).toMatchObject({ keyName: 'deploy' });
  expect(pairs.size).toBe(1);
});

/** A key pair of the name that is there before the step, and its error when another one is to have the name. */
function withOther(tags: { Key: string; Value: string }[] | undefined, createdAt?: Date): FakeEc2 {
  const ec2 = new FakeEc2();
  ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa', Tags: tags, CreateTime: createdAt });
  return ec2;
}

const noon = Date.parse('2026-11-24T12:00:00Z');
const othersTags = [{ Key: nonceTag.key, Value: 'another' }];

/** EC2's answer that the name is taken, given at noon. */
const takenAtNoon = (): Fault => ({
  instead: Object.assign(ec2Errors.duplicate(), {
    $response: { headers: { date: new Date(noon).toUTCString() } },
  }),
});

describe('a name that is taken', () => {
  test.each<[string, () => FakeEc2]>([
    ['carries another nonce', () => withOther(othersTags)],
    ['is older than the step', () => withOther(undefined, new Date(noon - 6 * 60_000))],
  ])('by a key pair that %s is an error, and that key pair is not touched.', async (_, open) => {
    const ec2 = open();
    ec2.faults.create.push(takenAtNoon());
    const { outcome, journal, calls, pairs } = await create(ec2);
    expect(outcome).toBeInstanceOf(NameTakenError);
    expect(outcome).toMatchObject({
      code: 'NAME_TAKEN',
      message: 'Key pair "deploy" already exists in eu-west-1 (key-0aaa, fingerprint aa:bb).',
      hint: expect.stringContaining('operation: ensure'),
      holder: { keyPairId: 'key-0aaa' },
    });
    expect(new Set(journal)).toEqual(new Set(['create deploy', 'describe deploy']));
    expect(starting(journal, 'create')).toHaveLength(1);
    expect([...pairs.keys()]).toEqual(['key-0aaa']);
    expect(calls).toEqual(['cancelled']);
  });

  test.each<[string, () => FakeEc2]>([
    ['has no tags and is as old as the step', () => withOther(undefined, new Date(noon - 4 * 60_000))],
    ['has no tags and no time', () => withOther(undefined)],
    ['has only tags of others', () => withOther([{ Key: 'team', Value: 'red' }])],
  ])('by a key pair that %s may be of this step: the claim stays open.', async (_, open) => {
    const ec2 = open();
    ec2.faults.create.push(takenAtNoon());
    const { outcome, calls, journal } = await create(ec2);
    expect(outcome).toMatchObject({
      code: 'NAME_TAKEN_MAYBE_BY_THIS_STEP',
      message:
        'Key pair "deploy" already exists in eu-west-1, and this step may have created it. EC2 does not show whose it is.',
    });
    expect(starting(journal, 'delete')).toEqual([]);
    expect(journal.length).toBeGreaterThan(6);
    expect(calls).toEqual([]);
  });

  test('is looked up again if the first look shows the key pair without its tags.', async () => {
    const ec2 = withOther(undefined);
    ec2.onCall = (call) => {
      if (call === 'describe' && ec2.journal.length > 3)
        ec2.put({ ...ec2.pairs.get('key-0aaa'), Tags: othersTags });
    };
    const { outcome, calls } = await create(ec2);
    expect(outcome).toMatchObject({ code: 'NAME_TAKEN' });
    expect(calls).toEqual(['cancelled']);
  });

  test('because the request was delivered twice is recovered from: the key pair is found by its nonce.', async () => {
    const ec2 = new FakeEc2();
    ec2.faults.create.push({ afterwards: ec2Errors.duplicate() });
    const { outcome, journal } = await create(ec2);
    expect(outcome).toMatchObject({ keyName: 'deploy' });
    expect(ec2.pairs.size).toBe(1);
    expect(journal).toEqual([
      'create deploy',
      'describe deploy',
      'delete key-00000000000000001',
      'create deploy',
    ]);
  });

  test('by a key pair of this step that no look by name shows is found by its nonce.', async () => {
    const ec2 = new FakeEc2();
    ec2.faults.create.push({ afterwards: ec2Errors.reset() });
    const real = ec2.pairs;
    ec2.onCall = () => {
      Object.assign(ec2, { pairs: ec2.journal.at(-1) === 'describe deploy' ? new Map() : real });
    };
    const { outcome, journal } = await create(ec2);
    expect(outcome).toMatchObject({ keyName: 'deploy' });
    expect(starting(journal, 'delete')).toEqual(['delete key-00000000000000001']);
    expect(real.size).toBe(1);
  });

  test('is not taken for the own one because an endpoint ignores filters: no key pair of others is deleted.', async () => {
    const ec2 = new FakeEc2();
    ec2.ignoresFilters = true;
    ec2.put({ KeyName: 'of others', Tags: [{ Key: tagKeys.nonce, Value: 'of others' }] });
    ec2.put({ KeyName: 'deploy' });
    const { journal } = await create(ec2).catch(() => ({ journal: ec2.journal }));
    expect(journal).toContain('create deploy');
    expect(starting(journal, 'delete')).toEqual([]);
    expect(ec2.names()).toEqual(['of others', 'deploy']);
  });

  test('and is free again is requested again.', async () => {
    const ec2 = new FakeEc2();
    ec2.faults.create.push({ instead: ec2Errors.duplicate() });
    const { outcome, calls } = await create(ec2);
    expect(outcome).toMatchObject({ keyName: 'deploy' });
    expect(calls).toMatchObject([{ unanswered: 1 }]);
  });

  test.each<[what: string, faults: Fault[]]>([
    ['for the first time', [{ instead: ec2Errors.duplicate() }]],
    ['after a response was lost', [{ afterwards: ec2Errors.reset() }]],
    ['after EC2 throttled a request but executed it all the same', [{ afterwards: ec2Errors.throttled() }]],
  ])(
    '%s, and that this role cannot look up, may be of this step: the error says so, and the claim stays open.',
    async (_, faults) => {
      const ec2 = new FakeEc2();
      ec2.faults.create.push(...faults);
      ec2.faults.describe.push({ instead: ec2Errors.denied() }, { instead: ec2Errors.denied() });
      const { outcome, calls } = await create(ec2);
      expect(outcome).toMatchObject({
        code: 'NAME_TAKEN_MAYBE_BY_THIS_STEP',
        message: expect.stringMatching(
          /this step may have created it\.\nCould not look up key pair "deploy" in eu-west-1: UnauthorizedOperation/,
        ),
        hint: expect.stringContaining('ec2:DescribeKeyPairs'),
      });
      expect(calls).toEqual([]);
    },
  );

  test('by someone else, while the request of this step was lost, is an error once looks cannot show the past any more.', async () => {
    const ec2 = new FakeEc2();
    ec2.faults.create.push({ instead: ec2Errors.reset() });
    ec2.onCall = (call) => {
      if (call === 'describe') ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa', Tags: othersTags });
    };
    const { outcome, journal, calls } = await create(ec2);
    expect(outcome).toMatchObject({ code: 'NAME_TAKEN' });
    expect(starting(journal, 'delete')).toEqual([]);
    expect(starting(journal, 'describe')).not.toHaveLength(2);
    expect(calls).toEqual(['cancelled']);
  });

  test.each<[string, Fault]>([
    ['lost the response', { afterwards: ec2Errors.reset() }],
    ['delivered the request twice', { afterwards: ec2Errors.duplicate() }],
  ])(
    'by this step, while looks still show who had it before, is recovered from if the network %s.',
    async (_, fault) => {
      const ec2 = new FakeEc2();
      ec2.faults.create.push(fault);
      const real = ec2.pairs;
      const past = new Map([['key-0aaa', { KeyName: 'deploy', KeyPairId: 'key-0aaa', Tags: othersTags }]]);
      let looks = 0;
      ec2.onCall = (call) => {
        if (call === 'describe') looks += 1;
        Object.assign(ec2, { pairs: call === 'describe' && looks < 3 ? past : real });
      };
      const { outcome, calls, journal } = await create(ec2);
      expect(outcome).toMatchObject({ keyName: 'deploy' });
      expect(real.size).toBe(1);
      // Which request created it is not known.
      expect(calls).toMatchObject([{ unanswered: starting(journal, 'create').length - 2 }]);
    },
  );
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
  for (let damaged = 0; damaged < 30; damaged += 1) {
    ec2.faults.create.push({ response: { KeyMaterial: '-----BEGIN RSA PRIVATE KEY-----\nMIIEdamaged' } });
  }
  const { outcome } = await create(ec2, { insistFor: 0 });
  const texts: string[] = [];
  for (let error = outcome; error instanceof Error; error = error.cause) {
    texts.push(error.message, error.stack ?? '', JSON.stringify(error));
  }
  expect(texts.length).toBeGreaterThan(3);
  expect(texts.join('\n')).not.toContain('MIIEdamaged');
});
