import { afterEach, describe, expect, test } from '@jest/globals';
import { findArnScope } from '../../../src/ec2/arn-scope.ts';
import { openKeyPairSession } from '../../../src/ec2/session.ts';
import { credentialVariables, serve, setAwsEnvironment, setEndpoint } from '../aws/endpoint.ts';

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

function identityOf(account: string): string {
  return `<GetCallerIdentityResponse><GetCallerIdentityResult><Account>${account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`;
}

/** Opens a session in a Region, and finds its scope with what the credentials say of the account. */
async function scopeIn(region: string) {
  const { session, accountId } = await openKeyPairSession(region, policy, process.env);
  return findArnScope(session, accountId);
}

describe('The account of an ARN', () => {
  test('is asked of STS, once, if the credentials do not name it.', async () => {
    await using server = await serve(200, identityOf('210987654321'));
    setEndpoint(server.url);
    expect(await scopeIn('eu-west-1')).toEqual({
      partition: 'aws',
      region: 'eu-west-1',
      accountId: '210987654321',
    });
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      expect.stringContaining('/eu-west-1/sts/'),
    ]);
  });

  test('is not asked if the credentials name it.', async () => {
    await using server = await serve(200, identityOf('210987654321'));
    setAwsEnvironment({
      ...credentialVariables,
      AWS_ENDPOINT_URL: server.url,
      AWS_ACCOUNT_ID: '123456789012',
    });
    expect(await scopeIn('eu-west-1')).toMatchObject({ accountId: '123456789012' });
    expect(server.requests).toEqual([]);
  });

  test.each(['12345', '1234-5678-9012', 'production'])(
    'is asked if AWS_ACCOUNT_ID is %s, which is no account ID.',
    async (account) => {
      await using server = await serve(200, identityOf('210987654321'));
      setAwsEnvironment({ ...credentialVariables, AWS_ENDPOINT_URL: server.url, AWS_ACCOUNT_ID: account });
      expect(await scopeIn('eu-west-1')).toMatchObject({ accountId: '210987654321' });
    },
  );

  test('is not taken from a response without one: the step fails, and says what it asked.', async () => {
    await using server = await serve(200, identityOf(''));
    setEndpoint(server.url);
    await expect(scopeIn('eu-west-1')).rejects.toMatchObject({
      code: 'NO_ANSWER',
      message: expect.stringMatching(/^Could not look up the AWS account for the output key-pair-arn in /),
    });
  });
});

test.each([
  ['us-east-1', 'aws'],
  ['cn-north-1', 'aws-cn'],
  ['us-gov-west-1', 'aws-us-gov'],
  ['eusc-de-east-1', 'aws-eusc'],
  ['us-iso-east-1', 'aws-iso'],
  ['ap-nowhere-7', 'aws'],
])('ARNs of the Region %s are in the partition %s.', async (region, partition) => {
  setAwsEnvironment({ ...credentialVariables, AWS_ACCOUNT_ID: '123456789012' });
  expect(await scopeIn(region)).toMatchObject({ partition, region });
});
