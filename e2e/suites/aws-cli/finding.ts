import assert from 'node:assert/strict';
import { createAccount } from '../../../local/aws/server.ts';
import { describeKeyPairs, type Endpoint, keyNames, outcomesOf, region } from './endpoints.ts';

/** Two accounts, the second one without key pairs. */
export const accounts = [createAccount('111111111111'), createAccount('222222222222')] as const;

/** Finding key pairs: their fields, filters, Regions and accounts. */
export async function checkFinding(endpoint: Endpoint): Promise<void> {
  await endpoint.aws.seedKeyPairs(region, [
    { keyName: 'web-1', tags: { team: 'web', stage: 'prod' } },
    { keyName: 'web-2', tags: { team: 'web', stage: 'test' } },
    { keyName: 'star*', tags: { team: 'w*b' } },
    { keyName: 'bare' },
  ]);
  await checkForms(endpoint);
  await checkFilters(endpoint);
  await checkPlaces(endpoint);
  await checkWaiting(endpoint);
}

async function checkForms({ site, aws, cli }: Endpoint): Promise<void> {
  await site.check('describe-key-pairs prints a table and text, without a pager', async () => {
    const table = await cli.text('ec2', 'describe-key-pairs', '--output', 'table');
    assert.match(table, /\|\s+DescribeKeyPairs\s+\|/);
    assert.match(table, /\|\s+KeyName\s+\|\s+web-1\s+\|/);
    assert.match(table, /\|\s+stage\s+\|\s+prod\s+\|/);
    const columns = '[KeyName,KeyPairId,KeyType]';
    const text = await cli.text(
      ...['ec2', 'describe-key-pairs', '--output', 'text', '--query', `KeyPairs[].${columns}`],
    );
    const expected = aws.keyPairs(region).map(({ name, id, type }) => [name, id, type].join('\t'));
    assert.deepEqual(text.split('\n'), expected);
  });

  await site.check('describe-key-pairs prints all fields of a key pair', async () => {
    const [stored] = aws.keyPairs(region);
    const [shown] = await describeKeyPairs(cli, '--key-names', 'web-1', '--include-public-key');
    const { CreateTime, ...rest } = shown ?? {};
    assert.deepEqual(rest, {
      KeyPairId: stored?.id,
      KeyName: 'web-1',
      KeyType: 'ed25519',
      KeyFingerprint: stored?.fingerprint,
      PublicKey: `${stored?.publicKey} web-1`,
      Tags: [
        { Key: 'stage', Value: 'prod' },
        { Key: 'team', Value: 'web' },
      ],
    });
    assert.equal(Date.parse(String(CreateTime)), stored?.createTime.getTime());
    const [bare] = await describeKeyPairs(cli, '--key-names', 'web-1');
    assert.equal(bare?.['PublicKey'], undefined);
  });
}

async function checkFilters({ site, aws, cli }: Endpoint): Promise<void> {
  const [first] = aws.keyPairs(region);
  const filters: readonly [filters: string, names: readonly string[]][] = [
    ['Name=key-name,Values=web-?', ['web-1', 'web-2']],
    ['Name=key-name,Values=other*', []],
    ['Name=key-name,Values=bare,star\\*', ['star*', 'bare']],
    [`Name=key-pair-id,Values=${first?.id}`, ['web-1']],
    [`Name=fingerprint,Values=${first?.fingerprint}`, ['web-1']],
    ['Name=tag-key,Values=st?ge', ['web-1', 'web-2']],
    ['Name=tag:team,Values=w*b', ['web-1', 'web-2', 'star*']],
    ['Name=tag:team,Values=w\\*b', ['star*']],
    ['Name=tag:team,Values=web Name=tag:stage,Values=t*', ['web-2']],
  ];
  for (const [given, names] of filters) {
    const shown = names.length === 0 ? 'no key pair' : names.join(', ');
    await site.check(`--filters ${given} finds ${shown}`, async () => {
      assert.deepEqual(await keyNames(cli, '--filters', ...given.split(' ')), names);
    });
  }
}

async function checkPlaces({ site, aws, cli }: Endpoint): Promise<void> {
  await site.check('two Regions can have different key pairs with the same name', async () => {
    const elsewhere = ['--region', 'us-west-2'];
    assert.deepEqual(await keyNames(cli, ...elsewhere), []);
    const made = [
      'ec2',
      'create-key-pair',
      '--key-name',
      'web-1',
      '--query',
      'KeyPairId',
      '--output',
      'text',
    ];
    const id = await cli.text(...made, ...elsewhere);
    assert.notEqual(id, aws.keyPairs(region)[0]?.id);
    await cli.text('ec2', 'delete-key-pair', '--key-name', 'web-1', ...elsewhere);
    assert.deepEqual(await keyNames(cli, ...elsewhere), []);
    assert.deepEqual(await keyNames(cli, '--key-names', 'web-1'), ['web-1']);
  });

  await site.check('an account does not see key pairs of another account', async () => {
    const { accessKeyId, secretAccessKey } = accounts[1];
    const other = cli.with({ AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey });
    assert.deepEqual(await keyNames(other), []);
  });
}

async function checkWaiting({ site, aws, cli }: Endpoint): Promise<void> {
  await site.check('wait key-pair-exists ends for an existing key pair', async () => {
    await cli.text('ec2', 'wait', 'key-pair-exists', '--key-names', 'web-1');
  });

  await site.check('wait key-pair-exists waits until stale reads end', async () => {
    aws.faults.staleReads = 1;
    await cli.text('ec2', 'create-key-pair', '--key-name', 'late');
    const before = outcomesOf(aws, 'DescribeKeyPairs').length;
    await cli.text('ec2', 'wait', 'key-pair-exists', '--key-names', 'late');
    assert.deepEqual(outcomesOf(aws, 'DescribeKeyPairs').slice(before), ['InvalidKeyPair.NotFound', 200]);
  });
}
