/** What a thrown thing says. Also of an error of another realm, which is no instance of this one's Error. */
export function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}
