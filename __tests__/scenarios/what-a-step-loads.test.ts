import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { actionFolder, keyPairStep, openScenario } from '../lib/scenario.ts';

const dist = path.join(actionFolder, 'dist/');
const recorder = path.join(actionFolder, 'test-support/record-loaded.ts');
/** Bytes of dist. Reading and compiling them is most of the cost of a step. */
const mostToCreate = 400_000;
const mostWithoutAws = 69_000;
/** Builtins that no operation needs, each of which costs milliseconds. */
const heavyBuiltins = [
  'undici',
  'internal/deps/undici/undici',
  'http2',
  'inspector',
  'worker_threads',
  'child_process',
  'fs/promises',
  'internal/webstreams/readablestream',
  'internal/crypto/webcrypto',
];

describe('a step loads only what it needs', () => {
  test('create loads a small part of dist and no undici, and post loads the same SDK', async () => {
    const { main, post } = await loadedBy({ 'key-type': 'ed25519' });

    expect(main.bytes).toBeLessThanOrEqual(mostToCreate);
    expect(post.bytes).toBeLessThanOrEqual(mostToCreate);
    expect(main.files).toEqual(['main.js', 'start.js', 'create.js', 'aws.js']);
    expect(post.files).toEqual(['post.js', 'start.js', 'release.js', 'aws.js']);
    expect(main.holdsSdk).toBe(true);
    expect(main.heavyBuiltins).toEqual([]);
    expect(post.heavyBuiltins).toEqual([]);
  });

  test('create with a file in the workspace also loads what looks at that file, and nothing of other operations', async () => {
    const { main } = await loadedBy({ 'key-type': 'ed25519', 'private-key-path': 'deploy.pem' });

    expect(main.files).toEqual([
      ...['main.js', 'start.js', 'create.js', 'aws.js'],
      ...['given-file.js', 'workspace-warning.js', 'rolldown-runtime.js'],
    ]);
    expect(main.bytes).toBeLessThanOrEqual(mostToCreate);
  });

  test('a step with invalid inputs loads no SDK, neither in main nor in post', async () => {
    const { main, post } = await loadedBy({ 'key-type': 'dsa' });

    for (const { bytes, holdsSdk, heavyBuiltins: heavy } of [main, post]) {
      expect(holdsSdk).toBe(false);
      expect(bytes).toBeLessThanOrEqual(mostWithoutAws);
      expect(heavy).toEqual([]);
    }
  });

  test('ensure of an existing key pair loads no SDK in post', async () => {
    const { main, post } = await loadedBy({ operation: 'ensure', 'key-name': 'deploy' }, 2);

    expect(main.holdsSdk).toBe(true);
    expect(post.holdsSdk).toBe(false);
    expect(post.bytes).toBeLessThanOrEqual(mostWithoutAws);
  });
});

interface Loaded {
  /** Names in dist. Each costs as much as reading some kilobytes. */
  readonly files: readonly string[];
  readonly bytes: number;
  readonly holdsSdk: boolean;
  readonly heavyBuiltins: readonly string[];
}

/** What main and post loaded in the last of so many jobs of one step. */
async function loadedBy(
  inputs: Record<string, string>,
  jobs = 1,
): Promise<{ readonly main: Loaded; readonly post: Loaded }> {
  await using scenario = await openScenario();
  const host = scenario.host({ NODE_OPTIONS: `--import "${recorder}"`, LOADED_FOLDER: scenario.aside });
  for (let job = 1; job <= jobs; job += 1) await scenario.run([keyPairStep(inputs)], { host });
  return {
    main: await readRecord(path.join(scenario.aside, 'main.js.json')),
    post: await readRecord(path.join(scenario.aside, 'post.js.json')),
  };
}

async function readRecord(file: string): Promise<Loaded> {
  const { files, builtins } = JSON.parse(await readFile(file, 'utf8')) as {
    files: string[];
    builtins: string[];
  };
  const chunks = files.map((url) => fileURLToPath(url)).filter((name) => name.startsWith(dist));
  const texts = await Promise.all(chunks.map((name) => readFile(name, 'utf8')));
  const sizes = await Promise.all(chunks.map((name) => stat(name)));
  const names = builtins.map((entry) => entry.replace(/^NativeModule /, ''));
  return {
    files: chunks.map((name) => path.basename(name)),
    bytes: sizes.reduce((sum, { size }) => sum + size, 0),
    holdsSdk: texts.some((text) => text.includes('AmazonEC2')),
    heavyBuiltins: heavyBuiltins.filter((name) => names.includes(name)),
  };
}
