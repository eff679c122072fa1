import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { setOutput } from '../../../src/runner/outputs.ts';
import { beginState } from '../../../src/runner/state.ts';
import '../../lib/one-realm.ts';

const before = { ...process.env };
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-unit-'));
});

afterEach(() => {
  process.env = { ...before };
  rmSync(folder, { recursive: true });
});

const writers = [
  ['GITHUB_OUTPUT', () => setOutput('private-key', 'secret')],
  ['GITHUB_STATE', () => beginState().append('claim-1-intended', 'secret')],
] as const;

describe.each(writers)("The runner's file for %s", (variable, write) => {
  test.each([
    ['on a full disk', 'ENOSPC', () => '/dev/full'],
    ['that was replaced by a folder', 'EISDIR', () => createFolder()],
    ['that was removed', 'it does not exist', () => path.join(folder, 'gone')],
  ])('%s is reported with the reason, and without the text that was to be written', (_, why, target) => {
    process.env[variable] = target();
    let failure: unknown;
    try {
      write();
    } catch (error) {
      failure = error;
    }
    expect(failure).toMatchObject({
      code: 'RUNNER_FILE_NOT_WRITABLE',
      message: `Cannot write the runner's file for ${variable} (${why}).`,
      hint: expect.stringContaining('temp folder'),
    });
    expect(JSON.stringify(failure)).not.toContain('secret');
  });
});

function createFolder(): string {
  const created = path.join(folder, 'file');
  mkdirSync(created);
  return created;
}
