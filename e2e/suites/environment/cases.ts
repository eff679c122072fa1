/** An environment, and what is known of it beforehand. */
export interface EnvironmentCase {
  readonly name: string;
  /** HOME is the case's own folder. */
  readonly variables: Readonly<Record<string, string>>;
  /** By path in the home folder. */
  readonly files?: Readonly<Record<string, string>>;
  /** `aws-region`, and `--region`. */
  readonly region?: string;
  /** The error of the action. Without it, the action must succeed. */
  readonly says?: RegExp;
  /** Why the action does not do what the AWS CLI does, and what it asks instead. */
  readonly exception?: { readonly why: string; readonly asked: readonly string[] };
}

const exported = { AWS_ACCESS_KEY_ID: 'AKIAEXPORTED', AWS_SECRET_ACCESS_KEY: 'secret' };
const inRegion = { ...exported, AWS_REGION: 'eu-west-1' };
const noMetadata = { AWS_EC2_METADATA_DISABLED: 'true' };
const metadata = { AWS_EC2_METADATA_SERVICE_ENDPOINT: 'http://127.0.0.1:1' };
const webIdentity = {
  AWS_WEB_IDENTITY_TOKEN_FILE: 'HOME/token',
  AWS_ROLE_ARN: 'arn:aws:iam::111111111111:role/WEB',
  AWS_ROLE_SESSION_NAME: 'session',
};
const tokenFile = { token: 'a.web.identity' };
const keys = (name: string) => `aws_access_key_id = AKIA${name}\naws_secret_access_key = secret\n`;
const config = (text: string) => ({ '.aws/config': text });
const credentials = (text: string) => ({ '.aws/credentials': text });
const process = (program: string) =>
  config(`[default]\nregion = eu-west-2\ncredential_process = ${program}\n`);
const printed = `printf '{"Version":1,"AccessKeyId":"ASIAPROCESS","SecretAccessKey":"secret","SessionToken":"of-process"}'`;

/** Where the Region comes from. */
const regions: readonly EnvironmentCase[] = [
  { name: 'AWS_REGION', variables: inRegion },
  { name: 'AWS_DEFAULT_REGION', variables: { ...exported, AWS_DEFAULT_REGION: 'eu-west-2' } },
  {
    name: 'AWS_REGION before AWS_DEFAULT_REGION',
    variables: { ...inRegion, AWS_DEFAULT_REGION: 'eu-west-2' },
  },
  {
    name: 'an empty AWS_REGION and AWS_DEFAULT_REGION',
    variables: { ...exported, AWS_REGION: '', AWS_DEFAULT_REGION: 'eu-west-2' },
  },
  {
    name: 'a Region in the default profile',
    variables: exported,
    files: config('[default]\nregion = eu-west-3\n'),
  },
  {
    name: 'AWS_DEFAULT_REGION before the profile',
    variables: { ...exported, AWS_DEFAULT_REGION: 'eu-west-2' },
    files: config('[default]\nregion = eu-west-3\n'),
  },
  {
    name: 'a Region in the credentials file',
    variables: exported,
    files: credentials('[default]\nregion = eu-west-3\n'),
  },
  {
    name: 'different Regions in both files',
    variables: exported,
    files: {
      ...config('[default]\nregion = eu-west-2\n'),
      ...credentials('[default]\nregion = eu-west-3\n'),
    },
  },
  {
    name: 'a Region in the profile of AWS_PROFILE',
    variables: { ...exported, AWS_PROFILE: 'ci' },
    files: config('[default]\nregion = eu-west-2\n[profile ci]\nregion = eu-west-3\n'),
  },
  { name: 'aws-region before AWS_REGION', variables: inRegion, region: 'us-west-2' },
  { name: 'no Region', variables: { ...exported, ...noMetadata }, says: /No AWS Region/ },
  {
    name: 'no Region in the profile of AWS_PROFILE, one in the default profile',
    variables: { ...exported, ...noMetadata, AWS_PROFILE: 'ci' },
    files: config('[default]\nregion = eu-west-2\n[profile ci]\noutput = json\n'),
    says: /No AWS Region/,
  },
  {
    name: 'the Region of the instance',
    variables: { ...exported, ...metadata },
    exception: {
      why: 'Version 1 of the AWS CLI does not ask for it, version 2 does.',
      asked: ['DescribeKeyPairs at https://ec2.eu-north-1.amazonaws.com in eu-north-1 by AKIAEXPORTED'],
    },
  },
  {
    name: 'a Region with a trailing newline',
    variables: { ...exported, AWS_REGION: 'us-east-1\n' },
    says: /AWS_REGION/,
  },
  {
    name: 'a Region with a trailing space',
    variables: { ...exported, AWS_REGION: 'us-east-1 ' },
    says: /AWS_REGION/,
  },
  {
    name: 'a Region with underscores',
    variables: { ...exported, AWS_REGION: 'us_east_1' },
    says: /AWS_REGION/,
  },
  {
    name: 'the name of a Region',
    variables: { ...exported, AWS_DEFAULT_REGION: 'N. Virginia' },
    says: /AWS_DEFAULT_REGION/,
  },
  {
    name: 'an Availability Zone',
    variables: { ...exported, AWS_REGION: 'us-east-1a' },
    says: /AWS_REGION/,
    exception: { why: 'The AWS CLI asks a host that does not exist.', asked: [] },
  },
];

/** Whose credentials are used. */
const sources: readonly EnvironmentCase[] = [
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
    exception: { why: 'The SDK looks for no Region if the variable has any value.', asked: [] },
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

/** Which endpoint is asked. */
const endpoints: readonly EnvironmentCase[] = [
  ...['true', 'True', 'TRUE', 'false', 'False', ''].map((value) => ({
    name: `AWS_USE_FIPS_ENDPOINT=${value}`,
    variables: { ...inRegion, AWS_USE_FIPS_ENDPOINT: value },
  })),
  ...['1', 'yes', 'on'].map((value) => ({
    name: `AWS_USE_FIPS_ENDPOINT=${value}`,
    variables: { ...inRegion, AWS_USE_FIPS_ENDPOINT: value },
  })),
  ...['true', 'True', 'false'].map((value) => ({
    name: `use_fips_endpoint = ${value}`,
    variables: inRegion,
    files: config(`[default]\nuse_fips_endpoint = ${value}\n`),
  })),
  ...['true', 'True'].map((value) => ({
    name: `AWS_USE_DUALSTACK_ENDPOINT=${value}`,
    variables: { ...inRegion, AWS_USE_DUALSTACK_ENDPOINT: value },
  })),
  {
    name: 'use_dualstack_endpoint = True',
    variables: inRegion,
    files: config('[default]\nuse_dualstack_endpoint = True\n'),
  },
  {
    name: 'AWS_USE_FIPS_ENDPOINT=false before the profile',
    variables: { ...inRegion, AWS_USE_FIPS_ENDPOINT: 'False' },
    files: config('[default]\nuse_fips_endpoint = true\n'),
  },
  {
    name: 'FIPS for STS, too',
    variables: { AWS_REGION: 'us-east-1', ...webIdentity, AWS_USE_FIPS_ENDPOINT: 'True' },
    files: tokenFile,
  },
  { name: 'AWS_ENDPOINT_URL', variables: { ...inRegion, AWS_ENDPOINT_URL: 'https://all.example' } },
  {
    name: 'AWS_ENDPOINT_URL_EC2 before AWS_ENDPOINT_URL',
    variables: {
      ...inRegion,
      AWS_ENDPOINT_URL: 'https://all.example',
      AWS_ENDPOINT_URL_EC2: 'https://ec2.example:8443',
    },
  },
  { name: 'an empty AWS_ENDPOINT_URL', variables: { ...inRegion, AWS_ENDPOINT_URL: '' } },
  {
    name: 'endpoint_url in the profile',
    variables: inRegion,
    files: config('[default]\nendpoint_url = https://profile.example\n'),
  },
  {
    name: 'endpoint_url in the profile of AWS_DEFAULT_PROFILE',
    variables: { ...inRegion, AWS_DEFAULT_PROFILE: 'ci' },
    files: config('[profile ci]\nendpoint_url = https://profile.example\n'),
  },
  {
    name: 'a services section',
    variables: inRegion,
    files: config(
      '[default]\nservices = own\nendpoint_url = https://profile.example\n[services own]\nec2 =\n  endpoint_url = https://services.example\n',
    ),
  },
  {
    name: 'a services section that does not exist',
    variables: inRegion,
    files: config('[default]\nservices = gone\n'),
    says: /gone/,
  },
  {
    name: 'AWS_ENDPOINT_URL before the profile',
    variables: { ...inRegion, AWS_ENDPOINT_URL: 'https://all.example' },
    files: config(
      '[default]\nservices = own\n[services own]\nec2 =\n  endpoint_url = https://services.example\n',
    ),
  },
  {
    name: 'AWS_ENDPOINT_URL_STS',
    variables: { AWS_REGION: 'eu-west-1', ...webIdentity, AWS_ENDPOINT_URL_STS: 'https://sts.example' },
    files: tokenFile,
  },
  ...['true', 'True'].map((value) => ({
    name: `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=${value}`,
    variables: {
      ...inRegion,
      AWS_ENDPOINT_URL: 'https://all.example',
      AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: value,
    },
  })),
  {
    name: 'ignore_configured_endpoint_urls = TRUE',
    variables: { ...inRegion, AWS_ENDPOINT_URL: 'https://all.example' },
    files: config('[default]\nignore_configured_endpoint_urls = TRUE\n'),
  },
  {
    name: 'AWS_ENDPOINT_URL without a scheme',
    variables: { ...inRegion, AWS_ENDPOINT_URL: 'localhost:4566' },
    says: /AWS_ENDPOINT_URL.*not a URL/,
  },
  {
    name: 'AWS_ENDPOINT_URL_EC2 that is text',
    variables: { ...inRegion, AWS_ENDPOINT_URL_EC2: 'not a url' },
    says: /AWS_ENDPOINT_URL_EC2.*not a URL/,
  },
  {
    name: 'endpoint_url without a scheme',
    variables: inRegion,
    files: config('[default]\nendpoint_url = localhost:4566\n'),
    says: /endpoint_url.*not a URL/,
  },
];

export const environmentCases: readonly EnvironmentCase[] = [...regions, ...sources, ...endpoints];
