import assert from 'node:assert/strict';
import type { RunOptions } from '../lib/act-repository.ts';
import { type ActRun, eventOf, eventsOf } from '../lib/act-run.ts';
import {
  action,
  assertGreen,
  assertNothingLeft,
  executed,
  pairNames,
  type TestBed,
  warningsIn,
} from './test-bed.ts';

const region = 'eu-west-1';

/** Checks example-three-jobs.yml with both stores, each of them in two implementations, and what happens if a job fails. */
export async function checkThreeJobs(testBed: TestBed): Promise<void> {
  const { aws, moto } = testBed;
  await checkHandOver(testBed, "with moto's Parameter Store", 'example-three-jobs.yml', {
    options: { id: '1004' },
    kept: moto.parameterNames,
  });
  await checkHandOver(testBed, 'with the local Secrets Manager', 'three-jobs-with-secrets-manager.yml', {
    options: { id: '1011' },
    kept: async () => aws.secrets(region).map(({ name }) => name),
  });
  await checkHandOver(testBed, "with moto's Secrets Manager", 'three-jobs-with-secrets-manager.yml', {
    options: { id: '1014', signedIn: { AWS_ENDPOINT_URL_SECRETS_MANAGER: moto.url } },
    kept: moto.secretNames,
  });
  await checkRunAgain(testBed);
}

interface HandOver {
  readonly options: RunOptions;
  /** The names of what the store keeps now. */
  readonly kept: () => Promise<readonly string[]>;
}

async function checkHandOver(
  testBed: TestBed,
  how: string,
  workflow: string,
  handOver: HandOver,
): Promise<void> {
  await testBed.site.check(
    `${workflow}, ${how}, logs in from another job, and deletes only what this run created`,
    () => assertHandedOver(testBed, workflow, handOver),
  );
}

async function assertHandedOver(
  testBed: TestBed,
  workflow: string,
  { options, kept }: HandOver,
): Promise<void> {
  const { aws, keys, repository } = testBed;
  const before = pairNames(testBed);
  assert.deepEqual(before, ['gha-shared']);
  const seen = aws.requests.length;
  const created = keys.length;
  const copies: (readonly string[])[] = [];
  const stopWatching = aws.onRequest(async ({ operation, userAgent }) => {
    if (operation === 'DescribeKeyPairs' && !userAgent.includes('ec2-key-pair-action'))
      copies.push(await kept());
  });
  const run = await repository.run(workflow, options).finally(stopWatching);
  assertGreen(run);
  assert.deepEqual(warningsIn(run), []);
  assert.deepEqual(jobsOfAction(run), ['create', 'launch', 'cleanup']);
  assert.equal(keys.length, created + 1);
  const [creation] = executed(aws, 'CreateKeyPair', seen);
  assert.equal(eventOf(run, 'launched').keyName, creation?.params['KeyName']);
  const { mode, status } = eventOf(run, 'logged in');
  assert.deepEqual({ mode, status }, { mode: '400', status: 0 });
  assert.equal(executed(aws, 'DeleteKeyPair', seen).length, 1);
  assert.deepEqual(pairNames(testBed), before);
  // Control: when the second job launched its instance, the copy was in this store.
  assert.deepEqual(
    copies.map(({ length }) => length),
    [1],
  );
  assert.deepEqual(await kept(), []);
  await assertNothingLeft(run, testBed);
}

/** GitHub keeps the output of `create`, but not its key pair: `cleanup` has deleted that. */
async function checkRunAgain(testBed: TestBed): Promise<void> {
  const { site, aws, repository } = testBed;
  const options = { id: '1015', signedIn: {} };
  let keyName = '';

  await site.check('example-three-jobs.yml deletes its key pair if the second job fails', async () => {
    const before = pairNames(testBed);
    const seen = aws.requests.length;
    const env = { NO_CAPACITY: 'true' };
    const run = await repository.run('example-three-jobs.yml', { ...options, env });
    assert.equal(run.success, false);
    assert.match(run.printed, /InsufficientInstanceCapacity/);
    assert.deepEqual(eventsOf(run, 'logged in'), []);
    keyName = executed(aws, 'CreateKeyPair', seen)[0]?.params['KeyName'] ?? '';
    assert.match(keyName, /^gha-widgets-1015-1-/);
    assert.deepEqual(pairNames(testBed), before);
    assert.deepEqual(aws.parameters(region), []);
    await assertNothingLeft(run, testBed);
  });

  await site.check('after "Re-run failed jobs", fetch says to choose "Re-run all jobs"', async () => {
    const vars = { KEPT_KEY_NAME: keyName };
    const run = await repository.run('failed-jobs-of-three.yml', { ...options, attempt: 2, vars });
    assert.equal(run.success, false);
    assert.deepEqual(jobsOfAction(run), ['launch', 'cleanup']);
    const [error = '', ...more] = run.printed.split('\n').filter((line) => line.includes('::error::'));
    assert.deepEqual(more, []);
    assert.ok(error.includes(`Key pair "${keyName}" does not exist in ${region}.`), error);
    assert.ok(
      error.includes(
        'This is attempt 2 of the run: an earlier attempt may have deleted the key pair. Choose "Re-run all jobs" to create it again.',
      ),
      error,
    );
    await assertNothingLeft(run, testBed);
  });

  await site.check(
    'after "Re-run all jobs", with the local Parameter Store, the second job logs in, and nothing is left',
    () =>
      assertHandedOver(testBed, 'example-three-jobs.yml', {
        options: { ...options, attempt: 3 },
        kept: async () => aws.parameters(region).map(({ name }) => name),
      }),
  );
}

/** The jobs in which the action ran, in order. */
function jobsOfAction({ steps }: ActRun): string[] {
  return steps.filter(({ name, phase }) => name === action && phase === 'Main').map(({ job }) => job);
}
