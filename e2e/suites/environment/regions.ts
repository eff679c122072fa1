import {
  config,
  credentials,
  type EnvironmentCase,
  exported,
  inRegion,
  metadata,
  noMetadata,
} from './environment-case.ts';

/** Where the Region comes from. */
export const regions: readonly EnvironmentCase[] = [
  { name: 'AWS_REGION', variables: inRegion },
  { name: 'AWS_DEFAULT_REGION', variables: { ...exported, AWS_DEFAULT_REGION: 'eu-west-2' } },
  {
    name: 'AWS_REGION before AWS_DEFAULT_REGION',
    variables: { ...inRegion, AWS_DEFAULT_REGION: 'eu-west-2' },
  },
  {
    name: 'an empty AWS_REGION and AWS_DEFAULT_REGION',
    variables: { ...exported, AWS_REGION: '', AWS_DEFAULT_REGION: 'eu-west-2' },
    exception: {
      why: 'Version 2 of the AWS CLI takes an empty AWS_REGION for a Region.',
      version: 2,
      asked: ['DescribeKeyPairs at https://ec2.eu-west-2.amazonaws.com in eu-west-2 by AKIAEXPORTED'],
    },
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
      why: 'Only version 2 of the AWS CLI asks for it.',
      version: 1,
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
