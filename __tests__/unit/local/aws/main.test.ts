import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { expectSuccessAfter, start } from './program.ts';

test('The program prints its URL and exits with 0 when its standard input ends.', async () => {
  await expectSuccessAfter((running) => running.stdin.end());
});

test('An invalid port is rejected.', async () => {
  const running = start('--port', 'http');
  const [code] = await once(running, 'close');
  expect(code).toBe(1);
});
