import assert from 'node:assert/strict';
import { type Inputs, keyPairStep, outputsOf } from '../../lib/action-job.ts';
import { makeSshKey } from '../../lib/ssh-key.ts';
import { changesAmong, type Ground } from './ground.ts';

/** What a step would do, and the one call that it rehearses for that, if there is one. */
type DryRun = readonly [sentence: string, inputs: Inputs, rehearsed: string | undefined];

export async function checkDryRuns(ground: Ground): Promise<void> {
  const { site } = ground;
  const { publicKey } = await makeSshKey(site, 'rehearsed', 'ed25519');
  await ground.run([
    keyPairStep({ 'key-name': 'fleet', 'key-type': 'ed25519' }, 'made'),
    keyPairStep({ operation: 'import', 'key-name': 'own', 'public-key': publicKey }, 'imported'),
  ]);
  const { KeyPairId = '' } = await ground.pair('fleet');
  const imported = { operation: 'import', 'public-key': publicKey };
  const dryRuns: readonly DryRun[] = [
    ['create', {}, 'CreateKeyPair'],
    ['ensure, to make the pair,', { operation: 'ensure', 'key-name': 'new' }, 'CreateKeyPair'],
    ['ensure, to tag it,', { operation: 'ensure', 'key-name': 'fleet', tags: 'new=tag' }, 'CreateTags'],
    ['ensure of a pair that fits', { operation: 'ensure', 'key-name': 'fleet' }, undefined],
    ['import', { ...imported, 'key-name': 'new' }, 'ImportKeyPair'],
    ['import of a key that is there', { ...imported, 'key-name': 'own' }, undefined],
    ['fetch', { operation: 'fetch', 'key-name': 'fleet' }, undefined],
    ['describe', { operation: 'describe' }, undefined],
    ['delete by name', { operation: 'delete', 'key-name': 'fleet' }, 'DeleteKeyPair'],
    ['delete by id', { operation: 'delete', 'key-pair-id': KeyPairId }, 'DeleteKeyPair'],
    ['delete with force', { operation: 'delete', 'key-name': 'fleet', force: 'true' }, 'DeleteKeyPair'],
  ];
  for (const [sentence, inputs, rehearsed] of dryRuns) {
    const what = rehearsed === undefined ? 'asks for no change' : `asks for ${rehearsed} with DryRun alone`;
    await site.check(`a dry run of ${sentence} ${what}, and changes no pair`, async () => {
      const before = await ground.pairs();
      const { answer, asked } = await ground.watch(() =>
        ground.run([keyPairStep({ ...inputs, 'dry-run': 'true' })]),
      );
      const changes = changesAmong(asked) as { operation: string; parameters: { DryRun?: string } }[];
      assert.deepEqual(
        changes.map(({ operation, parameters }) => [operation, parameters.DryRun]),
        rehearsed === undefined ? [] : [[rehearsed, 'true']],
      );
      assert.deepEqual(await ground.pairs(), before);
      assert.equal(outputsOf(answer)['created'], 'false');
      assert.match(answer.log, /Nothing was changed|nothing was changed/);
    });
  }
}
