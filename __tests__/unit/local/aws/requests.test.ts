import { CreateKeyPairCommand, DeleteKeyPairCommand, DescribeKeyPairsCommand } from '@aws-sdk/client-ec2';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type LocalAws, startLocalAws } from '../../../../local/aws/server.ts';
import { ec2ClientOf, expectError, failureOf } from './clients.ts';

let aws: LocalAws;
let ec2: ReturnType<typeof ec2ClientOf>;

beforeEach(async () => {
  aws = await startLocalAws();
  ec2 = ec2ClientOf(aws);
});

afterEach(() => aws.close());

function create(KeyName = 'deploy', signal?: AbortSignal) {
  const command = new CreateKeyPairCommand({ KeyName, KeyType: 'ed25519' });
  return ec2.send(command, signal === undefined ? {} : { abortSignal: signal });
}

function names(region = 'eu-west-1'): string[] {
  return aws.keyPairs(region).map(({ name }) => name);
}

async function namesShown(): Promise<(string | undefined)[]> {
  const { KeyPairs = [] } = await ec2.send(new DescribeKeyPairsCommand({}));
  return KeyPairs.map(({ KeyName }) => KeyName);
}

/** Resolves when the next request reaches this point. */
function next(hook: 'onRequest' | 'onExecuted'): Promise<void> {
  return new Promise((resolve) => {
    const off = aws[hook](() => {
      off();
      resolve();
    });
  });
}

describe('Stale reads', () => {
  test('return the state before the last write, as often as configured.', async () => {
    await create('old');
    aws.faults.staleReads = 2;
    await create('new');
    expect([await namesShown(), await namesShown(), await namesShown()]).toEqual([
      ['old'],
      ['old'],
      ['old', 'new'],
    ]);
    await ec2.send(new DeleteKeyPairCommand({ KeyName: 'old' }));
    expect([await namesShown(), await namesShown(), await namesShown()]).toEqual([
      ['old', 'new'],
      ['old', 'new'],
      ['new'],
    ]);
  });

  test('hide a new key pair from a lookup by name.', async () => {
    aws.faults.staleReads = 1;
    await create('new');
    const ask = () => ec2.send(new DescribeKeyPairsCommand({ KeyNames: ['new'] }));
    await expectError(ask(), 'InvalidKeyPair.NotFound');
    expect((await ask()).KeyPairs).toHaveLength(1);
  });
});

describe('Listeners', () => {
  test('are called before and after a request is executed, and are awaited.', async () => {
    const seen: string[] = [];
    const record = (point: string) => async () => {
      seen.push(`${point} begins, pairs: ${names().length}`);
      await new Promise((resolve) => setImmediate(resolve));
      seen.push(`${point} ends`);
    };
    aws.onRequest(record('arrival'));
    aws.onExecuted(record('execution'));
    await create();
    expect(seen).toEqual([
      'arrival begins, pairs: 0',
      'arrival ends',
      'execution begins, pairs: 1',
      'execution ends',
    ]);
  });

  test('can add a fault for the request they are called for.', async () => {
    aws.onRequest(() => {
      aws.faults.add({ on: 'CreateKeyPair', effect: { kind: 'throttle' } });
    });
    await expectError(create(), 'RequestLimitExceeded');
  });

  test('that never end do not keep the endpoint open.', async () => {
    const arrived = next('onRequest');
    aws.onRequest(() => new Promise(() => {}));
    const call = failureOf(create());
    await arrived;
    await aws.close();
    await call;
    expect(names()).toEqual([]);
  });

  test('that fail make close() fail.', async () => {
    const broken = await startLocalAws();
    broken.onRequest(() => {
      throw new Error('the test is wrong');
    });
    await failureOf(ec2ClientOf(broken).send(new DescribeKeyPairsCommand({})));
    await expect(broken.close()).rejects.toThrow(AggregateError);
  });

  test('can be removed.', async () => {
    const seen: string[] = [];
    const off = aws.onRequest(({ operation }) => void seen.push(operation));
    await create();
    off();
    await namesShown();
    expect(seen).toEqual(['CreateKeyPair']);
  });
});

test('The log contains the requests in order, with their parameters and outcomes.', async () => {
  await create();
  await failureOf(create());
  expect(aws.requests).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      service: 'ec2',
      operation: 'CreateKeyPair',
      region: 'eu-west-1',
      accountId: '123456789012',
      params: { KeyName: 'deploy', KeyType: 'ed25519' },
      alsoNeeds: [],
      userAgent: expect.stringContaining('aws-sdk-js/'),
      dryRun: false,
      executed: true,
      outcome: { kind: 'answered', status: 200 },
    },
    expect.objectContaining({
      executed: false,
      outcome: { kind: 'answered', status: 400, error: 'InvalidKeyPair.Duplicate' },
    }),
  ]);
});
