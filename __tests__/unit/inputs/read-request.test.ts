import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { InputName } from '../../../src/inputs/table.ts';
import { type GivenInputs, problemsOf, read, readAs, refusalOf } from './reading.ts';

describe('a wrong value is refused with the input, the value and the rule', () => {
  test.each<[InputName, string, string, GivenInputs]>([
    ['operation', 'destroy', 'is not one of create,', {}],
    ['operation', 'CREATE', 'is not one of create,', {}],
    ['key-type', 'dsa', 'is not one of rsa, ed25519', {}],
    ['key-type', 'RSA', 'is not one of rsa, ed25519', {}],
    ['key-format', 'der', 'is not one of pem, ppk', {}],
    ['lifetime', 'forever', 'is not one of job, run, persistent', {}],
    ['expires-after', '12', 'is not a duration', {}],
    ['expires-after', '0h', 'is not a duration', {}],
    ['expires-after', '-1h', 'is not a duration', {}],
    ['expires-after', '1.5h', 'is not a duration', {}],
    ['expires-after', '1w', 'is not a duration', {}],
    ['expires-after', '1 h', 'is not a duration', {}],
    ['expires-after', '123456m', 'is not a duration', {}],
    ['output-private-key', 'yes', 'is neither true nor false', {}],
    ['output-private-key', '1', 'is neither true nor false', {}],
    ['dry-run', 'tRUE', 'is neither true nor false', {}],
    ['aws-region', 'EU-WEST-1', 'is not the code of one AWS region', {}],
    ['aws-region', 'https://example.com', 'is not the code of one AWS region', {}],
    ['aws-region', 'eu-west-1.evil.example', 'is not the code of one AWS region', {}],
    ['aws-region', '../eu-west-1', 'is not the code of one AWS region', {}],
    ['key-name', 'schlüssel', 'has characters other than printable ASCII', {}],
    ['key-name', 'a\tb', 'has characters other than printable ASCII', {}],
    ['key-name-prefix', 'ключ-', 'has characters other than printable ASCII', {}],
    ['private-key-path', 'keys/', 'names a folder', {}],
    ['private-key-path', 'keys\\', 'names a folder', {}],
    ['private-key-path', 'a\0b', 'has a character that no path can have', {}],
    ['tags', 'lonely', 'is not key=value', {}],
    ['tags', '=value', 'is not key=value', {}],
    ['tags', 'aws:x=1', 'starts with aws:', {}],
    ['tags', 'AWS:x=1', 'starts with aws:', {}],
    ['tags', 'managed-by=me', 'is a tag that this action sets itself', {}],
    ['tags', 'ec2-key-pair-action:nonce=1', 'is a tag that this action sets itself', {}],
    ['key-pair-id', 'deploy', 'is not the id of a key pair', { operation: 'describe' }],
    ['key-pair-id', 'key-0123456789ABCDEF0', 'is not the id of a key pair', { operation: 'describe' }],
    ['run-id', '12a', 'is not the number of a workflow run', { operation: 'describe' }],
    ['run-id', '*', 'is not the number of a workflow run', { operation: 'delete' }],
    ['if-in-use', 'maybe', 'is not one of ignore, warn, fail', { operation: 'delete', 'key-name': 'x' }],
  ])('%s: %j', (name, value, rule, others) => {
    const problems = problemsOf({ ...others, [name]: value });
    expect(problems).toEqual([expect.stringContaining(`${name}: "`)]);
    expect(problems[0]).toContain(rule);
    expect(problems[0]).toContain(`"${value}"`);
  });
});

test('all problems are told at once, one a line, and that nothing was sent', () => {
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
  expect(refusal.hint).toContain('Nothing was sent to AWS');
});

test('values are trimmed, and several lines of tags are split at any line end', () => {
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
    destinations: { file: { path: 'keys/id' } },
  });
});

test.each([
  ['1m', 60_000],
  ['12h', 43_200_000],
  ['7d', 604_800_000],
])('%s are %i ms', (text, milliseconds) => {
  expect(readAs('create', { 'expires-after': text }).expiresAfter).toBe(milliseconds);
});

test.each(['true', 'True', 'TRUE'])('%s is true, and its like in false is false', (text) => {
  expect(readAs('create', { 'output-private-key': text }).destinations.output).toBe(true);
  const other = text === 'true' ? 'false' : text === 'True' ? 'False' : 'FALSE';
  expect(readAs('create', { 'output-private-key': other }).destinations.output).toBe(false);
});

test.each([
  'eu-west-1',
  'us-gov-west-1',
  'us-iso-east-1',
  'cn-northwest-1',
  'ap-southeast-12',
  'eusc-de-east-1',
])('%s is a region', (region) => {
  expect(read({ 'aws-region': region }).region).toBe(region);
});

describe('a secret in an input', () => {
  const secret = fc.stringMatching(/^[A-Za-z0-9]{85,160}$/);

  test('is printed whole, for the runner to mask, or not at all: a part of it would pass every mask', () => {
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
