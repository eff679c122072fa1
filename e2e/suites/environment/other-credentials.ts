import {
  config,
  credentials,
  type EnvironmentCase,
  exported,
  inRegion,
  keys,
  metadata,
  noMetadata,
  printed,
  process,
  tokenFile,
  webIdentity,
} from './environment-case.ts';

/** Credentials that a program or a service gives, and what happens without any. */
export const otherCredentials: readonly EnvironmentCase[] = [
  { name: 'credential_process', variables: {}, files: process(printed) },
  { name: 'exported keys before credential_process', variables: exported, files: process(printed) },
  {
    name: 'keys in the credentials file before credential_process',
    variables: {},
    files: { ...process(printed), ...credentials(`[default]\n${keys('DEFAULT')}`) },
  },
  { name: 'a web identity', variables: { AWS_REGION: 'eu-west-1', ...webIdentity }, files: tokenFile },
  {
    name: 'a web identity before the default profile',
    variables: { AWS_REGION: 'eu-west-1', ...webIdentity },
    files: { ...tokenFile, ...credentials(`[default]\n${keys('DEFAULT')}`) },
  },
  {
    name: 'a web identity before AWS_PROFILE',
    variables: { AWS_REGION: 'eu-west-1', ...webIdentity, AWS_PROFILE: 'ci' },
    files: { ...tokenFile, ...credentials(`[ci]\n${keys('CI')}`) },
  },
  {
    name: 'exported keys before a web identity',
    variables: { ...inRegion, ...webIdentity },
    files: tokenFile,
  },
  {
    name: 'a profile that assumes a role before a web identity',
    variables: { AWS_REGION: 'eu-west-1', ...webIdentity },
    files: {
      ...tokenFile,
      ...credentials(`[base]\n${keys('BASE')}`),
      ...config(
        '[default]\nrole_arn = arn:aws:iam::111111111111:role/CHAINED\nsource_profile = base\nrole_session_name = session\n',
      ),
    },
  },
  {
    name: 'a profile that assumes a role with exported keys',
    variables: { ...exported, AWS_REGION: 'eu-west-1', AWS_PROFILE: 'ci' },
    files: config(
      '[profile ci]\nrole_arn = arn:aws:iam::111111111111:role/CHAINED\ncredential_source = Environment\nrole_session_name = session\n',
    ),
  },
  {
    name: 'a profile that assumes a role in its own Region',
    variables: { AWS_PROFILE: 'ci' },
    files: {
      ...credentials(`[base]\n${keys('BASE')}`),
      ...config(
        '[profile base]\nregion = us-west-1\n[profile ci]\nregion = us-west-2\nrole_arn = arn:aws:iam::111111111111:role/CHAINED\nsource_profile = base\nrole_session_name = session\n',
      ),
    },
  },
  {
    name: 'a profile with a web identity',
    variables: { AWS_PROFILE: 'ci', AWS_REGION: 'eu-west-1' },
    files: {
      ...tokenFile,
      ...config(
        '[profile ci]\nrole_arn = arn:aws:iam::111111111111:role/OFPROFILE\nweb_identity_token_file = HOME/token\nrole_session_name = session\n',
      ),
    },
  },
  {
    name: 'a container',
    variables: {
      AWS_REGION: 'eu-west-1',
      AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:1/container',
    },
  },
  {
    name: 'a container by its relative address',
    variables: { AWS_REGION: 'eu-west-1', AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: '/container' },
  },
  {
    name: 'a container with a token file',
    variables: {
      AWS_REGION: 'eu-west-1',
      AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:1/pod',
      AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: 'HOME/token',
    },
    files: tokenFile,
  },
  {
    name: 'the default profile before a container',
    variables: {
      AWS_REGION: 'eu-west-1',
      AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:1/container',
    },
    files: credentials(`[default]\n${keys('DEFAULT')}`),
  },
  {
    name: 'AWS_PROFILE with only a Region, and a container',
    variables: { AWS_PROFILE: 'ci', AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:1/container' },
    files: config('[profile ci]\nregion = eu-west-3\n'),
  },
  { name: 'the role of the instance', variables: { AWS_REGION: 'eu-west-1', ...metadata } },
  {
    name: 'AWS_EC2_METADATA_DISABLED=False',
    variables: { AWS_REGION: 'eu-west-1', ...metadata, AWS_EC2_METADATA_DISABLED: 'False' },
  },
  {
    name: 'AWS_EC2_METADATA_DISABLED=1',
    variables: { AWS_REGION: 'eu-west-1', ...metadata, AWS_EC2_METADATA_DISABLED: '1' },
  },
  {
    name: 'AWS_EC2_METADATA_DISABLED=TRUE',
    variables: { AWS_REGION: 'eu-west-1', ...metadata, AWS_EC2_METADATA_DISABLED: 'TRUE' },
    says: /No AWS credentials/,
  },
  {
    name: 'AWS_EC2_METADATA_DISABLED=false, and no Region',
    variables: { ...exported, ...metadata, AWS_EC2_METADATA_DISABLED: 'false' },
    says: /No AWS Region/,
    exception: {
      why: 'The SDK looks for no Region if the variable has any value.',
      version: 2,
      asked: [],
    },
  },
  {
    name: 'no credentials',
    variables: { AWS_REGION: 'eu-west-1', ...noMetadata },
    says: /No AWS credentials/,
  },
  {
    name: 'AWS_PROFILE that names nothing',
    variables: { AWS_REGION: 'eu-west-1', AWS_PROFILE: 'gone' },
    files: credentials(`[default]\n${keys('DEFAULT')}`),
    says: /gone/,
  },
  {
    name: 'AWS_PROFILE that names nothing, and exported keys',
    variables: { ...inRegion, AWS_PROFILE: 'gone' },
    says: /gone/,
  },
  {
    name: 'AWS_PROFILE=default without a file',
    variables: { ...inRegion, AWS_PROFILE: 'default' },
    says: /default/,
  },
  {
    name: 'a credential_process that fails',
    variables: {},
    files: process('false'),
    says: /credential_process/,
  },
  {
    name: 'a credential_process that prints no JSON',
    variables: {},
    files: process('echo none'),
    says: /credential_process/,
  },
  {
    name: 'a web identity without its token file',
    variables: { AWS_REGION: 'eu-west-1', ...webIdentity },
    says: /token/,
  },
];
