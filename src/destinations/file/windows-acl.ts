import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

/**
 * Takes a file from everybody but the user of this process, as Win32 OpenSSH asks for. Windows has no modes;
 * names of accounts differ by language and domain, so the user is named by SID.
 *
 * @param system - The folder of Windows' own programs. They are named whole: a bare name is looked for in the working
 * directory first, which is the repository, and then on a PATH where Git's `whoami` may come before.
 * @throws the error of `whoami` or `icacls`, neither of which sees more of the file than its path.
 */
export async function restrictToOwner(file: string, system: string): Promise<void> {
  const run = async (program: string, ...words: readonly string[]): Promise<string> => {
    const ended = await promisify(execFile)(path.join(system, program), words, { windowsHide: true });
    return ended.stdout;
  };
  const user = await run('whoami.exe', '/user', '/fo', 'csv', '/nh');
  const sid = /"(S-1-[\d-]+)"\s*$/.exec(user)?.[1];
  if (sid === undefined) throw new Error('whoami does not say the SID of this user');
  await run('icacls.exe', file, '/inheritance:r', '/grant:r', `*${sid}:F`);
}
