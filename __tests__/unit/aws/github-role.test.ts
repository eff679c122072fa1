import { generateKeyPairSync } from 'node:crypto';
import { EC2Client } from '@aws-sdk/client-ec2';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type LocalAws, type LocalRole, startLocalAws } from '../../../local/aws/server.ts';
import { type IdTokens, startIdTokens } from '../../../local/runner/id-tokens.ts';
import { GitHubRole } from '../../../src/aws/github-role.ts';
import { openSession } from '../../../src/aws/session.ts';
import { KeyPairError } from '../../../src/errors.ts';
import '../../lib/one-realm.ts';
import { setAwsEnvironment } from './endpoint.ts';

const before = { ...process.env };
const arn = 'arn:aws:iam::111111111111:role/ci';
const sub = 'repo:octo/widgets:ref:refs/heads/main';

const retried: string[] = [];
const policy = {
  total: 60_000,
  base: 0,
  cap: 0,
  lookFor: 30,
  searchFor: 60,
  signal: new AbortController().signal,
  insistFor: 60_000,
  onRetry: async (_error: unknown, _within: number, service: string) => {
    retried.push(service);
  },
};

let tokens: IdTokens;
let aws: LocalAws;

beforeEach(async () => {
  retried.length = 0;
  tokens = await startIdTokens();
  tokens.allow('bearer', { sub });
  await restart({});
});

afterEach(async () => {
  process.env = { ...before };
  await aws.close();
  await tokens[Symbol.asyncDispose]();
});

/** Another role at the endpoint. */
async function restart(changes: Partial<LocalRole>): Promise<void> {
  await aws?.close();
  const { issuer, publicKey } = tokens;
  const provider = { issuer, publicKey, audiences: ['sts.amazonaws.com'] };
  aws = await startLocalAws();
  aws.addRole({ arn, provider, subjects: [sub], ...changes });
}

interface Changes {
  readonly variables?: Readonly<Record<string, string>>;
  readonly timeLimit?: number;
  readonly signal?: AbortSignal;
  registerMasks?(values: readonly string[]): Promise<void>;
}

const masked: string[][] = [];

function role(changes: Changes = {}): GitHubRole {
  masked.length = 0;
  const { variables, timeLimit = 20_000, signal = policy.signal } = changes;
  return new GitHubRole({
    arn,
    sessionName: 'widgets.1-1.build',
    policy: { ...policy, signal },
    timeLimit,
    transport: {
      variables: {
        ACTIONS_ID_TOKEN_REQUEST_URL: tokens.url,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer',
        ...variables,
      },
    },
    registerMasks: changes.registerMasks ?? (async (values) => void masked.push([...values])),
  });
}

/** A session with the role. The environment has credentials of another account. */
function open(assumed: GitHubRole, region = 'eu-west-1') {
  setAwsEnvironment({ ...aws.environment(), AWS_ACCOUNT_ID: '999999999999' });
  return openSession(EC2Client, region, policy, process.env, undefined, assumed);
}

async function failure(assumed: GitHubRole): Promise<KeyPairError> {
  const error = await open(assumed).catch((thrown: unknown) => thrown);
  if (!(error instanceof KeyPairError)) throw new Error('not a failure of the role', { cause: error });
  for (const token of tokens.issued) {
    expect(`${error.message}${error.hint}${error.details}`).not.toContain(token.slice(-40));
  }
  return error;
}

/** Does something so many minutes later. */
async function atLater(
  minutes: number,
  clock: { now(): number },
  work: () => Promise<unknown>,
): Promise<void> {
  const now = clock.now.bind(clock);
  const later = jest.spyOn(clock, 'now').mockImplementation(() => now() + minutes * 60_000);
  try {
    await work();
  } finally {
    later.mockRestore();
  }
}

describe('A session with a role', () => {
  test('has the credentials, the account and the name of the role, whatever the environment has.', async () => {
    const { caller, client } = await open(role());
    const { accountId, sessionToken } = await client(EC2Client).config.credentials();
    expect(accountId).toBe('111111111111');
    expect(sessionToken).not.toBe(undefined);
    expect(caller.role).toBe(arn);
    expect(caller.source).toMatch(/^[0-9a-f]{16}$/);
  });

  test('asks for the shortest session, with the name of the job, in the Region of the step.', async () => {
    await open(role());
    const [request, ...others] = aws.requests;
    expect(others).toEqual([]);
    expect(request?.params).toMatchObject({
      RoleArn: arn,
      RoleSessionName: 'widgets.1-1.build',
      DurationSeconds: '3600',
    });
    expect(request?.userAgent).toContain('api/sts');
  });

  test('is the same session in another Region, with one token.', async () => {
    const assumed = role();
    const one = await open(assumed);
    const other = await open(assumed, 'us-east-1');
    expect(other.caller).toEqual(one.caller);
    expect([tokens.requests, aws.requests.length]).toEqual([1, 1]);
  });

  test.each([
    ['is the same one for 54 minutes', performance, 54, 1],
    ['is a new one, with a new token, when the first is about to end', performance, 56, 2],
    ['is a new one after the machine was suspended for an hour', Date, 56, 2],
  ])('%s.', async (_, clock, minutes, count) => {
    const assumed = role();
    await open(assumed);
    await atLater(minutes, clock, async () => {
      await open(assumed, 'us-east-1');
      await open(assumed, 'us-east-1');
    });
    expect([tokens.requests, aws.requests.length]).toEqual([count, count]);
  });

  test('is asked for again by the next request if it could not be renewed.', async () => {
    const assumed = role();
    await open(assumed);
    aws.faults.add({ on: 'AssumeRoleWithWebIdentity', effect: { kind: 'deny' } });
    await atLater(56, performance, async () => {
      await expect(open(assumed)).rejects.toThrow('AccessDenied');
      await open(assumed);
    });
    expect(tokens.requests).toBe(3);
  });

  test('masks the token and its signature before anything else is sent.', async () => {
    let sentBefore = -1;
    const registerMasks = async (values: readonly string[]) => {
      masked.push([...values]);
      await new Promise((resolve) => setImmediate(resolve));
      sentBefore = aws.requests.length;
    };
    await open(role({ registerMasks }));
    const [token = ''] = tokens.issued;
    expect(masked).toEqual([[token, token.split('.')[2]]]);
    expect(sentBefore).toBe(0);
  });

  test('is not opened if the masks cannot be written.', async () => {
    const registerMasks = async () => {
      throw new KeyPairError('RUNNER_FILE_NOT_WRITABLE', 'Cannot write standard output.');
    };
    expect((await failure(role({ registerMasks }))).code).toBe('RUNNER_FILE_NOT_WRITABLE');
    expect(aws.requests).toEqual([]);
  });
});

describe('A request for a token that fails is sent again, if it can succeed then:', () => {
  test.each([
    ['a lost connection', { kind: 'drop' }],
    ['HTTP 500', { kind: 'answer', status: 500, body: 'oops' }],
    ['HTTP 503', { kind: 'answer', status: 503, body: '' }],
    ['HTTP 429', { kind: 'answer', status: 429, body: '' }],
    ['a page instead of JSON', { kind: 'answer', status: 200, body: '<html>' }],
    ['JSON without a token', { kind: 'answer', status: 200, body: '{"count":0}' }],
    ['JSON that is no object', { kind: 'answer', status: 200, body: 'null' }],
  ] as const)('%s.', async (_case, fault) => {
    tokens.fail(fault, 2);
    await open(role());
    expect(tokens.requests).toBe(3);
    expect(retried).toEqual(['GitHub', 'GitHub']);
  });

  test.each([400, 401, 403, 404])('HTTP %i ends it at once.', async (status) => {
    tokens.fail({ kind: 'answer', status, body: '{"message":"secret"}' });
    const { code, message } = await failure(role());
    expect(code).toBe('ID_TOKEN_NOT_ISSUED');
    expect(message).toBe(`GitHub did not issue an OIDC token. GitHub answered with HTTP ${status}.`);
    expect(tokens.requests).toBe(1);
  });

  test('what is in place of a token is not quoted.', async () => {
    tokens.fail({ kind: 'answer', status: 200, body: '{"value":"a secret without a form"}' });
    const { code, message } = await failure(role({ timeLimit: 200 }));
    expect(code).toMatch(/^(?:ID_TOKEN_NOT_ISSUED|ROLE_NOT_ASSUMED)$/);
    expect(message).not.toContain('a secret');
  });

  test('no answer at all ends in time.', async () => {
    tokens.fail({ kind: 'silence' });
    const { code, message } = await failure(role({ timeLimit: 100 }));
    expect(code).toBe('ROLE_NOT_ASSUMED');
    expect(message).toBe(`Could not assume the role ${arn}: no answer within 0.1 s.`);
  });

  test('so does a step whose own time is up.', async () => {
    tokens.fail({ kind: 'silence' });
    const outOfTime = new AbortController();
    setTimeout(() => outOfTime.abort(), 50);
    await expect(open(role({ signal: outOfTime.signal }))).rejects.toThrow('aborted');
  });
});

describe('No token is requested', () => {
  test.each(['ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'])(
    'without %s: the job lacks the permission.',
    async (name) => {
      const { code, hint } = await failure(role({ variables: { [name]: '' } }));
      expect(code).toBe('NO_ID_TOKEN');
      expect(hint).toContain('id-token: write');
      expect(tokens.requests).toBe(0);
    },
  );

  test('from what is not a URL.', async () => {
    const { code } = await failure(role({ variables: { ACTIONS_ID_TOKEN_REQUEST_URL: '/token' } }));
    expect(code).toBe('ID_TOKEN_NOT_ISSUED');
  });

  test('where others could read the token.', async () => {
    const variables = { ACTIONS_ID_TOKEN_REQUEST_URL: 'http://actions.example.com/token?a=b' };
    expect((await failure(role({ variables }))).code).toBe('ENDPOINT_NOT_SAFE');
  });

  test('without the check of certificates.', async () => {
    const variables = {
      ACTIONS_ID_TOKEN_REQUEST_URL: 'https://actions.example.com/token?a=b',
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
    };
    expect((await failure(role({ variables }))).code).toBe('ENDPOINT_NOT_SAFE');
  });

  test('without the proxy that the environment sets for GitHub.', async () => {
    const variables = {
      ACTIONS_ID_TOKEN_REQUEST_URL: 'https://actions.example.com/token?a=b',
      HTTPS_PROXY: 'http://127.0.0.1:9',
    };
    const { code, message } = await failure(role({ variables, timeLimit: 1_000 }));
    expect(code).toBe('ID_TOKEN_NOT_ISSUED');
    expect(message).toContain('cannot reach the proxy 127.0.0.1:9 (HTTPS_PROXY)');
  });
});

describe('A refusal of STS', () => {
  test.each([
    ['the subject is not allowed', { subjects: ['repo:octo/other:ref:refs/heads/main'] }, 'AccessDenied'],
    ['the role does not exist', { arn: 'arn:aws:iam::111111111111:role/other' }, 'AccessDenied'],
  ])('names what the trust policy must allow if %s.', async (_case, changes, name) => {
    await restart(changes);
    const { code, message, hint } = await failure(role());
    expect(code).toBe('ROLE_NOT_ASSUMED');
    expect(message).toContain(`Could not assume the role ${arn} in eu-west-1: ${name}: Not authorized`);
    expect(hint).toContain(`token.actions.githubusercontent.com:sub is "${sub}"`);
    expect(hint).toContain('token.actions.githubusercontent.com:aud is "sts.amazonaws.com"');
    expect(aws.requests).toHaveLength(1);
  });

  test.each([
    ['no provider of this issuer', { issuer: 'https://issuer.example' }],
    ['a provider that does not accept the audience', { audiences: ['https://github.com/octo'] }],
    [
      'a provider with another key',
      { publicKey: generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey },
    ],
  ])('names the provider that the account needs, if it has %s.', async (_case, changes) => {
    const { issuer, publicKey } = tokens;
    await restart({ provider: { issuer, publicKey, audiences: ['sts.amazonaws.com'], ...changes } });
    const { code, message, hint } = await failure(role());
    expect(code).toBe('ROLE_NOT_ASSUMED');
    expect(message).toContain('InvalidIdentityToken');
    expect(hint).toContain(
      'for https://token.actions.githubusercontent.com, with the audience sts.amazonaws.com',
    );
  });

  test('does not show a claim that is no plain text.', async () => {
    await restart({ subjects: [] });
    tokens.allow('bearer', { sub: 'a b\n::error::c' });
    expect((await failure(role())).hint).toContain('sub is "that of this job"');
  });

  test.each([
    ['InvalidIdentityToken', "Couldn't retrieve verification key from your identity provider", 400],
    ['IDPCommunicationError', 'An error occurred while communicating', 400],
  ])('is asked again if it is that AWS could not reach GitHub: %s.', async (code, message, status) => {
    const effect = { kind: 'error', code, message, status } as const;
    aws.faults.add({ on: 'AssumeRoleWithWebIdentity', times: 2, effect });
    await open(role());
    expect([aws.requests.length, tokens.requests]).toEqual([3, 1]);
  });

  test.each([
    ['a throttled request', { kind: 'throttle' }],
    ['a lost request', { kind: 'drop' }],
    ['a lost response', { kind: 'execute-then-drop' }],
    ['an internal error', { kind: 'error', code: 'InternalFailure', status: 500 }],
    ["a proxy's page", { kind: 'proxy-page', executed: false }],
  ] as const)('is not %s: then it is asked again.', async (_case, effect) => {
    aws.faults.add({ on: 'AssumeRoleWithWebIdentity', times: 2, effect });
    await open(role());
    expect([aws.requests.length, tokens.requests]).toEqual([3, 1]);
    expect(retried).toEqual(['STS', 'STS']);
  });

  test('is not awaited for longer than the limit.', async () => {
    aws.faults.add({ on: 'AssumeRoleWithWebIdentity', effect: { kind: 'delay', ms: 1_000 } });
    const { code } = await failure(role({ timeLimit: 100 }));
    expect(code).toBe('ROLE_NOT_ASSUMED');
    await aws.settled();
  });
});
