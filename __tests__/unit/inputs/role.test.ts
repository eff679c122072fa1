import { expect, test } from '@jest/globals';
import { roleProblems } from '../../../src/inputs/role.ts';
import { rawInputs } from './reading.ts';

const problemsOf = (arn: string) => roleProblems(rawInputs({ 'role-to-assume': arn }));

test.each([
  'arn:aws:iam::123456789012:role/ci',
  ' arn:aws:iam::123456789012:role/ci\n',
  'arn:aws-cn:iam::123456789012:role/ci',
  'arn:aws-us-gov:iam::123456789012:role/team/a/ci+=,.@-_',
  'arn:aws-iso-b:iam::123456789012:role/ci',
  'arn:aws-eusc:iam::123456789012:role/ci',
  `arn:aws:iam::123456789012:role/${'p'.repeat(510)}/${'r'.repeat(64)}`,
  '',
  '  ',
])('The role %j has the form of an ARN, or is not set.', (arn) => {
  expect(problemsOf(arn)).toEqual([]);
});

test.each([
  'ci',
  '123456789012',
  'arn:aws:iam::12345678901:role/ci',
  'arn:aws:iam::1234567890123:role/ci',
  'arn:azure:iam::123456789012:role/ci',
  'arn:aws:iam:eu-west-1:123456789012:role/ci',
  'arn:aws:iam::123456789012:user/ci',
  'arn:aws:iam::123456789012:role/',
  'arn:aws:iam::123456789012:role/team/',
  'arn:aws:iam::123456789012:role/c i',
  'arn:aws:iam::123456789012:role/ci\n::error::x',
  'arn:aws:iam::123456789012:instance-profile/ci',
  'arn:aws:sts::123456789012:assumed-role/ci/session',
  '$AWS_ROLE_ARN',
])('The role %j is rejected with an example of one.', (arn) => {
  expect(problemsOf(arn)).toEqual([
    `role-to-assume: "${arn}" is not the ARN of an IAM role, such as arn:aws:iam::123456789012:role/ci.`,
  ]);
});

test('Of a long value, only the length is quoted: part of a secret would not be masked.', () => {
  expect(problemsOf('r'.repeat(81)).join()).toContain('(81 characters)');
});
