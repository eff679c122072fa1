import { CreateKeyPairCommand, DeleteKeyPairCommand, DescribeKeyPairsCommand } from '@aws-sdk/client-ec2';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Effect, type LocalAws, startLocalAws } from '../../../../local/aws/server.ts';
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

describe('Without executing the request,', () => {
  test.each<[string, Effect, string, number]>([
    ['an error of the service', { kind: 'error', code: 'Unavailable', status: 503 }, 'Unavailable', 503],
    ['an internal error', { kind: 'error', code: 'InternalError', status: 500 }, 'InternalError', 500],
    ['a throttling error', { kind: 'throttle' }, 'RequestLimitExceeded', 503],
    ['an authorization error', { kind: 'deny' }, 'UnauthorizedOperation', 403],
    ['an error for expired credentials', { kind: 'expired-credentials' }, 'RequestExpired', 400],
  ])('%s is the response.', async (_what, effect, code, status) => {
    aws.faults.add({ on: 'CreateKeyPair', effect: effect });
    await expectError(create(), code, { status });
    expect(names()).toEqual([]);
    expect(aws.requests[0]).toMatchObject({
      executed: false,
      outcome: { kind: 'answered', status, error: code },
    });
  });

  test('the connection is reset.', async () => {
    aws.faults.add({ on: 'CreateKeyPair', effect: { kind: 'drop' } });
    expect((await failureOf(create()))?.message).toMatch('read ECONNRESET');
    expect(names()).toEqual([]);
    expect(aws.requests[0]?.outcome).toEqual({ kind: 'dropped' });
  });

  test('no response is sent.', async () => {
    aws.faults.add({ on: 'CreateKeyPair', effect: { kind: 'silence' } });
    const controller = new AbortController();
    const call = failureOf(create('deploy', controller.signal));
    await next('onRequest');
    controller.abort();
    expect((await call)?.name).toBe('AbortError');
    expect(names()).toEqual([]);
    expect(aws.requests[0]?.outcome).toEqual({ kind: 'silent' });
  });
});

describe('After executing the request,', () => {
  test('the connection is reset.', async () => {
    aws.faults.add({ on: 'CreateKeyPair', effect: { kind: 'execute-then-drop' } });
    expect((await failureOf(create()))?.message).toMatch('read ECONNRESET');
    expect(names()).toEqual(['deploy']);
    expect(aws.requests[0]).toMatchObject({ executed: true, outcome: { kind: 'dropped' } });
  });

  test.each<Effect>([{ kind: 'execute-then-cut' }, { kind: 'execute-then-cut', bytes: 0 }])(
    'the response is cut off (%j).',
    async (effect) => {
      aws.faults.add({ on: 'CreateKeyPair', effect });
      expect((await failureOf(create()))?.message).toMatch('aborted');
      expect(names()).toEqual(['deploy']);
      expect(aws.requests[0]).toMatchObject({ executed: true, outcome: { kind: 'cut', status: 200 } });
    },
  );

  test('another response is sent.', async () => {
    const effect: Effect = { kind: 'execute-then-error', code: 'Unavailable', status: 503 };
    aws.faults.add({ on: 'CreateKeyPair', effect });
    await expectError(create(), 'Unavailable', { status: 503 });
    expect(names()).toEqual(['deploy']);
    expect(aws.requests[0]).toMatchObject({ executed: true, outcome: { error: 'Unavailable' } });
  });

  test.each([
    ['no response is sent', 'execute-then-silence', 'socket hang up'],
    ['only half of the response is sent', 'execute-then-stall', 'aborted'],
  ] as const)('%s until the endpoint closes.', async (_, kind, message) => {
    aws.faults.add({ on: 'CreateKeyPair', effect: { kind } });
    const executed = next('onExecuted');
    const call = failureOf(create());
    await executed;
    expect(await namesShown()).toEqual(['deploy']);
    expect(aws.requests[0]).toMatchObject({ executed: true, outcome: { kind: 'silent' } });
    await aws.close();
    expect((await call)?.message).toMatch(message);
    aws = await startLocalAws();
  });

  test.each([true, false])('a proxy responds with its own page (executed: %s).', async (executed) => {
    aws.faults.add({ on: 'CreateKeyPair', effect: { kind: 'proxy-page', executed } });
    const error = await failureOf(create());
    expect(error?.$metadata).toMatchObject({ httpStatusCode: 502, requestId: undefined });
    expect(names()).toEqual(executed ? ['deploy'] : []);
  });
});

test('A request can be executed after its client has disconnected, and not before.', async () => {
  aws.faults.add({ on: 'CreateKeyPair', effect: { kind: 'execute-after-disconnect', ms: 0 } });
  const controller = new AbortController();
  const arrived = next('onRequest');
  const call = failureOf(create('deploy', controller.signal));
  await arrived;
  for (let round = 0; round < 5; round += 1) expect(await namesShown()).toEqual([]);
  const executed = next('onExecuted');
  controller.abort();
  await executed;
  expect((await call)?.name).toBe('AbortError');
  expect(names()).toEqual(['deploy']);
});

test('A request that waits for its client to disconnect is not executed when the endpoint closes.', async () => {
  aws.faults.add({ on: 'CreateKeyPair', effect: { kind: 'execute-after-disconnect', ms: 60_000 } });
  const call = failureOf(create());
  await next('onRequest');
  await aws.close();
  await call;
  expect(names()).toEqual([]);
});

test('A delayed response is the normal one.', async () => {
  aws.faults.add({ on: 'CreateKeyPair', effect: { kind: 'delay', ms: 5 } });
  expect((await create()).KeyName).toBe('deploy');
});

describe('A rule', () => {
  test('applies to its number of requests, after those that it skips, in its Region.', async () => {
    const effect: Effect = { kind: 'throttle' };
    aws.faults.add({ on: 'CreateKeyPair', region: 'eu-west-1', after: 1, times: 2, effect });
    await ec2ClientOf(aws, { region: 'us-east-2' }).send(new CreateKeyPairCommand({ KeyName: 'x' }));
    await ec2.send(new DescribeKeyPairsCommand({}));
    await create('passes');
    await expectError(create('fails'), 'RequestLimitExceeded');
    await expectError(create('fails'), 'RequestLimitExceeded');
    await create('passes again');
    expect(names()).toEqual(['passes', 'passes again']);
  });

  test('can depend on the request.', async () => {
    aws.faults.add({
      on: '*',
      when: ({ params: { KeyName } }) => KeyName === 'b',
      effect: { kind: 'throttle' },
    });
    await create('a');
    await expectError(create('b'), 'RequestLimitExceeded');
  });

  test('is used before one that was added later.', async () => {
    aws.faults.add({ on: 'CreateKeyPair', effect: { kind: 'throttle' } });
    aws.faults.add({ on: '*', effect: { kind: 'error', code: 'InternalError', status: 500 } });
    await expectError(create(), 'RequestLimitExceeded');
    await expectError(create(), 'InternalError');
  });

  test('can be removed, alone or together with all others.', async () => {
    const remove = aws.faults.add({
      on: '*',
      times: Number.POSITIVE_INFINITY,
      effect: { kind: 'throttle' },
    });
    await expectError(create(), 'RequestLimitExceeded');
    remove();
    await create('a');
    aws.faults.add({ on: '*', effect: { kind: 'throttle' } });
    aws.faults.staleReads = 1;
    aws.faults.clear();
    await create('b');
    expect(await namesShown()).toEqual(['a', 'b']);
  });
});

describe('A denial', () => {
  test('contains the caller, the action, the resource, and an encoded message, and applies to dry runs.', async () => {
    aws.faults.add({ on: 'DeleteKeyPair', times: 2, effect: { kind: 'deny' } });
    const error = await failureOf(ec2.send(new DeleteKeyPairCommand({ KeyName: 'deploy' })));
    expect(error?.message).toMatch(
      /User: arn:aws:iam::123456789012:user\/local is not authorized to perform: ec2:DeleteKeyPair on resource: arn:aws:ec2:eu-west-1:123456789012:key-pair\/deploy .* Encoded authorization failure message: [\w-]{400,}$/,
    );
    const dry = ec2.send(new DeleteKeyPairCommand({ KeyName: 'deploy', DryRun: true }));
    await expectError(dry, 'UnauthorizedOperation', { status: 403 });
  });

  test('of CreateTags fails a create call with tags, but not one without.', async () => {
    aws.faults.add({ on: 'CreateTags', effect: { kind: 'deny' } });
    await create('untagged');
    const TagSpecifications = [{ ResourceType: 'key-pair' as const, Tags: [{ Key: 'a', Value: 'b' }] }];
    const error = await failureOf(
      ec2.send(new CreateKeyPairCommand({ KeyName: 'tagged', TagSpecifications })),
    );
    expect(error?.name).toBe('UnauthorizedOperation');
    expect(error?.message).toContain('not authorized to perform: ec2:CreateTags on resource');
    expect(names()).toEqual(['untagged']);
  });
});

test('While connections are refused, no request arrives, and afterwards the endpoint has its key pairs.', async () => {
  await create();
  const accepted = aws.refuseConnections(1_000);
  const refused = ec2ClientOf(aws).send(new DescribeKeyPairsCommand({}));
  expect((await failureOf(refused))?.message).toMatch('ECONNREFUSED');
  await accepted;
  expect(await namesShown()).toEqual(['deploy']);
});
