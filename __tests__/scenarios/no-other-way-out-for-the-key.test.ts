import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { FaultRule } from '../../local/aws/server.ts';
import { type JobRun, jobFolders } from '../../local/runner/job.ts';
import { SecretPieces } from '../../torture/leaks.ts';
import { keyPairStep, openScenario, printedBesidesMasks, type Scenario, stepOf } from '../lib/scenario.ts';
import { preload } from './parts/preload.ts';
import { startScriptedEndpoint } from './parts/scripted-endpoint.ts';
import { Somebody } from './parts/somebody.ts';

const inputs = {
  'key-type': 'ed25519',
  'key-name': 'deploy',
  'private-key-path': 'keys/deploy.pem',
  'output-private-key': true,
};
const create = keyPairStep(inputs);

/** Where pieces of any key that the endpoint gave away stand, of all that a person or the next job could read. */
function showing(run: JobRun, { keys }: Pick<Scenario, 'keys'>): string[] {
  const pieces = new SecretPieces(keys);
  const texts = {
    printed: printedBesidesMasks(run),
    log: run.log,
    annotations: JSON.stringify(run.annotations),
    summary: run.summary,
    state: JSON.stringify(run.steps.map(({ state }) => state)),
    'job outputs': JSON.stringify(run.outputs),
    environment: JSON.stringify(run.steps.map(({ env }) => env)),
    'outputs but private-key': JSON.stringify(
      run.steps.map(({ outputs }) => ({ ...outputs, 'private-key': '' })),
    ),
  };
  return Object.entries(texts).flatMap(([where, text]) => (pieces.countIn(text) > 0 ? [where] : []));
}

const deny = { kind: 'deny' } as const;
const always = { times: Infinity } as const;

describe('with step debug on, no piece of the key is shown', () => {
  test('where all goes well', async () => {
    await using scenario = await openScenario();
    const run = await scenario.run([create], {
      debug: true,
      outputs: { key: '${{ steps.key.outputs.private-key }}' },
    });
    expect(run.conclusion).toBe('success');
    expect(stepOf(run).outputs['private-key']).toContain('PRIVATE KEY');
    expect(showing(run, scenario)).toEqual([]);
  });

  test.each<[string, readonly FaultRule[]]>([
    [
      'the answer is cut within the key',
      [{ on: 'CreateKeyPair', ...always, effect: { kind: 'execute-then-cut', bytes: 700 } }],
    ],
    ['the answer is half there', [{ on: 'CreateKeyPair', ...always, effect: { kind: 'execute-then-cut' } }]],
    [
      'a proxy answers instead',
      [{ on: 'CreateKeyPair', ...always, effect: { kind: 'proxy-page', executed: true, status: 200 } }],
    ],
    [
      'EC2 fails after it made the pair',
      [
        {
          on: 'CreateKeyPair',
          ...always,
          effect: { kind: 'execute-then-refuse', code: 'InternalError', status: 500 },
        },
      ],
    ],
  ])('where %s, and the pair cannot be deleted either', async (_, faults) => {
    await using scenario = await openScenario();
    for (const fault of faults) scenario.aws.faults.add(fault);
    scenario.aws.faults.add({ on: 'DeleteKeyPair', ...always, effect: deny });

    const run = await scenario.run([create], { debug: true });

    expect(stepOf(run).outcome).toBe('failure');
    expect(scenario.keys.length).toBeGreaterThan(0);
    expect(showing(run, scenario)).toEqual([]);
  });

  test.each<[string, 'GITHUB_OUTPUT' | 'GITHUB_STATE' | 'folder']>([
    ['the outputs cannot be set', 'GITHUB_OUTPUT'],
    ['the state cannot be written', 'GITHUB_STATE'],
    ['the folder for the key goes away', 'folder'],
  ])('where %s, and the pair cannot be deleted either', async (_, what) => {
    await using scenario = await openScenario();
    scenario.aws.faults.add({ on: 'DeleteKeyPair', ...always, effect: deny });
    if (what === 'folder') takeFolderAway(scenario);
    const full = what === 'folder' ? {} : { ...preload('full-disk'), FULL_DISK: what };

    const run = await scenario.run([create], { debug: true, host: scenario.host(full) });

    expect(stepOf(run).outcome).toBe('failure');
    expect(showing(run, scenario)).toEqual([]);
  });

  // What a parser says of such an answer quotes it, and the SDK's error carries the response.
  test.each<[string, (answer: string) => string]>([
    ['has a tag amid the key', (answer) => answer.replace(/PRIVATE KEY-----\n.+\n/, '$&</')],
    ['is not XML to its end', (answer) => answer.replace('</keyMaterial>', '')],
    [
      'has a character that XML forbids within the key',
      (answer) => answer.replace('PRIVATE KEY', 'PRIVATE &#x1; KEY'),
    ],
    ['is JSON', (answer) => JSON.stringify({ answer })],
    ['names its parts otherwise', (answer) => answer.replaceAll('keyMaterial', 'keyStuff')],
    ['has the key twice', (answer) => answer.replace(/<keyMaterial>[\s\S]*<\/keyMaterial>/, '$&$&')],
  ])('where an answer with the key in it %s', async (_, damage) => {
    await using scenario = await openScenario();
    const { pem, id } = await new Somebody(scenario.aws).makes('deploy');
    const whole = `<CreateKeyPairResponse><keyPairId>${id}</keyPairId><keyName>deploy</keyName><keyFingerprint>aa</keyFingerprint><keyMaterial>${pem}</keyMaterial></CreateKeyPairResponse>`;
    for (const status of [200, 400]) {
      await using endpoint = await startScriptedEndpoint((action) =>
        action === 'CreateKeyPair' ? { status, body: damage(whole) } : { status: 403, body: '' },
      );

      const run = await scenario.run([create], {
        debug: true,
        host: scenario.host({ AWS_ENDPOINT_URL: endpoint.url }),
      });

      expect(stepOf(run).outcome).toBe('failure');
      expect(showing(run, scenario)).toEqual([]);
    }
  });

  test.each<[string, (pem: string) => string]>([
    ['is of another pair', (pem) => pem],
    ['is cut', (pem) => pem.slice(0, 300)],
    ['is no PEM any more', (pem) => pem.replaceAll('-----', '')],
    ['is there twice', (pem) => pem + pem],
  ])('where a file whose key %s is given, as the private key or as the public one', async (_, change) => {
    await using scenario = await openScenario();
    const somebody = new Somebody(scenario.aws);
    const { pem } = await somebody.makes('other');
    await somebody.makes('deploy');
    const file = path.join(scenario.aside, 'kept');
    await writeFile(file, change(pem), { mode: 0o600 });
    const mayFail = { 'continue-on-error': true };

    const run = await scenario.run(
      [
        keyPairStep(
          { operation: 'fetch', 'key-name': 'deploy', 'private-key-path': file, 'output-private-key': true },
          mayFail,
        ),
        keyPairStep({ operation: 'ensure', 'key-name': 'deploy', 'private-key-path': file }, mayFail),
        keyPairStep({ operation: 'import', 'key-name': 'new', 'public-key-path': file }, mayFail),
      ],
      { debug: true },
    );

    expect(run.steps.slice(0, 3).map(({ outcome }) => outcome)).toEqual(['failure', 'failure', 'failure']);
    expect(showing(run, scenario)).toEqual([]);
  });
});

test('after post, no file below temp, workspace, .git and home holds a piece of the key, in text or in bytes', async () => {
  await using scenario = await openScenario();

  const run = await scenario.run(
    [
      { name: 'checkout', run: 'git init -q . && echo a > a && git add a' },
      keyPairStep({ ...inputs, lifetime: 'job' }),
      // The key is there in between: without that, the end of this test would show nothing.
      { name: 'look', run: 'grep -rq "PRIVATE KEY" keys && grep -rq "PRIVATE KEY" "$RUNNER_TEMP"' },
      keyPairStep({ 'key-format': 'ppk' }, { id: 'ppk', name: 'ppk' }),
    ],
    { keepTemp: true },
  );

  expect(run.conclusion).toBe('success');
  const pieces = new SecretPieces(scenario.keys);
  const holding: string[] = [];
  for (const folder of [run.folders.workspace, run.folders.temp, run.folders.home]) {
    for (const file of await filesIn(folder)) {
      const bytes = await readFile(file);
      // The bytes of a key, as DER, are found by their hex.
      if (pieces.countIn(bytes.toString('latin1')) + pieces.countIn(bytes.toString('hex')) > 0)
        holding.push(file);
    }
  }
  expect(holding).toEqual([]);
  expect((await filesIn(run.folders.workspace)).some((file) => file.includes('/.git/'))).toBe(true);
});

/** At the instant when the pair exists and nobody has its key yet. */
function takeFolderAway({ aws, aside }: Scenario): void {
  const { workspace } = jobFolders(path.join(aside, 'job-1'), 'octo/widgets');
  aws.onExecuted(async ({ operation }) => {
    if (operation === 'CreateKeyPair') await rename(path.join(workspace, 'keys'), path.join(aside, 'keys'));
  });
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
