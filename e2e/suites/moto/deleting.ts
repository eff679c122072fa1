import assert from 'node:assert/strict';
import { keyPairStep, outputsOf } from '../../lib/action-job.ts';
import { assertDeletionsAsked, changesAmong, type Ground } from './ground.ts';

/** `delete` and the clean-up, by what they ask of moto: it carries out no deletion by id (`differences.ts`). */
export async function checkDeleting(ground: Ground): Promise<void> {
  await checkOnePair(ground);
  await checkRun(ground);
  await checkForce(ground);
  await checkCleanUp(ground);
}

async function checkOnePair(ground: Ground): Promise<void> {
  const { site } = ground;
  await site.check('delete by name and by id asks for the deletion of that pair, by its id', async () => {
    await ground.run(['one', 'two', 'three'].map((keyName) => made(keyName)));
    const [one, two] = [await ground.pair('one'), await ground.pair('two')];
    const { answer: run, asked } = await ground.watch(() =>
      ground.run([
        keyPairStep({ operation: 'delete', 'key-name': 'one' }, 'named'),
        keyPairStep({ operation: 'delete', 'key-pair-id': two.KeyPairId ?? '' }, 'by-id'),
      ]),
    );
    assertDeletionsAsked(asked, [one.KeyPairId, two.KeyPairId]);
    assert.equal(outputsOf(run, 'named')['deleted'], '1');
    assert.equal(outputsOf(run, 'by-id')['deleted'], '1');
  });

  await site.check(
    'delete of a name, an id and a run without a pair succeeds, and asks for none',
    async () => {
      const { answer: runs, asked } = await ground.watch(() =>
        Promise.all(
          [{ 'key-name': 'nobody' }, { 'key-pair-id': 'key-00000000000000000' }, { 'run-id': '1' }].map(
            (which) =>
              ground.run([keyPairStep({ operation: 'delete', ...(which as Record<string, string>) })]),
          ),
        ),
      );
      assertDeletionsAsked(asked, []);
      assert.deepEqual(
        runs.map((run) => outputsOf(run)['deleted']),
        ['0', '0', '0'],
      );
    },
  );
}

async function checkRun(ground: Ground): Promise<void> {
  await ground.site.check(
    "delete with run-id asks for that run's pairs, all attempts, and no others",
    async () => {
      const run = { repository: 'octo/widgets', job: 'e2e' };
      await ground.run([made('run-8-1')], { github: { ...run, runId: '8', runAttempt: '1' } });
      await ground.run([made('run-8-2')], { github: { ...run, runId: '8', runAttempt: '2' } });
      await ground.run([made('run-80')], { github: { ...run, runId: '80', runAttempt: '1' } });
      await ground.run([made('other-run-8')], {
        github: { ...run, repository: 'octo/gadgets', runId: '8', runAttempt: '1' },
      });
      const wanted = [await ground.pair('run-8-1'), await ground.pair('run-8-2')];
      const { answer, asked } = await ground.watch(() =>
        ground.run([keyPairStep({ operation: 'delete', 'run-id': '8' })]),
      );
      assertDeletionsAsked(
        asked,
        wanted.map(({ KeyPairId }) => KeyPairId),
      );
      assert.equal(outputsOf(answer)['deleted'], '2');
    },
  );
}

async function checkForce(ground: Ground): Promise<void> {
  const { site } = ground;
  await site.check('delete of a pair that others made is refused, and asks for no deletion', async () => {
    const id = await ground.makeForeignPair('foreign');
    await ground.run([made('elsewhere')], {
      github: { repository: 'octo/gadgets', runId: '5', runAttempt: '1', job: 'e2e' },
    });
    const elsewhere = await ground.pair('elsewhere');
    for (const [keyName, keyPairId] of [
      ['foreign', id],
      ['elsewhere', elsewhere.KeyPairId],
    ]) {
      const { answer, asked } = await ground.watch(() =>
        ground.runRefused([keyPairStep({ operation: 'delete', 'key-name': keyName ?? '' })]),
      );
      assertDeletionsAsked(asked, []);
      assert.equal(
        answer.errors,
        `This repository did not make the key pair "${keyName}" (${keyPairId}) in ${ground.region} with this action. Nothing was deleted.`,
      );
    }
  });

  await site.check('with force, delete asks for the deletion of a pair that others made', async () => {
    const id = await ground.makeForeignPair('forced');
    const { answer, asked } = await ground.watch(() =>
      ground.run([keyPairStep({ operation: 'delete', 'key-name': 'forced', force: 'true' })]),
    );
    assertDeletionsAsked(asked, [id]);
    assert.equal(outputsOf(answer)['deleted'], '1');
  });
}

async function checkCleanUp(ground: Ground): Promise<void> {
  const { site } = ground;
  await site.check(
    "the clean-up asks for the deletion of the job's pair, by its id, and of no other",
    async () => {
      const { answer: run, asked } = await ground.watch(() =>
        ground.run([keyPairStep({}, 'of-the-job'), made('stays')]),
      );
      const { 'key-name': keyName = '', 'key-pair-id': id } = outputsOf(run, 'of-the-job');
      const deletions = asked.filter(({ operation }) => operation === 'DeleteKeyPair');
      assertDeletionsAsked(deletions, [id]);
      assert.match(run.log, new RegExp(`Removed the key pair "${keyName}"`));
    },
  );

  await site.check('the clean-up leaves a pair that somebody else deleted and made again', async () => {
    const { answer: run, asked } = await ground.watch(() =>
      ground.run([
        keyPairStep({ 'key-name': 'replaced', lifetime: 'job' }),
        { name: 'somebody else', run: replacing(ground, 'replaced') },
      ]),
    );
    const names = changesAmong(asked).map(({ operation }) => operation);
    assert.deepEqual(names, ['CreateKeyPair']);
    assert.match(run.log, /Gone already: the key pair "replaced"/);
    assert.notEqual((await ground.pair('replaced')).KeyPairId, outputsOf(run)['key-pair-id']);
  });
}

/** A step's command line that deletes a pair by its name, as moto can, and makes another of that name. */
function replacing({ site }: Ground, keyName: string): string {
  const aws = `'${site.part('aws')}' ec2`;
  return [
    `${aws} delete-key-pair --key-name ${keyName}`,
    `${aws} create-key-pair --key-name ${keyName} --query KeyPairId`,
  ].join(' && ');
}

/** A step that makes a pair, which stays. */
function made(keyName: string) {
  return keyPairStep({ 'key-name': keyName, 'key-type': 'ed25519' }, keyName);
}
