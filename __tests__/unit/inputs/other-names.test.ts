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

/** What an input is called elsewhere: by Terraform, CloudFormation, the AWS CLI, Ansible, Packer, and other actions. */
const called: readonly (readonly [name: string, value: string, meant: string])[] = [
  ['action', 'delete', 'operation'],
  ['mode', 'Describe', 'operation'],
  ['state', 'absent', 'operation'],
  ['name', 'prod', 'key-name'],
  ['key', 'prod', 'key-name'],
  ['keypair', 'prod', 'key-name'],
  ['key-pair', 'prod', 'key-name'],
  ['key_pair_name', 'prod', 'key-name'],
  ['temporary_key_pair_name', 'prod', 'key-name'],
  ['ec2-key-name', 'prod', 'key-name'],
  ['ssh-key-name', 'prod', 'key-name'],
  ['name-prefix', 'team-', 'key-name-prefix'],
  ['prefix', 'team-', 'key-name-prefix'],
  ['ec2-key-pair-prefix', 'team-', 'key-name-prefix'],
  ['key-pair-name-prefix', 'team-', 'key-name-prefix'],
  ['id', 'key-0123456789abcdef0', 'key-pair-id'],
  ['key-id', 'KEY-0123456789abcdef0', 'key-pair-id'],
  ['name-filter', 'web', 'key-name-pattern'],
  ['pattern', 'gha-*', 'key-name-pattern'],
  ['filter', 'web-?', 'key-name-pattern'],
  ['fingerprint', 'aa:bb', 'key-fingerprint'],
  ['workflow-run-id', '42', 'run-id'],
  ['run', '42', 'run-id'],
  ['type', 'ed25519', 'key-type'],
  ['type', 'ssh-rsa', 'key-type'],
  ['algorithm', 'RSA', 'key-type'],
  ['temporary_key_pair_type', 'ecdsa', 'key-type'],
  ['generator', 'runner', 'generate-on'],
  ['bits', '4096', 'generate-on'],
  ['key-size', '4096', 'generate-on'],
  ['format', 'PPK', 'key-format'],
  ['private-key-format', 'pkcs8', 'key-format'],
  ['key', 'ssh-ed25519 AAAA me@example', 'public-key'],
  ['ssh-key', '-----BEGIN PUBLIC KEY-----', 'public-key'],
  ['ssh-key', '---- BEGIN SSH2 PUBLIC KEY ----', 'public-key'],
  ['public-key-material', 'ssh-rsa AAAA', 'public-key'],
  ['public-key-file', 'id.pub', 'public-key-path'],
  ['public-key-file-name', 'id.pub', 'public-key-path'],
  ['ssh-public-key-path', 'id.pub', 'public-key-path'],
  ['path', 'id.pem', 'private-key-path or public-key-path'],
  ['file', 'id.pem', 'private-key-path or public-key-path'],
  ['file_name', 'id.pem', 'private-key-path or public-key-path'],
  ['key-path', 'id.pem', 'private-key-path'],
  ['key-file', 'id.pem', 'private-key-path'],
  ['key-file-name', 'id.pem', 'private-key-path'],
  ['private_key_file_path', 'id.pem', 'private-key-path'],
  ['ssh_private_key_file', 'id.pem', 'private-key-path'],
  ['output-path', 'id.pem', 'private-key-path'],
  ['resource-tags', 'team=blue', 'tags'],
  ['tag-specifications', 'ResourceType=key-pair', 'tags'],
  ['extra-tags', '{"team":"blue"}', 'tags'],
  ['lifespan', 'run', 'lifetime'],
  ['life', 'Persistent', 'lifetime'],
  ['keep', 'true', 'lifetime'],
  ['ttl', '2h', 'expires-after'],
  ['expires-in', '90', 'expires-after'],
  ['max-age', '7 days', 'expires-after'],
  ['password', 'correct horse', 'passphrase'],
  ['private-key-passphrase', 'correct horse', 'passphrase'],
  ['private-key', 'true', 'output-private-key'],
  ['agent', 'True', 'ssh-agent'],
  ['add-to-agent', 'true', 'ssh-agent'],
  ['arn', 'true', 'output-key-pair-arn'],
  ['region', 'eu-west-1', 'aws-region'],
  ['region', 'us-gov-west-1a', 'aws-region'],
  ['regions', 'eu-west-1, us-east-1', 'aws-region'],
  ['regions', 'EU-WEST-1\nus-east-1', 'aws-region'],
  ['aws-default-region', 'us-east-1', 'aws-region'],
  ['aws-region-name', 'us-east-1', 'aws-region'],
  ['if-used', 'fail', 'if-in-use'],
  ['in-use', 'fail', 'if-in-use'],
  ['on-use', 'Warn', 'if-in-use'],
  ['when-used', 'warn', 'if-in-use'],
  ['force-delete', 'true', 'force'],
  ['dry', 'true', 'dry-run'],
  ['dry-run-only', 'True', 'dry-run'],
  ['is-dry-run', 'true', 'dry-run'],
  ['preview', 'true', 'dry-run'],
  ['what-if', 'true', 'dry-run'],
  ['check_mode', 'FALSE', 'dry-run'],
];

describe('An input by the name that it has elsewhere is refused, and the problem says what was meant:', () => {
  test.each(called)('%s: %j', (name, value, meant) => {
    expect(meantBy(name, value)).toBe(meant);
  });

  test('for every input, some other name is known', () => {
    const meant = new Set(called.flatMap(([, , names]) => names.split(' or ')));
    expect(inputNames.filter((name) => !meant.has(name))).toEqual([]);
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
        .flatMap((two) => (lettersOf(one.name) === lettersOf(two.name) ? [[one, two]] : [])),
    );
    expect(sameName.map(([one]) => one?.name)).toEqual(['key', 'ssh-key']);
    for (const [one] of sameName) expect(one?.values).toBeDefined();
  });
});
