import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Tag } from '@aws-sdk/client-ec2';
import { keepKeyStep, keyPairStep, outputsOf } from '../../lib/action-job.ts';
import { createSshKey, publicHalfOf, withoutComment } from '../../lib/ssh-key.ts';
import type { MotoRegion } from './moto-region.ts';

/** `ensure`, `fetch` and `describe`. */
export async function checkFinding(region: MotoRegion): Promise<void> {
  await checkEnsure(region);
  await checkDescribe(region);
  await checkIds(region);
  for (const operation of ['ensure', 'fetch']) await checkKeptKey(region, operation);
  await checkMissing(region);
}

async function checkEnsure(region: MotoRegion): Promise<void> {
  const { site } = region;
  await site.check('ensure creates the key pair once, and fetch finds it', async () => {
    const inputs = { operation: 'ensure', 'key-name': 'fleet' };
    const run = await region.run([
      keyPairStep(inputs, 'first'),
      keyPairStep(inputs, 'second'),
      keyPairStep({ operation: 'fetch', 'key-name': 'fleet' }, 'fetched'),
    ]);
    assert.deepEqual(
      ['first', 'second'].map((id) => outputsOf(run, id)['created']),
      ['true', 'false'],
    );
    const { KeyPairId, PublicKey } = await region.keyPair('fleet');
    for (const id of ['first', 'second', 'fetched']) {
      assert.equal(outputsOf(run, id)['key-pair-id'], KeyPairId);
      assert.equal(withoutComment(outputsOf(run, id)['public-key']), withoutComment(PublicKey));
    }
  });

  await site.check('ensure adds the requested tags to its own key pair, and keeps the others', async () => {
    const before = (await region.keyPair('fleet')).Tags ?? [];
    await region.run([keyPairStep({ operation: 'ensure', 'key-name': 'fleet', tags: 'stage=prod' })]);
    const after = (await region.keyPair('fleet')).Tags ?? [];
    assert.deepEqual(sorted(after), sorted([...before, { Key: 'stage', Value: 'prod' }]));
  });

  await site.check('ensure fails for a key pair of another type', async () => {
    const { error } = await region.runFailing([
      keyPairStep({ operation: 'ensure', 'key-name': 'fleet', 'key-type': 'ed25519' }),
    ]);
    assert.equal(error, `Key pair "fleet" in ${region.name} has type rsa, not ed25519.`);
  });
}

async function checkDescribe(region: MotoRegion): Promise<void> {
  await region.site.check(
    'describe lists key pairs by name, pattern, fingerprint, tag, and run, and all',
    async () => {
      await region.createForeignKeyPair('foreign', {
        TagSpecifications: [{ ResourceType: 'key-pair', Tags: [{ Key: 'team', Value: 'web' }] }],
      });
      const made = { tags: 'team=web', 'key-type': 'ed25519', lifetime: 'persistent' };
      await region.run([
        keyPairStep({ 'key-name': 'web-1', ...made }, 'one'),
        keyPairStep({ 'key-name': 'web-2', ...made }, 'two'),
      ]);
      await region.run([keyPairStep({ 'key-name': 'web-3', ...made })], {
        github: { repository: 'octo/widgets', runId: '4712', runAttempt: '1', job: 'e2e' },
      });
      const { KeyFingerprint } = await region.keyPair('web-2');
      const run = await region.run([
        keyPairStep({ operation: 'describe', 'key-name': 'fleet' }, 'named'),
        keyPairStep({ operation: 'describe', tags: 'team=web' }, 'tagged'),
        keyPairStep({ operation: 'describe', tags: 'team=web\nstage=prod' }, 'twice-tagged'),
        keyPairStep({ operation: 'describe', 'run-id': '4711' }, 'run'),
        keyPairStep({ operation: 'describe', 'run-id': '4712' }, 'next-run'),
        keyPairStep({ operation: 'describe', 'run-id': '471' }, 'no-run'),
        keyPairStep({ operation: 'describe', 'key-name-pattern': 'web-?' }, 'pattern'),
        keyPairStep({ operation: 'describe', 'key-name-pattern': 'f*', tags: 'team=web' }, 'pattern-and-tag'),
        keyPairStep({ operation: 'describe', 'key-fingerprint': KeyFingerprint ?? '' }, 'fingerprint'),
        keyPairStep({ operation: 'describe' }, 'all'),
      ]);
      const names = (id: string) => listed(outputsOf(run, id)).map(({ keyName }) => keyName);
      assert.deepEqual(names('named'), ['fleet']);
      assert.deepEqual(names('tagged'), ['foreign', 'web-1', 'web-2', 'web-3']);
      assert.deepEqual(names('twice-tagged'), []);
      assert.deepEqual(names('run'), ['fleet', 'web-1', 'web-2']);
      assert.deepEqual(names('next-run'), ['web-3']);
      assert.deepEqual(names('no-run'), []);
      assert.deepEqual(names('pattern'), ['web-1', 'web-2', 'web-3']);
      assert.deepEqual(names('pattern-and-tag'), ['foreign']);
      assert.deepEqual(names('fingerprint'), ['web-2']);
      assert.deepEqual(names('all'), ['fleet', 'foreign', 'web-1', 'web-2', 'web-3']);
      const managed = listed(outputsOf(run, 'all')).filter((pair) => pair.managed);
      assert.deepEqual(
        managed.map(({ keyName }) => keyName),
        ['fleet', 'web-1', 'web-2', 'web-3'],
      );
    },
  );
}

async function checkIds(region: MotoRegion): Promise<void> {
  await region.site.check('fetch and describe by ID find that key pair and no other', async () => {
    const [first, second] = [
      await region.createForeignKeyPair('by-id-1'),
      await region.createForeignKeyPair('by-id-2'),
    ];
    const run = await region.run([
      keyPairStep({ operation: 'fetch', 'key-pair-id': first }, 'fetched'),
      keyPairStep({ operation: 'describe', 'key-pair-id': second }, 'described'),
    ]);
    assert.equal(outputsOf(run, 'fetched')['key-name'], 'by-id-1');
    assert.deepEqual(
      listed(outputsOf(run, 'described')).map(({ keyName, keyPairId }) => ({ keyName, keyPairId })),
      [{ keyName: 'by-id-2', keyPairId: second }],
    );
  });
}

async function checkKeptKey(region: MotoRegion, operation: string): Promise<void> {
  const { site } = region;
  const asked = (keyName: string, more: Record<string, string> = {}) =>
    keyPairStep({ operation, 'key-name': keyName, 'private-key-path': 'kept.pem', ...more });
  const brought = (file: string) => ({ name: 'bring the key', run: `umask 077; cp '${file}' kept.pem` });

  await site.check(
    `${operation} reads the key pair's own private key from a file, and outputs it`,
    async () => {
      const file = path.join(site.folder, `${operation}-own.pem`);
      const made = `${operation}-made`;
      await region.run([keyPairStep({ 'key-name': made, lifetime: 'persistent' }), keepKeyStep(file)]);
      const { publicKey, file: importedFile } = await createSshKey(site, `${operation}-imported`, 'ed25519');
      const imported = `${operation}-imported`;
      await region.run([keyPairStep({ operation: 'import', 'key-name': imported, 'public-key': publicKey })]);
      for (const [keyName, kept] of [
        [made, file],
        [imported, importedFile],
      ] as const) {
        const run = await region.run([brought(kept), asked(keyName, { 'output-private-key': 'true' })]);
        const { created, 'private-key-path': at, 'private-key': told = '' } = outputsOf(run);
        assert.deepEqual({ created, at }, { created: 'false', at: `${run.folders.workspace}/kept.pem` });
        const toldFile = path.join(site.folder, `${keyName}-told.pem`);
        await writeFile(toldFile, told, { mode: 0o600 });
        const { PublicKey } = await region.keyPair(keyName);
        assert.equal(await publicHalfOf(site, toldFile), withoutComment(PublicKey));
      }
    },
  );

  await site.check(
    `${operation} rejects the private key of another key pair, and shows both fingerprints`,
    async () => {
      const right = await createSshKey(site, `${operation}-right`, 'rsa');
      const wrong = await createSshKey(site, `${operation}-wrong`, 'rsa');
      const keyName = `${operation}-right`;
      await region.run([
        keyPairStep({ operation: 'import', 'key-name': keyName, 'public-key': right.publicKey }),
      ]);
      const { error, folders, steps } = await region.runFailing([brought(wrong.file), asked(keyName)]);
      assert.equal(
        error,
        `The private key in ${folders.workspace}/kept.pem (${wrong.fingerprint}) does not belong to key pair ` +
          `"${keyName}" in ${region.name} (${right.fingerprint}).`,
      );
      assert.deepEqual(steps.find(({ id, phase }) => id === 'key' && phase === 'main')?.outputs, {});
    },
  );
}

async function checkMissing(region: MotoRegion): Promise<void> {
  await region.site.check('fetch fails for a name and an ID that do not exist', async () => {
    const id = 'key-00000000000000000';
    const refused = (inputs: Record<string, string>) =>
      region.runFailing([keyPairStep({ operation: 'fetch', ...inputs })]);
    const [byName, byId] = await Promise.all([
      refused({ 'key-name': 'nobody' }),
      refused({ 'key-pair-id': id }),
    ]);
    assert.equal(byName.error, `Key pair "nobody" does not exist in ${region.name}.`);
    assert.equal(byId.error, `Key pair ${id} does not exist in ${region.name}.`);
  });
}

interface Listed {
  readonly keyName: string;
  readonly keyPairId: string;
  readonly managed: boolean;
}

function listed(outputs: Readonly<Record<string, string>>): Listed[] {
  return JSON.parse(outputs['key-pairs'] ?? '') as Listed[];
}

function sorted(tags: readonly Tag[]): string[] {
  return tags.map(({ Key, Value }) => `${Key}=${Value}`).sort();
}
