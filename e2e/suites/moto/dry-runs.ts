import assert from 'node:assert/strict';
import { type Inputs, keyPairStep, outputsOf } from '../../lib/action-job.ts';
import { createSshKey } from '../../lib/ssh-key.ts';
import { changesAmong, type MotoRegion } from './moto-region.ts';

/** A step, and the one call that its dry run sends with DryRun, if any. */
type DryRun = readonly [step: string, inputs: Inputs, call: string | undefined];

/** The calls that would create a key pair. */
const creating = ['CreateKeyPair', 'ImportKeyPair'];

export async function checkDryRuns(region: MotoRegion): Promise<void> {
  const { site } = region;
  const { publicKey } = await createSshKey(site, 'dry-run', 'ed25519');
  await region.run([
    keyPairStep({ 'key-name': 'fleet', 'key-type': 'ed25519', lifetime: 'persistent' }, 'made'),
    keyPairStep({ operation: 'import', 'key-name': 'own', 'public-key': publicKey }, 'imported'),
  ]);
  const { KeyPairId = '' } = await region.keyPair('fleet');
  const imported = { operation: 'import', 'public-key': publicKey };
  const dryRuns: readonly DryRun[] = [
    ['create', {}, 'CreateKeyPair'],
    ['create with a name', { 'key-name': 'new' }, 'CreateKeyPair'],
    ['ensure, to create the key pair,', { operation: 'ensure', 'key-name': 'new' }, 'CreateKeyPair'],
    ['ensure, to add tags,', { operation: 'ensure', 'key-name': 'fleet', tags: 'new=tag' }, 'CreateTags'],
    ['ensure of a matching key pair', { operation: 'ensure', 'key-name': 'fleet' }, undefined],
    ['import', { ...imported, 'key-name': 'new' }, 'ImportKeyPair'],
    ['import of a key that exists', { ...imported, 'key-name': 'own' }, undefined],
    ['fetch', { operation: 'fetch', 'key-name': 'fleet' }, undefined],
    ['describe', { operation: 'describe' }, undefined],
    ['delete by name', { operation: 'delete', 'key-name': 'fleet' }, 'DeleteKeyPair'],
    ['delete by id', { operation: 'delete', 'key-pair-id': KeyPairId }, 'DeleteKeyPair'],
    ['delete with force', { operation: 'delete', 'key-name': 'fleet', force: 'true' }, 'DeleteKeyPair'],
  ];
  for (const [step, inputs, call] of dryRuns) {
    const what = call === undefined ? 'requests no change' : `requests only ${call} with DryRun`;
    await site.check(`a dry run of ${step} ${what}, and changes no key pair`, async () => {
      const before = await region.keyPairs();
      const { result, requests } = await region.record(() =>
        region.run([keyPairStep({ ...inputs, 'dry-run': 'true' })]),
      );
      const changes = changesAmong(requests) as { operation: string; parameters: { DryRun?: string } }[];
      assert.deepEqual(
        changes.map(({ operation, parameters }) => [operation, parameters.DryRun]),
        call === undefined ? [] : [[call, 'true']],
      );
      assert.deepEqual(await region.keyPairs(), before);
      const { created = 'false', changed } = outputsOf(result);
      assert.equal(created, String(call !== undefined && creating.includes(call)));
      assert.equal(changed, String(call !== undefined));
      assert.match(result.log, /Nothing was changed|nothing was changed/);
    });
  }

  await site.check('a dry run of create fails if the name is taken', async () => {
    const { error } = await region.runFailing([keyPairStep({ 'key-name': 'fleet', 'dry-run': 'true' })]);
    assert.match(error, /^Key pair "fleet" already exists in /);
  });
}
