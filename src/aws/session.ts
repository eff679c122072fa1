import { createHash } from 'node:crypto';
import type { AwsCredentialIdentity } from '@smithy/types';
import { KeyPairError } from '../errors.ts';
import {
  type AwsClient,
  type ClientSettings,
  clientSettings,
  guardedClient,
  type TransportPolicy,
} from './client.ts';
import { Retry, type RetryPolicy } from './retry.ts';

type ClientClass<Client> = new (settings: ClientSettings) => Client;

/** One Region of the account that the current credentials belong to. */
export interface AwsSession {
  readonly region: string;
  /** A hash of the access key ID (16 hex digits): identifies the credentials without revealing them. */
  readonly credentialsId: string;
  /** One deadline for all calls of the session. */
  readonly retry: Retry;
  /** Creates a client of any service: https only, with timeouts, and with the session's Region and credentials. */
  client<Client extends AwsClient>(Client: ClientClass<Client>, overrides?: { maxAttempts?: number }): Client;
}

/**
 * Opens a session with the SDK's own credential chain. Sends nothing to the service.
 *
 * @param First - The client for most calls. The credential chain runs once, in its configuration.
 * @param name - The Region; if undefined, the one of the AWS environment.
 * @throws KeyPairError `NO_REGION`, `NO_CREDENTIALS`, `CREDENTIALS_MALFORMED`.
 */
export async function openSession<First extends AwsClient>(
  First: ClientClass<First>,
  name: string | undefined,
  policy: RetryPolicy,
  transport?: TransportPolicy,
): Promise<AwsSession> {
  const ofRegion = name === undefined ? {} : { region: name };
  const first = guardedClient(First, { ...clientSettings, ...ofRegion }, transport);
  const region = await first.config.region().catch(async (cause: unknown) => {
    throw (await import('./explain.ts')).noRegion(cause);
  });
  const { credentials } = first.config;
  return {
    region,
    credentialsId: await hashOfCredentials(first),
    retry: new Retry(policy),
    client: (Client, overrides) =>
      overrides === undefined && first instanceof Client
        ? first
        : guardedClient(Client, { ...clientSettings, ...overrides, region, credentials }, transport),
  };
}

async function hashOfCredentials({ config }: AwsClient): Promise<string> {
  const credentials = await config.credentials().catch(async (cause: unknown) => {
    throw cause instanceof KeyPairError ? cause : (await import('./explain.ts')).noCredentials(cause);
  });
  await refuseMalformed(credentials);
  return createHash('sha256').update(credentials.accessKeyId).digest('hex').slice(0, 16);
}

/** @throws KeyPairError `CREDENTIALS_MALFORMED`. */
async function refuseMalformed(credentials: AwsCredentialIdentity): Promise<void> {
  const { accessKeyId, secretAccessKey, sessionToken = '' } = credentials;
  const parts = {
    'access key ID': accessKeyId,
    'secret access key': secretAccessKey,
    'session token': sessionToken,
  };
  const malformed = Object.entries(parts).filter(([, text]) => !/^[!-~]*$/.test(text));
  if (malformed.length === 0) return;
  const { malformedCredentials } = await import('./explain.ts');
  throw malformedCredentials(malformed.map(([name]) => name));
}
