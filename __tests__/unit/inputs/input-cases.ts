import type { InputName } from '../../../src/inputs/table.ts';
import type { GivenInputs } from './reading.ts';

const all = 'create ensure import fetch describe rotate delete sweep';
const ofOne = 'create ensure import fetch describe rotate delete';

/** A new input needs a row here: which operations take it, written down a second time, and a valid value that is not the default. */
export const inputCases: Readonly<Record<InputName, readonly [takenBy: string, value: string]>> = {
  operation: [all, 'create'],
  'key-name': [ofOne, 'release'],
  'key-name-prefix': ['create import', 'team-'],
  'key-pair-id': ['fetch describe rotate delete', 'key-0123456789abcdef0'],
  'key-name-pattern': ['describe', 'gha-*'],
  'key-fingerprint': ['describe', 'xSAdQD5ZFMbcAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='],
  'run-id': ['describe delete', '4242'],
  'key-type': ['create ensure rotate', 'ed25519'],
  'generate-on': ['create ensure', 'runner'],
  'key-format': ['create ensure rotate', 'ppk'],
  'public-key': ['import rotate', 'ssh-ed25519 BBBB'],
  'public-key-path': ['import rotate', 'id.pub'],
  tags: ['create ensure import describe rotate sweep', 'team=blue'],
  lifetime: ['create import ensure', 'run'],
  'expires-after': ['create ensure import rotate', '12h'],
  'private-key-path': ['create ensure fetch rotate', 'key.pem'],
  passphrase: ['create ensure fetch rotate', 'an example passphrase'],
  'output-private-key': ['create ensure fetch rotate', 'true'],
  'ssh-agent': ['create ensure fetch rotate', 'true'],
  store: ['create ensure rotate', 'ssm'],
  'store-kms-key-id': ['create ensure rotate', 'alias/team'],
  'update-instances': ['rotate', 'ssm'],
  'update-instances-policy': ['rotate', 'warn'],
  'output-key-pair-arn': ['create ensure import fetch rotate', 'true'],
  'aws-region': [all, 'eu-west-1'],
  'role-to-assume': [all, 'arn:aws:iam::123456789012:role/ci'],
  repository: ['sweep', 'octo/other'],
  'older-than': ['sweep', '7d'],
  'github-token': ['sweep', 'ghs_other'],
  'if-in-use': ['delete sweep', 'warn'],
  force: ['rotate delete', 'true'],
  'dry-run': [all, 'true'],
};

/** A new input with a fallback needs a row here: what users read, and the value it stands for; or one in the list below. */
export const sameForAll: readonly (readonly [
  name: InputName,
  stated: string,
  value: string,
  others: GivenInputs,
])[] = [
  ['operation', '`create`', 'create', {}],
  ['key-name-prefix', '`gha-<repository>-`', 'gha-widgets-', {}],
  ['generate-on', '`ec2`', 'ec2', {}],
  ['key-format', '`pem`', 'pem', {}],
  ['output-private-key', '`false`', 'false', {}],
  ['ssh-agent', '`false`', 'false', {}],
  ['update-instances', '`none`', 'none', {}],
  ['update-instances-policy', '`fail`', 'fail', { 'update-instances': 'ssm' }],
  ['output-key-pair-arn', '`false`', 'false', {}],
  ['if-in-use', '`ignore`', 'ignore', {}],
  ['force', '`false`', 'false', {}],
  ['dry-run', '`false`', 'false', {}],
];

/** Fallbacks that depend on the operation, or that are left to the AWS SDK. */
export const leftToOthers: readonly InputName[] = [
  'key-type',
  'private-key-path',
  'store-kms-key-id',
  'repository',
  'github-token',
  'aws-region',
  'role-to-assume',
  'lifetime',
];
