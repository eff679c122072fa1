import { expect, test } from '@jest/globals';
import { keyPairStep, openScenario, postOf } from '../lib/scenario.ts';
import { storyOf } from '../lib/story.ts';

test('create with invalid inputs reports all problems together and sends no request', async () => {
  await using scenario = await openScenario();

  const run = await scenario.run([
    keyPairStep({
      'key-name': 'smørrebrød',
      'key-name-prefix': 'gha-',
      'key-type': 'dsa',
      'key-format': 'pkcs8',
      tags: 'team\nmanaged-by=me\naws:cloudformation:stack-name=x\na=1\na=2',
      lifetime: 'forever',
      'expires-after': '1 week',
      'private-key-path': 'keys/',
      'output-private-key': 'yes',
      'aws-region': 'Frankfurt ##[add-mask]e',
      'run-id': '12',
      force: true,
      'dry-run': 'maybe',
    }),
  ]);

  expect(scenario.aws.requests).toEqual([]);
  expect(postOf(run).raw).toEqual([]);
  expect(run.masks).toEqual([]);
  expect(storyOf(run, scenario)).toMatchSnapshot();
});

test.each(['ensure', 'fetch', 'delete'])(
  '%s without a name explains that an expression may have evaluated to nothing',
  async (operation) => {
    await using scenario = await openScenario();

    const run = await scenario.run([
      keyPairStep({ operation, 'key-name': '${{ steps.nobody.outputs.key-name }}' }),
    ]);

    expect(scenario.aws.requests).toEqual([]);
    expect(run.conclusion).toBe('failure');
    expect(run.log).toContain('Usually an expression evaluated to nothing');
  },
);
