import assert from 'node:assert/strict';
import { keyPairStep, outputsOf } from '../../lib/action-job.ts';
import { assertDeletionsRequested, changesAmong, type MotoRegion } from './moto-region.ts';

/** `delete` and the cleanup, by the requests that they send: moto ignores deletions by ID (`differences.ts`). */
export async function checkDeleting(region: MotoRegion): Promise<void> {
  await checkOneKeyPair(region);
  await checkRun(region);
  await checkForce(region);
  await checkCleanup(region);
}

async function checkOneKeyPair(region: MotoRegion): Promise<void> {
  const { site } = region;
  await site.check('delete by name and by ID requests the deletion of that key pair, by its ID', async () => {
    await region.run(['one', 'two', 'three'].map((keyName) => creating(keyName)));
    const [one, two] = [await region.keyPair('one'), await region.keyPair('two')];
    const { result: run, requests } = await region.record(() =>
      region.run([
        keyPairStep({ operation: 'delete', 'key-name': 'one' }, 'named'),
        keyPairStep({ operation: 'delete', 'key-pair-id': two.KeyPairId ?? '' }, 'by-id'),
      ]),
    );
    assertDeletionsRequested(requests, [one.KeyPairId, two.KeyPairId]);
    assert.equal(outputsOf(run, 'named')['deleted'], '1');
    assert.equal(outputsOf(run, 'by-id')['deleted'], '1');
  });

  await site.check(
    'delete succeeds for a name, an ID and a run without a key pair, and requests no deletion',
    async () => {
      const { result: runs, requests } = await region.record(() =>
        Promise.all(
          [{ 'key-name': 'nobody' }, { 'key-pair-id': 'key-00000000000000000' }, { 'run-id': '1' }].map(
            (which) =>
              region.run([keyPairStep({ operation: 'delete', ...(which as Record<string, string>) })]),
          ),
        ),
      );
      assertDeletionsRequested(requests, []);
      assert.deepEqual(
        runs.map((run) => outputsOf(run)['deleted']),
        ['0', '0', '0'],
      );
    },
  );
}

async function checkRun(region: MotoRegion): Promise<void> {
  await region.site.check(
    "delete with run-id requests the deletion of that run's key pairs, of all attempts, except persistent ones, and no others",
    async () => {
      const run = { repository: 'octo/widgets', job: 'e2e' };
      const ofRun = (keyName: string, lifetime = 'run') =>
        keyPairStep({ 'key-name': keyName, lifetime }, keyName);
      await region.run([ofRun('run-8-1'), ofRun('fleet', 'persistent')], {
        github: { ...run, runId: '8', runAttempt: '1' },
      });
      await region.run([ofRun('run-8-2')], { github: { ...run, runId: '8', runAttempt: '2' } });
      await region.run([ofRun('run-80')], { github: { ...run, runId: '80', runAttempt: '1' } });
      await region.run([ofRun('other-run-8')], {
        github: { ...run, repository: 'octo/gadgets', runId: '8', runAttempt: '1' },
      });
      const wanted = [await region.keyPair('run-8-1'), await region.keyPair('run-8-2')];
      const { result, requests } = await region.record(() =>
        region.run([keyPairStep({ operation: 'delete', 'run-id': '8' })]),
      );
      assertDeletionsRequested(
        requests,
        wanted.map(({ KeyPairId }) => KeyPairId),
      );
      assert.equal(outputsOf(result)['deleted'], '2');
      assert.match(result.log, /Kept: key pair "fleet" \(persistent\)/);
    },
  );
}

async function checkForce(region: MotoRegion): Promise<void> {
  const { site } = region;
  await site.check(
    'delete of a key pair that this repository did not create fails, and requests no deletion',
    async () => {
      const id = await region.createForeignKeyPair('foreign');
      await region.run([creating('elsewhere')], {
        github: { repository: 'octo/gadgets', runId: '5', runAttempt: '1', job: 'e2e' },
      });
      const elsewhere = await region.keyPair('elsewhere');
      for (const [keyName, keyPairId, why] of [
        ['foreign', id, 'it has no tags of this action'],
        ['elsewhere', elsewhere.KeyPairId, 'its tags name github.com/octo/gadgets'],
      ]) {
        const { result, requests } = await region.record(() =>
          region.runFailing([keyPairStep({ operation: 'delete', 'key-name': keyName ?? '' })]),
        );
        assertDeletionsRequested(requests, []);
        assert.equal(
          result.error,
          `Key pair "${keyName}" (${keyPairId}) in ${region.name} was not created by this action in this repository: ${why}.`,
        );
      }
    },
  );

  await site.check(
    'with force, delete requests the deletion of a key pair that this repository did not create',
    async () => {
      const id = await region.createForeignKeyPair('forced');
      const { result, requests } = await region.record(() =>
        region.run([keyPairStep({ operation: 'delete', 'key-name': 'forced', force: 'true' })]),
      );
      assertDeletionsRequested(requests, [id]);
      assert.equal(outputsOf(result)['deleted'], '1');
    },
  );
}

async function checkCleanup(region: MotoRegion): Promise<void> {
  const { site } = region;
  await site.check(
    "the cleanup requests the deletion of the job's key pair, by its ID, and of no other",
    async () => {
      const { result: run, requests } = await region.record(() =>
        region.run([keyPairStep({}, 'of-the-job'), creating('stays')]),
      );
      const { 'key-name': keyName = '', 'key-pair-id': id } = outputsOf(run, 'of-the-job');
      const deletions = requests.filter(({ operation }) => operation === 'DeleteKeyPair');
      assertDeletionsRequested(deletions, [id]);
      assert.match(run.log, new RegExp(`Deleted key pair "${keyName}"`));
    },
  );

  await site.check(
    'the cleanup does not delete a key pair that someone else deleted and created again',
    async () => {
      const { result: run, requests } = await region.record(() =>
        region.run([
          keyPairStep({ 'key-name': 'replaced', lifetime: 'job' }),
          { name: 'someone else', run: replacing(region, 'replaced') },
        ]),
      );
      const id = outputsOf(run)['key-pair-id'];
      const names = changesAmong(requests).map(({ operation }) => operation);
      assert.deepEqual(names, ['CreateKeyPair', 'DeleteKeyPair']);
      const deletions = requests.filter(({ operation }) => operation === 'DeleteKeyPair');
      assertDeletionsRequested(deletions, [id]);
      assert.match(run.log, /(?:Already gone: |Deleted )key pair "replaced"/);
      assert.notEqual((await region.keyPair('replaced')).KeyPairId, id);
    },
  );
}

/** Commands that delete a key pair by name, which moto supports, and create another one with that name. */
function replacing({ site }: MotoRegion, keyName: string): string {
  const aws = `'${site.part('aws')}' ec2`;
  return [
    `${aws} delete-key-pair --key-name ${keyName}`,
    `${aws} create-key-pair --key-name ${keyName} --query KeyPairId`,
  ].join(' && ');
}

/** A step that creates a persistent key pair. */
function creating(keyName: string) {
  return keyPairStep({ 'key-name': keyName, 'key-type': 'ed25519', lifetime: 'persistent' }, keyName);
}
