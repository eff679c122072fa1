import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { runBounded } from '../../../mutants/bounded-run.ts';
import '../../lib/one-realm.ts';

jest.setTimeout(30_000);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ec2-key-pair-bounded-'));
});
afterEach(() => rm(folder, { recursive: true }));

function run(program: string, { limit = 30_000, signal = new AbortController().signal } = {}) {
  const log = path.join(folder, 'log');
  return runBounded(['-e', program], { cwd: folder, env: process.env, log, limit, signal });
}

/** Prints the number of a child that would go on for a minute and holds the output open. */
const startsChild = `
  const { spawn } = require('node:child_process');
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'inherit' });
  child.unref();
  console.log(child.pid);`;

test('a run tells its status and what it printed', async () => {
  const ended = await run('console.log("out"); console.error("err"); process.exitCode = 3');
  expect(ended).toEqual({ status: 3, timedOut: false, printed: 'out\nerr\n' });
});

test('a run that takes too long is killed with its children', async () => {
  const ended = await run(`${startsChild} setTimeout(() => {}, 60000);`, { limit: 2_000 });
  expect(ended).toMatchObject({ status: null, timedOut: true });
  await expectToEnd(Number(ended.printed));
});

test('children that outlive a run are killed', async () => {
  const ended = await run(startsChild);
  expect(ended).toMatchObject({ status: 0, timedOut: false });
  await expectToEnd(Number(ended.printed));
});

test('a run is killed when all is to end', async () => {
  const interrupted = new AbortController();
  const running = run('setTimeout(() => {}, 60000)', { signal: interrupted.signal });
  interrupted.abort(new Error('Ended by SIGINT.'));
  await expect(running).rejects.toThrow('Ended by SIGINT.');
  await expect(run('', { signal: interrupted.signal })).rejects.toThrow('Ended by SIGINT.');
});

async function expectToEnd(id: number): Promise<void> {
  expect(id).toBeGreaterThan(0);
  const isAlive = () => {
    try {
      return process.kill(id, 0);
    } catch {
      return false;
    }
  };
  for (let looks = 0; looks < 100 && isAlive(); looks += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(isAlive()).toBe(false);
}
