import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from '@jest/globals';
import type { Job, RunningJob, Step } from '../../../../local/runner/job.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new folder that is deleted after the test. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'runner-test-'));
  folders.push(folder);
  return folder;
}

/** Writes a node24 action with these programs (CommonJS) as its phases. Returns its folder. */
export function tinyAction(programs: { main: string; post?: string; pre?: string }, manifest = ''): string {
  const folder = freshFolder();
  const phases = Object.entries(programs).map(([phase, program]) => {
    writeFileSync(join(folder, `${phase}.cjs`), `const fs = require('node:fs');\n${program}\n`);
    return `  ${phase}: ${phase}.cjs`;
  });
  writeFileSync(
    join(folder, 'action.yml'),
    ['name: tiny', 'runs:', '  using: node24', ...phases, manifest].join('\n'),
  );
  return folder;
}

/** Writes a composite action with these steps, as YAML, and returns its folder. */
export function compositeOf(steps: readonly string[], manifest = ''): string {
  const folder = freshFolder();
  const list = steps.map((step) => `    - ${step}`);
  writeFileSync(
    join(folder, 'action.yml'),
    ['name: several', 'runs:', '  using: composite', '  steps:', ...list, manifest].join('\n'),
  );
  return folder;
}

/** A job with these steps and a new root folder. Its pipes are drained only for a short time. */
export function jobOf(steps: readonly Step[], actions: Job['actions'] = {}, more: Partial<Job> = {}): Job {
  const root = freshFolder();
  mkdirSync(root, { recursive: true });
  return {
    steps,
    actions,
    node: process.execPath,
    root,
    times: { sigint: 10_000, sigterm: 10_000, drain: 300, limit: 20_000 },
    ...more,
  };
}

/** Resolves when a step has printed this line. */
export function untilPrinted(job: RunningJob, line: string): Promise<void> {
  return new Promise((resolve) => {
    job.on('line', (event) => {
      if (event.line === line) resolve();
    });
  });
}

/** Whether a process is running. A zombie is not. Needs /proc. */
export function isAlive(pid: number): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
}
