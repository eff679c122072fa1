import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { KeyPairError } from '../../../../src/errors.ts';
import { createJobFolders, type TestFolders } from '../../../lib/job-folders.ts';
import { keyPairId } from '../../../lib/key-pair-id.ts';
import { createMaskedKey } from '../masked-key.ts';
import { openTestFile } from './test-files.ts';

const attempts = 1000;
jest.setTimeout(120_000);

/**
 * Starts a process that moves `keys` away, puts a link to another folder in its place, and moves it back, again and
 * again. It waits a few milliseconds in between, so that some deliveries are not disturbed and others are, at any
 * instant. A delivery that finds no `keys` creates one: then the moved folder is not moved back.
 */
async function startSwapping({ workspace, outside }: TestFolders): Promise<ChildProcess> {
  const places = [
    path.join(workspace, 'keys'),
    path.join(workspace, 'moved'),
    path.join(outside, 'elsewhere'),
  ];
  const code = `
    const { renameSync, symlinkSync, unlinkSync, writeSync } = require('node:fs');
    const [keys, moved, elsewhere] = ${JSON.stringify(places)};
    const attempt = (work, ...paths) => { try { work(...paths); } catch {} };
    const never = new Int32Array(new SharedArrayBuffer(4));
    const pause = (longest) => Atomics.wait(never, 0, 0, Math.random() * longest);
    writeSync(1, 'up');
    for (let count = 0; ; count += 1) {
      attempt(renameSync, keys, moved + count);
      attempt(symlinkSync, elsewhere, keys);
      pause(1);
      attempt(unlinkSync, keys);
      attempt(renameSync, moved + count, keys);
      pause(4);
    }`;
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'], env: {} });
  if (child.stdout !== null) await once(child.stdout, 'data');
  return child;
}

test(`in ${attempts} races with a process that swaps the folder, the key is only where it was delivered, never where the link leads`, async () => {
  await using job = await createJobFolders();
  mkdirSync(path.join(job.workspace, 'keys'));
  mkdirSync(path.join(job.outside, 'elsewhere'));
  const { key, pem } = await createMaskedKey();
  const delivered: string[] = [];
  const codes = new Set<string>();
  const child = await startSwapping(job);
  const exited = once(child, 'exit');
  try {
    for (let count = 0; count < attempts; count += 1) {
      const name = `key-${count}`;
      try {
        const { reserve } = await openTestFile(`keys/${name}`, job);
        const reservation = await reserve();
        try {
          await reservation.deliver(key, keyPairId);
          delivered.push(name);
        } finally {
          await reservation.close();
        }
      } catch (error) {
        if (!(error instanceof KeyPairError)) throw error;
        codes.add(error.code);
      }
    }
  } finally {
    child.kill('SIGKILL');
    await exited;
  }

  expect(filesWithText(job.outside)).toEqual([]);
  const left = filesWithText(job.workspace);
  expect(left.map((file) => path.basename(file)).sort()).toEqual(delivered.sort());
  expect(left.filter((file) => readFileSync(file, 'utf8') !== pem)).toEqual([]);
  // Without both results there was no race.
  expect(delivered.length).toBeGreaterThan(0);
  expect([...codes]).toContain('PATH_LEADS_OUT');
});

/** Files below a folder that are not empty, links not followed. */
function filesWithText(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => statSync(file).size > 0);
}
