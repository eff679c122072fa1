import { isClockSkewCorrectedError, isThrottlingError, isTransientError } from '@smithy/core/retry';
import type { SdkError } from '@smithy/types';
import { type ErrorCode, KeyPairError, type KeyPairErrorOptions } from '../errors.ts';

/** Names that AWS services use for the same refusal (EC2 API reference, error codes; IAM user guide). */
export const errorNames = {
  notAuthorized: ['UnauthorizedOperation', 'AccessDenied', 'AccessDeniedException'],
  credentialsRefused: [
    'AuthFailure',
    'ExpiredToken',
    'ExpiredTokenException',
    'InvalidClientTokenId',
    'RequestExpired',
    'SignatureDoesNotMatch',
    'UnrecognizedClientException',
  ],
} as const;

/** EC2 ends a refusal with several hundred characters that only an administrator can decode. */
const encodedMessage = /\s*Encoded authorization failure message: \S+/;

/** Errors of the SDK itself, or of this folder, whose messages quote no response. */
const safeNames = ['AbortError', 'CredentialsProviderError', 'DamagedResponse', 'TimeoutError'];

/**
 * What a failed call means on the service's side.
 * `turned-away`: not executed, can be sent again later (throttled, or the clock was off and is corrected now).
 * `uncertain`: no response that can be trusted; it may have been executed.
 * `refused`: answered, not executed, and sending it again changes nothing.
 */
export type Failure = 'turned-away' | 'uncertain' | 'refused';

/** A failed call, explained to users. Keeps what callers decide by: the kind of failure and the service's error name. */
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
  if (isClockSkewCorrectedError(error)) return 'turned-away';
  if (isThrottlingError(error) && isOfService(error)) return 'turned-away';
  if (error instanceof KeyPairError || error.name === 'CredentialsProviderError') return 'refused';
  if (isTransientError(error)) return 'uncertain';
  const status = metadataOf(error).httpStatusCode;
  const isClientError = status !== undefined && status >= 400 && status < 500;
  return isClientError && isOfService(error) ? 'refused' : 'uncertain';
}

/** Whether the service's name for the error is one of these. */
export function isNamed(error: unknown, ...names: readonly string[]): boolean {
  if (error instanceof AwsError) return names.includes(error.awsName);
  return error instanceof Error && names.includes(error.name);
}

/** The service's own time when it answered with an error. */
export function answeredAt(error: unknown): Date | undefined {
  if (error instanceof AwsError) return answeredAt(error.cause);
  if (!(error instanceof Error && '$response' in error)) return undefined;
  const { headers } = error.$response as { readonly headers?: Readonly<Record<string, string>> };
  const time = new Date(headers?.['date'] ?? '');
  return Number.isNaN(time.getTime()) ? undefined : time;
}

/** What the service said about a failed call: only the error's name and message, and the request ID. */
export function responseTextOf(error: unknown): string {
  if (error instanceof AwsError) return responseTextOf(error.cause);
  if (error instanceof KeyPairError) return error.message;
  if (!(error instanceof Error)) return 'unknown error';
  if (error.name === 'AbortError') return 'the step timed out waiting for a response';
  if (!isSafeToPrint(error)) return `an unreadable response (${error.name})`;
  const { requestId, httpStatusCode } = metadataOf(error);
  const id = requestId === undefined || httpStatusCode === undefined ? '' : ` (request ${requestId})`;
  if (httpStatusCode !== undefined && !isOfService(error)) {
    return `an HTTP ${httpStatusCode} response that is not from the service`;
  }
  const message = error.message.replace(encodedMessage, '');
  return `${error.name}: ${id === '' ? message : message.replace(/\.$/, '')}${id}`;
}

/**
 * Whether an error's message is safe to print: the service's own, the system's, and those of the credential
 * chain. A parser that fails may quote the response, and with it a private key.
 */
export function isSafeToPrint(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isOfSystem = 'code' in error && typeof error.code === 'string' && /^E[A-Z_]+$/.test(error.code);
  return '$fault' in error || isOfSystem || safeNames.includes(error.name) || error instanceof KeyPairError;
}

/**
 * Whether the service itself sent the error: it has a request ID, and its document has a code. The SDK also makes errors of
 * an empty body, or of a proxy's page that happens to be well-formed, and the status alone proves nothing.
 */
function isOfService(error: Error): boolean {
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

function metadataOf(error: Error): ResponseMetadata {
  return ('$metadata' in error && (error.$metadata as ResponseMetadata | undefined)) || {};
}
