import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { publicHalfOfPpk, publicLineOfPpk } from '../../lib/ppk.ts';
import { makeSshKey, publicHalfOf, withoutComment } from '../../lib/ssh-key.ts';
import { type Endpoint, pairNames, pairs } from './endpoints.ts';

/** Making, importing, tagging and deleting pairs. */
export async function checkKeyPairs(endpoint: Endpoint): Promise<void> {
  for (const type of ['rsa', 'ed25519']) await checkMaking(endpoint, type);
  await checkImporting(endpoint);
  await checkTagging(endpoint);
  await checkDeleting(endpoint);
}

async function checkMaking({ site, cli }: Endpoint, type: string): Promise<void> {
  const material = (name: string, ...more: readonly string[]) =>
    cli.text(
      ...['ec2', 'create-key-pair', '--key-name', name, '--key-type', type, ...more],
      ...['--query', 'KeyMaterial', '--output', 'text'],
    );
  const publicKeyOf = async (name: string) =>
    String((await pairs(cli, '--key-names', name, '--include-public-key'))[0]?.['PublicKey']);

  await site.check(
    `create-key-pair --query KeyMaterial gives a ${type} key that ssh-keygen reads`,
    async () => {
      const file = path.join(site.folder, `${type}.pem`);
      await writeFile(file, `${await material(`made-${type}`)}\n`, { mode: 0o600 });
      assert.equal(withoutComment(await publicKeyOf(`made-${type}`)), await publicHalfOf(site, file));
    },
  );

  await site.check(
    `create-key-pair --key-format ppk gives a ${type} key that puttygen reads, with its name`,
    async () => {
      const file = path.join(site.folder, `${type}.ppk`);
      await writeFile(file, `${await material(`putty-${type}`, '--key-format', 'ppk')}\n`, { mode: 0o600 });
      const publicKey = await publicKeyOf(`putty-${type}`);
      assert.equal(await publicHalfOfPpk(site, file), withoutComment(publicKey));
      assert.equal(await publicLineOfPpk(site, file), `${withoutComment(publicKey)} putty-${type}`);
    },
  );
}

async function checkImporting({ site, cli }: Endpoint): Promise<void> {
  await site.check('import-key-pair takes what ssh-keygen prints, and shows its type and tags', async () => {
    const { publicKey } = await makeSshKey(site, 'own', 'ed25519');
    const trimmed = path.join(site.folder, 'own.trimmed');
    await writeFile(trimmed, publicKey);
    const answer = (await cli.json(
      ...['ec2', 'import-key-pair', '--key-name', 'own', '--public-key-material', `fileb://${trimmed}`],
      ...['--tag-specifications', 'ResourceType=key-pair,Tags=[{Key=team,Value=a b}]'],
    )) as { readonly KeyPairId: string; readonly Tags: unknown };
    const [own] = await pairs(cli, '--key-names', 'own', '--include-public-key');
    assert.equal(own?.['KeyPairId'], answer.KeyPairId);
    assert.equal(own?.['KeyType'], 'ed25519');
    assert.equal(withoutComment(String(own?.['PublicKey'])), withoutComment(publicKey));
    assert.deepEqual(own?.['Tags'], [{ Key: 'team', Value: 'a b' }]);
    assert.deepEqual(answer.Tags, own?.['Tags']);
  });
}

async function checkTagging({ site, cli }: Endpoint): Promise<void> {
  await site.check('create-tags and delete-tags change the tags of a pair', async () => {
    const [own] = await pairs(cli, '--key-names', 'own');
    const id = String(own?.['KeyPairId']);
    const tagsAfter = async (operation: string, ...tags: readonly string[]) => {
      await cli.text('ec2', operation, '--resources', id, ...(tags.length === 0 ? [] : ['--tags', ...tags]));
      return (await pairs(cli, '--key-pair-ids', id))[0]?.['Tags'];
    };
    assert.deepEqual(await tagsAfter('create-tags', 'Key=stage,Value=test', 'Key=team,Value=c'), [
      { Key: 'stage', Value: 'test' },
      { Key: 'team', Value: 'c' },
    ]);
    // A tag goes by its key; where a value is given, only if it has that value.
    assert.deepEqual(await tagsAfter('delete-tags', 'Key=team', 'Key=stage,Value=other'), [
      { Key: 'stage', Value: 'test' },
    ]);
    assert.deepEqual(await tagsAfter('delete-tags'), []);
  });
}

async function checkDeleting({ site, cli }: Endpoint): Promise<void> {
  await site.check(
    'delete-key-pair deletes by id and by name, and an unknown name is a success',
    async () => {
      const [own] = await pairs(cli, '--key-names', 'own');
      const id = String(own?.['KeyPairId']);
      assert.deepEqual(await cli.json('ec2', 'delete-key-pair', '--key-pair-id', id), {
        Return: true,
        KeyPairId: id,
      });
      await cli.text('ec2', 'delete-key-pair', '--key-name', 'made-ed25519');
      assert.deepEqual(await cli.json('ec2', 'delete-key-pair', '--key-name', 'made-ed25519'), {
        Return: true,
      });
      assert.deepEqual(await pairNames(cli), ['made-rsa', 'putty-rsa', 'putty-ed25519']);
    },
  );
}
