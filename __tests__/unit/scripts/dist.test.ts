import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { startLocalAws } from '../../../local/aws/server.ts';
import { findNode24 } from '../../../scripts/node24.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
const dist = path.join(root, 'dist');
const region = 'eu-west-1';

/** Milliseconds for one process. Processes are expected to be much faster. */
const processLimit = 60_000;
jest.setTimeout(2 * processLimit);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-dist-'));
  for (const name of ['temp', 'workspace']) mkdirSync(path.join(folder, name));
  for (const name of ['output', 'state', 'summary']) writeFileSync(path.join(folder, name), '');
});
afterEach(() => rm(folder, { recursive: true }));

describe('a run', () => {
  test('that creates a key pair loads at most 400 kB, and not undici, http2, zlib, or, except on Windows, child_process', async () => {
    const aws = await startLocalAws();
    try {
      const { status, loaded, builtins } = await run('main.js', aws.environment(region));
      expect(status).toBe(0);
      expect(loaded.has('main.js')).toBe(true);
      expect(sizeOf(loaded)).toBeLessThanOrEqual(400_000);
      // On Windows, the action runs whoami and icacls to restrict access to the file.
      const unnecessary =
        process.platform === 'win32'
          ? /\b(?:undici|http2|zlib)\b/
          : /\b(?:undici|http2|zlib|child_process)\b/;
      expect(builtins.filter((name) => unnecessary.test(name))).toEqual([]);
    } finally {
      await aws.close();
    }
  });

  test.each([
    ['post, if nothing was recorded', 'post.js', 0, {}],
    ['main, if an input is invalid', 'main.js', 1, { INPUT_OPERATION: 'repair' }],
  ])('of %s does not load the AWS SDK', async (_, entry, status, environment) => {
    const ended = await run(entry, environment);
    expect(ended.status).toBe(status);
    expect(ended.loaded.has(entry)).toBe(true);
    const withSdk = [...ended.loaded].filter((name) =>
      readFileSync(path.join(dist, name), 'utf8').includes('@aws-sdk/'),
    );
    expect(withSdk).toEqual([]);
  });

  test.each([
    ['eu-west-1', {}, 'ec2.eu-west-1.amazonaws.com'],
    ['cn-north-1', {}, 'ec2.cn-north-1.amazonaws.com.cn'],
    ['us-east-1', { AWS_USE_FIPS_ENDPOINT: 'true' }, 'ec2-fips.us-east-1.amazonaws.com'],
  ])('in %s with %j sends its request to %s', async (name, environment, host) => {
    const credentials = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'none' };
    const { stderr } = await node(
      [...preload('__tests__/unit/scripts/no-network.ts'), path.join(dist, 'main.js')],
      {
        AWS_REGION: name,
        ...credentials,
        ...environment,
      },
    );
    expect(stderr).toBe(`would call ${host}\n`);
  });
});

/** Runs a file of dist to completion. Returns the names of the files of dist that it loaded. */
async function run(entry: string, environment: Record<string, string>) {
  const { status } = await node([...preload('test-support/record-loaded.ts'), path.join(dist, entry)], {
    LOADED_FOLDER: folder,
    ...environment,
  });
  const { files, builtins }: { files: string[]; builtins: string[] } = JSON.parse(
    readFileSync(path.join(folder, `${entry}.json`), 'utf8'),
  );
  const inDist = files
    .map((url) => path.relative(dist, fileURLToPath(url)))
    .filter((name) => !name.startsWith('..'));
  return { status, builtins, loaded: new Set(inDist) };
}

/** Node's option that first loads a program of this repository. On Windows, it requires a URL. */
function preload(program: string): string[] {
  return ['--import', pathToFileURL(path.join(root, program)).href];
}

/** Runs a program as a step of a workflow. */
async function node(args: readonly string[], environment: Record<string, string>) {
  const child = spawn(findNode24(), args, {
    timeout: processLimit,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      GITHUB_REPOSITORY: 'octo/widgets',
      GITHUB_RUN_ID: '4242',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_JOB: 'build',
      GITHUB_WORKSPACE: path.join(folder, 'workspace'),
      RUNNER_TEMP: path.join(folder, 'temp'),
      GITHUB_OUTPUT: path.join(folder, 'output'),
      GITHUB_STATE: path.join(folder, 'state'),
      GITHUB_STEP_SUMMARY: path.join(folder, 'summary'),
      ...environment,
    },
  });
  const ended = new Promise<number | null>((resolve, reject) =>
    child.on('error', reject).on('close', resolve),
  );
  const [stderr, status] = await Promise.all([text(child.stderr), ended]);
  return { status, stderr };
}

/** Bytes. */
function sizeOf(names: ReadonlySet<string>): number {
  return [...names].reduce((sum, name) => sum + statSync(path.join(dist, name)).size, 0);
}
