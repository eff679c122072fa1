import assert from 'node:assert/strict';
import type { ActRun } from '../lib/act-run.ts';
import {
  assertGreen,
  assertNothingLeft,
  pairNames,
  repositoryName,
  type TestBed,
  until,
  warningsIn,
} from './test-bed.ts';

/** Checks sweep.yml after a job whose machine was lost: no post step runs. */
export async function checkLostMachine(testBed: TestBed): Promise<void> {
  const { site, gitHub, moto } = testBed;
  const setRun = (id: string, status: string, hours: number): void =>
    gitHub.setRun(repositoryName, id, [{ status, updatedAt: new Date(Date.now() - hours * 3_600_000) }]);
  const before = pairNames(testBed);
  const copies = await moto.parameterNames();

  await site.check(
    'sweep.yml deletes the key pair of a job whose machine was lost, and no other',
    async () => {
      const lost = await loseMachine(testBed, '1016');
      assert.deepEqual(pairNames(testBed), [...before, lost]);
      const live = await createOnly(testBed, '1017');
      setRun('1016', 'completed', 2);
      setRun('1017', 'in_progress', 2);
      setRun('1018', 'in_progress', 0);
      const run = await sweep(testBed, '1018');
      assert.match(run.printed, new RegExp(`Deleted key pair "${lost}"`));
      assert.deepEqual(pairNames(testBed), [...before, live]);
      assert.deepEqual(new Set(await moto.parameterNames()), new Set([...copies, `/ec2/keypair/${live}`]));
    },
  );

  await site.check(
    'sweep.yml deletes the key pair of that other run two hours after its end, with its copy',
    async () => {
      setRun('1017', 'completed', 2);
      setRun('1019', 'in_progress', 0);
      await sweep(testBed, '1019');
      assert.deepEqual(pairNames(testBed), before);
      assert.deepEqual(await moto.parameterNames(), copies);
    },
  );
}

/** Runs a job until its key pair exists. Then act and all that it started are killed. Returns the name. */
async function loseMachine(testBed: TestBed, id: string): Promise<string> {
  const { repository } = testBed;
  const before = pairNames(testBed);
  const started = await repository.start('cancelled.yml', { id });
  try {
    await until(started, () => /\| now waiting$/m.test(started.printed()));
  } finally {
    await repository.loseMachine(started);
  }
  assert.doesNotMatch(started.printed(), /Post OWNER/);
  const [name, ...more] = pairNames(testBed).filter((one) => !before.includes(one));
  assert.ok(name, started.printed());
  assert.deepEqual(more, []);
  return name;
}

/** Runs the first of three jobs. Returns the name of its key pair. */
async function createOnly(testBed: TestBed, id: string): Promise<string> {
  const before = pairNames(testBed);
  const run = await testBed.repository.run('example-three-jobs.yml', { id, more: ['--job', 'create'] });
  assertGreen(run);
  const [name] = pairNames(testBed).filter((one) => !before.includes(one));
  assert.ok(name, run.printed);
  return name;
}

async function sweep(testBed: TestBed, id: string): Promise<ActRun> {
  const { url, token } = testBed.gitHub;
  const run = await testBed.repository.run('sweep.yml', {
    id,
    env: { GITHUB_API_URL: url },
    more: ['--secret', `GITHUB_TOKEN=${token}`],
  });
  assertGreen(run);
  assert.deepEqual(warningsIn(run), []);
  await assertNothingLeft(run, testBed);
  return run;
}
