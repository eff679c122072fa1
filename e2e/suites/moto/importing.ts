import assert from 'node:assert/strict';
import { keyPairStep, outputsOf } from '../../lib/action-job.ts';
import { makeSshKey, withoutComment } from '../../lib/ssh-key.ts';
import { summaryRows } from '../../lib/summary-table.ts';
import type { Ground } from './ground.ts';

/** `import`, of keys that ssh-keygen made. */
export async function checkImporting(ground: Ground): Promise<void> {
  const { site } = ground;
  await site.check('import takes a public key once, and a second time changes nothing', async () => {
    const { publicKey, fingerprint } = await makeSshKey(site, 'own', 'ed25519');
    const inputs = { operation: 'import', 'key-name': 'imported', 'public-key': publicKey };
    const run = await ground.run([keyPairStep(inputs, 'first')]);
    const before = await ground.pair('imported');
    const again = await ground.run([keyPairStep(inputs, 'second')]);
    assert.equal(outputsOf(run, 'first')['created'], 'true');
    assert.equal(outputsOf(again, 'second')['created'], 'false');
    assert.deepEqual(await ground.pair('imported'), before);
    assert.equal(withoutComment(before.PublicKey), withoutComment(publicKey));
    assert.equal(summaryRows(again.summary).get('Fingerprint (SSH)'), fingerprint);
  });

  await site.check('public-key-path imports the .pub of ssh-keygen from the workspace', async () => {
    const { file, publicKey } = await makeSshKey(site, 'from-file', 'rsa');
    const run = await ground.run([
      { name: 'check out', run: `mkdir keys && cp '${file}.pub' keys/deploy.pub` },
      keyPairStep({ operation: 'import', 'key-name': 'from-file', 'public-key-path': 'keys/deploy.pub' }),
    ]);
    const pair = await ground.pair('from-file');
    assert.equal(withoutComment(pair.PublicKey), withoutComment(publicKey));
    assert.equal(pair.KeyPairId, outputsOf(run)['key-pair-id']);
    assert.equal(pair.KeyFingerprint, outputsOf(run)['key-fingerprint']);
  });

  await site.check(
    'another key under the name is an error that shows both fingerprints as moto and ssh-keygen do',
    async () => {
      const theirs = await makeSshKey(site, 'theirs', 'rsa');
      const ours = await makeSshKey(site, 'ours', 'rsa');
      const importOf = (keyName: string, publicKey: string) =>
        keyPairStep({ operation: 'import', 'key-name': keyName, 'public-key': publicKey }, keyName);
      await ground.run([importOf('theirs', theirs.publicKey), importOf('ours', ours.publicKey)]);
      const before = await ground.pairs();
      const { KeyPairId, KeyFingerprint } = await ground.pair('theirs');
      const { KeyFingerprint: ourFingerprint } = await ground.pair('ours');

      const { errors } = await ground.runRefused([importOf('theirs', ours.publicKey)]);

      assert.equal(
        errors,
        `The key pair "theirs" in ${ground.region} (${KeyPairId}) holds another key: ` +
          `its fingerprint is ${KeyFingerprint}, ${theirs.fingerprint}; ` +
          `that of the key to import is ${ourFingerprint}, ${ours.fingerprint}.`,
      );
      assert.deepEqual(await ground.pairs(), before);
    },
  );
}
