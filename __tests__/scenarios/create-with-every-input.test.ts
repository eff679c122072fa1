import { describe, expect, test } from '@jest/globals';
import {
  annotated,
  copyKeyStep,
  keyLeaks,
  keyPairStep,
  openScenario,
  postOf,
  stepOf,
  tagsOf,
} from '../lib/scenario.ts';
import { storyOf } from '../lib/story.ts';
import { publicHalfOf } from './parts/ssh-keygen.ts';

describe('create', () => {
  test('uses all of its inputs in one step', async () => {
    await using scenario = await openScenario();
    const copy = `${scenario.aside}/copy.ppk`;
    const before = Date.now();

    const run = await scenario.run([
      keyPairStep({
        operation: 'create',
        'key-name': 'deploy',
        'key-type': 'ed25519',
        'key-format': 'ppk',
        tags: 'team = platform\nurl=https://example.com/?a=b',
        lifetime: 'run',
        'expires-after': '12h',
        'private-key-path': 'keys/of this run/deploy.ppk',
        'output-private-key': true,
        'aws-region': 'eu-central-1',
      }),
      copyKeyStep(copy),
    ]);

    expect(keyLeaks(run, scenario)).toEqual([]);
    expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
    const { 'ec2-key-pair-action:expires-at': expiresAt = '', ...tags } = tagsOf(
      scenario.aws,
      'deploy',
      'eu-central-1',
    );
    expect(tags).toEqual({
      team: 'platform',
      url: 'https://example.com/?a=b',
      'managed-by': 'ec2-key-pair-action',
      'ec2-key-pair-action:repository': 'github.com/octo/widgets',
      'ec2-key-pair-action:run': '4242/1',
      'ec2-key-pair-action:job': 'build',
      'ec2-key-pair-action:lifetime': 'run',
      'ec2-key-pair-action:nonce': expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(Date.parse(expiresAt) - before).toBeGreaterThanOrEqual(12 * 3_600_000);
    expect(storyOf(run, scenario)).toMatchSnapshot();
  });

  test.each([
    { lifetime: 'job', file: 'deploy.pem', stays: { pair: false, file: false }, warns: false },
    { lifetime: 'run', file: 'deploy.pem', stays: { pair: true, file: false }, warns: false },
    { lifetime: 'persistent', file: 'deploy.pem', stays: { pair: true, file: true }, warns: true },
    { lifetime: 'persistent', file: undefined, stays: { pair: true, file: false }, warns: true },
  ])(
    'keeps what lifetime $lifetime and file $file ask for (warns that the key pair will outlive its private key: $warns)',
    async ({ lifetime, file, stays, warns }) => {
      await using scenario = await openScenario();

      const run = await scenario.run([
        keyPairStep({
          'key-name': 'deploy',
          'key-type': 'ed25519',
          lifetime,
          ...(file === undefined ? {} : { 'private-key-path': file }),
        }),
      ]);

      expect(run.conclusion).toBe('success');
      expect(scenario.aws.keyPairs('eu-west-1')).toHaveLength(stays.pair ? 1 : 0);
      const left = [...run.files.workspace, ...run.files.temp].filter(({ path }) => /pem$/.test(path));
      expect(left.map(({ path, mode }) => [path, mode.toString(8)])).toEqual(
        stays.file ? [['deploy.pem', '400']] : [],
      );
      const warnings = annotated(stepOf(run), 'warning').filter((text) =>
        text.includes('will outlive this job, but its private key will not'),
      );
      expect(warnings).toHaveLength(warns ? 1 : 0);
      expect(postOf(run).annotations).toEqual([]);
    },
  );

  test('generates a name from a prefix and delivers the private key of the key pair', async () => {
    await using scenario = await openScenario();
    const copy = `${scenario.aside}/copy.pem`;
    const expected: string[] = [];
    scenario.aws.onExecuted(() => {
      for (const { publicKey } of scenario.aws.keyPairs('eu-west-1')) expected.push(publicKey);
    });

    const run = await scenario.run([
      keyPairStep({ 'key-name-prefix': 'smoke test/', 'key-type': 'ed25519' }),
      copyKeyStep(copy),
    ]);

    expect(stepOf(run).outputs['key-name']).toMatch(/^smoke test\/4242-1-[0-9a-f]{8}$/);
    expect(await publicHalfOf(copy)).toBe(expected[0]);
    expect(keyLeaks(run, scenario)).toEqual([]);
    expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
  });
});
