import { inspect } from 'node:util';
import { expect, test } from '@jest/globals';
import { explain, noCredentials, noRegion } from '../../../src/aws/explain.ts';
import { KeyPairError } from '../../../src/errors.ts';
import { awsError, ec2Errors, responseText } from '../../lib/aws-errors.ts';

const attempt = { action: 'ec2:CreateKeyPair', doing: 'create the key pair "deploy"', region: 'eu-west-1' };

const table: [code: string, error: Error, hint: RegExp][] = [
  ['NOT_ALLOWED', ec2Errors.denied(), /ec2:CreateKeyPair/],
  ['NOT_ALLOWED', awsError('AccessDenied', { status: 403 }), /ec2:CreateKeyPair/],
  ['CREDENTIALS_REFUSED', awsError('AuthFailure', { status: 401 }), /wrong, expired/],
  ['CREDENTIALS_REFUSED', awsError('ExpiredToken', { status: 400 }), /how long the session retention/],
  ['CREDENTIALS_REFUSED', awsError('RequestExpired', { status: 400 }), /wrong, expired/],
  ['CREDENTIALS_REFUSED', awsError('SignatureDoesNotMatch', { status: 403 }), /wrong, expired/],
  ['TOO_MANY_KEY_PAIRS', awsError('KeyPairLimitExceeded', { status: 400 }), /quota/],
  ['THROTTLED', ec2Errors.throttled(), /later/],
  ['NO_ANSWER', ec2Errors.silence(), /network/],
  ['NO_ANSWER', ec2Errors.reset(), /network/],
  ['NO_ANSWER', awsError('InternalError', { status: 500 }), /network/],
  ['REFUSED', awsError('InvalidParameterValue', { status: 400 }), /from EC2/],
];

test.each(table)('%s: %s', (code, error, hint) => {
  const explained = explain(error, attempt);
  expect(explained.code).toBe(code);
  expect(explained.message).toContain('EC2 in eu-west-1 did not create the key pair "deploy": ');
  expect(explained.message).toContain(error.message);
  expect(explained.hint).toMatch(hint);
  expect(explained.cause).toBe(error);
});

test('no credentials are told as such, with the step that gets them', () => {
  const explained = explain(awsError('CredentialsProviderError'), attempt);
  expect(explained.code).toBe('NO_CREDENTIALS');
  expect(explained.hint).toContain('aws-actions/configure-aws-credentials@');
  expect(noCredentials(undefined).hint).toContain('id-token: write');
  expect(noRegion().hint).toContain('aws-region');
});

test('an error that explains itself already is passed on as it is', () => {
  const error = new KeyPairError('PATH_TAKEN', 'taken');
  expect(explain(error, attempt)).toBe(error);
});

test.each(table)('nothing that %s is printed by holds the response (%s)', (_, error) => {
  const { message, hint, code, stack } = explain(error, attempt);
  expect(inspect({ message, hint, code, stack })).not.toContain(responseText);
});
