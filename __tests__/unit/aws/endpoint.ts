import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EC2Client } from '@aws-sdk/client-ec2';
import { clientSettings, guardedClient } from '../../../src/aws/client.ts';

/**
 * A server on this machine that answers every request with one body, and keeps the requests.
 *
 * @param statuses - Of the first responses. The last one is for all others, too.
 */
export async function serve(
  statuses: number | readonly number[],
  body: string,
  headers: Readonly<Record<string, string>> = {},
) {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    const status = [statuses].flat()[requests.length] ?? [statuses].flat().at(-1) ?? 200;
    requests.push(request);
    request.resume();
    response.writeHead(status, { 'content-type': 'text/xml', ...headers }).end(body);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const end = async (): Promise<void> => {
    server.closeAllConnections();
    await once(server.close(), 'close');
  };
  return { requests, url, [Symbol.asyncDispose]: end };
}

/** Leaves nothing of AWS in the environment but these variables. */
export function setAwsEnvironment(variables: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
  Object.assign(process.env, {
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    ...variables,
  });
}

export const credentialVariables = {
  AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'example',
};

/** Sets an endpoint as users set it, with credentials for it. */
export function setEndpoint(endpoint: string, variables: Readonly<Record<string, string>> = {}): void {
  setAwsEnvironment({
    ...credentialVariables,
    AWS_ENDPOINT_URL: endpoint,
    AWS_MAX_ATTEMPTS: '5',
    ...variables,
  });
}

/** A client of EC2 as the action constructs it. */
export function clientFor(endpoint: string, variables: Readonly<Record<string, string>> = {}): EC2Client {
  setEndpoint(endpoint, variables);
  return guardedClient(EC2Client, { ...clientSettings, region: 'eu-west-1' });
}
