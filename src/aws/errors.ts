import { isClockSkewCorrectedError, isThrottlingError, isTransientError } from '@smithy/core/retry';
import type { SdkError } from '@smithy/types';
import { type ErrorCode, KeyPairError, type KeyPairErrorOptions } from '../errors.ts';
import { wasNotSent } from './connection.ts';

/** Names that AWS services use for the same error (EC2 API reference, error codes; IAM user guide). */
export const errorNames = {
  notAuthorized: ['UnauthorizedOperation', 'AccessDenied', 'AccessDeniedException'],
  busy: ['ConcurrentTagAccess', 'ResourceInUse', 'TooManyUpdates'],
  expired: ['ExpiredToken', 'ExpiredTokenException', 'RequestExpired'],
} as const;

/**
 * What a failed call means on the service's side.
 * `never-sent`: not executed, because there was no connection; there may be one later.
 * `turned-away`: not executed, can be sent again later (throttled, the resource is busy, or the clock was off and is
 * corrected now).
 * `uncertain`: no response that can be trusted; it may have been executed.
 * `refused`: not executed, and sending it again changes nothing.
 */
export type Failure = 'never-sent' | 'turned-away' | 'uncertain' | 'refused';

/** A failed call, explained to users. Keeps what callers need to decide: the kind of failure and the service's error name. */
export class AwsError extends KeyPairError {
  readonly failure: Failure;
  readonly awsName: string;

  constructor(code: ErrorCode, message: string, options: KeyPairErrorOptions) {
    const { cause } = options;
    super(code, message, options);
    this.failure = failureOf(cause);
    this.awsName = cause instanceof Error ? cause.name : '';
  }
}

export function failureOf(error: unknown): Failure {
  if (error instanceof AwsError) return error.failure;
  if (!isSdkError(error)) return 'uncertain';
  if (error instanceof KeyPairError || error.name === 'CredentialsProviderError') return 'refused';
  if (wasNotSent(error)) return isTransientError(error) ? 'never-sent' : 'refused';
  if (isThrottled(error)) return 'turned-away';
  const status = metadataOf(error).httpStatusCode;
  const isClientError = status !== undefined && status >= 400 && status < 500;
  const isRejection = isClientError && isOfService(error);
  if (isRejection && (isClockSkewCorrectedError(error) || isNamed(error, ...errorNames.busy)))
    return 'turned-away';
  if (isTransientError(error)) return 'uncertain';
  return isRejection ? 'refused' : 'uncertain';
}

/** Whether a network or server failure may be over soon. A proxy's 403 page, for example, would stay the same. */
export function mayPass(error: unknown): boolean {
  return isSdkError(error) && isTransientError(error);
}

/** Whether the service itself said that there were too many requests. */
export function isThrottled(error: unknown): boolean {
  return isSdkError(error) && isThrottlingError(error) && isOfService(error);
}

/** Whether the service's name for the error is one of these. */
export function isNamed(error: unknown, ...names: readonly string[]): boolean {
  if (error instanceof AwsError) return names.includes(error.awsName);
  return error instanceof Error && names.includes(error.name);
}

/**
 * Whether the service itself sent the error: it has a request ID, and its body has an error code. The status alone proves
 * nothing: the SDK also creates errors from an empty body, or from a proxy's page that happens to be well-formed.
 */
export function isOfService(error: Error): boolean {
  if (metadataOf(error).requestId === undefined) return false;
  if ('Error' in error && !('Code' in error)) return false;
  return !['Unknown', 'UnknownError'].includes(error.name);
}

/** The SDK's predicates accept any Error. */
function isSdkError(error: unknown): error is SdkError {
  return error instanceof Error;
}

interface ResponseMetadata {
  readonly httpStatusCode?: number;
  readonly requestId?: string;
}

export function metadataOf(error: Error): ResponseMetadata {
  return ('$metadata' in error && (error.$metadata as ResponseMetadata | undefined)) || {};
}
