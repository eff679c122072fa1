import { KeyPairError } from '../errors.ts';
import { hadNoResponse, wasNotSent } from './connection.ts';
import { AwsError, failureOf, isOfService, metadataOf } from './errors.ts';

/** EC2 ends a refusal with several hundred characters that only an administrator can decode. */
const encodedMessage = /\s*Encoded authorization failure message: \S+/;

/** Errors of the SDK itself, or of this folder, whose messages quote no response. */
const safeNames = ['AbortError', 'CredentialsProviderError', 'DamagedResponse', 'TimeoutError'];

/** Whether the service itself answered that it has failed: it may have executed the call. */
export function isFailureOfService(error: unknown): boolean {
  if (error instanceof AwsError) return isFailureOfService(error.cause);
  return error instanceof Error && isOfService(error) && failureOf(error) === 'uncertain';
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
  // The names of Node and the SDK for such an error say nothing, or something else.
  if (wasNotSent(error) && !('$fault' in error)) return messageOf(error);
  const message = messageOf(error).replace(encodedMessage, '');
  return `${error.name}: ${id === '' ? message : message.replace(/\.$/, '')}${id}`;
}

/** Never empty: an error of several attempts to connect has only parts, and others only a code. */
function messageOf(error: Error & { readonly code?: unknown; readonly errors?: readonly unknown[] }): string {
  const text = error.message.trim();
  if (text !== '') return text;
  const parts = (error.errors ?? []).map((part) => (part instanceof Error ? messageOf(part) : ''));
  return parts.filter((part) => part !== '').join('; ') || String(error.code ?? 'no details');
}

/**
 * Whether an error's message is safe to print: the service's own, the system's, those of the credential chain, and
 * everything that failed before there was a response. A parser that fails may quote the response, and with it a private
 * key.
 */
export function isSafeToPrint(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isOfSystem = 'code' in error && typeof error.code === 'string' && /^E[A-Z_]+$/.test(error.code);
  const isSafe = '$fault' in error || isOfSystem || safeNames.includes(error.name);
  return isSafe || error instanceof KeyPairError || hadNoResponse(error);
}
