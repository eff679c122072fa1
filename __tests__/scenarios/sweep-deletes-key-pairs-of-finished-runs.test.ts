import { expect, test } from '@jest/globals';
import { startLocalGitHub } from '../../local/github/server.ts';
import type { Job } from '../../local/runner/job.ts';
import { annotated, keyPairStep, openScenario, requestsOfAction, stepOf, thisRun } from '../lib/scenario.ts';
import { hoursAgo, seedOf } from './parts/swept-key-pairs.ts';

/** A region with key pairs of four runs, and what else a sweep must tell apart. */
async function openSweep() {
  const scenario = await openScenario();
  const github = await startLocalGitHub();
  const { repository } = thisRun;
  github.setRun(repository, thisRun.runId, [{ status: 'in_progress', updatedAt: hoursAgo(0) }]);
  github.setRun(repository, '11', [{ status: 'completed', updatedAt: hoursAgo(2) }]);
  github.setRun(repository, '22', [
    { status: 'completed', updatedAt: hoursAgo(9) },
    { status: 'in_progress', updatedAt: hoursAgo(3) },
  ]);
  github.setRun(repository, '33', [{ status: 'completed', updatedAt: hoursAgo(0.5) }]);
  github.setRun('octo/other', '55', [{ status: 'completed', updatedAt: hoursAgo(5) }]);
  await scenario.aws.seedKeyPairs('eu-west-1', [
    seedOf('of-finished-run', { run: '11/1' }),
    seedOf('of-finished-run-too', { run: '11/1', lifetime: 'job' }),
    seedOf('of-rerun', { run: '22/1' }),
    seedOf('of-run-that-just-ended', { run: '33/1' }),
    seedOf('of-forgotten-run', { run: '44/1' }),
    seedOf('of-this-run', { run: `${thisRun.runId}/1` }),
    seedOf('fleet', { run: '11/1', lifetime: 'persistent' }),
    seedOf('fleet-expired', { run: '11/1', lifetime: 'persistent', 'expires-at': hoursAgo(1).toISOString() }),
    seedOf('of-other-repository', { run: '55/1', repository: 'github.com/octo/other' }),
    { keyName: 'not-ours' },
  ]);
  const job: Partial<Job> = {
    github: { ...thisRun, apiUrl: github.url, token: github.token },
  };
  return {
    scenario,
    github,
    sweep: (inputs: Record<string, string> = {}) =>
      scenario.run([keyPairStep({ operation: 'sweep', ...inputs })], job),
    names: () =>
      scenario.aws
        .keyPairs('eu-west-1')
        .map(({ name }) => name)
        .sort(),
    async [Symbol.asyncDispose]() {
      await github.close();
      await scenario[Symbol.asyncDispose]();
    },
  };
}

const deletedOnes = ['fleet-expired', 'of-finished-run', 'of-finished-run-too'];

test('sweep deletes what has expired and what finished runs left, and says why it kept the rest', async () => {
  await using bed = await openSweep();
  const before = bed.names();

  const run = await bed.sweep();

  expect(run.conclusion).toBe('success');
  expect(bed.names()).toEqual(before.filter((name) => !deletedOnes.includes(name)));
  const { outputs, log, summary } = stepOf(run);
  expect(outputs).toMatchObject({ deleted: '3', changed: 'true', 'aws-region': 'eu-west-1' });
  const text = log.join('\n');
  expect(text).toContain('Found 8 key pairs in eu-west-1; to delete: 3.');
  expect(text).toContain('Kept, because its run is not over: 2 (of-rerun, of-this-run).');
  expect(text).toContain('Kept, because its run ended less than an hour ago: 1 (of-run-that-just-ended).');
  expect(text).toContain(
    'Kept, because its run cannot be looked up: GitHub no longer has it: 1 (of-forgotten-run).',
  );
  expect(text).toContain('Kept, because it is persistent: 1 (fleet).');
  expect(text).toContain('Key pairs found: 8, kept: 5, deleted: 3, failed: 0.');
  expect(summary).toContain('3 deleted');
  const listed = JSON.parse(outputs['key-pairs'] ?? '') as { keyName: string; outcome: string }[];
  expect(listed.filter(({ outcome }) => outcome === 'deleted').map(({ keyName }) => keyName)).toEqual(
    deletedOnes,
  );
});

test('sweep asks GitHub once for each run, with the token of the job, and masks that', async () => {
  await using bed = await openSweep();

  const run = await bed.sweep();

  const asked = bed.github.requests.map(({ path }) => path.replace(/.*\//, ''));
  expect(asked.toSorted()).toEqual(['11', '22', '33', '4242', '44']);
  expect(run.log).not.toContain(bed.github.token);
});

test('a dry run of sweep lists the key pairs, asks EC2 once, and deletes nothing', async () => {
  await using bed = await openSweep();
  const before = bed.names();

  const run = await bed.sweep({ 'dry-run': 'true' });

  expect(run.conclusion).toBe('success');
  expect(bed.names()).toEqual(before);
  const text = stepOf(run).log.join('\n');
  for (const name of deletedOnes) expect(text).toContain(`would delete key pair "${name}"`);
  expect(text).toContain('Kept, because it is persistent: 1 (fleet).');
  expect(
    requestsOfAction(bed.scenario.aws).filter(({ operation }) => operation === 'DeleteKeyPair'),
  ).toHaveLength(1);
  expect(stepOf(run).outputs).toMatchObject({ deleted: '3', changed: 'true' });
});

test('sweep of another repository, and older-than, delete what only they select', async () => {
  await using bed = await openSweep();

  const other = await bed.sweep({ repository: 'octo/other' });
  expect(stepOf(other).outputs['deleted']).toBe('1');
  expect(bed.names()).not.toContain('of-other-repository');

  const young = await bed.sweep({ 'older-than': '11d' });
  expect(bed.names()).toContain('of-forgotten-run');
  expect(stepOf(young).outputs['deleted']).toBe('3');

  await bed.sweep({ 'older-than': '9d' });
  expect(bed.names()).not.toContain('of-forgotten-run');
  expect(bed.names()).toContain('of-rerun');
});

test('sweep of several Regions deletes in each of them, and asks GitHub once for each run', async () => {
  await using bed = await openSweep();
  const { aws } = bed.scenario;
  await aws.seedKeyPairs('us-east-1', [seedOf('elsewhere', { run: '11/1' }), { keyName: 'not-ours' }]);

  const run = await bed.sweep({ 'aws-region': 'eu-west-1, us-east-1' });

  expect(run.conclusion).toBe('success');
  expect(bed.names()).not.toContain('of-finished-run');
  expect(aws.keyPairs('us-east-1').map(({ name }) => name)).toEqual(['not-ours']);
  expect(stepOf(run).outputs).toMatchObject({ deleted: '4', changed: 'true', 'aws-region': 'eu-west-1' });
  expect(stepOf(run).summary).toContain('EC2 key pairs swept in eu-west-1 and us-east-1: 4 deleted');
  const asked = bed.github.requests.map(({ path }) => path.replace(/.*\//, ''));
  expect(asked.toSorted()).toEqual(['11', '22', '33', '4242', '44']);
});

test('a token without actions: read fails the step, which deletes nothing, whatever GitHub answers', async () => {
  for (const answer of ['hidden', 'forbidden'] as const) {
    await using bed = await openSweep();
    const before = bed.names();
    bed.github.allow([], answer);

    const run = await bed.sweep();

    expect(run.conclusion).toBe('failure');
    expect(annotated(stepOf(run), 'error').join('\n')).toContain('permissions: actions: read');
    expect(bed.names()).toEqual(before);
  }
});

test('a key pair that cannot be deleted fails the step after all others were tried', async () => {
  await using bed = await openSweep();
  bed.scenario.aws.faults.add({ on: 'DeleteKeyPair', effect: { kind: 'deny' } });

  const run = await bed.sweep();

  expect(run.conclusion).toBe('failure');
  const step = stepOf(run);
  expect(annotated(step, 'error').join('\n')).toContain('Key pairs that could not be deleted: 1.');
  expect(annotated(step, 'error').join('\n')).toContain('"fleet-expired"');
  expect(step.outputs['deleted']).toBe('2');
  expect(step.summary).toContain('2 deleted');
  const listed = JSON.parse(step.outputs['key-pairs'] ?? '') as { outcome: string; why: string }[];
  expect(listed.filter(({ outcome }) => outcome === 'failed')).toMatchObject([
    { why: expect.stringContaining('UnauthorizedOperation') },
  ]);
});
