import { expect, test } from '@jest/globals';
import { adviceOnCleanup } from '../../../src/aws/cleanup-advice.ts';
import { explain } from '../../../src/aws/explain.ts';
import { notLoaded } from '../../../src/aws/explain-credentials.ts';
import { KeyPairError } from '../../../src/errors.ts';
import { awsError, ec2Errors } from '../../lib/aws-errors.ts';

const actions = 'parcels:Look and parcels:Delete';
const attempt = { service: 'Parcels', action: 'parcels:Delete', doing: 'delete it', region: 'eu-west-1' };

/** An error as the SDK throws it, when this machine's clock is an hour behind. */
const ofWrongClock = () =>
  Object.assign(awsError('RequestExpired', { status: 400 }), {
    $response: { headers: { date: new Date(Date.now() + 3_600_000).toUTCString() } },
  });

test.each<[what: string, error: () => Error, hint: string | undefined]>([
  ['a denied call', ec2Errors.denied, `The role needs ${actions} for the cleanup.`],
  ['an internal error', () => awsError('InternalError', { status: 500 }), undefined],
  ['a throttled call', ec2Errors.throttled, undefined],
  ['a reset connection', ec2Errors.reset, undefined],
  ['expired credentials', () => awsError('ExpiredToken', { status: 400 }), 'The AWS session ended'],
  ['a wrong clock', ofWrongClock, 'Set the clock of the runner'],
])('The advice on %s fits it.', (_, error, hint) => {
  const { hint: given } = adviceOnCleanup(explain(error(), attempt), actions);
  expect(given).toEqual(hint && expect.stringContaining(hint));
});

test('If the cleanup needs other actions each time, the one that was denied is named.', () => {
  expect(adviceOnCleanup(explain(ec2Errors.denied(), attempt)).hint).toContain('parcels:Delete');
});

test('Credentials that load others may have expired, too.', () => {
  const error = notLoaded('role_arn of profile "ci"', awsError('ExpiredTokenException', { status: 400 }));
  expect(adviceOnCleanup(error).hint).toContain('The AWS session ended');
});

test('Advice of a step that can be run again is not repeated, but what is wrong in the environment is said.', () => {
  const none = new KeyPairError('NO_CREDENTIALS', 'None.', { hint: 'Add a step before this one.' });
  expect(adviceOnCleanup(none, actions).hint).toBe(
    'A later step removed them: keep them until the job ends.',
  );
  const invalid = new KeyPairError('PROXY_INVALID', 'Not valid.', { hint: 'Set it.' });
  expect(adviceOnCleanup(invalid, actions)).toEqual({ hint: 'Set it.' });
});
