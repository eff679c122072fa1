import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { expectToEndGreen, start } from './program.ts';

test('the program says where it listens and ends green when its standard input ends', async () => {
  await expectToEndGreen((running) => running.stdin.end());
});

test('a port that is none is refused', async () => {
  const running = start('--port', 'http');
  const [code] = await once(running, 'close');
  expect(code).toBe(1);
});
