import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import type { Socket } from 'node:net';

/** Milliseconds to look up the name, to connect, and to agree on TLS. The SDK's own limit leaves TLS out. */
const timeLimit = 5_000;

/** The header in which the SDK sends the ID of a call. */
const idHeader = 'amz-sdk-invocation-id';

/** What the SDK passes on from a call to its requests, as the same object, but not to those for credentials. */
interface CallOptions {
  readonly abortSignal?: AbortSignal;
}

interface ProvedRequest {
  readonly headers?: Readonly<Record<string, string>>;
}

/** What one call may have sent. */
interface Sending {
  maybeSent: boolean;
}

const calls = new WeakMap<CallOptions, Sending>();

/** The requests that are being sent, by ID. True as long as Node shows that a request waits for its connection. */
const isConnecting = new Map<string, boolean>();

const notSent = new WeakSet<Error>();
const noResponse = new WeakSet<Error>();

/** Whether it is proved that nothing of a failed call was sent to the service. */
export function wasNotSent(error: unknown): boolean {
  return error instanceof Error && notSent.has(error);
}

/** Whether an error came before any response, so that nothing of one can be in it. */
export function hadNoResponse(error: Error): boolean {
  return noResponse.has(error) || notSent.has(error);
}

/** Whether a request had a connection, with TLS if it asks for that: then it may have been sent. For requests that are being sent. */
export function hasConnection({ headers }: ProvedRequest): boolean {
  return isConnecting.get(headers?.[idHeader] ?? '') === false;
}

/** Makes a call, and remembers its error if that proves that nothing was sent. */
export async function provingCall<Result>(
  options: CallOptions | undefined,
  call: (signal: AbortSignal | undefined) => Promise<Result>,
): Promise<Result> {
  const signal = options?.abortSignal;
  // Without options, nothing connects a call with its requests.
  if (typeof options !== 'object') return call(signal);
  const sending = { maybeSent: false };
  calls.set(options, sending);
  try {
    return await call(signal);
  } catch (error) {
    // The reason of a signal belongs to every call that it aborts.
    const isOfCall = error instanceof Error && error !== signal?.reason;
    if (isOfCall && !sending.maybeSent) notSent.add(error);
    throw error;
  }
}

/** Sends a request of a call, and limits the time for its connection. */
export async function provingRequest<Result>(
  request: ProvedRequest | undefined,
  options: CallOptions | undefined,
  send: () => Promise<Result>,
): Promise<Result> {
  const id = request?.headers?.[idHeader] ?? '';
  isConnecting.set(id, false);
  let maybeSent = true;
  try {
    return await send();
  } catch (error) {
    maybeSent = isConnecting.get(id) === false;
    // Node's parser of responses has such codes.
    if (error instanceof Error && !('code' in error && /^HPE_/.test(String(error.code))))
      noResponse.add(error);
    throw error;
  } finally {
    isConnecting.delete(id);
    const sending = options && calls.get(options);
    if (sending !== undefined) sending.maybeSent ||= maybeSent;
  }
}

subscribe('http.client.request.created', (message) => {
  const { request } = message as { readonly request: ClientRequest };
  const id = String(request.getHeader(idHeader));
  if (!isConnecting.has(id)) return;
  isConnecting.set(id, true);
  const timeout = setTimeout(() => request.destroy(new ConnectionTimeoutError()), timeLimit);
  const connected = (): void => {
    clearTimeout(timeout);
    if (isConnecting.has(id)) isConnecting.set(id, false);
  };
  request.once('close', () => clearTimeout(timeout));
  request.once('socket', (socket: ConnectingSocket) => {
    // Also true of a connection that was used before.
    const isReady = socket.encrypted ? !socket.secureConnecting : !socket.connecting;
    if (isReady) connected();
    else socket.once(socket.encrypted ? 'secureConnect' : 'connect', connected);
  });
});

/** Node does not document when TLS is agreed on, except by an event that may be over. */
type ConnectingSocket = Socket & { readonly encrypted?: true; readonly secureConnecting?: boolean };

/** Has the name that the SDK uses for its own timeouts. */
class ConnectionTimeoutError extends Error {
  override readonly name = 'TimeoutError';
  override readonly message = `no connection after ${timeLimit / 1000} s`;
}
