import assert from 'node:assert/strict';
import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  annotated,
  keepKeyStep,
  keyPairStep,
  output,
  outputsOf,
  runActionJob,
  runGreenJob,
} from '../lib/action-job.ts';
import { AwsCli } from '../lib/aws-cli.ts';
import { startMoto } from '../lib/moto.ts';
import type { Site, Suite } from '../lib/suite.ts';

/** The action against an EC2 that nobody here wrote, where that does what EC2 does. */
export const moto: Suite = {
  name: 'moto',
  about: 'the action against moto, and an instance launched with the pair',
  needs: ['moto_server', 'aws'],
  async run(site) {
    const server = await startMoto(site);
    try {
      const cli = new AwsCli(site.part('aws'), site.programs, site.folder, server.environment);
      await checkMaking(site, server.environment, cli);
      await checkUsing(site, server.environment, cli);
      await checkLaunch(site, server.environment, cli);
      await checkExceptions(site, server.environment, cli);
    } finally {
      await server.end();
    }
  },
};

type Environment = Readonly<Record<string, string>>;

async function checkMaking(site: Site, environment: Environment, cli: AwsCli): Promise<void> {
  for (const type of ['rsa', 'ed25519']) {
    await site.check(
      `create makes a ${type} pair that moto shows with the same public key and tags`,
      async () => {
        const run = await runGreenJob(site, environment, [
          keyPairStep({ 'key-name': `made-${type}`, 'key-type': type, tags: 'team=web' }),
        ]);
        const pair = await shown(cli, `made-${type}`);
        assert.equal(pair.KeyPairId, outputsOf(run)['key-pair-id']);
        assert.deepEqual(words(pair.PublicKey), words(outputsOf(run)['public-key']));
        assert.ok(pair.Tags.some(({ Key, Value }) => Key === 'team' && Value === 'web'));
      },
    );
  }

  await site.check('a name that is taken is refused, and the pair is left as it is', async () => {
    const before = await shown(cli, 'made-rsa');
    const run = await runActionJob(site, environment, [keyPairStep({ 'key-name': 'made-rsa' })]);
    assert.equal(run.conclusion, 'failure');
    assert.match(annotated(run, 'error').join('\n'), /The key pair "made-rsa" exists already/);
    assert.deepEqual(await shown(cli, 'made-rsa'), before);
  });

  await site.check('import takes a public key once, and a second time changes nothing', async () => {
    const publicKey = words((await shown(cli, 'made-ed25519')).PublicKey).join(' ');
    const inputs = { operation: 'import', 'key-name': 'imported', 'public-key': publicKey };
    const run = await runGreenJob(site, environment, [
      keyPairStep(inputs, 'first'),
      keyPairStep(inputs, 'second'),
    ]);
    assert.equal(outputsOf(run, 'first')['created'], 'true');
    assert.equal(outputsOf(run, 'second')['created'], 'false');
    assert.deepEqual(words((await shown(cli, 'imported')).PublicKey), words(publicKey));
  });
}

async function checkUsing(site: Site, environment: Environment, cli: AwsCli): Promise<void> {
  await site.check('ensure makes the pair once, and fetch finds it', async () => {
    const inputs = { operation: 'ensure', 'key-name': 'fleet' };
    const run = await runGreenJob(site, environment, [
      keyPairStep(inputs, 'first'),
      keyPairStep(inputs, 'second'),
      keyPairStep({ operation: 'fetch', 'key-name': 'fleet' }, 'fetched'),
    ]);
    assert.deepEqual(
      ['first', 'second'].map((id) => outputsOf(run, id)['created']),
      ['true', 'false'],
    );
    assert.equal(outputsOf(run, 'fetched')['key-pair-id'], (await shown(cli, 'fleet')).KeyPairId);
  });

  await site.check('describe lists by name, by tag, by run and all', async () => {
    const run = await runGreenJob(site, environment, [
      keyPairStep({ operation: 'describe', 'key-name': 'fleet' }, 'named'),
      keyPairStep({ operation: 'describe', tags: 'team=web' }, 'tagged'),
      keyPairStep({ operation: 'describe', 'run-id': '4711' }, 'run'),
      keyPairStep({ operation: 'describe' }, 'all'),
    ]);
    const names = (id: string) =>
      (JSON.parse(outputsOf(run, id)['key-pairs'] ?? '') as { keyName: string }[]).map(
        ({ keyName }) => keyName,
      );
    assert.deepEqual(names('named'), ['fleet']);
    assert.deepEqual(names('tagged'), ['made-ed25519', 'made-rsa']);
    assert.deepEqual(names('run'), ['fleet', 'imported', 'made-ed25519', 'made-rsa']);
    assert.deepEqual(names('all'), ['fleet', 'imported', 'made-ed25519', 'made-rsa']);
  });

  await site.check(
    'a dry run of create, ensure (to make, and to tag), import and delete changes no pair',
    async () => {
      const before = await cli.json('ec2', 'describe-key-pairs');
      const publicKey = words((await shown(cli, 'made-ed25519')).PublicKey).join(' ');
      await runGreenJob(site, environment, [
        keyPairStep({ 'dry-run': 'true' }, 'create'),
        keyPairStep({ operation: 'ensure', 'key-name': 'new', 'dry-run': 'true' }, 'ensure'),
        keyPairStep({ operation: 'ensure', 'key-name': 'fleet', tags: 'new=tag', 'dry-run': 'true' }, 'tag'),
        keyPairStep(
          { operation: 'import', 'key-name': 'new', 'public-key': publicKey, 'dry-run': 'true' },
          'import',
        ),
        keyPairStep({ operation: 'delete', 'key-name': 'fleet', 'dry-run': 'true' }, 'delete'),
      ]);
      assert.deepEqual(await cli.json('ec2', 'describe-key-pairs'), before);
    },
  );
}

async function checkLaunch(site: Site, environment: Environment, cli: AwsCli): Promise<void> {
  await site.check('an instance launches with the name that the output carries', async () => {
    const run = await runGreenJob(site, environment, [keyPairStep({ lifetime: 'run' })], {
      outputs: { name: output('key-name') },
    });
    const name = run.outputs['name'] ?? '';
    const image = await cli.text(
      'ec2',
      'describe-images',
      '--query',
      'Images[0].ImageId',
      '--output',
      'text',
    );
    const launched = await cli.text(
      ...['ec2', 'run-instances', '--image-id', image, '--key-name', name],
      ...['--query', 'Instances[0].KeyName', '--output', 'text'],
    );
    assert.match(name, /^gha-widgets-4711-1-[0-9a-f]{8}$/);
    assert.equal(launched, name);
    // moto launches with any name: that the pair is there, and the instance is found by it, is looked at apart.
    assert.equal((await shown(cli, name)).KeyName, name);
    const found = await cli.text(
      ...['ec2', 'describe-instances', '--filters', `Name=key-name,Values=${name}`],
      ...['--query', 'length(Reservations)', '--output', 'text'],
    );
    assert.equal(found, '1');
  });
}

/** Where moto is not as EC2 is: what the action does about it is asserted as it is, not bent. */
async function checkExceptions(site: Site, environment: Environment, cli: AwsCli): Promise<void> {
  await site.check('moto differs: a deletion by id is answered as done, and the pair stays', async () => {
    const run = await runGreenJob(site, environment, [
      keyPairStep({ operation: 'delete', 'key-name': 'fleet' }),
    ]);
    assert.equal(outputsOf(run)['deleted'], '1');
    assert.equal((await shown(cli, 'fleet')).KeyName, 'fleet');
  });

  await site.check('moto differs: post deletes by id, too, so a pair of the job stays', async () => {
    const run = await runGreenJob(site, environment, [keyPairStep()]);
    assert.match(run.log, /Removed the key pair "gha-widgets-4711-1-/);
    assert.ok(await shown(cli, outputsOf(run)['key-name'] ?? ''));
  });

  await site.check(
    'moto differs: its fingerprint of an RSA pair is that of the public key, where EC2 takes the private one',
    async () => {
      const file = path.join(site.folder, 'printed.pem');
      const run = await runGreenJob(site, environment, [
        keyPairStep({ 'key-name': 'printed', lifetime: 'run' }),
        keepKeyStep(file),
      ]);
      const key = createPrivateKey(await readFile(file));
      const ofPrivate = sha1(key.export({ type: 'pkcs8', format: 'der' }));
      const ofPublic = sha1(createPublicKey(key).export({ type: 'spki', format: 'der' }));
      assert.notEqual(ofPublic, ofPrivate);
      assert.equal((await shown(cli, 'printed')).KeyFingerprint, ofPublic);
      assert.equal(outputsOf(run)['key-fingerprint'], ofPublic);
    },
  );
}

interface Shown {
  readonly KeyPairId: string;
  readonly KeyName: string;
  readonly KeyFingerprint: string;
  readonly PublicKey: string;
  readonly Tags: readonly { readonly Key: string; readonly Value: string }[];
}

/** What moto says of a pair. */
async function shown(cli: AwsCli, keyName: string): Promise<Shown> {
  const answer = (await cli.json(
    ...['ec2', 'describe-key-pairs', '--key-names', keyName, '--include-public-key'],
  )) as { readonly KeyPairs: readonly [Shown] };
  return answer.KeyPairs[0];
}

/** Hex with colons, as EC2 and moto write fingerprints. */
function sha1(der: Buffer): string {
  return createHash('sha1')
    .update(der)
    .digest('hex')
    .replace(/..(?!$)/g, '$&:');
}

/** Algorithm and key of a public key's line, without its comment. */
function words(line: string | undefined): string[] {
  return (line ?? '').trim().split(/\s+/).slice(0, 2);
}
