import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { keyPairStep, openScenario } from '../lib/scenario.ts';

test('after post no file of the runner holds the private key that was set as an output', async () => {
  await using scenario = await openScenario();

  const run = await scenario.run(
    [
      keyPairStep({ 'output-private-key': true }),
      {
        name: 'look',
        // The key stands in the clear between the two: without that, the end of this test would show nothing.
        run: 'grep -l "PRIVATE KEY" "$RUNNER_TEMP"/_runner_file_commands/*',
      },
    ],
    { keepTemp: true },
  );

  expect(run.conclusion).toBe('success');
  const [begin, firstLine = ''] = run.steps[0]?.outputs['private-key']?.split('\n') ?? [];
  expect(begin).toBe('-----BEGIN RSA PRIVATE KEY-----');
  expect(firstLine).toHaveLength(64);
  expect(await filesHolding(firstLine, run.folders.temp)).toEqual([]);
});

async function filesHolding(text: string, folder: string): Promise<string[]> {
  const holding: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && (await readFile(file, 'utf8')).includes(text)) holding.push(file);
  }
  return holding;
}
