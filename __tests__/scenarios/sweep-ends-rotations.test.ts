import path from 'node:path';
import { expect, test } from '@jest/globals';
import { startLocalGitHub } from '../../local/github/server.ts';
import {
  copyKeyStep,
  keyPairStep,
  openScenario,
  requestsOfAction,
  stepOf,
  thisRun,
} from '../lib/scenario.ts';
import { age, loseRotation, rotatingRun } from './parts/lost-rotation.ts';
import { publicHalfOf } from './parts/ssh-keygen.ts';
import { hoursAgo } from './parts/swept-key-pairs.ts';

const region = 'eu-west-1';
const rotate = { 'key-name': 'gha-fleet' };

/** A Region with a key pair whose copy is in Parameter Store. The run that rotates it has this status. */
async function openFleet(status: 'completed' | 'in_progress') {
  const scenario = await openScenario();
  const github = await startLocalGitHub();
  for (const runId of [thisRun.runId, '4000']) {
    github.setRun(thisRun.repository, runId, [{ status: 'in_progress', updatedAt: hoursAgo(0) }]);
  }
  github.setRun(thisRun.repository, rotatingRun.runId, [{ status, updatedAt: hoursAgo(0.9) }]);
  const ensure = { operation: 'ensure', 'key-name': 'gha-fleet', 'key-type': 'ed25519', store: 'ssm' };
  await scenario.run([keyPairStep(ensure)], { github: { ...thisRun, runId: '4000' } });
  const { aws, aside } = scenario;
  return {
    scenario,
    oldKey: aws.keyPairs(region)[0]?.publicKey,
    sweep: (inputs: Readonly<Record<string, string>> = {}) =>
      scenario.run([keyPairStep({ operation: 'sweep', ...inputs })], {
        github: { ...thisRun, apiUrl: github.url, token: github.token },
      }),
    pairs: () => aws.keyPairs(region).map(({ name, publicKey }) => [name, publicKey]),
    /** The public half of the private key that another job gets from the store. */
    async publicHalfInStore(): Promise<string> {
      const file = path.join(aside, 'fetched.pem');
      const fetch = { operation: 'fetch', 'key-name': 'gha-fleet' };
      const run = await scenario.run([keyPairStep(fetch), copyKeyStep(file)]);
      expect(run.conclusion).toBe('success');
      return publicHalfOf(file);
    },
    async [Symbol.asyncDispose]() {
      await github.close();
      await scenario[Symbol.asyncDispose]();
    },
  };
}

test('sweep puts the old key back of a rotation that was killed an hour ago, and deletes its journal', async () => {
  await using bed = await openFleet('completed');
  const left = await loseRotation(bed.scenario, rotate, { operation: 'DeleteKeyPair', imports: 1 });
  expect(left.map(({ name }) => name)).toEqual(['gha-fleet.rotating']);
  age(bed.scenario, 60);

  const run = await bed.sweep();

  expect(run.conclusion).toBe('success');
  expect(bed.pairs()).toEqual([['gha-fleet', bed.oldKey]]);
  expect(await bed.publicHalfInStore()).toBe(bed.oldKey);
  const { outputs, log, summary } = stepOf(run);
  expect(outputs).toMatchObject({ deleted: '0', changed: 'true' });
  const text = log.join('\n');
  expect(text).toContain('Found 1 key pair in eu-west-1; to delete: 0; rotations to end: 1.');
  expect(text).toMatch(
    /^Ended an earlier rotation of key pair "gha-fleet" in eu-west-1, .* the old public key was put back \(key-\w+\)\.$/m,
  );
  expect(summary).toContain('rotations ended: 1');
  const tags = bed.scenario.aws.keyPairs(region)[0]?.tags;
  expect(tags).toContainEqual({ key: 'ec2-key-pair-action:run', value: '4000/1' });
});

test('sweep completes a rotation whose new key pair exists: its copy gets the lasting name', async () => {
  await using bed = await openFleet('completed');
  const left = await loseRotation(bed.scenario, rotate, { operation: 'ImportKeyPair', imports: 2 });
  const newKey = left.find(({ name }) => name === 'gha-fleet')?.publicKey;
  expect(newKey).not.toBe(bed.oldKey);
  age(bed.scenario, 60);

  const run = await bed.sweep();

  expect(run.conclusion).toBe('success');
  expect(bed.pairs()).toEqual([['gha-fleet', newKey]]);
  expect(bed.scenario.aws.parameters(region).map(({ name }) => name)).toEqual(['/ec2/keypair/gha-fleet']);
  expect(await bed.publicHalfInStore()).toBe(newKey);
});

test('sweep keeps the journal of a run that is not over, and one that is younger than five minutes', async () => {
  for (const [status, minutes, why] of [
    ['in_progress', 60, 'the run that rotates is not over'],
    ['completed', 4, 'its step may still be running'],
  ] as const) {
    await using bed = await openFleet(status);
    await loseRotation(bed.scenario, rotate, { operation: 'DeleteKeyPair', imports: 1 });
    age(bed.scenario, minutes);
    const before = bed.pairs();

    const run = await bed.sweep();

    expect(run.conclusion).toBe('success');
    expect(stepOf(run).log.join('\n')).toContain(`Kept, because ${why}: 1 (gha-fleet.rotating).`);
    expect(bed.pairs()).toEqual(before);
  }
});

test('a dry run of sweep lists the rotation that it would end, and sends no request that changes something', async () => {
  await using bed = await openFleet('completed');
  await loseRotation(bed.scenario, rotate, { operation: 'DeleteKeyPair', imports: 1 });
  age(bed.scenario, 60);
  const before = bed.pairs();
  const sent = requestsOfAction(bed.scenario.aws).length;

  const run = await bed.sweep({ 'dry-run': 'true' });

  expect(stepOf(run).log.join('\n')).toContain(
    'Dry run: would end the unfinished rotation of key pair "gha-fleet" in eu-west-1',
  );
  expect(bed.pairs()).toEqual(before);
  const operations = requestsOfAction(bed.scenario.aws)
    .slice(sent)
    .map(({ operation }) => operation);
  expect(operations).toEqual(['DescribeKeyPairs']);
});
