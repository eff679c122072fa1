import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { restrictToOwner } from '../../../../src/destinations/file/windows-acl.ts';
import { type JobFolders, makeJobFolders } from '../../../lib/job-folders.ts';

/** A folder of the system with programs that stand in for its own: `whoami` says this, `icacls` writes down its words. */
function makeSystem({ outside }: JobFolders, user: string): { readonly system: string; words(): string[] } {
  const system = path.join(outside, 'System32');
  const words = path.join(outside, 'words');
  mkdirSync(system);
  writeFileSync(words, '');
  program('whoami.exe', `cat <<'END'\n${user}\nEND`);
  program('icacls.exe', `printf '%s\\n' "$@" > '${words}'`);
  return { system, words: () => readFileSync(words, 'utf8').split('\n').slice(0, -1) };

  function program(name: string, script: string): void {
    writeFileSync(path.join(system, name), `#!/bin/sh\n${script}\n`);
    chmodSync(path.join(system, name), 0o755);
  }
}

test.each([
  ['"runnervm\\\\runneradmin","S-1-5-21-1-2-3-500"\r', '*S-1-5-21-1-2-3-500:F'],
  ['"büro\\jörg S-1, müller","S-1-5-21-1-2-3-512"\r', '*S-1-5-21-1-2-3-512:F'],
  ['"nt authority\\\\system","S-1-5-18"\r', '*S-1-5-18:F'],
  ['"pc\\\\s-1-5-32-544 S-1-1-0","S-1-5-21-9-8-7-1001"\r', '*S-1-5-21-9-8-7-1001:F'],
])('the file goes to the user whom the system shows as %j, and to nobody else', async (user, grant) => {
  await using job = await makeJobFolders();
  const { system, words } = makeSystem(job, user);
  await restrictToOwner('/w/key.pem', system);
  expect(words()).toEqual(['/w/key.pem', '/inheritance:r', '/grant:r', grant]);
});

test('the file is given to nobody where the system does not say who this is', async () => {
  await using job = await makeJobFolders();
  const { system, words } = makeSystem(job, 'runneradmin');
  await expect(restrictToOwner('/w/key.pem', system)).rejects.toThrow('whoami');
  expect(words()).toEqual([]);
});

test('no program of that name is taken from anywhere else', async () => {
  await using job = await makeJobFolders();
  await expect(restrictToOwner('/w/key.pem', path.join(job.outside, 'none'))).rejects.toMatchObject({
    code: 'ENOENT',
  });
});
