import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { publicHalfOfPpk, publicLineOfPpk } from '../../lib/ppk.ts';
import { createSshKey, publicHalfOf, withoutComment } from '../../lib/ssh-key.ts';
import { describeKeyPairs, type Endpoint, keyNames } from './endpoints.ts';

/** Creating, importing, tagging and deleting key pairs. */
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
    String((await describeKeyPairs(cli, '--key-names', name, '--include-public-key'))[0]?.['PublicKey']);

  await site.check(
    `create-key-pair --query KeyMaterial prints a ${type} key that ssh-keygen reads`,
    async () => {
      const file = path.join(site.folder, `${type}.pem`);
      await writeFile(file, `${await material(`made-${type}`)}\n`, { mode: 0o600 });
      assert.equal(withoutComment(await publicKeyOf(`made-${type}`)), await publicHalfOf(site, file));
    },
  );

  await site.check(
    `create-key-pair --key-format ppk prints a ${type} key that puttygen reads, with its name`,
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
  await site.check('import-key-pair accepts what ssh-keygen prints, and returns its tags', async () => {
    const { publicKey } = await createSshKey(site, 'own', 'ed25519');
    const trimmed = path.join(site.folder, 'own.trimmed');
    await writeFile(trimmed, publicKey);
    const answer = (await cli.json(
      ...['ec2', 'import-key-pair', '--key-name', 'own', '--public-key-material', `fileb://${trimmed}`],
      ...['--tag-specifications', 'ResourceType=key-pair,Tags=[{Key=team,Value=a b}]'],
    )) as { readonly KeyPairId: string; readonly Tags: unknown };
    const [own] = await describeKeyPairs(cli, '--key-names', 'own', '--include-public-key');
    assert.equal(own?.['KeyPairId'], answer.KeyPairId);
    assert.equal(own?.['KeyType'], 'ed25519');
    assert.equal(withoutComment(String(own?.['PublicKey'])), withoutComment(publicKey));
    assert.deepEqual(own?.['Tags'], [{ Key: 'team', Value: 'a b' }]);
    assert.deepEqual(answer.Tags, own?.['Tags']);
  });
}

async function checkTagging({ site, cli }: Endpoint): Promise<void> {
  await site.check('create-tags and delete-tags change the tags of a key pair', async () => {
    const [own] = await describeKeyPairs(cli, '--key-names', 'own');
    const id = String(own?.['KeyPairId']);
    const tagsAfter = async (operation: string, ...tags: readonly string[]) => {
      await cli.text('ec2', operation, '--resources', id, ...(tags.length === 0 ? [] : ['--tags', ...tags]));
      return (await describeKeyPairs(cli, '--key-pair-ids', id))[0]?.['Tags'];
    };
    assert.deepEqual(await tagsAfter('create-tags', 'Key=stage,Value=test', 'Key=team,Value=c'), [
      { Key: 'stage', Value: 'test' },
      { Key: 'team', Value: 'c' },
    ]);
    // A tag is deleted by its key, and only if it has the value, if one is given.
    assert.deepEqual(await tagsAfter('delete-tags', 'Key=team', 'Key=stage,Value=other'), [
      { Key: 'stage', Value: 'test' },
    ]);
    assert.deepEqual(await tagsAfter('delete-tags'), []);
  });
}

async function checkDeleting({ site, cli }: Endpoint): Promise<void> {
  await site.check(
    'delete-key-pair deletes by ID and by name, and succeeds for an unknown name',
    async () => {
      const [own] = await describeKeyPairs(cli, '--key-names', 'own');
      const id = String(own?.['KeyPairId']);
      assert.deepEqual(await cli.json('ec2', 'delete-key-pair', '--key-pair-id', id), {
        Return: true,
        KeyPairId: id,
      });
      await cli.text('ec2', 'delete-key-pair', '--key-name', 'made-ed25519');
      assert.deepEqual(await cli.json('ec2', 'delete-key-pair', '--key-name', 'made-ed25519'), {
        Return: true,
      });
      assert.deepEqual(await keyNames(cli), ['made-rsa', 'putty-rsa', 'putty-ed25519']);
    },
  );
}
