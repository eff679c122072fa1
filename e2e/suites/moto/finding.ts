import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Tag } from '@aws-sdk/client-ec2';
import { keepKeyStep, keyPairStep, outputsOf } from '../../lib/action-job.ts';
import { makeSshKey, publicHalfOf, withoutComment } from '../../lib/ssh-key.ts';
import type { Ground } from './ground.ts';

/** `ensure`, `fetch` and `describe`. */
export async function checkFinding(ground: Ground): Promise<void> {
  await checkEnsure(ground);
  await checkDescribe(ground);
  await checkIds(ground);
  for (const operation of ['ensure', 'fetch']) await checkKeptKey(ground, operation);
  await checkMissing(ground);
}

async function checkEnsure(ground: Ground): Promise<void> {
  const { site } = ground;
  await site.check('ensure makes the pair once, and fetch finds it', async () => {
    const inputs = { operation: 'ensure', 'key-name': 'fleet' };
    const run = await ground.run([
      keyPairStep(inputs, 'first'),
      keyPairStep(inputs, 'second'),
      keyPairStep({ operation: 'fetch', 'key-name': 'fleet' }, 'fetched'),
    ]);
    assert.deepEqual(
      ['first', 'second'].map((id) => outputsOf(run, id)['created']),
      ['true', 'false'],
    );
    const { KeyPairId, PublicKey } = await ground.pair('fleet');
    for (const id of ['first', 'second', 'fetched']) {
      assert.equal(outputsOf(run, id)['key-pair-id'], KeyPairId);
      assert.equal(withoutComment(outputsOf(run, id)['public-key']), withoutComment(PublicKey));
    }
  });

  await site.check(
    'ensure lays the tags that are asked for on its own pair, and keeps the others',
    async () => {
      const before = (await ground.pair('fleet')).Tags ?? [];
      await ground.run([keyPairStep({ operation: 'ensure', 'key-name': 'fleet', tags: 'stage=prod' })]);
      const after = (await ground.pair('fleet')).Tags ?? [];
      assert.deepEqual(sorted(after), sorted([...before, { Key: 'stage', Value: 'prod' }]));
    },
  );

  await site.check('ensure refuses a pair of another type', async () => {
    const { errors } = await ground.runRefused([
      keyPairStep({ operation: 'ensure', 'key-name': 'fleet', 'key-type': 'ed25519' }),
    ]);
    assert.equal(errors, `The key pair "fleet" in ${ground.region} is of type rsa, not ed25519.`);
  });
}

async function checkDescribe(ground: Ground): Promise<void> {
  await ground.site.check('describe lists by name, by tag, by run and all', async () => {
    await ground.makeForeignPair('foreign', {
      TagSpecifications: [{ ResourceType: 'key-pair', Tags: [{ Key: 'team', Value: 'web' }] }],
    });
    const made = { tags: 'team=web', 'key-type': 'ed25519' };
    await ground.run([
      keyPairStep({ 'key-name': 'web-1', ...made }, 'one'),
      keyPairStep({ 'key-name': 'web-2', ...made }, 'two'),
    ]);
    await ground.run([keyPairStep({ 'key-name': 'web-3', ...made })], {
      github: { repository: 'octo/widgets', runId: '4712', runAttempt: '1', job: 'e2e' },
    });
    const run = await ground.run([
      keyPairStep({ operation: 'describe', 'key-name': 'fleet' }, 'named'),
      keyPairStep({ operation: 'describe', tags: 'team=web' }, 'tagged'),
      keyPairStep({ operation: 'describe', tags: 'team=web\nstage=prod' }, 'twice-tagged'),
      keyPairStep({ operation: 'describe', 'run-id': '4711' }, 'run'),
      keyPairStep({ operation: 'describe', 'run-id': '4712' }, 'next-run'),
      keyPairStep({ operation: 'describe', 'run-id': '471' }, 'no-run'),
      keyPairStep({ operation: 'describe' }, 'all'),
    ]);
    const names = (id: string) => listed(outputsOf(run, id)).map(({ keyName }) => keyName);
    assert.deepEqual(names('named'), ['fleet']);
    assert.deepEqual(names('tagged'), ['foreign', 'web-1', 'web-2', 'web-3']);
    assert.deepEqual(names('twice-tagged'), []);
    assert.deepEqual(names('run'), ['fleet', 'web-1', 'web-2']);
    assert.deepEqual(names('next-run'), ['web-3']);
    assert.deepEqual(names('no-run'), []);
    assert.deepEqual(names('all'), ['fleet', 'foreign', 'web-1', 'web-2', 'web-3']);
    const ours = listed(outputsOf(run, 'all')).filter((pair) => pair.ours);
    assert.deepEqual(
      ours.map(({ keyName }) => keyName),
      ['fleet', 'web-1', 'web-2', 'web-3'],
    );
  });
}

async function checkIds(ground: Ground): Promise<void> {
  await ground.site.check('fetch and describe by id find that pair and no other', async () => {
    const [first, second] = [
      await ground.makeForeignPair('by-id-1'),
      await ground.makeForeignPair('by-id-2'),
    ];
    const run = await ground.run([
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

async function checkKeptKey(ground: Ground, operation: string): Promise<void> {
  const { site } = ground;
  const asked = (keyName: string, more: Record<string, string> = {}) =>
    keyPairStep({ operation, 'key-name': keyName, 'private-key-path': 'kept.pem', ...more });
  const brought = (file: string) => ({ name: 'bring the key', run: `umask 077; cp '${file}' kept.pem` });

  await site.check(
    `${operation} takes and hands on the private key of a file that is the pair's own`,
    async () => {
      const file = path.join(site.folder, `${operation}-own.pem`);
      const made = `${operation}-made`;
      await ground.run([keyPairStep({ 'key-name': made }), keepKeyStep(file)]);
      const { publicKey, file: importedFile } = await makeSshKey(site, `${operation}-imported`, 'ed25519');
      const imported = `${operation}-imported`;
      await ground.run([keyPairStep({ operation: 'import', 'key-name': imported, 'public-key': publicKey })]);
      for (const [keyName, kept] of [
        [made, file],
        [imported, importedFile],
      ] as const) {
        const run = await ground.run([brought(kept), asked(keyName, { 'output-private-key': 'true' })]);
        const { created, 'private-key-path': at, 'private-key': told = '' } = outputsOf(run);
        assert.deepEqual({ created, at }, { created: 'false', at: `${run.folders.workspace}/kept.pem` });
        const toldFile = path.join(site.folder, `${keyName}-told.pem`);
        await writeFile(toldFile, told, { mode: 0o600 });
        const { PublicKey } = await ground.pair(keyName);
        assert.equal(await publicHalfOf(site, toldFile), withoutComment(PublicKey));
      }
    },
  );

  await site.check(`${operation} refuses the private key of another pair, and names both`, async () => {
    const right = await makeSshKey(site, `${operation}-right`, 'rsa');
    const wrong = await makeSshKey(site, `${operation}-wrong`, 'rsa');
    const keyName = `${operation}-right`;
    await ground.run([
      keyPairStep({ operation: 'import', 'key-name': keyName, 'public-key': right.publicKey }),
    ]);
    const { errors, folders, steps } = await ground.runRefused([brought(wrong.file), asked(keyName)]);
    assert.equal(
      errors,
      `The private key in ${folders.workspace}/kept.pem (${wrong.fingerprint}) is not that of the key pair ` +
        `"${keyName}" in ${ground.region} (${right.fingerprint}).`,
    );
    assert.deepEqual(steps.find(({ id, phase }) => id === 'key' && phase === 'main')?.outputs, {});
  });
}

async function checkMissing(ground: Ground): Promise<void> {
  await ground.site.check('fetch of a name and of an id that nobody has says so', async () => {
    const id = 'key-00000000000000000';
    const refused = (inputs: Record<string, string>) =>
      ground.runRefused([keyPairStep({ operation: 'fetch', ...inputs })]);
    const [byName, byId] = await Promise.all([
      refused({ 'key-name': 'nobody' }),
      refused({ 'key-pair-id': id }),
    ]);
    assert.equal(byName.errors, `There is no key pair named "nobody" in ${ground.region}.`);
    assert.equal(byId.errors, `There is no key pair with the id ${id} in ${ground.region}.`);
  });
}

interface Listed {
  readonly keyName: string;
  readonly keyPairId: string;
  readonly ours: boolean;
}

function listed(outputs: Readonly<Record<string, string>>): Listed[] {
  return JSON.parse(outputs['key-pairs'] ?? '') as Listed[];
}

function sorted(tags: readonly Tag[]): string[] {
  return tags.map(({ Key, Value }) => `${Key}=${Value}`).sort();
}
