import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { InputName } from '../../../src/inputs/table.ts';
import { type GivenInputs, problemsOf, read, readAs, refusalOf } from './reading.ts';

describe('An invalid value is refused with the input, the value, and the rule', () => {
  test.each<[InputName, string, string, GivenInputs]>([
    ['operation', 'destroy', 'must be one of create, ensure,', {}],
    ['key-type', 'dsa', 'must be one of rsa, ed25519', {}],
    ['key-format', 'der', 'must be one of pem, ppk', {}],
    ['lifetime', 'forever', 'must be one of job, run, persistent', {}],
    ['expires-after', '12', 'is not a valid duration. Use minutes, hours or days', {}],
    ['expires-after', '0h', 'is not a valid duration. Use minutes, hours or days', {}],
    ['expires-after', '-1h', 'is not a valid duration. Use minutes, hours or days', {}],
    ['expires-after', '1.5h', 'is not a valid duration. Use minutes, hours or days', {}],
    ['expires-after', '1w', 'is not a valid duration. Use minutes, hours or days', {}],
    ['expires-after', '1 h', 'is not a valid duration. Use minutes, hours or days', {}],
    ['expires-after', '12hours', 'is not a valid duration. Use minutes, hours or days', {}],
    ['expires-after', 'in 12h', 'is not a valid duration. Use minutes, hours or days', {}],
    ['expires-after', '123456m', 'is not a valid duration. Use minutes, hours or days', {}],
    ['output-private-key', 'yes', 'must be true or false', {}],
    ['output-private-key', '1', 'must be true or false', {}],
    ['dry-run', 'truee', 'must be true or false', {}],
    ['dry-run', 'untrue', 'must be true or false', {}],
    ['dry-run', 'falsey', 'must be true or false', {}],
    ['dry-run', 'not false', 'must be true or false', {}],
    ['aws-region', 'EU-WEST-1A', 'is not an AWS Region code such as eu-west-1', {}],
    ['aws-region', 'https://example.com', 'is not an AWS Region code such as eu-west-1', {}],
    ['aws-region', 'eu-west-1.evil.example', 'is not an AWS Region code such as eu-west-1', {}],
    ['aws-region', '../eu-west-1', 'is not an AWS Region code such as eu-west-1', {}],
    ['key-name', 'schlüssel', 'has characters other than printable ASCII', {}],
    ['key-name', 'a\tb', 'has characters other than printable ASCII', {}],
    ['key-name-prefix', 'ключ-', 'has characters other than printable ASCII', {}],
    ['private-key-path', 'keys/', 'is a folder: add a file name', {}],
    ['private-key-path', 'false', 'is not a path. To write no file, set none', {}],
    ['private-key-path', 'Null', 'is not a path. To write no file, set none', {}],
    ['expires-after', '999999d', 'with at most five digits', {}],
    ['private-key-path', 'keys\\', 'is a folder: add a file name', {}],
    ['private-key-path', 'a\0b', 'contains a character that no path can have', {}],
    ['tags', 'lonely', 'must have the form key=value', {}],
    ['tags', '=value', 'must have the form key=value', {}],
    ['tags', '# owner=me', 'is a comment, which a list cannot contain', {}],
    ['tags', '#owner', 'is a comment, which a list cannot contain', {}],
    ['tags', 'aws:x=1', 'starts with aws:, which is reserved by AWS', {}],
    ['tags', 'AWS:x=1', 'starts with aws:, which is reserved by AWS', {}],
    ['tags', 'managed-by=me', 'is a tag that this action sets itself', {}],
    ['tags', 'ec2-key-pair-action:nonce=1', 'is a tag that this action sets itself', {}],
    ['key-pair-id', 'deploy', 'is not a key pair ID such as key-', { operation: 'describe' }],
    ['key-pair-id', 'key-0123456789ABCDEF0', 'is not a key pair ID such as key-', { operation: 'describe' }],
    ['key-pair-id', 'my-key-0123456789abcdef0', 'is not a key pair ID such as key-', { operation: 'fetch' }],
    ['key-pair-id', 'key-0123456', 'is not a key pair ID such as key-', { operation: 'fetch' }],
    ['key-pair-id', `key-${'0'.repeat(33)}`, 'is not a key pair ID such as key-', { operation: 'fetch' }],
    ['run-id', '12a', 'is not a workflow run ID', { operation: 'describe' }],
    ['run-id', '*', 'is not a workflow run ID', { operation: 'delete' }],
    ['run-id', '1'.repeat(21), 'is not a workflow run ID', { operation: 'delete' }],
    ['if-in-use', 'maybe', 'must be one of ignore, warn, fail', { operation: 'delete', 'key-name': 'x' }],
  ])('%s: %j', (name, value, rule, others) => {
    const problems = problemsOf({ ...others, [name]: value });
    expect(problems).toEqual([expect.stringContaining(`${name}: "`)]);
    expect(problems[0]).toContain(rule);
    expect(problems[0]).toContain(`"${value}"`);
  });
});

test('All problems are reported together, one per line, and that no request was sent', () => {
  const refusal = refusalOf({
    'key-name': 'a\tb',
    'key-name-prefix': 'x-',
    'key-type': 'dsa',
    lifetime: 'long',
    tags: 'x\naws:y=1',
    'run-id': '7',
    'aws-region': 'moon',
  });
  expect(
    refusal.message
      .split('\n')
      .slice(1)
      .map((line) => line.split(/:? /)[0]),
  ).toEqual(['run-id', 'aws-region', 'tags', 'tags', 'lifetime', 'key-name', 'key-name-prefix', 'key-type']);
  expect(refusal.message.split('\n')[0]).toBe('Invalid inputs:');
  expect(refusal.hint).toContain('No request was sent to AWS');
});

test('Values are trimmed, and tags are split at any kind of newline', () => {
  expect(
    readAs('create', {
      'key-name': '  deploy key \n',
      tags: '\r\n a = 1 \r\n\n b=x=y\nempty=\n',
      'expires-after': ' 90m ',
      'aws-region': '\teu-west-1 ',
      'private-key-path': ' keys/id ',
    }),
  ).toMatchObject({
    name: { exact: 'deploy key' },
    tags: [
      { key: 'a', value: '1' },
      { key: 'b', value: 'x=y' },
      { key: 'empty', value: '' },
    ],
    expiresAfter: 5_400_000,
    region: 'eu-west-1',
    destinations: [{ kind: 'file', path: 'keys/id' }],
  });
});

test.each([
  ['1m', 60_000],
  ['12h', 43_200_000],
  ['7d', 604_800_000],
])('%s is read as %i ms', (text, milliseconds) => {
  expect(readAs('create', { 'expires-after': text }).expiresAfter).toBe(milliseconds);
});

test.each([
  ['true', 'false'],
  ['True', 'False'],
  ['TRUE', 'FALSE'],
  [' tRuE\n', 'fALSE\r\n'],
])('%s is read as true, and %s as false', (yes, no) => {
  expect(readAs('delete', { 'key-name': 'a', force: yes }).force).toBe(true);
  expect(readAs('delete', { 'key-name': 'a', force: no }).force).toBe(false);
});

test.each(['rsa', 'ed25519'] as const)('A key pair can be of type %s', (keyType) => {
  expect(readAs('create', { 'key-type': keyType }).keyType).toBe(keyType);
  expect(readAs('ensure', { 'key-name': 'a', 'key-type': keyType }).keyType).toBe(keyType);
});

test('A Region is read in any case', () => {
  expect(readAs('create', { 'aws-region': ' EU-West-1\n' }).region).toBe('eu-west-1');
});

test('A choice is read in any case, with spaces and newlines around it', () => {
  expect(
    read({
      operation: 'Create\n',
      'key-type': ' ED25519',
      'key-format': 'PPK',
      lifetime: 'Run\r\n',
      'private-key-path': 'id',
    }),
  ).toMatchObject({
    operation: 'create',
    keyType: 'ed25519',
    lifetime: 'run',
    destinations: [{ format: 'ppk' }],
  });
  expect(readAs('delete', { 'key-name': 'a', 'if-in-use': 'FAIL' }).ifInUse).toBe('fail');
});

test.each([
  'eu-west-1',
  'us-gov-west-1',
  'us-iso-east-1',
  'cn-northwest-1',
  'ap-southeast-12',
  'eusc-de-east-1',
])('%s is accepted as a Region', (region) => {
  expect(read({ 'aws-region': region }).region).toBe(region);
});

describe('A secret in an input that is not meant for one', () => {
  const secret = fc.stringMatching(/^[A-Za-z0-9]{85,160}$/);

  test('is quoted in full, for the runner to mask, or not at all: part of it would escape every mask', () => {
    fc.assert(
      fc.property(
        secret,
        fc.constantFrom<InputName>('key-type', 'aws-region', 'expires-after', 'run-id', 'private-key-path'),
        (value, name) => {
          const { message } = refusalOf({ [name]: name === 'private-key-path' ? `${value}/` : value });
          const masked = message.replaceAll(value, '***');
          expect(masked).not.toContain(value.slice(0, 16));
        },
      ),
      { numRuns: 30 },
    );
  });
});
