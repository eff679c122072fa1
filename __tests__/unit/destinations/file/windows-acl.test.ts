import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { restrictToOwner } from '../../../../src/destinations/file/windows-acl.ts';
import { createJobFolders, type TestFolders } from '../../../lib/job-folders.ts';

/** Creates a system folder with fake programs: `whoami` prints this user, `icacls` records its arguments. */
function createSystem(
  { outside }: TestFolders,
  user: string,
): { readonly system: string; icaclsArguments(): string[] } {
  const system = path.join(outside, 'System32');
  const recorded = path.join(outside, 'arguments');
  mkdirSync(system);
  writeFileSync(recorded, '');
  program('whoami.exe', `cat <<'END'\n${user}\nEND`);
  program('icacls.exe', `printf '%s\\n' "$@" > '${recorded}'`);
  return { system, icaclsArguments: () => readFileSync(recorded, 'utf8').split('\n').slice(0, -1) };

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
])('only the user that the system shows as %j gets access to the file', async (user, grant) => {
  await using job = await createJobFolders();
  const { system, icaclsArguments } = createSystem(job, user);
  await restrictToOwner('/w/key.pem', system);
  expect(icaclsArguments()).toEqual(['/w/key.pem', '/inheritance:r', '/grant:r', grant]);
});

test('the access to a folder is passed on to what is created in it', async () => {
  await using job = await createJobFolders();
  const { system, icaclsArguments } = createSystem(job, '"pc\\user","S-1-5-21-1-2-3-500"\r');
  await restrictToOwner(job.workspace, system);
  expect(icaclsArguments()).toEqual([
    job.workspace,
    '/inheritance:r',
    '/grant:r',
    '*S-1-5-21-1-2-3-500:(OI)(CI)F',
  ]);
});

test('no access is changed if the system does not return the SID of the user', async () => {
  await using job = await createJobFolders();
  const { system, icaclsArguments } = createSystem(job, 'runneradmin');
  await expect(restrictToOwner('/w/key.pem', system)).rejects.toThrow('whoami');
  expect(icaclsArguments()).toEqual([]);
});

test('programs of the same name elsewhere are not run', async () => {
  await using job = await createJobFolders();
  await expect(restrictToOwner('/w/key.pem', path.join(job.outside, 'none'))).rejects.toMatchObject({
    code: 'ENOENT',
  });
});
