import { expect, test } from '@jest/globals';
import { fullDisk } from '../../test-support/trap/environment.ts';
import { hostileMessage } from '../lib/hostile-texts.ts';
import { keyPairStep, openScenario, postOf, stepOf } from '../lib/scenario.ts';
import { hostileNameOfInput as hostileName, hostilePath } from './parts/hostile-inputs.ts';
import { canaryStep, sideEffectsIn } from './parts/side-effects.ts';

const inputs = { 'key-name': hostileName, 'key-type': 'ed25519', 'private-key-path': hostilePath };

test('the name and path of what is left behind are printed by main and post without side effects', async () => {
  await using scenario = await openScenario();
  scenario.aws.faults.add({
    on: 'DeleteKeyPair',
    times: Infinity,
    effect: { kind: 'error', code: hostileName, status: 403, message: hostileMessage },
  });

  const run = await scenario.run([keyPairStep(inputs, { 'continue-on-error': true }), canaryStep], {
    host: scenario.host(fullDisk('outputs')),
    debug: true,
  });

  expect(sideEffectsIn(run)).toEqual([]);
  for (const step of [stepOf(run), postOf(run)]) {
    expect(step.annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /Not cleaned up: key pair ".*stop-commands.*To delete it yourself:\naws ec2 delete-key-pair /s,
      ),
    ]);
  }
});

test('the name and path of what post deletes are printed without side effects', async () => {
  await using scenario = await openScenario();

  const run = await scenario.run([keyPairStep({ ...inputs, lifetime: 'job' }), canaryStep]);

  expect(sideEffectsIn(run)).toEqual([]);
  expect(postOf(run).log.join('\n')).toMatch(
    /Deleted key pair .*stop-commands[\s\S]*Deleted the private key file .*stop-commands/,
  );
  expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
});
