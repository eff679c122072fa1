import { expect, test } from '@jest/globals';
import { copyKeyStep, keyLeaks, keyPairStep, openScenario } from '../lib/scenario.ts';
import { storyOf } from '../lib/story.ts';

test('create without inputs creates a key pair and a file for the job, and post deletes both', async () => {
  await using scenario = await openScenario();

  const run = await scenario.run([keyPairStep(), copyKeyStep(`${scenario.aside}/copy.pem`)]);

  expect(run.steps[0]?.outputs['public-key']).toMatch(/^ssh-rsa AAAA/);
  expect(scenario.keys).toHaveLength(1);
  expect(keyLeaks(run, scenario)).toEqual([]);
  expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
  expect(storyOf(run, scenario)).toMatchSnapshot();
});
