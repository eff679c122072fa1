import { describe, expect, test } from '@jest/globals';
import { clockError } from '../../../src/aws/clock.ts';
import { explain } from '../../../src/aws/explain.ts';
import { retryNotice } from '../../../src/aws/retry-notice.ts';
import { awsError, ec2Errors } from '../../lib/aws-errors.ts';
import { neverSent } from './never-sent.ts';

const minute = 60_000;

/** An error, answered by a service whose clock is ahead of this one by so many milliseconds. */
function answeredAhead(error: Error, ahead: number): Error {
  const date = new Date(Date.now() + ahead).toUTCString();
  return Object.assign(error, { $response: { headers: { date } } });
}

const expired = () => awsError('RequestExpired', { status: 400, clockSkewCorrected: true });

describe('the reason for another try', () => {
  test.each<[reason: string, error: unknown]>([
    ['Parcels is throttling requests.', ec2Errors.throttled()],
    ['Parcels is throttling requests.', answeredAhead(ec2Errors.throttled(), 60 * minute)],
    ["The clock of this runner is 1 h behind Parcels's.", answeredAhead(expired(), 60 * minute)],
    ['Another process is changing the same resource.', awsError('ConcurrentTagAccess', { status: 400 })],
    ['Another process is changing the same resource.', awsError('ResourceInUse', { status: 400 })],
    ['Another process is changing the same resource.', awsError('TooManyUpdates', { status: 400 })],
    ['Parcels has an internal error.', awsError('InternalError', { status: 500 })],
    ['Parcels has an internal error.', awsError('Unavailable', { status: 503 })],
    ['There is no response from Parcels.', awsError('Unknown', { status: 502, requestId: undefined })],
    ['There is no response from Parcels.', ec2Errors.reset()],
  ])('is "%s"', (reason, error) => {
    expect(retryNotice(error, 'Parcels')).toBe(reason);
  });

  test('is the connection if nothing was sent.', async () => {
    const error = await neverSent(ec2Errors.reset());
    expect(retryNotice(error, 'Parcels')).toBe('There is no connection to Parcels.');
    expect(retryNotice(explain(error, attempt), 'Parcels')).toBe('There is no connection to Parcels.');
  });
});

const attempt = { service: 'Parcels', action: 'parcels:X', doing: 'do it', region: 'eu-west-1' };

describe('a wrong clock', () => {
  test.each([
    [180 * minute, '3 h behind'],
    [-20 * minute, '20 min ahead of'],
    [-400 * 24 * 60 * minute, '400 d ahead of'],
    [(26 * 60 + 5) * minute, '1 d 2 h behind'],
    [(3 * 60 + 5) * minute, '3 h 5 min behind'],
  ])('is told with how much it is off (%d ms)', (ahead, text) => {
    expect(clockError(answeredAhead(expired(), ahead), 'EC2')).toBe(
      `The clock of this runner is ${text} EC2's.`,
    );
  });

  test.each([0, 3 * minute, -3 * minute])('is none if it is off by less than AWS allows (%d ms)', (ahead) => {
    expect(clockError(answeredAhead(expired(), ahead), 'EC2')).toBeUndefined();
  });

  test('is the cause of a refused signature only if it is wrong.', () => {
    const refused = (ahead: number) =>
      explain(answeredAhead(awsError('AuthFailure', { status: 401 }), ahead), attempt);
    expect(refused(180 * minute)).toMatchObject({
      code: 'CLOCK_WRONG',
      hint: expect.stringMatching(/^The clock of this runner is 3 h behind Parcels's\. Set the clock/),
    });
    expect(refused(0).code).toBe('CREDENTIALS_REFUSED');
  });
});
