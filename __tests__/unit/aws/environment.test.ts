import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DescribeKeyPairsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { endpointOf } from '../../../src/aws/endpoint.ts';
import { openSession } from '../../../src/aws/session.ts';
import { KeyPairError } from '../../../src/errors.ts';
import '../../lib/one-realm.ts';
import { credentialVariables, serve, setAwsEnvironment } from './endpoint.ts';

/* The suite `environment` in e2e/ compares what is read with the AWS CLI. Here is what is said of what cannot be used. */

const before = { ...process.env };
const policy = {
  total: 1_000,
  base: 0,
  cap: 0,
  lookFor: 30,
  searchFor: 60,
  signal: new AbortController().signal,
  onThrottled: () => {},
};
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-environment-'));
});

afterEach(() => {
  process.env = { ...before };
  rmSync(folder, { recursive: true });
});

/** Opens a session that must fail, with these variables and this configuration file. */
async function failure(variables: Record<string, string>, config = ''): Promise<KeyPairError> {
  const file = path.join(folder, 'config');
  writeFileSync(file, config);
  setAwsEnvironment({ ...variables, AWS_CONFIG_FILE: file });
  const error = await openSession(EC2Client, undefined, policy, process.env).catch(
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof KeyPairError)) throw new Error('The session was opened.', { cause: error });
  return error;
}

const region = { AWS_REGION: 'eu-west-1' };
const exported = { ...credentialVariables, ...region };

/** The Region, access key ID and endpoint of a session with these variables and this configuration file. */
async function opened(variables: Record<string, string>, config = '') {
  const file = path.join(folder, 'config');
  writeFileSync(file, config);
  setAwsEnvironment({ ...variables, AWS_CONFIG_FILE: file });
  const session = await openSession(EC2Client, undefined, policy, process.env);
  const client = session.client(EC2Client);
  const { accessKeyId, sessionToken } = await client.config.credentials();
  const endpoint = await endpointOf(client, DescribeKeyPairsCommand);
  return { region: session.region, accessKeyId, sessionToken, endpoint };
}

const ci = '[profile ci]\nregion = eu-west-3\naws_access_key_id = AKIACI\naws_secret_access_key = example\n';

describe('As for the AWS CLI,', () => {
  test.each<[what: string, variables: Record<string, string>, expected: object]>([
    [
      'exported keys are before AWS_PROFILE',
      { ...exported, AWS_PROFILE: 'ci' },
      { accessKeyId: 'AKIAEXAMPLE' },
    ],
    [
      'the profile has the Region of exported keys',
      { ...credentialVariables, AWS_PROFILE: 'ci' },
      { region: 'eu-west-3' },
    ],
    [
      'AWS_DEFAULT_PROFILE is read',
      { AWS_DEFAULT_PROFILE: 'ci' },
      { region: 'eu-west-3', accessKeyId: 'AKIACI' },
    ],
    [
      'AWS_DEFAULT_REGION is read',
      { ...credentialVariables, AWS_DEFAULT_REGION: 'eu-west-2' },
      { region: 'eu-west-2' },
    ],
    ['AWS_SECURITY_TOKEN is read', { ...exported, AWS_SECURITY_TOKEN: 'token' }, { sessionToken: 'token' }],
    [
      'True is true',
      { ...exported, AWS_USE_FIPS_ENDPOINT: 'True' },
      { endpoint: 'ec2-fips.eu-west-1.amazonaws.com' },
    ],
    [
      'FALSE is false',
      { ...exported, AWS_USE_DUALSTACK_ENDPOINT: 'FALSE' },
      { endpoint: 'ec2.eu-west-1.amazonaws.com' },
    ],
    [
      'an endpoint can be ignored',
      { ...exported, AWS_ENDPOINT_URL: 'https://all.example', AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'TRUE' },
      { endpoint: 'ec2.eu-west-1.amazonaws.com' },
    ],
    [
      'the endpoint of a service is before that of all',
      {
        ...exported,
        AWS_PROFILE: 'ci',
        AWS_ENDPOINT_URL: 'https://all.example',
        AWS_ENDPOINT_URL_EC2: 'https://own.example',
      },
      { endpoint: 'own.example' },
    ],
  ])('%s.', async (_what, variables, expected) => {
    expect(await opened(variables, ci)).toMatchObject(expected);
  });

  test('a web identity is before the keys of a profile.', async () => {
    const error = await failure(
      { ...region, AWS_PROFILE: 'ci', AWS_WEB_IDENTITY_TOKEN_FILE: '/token', AWS_ROLE_ARN: 'role' },
      ci,
    );
    expect(error.message).toContain('AWS_WEB_IDENTITY_TOKEN_FILE, for the role role');
  });
});

describe('A value that cannot be used is named with its place:', () => {
  test.each<[message: string, variables: Record<string, string>]>([
    [
      'AWS_REGION is not an AWS Region: "us-east-1\\n".',
      { ...credentialVariables, AWS_REGION: 'us-east-1\n' },
    ],
    ['AWS_REGION is not an AWS Region: "us-east-1a".', { ...credentialVariables, AWS_REGION: 'us-east-1a' }],
    [
      'AWS_DEFAULT_REGION is not an AWS Region: "Ireland".',
      { ...credentialVariables, AWS_DEFAULT_REGION: 'Ireland' },
    ],
    ['AWS_USE_FIPS_ENDPOINT is neither true nor false: "1".', { ...exported, AWS_USE_FIPS_ENDPOINT: '1' }],
    ['AWS_ENDPOINT_URL is not a URL: "localhost:4566".', { ...exported, AWS_ENDPOINT_URL: 'localhost:4566' }],
    ['AWS_ENDPOINT_URL_EC2 is not a URL: "http://".', { ...exported, AWS_ENDPOINT_URL_EC2: 'http://' }],
    [
      'AWS_ENDPOINT_URL_STS is not a URL: "localhost".',
      {
        ...region,
        AWS_ENDPOINT_URL_STS: 'localhost',
        AWS_WEB_IDENTITY_TOKEN_FILE: '/token',
        AWS_ROLE_ARN: 'role',
      },
    ],
    [
      'AWS_CONTAINER_CREDENTIALS_FULL_URI is not a URL: "localhost/credentials".',
      { ...region, AWS_CONTAINER_CREDENTIALS_FULL_URI: 'localhost/credentials' },
    ],
    [
      'AWS_EC2_METADATA_SERVICE_ENDPOINT is not a URL: "169.254.169.254".',
      {
        ...region,
        AWS_EC2_METADATA_DISABLED: 'false',
        AWS_EC2_METADATA_SERVICE_ENDPOINT: '169.254.169.254',
      },
    ],
    [
      'AWS_ACCESS_KEY_ID is set, but AWS_SECRET_ACCESS_KEY is not.',
      { ...region, AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE' },
    ],
    [
      'AWS_WEB_IDENTITY_TOKEN_FILE is set, but AWS_ROLE_ARN is not.',
      { ...region, AWS_WEB_IDENTITY_TOKEN_FILE: '/token' },
    ],
  ])('%s', async (message, variables) => {
    expect(await failure(variables)).toMatchObject({ code: 'ENVIRONMENT_INVALID', message });
  });

  test.each([
    ['region of profile "default" is not an AWS Region: "us_east_1".', 'region = us_east_1'],
    ['use_fips_endpoint of profile "default" is neither true nor false: "yes".', 'use_fips_endpoint = yes'],
    ['endpoint_url of profile "default" is not a URL: "localhost".', 'endpoint_url = localhost'],
    [
      'ec2.endpoint_url in [services own] is not a URL: "localhost".',
      'services = own\n[services own]\nec2 =\n  endpoint_url = localhost',
    ],
    ['services of profile "default" names no section: "gone".', 'services = gone'],
  ])('%s', async (message, profile) => {
    const inRegion = profile.startsWith('region') ? {} : region;
    const error = await failure({ ...credentialVariables, ...inRegion }, `[default]\n${profile}\n`);
    expect(error).toMatchObject({ code: 'ENVIRONMENT_INVALID', message });
  });

  test('aws_access_key_id of profile "default" is set, but aws_secret_access_key is not.', async () => {
    const error = await failure(region, '[default]\naws_access_key_id = AKIAEXAMPLE\n');
    expect(error).toMatchObject({
      code: 'ENVIRONMENT_INVALID',
      message: 'aws_access_key_id of profile "default" is set, but aws_secret_access_key is not.',
    });
  });

  test('but the password in an endpoint is not printed.', async () => {
    const { message } = await failure({ ...exported, AWS_ENDPOINT_URL: 'user:pass@word@localhost:4566' });
    expect(message).toBe('AWS_ENDPOINT_URL is not a URL: "***@localhost:4566".');
  });
});

describe('A hint says how to write', () => {
  test.each([
    ['eu-west-1 ', 'Remove the spaces or line breaks around it.'],
    ['eu-west-1b', 'It looks like an Availability Zone. A Region does not end in a letter.'],
    ['Ireland', 'Use the code of a Region, such as eu-west-1.'],
  ])('the Region "%s": %s', async (value, hint) => {
    expect(await failure({ ...credentialVariables, AWS_REGION: value })).toMatchObject({ hint });
  });
});

test.each(['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'])(
  'A profile that does not exist is named, with %s, even if keys are exported.',
  async (variable) => {
    expect(await failure({ ...exported, [variable]: 'gone' })).toMatchObject({
      code: 'PROFILE_NOT_FOUND',
      message: `${variable} names the profile "gone", which does not exist.`,
    });
  },
);

test('A profile without credentials does not hide that there are none.', async () => {
  expect(await failure({ AWS_PROFILE: 'ci' }, '[profile ci]\nregion = eu-west-1\n')).toMatchObject({
    code: 'NO_CREDENTIALS',
    message: 'No AWS credentials were found.',
    hint: expect.stringContaining('id-token: write'),
  });
});

test('A secret access key without its ID is named, since no other source was found.', async () => {
  expect(await failure({ ...region, AWS_SECRET_ACCESS_KEY: 'example' })).toMatchObject({
    code: 'NO_CREDENTIALS',
    message: 'No AWS credentials were found. AWS_SECRET_ACCESS_KEY is set, but AWS_ACCESS_KEY_ID is not.',
  });
});

describe('A source that fails is named, with the reason and without what it printed or answered:', () => {
  test.each([
    ['echo "the secret" >&2; false', 'the program failed. Run it in a step to see why.'],
    ['echo "the secret"', 'Profile default credential_process returned invalid JSON.'],
    [
      `echo '{"Version":2,"AccessKeyId":"the secret"}'`,
      'Profile default credential_process did not return Version 1.',
    ],
  ])('a credential_process (%s)', async (program, reason) => {
    const error = await failure(region, `[default]\ncredential_process = ${program}\n`);
    expect(error).toMatchObject({
      code: 'CREDENTIALS_NOT_LOADED',
      message: `AWS credentials could not be loaded from credential_process of profile "default": ${reason}`,
    });
    expect(error.message).not.toContain('the secret');
  });

  test('a token file that is not there', async () => {
    const role = 'arn:aws:iam::123456789012:role/deploy';
    const variables = { ...region, AWS_WEB_IDENTITY_TOKEN_FILE: '/no/token', AWS_ROLE_ARN: role };
    expect((await failure(variables)).message).toBe(
      `AWS credentials could not be loaded from AWS_WEB_IDENTITY_TOKEN_FILE, for the role ${role}: Error: ENOENT: no such file or directory, open '/no/token'`,
    );
  });

  test('a role that STS refuses', async () => {
    await using sts = await serve(
      403,
      '<ErrorResponse><Error><Code>AccessDenied</Code><Message>Not authorized to perform sts:AssumeRoleWithWebIdentity</Message></Error><RequestId>1</RequestId></ErrorResponse>',
      { 'x-amzn-requestid': '1' },
    );
    const token = path.join(folder, 'token');
    writeFileSync(token, 'an OIDC token');
    const error = await failure({
      ...region,
      AWS_ENDPOINT_URL_STS: sts.url,
      AWS_WEB_IDENTITY_TOKEN_FILE: token,
      AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/deploy',
    });
    expect(error.code).toBe('CREDENTIALS_NOT_LOADED');
    expect(error.message).toContain('AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity');
  });

  test('a container that answers with something else', async () => {
    await using source = await serve(200, 'the secret');
    const error = await failure({ ...region, AWS_CONTAINER_CREDENTIALS_FULL_URI: source.url });
    expect(error).toMatchObject({
      code: 'CREDENTIALS_NOT_LOADED',
      message:
        'AWS credentials could not be loaded from AWS_CONTAINER_CREDENTIALS_FULL_URI: the answer cannot be read',
    });
  });

  test('a container that nobody serves', async () => {
    const error = await failure({ ...region, AWS_CONTAINER_CREDENTIALS_FULL_URI: await closedPort() });
    expect(error.message).toMatch(
      /^AWS credentials could not be loaded from AWS_CONTAINER_CREDENTIALS_FULL_URI: .*ECONNREFUSED/,
    );
  });
});

describe('If nothing is configured, what the instance metadata service said is told:', () => {
  test.each([
    ['no role', 404, 'The instance metadata service says that this instance has no role.'],
    ['an error', 500, 'The instance metadata service answered with HTTP 500.'],
    ['no credentials', 200, 'The answer of the instance metadata service cannot be read.'],
  ])('%s', async (_what, status, said) => {
    await using service = await serve(status, 'the secret');
    const error = await failure({
      ...region,
      AWS_EC2_METADATA_DISABLED: '',
      AWS_EC2_METADATA_SERVICE_ENDPOINT: service.url,
    });
    expect(error).toMatchObject({
      code: 'NO_CREDENTIALS',
      message: `No AWS credentials were found. ${said}`,
    });
  });

  test('silence', async () => {
    await using service = await serveNothing();
    const error = await failure({
      ...region,
      AWS_EC2_METADATA_DISABLED: '',
      AWS_EC2_METADATA_SERVICE_ENDPOINT: service.url,
    });
    expect(error.message).toBe(
      'No AWS credentials were found. The instance metadata service did not answer.',
    );
  });

  test('nothing', async () => {
    const error = await failure({
      ...region,
      AWS_EC2_METADATA_DISABLED: '',
      AWS_EC2_METADATA_SERVICE_ENDPOINT: await closedPort(),
    });
    expect(error.message).toBe(
      'No AWS credentials were found. The instance metadata service did not answer.',
    );
  });
});

/** A server that takes requests and never answers. */
async function serveNothing() {
  const server = createServer(() => {});
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const end = async (): Promise<void> => {
    server.closeAllConnections();
    await once(server.close(), 'close');
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: end,
  };
}

/** The address of a port on which nothing listens. */
async function closedPort(): Promise<string> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await once(server.close(), 'close');
  return url;
}
