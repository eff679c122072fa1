import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { SecretPieces } from '../../test-support/secret-pieces.ts';
import { fullDisk } from '../../test-support/trap/environment.ts';
import { keyLeaks, keyPairStep, openScenario, type Scenario, stepOf } from '../lib/scenario.ts';
import { filesIn, moveFolderAway } from './parts/folder.ts';

const inputs = {
  'key-type': 'ed25519',
  'key-name': 'deploy',
  'private-key-path': 'keys/deploy.pem',
  'output-private-key': true,
};

describe('with debug logging, create leaks no private key', () => {
  test('when the key is delivered', async () => {
    await using scenario = await openScenario();

    const run = await scenario.run([keyPairStep(inputs)], {
      debug: true,
      outputs: { key: '${{ steps.key.outputs.private-key }}' },
    });

    expect(run.conclusion).toBe('success');
    expect(stepOf(run).outputs['private-key']).toContain('PRIVATE KEY');
    expect(keyLeaks(run, scenario)).toEqual([]);
  });

  test.concurrent.each<{ what: string; prevent: (scenario: Scenario) => Record<string, string> }>([
    { what: 'the outputs cannot be set', prevent: () => fullDisk('outputs') },
    { what: 'the state cannot be written', prevent: () => fullDisk('state') },
    {
      what: 'the folder for the key is moved away',
      prevent(scenario) {
        moveFolderAway(scenario);
        return {};
      },
    },
  ])('when $what and the key pair cannot be deleted', async ({ prevent }) => {
    await using scenario = await openScenario();
    scenario.aws.faults.add({ on: 'DeleteKeyPair', times: Infinity, effect: { kind: 'deny' } });

    const run = await scenario.run([keyPairStep(inputs)], {
      debug: true,
      host: scenario.host(prevent(scenario)),
    });

    expect(stepOf(run).outcome).toBe('failure');
    expect(keyLeaks(run, scenario)).toEqual([]);
  });
});

test('after post, no file of the job contains a piece of the private key, as text or as bytes', async () => {
  await using scenario = await openScenario();

  const run = await scenario.run(
    [
      { name: 'checkout', run: 'git init -q . && echo a > a && git add a' },
      keyPairStep({ ...inputs, lifetime: 'job' }),
      // The private key exists meanwhile. Otherwise the end of this test would show nothing.
      { name: 'look', run: 'grep -rq "PRIVATE KEY" keys && grep -rq "PRIVATE KEY" "$RUNNER_TEMP"' },
      keyPairStep({ 'key-format': 'ppk' }, { id: 'ppk', name: 'ppk' }),
    ],
    { keepTemp: true },
  );

  expect(run.conclusion).toBe('success');
  const { workspace, temp, home } = run.folders;
  const files = (await Promise.all([workspace, temp, home].map(filesIn))).flat();
  const pieces = SecretPieces.ofKeys(scenario.keys);
  const withKey: string[] = [];
  for (const file of files) {
    const bytes = await readFile(file);
    // Hex finds the bytes of a key in DER.
    if (pieces.countIn(bytes.toString('latin1')) + pieces.countIn(bytes.toString('hex')) > 0)
      withKey.push(file);
  }
  expect(withKey).toEqual([]);
  expect(files.some((file) => file.startsWith(workspace) && file.includes('/.git/'))).toBe(true);
});
