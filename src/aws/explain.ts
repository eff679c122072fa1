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

/** Turns the error of a call into one that says what happened, why, and what to do now. */
export function explain(error: unknown, attempt: Attempt, known: ServiceErrors = {}): KeyPairError {
  if (error instanceof KeyPairError) return error;
  const { doing, region } = attempt;
  const message = `Could not ${doing} in ${region}: ${responseTextOf(error)}`;
  const { code, hint } = adviceFor(error, attempt, known);
  return new AwsError(code, message, { hint, cause: error });
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
