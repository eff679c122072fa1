/**
 * The message of anything thrown. Also works for errors of another realm, which are not instances of this realm's
 * Error.
 */
export function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}
