import { test } from '@jest/globals';
import { expectToEndGreen } from './program.ts';

test.each(['SIGTERM', 'SIGINT'] as const)('the program ends green on %s', async (signal) => {
  await expectToEndGreen((running) => running.kill(signal));
});
