import { describe, expect, test } from '@jest/globals';
import { managedTags } from '../../test-support/managed-tags.ts';
import { OtherUser } from '../../test-support/other-user.ts';
import { annotated, keyPairStep, openScenario, operationsSent, stepOf, tagsOf } from '../lib/scenario.ts';
import { storyOf } from '../lib/story.ts';

const ensure = { operation: 'ensure', 'key-name': 'deploy' };
const expiresAt = 'ec2-key-pair-action:expires-at';

describe('ensure', () => {
  test('makes the pair the first time, and takes one request every time after', async () => {
    await using scenario = await openScenario();

    const first = await scenario.run([keyPairStep({ ...ensure, 'key-type': 'ed25519' })]);
    const sentFirst = operationsSent(scenario.aws);
    const second = await scenario.run([keyPairStep(ensure)]);

    expect(stepOf(first).outputs['created']).toBe('true');
    expect(sentFirst).toEqual(['DescribeKeyPairs', 'CreateKeyPair']);
    expect(operationsSent(scenario.aws).slice(sentFirst.length)).toEqual(['DescribeKeyPairs']);
    const { created, 'private-key-path': path, ...same } = stepOf(second).outputs;
    expect({ created, path }).toEqual({ created: 'false', path: '' });
    expect(stepOf(first).outputs).toMatchObject(same);
    expect(storyOf(second, scenario)).toMatchSnapshot();
  });

  test('uses a pair that somebody else made, says so, and changes none of its tags', async () => {
    await using scenario = await openScenario();
    await new OtherUser(scenario.aws).create('deploy', { team: 'others' });

    const run = await scenario.run([keyPairStep({ ...ensure, tags: 'team=ours', 'expires-after': '1h' })]);

    expect(run.conclusion).toBe('success');
    expect(run.log).toContain('The key pair deploy was not made by this action in this repository');
    expect(operationsSent(scenario.aws)).toEqual(['DescribeKeyPairs']);
    expect(tagsOf(scenario.aws, 'deploy')).toEqual({ team: 'others' });
  });

  test('refuses a pair of another type than was asked for', async () => {
    await using scenario = await openScenario();
    await new OtherUser(scenario.aws).create('deploy', managedTags());

    const run = await scenario.run([keyPairStep({ ...ensure, 'key-type': 'rsa' })]);

    expect(annotated(stepOf(run), 'error')).toEqual([
      'The key pair "deploy" in eu-west-1 is of type ed25519, not rsa.',
    ]);
    expect(operationsSent(scenario.aws)).toEqual(['DescribeKeyPairs']);
  });

  test('adds the tags that a pair of ours lacks and counts its expiry anew', async () => {
    await using scenario = await openScenario();
    const long = '2001-01-01T00:00:00.000Z';
    await new OtherUser(scenario.aws).create('deploy', {
      ...managedTags(),
      [expiresAt]: long,
      team: 'platform',
    });

    const run = await scenario.run([
      keyPairStep({ ...ensure, tags: 'team=platform\nstage=test', 'expires-after': '7d' }),
    ]);

    expect(run.conclusion).toBe('success');
    expect(operationsSent(scenario.aws)).toEqual(['DescribeKeyPairs', 'CreateTags']);
    const { [expiresAt]: renewed = '', ...tags } = tagsOf(scenario.aws, 'deploy');
    expect(Date.parse(renewed) - Date.now()).toBeGreaterThan(6 * 86_400_000);
    expect(tags).toEqual({ ...managedTags(), team: 'platform', stage: 'test' });
  });

  test('does not take lifetime: job, for others rely on the pair', async () => {
    await using scenario = await openScenario();

    const run = await scenario.run([keyPairStep({ ...ensure, lifetime: 'job' })]);

    expect(annotated(stepOf(run), 'error').join()).toContain(
      'lifetime: "job" is not for a pair that others rely on: give run (gone with this workflow run) or persistent.',
    );
    expect(scenario.aws.requests).toEqual([]);
  });

  test('in two jobs at once makes one pair: both succeed, and one says that somebody was faster', async () => {
    await using scenario = await openScenario();
    const both = Promise.withResolvers<void>();
    let looks = 0;
    // Both have looked, and seen nothing, before either asks for the pair.
    scenario.aws.onRequest(({ operation }) => {
      if (operation === 'DescribeKeyPairs') looks += 1;
      if (looks >= 2) both.resolve();
      return operation === 'CreateKeyPair' ? both.promise : undefined;
    });
    const steps = [keyPairStep({ ...ensure, 'key-type': 'ed25519' })];

    const runs = await Promise.all([scenario.run(steps), scenario.run(steps)]);

    expect(runs.map(({ conclusion }) => conclusion)).toEqual(['success', 'success']);
    expect(runs.map((run) => stepOf(run).outputs['created']).sort()).toEqual(['false', 'true']);
    expect(new Set(runs.map((run) => stepOf(run).outputs['key-pair-id'])).size).toBe(1);
    expect(scenario.aws.keyPairs('eu-west-1')).toHaveLength(1);
    const said = runs.filter((run) => run.log.includes('Somebody else created the key pair deploy first'));
    expect(said.map((run) => stepOf(run).outputs['created'])).toEqual(['false']);
    for (const run of runs) expect(run.log).not.toContain('##[error]');
  });
});
