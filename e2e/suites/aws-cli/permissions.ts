import assert from 'node:assert/strict';
import { type Calls, plainCalls } from './calls.ts';
import { type Endpoint, region } from './endpoints.ts';

/** Every call: as a dry run, denied, and allowed. */
export async function checkPermissions(endpoint: Endpoint): Promise<void> {
  const calls = await plainCalls(endpoint);
  await checkDryRuns(endpoint, calls);
  await checkDenials(endpoint, calls);
  await checkAllowed(endpoint, calls);
}

async function checkDryRuns({ site, aws, cli }: Endpoint, calls: Calls): Promise<void> {
  for (const [operation, args] of Object.entries(calls).filter(([, [service]]) => service === 'ec2')) {
    await site.check(`${operation} with --dry-run causes DryRunOperation, and changes nothing`, async () => {
      const before = aws.keyPairs(region);
      assert.deepEqual(await cli.awsError(...args, '--dry-run'), {
        code: 'DryRunOperation',
        message: 'Request would have succeeded, but DryRun flag is set.',
      });
      const { operation: asked, dryRun, executed } = aws.requests.at(-1) ?? {};
      assert.deepEqual({ asked, dryRun, executed }, { asked: operation, dryRun: true, executed: false });
      assert.deepEqual(aws.keyPairs(region), before);
    });
  }
}

/** All except GetCallerIdentity, which needs no permission. */
async function checkDenials({ site, aws, cli }: Endpoint, calls: Calls): Promise<void> {
  const { GetCallerIdentity: _always, ...deniable } = calls;
  for (const [operation, args] of Object.entries(deniable)) {
    await site.check(
      `denied ${operation} fails with UnauthorizedOperation, and names the permission`,
      async () => {
        const before = aws.keyPairs(region);
        aws.faults.add({ on: operation, times: 1, effect: { kind: 'deny' } });
        const { code, message } = await cli.awsError(...args);
        assert.equal(code, 'UnauthorizedOperation');
        assert.match(message, new RegExp(`not authorized to perform: ec2:${operation} `));
        assert.match(message, /User: arn:aws:iam::\d{12}:user\//);
        assert.deepEqual(aws.keyPairs(region), before);
      },
    );
  }

  await site.check('a denied call fails with UnauthorizedOperation, even as a dry run', async () => {
    const remove = aws.faults.add({ on: 'CreateKeyPair', times: 2, effect: { kind: 'deny' } });
    for (const more of [[], ['--dry-run']]) {
      const { code } = await cli.awsError('ec2', 'create-key-pair', '--key-name', 'x', ...more);
      assert.equal(code, 'UnauthorizedOperation');
    }
    remove();
  });

  await site.check('a call with tags also needs ec2:CreateTags', async () => {
    const remove = aws.faults.add({
      on: 'CreateTags',
      times: Number.POSITIVE_INFINITY,
      effect: { kind: 'deny' },
    });
    const tags = ['--tag-specifications', 'ResourceType=key-pair,Tags=[{Key=a,Value=b}]'];
    const { code, message } = await cli.awsError('ec2', 'create-key-pair', '--key-name', 'tagged', ...tags);
    assert.equal(code, 'UnauthorizedOperation');
    assert.match(message, /not authorized to perform: ec2:CreateTags /);
    await cli.text('ec2', 'create-key-pair', '--key-name', 'untagged', '--key-type', 'ed25519');
    remove();
  });
}

async function checkAllowed({ site, aws, cli }: Endpoint, calls: Calls): Promise<void> {
  await site.check('each of these calls succeeds if it is allowed', async () => {
    for (const [operation, args] of Object.entries(calls)) {
      await cli.text(...args);
      const { operation: asked, executed } = aws.requests.at(-1) ?? {};
      assert.deepEqual({ asked, executed }, { asked: operation, executed: true });
    }
  });
}
