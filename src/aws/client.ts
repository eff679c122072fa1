import type { LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import type { AwsCredentialIdentityProvider } from '@smithy/types';
import { unlessAborted } from './aborted.ts';
import type { Setting } from './configuration.ts';
import { provingCall, provingRequest } from './connection.ts';
import { DamagedResponseError } from './responses.ts';

/** Milliseconds. The SDK has no timeout of its own: an unresponsive server would block the step forever. */
const requestTimeout = 15_000;

/** Bytes of a response. 5,000 key pairs, the most that a Region has by default, take 5 to 28 MB, depending on their tags. */
const maxBytes = 1024 * 1024;
const maxBytesOfList = 64 * maxBytes;

const lookupForPlainHttp: LookupFunction = async (...call) =>
  (await import('./network.ts')).lookupPrivate(...call);

/** What every client of this action is constructed with. */
export const clientSettings = {
  /** Every request is sent once: the caller knows what the request does, and decides what to retry. */
  maxAttempts: 1,
  /** Whatever AWS_RETRY_MODE says: the adaptive mode would delay requests. */
  retryMode: 'standard',
  /** Identifies the action in CloudTrail and in the service's own logs. */
  customUserAgent: 'ec2-key-pair-action/1',
  requestHandler: {
    requestTimeout,
    throwOnRequestTimeout: true,
    httpAgent: { lookup: lookupForPlainHttp },
  },
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
    readonly requestHandler: RequestHandler;
  };
}

export interface RequestHandler {
  handle(request: Target, ...options: never[]): Promise<object>;
  updateHttpClientConfig?(key: 'httpsAgent', agent: object): void;
}

/** What decides how a client connects. */
export interface Transport {
  /** May set proxies and certificate authorities, and make Node accept any certificate. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** The file that `ca_bundle` of the AWS profile names. */
  readonly caBundleOfProfile?: string | undefined;
  /** The settings of endpoints in use. Default: the variables `AWS_ENDPOINT_URL…`. */
  readonly endpoints?: readonly Setting[] | undefined;
  warn?(message: string): void;
}

/** What matters of a request before it is sent. */
export interface Target {
  readonly protocol: string;
  /** IPv6 addresses are in brackets. */
  readonly hostname: string;
  readonly port?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Constructs a client that refuses to send anything that others could read, and so does its credential chain. An aborted
 * call rejects at once, even if it waits for credentials.
 */
export function guardedClient<Client extends AwsClient>(
  Client: new (settings: ClientSettings) => Client,
  settings: ClientSettings,
  transport: Transport = { variables: {} },
): Client {
  const client = new Client(settings);
  const { requestHandler } = client.config;
  const handle = requestHandler.handle.bind(requestHandler);
  let hasAgents = false;
  requestHandler.handle = async (target, ...options) => {
    if (isSpecial(target, transport)) {
      const { refuseUnsafe, setAgents } = await import('./network.ts');
      refuseUnsafe(target, transport);
      if (!hasAgents) setAgents(requestHandler, transport);
      hasAgents = true;
    }
    const send = () =>
      handle(target, ...options).catch(async (error: unknown) => {
        const { connectionError } = await import('./network.ts');
        throw connectionError(error, target, transport);
      });
    const handled = await provingRequest(target, options[0], send);
    if (isForList(target)) bodiesOfLists.add(bodyOf(handled));
    return handled;
  };
  const send = client.send.bind(client);
  client.send = (...call) => provingCall(call[1], (signal) => unlessAborted(send(...call), signal));
  return client;
}

/** Whether a request needs more than Node's own way to connect. */
function isSpecial({ protocol, hostname }: Target, { variables, caBundleOfProfile }: Transport): boolean {
  if (protocol !== 'https:') return !/^127(?:\.\d+){3}$|^\[::1\]$/.test(hostname);
  return (
    caBundleOfProfile !== undefined ||
    Object.keys(variables).some((name) => /_(?:proxy|ca_bundle)$|^NODE_TLS_REJECT_UNAUTHORIZED$/i.test(name))
  );
}

/** The bodies of responses to requests for lists, while they are read. */
const bodiesOfLists = new WeakSet<object>();

/** Whether a request is for a list. The query protocol names the operation in the request's body. */
function isForList(request: unknown): boolean {
  const { body } = request as { readonly body?: unknown };
  // Other protocols have bytes, which print a warning of the SDK when they are read as text.
  return typeof body === 'string' && /\bAction=Describe/.test(body);
}

function bodyOf(handled: object): object {
  return (handled as { readonly response: { readonly body: object } }).response.body;
}

/**
 * Reads the whole body of a response, unless it is too large. The SDK's own collector loads Node's web streams first, and
 * waits forever if a body is cut off.
 */
export function collectBody(body: Readable): Promise<Uint8Array> {
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
