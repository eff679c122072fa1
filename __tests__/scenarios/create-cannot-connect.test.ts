import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { describe, expect, test } from '@jest/globals';
import { selfSigned } from '../lib/certificate.ts';
import { annotated, keyPairStep, openScenario, postOf, stepOf } from '../lib/scenario.ts';

/** A server on this machine, and how many connections it got. */
async function listen(server = createServer()) {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket.on('error', () => {})));
  server.on('tlsClientError', () => {});
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const end = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await once(server.close(), 'close');
  };
  return { url, sockets, end, [Symbol.asyncDispose]: end };
}

async function createAt(endpoint: string) {
  await using scenario = await openScenario();
  const host = scenario.host({ AWS_ENDPOINT_URL: endpoint });
  return await scenario.run([keyPairStep({ 'key-type': 'ed25519', 'key-name': 'deploy' })], { host });
}

describe('without a connection, create says that nothing was sent, and there is nothing to clean up, if', () => {
  test.concurrent.each<{ what: string; endpoint: string; says: RegExp; hint: string }>([
    {
      what: 'the host of the Region is not found',
      // No name server is asked for a name with such a part.
      endpoint: `https://ec2.${'x'.repeat(64)}.invalid`,
      says: /: getaddrinfo ENOTFOUND \S+\. Nothing was sent to EC2\./,
      hint: 'of AWS_ENDPOINT_URL was not found',
    },
    {
      what: 'the connection is refused',
      endpoint: 'https://127.0.0.1:1',
      says: /: connect ECONNREFUSED 127\.0\.0\.1:1\. Nothing was sent to EC2\./,
      hint: 'Check the network',
    },
  ])('$what', async ({ endpoint, says, hint }) => {
    const run = await createAt(endpoint);
    expect(annotated(stepOf(run), 'error').join('\n')).toMatch(says);
    expect(run.log).toContain(hint);
    expect(run.log).toContain('There is no connection to EC2. Retrying for up to 10 s.');
    expectNothingToCleanUp(run);
  });

  test.concurrent('the certificate is not trusted, at the first try', async () => {
    await using server = await listen(createTlsServer(selfSigned('other.example')));
    const run = await createAt(server.url);
    expect(annotated(stepOf(run), 'error').join('\n')).toMatch(
      / was rejected: it is self-signed .*\. Nothing was sent\./,
    );
    expect(server.sockets.size).toBe(1);
    expectNothingToCleanUp(run);
  });

  test.concurrent('no one answers on the connection, after at most four tries of 5 s', async () => {
    await using server = await listen();
    const run = await createAt(server.url);
    expect(annotated(stepOf(run), 'error').join('\n')).toContain(
      'no connection after 5 s. Nothing was sent to EC2.',
    );
    expect(server.sockets.size).toBeLessThanOrEqual(4);
    expectNothingToCleanUp(run);
  });
});

function expectNothingToCleanUp(run: Awaited<ReturnType<typeof createAt>>): void {
  expect(run.conclusion).toBe('failure');
  expect(run.log).not.toMatch(/To delete it yourself|Left|may still create/);
  expect(
    ['error', 'warning', 'notice'].flatMap((level) => annotated(postOf(run), level as 'notice')),
  ).toEqual([]);
  expect(postOf(run).outcome).toBe('success');
}
