import { describe, expect, test } from '@jest/globals';
import { answerOf, type Failure, failureOf, isNamed } from '../../../src/aws/errors.ts';
import { KeyPairError } from '../../../src/errors.ts';
import { awsError, ec2Errors, responseText } from '../../lib/aws-errors.ts';

const networkCodes = [
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
];

describe.each<[Failure, string, unknown][]>([
  [
    ['turned-away', 'RequestLimitExceeded', awsError('RequestLimitExceeded', { status: 503 })],
    ['turned-away', 'EC2ThrottledException', awsError('EC2ThrottledException', { status: 400 })],
    ['turned-away', 'Throttling', awsError('Throttling', { status: 400 })],
    ['turned-away', 'SlowDown', awsError('SlowDown', { status: 503 })],
    ['turned-away', 'status 429', awsError('Whatever', { status: 429 })],
    ['turned-away', '$retryable.throttling', awsError('Whatever', { status: 400, throttling: true })],
    [
      'turned-away',
      'a clock put right',
      awsError('RequestExpired', { status: 400, clockSkewCorrected: true }),
    ],
  ],
  [500, 502, 503, 504].map((status): [Failure, string, unknown] => [
    'uncertain',
    `status ${status}`,
    awsError('InternalError', { status }),
  ]),
  networkCodes.map((code): [Failure, string, unknown] => ['uncertain', code, awsError('Error', { code })]),
  [
    ['uncertain', 'TimeoutError', ec2Errors.silence()],
    ['uncertain', 'RequestTimeout', awsError('RequestTimeout', { status: 400 })],
    ['uncertain', 'AbortError', awsError('AbortError')],
    [
      'uncertain',
      'a cause from the network',
      awsError('Error', { cause: awsError('Error', { code: 'EPIPE' }) }),
    ],
    ['uncertain', 'a status that EC2 never sends', awsError('Teapot', { status: 599 })],
    ['uncertain', 'an answer of 200 that cannot be read', awsError('SyntaxError', { status: 200 })],
    ['uncertain', 'an error without metadata', new TypeError('x is not a function')],
    ['uncertain', 'a string', 'boom'],
    ['uncertain', 'nothing', undefined],
    ['uncertain', 'null', null],
    ['uncertain', 'an object that only looks like an error', { name: 'RequestLimitExceeded' }],
  ],
  [
    ['refused', 'Duplicate', ec2Errors.duplicate()],
    ['refused', 'NotFound', ec2Errors.notFound()],
    ['refused', 'UnauthorizedOperation', ec2Errors.denied()],
    ['refused', 'AuthFailure', awsError('AuthFailure', { status: 401 })],
    ['refused', 'DryRunOperation', ec2Errors.wouldBeAllowed()],
    ['refused', 'an unknown code of 400', awsError('SomethingNew', { status: 400 })],
    ['refused', 'no credentials', awsError('CredentialsProviderError')],
    [
      'refused',
      'credentials that the network hid',
      awsError('CredentialsProviderError', { cause: awsError('Error', { code: 'ECONNREFUSED' }) }),
    ],
    ['refused', 'an error of ours', new KeyPairError('ENDPOINT_NOT_SAFE', 'no')],
  ],
])('a call that failed', (...failures) => {
  test.each(failures)('%s: %s', (expected, _, error) => {
    expect(failureOf(error)).toBe(expected);
  });
});

describe('what is said of a failed call', () => {
  test('is the code, its text and the request id', () => {
    const error = awsError('AuthFailure', { status: 401, message: 'AWS was not able …', requestId: 'r-1' });
    expect(answerOf(error)).toBe('AuthFailure: AWS was not able … (request r-1)');
  });

  test.each([
    ['an abort', awsError('AbortError'), "the step's time was up before EC2 answered"],
    ['a string', 'MIIE', 'an unknown error'],
    ['an object', { message: 'MIIE' }, 'an unknown error'],
    ['a network error', ec2Errors.reset(), 'Error: socket hang up'],
  ])('of %s: %j', (_, error, text) => {
    expect(answerOf(error)).toBe(text);
  });

  test('is never the response', () => {
    for (const make of Object.values(ec2Errors)) expect(answerOf(make())).not.toContain(responseText);
  });
});

test('an error is known by its exact name', () => {
  expect(isNamed(ec2Errors.duplicate(), 'InvalidKeyPair.Duplicate')).toBe(true);
  expect(isNamed(ec2Errors.duplicate(), 'InvalidKeyPair')).toBe(false);
  expect(isNamed({ name: 'InvalidKeyPair.Duplicate' }, 'InvalidKeyPair.Duplicate')).toBe(false);
});
