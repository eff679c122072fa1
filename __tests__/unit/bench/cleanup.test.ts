import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { measureCleanup } from '../../../bench/cleanup.ts';
import { type BenchAws, startBenchAws } from '../../../bench/local-aws.ts';

const dist = path.resolve(import.meta.dirname, '../../../dist');
let aws: BenchAws;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cleanup-'));
  aws = await startBenchAws();
}, 30_000);

afterAll(async () => {
  await aws.close();
  await rm(folder, { recursive: true });
});

describe('Measuring the cleanup', () => {
  test('measures every post step, counts the requests of a job, and leaves nothing.', async () => {
    const options = { aws, folder, signal: new AbortController().signal, processLimit: 20_000 };
    const { times, requests } = await measureCleanup(path.join(dist, 'main.js'), 1, options);
    for (const rounds of Object.values(times))
      expect(rounds).toEqual([{ wall: expect.any(Number), cpu: expect.any(Number) }]);
    expect(requests).toEqual({ main: ['CreateKeyPair'], post: ['DescribeKeyPairs', 'DeleteKeyPair'] });
    expect(await readdir(folder)).toEqual([]);
    expect(await aws.newKeyPairs()).toEqual([]);
  }, 60_000);

  test('fails if a post step leaves anything.', async () => {
    const options = { aws, folder, signal: new AbortController().signal, processLimit: 20_000 };
    const plain = path.resolve(dist, '../bench/candidates/baseline.cjs');
    await expect(measureCleanup(plain, 1, options)).rejects.toThrow();
    await aws.newKeyPairs();
  }, 60_000);
});
