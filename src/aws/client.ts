import type { Readable } from 'node:stream';
import type { AwsCredentialIdentityProvider } from '@smithy/types';
import { KeyPairError } from '../errors.ts';
import { unlessAborted } from './aborted.ts';
import { DamagedResponseError } from './responses.ts';

/** Milliseconds. The SDK has no timeouts of its own: an unresponsive server would block the step forever. */
const connectionTimeout = 5_000;
const requestTimeout = 15_000;

/** Bytes of a response. 5,000 key pairs, the most that a Region has by default, take 5 to 28 MB, depending on their tags. */
const maxBytes = 1024 * 1024;
const maxBytesOfList = 64 * maxBytes;

/** What every client of this action is constructed with. */
export const clientSettings = {
  /** Every request is sent once: the caller knows what the request does, and decides what to retry. */
  maxAttempts: 1,
  /** Whatever AWS_RETRY_MODE says: the adaptive mode would delay requests. */
  retryMode: 'standard',
  /** Identifies the action in CloudTrail and in the service's own logs. */
  customUserAgent: 'ec2-key-pair-action/1',
  requestHandler: { connectionTimeout, requestTimeout, throwOnRequestTimeout: true },
  streamCollector: collectBody,
};

export type ClientSettings = typeof clientSettings & {
  readonly region?: string;
  readonly credentials?: AwsCredentialIdentityProvider;
  readonly useFipsEndpoint?: boolean;
  readonly useDualstackEndpoint?: boolean;
  readonly ignoreConfiguredEndpointUrls?: boolean;
  readonly endpoint?: string;
};

/** The part of any SDK client that a session needs. */
export interface AwsClient {
  /** Takes a command, and options that may have an abort signal. */
  send(...call: never[]): Promise<unknown>;
  readonly config: {
    readonly serviceId?: string;
    readonly region: () => Promise<string>;
    readonly credentials: AwsCredentialIdentityProvider;
    /** Sends every request of this client, and those of the credential chain (STS, SSO), which shares it. */
    readonly requestHandler: { handle(...request: never[]): Promise<object> };
  };
}

/** How requests are protected on the network. */
export interface TransportPolicy {
  /** False if NODE_TLS_REJECT_UNAUTHORIZED=0 makes Node accept any certificate. */
  readonly checksCertificates: boolean;
}

/**
 * Constructs a client that refuses to send anything that others could read, and so does its credential chain. An aborted
 * call rejects at once, even if it waits for credentials.
 */
export function guardedClient<Client extends AwsClient>(
  Client: new (settings: ClientSettings) => Client,
  settings: ClientSettings,
  transport: TransportPolicy = { checksCertificates: true },
): Client {
  const client = new Client(settings);
  const { requestHandler } = client.config;
  const handle = requestHandler.handle.bind(requestHandler);
  requestHandler.handle = async (...request) => {
    refuseUnsafe(request[0], transport);
    const handled = await handle(...request);
    if (isForList(request[0])) bodiesOfLists.add(bodyOf(handled));
    return handled;
  };
  const send = client.send.bind(client);
  client.send = (...call) => unlessAborted(send(...call), signalOf(call[1]));
  return client;
}

function signalOf(options: { readonly abortSignal?: AbortSignal } | undefined): AbortSignal | undefined {
  return options?.abortSignal;
}

/** The bodies of responses to requests for lists, while they are read. */
const bodiesOfLists = new WeakSet<object>();

/** Whether a request is for a list. The query protocol names the operation in the request's body. */
function isForList(request: unknown): boolean {
  return /\bAction=Describe/.test(String((request as { readonly body?: unknown }).body));
}

function bodyOf(handled: object): object {
  return (handled as { readonly response: { readonly body: object } }).response.body;
}

/**
 * Reads the whole body of a response, unless it is too large. The SDK's own collector loads Node's web streams first, and
 * waits forever if a body is cut off.
 */
function collectBody(body: Readable): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let left = bodiesOfLists.has(body) ? maxBytesOfList : maxBytes;
    const tooLate = setTimeout(() => body.destroy(new BodyTimeoutError()), requestTimeout);
    body.on('data', (chunk: Buffer) => {
      left -= chunk.length;
      if (left < 0) body.destroy(new TooLargeError());
      else chunks.push(chunk);
    });
    body.on('end', () => resolve(Buffer.concat(chunks)));
    body.on('error', reject);
    body.on('close', () => clearTimeout(tooLate));
  });
}

/**
 * Keeps the SDK from adding the status of the response to an error, which would look like an answer, and to its message how
 * to print the response.
 */
const notOfService = {};

/** Has the name that the SDK uses for its own timeouts. */
class BodyTimeoutError extends Error {
  override readonly name = 'TimeoutError';
  override readonly message = `the response was not complete after ${requestTimeout / 1000} s`;
  readonly $metadata = notOfService;
}

class TooLargeError extends DamagedResponseError {
  override readonly message = 'the response is too large';
  readonly $metadata = notOfService;
}

/** @throws KeyPairError `ENDPOINT_NOT_SAFE`: no one else may read a private key or a token. */
function refuseUnsafe(request: unknown, { checksCertificates }: TransportPolicy): void {
  const { protocol, hostname } = request as { readonly protocol: string; readonly hostname: string };
  if (isLoopback(hostname)) return;
  if (protocol === 'https:' && checksCertificates) return;
  if (protocol === 'https:') {
    throw new KeyPairError('ENDPOINT_NOT_SAFE', `The certificate of ${hostname} would not be checked.`, {
      hint: 'Anyone on the network could read the private key. Remove NODE_TLS_REJECT_UNAUTHORIZED=0 from the environment. To trust a certificate authority of your own, set NODE_EXTRA_CA_CERTS to its certificate file.',
    });
  }
  throw new KeyPairError('ENDPOINT_NOT_SAFE', `The endpoint ${protocol}//${hostname} does not use https.`, {
    hint: 'A private key would be sent unencrypted. Use https in AWS_ENDPOINT_URL: plain http is allowed only for localhost.',
  });
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
