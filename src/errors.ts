/** Codes of all errors. docs/troubleshooting.md has an entry for each. */
export const errorCodes = [
  'ACCOUNT_NOT_READY',
  'BUSY',
  'CA_BUNDLE_UNREADABLE',
  'CERTIFICATE_NOT_TRUSTED',
  'CLOCK_WRONG',
  'CREDENTIALS_MALFORMED',
  'CREDENTIALS_NOT_LOADED',
  'CREDENTIALS_REFUSED',
  'ENDPOINT_NOT_SAFE',
  'ENVIRONMENT_INVALID',
  'ID_TOKEN_NOT_ISSUED',
  'GITHUB_REFUSED',
  'INSTANCES_NOT_REACHABLE',
  'INSTANCES_NOT_UPDATED',
  'INVALID_INPUT',
  'IN_USE',
  'KEY_DIFFERS',
  'KEY_TYPE_DIFFERS',
  'NAME_TAKEN',
  'NAME_TAKEN_MAYBE_BY_THIS_STEP',
  'NOT_ALLOWED',
  'NOT_A_KEY_FILE',
  'NOT_OURS',
  'NOT_SENT',
  'NO_ANSWER',
  'NO_CREDENTIALS',
  'NO_HOME',
  'NO_ID_TOKEN',
  'NO_PUBLIC_KEY_FILE',
  'NO_REGION',
  'NO_RUNNER',
  'NO_SSH_AGENT',
  'OLD_KEY_NOT_REVOKED',
  'PAIR_NOT_FOUND',
  'PASSPHRASE_NOT_SUPPORTED',
  'PASSPHRASE_WRONG',
  'PATH_LEADS_OUT',
  'PATH_NOT_WRITABLE',
  'PATH_TAKEN',
  'PATH_TRACKED',
  'PRIVATE_KEY_ENCRYPTED',
  'PRIVATE_KEY_NOT_HERE',
  'PRIVATE_KEY_OF_ANOTHER_PAIR',
  'PRIVATE_KEY_UNREADABLE',
  'PROXY_INVALID',
  'PROXY_REFUSED',
  'PROFILE_NOT_FOUND',
  'PUBLIC_KEY_TYPE_NOT_SUPPORTED',
  'PUBLIC_KEY_UNREADABLE',
  'READABLE_BY_OTHERS',
  'REFUSED',
  'ROLE_NOT_ASSUMED',
  'ROTATION_IN_PROGRESS',
  'RUNNER_FILE_NOT_WRITABLE',
  'SERVICE_FAILED',
  'STORE_PENDING_DELETION',
  'STORE_TAKEN',
  'STORE_UNCONFIRMED',
  'THROTTLED',
  'TOO_MANY_KEY_PAIRS',
  'UNEXPECTED',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/**
 * The one error of this action: what happened and why, for people; a code, for programs.
 *
 * `message` and `hint` (what to do now, on a line of its own) become one annotation. `details` are for the log alone: what is
 * too long for it. `cause` is kept for debugging and never printed whole (an SDK error can carry the raw response).
 */
export class KeyPairError extends Error {
  override readonly name = 'KeyPairError';
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly details: string | undefined;

  constructor(code: ErrorCode, message: string, options: KeyPairErrorOptions = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.code = code;
    this.hint = options.hint;
    this.details = options.details;
  }
}

export interface KeyPairErrorOptions {
  readonly hint?: string | undefined;
  readonly details?: string | undefined;
  readonly cause?: unknown;
}

/** Wraps an unexpected error, which is a bug. Uses only its name and message: it may carry a response. */
export function unexpectedError(error: unknown): KeyPairError {
  return new KeyPairError('UNEXPECTED', `Unexpected error: ${nameAndMessage(error)}`, {
    hint: 'This is a bug in the action. Please report it and include this line.',
    cause: error,
  });
}

export function nameAndMessage(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : 'not an error object';
}

/** Whether an error of the operating system has one of these codes, such as `ENOENT`. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
