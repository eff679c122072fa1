import { expect, test } from '@jest/globals';
import { keyPairStep, openScenario, postOf } from '../lib/scenario.ts';
import { between, composite } from './parts/composite-action.ts';

test('post ends a main that is still running and would create a key pair after post', async () => {
  await using scenario = await openScenario();
  // Main is throttled and retries later. Meanwhile the runner abandons it, as in a container job.
  const unthrottle = scenario.aws.faults.add({
    on: 'CreateKeyPair',
    times: 1000,
    effect: { kind: 'throttle' },
  });
  const job = scenario.start([keyPairStep()], { times: { abandoned: 20_000 } });
  const stop = scenario.aws.onRequest(() => {
    stop();
    job.abandonStep();
  });
  job.on('step-finished', ({ phase }) => {
    if (phase === 'post') unthrottle();
  });

  const run = await job.finished;

  expect(run.abandoned).toHaveLength(1);
  expect(run.steps.find(({ phase }) => phase === 'post')?.outcome).toBe('success');
  expect(
    scenario.aws.requests.filter(({ operation, executed }) => operation === 'CreateKeyPair' && executed),
  ).toEqual([]);
  expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
}, 60_000);

test('A main of a composite action that the runner abandoned before its first line is ended by its own post step, which leaves the other step alone', async () => {
  await using scenario = await openScenario();
  const create = { 'key-type': 'ed25519' };
  const first = keyPairStep(create, { id: 'first', name: 'first' });
  const last = keyPairStep(create, { id: 'last', name: 'last' });
  const { steps, actions } = await composite(scenario, [first, between, last]);

  const job = scenario.start(steps, { actions, times: { abandoned: 20_000 } });
  job.on('step-started', ({ name, phase }) => {
    if (name === 'last' && phase === 'main') job.abandonStep();
  });
  const run = await job.finished;

  expect(run.abandoned).toHaveLength(1);
  expect(postOf(run, 'between').log).toContain('key files: 1');
  expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
});
