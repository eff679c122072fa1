import { DescribeKeyPairsCommand } from '@aws-sdk/client-ec2';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createAccount, type LocalAws, startLocalAws } from '../../../../local/aws/server.ts';
import { ec2ClientOf, expectError, type ManuallySigned, sendManuallySigned } from './clients.ts';

const user = createAccount('111111111111');
const session = createAccount('222222222222', 'session');
const MINUTE = 60_000;
let aws: LocalAws;

beforeAll(async () => {
  aws = await startLocalAws({ accounts: [user, session] });
});

afterAll(() => aws.close());

function describePairs(more: Partial<ManuallySigned>) {
  const parameters = { Action: 'DescribeKeyPairs', Version: '2016-11-15' };
  return sendManuallySigned(aws.url, { account: user, parameters, ...more });
}

function whoAmI(more: Partial<ManuallySigned>) {
  const parameters = { Action: 'GetCallerIdentity', Version: '2011-06-15' };
  return sendManuallySigned(aws.url, { account: user, service: 'sts', parameters, ...more });
}

async function sendUnsigned(body: string) {
  const response = await fetch(aws.url, { method: 'POST', body });
  return { status: response.status, text: await response.text() };
}

function fromNow(minutes: number): Date {
  return new Date(Date.now() + minutes * MINUTE);
}

describe('A request to EC2', () => {
  test.each([
    ['a user', user],
    ['a session with its token', session],
  ])('signed by %s succeeds.', async (_who, account) => {
    expect(await describePairs({ account })).toMatchObject({ status: 200 });
    await ec2ClientOf(aws, { account }).send(new DescribeKeyPairsCommand({}));
    expect(aws.requests.at(-1)).toMatchObject({ accountId: account.accountId, executed: true });
  });

  test.each<[string, Partial<ManuallySigned>]>([
    ['with another secret', { account: { ...user, secretAccessKey: createAccount().secretAccessKey } }],
    ['with an unknown key', { account: createAccount() }],
    ['with a token that the key does not have', { account: { ...user, sessionToken: 'invalid' } }],
    ['of a session with another token', { account: { ...session, sessionToken: 'invalid' } }],
    ['of a session without its token', { account: withoutToken(session) }],
    ['whose body was changed', { bodySent: 'Action=DeleteKeyPair&Version=2016-11-15&KeyName=deploy' }],
    ['with an x-amz- header that is not signed', { unsignedHeaders: { 'x-amz-meta': 'x' } }],
    ['whose host is not signed', { notSigned: 'host' }],
    ['whose scope has another day', { day: '20200101' }],
    ['that announces another body', { headers: { 'x-amz-content-sha256': '0'.repeat(64) } }],
  ])('%s fails with AuthFailure and status 401.', async (_what, more) => {
    const { status, text } = await describePairs(more);
    expect(status).toBe(401);
    expect(text).toContain('<Code>AuthFailure</Code>');
    expect(aws.requests.at(-1)).toMatchObject({
      accountId: '',
      executed: false,
      outcome: { kind: 'answered', status: 401, error: 'AuthFailure' },
    });
  });

  test.each([-14, 14])('whose clock is %i minutes off succeeds.', async (minutes) => {
    expect(await describePairs({ now: fromNow(minutes) })).toMatchObject({ status: 200 });
  });

  test.each([-16, 16])('whose clock is %i minutes off fails with RequestExpired.', async (minutes) => {
    const { status, text } = await describePairs({ now: fromNow(minutes) });
    expect(status).toBe(400);
    expect(text).toContain('<Code>RequestExpired</Code>');
  });

  test('that the SDK signed with another secret fails with an error that the SDK recognizes.', async () => {
    const account = { ...user, secretAccessKey: createAccount().secretAccessKey };
    const call = ec2ClientOf(aws, { account }).send(new DescribeKeyPairsCommand({}));
    const message = 'AWS was not able to validate the provided access credentials';
    await expectError(call, 'AuthFailure', { status: 401, message });
  });

  // aws-doc-sdk-examples#4026 shows EC2's response.
  test("that is not signed fails with EC2's own error, and is not logged.", async () => {
    const before = aws.requests.length;
    const { status, text } = await sendUnsigned('Action=DescribeKeyPairs&Version=2016-11-15');
    expect(status).toBe(400);
    expect(text).toContain(
      '<Response><Errors><Error><Code>MissingParameter</Code><Message>The request must contain the parameter AWSAccessKeyId</Message>',
    );
    expect(aws.requests).toHaveLength(before);
  });

  test('signed for a service that the endpoint does not have fails.', async () => {
    expect((await describePairs({ service: 's3' })).text).toContain('<Code>InvalidAction</Code>');
  });

  test('belongs to the Region in its signature.', async () => {
    await describePairs({ region: 'ap-southeast-4' });
    expect(aws.requests.at(-1)?.region).toBe('ap-southeast-4');
  });

  test('can have signed parameters in its URL.', async () => {
    const query = { KeyName: "a b&c=d'()*~é", Action: 'DeleteKeyPair', Version: '2016-11-15' };
    expect(await describePairs({ query, parameters: {} })).toMatchObject({ status: 200 });
    expect(aws.requests.at(-1)?.params).toEqual({ KeyName: query.KeyName });
  });
});

describe('A request to STS', () => {
  test.each([
    ['a user', user, 'arn:aws:iam::111111111111:user/local', /<UserId>AIDA[A-Z2-7]{16}<\/UserId>/],
    [
      'a session',
      session,
      'arn:aws:sts::222222222222:assumed-role/local/session',
      /<UserId>AROA[A-Z2-7]{16}:session<\/UserId>/,
    ],
  ])('returns the identity of %s.', async (_who, account, arn, userId) => {
    const { status, text } = await whoAmI({ account });
    expect(status).toBe(200);
    expect(text).toContain(`<GetCallerIdentityResult><Arn>${arn}</Arn>`);
    expect(text).toMatch(userId);
    expect(text).toContain(
      `<Account>${account.accountId}</Account></GetCallerIdentityResult><ResponseMetadata>`,
    );
  });

  test.each<[string, Partial<ManuallySigned>, string]>([
    ['with an unknown key', { account: createAccount() }, 'InvalidClientTokenId'],
    ['of a session without its token', { account: withoutToken(session) }, 'InvalidClientTokenId'],
    [
      'with another secret',
      { account: { ...user, secretAccessKey: createAccount().secretAccessKey } },
      'SignatureDoesNotMatch',
    ],
    ['whose clock is off', { now: fromNow(-16) }, 'SignatureDoesNotMatch'],
  ])("%s fails with status 403 in STS's XML.", async (_what, more, code) => {
    const { status, text } = await whoAmI(more);
    expect(status).toBe(403);
    expect(text).toContain(`<Error><Type>Sender</Type><Code>${code}</Code>`);
  });

  test.each([
    ['of STS', 'Action=GetCallerIdentity&Version=2011-06-15'],
    ['of no API', 'Action=GetCallerIdentity'],
  ])('that is not signed, %s, fails with MissingAuthenticationToken.', async (_which, body) => {
    const { status, text } = await sendUnsigned(body);
    expect(status).toBe(403);
    expect(text).toContain('<Error><Type>Sender</Type><Code>MissingAuthenticationToken</Code>');
  });

  test('with expired credentials fails with ExpiredToken.', async () => {
    aws.faults.add({ on: 'GetCallerIdentity', effect: { kind: 'expired-credentials' } });
    const { status, text } = await whoAmI({});
    expect(status).toBe(403);
    expect(text).toContain('<Code>ExpiredToken</Code>');
  });
});

test('Every account has its own credentials, and the environment contains them.', () => {
  expect(createAccount().secretAccessKey).not.toBe(createAccount().secretAccessKey);
  const environment = aws.environment('eu-north-1', session);
  expect(environment).toMatchObject({
    AWS_ACCESS_KEY_ID: session.accessKeyId,
    AWS_SESSION_TOKEN: session.sessionToken,
    AWS_REGION: 'eu-north-1',
    AWS_ENDPOINT_URL: aws.url,
  });
  expect(aws.environment()).not.toHaveProperty('AWS_SESSION_TOKEN');
});

function withoutToken({ accountId, accessKeyId, secretAccessKey }: typeof session): typeof session {
  return { accountId, accessKeyId, secretAccessKey };
}
