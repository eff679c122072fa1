import { expect, test } from '@jest/globals';
import { annotated, keyPairStep, openScenario, operationsSent, stepOf } from '../lib/scenario.ts';

const testElsewhere = process.platform === 'win32' ? test.skip : test;

testElsewhere(
  'A path of Windows creates no file with that name in the workspace of another system',
  async () => {
    await using scenario = await openScenario();

    const run = await scenario.run([keyPairStep({ 'private-key-path': 'C:\\keys\\k.pem' })]);

    expect(run.conclusion).toBe('failure');
    expect(annotated(stepOf(run), 'error').join()).toContain(
      'private-key-path: "C:\\keys\\k.pem" is a path of Windows, but this runner has another system.',
    );
    expect(operationsSent(scenario.aws)).toEqual([]);
  },
);
