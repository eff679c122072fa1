import { type ErrorCode, KeyPairError } from '../errors.ts';
import { AwsError, errorNames, failureOf, isNamed, responseTextOf } from './errors.ts';

/** What was attempted, in words and as IAM actions. */
export interface Attempt {
  /** The service, as in `EC2`. */
  readonly service: string;
  /** The IAM actions it needs, as in `ec2:CreateKeyPair`. */
  readonly action: string;
  /** Continues "Could not …", as in `create key pair "deploy"`. */
  readonly doing: string;
  readonly region: string;
}

/** Errors that only one service has, by its name for them. */
export type ServiceErrors = Readonly<Record<string, { readonly code: ErrorCode; readonly hint: string }>>;

const configureCredentials = {
  hint: 'Add an aws-actions/configure-aws-credentials step before this one, with a role that has the permissions listed in the README. The log shows how.',
  details: `\
in the job:
    permissions:
      id-token: write
      contents: read

as a step before this one:
      - uses: aws-actions/configure-aws-credentials@v6
        with:
          role-to-assume: arn:aws:iam::<account>:role/<role>
          aws-region: <region>`,
};

export function noRegion(cause?: unknown): KeyPairError {
  return new KeyPairError('NO_REGION', 'No AWS Region is set.', {
    hint: 'Set aws-region, or set it in an aws-actions/configure-aws-credentials step before this one.',
    cause,
  });
}

export function noCredentials(cause: unknown): KeyPairError {
  // The SDK uses the same error name if no source has credentials and if a source failed.
  const isNone =
    cause instanceof Error && cause.message.startsWith('Could not load credentials from any providers');
  const what = isNone
    ? 'No AWS credentials were found.'
    : `AWS credentials could not be loaded: ${responseTextOf(cause)}`;
  return new KeyPairError('NO_CREDENTIALS', what, { ...configureCredentials, cause });
}

/** Without this check, AWS would report a wrong signature, or Node an invalid header. */
export function malformedCredentials(parts: readonly string[]): KeyPairError {
  return new KeyPairError(
    'CREDENTIALS_MALFORMED',
    `The AWS credentials are malformed: the ${parts.join(' and the ')} may only contain printable ASCII characters, without spaces.`,
    { hint: 'Usually the secret was saved with a trailing newline. Save it again without one.' },
  );
}

/** Turns the error of a call into one that says what happened, why, and what to do now. */
export function explain(error: unknown, attempt: Attempt, known: ServiceErrors = {}): KeyPairError {
  if (error instanceof KeyPairError) return error;
  if (isNamed(error, 'CredentialsProviderError')) return noCredentials(error);
  const { doing, region } = attempt;
  const message = `Could not ${doing} in ${region}: ${responseTextOf(error)}`;
  const { code, hint } = adviceFor(error, attempt, known);
  return new AwsError(code, message, { hint, details: decodingOf(error), cause: error });
}

/** How to find out why a call was denied. EC2's text is several hundred characters long, so it is for the log alone. */
export function decodingOf(error: unknown): string | undefined {
  if (!isNamed(error, ...errorNames.notAuthorized)) return undefined;
  const { message } =
    error instanceof AwsError && error.cause instanceof Error ? error.cause : (error as Error);
  const [, encoded] = /Encoded authorization failure message: ([\w-]+)/.exec(message) ?? [];
  return (
    encoded && `To see why it was denied:\naws sts decode-authorization-message --encoded-message ${encoded}`
  );
}

function adviceFor(
  error: unknown,
  { action, service }: Attempt,
  known: ServiceErrors,
): { readonly code: ErrorCode; readonly hint: string } {
  const ofService = Object.entries(known).find(([name]) => isNamed(error, name));
  if (ofService !== undefined) return ofService[1];
  if (isNamed(error, ...errorNames.notAuthorized)) {
    return { code: 'NOT_ALLOWED', hint: `The role needs ${action}. The README lists all permissions.` };
  }
  if (isNamed(error, ...errorNames.credentialsRefused)) return credentialsRefused;
  return adviceByFailure(service)[failureOf(error)];
}

const credentialsRefused = {
  code: 'CREDENTIALS_REFUSED',
  hint: 'The AWS credentials are invalid, expired, or for another partition, or the Region is not enabled in this account. Check the step that sets them, and the session duration.',
} as const;

function adviceByFailure(service: string) {
  return {
    'turned-away': {
      code: 'THROTTLED',
      hint: `${service} throttled every attempt. Run the job again later.`,
    },
    uncertain: {
      code: 'NO_ANSWER',
      hint: 'Check the network, any proxy, and AWS_ENDPOINT_URL, then run the job again.',
    },
    refused: {
      code: 'REFUSED',
      hint: `${service} rejected the request for the reason above. Fix it, then run the job again.`,
    },
  } as const;
}
