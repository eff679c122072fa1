import { describe, expect, test } from '@jest/globals';
import { answeredAt } from '../../../src/aws/clock.ts';
import { provingCall, wasNotSent } from '../../../src/aws/connection.ts';
import { AwsError, type Failure, failureOf, isNamed } from '../../../src/aws/errors.ts';
import { explain } from '../../../src/aws/explain.ts';
import { isSafeToPrint, responseTextOf } from '../../../src/aws/response-text.ts';
import { KeyPairError } from '../../../src/errors.ts';
import { awsError, ec2Errors, responseText } from '../../lib/aws-errors.ts';
import { neverSent } from './never-sent.ts';

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
      'a clock that was corrected',
      awsError('RequestExpired', { status: 400, clockSkewCorrected: true }),
    ],
  ],
  [
    ['turned-away', 'ConcurrentTagAccess', awsError('ConcurrentTagAccess', { status: 400 })],
    ['turned-away', 'ResourceInUse', awsError('ResourceInUse', { status: 400 })],
    [
      'uncertain',
      'ConcurrentTagAccess from another device',
      awsError('ConcurrentTagAccess', { status: 400, requestId: undefined }),
    ],
    [
      'uncertain',
      "a proxy's page, while the clock is wrong",
      Object.assign(ec2Errors.proxyPage(403), {
        $metadata: { httpStatusCode: 403, clockSkewCorrected: true },
      }),
    ],
    [
      'uncertain',
      'a failure of the service, while the clock is wrong',
      awsError('InternalError', { status: 500, clockSkewCorrected: true }),
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
    ...[400, 401, 403, 404, 412, 429].map((status): [Failure, string, unknown] => [
      'uncertain',
      `status ${status} without a code of the service`,
      ec2Errors.proxyPage(status),
    ]),
    ['uncertain', 'a status that no service sends', awsError('Teapot', { status: 599 })],
    ['uncertain', 'an unreadable response with status 200', awsError('SyntaxError', { status: 200 })],
    ['uncertain', 'an error without metadata', new TypeError('x is not a function')],
    ['uncertain', 'a string', 'boom'],
    ['uncertain', 'undefined', undefined],
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
      'credentials that the network kept away',
      awsError('CredentialsProviderError', { cause: awsError('Error', { code: 'ECONNREFUSED' }) }),
    ],
    ['refused', 'an error of this action', new KeyPairError('ENDPOINT_NOT_SAFE', 'no')],
  ],
])('a failed call', (...failures) => {
  test.each(failures)('counts as %s: %s.', (expected, _, error) => {
    expect(failureOf(error)).toBe(expected);
  });
});

describe('a call of which nothing was sent', () => {
  test.each(networkCodes)('can be sent again later: %s.', async (code) => {
    const error = await neverSent(awsError('Error', { code }));
    expect(failureOf(error)).toBe('never-sent');
    expect(new AwsError('NOT_SENT', 'Could not do it.', { hint: 'x', cause: error }).failure).toBe(
      'never-sent',
    );
  });

  test.each<[what: string, error: Error]>([
    ['a certificate', Object.assign(new Error('self-signed'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })],
    ['the configuration of the SDK', new Error('Invalid Configuration')],
  ])('is not sent again for %s, and its text is printed.', async (_, error) => {
    expect(failureOf(error)).toBe('uncertain');
    expect(isSafeToPrint(error)).toBe(false);
    const proved = await neverSent(error);
    expect(failureOf(proved)).toBe('refused');
    expect(responseTextOf(proved)).toBe(error.message);
  });

  test('is told with all parts of an error that has only parts, and never with an empty text.', async () => {
    const parts = [new Error('connect ECONNREFUSED ::1:1'), new Error('connect ECONNREFUSED 127.0.0.1:1')];
    const all = await neverSent(new AggregateError(parts));
    expect(responseTextOf(all)).toBe('connect ECONNREFUSED ::1:1; connect ECONNREFUSED 127.0.0.1:1');
    const coded = await neverSent(Object.assign(new Error(''), { code: 'ETIMEDOUT' }));
    expect(responseTextOf(coded)).toBe('ETIMEDOUT');
    expect(responseTextOf(await neverSent(new Error('')))).toBe('no details');
  });

  test('is not proved by the reason of a signal, which every call that it aborts has.', async () => {
    const controller = new AbortController();
    controller.abort(new Error('the time is up'));
    const { signal } = controller;
    const call = provingCall({ abortSignal: signal }, () => Promise.reject(signal.reason));
    const error = await call.catch((reason: unknown) => reason);
    expect(wasNotSent(error)).toBe(false);
  });
});

describe('the text of a failed call', () => {
  test('is the error name of the service, its message, and the request ID.', () => {
    const error = awsError('AuthFailure', { status: 401, message: 'AWS was not able …', requestId: 'r-1' });
    expect(responseTextOf(error)).toBe('AuthFailure: AWS was not able … (request r-1)');
  });

  test.each<[what: string, error: unknown, text: string]>([
    ['an abort', awsError('AbortError'), 'the step timed out waiting for a response'],
    ['thrown text', 'MIIE', 'unknown error'],
    ['a thrown object', { message: 'MIIE' }, 'unknown error'],
    ['an error of this action', new KeyPairError('ENDPOINT_NOT_SAFE', 'no https'), 'no https'],
    ['a network error', ec2Errors.reset(), 'Error: socket hang up'],
    ['a parser that quotes the response', new SyntaxError('MIIE'), 'an unreadable response (SyntaxError)'],
  ])('is short for %s.', (_, error, text) => {
    expect(responseTextOf(error)).toBe(text);
  });

  test('leaves out what only an administrator can decode, and keeps the request ID.', () => {
    const message = `You are not authorized. Encoded authorization failure message: ${'a-Z0_9'.repeat(99)}`;
    const error = awsError('UnauthorizedOperation', { status: 403, message, requestId: 'r-1' });
    expect(responseTextOf(error)).toBe('UnauthorizedOperation: You are not authorized (request r-1)');
  });

  test('never contains the response.', () => {
    for (const create of Object.values(ec2Errors)) {
      expect(responseTextOf(create())).not.toContain(responseText);
    }
  });
});

test.each<[what: string, isSafe: boolean, error: unknown]>([
  ['An error of a service', true, ec2Errors.denied()],
  ['An error of this action', true, new KeyPairError('PATH_TAKEN', 'taken')],
  ['An error of the network', true, Object.assign(new Error('connect ENOENT'), { code: 'ENOENT' })],
  ['An error of a parser', false, Object.assign(new Error('MIIE is no tag'), { code: 'InvalidXml' })],
  ['Any other error', false, new TypeError('MIIE')],
  ['What is no error', false, { $fault: 'client', message: 'MIIE' }],
])('%s is safe to print: %s.', (_, isSafe, error) => {
  expect(isSafeToPrint(error)).toBe(isSafe);
});

describe('an error is known by its exact name', () => {
  test('as the SDK throws it.', () => {
    expect(isNamed(ec2Errors.duplicate(), 'InvalidKeyPair.Duplicate')).toBe(true);
    expect(isNamed(ec2Errors.duplicate(), 'Other', 'InvalidKeyPair.Duplicate')).toBe(true);
    expect(isNamed(ec2Errors.duplicate(), 'InvalidKeyPair')).toBe(false);
    expect(isNamed({ name: 'InvalidKeyPair.Duplicate' }, 'InvalidKeyPair.Duplicate')).toBe(false);
  });

  test('after it was explained, by which it has become an AwsError.', () => {
    const attempt = { service: 'EC2', action: 'ec2:X', doing: 'do it', region: 'eu-west-1' };
    const explained = explain(ec2Errors.duplicate(), attempt);
    expect(explained).toBeInstanceOf(AwsError);
    expect(isNamed(explained, 'InvalidKeyPair.Duplicate')).toBe(true);
    expect(isNamed(explained, 'InvalidKeyPair', 'KeyPairError')).toBe(false);
  });
});

test.each<[Failure, Error]>([
  ['turned-away', ec2Errors.throttled()],
  ['uncertain', ec2Errors.silence()],
  ['refused', ec2Errors.denied()],
])('An explained error still says what it said before: %s.', (failure, error) => {
  const explained = new AwsError('REFUSED', 'Could not do it.', { hint: 'Try again.', cause: error });
  expect(failureOf(explained)).toBe(failure);
  expect(explained.failure).toBe(failure);
  expect(responseTextOf(explained)).toBe(responseTextOf(error));
});

test('An explained error without an error as its cause has no name, and says nothing of the cause.', () => {
  const explained = new AwsError('NO_ANSWER', 'Could not do it.', { hint: 'Try again.', cause: 'MIIE' });
  expect([explained.failure, explained.awsName]).toEqual(['uncertain', '']);
  expect(responseTextOf(explained)).toBe('unknown error');
});

describe('the time of an answer', () => {
  const answered = (date?: string) =>
    Object.assign(ec2Errors.duplicate(), { $response: { headers: date === undefined ? {} : { date } } });

  test('is that of the service, also of an explained error.', () => {
    const error = answered('Tue, 24 Nov 2026 12:00:00 GMT');
    const explained = new AwsError('REFUSED', 'x', { hint: 'y', cause: error });
    for (const one of [error, explained]) expect(answeredAt(one)).toEqual(new Date('2026-11-24T12:00:00Z'));
  });

  test.each([answered(), answered('noon'), new Error('x'), 'x', undefined])(
    'is not known of %s.',
    (error) => {
      expect(answeredAt(error)).toBeUndefined();
    },
  );
});
