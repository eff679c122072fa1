import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { keyPairStep, openScenario } from '../lib/scenario.ts';
import { filesIn } from './parts/folder.ts';

test('after post, no file of the runner contains the private key that was set as an output', async () => {
  await using scenario = await openScenario();

  const run = await scenario.run(
    [
      keyPairStep({ 'output-private-key': true }),
      {
        name: 'look',
        // The private key is there in between. Otherwise the end of this test would show nothing.
        run: 'grep -l "PRIVATE KEY" "$RUNNER_TEMP"/_runner_file_commands/*',
      },
    ],
    { keepTemp: true },
  );

  expect(run.conclusion).toBe('success');
  const [begin, firstLine = ''] = run.steps[0]?.outputs['private-key']?.split('\n') ?? [];
  expect(begin).toBe('-----BEGIN RSA PRIVATE KEY-----');
  expect(firstLine).toHaveLength(64);
  const files = await filesIn(run.folders.temp);
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  expect(files.filter((_, index) => texts[index]?.includes(firstLine))).toEqual([]);
});
