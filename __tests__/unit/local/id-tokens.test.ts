import { verify } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { type LocalRole, startLocalAws } from '../../../local/aws/server.ts';
import { type IdTokens, startIdTokens } from '../../../local/runner/id-tokens.ts';

const arn = 'arn:aws:iam::111111111111:role/ci';
const sub = 'repo:octo/widgets:ref:refs/heads/main';

async function request(tokens: IdTokens, bearer: string, audience = '&audience=sts.amazonaws.com') {
  const response = await fetch(`${tokens.url}${audience}`, {
    headers: { authorization: `bearer ${bearer}` },
  });
  const body = await response.text();
  return { status: response.status, token: body === '' ? '' : String(JSON.parse(body).value) };
}

/** What STS answers: an error code, or the ARN of the session. */
async function assume(
  role: Partial<LocalRole>,
  tokens: IdTokens,
  changes: Record<string, string>,
): Promise<string> {
  const provider = { issuer: tokens.issuer, publicKey: tokens.publicKey, audiences: ['sts.amazonaws.com'] };
  const aws = await startLocalAws();
  aws.addRole({ arn, provider, subjects: [sub], ...role });
  try {
    const response = await fetch(aws.url, {
      method: 'POST',
      body: new URLSearchParams({
        Action: 'AssumeRoleWithWebIdentity',
        Version: '2011-06-15',
        RoleArn: arn,
        RoleSessionName: 'job',
        ...changes,
      }),
    });
    const text = await response.text();
    return /<Code>(.*?)<\/Code>|<Arn>(.*?)<\/Arn>/.exec(text)?.slice(1).join('') ?? text;
  } finally {
    await aws.close();
  }
}

test('The service signs tokens with the claims of the job, for the audience that is asked for.', async () => {
  await using tokens = await startIdTokens();
  tokens.allow('bearer', { sub, repository: 'octo/widgets' });
  const { status, token } = await request(tokens, 'bearer');
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const isSigned = verify(
    'sha256',
    Buffer.from(`${header}.${payload}`),
    tokens.publicKey,
    Buffer.from(signature, 'base64url'),
  );
  expect([status, isSigned]).toEqual([200, true]);
  expect(claims).toMatchObject({
    sub,
    aud: 'sts.amazonaws.com',
    iss: tokens.issuer,
    repository: 'octo/widgets',
  });
  expect(claims.exp - claims.iat).toBe(300);
});

test('It refuses another bearer, and a request without an audience.', async () => {
  await using tokens = await startIdTokens();
  tokens.allow('bearer', { sub });
  expect((await request(tokens, 'other')).status).toBe(401);
  expect((await request(tokens, 'bearer', '')).status).toBe(400);
});

test('STS checks the role, the subject, the audience, the time, the name, and the duration.', async () => {
  await using tokens = await startIdTokens();
  await using others = await startIdTokens();
  for (const service of [tokens, others]) service.allow('bearer', { sub });
  const { token } = await request(tokens, 'bearer');
  const { token: forged } = await request(others, 'bearer');
  const { token: elsewhere } = await request(tokens, 'bearer', '&audience=other');
  tokens.validFor = -1;
  const { token: expired } = await request(tokens, 'bearer');
  const given = { WebIdentityToken: token };

  expect(await assume({}, tokens, given)).toBe('arn:aws:sts::111111111111:assumed-role/ci/job');
  expect(await assume({ arn: `${arn}-2` }, tokens, given)).toBe('AccessDenied');
  expect(await assume({ subjects: ['repo:octo/widgets:*'] }, tokens, given)).toBe('AccessDenied');
  expect(await assume({}, tokens, { WebIdentityToken: forged })).toBe('InvalidIdentityToken');
  expect(await assume({}, tokens, { WebIdentityToken: elsewhere })).toBe('InvalidIdentityToken');
  expect(await assume({}, tokens, { WebIdentityToken: 'none' })).toBe('InvalidIdentityToken');
  expect(await assume({}, tokens, { WebIdentityToken: expired })).toBe('ExpiredTokenException');
  expect(await assume({}, tokens, { ...given, RoleSessionName: 'a/b' })).toBe('ValidationError');
  expect(await assume({}, tokens, { ...given, DurationSeconds: '899' })).toBe('ValidationError');
});
