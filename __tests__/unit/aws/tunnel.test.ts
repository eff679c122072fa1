import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, expect, jest, test } from '@jest/globals';
import { startLocalProxy } from '../../../local/network/proxy.ts';
import { failureOf } from '../../../src/aws/errors.ts';
import { type HttpProxy, proxyFor } from '../../../src/aws/proxy.ts';
import { openTunnel } from '../../../src/aws/tunnel.ts';
import { KeyPairError } from '../../../src/errors.ts';

afterEach(() => {
  jest.useRealTimers();
});

/** A server that does something with each connection, in place of a proxy. */
async function serve(answer: (socket: Socket) => void) {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    answer(socket);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    server,
    proxy: proxyAt((server.address() as AddressInfo).port),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await once(server.close(), 'close');
    },
  };
}

function proxyAt(port: number): HttpProxy {
  const proxy = proxyFor('ec2.example', 443, { HTTPS_PROXY: `http://127.0.0.1:${port}` });
  if (proxy === undefined) throw new Error('no proxy');
  return proxy;
}

function failureAt(proxy: HttpProxy): Promise<Error> {
  return openTunnel(proxy, 'ec2.example', 443).then(
    () => new Error('it succeeded'),
    (error: Error) => error,
  );
}

test('A proxy that never answers is given up after 5 seconds.', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  await using silent = await serve(() => {});
  const failed = failureAt(silent.proxy);
  await once(silent.server, 'connection');
  jest.advanceTimersByTime(5_000);
  expect(await failed).toMatchObject({
    code: 'ECONNREFUSED',
    message: `cannot reach the proxy ${silent.proxy.label}: no response after 5 s`,
  });
  expect(jest.getTimerCount()).toBe(0);
});

test.each<[what: string, answer: string, reason: RegExp]>([
  ['hangs up', '', /socket hang up/],
  ['speaks another protocol', 'SSH-2.0-OpenSSH_9.9\r\n', /Parse Error/],
])('A proxy that %s counts as a host that refuses the connection.', async (_, answer, reason) => {
  await using other = await serve((socket) => socket.end(answer));
  const error = await failureAt(other.proxy);
  expect(error).toMatchObject({ code: 'ECONNREFUSED', message: expect.stringMatching(reason) });
});

test.each([500, 502, 503, 504])('Status %i may pass: it is no refusal by the proxy.', async (status) => {
  const proxy = await startLocalProxy({ portOf: () => 0, refuseWith: status });
  const error = await failureAt(proxyAt(proxy.port));
  await proxy.close();
  expect(error).not.toBeInstanceOf(KeyPairError);
  expect(error).toMatchObject({ code: 'ECONNREFUSED', message: expect.stringContaining(`(HTTP ${status})`) });
});

test.each([400, 403, 404, 405, 407])('Status %i is a refusal by the proxy.', async (status) => {
  const proxy = await startLocalProxy({ portOf: () => 0, refuseWith: status });
  const error = await failureAt(proxyAt(proxy.port));
  await proxy.close();
  expect(error).toMatchObject({ code: 'PROXY_REFUSED' });
  expect(failureOf(error)).toBe('refused');
});
