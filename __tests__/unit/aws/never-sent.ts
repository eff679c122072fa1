import { provingCall } from '../../../src/aws/connection.ts';

/** The same error, after it was proved that nothing was sent. */
export async function neverSent<Failed extends Error>(error: Failed): Promise<Failed> {
  await provingCall({}, () => Promise.reject(error)).catch(() => undefined);
  return error;
}
