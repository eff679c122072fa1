import type { Readable } from 'node:stream';
import { EC2Client } from '@aws-sdk/client-ec2';
import { KeyPairError } from '../errors.ts';

/** Milliseconds. The SDK has no time-outs of its own: a silent peer would hold the step for ever. */
const connectionTimeout = 5_000;
const requestTimeout = 15_000;

/** Names the action in CloudTrail and in EC2's own logs. */
const userAgent = 'ec2-key-pair-action/1';

/**
 * A client of one region; without one, of the region of the usual AWS environment. It sends every request
 * once: who may send what again is decided where it is known what the request does.
 */
export function ec2Client(region: string | undefined): EC2Client {
  return guarded(
    new EC2Client({ ...(region === undefined ? {} : { region }), maxAttempts: 1, ...commonSettings }),
  );
}

/** What every client of this action is set to. */
export const commonSettings = {
  customUserAgent: userAgent,
  requestHandler: { connectionTimeout, requestTimeout, throwOnRequestTimeout: true },
  streamCollector: bodyOf,
};

/**
 * The whole body of an answer. The SDK's own collector first asks whether it is a browser's kind of stream, which
 * loads Node's copies of those; and it waits for ever where a body stops in the middle.
 */
function bodyOf(body: Readable): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const tooLate = setTimeout(() => body.destroy(new BodyTimeoutError()), requestTimeout);
    body.on('data', (chunk: Buffer) => chunks.push(chunk));
    body.on('end', () => resolve(Buffer.concat(chunks)));
    body.on('error', reject);
    body.on('close', () => clearTimeout(tooLate));
  });
}

/** Named as the SDK names a request that had no answer in time. */
class BodyTimeoutError extends Error {
  override readonly name = 'TimeoutError';
  override readonly message = `the answer was not complete after ${requestTimeout / 1000} s`;
}

/** The part of any SDK client that a guard hangs on. */
interface Guardable {
  readonly middlewareStack: Pick<EC2Client['middlewareStack'], 'add'>;
}

/** The same client, which now refuses to send anything in the clear. */
export function guarded<Client extends Guardable>(client: Client): Client {
  client.middlewareStack.add(
    (next) => (args) => {
      refuseOpenWire(args.request);
      return next(args);
    },
    { name: 'refuseOpenWire', step: 'build' },
  );
  return client;
}

/** @throws KeyPairError `ENDPOINT_NOT_SAFE`: a private key must not travel in the clear. */
function refuseOpenWire(request: unknown): void {
  const { protocol, hostname } = request as { readonly protocol: string; readonly hostname: string };
  if (protocol === 'https:' || isLoopback(hostname)) return;
  throw new KeyPairError('ENDPOINT_NOT_SAFE', `The endpoint ${protocol}//${hostname} does not use https.`, {
    hint: 'A private key would travel in the clear. Use https in AWS_ENDPOINT_URL; plain http is for this machine (127.0.0.1, localhost) alone.',
  });
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
