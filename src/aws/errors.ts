import { isClockSkewCorrectedError, isThrottlingError, isTransientError } from '@smithy/core/retry';
import type { SdkError } from '@smithy/types';
import { KeyPairError } from '../errors.ts';

/** EC2's names of errors that something here depends on (EC2 API reference, error codes). */
export const errorNames = {
  duplicate: 'InvalidKeyPair.Duplicate',
  notFound: 'InvalidKeyPair.NotFound',
  wouldBeAllowed: 'DryRunOperation',
  limitExceeded: 'KeyPairLimitExceeded',
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

/** Errors of the SDK itself whose text is its own. */
const tellableNames = ['AbortError', 'CredentialsProviderError', 'DamagedAnswer', 'TimeoutError'];

/**
 * What a failed call says about EC2's side.
 * `turned-away`: not executed, may be sent again later (throttled, or the clock was off and is mended now).
 * `uncertain`: no answer that can be trusted; it may have been executed.
 * `refused`: answered, not executed, and sending it again changes nothing.
 */
export type Failure = 'turned-away' | 'uncertain' | 'refused';

export function failureOf(error: unknown): Failure {
  if (!isSdkError(error)) return 'uncertain';
  if (isThrottlingError(error) || isClockSkewCorrectedError(error)) return 'turned-away';
  if (error instanceof KeyPairError || error.name === 'CredentialsProviderError') return 'refused';
  if (isTransientError(error)) return 'uncertain';
  const status = statusOf(error);
  return status !== undefined && status >= 400 && status < 500 ? 'refused' : 'uncertain';
}

export function isNamed(error: unknown, ...names: readonly string[]): boolean {
  return error instanceof Error && names.includes(error.name);
}

/** EC2's account of a failed call, for a person: the code, its text and the request id, and nothing else. */
export function answerOf(error: unknown): string {
  if (!(error instanceof Error)) return 'an unknown error';
  if (error.name === 'AbortError') return "the step's time was up before EC2 answered";
  if (!isSafeToPrint(error)) return `an answer that cannot be read (${error.name})`;
  const { requestId } = metadataOf(error);
  const id = requestId === undefined ? '' : ` (request ${requestId})`;
  return statusOf(error) === undefined
    ? `${error.name}: ${error.message}`
    : `${error.name}: ${error.message}${id}`;
}

/**
 * Whether an error's text is safe to print: EC2's own, the system's, and those of the chain of credentials. What a
 * parser says of an answer that it cannot read may quote the answer, and with it a private key.
 */
export function isSafeToPrint(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isOfSystem = 'code' in error && typeof error.code === 'string' && /^E[A-Z_]+$/.test(error.code);
  return (
    '$fault' in error || isOfSystem || tellableNames.includes(error.name) || error instanceof KeyPairError
  );
}

/** Any error will do for the SDK's own tests: they look for what only some have. */
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

function statusOf(error: Error): number | undefined {
  return metadataOf(error).httpStatusCode;
}
