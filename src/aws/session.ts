import { createHash } from 'node:crypto';
import type { EC2Client } from '@aws-sdk/client-ec2';
import type { AwsCredentialIdentity } from '@smithy/types';
import { ec2Client } from './client.ts';
import { malformedCredentials, noCredentials, noRegion } from './explain.ts';
import { KeyPairs } from '../ec2/key-pairs.ts';
import { type RetryPolicy, Retry } from './retry.ts';

/** One region of the account that the credentials at hand belong to. */
export interface Region {
  readonly keyPairs: KeyPairs;
  /** A hash of the access key id (16 hex digits): tells credentials apart, and says nothing about them. */
  readonly credentials: string;
}

/**
 * Opens a region with the SDK's own chain of credentials; without a name, the region of the usual AWS
 * environment. Sends nothing to EC2.
 *
 * @throws KeyPairError `NO_REGION`, `NO_CREDENTIALS`, `CREDENTIALS_MALFORMED`.
 */
export async function openSession(name: string | undefined, patience: RetryPolicy): Promise<Region> {
  const client = ec2Client(name);
  const region = await client.config.region().catch((cause: unknown) => {
    throw noRegion(cause);
  });
  return {
    keyPairs: new KeyPairs(client, region, new Retry(patience)),
    credentials: await hashOfCredentials(client),
  };
}

async function hashOfCredentials(client: EC2Client): Promise<string> {
  const credentials = await client.config.credentials().catch((cause: unknown) => {
    throw noCredentials(cause);
  });
  refuseMalformed(credentials);
  return createHash('sha256').update(credentials.accessKeyId).digest('hex').slice(0, 16);
}

/** @throws KeyPairError `CREDENTIALS_MALFORMED`. */
function refuseMalformed({ accessKeyId, secretAccessKey, sessionToken = '' }: AwsCredentialIdentity): void {
  const parts = {
    'access key id': accessKeyId,
    'secret access key': secretAccessKey,
    'session token': sessionToken,
  };
  const malformed = Object.entries(parts).flatMap(([name, text]) => (/^[!-~]*$/.test(text) ? [] : [name]));
  if (malformed.length > 0) throw malformedCredentials(malformed);
}
