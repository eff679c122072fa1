/**
 * The one error of this action: what happened and why, for a person; a code, for programs.
 *
 * `message` goes into one annotation; `hint` says what to do now and goes on a line of its own;
 * `cause` is kept for debugging and never printed whole (an SDK error can carry the raw response).
 */
export class KeyPairError extends Error {
  override readonly name = 'KeyPairError';
  readonly code: string;
  readonly hint: string | undefined;

  constructor(code: string, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.code = code;
    this.hint = options.hint;
  }
}
