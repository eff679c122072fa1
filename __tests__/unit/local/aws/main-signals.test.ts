import { test } from '@jest/globals';
import { expectSuccessAfter } from './program.ts';

test.each(['SIGTERM', 'SIGINT'] as const)('The program exits with 0 on %s.', async (signal) => {
  await expectSuccessAfter((running) => running.kill(signal));
});
