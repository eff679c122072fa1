import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { DescribeKeyPairsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startLocalProxy } from '../../../local/network/proxy.ts';
import { provingRequest, wasNotSent } from '../../../src/aws/connection.ts';
import { failureOf } from '../../../src/aws/errors.ts';
import { explain } from '../../../src/aws/explain.ts';
import { connectionError } from '../../../src/aws/network.ts';
import { responseTextOf } from '../../../src/aws/response-text.ts';
import { openSession } from '../../../src/aws/session.ts';
import '../../lib/one-realm.ts';
import { credentialVariables, serve, setAwsEnvironment } from './endpoint.ts';

const before = { ...process.env };
const attempt = { service: 'EC2', action: 'ec2:X', doing: 'do it', region: 'eu-west-1' };
const policy = {
  ...{ total: 1_000, base: 0, cap: 0, lookFor: 30, searchFor: 60, insistFor: 1_000 },
  signal: new AbortController().signal,
  onRetry: async () => {},
};
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-tls-'));
});

afterEach(() => {
  process.env = { ...before };
  rmSync(folder, { recursive: true });
});

/** How the first call with this environment and this configuration file fails. */
async function failure(variables: Record<string, string>, config = ''): Promise<Error> {
  const file = path.join(folder, 'config');
  writeFileSync(file, config);
  setAwsEnvironment({ AWS_CONFIG_FILE: file, ...variables });
  const call = async (): Promise<Error> => {
    const session = await openSession(EC2Client, 'eu-west-1', policy, process.env);
    const client = session.client(EC2Client);
    await client.send(new DescribeKeyPairsCommand({}), { abortSignal: policy.signal });
    return new Error('it succeeded');
  };
  return call().catch((error: Error) => error);
}

function withTls(url: string, host = '127.0.0.1'): string {
  return url.replace('http:', 'https:').replace('127.0.0.1', host);
}

async function listen(server: Server) {
  server.on('connection', (socket) => socket.on('error', () => {}));
  server.on('tlsClientError', () => {});
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const end = async (): Promise<void> => void (await once(server.close(), 'close'));
  return { url: `https://127.0.0.1:${port}`, [Symbol.asyncDispose]: end };
}

describe('An https endpoint that uses plain http is told as that, with the setting that it is from:', () => {
  test.each(['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_EC2'])('%s', async (name) => {
    await using server = await serve(200, 'x');
    const error = await failure({ ...credentialVariables, [name]: withTls(server.url) });
    expect(error).toMatchObject({
      code: 'ENVIRONMENT_INVALID',
      message: `The endpoint ${withTls(server.url)} does not answer with TLS. Nothing was sent.`,
      hint: `Set ${name} to ${server.url}.`,
    });
    expect([failureOf(error), wasNotSent(error), explain(error, attempt)]).toEqual(['refused', true, error]);
    expect(server.requests).toEqual([]);
  });

  test('the setting of the service, if another one has the same host and port', async () => {
    await using server = await serve(200, 'x');
    const error = await failure({
      ...credentialVariables,
      AWS_ENDPOINT_URL: server.url,
      AWS_ENDPOINT_URL_EC2: withTls(server.url),
    });
    expect(error).toMatchObject({ hint: `Set AWS_ENDPOINT_URL_EC2 to ${server.url}.` });
  });

  test.each([
    ['endpoint_url of profile "default"', (url: string) => `endpoint_url = ${url}\n`],
    [
      'ec2.endpoint_url in [services own]',
      (url: string) => `services = own\n[services own]\nec2 =\n  endpoint_url = ${url}\n`,
    ],
  ])('%s', async (name, configFor) => {
    await using server = await serve(200, 'x');
    const config = `[default]\n${configFor(withTls(server.url, 'localhost'))}`;
    expect(await failure(credentialVariables, config)).toMatchObject({
      message: expect.stringMatching(/^The endpoint https:\/\/localhost:\d+ does not answer with TLS\./),
      hint: `Set ${name} to ${server.url.replace('127.0.0.1', 'localhost')}.`,
    });
  });

  test('AWS_ENDPOINT_URL_STS, for the credential chain', async () => {
    await using server = await serve(200, 'x');
    const token = path.join(folder, 'token');
    writeFileSync(token, 'an OIDC token');
    const error = await failure({
      AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/deploy',
      AWS_WEB_IDENTITY_TOKEN_FILE: token,
      AWS_ENDPOINT_URL_STS: withTls(server.url),
    });
    expect(error).toMatchObject({ hint: `Set AWS_ENDPOINT_URL_STS to ${server.url}.` });
  });
});

test('A proxy that connects to something without TLS is named.', async () => {
  await using server = await serve(200, 'x');
  const proxy = await startLocalProxy({ portOf: () => Number(new URL(server.url).port) });
  const HTTPS_PROXY = `http://me:secret@127.0.0.1:${proxy.port}`;
  const error = await failure({ ...credentialVariables, HTTPS_PROXY });
  await proxy.close();
  expect(error).toMatchObject({
    code: 'NOT_SENT',
    message: `The endpoint https://ec2.eu-west-1.amazonaws.com does not answer with TLS through the proxy 127.0.0.1:${proxy.port} (HTTPS_PROXY). Nothing was sent.`,
    hint: expect.stringContaining('Check HTTPS_PROXY.'),
  });
  expect(JSON.stringify(error)).not.toContain('secret');
});

test('Plain http is advised only where it is allowed.', () => {
  const variables = { AWS_ENDPOINT_URL: 'https://aws.example:4566' };
  const target = { protocol: 'https:', hostname: 'aws.example', port: 4566 };
  const text =
    'write EPROTO 40ED:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:ssl3_record.c:350:\n';
  const error = Object.assign(new Error(text), { code: 'EPROTO' });
  expect(connectionError(error, target, { variables })).toMatchObject({
    hint: 'Check the port in AWS_ENDPOINT_URL. Plain http is allowed only for this machine and for private networks.',
  });
});

test('Another failure of TLS is told in one line, with its reason, and nothing was sent.', async () => {
  // Without a certificate.
  await using server = await listen(createTlsServer({}));
  const error = await failure({ ...credentialVariables, AWS_ENDPOINT_URL: server.url });
  expect(wasNotSent(error)).toBe(true);
  expect(responseTextOf(error)).toMatch(/^TLS failed: (?:ssl\/tls|sslv3) alert handshake failure$/);
  expect(explain(error, attempt)).toMatchObject({
    code: 'NOT_SENT',
    message: expect.stringMatching(/alert handshake failure\. Nothing was sent to EC2\.$/),
  });
});

test('A connection that breaks after TLS was agreed on may have sent the request.', async () => {
  const error = Object.assign(new Error('x:error:0A00010B:SSL routines:f:wrong version number:c:1:\n'), {
    code: 'ERR_SSL_WRONG_VERSION_NUMBER',
  });
  const target = { protocol: 'https:', hostname: 'localhost' };
  const headers = { 'amz-sdk-invocation-id': 'a request with a connection' };
  const send = async () => {
    throw connectionError(error, { ...target, headers }, { variables: {} });
  };
  await expect(provingRequest({ headers }, undefined, send)).rejects.toBe(error);
  expect(error.message).toBe('TLS failed: wrong version number');
  expect(failureOf(error)).toBe('uncertain');
});
