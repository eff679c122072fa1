import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DescribeKeyPairsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openSession } from '../../../src/aws/session.ts';
import { credentialVariables, serve, setAwsEnvironment } from './endpoint.ts';

const before = { ...process.env };
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
const unchecked = { NODE_TLS_REJECT_UNAUTHORIZED: '0' };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-transport-'));
});

afterEach(() => {
  process.env = { ...before };
  rmSync(folder, { recursive: true });
});

/** A role to assume with a web identity, as `configure-aws-credentials` can leave it to later steps. */
function webIdentity(): Record<string, string> {
  const file = path.join(folder, 'token');
  writeFileSync(file, 'an OIDC token');
  return { AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/deploy', AWS_WEB_IDENTITY_TOKEN_FILE: file };
}

describe('the credential chain', () => {
  test.each(['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_STS'])(
    'sends no token to an endpoint without https (%s)',
    async (variable) => {
      await using server = await serve(200, '<AssumeRoleWithWebIdentityResponse/>');
      setAwsEnvironment({ ...webIdentity(), [variable]: server.url.replace('127.0.0.1', '0.0.0.0') });
      await expect(openSession(EC2Client, 'eu-west-1', policy, process.env)).rejects.toMatchObject({
        code: 'ENDPOINT_NOT_SAFE',
        message: 'The endpoint http://0.0.0.0 does not use https.',
      });
      expect(server.requests).toEqual([]);
    },
  );

  test('sends no token to a server whose certificate is not checked', async () => {
    setAwsEnvironment({ ...webIdentity(), ...unchecked });
    await expect(openSession(EC2Client, 'eu-west-1', policy, process.env)).rejects.toMatchObject({
      code: 'ENDPOINT_NOT_SAFE',
      message: 'The certificate of sts.eu-west-1.amazonaws.com would not be checked.',
    });
  });

  test('sends the token to a local endpoint', async () => {
    await using server = await serve(200, '<AssumeRoleWithWebIdentityResponse/>');
    setAwsEnvironment({ ...webIdentity(), AWS_ENDPOINT_URL: server.url });
    await expect(openSession(EC2Client, 'eu-west-1', policy, process.env)).rejects.toMatchObject({
      code: 'CREDENTIALS_NOT_LOADED',
    });
    expect(server.requests.length).toBeGreaterThan(0);
  });
});

describe('a client', () => {
  test('asks no server whose certificate is not checked', async () => {
    setAwsEnvironment({ ...credentialVariables, ...unchecked });
    const { client } = await openSession(EC2Client, 'eu-west-1', policy, process.env);
    for (const overrides of [undefined, { maxAttempts: 1 }]) {
      await expect(client(EC2Client, overrides).send(new DescribeKeyPairsCommand({}))).rejects.toMatchObject({
        code: 'ENDPOINT_NOT_SAFE',
        message: 'The certificate of ec2.eu-west-1.amazonaws.com would not be checked.',
        hint: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
      });
    }
  });

  test('asks a local endpoint all the same', async () => {
    await using server = await serve(200, '<DescribeKeyPairsResponse><keySet/></DescribeKeyPairsResponse>');
    setAwsEnvironment({ ...credentialVariables, ...unchecked, AWS_ENDPOINT_URL: server.url });
    const { client } = await openSession(EC2Client, 'eu-west-1', policy, process.env);
    await client(EC2Client).send(new DescribeKeyPairsCommand({}));
    expect(server.requests).toHaveLength(1);
  });
});
