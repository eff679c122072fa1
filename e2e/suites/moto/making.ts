import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { KeyPairInfo } from '@aws-sdk/client-ec2';
import { SecretPieces } from '../../../test-support/secret-pieces.ts';
import { keepKeyStep, keyPairStep, output, outputsOf } from '../../lib/action-job.ts';
import { publicHalfOfPpk, publicLineOfPpk } from '../../lib/ppk.ts';
import { publicHalfOf, withoutComment } from '../../lib/ssh-key.ts';
import type { Ground } from './ground.ts';

/** `create`, and what it delivers. */
export async function checkMaking(ground: Ground): Promise<void> {
  for (const type of ['rsa', 'ed25519']) await checkType(ground, type);
  await checkOwnName(ground);
  await checkOutput(ground);
}

async function checkType(ground: Ground, type: string): Promise<void> {
  const { site } = ground;
  await site.check(
    `create makes a ${type} pair that moto shows with the same public key and tags`,
    async () => {
      const file = path.join(site.folder, `made-${type}.pem`);
      const run = await ground.run([
        keyPairStep({ 'key-name': `made-${type}`, 'key-type': type, tags: 'team=web' }),
        keepKeyStep(file),
      ]);
      const pair = await ground.pair(`made-${type}`);
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
    `create writes a ${type} .ppk of the PEM that EC2 sends, and puttygen reads it`,
    async () => {
      const file = path.join(site.folder, `made-${type}.ppk`);
      await ground.run([
        keyPairStep({ 'key-name': `putty-${type}`, 'key-type': type, 'key-format': 'ppk' }),
        keepKeyStep(file),
      ]);
      assert.match(await readFile(file, 'utf8'), /^PuTTY-User-Key-File-/);
      const { PublicKey } = await ground.pair(`putty-${type}`);
      assert.equal(await publicHalfOfPpk(site, file), withoutComment(PublicKey));
      assert.equal(await publicLineOfPpk(site, file), `${withoutComment(PublicKey)} putty-${type}`);
    },
  );
}

async function checkOwnName(ground: Ground): Promise<void> {
  const { site } = ground;
  await site.check('a name that is taken is refused, and the pair is left as it is', async () => {
    await ground.makeForeignPair('taken');
    const before = await ground.pair('taken');
    const { errors } = await ground.runRefused([keyPairStep({ 'key-name': 'taken' })]);
    assert.match(errors, /^The key pair "taken" exists already/);
    assert.deepEqual(await ground.pair('taken'), before);
  });

  await site.check(
    'a pair of a run is tagged with the hour it expires, by the clock of the job',
    async () => {
      const earliest = Date.now();
      const run = await ground.run([
        keyPairStep({ 'key-name-prefix': 'nightly-', lifetime: 'run', 'expires-after': '2h' }),
      ]);
      const latest = Date.now();
      const keyName = outputsOf(run)['key-name'] ?? '';
      assert.match(keyName, /^nightly-4711-1-[0-9a-f]{8}$/);
      const tags = tagsOf(await ground.pair(keyName));
      assert.equal(tags['ec2-key-pair-action:lifetime'], 'run');
      const expiry = Date.parse(tags['ec2-key-pair-action:expires-at'] ?? '') - 2 * 3_600_000;
      assert.ok(expiry >= earliest && expiry <= latest, `${tags['ec2-key-pair-action:expires-at']}`);
    },
  );
}

async function checkOutput(ground: Ground): Promise<void> {
  const { site } = ground;
  await site.check(
    'output-private-key gives later steps the private key, and shows none of it in the log',
    async () => {
      const file = path.join(site.folder, 'from-output.pem');
      const run = await ground.run([
        keyPairStep({ 'key-name': 'told', 'output-private-key': 'true', 'private-key-path': 'none' }),
        {
          name: 'use it',
          env: { KEY: output('private-key') },
          run: `umask 077; printf '%s' "$KEY" > '${file}'; printf '%s' "$KEY"; echo end of the key`,
        },
      ]);
      const { PublicKey } = await ground.pair('told');
      assert.equal(await publicHalfOf(site, file), withoutComment(PublicKey));
      const pieces = SecretPieces.ofFile(await readFile(file, 'utf8'), PublicKey ?? '');
      assert.notEqual(pieces.countIn(run.raw), 0, 'The key was not printed at all');
      assert.equal(pieces.countIn(run.log), 0);
    },
  );
}

function tagsOf({ Tags = [] }: KeyPairInfo): Partial<Record<string, string>> {
  return Object.fromEntries(Tags.map(({ Key, Value }) => [Key, Value]));
}
