import { afterEach, describe, expect, test } from '@jest/globals';
import { credentialVariables } from './endpoint.ts';
import { failure, opened } from './opening.ts';

/* The suite `environment` in e2e/ compares many more environments with the AWS CLI. */

const before = { ...process.env };

afterEach(() => {
  process.env = { ...before };
});

const region = { AWS_REGION: 'eu-west-1' };
const exported = { ...credentialVariables, ...region };

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
    ...['http://127.0.0.1:99999', 'https://ec2.example.com:port', 'https://ec2 .example.com'].map(
      (url): [string, Record<string, string>] => [
        `AWS_ENDPOINT_URL is not a URL: "${url}".`,
        { ...exported, AWS_ENDPOINT_URL: url },
      ],
    ),
    [
      'AWS_USE_FIPS_ENDPOINT cannot be combined with AWS_ENDPOINT_URL.',
      { ...exported, AWS_USE_FIPS_ENDPOINT: 'true', AWS_ENDPOINT_URL: 'http://localhost:4566' },
    ],
    [
      'AWS_USE_DUALSTACK_ENDPOINT cannot be combined with AWS_ENDPOINT_URL_EC2.',
      { ...exported, AWS_USE_DUALSTACK_ENDPOINT: 'true', AWS_ENDPOINT_URL_EC2: 'https://ec2.example.com' },
    ],
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
    ['services of profile "default" names a section that does not exist: "gone".', 'services = gone'],
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
      message: `${variable} names the profile "gone", which does not exist, or is empty.`,
    });
  },
);
