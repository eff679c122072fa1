import { expect, test } from '@jest/globals';
import { keyPairStep, openScenario } from '../lib/scenario.ts';

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
