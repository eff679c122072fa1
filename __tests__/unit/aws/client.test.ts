import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import { CreateKeyPairCommand, DescribeKeyPairsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { type ClientSettings, clientSettings, guardedClient } from '../../../src/aws/client.ts';
import { failureOf } from '../../../src/aws/errors.ts';
import { responseTextOf } from '../../../src/aws/response-text.ts';
import { DamagedResponseError } from '../../../src/aws/responses.ts';
import { clientFor, serve } from './endpoint.ts';

const before = { ...process.env };

afterEach(() => {
  process.env = { ...before };
});

/** A guarded client of an endpoint that fails every request that is sent. */
function offlineClient(endpoint: string, onSent: () => void = () => {}): EC2Client {
  class OfflineClient extends EC2Client {
    constructor(settings: ClientSettings) {
      const requestHandler = {
        handle: async (): Promise<never> => {
          onSent();
          throw new Error('it was sent');
        },
      };
      super({ ...settings, endpoint, requestHandler });
    }
  }
  const credentials = async () => ({ accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example' });
  return guardedClient(OfflineClient, { ...clientSettings, region: 'eu-west-1', credentials });
}

describe('an endpoint without https', () => {
  test.each([
    'http://192.0.2.1',
    'http://proxy.example:8080',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://128.0.0.1',
    'http://[2001:db8::1]',
    'http://0.0.0.0',
  ])('(%s) is rejected before anything is sent.', async (endpoint) => {
    let sent = 0;
    const client = offlineClient(endpoint, () => {
      sent += 1;
    });
    const { hostname } = new URL(endpoint);
    await expect(client.send(new DescribeKeyPairsCommand({}))).rejects.toMatchObject({
      code: 'ENDPOINT_NOT_SAFE',
      message: `The endpoint http://${hostname} does not use https.`,
      hint: expect.stringContaining('sent unencrypted'),
    });
    expect(sent).toBe(0);
  });

  test('is rejected for the client of the action, too, however the endpoint was set.', async () => {
    const client = clientFor('http://192.0.2.1');
    const rejected = await client.send(new DescribeKeyPairsCommand({})).catch((reason: unknown) => reason);
    expect(rejected).toMatchObject({ code: 'ENDPOINT_NOT_SAFE' });
    expect(failureOf(rejected)).toBe('refused');
  });

  test.each(['http://127.0.0.1:1', 'http://127.8.9.10', 'http://localhost:4566', 'http://[::1]:1'])(
    '(%s) is accepted on this machine.',
    async (endpoint) => {
      await expect(offlineClient(endpoint).send(new DescribeKeyPairsCommand({}))).rejects.toThrow(
        'it was sent',
      );
    },
  );
});

test('An endpoint with https is accepted.', async () => {
  const client = offlineClient('https://192.0.2.1');
  await expect(client.send(new DescribeKeyPairsCommand({}))).rejects.toThrow('it was sent');
});

test('Every request identifies the action, and is sent once whatever the environment says.', async () => {
  await using server = await serve(
    503,
    '<Response><Errors><Error><Code>Unavailable</Code></Error></Errors></Response>',
  );
  await expect(clientFor(server.url).send(new DescribeKeyPairsCommand({}))).rejects.toThrow();
  expect(server.requests.map(({ headers }) => headers['user-agent'])).toEqual([
    expect.stringMatching(/\bec2-key-pair-action\/1\b/),
  ]);
});

test.each(['<keySet/>', '<keySet></keySet>'])(
  'A response with %s is read as an empty list, not as a response without a list.',
  async (list) => {
    await using server = await serve(
      200,
      `<DescribeKeyPairsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId>${list}</DescribeKeyPairsResponse>`,
    );
    const response = await clientFor(server.url).send(new DescribeKeyPairsCommand({}));
    expect(response.KeyPairs).toEqual([]);
  },
);

test('A silent peer ends a request: the timeout is set, and throws.', async () => {
  await using server = await serve(200, '<DescribeKeyPairsResponse/>');
  const client = clientFor(server.url);
  await client.send(new DescribeKeyPairsCommand({}));
  const handler: { handle: unknown; httpHandlerConfigs?(): object } = client.config.requestHandler;
  const settings = new Map<string, unknown>(Object.entries(handler.httpHandlerConfigs?.() ?? {}));
  expect(settings.get('requestTimeout')).toBeGreaterThan(0);
  expect(settings.get('requestTimeout')).toBeLessThanOrEqual(20_000);
  expect(settings.get('throwOnRequestTimeout')).toBe(true);
});

test('A call that waits for credentials that never come rejects when it is aborted.', async () => {
  const credentials = () => new Promise<never>(() => {});
  const client = guardedClient(EC2Client, { ...clientSettings, region: 'eu-west-1', credentials });
  const controller = new AbortController();
  const call = client.send(new DescribeKeyPairsCommand({}), { abortSignal: controller.signal });
  controller.abort();
  await expect(call).rejects.toMatchObject({ name: 'AbortError' });
});

describe('a response', () => {
  const mebibyte = 1024 * 1024;
  const padded = (bytes: number) =>
    `<Response><requestId>r</requestId><padding>${'x'.repeat(bytes)}</padding></Response>`;
  const create = new CreateKeyPairCommand({ KeyName: 'deploy' });
  const describe = new DescribeKeyPairsCommand({});

  test.each<[what: string, status: number, bytes: number]>([
    ['larger than 1 MB', 200, mebibyte],
    ['that never ends', 200, 16 * mebibyte],
    ['with an error that is larger than 1 MB', 400, mebibyte],
  ])('%s counts as none, and nothing of it is printed', async (_, status, bytes) => {
    await using server = await serve(status, padded(bytes));
    const error = await clientFor(server.url)
      .send(create)
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DamagedResponseError);
    expect(failureOf(error)).toBe('uncertain');
    expect(responseTextOf(error)).toBe('DamagedResponse: the response is too large');
  });

  test('of almost 1 MB is read', async () => {
    await using server = await serve(200, padded(mebibyte - 200));
    await expect(clientFor(server.url).send(create)).resolves.toBeDefined();
  });

  test('with a list is read up to 64 MB: the key pairs of a Region can take 28 MB', async () => {
    await using small = await serve(200, padded(28 * mebibyte));
    await expect(clientFor(small.url).send(describe)).resolves.toBeDefined();
    await using large = await serve(200, padded(64 * mebibyte));
    await expect(clientFor(large.url).send(describe)).rejects.toThrow('the response is too large');
  });
});

describe('the body of a response', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  test('that stops in the middle counts as no response after the time that a request has.', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
    const body = new PassThrough();
    const collected = clientSettings.streamCollector(body).catch((error: unknown) => error);
    body.write('<CreateKeyPairResponse>');
    jest.advanceTimersByTime(clientSettings.requestHandler.requestTimeout - 1);
    expect(body.destroyed).toBe(false);
    jest.advanceTimersByTime(1);
    const error = await collected;
    expect(error).toMatchObject({ name: 'TimeoutError' });
    expect(failureOf(error)).toBe('uncertain');
    expect(responseTextOf(error)).toContain('not complete after 15 s');
  });

  test('that is cut off is an error, and one that is complete leaves no timer behind.', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
    const cut = new PassThrough();
    const collected = clientSettings.streamCollector(cut);
    cut.write('half');
    cut.destroy(new Error('aborted'));
    await expect(collected).rejects.toThrow('aborted');

    const complete = new PassThrough();
    complete.write('a');
    complete.end('b');
    expect(Buffer.from(await clientSettings.streamCollector(complete)).toString()).toBe('ab');
    await finished(complete);
    expect(jest.getTimerCount()).toBe(0);
  });
});
