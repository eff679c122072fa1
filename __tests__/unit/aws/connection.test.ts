import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { types } from 'node:util';
import { DescribeKeyPairsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type ClientSettings, clientSettings, guardedClient } from '../../../src/aws/client.ts';
import { failureOf } from '../../../src/aws/errors.ts';
import { explain } from '../../../src/aws/explain.ts';
import { isSafeToPrint, responseTextOf } from '../../../src/aws/response-text.ts';
import { selfSigned } from '../../lib/certificate.ts';
import { clientFor, setEndpoint } from './endpoint.ts';

const before = { ...process.env };

/** Jest runs tests in a realm of their own, in which Node's errors are none: the SDK would wrap them. */
beforeAll(() => {
  Object.defineProperty(Error, Symbol.hasInstance, {
    configurable: true,
    value(this: unknown, value: unknown): boolean {
      return this === Error
        ? types.isNativeError(value)
        : Function.prototype[Symbol.hasInstance].call(this, value);
    },
  });
});

afterAll(() => {
  Reflect.deleteProperty(Error, Symbol.hasInstance);
});

afterEach(() => {
  process.env = { ...before };
});

const attempt = { service: 'EC2', action: 'ec2:X', doing: 'do it', region: 'eu-west-1' };
const wrongHost = selfSigned('other.example');

/** A server on this machine, and the connections that it has. */
async function listen(server: Server, protocol: 'http' | 'https') {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket.on('error', () => {})));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const end = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await once(server.close(), 'close');
  };
  const { port } = server.address() as AddressInfo;
  return { url: `${protocol}://127.0.0.1:${port}`, [Symbol.asyncDispose]: end };
}

async function closedPort(): Promise<string> {
  await using server = await listen(createServer(), 'http');
  return server.url;
}

/** How a call of an endpoint fails. */
async function failureAt(url: string, calls = 1, variables: Record<string, string> = {}): Promise<Error> {
  const client = clientFor(url, variables);
  const options = { abortSignal: new AbortController().signal };
  for (let call = 1; call < calls; call += 1)
    await client.send(new DescribeKeyPairsCommand({}), { ...options });
  const error = await client.send(new DescribeKeyPairsCommand({}), options).then(
    () => new Error('it succeeded'),
    (reason: Error) => reason,
  );
  client.destroy();
  return error;
}

describe('nothing was sent, and the error says why, if', () => {
  test.each(['http', 'https'])('the connection is refused (%s)', async (protocol) => {
    const error = await failureAt((await closedPort()).replace('http', protocol));
    expect(failureOf(error)).toBe('never-sent');
    expect(responseTextOf(error)).toMatch(/^connect ECONNREFUSED 127\.0\.0\.1:\d+$/);
  });

  test('the name of the host is not found, most likely because the Region is wrong', async () => {
    // No name server is asked for a name with such a part.
    const error = await failureAt(`https://ec2.${'x'.repeat(64)}.invalid`);
    expect(failureOf(error)).toBe('never-sent');
    expect(explain(error, { ...attempt, region: 'eu-west-9' })).toMatchObject({
      code: 'NOT_SENT',
      message: expect.stringMatching(
        /^Could not do it in eu-west-9: getaddrinfo .*\. Nothing was sent to EC2\.$/,
      ),
      hint: expect.stringMatching(/^Is eu-west-9 a Region\?/),
    });
  });

  test('every address of a host refuses: the error has only parts', async () => {
    const { port } = new URL(await closedPort());
    const error = await failureAt(`http://localhost:${port}`);
    expect(failureOf(error)).toBe('never-sent');
    expect(responseTextOf(error)).toMatch(/connect ECONNREFUSED/);
  });

  test.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'the certificate is not trusted: the server receives nothing of the request (%s)',
    async (version) => {
      let received = 0;
      const options = { ...wrongHost, minVersion: version, maxVersion: version };
      const https = createHttpsServer(options, () => {
        received += 1;
      });
      https.on('secureConnection', (socket: Socket) => socket.on('data', () => (received += 1)));
      await using server = await listen(https, 'https');
      const error = await failureAt(server.url);
      expect(failureOf(error)).toBe('refused');
      expect(responseTextOf(error)).toContain('it is self-signed');
      expect(received).toBe(0);
      expect(explain(error, attempt).code).toBe('CERTIFICATE_NOT_TRUSTED');
    },
  );

  test('the server does not speak TLS', async () => {
    await using server = await listen(createHttpServer(), 'https');
    const error = await failureAt(server.url);
    expect(failureOf(error)).not.toBe('uncertain');
    expect(explain(error, attempt).message).toMatch(/does not answer with TLS\. Nothing was sent\.$/);
  });

  test.each<[how: string, end: (socket: Socket) => void]>([
    ['ends', (socket) => socket.end()],
    ['is reset', (socket) => socket.resetAndDestroy()],
  ])('the connection %s before TLS is agreed on', async (_, end) => {
    await using server = await listen(
      createServer((socket) => socket.once('data', () => end(socket))),
      'https',
    );
    const error = await failureAt(server.url);
    expect(failureOf(error)).toBe('never-sent');
  });

  test('the connection is made, and TLS is never answered', async () => {
    await using server = await listen(createServer(), 'https');
    const error = await failureAt(server.url);
    expect(failureOf(error)).toBe('never-sent');
    expect(responseTextOf(error)).toBe('no connection after 5 s');
  });

  test('the SDK rejects its own configuration', async () => {
    const error = await failureAt('http://127.0.0.1:1', 1, { AWS_USE_FIPS_ENDPOINT: 'true' });
    expect(failureOf(error)).toBe('refused');
    expect(explain(error, attempt)).toMatchObject({
      code: 'NOT_SENT',
      message: expect.stringContaining('FIPS'),
    });
  });
});

describe('something may have been sent if', () => {
  test('Node does not show what became of the request', async () => {
    const failed = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    class OtherHandlerClient extends EC2Client {
      constructor(settings: ClientSettings) {
        super({ ...settings, requestHandler: { handle: () => Promise.reject(failed) } });
      }
    }
    setEndpoint('https://127.0.0.1:1');
    const client = guardedClient(OtherHandlerClient, { ...clientSettings, region: 'eu-west-1' });
    const options = { abortSignal: new AbortController().signal };
    await expect(client.send(new DescribeKeyPairsCommand({}), options)).rejects.toBe(failed);
    expect(failureOf(failed)).toBe('uncertain');
  });

  test('the connection is reset after the request', async () => {
    await using server = await listen(
      createHttpServer((request) => request.socket.resetAndDestroy()),
      'http',
    );
    const error = await failureAt(server.url);
    expect(failureOf(error)).toBe('uncertain');
    expect(isSafeToPrint(error)).toBe(true);
  });

  test('a connection that is used again is reset', async () => {
    const answer = '<DescribeKeyPairsResponse><keySet/></DescribeKeyPairsResponse>';
    let requests = 0;
    await using server = await listen(
      createHttpServer({ keepAliveTimeout: 0 }, (request, response) => {
        requests += 1;
        if (requests === 2) request.socket.resetAndDestroy();
        else response.end(answer);
      }),
      'http',
    );
    expect(failureOf(await failureAt(server.url, 2))).toBe('uncertain');
    expect(requests).toBe(2);
  });

  test('the response is no HTTP', async () => {
    await using server = await listen(
      createServer((socket) => socket.once('data', () => socket.end('MIIEowIBAAKCAQEA\r\n\r\n'))),
      'http',
    );
    const error = await failureAt(server.url);
    expect(failureOf(error)).toBe('uncertain');
    expect(isSafeToPrint(error)).toBe(false);
  });
});
