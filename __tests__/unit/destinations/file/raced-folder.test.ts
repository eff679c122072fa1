import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { KeyPairError } from '../../../../src/errors.ts';
import { type JobFolders, makeJobFolders } from '../../../lib/job-folders.ts';
import { maskedKey, openFile } from './writing.ts';

const tries = 1000;
jest.setTimeout(120_000);

/**
 * A process that moves `keys` away, puts a link to another folder in its place, and takes it back, without end. It
 * rests in between (milliseconds), so that some deliveries are not met, and others anywhere. Whoever finds no `keys`
 * makes one: then the moved one stays aside.
 */
async function startSwapping({ workspace, outside }: JobFolders): Promise<ChildProcess> {
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
    const rest = (most) => Atomics.wait(never, 0, 0, Math.random() * most);
    writeSync(1, 'up');
    for (let count = 0; ; count += 1) {
      attempt(renameSync, keys, moved + count);
      attempt(symlinkSync, elsewhere, keys);
      rest(1);
      attempt(unlinkSync, keys);
      attempt(renameSync, moved + count, keys);
      rest(4);
    }`;
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'], env: {} });
  if (child.stdout !== null) await once(child.stdout, 'data');
  return child;
}

test(`in ${tries} races with a process that swaps the folder, the key never stays where the link leads, and no key lies about`, async () => {
  await using job = await makeJobFolders();
  mkdirSync(path.join(job.workspace, 'keys'));
  mkdirSync(path.join(job.outside, 'elsewhere'));
  const { key, pem } = await maskedKey();
  const delivered: string[] = [];
  const refusals = new Set<string>();
  const child = await startSwapping(job);
  const exited = once(child, 'exit');
  try {
    for (let count = 0; count < tries; count += 1) {
      const name = `key-${count}`;
      try {
        const { destination } = await openFile(`keys/${name}`, job);
        const reservation = await destination.reserve();
        try {
          await reservation.deliver(key);
          delivered.push(name);
        } finally {
          await reservation.close();
        }
      } catch (error) {
        if (!(error instanceof KeyPairError)) throw error;
        refusals.add(error.code);
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
  // Both ways to end came up: else there was no race.
  expect(delivered.length).toBeGreaterThan(0);
  expect([...refusals]).toContain('PATH_LEADS_OUT');
});

/** Files below a folder that are not empty, links not followed. */
function filesWithText(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => statSync(file).size > 0);
}
