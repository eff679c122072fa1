import { type ErrorCode, KeyPairError } from '../errors.ts';
import { answerOf, errorNames, failureOf, isNamed } from './errors.ts';

/** What was being done, in words and as IAM calls it. */
export interface Attempt {
  /** `ec2:CreateKeyPair` and the like. */
  readonly action: string;
  /** Continues "EC2 did not …", as in `create the key pair "deploy"`. */
  readonly doing: string;
  readonly region: string;
}

const configureCredentials = `\
Add this step before this one, with a role that may use key pairs (README, permissions):
  permissions: { id-token: write, contents: read }
  - uses: aws-actions/configure-aws-credentials@v6
    with:
      role-to-assume: arn:aws:iam::<account>:role/<role>
      aws-region: <region>`;

export function noRegion(cause?: unknown): KeyPairError {
  return new KeyPairError('NO_REGION', 'No AWS region is set.', {
    hint: 'Give aws-region, or set it in the aws-actions/configure-aws-credentials step before this one.',
    cause,
  });
}

export function noCredentials(cause: unknown): KeyPairError {
  const isNone =
    cause instanceof Error && cause.message.startsWith('Could not load credentials from any providers');
  const what = isNone
    ? 'No AWS credentials were found.'
    : `No AWS credentials could be had: ${answerOf(cause)}`;
  return new KeyPairError('NO_CREDENTIALS', what, { hint: configureCredentials, cause });
}

/** Sent as they are, they would be refused for a wrong signature, or by Node for a header that cannot be. */
export function malformedCredentials(parts: readonly string[]): KeyPairError {
  return new KeyPairError(
    'CREDENTIALS_MALFORMED',
    `The AWS credentials cannot be used: a blank, a line end or another character that none of AWS's has is in the ${parts.join(' and in the ')}.`,
    { hint: 'Most often a line end was pasted along when the secret was set. Set it again, without one.' },
  );
}

/** Turns what a call failed with into what happened, why, and what now. */
export function explain(error: unknown, { action, doing, region }: Attempt): KeyPairError {
  if (error instanceof KeyPairError) return error;
  const answer = answerOf(error);
  const failed = (code: ErrorCode, why: string, hint: string) =>
    new KeyPairError(code, `EC2 in ${region} did not ${doing}: ${why}`, { hint, cause: error });

  if (isNamed(error, 'CredentialsProviderError')) return noCredentials(error);
  if (isNamed(error, ...errorNames.notAuthorized)) {
    return failed('NOT_ALLOWED', answer, `The role needs ${action}; the README lists all permissions.`);
  }
  if (isNamed(error, ...errorNames.credentialsRefused)) {
    return failed(
      'CREDENTIALS_REFUSED',
      answer,
      'The AWS credentials are wrong, expired or of another partition: look at the step that sets them, and at how long the session lasts.',
    );
  }
  if (isNamed(error, errorNames.limitExceeded)) {
    return failed(
      'TOO_MANY_KEY_PAIRS',
      answer,
      'Delete key pairs that nobody uses, or ask AWS for a higher quota (5,000 a region).',
    );
  }
  switch (failureOf(error)) {
    case 'turned-away':
      return failed(
        'THROTTLED',
        answer,
        'EC2 asked to slow down until the time for it was up. Run the job again later.',
      );
    case 'uncertain':
      return failed(
        'NO_ANSWER',
        answer,
        'Look at the network, a proxy and AWS_ENDPOINT_URL, then run the job again.',
      );
    case 'refused':
      return failed('REFUSED', answer, 'The text above is from EC2.');
  }
}
