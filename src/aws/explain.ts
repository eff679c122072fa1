import { type ErrorCode, KeyPairError } from '../errors.ts';
import { clockError } from './clock.ts';
import { wasNotSent } from './connection.ts';
import { AwsError, errorNames, failureOf, isNamed } from './errors.ts';
import { hintOfNotSent } from './not-sent.ts';
import { isFailureOfService, responseTextOf } from './response-text.ts';

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

/** What users can do about an error that only one service has. */
interface ServiceError {
  readonly code: ErrorCode;
  readonly hint: string;
  /** What the service's message must say, if it uses the name of the error for several causes. */
  readonly ifSaid?: RegExp;
}

/** By the service's name for the error. */
export type ServiceErrors = Readonly<Record<string, ServiceError>>;

/** Turns the error of a call into one that says what happened, why, and what to do now. */
export function explain(error: unknown, attempt: Attempt, known: ServiceErrors = {}): KeyPairError {
  if (error instanceof KeyPairError) return error;
  const { doing, region, service } = attempt;
  const text = responseTextOf(error);
  const what = wasNotSent(error) ? `${text.replace(/[\s.]+$/, '')}. Nothing was sent to ${service}.` : text;
  const { code, hint } = adviceFor(error, attempt, known);
  const message = `Could not ${doing} in ${region}: ${what}`;
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

interface Advice {
  readonly code: ErrorCode;
  readonly hint: string;
}

function adviceFor(error: unknown, attempt: Attempt, known: ServiceErrors): Advice {
  if (wasNotSent(error)) return { code: 'NOT_SENT', hint: hintOfNotSent(error, attempt) };
  const { action, service } = attempt;
  const [, ofService] = Object.entries(known).find(([name, one]) => isAbout(error, name, one)) ?? [];
  if (ofService !== undefined) return ofService;
  if (isNamed(error, ...errorNames.notAuthorized)) {
    return { code: 'NOT_ALLOWED', hint: `The role needs ${action}. The README lists all permissions.` };
  }
  if (isNamed(error, ...accountErrors)) return accountNotReady;
  if (isNamed(error, ...errorNames.busy)) {
    return {
      code: 'BUSY',
      hint: 'Other processes keep changing the same resource, or its tags. Run the job again later.',
    };
  }
  const isOfSignature = isNamed(error, ...credentialErrors, ...clockErrors);
  const wrongClock = isOfSignature ? clockError(error, service) : undefined;
  if (wrongClock !== undefined) return { code: 'CLOCK_WRONG', hint: `${wrongClock} ${setClock}` };
  if (isNamed(error, ...clockErrors)) return { code: 'CLOCK_WRONG', hint: setClock };
  if (isNamed(error, ...credentialErrors)) return credentialsRefused;
  if (isFailureOfService(error)) return failureOfService(service);
  return adviceByFailure(error, service);
}

function isAbout(error: unknown, name: string, { ifSaid }: ServiceError): boolean {
  if (!isNamed(error, name)) return false;
  return ifSaid === undefined || (error instanceof Error && ifSaid.test(error.message));
}

/** Names that AWS services use for the same refusal (EC2 API reference, error codes; IAM user guide). */
const credentialErrors = [
  'AuthFailure',
  ...errorNames.expired,
  'IncompleteSignature',
  'InvalidAccessKeyId',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'InvalidToken',
  'MissingAuthenticationToken',
  'SignatureDoesNotMatch',
  'UnrecognizedClientException',
];

const credentialsRefused = {
  code: 'CREDENTIALS_REFUSED',
  hint: 'The AWS credentials are invalid, expired, or for another partition, or the Region is not enabled in this account. Check the step that sets them, and the session duration.',
} as const;

/** What AWS says to an account that cannot use a service, whatever its credentials. */
const accountErrors = ['Blocked', 'OptInRequired', 'PendingVerification', 'SubscriptionRequiredException'];

const accountNotReady = {
  code: 'ACCOUNT_NOT_READY',
  hint: 'AWS does not let this account use the service, for the reason above. Sign in to the AWS console to finish what it asks for, or ask AWS Support.',
} as const;

/** A request that expired may also have expired credentials. */
const clockErrors = ['RequestInTheFuture', 'RequestTimeTooSkewed'];

const setClock =
  'Set the clock of the runner, for example with NTP: AWS rejects signatures with a wrong time.';

function failureOfService(service: string): Advice {
  return {
    code: 'SERVICE_FAILED',
    hint: `${service} itself has a problem. See https://health.aws.amazon.com/health/status, and run the job again later.`,
  };
}

function adviceByFailure(error: unknown, service: string): Advice {
  switch (failureOf(error)) {
    case 'turned-away':
      return { code: 'THROTTLED', hint: `${service} throttled every attempt. Run the job again later.` };
    case 'refused':
      return {
        code: 'REFUSED',
        hint: `${service} rejected the request for the reason above. Fix it, then run the job again.`,
      };
    default:
      return {
        code: 'NO_ANSWER',
        hint: 'Check the network, any proxy, and AWS_ENDPOINT_URL, then run the job again.',
      };
  }
}
