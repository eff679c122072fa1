import { createHash } from 'node:crypto';
import { loadSharedConfigFiles } from '@smithy/core/config';
import type { AwsCredentialIdentity } from '@smithy/types';
import { accountIn } from './account.ts';
import {
  type AwsClient,
  type ClientSettings,
  clientSettings,
  guardedClient,
  type Transport,
} from './client.ts';
import type { Environment } from './environment.ts';
import type { GitHubRole } from './github-role.ts';
import { isRegion } from './region.ts';
import { Retry, type RetryPolicy } from './retry.ts';

/** Environment variables. */
export type Variables = Readonly<Record<string, string | undefined>>;

type ClientClass<Client> = new (settings: ClientSettings) => Client;

/** What is known of a caller without a request. All but the role are hashes (16 hex digits): they identify, and reveal nothing. */
export interface Caller {
  /** Of the access key ID. */
  readonly credentials: string;
  /** Of the account that the credentials' source says, or else that the access key ID contains. */
  readonly account: string;
  /** Of what credentials are loaded from; undefined for an access key that was configured. */
  readonly source?: string;
  /** The ARN of the role that the action assumes itself. */
  readonly role?: string;
}

/** One Region of the account that the current credentials belong to. */
export interface AwsSession {
  readonly region: string;
  readonly caller: Caller;
  /** One deadline for all calls of the session. */
  readonly retry: Retry;
  /** Creates a client of any service: https only, with timeouts, and with the session's Region and credentials. */
  client<Client extends AwsClient>(Client: ClientClass<Client>, overrides?: { maxAttempts?: number }): Client;
}

/**
 * Opens a session in the environment as the AWS CLI reads it. Sends nothing to the service.
 *
 * @param First - The client for most calls. Credentials are loaded once, in its configuration.
 * @param name - The Region; if undefined, the one of the AWS environment.
 * @param role - In place of the credentials of the environment.
 * @throws KeyPairError `NO_REGION`, `NO_CREDENTIALS`, `CREDENTIALS_MALFORMED`, `CREDENTIALS_NOT_LOADED`,
 *   `ENVIRONMENT_INVALID`, `PROFILE_NOT_FOUND`.
 */
export async function openSession<First extends AwsClient>(
  First: ClientClass<First>,
  name: string | undefined,
  policy: RetryPolicy,
  variables: Variables,
  warn?: (message: string) => void,
  role?: GitHubRole,
): Promise<AwsSession> {
  const environment =
    (role === undefined ? await exportedKeys(variables, name) : undefined) ??
    (await (await import('./environment.ts')).readEnvironment(variables, name, role));
  const { region, source, caBundle: caBundleOfProfile, endpoints } = environment;
  const transport: Transport = { variables, caBundleOfProfile, endpoints, ...(warn && { warn }) };
  const create = <Client extends AwsClient>(Client: ClientClass<Client>, more: Partial<ClientSettings>) =>
    guardedClient(Client, { ...clientSettings, ...environment.settingsFor(Client), ...more }, transport);
  const first = create(First, {});
  const { credentials } = first.config;
  return {
    region,
    caller: {
      ...callerOf(await credentials().then(unlessMalformed), source),
      ...(role && { role: role.arn }),
    },
    retry: new Retry(policy),
    client: (Client, overrides) =>
      overrides === undefined && first instanceof Client
        ? first
        : create(Client, { ...overrides, credentials }),
  };
}

/** Variables that the SDK does not read as the AWS CLI does, or not in the same order. */
const readDifferently =
  /^AWS_(?:(?:DEFAULT_)?PROFILE|SECURITY_TOKEN|USE_(?:FIPS|DUALSTACK)_ENDPOINT|IGNORE_CONFIGURED_ENDPOINT_URLS)$/;

/**
 * The environment of most jobs, which the SDK reads as the AWS CLI does: exported keys, a Region, and no profile. They load
 * no more code.
 */
async function exportedKeys(
  variables: Variables,
  name: string | undefined,
): Promise<Environment | undefined> {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = variables;
  const region = name ?? variables['AWS_REGION'] ?? '';
  if (!accessKeyId || !secretAccessKey || !isRegion(region)) return undefined;
  const isReadAlike = Object.entries(variables).every(
    ([key, value]) =>
      !value ||
      (key.startsWith('AWS_ENDPOINT_URL')
        ? /^https?:/i.test(value) && URL.canParse(value)
        : !readDifferently.test(key)),
  );
  const { configFile, credentialsFile } = await loadSharedConfigFiles();
  if (!isReadAlike || configFile['default'] || credentialsFile['default']) return undefined;
  const sessionToken = variables['AWS_SESSION_TOKEN'];
  const accountId = variables['AWS_ACCOUNT_ID'];
  const credentials = {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken && { sessionToken }),
    ...(accountId && { accountId }),
  };
  const settings = { region, credentials: () => Promise.resolve(credentials) };
  return { region, source: undefined, settingsFor: () => settings };
}

function callerOf(
  { accessKeyId, accountId = accountIn(accessKeyId) }: AwsCredentialIdentity,
  source: string | undefined,
): Caller {
  const caller = { credentials: hash(accessKeyId), account: hash(accountId) };
  return source === undefined ? caller : { ...caller, source: hash(source) };
}

export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** @throws KeyPairError `CREDENTIALS_MALFORMED`. */
async function unlessMalformed(credentials: AwsCredentialIdentity): Promise<AwsCredentialIdentity> {
  const { accessKeyId, secretAccessKey, sessionToken = '' } = credentials;
  const parts = {
    'access key ID': accessKeyId,
    'secret access key': secretAccessKey,
    'session token': sessionToken,
  };
  const malformed = Object.entries(parts).filter(([, text]) => !/^[!-~]*$/.test(text));
  if (malformed.length === 0) return credentials;
  const { malformedCredentials } = await import('./explain-credentials.ts');
  throw malformedCredentials(malformed.map(([name]) => name));
}
