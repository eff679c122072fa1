import assert from 'node:assert/strict';
import { keyPairStep, outputsOf } from '../../lib/action-job.ts';
import { createSshKey, withoutComment } from '../../lib/ssh-key.ts';
import { summaryRows } from '../../lib/summary-table.ts';
import type { MotoRegion } from './moto-region.ts';

/** `import`, with keys that ssh-keygen generated. */
export async function checkImporting(region: MotoRegion): Promise<void> {
  const { site } = region;
  await site.check('import imports a public key once, and changes nothing the second time', async () => {
    const { publicKey, fingerprint } = await createSshKey(site, 'own', 'ed25519');
    const inputs = { operation: 'import', 'key-name': 'imported', 'public-key': publicKey };
    const run = await region.run([keyPairStep(inputs, 'first')]);
    const before = await region.keyPair('imported');
    const again = await region.run([keyPairStep(inputs, 'second')]);
    assert.equal(outputsOf(run, 'first')['created'], 'true');
    assert.equal(outputsOf(again, 'second')['created'], 'false');
    assert.deepEqual(await region.keyPair('imported'), before);
    assert.equal(withoutComment(before.PublicKey), withoutComment(publicKey));
    assert.equal(summaryRows(again.summary).get('SSH fingerprint'), fingerprint);
  });

  await site.check("public-key-path imports ssh-keygen's .pub file from the workspace", async () => {
    const { file, publicKey } = await createSshKey(site, 'from-file', 'rsa');
    const run = await region.run([
      { name: 'check out', run: `mkdir keys && cp '${file}.pub' keys/deploy.pub` },
      keyPairStep({ operation: 'import', 'key-name': 'from-file', 'public-key-path': 'keys/deploy.pub' }),
    ]);
    const pair = await region.keyPair('from-file');
    assert.equal(withoutComment(pair.PublicKey), withoutComment(publicKey));
    assert.equal(pair.KeyPairId, outputsOf(run)['key-pair-id']);
    assert.equal(pair.KeyFingerprint, outputsOf(run)['key-fingerprint']);
  });

  await site.check(
    'a different key under the same name is an error that shows both fingerprints as moto and ssh-keygen do',
    async () => {
      const theirs = await createSshKey(site, 'theirs', 'rsa');
      const ours = await createSshKey(site, 'ours', 'rsa');
      const importOf = (keyName: string, publicKey: string) =>
        keyPairStep({ operation: 'import', 'key-name': keyName, 'public-key': publicKey }, keyName);
      await region.run([importOf('theirs', theirs.publicKey), importOf('ours', ours.publicKey)]);
      const before = await region.keyPairs();
      const { KeyPairId, KeyFingerprint } = await region.keyPair('theirs');
      const { KeyFingerprint: ourFingerprint } = await region.keyPair('ours');

      const { error } = await region.runFailing([importOf('theirs', ours.publicKey)]);

      assert.equal(
        error,
        `Key pair "theirs" in ${region.name} (${KeyPairId}) contains a different key ` +
          `(fingerprint ${KeyFingerprint}, ${theirs.fingerprint}; ` +
          `yours is ${ourFingerprint}, ${ours.fingerprint}).`,
      );
      assert.deepEqual(await region.keyPairs(), before);
    },
  );
}
