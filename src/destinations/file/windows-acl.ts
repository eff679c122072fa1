import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

/**
 * Removes every other account's access to a file, as Win32-OpenSSH requires, or to a folder and all that will be created
 * in it. What is inherited from the folder above no longer counts, wherever a file is moved. Account names differ by language and
 * domain, so the user is identified by SID.
 *
 * @param system - The folder of Windows' own programs, which are run by absolute path: a bare name is searched for
 * in the working directory first, which is the repository, and then on a PATH where Git's `whoami` may come first.
 * @throws the error of `whoami` or `icacls`, neither of which sees more of it than its path.
 */
export async function restrictToOwner(target: string, system: string): Promise<void> {
  const run = async (program: string, ...args: readonly string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)(path.join(system, program), args, {
      cwd: system,
      windowsHide: true,
    });
    return stdout;
  };
  const user = await run('whoami.exe', '/user', '/fo', 'csv', '/nh');
  const sid = /"(S-1-[\d-]+)"\s*$/.exec(user)?.[1];
  if (sid === undefined) throw new Error('whoami did not return the SID of this user');
  const forContents = statSync(target, { throwIfNoEntry: false })?.isDirectory() === true ? '(OI)(CI)' : '';
  await run('icacls.exe', target, '/inheritance:r', '/grant:r', `*${sid}:${forContents}F`);
}
