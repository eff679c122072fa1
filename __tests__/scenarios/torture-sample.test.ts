import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { actionFolder, node24 } from '../lib/scenario.ts';

test('a sample of all faults leaves no key pair, no file, and no piece of a private key', async () => {
  const sample = ['torture/main.ts', '--sample', '--seed', '1'];

  const { stdout } = await promisify(execFile)(node24, sample, { cwd: actionFolder, timeout: 110_000 }).catch(
    (failure: { readonly stdout: string }) => failure,
  );

  expect(stdout).toMatch(/^\| changes before post \| .* \| 1 \| 1 \| 0 \| 0 \| 0 \|$/m);
  expect(stdout).toMatch(/^[1-9]\d* passed, 0 failed /m);
});
