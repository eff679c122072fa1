import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import { inspect } from 'node:util';
import { CreateKeyPairCommand, DescribeKeyPairsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { commonSettings, ec2Client, guarded } from '../../../src/aws/client.ts';
import { answerOf, failureOf } from '../../../src/aws/errors.ts';
import { explain } from '../../../src/aws/explain.ts';
import { Retry } from '../../../src/aws/retry.ts';
import { KeyPairs } from '../../../src/ec2/key-pairs.ts';
import { freshRsa } from '../../lib/keys.ts';

const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example' };
const before = { ...process.env };

afterEach(() => {
  process.env = { ...before };
});

/** A client as the action makes it, for an endpoint that is set as users set it. */
function clientFor(endpoint: string): EC2Client {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_MAX_ATTEMPTS: '5',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  });
  return ec2Client('eu-west-1');
}

/** A server on this machine that gives every request one body, and keeps the requests. */
async function serve(status: number, body: string) {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    request.resume();
    response.writeHead(status, { 'content-type': 'text/xml' }).end(body);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const end = async (): Promise<void> => {
    server.closeAllConnections();
    await once(server.close(), 'close');
  };
  return { requests, url, [Symbol.asyncDispose]: end };
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
  ])('%s is refused before anything is sent', async (endpoint) => {
    const sent: unknown[] = [];
    const client = guarded(
      new EC2Client({
        region: 'eu-west-1',
        credentials,
        endpoint,
        maxAttempts: 1,
        requestHandler: {
          handle: async (request: unknown) => Promise.reject(new Error(`sent ${sent.push(request)}`)),
        },
      }),
    );
    await expect(client.send(new DescribeKeyPairsCommand({}))).rejects.toMatchObject({
      code: 'ENDPOINT_NOT_SAFE',
      message: expect.stringContaining(new URL(endpoint).hostname),
      hint: expect.stringContaining('in the clear'),
    });
    expect(sent).toEqual([]);
  });

  test('is refused for the action’s own client, once, however the endpoint was set', async () => {
    const client = clientFor('http://192.0.2.1');
    const refused = await client.send(new DescribeKeyPairsCommand({})).catch((reason: unknown) => reason);
    expect(refused).toMatchObject({ code: 'ENDPOINT_NOT_SAFE' });
    expect(failureOf(refused)).toBe('refused');
  });

  test.each([
    'http://127.0.0.1:1',
    'http://127.8.9.10',
    'http://localhost:4566',
    'http://[::1]:1',
    'https://192.0.2.1',
  ])('%s is let through', async (endpoint) => {
    const client = guarded(
      new EC2Client({
        region: 'eu-west-1',
        credentials,
        endpoint,
        maxAttempts: 1,
        requestHandler: { handle: async () => Promise.reject(new Error('it was sent')) },
      }),
    );
    await expect(client.send(new DescribeKeyPairsCommand({}))).rejects.toThrow('it was sent');
  });
});

test('every request says who asks, and is sent once whatever the environment says', async () => {
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
  '%s is a list of no pairs, and no answer without one',
  async (list) => {
    await using server = await serve(
      200,
      `<DescribeKeyPairsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId>${list}</DescribeKeyPairsResponse>`,
    );
    const answer = await clientFor(server.url).send(new DescribeKeyPairsCommand({}));
    expect(answer.KeyPairs).toEqual([]);
  },
);

test('a silent peer ends a request: both time-outs are set, and throw', async () => {
  await using server = await serve(200, '<DescribeKeyPairsResponse/>');
  const client = clientFor(server.url);
  await client.send(new DescribeKeyPairsCommand({}));
  const handler: { handle: unknown; httpHandlerConfigs?(): object } = client.config.requestHandler;
  const settings = new Map<string, unknown>(Object.entries(handler.httpHandlerConfigs?.() ?? {}));
  for (const limit of ['connectionTimeout', 'requestTimeout']) {
    expect(settings.get(limit)).toBeGreaterThan(0);
    expect(settings.get(limit)).toBeLessThanOrEqual(20_000);
  }
  expect(settings.get('throwOnRequestTimeout')).toBe(true);
});

describe('the body of an answer', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  test('that stops in the middle counts as no answer, in the time that a request has', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
    const body = new PassThrough();
    const collected = commonSettings.streamCollector(body).catch((error: unknown) => error);
    body.write('<CreateKeyPairResponse>');
    jest.advanceTimersByTime(commonSettings.requestHandler.requestTimeout - 1);
    expect(body.destroyed).toBe(false);
    jest.advanceTimersByTime(1);
    const error = await collected;
    expect(error).toMatchObject({ name: 'TimeoutError' });
    expect(failureOf(error)).toBe('uncertain');
    expect(answerOf(error)).toContain('not complete');
  });

  test('that is cut off is an error, and one that is whole leaves no timer behind', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
    const cut = new PassThrough();
    const collected = commonSettings.streamCollector(cut);
    cut.write('half');
    cut.destroy(new Error('aborted'));
    await expect(collected).rejects.toThrow('aborted');

    const whole = new PassThrough();
    whole.write('a');
    whole.end('b');
    expect(Buffer.from(await commonSettings.streamCollector(whole)).toString()).toBe('ab');
    await finished(whole);
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('an answer to CreateKeyPair that was cut or altered', () => {
  const key = freshRsa();
  const material = key.pem.trimEnd();
  const whole = `<?xml version="1.0"?><CreateKeyPairResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><keyPairId>key-0a</keyPairId><keyName>deploy</keyName><keyFingerprint>aa</keyFingerprint><keyMaterial>${material}</keyMaterial></CreateKeyPairResponse>`;
  const middle = whole.indexOf('<keyMaterial>') + 400;

  test.each([
    ['in the middle of the key', whole.slice(0, middle)],
    ['after the key', whole.slice(0, whole.indexOf('</keyMaterial>'))],
    ['in the closing tag', whole.slice(0, whole.indexOf('</keyMaterial>') + 6)],
    ['to something else', whole.replace('</keyMaterial>', '</keyMatter>')],
    ['with a < in the key', `${whole.slice(0, middle)}<${whole.slice(middle)}`],
    [
      'with a tag in the key',
      `${whole.slice(0, middle)}<${whole.slice(middle, middle + 40).replaceAll('/', '+')}>`,
    ],
    [
      'with </ in the key, which makes a tag of the rest of it',
      `${whole.slice(0, middle)}</${whole.slice(middle)}`,
    ],
    ['to plain text', material],
  ])('%s is no answer, and nothing that is printed of it holds a line of the key', async (_, body) => {
    await using server = await serve(200, body);
    const calls = new Retry({
      total: 1_000,
      base: 0,
      cap: 0,
      signal: new AbortController().signal,
      onThrottled: () => {},
    });
    const keyPairs = new KeyPairs(clientFor(server.url), 'eu-west-1', calls);
    const error = await keyPairs
      .create({ keyName: 'deploy', keyType: 'rsa', tags: [] })
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(failureOf(error)).toBe('uncertain');
    const { message, hint, stack } = explain(error, { action: 'a', doing: 'b', region: 'c' });
    const printed = inspect({ message, hint, stack, name: error instanceof Error ? error.name : '' });
    const lines = material.split('\n').slice(1, -1);
    const pieces = [...lines, material.replaceAll('/', '+').slice(middle - whole.indexOf(material))];
    expect(pieces.filter((piece) => printed.includes(piece.slice(0, 12))).length).toBe(0);
  });
});

test('the SDK’s own idea of CreateKeyPair still lets the key through whole', async () => {
  const { pem } = freshRsa(1024);
  await using server = await serve(
    200,
    `<CreateKeyPairResponse><keyPairId>key-0a</keyPairId><keyMaterial>${pem}</keyMaterial></CreateKeyPairResponse>`,
  );
  const answer = await clientFor(server.url).send(new CreateKeyPairCommand({ KeyName: 'deploy' }));
  expect(answer.KeyMaterial?.trim()).toBe(pem.trim());
});
