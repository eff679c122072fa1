import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { baseline } from '../../../bench/candidates.ts';
import { type Candidate, compare } from '../../../bench/comparison.ts';
import { type BenchAws, startBenchAws } from '../../../bench/local-aws.ts';

let aws: BenchAws;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'comparison-'));
  aws = await startBenchAws();
}, 30_000);

afterAll(async () => {
  await aws.close();
  await rm(folder, { recursive: true });
});

function run(candidates: readonly Candidate[], rounds = 1, processLimit = 20_000) {
  return compare(candidates, rounds, { aws, folder, signal: new AbortController().signal, processLimit });
}

function nodeScript(name: string, script: string): Candidate {
  return { name, command: () => ({ file: process.execPath, args: ['--eval', script] }) };
}

async function causeOf(failing: Promise<unknown>): Promise<string> {
  const error = await failing.catch((caught: unknown) => caught);
  return error instanceof Error && error.cause instanceof Error ? error.cause.message : `no cause: ${error}`;
}

describe('A comparison', () => {
  test('measures every round of a program that creates a key pair, and leaves no files in its folder.', async () => {
    const times = (await run([baseline()], 2)).get('baseline') ?? [];
    expect(times).toHaveLength(2);
    for (const { wall, cpu = 1 } of times) expect(Math.min(wall, cpu)).toBeGreaterThan(0);
    expect(await readdir(folder)).toEqual([]);
  }, 30_000);

  test('measures CPU time, which is higher for a program that works than for one that waits.', async () => {
    const program = baseline();
    const work = 'const end = performance.now() + 400; while (performance.now() < end);';
    const wait = 'setTimeout(() => {}, 400);';
    const delayed = (name: string, script: string): Candidate => ({
      name,
      command: (step) => {
        const { file, args } = program.command(step);
        return { file, args: ['--import', `data:text/javascript,${encodeURIComponent(script)}`, ...args] };
      },
    });
    const times = await run([delayed('working', work), delayed('waiting', wait)]);
    const [working, waiting] = [times.get('working')?.[0], times.get('waiting')?.[0]];
    expect(working?.cpu).toBeGreaterThan(waiting?.cpu ?? Number.NaN);
    expect(waiting?.wall).toBeGreaterThan(waiting?.cpu ?? Number.NaN);
  }, 30_000);

  test('fails if a program fails, with its output but without its masks.', async () => {
    const script =
      'console.log("::add-mask::abc"); console.log("::error::no"); console.error("why"); process.exitCode = 3';
    const cause = await causeOf(run([nodeScript('failing', script)]));
    expect(cause).toContain('code 3');
    expect(cause).toContain('::error::no');
    expect(cause).toContain('why');
    expect(cause).not.toContain('abc');
  }, 30_000);

  test('fails if a program succeeds without creating a key pair.', async () => {
    expect(await causeOf(run([nodeScript('idle', '')]))).toBe('It created 0 key pairs instead of 1');
  }, 30_000);

  test.each([
    ['deletes the private key file', 'require("node:fs").rmSync(file)', 'It left 0 files'],
    [
      'saves another private key',
      'require("node:fs").writeFileSync(file, other)',
      'not contain the private key of the key pair',
    ],
    [
      'creates a second key pair',
      'process.env["INPUT_KEY-NAME"] += "-2"; require("node:child_process").spawnSync(process.execPath, [baseline])',
      'It created 2 key pairs',
    ],
    [
      'lets other users read the private key',
      'require("node:fs").chmodSync(file, 0o644)',
      'Other users can read',
    ],
  ])(
    'fails if a program %s.',
    async (what, atExit, message) => {
      const program = baseline();
      const candidate: Candidate = {
        name: what.replaceAll(' ', '-'),
        command: (step) => {
          const { args } = program.command(step);
          const script = `const baseline = ${JSON.stringify(args[0])};
            const { generateKeyPairSync } = require('node:crypto');
          const file = process.env.RUNNER_TEMP + '/' + process.env['INPUT_KEY-NAME'] + '.pem';
          const { privateKey: other } = generateKeyPairSync('rsa', { modulusLength: 2048,
            privateKeyEncoding: { type: 'pkcs1', format: 'pem' }, publicKeyEncoding: { type: 'pkcs1', format: 'pem' } });
          process.on('exit', () => { ${atExit} });
          require(baseline);`;
          return { file: process.execPath, args: ['--eval', script] };
        },
      };
      expect(await causeOf(run([candidate]))).toContain(message);
    },
    30_000,
  );

  test('kills a program that exceeds its time limit, and the processes that it started.', async () => {
    const script = `require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'],
      { stdio: 'inherit' }); setInterval(() => {}, 1000)`;
    await expect(run([nodeScript('endless', script)], 1, 500)).rejects.toThrow('endless failed');
    expect(await readdir(folder)).toEqual([]);
  }, 30_000);
});
