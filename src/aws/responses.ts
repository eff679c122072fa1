/** Counts as no response: the request may have been executed. Contains nothing of the response. */
export class DamagedResponseError extends Error {
  override readonly name = 'DamagedResponse';
}

/** Checks a field that the service always sends. Without it, the response was truncated or changed on its way. */
export function required<Value>(value: Value | undefined): Value {
  if (value === undefined || value === '') {
    throw new DamagedResponseError('the response lacks a required field');
  }
  return value;
}

/** For a response that the service never sends: a proxy's page, for example. */
export function throwUnexpectedResponse(): never {
  throw new DamagedResponseError('this is not a valid response of the service');
}

/** Passes an error on, unless its message may quote the response, which may hold a private key. */
export async function rethrowRedacted(error: unknown): Promise<never> {
  const { isSafeToPrint } = await import('./response-text.ts');
  throw isSafeToPrint(error) ? error : new DamagedResponseError('the response is unreadable');
}
