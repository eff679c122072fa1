import { describe, expect, test } from '@jest/globals';
import leven from 'leven';
import { otherNames } from '../../../src/inputs/other-names.ts';
import type { InputName } from '../../../src/inputs/table.ts';
import { inputNames } from './reading.ts';
import { problemsWith } from './unknown-inputs.ts';

/** The inputs that the problem with this one says were meant; empty if it is no problem. */
function meantBy(
  name: string,
  value: string,
  others: Readonly<Partial<Record<InputName, string>>> = {},
): string {
  return problemsWith({ ...others, [name]: value })
    .map((problem) => /Did you mean (.+?)\?/.exec(problem)?.[1])
    .join();
}

/** What inputs are called elsewhere: by Terraform, CloudFormation, the AWS CLI, Ansible, Packer, and other actions. */
const called: readonly (readonly [meant: string, values: readonly string[], names: string])[] = [
  ['operation', ['delete', 'Describe', 'absent'], 'action command mode state'],
  [
    'key-name',
    ['prod', 'k', 'k'.repeat(255)],
    'name key keys keypair key-pair pair-name ssh-key aws-key-name',
  ],
  ['key-name', ['prod'], 'ec2-key-name ssh-key-name key_pair_name temporary_key_pair_name EC2KeyPairName'],
  ['key-name-prefix', ['team-'], 'prefix name-prefix key-prefix ec2-key-pair-prefix key-pair-name-prefix'],
  ['key-pair-id', ['key-0123456789abcdef0', 'KEY-0'], 'id key-id pair-id'],
  ['key-name-pattern', ['web', 'gha-*'], 'name-pattern name-filter key-pattern key-name-filter'],
  ['key-name-pattern', ['gha-*', 'web-?', '*'], 'pattern filter'],
  ['key-fingerprint', ['aa:bb'], 'fingerprint ssh-fingerprint ec2-key-pair-fingerprint'],
  ['run-id', ['42'], 'run github-run-id workflow-run workflow-run-id'],
  ['key-type', ['ed25519', 'ssh-rsa', 'RSA', 'ecdsa', 'dsa', 'rsa-4096'], 'type algorithm key-algorithm'],
  ['key-type', ['ed25519'], 'ssh-key-type temporary_key_pair_type'],
  ['generate-on', ['runner', 'EC2', 'aws'], 'generate generator generated-by'],
  ['generate-on', ['4096', '2'], 'bits key-bits rsa-bits key-size key-length'],
  [
    'key-format',
    ['PPK', 'pem', 'putty', 'openssh', 'der', 'pkcs8', 'pkcs'],
    'format file-format output-format',
  ],
  ['key-format', ['ppk'], 'private-key-format ec2-key-pair-format'],
  ['public-key', ['ssh-ed25519 AAAA', 'ecdsa-sha2-nistp256 AAAA', 'sk-ssh-ed25519 AAAA'], 'key keys ssh-key'],
  ['public-key', ['-----BEGIN PUBLIC KEY-----', '---- BEGIN SSH2 PUBLIC KEY ----'], 'key ssh-key'],
  ['public-key', ['ssh-rsa AAAA'], 'key-material public-key-material pub-key ssh-pub-key ssh-public-key'],
  ['public-key-path', ['id.pub'], 'public-key-file public-key-file-name pub-key-file pub-key-path'],
  ['public-key-path', ['id.pub'], 'ssh-public-key-file ssh-public-key-path'],
  ['private-key-path or public-key-path', ['id.pem'], 'path file file_name file-path'],
  [
    'private-key-path',
    ['id.pem'],
    'key-path key-file key-file-name private_key_file_path ssh-key-path ssh-key-file',
  ],
  [
    'private-key-path',
    ['id.pem'],
    'ssh-private-key-path ssh_private_key_file identity-file pem-file pem-path priv-key-path priv-key-file',
  ],
  ['private-key-path', ['id.pem', 'ssm.pem'], 'output-file output-path save-to save-as save-key-to write-to'],
  ['store', ['ssm', 'secrets-manager:x'], 'save-to save-in save-key-to'],
  ['tags', ['team=blue', '{"team":"blue"}'], 'aws-tags ec2-tags key-tags key-pair-tags resource-tags'],
  ['tags', ['a=b'], 'aws-resource-tags additional-tags custom-tags extra-tags tag-specifications'],
  ['store', ['ssm', 'vault'], 'key-store private-key-store secret-store keep-in store-in'],
  [
    'store-kms-key-id',
    ['alias/team'],
    'kms-id kms-key-id kms-key kms-key-arn store-kms-id store-kms-key store-kms-key-arn',
  ],
  ['lifetime', ['run', 'Persistent', 'job'], 'life lifespan lifecycle'],
  ['lifetime', ['true', 'False'], 'keep keep-key keep-key-pair persist persistent temporary ephemeral'],
  ['lifetime', ['false', 'True'], 'cleanup clean-up auto-cleanup auto-delete'],
  ['expires-after', ['2h', '90', '7 Days'], 'ttl expire expires expires-in expiry expiration max-age'],
  [
    'passphrase',
    ['correct horse'],
    'password key-password private-key-password private-key-passphrase ssh-passphrase',
  ],
  ['output-private-key', ['true'], 'private-key output-key export-private-key'],
  [
    'ssh-agent',
    ['True'],
    'agent use-agent use-ssh-agent add-to-agent add-to-ssh-agent load-ssh-agent ssh-add',
  ],
  ['update-instances', ['ssm', 'True'], 'update-instance instances running-instances rotate-instances'],
  ['update-instances-policy', ['Warn'], 'instances-policy instance-policy if-unreachable on-unreachable'],
  ['output-key-pair-arn', ['true'], 'arn key-pair-arn output-arn'],
  ['aws-region', ['eu-west-1', 'us-gov-west-1a', 'eu-west-1, us-east-1', 'EU\nus-east-1'], 'region regions'],
  [
    'aws-region',
    ['eu-west-1', 'eu,us-iso-east-1'],
    'default-region ec2-region aws-default-region aws-region-name',
  ],
  [
    'role-to-assume',
    ['arn:aws:iam::123456789012:role/ci'],
    'role role-arn iam-role aws-role-arn aws-role-to-assume assume-role oidc-role-arn',
  ],
  ['role-to-assume', ['ci', 'team/ci-role', 'arn:aws:iam::123456789012:role/ci'], 'assume-role role-arn'],
  ['role-to-assume', ['ci'], 'assume-role-arn aws-assume-role aws-role-arn aws-role-to-assume'],
  ['repository', ['*', 'octo/widgets', 'octo/a\nocto/b.c'], 'repo repos repositories'],
  ['older-than', ['7d', '12 hours'], 'age min-age minimum-age'],
  ['github-token', ['ghp_x', 'github_pat_x', 'ghs_x'], 'token gh-token github-pat pat'],
  ['if-in-use', ['fail', 'Warn'], 'if-used in-use on-use when-used if_in_used_by'],
  ['force', ['true'], 'force-delete force-deletion force-destroy'],
  [
    'dry-run',
    ['true', 'FALSE'],
    'dry dry-run-only is-dry-run check_mode no-op plan plan-only preview simulate what-if',
  ],
];

describe('An input by the name that it has elsewhere is refused, and the problem says what was meant:', () => {
  const cases = called.flatMap(([meant, values, names]) =>
    names.split(' ').flatMap((name) => values.map((value) => [name, value, meant] as const)),
  );

  test.each(cases)('%s: %j', (name, value, meant) => {
    expect(meantBy(name, value)).toBe(meant);
  });

  test('for every input, some other name is known', () => {
    const meant = new Set(called.flatMap(([names]) => names.split(' or ')));
    expect(inputNames.filter((name) => !meant.has(name))).toEqual([]);
  });
});

describe('A name of another tool is refused as well if it is misspelled:', () => {
  test.each([
    ['regoin', 'us-east-1', 'aws-region'],
    ['regin', 'eu-west-1', 'aws-region'],
    ['reigon', 'eu-west-1', 'aws-region'],
    ['default-regoin', 'eu-west-1', 'aws-region'],
    ['ergion', 'eu-west-1', 'aws-region'],
    ['algoritm', 'ed25519', 'key-type'],
    ['pasword', 'correct horse', 'passphrase'],
    ['passwrod', 'correct horse', 'passphrase'],
    ['name-pair', 'prod', 'key-name'],
    ['delete-force', 'true', 'force'],
    ['private-key-fil', 'id.pem', 'private-key-path'],
    ['assume-rol', 'ci', 'role-to-assume'],
    ['instnaces', 'ssm', 'update-instances'],
  ])('%s: %s', (name, value, meant) => {
    expect(meantBy(name, value)).toBe(meant);
  });

  test('but not if the input is set as well', () => {
    expect(meantBy('regoin', 'eu-west-1', { 'aws-region': 'us-east-1' })).toBe('');
  });

  test.each([
    ['review', 'true'],
    ['legion', 'eu-west-1'],
    ['regions-of-cloud', 'eu-west-1'],
    ['regoin', 'EMEA'],
    ['output-files', 'dist/**'],
    ['suffix', 'x'],
    ['username', 'me'],
    ['role-name', 'admin'],
    ['actions', 'read'],
    ['secrets-store', 'vault'],
  ])('and not a name that is another word, or has another value: %s: %s', (name, value) => {
    expect(meantBy(name, value)).toBe('');
  });
});

describe('The name of an AWS profile is refused, and the problem says how to set it:', () => {
  test.each(['profile', 'aws-profile', 'aws_profile_name', 'aws-profil', 'profile-aws'])('%s', (name) => {
    const [problem = ''] = problemsWith({ [name]: 'staging' });
    expect(problem).toContain(`${name} is not an input. Set AWS_PROFILE in env: of the step instead.`);
  });

  test.each(['default', 'minimal', 'release', 'true', 'a b'])(
    'but not %s, which has no effect, or is another profile',
    (profile) => {
      expect(problemsWith({ profile })).toEqual([]);
    },
  );

  test('but not together with a role', () => {
    expect(problemsWith({ profile: 'staging', 'role-to-assume': 'arn:aws:iam::1:role/x' })).toEqual([]);
    expect(problemsWith({ profiles: 'staging' })).toEqual([]);
  });
});

describe('A variable that many programs have is ignored with a value that does not fit the input:', () => {
  test.each([
    ['action', 'apply'],
    ['command', 'create-react-app'],
    ['state', 'not present'],
    ['mode', 'predelete'],
    ['name', 'Zoë'],
    ['key', 'a\nb'],
    ['key', 'k'.repeat(256)],
    ['id', '42'],
    ['id', 'a key-1'],
    ['pattern', 'src/**'],
    ['pattern', 'web'],
    ['filter', '*/a'],
    ['run', 'npm test'],
    ['run', '4 tests'],
    ['run', 'run 4'],
    ['type', 'patch'],
    ['type', 'hex-rsa'],
    ['algorithm', 'sha256'],
    ['generated-by', 'an aws runner'],
    ['generated-by', 'ec2-sdk'],
    ['bits', 'all'],
    ['key-size', '4096 bits'],
    ['key-size', 'about 4096'],
    ['format', 'json'],
    ['format', 'pem and der'],
    ['output-format', 'my.ppk'],
    ['extra-tags', 'latest'],
    ['life', '42'],
    ['lifecycle', 'a job'],
    ['lifecycle', 'jobs'],
    ['keep', '5'],
    ['keep', 'not true'],
    ['temporary', 'falsehood'],
    ['ttl', 'forever'],
    ['ttl', 'in 2h'],
    ['ttl', '2h 30m'],
    ['private-key', 'x'],
    ['agent', 'linux'],
    ['arn', 'arn:aws:iam::123456789012:role/ci'],
    ['region', 'us-east1'],
    ['region', 'europe-west1'],
    ['region', 'EMEA'],
    ['region', 'x.eu-west-1'],
    ['when-used', 'will warn'],
    ['when-used', 'warning'],
    ['on-user', 'failed'],
    ['force-delete', 'prod'],
    ['role', 'admin'],
    ['assume-role', 'a role'],
    ['assume-role-duration', '900'],
    ['cleanup', 'always'],
    ['plan', 'tfplan'],
    ['save-in', 'cache'],
    ['dry', 'wet'],
    ['preview', 'https://example.com'],
  ])('%s: %j', (name, value) => {
    expect(meantBy(name, value)).toBe('');
  });
});

describe('A variable is ignored if the input is set as well, because users do not set it twice:', () => {
  test('name with key-name, region with aws-region, and path with one of the paths', () => {
    expect(meantBy('name', 'web', { 'key-name': 'prod' })).toBe('');
    expect(meantBy('region', 'eu-west-1', { 'aws-region': 'us-east-1' })).toBe('');
    expect(meantBy('path', 'src', { 'public-key-path': 'id.pub' })).toBe('');
  });

  test('but not if it only has its default, or nothing but spaces: the runner sets defaults', () => {
    expect(meantBy('action', 'delete', { operation: 'create' })).toBe('operation');
    expect(meantBy('action', 'delete', { operation: 'fetch' })).toBe('');
    expect(meantBy('action', 'create', { operation: 'create' })).toBe('');
    expect(meantBy('preview', 'true', { 'dry-run': ' false\n' })).toBe('dry-run');
    expect(meantBy('name', 'web', { 'key-name': ' ' })).toBe('key-name');
    expect(meantBy('token', 'ghp_x', { 'github-token': 'ghs_of_the_job' })).toBe('github-token');
    expect(meantBy('token', 'ghp_x', { 'github-token': 'ghp_y' })).toBe('');
  });
});

/** Of configure-aws-credentials, whose steps are often next to ours, and of actions that run other actions. */
const inputsOfOthers = {
  'role-to-assume': 'arn:aws:iam::123456789012:role/ci',
  'aws-access-key-id': 'AKIAIOSFODNN7EXAMPLE',
  'aws-secret-access-key': 'x',
  'aws-session-token': 'x',
  'aws-profile': 'ci',
  'overwrite-aws-profile': 'true',
  'role-session-name': 'ci',
  'role-duration-seconds': '900',
  'role-skip-session-tagging': 'true',
  'output-credentials': 'true',
  'output-env-credentials': 'true',
  'unset-current-credentials': 'true',
  'use-existing-credentials': 'true',
  'mask-aws-account-id': 'true',
  'force-skip-oidc': 'true',
  'action-timeout-s': '60',
  'allowed-account-ids': '123456789012',
  'github-token': 'x',
  token: 'x',
  action: 'octo/ec2-key-pair@v1',
  with: 'key-name: prod',
  attempt_limit: '3',
  with_post_step: 'true',
  main: 'echo',
  post: 'echo',
};

test('Inputs of other actions are left alone, also if a program that runs actions passes them on', () => {
  expect(problemsWith(inputsOfOthers)).toEqual([]);
});

describe('Other names', () => {
  const plain = otherNames.flatMap(({ meant, names, values }) =>
    names.map((name) => ({ name: name.replaceAll('*', ''), meant, values })),
  );
  const lettersOf = (name: string) => name.replaceAll('-', '');

  test('are not the names of inputs, nor one edit away from an input that is not meant', () => {
    const wrong = plain.flatMap(({ name, meant }) =>
      inputNames
        .filter((known) => !meant.includes(known) && leven(lettersOf(name), lettersOf(known)) < 2)
        .map((known) => `${name} is near ${known}`),
    );
    expect(wrong).toEqual([]);
    const names = otherNames.flatMap((one) => one.names);
    expect(inputNames.filter((known) => names.includes(known))).toEqual([]);
  });

  test('mean one thing, or different things with different values', () => {
    const sameName = plain.flatMap((one, index) =>
      plain
        .slice(index + 1)
        .flatMap((two) =>
          lettersOf(one.name) === lettersOf(two.name) && one.meant[0] !== two.meant[0] ? [[one, two]] : [],
        ),
    );
    expect(sameName.map(([one]) => one?.name)).toEqual(['key', 'keys', 'ssh-key', 'save-to', 'save-key-to']);
    for (const [one] of sameName) expect(one?.values).toBeDefined();
  });
});
