import { config, type EnvironmentCase, inRegion, tokenFile, webIdentity } from './environment-case.ts';

/** Which endpoint is asked. */
export const endpoints: readonly EnvironmentCase[] = [
  ...['true', 'True', 'TRUE', 'false', 'False', ''].map((value) => ({
    name: `AWS_USE_FIPS_ENDPOINT=${value}`,
    variables: { ...inRegion, AWS_USE_FIPS_ENDPOINT: value },
  })),
  ...['1', 'yes', 'on'].map((value) => ({
    name: `AWS_USE_FIPS_ENDPOINT=${value}`,
    variables: { ...inRegion, AWS_USE_FIPS_ENDPOINT: value },
    says: /AWS_USE_FIPS_ENDPOINT is neither true nor false/,
    exception: { why: 'The AWS CLI uses an endpoint without FIPS, and does not say so.', asked: [] },
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
