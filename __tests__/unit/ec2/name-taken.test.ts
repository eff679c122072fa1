import { describe, expect, test } from '@jest/globals';
import { NameTakenError } from '../../../src/ec2/name-taken.ts';
import { tagKeys } from '../../../src/ownership.ts';

const repository = 'github.com/octo/widgets';
const taken = 'Key pair "deploy" already exists in eu-west-1 (key-0aaa, fingerprint aa:bb).';

/** The error of attempt 2 of run 4242, for a key pair with these tags. */
function errorFor(tags: Readonly<Record<string, string>>): NameTakenError {
  const holder = {
    keyPairId: 'key-0aaa',
    keyName: 'deploy',
    region: 'eu-west-1',
    keyType: 'rsa',
    fingerprint: 'aa:bb',
    publicKey: undefined,
    createdAt: undefined,
    tags: new Map(Object.entries(tags)),
  } as const;
  const asked = [
    { key: tagKeys.repository, value: repository },
    { key: tagKeys.run, value: '4242/2' },
  ];
  return new NameTakenError(holder, { tags: asked }, undefined);
}

describe('A name that this run has taken is reported as such', () => {
  const ofRun = (run: string) => ({ [tagKeys.repository]: repository, [tagKeys.run]: run });
  const inStore = { [tagKeys.store]: 'ssm:/keys/deploy' };

  test('by an earlier attempt: no one may have the private key', () => {
    expect(errorFor(ofRun('4242/1')).message).toBe(
      `${taken} Attempt 1 of this run created it. Unless it imported a key or saved the private key, no one has that.`,
    );
  });

  test('by another step of this attempt, which may have the private key', () => {
    expect(errorFor(ofRun('4242/2')).message).toBe(`${taken} Another step of this run created it.`);
  });

  test('by an earlier attempt that kept the private key in a store', () => {
    const { message, hint } = errorFor({ ...ofRun('4242/1'), ...inStore });
    expect(message).toBe(`${taken} Attempt 1 of this run created it.`);
    expect(hint).toMatch(/^Its private key is in ssm:\/keys\/deploy: to use both, set operation: ensure\./);
    expect(hint).not.toContain('delete');
  });
});

test('A store whose name would not be one is not believed', () => {
  expect(errorFor({ [tagKeys.store]: 'ssm:a b' }).hint).toContain('EC2 returns a private key only once');
});

test.each([
  ['no tags', {}],
  ['another run', { [tagKeys.repository]: repository, [tagKeys.run]: '42/1' }],
  ['another repository', { [tagKeys.repository]: 'github.com/octo/gadgets', [tagKeys.run]: '4242/1' }],
  ['an unreadable run', { [tagKeys.repository]: repository, [tagKeys.run]: '4242/::x' }],
])('A name that a key pair with %s has taken is not reported as of this run', (_, tags) => {
  expect(errorFor(tags).message).toBe(taken);
});

test('The hint says how to get a new key in every run, how to use the key pair, and how to replace it', () => {
  const { hint } = errorFor({});
  for (const way of ['leave out key-name', 'operation: ensure', 'operation: delete']) {
    expect(hint).toContain(way);
  }
});
