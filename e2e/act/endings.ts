import assert from 'node:assert/strict';
import { SecretPieces } from '../../test-support/secret-pieces.ts';
import { debugging } from '../lib/act-repository.ts';
import type { ActRun } from '../lib/act-run.ts';
import type { Started } from '../lib/programs.ts';
import { action, assertNothingLeft, filesWithKeys, pairNames, type TestBed, until } from './test-bed.ts';

/** Checks jobs that fail or are cancelled: their post steps run as well. */
export async function checkEndings(testBed: TestBed): Promise<void> {
  await checkFailing(testBed, 'a failing job', { id: '1007', more: [] }, (run) => {
    assert.doesNotMatch(run.printed, /\[DEBUG\]/);
  });
  await checkFailing(testBed, 'a failing job with debug logging', { id: '1008', more: debugging }, (run) => {
    assert.match(run.printed, /^\[trial\] \[DEBUG\] /m);
    assert.match(run.printed, /^\[trial\]\s+\| Debugging: 1$/m);
  });
  await checkCancelled(testBed);
  await checkCancelledDuringRequest(testBed);
}

/** The body that a step prints. Its first five lines are the public key. */
const printedKey =
  /BEGIN RSA PRIVATE KEY-----\n(?<body>(?:\[trial\]\s+\| .*\n)+?)\[trial\]\s+\| -----END RSA/g;

async function checkFailing(
  testBed: TestBed,
  which: string,
  options: { readonly id: string; readonly more: readonly string[] },
  assertKind: (run: ActRun) => void,
): Promise<void> {
  const { site, keys, repository } = testBed;
  await site.check(`${which} prints asterisks instead of its private key, and post cleans up`, async () => {
    const before = pairNames(testBed);
    const created = keys.length;
    const run = await repository.run('failing.yml', options);
    assert.equal(run.success, false);
    assert.equal(keys.length, created + 1);
    assertKind(run);
    assert.deepEqual(outcomes(run), [
      `Main ${action}: success`,
      'Main Print the private key: success',
      'Main Fail: failure',
      `Post ${action}: success`,
    ]);
    const printed = [...run.printed.matchAll(printedKey)].map(({ groups }) =>
      (groups?.['body'] ?? '').replace(/^\[trial\]\s+\| /gm, ''),
    );
    assert.equal(printed.length, 2, 'The file and the output must be printed');
    const pieces = SecretPieces.ofKeys(keys);
    for (const body of printed) {
      assert.match(
        body,
        /^(?:.{64}\n){5}(?:.*\*{3}.*\n){20}$/,
        'Every line of the secret must have asterisks',
      );
      assert.equal(pieces.countIn(body), 0, 'No piece of the secret may be printed');
    }
    assert.deepEqual(pairNames(testBed), before);
    await assertNothingLeft(run, testBed);
  });
}

async function checkCancelled(testBed: TestBed): Promise<void> {
  const { site, repository } = testBed;
  await site.check('post cleans up after a job that is cancelled while a later step runs', async () => {
    const before = pairNames(testBed);
    const run = await cancelAfter(testBed, { id: '1009' }, async (started) => {
      await until(started, () => /\| now waiting$/m.test(started.printed()));
      await until(started, async () => (await repository.runningCommands()).includes('sleep 60'));
      // Control: what must be deleted in the end exists now and is found.
      assert.equal(pairNames(testBed).length, before.length + 1);
      assert.ok((await filesWithKeys(testBed)).some((file) => file.endsWith('.pem')));
    });
    assert.equal(run.success, false);
    assert.deepEqual(outcomes(run), [
      `Main ${action}: success`,
      'Main Wait to be cancelled: failure',
      `Post ${action}: success`,
    ]);
    assert.deepEqual(pairNames(testBed), before);
    await assertNothingLeft(run, testBed);
  });
}

async function checkCancelledDuringRequest(testBed: TestBed): Promise<void> {
  const { site, aws, keys } = testBed;
  await site.check('post deletes the key pair of a job that is cancelled before EC2 responds', async () => {
    const before = pairNames(testBed);
    const created = keys.length;
    aws.faults.add({ on: 'CreateKeyPair', effect: { kind: 'execute-then-silence' } });
    const run = await cancelAfter(testBed, { id: '1010' }, (started) =>
      until(started, () => pairNames(testBed).length > before.length),
    );
    assert.equal(run.success, false);
    assert.deepEqual(outcomes(run), [`Main ${action}: failure`, `Post ${action}: success`]);
    assert.equal(keys.length, created + 1);
    assert.deepEqual(pairNames(testBed), before);
    await assertNothingLeft(run, testBed);
  });
}

/** Cancels a job once it has made this progress. The job has ended in any case: the next check depends on that. */
async function cancelAfter(
  { repository }: TestBed,
  options: { readonly id: string },
  progress: (started: Started) => Promise<void>,
): Promise<ActRun> {
  const started = await repository.start('cancelled.yml', options);
  const [progressed] = await Promise.allSettled([progress(started)]);
  started.signal('SIGINT');
  const run = await repository.finish(started);
  if (progressed.status === 'rejected') throw progressed.reason;
  return run;
}

/** The outcomes of all steps, without the one that authenticates. */
function outcomes({ steps }: ActRun): string[] {
  return steps
    .filter(({ name }) => !name.startsWith('aws-actions/'))
    .map(({ phase, name, success }) => `${phase} ${name}: ${success ? 'success' : 'failure'}`);
}
