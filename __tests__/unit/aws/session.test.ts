import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AutoScalingClient, DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling';
import { DescribeKeyPairsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { AwsClient, ClientSettings } from '../../../src/aws/client.ts';
import { openSession } from '../../../src/aws/session.ts';
import { credentialVariables, serve, setAwsEnvironment } from './endpoint.ts';

const before = { ...process.env };

beforeEach(() => setAwsEnvironment(credentialVariables));

afterEach(() => {
  process.env = { ...before };
});

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

/** A client of a service that this action does not know: all that a session may rely on. */
class ParcelsClient implements AwsClient {
  static readonly opened: ClientSettings[] = [];
  readonly config;

  constructor(settings: ClientSettings) {
    ParcelsClient.opened.push(settings);
    const { region = 'nowhere', credentials } = settings;
    this.config = {
      region: async () => region,
      credentials: credentials ?? (async () => ({ accessKeyId: 'AKIAPARCELS', secretAccessKey: 'example' })),
      requestHandler: { handle: async (_request: object) => ({ response: 'sent' }) },
    };
  }

  /** Sends a request, if the handler does. */
  async send(protocol: string, hostname: string): Promise<string> {
    const { response } = await this.config.requestHandler.handle({ protocol, hostname });
    return response;
  }
}

describe('a session', () => {
  test('is opened in the Region that is set, or else in that of the environment.', async () => {
    process.env['AWS_REGION'] = 'us-west-2';
    expect((await openSession(EC2Client, 'eu-west-1', policy, process.env)).region).toBe('eu-west-1');
    expect((await openSession(EC2Client, undefined, policy, process.env)).region).toBe('us-west-2');
  });

  test('cannot be opened without a Region.', async () => {
    await expect(openSession(EC2Client, undefined, policy, process.env)).rejects.toMatchObject({
      code: 'NO_REGION',
    });
  });

  test('cannot be opened without credentials.', async () => {
    setAwsEnvironment({});
    await expect(openSession(EC2Client, 'eu-west-1', policy, process.env)).rejects.toMatchObject({
      code: 'NO_CREDENTIALS',
      message: 'No AWS credentials were found.',
    });
  });

  test.each([
    ['AWS_ACCESS_KEY_ID', 'access key ID', 'AKIA EXAMPLE'],
    ['AWS_SECRET_ACCESS_KEY', 'secret access key', 'example\n'],
    ['AWS_SESSION_TOKEN', 'session token', 'tokén'],
  ])(
    'cannot be opened if %s is malformed: the error names the %s and does not quote it.',
    async (variable, part, value) => {
      process.env[variable] = value;
      const error = await openSession(EC2Client, 'eu-west-1', policy, process.env).catch(
        (reason: unknown) => reason,
      );
      expect(error).toMatchObject({
        code: 'CREDENTIALS_MALFORMED',
        message: expect.stringMatching(
          new RegExp(`^The AWS credentials are malformed: the ${part} may only contain`),
        ),
      });
      expect(String(error)).not.toContain(value);
    },
  );

  test('knows its access key and the account in it, as hashes.', async () => {
    // printf ASIAY34FZKBOKMUTVV7A | sha256sum, and of the account that is known to own it.
    process.env['AWS_ACCESS_KEY_ID'] = 'ASIAY34FZKBOKMUTVV7A';
    const { caller } = await openSession(EC2Client, 'eu-west-1', policy, process.env);
    expect(caller).toEqual({ credentials: 'e1de2469408636f0', account: '1353617770528d50' });
  });
});

describe('a client of a session', () => {
  test('is the first client if it is of the same class, and a new one with overrides.', async () => {
    const session = await openSession(EC2Client, 'eu-west-1', policy, process.env);
    const first = session.client(EC2Client);
    expect(session.client(EC2Client)).toBe(first);
    const patient = session.client(EC2Client, { maxAttempts: 3 });
    expect(patient).not.toBe(first);
    expect(await patient.config.maxAttempts()).toBe(3);
    expect(await first.config.maxAttempts()).toBe(1);
    expect(await patient.config.region()).toBe('eu-west-1');
    expect(await patient.config.credentials()).toEqual(await first.config.credentials());
  });

  test('has the Region and the credentials of the first, whatever its service.', async () => {
    process.env['AWS_REGION'] = 'us-west-2';
    const session = await openSession(EC2Client, 'eu-west-1', policy, process.env);
    process.env['AWS_ACCESS_KEY_ID'] = 'AKIAOTHER';
    const { config } = session.client(AutoScalingClient);
    expect(await config.region()).toBe('eu-west-1');
    expect(await config.credentials()).toMatchObject({ accessKeyId: 'AKIAEXAMPLE' });
    expect(await config.maxAttempts()).toBe(1);
  });

  test('has a timeout, whatever its service.', async () => {
    await using server = await serve(200, '<DescribeAutoScalingGroupsResponse/>');
    process.env['AWS_ENDPOINT_URL'] = server.url;
    const client = (await openSession(EC2Client, 'eu-west-1', policy, process.env)).client(AutoScalingClient);
    await client.send(new DescribeAutoScalingGroupsCommand({}));
    const handler: { handle: unknown; httpHandlerConfigs?(): object } = client.config.requestHandler;
    expect(handler.httpHandlerConfigs?.()).toMatchObject({
      requestTimeout: 15_000,
      throwOnRequestTimeout: true,
    });
  });

  test('sends nothing without https, whatever its service.', async () => {
    process.env['AWS_ENDPOINT_URL'] = 'http://192.0.2.1';
    const session = await openSession(EC2Client, 'eu-west-1', policy, process.env);
    const unsafe = { code: 'ENDPOINT_NOT_SAFE' };
    const groups = session.client(AutoScalingClient).send(new DescribeAutoScalingGroupsCommand({}));
    await expect(groups).rejects.toMatchObject(unsafe);
    const patient = session.client(EC2Client, { maxAttempts: 3 }).send(new DescribeKeyPairsCommand({}));
    await expect(patient).rejects.toMatchObject(unsafe);
  });

  test('signs with credentials that were loaded once for all clients.', async () => {
    await using source = await serveCredentials();
    await using server = await serve(200, '<DescribeKeyPairsResponse><keySet/></DescribeKeyPairsResponse>');
    setAwsEnvironment({ AWS_CONTAINER_CREDENTIALS_FULL_URI: source.url, AWS_ENDPOINT_URL: server.url });
    const session = await openSession(EC2Client, 'eu-west-1', policy, process.env);
    await session.client(EC2Client).send(new DescribeKeyPairsCommand({}));
    await session.client(EC2Client, { maxAttempts: 3 }).send(new DescribeKeyPairsCommand({}));
    await session.client(AutoScalingClient).send(new DescribeAutoScalingGroupsCommand({}));
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      expect.stringMatching(/Credential=AKIA1\/\d+\/eu-west-1\/ec2\//),
      expect.stringMatching(/Credential=AKIA1\/\d+\/eu-west-1\/ec2\//),
      expect.stringMatching(/Credential=AKIA1\/\d+\/eu-west-1\/autoscaling\//),
    ]);
    expect(source.loads()).toBe(1);
  });
});

describe('a client that this action does not know', () => {
  test('has the Region and the credentials of the session, and the settings of every client.', async () => {
    const session = await openSession(EC2Client, 'eu-west-1', policy, process.env);
    const { config } = session.client(ParcelsClient);
    expect(await config.region()).toBe('eu-west-1');
    expect(await config.credentials()).toMatchObject({ accessKeyId: 'AKIAEXAMPLE' });
    expect(ParcelsClient.opened.at(-1)).toMatchObject({
      maxAttempts: 1,
      customUserAgent: 'ec2-key-pair-action/1',
      requestHandler: { throwOnRequestTimeout: true },
    });
  });

  test('sends nothing without https.', async () => {
    const session = await openSession(EC2Client, 'eu-west-1', policy, process.env);
    const client = session.client(ParcelsClient);
    await expect(client.send('http:', 'parcels.example')).rejects.toMatchObject({
      code: 'ENDPOINT_NOT_SAFE',
    });
    expect(await client.send('http:', '127.0.0.1')).toBe('sent');
    expect(await client.send('https:', 'parcels.example')).toBe('sent');
  });

  test('can open a session, too.', async () => {
    const session = await openSession(ParcelsClient, 'eu-west-1', policy, process.env);
    expect(session.client(ParcelsClient)).toBe(session.client(ParcelsClient));
    expect(await session.client(EC2Client).config.credentials()).toMatchObject({
      accessKeyId: 'AKIAEXAMPLE',
    });
    await expect(session.client(ParcelsClient).send('http:', 'parcels.example')).rejects.toMatchObject({
      code: 'ENDPOINT_NOT_SAFE',
    });
  });
});

/** A source of credentials as containers have it; each load gets another access key. */
async function serveCredentials() {
  let loads = 0;
  const server = createServer((_, response) => {
    loads += 1;
    const credentials = {
      AccessKeyId: `AKIA${loads}`,
      SecretAccessKey: 'example',
      Token: 'token',
      Expiration: '2999-01-01T00:00:00Z',
    };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(credentials));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const end = async (): Promise<void> => {
    server.closeAllConnections();
    await once(server.close(), 'close');
  };
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/credentials`;
  return { url, loads: () => loads, [Symbol.asyncDispose]: end };
}
