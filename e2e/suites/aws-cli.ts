import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type LocalAws, startLocalAws } from '../../local/aws/server.ts';
import { AwsCli } from '../lib/aws-cli.ts';
import type { Site, Suite } from '../lib/suite.ts';

const region = 'eu-west-1';

/** The endpoint of this machine, held to a client that nobody here wrote. */
export const awsCli: Suite = {
  name: 'aws-cli',
  about: "Amazon's own command line against the endpoint of this machine",
  needs: ['aws', 'ssh-keygen'],
  async run(site) {
    const aws = await startLocalAws();
    try {
      const cli = new AwsCli(site.part('aws'), site.programs, site.folder, aws.environment(region));
      await checkCalls(site, cli);
      await checkLooks(site, cli);
      await checkErrors(site, cli);
      await checkFaults(site, cli, aws);
    } finally {
      await aws.close();
    }
  },
};

async function checkCalls(site: Site, cli: AwsCli): Promise<void> {
  for (const type of ['rsa', 'ed25519']) {
    await site.check(
      `create-key-pair --query KeyMaterial gives a ${type} key that ssh-keygen reads`,
      async () => {
        const material = await cli.text(
          ...['ec2', 'create-key-pair', '--key-name', `made-${type}`, '--key-type', type],
          ...['--query', 'KeyMaterial', '--output', 'text'],
        );
        const file = path.join(site.folder, `${type}.pem`);
        await writeFile(file, `${material}\n`, { mode: 0o600 });
        const shown = await site.programs.output(site.part('ssh-keygen'), ['-y', '-P', '', '-f', file], {
          env: { PATH: process.env['PATH'] ?? '' },
        });
        const [reported] = await pairs(cli, '--key-names', `made-${type}`, '--include-public-key');
        assert.deepEqual(
          reported?.['PublicKey']?.toString().split(' ').slice(0, 2),
          shown.split(/\s/).slice(0, 2),
        );
      },
    );
  }

  await site.check('import-key-pair takes what ssh-keygen prints, and shows its type and tags', async () => {
    const file = path.join(site.folder, 'own');
    await site.programs.output(site.part('ssh-keygen'), ['-q', '-t', 'ed25519', '-N', '', '-f', file], {
      env: { PATH: process.env['PATH'] ?? '' },
    });
    const line = await site.programs.output(site.part('ssh-keygen'), ['-y', '-f', file], {
      env: { PATH: process.env['PATH'] ?? '' },
    });
    const trimmed = path.join(site.folder, 'own.trimmed');
    await writeFile(trimmed, line.trim());
    await cli.text(
      ...['ec2', 'import-key-pair', '--key-name', 'own', '--public-key-material', `fileb://${trimmed}`],
      ...['--tag-specifications', 'ResourceType=key-pair,Tags=[{Key=team,Value=a b}]'],
    );
    const [own] = await pairs(cli, '--key-names', 'own');
    assert.equal(own?.['KeyType'], 'ed25519');
    assert.deepEqual(own?.['Tags'], [{ Key: 'team', Value: 'a b' }]);
  });

  await site.check('create-tags and delete-tags change the tags of a pair', async () => {
    const [own] = await pairs(cli, '--key-names', 'own');
    const id = String(own?.['KeyPairId']);
    await cli.text('ec2', 'create-tags', '--resources', id, '--tags', 'Key=stage,Value=test');
    await cli.text('ec2', 'delete-tags', '--resources', id, '--tags', 'Key=team');
    const [changed] = await pairs(cli, '--key-pair-ids', id);
    assert.deepEqual(changed?.['Tags'], [{ Key: 'stage', Value: 'test' }]);
  });

  await site.check(
    'delete-key-pair deletes by id and by name, and an unknown name is a success',
    async () => {
      const [own] = await pairs(cli, '--key-names', 'own');
      await cli.text('ec2', 'delete-key-pair', '--key-pair-id', String(own?.['KeyPairId']));
      await cli.text('ec2', 'delete-key-pair', '--key-name', 'made-ed25519');
      await cli.text('ec2', 'delete-key-pair', '--key-name', 'made-ed25519');
      assert.deepEqual(
        (await pairs(cli)).map((pair) => pair['KeyName']),
        ['made-rsa'],
      );
    },
  );

  await site.check('sts get-caller-identity names the account', async () => {
    const identity = (await cli.json('sts', 'get-caller-identity')) as { readonly Account: string };
    assert.match(identity.Account, /^\d{12}$/);
  });
}

async function checkLooks(site: Site, cli: AwsCli): Promise<void> {
  await site.check('describe-key-pairs prints a table and text, without a pager', async () => {
    assert.match(
      await cli.text('ec2', 'describe-key-pairs', '--output', 'table'),
      /\|\s+KeyName\s+\|\s+made-rsa\s+\|/,
    );
    assert.match(await cli.text('ec2', 'describe-key-pairs', '--output', 'text'), /\bmade-rsa\b/);
  });

  await site.check('filters take wildcards, and show nothing where nothing matches', async () => {
    assert.equal((await pairs(cli, '--filters', 'Name=key-name,Values=made-?sa')).length, 1);
    assert.equal((await pairs(cli, '--filters', 'Name=key-name,Values=other*')).length, 0);
  });

  await site.check('wait key-pair-exists ends for a pair that is there', async () => {
    await cli.text('ec2', 'wait', 'key-pair-exists', '--key-names', 'made-rsa');
  });

  await site.check('another region has no such pair', async () => {
    assert.deepEqual(await pairs(cli, '--region', 'us-west-2'), []);
  });
}

async function checkErrors(site: Site, cli: AwsCli): Promise<void> {
  const bad = path.join(site.folder, 'bad.pub');
  await writeFile(bad, 'no key');
  const refusals: readonly [sentence: string, code: string, args: readonly string[]][] = [
    ['a name that is taken', 'InvalidKeyPair.Duplicate', ['create-key-pair', '--key-name', 'made-rsa']],
    ['a name that is not there', 'InvalidKeyPair.NotFound', ['describe-key-pairs', '--key-names', 'nobody']],
    [
      'an id that is not there',
      'InvalidKeyPair.NotFound',
      ['delete-key-pair', '--key-pair-id', 'key-00000000000000000'],
    ],
    [
      'a public key that is none',
      'InvalidKey.Format',
      ['import-key-pair', '--key-name', 'bad', '--public-key-material', `fileb://${bad}`],
    ],
    [
      'a filter that EC2 does not know',
      'InvalidParameterValue',
      ['describe-key-pairs', '--filters', 'Name=colour,Values=red'],
    ],
    [
      'a dry run that would be allowed',
      'DryRunOperation',
      ['create-key-pair', '--key-name', 'x', '--dry-run'],
    ],
  ];
  for (const [sentence, code, args] of refusals) {
    await site.check(`${sentence} is ${code}`, async () => {
      assert.equal((await cli.refusal('ec2', ...args)).code, code);
    });
  }

  await site.check('a wrong secret is AuthFailure for EC2 and SignatureDoesNotMatch for STS', async () => {
    const wrong = cli.with({ AWS_SECRET_ACCESS_KEY: 'wrong' });
    assert.equal((await wrong.refusal('ec2', 'describe-key-pairs')).code, 'AuthFailure');
    assert.equal((await wrong.refusal('sts', 'get-caller-identity')).code, 'SignatureDoesNotMatch');
  });
}

async function checkFaults(site: Site, cli: AwsCli, aws: LocalAws): Promise<void> {
  const once = cli.with({ AWS_MAX_ATTEMPTS: '1' });
  await site.check('a denied call is UnauthorizedOperation, in a dry run too', async () => {
    aws.faults.add({ on: 'CreateKeyPair', times: 2, effect: { kind: 'deny' } });
    assert.equal(
      (await cli.refusal('ec2', 'create-key-pair', '--key-name', 'x')).code,
      'UnauthorizedOperation',
    );
    const rehearsed = await cli.refusal('ec2', 'create-key-pair', '--key-name', 'x', '--dry-run');
    assert.equal(rehearsed.code, 'UnauthorizedOperation');
  });

  await site.check('a throttled call is RequestLimitExceeded', async () => {
    aws.faults.add({ on: 'DescribeKeyPairs', times: 1, effect: { kind: 'throttle' } });
    assert.equal((await once.refusal('ec2', 'describe-key-pairs')).code, 'RequestLimitExceeded');
  });

  await site.check('a region that is full is KeyPairLimitExceeded', async () => {
    aws.faults.keyPairQuota = 1;
    assert.equal(
      (await cli.refusal('ec2', 'create-key-pair', '--key-name', 'x')).code,
      'KeyPairLimitExceeded',
    );
  });
}

type Described = Readonly<Record<string, unknown>>;

/** What describe-key-pairs shows, as JSON. */
async function pairs(cli: AwsCli, ...args: readonly string[]): Promise<readonly Described[]> {
  const answer = (await cli.json('ec2', 'describe-key-pairs', ...args)) as {
    readonly KeyPairs: readonly Described[];
  };
  return answer.KeyPairs;
}
