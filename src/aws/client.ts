import type { Readable } from 'node:stream';
import type { AwsCredentialIdentityProvider, MiddlewareStack } from '@smithy/types';
import { KeyPairError } from '../errors.ts';

/** Milliseconds. The SDK has no timeouts of its own: an unresponsive server would block the step forever. */
const connectionTimeout = 5_000;
const requestTimeout = 15_000;

/** What every client of this action is constructed with. */
export const clientSettings = {
  /** Every request is sent once: the caller knows what the request does, and decides what to retry. */
  maxAttempts: 1,
  /** Identifies the action in CloudTrail and in the service's own logs. */
  customUserAgent: 'ec2-key-pair-action/1',
  requestHandler: { connectionTimeout, requestTimeout, throwOnRequestTimeout: true },
  streamCollector: collectBody,
};

export type ClientSettings = typeof clientSettings & {
  readonly region?: string;
  readonly credentials?: AwsCredentialIdentityProvider;
};

/** The part of any SDK client that a session needs. */
export interface AwsClient {
  readonly config: {
    readonly region: () => Promise<string>;
    readonly credentials: AwsCredentialIdentityProvider;
  };
  readonly middlewareStack: Pick<MiddlewareStack<object, object>, 'add'>;
}

/** Constructs a client that refuses to send anything unencrypted. */
export function guardedClient<Client extends AwsClient>(
  Client: new (settings: ClientSettings) => Client,
  settings: ClientSettings,
): Client {
  const client = new Client(settings);
  client.middlewareStack.add(
    (next) => (args) => {
      refuseUnencrypted(args.request);
      return next(args);
    },
    { name: 'refuseUnencrypted', step: 'build' },
  );
  return client;
}

/**
 * Reads the whole body of a response. The SDK's own collector loads Node's web streams first, and waits forever if a body
 * is cut off.
 */
function collectBody(body: Readable): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const tooLate = setTimeout(() => body.destroy(new BodyTimeoutError()), requestTimeout);
    body.on('data', (chunk: Buffer) => chunks.push(chunk));
    body.on('end', () => resolve(Buffer.concat(chunks)));
    body.on('error', reject);
    body.on('close', () => clearTimeout(tooLate));
  });
}

/** Has the name that the SDK uses for its own timeouts. */
class BodyTimeoutError extends Error {
  override readonly name = 'TimeoutError';
  override readonly message = `the response was not complete after ${requestTimeout / 1000} s`;
}

/** @throws KeyPairError `ENDPOINT_NOT_SAFE`: a private key must not be sent unencrypted. */
function refuseUnencrypted(request: unknown): void {
  const { protocol, hostname } = request as { readonly protocol: string; readonly hostname: string };
  if (protocol === 'https:' || isLoopback(hostname)) return;
  throw new KeyPairError('ENDPOINT_NOT_SAFE', `The endpoint ${protocol}//${hostname} does not use https.`, {
    hint: 'A private key would be sent unencrypted. Use https in AWS_ENDPOINT_URL: plain http is allowed only for localhost.',
  });
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
