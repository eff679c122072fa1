import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DescribeKeyPairsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { endpointOf } from '../../../src/aws/endpoint.ts';
import { openSession } from '../../../src/aws/session.ts';
import { KeyPairError } from '../../../src/errors.ts';
import '../../lib/one-realm.ts';
import { setAwsEnvironment } from './endpoint.ts';

const policy = {
  total: 1_000,
  base: 0,
  cap: 0,
  lookFor: 30,
  searchFor: 60,
  signal: new AbortController().signal,
  insistFor: 1_000,
  onRetry: async () => {},
};

/** Sets these variables and this configuration file, and opens a session with them. */
async function open(variables: Readonly<Record<string, string>>, config: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-environment-'));
  try {
    const file = path.join(folder, 'config');
    writeFileSync(file, config);
    setAwsEnvironment({ AWS_CONFIG_FILE: file, ...variables });
    return await openSession(EC2Client, undefined, policy, process.env);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Opens a session that must fail. */
export async function failure(
  variables: Readonly<Record<string, string>>,
  config = '',
): Promise<KeyPairError> {
  const error = await open(variables, config).catch((thrown: unknown) => thrown);
  if (!(error instanceof KeyPairError)) throw new Error('The session was opened.', { cause: error });
  return error;
}

/** The Region, credentials and endpoint of a session. */
export async function opened(variables: Readonly<Record<string, string>>, config: string) {
  const session = await open(variables, config);
  const client = session.client(EC2Client);
  const { accessKeyId, sessionToken } = await client.config.credentials();
  const endpoint = await endpointOf(client, DescribeKeyPairsCommand);
  return { region: session.region, accessKeyId, sessionToken, endpoint };
}
