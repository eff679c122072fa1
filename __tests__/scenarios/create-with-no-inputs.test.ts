import { expect, test } from '@jest/globals';
import {
  copyKeyStep,
  keyPairStep,
  leakedPieces,
  openScenario,
  printedBesidesMasks,
} from '../lib/scenario.ts';
import { storyOf } from '../lib/story.ts';

test('create with no inputs gives a pair and a file for the job, and post removes both', async () => {
  await using scenario = await openScenario();
  const copy = `${scenario.aside}/copy.pem`;

  const run = await scenario.run([keyPairStep(), copyKeyStep(copy)]);

  const publicKey = run.steps[0]?.outputs['public-key'] ?? '';
  expect(publicKey).toMatch(/^ssh-rsa AAAA/);
  expect(await leakedPieces(copy, publicKey, printedBesidesMasks(run))).toEqual([]);
  expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
  expect(storyOf(run, scenario)).toMatchSnapshot();
});
