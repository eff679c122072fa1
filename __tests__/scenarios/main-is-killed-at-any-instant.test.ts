import { describe, expect, test } from '@jest/globals';
import { keyPairStep, openScenario, postOf, type Scenario, stepOf } from '../lib/scenario.ts';
import { preload } from './parts/preload.ts';

/** All that create writes down, and all that it does, in order. */
const instants = [
  'before claim-1-intended',
  'after claim-1-intended',
  'after claim-1-held',
  'after claim-2-intended',
  'after claim-2-held',
  'after claim-3-intended',
  'before claim-3-held',
  'after claim-3-held',
  'after masks',
  'before private-key',
  'after private-key',
  'before link',
  'after link',
  'after unlink',
  'after key-name',
  'after created',
];

describe('whatever the instant at which main is killed, post leaves no pair and no key', () => {
  test.concurrent.each(instants)('killed %s', async (instant) => {
    await using scenario = await openScenario();

    const run = await scenario.run([keyPairStep({ 'key-type': 'ed25519', 'output-private-key': true })], {
      host: diesAt(scenario, instant),
    });

    expect(stepOf(run).signal).toBe('SIGKILL');
    expectNothingLeft(scenario, run);
  });

  test.concurrent.each(['before claim-1-2-kept', 'before link', 'after claim-2-held'])(
    'killed %s, with a pair that is meant to stay and a path in new folders',
    async (instant) => {
      await using scenario = await openScenario();

      const run = await scenario.run(
        [
          keyPairStep({
            'key-type': 'ed25519',
            'key-name': 'deploy',
            'private-key-path': 'keys/of/deploy.pem',
          }),
        ],
        { host: diesAt(scenario, instant) },
      );

      expect(stepOf(run).signal).toBe('SIGKILL');
      expectNothingLeft(scenario, run);
    },
  );

  test('killed once all is settled, it has kept both the pair and its key', async () => {
    await using scenario = await openScenario();

    const run = await scenario.run(
      [keyPairStep({ 'key-type': 'ed25519', 'key-name': 'deploy', 'private-key-path': 'deploy.pem' })],
      { host: diesAt(scenario, 'after claim-1-2-kept') },
    );

    expect(stepOf(run).signal).toBe('SIGKILL');
    expect(scenario.aws.keyPairs('eu-west-1')).toHaveLength(1);
    expect(run.files.workspace.map(({ path }) => path)).toEqual(['deploy.pem']);
  });
});

function diesAt(scenario: Scenario, instant: string): Record<string, string> {
  return scenario.host({ ...preload('dies-at'), DIES_AT: instant });
}

function expectNothingLeft({ aws }: Scenario, run: Awaited<ReturnType<Scenario['run']>>): void {
  expect(postOf(run).outcome).toBe('success');
  expect(postOf(run).annotations).toEqual([]);
  expect(aws.keyPairs('eu-west-1')).toEqual([]);
  expect(run.files.workspace).toEqual([]);
  const keys = run.files.temp.filter(({ path }) => /^\.ec2-key-pair|\.pem$/.test(path));
  expect(keys).toEqual([]);
}
