import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { JobRun } from '../../local/runner/job.ts';
import { annotated, copyKeyStep, keyPairStep, openScenario, type Scenario, stepOf } from '../lib/scenario.ts';
import { age, rotatingRun as laterRun, loseRotation } from './parts/lost-rotation.ts';
import { publicHalfOf } from './parts/ssh-keygen.ts';

const region = 'eu-west-1';
const ensure = { operation: 'ensure', 'key-name': 'gha-fleet', 'key-type': 'ed25519', store: 'ssm' };
const rotate = { operation: 'rotate', 'key-name': 'gha-fleet' };
const fetch = { operation: 'fetch', 'key-name': 'gha-fleet' };

/** Requests that a rotation with a copy in Parameter Store sends. */
const requests = 29;

/** The only key pair that is left, and whether the copy that its tag names fits, as another job sees it. */
async function expectOneFittingPair(scenario: Scenario): Promise<void> {
  const { aws, aside } = scenario;
  expect(aws.keyPairs(region).map(({ name }) => name)).toEqual(['gha-fleet']);
  const run = await scenario.run([keyPairStep(fetch), copyKeyStep(path.join(aside, 'fetched.pem'))]);
  expect(run.conclusion).toBe('success');
  expect(await publicHalfOf(path.join(aside, 'fetched.pem'))).toBe(aws.keyPairs(region)[0]?.publicKey);
  expect(aws.parameters(region)).toHaveLength(1);
}

/** Runs the rotation, and interrupts it once so many of its requests were executed. */
async function interrupted(
  scenario: Scenario,
  after: number,
  how: 'killStep' | 'cancel' | 'loseWorker',
): Promise<JobRun | undefined> {
  const { aws } = scenario;
  let count = 0;
  const job = scenario.start([keyPairStep(rotate)], { github: laterRun, times: { sigint: 50, sigterm: 50 } });
  const stop = aws.onExecuted(() => {
    count += 1;
    if (count !== after) return;
    stop();
    job[how]();
  });
  return job.finished.catch(() => undefined);
}

describe('a rotation that is killed', () => {
  test.each(Array.from({ length: requests }, (_, index) => index + 1))(
    'after request %i is ended by the post step: one key pair is left, and its copy fits',
    async (after) => {
      await using scenario = await openScenario();
      await scenario.run([keyPairStep(ensure)]);
      const run = await interrupted(scenario, after, 'killStep');
      expect(run?.annotations.filter(({ message }) => message.startsWith('Not cleaned up'))).toEqual([]);
      await expectOneFittingPair(scenario);
    },
  );
});

describe('a rotation whose runner is lost', () => {
  /** Loses the runner after the old key pair was deleted, so many minutes ago. Returns the old public key. */
  async function loseBefore(minutes: number, scenario: Scenario): Promise<string | undefined> {
    await scenario.run([keyPairStep({ ...ensure, store: '', lifetime: 'persistent' })]);
    const oldKey = scenario.aws.keyPairs(region)[0]?.publicKey;
    const inputs = { ...rotate, 'output-private-key': 'true' };
    const left = await loseRotation(scenario, inputs, { operation: 'DeleteKeyPair', imports: 1 });
    expect(left.map(({ name }) => name)).toEqual(['gha-fleet.rotating']);
    age(scenario, minutes);
    return oldKey;
  }

  test('is ended by the next ensure, which puts the old key back', async () => {
    await using scenario = await openScenario();
    const oldKey = await loseBefore(10, scenario);
    const run = await scenario.run([keyPairStep({ ...ensure, store: '' })]);
    expect([run.conclusion, stepOf(run).outputs['created']]).toEqual(['success', 'false']);
    expect(scenario.aws.keyPairs(region).map(({ name, publicKey }) => [name, publicKey])).toEqual([
      ['gha-fleet', oldKey],
    ]);
    expect(stepOf(run).log.join('\n')).toContain('the old public key was put back');
  });

  test('is ended by the next rotate, which then rotates the key pair', async () => {
    await using scenario = await openScenario();
    const oldKey = await loseBefore(10, scenario);
    const run = await scenario.run([keyPairStep({ ...rotate, 'output-private-key': true })]);
    expect(run.conclusion).toBe('success');
    const [pair, ...others] = scenario.aws.keyPairs(region);
    expect([pair?.name, others]).toEqual(['gha-fleet', []]);
    expect(pair?.publicKey).not.toBe(oldKey);
  });

  test('stops another rotate that starts within five minutes, before it changes anything', async () => {
    await using scenario = await openScenario();
    await loseBefore(2, scenario);
    const left = scenario.aws.keyPairs(region);
    const run = await scenario.run([keyPairStep({ ...rotate, 'output-private-key': true })]);
    expect(run.conclusion).toBe('failure');
    expect(annotated(stepOf(run), 'error').join('\n')).toMatch(
      /^Another step has been rotating key pair "gha-fleet" in eu-west-1 since \S+Z\. Its journal is key pair "gha-fleet.rotating" \(key-/,
    );
    expect(scenario.aws.keyPairs(region)).toEqual(left);
  });
});

test('Of two rotations at once, both end with one key pair and without a journal, and one that fails has changed nothing', async () => {
  await using scenario = await openScenario();
  await scenario.run([keyPairStep(ensure)]);
  const runs = await Promise.all(
    ['6000', '6001'].map((runId) => scenario.run([keyPairStep(rotate)], { github: { ...laterRun, runId } })),
  );
  const conclusions = runs.map(({ conclusion }) => conclusion);
  expect(conclusions).toContain('success');
  for (const run of runs.filter(({ conclusion }) => conclusion !== 'success')) {
    expect(annotated(stepOf(run), 'error').join('\n')).toMatch(
      /^(?:Another step has been rotating|Another step completed|Key pair .* no longer exists)/,
    );
  }
  await expectOneFittingPair(scenario);
});

describe('a private key file at private-key-path', () => {
  async function withFile(scenario: Scenario): Promise<string> {
    const file = path.join(scenario.aside, 'keys', 'fleet.pem');
    const run = await scenario.run([keyPairStep({ ...ensure, store: '', 'private-key-path': file })]);
    expect(run.conclusion).toBe('success');
    return file;
  }

  test('is replaced by one with the new key', async () => {
    await using scenario = await openScenario();
    const file = await withFile(scenario);
    const run = await scenario.run([keyPairStep({ ...rotate, 'private-key-path': file })], {
      github: laterRun,
    });
    expect([run.conclusion, annotated(stepOf(run), 'error')]).toEqual(['success', []]);
    const [pair] = scenario.aws.keyPairs(region);
    expect(pair?.tags).toContainEqual({ key: 'ec2-key-pair-action:run', value: '5000/1' });
    expect(await publicHalfOf(file)).toBe(pair?.publicKey);
    expect(await readdir(path.dirname(file))).toEqual(['fleet.pem']);
  });

  test('with another key is left as it is, and nothing is rotated', async () => {
    await using scenario = await openScenario();
    const file = await withFile(scenario);
    const [before] = scenario.aws.keyPairs(region);
    await scenario.run([
      keyPairStep({ ...ensure, 'key-name': 'gha-other', store: '', 'private-key-path': `${file}2` }),
    ]);
    const other = readFileSync(`${file}2`, 'utf8');
    chmodSync(file, 0o600);
    writeFileSync(file, other);
    const run = await scenario.run([keyPairStep({ ...rotate, 'private-key-path': file })], {
      github: laterRun,
    });
    expect(run.conclusion).toBe('failure');
    expect(annotated(stepOf(run), 'error').join('\n')).toContain('does not belong to key pair "gha-fleet"');
    expect([readFileSync(file, 'utf8'), scenario.aws.keyPairs(region)[0]]).toEqual([other, before]);
  });

  test.each(Array.from({ length: 8 }, (_, index) => index + 1))(
    'fits the key pair if the step is killed after request %i',
    async (after) => {
      await using scenario = await openScenario();
      const file = await withFile(scenario);
      const { aws } = scenario;
      let count = 0;
      const job = scenario.start([keyPairStep({ ...rotate, 'private-key-path': file })], {
        github: laterRun,
      });
      const stop = aws.onExecuted(() => {
        count += 1;
        if (count !== after) return;
        stop();
        job.killStep();
      });
      await job.finished;
      const [pair, ...others] = aws.keyPairs(region);
      expect([pair?.name, others]).toEqual(['gha-fleet', []]);
      expect(await publicHalfOf(file)).toBe(pair?.publicKey);
      expect(await readdir(path.dirname(file))).toEqual(['fleet.pem']);
    },
  );
});
