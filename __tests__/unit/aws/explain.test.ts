import { inspect } from 'node:util';
import { expect, test } from '@jest/globals';
import { AwsError } from '../../../src/aws/errors.ts';
import { decodingOf, explain, type ServiceErrors } from '../../../src/aws/explain.ts';
import { KeyPairError } from '../../../src/errors.ts';
import { awsError, ec2Errors, responseText } from '../../lib/aws-errors.ts';

const attempt = {
  service: 'Parcels',
  action: 'parcels:SendParcel',
  doing: 'send parcel "p-1"',
  region: 'eu-west-1',
};

/** Errors of a service that this action does not know. */
const parcelErrors: ServiceErrors = {
  ParcelTooHeavy: { code: 'TOO_MANY_KEY_PAIRS', hint: 'Split the parcel.' },
  // A service may know better what a common error means.
  SignatureDoesNotMatch: { code: 'REFUSED', hint: 'Sign for the parcel.' },
};

const table: [code: string, error: Error, hint: RegExp][] = [
  ['NOT_ALLOWED', ec2Errors.denied(), /^The role needs parcels:SendParcel\./],
  ['NOT_ALLOWED', awsError('AccessDenied', { status: 403 }), /parcels:SendParcel/],
  ['NOT_ALLOWED', awsError('AccessDeniedException', { status: 400 }), /parcels:SendParcel/],
  ['CREDENTIALS_REFUSED', awsError('AuthFailure', { status: 401 }), /invalid, expired/],
  ['CREDENTIALS_REFUSED', awsError('ExpiredToken', { status: 400 }), /session duration/],
  ['CREDENTIALS_REFUSED', awsError('RequestExpired', { status: 400 }), /invalid, expired/],
  ['CREDENTIALS_REFUSED', awsError('UnrecognizedClientException', { status: 400 }), /invalid, expired/],
  ['TOO_MANY_KEY_PAIRS', awsError('ParcelTooHeavy', { status: 400 }), /^Split the parcel\.$/],
  ['REFUSED', awsError('SignatureDoesNotMatch', { status: 403 }), /^Sign for the parcel\.$/],
  ['THROTTLED', ec2Errors.throttled(), /^Parcels throttled every attempt\..*later/],
  ['NO_ANSWER', ec2Errors.silence(), /network/],
  ['NO_ANSWER', ec2Errors.reset(), /network/],
  ['SERVICE_FAILED', awsError('InternalError', { status: 500 }), /^Parcels itself has a problem\./],
  ['SERVICE_FAILED', awsError('Unavailable', { status: 503 }), /^Parcels itself has a problem\./],
  ['BUSY', awsError('ConcurrentTagAccess', { status: 400 }), /tags/],
  ['BUSY', awsError('TooManyUpdates', { status: 400 }), /the same resource/],
  ...['Blocked', 'OptInRequired', 'PendingVerification'].map((name): [string, Error, RegExp] => [
    'ACCOUNT_NOT_READY',
    awsError(name, { status: 403 }),
    /does not let this account use the service/,
  ]),
  ...['RequestTimeTooSkewed', 'RequestInTheFuture'].map((name): [string, Error, RegExp] => [
    'CLOCK_WRONG',
    awsError(name, { status: 403 }),
    /^Set the clock/,
  ]),
  ...['MissingAuthenticationToken', 'IncompleteSignature', 'InvalidAccessKeyId', 'InvalidClientTokenId'].map(
    (name): [string, Error, RegExp] => [
      'CREDENTIALS_REFUSED',
      awsError(name, { status: 403 }),
      /is not enabled in this account/,
    ],
  ),
  ['REFUSED', awsError('InvalidParameterValue', { status: 400 }), /^Parcels rejected the request/],
];

test.each(table)('The code is %s for the error %s, whatever the service.', (code, error, hint) => {
  const explained = explain(error, attempt, parcelErrors);
  expect(explained).toBeInstanceOf(AwsError);
  expect(explained.code).toBe(code);
  expect(explained.message).toContain('Could not send parcel "p-1" in eu-west-1: ');
  expect(explained.message).toContain(error.message);
  expect(explained.hint).toMatch(hint);
  expect(explained.hint).not.toMatch(/EC2|\{/);
  expect(explained.cause).toBe(error);
});

test('A service without errors of its own gets the common explanations.', () => {
  expect(explain(awsError('SignatureDoesNotMatch', { status: 403 }), attempt).code).toBe(
    'CREDENTIALS_REFUSED',
  );
  expect(explain(awsError('ParcelTooHeavy', { status: 400 }), attempt).code).toBe('REFUSED');
});

test('What EC2 encodes is for the log alone, with the command that decodes it.', () => {
  const denied = awsError('UnauthorizedOperation', {
    status: 403,
    message: `You are not authorized. Encoded authorization failure message: ${'a-Z_9'.repeat(100)}`,
  });
  const explained = explain(denied, attempt);
  expect(`${explained.message}${explained.hint}`).not.toContain('a-Z_9');
  expect(explained.details).toMatch(
    /\naws sts decode-authorization-message --encoded-message (?:a-Z_9){100}$/,
  );
  expect(decodingOf(explained)).toBe(explained.details);
  expect(explain(ec2Errors.denied(), attempt).details).toBeUndefined();
  expect(decodingOf(awsError('AuthFailure', { message: denied.message }))).toBeUndefined();
});

test('An error that is explained already is passed on unchanged.', () => {
  const error = new KeyPairError('PATH_TAKEN', 'taken');
  expect(explain(error, attempt)).toBe(error);
});

test.each(table)('With the code %s, nothing that is printed of %s contains the response.', (_, error) => {
  const { message, hint, code, stack } = explain(error, attempt, parcelErrors);
  expect(inspect({ message, hint, code, stack })).not.toContain(responseText);
});
