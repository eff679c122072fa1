import { describe, expect, test } from '@jest/globals';
import { managedTags } from '../../test-support/managed-tags.ts';
import { OtherUser } from '../../test-support/other-user.ts';
import { annotated, keyPairStep, openScenario, operationsSent, stepOf, tagsOf } from '../lib/scenario.ts';
import { storyOf } from '../lib/story.ts';

const ensure = { operation: 'ensure', 'key-name': 'deploy' };
const expiresAt = 'ec2-key-pair-action:expires-at';

describe('ensure', () => {
  test('creates the key pair the first time and sends one request each time after', async () => {
    await using scenario = await openScenario();

    const first = await scenario.run([keyPairStep({ ...ensure, 'key-type': 'ed25519' })]);
    const sentFirst = operationsSent(scenario.aws);
    const second = await scenario.run([keyPairStep(ensure)]);

    expect(stepOf(first).outputs['created']).toBe('true');
    // The second look is for the journal of a rotation.
    expect(sentFirst).toEqual(['DescribeKeyPairs', 'DescribeKeyPairs', 'CreateKeyPair']);
    expect(operationsSent(scenario.aws).slice(sentFirst.length)).toEqual(['DescribeKeyPairs']);
    const { created, changed, 'private-key-path': path, ...same } = stepOf(second).outputs;
    expect({ created, changed, path }).toEqual({ created: 'false', changed: 'false', path: '' });
    expect(stepOf(first).outputs).toMatchObject(same);
    expect(storyOf(second, scenario)).toMatchSnapshot();
  });

  test('uses a key pair that another user created, reports that, and keeps its tags', async () => {
    await using scenario = await openScenario();
    await new OtherUser(scenario.aws).create('deploy', { team: 'others' });

    const run = await scenario.run([keyPairStep({ ...ensure, tags: 'team=ours', 'expires-after': '1h' })]);

    expect(run.conclusion).toBe('success');
    expect(run.log).toContain(
      'Key pair "deploy" was not created by this action in this repository, so its private key is with whoever created it.',
    );
    expect(run.log).toContain(
      'Not applied: tags (team), expires-after. This action did not create the key pair in this repository.',
    );
    expect(operationsSent(scenario.aws)).toEqual(['DescribeKeyPairs']);
    expect(tagsOf(scenario.aws, 'deploy')).toEqual({ team: 'others' });
  });

  test('rejects a key pair with another key type', async () => {
    await using scenario = await openScenario();
    await new OtherUser(scenario.aws).create('deploy', managedTags());

    const run = await scenario.run([keyPairStep({ ...ensure, 'key-type': 'rsa' })]);

    expect(annotated(stepOf(run), 'error')).toEqual([
      [
        'Key pair "deploy" in eu-west-1 has type ed25519, not rsa.',
        'The type of a key pair never changes. Leave out key-type to use the key pair as it is, or set another key-name.',
      ].join('\n'),
    ]);
    expect(operationsSent(scenario.aws)).toEqual(['DescribeKeyPairs']);
  });

  test('adds missing tags to a key pair of this repository and renews its expiry', async () => {
    await using scenario = await openScenario();
    const longAgo = '2001-01-01T00:00:00.000Z';
    await new OtherUser(scenario.aws).create('deploy', {
      ...managedTags(),
      [expiresAt]: longAgo,
      team: 'platform',
    });

    const run = await scenario.run([
      keyPairStep({ ...ensure, tags: 'team=platform\nstage=test', 'expires-after': '7d' }),
    ]);

    expect(run.conclusion).toBe('success');
    expect(operationsSent(scenario.aws)).toEqual(['DescribeKeyPairs', 'CreateTags']);
    const { [expiresAt]: renewed = '', ...tags } = tagsOf(scenario.aws, 'deploy');
    expect(run.log).toContain(`Set tags: stage=test, ${expiresAt}=${renewed}.`);
    expect(Date.parse(renewed) - Date.now()).toBeGreaterThan(6 * 86_400_000);
    expect(tags).toEqual({ ...managedTags(), team: 'platform', stage: 'test' });
  });

  test('rejects lifetime: job, because other jobs may rely on the key pair', async () => {
    await using scenario = await openScenario();

    const run = await scenario.run([keyPairStep({ ...ensure, lifetime: 'job' })]);

    expect(annotated(stepOf(run), 'error').join()).toContain(
      'lifetime: "job" is not supported by ensure, because other jobs may rely on the key pair. Use run or persistent.',
    );
    expect(scenario.aws.requests).toEqual([]);
  });

  test('creates one key pair in two concurrent jobs: both succeed, and one reports that the other was first', async () => {
    await using scenario = await openScenario();
    const both = Promise.withResolvers<void>();
    let looks = 0;
    // Both jobs find no key pair before either of them creates it.
    scenario.aws.onRequest(({ operation }) => {
      if (operation === 'DescribeKeyPairs') looks += 1;
      if (looks >= 4) both.resolve();
      return operation === 'CreateKeyPair' ? both.promise : undefined;
    });
    const steps = [keyPairStep({ ...ensure, 'key-type': 'ed25519' })];

    const runs = await Promise.all([scenario.run(steps), scenario.run(steps)]);

    expect(runs.map(({ conclusion }) => conclusion)).toEqual(['success', 'success']);
    expect(runs.map((run) => stepOf(run).outputs['created']).sort()).toEqual(['false', 'true']);
    expect(new Set(runs.map((run) => stepOf(run).outputs['key-pair-id'])).size).toBe(1);
    expect(scenario.aws.keyPairs('eu-west-1')).toHaveLength(1);
    const said = runs.filter((run) => run.log.includes('Another process created key pair "deploy" first.'));
    expect(said.map((run) => stepOf(run).outputs['created'])).toEqual(['false']);
    for (const run of runs) expect(run.log).not.toContain('##[error]');
  });
});
