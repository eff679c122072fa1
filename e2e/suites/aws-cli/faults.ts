import assert from 'node:assert/strict';
import type { Effect } from '../../../local/aws/server.ts';
import { type Endpoint, keyNames, outcomesOf, region } from './endpoints.ts';

/** Faults, and what the AWS CLI does by itself. */
export async function checkFaults(endpoint: Endpoint): Promise<void> {
  await endpoint.aws.seedKeyPairs(region, [{ keyName: 'there' }]);
  await checkThrottling(endpoint);
  await checkRetries(endpoint);
  await checkLostResponse(endpoint);
  await checkQuota(endpoint);
  await checkTagsInUse(endpoint);
}

async function checkThrottling({ site, aws, cli }: Endpoint): Promise<void> {
  const throttled: readonly [operation: string, code: string, args: readonly string[]][] = [
    ['DescribeKeyPairs', 'RequestLimitExceeded', ['ec2', 'describe-key-pairs']],
    ['GetCallerIdentity', 'Throttling', ['sts', 'get-caller-identity']],
  ];
  for (const [operation, code, args] of throttled) {
    await site.check(
      `throttled ${operation} fails with ${code}, and the AWS CLI succeeds when it retries`,
      async () => {
        aws.faults.add({ on: operation, times: 2, effect: { kind: 'throttle' } });
        const once = cli.with({ AWS_MAX_ATTEMPTS: '1' });
        assert.equal((await once.awsError(...args)).code, code);
        await cli.text(...args);
        assert.deepEqual(outcomesOf(aws, operation), [code, code, 200]);
      },
    );
  }
}

async function checkRetries({ site, aws, cli }: Endpoint): Promise<void> {
  const faults: readonly [sentence: string, effect: Effect, outcome: unknown][] = [
    ['a server error', { kind: 'error', code: 'InternalError', status: 500 }, 'InternalError'],
    ['an unavailable server', { kind: 'error', code: 'Unavailable', status: 503 }, 'Unavailable'],
    ['a connection reset', { kind: 'drop' }, 'dropped'],
    ["a proxy's page", { kind: 'proxy-page', executed: false }, 502],
  ];
  for (const [sentence, effect, outcome] of faults) {
    await site.check(`the AWS CLI retries after ${sentence}, and succeeds`, async () => {
      const before = outcomesOf(aws, 'DescribeKeyPairs').length;
      aws.faults.add({ on: 'DescribeKeyPairs', effect });
      assert.deepEqual(await keyNames(cli), ['there']);
      assert.deepEqual(outcomesOf(aws, 'DescribeKeyPairs').slice(before), [outcome, 200]);
    });
  }
}

async function checkLostResponse({ site, aws, cli }: Endpoint): Promise<void> {
  await site.check(
    'after a lost response to create-key-pair, the retry fails with InvalidKeyPair.Duplicate',
    async () => {
      aws.faults.add({ on: 'CreateKeyPair', effect: { kind: 'execute-then-drop' } });
      const create = ['ec2', 'create-key-pair', '--key-name', 'lost', '--key-type', 'ed25519'];
      assert.equal((await cli.awsError(...create)).code, 'InvalidKeyPair.Duplicate');
      assert.deepEqual(outcomesOf(aws, 'CreateKeyPair'), ['dropped', 'InvalidKeyPair.Duplicate']);
      assert.deepEqual(await keyNames(cli), ['there', 'lost']);
    },
  );

  await site.check('the AWS CLI fails for a response that is cut off', async () => {
    aws.faults.add({
      on: 'DescribeKeyPairs',
      times: Number.POSITIVE_INFINITY,
      effect: { kind: 'execute-then-cut' },
    });
    const { status, stdout } = await cli
      .with({ AWS_MAX_ATTEMPTS: '1' })
      .run(['ec2', 'describe-key-pairs', '--key-names', 'there']);
    assert.notEqual(status, 0);
    assert.equal(stdout, '');
    aws.faults.clear();
  });
}

async function checkQuota({ site, aws, cli }: Endpoint): Promise<void> {
  await site.check('create-key-pair beyond the quota fails with KeyPairLimitExceeded', async () => {
    aws.faults.keyPairQuota = aws.keyPairs(region).length;
    const create = ['ec2', 'create-key-pair', '--key-name', 'one-more', '--key-type', 'ed25519'];
    assert.deepEqual(await cli.awsError(...create), {
      code: 'KeyPairLimitExceeded',
      message: `Maximum of ${aws.faults.keyPairQuota} keypairs reached.`,
    });
    await cli.text('ec2', 'delete-key-pair', '--key-name', 'lost');
    await cli.text(...create);
    assert.deepEqual(await keyNames(cli), ['there', 'one-more']);
  });
}

async function checkTagsInUse({ site, aws, cli }: Endpoint): Promise<void> {
  await site.check('create-tags fails with ConcurrentTagAccess while others change the tags', async () => {
    const [{ id } = { id: '' }] = aws.keyPairs(region);
    const change = (value: string) => [
      'ec2',
      'create-tags',
      '--resources',
      id,
      '--tags',
      `Key=team,Value=${value}`,
    ];
    const [arrived, answered] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    aws.faults.tagChangesTake = answered.promise;
    const stop = aws.onRequest(() => arrived.resolve());
    const first = cli.text(...change('red'));
    await Promise.race([arrived.promise, first]);
    stop();
    const second = cli.with({ AWS_MAX_ATTEMPTS: '1' }).awsError(...change('blue'));
    const [{ code }] = await Promise.all([second.finally(answered.resolve), first]);
    aws.faults.clear();
    assert.equal(code, 'ConcurrentTagAccess');
    assert.deepEqual(outcomesOf(aws, 'CreateTags'), [200, 'ConcurrentTagAccess']);
  });
}
