import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createdKeyFrom } from '../../../local/aws/keys/created-key.ts';
import { SecretPieces } from '../../../test-support/secret-pieces.ts';
import { keepKeyStep, keyPairStep, output, outputsOf } from '../../lib/action-job.ts';
import { AwsCli } from '../../lib/aws-cli.ts';
import { publicHalfOf, withoutComment } from '../../lib/ssh-key.ts';
import type { MotoRegion } from './moto-region.ts';

/** The stores, and the commands of the AWS CLI that read and write what they keep. */
const stores = [
  {
    store: 'ssm',
    nameOf: (keyName: string) => `/ec2/keypair/${keyName}`,
    read: (name: string) => [
      ...['ssm', 'get-parameter', '--with-decryption', '--name', name],
      ...['--query', 'Parameter.Value', '--output', 'text'],
    ],
    write: (name: string) => [
      'ssm',
      'put-parameter',
      '--type',
      'String',
      '--value',
      'others',
      '--name',
      name,
    ],
    missing: 'ParameterNotFound',
  },
  {
    store: 'secrets-manager',
    nameOf: (keyName: string) => `ec2-ssh-key/${keyName}/private`,
    read: (name: string) => [
      ...['secretsmanager', 'get-secret-value', '--secret-id', name],
      ...['--query', 'SecretString', '--output', 'text'],
    ],
    write: (name: string) => ['secretsmanager', 'create-secret', '--secret-string', 'others', '--name', name],
    missing: 'ResourceNotFoundException',
  },
] as const;

/** What a store keeps, and what other jobs get from it. */
export async function checkStoring(region: MotoRegion): Promise<void> {
  const cli = new AwsCli(
    region.site.part('aws'),
    region.site.programs,
    region.site.folder,
    region.environment,
  );
  for (const one of stores) {
    await checkHandOver(region, cli, one);
    await checkTaken(region, cli, one);
  }
  await checkPendingDeletion(region, cli);
}

type StoreCase = (typeof stores)[number];

async function checkHandOver(
  region: MotoRegion,
  cli: AwsCli,
  { store, nameOf, read: readCommand, missing }: StoreCase,
): Promise<void> {
  const { site } = region;
  for (const type of ['rsa', 'ed25519']) {
    const keyName = `kept-${store}-${type}`;
    const where = nameOf(keyName);
    await site.check(
      `with store: ${store}, the AWS CLI reads the ${type} key that create wrote, another job gets it, and delete deletes it`,
      async () => {
        const [first, second] = [`${keyName}-1.pem`, `${keyName}-2.pem`].map((name) =>
          path.join(site.folder, name),
        );
        const created = await region.run([
          keyPairStep({ 'key-name': keyName, 'key-type': type, store }),
          keepKeyStep(first ?? ''),
        ]);
        assert.equal(outputsOf(created)['private-key-store'], `${store}:${where}`);
        const pem = await readFile(first ?? '', 'utf8');
        assert.equal(await cli.text(...readCommand(where)), pem.trimEnd());

        const fetched = await region.run([
          keyPairStep({ operation: 'fetch', 'key-name': keyName }),
          keepKeyStep(second ?? ''),
          { name: 'print', run: `cat "${output('private-key-path')}"` },
        ]);
        assert.equal(await readFile(second ?? '', 'utf8'), pem);
        assert.equal(
          await publicHalfOf(site, second ?? ''),
          withoutComment(outputsOf(fetched)['public-key']),
        );
        // Node.js cannot read the format of the other type.
        const printed = type === 'rsa' ? [createdKeyFrom(createPrivateKey(pem))] : [];
        assert.equal(SecretPieces.ofKeys(printed).countIn(fetched.log), 0, 'The key was printed');

        await region.run([keyPairStep({ operation: 'delete', 'key-name': keyName })]);
        assert.equal((await cli.awsError(...readCommand(where))).code, missing);
      },
    );
  }
}

async function checkTaken(
  region: MotoRegion,
  cli: AwsCli,
  { store, nameOf, read, write }: StoreCase,
): Promise<void> {
  await region.site.check(
    `with store: ${store}, a value of others stays, and no key pair is created`,
    async () => {
      const where = nameOf(`taken-${store}`);
      await cli.text(...write(where));
      const { error } = await region.runFailing([keyPairStep({ 'key-name': `taken-${store}`, store })]);
      assert.equal(
        error,
        `${store}:${where} already exists in ${region.name}, with a value that this action did not create. It was left untouched.`,
      );
      assert.equal(await cli.text(...read(where)), 'others');
      const names = (await region.keyPairs()).map(({ KeyName }) => KeyName);
      assert.ok(!names.includes(`taken-${store}`));
    },
  );
}

async function checkPendingDeletion(region: MotoRegion, cli: AwsCli): Promise<void> {
  await region.site.check(
    'a secret that is scheduled for deletion is said, with a command that restores it',
    async () => {
      const inputs = { 'key-name': 'pending', 'key-type': 'ed25519', store: 'secrets-manager' };
      await region.run([keyPairStep(inputs)]);
      await cli.text('secretsmanager', 'delete-secret', '--secret-id', 'ec2-ssh-key/pending/private');
      const fetch = [
        keyPairStep({ operation: 'fetch', 'key-name': 'pending', 'output-private-key': 'true' }),
      ];
      const { errors } = await region.runFailing(fetch);
      const [command = ''] = /^aws secretsmanager restore-secret .*$/m.exec(errors) ?? [];
      await cli.text(...command.split(' ').slice(1));
      await region.run(fetch);
    },
  );
}
