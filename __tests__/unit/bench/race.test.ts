import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { floor } from '../../../bench/contestants.ts';
import { type BenchAws, startBenchAws } from '../../../bench/local-aws.ts';
import { type Contestant, race } from '../../../bench/race.ts';

let aws: BenchAws;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'race-'));
  aws = await startBenchAws();
}, 30_000);

afterAll(async () => {
  await aws.close();
  await rm(folder, { recursive: true });
});

function hold(contestants: readonly Contestant[], rounds = 1, processLimit = 20_000) {
  return race(contestants, rounds, { aws, folder, signal: new AbortController().signal, processLimit });
}

function nodeScript(name: string, script: string): Contestant {
  return { name, command: () => ({ file: process.execPath, args: ['--eval', script] }) };
}

async function causeOf(failing: Promise<unknown>): Promise<string> {
  const error = await failing.catch((caught: unknown) => caught);
  return error instanceof Error && error.cause instanceof Error ? error.cause.message : `no cause: ${error}`;
}

describe('a race', () => {
  test('times every round of who makes a pair, and leaves nothing in its folder', async () => {
    const times = (await hold([floor()], 2)).get('floor') ?? [];
    expect(times).toHaveLength(2);
    for (const { wall, cpu = 1 } of times) expect(Math.min(wall, cpu)).toBeGreaterThan(0);
    expect(await readdir(folder)).toEqual([]);
  }, 30_000);

  test('counts the processor time of the contestant: one that waits has next to none, one that works has its time', async () => {
    const made = floor();
    const burn = 'const end = performance.now() + 400; while (performance.now() < end);';
    const rest = 'setTimeout(() => {}, 400);';
    const delayed = (name: string, script: string): Contestant => ({
      name,
      command: (step) => {
        const { file, args } = made.command(step);
        return { file, args: ['--import', `data:text/javascript,${encodeURIComponent(script)}`, ...args] };
      },
    });
    const times = await hold([delayed('working', burn), delayed('resting', rest)]);
    const [working, resting] = [times.get('working')?.[0], times.get('resting')?.[0]];
    expect(working?.cpu).toBeGreaterThan(resting?.cpu ?? Number.NaN);
    expect(resting?.wall).toBeGreaterThan(resting?.cpu ?? Number.NaN);
  }, 30_000);

  test('has no time for a contestant that fails, and says what that one printed but no mask', async () => {
    const script =
      'console.log("::add-mask::abc"); console.log("::error::no"); console.error("why"); process.exitCode = 3';
    const cause = await causeOf(hold([nodeScript('failing', script)]));
    expect(cause).toContain('code 3');
    expect(cause).toContain('::error::no');
    expect(cause).toContain('why');
    expect(cause).not.toContain('abc');
  }, 30_000);

  test('has no time for a contestant that succeeds without making a pair', async () => {
    expect(await causeOf(hold([nodeScript('idle', '')]))).toBe('It made 0 key pairs instead of one');
  }, 30_000);

  test.each([
    ['drops its private key', 'require("node:fs").rmSync(file)', 'It left 0 files'],
    [
      'keeps another text',
      'require("node:fs").writeFileSync(file, other)',
      'not hold the private key of the pair',
    ],
    [
      'makes a second pair',
      'process.env["INPUT_KEY-NAME"] += "-2"; require("node:child_process").spawnSync(process.execPath, [floor])',
      'It made 2 key pairs',
    ],
    ['lets others read', 'require("node:fs").chmodSync(file, 0o644)', 'Others may read'],
  ])(
    'has no time for a contestant that %s',
    async (what, spoil, message) => {
      const made = floor();
      const contestant: Contestant = {
        name: what.replaceAll(' ', '-'),
        command: (step) => {
          const { args } = made.command(step);
          const script = `const floor = ${JSON.stringify(args[0])};
            const { generateKeyPairSync } = require('node:crypto');
          const file = process.env.RUNNER_TEMP + '/' + process.env['INPUT_KEY-NAME'] + '.pem';
          const { privateKey: other } = generateKeyPairSync('rsa', { modulusLength: 2048,
            privateKeyEncoding: { type: 'pkcs1', format: 'pem' }, publicKeyEncoding: { type: 'pkcs1', format: 'pem' } });
          process.on('exit', () => { ${spoil} });
          require(floor);`;
          return { file: process.execPath, args: ['--eval', script] };
        },
      };
      expect(await causeOf(hold([contestant]))).toContain(message);
    },
    30_000,
  );

  test('ends a contestant that does not end, and what that one started', async () => {
    const script = `require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'],
      { stdio: 'inherit' }); setInterval(() => {}, 1000)`;
    await expect(hold([nodeScript('endless', script)], 1, 500)).rejects.toThrow('endless failed');
    expect(await readdir(folder)).toEqual([]);
  }, 30_000);
});
