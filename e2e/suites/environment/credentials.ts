import { config, credentials, type EnvironmentCase, exported, inRegion, keys } from './environment-case.ts';

/** Whose credentials are used, if they are in variables or files. */
export const configuredCredentials: readonly EnvironmentCase[] = [
  { name: 'exported keys with a session token', variables: { ...inRegion, AWS_SESSION_TOKEN: 'exported' } },
  { name: 'AWS_SECURITY_TOKEN', variables: { ...inRegion, AWS_SECURITY_TOKEN: 'security' } },
  {
    name: 'AWS_SECURITY_TOKEN and AWS_SESSION_TOKEN',
    variables: { ...inRegion, AWS_SECURITY_TOKEN: 'security', AWS_SESSION_TOKEN: 'session' },
  },
  {
    name: 'exported keys before AWS_PROFILE',
    variables: { ...inRegion, AWS_PROFILE: 'ci' },
    files: credentials(`[ci]\n${keys('PROFILE')}`),
  },
  {
    name: 'exported keys, AWS_PROFILE with only a Region',
    variables: { ...exported, AWS_PROFILE: 'ci' },
    files: config('[profile ci]\nregion = eu-west-3\n'),
  },
  {
    name: 'exported keys before the default profile',
    variables: inRegion,
    files: credentials(`[default]\n${keys('DEFAULT')}`),
  },
  {
    name: 'the default profile',
    variables: {},
    files: credentials(`[default]\nregion = eu-west-2\n${keys('DEFAULT')}`),
  },
  {
    name: 'keys in the configuration file',
    variables: {},
    files: config(`[default]\nregion = eu-west-2\n${keys('DEFAULT')}`),
  },
  {
    name: 'different keys in both files',
    variables: {},
    files: {
      ...config(`[default]\nregion = eu-west-2\n${keys('CONFIG')}`),
      ...credentials(`[default]\n${keys('CREDENTIALS')}`),
    },
  },
  {
    name: 'AWS_PROFILE',
    variables: { AWS_PROFILE: 'ci' },
    files: credentials(`[default]\n${keys('DEFAULT')}[ci]\nregion = eu-west-2\n${keys('CI')}`),
  },
  {
    name: 'AWS_DEFAULT_PROFILE',
    variables: { AWS_DEFAULT_PROFILE: 'ci' },
    files: credentials(`[default]\n${keys('DEFAULT')}[ci]\nregion = eu-west-2\n${keys('CI')}`),
  },
  {
    name: 'AWS_PROFILE before AWS_DEFAULT_PROFILE',
    variables: { AWS_PROFILE: 'ci', AWS_DEFAULT_PROFILE: 'other' },
    files: credentials(
      `[ci]\nregion = eu-west-2\n${keys('CI')}[other]\nregion = eu-west-3\n${keys('OTHER')}`,
    ),
  },
  {
    name: 'an empty AWS_PROFILE',
    variables: { AWS_REGION: 'eu-west-1', AWS_PROFILE: '' },
    files: credentials(`[default]\n${keys('DEFAULT')}`),
    exception: {
      why: 'The AWS CLI looks for a profile without a name. Any other empty variable is not set.',
      asked: ['DescribeKeyPairs at https://ec2.eu-west-1.amazonaws.com in eu-west-1 by AKIADEFAULT'],
    },
  },
  {
    name: 'AWS_SHARED_CREDENTIALS_FILE',
    variables: { AWS_REGION: 'eu-west-1', AWS_SHARED_CREDENTIALS_FILE: 'HOME/keys' },
    files: { keys: `[default]\n${keys('ELSEWHERE')}`, ...credentials(`[default]\n${keys('DEFAULT')}`) },
  },
  {
    name: 'AWS_CONFIG_FILE',
    variables: { AWS_CONFIG_FILE: 'HOME/config' },
    files: {
      config: `[default]\nregion = eu-west-2\n${keys('ELSEWHERE')}`,
      ...config(`[default]\n${keys('DEFAULT')}`),
    },
  },
  {
    name: 'AWS_CONFIG_FILE with ~',
    variables: { AWS_CONFIG_FILE: '~/config' },
    files: { config: `[default]\nregion = eu-west-2\n${keys('ELSEWHERE')}` },
  },
  {
    name: 'empty keys and a profile',
    variables: {
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: '',
      AWS_SECRET_ACCESS_KEY: '',
      AWS_SESSION_TOKEN: '',
    },
    files: credentials(`[default]\n${keys('DEFAULT')}`),
  },
  {
    name: 'only AWS_SECRET_ACCESS_KEY, and a profile',
    variables: { AWS_REGION: 'eu-west-1', AWS_SECRET_ACCESS_KEY: 'secret' },
    files: credentials(`[default]\n${keys('DEFAULT')}`),
  },
  {
    name: 'only AWS_ACCESS_KEY_ID, and a profile',
    variables: { AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'AKIAEXPORTED' },
    files: credentials(`[default]\n${keys('DEFAULT')}`),
    says: /AWS_SECRET_ACCESS_KEY/,
  },
  {
    name: 'a session token in a profile',
    variables: { AWS_REGION: 'eu-west-1' },
    files: credentials(`[default]\n${keys('DEFAULT')}aws_session_token = of-profile\n`),
  },
  {
    name: 'an old name for the session token in a profile',
    variables: { AWS_REGION: 'eu-west-1' },
    files: credentials(
      `[default]\n${keys('DEFAULT')}aws_security_token = security\naws_session_token = of-profile\n`,
    ),
  },
];
