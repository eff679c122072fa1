import assert from 'node:assert/strict';
import { keyPairStep, outputsOf } from '../../lib/action-job.ts';
import type { MotoRequest } from '../../lib/moto.ts';
import { withoutComment } from '../../lib/ssh-key.ts';
import { changesAmong, type MotoRegion } from './moto-region.ts';

/** One key in two Regions, of which the first has the store. */
export async function checkSeveralRegions(first: MotoRegion, second: MotoRegion): Promise<void> {
  const { site } = first;
  const regions = [first, second];
  const inAll = { 'aws-region': regions.map(({ name }) => name).join('\n') };
  const keyName = 'several';
  const ensure = {
    ...inAll,
    ...{ operation: 'ensure', 'key-name': keyName, 'key-type': 'ed25519' },
    ...{ 'generate-on': 'runner', store: 'ssm' },
  };
  const inEach = () => Promise.all(regions.map((region) => region.keyPair(keyName)));

  await site.check(
    'ensure imports one key into two Regions, and a second run uses both key pairs',
    async () => {
      const created = await first.run([keyPairStep(ensure)]);
      const pairs = await inEach();
      const [key, ...others] = new Set(pairs.map(({ PublicKey }) => withoutComment(PublicKey)));
      assert.deepEqual(others, []);
      assert.equal(key, withoutComment(outputsOf(created)['public-key']));
      const listed: { keyPairId: string; created: boolean }[] = JSON.parse(
        outputsOf(created)['key-pairs'] ?? '',
      );
      assert.deepEqual(
        listed.map(({ keyPairId }) => keyPairId),
        pairs.map(({ KeyPairId }) => KeyPairId),
      );
      const again = await first.run([keyPairStep(ensure)]);
      assert.equal(outputsOf(again)['created'], 'false');
      assert.notEqual(outputsOf(again)['private-key-path'], '');
      assert.deepEqual(await inEach(), pairs);
    },
  );

  await site.check('fetch gets the private key in the first Region, and delete is for both', async () => {
    const fetch = { operation: 'fetch', 'key-name': keyName, 'output-private-key': 'true' };
    await first.run([keyPairStep(fetch)]);
    const { error } = await second.runFailing([keyPairStep(fetch)]);
    assert.match(error, /does not have its private key/);
    const pairs = await inEach();
    const remove = { ...inAll, operation: 'delete', 'key-name': keyName };
    const { result, requests } = await first.record(() =>
      second.record(() => first.run([keyPairStep(remove)])),
    );
    assert.equal(outputsOf(result.result)['deleted'], '2');
    assert.deepEqual(
      [...deletedBy(requests), ...deletedBy(result.requests)],
      pairs.map(({ KeyPairId }) => KeyPairId),
    );
  });
}

/** The IDs of the key pairs whose deletion was requested. Moto ignores deletions by ID (`differences.ts`). */
function deletedBy(requests: readonly MotoRequest[]): unknown[] {
  return changesAmong(requests).flatMap(({ operation, parameters }) =>
    operation === 'DeleteKeyPair' && 'DryRun' in parameters && parameters.DryRun === 'false'
      ? [new Map(Object.entries(parameters)).get('KeyPairId')]
      : [],
  );
}
