import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { removeCommand } from '../../src/ledger/shell-word.ts';
import { createJobFolders } from '../lib/job-folders.ts';

/** Milliseconds: PowerShell starts slowly. A limit, not an expectation. */
jest.setTimeout(180_000);

const names = [
  'key.pem',
  'a b.pem',
  "it's.pem",
  '\u2018quoted\u2019.pem',
  '$x`n.pem',
  '[a].pem',
  '@(1);x.pem',
  '-n.pem',
];

test.each(names)('the command for a person deletes the file %j, and no other', async (name) => {
  await using job = await createJobFolders();
  const [file, other] = [name, 'a.pem'].map((each) => path.join(job.workspace, each)) as [string, string];
  for (const each of [file, other]) writeFileSync(each, 'x');

  execFileSync('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', removeCommand(file)]);

  expect([existsSync(file), existsSync(other)]).toEqual([false, true]);
});
