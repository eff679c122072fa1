import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { debugging } from '../lib/act-repository.ts';
import type { ActRun } from '../lib/act-run.ts';
import type { Started } from '../lib/programs.ts';
import { action, assertNothingLeft, filesWithKeys, pairNames, type Stage } from './stage.ts';

/** Jobs that do not succeed: their post steps run as well. */
export async function checkEndings(stage: Stage): Promise<void> {
  await checkFailing(stage, 'a job that fails', { id: '1007', more: [] }, (run) => {
    assert.doesNotMatch(run.printed, /\[DEBUG\]/);
  });
  await checkFailing(stage, 'a job that fails and is debugged', { id: '1008', more: debugging }, (run) => {
    assert.match(run.printed, /^\[trial\] \[DEBUG\] /m);
    assert.match(run.printed, /^\[trial\]\s+\| Debugging: 1$/m);
  });
  await checkCancelled(stage);
  await checkCancelledWhileAsking(stage);
}

async function checkFailing(
  stage: Stage,
  which: string,
  options: { readonly id: string; readonly more: readonly string[] },
  assertKind: (run: ActRun) => void,
): Promise<void> {
  const { site, keys, repository } = stage;
  await site.check(
    `${which} shows stars where it prints its private key, and its post cleans up`,
    async () => {
      const before = pairNames(stage);
      const made = keys.length;
      const run = await repository.run('failing.yml', options);
      assert.equal(run.success, false);
      assert.equal(keys.length, made + 1);
      assertKind(run);
      assert.deepEqual(outcomes(run), [
        `Main ${action}: success`,
        'Main Print the private key: success',
        'Main Fail: failure',
        `Post ${action}: success`,
      ]);
      const printed = run.printed.match(
        /BEGIN RSA PRIVATE KEY-----\n(?:\[trial\]\s+\| \*\*\*\n){20,}\[trial\]\s+\| -----END RSA PRIVATE KEY/g,
      );
      assert.equal(printed?.length, 2, 'The file and the output are to be printed as stars');
      assert.deepEqual(pairNames(stage), before);
      await assertNothingLeft(run, stage);
    },
  );
}

async function checkCancelled(stage: Stage): Promise<void> {
  const { site, repository } = stage;
  await site.check('post cleans up after a job that is cancelled while a later step runs', async () => {
    const before = pairNames(stage);
    const started = await repository.start('cancelled.yml', { id: '1009' });
    try {
      await until(started, () => /\| now waiting$/m.test(started.printed()));
      // The controls: what has to be gone in the end is there now, and would be found.
      assert.equal(pairNames(stage).length, before.length + 1);
      assert.ok((await repository.runningCommands()).includes('sleep 60'));
      assert.ok((await filesWithKeys(stage)).some((file) => file.endsWith('.pem')));
    } finally {
      started.signal('SIGINT');
    }
    const run = await repository.finish(started);
    assert.equal(run.success, false);
    assert.deepEqual(outcomes(run), [
      `Main ${action}: success`,
      'Main Wait to be cancelled: failure',
      `Post ${action}: success`,
    ]);
    assert.deepEqual(pairNames(stage), before);
    await assertNothingLeft(run, stage);
  });
}

async function checkCancelledWhileAsking(stage: Stage): Promise<void> {
  const { site, aws, keys, repository } = stage;
  await site.check('post removes the pair of a job that is cancelled before EC2 has answered', async () => {
    const before = pairNames(stage);
    const made = keys.length;
    aws.faults.add({ on: 'CreateKeyPair', effect: { kind: 'execute-then-silence' } });
    const started = await repository.start('cancelled.yml', { id: '1010' });
    try {
      await until(started, () => pairNames(stage).length > before.length);
    } finally {
      started.signal('SIGINT');
    }
    const run = await repository.finish(started);
    assert.equal(run.success, false);
    assert.deepEqual(outcomes(run), [`Main ${action}: failure`, `Post ${action}: success`]);
    assert.equal(keys.length, made + 1);
    assert.deepEqual(pairNames(stage), before);
    await assertNothingLeft(run, stage);
  });
}

/** Phases of all steps but the one that signs in. */
function outcomes({ steps }: ActRun): string[] {
  return steps
    .filter(({ name }) => !name.startsWith('aws-actions/'))
    .map(({ phase, name, success }) => `${phase} ${name}: ${success ? 'success' : 'failure'}`);
}

/** Fails when the program ends before that is so. */
async function until(started: Started, isSo: () => boolean): Promise<void> {
  let over = false;
  const noteEnd = (): void => {
    over = true;
  };
  started.ended.then(noteEnd, noteEnd);
  while (!isSo()) {
    assert.equal(over, false, `It ended too soon:\n${started.printed()}`);
    await pause(50);
  }
}
