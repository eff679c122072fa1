import assert from 'node:assert/strict';
import { type Endpoint, region } from './endpoints.ts';
import { checkStoreErrors } from './store-errors.ts';

const tag = 'Key=team,Value=a b';

/** Parameter Store and Secrets Manager: what they keep, and which permissions they ask for. */
export async function checkStores(endpoint: Endpoint): Promise<void> {
  await checkParameters(endpoint);
  await checkSecrets(endpoint);
  await checkDenials(endpoint);
  await checkStoreErrors(endpoint);
}

async function checkParameters({ site, aws, cli }: Endpoint): Promise<void> {
  const name = ['--name', '/ec2/keypair/a'];
  await site.check('put-parameter keeps a SecureString with its tags', async () => {
    const put = ['ssm', 'put-parameter', ...name, '--type', 'SecureString', '--value', 'first'];
    assert.deepEqual(await cli.json(...put, '--tags', tag), { Version: 1, Tier: 'Standard' });
    const get = [
      'ssm',
      'get-parameter',
      '--with-decryption',
      '--query',
      'Parameter.Value',
      '--output',
      'text',
    ];
    assert.equal(await cli.text(...get, ...name), 'first');
    assert.equal(await cli.text(...get, '--name', '/ec2/keypair/a:1'), 'first');
    const tags = ['--resource-type', 'Parameter', '--resource-id', '/ec2/keypair/a'];
    assert.deepEqual(await cli.json('ssm', 'list-tags-for-resource', ...tags), {
      TagList: [{ Key: 'team', Value: 'a b' }],
    });
  });

  await site.check('put-parameter --overwrite writes another version', async () => {
    const put = ['ssm', 'put-parameter', ...name, '--value', 'second', '--overwrite'];
    assert.deepEqual(await cli.json(...put, '--key-id', 'alias/local'), { Version: 2, Tier: 'Standard' });
  });

  await site.check(
    'add-tags-to-resource replaces a tag, and get-parameter-history shows all versions',
    async () => {
      const which = ['--resource-type', 'Parameter', '--resource-id', '/ec2/keypair/a'];
      await cli.text('ssm', 'add-tags-to-resource', ...which, '--tags', 'Key=team,Value=c');
      assert.deepEqual(await cli.json('ssm', 'list-tags-for-resource', ...which), {
        TagList: [{ Key: 'team', Value: 'c' }],
      });
      const query = ['--query', 'Parameters[].[Version,Value,KeyId]'];
      const history = await cli.json('ssm', 'get-parameter-history', ...name, '--with-decryption', ...query);
      assert.deepEqual(history, [
        [1, 'first', 'alias/aws/ssm'],
        [2, 'second', 'alias/local'],
      ]);
    },
  );

  await site.check('delete-parameter deletes it', async () => {
    await cli.text('ssm', 'delete-parameter', ...name);
    assert.deepEqual(aws.parameters(region), []);
  });
}

async function checkSecrets({ site, aws, cli }: Endpoint): Promise<void> {
  const which = ['--secret-id', 'a/private'];
  await site.check('create-secret keeps a value with its tags', async () => {
    const create = ['secretsmanager', 'create-secret', '--name', 'a/private', '--secret-string', 'first'];
    await cli.text(...create, '--tags', tag, '--kms-key-id', 'alias/local');
    const value = ['--query', 'SecretString', '--output', 'text'];
    assert.equal(await cli.text('secretsmanager', 'get-secret-value', ...which, ...value), 'first');
    const described = ['secretsmanager', 'describe-secret', ...which, '--query', 'Tags'];
    assert.deepEqual(await cli.json(...described), [{ Key: 'team', Value: 'a b' }]);
  });

  await site.check('put-secret-value writes another version, and tag-resource replaces a tag', async () => {
    await cli.text('secretsmanager', 'put-secret-value', ...which, '--secret-string', 'second');
    await cli.text('secretsmanager', 'tag-resource', ...which, '--tags', 'Key=team,Value=c');
    const value = ['--query', 'SecretString', '--output', 'text'];
    const get = ['secretsmanager', 'get-secret-value', ...which, ...value];
    assert.equal(await cli.text(...get), 'second');
    assert.equal(await cli.text(...get, '--version-stage', 'AWSPREVIOUS'), 'first');
    const described = ['secretsmanager', 'describe-secret', ...which, '--query', 'Tags'];
    assert.deepEqual(await cli.json(...described), [{ Key: 'team', Value: 'c' }]);
  });

  await site.check('delete-secret keeps the name until the window ends, or deletes at once', async () => {
    await cli.text('secretsmanager', 'delete-secret', ...which, '--recovery-window-in-days', '7');
    const { code, message } = await cli.awsError(
      ...['secretsmanager', 'create-secret', '--name', 'a/private', '--secret-string', 'second'],
    );
    assert.equal(code, 'InvalidRequestException');
    assert.match(message, /already scheduled for deletion/);
    await cli.text('secretsmanager', 'delete-secret', ...which, '--force-delete-without-recovery');
    assert.deepEqual(aws.secrets(region), []);
  });
}

/** Commands, by the permission that they need. */
const commands: Readonly<Record<string, readonly string[]>> = {
  'ssm:PutParameter': ['ssm', 'put-parameter', '--name', '/x', '--value', 'x', '--type', 'SecureString'],
  'ssm:AddTagsToResource': [
    ...['ssm', 'put-parameter', '--name', '/x', '--value', 'x', '--type', 'SecureString', '--tags', tag],
  ],
  'ssm:GetParameter': ['ssm', 'get-parameter', '--name', '/x'],
  'ssm:DeleteParameter': ['ssm', 'delete-parameter', '--name', '/x'],
  'ssm:ListTagsForResource': [
    ...['ssm', 'list-tags-for-resource', '--resource-type', 'Parameter', '--resource-id', '/x'],
  ],
  'kms:Decrypt': ['ssm', 'get-parameter', '--name', '/x', '--with-decryption'],
  'secretsmanager:CreateSecret': ['secretsmanager', 'create-secret', '--name', 'x', '--secret-string', 'x'],
  'secretsmanager:TagResource': [
    ...['secretsmanager', 'create-secret', '--name', 'x', '--secret-string', 'x', '--tags', tag],
  ],
  'secretsmanager:GetSecretValue': ['secretsmanager', 'get-secret-value', '--secret-id', 'x'],
  'secretsmanager:DescribeSecret': ['secretsmanager', 'describe-secret', '--secret-id', 'x'],
  'secretsmanager:DeleteSecret': ['secretsmanager', 'delete-secret', '--secret-id', 'x'],
};

async function checkDenials({ site, aws, cli }: Endpoint): Promise<void> {
  for (const [permission, args] of Object.entries(commands)) {
    await site.check(`without ${permission}, a call fails with AccessDeniedException`, async () => {
      const on = permission.startsWith('kms:') ? permission : permission.replace(/^.*:/, '');
      aws.faults.add({ on, effect: { kind: 'deny' } });
      const { code, message } = await cli.awsError(...args);
      assert.equal(code, 'AccessDeniedException');
      assert.match(message, new RegExp(`not authorized to perform: ${permission} on resource: arn:aws:`));
      assert.deepEqual([...aws.parameters(region), ...aws.secrets(region)], []);
    });
  }
}
