import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { KeyPairInfo } from '@aws-sdk/client-ec2';
import { createdKeyFrom } from '../../../local/aws/keys/created-key.ts';
import { SecretPieces } from '../../../test-support/secret-pieces.ts';
import { keepKeyStep, keyPairStep, output, outputsOf } from '../../lib/action-job.ts';
import { publicHalfOfPpk, publicLineOfPpk } from '../../lib/ppk.ts';
import { publicHalfOf, withoutComment } from '../../lib/ssh-key.ts';
import type { MotoRegion } from './moto-region.ts';

/** `create`, and what it returns. */
export async function checkCreating(region: MotoRegion): Promise<void> {
  for (const type of ['rsa', 'ed25519']) await checkType(region, type);
  await checkOwnName(region);
  await checkOutput(region);
}

async function checkType(region: MotoRegion, type: string): Promise<void> {
  const { site } = region;
  await site.check(
    `create creates a ${type} key pair that moto lists with the same public key and tags`,
    async () => {
      const file = path.join(site.folder, `made-${type}.pem`);
      const run = await region.run([
        keyPairStep({
          'key-name': `made-${type}`,
          'key-type': type,
          tags: 'team=web',
          lifetime: 'persistent',
        }),
        keepKeyStep(file),
      ]);
      const pair = await region.keyPair(`made-${type}`);
      assert.equal(pair.KeyPairId, outputsOf(run)['key-pair-id']);
      assert.equal(withoutComment(pair.PublicKey), withoutComment(outputsOf(run)['public-key']));
      assert.equal(withoutComment(pair.PublicKey), await publicHalfOf(site, file));
      const { 'ec2-key-pair-action:nonce': nonce = '', ...tags } = tagsOf(pair);
      assert.match(nonce, /^[0-9a-f]{32}$/);
      assert.deepEqual(tags, {
        team: 'web',
        'managed-by': 'ec2-key-pair-action',
        'ec2-key-pair-action:repository': 'github.com/octo/widgets',
        'ec2-key-pair-action:run': '4711/1',
        'ec2-key-pair-action:job': 'e2e',
        'ec2-key-pair-action:lifetime': 'persistent',
      });
    },
  );

  await site.check(
    `create converts a ${type} key from the PEM that EC2 sends to a .ppk file that puttygen reads`,
    async () => {
      const file = path.join(site.folder, `made-${type}.ppk`);
      await region.run([
        keyPairStep({ 'key-name': `putty-${type}`, 'key-type': type, 'key-format': 'ppk' }),
        keepKeyStep(file),
      ]);
      assert.match(await readFile(file, 'utf8'), /^PuTTY-User-Key-File-/);
      const { PublicKey } = await region.keyPair(`putty-${type}`);
      assert.equal(await publicHalfOfPpk(site, file), withoutComment(PublicKey));
      assert.equal(await publicLineOfPpk(site, file), `${withoutComment(PublicKey)} putty-${type}`);
    },
  );
}

async function checkOwnName(region: MotoRegion): Promise<void> {
  const { site } = region;
  await site.check('create fails for an existing name, and does not change that key pair', async () => {
    await region.createForeignKeyPair('taken');
    const before = await region.keyPair('taken');
    const { errors } = await region.runFailing([keyPairStep({ 'key-name': 'taken' })]);
    assert.match(errors, /^Key pair "taken" already exists/);
    assert.deepEqual(await region.keyPair('taken'), before);
  });

  await site.check(
    'a key pair with lifetime run is tagged with its expiration time, by the clock of the job',
    async () => {
      const earliest = Date.now();
      const run = await region.run([
        keyPairStep({ 'key-name-prefix': 'nightly-', lifetime: 'run', 'expires-after': '2h' }),
      ]);
      const latest = Date.now();
      const keyName = outputsOf(run)['key-name'] ?? '';
      assert.match(keyName, /^nightly-4711-1-[0-9a-f]{8}$/);
      const tags = tagsOf(await region.keyPair(keyName));
      assert.equal(tags['ec2-key-pair-action:lifetime'], 'run');
      const expiry = Date.parse(tags['ec2-key-pair-action:expires-at'] ?? '') - 2 * 3_600_000;
      assert.ok(expiry >= earliest && expiry <= latest, `${tags['ec2-key-pair-action:expires-at']}`);
    },
  );
}

async function checkOutput(region: MotoRegion): Promise<void> {
  const { site } = region;
  await site.check(
    'output-private-key passes the private key to later steps, and no part of its secret is in the log',
    async () => {
      const file = path.join(site.folder, 'from-output.pem');
      const run = await region.run([
        keyPairStep({ 'key-name': 'told', 'output-private-key': 'true', 'private-key-path': 'none' }),
        {
          name: 'use it',
          env: { KEY: output('private-key') },
          run: `umask 077; printf '%s' "$KEY" > '${file}'; printf '%s' "$KEY"; echo end of the key`,
        },
      ]);
      const { PublicKey } = await region.keyPair('told');
      assert.equal(await publicHalfOf(site, file), withoutComment(PublicKey));
      const key = createdKeyFrom(createPrivateKey(await readFile(file)));
      const pieces = SecretPieces.ofKeys([key]);
      assert.notEqual(pieces.countIn(run.raw), 0, 'The key was not printed at all');
      assert.equal(pieces.countIn(run.log), 0);
    },
  );
}

function tagsOf({ Tags = [] }: KeyPairInfo): Partial<Record<string, string>> {
  return Object.fromEntries(Tags.map(({ Key, Value }) => [Key, Value]));
}
