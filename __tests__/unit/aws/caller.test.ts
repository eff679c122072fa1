import { createHash } from 'node:crypto';
import { EC2Client } from '@aws-sdk/client-ec2';
import { afterEach, describe, expect, test } from '@jest/globals';
import { isSameAccount } from '../../../src/aws/caller.ts';
import { type AwsSession, type Caller, openSession } from '../../../src/aws/session.ts';
import { serve, setAwsEnvironment } from './endpoint.ts';

const before = { ...process.env };

afterEach(() => {
  process.env = { ...before };
});

const policy = {
  total: 1_000,
  base: 0,
  cap: 0,
  lookFor: 30,
  searchFor: 60,
  signal: new AbortController().signal,
  insistFor: 1_000,
  onRetry: async () => {},
};

/** An access key ID that is known to be of this account, and one that contains none. */
const keyOfAccount = 'ASIAY34FZKBOKMUTVV7A';
const account = '609629065308';
const keyOfNoAccount = 'ASIAEXAMPLE';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

const recorded: Caller = { credentials: hashOf('ASIAOTHER'), account: hashOf(account) };

const identity = (of: string): string =>
  `<GetCallerIdentityResponse><GetCallerIdentityResult><Account>${of}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`;

/** Compares with a session whose STS answers this, and counts the requests to it. */
async function compare(
  {
    key,
    source,
    answer,
    statuses = [answer === undefined ? 403 : 200],
  }: { key: string; source?: string; answer?: string; statuses?: number[] },
  other: Caller,
): Promise<{ isSame: boolean; requests: number }> {
  await using sts = await serve(statuses, answer ?? '');
  setAwsEnvironment({
    AWS_ACCESS_KEY_ID: key,
    AWS_SECRET_ACCESS_KEY: 'example',
    AWS_ENDPOINT_URL: sts.url,
  });
  const opened = await openSession(EC2Client, 'eu-west-1', policy, process.env);
  const session: AwsSession =
    source === undefined ? opened : { ...opened, caller: { ...opened.caller, source } };
  const isSame = await isSameAccount(other, session);
  return { isSame, requests: sts.requests.length };
}

describe('Credentials with another access key are of the same account', () => {
  test('if they come from the same place and their accounts are the same, without a request.', async () => {
    const same = await compare({ key: keyOfAccount, source: 'role' }, { ...recorded, source: 'role' });
    expect(same).toEqual({ isSame: true, requests: 0 });
  });

  test('if STS confirms the account in the access key ID, and the other access key ID contains it, too.', async () => {
    const same = await compare({ key: keyOfAccount, answer: identity(account) }, recorded);
    expect(same).toEqual({ isSame: true, requests: 1 });
  });

  test('if STS confirms it only when it is asked again.', async () => {
    const answer = identity(account);
    const same = await compare({ key: keyOfAccount, statuses: [503, 200], answer }, recorded);
    expect(same).toEqual({ isSame: true, requests: 2 });
  });

  test('if access key IDs contain no account, and they come from the same place.', async () => {
    const same = await compare(
      { key: keyOfNoAccount, source: 'role', answer: identity(account) },
      { ...recorded, account: hashOf('000000000000'), source: 'role' },
    );
    expect(same.isSame).toBe(true);
  });
});

test('Credentials are of the account that STS named for a role, whatever their access key ID contains.', async () => {
  const ofRole = { ...recorded, role: 'arn:aws:iam::609629065308:role/ci', source: 'role' };
  const same = await compare({ key: keyOfNoAccount, answer: identity(account) }, ofRole);
  expect(same).toEqual({ isSame: true, requests: 1 });
});

describe('Credentials with another access key may be of another account', () => {
  test('if STS confirms the account in the access key ID, and the other one contains another.', async () => {
    const other = { ...recorded, account: hashOf('111111111111') };
    const same = await compare({ key: keyOfAccount, answer: identity(account) }, other);
    expect(same).toEqual({ isSame: false, requests: 1 });
  });

  test('even if they come from the same place.', async () => {
    const other = { ...recorded, account: hashOf('111111111111'), source: 'role' };
    const same = await compare({ key: keyOfAccount, source: 'role', answer: identity(account) }, other);
    expect(same.isSame).toBe(false);
  });

  test('if STS names another account than the access key ID contains: then neither proves anything.', async () => {
    const same = await compare({ key: keyOfAccount, answer: identity('111111111111') }, recorded);
    expect(same.isSame).toBe(false);
  });

  test.each([
    ['does not answer', undefined],
    ['answers without an account', '<GetCallerIdentityResponse/>'],
  ])('if STS %s, whatever place they come from.', async (_what, answer) => {
    const other = { ...recorded, account: hashOf('111111111111'), source: 'role' };
    const given = answer === undefined ? {} : { answer };
    expect((await compare({ key: keyOfAccount, source: 'role', ...given }, other)).isSame).toBe(false);
  });
});
