import { createPrivateKey } from 'node:crypto';
import { CreateKeyPairCommand, DeleteKeyPairCommand, DescribeKeyPairsCommand } from '@aws-sdk/client-ec2';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type LocalAws, startLocalAws, wrongAnswers, wrongPages } from '../../../../local/aws/server.ts';
import { ec2ClientOf, expectError, failureOf, sendManuallySigned } from './clients.ts';

const statuses = [400, 401, 403, 404, 407, 408, 413, 429, 451, 500, 502, 503, 504];
const pages = Object.keys(wrongPages) as (keyof typeof wrongPages)[];

let aws: LocalAws;
let ec2: ReturnType<typeof ec2ClientOf>;

beforeEach(async () => {
  aws = await startLocalAws();
  ec2 = ec2ClientOf(aws);
});

afterEach(() => aws.close());

function create(KeyName = 'deploy', KeyType: 'rsa' | 'ed25519' = 'ed25519') {
  return ec2.send(new CreateKeyPairCommand({ KeyName, KeyType }));
}

function names(): string[] {
  return aws.keyPairs('eu-west-1').map(({ name }) => name);
}

describe('A page of a device between client and AWS', () => {
  test.each(pages)(
    'has each status, executed or not, and no request ID of AWS in its header: %s',
    async (page) => {
      for (const status of statuses) {
        for (const executed of [true, false]) {
          aws.faults.add({ on: 'CreateKeyPair', effect: { kind: 'wrong-page', executed, status, page } });
          const KeyName = `${status} ${executed}`;
          const error = await failureOf(create(KeyName));
          expect(error?.$metadata).toMatchObject({ httpStatusCode: status, requestId: undefined });
          expect(names().includes(KeyName)).toBe(executed);
        }
      }
      expect(aws.requests).toHaveLength(statuses.length * 2);
    },
  );

  test.each([
    ['empty', /^$/],
    ['nginx', /<hr><center>nginx<\/center>/],
    ['xhtml', /^<\?xml .*<html xmlns=".*<h1>403 Forbidden<\/h1>.*<\/html>$/s],
    [
      'EC2 errors without codes',
      /<Errors><Error><Message>403 Forbidden<\/Message><\/Error><\/Errors><RequestID>/,
    ],
    [
      'EC2 error without a request ID',
      /<Error><Code>UnauthorizedOperation<\/Code><Message>403 Forbidden<\/Message><\/Error><\/Errors><\/Response>$/,
    ],
    ['JSON', /^{"code":"403 Forbidden"/],
    ['S3 error', /<Error><Code>AccessDenied<\/Code>/],
  ] as const)('is what such devices send: %s', async (page, pattern) => {
    aws.faults.add({ on: '*', effect: { kind: 'wrong-page', executed: false, status: 403, page } });
    const parameters = { Action: 'DescribeKeyPairs', Version: '2016-11-15' };
    const { text } = await sendManuallySigned(aws.url, { account: aws.account, parameters });
    expect(text).toMatch(pattern);
  });
});

describe('A request that is delivered twice', () => {
  beforeEach(() => {
    aws.faults.add({ on: '*', effect: { kind: 'execute-twice' } });
  });

  test('creates one key pair, and the response says that the name is taken.', async () => {
    let executions = 0;
    aws.onExecuted(() => {
      executions += 1;
    });
    await expectError(create(), 'InvalidKeyPair.Duplicate', { status: 400 });
    expect(names()).toEqual(['deploy']);
    expect(aws.requests[0]?.executed).toBe(true);
    expect(executions).toBe(2);
  });

  test('deletes a key pair, and the response says that there is none with its ID.', async () => {
    const [pair] = await aws.seedKeyPairs('eu-west-1', [{ keyName: 'deploy' }]);
    const call = ec2.send(new DeleteKeyPairCommand({ KeyPairId: pair?.id }));
    await expectError(call, 'InvalidKeyPair.NotFound');
    expect(names()).toEqual([]);
  });
});

describe('A request whose connection was reset', () => {
  test('is executed when a promise is fulfilled, and not before.', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    aws.faults.add({ on: 'CreateKeyPair', effect: { kind: 'drop-then-execute', late: promise } });
    expect((await failureOf(create()))?.message).toMatch('read ECONNRESET');
    for (let round = 0; round < 5; round += 1) await ec2.send(new DescribeKeyPairsCommand({}));
    expect(names()).toEqual([]);
    resolve();
    await aws.settled();
    expect(names()).toEqual(['deploy']);
    expect(aws.requests[0]).toMatchObject({ executed: true, outcome: { kind: 'dropped' } });
  });

  test('is executed after a time.', async () => {
    aws.faults.add({ on: 'CreateKeyPair', effect: { kind: 'drop-then-execute', late: 1 } });
    await failureOf(create());
    await aws.settled();
    expect(names()).toEqual(['deploy']);
  });

  test.each([60_000, new Promise<never>(() => undefined)])(
    'is not executed when the endpoint closes.',
    async (late) => {
      aws.faults.add({ on: 'CreateKeyPair', effect: { kind: 'drop-then-execute', late } });
      await failureOf(create());
      await aws.close();
      expect(names()).toEqual([]);
      aws = await startLocalAws();
    },
  );

  test('finds the name taken if the client has created the key pair again in the meantime.', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    aws.faults.add({ on: 'CreateKeyPair', effect: { kind: 'drop-then-execute', late: promise } });
    await failureOf(create());
    const { KeyPairId } = await create();
    resolve();
    await aws.settled();
    expect(aws.keyPairs('eu-west-1').map(({ id }) => id)).toEqual([KeyPairId]);
    expect(aws.requests[0]?.executed).toBe(false);
  });
});

describe('A response that is changed on its way', () => {
  async function altered(answer: keyof typeof wrongAnswers) {
    const alter = wrongAnswers[answer];
    aws.faults.add({ on: 'CreateKeyPair', effect: { kind: 'execute-then-alter', alter } });
    const response = await create('deploy');
    const [pair] = aws.keyPairs('eu-west-1');
    return { response, pair };
  }

  test.each([
    ['another ID', 'KeyPairId', /^key-0[0-9a-f]{16}$/, 'id'],
    ['a malformed ID', 'KeyPairId', /^key-\.\.\/deploy$/, 'id'],
    ['another name', 'KeyName', /^deploy-2$/, 'name'],
    ['another fingerprint', 'KeyFingerprint', /^=/, 'fingerprint'],
  ] as const)('contains %s, and is otherwise the same.', async (answer, field, pattern, stored) => {
    const { response, pair } = await altered(answer);
    expect(response[field]).toMatch(pattern);
    expect(response[field]).not.toBe(pair?.[stored]);
    const { KeyPairId, KeyName, KeyFingerprint } = response;
    const same = { KeyPairId: pair?.id, KeyName: pair?.name, KeyFingerprint: pair?.fingerprint };
    expect({ KeyPairId, KeyName, KeyFingerprint, [field]: '' }).toEqual({ ...same, [field]: '' });
  });

  test.each(['rsa', 'ed25519'] as const)(
    'contains another private key of the same type: %s',
    async (type) => {
      const alter = wrongAnswers['another private key'];
      const { KeyMaterial: first = '' } = await create('first', type);
      aws.faults.add({ on: 'CreateKeyPair', effect: { kind: 'execute-then-alter', alter } });
      const { KeyMaterial: second = '' } = await create('second', type);
      expect(second.split('\n')[0]).toBe(first.split('\n')[0]);
      expect(second.split('\n').length).toBe(first.split('\n').length);
      if (type === 'rsa') expect(createPrivateKey(second).asymmetricKeyType).toBe('rsa');
      expect(second).not.toContain('\r');
    },
  );

  test('is larger than 2 MB, and still one that a client can read.', async () => {
    const { response, pair } = await altered('a huge body');
    expect(response.KeyPairId).toBe(pair?.id);
    const alter = wrongAnswers['a huge body'];
    aws.faults.add({ on: 'CreateKeyPair', effect: { kind: 'execute-then-alter', alter } });
    const parameters = { Action: 'CreateKeyPair', Version: '2016-11-15', KeyName: 'x', KeyType: 'ed25519' };
    const { text } = await sendManuallySigned(aws.url, { account: aws.account, parameters });
    expect(text.length).toBeGreaterThan(2 * 1024 * 1024);
  });

  test('stays as it is if it is an error.', async () => {
    await create('deploy');
    const alter = wrongAnswers['another ID'];
    aws.faults.add({ on: 'CreateKeyPair', effect: { kind: 'execute-then-alter', alter } });
    await expectError(create('deploy'), 'InvalidKeyPair.Duplicate');
  });
});
