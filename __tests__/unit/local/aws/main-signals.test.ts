import { test } from '@jest/globals';
import { expectToEndGreen } from './program.ts';

test.each(['SIGTERM', 'SIGINT'] as const)('The program exits with 0 on %s.', async (signal) => {
  await expectToEndGreen((running) => running.kill(signal));
});
