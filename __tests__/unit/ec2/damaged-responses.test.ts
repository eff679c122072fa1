import { inspect } from 'node:util';
import { CreateKeyPairCommand } from '@aws-sdk/client-ec2';
import { afterEach, describe, expect, test } from '@jest/globals';
import { clientSettings, guardedClient } from '../../../src/aws/client.ts';
import { failureOf } from '../../../src/aws/errors.ts';
import { Retry } from '../../../src/aws/retry.ts';
import { KeyPairs } from '../../../src/ec2/key-pairs.ts';
import { KeyPairError } from '../../../src/errors.ts';
import { FakeEc2 } from '../../lib/fake-ec2.ts';
import { freshRsa } from '../../lib/keys.ts';
import { clientFor, serve, setEndpoint } from '../aws/endpoint.ts';

const before = { ...process.env };

afterEach(() => {
  process.env = { ...before };
});

/** EC2's calls, sent over HTTP to this endpoint. */
function keyPairsAt(endpoint: string): KeyPairs {
  setEndpoint(endpoint);
  const region = 'eu-west-1';
  const signal = new AbortController().signal;
  return new KeyPairs({
    region,
    retry: new Retry({
      total: 1_000,
      base: 0,
      cap: 0,
      lookFor: 30,
      searchFor: 60,
      signal,
      insistFor: 1_000,
      onRetry: async () => {},
    }),
    client: (Client) => guardedClient(Client, { ...clientSettings, region }),
  });
}

describe('a response to CreateKeyPair', () => {
  const material = freshRsa().pem.trimEnd();
  const complete = `<?xml version="1.0"?><CreateKeyPairResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><keyPairId>key-0a</keyPairId><keyName>deploy</keyName><keyFingerprint>aa</keyFingerprint><keyMaterial>${material}</keyMaterial></CreateKeyPairResponse>`;
  const middle = complete.indexOf('<keyMaterial>') + 400;

  test.each<[what: string, body: string]>([
    ['was cut off in the middle of the key', complete.slice(0, middle)],
    ['was cut off after the key', complete.slice(0, complete.indexOf('</keyMaterial>'))],
    ['was cut off in the closing tag', complete.slice(0, complete.indexOf('</keyMaterial>') + 6)],
    ['has another closing tag', complete.replace('</keyMaterial>', '</keyMatter>')],
    ['has a < in the key', `${complete.slice(0, middle)}<${complete.slice(middle)}`],
    [
      'has a tag in the key',
      `${complete.slice(0, middle)}<${complete.slice(middle, middle + 40).replaceAll('/', '+')}>`,
    ],
    [
      'has a </ in the key, which turns the rest of it into a tag',
      `${complete.slice(0, middle)}</${complete.slice(middle)}`,
    ],
    ['is plain text', material],
  ])('that %s counts as none, and no line of the key is printed.', async (_, body) => {
    await using server = await serve(200, body);
    const error = await keyPairsAt(server.url)
      .create({ keyName: 'deploy', keyType: 'rsa', keyFormat: 'pem', tags: [] })
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(KeyPairError);
    expect(error).toMatchObject({
      code: 'NO_ANSWER',
      message: expect.stringMatching(/^Could not create key pair "deploy" in eu-west-1: /),
    });
    expect(failureOf(error)).toBe('uncertain');
    const printed = inspect(error, { depth: 9, showHidden: true });
    const lines = material.split('\n').slice(1, -1);
    const pieces = [...lines, material.replaceAll('/', '+').slice(middle - complete.indexOf(material))];
    expect(pieces.filter((piece) => printed.includes(piece.slice(0, 12))).length).toBe(0);
  });
});

test('An error that quotes the response to CreateKeyPair is not even kept as a cause.', async () => {
  const { pem } = freshRsa(1024);
  const [, line = ''] = pem.split('\n');
  const ec2 = new FakeEc2();
  ec2.faults.create.push({ afterwards: new SyntaxError(`char '<' is not expected in ${pem}`) });
  const error = await ec2
    .keyPairs()
    .create({ keyName: 'deploy', keyType: 'rsa', keyFormat: 'pem', tags: [] })
    .catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'NO_ANSWER', message: expect.stringContaining('unreadable') });
  expect(inspect(error, { depth: 9, showHidden: true }).includes(line)).toBe(false);
});

test('The SDK passes the private key on unchanged.', async () => {
  const { pem } = freshRsa(1024);
  await using server = await serve(
    200,
    `<CreateKeyPairResponse><keyPairId>key-0a</keyPairId><keyMaterial>${pem}</keyMaterial></CreateKeyPairResponse>`,
  );
  const response = await clientFor(server.url).send(new CreateKeyPairCommand({ KeyName: 'deploy' }));
  expect(response.KeyMaterial?.trim()).toBe(pem.trim());
});
