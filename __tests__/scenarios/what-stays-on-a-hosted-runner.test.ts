import { describe, expect, test } from '@jest/globals';
import { annotated, keyPairStep, openScenario, stepOf } from '../lib/scenario.ts';

const untilDeleted = 'until this job ends: GitHub then deletes this runner';

/** The warnings that say that a private key is lost. */
function warningsOfLoss(step: ReturnType<typeof stepOf>): string[] {
  return annotated(step, 'warning').filter((text) => text.includes('but its private key will not'));
}

const persistent = { 'key-name': 'team', 'key-type': 'ed25519', lifetime: 'persistent' };

describe.each([
  ['create', { ...persistent }],
  ['ensure', { ...persistent, operation: 'ensure' }],
])('%s on a GitHub-hosted runner', (_, inputs) => {
  test.each(['~/.ssh/team.pem', 'team.pem'])(
    'does not say that the file %s is kept, and warns that its private key is lost',
    async (path) => {
      await using scenario = await openScenario();

      const run = await scenario.run([keyPairStep({ ...inputs, 'private-key-path': path })], {
        hosted: true,
      });

      const step = stepOf(run);
      expect(run.log).toMatch(new RegExp(`^Private key file: \\S+/team\\.pem \\(${untilDeleted}\\)$`, 'm'));
      expect(step.summary).toContain(`(${untilDeleted})`);
      expect(warningsOfLoss(step)).toEqual([
        'Key pair "team" will outlive this job, but its private key will not: it exists only in this job. To keep it, set store (docs/recipes/keep-the-private-key.md), or import a public key of your own.',
      ]);
      expect(scenario.aws.keyPairs('eu-west-1')).toHaveLength(1);
    },
  );
});

describe('on a self-hosted runner', () => {
  test.each([
    ['~/.ssh/team.pem', 'kept', 0],
    ['${{ runner.temp }}/team.pem', 'deleted when this job ends', 1],
  ])('a persistent key pair with the file %s is reported as %s', async (path, until, warnings) => {
    await using scenario = await openScenario();

    const run = await scenario.run([keyPairStep({ ...persistent, 'private-key-path': path })]);

    expect(run.log).toMatch(new RegExp(`^Private key file: \\S+/team\\.pem \\(${until}\\)$`, 'm'));
    expect(warningsOfLoss(stepOf(run))).toHaveLength(warnings);
    const left = [...run.files.home, ...run.files.temp].filter(({ path: file }) => file.endsWith('team.pem'));
    expect(left).toHaveLength(warnings === 0 ? 1 : 0);
  });
});

test.each([true, false])(
  'lifetime: run gets no warning, whether the runner is hosted (%s)',
  async (hosted) => {
    await using scenario = await openScenario();

    const run = await scenario.run([keyPairStep({ 'key-type': 'ed25519', lifetime: 'run' })], { hosted });

    expect(annotated(stepOf(run), 'warning')).toEqual([]);
    expect(run.log).toContain('It is kept until a step deletes it with run-id: 4242.');
    expect(run.log).toContain('Other jobs of this run can use the key pair, but not its private key.');
  },
);

test('create with key-name deletes the key pair when the job ends, without a warning', async () => {
  await using scenario = await openScenario();

  const run = await scenario.run([keyPairStep({ 'key-type': 'ed25519', 'key-name': 'ci' })], {
    hosted: true,
  });

  expect([run.conclusion, annotated(stepOf(run), 'warning')]).toEqual(['success', []]);
  expect(run.log).toContain('It is deleted when this job ends.');
  expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
});
